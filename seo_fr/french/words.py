"""Small shared views of French words: folding, the first word of a phrase, apostrophes and spaces as the press types them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

OPENING = "«“\"„‹(["

_PLAIN = {ord("’"): "'", ord("ʼ"): "'", 0xA0: " ", 0x202F: " ", 0x2009: " ", 0x2007: " ", ord("\t"): " "}
_FIRST_WORD = re.compile(r"[\s«“\"„‹(\[]*([^\s«»“”\"„‹›()\[\],;:!?…]*)")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return ``text`` lower-cased, without accents, with œ and æ spelt out and ’ as ': for comparison only."""
    return unaccented(text.lower().replace("œ", "oe").replace("æ", "ae").replace("’", "'").replace("ʼ", "'"))


def unaccented(text: str) -> str:
    """Return ``text`` without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def first_word(text: str) -> str:
    """Return the first word of ``text``, looking through opening quotes and brackets; an elided article counts as a word with its apostrophe."""
    found = _FIRST_WORD.match(text)
    word = found.group(1) if found else ""
    elided = re.match(r"(?i)(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’ʼ]", word)
    return elided.group(0) if elided else word


def plain(text: str) -> str:
    """Return ``text`` with every apostrophe as ' and every space as an ordinary one; same length, so offsets hold."""
    return text.translate(_PLAIN)


def low(text: str) -> str:
    """Return :func:`plain` text in lower case."""
    return plain(text).lower()


@lru_cache(maxsize=16384)
def count_words(text: str) -> int:
    """Return the number of words of ``text``: runs of non-space (no-break spaces are spaces) that hold a letter or a digit."""
    return sum(any(character.isalnum() for character in run) for run in text.split())


def listed(text: str) -> list[str]:
    """Return the words of a list written as data, one space or line end between them."""
    return text.split()


def word_runs(words: Sequence[str], length: int) -> frozenset[tuple[str, ...]]:
    """Return the runs of ``length`` words that follow each other in ``words``; none where these are fewer."""
    return frozenset(tuple(words[i : i + length]) for i in range(len(words) - length + 1))
