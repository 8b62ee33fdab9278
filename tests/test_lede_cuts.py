"""The first sentence cut to the length of a description: what falls, what stays."""

from __future__ import annotations

import pytest

from seo_fr.propose.lede_cuts import lede_cuts
from tests.articles import understood

MORE = "Le maire a promis une réunion. Les habitants attendent des réponses. La préfecture suit le dossier."


def _forms(sentence: str, low: int = 60, high: int = 156) -> list[str]:
    source = understood(sentence, MORE, title="Valmont : la journée en bref")
    return [telling.text.replace("\u00a0", " ") for telling, _ in lede_cuts(source, source.first_sentence, low, high)]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "La conteuse Anna Morel, première femme à avoir traversé seule le plateau de Brelle à pied, est morte lundi à l’âge de 88 ans à son domicile de Valmont (Gard), a annoncé sa famille.",
            "La conteuse Anna Morel est morte lundi à l’âge de 88 ans à son domicile de Valmont, a annoncé sa famille.",
        ),
        (
            "Le conseil régional a adopté mardi soir, à l’issue de neuf heures de débats houleux, le projet de règlement sur le partage de la ressource en eau, par 74 voix contre 69.",
            "Le conseil régional a adopté mardi soir le projet de règlement sur le partage de la ressource en eau, par 74 voix contre 69.",
        ),
    ],
)
def test_asides_fall(sentence: str, wanted: str) -> None:
    assert wanted in _forms(sentence)


def test_attribution_and_partial_sum_stay() -> None:
    forms = _forms("Deux ouvriers sont morts et quatre autres ont été blessés, dont un grièvement, mercredi matin dans l’explosion d’un silo de la coopérative Grains de Brelle, à Valmont (Gard), ont indiqué la préfecture et les secours.", 100, 200)
    assert forms
    assert all("ont indiqué la préfecture et les secours" in form and "dont un grièvement" in form for form in forms)


def test_the_object_never_falls() -> None:
    forms = _forms("Le conseil régional a adopté mardi soir, à l’issue de neuf heures de débats houleux, le projet de règlement sur le partage de la ressource en eau, par 74 voix contre 69.", 20, 200)
    assert all("projet de règlement" in form for form in forms)


def test_half_of_a_date_stays() -> None:
    forms = _forms("L’armée du Valdoré a lancé ce 20 septembre une offensive pour reprendre la ville de Brelle et sa région, l’un des derniers bastions des rebelles dans le pays.", 40, 200)
    assert all("lancé septembre" not in form for form in forms)


def test_a_sentence_that_opens_with_its_day_is_cut() -> None:
    source = understood("Ce jeudi 16 février, le conseil régional a adopté une loi réduisant les délais, comprenant les appels et les recours notamment.")
    assert any(telling.text == "Le conseil régional a adopté une loi réduisant les délais." for telling, _ in lede_cuts(source, 0, 40, 200))


def test_the_object_behind_the_day_does_not_fall() -> None:
    source = understood("Jugé depuis lundi à Lens, l’ancien notaire Paul Morvan a nié mercredi, devant le tribunal correctionnel, s’être enrichi.")
    assert not any(telling.text.endswith("a nié mercredi.") for telling, _ in lede_cuts(source, 0, 20, 200))


def test_what_it_is_called_besides_falls_with_its_brackets() -> None:
    source = understood("La troupe Alfa (Alba selon son acronyme breton) a subi d’importants revers ces derniers jours dans les salles du pays.", "Elle jouera jeudi.")
    assert any("acronyme" not in telling.text for telling, _ in lede_cuts(source, source.first_sentence, 50, 120))
