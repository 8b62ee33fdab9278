"""Counting what was told: no fact more than twice around the body, no phrase of eight words twice outside quotes, names and the keyphrase."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from seo_fr.french.words import count_words, word_runs
from seo_fr.model import Copied, Passage
from seo_fr.propose import Candidate

RUN = 8
TELLINGS = 2
_QUOTED = re.compile(r"«[^»]*»")
_WORD = re.compile(r"[^\W_]+")


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
        self._facts: dict[int, int] = {}
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
        if any(self._facts.get(fact, 0) >= tellings for fact in candidate.facts):
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
        for fact in candidate.facts:
            self._facts[fact] = self._facts.get(fact, 0) + 1
        for passage in candidate.passages:
            self._texts[passage.text] = self._texts.get(passage.text, 0) + 1
            for run in _runs(self._names, passage.text):
                self._runs[run] = self._runs.get(run, 0) + 1

    def remove(self, candidate: Candidate) -> None:
        """Forget that the candidate was chosen."""
        for fact in candidate.facts:
            self._facts[fact] -= 1
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
        return sum(not self._facts.get(fact, 0) for fact in set(candidate.facts))

    def times(self, candidate: Candidate) -> int:
        """Return how often the candidate's most told fact was told."""
        return max((self._facts.get(fact, 0) for fact in candidate.facts), default=0)
