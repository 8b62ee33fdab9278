"""Candidates for the key figures: numbers that the source gives, with what they count."""

from __future__ import annotations

from seo_fr.model import Copied
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.score import Scores
from seo_fr.propose.tell import Source, Telling


def figures(source: Source, told: tuple[Telling, ...], scores: Scores) -> list[Candidate]:
    """Return the tellings that give a number and what it counts, as bullets of « figures »."""
    made = []
    for telling in told:
        inside = [f for f in source.analysis.figures if f.sentence == telling.sentence and telling.span.covers(f.span) and (f.counted is not None or f.unit)]
        inside = [f for f in inside if not any(edit.kind == "drop" and edit.span.covers(f.span) for edit in telling.edits)]
        if not inside or telling.words > 44:
            continue
        item = passage("figures", "bullet", telling.text, Copied(telling.span, telling.edits), telling.clauses)
        merit = (scores.telling(telling) + 3 * len(inside) - telling.words, 0, 0)
        made.append(Candidate("figures", (item,), telling.clauses, merit, telling.span.start, source.section_of_sentence(telling.sentence), ("figure",)))
    return made
