"""Headlines out of a first sentence that ends on who says it."""

from __future__ import annotations

import pytest

from seo_fr.propose.voiced_titles import voiced, within
from tests.articles import understood

MORE = "Le maire a promis une réunion. Les habitants attendent des réponses. La préfecture suit le dossier."


def _forms(sentence: str) -> list[str]:
    return [claim.text.replace("\u00a0", " ") for claim in voiced(understood(sentence, MORE, title="Valmont : la journée en bref"))]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Deux ouvriers sont morts et quatre autres ont été blessés, dont un grièvement, mardi matin dans l’explosion d’une chaudière à Valmont, ont indiqué la préfecture et les secours.", "Deux ouvriers morts et quatre autres blessés, selon la préfecture et les secours"),
        ("Deux ouvriers sont morts et quatre autres ont été blessés, dont un grièvement, mardi matin dans l’explosion d’une chaudière à Valmont, ont indiqué la préfecture et les secours.", "Deux ouvriers morts, selon les secours"),
        ("Un homme de 24 ans, agent communal, a été interpellé lundi à Valmont dans l’enquête sur une série de vols, a annoncé le parquet de Valmont.", "Un homme de 24 ans interpellé, selon le parquet"),
    ],
)
def test_claim_with_its_voice(sentence: str, wanted: str) -> None:
    assert wanted in _forms(sentence)


def test_no_claim_without_a_voice_and_none_denied() -> None:
    assert not _forms("Deux ouvriers sont morts mardi matin dans l’explosion d’une chaudière à Valmont.")
    assert not [form for form in _forms("Deux ouvriers n’ont pas été blessés mardi dans l’explosion d’une chaudière à Valmont, a indiqué la préfecture.") if "blessés, selon" in form and "pas" not in form]


def test_the_hurt_are_not_told_without_the_dead() -> None:
    assert all("autres blessés" not in form or "morts" in form for form in _forms("Deux ouvriers sont morts et quatre autres ont été blessés mardi dans un incendie à Valmont, ont indiqué les secours."))


def test_within_needs_the_event() -> None:
    source = understood("Deux ouvriers sont morts mardi matin dans l’explosion d’une chaudière à Valmont, ont indiqué les secours.", MORE, title="Valmont : la journée en bref")
    assert within(source, "explosion d’une chaudière")
    assert not within(source, "ouvriers")
