"""The focus keyphrase out of the sentence of news: the event, the competition, the thing; no venue, no crowd, no part of the map; on invented sentences."""

from __future__ import annotations

import pytest

from seo_fr.analyse.focus import focus_of
from tests.articles import understood


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Pour le cinquième jour, les éboueurs de la ville ont cessé le travail hier. Le quai du tram était désert. Sur le quai du tram, la grève agace les voyageurs.", "grève"),
        ("Le 16 février, l’équipe de Belmont a battu celle de Brelle sur le score de 23 à 19, en match comptant pour le championnat de Fédérale 1. Le club de Brelle recevra Lurmont le 2 mars.", "championnat de Fédérale 1"),
        ("Par 15 voix contre 13, le conseil municipal de Belmont a adopté le plan de financement de la future piscine intercommunale. Le maire compte sur la région pour la future piscine.", "piscine intercommunale"),
        ("L’équipementier Valdrome a annoncé jeudi un projet de réorganisation prévoyant la suppression de 40 postes. L’usine de Brelle fermera.", "Valdrome"),
    ],
)
def test_the_sentence_of_news_gives_the_keyphrase(text: str, wanted: str) -> None:
    assert focus_of(understood(text).analysis).text == wanted


def test_a_venue_and_a_quarter_of_the_map_are_no_keyphrase() -> None:
    for text in (
        "Le meneur de l’Étoile de Belmont a fait exploser samedi soir le gymnase Anna-Morel et offert à son club une demi-finale.",
        "Quatre départements du Sud-Est restaient placés mardi soir en vigilance rouge, après des pluies qui ont provoqué une crue.",
    ):
        assert focus_of(understood(text).analysis).text not in ("gymnase Anna-Morel", "départements du Sud-Est")


def test_what_the_crowd_is_against_and_the_name_without_nationality() -> None:
    body = "Samedi, le cortège est parti de la place du Foirail. La fermeture de la maternité est prévue en mai."
    assert focus_of(understood(body, title="Près de 1 800 manifestants contre la fermeture de la maternité").analysis).text == "fermeture de la maternité"
    run = "La Kényane Anna Morel-Devos a battu vendredi le record du monde du lancer de sabot. Anna Morel-Devos a fêté son titre."
    assert focus_of(understood(run, title="La Kényane Anna Morel-Devos bat le record du monde du lancer").analysis).text == "Anna Morel-Devos"
