"""Candidates for the timeline: dated events, the date as their label."""

from __future__ import annotations

import re
from dataclasses import replace

from seo_fr.french.words import count_words
from seo_fr.model import Slot, Span, Time
from seo_fr.propose.adjuncts import again, happening, set_apart
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.frames import fill, span_slot
from seo_fr.propose.score import Scores
from seo_fr.propose.shared import LOOSE, capital
from seo_fr.propose.tell import Source, Telling, finish
from seo_fr.rulebook import Rulebook

#: The scale of the hours of one day.
HOURS = "1 heures"
#: Most words of an entry.
LONGEST = 40
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_BEFORE = re.compile(r"(?:(?:(?:dès|depuis|à partir|avant|après|jusqu'(?:à|au)|vers|au cours|lors) ?)?(?:(?:le|la|ce|du|de|au|en|dans|pendant|durant) )?(?:mois de )?)$", re.IGNORECASE)
#: What a date taken out of the middle of a clause may begin with.
_PLAIN = re.compile(r"(?:le |ce |en |hier|aujourd'hui|demain|avant-hier|fin |début |mi-|courant |cet |cette |la nuit|dans la nuit|l'|au début|à la fin|il y a |\d|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b)", re.IGNORECASE)


def timeline(source: Source, book: Rulebook, told: tuple[Telling, ...], scores: Scores, key: str) -> list[Candidate]:
    """Return dated clauses as entries of a timeline, those of one scale alone: days and years that can be ordered, or weekdays in a row, or hours of one day."""
    scales = _scales(source)
    made: dict[str, list[Candidate]] = {}
    for telling in told:
        first = source.clause[telling.clauses[0]]
        for time in source.analysis.times:
            if not telling.span.covers(time.span) or time.sentence != telling.sentence:
                continue
            places = [(scale, ranks[id(time)]) for scale, ranks in scales.items() if id(time) in ranks]
            if first.statements and all(scale == HOURS for scale, _ in places):
                continue  # who said what, or a poll, is no event of the day
            if not places or first.subject is None:
                continue
            for etiquette, proposition, moved, present in _entries(source, telling, time):
                inner = [other for other in source.analysis.times if other is not time and other.order is not None and proposition.source[0].covers(other.span) and not any(edit.kind == "drop" and edit.span.covers(other.span) for edit in proposition.edits)]
                if count_words(proposition.text) > LONGEST:
                    continue
                for filled in fill(book, "timeline", "date", (etiquette, proposition), key)[:1]:  # one mark for the whole block
                    item = passage("timeline", "bullet", filled.text, filled.origin, telling.clauses)
                    merit = (scores.telling(telling) - (30 if inner else 0) - (3 if moved else 0) + (0 if telling.strict else LOOSE), filled.priority, filled.weight)
                    for scale, rank in places:
                        tags = ("time", *(("present",) if present else ()), f"date:{rank}", *again(source, filled.text, telling.sentence), *(() if telling.strict else ("loose",)))
                        made.setdefault(scale, []).append(Candidate("timeline", (item,), telling.clauses, merit, rank, None, tags))
    best = max(made, key=lambda scale: (len({candidate.source_order for candidate in made[scale]}), scale), default=None)
    return _one_tense(made[best]) if best is not None else []


def _one_tense(found: list[Candidate]) -> list[Candidate]:
    """Return the candidates, those in the present first where every date has one, last where one has none: a chronology is best told in one tense."""
    dates = {candidate.source_order for candidate in found}
    shift = 2 if {candidate.source_order for candidate in found if "present" in candidate.tags} == dates else -40
    return [replace(candidate, merit=(candidate.merit[0] + shift, *candidate.merit[1:])) if "present" in candidate.tags else candidate for candidate in found]


def _entries(source: Source, telling: Telling, time: Time) -> list[tuple[Slot, Slot, bool, bool]]:
    """Return label and clause for a date of the telling, whether the date was moved, and whether the verb was put in the present; two at most."""
    text = source.text
    before = _BEFORE.search(text[max(telling.span.start, time.span.start - 30) : time.span.start].replace("’", "'"))
    adjunct = Span(time.span.start - (len(before.group()) if before is not None else 0), time.span.end)
    words = adjunct.of(text).replace("’", "'")
    label = adjunct
    if re.match(rf"(?i)le (?:\d|(?:{'|'.join(_DAYS)}) \d)", words):
        label = Span(adjunct.start + 3, adjunct.end)
    elif re.fullmatch(r"(?i)en (?:\w+ )?\d{4}", words):
        label = Span(adjunct.start + 3, adjunct.end)  # « 1992 » beside « 28 juillet 1934 »
    apart = set_apart(source, telling, adjunct, label, "date-en-etiquette")
    if apart is not None and (not apart.moved or _PLAIN.match(words)):
        found = [(apart.etiquette, apart.proposition, apart.moved, False)]
        now = set_apart(source, telling, adjunct, label, "date-en-etiquette", present=True)
        return [*found, (now.etiquette, now.proposition, now.moved, True)] if now is not None else found
    clause = source.clause[telling.clauses[0]]
    if len(telling.clauses) == 1 and not clause.obstacles and _PLAIN.match(words):
        subject = happening(source, clause, adjunct)
        done = finish(source, subject, []) if subject is not None else None
        if done is not None:
            return [(span_slot(source, "etiquette", label, capital(source, label)), Slot("proposition", done[2], (done[0],), edits=done[1]), True, False)]
    return []


def _scales(source: Source) -> dict[str, dict[int, int]]:
    """Return the times that can be set in order, by scale: the rank of each by its identity."""
    times = source.analysis.times
    scales: dict[str, dict[int, int]] = {}
    dated = {id(time): time.order for time in times if time.order is not None and time.kind in ("absolute", "relative")}
    if dated:
        scales["3 jours"] = dated
    week = _weekdays(source)
    if week:
        scales["2 semaine"] = week
    hours = _hours(source)
    if hours:
        scales[HOURS] = hours
    return scales


def _weekdays(source: Source) -> dict[int, int]:
    """Return ranks for bare weekdays where the source names them in the order of one week; nothing where it does not."""
    found: list[tuple[int, Time]] = []
    for time in source.analysis.times:
        words = time.span.of(source.text).lower()
        day = next((i for i, name in enumerate(_DAYS) if name in words), None)
        if day is None or time.order is not None or time.kind not in ("relative", "absolute") or source.analysis.sentences[time.sentence].paragraph < 0:
            continue
        if re.search(r"dernier|prochain|passé|suivant|précédent", words):
            return {}
        found.append((day, time))
    days = [day for day, _ in found]
    if days != sorted(days) or len(set(days)) < 3:
        return {}
    return {id(time): day for day, time in found}


def _hours(source: Source) -> dict[int, int]:
    """Return ranks for hours where the source gives them in the order of one day, and names at most one day beside them; nothing where it does not."""
    found = [time for time in source.analysis.times if time.kind == "hour" and time.value and source.analysis.sentences[time.sentence].paragraph >= 0]
    values = [time.value for time in found]
    if len(set(values)) < 3 or values != sorted(values):
        return {}
    return {id(time): int(time.value[1:3]) * 60 + int(time.value[4:6]) for time in found if re.fullmatch(r"T\d\d:\d\d", time.value)}
