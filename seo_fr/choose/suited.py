"""The block of context that suits an article, before introduction and key points take what it would tell: two voices make « who says what », three figures or three dates a block of their own."""

from __future__ import annotations

from collections.abc import Sequence

from seo_fr.choose.pick import Choice
from seo_fr.choose.pool import Pool
from seo_fr.model import BlockKind
from seo_fr.propose import Candidate

#: The kinds, best first, with the most entries each takes before the rest of the page is filled.
KINDS: tuple[tuple[BlockKind, int], ...] = (("who", 4), ("timeline", 5), ("figures", 4), ("places", 5), ("qa", 3))
#: Words of the body from which a page should have one.
SHORTEST_BODY = 200


def is_suited(kind: BlockKind, found: Sequence[Candidate], least: int) -> bool:
    """Return whether the candidates give a block of ``least`` entries: of as many voices, dates, places or facts."""
    if kind == "who":
        return len({candidate.speaker for candidate in found}) >= max(least, 2)
    mark = {"timeline": "date:", "places": "place:"}.get(kind)
    if mark is not None:
        return len({tag for candidate in found for tag in candidate.tags if tag.startswith(mark)}) >= least
    return len({candidate.facts[:1] for candidate in found}) >= least


def suited(pool: Pool, limits: Sequence[tuple[BlockKind, int, int]]) -> tuple[tuple[BlockKind, int, int], ...]:
    """Return the kinds of block that the article has entries for, best first, with their fewest and most entries; none for a body of less than :data:`SHORTEST_BODY` words."""
    if pool.body_words < SHORTEST_BODY:
        return ()
    given = {kind: (least, most) for kind, least, most in limits if kind not in pool.options.without}
    found = tuple((kind, given[kind][0], min(given[kind][1], most)) for kind, most in KINDS if kind in given and is_suited(kind, [c for c in pool.open(kind) if "loose" not in c.tags], given[kind][0]))
    return tuple(entry for entry in found if entry[0] != "qa") or found  # questions are asked first where the article gives no other block


def place_first(choice: Choice, kinds: Sequence[tuple[BlockKind, int, int]]) -> tuple[BlockKind, int, int] | None:
    """Give the page the first of ``kinds`` that stands, of as few entries as it needs, with its heading; return it with the entries it may have when the rest is filled, None where none stands."""
    for kind, least, most in kinds:
        if kind not in choice.chosen and choice.block(kind, least, least, first=True):
            choice.heading_of(kind)
            return kind, least, most
    return None


__all__ = ["KINDS", "SHORTEST_BODY", "is_suited", "place_first", "suited"]
