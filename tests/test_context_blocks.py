"""The block of context that suits an article stands on its page, though its words are reached without."""

from __future__ import annotations

from functools import cache

import pytest

from seo_fr.choose.suited import is_suited
from seo_fr.model import Copied, Page, Span
from seo_fr.options import Options
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.describe import descriptions
from seo_fr.propose.figures_block import _ASIDE
from seo_fr.propose.heard import is_presented
from seo_fr.read import read_text
from seo_fr.rewrite import write_page
from tests.articles import understood

VOICES = """Brissac-sur-Orne : la fermeture de la piscine divise le conseil municipal

Le conseil municipal de Brissac-sur-Orne a voté lundi soir la fermeture de la piscine des Glycines, ouverte en 1974. Dix-sept élus se sont prononcés pour, dix contre. Le bassin accueillait chaque année 41 000 baigneurs, dont les élèves de six écoles.

La chaudière est tombée en panne au mois de mars et les pièces ne se fabriquent plus. Un bureau d’études a chiffré les travaux à 3,4 millions d’euros. La commune dispose d’un budget d’investissement de 2,1 millions d’euros par an.

« Nous ne pouvons pas demander aux habitants de payer deux fois le prix d’un bassin neuf pour réparer un bassin ancien », a déclaré la maire, Solène Harcourt, devant une salle pleine.

L’opposition reproche à la majorité d’avoir laissé le bâtiment se dégrader. « Les rapports de 2016 et de 2019 disaient déjà que la chaudière ne tiendrait pas dix ans de plus », a répondu Matthieu Lorgeril, chef de file de l’opposition.

Le club de natation compte 320 licenciés. Ses entraîneurs conduiront les nageurs en car jusqu’à Valmondois, à 22 kilomètres, à partir du mois de septembre. « Les enfants de six ans ne feront pas une heure de route après la classe pour une demi-heure de bassin », a prévenu Clarisse Devienne, présidente du club de natation.

Les maîtres-nageurs seront affectés à d’autres services. La région a promis une aide de 400 000 euros si un bassin intercommunal est construit. Trois communes voisines se réuniront le mois prochain pour en discuter. Le terrain de la piscine appartient à la ville, qui n’a pas l’intention de le vendre avant la fin du mandat.
"""


@cache
def page(words: int) -> Page:
    return write_page(read_text(VOICES), Options(grammar=False, words=words))


def _candidate(order: int, speaker: int | None = None, *tags: str) -> Candidate:
    text = "Le bassin ferme."
    return Candidate("who", (passage("who", "bullet", text, Copied(Span(0, len(text))), (order,)),), (order,), (0,), order, tags=tags, speaker=speaker)


def test_voices_are_heard_though_the_words_are_reached() -> None:
    said = [item.text for block in page(260).blocks if block.kind == "who" for item in block.passages]
    assert len(said) >= 2
    assert len({line.partition(" :")[0] for line in (text.replace("\u00a0", " ") for text in said)}) >= 2
    assert [block.kind for block in page(260).blocks][:2] == ["introduction", "keypoints"]


def test_a_short_body_need_not_have_one() -> None:
    text = VOICES.split("\n\nL’opposition")[0] + "\n"
    assert not [block for block in write_page(read_text(text), Options(grammar=False, words=0)).blocks if block.kind == "who"]


def test_what_suits_a_kind() -> None:
    assert is_suited("who", [_candidate(1, 4), _candidate(2, 5)], 2)
    assert not is_suited("who", [_candidate(1, 4), _candidate(2, 4)], 2)
    assert not is_suited("timeline", [_candidate(1, None, "date:3"), _candidate(2, None, "date:3"), _candidate(3, None, "date:5")], 3)
    assert is_suited("figures", [_candidate(1), _candidate(2), _candidate(3)], 3)


def test_an_age_alone_presents_nobody_and_a_trade_behind_it_does() -> None:
    source = understood(
        "La ville de Varne a fermé lundi le pont des Meuniers.",
        "« L’eau montait de dix centimètres par heure dans la cuisine », a raconté Hervé Moulin, 52 ans, rencontré sur place. « Nous avons veillé les malades toute la nuit à la lampe », a dit Odile Sarrat, 41 ans, aide-soignante, à la radio.",
    )
    people = {entity.name.of(source.text): entity for entity in source.analysis.entities if entity.kind == "person"}
    assert not is_presented(source, people["Hervé Moulin"], "")
    assert is_presented(source, people["Odile Sarrat"], "")
    assert descriptions(source, people["Odile Sarrat"])[0].text == "aide-soignante"


@pytest.mark.parametrize("text", ["Vers 10h40, le prix des gilets a augmenté de 22 %.", "On ne voyait pas à vingt mètres.", "Le livreur assure avoir porté douze colis."])
def test_what_is_told_in_passing_is_no_key_figure(text: str) -> None:
    assert _ASIDE.search(text)


def test_a_figure_is_not_in_passing_for_its_hour() -> None:
    assert _ASIDE.search("Quelque 19 000 foyers étaient privés de courant à 19 heures.") is None
