"""The second reader's own eyes: words, numbers, quotes, sentences and the words that carry commitment.

Shares no code with the analysis that pages are made of, and needs no model: regular expressions, a light stemmer and the
lexicons of ``rules/fidelite-*.yaml``. What it does not understand it leaves unnamed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from seo_fr.model import Article, Span
from seo_fr.rulebook import Rule, Rulebook

WordKind = Literal["w", "n", "p"]

#: The roles of what the page has of the body, as the source has it.
BODY = frozenset(["paragraph", "heading", "item"])
_LETTER = "A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžĀ-ſ"
_TOKEN = re.compile(
    rf"""
    (?P<n>\d{{1,3}}(?:[ .\u00a0\u202f\u2009]\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?)
    |(?P<w>(?<=\d)[hH](?=\d)|[Aa]ujourd['’ʼ]hui
      |(?:[cdjlmnstCDJLMNST]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu|[Qq]uelqu)['’ʼ](?=[\w«“"])
      |[{_LETTER}](?:[{_LETTER}0-9]|[-‑](?=[{_LETTER}0-9])|['’ʼ](?=[{_LETTER}]))*\.?(?<=\bMM\.)
      |(?:M|Mme|Dr|St|Ste)\.(?=\s[A-ZÉÈÀ])
      |[{_LETTER}](?:[{_LETTER}0-9]|[-‑](?=[{_LETTER}0-9])|['’ʼ](?=[{_LETTER}]))*)
    |(?P<p>\.\.\.|[^\w\s])
    """,
    re.VERBOSE,
)
_INVERSION = re.compile(r"^(.+?)[-‑](?:t[-‑])?(je|tu|il|elle|on|ce|ils|elles|nous|vous|là|ci)$", re.IGNORECASE)
_QUOTED = re.compile(r"«([^«»]*)»|“([^“”]*)”|\"([^\"\n]*)\"")
_OPENERS = frozenset("«“\"(:;–—•-…!?.|")
_UNITS = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13,
    "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
    "septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
_SCALES = {"cent": 100, "cents": 100, "mille": 1000, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9}
_ORDINAL = re.compile(r"^(?:er|ère|ere|re|e|i?ème|i?eme|nd|nde|es|i?èmes|i?emes)$")
_LONG_ORDINAL = re.compile(r"^([XVI]{0,5})(?:i?[èe]me|([èe]re))(s?)$")
_ORDINAL_WORDS = {
    "premier": 1, "première": 1, "premiers": 1, "premières": 1, "deuxième": 2, "troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6,
    "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10, "onzième": 11, "douzième": 12, "vingtième": 20, "centième": 100,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a number or a mark. ``key`` is lower case without apostrophe, ``fold`` also without accents; offsets are those of the text read."""

    text: str
    key: str
    fold: str
    stem: str
    start: int
    end: int
    kind: WordKind
    capital: bool
    initial: bool  # stands where any word takes a capital


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in digits or words. ``value`` is canonical («3», «1.5», «14000000», «1e» for an ordinal); ``start``, ``end`` are word indexes."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Marker:
    """A word (or several: ``start`` to ``end``) of a lexicon. ``lemma`` is the entry it came from; ``verb`` whether it is one of the verbs' lexicons."""

    cls: str
    start: int
    end: int
    rule: str
    lemma: str
    verb: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the source (or of a page): words, numbers, markers, spans of what stands in quotation marks (word indexes)."""

    index: int
    span: Span
    paragraph: int
    words: tuple[Word, ...]
    numbers: tuple[Quantity, ...]
    markers: tuple[Marker, ...]
    quoted: tuple[tuple[int, int], ...]


def fold(text: str) -> str:
    """Return ``text`` in lower case without accents, ligatures or doubled consonants."""
    low = text.lower().replace("œ", "oe").replace("æ", "ae").replace("‑", "-").replace("ʼ", "'").replace("’", "'")
    bare = "".join(char for char in unicodedata.normalize("NFD", low) if not unicodedata.combining(char))
    return re.sub(r"([bcdfglmnprstz])\1", r"\1", bare)


_SUFFIXES = tuple(
    sorted(
        ["issements", "issement", "issaient", "issait", "issant", "issent", "eraient", "erions", "erons", "erais", "erait", "erent", "eront", "erai", "eras", "erez", "aient", "assent", "ations", "ation", "ements", "ement", "ateurs", "ateur", "atrices", "atrice", "antes", "ante", "ants", "ant", "ences", "ence", "ances", "ance", "euses", "euse", "eurs", "eur", "ives", "ive", "ifs", "if", "ables", "able", "aux", "ales", "ale", "als", "al", "ites", "ite", "ees", "ee", "es", "er", "ent", "ait", "ais", "era", "ez", "ions", "ons", "ir", "irent", "irait", "ira", "it", "is", "ie", "ies", "i", "e", "s", "x", "a", "u", "us", "ue", "ues"],
        key=lambda item: (-len(item), item),
    )
)


@lru_cache(maxsize=65536)
def flat(text: str) -> str:
    """Return ``text`` on one line, with ' for ’ and one ordinary space for any run of spaces; its length may change."""
    return re.sub(r"\s+", " ", text.replace("’", "'"))


def stem(key: str) -> str:
    """Return a light stem: inflection and the commonest derivation taken off, at least three letters kept."""
    form = fold(key)
    if len(form) <= 3 or not form[0].isalpha():
        return form
    for suffix in _SUFFIXES:
        if form.endswith(suffix) and len(form) - len(suffix) >= 3:
            form = form[: -len(suffix)]
            break
    if form.endswith("ge"):
        form = form[:-1]
    return form.replace("qu", "c").replace("y", "i")


@lru_cache(maxsize=65536)
def _forms(text: str) -> tuple[str, str, str]:
    key = text.lower().replace("ʼ", "’").replace("'", "’").replace("‑", "-")
    if key.endswith("’"):
        key = key[:-1]
    return key, fold(key), stem(key)


def _short_ordinal(part: str, words: list[Word], at: int) -> str:
    """« ème » of « 44ème », « XXIème » as typography writes it (« e », « XXIe »); any other word as it is."""
    found = _LONG_ORDINAL.match(part)
    if found is None or not (found.group(1) or (words and words[-1].kind == "n" and words[-1].end == at)):
        return part
    return f"{found.group(1)}{'re' if found.group(2) else 'e'}{found.group(3)}"


def read_words(text: str, offset: int = 0) -> tuple[Word, ...]:
    """Return the words, numbers and marks of ``text``; offsets count from ``offset``."""
    words: list[Word] = []
    initial = True
    for match in _TOKEN.finditer(text):
        kind: WordKind = "n" if match.group("n") else "w" if match.group("w") else "p"
        raw, start = match.group(), match.start() + offset
        parts = [(raw, start)]
        if kind == "w" and ("-" in raw or "‑" in raw):
            inverted = _INVERSION.match(raw)
            if inverted:
                parts = [(inverted.group(1), start), (inverted.group(2), start + inverted.start(2))]
        for part, at in parts:
            if kind == "n":
                value = re.sub(r"[ \u00a0\u202f\u2009]", "", part)
                if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", value):
                    value = value.replace(".", "")
                value = value.replace(",", ".")
                if "." in value:
                    value = value.rstrip("0").rstrip(".")
                value = value.lstrip("0") or "0"
                if value.startswith("."):
                    value = "0" + value
                words.append(Word(part, value, value, value, at, at + len(part), "n", False, initial))
            else:
                key, folded, root = _forms(_short_ordinal(part, words, at))
                words.append(Word(part, key, folded, root, at, at + len(part), kind, part[:1].isupper(), initial))
        if kind == "p":
            initial = raw in _OPENERS or (initial and raw in "»”")
        else:
            # « L’Iran »: the elided article takes the capital of the place, the name keeps its own.
            initial = False
    return tuple(words)


def read_numbers(words: tuple[Word, ...]) -> tuple[Quantity, ...]:
    """Return the numbers among ``words``, digits and words alike in one canonical form. «un», «une» alone are not numbers."""
    found: list[Quantity] = []
    at, count = 0, len(words)
    while at < count:
        word = words[at]
        if word.kind == "n":
            end, value = at + 1, word.key
            if end < count and words[end].kind == "w" and (words[end].start == word.end or words[end].text == "e") and _ORDINAL.match(words[end].key):
                found.append(Quantity(value + "e", at, end + 1))
                at = end + 1
                continue
            scale = 1
            while end < count and words[end].key in ("mille", "million", "millions", "milliard", "milliards"):
                scale *= _SCALES[words[end].key]
                end += 1
            if scale > 1:
                whole, _, part = value.partition(".")
                digits = int(whole + part) * scale
                value = str(digits // 10 ** len(part)) if digits % 10 ** len(part) == 0 else str(digits / 10 ** len(part))
            found.append(Quantity(value, at, end))
            at = end
            continue
        if word.kind == "w" and word.key in _ORDINAL_WORDS:
            found.append(Quantity(f"{_ORDINAL_WORDS[word.key]}e", at, at + 1))
            at += 1
            continue
        total, current, end = 0, 0, at
        while end < count and words[end].kind == "w":
            pieces = [piece for piece in words[end].key.split("-") if piece]
            if end > at and pieces == ["et"] and end + 1 < count and words[end + 1].key in ("un", "une", "onze") and current % 10 == 0 and current:
                end += 1
                continue
            known = bool(pieces) and all(
                piece in _UNITS or piece in _SCALES or (piece in ("un", "une", "et") and (len(pieces) > 1 or end > at)) for piece in pieces
            )
            if not known or pieces == ["et"]:
                break
            for piece in pieces:
                if piece in ("un", "une"):
                    current += 1
                elif piece in _UNITS:
                    value_of = _UNITS[piece]
                    current = current * 20 if value_of == 20 and current == 4 else current + value_of
                elif piece in ("cent", "cents"):
                    current = (current or 1) * 100
                elif piece in _SCALES:
                    total += (current or 1) * _SCALES[piece]
                    current = 0
            end += 1
        if end > at:
            found.append(Quantity(str(total + current), at, end))
            at = end
        else:
            at += 1
    return tuple(found)


# ------------------------------------------------------------------------------------------------------------- lexicons


def _conjugated(lemma: str) -> tuple[str, ...]:
    base = lemma[:-2]
    soft = base + "e" if base.endswith("g") else base[:-1] + "ç" if base.endswith("c") else base
    bases = [base, soft]
    grave = re.sub(r"[eé]([bcdfgjklmnprstvyz]{1,2})$", r"è\1", base)
    bases.append(grave)
    if re.search(r"e[lt]$", base):
        bases.append(base + base[-1])
    endings = ["e", "es", "ent", "er", "é", "ée", "és", "ées", "ant", "ait", "aient", "ais", "ons", "ez", "a", "èrent", "era", "eront", "erait", "eraient", "erai", "âmes", "ât", "asse", "ions", "iez"]  # fmt: skip
    return tuple(dict.fromkeys(form + ending for form in bases for ending in endings))


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The compiled lexicons of one rulebook."""

    entries: dict[str, tuple[tuple[tuple[str, ...], str, str, str, bool], ...]]  # first key → (keys, class, rule, lemma, verb)
    prefixes: tuple[tuple[str, str, str], ...]
    beginnings: tuple[str, ...]  # of the prefixes: most words begin with none of them
    opposites: dict[str, tuple[str, ...]]
    synonyms: dict[str, frozenset[int]]
    tenses: dict[str, tuple[str, str]]
    stop: frozenset[str]
    classes: dict[str, frozenset[str]]

    def find(self, words: tuple[Word, ...]) -> tuple[Marker, ...]:
        """Return the markers among ``words``, longest first at each place, several classes at one place allowed."""
        found: list[Marker] = []
        for at, word in enumerate(words):
            if word.kind != "w":
                continue
            best: dict[str, Marker] = {}
            for keys, cls, rule, lemma, verb in self.entries.get(word.key, ()):
                end = at + len(keys)
                if end <= len(words) and all(words[at + i].key == keys[i] for i in range(1, len(keys))):
                    old = best.get(cls)
                    if old is None or end > old.end:
                        best[cls] = Marker(cls, at, end, rule, lemma, verb)
            for prefix, cls, rule in self.prefixes if word.key.startswith(self.beginnings) else ():
                if word.key.startswith(prefix) and cls not in best:
                    best[cls] = Marker(cls, at, at + 1, rule, prefix)
            found.extend(best[cls] for cls in sorted(best))
        return tuple(found)

    def is_conditional(self, key: str) -> bool:
        """Return whether a word is a verb in the conditional."""
        return (
            len(key) > 4
            and re.search(r"r(?:ait|aient|ions|iez)$|(?:ser|aur|pourr|devr|fer|ir|voudr)ais$", key) is not None
            and not key.endswith(("iers", "rions"))
            and key not in self.classes["not-conditional"]
            and re.search(r"[éaouiy]rai(?:t|ent)$", key.replace("aurai", "xx").replace("saurai", "xx").replace("irai", "i1")) is None
            and (key in _IRREGULAR_CONDITIONAL or re.search(r"(?:e|i|d|t|v|r|u|c|p)rai(?:t|ent)$", key) is not None)
        )

    def content(self, word: Word) -> bool:
        """Return whether a word carries matter: not a stop word, not a mark."""
        return word.kind == "n" or (word.kind == "w" and len(word.key) > 1 and word.key not in self.stop)


_IRREGULAR_CONDITIONAL = frozenset(["aurait", "auraient", "saurait", "sauraient", "serait", "seraient", "ferait", "feraient", "irait", "iraient"])


@lru_cache(maxsize=8)
def lexicon(book: Rulebook) -> Lexicon:
    """Return the compiled lexicons of ``book``."""
    entries: dict[str, list[tuple[tuple[str, ...], str, str, str, bool]]] = {}
    prefixes: list[tuple[str, str, str]] = []
    classes: dict[str, set[str]] = {"not-conditional": set(), "stop": set()}

    def add(text: str, cls: str, rule: str, lemma: str, verb: bool) -> None:
        keys = tuple(word.key for word in read_words(text) if word.kind != "p")
        if keys:
            entries.setdefault(keys[0], []).append((keys, cls, rule, lemma, verb))

    for rule in book.of_kind("fidelity-words"):
        cls = rule.data["class"]
        for text in rule.data["words"]:
            classes.setdefault(cls, set()).add(text.replace("'", "’").rstrip("*"))
            if cls == "stop":
                continue
            if text.endswith("*"):
                prefixes.append((text[:-1], cls, rule.id))
            else:
                add(text, cls, rule.id, text, False)
    for rule in book.of_kind("fidelity-verbs"):
        cls = rule.data["class"]
        for lemma in rule.data["lemmas"]:
            tokens = lemma.replace("s’", "s’ ").split(" ")
            at = next((i for i, token in enumerate(tokens) if token.endswith("er")), None)
            if at is None:
                add(lemma, cls, rule.id, lemma, True)
                continue
            for form in _conjugated(tokens[at]):
                # « se », « s’ » and the aux may stand between: only the verb itself and what follows is matched.
                tail = tokens[at + 1 :]
                head = [token for token in tokens[:at] if token not in ("se", "s’")]
                add(" ".join((*head, form, *tail)), cls, rule.id, lemma, True)
        for form in rule.data.get("forms", ()):
            add(form, cls, rule.id, form, True)
    opposites: dict[str, set[str]] = {}
    for rule in book.of_kind("fidelity-opposites"):
        for one, other in rule.data["pairs"]:
            opposites.setdefault(stem(one), set()).add(stem(other))
            opposites.setdefault(stem(other), set()).add(stem(one))
    synonyms: dict[str, set[int]] = {}
    group_number = 0
    for rule in book.of_kind("fidelity-synonyms"):
        for group in rule.data["groups"]:
            for text in group:
                synonyms.setdefault(stem(text), set()).add(group_number)
            group_number += 1
    tenses: dict[str, tuple[str, str]] = {}
    for rule in book.of_kind("fidelity-tenses"):
        for participle, singular, plural in rule.data["forms"]:
            tenses[participle] = (singular, plural)
            for text in (participle, singular, plural):
                if len(text) > 3:
                    synonyms.setdefault(stem(text), set()).add(group_number)
            group_number += 1
    return Lexicon(
        entries={key: tuple(items) for key, items in entries.items()},
        prefixes=tuple(sorted(prefixes)),
        beginnings=tuple(sorted({prefix for prefix, _, _ in prefixes})),
        opposites={key: tuple(sorted(items)) for key, items in opposites.items()},
        synonyms={key: frozenset(items) for key, items in synonyms.items()},
        tenses=tenses,
        stop=frozenset(classes["stop"]),
        classes={key: frozenset(items) for key, items in classes.items()},
    )


def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether a rule of the fidelity lexicons finds something in ``text`` (runner of the rules' examples)."""
    words = read_words(text)
    known = lexicon(book)
    if rule.kind in ("fidelity-words", "fidelity-verbs"):
        if rule.data["class"] == "stop":
            return any(word.key in rule.data["words"] for word in words)
        return any(marker.rule == rule.id for marker in known.find(words))
    if rule.kind == "fidelity-tenses":
        return any(word.key == form[0] for form in rule.data["forms"] for word in words)
    groups = rule.data["pairs"] if rule.kind == "fidelity-opposites" else rule.data["groups"]
    stems = {stem(item) for group in groups for item in group}
    return any(word.kind == "w" and word.key not in known.stop and word.stem in stems for word in words)


# ------------------------------------------------------------------------------------------------------------ sentences

_END = re.compile(r"(?:\.\.\.|[.!?…])[»”\")\]]*(?=[\s\u00a0\u202f]+[«“\"(–—\[]*[\s\u00a0\u202f]*[A-ZÀ-ÖØ-ÞŒ0-9]|\s*$)")
_ABBREVIATION = re.compile(r"(?:^|[\s(«’'])(?:M|MM|Mme|Mlle|Mgr|Me|Dr|Pr|St|Ste|av|apr|J|C|No|n°|art|p|vol|cf|ex|env|Cie|Sr|Jr|[A-Z])\.$")


def split_sentences(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the sentences of ``text[start:end]`` as offsets. A quotation in « » is never cut."""
    piece = text[start:end]
    inside = [(match.start(), match.end()) for match in _QUOTED.finditer(piece) if match.end() - match.start() < 1200]
    found: list[tuple[int, int]] = []
    last = 0
    for match in _END.finditer(piece):
        at = match.start()
        if any(low < at and match.end() < high for low, high in inside):
            continue
        if any(low < at < high <= match.end() for low, high in inside) and re.match(r"\s*[a-zà-ÿ,(–]", piece[match.end() :]):
            continue
        if piece[at] == "." and _ABBREVIATION.search(piece[max(0, at - 8) : at + 1]):
            continue
        if piece[last : match.end()].strip():
            found.append((start + last, start + match.end()))
        last = match.end()
    if piece[last:].strip():
        found.append((start + last, end))
    return tuple(
        (low + len(text[low:high]) - len(text[low:high].lstrip()), low + len(text[low:high].rstrip())) for low, high in found
    )


def quoted_words(words: tuple[Word, ...]) -> tuple[tuple[int, int], ...]:
    """Return the word ranges that stand inside quotation marks, marks excluded, outermost only."""
    found: list[tuple[int, int]] = []
    opened, mark = -1, ""
    for at, word in enumerate(words):
        if word.kind != "p":
            continue
        if opened < 0 and word.text in "«“\"":
            opened, mark = at, {"«": "»", "“": "”", '"': '"'}[word.text]
        elif opened >= 0 and word.text == mark:
            found.append((opened + 1, at))
            opened = -1
    return tuple(found)


def read_sentence(text: str, book: Rulebook, index: int = 0, offset: int = 0, paragraph: int = -1) -> Sentence:
    """Return one sentence read whole; offsets of its words count from ``offset``."""
    words = read_words(text, offset)
    return Sentence(index, Span(offset, offset + len(text)), paragraph, words, read_numbers(words), _markers(words, book), quoted_words(words))


def _markers(words: tuple[Word, ...], book: Rulebook) -> tuple[Marker, ...]:
    known = lexicon(book)
    found = list(known.find(words))
    found.extend(
        Marker("conditional", at, at + 1, "fidelite-conditionnel", word.key, True)
        for at, word in enumerate(words)
        if word.kind == "w" and known.is_conditional(word.key)
    )
    return tuple(sorted((marker for marker in found if not _says_nothing(words, marker)), key=lambda marker: (marker.start, marker.end, marker.cls)))


def _says_nothing(words: tuple[Word, ...], marker: Marker) -> bool:
    """Whether a marker of saying is none here: « une campagne d'alerte », « la presse écrite », « Alfa selon son acronyme »."""
    key = words[marker.start].key
    before = words[marker.start - 1].key if marker.start else ""
    if key in ("selon", "d'après"):
        after = [word.key for word in words[marker.end : marker.end + 2]]
        return len(after) == 2 and after[0] in ("son", "leur", "l") and after[1] in ("acronyme", "sigle", "appellation")
    if not marker.verb or marker.end != marker.start + 1 or marker.cls == "conditional":
        return False
    if key in ("écrite", "écrites"):
        return before not in ("a", "ont", "ai", "avait", "avaient", "aurait", "auraient")
    if re.fullmatch(r"lanc(?:e|ent|é|ée|és|ées)", key):  # « a lancé une campagne »: no word said
        quoted = any(word.text in ("«", "“", '"', ":") for word in words)
        behind = [word.key for word in words[marker.end : marker.end + 6]]
        first = words[marker.start - 2 if before in ("a", "ont") and marker.start > 1 else marker.start - 1]
        return not quoted and first.text not in (",", "-", "–") and any(word in ("un", "une") for word in behind) and not any(word in ("que", "qu") for word in behind)
    return before == "d" and key[-1:] == "e" and not key.endswith("re")


@dataclass(frozen=True, eq=False)
class ArticleReading:
    """The whole source, read once: sentences (title first, where there is one), and indexes over its words."""

    article: Article
    sentences: tuple[Sentence, ...]
    folds: frozenset[str]
    stems: dict[str, tuple[int, ...]]  # stem → sentence indexes
    names: frozenset[str]  # folds of words that the source writes with a capital where it need not
    common: frozenset[str]  # keys that the source writes in lower case
    follows: frozenset[tuple[str, str]]  # pairs of neighbouring folded words
    quotes: tuple[tuple[int, tuple[str, ...]], ...]  # sentence, keys of the quotation

    def sentences_of(self, span: Span) -> tuple[Sentence, ...]:
        """Return the sentences that overlap ``span``."""
        return tuple(sentence for sentence in self.sentences if sentence.span.overlaps(span))


@lru_cache(maxsize=4)
def read_article(article: Article, book: Rulebook) -> ArticleReading:
    """Return the reading of ``article``, kept for the last few articles."""
    pieces: list[tuple[int, int, int]] = []
    if article.title is not None:
        pieces.append((-1, article.title.start, article.title.end))
    pieces.extend((number, paragraph.span.start, paragraph.span.end) for number, paragraph in enumerate(article.paragraphs))
    if not pieces:
        pieces.append((0, 0, len(article.text)))
    sentences: list[Sentence] = []
    for number, start, end in pieces:
        for low, high in split_sentences(article.text, start, end):
            sentences.append(read_sentence(article.text[low:high], book, len(sentences), low, number))
    stems: dict[str, list[int]] = {}
    folds: set[str] = set()
    names: set[str] = set()
    common: set[str] = set()
    follows: set[tuple[str, str]] = set()
    quotes: list[tuple[int, tuple[str, ...]]] = []
    for sentence in sentences:
        words = [word for word in sentence.words if word.kind != "p"]
        for word in words:
            folds.add(word.fold)
            for part in word.fold.split("-"):
                folds.add(part)
            at = stems.setdefault(word.stem, [])
            if not at or at[-1] != sentence.index:
                at.append(sentence.index)
            if word.capital and not word.initial:
                names.add(word.fold)
            elif not word.capital:
                common.add(word.key)
        follows.update(zip([w.fold for w in words], [w.fold for w in words[1:]], strict=False))
        quotes.extend(
            (sentence.index, tuple(w.key for w in sentence.words[low:high] if w.kind != "p")) for low, high in sentence.quoted
        )
    # A quotation that runs over sentences or paragraphs is read again over each paragraph.
    for number, start, end in pieces:
        for match in _QUOTED.finditer(article.text[start:end]):
            keys = tuple(w.key for w in read_words(match.group(), 0) if w.kind != "p")
            where = next((s.index for s in sentences if s.span.start <= start + match.start() < s.span.end), -1)
            if (where, keys) not in quotes:
                quotes.append((where, keys))
        del number
    for word_set in (article.byline, article.dateline):
        if word_set is not None:
            folds.update(word.fold for word in read_words(word_set.of(article.text)))
    return ArticleReading(
        article,
        tuple(sentences),
        frozenset(folds),
        {key: tuple(items) for key, items in stems.items()},
        frozenset(names),
        frozenset(common),
        frozenset(follows),
        tuple(quotes),
    )
