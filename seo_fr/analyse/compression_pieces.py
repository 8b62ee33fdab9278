"""Shorter forms by what commas set apart: relatives, participles, appositions and circumstances, inside the clause or at its end."""

from __future__ import annotations

import itertools
from dataclasses import replace

from seo_fr.analyse.compression_guards import DATE_WORDS, DAYS, MONTHS, Piece
from seo_fr.analyse.compression_words import Words
from seo_fr.analyse.obstacles import lexicon as anaphor_lexicon
from seo_fr.analyse.phrases import matches
from seo_fr.analyse.syntax import CLITICS

#: « il faut remonter à 2009, pour retrouver… »: the aim is what is said.
_NEED_AN_AIM = frozenset(["falloir", "suffire", "servir", "attendre", "remonter", "profiter", "devoir", "compter", "aider", "manquer"])
#: « les ventes baissent, en prenant en compte… »: how it was reckoned qualifies what is said.
_RECKONING = frozenset(["prenant", "tenant", "comptant", "incluant", "excluant", "considérant", "comparant", "ajoutant", "admettant", "supposant"])
_HOURS = frozenset(["hier", "avant-hier", "matin", "soir", "midi", "après-midi", "soirée", "matinée", "nuit"])
_TIME_OPENINGS = frozenset(["le", "ce", "cet", "cette", "dans", "en", "hier", "avant-hier", "au"])
#: What goes on after a time between commas: no word that could have hung on it.
_AFTER_TIME = frozenset(["à", "au", "aux", "dans", "en", "sur", "contre", "avec", "par", "le", "la", "l'", "les", "un", "une", "des", "son", "sa", "ses", "que", "qu'", "devant", "pour", "lors"])

#: What, behind the second comma, belongs to the words between the commas, or may well go on with them: « , avec laquelle le différend s’est envenimé, jusqu’au rappel de l’ambassadeur ».
_GOES_ON = frozenset(
    ["comme", "tel", "telle", "tels", "telles", "notamment", "soit", "y", "parmi", "sauf", "à", "car", "bien", "quoique", "même", "malgré", "mais", "sans", "tandis", "alors",
     "jusqu'", "jusque", "depuis", "avant", "après", "dès", "pendant", "durant", "au", "aux", "faute", "grâce", "pour", "afin"]
)  # fmt: skip


class Finder(Words):
    """Finds the pieces of one clause."""

    def find(self) -> list[Piece]:
        if not self.clause.regular:
            # only what the order of the words does not bear on
            self.brackets()
            self.additive()
            return self.pieces
        attributed = any(self.attributions.first_at(self.tree, i) for i in range(self.begin, self.end))
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

    def kind_of_insertion(self, start: int, end: int, antecedent: int) -> str | None:
        """Rule id for what stands between commas after the noun ``antecedent``; None if it is nothing that may fall for certain."""
        tree = self.tree
        first = tree.words[start]
        token = tree.tokens[start]
        if any(len(p) == end - start and matches(tree, start, p) for p in anaphor_lexicon(self.book).insertions):
            return self.rules.ids["aside"]
        if self.day(start, end):
            return self.rules.ids["inserted-time"]
        if tree.tokens[antecedent].pos not in ("NOUN", "PROPN", "ADJ", "NUM"):
            return None
        rule = self.start_pattern(start, "relative")
        if rule is not None:
            return rule if self.has_finite(start, end) else None
        detail = self.detail(start, end, antecedent)
        if detail is not None:
            return detail
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

    def day(self, start: int, end: int) -> bool:
        """Whether the range is a day or an hour of the day without its year, in a clause that tells a thing done."""
        if self.clause.tense not in ("perfect", "simple-past") or self.clause.negated:
            return False
        words = [self.tree.words[i] for i in range(start, end)]
        if not words or not all(word in DATE_WORDS or (word.rstrip("er").isdigit() and len(word) < 5) for word in words) or words[0] not in _TIME_OPENINGS | DAYS:
            return False
        if any(word.isdigit() and (int(word) > 31 or following not in MONTHS) for word, following in zip(words, [*words[1:], ""], strict=True)):
            return False
        return any(word in DAYS | MONTHS | _HOURS for word in words)

    def detail(self, start: int, end: int, antecedent: int) -> str | None:
        """Rule id for « , dans le nord du pays » after a place, « , 42 ans » after a person, « , au pouvoir depuis 2005 »."""
        tree = self.tree
        if any(tree.words[i] in (",", "et", "ou") for i in range(start, end)) or self.has_finite(start, end):
            return None
        placed = self.is_place(antecedent) or (tree.tokens[antecedent].pos == "PROPN" and tree.word(antecedent - 1) in ("à", "en", "au"))
        if placed and (rule := self.start_pattern(start, "place-detail")) is not None:
            return rule
        if end - start == 2 and tree.words[start].isdigit() and tree.words[start + 1] == "ans" and (tree.tokens[antecedent].pos in ("NOUN", "PROPN") or self.named(antecedent)):
            return self.rules.ids["age"]
        return self.start_pattern(start, "description")

    def named(self, i: int) -> bool:
        at = self.tree.tokens[i].span.start
        return any(m.span.start <= at < m.span.end for e in self.entities for m in e.mentions if m.form != "description")

    def insertion_in_subject(self) -> None:
        clause, tree = self.clause, self.tree
        if clause.subject is None or not clause.span.covers(clause.subject):
            return
        begin = next((i for i in range(self.begin, self.verb) if tree.tokens[i].span.start >= clause.subject.start), None)
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
                if rule == self.rules.ids["inserted-time"]:
                    if self.free(start, closing) and tree.words[closing + 1] in _AFTER_TIME:
                        self.add(opening, closing + 1, rule)
                    continue
                if rule in (self.rules.ids["place-detail"], self.rules.ids["age"]):
                    if self.free(start, closing) and tree.words[closing + 1] not in ("et", "ou", "puis", "notamment", "soit") and len(commas) == 2:
                        self.add(opening, closing + 1 if self.verb_at(closing + 1) else closing, rule)
                    continue
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
            if following in _GOES_ON:
                continue
            # without a verb right after it, the closing comma parts what follows from what stood before
            keep = not self.verb_at(closing + 1)
            if following in ("et", "ou") and tree.tokens[opening - 1].pos in ("PROPN", "NOUN") and rule == self.rules.ids["apposition"]:
                continue
            self.add(opening, closing if keep else closing + 1, rule)

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
            antecedent = next((i for i in range(antecedent, self.begin, -1) if tree.words[i] == "("), self.begin + 1) - 1
        if tree.words[antecedent] in (",", "(", ")"):
            return None
        rule = self.start_pattern(start, "tail")
        if rule is not None:
            if first == "ce" and not self.has_finite(start, end):
                return None
            if first == "pour" and tree.tokens[start + 1].feature("VerbForm") != "Inf" and not (tree.words[start + 1] in CLITICS and tree.tokens[start + 2].feature("VerbForm") == "Inf"):
                return None
            if first in ("pour", "afin") and self.clause.lemma in _NEED_AN_AIM:
                return None
            if first in ("ainsi", "de", "soit") and (sum(1 for i in range(self.verb_end, end) if self.comma(i)) > 1 or any(tree.words[i] == "entre" for i in range(self.verb_end, start))):
                return None
            if first in ("avant", "pour", "devant") and (self.clause.negated or self.clause.tense in ("conditional", "past-conditional", "other")):
                return None
            if first in DAYS and end - start > 5:
                return None
            return rule
        if self.start_pattern(start, "relative"):
            if tree.tokens[antecedent].pos not in ("NOUN", "PROPN", "ADJ", "NUM") and not tree.words[antecedent].isdigit():
                return None
            return self.rules.ids["relative"] if self.has_finite(start, end) else None
        if first == "en" and tree.word(start + 1) in _RECKONING:
            return None
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

    def lists(self) -> list[tuple[int, int]]:
        """Ranges of enumerations: from the first member to the end of the last, and all that follows a colon."""
        tree = self.tree
        found: list[tuple[int, int]] = []
        colon = next((i for i in range(self.begin, self.end) if tree.words[i] == ":" and not self.in_quote(i)), None)
        if colon is not None:
            found.append((colon, self.end))
        for i in range(self.begin, self.end):
            members = [c for c in tree.kids(i, "conj") if i < c < self.end and tree.tokens[c].pos in ("NOUN", "PROPN", "NUM", "ADJ", "PRON") and tree.tokens[i].pos not in ("VERB", "AUX")]
            if members and any(tree.words[tree.extents[c][0] - 1] == "," or tree.words[tree.extents[c][0]] == "," for c in members):
                found.append((i, max(tree.extents[c][1] for c in members)))
        commas = [i for i in range(self.verb_end, self.end) if self.comma(i)]
        if len(commas) > 1 and any(tree.words[i] in ("et", "ou", "ainsi") for i in range(commas[-1], self.end)) and not self.has_finite(commas[0], self.end):
            found.append((commas[0], self.end))
        return found
