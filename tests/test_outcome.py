"""What the article takes back later is not told without its end."""

from __future__ import annotations

from seo_fr.check.outcome import outcome_findings
from seo_fr.model import Passage
from seo_fr.rulebook import load
from tests.articles import titled
from tests.test_standing import copied, page

LEDE = "Des coups de feu ont été tirés lundi à Lens."


def taken_back(paragraphs: tuple[str, ...], *told: str) -> bool:
    article = titled("Fusillade à Lens", LEDE, *paragraphs)
    passages: list[Passage] = [copied(article, words) for words in told]
    return bool(outcome_findings(page(article, *passages), article, load()))


def test_a_suspect_at_large_who_is_arrested() -> None:
    text = ("Le suspect a pris la fuite à moto.", "Mardi, le suspect a été interpellé près de la gare.")
    assert taken_back(text, "Le suspect a pris la fuite à moto.")
    assert not taken_back(text, "Le suspect a pris la fuite à moto.", "Mardi, le suspect a été interpellé près de la gare.")
    assert not taken_back(("Le suspect a pris la fuite à moto.", "Le suspect n’a pas été interpellé."), "Le suspect a pris la fuite à moto.")


def test_a_leader_who_withdraws() -> None:
    text = ("Claire Morel est en tête à mi-course.", "Victime de crampes, Claire Morel abandonne au vingtième kilomètre.")
    assert taken_back(text, "Claire Morel est en tête à mi-course.")
    assert not taken_back(("Claire Morel est en tête à mi-course.", "Anne Vidal abandonne au vingtième kilomètre."), "Claire Morel est en tête à mi-course.")


def test_one_who_is_held_then_freed() -> None:
    assert taken_back(("Paul Morel a été placé en garde à vue lundi.", "Paul Morel a été relâché mercredi."), "Paul Morel a été placé en garde à vue lundi.")
    assert not taken_back(("Paul Morel a été placé en garde à vue lundi.", "Paul Morel n’a pas été libéré mercredi."), "Paul Morel a été placé en garde à vue lundi.")


def test_a_concert_that_is_called_off() -> None:
    assert taken_back(("Le concert est prévu samedi au stade.", "Le concert a finalement été annulé."), "Le concert est prévu samedi au stade.")


def test_what_was_promised_before_the_race() -> None:
    text = ("La course s’annonce ouverte chez les femmes.", "Anne Vidal remporte la course au sprint.")
    assert taken_back(text, "La course s’annonce ouverte chez les femmes.")
    assert not taken_back(text, "La course s’annonce ouverte chez les femmes.", "Anne Vidal remporte la course au sprint.")
    assert not taken_back(("La course s’annonce ouverte chez les femmes.", "Le départ sera donné lundi."), "La course s’annonce ouverte chez les femmes.")


def test_a_toll_that_is_counted_again() -> None:
    text = ("Le bilan est de 12 blessés lundi.", "On compte désormais 20 blessés.")
    assert taken_back(text, "Le bilan est de 12 blessés lundi.")
    assert not taken_back(text, "Le bilan est de 12 blessés lundi.", "On compte désormais 20 blessés.")
    assert not taken_back(("Le bilan est de 12 blessés lundi.", "On compte désormais 3 morts."), "Le bilan est de 12 blessés lundi.")
