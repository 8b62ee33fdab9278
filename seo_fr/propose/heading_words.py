"""The nouns that make a heading or none: what happens, who acts, where, and those that say nothing by themselves (rules/intertitres.yaml)."""

from __future__ import annotations

import re
from functools import lru_cache

from seo_fr.rulebook import Rule, Rulebook, load


def is_named(role: str, noun: str) -> bool:
    """Return whether ``noun``, a lemma or a form in lower case, is a word of that role («actor», «place», «kin»…), in the singular or with a plural « s »."""
    words = _words(load(), role)
    return noun in words or noun.endswith("s") and noun[:-1] in words


def is_event(noun: str) -> bool:
    """Return whether ``noun``, a lemma in lower case, says what happens, is decided or measured: « grève », « sauvetage »; « bâtiment » does not."""
    book = load()
    if noun in _words(book, "event"):
        return True
    return noun not in _words(book, "not-event") and noun.endswith(tuple(sorted(_words(book, "event-ending"))))


def opens_with_body(text: str) -> re.Match[str] | None:
    """Return the match where ``text`` opens with a body that has a president, a spokesman or a director, its article before it or none; else None."""
    return _bodies(load()).match(text)


@lru_cache(maxsize=4)
def _bodies(book: Rulebook) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?:l[ae] |l['’]|les |une? )?(?:{'|'.join(sorted(_words(book, 'body'), key=lambda word: (-len(word), word)))})(?![\w-])")


@lru_cache(maxsize=64)
def _words(book: Rulebook, role: str) -> frozenset[str]:
    return frozenset(str(word) for rule in book.of_kind("heading-words") if rule.data["role"] == role for word in rule.data["words"])


def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether a noun of the rule stands in ``text``, or for its endings a noun that ends so (for the rule's examples)."""
    del book
    words = tuple(str(word) for word in rule.data["words"])
    found = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower())
    return any(word.endswith(words) for word in found) if rule.data["role"] == "event-ending" else not set(found).isdisjoint(words)
