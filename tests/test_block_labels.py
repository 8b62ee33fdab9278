"""Labels of blocks stand after the focus keyphrase only where it is what they are about; a function stands with its body or not at all. Invented text."""

from __future__ import annotations

import pytest

from seo_fr.choose.heading_choice import HeadingChoice
from seo_fr.model import Copied, Span
from seo_fr.propose.by_function import labels_nobody
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.closing import labels_again
from seo_fr.propose.describe import descriptions
from tests.articles import understood


def called(name: str, *paragraphs: str) -> list[str]:
    source = understood(*paragraphs)
    entity = next(entity for entity in source.analysis.entities if entity.name.of(source.text) == name)
    return [found.text for found in descriptions(source, entity)]


@pytest.mark.parametrize(
    ("function", "kept"),
    [
        ("secrétaire du syndicat à l’usine", False),
        ("directrice départementale", False),
        ("secrétaire du syndicat des dockers", True),
        ("directrice départementale de la Croix-Bleue", True),
        ("présidente du comité de défense", True),
    ],
)
def test_a_function_keeps_its_body_or_falls(function: str, kept: bool) -> None:
    found = called("Odile Kervadec", f"Les ateliers ont fermé lundi à Brize. La {function}, Odile Kervadec, a parlé aux ouvriers mardi.")
    assert any(function in text for text in found) is kept


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("manifestants contre la fermeture", False),
        ("rebelles du Nord", False),
        ("élèves du collège", False),
        ("ex-PDG de Brizelec", False),
        ("Toulouse", False),
        ("fermeture de la maternité", True),
        ("grève des éboueurs", True),
    ],
)
def test_nobody_and_no_lone_place_stands_before_a_label(words: str, kept: bool) -> None:
    source = understood("Les ateliers ont fermé lundi à Toulouse. Toulouse attend la suite.")
    assert labels_nobody(source, words) is kept


def _line(text: str) -> Candidate:
    item = passage("who", "bullet", text, Copied(Span(0, len(text))), ())
    return Candidate("who", (item,), (), (0,), 0)


@pytest.mark.parametrize(
    ("title", "label", "kept"),
    [
        ("", "Foin de l’hiver\u00a0: ce qu’ils ont dit", False),
        ("Le foin de l’hiver manque", "Foin de l’hiver\u00a0: ce qu’ils ont dit", True),
        ("", "Digue du port\u00a0: ce qu’ils ont dit", True),
        ("", "Qui dit quoi", True),
    ],
)
def test_a_label_is_about_its_lines_or_the_title(title: str, label: str, kept: bool) -> None:
    source = understood("La digue a cédé lundi. Le foin de l’hiver est perdu.", title=title)
    choice = object.__new__(HeadingChoice)
    choice.candidates = type("Found", (), {"source": source})()  # type: ignore[assignment]
    choice.chosen = {"who": [_line("Le maire : « La digue devait tenir dix ans. »"), _line("La préfète : « Les secours étaient là dès l’aube. »")]}
    assert choice._is_about("who", _line(label)) is kept


@pytest.mark.parametrize(
    ("text", "used", "again"),
    [
        ("Banques piratées\u00a0: les déclarations", "moyen de paiement\u00a0: les déclarations de l’agence varne", True),
        ("Banques piratées\u00a0: les déclarations de l’Agence Varne", "moyen de paiement\u00a0: les déclarations", True),
        ("Banques piratées\u00a0: les déclarations de l’Agence Varne", "moyen de paiement\u00a0: les déclarations de l’agence varne", True),
        ("Banques piratées\u00a0: qui dit quoi", "moyen de paiement\u00a0: les déclarations", False),
        ("Banques piratées\u00a0: la suite", "banques piratées\u00a0: la suitede", False),
        ("L’agence ferme", "moyen de paiement\u00a0: l’agence ferme", False),
    ],
)
def test_no_two_headings_bear_one_label(text: str, used: str, again: bool) -> None:
    assert labels_again(text, frozenset([used])) is again
