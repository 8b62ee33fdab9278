"""What somebody unknown to the reader says is asked by his office; a witness is not asked after."""

from __future__ import annotations

import pytest

from seo_fr.model import Grammar
from seo_fr.propose.who import _ASIDE
from seo_fr.rulebook import load
from seo_fr.rulebook.filters import SlotText, Uncertain, defini
from tests.articles import pairs

LEDE = "La ville de Varne a fermé lundi le pont des Meuniers, fissuré par la crue de la Dorle."
OFFICIAL = "« Le pont restera fermé au moins jusqu’au printemps parce que deux piles sur trois sont touchées », a déclaré la porte-parole de la préfecture, Odile Sarrat."
WITNESS = "« La maison tremblait à chaque camion et les fissures montaient jusqu’au plafond de la chambre », a raconté Hervé Moulin, boulanger de 45 ans."


def _asked(*paragraphs: str) -> list[str]:
    return [question for question, _ in pairs(*paragraphs)]


def test_an_unknown_official_is_asked_by_her_office() -> None:
    found = [question for question in _asked(LEDE, OFFICIAL) if "porte-parole" in question or "Sarrat" in question]
    assert any(question.endswith("la porte-parole de la préfecture ?") for question in (each.replace("\u202f", " ") for each in found))
    assert not [question for question in found if "Odile Sarrat" in question]


def test_a_witness_is_not_asked_after() -> None:
    assert not [question for question in _asked(LEDE, WITNESS) if "Moulin" in question or "boulanger" in question]


def test_the_article_of_an_office() -> None:
    assert defini(SlotText("délégué CGT", Grammar("m", "s"))) == "le délégué CGT"
    assert defini(SlotText("adjointe au maire", Grammar("f", "s"))) == "l’adjointe au maire"
    with pytest.raises(Uncertain):
        defini(SlotText("délégués", Grammar("m", "p")))


def test_every_verb_that_asks_by_name_asks_by_office() -> None:
    ids = {template.id for template in load().for_role("question")}
    named = {name.rpartition("/")[2] for name in ids if name.startswith("question/declaration/")}
    assert named and named == {name.rpartition("/")[2] for name in ids if name.startswith("question/declaration-role/")}


def test_what_reopened_is_no_disruption() -> None:
    from seo_fr.propose.events import fires

    rule = next(rule for rule in load().of_kind("event-questions") if rule.data["question"] == "perturbations")
    assert fires(rule, load(), "Les deux lignes de tramway sont à l’arrêt.")
    assert not fires(rule, load(), "La route a été coupée avant de rouvrir dans la soirée.")


def test_an_aside_within_the_marks() -> None:
    assert _ASIDE.search("C’est un beau travail, commence-t-elle. Mais il manque un toit.")
    assert _ASIDE.search("Il fallait partir, raconte Paul. La rivière montait.")
    assert not _ASIDE.search("Il fallait partir, la rivière montait. Ira-t-elle plus haut ?")
