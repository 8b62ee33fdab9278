"""What no shorter form may touch, and the rules that name what may fall: the ground that the patterns of :mod:`compression_words` and :mod:`compression_pieces` stand on."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from seo_fr.analyse.phrases import Phrases, matches, words_of
from seo_fr.analyse.speech_lexicon import lexicon as reporting_lexicon
from seo_fr.analyse.syntax import CLITICS, Tree
from seo_fr.model import Clause, Entity, Quote, Span, Statement
from seo_fr.rulebook import Rulebook

MONTHS = frozenset(["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"])
DAYS = frozenset(["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"])
DATE_WORDS = MONTHS | DAYS | frozenset(
    ["le", "la", "ce", "cet", "cette", "du", "de", "à", "au", "dans", "en", "fin", "hier", "avant-hier", "aujourd'hui", "matin", "midi", "après-midi", "soir", "soirée", "matinée", "nuit", "semaine", "mois", "week-end", "dernier", "dernière", ",", "1er"]
)
DAY_PARTS = frozenset(["matin", "midi", "après-midi", "soir"])


@dataclass(frozen=True)
class Rules:
    """The rules of one kind of pattern, compiled."""

    ids: dict[str, str]
    starts: tuple[tuple[tuple[str, ...], str, str], ...]  # words, pattern, rule id; longest first
    words: dict[str, tuple[tuple[str, ...], ...]]
    guards: Phrases
    additives: Phrases


@functools.lru_cache(maxsize=8)
def rules_of(book: Rulebook) -> Rules:
    """Return the compression rules of ``book``, compiled."""
    ids: dict[str, str] = {}
    starts: list[tuple[tuple[str, ...], str, str]] = []
    words: dict[str, tuple[tuple[str, ...], ...]] = {}
    for rule in book.of_kind("compression"):
        pattern = rule.data["pattern"]
        ids.setdefault(pattern, rule.id)
        starts += [(words_of(s), pattern, rule.id) for s in rule.data.get("starts", ())]
        if "words" in rule.data:
            words[pattern] = words.get(pattern, ()) + tuple(words_of(w) for w in rule.data["words"])
    starts.sort(key=lambda s: (-len(s[0]), s[0], s[2]))
    additives = sorted(words["additive"], key=lambda w: (-len(w), w))
    return Rules(ids, tuple(starts), words, Phrases(words["guard"]), Phrases(additives))


@dataclass(frozen=True)
class Piece:
    """A range of tokens that may fall, with the characters that go with it. ``needs`` is a piece that must fall too (a tail before a tail)."""

    start: int
    end: int
    span: Span
    rule: str
    needs: int | None = None


class Guards:
    """One clause with its sentence, its quotes and its speech, asked what of it may fall."""

    def __init__(
        self, clause: Clause, tree: Tree, quotes: tuple[Quote, ...], statements: tuple[Statement, ...], entities: tuple[Entity, ...], book: Rulebook
    ) -> None:
        self.clause, self.tree, self.entities, self.book = clause, tree, entities, book
        self.rules = rules_of(book)
        self.quotes = tuple(q.span for q in quotes if q.span.overlaps(clause.span))
        self.cues = tuple(s.cue for s in statements)
        self.attributions = reporting_lexicon(book).attributions
        inside = [i for i in range(tree.first, tree.last) if clause.span.start <= tree.tokens[i].span.start < clause.span.end]
        self.begin, self.end = inside[0], inside[-1] + 1
        verb = [i for i in inside if clause.verb.start <= tree.tokens[i].span.start < clause.verb.end]
        self.verb, self.verb_end = verb[0], verb[-1] + 1
        self.pieces: list[Piece] = []

    # ---------------------------------------------------------------------------------------------------------------- guards

    def closed(self, start: int, end: int) -> bool:
        """Whether marks that open in the range close in it, and it touches no quote."""
        depth = 0
        for i in range(start, end):
            word = self.tree.words[i]
            if word in ("«", "»", "“", "”", '"', ";", ":", "."):
                return False
            depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(word, 0)
            if depth < 0:
                return False
        return depth == 0

    def free(self, start: int, end: int) -> bool:
        """Whether nothing in the range holds the meaning of the rest."""
        tree = self.tree
        if start >= end or not self.closed(start, end):
            return False
        span = tree.span(start, end)
        if any(q.overlaps(span) for q in self.quotes) or any(c.overlaps(span) for c in self.cues):
            return False
        for i in range(start, end):
            if any(i + len(p) <= end for p in self.rules.guards.at(tree, i)):
                return False
            if self.attributions.first_at(tree, i):
                return False
            word = tree.words[i]
            if word in ("que", "qu'") and tree.word(i - 1) in ("ne", "plus", "moins"):
                return False
            group = tree.group_of.get(i)
            if group is not None and group.finite == i and group.tense in ("conditional", "past-conditional"):
                return False
        after = end
        while after < self.end and tree.words[after] == ",":
            after += 1
        return not (after < self.end and self.attributions.first_at(tree, after))

    def in_quote(self, i: int) -> bool:
        return any(q.start <= self.tree.tokens[i].span.start < q.end for q in self.quotes)

    def comma(self, i: int) -> bool:
        return self.tree.words[i] == "," and not self.in_quote(i)

    def start_at(self, at: int, *patterns: str) -> tuple[tuple[str, ...], str] | None:
        """The longest start at token ``at`` for one of the patterns, with its rule's id."""
        return next(((words, rule) for words, pattern, rule in self.rules.starts if pattern in patterns and matches(self.tree, at, words)), None)

    def start_pattern(self, at: int, *patterns: str) -> str | None:
        """Rule id of the longest start at token ``at`` for one of the patterns."""
        found = self.start_at(at, *patterns)
        return None if found is None else found[1]

    def has_finite(self, start: int, end: int) -> bool:
        return any(start <= g.finite < end for g in self.tree.groups)

    def add(self, start: int, end: int, rule: str, left: bool = True, needs: int | None = None) -> None:
        """Add a piece of tokens ``start:end``: with the space before it (``left``) or after it."""
        tree = self.tree
        if left:
            span = Span(tree.tokens[start - 1].span.end, tree.tokens[end - 1].span.end)
        else:
            span = Span(tree.tokens[start].span.start, tree.tokens[end].span.start)
        self.pieces.append(Piece(start, end, span, rule, needs))

    def verb_at(self, i: int) -> bool:
        tree = self.tree
        while i < self.end and (tree.words[i] in CLITICS or tree.words[i] in ("ne", "n'")):
            i += 1
        return any(g.finite == i for g in tree.groups)

    def whole_subtree(self, start: int, end: int) -> bool:
        """Whether the tokens of the range hang together: one head outside it, before it, and nothing after hangs on them."""
        tree = self.tree
        tops = [i for i in range(start, end) if not start <= tree.head(i) < end]
        if any(tree.head(i) >= end for i in tops if not tree.is_punct(i)):
            return False
        return not any(start <= tree.head(i) < end for i in range(end + 1, self.end))
