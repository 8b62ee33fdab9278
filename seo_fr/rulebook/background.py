"""The standard glossary: general definitions that ship with the product, as rules of kind « background », and where alone some of them are true."""

from __future__ import annotations

import re
from functools import lru_cache

from seo_fr.french.words import plain
from seo_fr.model import GlossaryEntry, Span
from seo_fr.options import Options
from seo_fr.rulebook.load import Rule, Rulebook

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=8192)
def _pattern(term: str) -> re.Pattern[str]:
    words = re.escape(plain(term))
    spelled = words.replace("'", "['’]").replace(r"\ ", "[ \u00a0\u202f\\n]")
    # an acronym is not the word that its letters spell: « SIDA », « PAR »
    return re.compile(rf"(?<![\w-]){spelled}(?![\w-])", 0 if term.isupper() else re.IGNORECASE)


@lru_cache(maxsize=64)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _matches(term: str, text: str, low: int, high: int) -> list[tuple[int, int]]:
    first = _WORD.search(term.lower())
    # most terms of a long glossary are in no article: the first word alone tells
    return [match.span() for match in _pattern(term).finditer(text, low, high)] if first is None or first.group() in _words(text) else []


def named(entry: GlossaryEntry, text: str, low: int, high: int) -> tuple[Span, ...]:
    """Return where the term of an entry or a variant of it stands between two offsets of ``text``, in order, not within one of its exceptions."""
    found = {span for term in (entry.term, *entry.variants) for span in _matches(term, text, low, high)}
    if not found:
        return ()
    spared = [span for phrase in entry.exceptions for span in _matches(phrase, text, low, high)]
    return tuple(Span(*span) for span in sorted(found) if not any(start <= span[0] and span[1] <= end for start, end in spared))


def _entry(rule: Rule) -> GlossaryEntry:
    term, *variants = (" ".join(word.split()) for word in rule.data["terms"])
    spared = tuple(rule.data.get("except", ()))
    text, source = (" ".join(rule.data[key].split()) for key in ("text", "source"))
    return GlossaryEntry(
        rule.id, term, tuple(variants), text, source, rule.data["approver"], path=rule.path, line=rule.line, exceptions=spared, country=rule.data.get("country", ""), level=int(rule.data["level"])
    )


@lru_cache(maxsize=8)
def standard_entries(book: Rulebook) -> tuple[GlossaryEntry, ...]:
    """Return the entries of the standard glossary in the order of the rules."""
    return tuple(_entry(rule) for rule in book.of_kind("background"))


@lru_cache(maxsize=64)
def approved(book: Rulebook, options: Options) -> tuple[GlossaryEntry, ...]:
    """Return all entries that a page may use: the newsroom's, then, unless the options forbid, those of the standard glossary of which no term is the newsroom's too."""
    glossary = options.glossary
    if not options.standard_glossary:
        return glossary
    own = {plain(term).lower() for entry in glossary for term in (entry.term, *entry.variants)}
    taken = {entry.id for entry in glossary}
    return (*glossary, *(entry for entry in standard_entries(book) if entry.id not in taken and not any(plain(term).lower() in own for term in (entry.term, *entry.variants))))


def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether ``text`` names the term of a « background » rule (for the rule's examples)."""
    return bool(named(_entry(rule), text, 0, len(text)))


@lru_cache(maxsize=64)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(plain(word)) for word in words)})(?![\w])")


def _counted(rule: Rule, text: str) -> tuple[int, int]:
    """Return how often ``text`` has a word that places it in the rule's country, and one that places it elsewhere."""
    told = plain(text)
    return len(_any_of(tuple(rule.data["words"])).findall(told)), len(_any_of(tuple(rule.data["elsewhere"])).findall(told))


def set_in(country: str, head: str, text: str, foreign: int, book: Rulebook) -> bool:
    """Return whether an article is set in ``country``: a word of it says so, no other country stands in its ``head`` (title and first paragraphs), nor oftener in the whole.

    ``foreign``: how often the text names another country. A country without a rule of kind « country-words » is no article's.
    """
    rule = next((rule for rule in book.of_kind("country-words") if rule.data["country"] == country), None)
    if rule is None or _counted(rule, head)[1]:
        return False
    here, elsewhere = _counted(rule, text)
    return here > 0 and here >= elsewhere + foreign


def fires_setting(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether ``text`` is set in the rule's country (for the rule's examples)."""
    return set_in(rule.data["country"], text, text, 0, book)
