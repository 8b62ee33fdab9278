"""Whether an entry of a block of context says what a line of the page has told already: then it is not written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from seo_fr.model import BlockKind
from seo_fr.propose import Candidate
from seo_fr.propose.score import stems

#: Places whose lines no entry says over again.
LINES = ("h1", "introduction", "keypoints", "who", "figures", "timeline", "places", "brief", "conclusion")
#: Blocks that give way to what the page says elsewhere.
YIELDING: tuple[BlockKind, ...] = ("who", "brief", "figures", "timeline", "places", "qa")
_EMPTY = frozenset("est sont etait ont etre avoir plus que qui dont ils ell elle il ce cet son leur se ne pas quel combien quand pourquoi comment oui non selon soit".split())
_SENTENCES = re.compile(r"[^.!?]{12,}[.!?]?")
_WORDS = re.compile(r"[^\W_]+")
_LABEL = re.compile(r"^[^:–]{3,24} [:–] ")


@lru_cache(maxsize=16384)
def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in stems(re.sub(r"-(?:t-)?(?:ils?|elles?)\b", " ", text)) if (len(word) > 2 or word.isdigit()) and word not in _EMPTY)


def is_known(kind: BlockKind, candidate: Candidate, lines: Iterable[str]) -> bool:
    """Return whether one of ``lines`` says nearly all that the entry tells: of a question, what its answer adds, about what it asks."""
    if kind == "qa" and len(candidate.passages) > 1:
        asked = _content(candidate.passages[0].text)
        added = _content(candidate.passages[-1].text) - asked
        about = min(2, len(asked))
    else:
        asked, about = frozenset(), 0
        text = candidate.passages[-1].text
        added = _content(_LABEL.sub("", text) if kind == "brief" else text)
    if candidate.verbatim_lede:
        return True  # the main news again
    if not added:
        return kind == "brief"
    said = [_content(line) for line in lines]
    if any(_holds(theirs, added) and len(asked & theirs) >= about or len(asked) > 2 and asked <= theirs and 3 * len(added & theirs) >= len(added) for theirs in said):
        return True
    number = next((word for word in _WORDS.findall(candidate.passages[-1].text) if word[:1].isdigit()), "") if kind == "qa" else ""
    if len(number) > 1 and number in added and any(number in theirs and asked & theirs for theirs in said):
        return True  # the figure asked for
    pieces = [_content(piece) - asked for piece in _SENTENCES.findall(candidate.passages[-1].text)] if kind == "qa" else []
    return len(pieces) > 1 and all(not piece or any(_holds(theirs, piece) for theirs in said) for piece in pieces)


def _holds(line: frozenset[str], words: frozenset[str]) -> bool:
    """Return whether the line has all of few words, most of many."""
    return 10 * len(words & line) >= (10 if len(words) < 4 else 8) * len(words)


__all__ = ["LINES", "YIELDING", "is_known"]
