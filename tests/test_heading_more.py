"""What more may fall from a clause above its section: what follows a counted noun, the means, the season; a place opens it."""

from __future__ import annotations

import pytest

from seo_fr.check.fidelity import check_copied
from seo_fr.model import Copied
from seo_fr.propose.by_function import people_named
from seo_fr.propose.candidate import passage
from seo_fr.propose.headings import quoted
from seo_fr.propose.trims import section_lines
from seo_fr.rulebook import load
from tests.articles import understood

TOLD = [
    ("Une vidéo remixée de l’Assemblée communale de Moravane vient de dépasser le million de vues sur le réseau.", "Une vidéo remixée vient de dépasser le million de vues sur le réseau"),
    ("217 des 441 délégués ont voté pour et 213 contre, dont l’ensemble des élus de la côte et vingt élus de la plaine.", "217 des 441 délégués votent pour et 213 contre"),
    ("Ce matin, à Nolay, trois agents ont été blessés lors de l’évacuation d’une trentaine de grévistes bloquant la mairie.", "À Nolay, trois agents blessés"),
    ("À Nolay, dans le nord du pays, les pêcheurs peuvent désormais vendre leurs prises au marché grâce à un guichet ouvert par la région.", "À Nolay, les pêcheurs peuvent vendre leurs prises au marché"),
    ("La courbe des loyers se retourne ainsi de nouveau après une légère baisse en 2016.", "La courbe des loyers se retourne de nouveau après une légère baisse"),
]


def lines(sentence: str) -> list[str]:
    source = understood(sentence)
    return [line.text.replace("\u00a0", " ") for clause in source.analysis.clauses for line in section_lines(source, clause)]


@pytest.mark.parametrize(("sentence", "heading"), TOLD)
def test_less_is_said_of_the_same(sentence: str, heading: str) -> None:
    assert heading in lines(sentence)


@pytest.mark.parametrize(("sentence", "heading"), TOLD)
def test_the_check_certifies_it(sentence: str, heading: str) -> None:
    source = understood(sentence)
    line = next(line for clause in source.analysis.clauses for line in section_lines(source, clause) if line.text.replace("\u00a0", " ") == heading)
    origin = Copied(line.span, line.edits)
    assert not check_copied(passage("section", "h2", line.text, origin), origin, source.analysis.article, load())


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        ("Une vidéo de l’Assemblée communale de Moravane vient de dépasser le million de vues sur le réseau.", "Une vidéo vient"),  # which one
        ("Une dizaine des cinquante employés de la scierie de Nolay ont repris le travail dans les ateliers du port.", "Une dizaine ont"),
        ("Aucun des trois agents de la mairie qui surveillaient le port n’a été blessé lors de l’évacuation des grévistes.", "Aucun des trois agents n’a"),
        ("La forêt a été vendue par la société Arvel (Nolay) du groupe Bessol via une filiale du port de Moravane.", "vendue (Nolay)"),
    ],
)
def test_nothing_falls_that_makes_the_sense(sentence: str, never: str) -> None:
    assert not any(never in line for line in lines(sentence))


def test_a_namesake_is_not_named() -> None:
    source = understood("Le procureur a présenté Jason Arvel et Vincent Arvel à la presse. Jason Arvel est un ancien marin. Vincent Arvel est à Nolay.")
    assert len({entity.name.of(source.text) for entity in people_named(source, "Jason Arvel est un ancien marin")}) <= 1


def test_the_first_sentence_of_a_long_quotation_heads() -> None:
    source = understood("« Je suis un enfant du port. Mon père y travaillait la nuit, et ma mère tenait le café du quai. », a déclaré Paul Vidal.")
    said = [slots[1].text for quote in source.analysis.quotes for slots in quoted(source, quote)]
    assert said == ["Je suis un enfant du port"]
