"""Words of the source that add nothing to the fact (« bien entendu », « à l’heure actuelle »), dropped from what is written (rules/tenir-seul.yaml, role «filler»)."""

from __future__ import annotations

import re
from functools import lru_cache

from seo_fr.model import Analysis, Edit, Span
from seo_fr.rulebook import Rulebook, load

#: The rule of the edits that drop a filler.
FILLER = "cheville"
_JOINS = re.compile(r"(?:^|[\s’'])(?:et|mais|que|qu['’]|où|car|puis)[ \u00a0]*$", re.IGNORECASE)
_FIXED = re.compile(r"(?:\bde|\bn['’]est|\bpas|\bplus|\bque|\bcomme)[ \u00a0]*$", re.IGNORECASE)


@lru_cache(maxsize=8)
def _pattern(book: Rulebook) -> re.Pattern[str]:
    words = sorted((str(word) for rule in book.of_kind("standing-words") if rule.data["role"] == "filler" for word in rule.data["words"]), key=lambda word: (-len(word), word))
    either = "|".join(re.escape(word).replace(r"\ ", r"[ \u00a0]").replace("'", "['’]") for word in words)
    return re.compile(rf"(?<![\w’'-])(?:{either})(?![\w’'-])", re.IGNORECASE)


def filler_edits(analysis: Analysis, span: Span, taken: list[Edit]) -> list[Edit]:
    """Return the edits that drop the fillers of ``span`` outside quotes, with the commas that go with them; none where ``taken`` touches one."""
    text = analysis.article.text
    made: list[Edit] = []
    for match in _pattern(load()).finditer(text, span.start, span.end):
        place = Span(match.start(), match.end())
        if any(quote.span.overlaps(place) for quote in analysis.quotes):
            continue
        dropped = _with_commas(text, span, place)
        if dropped is not None and not any(edit.span.start < dropped.end + 1 and dropped.start - 1 < edit.span.end for edit in taken):
            made.append(Edit("drop", FILLER, dropped, ""))
    return made


def _with_commas(text: str, unit: Span, place: Span) -> Span | None:
    """The place with what goes with it; None where the words do more than fill."""
    before, after = place.start, place.end
    while before > unit.start and text[before - 1] in " \u00a0\u202f":
        before -= 1
    while after < unit.end and text[after] in " \u00a0\u202f":
        after += 1
    left = text[before - 1] if before > unit.start else ""
    right = text[after] if after < unit.end else ""
    if _FIXED.search(text[unit.start : place.start]) or re.match(r"(?:que\b|qu['’])", text[after : after + 4]):
        return None
    if re.match(r"pas\b", text[after : after + 4]) and re.search(r"\bne\b|\bn['’]", text[unit.start : place.start]) is None:
        return None  # « comme de bien entendu », « bien sûr que »
    if left == "," and right == ",":
        return Span(before - 1, after + 1)
    if left == "," and (right == "" or right in ".;:!?)…"):
        return Span(before - 1, place.end)
    if left == "" or right == "," and _JOINS.search(text[unit.start : place.start]):
        end = after + 1 if right == "," else after
        while end < unit.end and text[end] in " \u00a0\u202f":
            end += 1
        return Span(place.start, end)
    if right == "" or right in ",.;:!?)…":
        return Span(before, place.end)
    return Span(place.start, after)
