"""Title tags that say the fact behind the keyphrase, on invented titles and sentences."""

from __future__ import annotations

import pytest

from seo_fr.analyse.focus import focus_of
from seo_fr.propose.frames import keyphrase_slot
from seo_fr.propose.lede_titles import lede_titles
from seo_fr.propose.title_news import decided, facts_of_title, half_titles, on_alert
from tests.articles import understood

BODY = "Le maire a promis une réunion. Les habitants attendent des réponses. La préfecture suit le dossier."


@pytest.mark.parametrize(
    ("title", "key", "wanted"),
    [
        ("Attaque d’un marché à Valmont : deux suspects arrêtés, un troisième en fuite dans la forêt", "attaque d'un marché", "Attaque d’un marché à Valmont : deux suspects arrêtés"),
        ("Collision entre un autocar et un poids lourd près de Valmont : deux morts et dix-sept blessés", "collision", "Collision près de Valmont : deux morts et dix-sept blessés"),
        ("Sécheresse : dans le Haut-Valmont, les éleveurs entament déjà le foin de l’hiver", "sécheresse", "Sécheresse : les éleveurs entament déjà le foin de l’hiver"),
    ],
)
def test_the_first_fact_of_a_long_title(title: str, key: str, wanted: str) -> None:
    assert wanted in [text.replace("\u00a0", " ") for text, _ in facts_of_title(understood(BODY, title=title), key)]


def test_a_reserve_in_the_second_fact_keeps_it() -> None:
    title = "Attaque d’un marché à Valmont : deux suspects arrêtés, qui nient toute participation"
    assert not list(facts_of_title(understood(BODY, title=title), "attaque d'un marché"))


def test_half_of_a_title_before_a_hollow_one() -> None:
    source = understood(BODY, title="Valdoré : Anna Morel nommée à la tête de l’Office fédéral des archives sonores")
    assert "Anna Morel nommée à la tête de l’Office fédéral" in [text for text, _ in half_titles(source, "Anna Morel")]
    rise = understood(BODY, title="Anna Morel, ministre du Budget, annonce une hausse de 5 % du prix des timbres")
    assert not any(text.endswith("5 %") for text, _ in half_titles(rise, "Anna Morel"))
    asked = understood(BODY, title="Dormir moins pour guérir ? L’étude valdane qui réveille les insomniaques")
    assert "L’étude valdane qui réveille les insomniaques" in [text for text, _ in half_titles(asked, "étude valdane")]


def _decided(text: str) -> list[str]:
    source = understood(text)
    cle = keyphrase_slot(source, "cle", focus_of(source.analysis))
    return [first.text if objet is None else f"{first.text} : {objet.text}" for first, objet, _ in decided(source, cle)]


def test_what_was_decided_of_a_thing() -> None:
    assert "piscine intercommunale : le plan de financement adopté" in _decided("Par 15 voix contre 13, le conseil municipal de Belmont a adopté le plan de financement de la future piscine intercommunale. Le plan court sur dix ans.")
    assert "Accord de paix signé" in _decided("Le gouvernement valdan et les rebelles du Front ont signé dimanche un accord de paix qui prévoit un cessez-le-feu.")
    assert not _decided("Le gouvernement valdan et les rebelles du Front n’ont pas signé dimanche un accord de paix qui prévoit un cessez-le-feu.")


def test_an_alert_and_an_earthquake() -> None:
    alert = understood("Quatre départements du Sud-Est restaient placés mardi soir en vigilance rouge, après des pluies qui ont provoqué une crue.")
    assert [text for text, _, _ in on_alert(alert)] == ["Quatre départements du Sud-Est placés en vigilance rouge"]
    quake = understood("Un tremblement de terre d’une magnitude de 6,1 a secoué mardi le nord-ouest du Valdoré, à 4 h 52 heure locale.")
    assert "Un tremblement de terre secoue le nord-ouest du Valdoré" in [line.text for line in lede_titles(quake, "tremblement de terre", 60)]
