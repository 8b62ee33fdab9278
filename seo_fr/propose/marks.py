"""Quotation marks as French typography has them: a whole sentence quoted after a colon begins with a capital and keeps its full stop inside.

Source: Lexique des règles typographiques en usage à l’Imprimerie nationale, « Guillemets »: a citation that forms a complete sentence after a colon has its own final mark, which ends
the sentence that introduces it too; a fragment has no capital, and the stop stands outside.
"""

from __future__ import annotations

import re

from seo_fr.model import Analysis, Edit, Quote, Span

_SPACES = " \u00a0\u202f\u2009"
_FINAL = ".!?…"
#: A quote that begins so goes on from the words before it.
MIDWAY = re.compile(r"(?:aux?|à|de|d['’]|des|du|que|qu['’]|si|s['’]il|et|mais|ou|pour|afin|comme|dont|où|qui)(?:\s|(?<=['’]))")
#: What follows a quote that ends its sentence.
_STOP = re.compile(r"[ \u00a0\u202f]*(\.(?=\s|$)|(?=$))")
#: « évoque un « chantier », « nous partirons » »: the second is said by nobody.
_ADRIFT = re.compile(r"»,?\s*$")


def content_of(text: str, quote: Quote) -> Span | None:
    """Return the words of an uninterrupted quote, spaces at both ends apart; None for any other."""
    if len(quote.content) != 1 or not quote.balanced:
        return None
    start, end = quote.content[0].start, quote.content[0].end
    while end > start and text[end - 1] in _SPACES:
        end -= 1
    while start < end and text[start] in _SPACES:
        start += 1
    return Span(start, end) if end > start else None


def is_sentence(analysis: Analysis, quote: Quote) -> bool:
    """Return whether the quoted words are a sentence or more: a clause with its own subject, begun by none of the words that only go on."""
    content = content_of(analysis.article.text, quote)
    if content is None or not quote.whole:
        return False
    words = content.of(analysis.article.text)
    if words[0].isupper():
        return True
    if MIDWAY.match(words) or not words[0].islower():
        return False
    tokens = [token for token in analysis.tokens if content.covers(token.span)]
    first = next((token for token in tokens if token.pos != "PUNCT"), None)
    if first is None or first.pos in ("VERB", "AUX", "CCONJ", "SCONJ"):
        return False
    return any(token.dep.startswith(("nsubj", "expl")) and analysis.tokens[token.head].feature("VerbForm") in ("Fin", "Part", "") for token in tokens)


def introduced(text: str, quote: Quote) -> bool:
    """Return whether a colon stands just before the quote."""
    return text[max(0, quote.span.start - 4) : quote.span.start].rstrip(_SPACES).endswith(":")


def capital_edit(analysis: Analysis, quote: Quote) -> Edit | None:
    """Return the edit that gives a whole sentence quoted after a colon its capital; None where it has one or is none."""
    content = content_of(analysis.article.text, quote)
    if content is None or not is_sentence(analysis, quote):
        return None
    first = analysis.article.text[content.start]
    return Edit("case", "majuscule-de-citation", Span(content.start, content.start + 1), first.upper()) if first.islower() else None


def mark_edits(analysis: Analysis, span: Span, edits: list[Edit]) -> list[Edit] | None:
    """Return the edits that bring the quotes of ``span``, beside ``edits``, to French usage; none where nothing is to be done, None where a quoted sentence is said by nobody."""
    text = analysis.article.text
    made: list[Edit] = []
    for quote in analysis.quotes:
        if not span.covers(quote.span) or any(edit.span.covers(quote.span) for edit in edits):
            continue
        whole = is_sentence(analysis, quote)
        before = text[max(span.start, quote.span.start - 6) : quote.span.start]
        if whole and _ADRIFT.search(before) and "," in before and any(other.span.end <= quote.span.start and quote.span.start - other.span.end < 4 and not other.whole for other in analysis.quotes):
            return None
        content = content_of(text, quote)
        if content is None or not whole:
            continue
        opened = introduced(text, quote)
        if not opened and text[span.start : quote.span.start].strip():
            continue  # « a dit que « nous partons » »: no sentence of its own
        case = capital_edit(analysis, quote) if opened else None
        if case is not None and not any(edit.span.overlaps(case.span) for edit in edits):
            made.append(case)
        after = _STOP.match(text[quote.span.end : span.end])
        if after is None:
            continue
        stop = Span(quote.span.end + after.start(1), quote.span.end + after.end(1))
        if any(edit.kind not in ("typography", "period", "case") and edit.span.end >= content.end and edit.span.start < max(stop.end, quote.span.end) for edit in edits):
            continue
        if text[content.end - 1] not in _FINAL:
            made.append(Edit("period", "point-dans-les-guillemets", Span(content.end - 1 if text[content.end - 1] in ",;" else content.end, content.end), "."))
        if len(stop):
            made.append(Edit("period", "point-dans-les-guillemets", stop, ""))
    return made
