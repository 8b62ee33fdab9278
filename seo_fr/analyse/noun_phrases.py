"""The noun phrases of a text, by part of speech, as candidates for keyphrases: a grammar of one letter a token, names kept whole, elisions apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from seo_fr.model import Article, Sentence, Span, Token

if TYPE_CHECKING:
    from seo_fr.rulebook import Rule, Rulebook

_TITLES = frozenset(("m.", "mm.", "mme", "mmes", "mlle", "mlles", "dr", "me", "pr", "mgr"))
_PREPOSITIONS = frozenset(("à", "au", "aux", "en", "sur", "contre", "pour", "dans", "sous", "sans"))
_ARTICLES = frozenset(("le", "la", "les", "l'", "un", "une"))
_DEICTIC = frozenset(("je", "tu", "nous", "vous", "on", "ce", "celui", "cela", "ça", "rien", "tout", "tous", "toute", "toutes"))

_QUANTITY = re.compile(r"\d[\d.,]*(?:h\d*|er|re|e|è(?:m|r)e|eme|ème|nde?|km|m|cm|mm|kg|g|l|ha|min|s|j|k|m[ld]|[km]?w|kwh)s?")
WORD = re.compile(r"[^\W_]")
# One letter a token: N noun, P name, A adjective, a participle, C number, d de, p another preposition, D article, x anything else.
_CORE = r"A?(?:NN?P{0,3}C?[Aa]{0,2}|P[PC]*[AN]?)"
_PHRASE = re.compile(rf"(?:{_CORE})(?:dD?{_CORE}){{0,2}}|(?:{_CORE})pD?{_CORE}")
_UNIT = re.compile(r"[NP](?:A|dD?[NP])*(?:dD?[NP]A?)?")
_APPOSITION = re.compile(r"[NAa]P[PC]*P")  # «le député Antoni Pastor»: two phrases
_LOOSE = re.compile(r"NN|P[AaN]")  # believed only where it comes back
OPENING = ("«", '"', "“", ":", "-", "–", "—", "(", "…")
_MAX_WORDS = 9


# Capitals often lack their accent: «Etats-Unis», «États-Unis».
_UNACCENTED = {"é": "e", "è": "e", "ê": "e", "à": "a", "â": "a", "î": "i", "ô": "o", "ç": "c"}


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    from snowballstemmer.french_stemmer import FrenchStemmer

    return FrenchStemmer()


@lru_cache(maxsize=20000)
def stem_of(word: str) -> str:
    lower = word.lower().replace("’", "'")
    return str(_stemmer().stemWord(_UNACCENTED.get(lower[:1], lower[:1]) + lower[1:]))


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """Stems of the words that the rules of kind «keyphrase-words» list, by role."""

    empty: frozenset[str]
    alone: frozenset[str]
    light: frozenset[str]
    vague: frozenset[str]


@lru_cache(maxsize=8)
def _lexicon(book: Rulebook) -> _Lexicon:
    roles: dict[str, set[str]] = {"empty": set(), "alone": set(), "light": set(), "vague": set()}
    for rule in book.of_kind("keyphrase-words"):
        if rule.data["role"] in roles:
            roles[rule.data["role"]].update(stem_of(word) for word in rule.data["words"])
    empty = frozenset(roles["empty"])
    return _Lexicon(empty, empty | roles["alone"], frozenset(roles["light"]), empty | roles["alone"] | roles["vague"])


def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether a word of the rule, in any gender or number, stands in ``text`` (for the rule's examples)."""
    stems = {stem_of(word) for word in rule.data["words"]}
    return any(stem_of(word) in stems for word in re.findall(r"[\w-]+", text))


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as a reader counts them: tokens joined by a hyphen without space are one."""

    text: str
    span: Span
    token: int  # index of its first token
    kind: str  # the letter of the grammar above
    stem: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    start: int  # of the words
    end: int
    sentence: int
    nested: bool  # inside a longer candidate of the same place
    clipped: bool  # a piece of a name


@dataclass(frozen=True, slots=True)
class PhraseCandidate:
    key: tuple[str, ...]  # stems of the content words
    kinds: str
    occurrences: tuple[Occurrence, ...]
    features: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class PreparedText:
    """The words, and for each sentence their half-open range and its paragraph."""

    article: Article
    tokens: Sequence[Token]
    words: tuple[_Word, ...]
    kinds: str
    heads: tuple[int, ...]  # index of the word that governs each word
    ranges: tuple[tuple[int, int], ...]
    paragraphs: tuple[int, ...]
    lower: frozenset[str]  # words seen in lower case
    lexicon: _Lexicon


def prepare(article: Article, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> PreparedText:
    from seo_fr.rulebook import load

    words: list[_Word] = []
    owner: dict[int, int] = {}
    ranges: list[tuple[int, int]] = []
    for sentence in sentences:
        begin = len(words)
        start, last = sentence.tokens
        while start < last:
            end = start + 1
            while end < last and _glued(article.text, tokens, end):
                end += 1
            span = Span(tokens[start].span.start, tokens[end - 1].span.end)
            text = _plain(span.of(article.text))
            kinds = [_kind(tokens[i], _plain(tokens[i].span.of(article.text))) for i in range(start, end)]
            kind = kinds[0] if len(kinds) == 1 else "P" if "P" in kinds and text[:1].isupper() else "N" if set(kinds) & set("NPA") else "x"
            if end > start + 1 and not any(char.isalpha() for char in text):
                kind = "x"
            for i in range(start, end):
                owner[i] = len(words)
            words.append(_Word(text, span, start, kind, stem_of(text.rstrip("'"))))
            start = end
        ranges.append((begin, len(words)))
    heads = tuple(owner.get(tokens[word.token].head, index) for index, word in enumerate(words))
    words = _names(words, ranges, tokens)
    return PreparedText(
        article,
        tokens,
        tuple(words),
        "".join(word.kind for word in words),
        heads,
        tuple(ranges),
        tuple(sentence.paragraph for sentence in sentences),
        frozenset(word.text for word in words if word.text[:1].islower()),
        _lexicon(load()),
    )


def _plain(text: str) -> str:
    return text.replace("’", "'").replace("‑", "-").replace("\u00ad", "")


def _glued(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Return whether a token belongs to the word before it by a hyphen without spaces."""
    before, here = tokens[index - 1].span, tokens[index].span
    if before.end != here.start:
        return False
    left, right = text[before.end - 1], text[here.start]
    hyphen, other = (left, right) if left in "-‑" else (right, left)
    if hyphen not in "-‑" or not other.isalnum():
        return False
    following = here.end < len(text) and text[here.end].isalnum()
    return left in "-‑" or len(here) > 1 or following


def _kind(token: Token, word: str) -> str:
    """Return the letter of the grammar for a token."""
    lower = word.lower()
    if lower in ("de", "d'", "du", "des") and token.pos in ("ADP", "DET"):
        return "d" if token.pos == "ADP" or lower != "des" else "D"
    if lower in _PREPOSITIONS and token.pos == "ADP":
        return "p"
    if lower in _ARTICLES:
        return "D"
    if not WORD.search(word) or lower in _DEICTIC or word.endswith("'"):
        return "x"
    if lower in _TITLES:
        return "x"
    if word.isdigit():
        return "C"
    if len(word) > 1 and word.isupper() and word[0].isalpha() and token.pos != "NUM":
        return "P"
    if word[0].isdigit():
        return "x" if _QUANTITY.fullmatch(lower) or not any(char.isalpha() for char in word) else "P"
    if token.pos == "NUM":
        return "x"
    if token.pos == "PROPN" or (token.pos == "X" and word[0].isupper()):
        return "P" if word[0].isupper() else "N"
    if token.pos == "NOUN":
        return "N" if len(word) > 1 else "x"
    if token.pos == "ADJ":
        return "A"
    if token.pos == "VERB" and token.feature("VerbForm") == "Part" and token.feature("Tense") != "Pres" and token.dep in ("acl", "amod"):
        return "a"
    return "x"


def _names(words: list[_Word], ranges: Sequence[tuple[int, int]], tokens: Sequence[Token]) -> list[_Word]:
    """Give the kind of names to what the tagger missed: by the neighbours in a full name and by the other places of the same word."""
    votes: dict[str, int] = {}
    kinds = [word.kind for word in words]
    for first, last in ranges:
        for i in range(first + 1, last):
            word, before = words[i], words[i - 1]
            if word.text == "des" and kinds[i] == "D" and i + 1 < last and before.text[:1].isupper() and words[i + 1].text[:1].isupper() and kinds[i - 1] in "NP" and kinds[i + 1] in "NP":
                kinds[i] = "d"  # « les Nuits des Remparts »
            if word.text == "&" and i + 1 < last and kinds[i - 1] == kinds[i + 1] == "P":
                kinds[i] = "P"
            if not word.text[:1].isupper() or not before.text[:1].isupper():
                continue
            if tokens[word.token].dep == "flat:name" and kinds[i - 1] == "P":
                kinds[i] = "P"
            if tokens[word.token].dep == "flat:name" and kinds[i] == "P" and kinds[i - 1] in "NAx" and (i - 1 > first or kinds[i - 1] == "x"):
                kinds[i - 1] = "P"
            if i + 1 < last and kinds[i - 1] == "P" and kinds[i] in "xND" and kinds[i + 1] == "P" and len(word.text) > 1:
                kinds[i] = "P"
    for i, word in enumerate(words):
        if word.text[:1].isupper() and kinds[i] in "NPAx":
            votes[word.text] = votes.get(word.text, 0) + (1 if kinds[i] == "P" else -1)
    for i, word in enumerate(words):
        if kinds[i] in "NAx" and votes.get(word.text, 0) > 0:
            kinds[i] = "P"
    return [word if word.kind == kind else replace(word, kind=kind) for word, kind in zip(words, kinds, strict=True)]


def find_phrases(text: PreparedText, sentences: Iterable[int]) -> dict[tuple[str, ...], list[Occurrence]]:
    """Return all noun phrases of the sentences by key, in order of first appearance."""
    sentences = tuple(sentences)
    units = [_units(text, *text.ranges[number]) for number in sentences]
    unit_keys = {tuple(text.words[i].stem for i in range(*unit)) for group in units for unit in group}
    found: dict[tuple[str, ...], list[Occurrence]] = {}
    for number in sentences:
        first, last = text.ranges[number]
        spans: list[tuple[int, int]] = []
        for start in range(first, last):
            if text.kinds[start] not in "NPA":
                continue
            for end in range(start + 1, min(last, start + _MAX_WORDS) + 1):
                if text.kinds[end - 1] in "NPAaC" and _PHRASE.fullmatch(text.kinds, start, end) and _whole(text, start, end, first, last):
                    spans.append((start, end))
        names = [span for span in spans if tuple(text.words[i].stem for i in range(*span)) in unit_keys]
        for start, end in spans:
            if any(s < start < e < end or start < s < end < e or (s == start and s < end < e) for s, e in names if text.words[s].text[:1].isupper()):
                continue
            key = _key(text, start, end)
            if not key:
                continue
            nested = any(s <= start and end <= e and (s, e) != (start, end) for s, e in spans)
            place = end - start == 1 and text.kinds[start] == "P"
            clipped = any(s <= start and end <= e and (s, e) != (start, end) and not (place and s < start) for s, e in names)
            found.setdefault(key, []).append(Occurrence(start, end, number, nested, clipped))
    return _join_names(text, found)


def _units(text: PreparedText, first: int, last: int) -> list[tuple[int, int]]:
    """Return the names made of a capitalised noun and what completes it («Union africaine», «Médecins du monde»)."""
    units = []
    for start in range(first, last):
        word = text.words[start]
        if text.kinds[start] in "NP" and word.text[:1].isupper() and (start == first or text.kinds[start - 1] != "P"):
            match = _UNIT.match(text.kinds, start, last)
            opening = start == first or text.words[start - 1].text in OPENING
            if match and match.end() > start + 1 and not opening:
                units.append((start, match.end()))
    return units


def _join_names(text: PreparedText, found: dict[tuple[str, ...], list[Occurrence]]) -> dict[tuple[str, ...], list[Occurrence]]:
    """Give the places of a bare surname to the full name, and drop first names and clipped names."""
    full: dict[str, list[tuple[str, ...]]] = {}
    parts: set[str] = set()
    for key, occurrences in found.items():
        best = occurrences[0]
        if len(key) > 1 and set(text.kinds[best.start : best.end]) == {"P"}:
            full.setdefault(key[-1], []).append(key)
            parts.update(key)
    joined: dict[tuple[str, ...], list[Occurrence]] = {}
    for key, occurrences in found.items():
        if len(key) == 1 and key[0] in parts and text.words[occurrences[0].start].text[:1].isupper():
            free = [o for o in occurrences if not o.nested]
            owners = full.get(key[0], [])
            if owners:
                joined.setdefault(max(owners, key=lambda owner: len(found[owner])), []).extend(free)
                continue
            if not free:
                continue
        if all(o.clipped for o in occurrences):
            continue
        if len(key) > 1 and all(goes_on(text, o) for o in occurrences):
            continue
        if len(occurrences) == 1 and _LOOSE.search(text.kinds, occurrences[0].start, occurrences[0].end):
            continue
        joined.setdefault(key, []).extend(occurrences)
    return {key: sorted(occurrences, key=lambda o: (o.start, o.end)) for key, occurrences in joined.items()}


def _whole(text: PreparedText, start: int, end: int, first: int, last: int) -> bool:
    """Return whether no name is clipped at either end and all words hang together."""
    kinds = text.kinds
    if kinds[start] == "P" and start > first and kinds[start - 1] == "P":
        return False
    if kinds[end - 1] in "PC" and end < last and kinds[end] == "P":
        return False
    if _APPOSITION.search(kinds, start, end):
        return False
    roots = 0
    for i in range(start, end):
        if kinds[i] in "NPAa":
            head = text.heads[i]
            roots += not (start <= head < end and head != i)
    return roots <= 1 or "N" not in kinds[start:end]


def _key(text: PreparedText, start: int, end: int) -> tuple[str, ...]:
    """Return the stems of the content words; empty if the phrase says nothing."""
    empty, light = text.lexicon.empty, text.lexicon.light
    content = [i for i in range(start, end) if text.kinds[i] in "NPAaC"]
    stems = [text.words[i].stem for i in content]
    kinds = [text.kinds[i] for i in content]
    named = len(content) > 1 and all(text.words[i].text[:1].isupper() for i in (content[0], content[-1]))  # « Nuits des Remparts »
    if kinds[0] == "C" or stems[0] in empty and not named or stems[-1] in empty or set(kinds) <= set("AaC"):
        return ()
    if stems[0] in light and text.kinds[start - 1 : start] == "d":
        return ()
    if len(stems) > 2:
        stems = [stem for i, stem in enumerate(stems) if i == 0 or stem not in light]
    return tuple(stems)


def goes_on(text: PreparedText, occurrence: Occurrence) -> bool:
    """Return whether the next word belongs to the phrase («attentat à la voiture» before «piégée»), or the one before («longue distance»)."""
    start, end = occurrence.start, occurrence.end
    before = start - 1
    adjective = start > text.ranges[occurrence.sentence][0] and text.kinds[before] == "A" and text.heads[before] == start
    if adjective and text.words[before].stem not in text.lexicon.vague:
        return True
    if end >= text.ranges[occurrence.sentence][1] or text.kinds[end] not in "APaNC":
        return False
    return text.kinds[end] in "PC" or occurrence.start <= text.heads[end] < end
