"""One article's tokens as the rules of names look at them, and the places and groups of places that names are made of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seo_fr.analyse.names import Head, KnownName, Lexicon
from seo_fr.model import EntityKind, MentionForm

if TYPE_CHECKING:
    from seo_fr.analyse.pipeline import Parsed


LINKS = frozenset(("de", "du", "des", "d'", "d’"))
ARTICLES = frozenset("le la les l' un une au aux du des cet ce cette ces son sa ses leur leurs".split())
PARTICLES = frozenset("de du des d' van von der den ter bin ben ibn al el la le les di da do dos del della abou ould y".split())
ROMAN = re.compile(r"[IVX]{1,5}(?:er|e)?\Z")
ACRONYM = re.compile(r"(?=.*[A-Z].*[A-Z])[A-ZÀ-Ý][A-ZÀ-Ý&.\d-]*[A-ZÀ-Ý\d]s?\Z")
FORMER = frozenset("ancien ancienne ex nouveau nouvelle nouvel futur future actuel actuelle jeune premier première même célèbre seul seule propre".split())


@dataclass(frozen=True, slots=True)
class NamePlace:
    """A name at one place: a token range, its kind, how sure the kind is (3: a rule, 2: context, 1: the pipeline), and where that comes from."""

    start: int
    end: int
    kind: EntityKind
    sure: int
    source: str


@dataclass(eq=False)
class NameGroup:
    """The places that name one thing, while they are being joined."""

    text: str
    places: list[NamePlace]
    kind: EntityKind
    known: KnownName | None = None
    acronym: str = ""
    forms: dict[int, MentionForm] | None = None


class NameReader:
    """One article's tokens as the rules look at them."""

    def __init__(self, parsed: Parsed, lex: Lexicon) -> None:
        self.text = parsed.text
        self.tokens = parsed.tokens
        self.lex = lex
        self.words = [token.span.of(parsed.text) for token in parsed.tokens]
        self.lower = [word.lower() for word in self.words]
        self.capital = [word[:1].isupper() for word in self.words]
        self.sentence = [0] * len(self.words)
        self.initial = [False] * len(self.words)
        self.paragraph = [0] * len(self.words)
        for number, sentence in enumerate(parsed.sentences):
            for index in range(*sentence.tokens):
                self.sentence[index] = number
                self.paragraph[index] = sentence.paragraph
            first = sentence.tokens[0]
            while first < sentence.tokens[1] - 1 and not self.words[first][:1].isalnum():
                self.initial[first] = True
                first += 1
            self.initial[first] = True
        for index in range(1, len(self.words)):
            if self.words[index - 1] in {"«", ":", '"', "–", "—"} and self.sentence[index - 1] == self.sentence[index]:
                self.initial[index] = True
        self.persons: set[int] = set()  # tokens that name someone, known once the names are joined
        self.starts = [token.span.start for token in self.tokens]
        self.lower_seen = {word for word, capital in zip(self.words, self.capital, strict=True) if not capital}

    def phrase(self, start: int, end: int) -> str:
        """Return the text of a token range."""
        return self.text[self.tokens[start].span.start : self.tokens[end - 1].span.end]

    def token_range(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the tokens that cover exactly the characters from ``start`` to ``end``, or None."""
        first, last = bisect_left(self.starts, start), bisect_right(self.starts, end - 1) - 1
        if first <= last < len(self.tokens) and self.tokens[first].span.start == start and self.tokens[last].span.end == end:
            return first, last + 1
        return None

    def same(self, left: int, right: int) -> bool:
        """Return whether two tokens stand in the same sentence."""
        return 0 <= left < len(self.words) and 0 <= right < len(self.words) and self.sentence[left] == self.sentence[right]


def head_at(reader: NameReader, index: int) -> tuple[Head, int] | None:
    """The longest head word or words that begin at ``index``."""
    for length in (3, 2, 1):
        if index + length <= len(reader.words) and reader.same(index, index + length - 1):
            heads = reader.lex.heads.get(reader.phrase(index, index + length).lower(), ())
            if heads:
                before = reader.lower[index - 1] if reader.same(index - 1, index) else ""
                shown = "m" if before in {"le", "du", "au", "un", "ce"} else "f" if before in {"la", "une", "cette"} else ""
                return next((head for head in heads if head.gender == shown), heads[0]), index + length
    return None


def name_key(text: str) -> str:
    return re.sub(r"[\s-]+", " ", text).strip()


def initials_of(text: str) -> str:
    return "".join(
        word[0]
        for word in re.findall(r"[^\W\d_]+", text)
        if word.lower() not in {"de", "du", "des", "d", "la", "le", "les", "l", "et", "pour", "à", "aux", "au", "en", "sur", "contre"}
    ).upper()


SMALL_WORDS = frozenset("de du des d' la le les l' et pour à aux au en sur contre".split())


def last_name(text: str, reader: NameReader) -> str:
    words = text.split()
    while len(words) > 1 and (ROMAN.match(words[-1]) or words[-1] in {"Jr.", "Jr", "Sr."}):
        words.pop()
    return words[-1]
