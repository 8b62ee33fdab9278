"""A heading does not end before what its verb or its noun needs; what stands between verb and object falls instead."""

from __future__ import annotations

import pytest

from seo_fr.check.fidelity import check_copied
from seo_fr.model import Copied
from seo_fr.propose.candidate import passage
from seo_fr.propose.trims import section_lines
from seo_fr.rulebook import load
from tests.articles import understood


def lines(sentence: str) -> list[str]:
    source = understood(sentence)
    return [line.text.replace("\u00a0", " ") for clause in source.analysis.clauses for line in section_lines(source, clause)]


@pytest.mark.parametrize(
    ("sentence", "heading"),
    [
        ("Le conseil a approuvé jeudi soir, après trois heures de débat, la vente du théâtre municipal.", "Le conseil approuve la vente du théâtre municipal"),
        ("La cour a confirmé mardi, en appel, la condamnation de la société à 30.000 euros d’amende.", "La cour confirme la condamnation de la société à 30.000 euros d’amende"),
        ("La mairie a lancé lundi, avec l’appui de la région, une opération de nettoyage des berges de la Viorne.", "La mairie lance une opération de nettoyage des berges de la Viorne"),
    ],
)
def test_what_parts_verb_and_object_falls(sentence: str, heading: str) -> None:
    assert heading in lines(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Les élus de Moravane ont rejeté mercredi, par 118 voix contre 112, la motion de censure déposée par les deux groupes de l’opposition au gouvernement.",
        "La mairie a lancé lundi, avec l’appui de la région, une opération de nettoyage des berges de la Viorne et de ses nombreux affluents.",
    ],
)
def test_no_heading_ends_before_the_object(sentence: str) -> None:
    assert not any(line.endswith(("112", "région", "lundi", "mercredi")) for line in lines(sentence))


def test_a_project_says_of_what() -> None:
    assert not any(line.endswith(("un projet", "un projet de loi")) for line in lines("La commission a adopté, à l’unanimité, un projet de loi sur les retraites des marins et des dockers du port de Nolay."))


def test_the_insertion_is_certified_by_the_check() -> None:
    source = understood("Le conseil a approuvé jeudi soir, après trois heures de débat, la vente du théâtre municipal.")
    line = next(line for clause in source.analysis.clauses for line in section_lines(source, clause) if "approuve la vente" in line.text)
    item = passage("section", "h2", line.text, Copied(line.span, line.edits))
    assert not check_copied(item, Copied(line.span, line.edits), source.analysis.article, load())
