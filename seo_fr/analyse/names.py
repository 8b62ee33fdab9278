"""What the rules know of names: toponyms, organisations, first names, functions, and words that are no names.

Everything is looked up on plain text (straight apostrophes, plain spaces) and is case-sensitive unless said otherwise.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seo_fr.french.words import plain as _plain
from seo_fr.french.words import unaccented
from seo_fr.model import EntityKind, Gender, Number

if TYPE_CHECKING:
    from seo_fr.rulebook import Rule, Rulebook


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name that a rule lists. ``expansion`` is the long form of an acronym, or empty."""

    name: str
    kind: EntityKind
    gender: Gender
    number: Number
    article: str
    preposition: str
    expansion: str
    rule: str


@dataclass(frozen=True, slots=True)
class Head:
    """A word that opens a name of one kind; ``lower``: also without a capital before «de» and a name; ``bare``: kept before a bare name («stade Bollaert»);
    ``qualified``: without a capital before an adjective and a name («conseil départemental de l'Isère»).
    """

    word: str
    kind: EntityKind
    gender: Gender
    number: Number
    lower: bool
    bare: bool
    qualified: bool = False


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The compiled rules. ``known`` is keyed by name, ``heads``, ``functions``, ``titles``, ``not_names`` by lower-case word."""

    known: dict[str, KnownName]
    by_first: dict[str, tuple[str, ...]]
    heads: dict[str, tuple[Head, ...]]
    first_names: dict[str, Gender]
    functions: dict[str, Gender]
    titles: dict[str, Gender]
    not_names: frozenset[str]
    demonyms: frozenset[str]
    words: dict[str, frozenset[str]]  # by role, of ``rules/mots-de-noms.yaml``

    spelled: dict[str, EntityKind]  # kinds of the known names of several words, by their letters alone

    def known_at(self, text: str, position: int) -> KnownName | None:
        """Return the longest known name that begins at ``position`` of ``text`` and ends at a word boundary."""
        word = _WORD.match(text, position)
        if word is None:
            return None
        for name in self.by_first.get(word.group(), ()):
            end = position + len(name)
            if text.startswith(name, position) and not (end < len(text) and (text[end].isalnum() or (text[end] == "-" and text[end + 1 : end + 2].isalnum()))):
                return self.known[name]
        return None


_WORD = re.compile(r"[^\W_]+")
_GENDERS: dict[str, Gender] = {"m": "m", "f": "f", "": ""}
_NUMBERS: dict[str, Number] = {"s": "s", "p": "p", "": ""}
_KINDS: dict[str, EntityKind] = {"person": "person", "organisation": "organisation", "country": "country", "place": "place", "event": "event", "other": "other"}


def feminine_and_plural(word: str) -> tuple[str, ...]:
    """Return the masculine adjective ``word`` with its feminine and plural forms, as written in a list of demonyms."""
    if word.endswith(("en", "ton")):
        feminine = word + "ne"
    elif word in {"grec", "turc"}:
        feminine = {"grec": "grecque", "turc": "turque"}[word]
    elif word == "suisse":
        return ("suisse", "suisses", "suissesse", "suissesses")
    elif word in {"juif"}:
        feminine = "juive"
    elif word.endswith(("e", "i")) and not word.endswith("é"):
        feminine = word
    elif word.endswith("er"):
        feminine = word[:-2] + "ère"
    elif word.endswith("al"):
        return (word, word + "e", word[:-2] + "aux", word + "es", word + "s")
    else:
        feminine = word + "e"
    plural = word if word.endswith("s") else word + "s"
    return (word, feminine, plural, feminine + "s")


@functools.lru_cache(maxsize=8)
def lexicon(book: Rulebook) -> Lexicon:
    """Return the lexicon compiled from ``book``, made once."""
    known: dict[str, KnownName] = {}
    for rule in book.of_kind("toponyms"):
        for name in rule.data["names"]:
            plain = _plain(name)
            known.setdefault(
                plain,
                KnownName(
                    plain,
                    _KINDS[rule.data["entity"]],
                    _GENDERS[rule.data["gender"]],
                    _NUMBERS[rule.data["number"]],
                    _plain(rule.data["article"]),
                    _plain(rule.data["preposition"]),
                    "",
                    rule.id,
                ),
            )
    for rule in book.of_kind("organisation-names"):
        for entry in rule.data["names"]:
            name, _, expansion = (part.strip() for part in _plain(entry).partition("|"))
            for form in (name, expansion):
                if form:
                    known.setdefault(
                        form, KnownName(form, "organisation", _GENDERS[rule.data["gender"]], _NUMBERS[rule.data["number"]], "", "", expansion if form == name else "", rule.id)
                    )
    by_first: dict[str, list[str]] = {}
    for name in known:
        found = _WORD.match(name)
        if found:
            by_first.setdefault(found.group(), []).append(name)
    heads: dict[str, tuple[Head, ...]] = {}
    for rule in book.of_kind("name-heads"):
        lower, bare, qualified = rule.data.get("lower", []), rule.data.get("bare", []), rule.data.get("qualified", [])
        for word in dict.fromkeys((*rule.data["words"], *lower, *bare, *qualified)):
            plain = _plain(word)
            heads[plain] = (
                *heads.get(plain, ()),
                Head(plain, _KINDS[rule.data["entity"]], _GENDERS[rule.data["gender"]], _NUMBERS[rule.data.get("number", "s")], word in lower, word in bare, word in qualified),
            )
    first_names: dict[str, Gender] = {}
    for rule in book.of_kind("first-names"):
        for name in rule.data["names"]:
            gender = _GENDERS[rule.data["gender"]]
            first_names[name] = gender if first_names.get(name, gender) == gender else ""
    functions: dict[str, Gender] = {}
    for rule in book.of_kind("function-nouns"):
        for word in rule.data["words"]:
            functions.setdefault(_plain(word).lower(), _GENDERS[rule.data["gender"]])
    titles: dict[str, Gender] = {}
    for rule in book.of_kind("person-titles"):
        for word in rule.data["words"]:
            titles.setdefault(word, _GENDERS[rule.data["gender"]])
            titles.setdefault(word[:1].upper() + word[1:], _GENDERS[rule.data["gender"]])
    return Lexicon(
        known,
        {first: tuple(sorted(names, key=lambda name: (-len(name), name))) for first, names in by_first.items()},
        heads,
        first_names,
        functions,
        titles,
        frozenset(_plain(word).lower() for rule in book.of_kind("not-names") for word in rule.data["words"]),
        frozenset(form for rule in book.of_kind("demonyms") for word in rule.data["words"] for form in feminine_and_plural(word)),
        {rule.data["role"]: frozenset(rule.data["words"]) for rule in book.of_kind("name-words")},
        {spelling(name): known[name].kind for name in reversed(known) if not name.isalpha() and len(name) > 5},
    )


def spelling(name: str) -> str:
    """Return a name as its letters alone, without accents and case: « Émirats-Arabes-Unis » and « Émirats arabes unis » are one name."""
    return re.sub(r"[\W_]+", "", unaccented(name)).lower()


def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether a rule of names finds one of its words used as it means it in ``text`` (for the rule's examples)."""
    plain = _plain(text)
    if rule.kind in {"toponyms", "organisation-names"}:
        mine = {form.strip() for entry in rule.data["names"] for form in _plain(entry).split("|")}
        lexical = lexicon(book)
        found = (lexical.known_at(plain, match.start()) for match in _WORD.finditer(plain))
        return any(name is not None and name.name in mine for name in found)
    if rule.kind == "name-words":
        return not {*re.findall(r"[\w-]+", plain), *re.findall(r"[\w-]+", plain.lower())}.isdisjoint(rule.data["words"])
    if rule.kind == "demonyms":
        forms = {form.capitalize() for word in rule.data["words"] for form in feminine_and_plural(word)}
        return any(word in forms for word in re.findall(r"[\w-]+", plain))
    if rule.kind == "not-names":
        return any(re.search(rf"(?:^|[.!?] ){re.escape(_plain(word).capitalize())}\b|(?<!\w){re.escape(_plain(word).upper())}(?!\w)", plain) for word in rule.data["words"])
    if rule.kind == "name-heads":
        return any(
            re.search(rf"\b{re.escape(word.capitalize())}\b|\b{re.escape(word)}\b[^.,;]*?\b[A-ZÀ-Ý]", re.sub(r"^(\w)", lambda m: m.group().lower(), plain))
            for word in rule.data["words"]
        )
    words = rule.data["names"] if rule.kind == "first-names" else rule.data["words"]
    return any(re.search(rf"(?<!\w){re.escape(_plain(word))}[^.,;]{{0,40}}? [A-ZÀ-Ý]|(?<!\w){re.escape(_plain(word))} [A-ZÀ-Ý]", plain) for word in words)
