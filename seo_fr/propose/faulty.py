"""What is lifted with a certain fault of the source's French in it is not written: no candidate holds both ends of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seo_fr.model import Copied, Edit, Edited, Fault, Passage, Span
from seo_fr.propose.candidate import Candidate

#: Places where the source's own words are better than none.
_NEEDED = ("h1", "title_tag")


def carries(passage: Passage, faults: Sequence[Fault]) -> bool:
    """Return whether the passage keeps the first and the last word of a fault: what loses one of them (a cut, a heading of the noun alone) is sound."""
    origin = passage.origin
    if isinstance(origin, Edited) or not faults:
        return False
    kept = [(origin.span, origin.edits)] if isinstance(origin, Copied) else [(span, slot.edits) for slot in origin.slots for span in slot.source]
    return any(_has(kept, fault.span.start) and _has(kept, fault.span.end - 1) for fault in faults)


def is_own_title(passage: Passage, title: Span | None) -> bool:
    """Return whether the passage is an h1 that copies the source's title whole."""
    return title is not None and passage.role == "h1" and isinstance(passage.origin, Copied) and passage.origin.span == title


def _has(kept: Sequence[tuple[Span, tuple[Edit, ...]]], position: int) -> bool:
    return any(
        span.start <= position < span.end and not any(edit.kind == "drop" and edit.span.start <= position < edit.span.end for edit in edits) for span, edits in kept
    )


def without_faults(candidates: Iterable[Candidate], faults: Sequence[Fault], title: Span | None = None) -> list[Candidate]:
    """Return the candidates that carry no fault, in order; of a title, all of them where nothing else is left. An h1 that is the source's own ``title`` is the newsroom's: its fault is a finding."""
    every = list(candidates)
    sound = [candidate for candidate in every if any(is_own_title(passage, title) for passage in candidate.passages) or not any(carries(passage, faults) for passage in candidate.passages)]
    left = {candidate.place for candidate in sound}
    return [candidate for candidate in every if candidate.place in _NEEDED and candidate.place not in left] + sound
