"""Quotes as units, with their speaker where the text tells for certain.

Marks are paired first (over several sentences and paragraphs, nested, unbalanced), then « a déclaré X » inside a quote is cut out of its content,
then each quote looks for its speaker: beside it, before it, in « selon X », and at last in the quote that it continues.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from seo_fr.analyse.fragments import spread
from seo_fr.analyse.quote_marks import pair_marks
from seo_fr.analyse.quote_speakers import QuoteReader
from seo_fr.analyse.speakers import Speakers
from seo_fr.model import Entity, Finding, Quote, Span

if TYPE_CHECKING:
    from seo_fr.analyse.pipeline import Parsed
    from seo_fr.rulebook import Rulebook


def find_quotes(parsed: Parsed, entities: Sequence[Entity], book: Rulebook) -> tuple[tuple[Quote, ...], tuple[Finding, ...]]:
    """Return the quotes of the article in the order of their first mark, and a finding for each mark without its pair."""
    return quotes_heard(parsed, entities, book)[:2]


def quotes_heard(parsed: Parsed, entities: Sequence[Entity], book: Rulebook) -> tuple[tuple[Quote, ...], tuple[Finding, ...], Speakers]:
    """Return what :func:`find_quotes` does, and who was heard to speak, for those who read on."""
    marks, findings = pair_marks(parsed)
    speakers = Speakers(parsed, entities, book, [Span(mark.start, mark.end) for mark in marks if mark.depth == 0])
    reader = QuoteReader(parsed, speakers, marks, book)
    quotes: list[Quote] = []
    for mark in marks:
        quote = reader.read(mark, len(quotes), quotes)
        if not quote.content:
            continue  # marks with nothing between them
        quotes.append(quote)
        if quote.speaker_span is not None and (who := reader.meaning(quote)) is not None:
            speakers.spoke.append((reader.token_at(quote.speaker_span.start), who))
    return spread(reader.described(reader.backed(quotes)), parsed.text, parsed.article.title), tuple(findings), speakers
