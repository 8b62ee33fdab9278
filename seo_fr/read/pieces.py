"""What the readers hand to :mod:`seo_fr.read.assemble`: the source's blocks in order, and what its form says of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from seo_fr.model import Finding

PieceKind = Literal["title", "heading", "prose", "item", "unknown"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of text on one line. ``unknown``: the form says nothing, so title, heading, byline and dateline are recognised by rule.

    ``marker`` is the number of an ordered list's item («1»), empty otherwise; ``apart`` tells whether a blank line stands before it;
    ``bold`` whether all of it is in strong type.
    """

    text: str
    kind: PieceKind = "unknown"
    level: int = 0
    marker: str = ""
    apart: bool = True
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A source taken apart: its pieces, its metadata (unsorted, not yet judged), and what the reader noticed."""

    pieces: tuple[Piece, ...]
    metadata: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()
