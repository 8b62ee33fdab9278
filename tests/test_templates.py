"""The patterns themselves: right French by the gate, told apart, enough of them, and asked only where they are answered."""

from __future__ import annotations

import pytest

from seo_fr.check.forms import malformed
from seo_fr.check.grammar import open_gate
from seo_fr.errors import Unavailable
from seo_fr.french.typography import typeset
from seo_fr.propose.events import event_nouns, stutters
from seo_fr.rulebook import load


def _examples() -> list[tuple[str, str]]:
    return [(template.id, typeset(example.text)) for template in load().templates for example in template.examples]


def test_no_example_is_malformed() -> None:
    assert [(name, text, found[0].message) for name, text in _examples() if (found := malformed(text))] == []


@pytest.mark.languagetool
def test_no_example_is_rejected_by_the_gate() -> None:
    examples = _examples()
    try:
        with open_gate() as gate:
            verdicts = gate.reject([text for _, text in examples])
    except Unavailable as error:
        pytest.skip(str(error))
    assert [(name, text, matches[0].rule) for (name, text), matches in zip(examples, verdicts, strict=True) if matches] == []


def test_no_two_patterns_of_a_role_are_the_same() -> None:
    seen: dict[tuple[str, str, str, str], str] = {}
    twice = []
    for template in load().templates:
        for kind in template.kinds or ("",):
            first = seen.setdefault((template.role, template.frame, kind, template.source), template.id)
            if first != template.id:
                twice.append((first, template.id))
    assert twice == []


def test_there_are_enough_patterns() -> None:
    assert len(load().templates) >= 250
    assert len(load().rules) >= 60


def test_every_event_question_has_wordings_and_every_wording_a_rule() -> None:
    book = load()
    asked = {rule.data["question"] for rule in book.of_kind("event-questions")}
    worded: dict[str, int] = {}
    for template in book.for_role("question"):
        if template.frame == "evenement":
            assert len(template.kinds) == 1, template.id
            worded[template.kinds[0]] = worded.get(template.kinds[0], 0) + 1
    assert asked == set(worded)
    assert [question for question, count in worded.items() if count < 1] == []


def test_slots_of_event_questions_are_given_by_their_rule() -> None:
    book = load()
    rules = {rule.data["question"]: rule.data for rule in book.of_kind("event-questions")}
    needed = {"nom": "nouns", "sujet": "subject", "personne": "person"}
    missing = [
        (template.id, slot)
        for template in book.for_role("question")
        if template.frame == "evenement"
        for slot in template.needs
        if slot in needed and needed[slot] not in rules[template.kinds[0]]
    ]
    assert missing == []


def test_events_that_rules_name_are_known() -> None:
    book = load()
    known = {rule.data["event"] for rule in book.of_kind("event-lexicon")} | {"any"}
    unknown = [(rule.id, event) for rule in book.of_kind("event-questions") for event in (*rule.data["events"], *rule.data.get("nouns", ())) if event not in known]
    assert unknown == []
    assert set(event_nouns(book).values()) <= known


@pytest.mark.parametrize("text", ["Grève des éboueurs : qui fait grève ?", "Enquête sur les digues : où en est l’enquête ?"])
def test_a_heading_that_says_a_word_twice_stutters(text: str) -> None:
    assert stutters(text)


@pytest.mark.parametrize("text", ["Transports : qui fait grève ?", "Incendie du port : où en est l’enquête ?"])
def test_a_heading_that_says_each_word_once_does_not_stutter(text: str) -> None:
    assert not stutters(text)
