"""The main fact as the first sentence of the introduction, from the body's first sentence: without what frames it, or whole where nothing shorter is sure."""

from __future__ import annotations

import re

from seo_fr.french.words import count_words
from seo_fr.model import Clause, Edit, Span
from seo_fr.propose.tell import Source, Telling, finish

LONGEST_WHOLE = 52
_FRAME = re.compile(
    r"(?:ce|cet|cette|hier|aujourd['’]hui|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|à|au|aux|en|dans|sur|près d[eu']|non loin d[eu]|peu (?:avant|après)|vers|entre"
    r"|lors d[eu']|le \d{1,2}(?:er)? \w+|le (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|la (?:semaine|nuit) dernière|la nuit|le (?:matin|soir|mois) dernier)\b",
    re.IGNORECASE,
)
#: What needs the time or place that was dropped.
_LEANS = re.compile(r"\b(?:le (?:lendemain|surlendemain)|la veille|ce (?:jour|soir|matin)-là|plus t(?:ôt|ard)|d['’]ici là|sur place|y)\b", re.IGNORECASE)
_NO_FRAME = re.compile(
    r"\b(?:selon|d['’]après|si|sauf|sans|malgré|contre|cas|réponse|raison|cause|faute|théorie|principe|revanche|outre|fait|réalité|effet|moins|plus|partie|guise|vertu|attendant|échange|hommage|soutien|faveur|signe|application)\b",
    re.IGNORECASE,
)


def lede_forms(source: Source) -> tuple[Telling, ...]:
    """Return the body's first sentence without the time and place that open it, then whole, where it is sound, shortest first; then the second where it leans on nothing.

    At most :data:`LONGEST_WHOLE` words.
    """
    first = source.first_sentence
    return (*_forms(source, first, first), *_forms(source, first + 1, first))


def _forms(source: Source, index: int, first: int) -> tuple[Telling, ...]:
    if index >= len(source.analysis.sentences):
        return ()
    sentence = source.analysis.sentences[index]
    if index > first and (not source.is_lede(index) or any(clause.obstacles for clause in source.clauses_of.get(index, ()))):
        return ()
    clauses = source.clauses_of.get(index, ())
    if sentence.doubtful or sentence.paragraph < 0 or not clauses:
        return ()
    span = _trimmed(source, sentence.span)
    if any(quote.span.overlaps(span) and not span.covers(quote.span) for quote in source.analysis.quotes):
        return ()
    made = []
    ids = tuple(clause.id for clause in clauses)
    told = clauses[0].subject is not None and clauses[0].person == 3
    frame = _without_frame(source, clauses[0]) if told else ()
    inside = _without_insertion(source, clauses[0]) if told else ()
    for drops in dict.fromkeys(((*frame, *inside), inside, frame, ())):
        done = finish(source, span, list(drops))
        if drops and done is not None and _LEANS.search(done[2]):
            continue
        if done is not None and 8 <= count_words(done[2]) <= LONGEST_WHOLE:
            made.append(Telling(*done, ids, index, sum(len(edit.span) for edit in drops)))
    return tuple(made)


def _without_insertion(source: Source, clause: Clause) -> tuple[Edit, ...]:
    """Return the edit that drops the relative clause between commas that ends the subject, with a parenthesis before it; nothing where there is none."""
    if clause.subject is None or clause.verb.start < clause.subject.start:
        return ()
    between = source.text[clause.subject.start : clause.verb.start]
    found = re.search(r"(?: \([^()]*\))?, (?:qui|dont|où|lequel|laquelle|lesquels|lesquelles) .*,(?=\s+$)", between, re.DOTALL)
    if found is None or "«" in found.group():
        return ()
    return (Edit("drop", "relative-du-sujet", Span(clause.subject.start + found.start(), clause.subject.start + found.end()), ""),)


def _without_frame(source: Source, clause: Clause) -> tuple[Edit, ...]:
    """Return the edit that drops the opening adjuncts of time and place of an event that happened; nothing where there are none, or where one may limit the claim."""
    if clause.lead is None or clause.subject is None or clause.negated or clause.tense not in ("perfect", "simple-past") or clause.commitment not in ("asserted", "attributed"):
        return ()
    lead = source.text[clause.lead.start : clause.subject.start]
    if not lead.rstrip(" \u00a0").endswith(",") or "«" in lead or "(" in lead or clause.subject.of(source.text).lower() in ("il", "elle", "ils", "elles", "ce", "c'", "on"):
        return ()
    for piece in lead.strip(" ,\u00a0").split(","):
        words = piece.strip()
        if not words or _FRAME.match(words) is None or _NO_FRAME.search(words):
            return ()
    if any(token.pos in ("VERB", "AUX", "SCONJ") for token in source.tokens_in(Span(clause.lead.start, clause.subject.start))):
        return ()
    return (Edit("drop", "cadre-initial", Span(clause.lead.start, clause.subject.start), ""),)


def _trimmed(source: Source, span: Span) -> Span:
    end = span.end
    while end > span.start and source.text[end - 1].isspace():
        end -= 1
    return Span(span.start, end)
