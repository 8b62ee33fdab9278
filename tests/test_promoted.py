"""Parts of sentences told as sentences of their own, and the second reader's view of them."""

from __future__ import annotations

import pytest

from seo_fr.check.fidelity import check_copied
from seo_fr.model import Copied, Edit, Passage, Span
from seo_fr.propose.promoted import is_aside, promoted
from seo_fr.rulebook import load
from tests.articles import article, understood


def told(text: str) -> list[str]:
    source = understood(text)
    found = promoted(source, load())
    for telling in found:
        origin = Copied(telling.span, telling.edits)
        assert check_copied(Passage("p", "sentence", telling.text, origin), origin, source.analysis.article, load()) == (), telling.text
    return [telling.text.replace("\u00a0", " ").replace("\u202f", " ") for telling in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jean Dupont, qui dirige la scierie de Lormont depuis 2012, a présenté son projet lundi.", "Jean Dupont dirige la scierie de Lormont depuis 2012."),
        ("Les élus ont visité la nouvelle usine de papier, qui doit ouvrir au mois de mai.", "La nouvelle usine de papier doit ouvrir au mois de mai."),
        ("Paul Morvan, condamné en 2019 à trois ans de prison, a fait appel du jugement.", "Paul Morvan a été condamné en 2019 à trois ans de prison."),
        ("La papeterie Lormet, située à Beaumont, emploie 300 personnes.", "La papeterie Lormet est située à Beaumont."),
        ("La direction a annoncé la fermeture de la scierie, qui emploie 80 personnes en 2024.", ""),
        ("Claire Vasseur a rejeté cette accusation et n’a pas souhaité commenter le jugement du tribunal.", "Claire Vasseur n’a pas souhaité commenter le jugement du tribunal."),
        ("La mairie a fermé le marché couvert et a interdit la vente de gibier.", "La mairie a interdit la vente de gibier."),
        ("Le conseil général a voté le budget lundi, puis a augmenté le prix des transports.", "Le conseil général a augmenté le prix des transports."),
    ],
)
def test_a_part_is_told_alone(text: str, expected: str) -> None:
    assert expected in (told(text) or [""])


def test_what_is_reported_keeps_its_voice_and_the_noun_its_complement() -> None:
    text = "Une usine de papier sera construite à Lormont.\n\nLes services de la préfecture ont indiqué que la région avait aidé l’usine, qui pourrait être opérationnelle au début de l’année prochaine."
    assert "L’usine de papier pourrait être opérationnelle au début de l’année prochaine, selon les services de la préfecture." in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Le maire a rencontré l’avocat de Jean Dupont, qui dirige la scierie de Lormont depuis 2012.",  # who directs it
        "Le maire a annoncé que le tribunal avait fermé la scierie et a promis une aide.",  # the tribunal, or the mayor
        "Le chat a mangé une souris, un poisson et un oiseau.",
        "La police a arrêté un homme, qui aurait tué trois personnes.",
    ],
)
def test_nothing_uncertain_is_told(text: str) -> None:
    assert told(text) == []


def test_what_a_participle_says_is_said_in_passing() -> None:
    aside = promoted(understood("Paul Morvan, condamné en 2019 à trois ans de prison, a fait appel du jugement."), load())
    second = promoted(understood("La mairie a fermé le marché couvert et a interdit la vente de gibier."), load())
    assert [is_aside(part) for part in (*aside, *second)] == [True, False]


def test_the_second_reader_refuses_a_wrong_subject() -> None:
    text = "Le maire a dit que le tribunal avait fermé la scierie et a promis une aide."
    source = article(text)
    start, end = text.index(" a dit"), text.index("a promis")
    edit = Edit("drop", "predicat-repris", Span(start, end), " ")
    origin = Copied(Span(0, len(text)), (edit,))
    assert check_copied(Passage("p", "sentence", "Le maire a promis une aide.", origin), origin, source, load())


def test_the_second_reader_refuses_a_participle_that_does_not_agree() -> None:
    text = "Les scieries, fermées en 2019, ont rouvert lundi."
    source = article(text)
    edit = Edit("tense", "participe-promu", Span(text.index(", fer"), text.index("fermées")), " a été ")
    origin = Copied(Span(0, text.index(", ont")), (edit,))
    assert check_copied(Passage("p", "sentence", "Les scieries a été fermées en 2019", origin), origin, source, load())


def test_the_second_reader_wants_the_voice() -> None:
    text = "La préfecture indique que la région a aidé l’usine de Lormont, qui doit ouvrir en mai."
    source = article(text)
    start = text.index("l’usine")
    edits = (Edit("case", "majuscule-initiale", Span(start, start + 1), "L"), Edit("drop", "relative-promue", Span(text.index(", qui"), text.index("doit")), " "))
    origin = Copied(Span(start, len(text)), edits)
    assert check_copied(Passage("p", "sentence", "L’usine de Lormont doit ouvrir en mai.", origin), origin, source, load())
