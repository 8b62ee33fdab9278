"""Shorter forms of a clause, by certified patterns: what commas, parentheses or dashes set apart, a lead adjunct, an adverb that only adds.

No pattern follows the parse alone: each is bounded by marks that French uses for what does not restrict (Grevisse and Goosse, Le bon usage, §§ 127, 351, 1111). A passage with a
negation, a modality, a restriction, an attribution, a word of speech or a quotation mark in it never falls, nor does what stands just before « selon ».
"""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass, replace

from seo_fr.analyse.obstacles import lexicon as anaphor_lexicon
from seo_fr.analyse.phrases import Phrases, matches, words_of
from seo_fr.analyse.speech_lexicon import lexicon as reporting_lexicon
from seo_fr.analyse.syntax import CLITICS, Tree
from seo_fr.model import Clause, Compression, Edit, Entity, Quote, Span, Statement
from seo_fr.rulebook import Rulebook

MOST = 8
_MONTHS = frozenset(["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"])
_DAYS = frozenset(["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"])
_DATE_WORDS = _MONTHS | _DAYS | frozenset(
    ["le", "la", "ce", "cet", "cette", "du", "de", "à", "au", "dans", "en", "fin", "hier", "avant-hier", "aujourd'hui", "matin", "midi", "après-midi", "soir", "soirée", "matinée", "nuit", "semaine", "mois", "week-end", "dernier", "dernière", ",", "1er"]
)
_DAY_PARTS = frozenset(["matin", "midi", "après-midi", "soir"])


@dataclass(frozen=True)
class _Rules:
    """The rules of one kind of pattern, compiled."""

    ids: dict[str, str]
    starts: tuple[tuple[tuple[str, ...], str, str], ...]  # words, pattern, rule id; longest first
    words: dict[str, tuple[tuple[str, ...], ...]]
    guards: Phrases
    additives: Phrases


@functools.lru_cache(maxsize=8)
def _rules(book: Rulebook) -> _Rules:
    ids: dict[str, str] = {}
    starts: list[tuple[tuple[str, ...], str, str]] = []
    words: dict[str, tuple[tuple[str, ...], ...]] = {}
    for rule in book.of_kind("compression"):
        pattern = rule.data["pattern"]
        ids.setdefault(pattern, rule.id)
        starts += [(words_of(s), pattern, rule.id) for s in rule.data.get("starts", ())]
        if "words" in rule.data:
            words[pattern] = tuple(words_of(w) for w in rule.data["words"])
    starts.sort(key=lambda s: (-len(s[0]), s[0], s[2]))
    additives = sorted(words["additive"], key=lambda w: (-len(w), w))
    return _Rules(ids, tuple(starts), words, Phrases(words["guard"]), Phrases(additives))


@dataclass(frozen=True)
class _Piece:
    """A range of tokens that may fall, with the characters that go with it. ``after`` is a piece that must fall too (a tail before a tail)."""

    start: int
    end: int
    span: Span
    rule: str
    needs: int | None = None


class _Finder:
    """Finds the pieces of one clause."""

    def __init__(
        self, clause: Clause, tree: Tree, quotes: tuple[Quote, ...], statements: tuple[Statement, ...], entities: tuple[Entity, ...], book: Rulebook
    ) -> None:
        self.clause, self.tree, self.entities, self.book = clause, tree, entities, book
        self.rules = _rules(book)
        self.quotes = tuple(q.span for q in quotes if q.span.overlaps(clause.span))
        self.cues = tuple(s.cue for s in statements)
        self.attributions = reporting_lexicon(book).attributions
        inside = [i for i in range(tree.first, tree.last) if clause.span.start <= tree.tokens[i].span.start < clause.span.end]
        self.start, self.end = inside[0], inside[-1] + 1
        verb = [i for i in inside if clause.verb.start <= tree.tokens[i].span.start < clause.verb.end]
        self.verb, self.verb_end = verb[0], verb[-1] + 1
        self.pieces: list[_Piece] = []

    # ---------------------------------------------------------------------------------------------------------------- guards

    def closed(self, start: int, end: int) -> bool:
        """Whether marks that open in the range close in it, and it touches no quote."""
        depth = 0
        for i in range(start, end):
            word = self.tree.words[i]
            if word in ("«", "»", "“", "”", '"', ";", ":"):
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

    def start_pattern(self, at: int, *patterns: str) -> str | None:
        """Rule id of the longest start at token ``at`` for one of the patterns."""
        for words, pattern, rule in self.rules.starts:
            if pattern in patterns and matches(self.tree, at, words):
                return rule
        return None

    def has_finite(self, start: int, end: int) -> bool:
        return any(start <= g.finite < end for g in self.tree.groups)

    def add(self, start: int, end: int, rule: str, left: bool = True, needs: int | None = None) -> None:
        """Add a piece of tokens ``start:end``: with the space before it (``left``) or after it."""
        tree = self.tree
        if left:
            span = Span(tree.tokens[start - 1].span.end, tree.tokens[end - 1].span.end)
        else:
            span = Span(tree.tokens[start].span.start, tree.tokens[end].span.start)
        self.pieces.append(_Piece(start, end, span, rule, needs))

    # -------------------------------------------------------------------------------------------------------------- patterns

    def find(self) -> list[_Piece]:
        attributed = any(self.attributions.first_at(self.tree, i) for i in range(self.start, self.end))
        self.lead()
        self.insertion_in_subject()
        if not attributed:
            self.insertions_in_complement()
            self.tails()
        self.brackets()
        self.additive()
        self.weekday()
        lists = self.lists()
        cut = [k for k, p in enumerate(self.pieces) if any(p.start < b and a < p.end and not (p.start < a and b <= p.end) for a, b in lists)]
        if not cut:
            return self.pieces
        kept = [k for k in range(len(self.pieces)) if k not in cut]
        while len(again := [k for k in kept if self.pieces[k].needs is None or self.pieces[k].needs in kept]) < len(kept):
            kept = again
        return [replace(self.pieces[k], needs=None if (needed := self.pieces[k].needs) is None else kept.index(needed)) for k in kept]

    def lead(self) -> None:
        clause, tree = self.clause, self.tree
        if clause.lead is None or clause.subject is None or clause.subject.start < clause.span.start:
            return
        end = next((i for i in range(self.start, self.end) if tree.tokens[i].span.start >= clause.subject.start), self.end)
        if end <= self.start or tree.words[end - 1] != "," or clause.lead.start != clause.span.start:
            return
        start = self.start
        if clause.negated or not self.free(start, end) or self.has_finite(start, end):
            return
        if any(re.fullmatch(r"(?:1[0-9]|20)\d\d", tree.words[i]) for i in range(start, end)):
            return
        if clause.tense not in ("perfect", "simple-past") or clause.subject_kind == "pronoun" or sum(1 for i in range(start, end) if tree.words[i] == ",") > 1:
            return
        rule = self.start_pattern(start, "lead")
        if rule is None and tree.words[start] == "le" and re.fullmatch(r"\d\d?(?:er)?", tree.word(start + 1)) and tree.word(start + 2) in _MONTHS and end == start + 4:
            rule = self.rules.ids["lead-date"]
        # a place, an event, a category, a period frames what is claimed: only a day may fall
        if rule is not None and all(tree.words[i] in _DATE_WORDS or tree.words[i].rstrip("er").isdigit() for i in range(start, end)):
            self.add(start, end, rule, left=False)

    def kind_of_insertion(self, start: int, end: int, antecedent: int) -> str | None:
        """Rule id for what stands between commas after the noun ``antecedent``; None if it is nothing that may fall for certain."""
        tree = self.tree
        first = tree.words[start]
        token = tree.tokens[start]
        if any(len(p) == end - start and matches(tree, start, p) for p in anaphor_lexicon(self.book).insertions):
            return self.rules.ids["aside"]
        if tree.tokens[antecedent].pos not in ("NOUN", "PROPN", "ADJ", "NUM"):
            return None
        rule = self.start_pattern(start, "relative")
        if rule is not None:
            return rule if self.has_finite(start, end) else None
        if first in ("et", "ou", "mais", "ni", "puis", "voire", "soit", "comme", "ainsi", "y", "avec", "contre"):
            return None
        if self.has_finite(start, end):
            return None
        participle = (token.feature("VerbForm") == "Part" and token.pos in ("VERB", "ADJ")) or first in ("âgé", "âgée", "âgés", "âgées", "né", "née", "situé", "située")
        if participle and not first.endswith("ant"):
            return self.rules.ids["participle"]
        if tree.tokens[antecedent].pos == "PROPN" or self.named(antecedent):
            head = next((i for i in range(start, end) if tree.tokens[i].pos in ("NOUN", "PROPN")), None)
            if head is None or tree.tokens[head].pos != "NOUN" or self.named(head):
                return None
            if not all(tree.tokens[i].pos in ("DET", "ADJ", "ADV", "NUM") for i in range(start, head)):
                return None
            if first in ("les", "des", "ses", "leurs", "son", "sa", "leur", "deux", "trois", "plusieurs", "aucun", "ce", "cet", "cette", "ces"):
                return None
            if tree.tokens[start].pos == "NUM":
                return None
            return self.rules.ids["apposition"]
        return None

    def named(self, i: int) -> bool:
        at = self.tree.tokens[i].span.start
        return any(m.span.start <= at < m.span.end for e in self.entities for m in e.mentions if m.form != "description")

    def insertion_in_subject(self) -> None:
        clause, tree = self.clause, self.tree
        if clause.subject is None or not clause.span.covers(clause.subject):
            return
        begin = next((i for i in range(self.start, self.verb) if tree.tokens[i].span.start >= clause.subject.start), None)
        if begin is None or not self.comma(self.verb - 1):
            return
        commas = [i for i in range(begin, self.verb) if self.comma(i)]
        if len(commas) < 2 or commas[0] <= begin:
            return
        opening, closing = commas[0], commas[-1]
        depth = sum({"(": 1, ")": -1}.get(tree.words[i], 0) for i in range(begin, opening))
        if depth:
            return
        rule = self.kind_of_insertion(opening + 1, closing, opening - 1)
        if rule is None:
            return
        if len(commas) > 2 and rule != self.rules.ids["relative"]:
            return
        if len(commas) > 2 and tree.words[opening + 1] != "qui":
            return
        if any(tree.words[i] in ("et", "ou") for i in range(begin, opening)) and rule == self.rules.ids["apposition"]:
            return
        if rule == self.rules.ids["apposition"] and clause.number == "p" and not self.plural(begin, opening):
            return
        if self.free(opening + 1, closing):
            self.add(opening, closing + 1, rule)

    def plural(self, start: int, end: int) -> bool:
        return any(self.tree.words[i] in ("les", "des", "ces", "et") or self.tree.tokens[i].feature("Number") == "Plur" for i in range(start, end))

    def insertions_in_complement(self) -> None:
        tree = self.tree
        commas = [i for i in range(self.verb_end, self.end) if self.comma(i)]
        for opening, closing in itertools.pairwise(commas):
            if opening <= self.verb_end or closing + 1 >= self.end:
                continue
            start = opening + 1
            if self.start_pattern(start, "relative") is None and tree.tokens[start].feature("VerbForm") != "Part":
                rule = self.kind_of_insertion(start, closing, opening - 1)
                if rule != self.rules.ids["apposition"] or any(tree.words[i] in ("et", "ou") for i in range(start, closing)):
                    continue
                # a finite verb right after the second comma: the insertion stood between a subject and its verb
                if not self.verb_at(closing + 1):
                    continue
            else:
                rule = self.kind_of_insertion(start, closing, opening - 1)
            if rule is None or not self.free(start, closing) or not self.whole_subtree(start, closing):
                continue
            following = tree.words[closing + 1]
            if self.attributions.first_at(tree, closing + 1):
                continue
            if following in ("comme", "tel", "telle", "tels", "telles", "notamment", "soit", "y", "parmi", "sauf", "à", "car"):
                continue
            # without a verb right after it, the closing comma parts what follows from what stood before
            keep = not self.verb_at(closing + 1)
            if following in ("et", "ou") and tree.tokens[opening - 1].pos in ("PROPN", "NOUN") and rule == self.rules.ids["apposition"]:
                continue
            self.add(opening, closing if keep else closing + 1, rule)

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

    def tails(self) -> None:
        """Additions at the end, each opened by a comma; a second one from the right only falls with the first."""
        commas = [i for i in range(self.verb_end, self.end) if self.comma(i)]
        end = self.end
        needs: int | None = None
        for opening in reversed(commas[-3:]):
            start = opening + 1
            if start >= end or opening <= self.verb_end:
                return
            rule = self.kind_of_tail(start, end, opening - 1)
            if rule is None or not self.free(start, end):
                return
            self.add(opening, end, rule, needs=needs)
            needs = len(self.pieces) - 1
            end = opening
        return

    def kind_of_tail(self, start: int, end: int, antecedent: int) -> str | None:
        tree = self.tree
        first = tree.words[start]
        if tree.words[antecedent] == ")":
            antecedent = next((i for i in range(antecedent, self.start, -1) if tree.words[i] == "("), self.start + 1) - 1
        if tree.words[antecedent] in (",", "(", ")"):
            return None
        rule = self.start_pattern(start, "tail")
        if rule is not None:
            if first == "ce" and not self.has_finite(start, end):
                return None
            if first in _DAYS and end - start > 5:
                return None
            return rule
        if self.start_pattern(start, "relative"):
            if tree.tokens[antecedent].pos not in ("NOUN", "PROPN", "ADJ", "NUM") and not tree.words[antecedent].isdigit():
                return None
            return self.rules.ids["relative"] if self.has_finite(start, end) else None
        if first == "en" and tree.word(start + 1).endswith("ant") and tree.tokens[start + 1].pos in ("VERB", "ADJ", "AUX"):
            return self.rules.ids["participle"] if not self.has_main_after(start, end) else None
        if first.endswith("ant") and tree.tokens[start].dep in ("advcl", "acl", "conj") and tree.tokens[start].pos in ("VERB", "ADJ", "AUX"):
            return self.rules.ids["participle"]
        if any(tree.words[i] in ("et", "ou") for i in range(start, end)):
            return None
        if self.clause.complement is not None and sum(1 for i in range(self.verb_end, start) if self.comma(i)) > 1 and tree.tokens[antecedent].pos == "PROPN":
            return None
        return self.kind_of_insertion(start, end, antecedent)

    def has_main_after(self, start: int, end: int) -> bool:
        return any(start <= g.finite < end and g.finite in list(self.tree.roots) for g in self.tree.groups)

    def brackets(self) -> None:
        tree = self.tree
        open_at: int | None = None
        for i in range(self.start + 1, self.end):
            if self.in_quote(i):
                continue
            word = tree.words[i]
            if word == "(":
                open_at = i
            elif word == ")" and open_at is not None:
                if i > open_at + 1 and self.free(open_at + 1, i) and self.other_name(open_at, i):
                    self.add(open_at, i + 1, self.rules.ids["parenthesis"])
                open_at = None
        dashes = [i for i in range(self.start + 1, self.end) if tree.words[i] in ("–", "—") and not self.in_quote(i)]
        if len(dashes) == 2 and dashes[1] - dashes[0] > 1 and dashes[1] + 1 < self.end:
            a, b = dashes
            if self.free(a + 1, b) and tree.words[b + 1] != ",":
                self.add(a, b + 1, self.rules.ids["dashes"])

    def other_name(self, opening: int, closing: int) -> bool:
        """Whether a parenthesis holds only an acronym, or another name of the entity that stands before it: no figure, no qualifier."""
        tree = self.tree
        inside = Span(tree.tokens[opening].span.end, tree.tokens[closing].span.start).of(tree.text).strip()
        if re.fullmatch(r"[A-ZÀÂÇÉÈÊÎÔÛ][A-ZÀÂÇÉÈÊÎÔÛ.\-]{1,9}", inside):
            return True
        at, before = tree.tokens[opening + 1].span, tree.tokens[opening - 1].span
        return any(
            any(m.span.start == at.start and m.span.end >= tree.tokens[closing - 1].span.end for m in e.mentions) and any(m.span.end == before.end for m in e.mentions) for e in self.entities
        )

    def lists(self) -> list[tuple[int, int]]:
        """Ranges of enumerations: from the first member to the end of the last, and all that follows a colon."""
        tree = self.tree
        found: list[tuple[int, int]] = []
        colon = next((i for i in range(self.start, self.end) if tree.words[i] == ":" and not self.in_quote(i)), None)
        if colon is not None:
            found.append((colon, self.end))
        for i in range(self.start, self.end):
            members = [c for c in tree.kids(i, "conj") if i < c < self.end and tree.tokens[c].pos in ("NOUN", "PROPN", "NUM", "ADJ", "PRON") and tree.tokens[i].pos not in ("VERB", "AUX")]
            if members and any(tree.words[tree.extents[c][0] - 1] == "," or tree.words[tree.extents[c][0]] == "," for c in members):
                found.append((i, max(tree.extents[c][1] for c in members)))
        commas = [i for i in range(self.verb_end, self.end) if self.comma(i)]
        if len(commas) > 1 and any(tree.words[i] in ("et", "ou", "ainsi") for i in range(commas[-1], self.end)) and not self.has_finite(commas[0], self.end):
            found.append((commas[0], self.end))
        return found

    def additive(self) -> None:
        tree, clause = self.tree, self.clause
        if clause.negated:
            return
        for i in range(self.verb + 1, min(self.verb_end + 1, self.end)):
            phrase = self.rules.additives.first_at(tree, i)
            if phrase is None:
                continue
            end = i + len(phrase)
            if phrase == ("aussi",) and not (end < self.verb_end and tree.tokens[end].pos in ("VERB", "AUX")):
                continue
            if end > self.verb_end and (end >= self.end or phrase != ("également",)):
                continue
            if end >= self.verb_end and tree.words[end - 1] == "également" and end < self.end and tree.tokens[end].pos in ("ADJ", "ADV"):
                continue
            self.add(i, end, self.rules.ids["additive"])
            return

    def weekday(self) -> None:
        tree, clause = self.tree, self.clause
        i = self.verb_end
        if clause.tense not in ("perfect", "simple-past") or clause.negated or i + 1 >= self.end:
            return
        if (tree.words[i],) not in self.rules.words["weekday"]:
            return
        end = i + 1
        if tree.word(end) in _DAY_PARTS:
            end += 1
        if re.fullmatch(r"\d\d?(?:er)?", tree.word(end)) and tree.word(end + 1) in _MONTHS:
            end += 2
        following = tree.word(end)
        if end >= self.end or following not in ("que", "qu'", "un", "une", "le", "la", "l'", "les", "des", "à", "au", "avoir", "son", "sa", "ses", "leur"):
            return
        if following in ("à", "au") and tree.word(end + 1).isdigit():
            return
        self.add(i, end, self.rules.ids["weekday"])


#: What a cut may leave hanging: « notamment » without what it introduced, « au soir » without its « hier », « ainsi que » joined to the wrong noun.
_STRANDED = re.compile(r"\b(?:notamment|surtout|principalement|y compris|ainsi que|dont)\s*[,.;]?$|(?<!hier )(?<!demain )\bau (?:soir|matin)\b|, ainsi que\b", re.IGNORECASE)


def compress(
    clause: Clause, tree: Tree, quotes: tuple[Quote, ...], statements: tuple[Statement, ...], entities: tuple[Entity, ...], book: Rulebook
) -> tuple[Compression, ...]:
    """Return the well-formed shorter forms of ``clause``, at most eight, the shortest last; none where the clause is not regular or its sentence is doubtful.

    ``tree`` is that of the clause's sentence, ``statements`` those of the sentence. Each form's ``text`` is the clause's slice without the spans of its edits.
    """
    if not clause.regular or tree.sentence.doubtful or clause.span.end - clause.span.start < 20:
        return ()
    text = tree.text
    whole = clause.span.of(text)
    if whole.count("«") != whole.count("»") or whole.count("(") != whole.count(")") or whole.count('"') % 2 or whole.count("“") != whole.count("”"):
        return ()
    words = [tree.words[i] for i in range(tree.first, tree.last) if clause.span.start <= tree.tokens[i].span.start < clause.span.end]
    if any(a in ("c'", "ce") and b in ("est", "sont", "était", "étaient", "fut", "sera") for a, b in itertools.pairwise(words)):
        return ()
    pieces = _Finder(clause, tree, quotes, statements, entities, book).find()
    if not pieces:
        return ()
    choices: list[tuple[int, ...]] = []
    everything = tuple(range(len(pieces)))

    def closed(chosen: tuple[int, ...]) -> tuple[int, ...]:
        wanted = set(chosen)
        for i in sorted(wanted, reverse=True):
            at = pieces[i].needs
            while at is not None:
                wanted.add(at)
                at = pieces[at].needs
        return tuple(sorted(wanted))

    for i in everything:
        choices.append(closed((i,)))
    choices.append(everything)
    for i in everything:
        rest = tuple(k for k in everything if k != i)
        if rest:
            choices.append(closed(rest))
    made: dict[str, Compression] = {}
    for chosen in choices:
        form = _apply(clause.span, text, [pieces[i] for i in chosen])
        if form is not None and form.text not in made and not _STRANDED.search(form.text):
            made[form.text] = form
    ordered = sorted(made.values(), key=lambda c: (-len(c.text), c.text))
    if len(ordered) > MOST:
        ordered = ordered[:3] + ordered[-(MOST - 3) :]
    return tuple(ordered)


def _apply(span: Span, text: str, pieces: list[_Piece]) -> Compression | None:
    """Drop the pieces; one that lies in another falls with it. None if two cross or what is left is not clean."""
    kept: list[_Piece] = []
    for piece in sorted(pieces, key=lambda p: (p.span.start, -p.span.end)):
        if kept and piece.span.start < kept[-1].span.end:
            if piece.span.end <= kept[-1].span.end:
                continue
            return None
        kept.append(piece)
    parts: list[str] = []
    at = span.start
    for piece in kept:
        if piece.span.start < span.start or piece.span.end > span.end:
            return None
        parts.append(text[at : piece.span.start])
        at = piece.span.end
    parts.append(text[at : span.end])
    result = "".join(parts)
    if re.search(r",\s*,|\s,|  |,\s*$|^\s|\(\s*\)|\s$", result) or len(result) < 12:
        return None
    return Compression(tuple(Edit("drop", p.rule, p.span, "") for p in kept), result)
