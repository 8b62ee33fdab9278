"""Candidates for the questions and answers: a question, and the telling that answers it."""

from __future__ import annotations

import re

from seo_fr.model import Clause, Copied, Grammar, Span
from seo_fr.propose.ask import questions_of
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.events import event_questions
from seo_fr.propose.frames import Filled, fill, span_slot, speaker_slot
from seo_fr.propose.score import Scores
from seo_fr.propose.shared import speaker_of, statements_of
from seo_fr.propose.tell import Source, Telling, finish
from seo_fr.rulebook import Rulebook

#: What such a question loses against one of substance: it is asked only where words are still wanting.
LAST_RESORT = -200


_QUOTED = re.compile(r"«[^»]*»")
_WORD = re.compile(r"[^\W_]+")
#: A phrase of so many words may not come twice among what is written (EDITORIAL, « French »).
RUN = 8


class Again:
    """Tells whether a passage may stand beside any other telling of its fact: no run of eight source words outside quotes, names and the keyphrase."""

    def __init__(self, source: Source, keyphrase: str) -> None:
        text = source.text
        names = {keyphrase, *(entity.name.of(text) for entity in source.analysis.entities), *(span.of(text) for entity in source.analysis.entities for span in entity.functions)}
        self._names = re.compile("|".join(re.escape(name.lower().replace("'", "’")) for name in sorted(names, key=lambda name: (-len(name), name)) if name) or r"(?!)")
        self._source = {run for sentence in source.analysis.sentences for run in self.runs(sentence.span.of(text))}

    def runs(self, text: str) -> set[tuple[str, ...]]:
        """Return the runs of eight words of ``text``."""
        bare = self._names.sub(" nom ", _QUOTED.sub(" . ", text.replace("'", "’")).lower())
        found: set[tuple[str, ...]] = set()
        for piece in re.split(r"[.!?:;]", bare):
            words = _WORD.findall(piece)
            found.update(tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
        return found

    def safe(self, text: str) -> bool:
        """Return whether no run of ``text`` is the source's."""
        return not self.runs(text) & self._source

    def shared(self, one: str, other: str) -> bool:
        """Return whether two texts share a run."""
        return bool(self.runs(one) & self.runs(other))


def questions(source: Source, book: Rulebook, told: tuple[Telling, ...], scores: Scores, key: str) -> list[Candidate]:
    """Return pairs of a question and the telling that answers it."""
    made: list[Candidate] = []

    def add(asked: Filled, telling: Telling, worth: int, tag: str) -> None:
        question = passage("qa", "question", asked.text, asked.origin)
        answer = passage("qa", "answer", telling.text, Copied(telling.span, telling.edits), telling.clauses)
        section = source.section_of_sentence(telling.sentence)
        merit = (scores.telling(telling) + worth, asked.priority, asked.weight)
        made.append(Candidate("qa", (question, answer), telling.clauses, merit, telling.span.start, section, (tag,), speaker_of(source, telling)))

    for telling in told:
        if telling.words < 6 or telling.words > 70:
            continue
        clause = source.clause[telling.clauses[0]]
        if clause.regular and clause.subject is not None and not clause.negated:
            if telling.sentences == 1 and telling.dropped == 0:
                for asked in _how_many(source, book, clause, key):
                    count = finish(source, clause.subject, [])
                    if count is not None:
                        question = passage("qa", "question", asked.text, asked.origin)
                        answer = passage("qa", "answer", count[2], Copied(count[0], count[1]), (clause.id,))
                        merit = (scores.clause(clause) + 6, asked.priority, asked.weight)
                        made.append(Candidate("qa", (question, answer), (clause.id,), merit, clause.span.start, source.section_of_sentence(clause.sentence), (f"clause:{clause.id}",)))
            for asked in _who_did(source, book, clause, key):
                add(asked, telling, 2, "qui")
    for telling in told:
        clause = source.clause[telling.clauses[0]]
        for statement in statements_of(source, [clause]):
            if statement.remove != 1 or statement.parent is not None or statement.speaker is None or statement.speaker != clause.subject_entity or telling.words < 9:
                continue
            locuteur = speaker_slot(source, "locuteur", statement)
            for asked in fill(book, "question", "declaration", (locuteur,), key, "say") if locuteur is not None else ():
                add(asked, telling, LAST_RESORT + 30 + 4 * telling.sentences, f"dit:{statement.speaker}")
    again = Again(source, scores.keyphrase.text)
    for clause in source.analysis.clauses:
        for found in questions_of(source, book, clause, key):
            question = passage("qa", "question", found.question.text, found.question.origin)
            answer = passage("qa", "answer", found.answer_text, found.answer, (clause.id,))
            if again.shared(question.text, answer.text):
                continue
            worth = scores.clause(clause) + found.worth
            section = source.section_of_sentence(clause.sentence)
            tags = (f"clause:{clause.id}", *(("again",) if again.safe(question.text) and again.safe(answer.text) else ()))
            made.append(Candidate("qa", (question, answer), (clause.id,), (worth, found.question.priority, found.question.weight), clause.span.start, section, tags))
    made += event_questions(source, book, told, scores, key)
    return made


def _how_many(source: Source, book: Rulebook, clause: Clause, key: str) -> tuple[Filled, ...]:
    """« Trois personnes ont été blessées… » asks « Combien de personnes ont été blessées… ? »: the number, its subject's first word, gives way to « Combien de »."""
    assert clause.subject is not None
    if clause.number != "p" or clause.complement is not None and len(clause.complement) > 60:
        return ()
    for figure in source.analysis.figures:
        if figure.counted is None or figure.approximation is not None and figure.approximation.start < clause.subject.start:
            continue
        if figure.sentence != clause.sentence or not clause.subject.covers(figure.counted) or figure.span.start != clause.subject.start:
            continue
        start = figure.number.end if figure.counted.start < figure.number.end else figure.counted.start
        rest = Span(start, clause.subject.end)
        noun = rest.of(source.text).strip()
        if not noun or noun[:1].isdigit() or noun[:3].lower() == "de " or noun[:2].lower() in ("d'", "d’") or noun.split(" ")[0].lower() in ("des", "du", "pour", "%") or " sur " in f" {noun} ":
            continue
        while source.text[rest.start].isspace():
            rest = Span(rest.start + 1, rest.end)
        predicate = Span(clause.verb.start, _first_end(source, clause))
        slots = (span_slot(source, "compte", rest, grammar=Grammar(clause.gender, "p")), span_slot(source, "predicat", predicate))
        return fill(book, "question", "combien", slots, key)
    return ()


def _first_end(source: Source, clause: Clause) -> int:
    """Return the end of the clause's predicate up to its first comma: a question is short."""
    text = clause.span.of(source.text)
    comma = text.find(",", clause.verb.end - clause.span.start)
    return clause.span.start + comma if comma >= 0 else clause.span.end


def _who_did(source: Source, book: Rulebook, clause: Clause, key: str) -> tuple[Filled, ...]:
    """« X a remporté la course » asks « Qui a remporté la course ? » where X is one person and the rest names nobody by pronoun."""
    entity = source.entity(clause.subject_entity)
    if entity is None or entity.kind != "person" or clause.number != "s" or clause.person != 3 or clause.statements or clause.commitment != "asserted":
        return ()
    if clause.passive and clause.gender == "f" or not clause.kind or clause.kind in ("arrest", "trial", "attack", "investigation", "death", "verdict", "accident"):
        return ()
    predicate = Span(clause.verb.start, _first_end(source, clause))
    if len(predicate) > 90 or any(token.pos == "PRON" and token.lemma in ("son", "lui", "elle", "il") for token in source.tokens_in(predicate)):
        return ()
    return fill(book, "question", "qui", (span_slot(source, "predicat", predicate),), key, clause.kind)
