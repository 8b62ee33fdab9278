"""Which questions are asked, and how much their answers tell: a closed list of kinds, whole sentences and runs, no claim without its denial."""

from __future__ import annotations

import pytest

from seo_fr.check.fidelity import check_passage
from seo_fr.propose.ask_kinds import fires
from seo_fr.rulebook import load
from tests.articles import asked, pairs

PARAGRAPHS = (
    "Un incendie a détruit mardi soir l’atelier d’une menuiserie de Varne, faisant deux blessés.",
    "Le souffle a brisé les vitres de la mairie voisine. Trente pompiers et cinq camions ont été mobilisés. Les blessés ont été transportés à l’hôpital de Dorlay.",
    "L’origine de l’incendie n’est pas connue. Selon un employé, une machine aurait pris feu dans la réserve. La direction n’a pas confirmé cette information.",
    "La direction propose une prime de 200 euros aux salariés de l’atelier. « Nous avons tout perdu en une heure, mais nous reconstruirons ici », a déclaré la gérante de l’atelier, Odile Sarrat.",
    "Une réunion publique se tiendra jeudi à la salle des fêtes de Varne. Elle sera ouverte aux habitants du quartier et aux élus.",
    "L’atelier avait été rénové en 2019.",
)


def test_what_a_reader_would_not_ask_is_not_asked() -> None:
    questions = {question for question, _ in pairs(*PARAGRAPHS)}
    assert not [question for question in questions if question.startswith(("Qu’a brisé", "Quand l’atelier avait-il", "De quoi ", "À quelle occasion"))]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Que propose la direction ?", "une prime de 200 euros"),
        ("Que dit la gérante de l’atelier ?", "nous reconstruirons ici"),
        ("L’origine de l’incendie est-elle connue ?", "n’a pas confirmé"),
        ("Où sont soignés les blessés ?", "transportés à l’hôpital"),
    ],
)
def test_what_a_reader_would_ask_is_answered_by_whole_sentences(question: str, words: str) -> None:
    assert any(asks == question and words in answer for asks, answer in pairs(*PARAGRAPHS))


def test_hearsay_is_not_told_without_who_does_not_confirm_it() -> None:
    answers = [answer for _, answer in pairs(*PARAGRAPHS) if "aurait pris feu" in answer]
    assert answers and all("n’a pas confirmé" in answer for answer in answers)


def test_a_run_carries_the_facts_of_all_its_sentences() -> None:
    runs = [candidate for candidate in asked(*PARAGRAPHS)[1] if "run" in candidate.tags]
    assert runs and all(len(candidate.facts) >= 2 and set(candidate.facts) == {int(tag.partition(":")[2]) for tag in candidate.tags if tag.startswith("clause:")} for candidate in runs)


def test_every_pair_is_faithful_as_it_is() -> None:
    article, found = asked(*PARAGRAPHS)
    refused = [(passage.text, reason.message) for candidate in found for passage in candidate.passages for reason in check_passage(passage, article, load())]
    assert not refused


def test_the_list_of_kinds_says_what_is_asked() -> None:
    rules = load().of_kind("question-kinds")
    que = [rule for rule in rules if "que" in rule.data["asked"]]
    assert any(fires(rule, load(), "Que demandent les syndicats ?") for rule in que)
    assert not any(fires(rule, load(), "Qu’a éventré le souffle ?") for rule in que)


def test_a_sentence_is_not_asked_for_where_several_are_given() -> None:
    lede = "Le tribunal correctionnel de Varne a jugé lundi trois responsables de la société Levage Ouest."
    first = "Le gérant, Paul Morel, a été condamné à deux ans de prison ferme par le tribunal."
    second = "Le comptable, Jean Sarrat, a été condamné à six mois de prison avec sursis par le tribunal."
    asked_alone = {question for question, _ in pairs(lede, first)}
    asked_of_two = {question for question, _ in pairs(lede, first, second)}
    assert "Quelle condamnation a été prononcée ?" not in asked_of_two and "Quelle peine a été prononcée ?" not in asked_of_two
    assert {"Quelle condamnation a été prononcée ?", "Quelle peine a été prononcée ?"} & asked_alone
