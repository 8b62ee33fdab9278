"""The day of the news put first: « Deux ouvriers ont été blessés jeudi matin dans un incendie » told as « Jeudi matin, deux ouvriers ont été blessés dans un incendie ».

The same claim in another shape than the sentence that stands just below. Only a day that stands right behind the verb of the main clause, the subject opening the sentence.
"""

from __future__ import annotations

from dataclasses import replace

from seo_fr.model import Edit, Span
from seo_fr.propose.lede_cuts import HALF_DATE, _days
from seo_fr.propose.source import Source, Telling, finish, in_quotes

#: The rule of these edits; the fidelity check knows it by this name.
FRONTED = "jour-en-tete"


def day_first(source: Source, telling: Telling) -> Telling | None:
    """Return the telling of one whole sentence with its day first, None where the sentence does not begin with its subject or the day does not stand right behind the verb."""
    clause = source.clause[telling.clauses[0]]
    if telling.sentences != 1 or clause.subject is None or clause.subject.start != telling.span.start or clause.verb.start < clause.subject.end or clause.negated or in_quotes(source, clause.verb):
        return None
    if any(mark in source.text[telling.span.start : clause.verb.end] for mark in "«»:;"):
        return None
    day = next((span for span in _days(source, telling.sentence, telling.span) if span.start >= clause.verb.end and not source.text[clause.verb.end : span.start].strip()), None)
    if day is None or HALF_DATE.match(source.text[day.end : day.end + 12]) or any(edit.span.overlaps(day) for edit in telling.edits if edit.kind not in ("drop", "typography", "period")):
        return None
    words = day.of(source.text).strip(" ,\u00a0").replace("'", "’")
    first = source.tokens_in(telling.span)[0]
    start = telling.span.start
    kept = [edit for edit in telling.edits if edit.kind not in ("typography", "case", "period") and not edit.span.overlaps(day)]
    if any(edit.span.start <= start for edit in kept):
        return None
    edits = [*kept, Edit("reference", FRONTED, Span(start, start), f"{words[0].upper()}{words[1:]}, "), Edit("drop", FRONTED, day, "")]
    named = any(mention.span.start == start for entity in source.analysis.entities for mention in entity.mentions)
    if first.pos in ("DET", "NUM", "ADJ", "ADV", "PRON") and first.span.of(source.text)[:1].isupper() and not (named and first.pos != "DET"):
        if named and not _article_of(source, start):
            return None  # « Le Monde »
        edits.append(Edit("case", "minuscule-initiale", Span(start, start + 1), first.span.of(source.text)[0].lower()))
    elif first.pos not in ("PROPN", "NUM"):
        return None
    done = finish(source, telling.span, edits)
    return replace(telling, span=done[0], edits=done[1], text=done[2]) if done is not None else None


def _article_of(source: Source, start: int) -> bool:
    """Return whether what is named at ``start`` is a country or a person: its article is no part of a name as in « Le Monde »."""
    return any(entity.kind in ("country", "person") and any(mention.span.start == start for mention in entity.mentions) for entity in source.analysis.entities)


__all__ = ["FRONTED", "day_first"]
