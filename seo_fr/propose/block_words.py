"""The words that the data blocks go by: what a number measures, which verbs need their place, what is nobody's voice (rules/blocs-de-donnees.yaml)."""

from __future__ import annotations

import re
from functools import lru_cache

from seo_fr.rulebook import Rule, Rulebook, load


def listed_as(role: str) -> frozenset[str]:
    """Return the words of the rules of that role («measure», «rise», «not-voice»…): lemmas, verbs in the infinitive."""
    return _words(load(), role)


@lru_cache(maxsize=128)
def _words(book: Rulebook, role: str) -> frozenset[str]:
    return frozenset(str(word) for rule in book.of_kind("block-words") if rule.data["role"] == role for word in rule.data["words"])


def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether a word of the rule stands in ``text`` as it is written there (for the rule's examples)."""
    found = {word.lower() for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)}
    return any(str(word) in found or " " in str(word) and str(word) in text.lower() for word in rule.data["words"])
