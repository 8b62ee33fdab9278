"""Shorter forms by words: a lead time or connective, an adverb that only joins, a day after the verb, a parenthesis that names again."""

from __future__ import annotations

import re

from seo_fr.analyse.compression_guards import DATE_WORDS, DAY_PARTS, MONTHS, Guards
from seo_fr.model import Span

#: What may follow a day that falls, or an adverb that falls after the verb: an argument, never an adjective or adverb that it could modify.
_ARGUMENTS = frozenset(["que", "qu'", "un", "une", "le", "la", "l'", "les", "des", "du", "de", "d'", "à", "au", "aux", "avoir", "être", "son", "sa", "ses", "leur", "leurs", "ce", "cet", "cette", "ces"])
_PLACES = _ARGUMENTS | {"par", "dans", "en", "sur", "devant", "contre", "pour", "avec"}
#: Adverbs that could compare or open a conjunction: « aussi grand », « ainsi que », « alors que ».
_AMBIGUOUS = frozenset([("aussi",), ("ainsi",), ("alors",), ("donc",), ("ensuite",)])
_ORDERED = frozenset([("alors",), ("ensuite",)])
_FIXED = frozenset(["prévoir", "fixer", "programmer", "reporter", "organiser", "tenir", "célébrer", "attendre", "dater", "repousser", "avancer", "convoquer", "annoncer"])
_YEAR = re.compile(r"(?:1\d|20)\d\d")


class Words(Guards):
    """Pieces that are known by their words."""

    def lead(self) -> None:
        """« En outre, X… », « Vendredi, X a… », « Vers 7 h 20, X a… », « Né à Lens, X a… »."""
        clause, tree = self.clause, self.tree
        if clause.lead is None or clause.subject is None or clause.subject.start < clause.span.start or clause.lead.start != clause.span.start:
            return
        end = next((i for i in range(self.begin, self.end) if tree.tokens[i].span.start >= clause.subject.start), self.end)
        if end <= self.begin or tree.words[end - 1] != ",":
            return
        start = self.begin
        connective = self.start_at(start, "lead-connective")
        if connective is not None and tree.word(start + len(connective[0])) == ",":
            stop = start + len(connective[0]) + 1
            self.add(start, stop, connective[1], left=False)
            start = stop
        if start >= end or clause.negated or not self.free(start, end) or self.has_finite(start, end) or sum(1 for i in range(start, end) if tree.words[i] == ",") > 1:
            return
        described = self.start_pattern(start, "lead-description")
        if described is not None and clause.tense not in ("conditional", "past-conditional", "other", "future") and not any(tree.tokens[i].feature("VerbForm") == "Inf" for i in range(start, end)):
            self.add(start, end, described, left=False)
            return
        if clause.tense not in ("perfect", "simple-past") or any(_YEAR.fullmatch(tree.words[i]) for i in range(start, end)):
            return
        rule = self.start_pattern(start, "lead")
        if rule is None and tree.words[start] == "le" and re.fullmatch(r"\d\d?(?:er)?", tree.word(start + 1)) and tree.word(start + 2) in MONTHS and end == start + 4:
            rule = self.rules.ids["lead-date"]
        # a place, an event, a category, a period frames what is claimed: only a day or an hour may fall
        if rule is not None and all(tree.words[i] in DATE_WORDS or tree.words[i].rstrip("er").isdigit() for i in range(start, end)):
            self.add(start, end, rule, left=False)
        elif re.fullmatch(r"(?:vers|à) (?:midi|minuit|[012]?\d ?h(?:eures?)?(?: ?[0-5]\d)?),", tree.span(start, end).of(tree.text).replace("\u00a0", " ").replace("\u202f", " "), re.IGNORECASE):
            self.add(start, end, self.rules.ids["lead-hour"], left=False)

    def additive(self) -> None:
        """« a également fermé » → « a fermé »: the adverb joins the sentence to the one before and says nothing else."""
        tree, clause = self.tree, self.clause
        if clause.negated:
            return
        for i in range(self.verb + 1, min(self.verb_end + 1, self.end)):
            phrase = self.rules.additives.first_at(tree, i)
            if phrase is None:
                continue
            end = i + len(phrase)
            if end >= self.end or tree.word(i - 1) in (",", "(") or tree.words[end] in (",", "et", "ou", ")"):
                continue
            if end >= self.verb_end and not clause.regular:
                return
            if end < self.verb_end:
                manner = tree.words[end].endswith("ment") and not any(tree.words[k] in ("que", "qu'") for k in range(end, self.end))
                if phrase in _AMBIGUOUS and not (tree.tokens[end].pos in ("VERB", "AUX") or manner):
                    continue
                if phrase in _ORDERED and clause.tense not in ("perfect", "simple-past"):
                    continue
            elif phrase in _ORDERED or (tree.words[end] not in _ARGUMENTS and not (phrase[-1] == "aussi" and len(phrase) == 2 and tree.words[end] in _PLACES)):
                if phrase != ("également",) or tree.tokens[end].pos in ("ADJ", "ADV"):
                    continue
            elif phrase in (("ainsi",), ("aussi",), ("donc",)) and tree.words[end] in ("que", "qu'") and (phrase == ("ainsi",) or clause.passive or not self.cues):
                continue
            self.add(i, end, self.rules.ids["additive"])
            return

    def weekday(self) -> None:
        """« a annoncé vendredi la fermeture » → « a annoncé la fermeture »; at the end only after a passive, which needs nothing more."""
        tree, clause = self.tree, self.clause
        i = self.verb_end
        if clause.tense not in ("perfect", "simple-past") or clause.negated or i >= self.end:
            return
        end = i
        dated = tree.words[end] in ("ce", "le") and (tree.word(end + 1) in MONTHS or tree.word(end + 1)[:1].isdigit() or (tree.word(end + 1),) in self.rules.words["weekday"])
        if dated and tree.words[end] == "le" and not tree.word(end + 1)[:1].isdigit():
            return
        end += dated
        if (tree.word(end),) in self.rules.words["weekday"]:
            end += 1
            if tree.word(end) in DAY_PARTS:
                end += 1
        elif not dated:
            return
        if re.fullmatch(r"\d\d?(?:er)?", tree.word(end)) and tree.word(end + 1) in MONTHS:
            end += 2
        elif tree.words[end - 1] in ("ce", "le"):
            return
        if end >= self.end:
            if end == self.end and clause.passive and clause.lemma not in _FIXED and clause.subject is not None:
                self.add(i, end, self.rules.ids["weekday"])
            return
        following, second, third = tree.word(end), tree.word(end + 1), tree.word(end + 2)
        if following not in _PLACES:
            return
        if following in ("à", "au", "en", "dans", "par", "pour", "avec", "le", "la", "de", "du") and (second[:1].isdigit() or {second, third} & (DAY_PARTS | {"nuit", "matinée", "soirée", "journée", "aube", "minuit", "début", "fin", "milieu", "mi-journée", "heure", "heures", "veille", "lendemain", "dernier", "prochain"})):
            return
        self.add(i, end, self.rules.ids["weekday"])

    # ------------------------------------------------------------------------------------------------------------ brackets

    def brackets(self) -> None:
        """What parentheses or two dashes hold apart."""
        tree = self.tree
        open_at: int | None = None
        for i in range(self.begin + 1, self.end):
            if self.in_quote(i):
                continue
            word = tree.words[i]
            if word == "(":
                open_at = i
            elif word == ")" and open_at is not None:
                if i > open_at + 1 and self.free(open_at + 1, i) and self.other_name(open_at, i):
                    self.add(open_at, i + 1, self.rules.ids["parenthesis"])
                open_at = None
        dashes = [i for i in range(self.begin + 1, self.end) if tree.words[i] in ("–", "—") and not self.in_quote(i)]
        if len(dashes) == 2 and dashes[1] - dashes[0] > 1 and dashes[1] + 1 < self.end:
            a, b = dashes
            if self.free(a + 1, b) and tree.words[b + 1] != ",":
                self.add(a, b + 1, self.rules.ids["dashes"])

    def other_name(self, opening: int, closing: int) -> bool:
        """Whether a parenthesis holds only an acronym, another name of what stands before it, an age, or where a place lies: no other figure, no qualifier."""
        tree = self.tree
        inside = Span(tree.tokens[opening].span.end, tree.tokens[closing].span.start).of(tree.text).strip()
        if re.fullmatch(r"[A-ZÀÂÇÉÈÊÎÔÛ][A-ZÀÂÇÉÈÊÎÔÛ.\-]{1,9}", inside) or re.fullmatch(r"\d\d?[ \u00a0\u202f]ans|née? (?:en|le) [\w ]+|[12]\d{3}[-–][12]\d{3}", inside):
            return True
        at, before = tree.tokens[opening + 1].span, tree.tokens[opening - 1].span
        if any(
            any(m.span.start == at.start and m.span.end >= tree.tokens[closing - 1].span.end for m in e.mentions) and any(m.span.end == before.end for m in e.mentions) for e in self.entities
        ):
            return True
        return self.is_place(opening - 1) and re.fullmatch(r"[A-ZÀÂÇÉÈÊÎÔÛ][\w’'-]+(?:[ -](?:(?:de|du|des|la|le|et|l|d)[ ’'-])*[A-ZÀÂÇÉÈÊÎÔÛ][\w’'-]+)*", inside) is not None

    def is_place(self, i: int) -> bool:
        """Whether the token ends the name of a place or country."""
        end = self.tree.tokens[i].span.end
        return any(m.span.end == end and m.form != "description" for e in self.entities if e.kind in ("place", "country") for m in e.mentions)
