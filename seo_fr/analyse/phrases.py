"""Sequences of words that the rules list, found in a sentence by their first word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from seo_fr.analyse.syntax import Tree


def words_of(phrase: str) -> tuple[str, ...]:
    """Split a phrase of a rule as the pipeline splits text: elided words apart."""
    return tuple(re.findall(r"[^\s']+'|[^\s']+", phrase.lower().replace("’", "'")))


def matches(tree: Tree, at: int, phrase: tuple[str, ...]) -> bool:
    """Whether the words of ``phrase`` stand at token ``at``."""
    return tree.word(at) == phrase[0] and all(tree.word(at + k) == w for k, w in enumerate(phrase))


class Phrases:
    """Sequences of words in a fixed order, by their first word: a list of hundreds costs no more than one look-up a token."""

    __slots__ = ("_by_first",)

    def __init__(self, phrases: Iterable[tuple[str, ...]]) -> None:
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            by_first.setdefault(phrase[0], []).append(phrase)
        self._by_first = by_first

    def at(self, tree: Tree, index: int) -> Iterator[tuple[str, ...]]:
        """Return the phrases that stand at token ``index``, in their order."""
        return iter(self._standing(tree, index))

    def first_at(self, tree: Tree, index: int) -> tuple[str, ...] | None:
        """Return the first phrase that stands at token ``index``, if any does."""
        found = self._standing(tree, index)
        return found[0] if found else None

    def first_within(self, tree: Tree, index: int, end: int) -> tuple[str, ...] | None:
        """Return the first phrase that stands at token ``index`` and goes no further than ``end``, if any does."""
        return next((phrase for phrase in self._standing(tree, index) if index + len(phrase) <= end), None)

    def _standing(self, tree: Tree, index: int) -> list[tuple[str, ...]]:
        words = tree.words
        listed = self._by_first.get(words.get(index, ""))
        if listed is None:
            return []
        return [phrase for phrase in listed if len(phrase) == 1 or words.get(index + 1) == phrase[1] and all(words.get(index + k) == phrase[k] for k in range(2, len(phrase)))]
