"""No title, heading or keyphrase stops inside a coordination, a name or a measure, or on a verb that needs its complement."""

from __future__ import annotations

import pytest

from seo_fr.analyse.focus_lede import halved
from seo_fr.model import Span
from seo_fr.propose.severed import severed
from tests.articles import understood


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("Les deux personnes blessées sont le boulanger, âgé de 41 ans, et une cliente de 63 ans.", "Les deux personnes blessées sont le boulanger"),
        ("Les experts interrogés par la revue tablaient en moyenne sur 300 millions.", "Les experts interrogés par la revue tablaient"),
        ("Les 800 places sont parties lundi matin.", "Les 800 places sont parties"),
        ("Un séisme d’une magnitude de 5,4 a secoué la vallée.", "Un séisme d’une magnitude"),
        ("La mairie et les éleveurs de la vallée ont signé lundi un accord.", "La mairie et les éleveurs de la vallée ont signé"),
        ("Deux voleurs arrêtés, un troisième en fuite dans la vallée.", "Deux voleurs arrêtés, un troisième"),
    ],
)
def test_severed(sentence: str, kept: str) -> None:
    assert severed(understood(sentence), len(kept))


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("Les élus ont voté mardi la fermeture du pont de la vallée.", "Les élus ont voté mardi la fermeture du pont"),
        ("La mairie a signé un accord lundi.", "La mairie a signé un accord"),
        ("Le pont a été fermé lundi matin.", "Le pont a été fermé"),
        ("La mairie a fermé le pont et lancé des travaux.", "La mairie a fermé le pont"),
    ],
)
def test_whole(sentence: str, kept: str) -> None:
    assert not severed(understood(sentence), len(kept))


@pytest.mark.parametrize(
    ("text", "phrase", "half"),
    [
        ("les rebelles du Front pour l'éveil du Morvan ont signé", "rebelles du Front", True),
        ("les rebelles du Front pour l'éveil du Morvan ont signé", "éveil du Morvan", True),
        ("découverte du plus vieil arbre de la vallée", "vieil arbre de la vallée", True),
        ("découverte du plus vieil arbre de la vallée", "arbre de la vallée", False),
        ("les rebelles du Front ont signé", "rebelles du Front", False),
    ],
)
def test_halved(text: str, phrase: str, half: bool) -> None:
    start = text.index(phrase)
    assert halved(text, Span(start, start + len(phrase))) is half
