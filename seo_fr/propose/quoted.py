"""A quotation of several sentences, told whole with the words that say whose it is: none of its sentences can be told without the others."""

from __future__ import annotations

import re
from dataclasses import replace

from seo_fr.french.words import count_words
from seo_fr.model import Clause, Edit, Span
from seo_fr.propose.alone import stands
from seo_fr.propose.resolve import resolve
from seo_fr.propose.source import Source, in_quotes, plain
from seo_fr.propose.tell import LONGEST_RUN, Telling, finish

_MOST = 4


def quoted_runs(source: Source) -> tuple[Telling, ...]:
    """Return the quotations of two to four sentences that can be told, in source order; a telling's ``sentence`` is its first."""
    sentences = source.analysis.sentences
    made: list[Telling] = []
    first: int | None = None
    depth = 0
    for index, sentence in enumerate(sentences):
        if sentence.doubtful != "inside-quote" or sentence.paragraph < 0:
            first = None
            continue
        if first is not None and sentences[first].paragraph != sentence.paragraph:
            first = None
        if first is None:
            first, depth = index, 0
        words = sentence.span.of(source.text)
        depth += words.count("«") + words.count("“") - words.count("»") - words.count("”")
        if depth <= 0 and words.count('"') % 2 == 0:
            if index > first:
                telling = _run(source, first, index)
                if telling is not None:
                    made.append(telling)
            first = None
    return tuple(made)


def _run(source: Source, first: int, last: int) -> Telling | None:
    """The sentences ``first`` to ``last`` as one telling, None where what is outside the quotation leans on the text before or nobody is named as its speaker."""
    sentences = source.analysis.sentences
    if last - first >= _MOST or not all(source.is_matter(index) and source.clauses_of.get(index) for index in range(first, last + 1)):
        return None
    end = sentences[last].span.end
    while end > sentences[first].span.start and source.text[end - 1].isspace():
        end -= 1
    span = Span(sentences[first].span.start, end)
    if any(quote.span.overlaps(span) and not span.covers(quote.span) for quote in source.analysis.quotes) or not _spoken(source, span):
        return None
    for loose in (False, True):
        edits = _edits(source, first, last, span, loose)
        if edits is None or not all(_near(source, first, span, edit) for edit in edits):
            continue
        done = finish(source, span, edits)
        if done is None or count_words(done[2]) > LONGEST_RUN:
            return None
        clauses = tuple(clause.id for index in range(first, last + 1) for clause in source.clauses_of[index])
        telling = Telling(*done, clauses, first, 0, not loose, last - first + 1)
        return telling if stands(source, telling) else None
    return None


def _spoken(source: Source, span: Span) -> bool:
    """Whether words outside the quotation, within ``span``, say whose it is."""
    spans = [quote.speaker_span for quote in source.analysis.quotes if span.covers(quote.span)]
    spans += [statement.speaker_span for statement in source.analysis.statements if span.covers(statement.cue) and not in_quotes(source, statement.cue)]
    return any(found is not None and span.covers(found) and not in_quotes(source, found) for found in spans)


def _near(source: Source, first: int, span: Span, edit: Edit) -> bool:
    """Whether whoever an edit names stands in the passage or in the sentence just before: « a-t-il dit » is nobody's who was named earlier."""
    if edit.kind != "reference":
        return True
    before = source.analysis.sentences[max(0, first - 1)].span
    names = [word for word in re.findall(r"[\w’'-]+", edit.after) if word[:1].isupper()]
    return bool(names) and all(word in before.of(source.text) or word in span.of(source.text) for word in names[-1:])


def _edits(source: Source, first: int, last: int, span: Span, loose: bool) -> list[Edit] | None:
    edits: list[Edit] = []
    for index in range(first, last + 1):
        for position, clause in enumerate(source.clauses_of[index]):
            if clause.person != 3 and not in_quotes(source, clause.verb):
                return None
            kept = tuple(obstacle for obstacle in clause.obstacles if not _explained(source, clause, obstacle, index > first))
            more = resolve(source, replace(clause, obstacles=kept), span, position == 0, (), loose, True, tuple(edits))
            if more is None:
                return None
            edits += [edit for edit in more if edit not in edits]
    return edits


def _explained(source: Source, clause: Clause, obstacle: str, later: bool) -> bool:
    """Whether an obstacle stands in the quotation only, where the speaker is « je » and what goes before in his own words explains the rest."""
    kind, _, word = obstacle.partition(":")
    if not later and kind not in ("speaker", "connective", "contrast-after"):
        return False
    if kind in ("short-name", "connective") and not later:
        return False
    text = plain(clause.span.of(source.text))
    at, places = text.find(plain(word)), []
    while at >= 0:
        places.append(Span(clause.span.start + at, clause.span.start + at + len(word)))
        at = text.find(plain(word), at + 1)
    whole = [place for place in places if not source.text[place.start - 1 : place.start].isalnum() and (word[-1:] in "'’" or not source.text[place.end : place.end + 1].isalnum())]
    return bool(whole) and all(in_quotes(source, place) for place in whole)
