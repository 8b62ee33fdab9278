"""Candidates for the places: what happens where, the place as the label."""

from __future__ import annotations

import re

from seo_fr.model import Span
from seo_fr.propose.adjuncts import again, set_apart
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.frames import fill
from seo_fr.propose.score import Scores
from seo_fr.propose.shared import LOOSE
from seo_fr.propose.tell import Source, Telling
from seo_fr.rulebook import Rulebook

_AT = re.compile(r"(?<![\w'-])(?:à|au|aux|en|dans (?:le|la|les|l')|à l'|à la|près d(?:e|u|es|'))\s?(?:nord |sud |est |ouest )?$", re.IGNORECASE)
#: What goes on about the place itself: « À Porto, dans le nord du pays, … ».
_WHERE = re.compile(r"(?:dans|près|en|à|au|aux|sur|entre|non loin|au sud|au nord|où)\b", re.IGNORECASE)
_PART = re.compile(r" \([^()«»\d]{3,40}\)")


def places(source: Source, book: Rulebook, told: tuple[Telling, ...], scores: Scores, key: str) -> list[Candidate]:
    """Return clauses that a place opens, or that a place surely ends, as entries under that place."""
    made: list[Candidate] = []
    for telling in told:
        if source.is_lede(telling.sentence) and telling.sentences > 1:
            continue
        for entity in source.analysis.entities:
            if entity.kind not in ("place", "country"):
                continue
            for mention in entity.mentions:
                if mention.sentence != telling.sentence or mention.form not in ("full", "short") or not telling.span.covers(mention.span):
                    continue
                before = _AT.search(source.text[max(telling.span.start, mention.span.start - 20) : mention.span.start].replace("’", "'"))
                if before is None:
                    continue
                part = _PART.match(source.text[mention.span.end : mention.span.end + 45])
                adjunct = Span(mention.span.start - len(before.group()), mention.span.end + (part.end() if part is not None else 0))
                apart = set_apart(source, telling, adjunct, adjunct, "lieu-en-etiquette")
                if apart is None or apart.moved and source.text[: adjunct.start].rstrip()[-1:] in (",", ")") or _WHERE.match(apart.proposition.text):
                    continue
                for filled in fill(book, "places", "lieu", (apart.etiquette, apart.proposition), key)[:1]:  # one mark for the whole block
                    item = passage("places", "bullet", filled.text, filled.origin, telling.clauses)
                    merit = (scores.telling(telling) - (12 if apart.moved else 0) + (0 if telling.strict else LOOSE), filled.priority, filled.weight)
                    tags = ("place", f"place:{entity.id}", *again(source, filled.text, telling.sentence), *(() if telling.strict else ("loose",)))
                    made.append(Candidate("places", (item,), telling.clauses, merit, telling.span.start, source.section_of_sentence(telling.sentence), tags))
    return made
