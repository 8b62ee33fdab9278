"""Candidates for the timeline: dated clauses, the date as their label."""

from __future__ import annotations

from seo_fr.model import Edit, Slot, Span
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.frames import fill, span_slot
from seo_fr.propose.score import Scores
from seo_fr.propose.shared import capital
from seo_fr.propose.tell import Source, Telling, finish
from seo_fr.rulebook import Rulebook


def timeline(source: Source, book: Rulebook, told: tuple[Telling, ...], scores: Scores, key: str) -> list[Candidate]:
    """Return dated clauses as entries of a timeline: the date, which opened the clause, becomes its label."""
    made: list[Candidate] = []
    for telling in told:
        if len(telling.clauses) != 1:
            continue
        clause = source.clause[telling.clauses[0]]
        if clause.lead is None or clause.subject is None:
            continue
        for time in source.analysis.times:
            if time.clause != clause.id or time.order is None or not clause.lead.covers(time.span) or time.kind == "hour":
                continue
            lead_words = source.text[clause.lead.start : clause.subject.start].strip(" ,\u00a0")
            if lead_words.replace("’", "'") != time.span.of(source.text).replace("’", "'") or telling.span.start > clause.lead.start:
                continue
            drop = Edit("drop", "date-en-etiquette", Span(clause.lead.start, clause.subject.start), "")
            rest = [edit for edit in telling.edits if edit.kind in ("drop", "reference") and not edit.span.overlaps(drop.span)]
            done = finish(source, telling.span, [drop, *rest])
            if done is None:
                continue
            etiquette = span_slot(source, "etiquette", time.span, capital(source, time.span))
            proposition = Slot("proposition", done[2], (done[0],), edits=done[1])
            for filled in fill(book, "timeline", "date", (etiquette, proposition), key):
                item = passage("timeline", "bullet", filled.text, filled.origin, telling.clauses)
                merit = (scores.telling(telling), filled.priority, filled.weight)
                made.append(Candidate("timeline", (item,), telling.clauses, merit, time.order, None, ("time",)))
    return made
