"""Parts of sentences told as sentences of their own: « l’usine, qui doit ouvrir en mai » → « L’usine doit ouvrir en mai. », « X a fait A et a fait B » → « X a fait B. »

The words are the source's, in its order: what stands between the subject and its second verb falls. A part has a clause of its own (of an id that no clause of the source has), so that what is
asked of a clause is asked of it: its tense, its subject, what in it leans on what stands before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from seo_fr.model import Clause, Edit
from seo_fr.propose.alone import stands
from seo_fr.propose.candidate import Candidate
from seo_fr.propose.part_reader import PARTICIPLE, Part, parts_of
from seo_fr.propose.resolve import resolve
from seo_fr.propose.source import Source, Telling, finish
from seo_fr.rulebook import Rulebook

#: From which id on a clause is a part of one of the source.
FIRST_PART = 1_000_000
_SHORTEST, _LONGEST = 5, 40


def promoted(source: Source, book: Rulebook) -> tuple[Telling, ...]:
    """Return the parts of sentences that can be told as sentences of their own, in source order. Their clauses are added to ``source.clause``."""
    made: list[Telling] = []
    for index, sentence in enumerate(source.analysis.sentences):
        if sentence.doubtful or sentence.paragraph < 0 or source.analysis.paragraphs[sentence.paragraph].kind == "heading" or not source.is_matter(index):
            continue
        for part in parts_of(source, index, book):
            telling = _told(source, part)
            if telling is not None and all(telling.text != other.text for other in made):
                made.append(telling)
    return tuple(made)


def is_aside(part: Telling) -> bool:
    """Return whether the part was said in passing, of something else: « L’autocar a été mis en service en 2019 » is no key point."""
    return any(edit.rule == PARTICIPLE for edit in part.edits)


def with_facts(source: Source, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates, those made of parts with the clause that the part stands in among their facts, and it alone on the page."""
    made: list[Candidate] = []
    for candidate in candidates:
        if not any(fact >= FIRST_PART for fact in candidate.facts):
            made.append(candidate)
            continue
        facts = tuple(dict.fromkeys(of for fact in candidate.facts for of in (fact, _holding(source, fact))))
        passages = tuple(replace(item, facts=tuple(dict.fromkeys(_holding(source, fact) for fact in item.facts))) for item in candidate.passages)
        made.append(replace(candidate, facts=facts, passages=passages))
    return made


def _holding(source: Source, fact: int) -> int:
    """The clause of the source that a part stands in; any other as it is."""
    if fact < FIRST_PART:
        return fact
    part = source.clause[fact]
    here = source.clauses_of[part.sentence]
    return next((clause.id for clause in here if clause.span.covers(part.verb)), here[0].id)


def _told(source: Source, part: Part) -> Telling | None:
    number = FIRST_PART + sum(1 for known in source.clause if known >= FIRST_PART)
    clause: Clause = replace(part.clause, id=number)
    strict = True
    edits = resolve(source, clause, part.span, True, part.gone)
    if edits is None and part.known:
        edits, strict = resolve(source, clause, part.span, True, part.gone, True), False
    if edits is None or any(edit.kind == "drop" and edit.rule != "cheville" and not _connects(edit) for edit in edits):
        return None
    merged: list[Edit] = [*part.edits, *(edit for edit in edits if not any(edit.span.overlaps(other.span) or edit.span == other.span for other in part.edits))]
    done = finish(source, part.span, merged)
    if done is None:
        return None
    telling = Telling(*done, (number,), clause.sentence, 0, strict and clause.tense != "pluperfect")
    if not _SHORTEST <= telling.words <= _LONGEST:
        return None
    source.clause[number] = clause
    if not stands(source, telling):
        del source.clause[number]
        return None
    return telling


def _connects(edit: Edit) -> bool:
    return edit.rule in ("connecteur-initial", "incise-de-liaison")
