"""Questions about names that the source explains aside, tolls in a few words, objects that answer alone."""

from __future__ import annotations

import pytest

from seo_fr.check.fidelity import check_page, check_passage
from seo_fr.model import Article, Block, Copied, Keyphrase, Page, Passage, Span
from seo_fr.rulebook import load
from tests.articles import asked, pairs

PARAGRAPHS = (
    "Une collision entre deux trains a fait un mort et deux blessés mardi matin à Varne, dans le Dorlay. Odile Sarrat s’est rendue sur place.",
    "Quarante voyageurs ont été évacués dans la matinée, selon la préfecture. Les voyageurs étaient retenus par la police dans des bâtiments du centre-ville.",
    "Le chantier de la gare sera suivi par Odile Sarrat, directrice générale du réseau ferré du pays de Dorlay, qui a demandé un rapport.",
    "La Transvarne, une course de chiens de traîneau longue de 300 kilomètres, partira mercredi de Varne. Les syndicats craignent une baisse des salaires.",
    "Le pape Anselme III, chef de l’Église de Varne, a écrit aux familles. L’entraîneur du club juge que ce résultat doit servir de réveil à son équipe.",
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Quel est le bilan ?", "Un mort et deux blessés."),
        ("Qui est Odile Sarrat ?", "Directrice générale du réseau ferré du pays de Dorlay."),
        ("Que craignent les syndicats ?", "Une baisse des salaires."),
    ],
)
def test_a_few_words_answer(question: str, answer: str) -> None:
    assert (question, answer) in pairs(*PARAGRAPHS)


def test_who_everybody_knows_is_not_asked_about_and_an_opinion_is_no_next_step() -> None:
    found = pairs(*PARAGRAPHS)
    assert not any(question.startswith("Qui est Anselme") for question, _ in found)
    assert not any("servir de réveil" in answer for question, answer in found if "suite" in question or "étapes" in question)


def test_whom_only_the_body_names_is_not_asked_about() -> None:
    assert not any(question.startswith("Qui est Odile") for question, _ in pairs(PARAGRAPHS[0].partition(" Odile")[0], *PARAGRAPHS[1:]))


def test_one_person_is_not_asked_about_twice() -> None:
    tagged = [candidate for candidate in asked(*PARAGRAPHS)[1] if any(tag.startswith("nom:") for tag in candidate.tags)]
    assert tagged and all(any(tag.startswith("qui:") for tag in candidate.tags) and any(tag.startswith("dit:") for tag in candidate.tags) for candidate in tagged)


def test_every_short_answer_is_faithful() -> None:
    article, found = asked(*PARAGRAPHS)
    mine = [candidate for candidate in found if len(candidate.passages[1].text) < 60]
    refused = [(item.text, reason.message) for candidate in mine for item in candidate.passages for reason in check_passage(item, article, load())]
    assert mine and not refused


def _page(article: Article, *passages: Passage) -> Page:
    title = Passage("t", "title_tag", "", Copied(Span(0, 0)))
    return Page(title, title, title, title, Keyphrase("clé", 1.0, ()), (), (Block("qa", passages),), 0, article)


def test_an_object_alone_answers_only_a_question_that_says_whose_it_is() -> None:
    article, found = asked(*PARAGRAPHS)
    fear = next(candidate for candidate in found if candidate.passages[1].text == "Une baisse des salaires.")
    toll = next(candidate for candidate in found if candidate.passages[0].text.startswith("Quel est le bilan"))
    assert not [finding for finding in check_page(_page(article, *fear.passages), article, load()) if finding.rule == "fidelite-attribution"]
    assert [finding for finding in check_page(_page(article, toll.passages[0], fear.passages[1]), article, load()) if finding.rule == "fidelite-attribution"]


def test_an_amount_without_its_space_is_typeset_once() -> None:
    """« 2,4% » gets its space by an insertion, a span without width that overlaps nothing: made twice, it ended the page."""
    _, found = asked("Le trafic des bus était réduit lundi à Varne, au quatrième jour d’une grève des conducteurs.", "Les syndicats réclament une hausse des salaires de 2,4% et une prime de 300 euros.")
    answers = {candidate.passages[1].text for candidate in found}
    assert any("2,4\u00a0%" in answer for answer in answers), answers
