"""The passive told as the active, and the second reader's view of it."""

from __future__ import annotations

import pytest

from seo_fr.check.fidelity import check_copied
from seo_fr.model import Copied, Edit, Passage, Span
from seo_fr.propose.active import active
from seo_fr.rulebook import load
from tests.articles import article, retold


def turned(sentence: str) -> str | None:
    return retold(sentence, active)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Une enquête a été ouverte par le parquet de Lens après la chute du silo.", "Le parquet de Lens a ouvert une enquête après la chute du silo."),
        ("Deux hommes ont été interpellés par les gendarmes à Beaumont.", "Les gendarmes ont interpellé deux hommes à Beaumont."),
        ("Le projet de tramway a été rejeté par le conseil municipal dans la nuit.", "Le conseil municipal a rejeté le projet de tramway dans la nuit."),
    ],
)
def test_who_acts_opens_the_sentence(sentence: str, expected: str) -> None:
    assert turned(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Une enquête a été ouverte par la suite à Lens.",
        "Le préfet de Lens a été nommé par le gouvernement ministre des Armées.",
        "Quatre blessés ont été transportés par hélicoptère vers Lens.",
        "Le texte a été approuvé par 27 voix contre 14 dans la nuit.",
        "Le maire a été blessé par son chien dans le jardin de la mairie.",
        "Le projet n’a pas été rejeté par le conseil municipal de Lens.",
    ],
)
def test_no_agent_no_active(sentence: str) -> None:
    assert turned(sentence) is None


@pytest.mark.parametrize("edits", [("Le maire", "a ouvert", "une enquête"), ("Le parquet de Lens", "ont ouvert", "une enquête"), ("Le parquet de Lens", "a fermé", "une enquête")])
def test_the_second_reader_refuses_another_deed(edits: tuple[str, str, str]) -> None:
    text = "Une enquête a été ouverte par le parquet de Lens. Le maire a fermé la place."
    source = article(text)
    verb, agent = text.index("a été"), text.index("par le")
    made = (Edit("reference", "actif-rendu", Span(0, verb - 1), edits[0]), Edit("tense", "actif-rendu", Span(verb, agent - 1), edits[1]), Edit("reference", "actif-rendu", Span(agent, text.index(". Le")), edits[2]))
    origin = Copied(Span(0, text.index(" Le maire")), made)
    assert check_copied(Passage("p", "sentence", f"{edits[0]} {edits[1]} {edits[2]}.", origin), origin, source, load())
