"""The words that keep a telling from standing alone, compiled (rules/tenir-seul.yaml)."""

from __future__ import annotations

import re
from functools import lru_cache

from seo_fr.french.conjugation import analyse_form
from seo_fr.propose.source import plain
from seo_fr.rulebook import Rule, Rulebook, load

#: What stands between quotation marks.
QUOTED = re.compile(r"«[^»]*»|“[^”]*”")


@lru_cache(maxsize=4096)
def unquoted(text: str) -> str:
    """Return a text plain, without what it quotes. Remembered: each gate asks it of each telling."""
    return plain(QUOTED.sub(" ", text))


@lru_cache(maxsize=64)
def _role(book: Rulebook, role: str) -> tuple[str, ...]:
    return tuple(plain(str(word)) for rule in book.of_kind("standing-words") if rule.data["role"] == role for word in rule.data["words"])


def words_of_role(role: str) -> tuple[str, ...]:
    """Return the words of the rules of that role («goes-on», «never-cut», «opening», «link», «figure», «denial», «apparatus», «counter», «kin», «winner», «newer», «newer-opening», «avowal», «takes-back», «quote-opening», «quote-leans»)."""
    return _role(load(), role)


def known() -> dict[str, re.Pattern[str]]:
    """Return the pattern of each role whose words are looked for as they stand, of plain text."""
    return _patterns(load())


@lru_cache(maxsize=8)
def _patterns(book: Rulebook) -> dict[str, re.Pattern[str]]:
    made = {role: re.compile(rf"(?<![\w-])(?:{_either(_role(book, role))})(?![\w-])") for role in ("never-cut", "opening", "link", "denial", "apparatus", "counter", "newer", "newer-opening", "avowal", "takes-back", "quote-opening", "quote-leans")}
    made["bare-figure"] = _bare_figure(_role(book, "figure"))
    return made


def _bare_figure(nouns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:l[ea] |un |une |au |du |ce )(?:{_either(nouns)}) de \d[\d\s.,]*(?:%|pour cent)?\s*(?:[.,;!?]|$|contre\b|la veille\b)")


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) or r"(?!)"


def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether the rule's words are found in ``text`` as this module looks for them (for the rule's examples)."""
    words = tuple(plain(str(word)) for word in rule.data["words"])
    flat = plain(text)
    role = rule.data["role"]
    if role == "figure":
        return _bare_figure(words).search(flat) is not None
    if role == "goes-on":
        return any(form.lemma in words for word in re.findall(r"\w+", flat) for form in analyse_form(word))
    pattern = re.compile(rf"(?<![\w-])(?:{_either(words)})(?![\w-])")
    return (pattern.match(flat) if role in ("opening", "takes-back", "quote-opening") else pattern.search(flat)) is not None
