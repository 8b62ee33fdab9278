"""The focus keyphrase of an article without a title: what its sentence of news is about, not what frames it; on invented sentences."""

from __future__ import annotations

import pytest

from seo_fr.analyse.focus import focus_of
from seo_fr.analyse.focus_lede import completes, misshapen, news_sentence
from tests.articles import understood


@pytest.mark.parametrize(
    ("text", "before", "kinds", "expected"),
    [
        ("Social Valdan", "du Parti ", "PP", True),
        ("Intervenue en Valdoré", "", "PP", True),
        ("Belmont sur le score", "le club de ", "PN", True),
        ("sécurité valdanes", "forces de ", "NA", True),
        ("Anna Morel", "la ministre ", "PP", False),
        ("réforme fiscale", "sa ", "NA", False),
    ],
)
def test_half_of_a_name_is_no_keyphrase(text: str, before: str, kinds: str, expected: bool) -> None:
    assert misshapen(text, before, kinds) is expected


def test_a_complement_is_known_by_what_stands_before_it() -> None:
    assert completes("le conseil de rédaction de la ") and not completes("a présenté la ")


def test_who_acts_is_preferred_to_the_election_that_frames_it() -> None:
    source = understood("Dans le cadre de l’élection présidentielle de mai, l’ancienne ministre Anna Morel a proposé la suppression de la taxe sur les ponts. Anna Morel veut aussi fermer deux casernes.")
    assert focus_of(source.analysis).text == "Anna Morel"


def test_an_opening_that_sets_the_scene_leaves_the_news_to_the_next_sentence() -> None:
    source = understood("Il était 23 heures, lundi, quand Paul Devos a refermé son dossier. Par 15 voix contre 13, le conseil municipal de Belmont a adopté le plan de financement de la future piscine. Le plan de financement court sur dix ans.")
    news = news_sentence(source.analysis)
    assert news is not None and news.of(source.text).startswith("Par 15 voix")
    assert focus_of(source.analysis).text != "Paul Devos"
