"""Questions that whole sentences of the body's middle answer, and which sentence goes on about the one before."""

from __future__ import annotations

import pytest

from seo_fr.check.fidelity import check_passage
from seo_fr.rulebook import load
from tests.articles import asked, pairs

PARAGRAPHS = (
    "Une fusillade a fait trois morts lundi soir au marché de Varne, a annoncé la préfecture. Deux suspects ont été arrêtés.",
    "Les victimes sont deux commerçants et un livreur de la ville voisine. Ils travaillaient au marché de Varne depuis dix ans.",
    "Le 3 mars, des voleurs avaient vidé deux réserves du marché de Varne et légèrement blessé le gardien de nuit.",
    "Le jury du concours est composé de trois cuisiniers, d’une boulangère et de deux élus de la région de Varne. Odile Sarrat habite loin.",
    "Le maire de Varne avait promis de réparer les grilles du marché et de poser quatre caméras avant la fin de l’année.",
    "Selon le directeur du marché, la fusillade a duré deux minutes. La mairie fermera le marché de Varne mardi.",
)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Qui sont les victimes ?", "deux commerçants et un livreur"),
        ("De qui se compose le jury du concours ?", "trois cuisiniers"),
        ("Qu’avait promis le maire de Varne ?", "quatre caméras"),
    ],
)
def test_whole_sentences_answer_what_a_reader_asks(question: str, words: str) -> None:
    assert any(asks == question and words in answer for asks, answer in pairs(*PARAGRAPHS)), sorted({asks for asks, _ in pairs(*PARAGRAPHS)})


def test_a_second_sentence_goes_on_about_the_first() -> None:
    assert not [answer for asks, answer in pairs(*PARAGRAPHS) if "se compose" in asks and "Odile Sarrat" in answer]


def test_a_promise_of_before_is_not_asked_in_the_present() -> None:
    assert "Que promet le maire de Varne ?" not in {asks for asks, _ in pairs(*PARAGRAPHS)}


def test_one_step_is_no_steps() -> None:
    assert "Quelles sont les prochaines étapes ?" not in {asks for asks, _ in pairs(*PARAGRAPHS)}


def test_nothing_is_known_of_things() -> None:
    assert not [asks for asks, _ in pairs(*PARAGRAPHS) if asks.startswith(("Que sait-on", "Que faut-il savoir"))]


def test_the_fidelity_check_passes_them() -> None:
    article, found = asked(*PARAGRAPHS)
    for candidate in found:
        for item in candidate.passages:
            assert not check_passage(item, article, load()), item.text
