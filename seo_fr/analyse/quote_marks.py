"""Which quotation marks belong together: over several sentences and paragraphs, nested, unbalanced."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seo_fr.model import Finding, Span

if TYPE_CHECKING:
    from seo_fr.analyse.pipeline import Parsed


@dataclass(frozen=True, slots=True)
class QuoteMarks:
    """A pair of marks: offsets of the first and past the last; how deep it is nested; whether both were there."""

    start: int
    end: int
    depth: int
    balanced: bool


def pair_marks(parsed: Parsed) -> tuple[list[QuoteMarks], list[Finding]]:
    text = parsed.text
    blocks = [paragraph.span for paragraph in parsed.article.paragraphs]
    if parsed.article.title:
        blocks.append(parsed.article.title)
    blocks.sort()
    marks: list[QuoteMarks] = []
    findings: list[Finding] = []
    carried: list[int] = []  # an outer quote that the next paragraph continues
    for number, block in enumerate(blocks):
        title = block == parsed.article.title
        stack = carried
        carried = []
        for index in range(block.start, block.end):
            char = text[index]
            if char == "«":
                if stack and index == block.start:
                    continue  # the mark repeated at the head of a paragraph that goes on with the quote
                if stack and not _nests(text, index, block.end):
                    marks.append(QuoteMarks(stack[0], _last_mark(text, stack[0], index), 0, False))
                    findings.append(_finding(parsed, stack[0], "guillemet ouvrant sans guillemet fermant"))
                    stack = []
                stack.append(index)
            elif char == "»":
                if stack:
                    start = stack.pop()
                    marks.append(QuoteMarks(start, index + 1, len(stack), True))
                else:
                    findings.append(_finding(parsed, index, "guillemet fermant sans guillemet ouvrant"))
            elif char == '"' and index > block.start and text[index - 1] == '"':
                continue  # a doubled mark is one: « ""Tellement triste" »
            elif char == '"':
                opens = _opens(text, index, block)
                if stack and text[stack[-1]] == '"' and not (opens and not _closes(text, index, block)):
                    marks.append(QuoteMarks(stack.pop(), index + 1, len(stack), True))
                else:
                    stack.append(index)
        if stack:
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            if following is not None and not title and text[stack[0]] == "«" and _continues(text, following):
                carried = stack[:1]
                continue
            marks.append(QuoteMarks(stack[0], block.end, 0, False))
            findings.append(_finding(parsed, stack[0], "guillemet ouvrant sans guillemet fermant"))
    return sorted(marks, key=lambda mark: (mark.start, -mark.end)), findings


def _nests(text: str, index: int, end: int) -> bool:
    """Whether a «, met inside an open quote, has a » of its own before the one that closes the outer quote."""
    depth = 2
    for char in text[index + 1 : end]:
        if char == "«":
            depth += 1
        elif char == "»":
            depth -= 1
            if depth == 0:
                return True
    return False


def _last_mark(text: str, start: int, limit: int) -> int:
    end = re.compile(r"[.!?…]").search(text, start)
    if end is not None and end.end() <= limit:
        return max(match.end() for match in re.finditer(r"[.!?…]", text[start:limit])) + start
    while limit > start + 1 and text[limit - 1].isspace():
        limit -= 1
    return limit


def _opens(text: str, index: int, block: Span) -> bool:
    before = text[index - 1] if index > block.start else " "
    after = text[index + 1] if index + 1 < block.end else " "
    return (before.isspace() or before in "('«-–") and not after.isspace()


def _closes(text: str, index: int, block: Span) -> bool:
    before = text[index - 1] if index > block.start else " "
    after = text[index + 1] if index + 1 < block.end else " "
    return not before.isspace() and (after.isspace() or after in ",.;:!?)»")


def _continues(text: str, following: Span) -> bool:
    """Whether a paragraph goes on with a quote left open: it begins with the mark again and closes it, or closes it first."""
    words = following.of(text)
    if words.startswith("«"):
        return words.count("»") >= words.count("«") and words.find("»") != -1
    first_open, first_close = words.find("«"), words.find("»")
    return first_close != -1 and (first_open == -1 or first_close < first_open)


def _finding(parsed: Parsed, index: int, message: str) -> Finding:
    line = parsed.text[max(0, index - 20) : index + 30].strip()
    return Finding("guillemet-orphelin", "warning", f"{parsed.article.name}:{index}", f"Dans la source, {message} : « {line} ».", actual=parsed.article.text[index])
