"""Counting what was told: no fact more than twice around the body, no phrase of eight words twice outside quotes, names and the keyphrase."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from seo_fr.french.words import count_words, word_runs
from seo_fr.model import Copied, Passage
from seo_fr.propose import Candidate
from seo_fr.propose.promoted import FIRST_PART

RUN = 8
TELLINGS = 2
#: Of two tellings that share less than one part in so many (their subject) of the shorter, each tells a part of its own.
SHARED = 2
_QUOTED = re.compile(r"«[^»]*»")
_WORD = re.compile(r"[^\W_]+")


def _kept(candidate: Candidate) -> tuple[bool, tuple[tuple[int, int], ...]]:
    """Return whether a candidate is a part of a sentence told alone, and the places of the source whose words it keeps, as (start, end); none where a template or an editor made it."""
    part = any(fact >= FIRST_PART for fact in candidate.facts)
    found: list[tuple[int, int]] = []
    for passage in candidate.passages:
        if not isinstance(passage.origin, Copied):
            return part, ()
        start = passage.origin.span.start
        for gone in sorted((edit.span for edit in passage.origin.edits if edit.kind in ("drop", "reference")), key=lambda span: (span.start, span.end)):
            if gone.start > start:
                found.append((start, gone.start))
            start = max(start, gone.end)
        if passage.origin.span.end > start:
            found.append((start, passage.origin.span.end))
    return part, tuple(found)


def _apart(one: tuple[tuple[int, int], ...], other: tuple[tuple[int, int], ...]) -> bool:
    """Return whether two tellings of a clause keep hardly a word of the source in common: its main verb here, its relative there."""
    if not one or not other:
        return False
    shared = sum(max(0, min(end, stop) - max(start, begin)) for start, end in one for begin, stop in other)
    return SHARED * shared < min(sum(end - start for start, end in one), sum(end - start for start, end in other))


@lru_cache(maxsize=32)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(name.lower()) for name in sorted(names, key=lambda name: (-len(name), name)) if name) or r"(?!)")


@lru_cache(maxsize=16384)
def _runs(pattern: re.Pattern[str], text: str) -> frozenset[tuple[str, ...]]:
    bare = pattern.sub(" nom ", _QUOTED.sub(" . ", text.replace("'", "’")).lower())
    found: set[tuple[str, ...]] = set()
    for piece in re.split(r"[.!?:;]", bare):
        found |= word_runs(_WORD.findall(piece), RUN)
    return frozenset(found)


class Told:
    """What the chosen passages have told so far."""

    def __init__(self, names: tuple[str, ...]) -> None:
        """``names``: names and keyphrase, which may be repeated: each counts as one word."""
        self._names = _pattern(names)
        self._runs: dict[tuple[str, ...], int] = {}
        self._facts: dict[int, list[tuple[bool, tuple[tuple[int, int], ...]]]] = {}
        self._texts: dict[str, int] = {}
        self._shown: dict[str, tuple[frozenset[tuple[str, ...]], int]] = {}

    def show(self, passages: Iterable[Passage]) -> None:
        """Note headings of the page: no line is to say eight words of one."""
        for passage in passages:
            self._shown[passage.text.rstrip(" .").lower()] = (_runs(self._names, passage.text), count_words(passage.text))

    def is_shown(self, candidate: Candidate, more: int = 0) -> bool:
        """Return whether the candidate says eight words of a heading, or a heading whole; of one that goes on for ``more`` words or more than the heading, if any are given, it is not said."""
        for passage in candidate.passages:
            own, size = _runs(self._names, passage.text), count_words(passage.text)
            for head, (runs, words) in self._shown.items():
                if not (more and size >= words + more) and (not runs.isdisjoint(own) or passage.text.rstrip(" .").lower() == head):
                    return True
        return False

    def share(self, candidate: Candidate, others: Iterable[Candidate]) -> bool:
        """Return whether the candidate says eight words, or a whole line, of one of ``others``."""
        own = frozenset(run for passage in candidate.passages for run in _runs(self._names, passage.text))
        return any(not own.isdisjoint(_runs(self._names, passage.text)) or any(passage.text in mine.text for mine in candidate.passages) for other in others for passage in other.passages)

    def allows(self, candidate: Candidate, tellings: int = TELLINGS, words: bool = True) -> bool:
        """Return whether the candidate repeats nothing it must not. Without ``words``, copied passages may say again what the source says, and only the facts are counted."""
        if any(len(self._facts.get(fact, ())) >= tellings for fact in candidate.facts):
            part, mine = _kept(candidate)
            if any(sum(not ((part or other) and _apart(mine, theirs)) for other, theirs in self._facts.get(fact, ())) >= tellings for fact in candidate.facts):
                return False
        checked = candidate.passages if words else tuple(passage for passage in candidate.passages if not isinstance(passage.origin, Copied))
        return not any(self._repeats(passage) for passage in checked)

    def _repeats(self, passage: Passage) -> bool:
        return passage.text in self._texts or not self._runs.keys().isdisjoint(_runs(self._names, passage.text))

    def copies(self, candidate: Candidate) -> bool:
        """Return whether the candidate says again in the same words what was told."""
        return any(self._repeats(passage) for passage in candidate.passages)

    def add(self, candidate: Candidate) -> None:
        """Note that the candidate was chosen."""
        kept = _kept(candidate)
        for fact in candidate.facts:
            self._facts.setdefault(fact, []).append(kept)
        for passage in candidate.passages:
            self._texts[passage.text] = self._texts.get(passage.text, 0) + 1
            for run in _runs(self._names, passage.text):
                self._runs[run] = self._runs.get(run, 0) + 1

    def remove(self, candidate: Candidate) -> None:
        """Forget that the candidate was chosen."""
        kept = _kept(candidate)
        for fact in candidate.facts:
            self._facts[fact].remove(kept)
        for passage in candidate.passages:
            self._texts[passage.text] -= 1
            if not self._texts[passage.text]:
                del self._texts[passage.text]
            for run in _runs(self._names, passage.text):
                self._runs[run] -= 1
                if not self._runs[run]:
                    del self._runs[run]

    def untold(self, candidate: Candidate) -> int:
        """Return how many of the candidate's facts nothing has told."""
        return sum(not self._facts.get(fact) for fact in set(candidate.facts))

    def times(self, candidate: Candidate) -> int:
        """Return how often the candidate's most told fact was told."""
        return max((len(self._facts.get(fact, ())) for fact in candidate.facts), default=0)
