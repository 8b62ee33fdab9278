"""A person whom a block names by the surname alone: persons only, and only where nothing before has named them."""

from __future__ import annotations

from dataclasses import replace

from seo_fr.analyse import analyse
from seo_fr.check.short_names import short_names
from seo_fr.model import Block, Copied, Passage, Span
from seo_fr.options import Options
from seo_fr.rewrite import write_page
from seo_fr.rulebook import load
from tests.articles import titled

ARTICLE = titled(
    "Rivemont : le budget du club adopté",
    "Le maire de Rivemont, Paul Ferrec, a présenté mardi le budget du FC Rivemont devant le conseil municipal. Paul Ferrec a promis une aide. L’usine Morel fermera, a dit Jeanne Morel.",
    "Ferrec a ensuite reçu les joueurs. Le FC Rivemont jouera samedi. Selon Ferrec, la tribune sera refaite. L’avocate d’Élise Tanguy a saisi le juge. Tanguy demande réparation.",
)


def warned(*sentences: str, heading: str = "") -> list[str]:
    analysis = analyse(ARTICLE)
    page = write_page(ARTICLE, Options(grammar=False), None)

    def passage(number: int, text: str, role: str) -> Passage:
        return Passage(f"p{number}", role, text, Copied(Span(0, 1)))  # type: ignore[arg-type]

    block = Block("introduction", tuple(passage(n, text, "sentence") for n, text in enumerate(sentences)), heading=passage(99, heading, "h2") if heading else None)
    return [finding.actual for finding in short_names(replace(page, blocks=(block,)), analysis, load())]


def test_a_surname_alone_is_told_once() -> None:
    assert warned("Ferrec a ensuite reçu les joueurs.", "Selon Ferrec, la tribune sera refaite.") == ["Ferrec"]


def test_a_full_name_a_title_or_a_heading_names_the_person() -> None:
    assert warned("Paul Ferrec a promis une aide.", "Ferrec a ensuite reçu les joueurs.") == []
    assert warned("M. Ferrec a promis une aide.") == []
    assert warned("Ferrec a ensuite reçu les joueurs.", heading="Paul Ferrec : l’aide promise") == []
    assert warned("L’avocate d’Élise Tanguy a saisi le juge.", "Tanguy demande réparation.") == []


def test_clubs_towns_and_firms_have_no_first_name() -> None:
    assert warned("Rivemont jouera samedi.") == []
    assert warned("Morel fermera.") == []


def test_what_bears_the_name_is_not_the_person() -> None:
    assert warned("La loi Ferrec a été votée.", "L’effet de Ferrec se mesure.") == []
