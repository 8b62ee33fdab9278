"""The standard glossary: general definitions that ship with the product, as rules of kind « background », and where alone some of them are true."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from seo_fr.french.words import plain, unaccented
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


@lru_cache(maxsize=8192)
def _first_word(term: str) -> str:
    found = _WORD.search(term.lower())
    return found.group() if found is not None else ""


def _may_stand(term: str, text: str) -> bool:
    """Whether a text has the first word of a term: most terms of a long glossary are in no article, and this alone tells."""
    first = _first_word(term)
    return not first or first in _words(text)


def may_be_named(entry: GlossaryEntry, text: str) -> bool:
    """Return whether a text has the first word of the entry's term or of a variant of it; where not, :func:`named` finds nothing in any part of the text."""
    return any(_may_stand(term, text) for term in (entry.term, *entry.variants))


def _matches(term: str, text: str, low: int, high: int) -> list[tuple[int, int]]:
    return [match.span() for match in _pattern(term).finditer(text, low, high)] if _may_stand(term, text) else []


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
        rule.id, term, tuple(variants), text, source, rule.data["approver"], path=rule.path, line=rule.line, exceptions=spared, country=rule.data.get("country", ""), level=int(rule.data["level"]),
        fits=tuple(rule.data.get("fits", ())), unless=tuple(rule.data.get("unless", ())), near=tuple(rule.data.get("near", ())), label=rule.data.get("label", ""),
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


#: What a term begins with in a sentence and not as the name of a notion: « d’une magnitude », « la grêle », « en quarantaine ».
_BEFORE = re.compile(r"^(?:avec (?=sursis)|par l[ae] |dans l[ea] |à la |d’une |de la |une? |l[ae] |l’|en |par |de )(?=[a-zàâéèêëîïôùûç])")
#: A term that is no noun phrase: « porter plainte », « a marqué un essai ».
_NO_NOUN = re.compile(r"(?:avec|a|ont|été|est|sont|porter|mettre|mis|mise par|tombée?|écrouée?|intoxiquée?|placée?|sous|contre|au|aux|à|sans|entre|pour|sa|son|ses|leur|leurs|ce|cet|cette|ces|propre|va|dont|après|dès|depuis|hors|des|du|activement|grièvement|pénalement|[a-zéèâêîôûç]+és? (?:par|en|à|pour) .*) |.* (?:de|du|des|à|au|aux|en|vers|par|la|le|les) $")


def _explained(term: str, text: str) -> bool:
    """Whether a word of a term stands in a definition: only then does a heading with the term announce what stands under it."""
    told = {root for word in _WORD.findall(text) for root in _roots(word)}
    return any(root in told for word in _telling(term) for root in _roots(word))


def _verbal(term: str) -> bool:
    """Whether a term opens on a form of a verb that is no noun: « avait requis », « signent un accord », « remixé »."""
    from seo_fr.french.lexicon import finite_readings, participle_readings, plural_nouns, verb_forms

    first = term.split(" ", 1)[0]
    if first != first.lower() or "-" in first:
        return False
    return first not in plural_nouns() and bool(finite_readings(first) or participle_readings(first) or first.endswith(("é", "és", "ées")) or first.endswith("er") and verb_forms(first))


def _telling(term: str) -> list[str]:
    return [word for word in _WORD.findall(term) if len(word) > 3 or word.isupper() and len(word) > 1]


def _roots(word: str) -> tuple[str, str]:
    """The first letters of a word, and of its singular."""
    bare = unaccented(plain(word).lower())
    return bare[:6], bare.rstrip("sx")[:6]


def explains(entry: GlossaryEntry, text: str, spans: Iterable[Span]) -> bool:
    """Return whether the definition speaks of a word by which ``text`` calls for it at one of the spans: « réseau d’eau » alone is not « eau potable ». A name or an acronym is the thing itself."""
    wanted = {(span.start, span.end) for span in spans}
    return any(
        (form != form.lower() or not _telling(form) or _matches(form, entry.text, 0, len(entry.text)) or _explained(form, entry.text)) and wanted & set(_matches(form, text, 0, len(text))) for form in (entry.term, *entry.variants)
    )


def label_of(entry: GlossaryEntry, text: str) -> str:
    """Return the notion of an entry as a heading of an article's page names it: « magnitude »; empty where no form that ``text`` has is a noun phrase of which the definition speaks."""
    spans = named(entry, text, 0, len(text))
    if entry.label:
        return entry.label if spans else ""
    for form in (entry.term, *entry.variants):
        term = _BEFORE.sub("", form, count=1)
        if any(Span(*span) in spans for span in _matches(form, text, 0, len(text))) and not _NO_NOUN.match(term + " ") and not _verbal(term) and _explained(term, entry.text):
            return term
    return ""


def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether ``text`` names the term of a « background » rule (for the rule's examples)."""
    return bool(named(_entry(rule), text, 0, len(text)))


@lru_cache(maxsize=8)
def _domains(book: Rulebook) -> dict[str, tuple[str, ...]]:
    return {rule.data["domain"]: tuple(rule.data["words"]) for rule in book.of_kind("news-domain")}


def _speaking(condition: str, text: str, head: int, book: Rulebook) -> int:
    """Return how many words of ``text`` meet a condition; 0 where it is not met: a word of a domain named once, and not at the head of the news, is not what the news is about."""
    words = _domains(book).get(condition)
    if words is None:
        return len(_matches(condition, text, 0, len(text)))
    found = [start for word in words for start, _ in _matches(word, text, 0, len(text))]
    return len(found) if len(found) > 1 or any(start < head for start in found) else 0


def suits(entry: GlossaryEntry, text: str, head: int, book: Rulebook) -> int:
    """Return how many words of an article speak for an entry that names domains or words; 0 for one that suits any news, -1 where it does not suit this one.

    ``head``: the offset where the title and the first paragraphs end.
    """
    if any(_speaking(condition, text, head, book) for condition in entry.unless):
        return -1
    if not entry.fits:
        return 0
    return sum(_speaking(condition, text, head, book) for condition in entry.fits) or -1


def beside_words(entry: GlossaryEntry, sentence: str, book: Rulebook) -> bool:
    """Return whether a sentence has a word that the entry wants beside its term: an offence is explained where somebody answers for it."""
    return not entry.near or any(_speaking(condition, sentence, len(sentence), book) for condition in entry.near)


def fires_domain(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether the head of ``text`` has a word of a domain of news (for the rule's examples)."""
    return bool(_speaking(rule.data["domain"], text, len(text), book))


@lru_cache(maxsize=64)
def _any_of(words: tuple[str, ...], before: str = "") -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){before}(?:{'|'.join(re.escape(plain(word)) for word in words)})(?![\w-])")


#: What comes before a département that has the name of a river, a mountain or a point of the compass: « (Marne) », « dans la Marne », « le département de la Marne ».
_IN_DEPARTMENT = r"(?:(?<=\()|(?:[Dd]ans (?:le |la |l'|les )|[Ee]n |[Dd]épartements? (?:de la |de l'|du |des |de |d')))"


class Place(NamedTuple):
    """Where a text names another country: the offset, the word, and what it weighs (a country 2, an adjective or a people 1)."""

    at: int
    word: str
    weight: int


def _here(rule: Rule, told: str) -> list[int]:
    """Return where a text has a word that places it in the rule's country; twice where it stands in brackets behind a place: « Orvanne (Haute-Saône) »."""
    found = [match.start() for match in _any_of(tuple(rule.data["words"])).finditer(told)]
    departments = tuple(rule.data.get("departments", ()))
    found += [match.start() for match in _any_of(departments, _IN_DEPARTMENT).finditer(told)] if departments else []
    return found + [at for at in found if told[at - 1 : at] == "("]


def set_in(country: str, text: str, title: int, head: int, foreign: Iterable[Place], book: Rulebook) -> bool:
    """Return whether an article is set in ``country``: words of it say so, oftener than they name another country, in the whole, up to ``head`` (title and first paragraphs) and up to ``title``.

    ``foreign``: where the text names another country. A country without a rule of kind « country-words » is no article's.
    """
    rule = next((rule for rule in book.of_kind("country-words") if rule.data["country"] == country), None)
    if rule is None:
        return False
    told = plain(text)
    here = _here(rule, told)
    own = {plain(word) for word in rule.data["words"]}
    elsewhere = [(match.start(), 2) for match in _any_of(tuple(rule.data["elsewhere"])).finditer(told)]
    elsewhere += [(place.at, place.weight) for place in foreign if plain(place.word) not in own]
    if not here or len(here) < len(elsewhere):
        return False
    for end in (title, head):
        away = sum(weight for at, weight in elsewhere if at < end)
        if away and sum(at < end for at in here) <= away:
            return False
    return True


def fires_setting(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether ``text`` is set in the rule's country (for the rule's examples)."""
    return set_in(rule.data["country"], text, 0, len(text), (), book)
