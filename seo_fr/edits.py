"""Applying edits to copied text. The fidelity check has its own version of this on purpose."""

from __future__ import annotations

from collections.abc import Iterable

from seo_fr.model import Edit, Span


def in_order(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return the edits by position. Raises ValueError where two of them overlap."""
    ordered = tuple(sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)))
    for left, right in zip(ordered, ordered[1:], strict=False):
        if right.span.start < left.span.end or left.span == right.span:
            raise ValueError(f"edits {left.rule} and {right.rule} overlap at {right.span.start}")
    return ordered


def apply_edits(text: str, span: Span, edits: Iterable[Edit]) -> str:
    """Return the slice of ``text`` at ``span`` after ``edits`` (offsets in ``text``). Raises ValueError for an edit outside or overlapping."""
    pieces: list[str] = []
    position = span.start
    for edit in in_order(edits):
        if not span.covers(edit.span):
            raise ValueError(f"edit {edit.rule} lies outside {span}")
        pieces += [text[position : edit.span.start], edit.after]
        position = edit.span.end
    pieces.append(text[position : span.end])
    return "".join(pieces)


def overlay(base: Iterable[Edit], more: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return ``base`` and those of ``more`` that touch none of it, in order."""
    kept = list(base)
    for edit in more:
        if not any(edit.span.overlaps(other.span) or edit.span == other.span for other in kept):
            kept.append(edit)
    return in_order(kept)
