"""Plain text to pieces: which line breaks end a paragraph, which only wrap it; list items; Markdown headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from seo_fr.read.pieces import Draft, Piece

FINAL = re.compile(r"[.!?…][\s»”\"'’)\]\u00a0\u202f]*$")
_HEADING = re.compile(r"^(#{1,6}) +(.*?)(?: +#+)?$")
_BULLET = re.compile(r"^[-*•‣▪●◦][ \u00a0]+(?=\S)")
_NUMBER = re.compile(r"^(\d{1,2})[.)][ \u00a0]+(?=\S)")
_SETEXT = re.compile(r"^(={3,}|-{3,})$")
_RULE = re.compile(r"^(?:[-*_=~–—] ?){3,}$")
_STRONG = re.compile(r"\*\*(?=\S)([^*]+)(?<=\S)\*\*")
_STARTS_ANEW = re.compile(r"^(?:[-*•‣▪●◦–—]|#{1,6} |\d{1,2}[.)] )")


def read_plain(text: str) -> Draft:
    """Return the pieces of normalised plain ``text``.

    A blank line ends a piece. So does a line break, except where it only wraps a sentence: in text filled to a column (by the greedy criterion: the next line's first
    word would not have fitted), or where a line without a final mark goes on in lower case.
    """
    lines = text.split("\n")
    width = wrap_width(lines)
    pieces: list[Piece] = []
    current = ""
    current_is_item = False
    apart = True
    previous_line = ""
    numbered = _numbered(lines)

    def flush() -> None:
        nonlocal current
        if current:
            pieces.append(_piece(current, pieces_apart, number_ahead))
        current = ""

    pieces_apart = True
    number_ahead = False
    for index, line in enumerate(lines):
        if not line:
            flush()
            apart = True
            continue
        if _RULE.match(line):
            below_title = _SETEXT.match(line) and current and not FINAL.search(current) and not _STARTS_ANEW.match(current) and len(current) <= 150
            if below_title:
                current = ("# " if line.startswith("=") else "## ") + current
            flush()
            apart = True
            continue
        if current and not _STARTS_ANEW.match(line) and not current.startswith("#") and _wraps(previous_line, line, width, current_is_item):
            # « gouver-\nnement » cannot be told from « peut-\nêtre » without a dictionary: the hyphen stays.
            current += line if previous_line.endswith("-") and previous_line[-2:-1].isalpha() else " " + line
        else:
            flush()
            current = line
            pieces_apart, number_ahead = apart, index in numbered
            current_is_item = bool(_BULLET.match(line)) or number_ahead
            apart = False
        previous_line = line
    flush()
    return Draft(tuple(_without_stars(_rejoined(pieces))))


def _rejoined(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with sentences that a page break or double spacing cut in two made whole: the second part begins in lower case."""
    result: list[Piece] = []
    for piece in pieces:
        before = result[-1] if result else None
        if (
            before is not None
            and before.kind == piece.kind == "unknown"
            and len(before.text) >= 40
            and not before.text.endswith((":", ";"))
            and not FINAL.search(before.text)
            and piece.text.split(" ", 1)[0].islower()
            and piece.text[0].isalpha()
        ):
            result[-1] = replace(before, text=f"{before.text} {piece.text}")
        else:
            result.append(piece)
    return result


def _without_stars(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces without Markdown's strong marks, if the text has Markdown headings: a star elsewhere is a star."""
    if not any(piece.kind == "heading" for piece in pieces):
        return list(pieces)
    return [replace(piece, text=_STRONG.sub(r"\1", piece.text), bold=_STRONG.fullmatch(piece.text) is not None) for piece in pieces]


def wrap_width(lines: Sequence[str]) -> int:
    """Return the column to which the text is filled, 0 if it is not: most line breaks inside blocks lie where the next word did not fit."""
    pairs = [(first, second) for first, second in pairwise(lines) if first and second and not _STARTS_ANEW.match(second)]
    lengths = [len(line) for pair in pairs for line in pair]
    width = max(lengths, default=0)
    if not 40 <= width <= 132:
        return 0
    filled = sum(_full(first, second, width) for first, second in pairs)
    unfinished = sum(not FINAL.search(first) for first, _ in pairs)
    return width if 10 * filled >= 7 * len(pairs) and 2 * unfinished >= len(pairs) else 0


def _full(first: str, second: str, width: int) -> bool:
    return len(first) + 1 + len(second.split(" ", 1)[0]) > width


def _wraps(first: str, second: str, width: int, item: bool) -> bool:
    goes_on = not FINAL.search(first) and not first.endswith((":", ";", ",")) and second[0].islower()
    if width:
        return goes_on or _full(first, second, width)
    return goes_on and not item


def _numbered(lines: Sequence[str]) -> frozenset[int]:
    """Return the indexes of lines «1. …», «2. …» that follow each other in number: one alone may be a sentence that begins with a number."""
    found: set[int] = set()
    last_index, last_number = -1, 0
    for index, line in enumerate(lines):
        match = _NUMBER.match(line)
        if match is None:
            continue
        number = int(match.group(1))
        if number == last_number + 1 and last_index >= 0:
            found.update((last_index, index))
        last_index, last_number = index, number
    return frozenset(found)


def _piece(text: str, apart: bool, numbered: bool) -> Piece:
    heading = _HEADING.match(text)
    if heading is not None and heading.group(2):
        return Piece(heading.group(2), "heading", len(heading.group(1)), apart=apart)
    bullet = _BULLET.match(text)
    if bullet is not None:
        return Piece(text[bullet.end() :], "item", apart=apart)
    number = _NUMBER.match(text) if numbered else None
    if number is not None:
        return Piece(text[number.end() :], "item", marker=number.group(1), apart=apart)
    return Piece(text, apart=apart)
