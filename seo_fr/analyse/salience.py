"""Whom a pronoun or a general noun takes up, by how prominent the people named just before are.

After Lappin and Leass (1994, « An Algorithm for Pronominal Anaphora Resolution »): subjects weigh more than objects, those more than complements, and every
sentence back weighs less; what agreement or syntax excludes is out first. The most prominent is taken only where nobody comes near; else nobody is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from seo_fr.model import Gender, Span

if TYPE_CHECKING:
    from seo_fr.analyse.speakers import Speakers

_DECAY = 0.6
_MARGIN = 1.7
_LEAST = 0.6
_BACK = 4
_WEIGHTS = {"nsubj": 3.0, "nsubj:pass": 3.0, "obj": 1.5, "iobj": 1.5, "obl:agent": 2.0, "obl:arg": 1.5, "ROOT": 2.0, "root": 2.0}
_HOLDING = frozenset(("selon", "d'après", "pour", "après"))

_SEVERAL = frozenset("les des ces ses leurs deux trois quatre cinq six dix plusieurs certains certaines quelques".split())


class Salience:
    """How prominent the people of one article are at a token."""

    def __init__(self, who: Speakers) -> None:
        self.who = who

    def most(self, index: int, gender: Gender) -> int | None:
        """Return the person whom «il», «elle» or «le dirigeant» at token ``index`` means if nobody else comes near, or None."""
        who = self.who
        here = who.sentence[index]
        weights: dict[int, float] = {}
        others = 0.0
        barred = self.named_after(index)
        for back in range(_BACK + 1):
            number = here - back
            if number < 0 or who.parsed.sentences[here].paragraph - who.parsed.sentences[number].paragraph > 1:
                break
            if who.parsed.sentences[number].paragraph < 0 and who.parsed.sentences[here].paragraph >= 0:
                break
            first, last = who.parsed.sentences[number].tokens
            decay = _DECAY**back
            for place in range(first, min(last, index)):
                entity = who.mention[place]
                if entity is None or who.inside[place] or who.mention_span.get(place - 1) == who.mention_span[place]:
                    continue
                if who.entities[entity].kind == "person":
                    weights[entity] = max(weights.get(entity, 0.0), decay * self._role(place))
            for where, speaker in who.spoke:
                if first <= where < min(last, index) and speaker.entity is not None:
                    weights[speaker.entity] = max(weights.get(speaker.entity, 0.0), decay * 4)
            if back:
                subject = who.subject(number)
                if subject is not None and subject.entity is not None and who.entities[subject.entity].kind == "person":
                    weights[subject.entity] = max(weights.get(subject.entity, 0.0), decay * 3)
                elif subject is not None and subject.entity is None and self._living(subject.span, gender):
                    others = max(others, decay * 3)
                elif subject is not None and subject.entity is None and subject.span.of(who.text).lower() in {"il", "elle", "-il", "-elle"}:
                    others = max(others, decay * 2)
        title = who.parsed.article.title
        if title is not None:
            for entity in weights:
                if any(title.covers(mention.span) for mention in who.entities[entity].mentions):
                    weights[entity] *= 1.25
        fitting = sorted(((weight, -entity) for entity, weight in weights.items() if entity not in barred and self._agrees(entity, gender)), reverse=True)
        if not fitting or fitting[0][0] < _LEAST:
            return None
        second = max(others, fitting[1][0] if len(fitting) > 1 else 0.0)
        return -fitting[0][1] if fitting[0][0] >= _MARGIN * second else None

    def named_after(self, index: int) -> frozenset[int]:
        """The people named after ``index`` in its sentence, outside quotes: a pronoun before a name does not mean its bearer."""
        who = self.who
        last = who.parsed.sentences[who.sentence[index]].tokens[1]
        return frozenset(entity for place in range(index + 1, last) if (entity := who.mention[place]) is not None and not who.inside[place])

    def _agrees(self, entity: int, gender: Gender) -> bool:
        own = self.who.entities[entity].gender
        return not own or not gender or own == gender

    def _role(self, place: int) -> float:
        """The weight of the place where a name begins: subject, object, complement of a noun…"""
        who = self.who
        span = who.mention_span[place]
        root, end = place, place
        while end < len(who.words) and who.mention_span.get(end) == span:
            if who.mention_span.get(who.tokens[end].head) != span or who.tokens[end].head == end:
                root = end
            end += 1
        before = place - 1
        while before > 0 and (who.words[before] in who.lex.titles or who.tokens[before].pos == "ADJ"):
            before -= 1
        if before >= 0 and who.sentence[before] == who.sentence[place] and who.lower[before] in _HOLDING:
            return 3.5
        steps = 0
        while who.tokens[root].dep in {"appos", "flat", "flat:name", "nmod", "conj"} and steps < 3 and who.tokens[root].head != root:
            if who.tokens[root].dep == "nmod" and who._owner_of(place) is not None:
                return 0.7
            root = who.tokens[root].head
            steps += 1
        if who._owner_of(place) is not None:
            return 0.7
        return _WEIGHTS.get(who.tokens[root].dep, 1.2)

    def _living(self, span: Span, gender: Gender) -> bool:
        words = span.of(self.who.text).lower().replace("l'", "l' ").replace("d'", "d' ").split()
        if words[:1] == ["personne"]:
            return False
        shown = "f" if words[:1] in (["la"], ["une"], ["cette"], ["sa"]) else "m" if words[:1] in (["le"], ["un"], ["ce"], ["cet"], ["son"]) else ""
        if shown and gender and shown != gender:
            return False
        return any(word in self.who.lex.functions or word in self.who.lex.words["living"] for word in words[:4])

    def several_living(self, span: Span) -> bool:
        """Whether the words begin a plural noun phrase of people: « les pompiers », « deux témoins », « plusieurs élus »."""
        words = span.of(self.who.text).lower().replace("d'", "d' ").split()
        if len(words) < 2 or not (words[0] in _SEVERAL or words[0].isdigit()):
            return False
        lex = self.who.lex
        return any(word in lex.functions or word in lex.words["living"] or word in lex.words["bodies"] for word in (word.removesuffix("s") for word in words[1:4]))
