"""Who a noun phrase or a pronoun means, and who speaks where « a déclaré X » stands.

Nothing is guessed: a pronoun or a description that could mean two people means nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from seo_fr.analyse.roles import GOING_ON, Roles, head_of_body
from seo_fr.analyse.salience import Salience
from seo_fr.analyse.spoken_tokens import INVERTED, NOTHING, OF, Speaker
from seo_fr.analyse.subjects import SubjectReader
from seo_fr.model import Entity, Gender, Span

if TYPE_CHECKING:
    from seo_fr.analyse.pipeline import Parsed
    from seo_fr.rulebook import Rulebook


_PRONOUNS: dict[str, tuple[Gender, bool]] = {
    "il": ("m", False),
    "elle": ("f", False),
    "ils": ("m", True),
    "elles": ("f", True),
    **INVERTED,
    "celui-ci": ("m", False),
    "celle-ci": ("f", False),
}
_OF_PEOPLE = re.compile(r"(?:ains?|iens?|ais|ois|éens?|aises?|oises?|iennes?|aines?|éennes?)\Z")  # « le capitaine lensois »
_RANKS = frozenset("général amiral maréchal colonel commandant comte comtesse marquis marquise baron baronne vicomte duc duchesse prince princesse".split())  # before a particle: « le général de Lestang »


#: Bodies that issue statements; those of the first group are masculine.
_BODY = re.compile(r"(?:(ministère|gouvernement|parquet|parti|syndicat|collectif|comité|conseil|tribunal|club|groupe|constructeur|fabricant|cabinet|sénat|parlement|institut|journal|quotidien)|préfecture|mairie|commission|direction|police|agence|association|fédération|entreprise|société|banque|région|ville|cour|ong|organisation|compagnie)$")

class Speakers(SubjectReader):
    """Finds and resolves the speakers of one article. ``quoted`` are the ranges of characters inside quotation marks."""

    def __init__(self, parsed: Parsed, entities: Sequence[Entity], book: Rulebook, quoted: Sequence[Span] = ()) -> None:
        super().__init__(parsed, entities, book, quoted)
        self.salience = Salience(self)
        self.roles = Roles(self)

    def resolve(self, head: int) -> Speaker:
        """Return whom the noun phrase or pronoun with this head token means."""
        lower = self.lower[head]
        entity = self.mention[head]
        if self._several(head):
            return Speaker(None, self.mention_span.get(head, self.tokens[head].span))
        if lower in self.lex.functions and entity is None:
            for child in self.children[head]:
                if self.tokens[child].dep == "conj" and child > head and self._same_bearer(head, child):
                    named = self._named_by(self.phrase(child)[1])
                    if named is not None:
                        return Speaker(self.mention[named], Span(self.tokens[self.phrase(head)[0]].span.start, self.mention_span[named].end))
        if entity is not None:
            start = self._mention_start(head)
            owner = self._owner_of(start)
            if owner is not None and self.lower[owner] in _RANKS and self.lower[owner + 1] in {"de", "d'"} and self.entities[entity].kind == "person":
                return Speaker(entity, Span(self.tokens[owner].span.start, self.mention_span[head].end))
            if owner is None:
                return Speaker(entity, self.mention_span[head])
            return self.resolve(owner) if owner != head else Speaker(None, self.mention_span[head])
        if lower in _PRONOUNS:
            gender, plural = _PRONOUNS[lower]
            # -elle after «-t»
            span = self.tokens[head].span
            if self.text[span.start] == "-":
                span = Span(span.start + 1, span.end)
            return Speaker(None if plural else self.pronoun(head, gender), span)
        if lower in {"qui"}:
            antecedent = self._antecedent(head)
            if antecedent is not None and antecedent < head and (named := self.mention[antecedent]) is not None:
                owner = self._owner_of(self._mention_start(antecedent))
                if owner is not None and not self.speaks(owner):
                    return Speaker(named, self.mention_span[antecedent])  # « le cas de Paul Durand, qui explique »
            return self.resolve(antecedent) if antecedent is not None else Speaker(None, self.tokens[head].span)
        if lower in {"dernier", "dernière"} and head and self.lower[head - 1] in {"ce", "cette"}:
            return Speaker(self._last_named(head, "m" if lower == "dernier" else "f"), Span(self.tokens[head - 1].span.start, self.tokens[head].span.end))
        if lower in {"un", "une"} and head and self.lower[head - 1] == "l'" and (one := self._one_of(head)) is not None:
            return one
        return self._noun(head)

    def _one_of(self, head: int) -> Speaker | None:
        """The person named between commas after « l'un des porte-parole de la mission »."""
        if self.lower[head + 1] not in {"des", "de"}:
            return None
        for index in range(head + 2, min(head + 24, len(self.words) - 2)):
            if self.sentence[index] != self.sentence[head] or self.words[index] in {";", ":", "«", "»"} or self.tokens[index].feature("VerbForm") == "Fin":
                return None
            if self.words[index] == "," and (entity := self.mention[index + 1]) is not None and self.entities[entity].kind == "person":
                span = self.mention_span[index + 1]
                after = next((i for i in range(index + 1, len(self.words)) if self.tokens[i].span.start >= span.end), len(self.words) - 1)
                return Speaker(entity, Span(self.tokens[head - 1].span.start, span.end)) if self.words[after] == "," else None
        return None

    def _last_named(self, index: int, gender: Gender) -> int | None:
        """The person whom «ce dernier» means: the last one named before, in this sentence or the one before it."""
        passed: set[int] = set()  # sentences that are all quoted
        for place in range(index - 1, -1, -1):
            here = self.sentence[place]
            if all(self.inside[i] or self.tokens[i].pos == "PUNCT" for i in range(*self.parsed.sentences[here].tokens)):
                passed.add(here)
            if self.sentence[index] - here - len(passed) > 1:
                return None
            entity = self.mention[place]
            if entity is not None and self.entities[entity].kind == "person" and not self.inside[place] and not self.lower[self._mention_start(place) - 1].startswith(("élu", "sacré", "nommé", "couronné")):
                return entity if self._fits(entity, gender, strict=False) else None
        return None

    def _several(self, head: int) -> bool:
        """Whether a noun phrase is coordinated with another: then two speak, and none of them alone."""
        for child in self.children[head]:
            if self.tokens[child].dep == "conj" and self.tokens[child].pos in {"NOUN", "PROPN", "PRON"} and child - head < 12 and not self._same_bearer(head, child):
                if any(self.lower[index] in {"et", "ou"} for index in range(head + 1, child)) and not any(self.words[index] in {"(", ")"} for index in range(head + 1, child)):
                    return True
        return False

    def _same_bearer(self, head: int, child: int) -> bool:
        """Whether two functions are one person's: « le ministre et porte-parole du gouvernement, Jean Dupont »."""
        if self.lower[head] not in self.lex.functions or self.lower[child] not in self.lex.functions or self.lower[child - 1] not in {"et", "-"}:
            return False
        return self._named_by(self.phrase(child)[1]) is not None

    def _named_by(self, index: int) -> int | None:
        """The token where the person's name that follows a phrase that ends at ``index`` begins, a comma between or not."""
        if index < len(self.words) and self.words[index] == ",":
            index += 1
        while index < len(self.words) and self.words[index] in self.lex.titles:
            index += 1
        entity = self.mention[index] if index < len(self.words) else None
        return index if entity is not None and self.entities[entity].kind == "person" else None

    def _noun(self, head: int) -> Speaker:
        if head > 1 and self.lower[head - 1] in {"du", "de", "d'"} and self.lower[head] not in self.lex.functions:
            above = head - 2  # « une source proche du dossier », where the parse took the complement for the subject
            while above > 0 and self.tokens[above].pos == "ADJ" and self.sentence[above] == self.sentence[head]:
                above -= 1
            if self.sentence[above] == self.sentence[head] and self.tokens[above].pos == "NOUN" and self.mention[above] is None:
                head = above
        if self.lower[head] in _RANKS and head + 2 < len(self.words) and self.lower[head + 1] in {"de", "d'"} and (bearer := self.mention[head + 2]) is not None and self.entities[bearer].kind == "person":
            return Speaker(bearer, Span(self.tokens[head].span.start, self.mention_span[head + 2].end))
        teller = self.teller(head) or self.roles.issuer(head)
        if teller is not None:
            return teller
        start, end = self.phrase(head)
        span = Span(self.tokens[start].span.start, self.tokens[end - 1].span.end)
        # The name that follows, touching or after a comma: «le ministre de l'Intérieur, Jean Dupont»
        named = self._past_brackets(end)
        place = self.mention[named] if named < len(self.words) and self.sentence[named] == self.sentence[head] else None
        if place is not None and self.entities[place].kind in {"place", "organisation", "country"} and end > head + 1:
            after = named
            while after < len(self.words) and self.mention[after] == place:
                after += 1
            if after + 1 < len(self.words) and self.words[after] == "," and self.mention[after + 1] is not None:
                named = after  # « le directeur du club Lens, Paul Martin »
        if named < len(self.words) and self.words[named] == ",":
            named += 1
        while named < len(self.words) and (self.words[named] in self.lex.titles or (self.lower[named] in {"le", "la", "l'"} and self._demonym(named + 1)) or self._demonym(named)):
            named += 1
        if named + 2 < len(self.words) and named > end and self.lower[named] in {"le", "la", "l'", "un", "une"} and self.tokens[named + 1].pos == "NOUN" and self.mention[named + 1] is None:
            after = named + 2  # « le médiateur, le diplomate suisse Paul Martin »
            while after < len(self.words) - 1 and after - named < 5 and self.tokens[after].pos == "ADJ" and self.mention[after] is None:
                after += 1
            named = after if self.mention[after] is not None and self.sentence[after] == self.sentence[head] else named
        if named < len(self.words) and self.sentence[named] == self.sentence[head]:
            entity = self.mention[named]
            closing = named
            while entity is not None and closing < len(self.words) and self.mention[closing] == entity:
                closing += 1
            bounded = named > end and closing < len(self.words) and self.words[closing] in {",", ".", "»", ";", ")", ":"}
            if entity is not None and bounded and self.words[end] == "," and self.entities[entity].kind == "organisation" and head_of_body(self.lex, self.lower[head]):
                return Speaker(entity, Span(span.start, self.mention_span[named].end))  # « la fédération des banques, Febelfin, »
            if entity is not None and bounded and self.entities[entity].kind == "person" and (self.lower[start] in {"le", "la", "l'", "un", "une", "son", "sa", "celle", "celui"} or (start and self.lower[start - 1] == "du")):
                return Speaker(entity, Span(span.start, self.mention_span[named].end))
            owned = entity is not None and named == end and self._owner_of(self._mention_start(named)) is not None  # « le cabinet de M. Durand »
            if owned:
                return Speaker(None, Span(span.start, self.mention_span[named].end))
            if entity is not None and (self._has_function(entity, start, end) or (named == end and self.entities[entity].kind in {"person", "organisation", "other"})):
                return Speaker(entity, Span(span.start, self.mention_span[named].end))
        for index in range(head + 1, end):
            mentioned = self.mention[index]
            touching = index == head + 1 and mentioned is not None and self.entities[mentioned].kind in {"organisation", "other"}
            if mentioned is not None and (self.entities[mentioned].kind == "person" or touching) and self._owner_of(self._mention_start(index)) is None:
                return Speaker(mentioned, Span(span.start, self.mention_span[index].end))
        # « Karim Hacène, journaliste, a écrit » and « Marie Durand, la maire, a écrit », where the parse took the function for the subject
        before = start - 1
        if before > 0 and self.words[before] == "," and self.sentence[before] == self.sentence[head] and self.lower[head] in self.lex.functions:
            apposed = self.mention[before - 1]
            closed = (end < len(self.words) and self.words[end] in {",", "«"}) or self._opens(before - 1) or self._after_comma(before - 1)
            if (
                apposed is not None
                and self.entities[apposed].kind == "person"
                and self._owner_of(self._mention_start(before - 1)) is None
                and (closed or self.lower[start] not in {"le", "la", "les"})
            ):
                return Speaker(apposed, self.mention_span[before - 1])
        if self.lower[start] not in {"le", "la", "l'", "ce", "cet", "cette"} or start == head:
            return Speaker(None, span)
        if self.lower[head] in {"homme", "femme"} and (just := self.roles.just_named(head, start, end, "f" if self.lower[head] == "femme" else "m")) is not None:
            return Speaker(just, span)
        return Speaker(self._described(head, start, end), span)

    def _past_brackets(self, index: int) -> int:
        """The index after « (sans étiquette) » that stands at ``index``, before a comma; ``index`` if nothing does."""
        if index >= len(self.words) or self.words[index] != "(":
            return index
        close = next((i for i in range(index + 1, min(index + 6, len(self.words) - 1)) if self.words[i] == ")"), None)
        return close + 1 if close is not None and self.words[close + 1] == "," else index

    def teller(self, head: int) -> Speaker | None:
        """Who speaks where « les propos de la maire », « une citation de Paul Durand » do: the one whose words they are, if he has a name."""
        if self.lower[head] in self.told and head + 3 < len(self.words) and self.lower[head + 2] in {"par"} and self.tokens[head + 1].feature("VerbForm") == "Part":
            giver = self.after_verb(head + 3)  # « selon les précisions apportées par Paul Martin »
            found = self.resolve(giver) if giver is not None and giver - head < 8 else None
            return found if found is not None and found.entity is not None else None
        if self.lower[head] not in self.told or head + 2 >= len(self.words) or self.lower[head + 1] not in OF or self.sentence[head + 2] != self.sentence[head]:
            return None
        after = head + 2 if self.lower[head + 1] in {"de", "d'"} else head + 1
        subject = self.after_verb(after if self.lower[after] != "du" and self.lower[after] != "des" else after + 1)
        if subject is None or subject - head > 6:
            return None
        entity = self.mention[subject]
        found = Speaker(entity, self.mention_span[subject]) if entity is not None else self.resolve(subject) if self.lower[subject] not in self.told else Speaker(None, self.tokens[subject].span)
        if found.entity is None:
            return found if self.tokens[subject].pos == "NOUN" and self.known_voice(found.span) else None  # « l'annonce du gouvernement »
        return found if self.entities[found.entity].kind in {"person", "organisation"} else None

    def _has_function(self, entity: int, start: int, end: int) -> bool:
        first, last = self.tokens[start].span.start, self.tokens[end - 1].span.end
        if any(function.start < last and first < function.end for function in self.entities[entity].functions):
            return True
        return self.entities[entity].kind == "person" and any(self.lower[index] in self.lex.functions for index in range(start, end))

    def _described(self, head: int, start: int, end: int) -> int | None:
        """The one entity, named before, that «le ministre», «l'association» can mean."""
        here = self.tokens[head].span.start
        noun = self.lower[head]
        gender: Gender = "f" if self.lower[start] in {"la", "cette"} else "m" if self.lower[start] in {"le", "ce", "cet"} else ""
        if not gender and self.tokens[head].feature("Gender") and self.lower[start] == "l'":
            gender = "f" if noun.endswith(("ée", "ère", "euse", "ice", "ienne")) else "m" if noun + "e" in self.covered else ""
        whole = self.text[self.tokens[head].span.start : self.tokens[end - 1].span.end].lower()
        more = {
            self.lower[index]
            for index in range(head + 1, end)
            if self.tokens[index].pos in {"NOUN", "PROPN", "ADJ"} and self.lower[index] not in self.lex.demonyms and not _OF_PEOPLE.search(self.lower[index])
        }
        exact: list[int] = []
        loose: list[int] = []
        for entity in self.entities:
            if entity.mentions[0].span.start >= here:
                continue
            if entity.kind == "person":
                if gender and entity.gender and entity.gender != gender:
                    continue
                texts = [function.of(self.text).lower() for function in entity.functions]
                if any(whole in text and noun in text.replace("l'", "l' ").split() for text in texts) and end > head + 1:
                    exact.append(entity.id)
                own = {self._function_of(text) for text in texts}
                if noun in own or whole in own or own & self.covered.get(noun, NOTHING) or own & self.covered.get(whole, NOTHING) or entity.id in self._called().get(noun, ()) or self.roles.titled(entity.id, noun):
                    words = {word for text in texts for word in text.replace("l'", "l' ").replace("d'", "d' ").split()}
                    if end == head + 1 or whole in self.covered or (more and 2 * len(more & words) >= len(more)) or not more:
                        loose.append(entity.id)
            elif entity.kind == "organisation" and not more:
                name = entity.name.of(self.text).lower().split()
                named = bool(name) and name[0] == noun and len(name) > 1
                if (named or entity.id in self._called().get(noun, ())) and (not gender or not entity.gender or entity.gender == gender or not named):
                    loose.append(entity.id)
        if len(exact) == 1:
            return exact[0]
        if not exact and len(loose) == 1:
            return None if self._of_the_others(loose[0], head, end, gender) else loose[0]
        # Of several, the one who alone was named in this paragraph or the one before it
        near = [one for one in exact or loose if self._named_near(one, head)]
        if len(near) == 1 or exact or loose:
            return near[0] if len(near) == 1 else None
        if (just := self.roles.just_named(head, start, end, gender)) is not None:
            return just
        if (spoken := self.roles.just_spoken(head, end, gender)) is not None:
            return spoken
        if not more and (body := self.roles.body(head, gender)) is not None:
            return body
        if not more and (further := self.roles.further(head, gender if self.lower[start] != "l'" else "", noun)) is not None:
            return further
        found = self.salience.most(head, gender) if noun in self.covered and not more else None
        if found is not None and (
            any(self._function_of(function.of(self.text).lower()) for function in self.entities[found].functions)
            or any(found in people for called, people in self._called().items() if called != noun)
        ):
            return None  # « le juge Paul Durand » is not « l'élu »
        return found

    def _of_the_others(self, entity: int, head: int, end: int, gender: Gender) -> bool:
        """Whether « le technicien lensois », who may be of the other side, stands in a paragraph that has named somebody else and not the one of this function named before."""
        if not any(self.lower[i] in self.lex.demonyms or _OF_PEOPLE.search(self.lower[i]) for i in range(head + 1, end)):
            return False
        here = self.parsed.sentences[self.sentence[head]].paragraph
        first = next(s.tokens[0] for s in self.parsed.sentences if s.paragraph == here)
        people = self._people(first, head)
        return entity not in people and any(self._fits(one, gender, strict=True) for one in people)

    def _named_near(self, entity: int, index: int) -> bool:
        here = self.sentence[index]
        paragraph = self.parsed.sentences[here].paragraph
        return any(
            0 <= paragraph - self.parsed.sentences[mention.sentence].paragraph <= 1 and mention.sentence <= here and self.parsed.sentences[mention.sentence].paragraph >= 0
            for mention in self.entities[entity].mentions
        )

    def _called(self) -> dict[str, set[int]]:
        """The common nouns that touch each person's name («le graphiste Jean Martin», «Jean Martin, graphiste»), with the people."""
        if self._nouns is None:
            self._nouns = {}
            for index, entity in enumerate(self.mention):
                if entity is None or self.entities[entity].kind not in {"person", "organisation"}:
                    continue
                found: list[int] = []
                if self.mention_span.get(index - 1) != self.mention_span[index] and index:
                    before = index - 1
                    while before > 0 and self.sentence[before] == self.sentence[index] and (self.tokens[before].pos == "ADJ" or self.lower[before] in self.lex.demonyms):
                        found.append(before)
                        before -= 1
                    found.append(before)
                if index + 2 < len(self.words) and self.mention_span.get(index + 1) != self.mention_span[index] and self.words[index + 1] == ",":
                    after = index + 2
                    if self.lower[after] in {"le", "la", "l'", "un", "une"}:
                        after += 1
                    found.append(after)
                for near in found:
                    if near < len(self.words) and self.sentence[near] == self.sentence[index] and self.tokens[near].pos == "NOUN":
                        self._nouns.setdefault(self.lower[near], set()).add(entity)
        return self._nouns

    def _function_of(self, text: str) -> str:
        """The function that a phrase is headed by, «premier ministre» being one of its own and not «ministre»."""
        words = text.replace("l'", "l' ").split()
        for start in range(min(4, len(words))):
            for length in (4, 3, 2, 1):
                candidate = " ".join(words[start : start + length])
                if start + length <= len(words) and (candidate in self.lex.functions or candidate in self.coverable):
                    return candidate
        return ""

    def pronoun(self, index: int, gender: Gender) -> int | None:
        """Return the one person (or body) that a singular «il» or «elle» at ``index`` means, or None."""
        if self._own_unnamed(index, gender, plural=False) is not None:
            return None
        body = self._body_before(index, gender)
        if body is not None:
            return body.entity
        if self._agent_before(index, gender):
            return None
        going_on = self._goes_on(index, gender)
        if going_on is not None:
            return going_on
        found, doubtful = self._taken_up(index, gender)
        if found is None and not doubtful:
            found = self._only(index, gender)
        if found is not None and self.entities[found].kind == "person" and found in self.salience.named_after(index):
            found = None
        return found if found is not None else self.salience.most(index, gender)

    def _agent_before(self, index: int, gender: Gender) -> bool:
        """Whether somebody without a name, by whom something was done in the sentences just before, may be meant: « mise à mal par l'expert, entendu mardi. Selon lui, … », with nobody named since."""
        here = self.sentence[index]
        for back in range(here - 1, max(-1, here - 4), -1):
            sentence = self.parsed.sentences[back]
            if sentence.paragraph != self.parsed.sentences[here].paragraph:
                return False
            first, last = sentence.tokens
            for place in range(first, last):
                token = self.tokens[place]
                if token.dep != "obl:agent" or token.pos != "NOUN" or self.inside[place] or token.feature("Number") == "Plur" or self.mention[place] is not None:
                    continue
                start = next((k for k in range(first, place) if self.tokens[k].head == place and self.tokens[k].dep == "det"), place)
                span = Span(self.tokens[start].span.start, token.span.end)
                named = place + 1 < last and self.tokens[place + 1].pos == "PROPN" or any(self.mention[k] is not None and self.tokens[k].head == place for k in range(first, last))
                told = {"Masc": "m", "Fem": "f"}.get(token.feature("Gender"), gender)
                if not named and told == gender and self._somebody(span, gender):
                    return True
            if any(self._fits(entity, gender, strict=False) for entity in self._people(first, last)):
                return False
        return False

    def _body_before(self, index: int, gender: Gender) -> Speaker | None:
        """The body that is the subject of the sentence just before, in the same paragraph: « Le ministère a proposé… Dans un communiqué, il indique » is no man named earlier."""
        here = self.sentence[index]
        if not here or self.parsed.sentences[here - 1].paragraph != self.parsed.sentences[here].paragraph or self._before_in_sentence(index, gender) is not None:
            return None
        subject = self.subject(here - 1)
        if subject is None or subject.entity is not None and self.entities[subject.entity].kind == "person":
            return None
        head = next((token for token in self.tokens if subject.span.covers(token.span) and token.pos in ("NOUN", "PROPN")), None)
        found = _BODY.match(head.span.of(self.text).lower()) if head is not None else None
        return subject if found is not None and bool(found.group(1)) == (gender == "m") else None

    def _only(self, index: int, gender: Gender) -> int | None:
        """The one person of this gender that the article has named so far, unless the sentences before speak of somebody without a name."""
        here = self.sentence[index]
        for back in range(here - 1, max(-1, here - 3), -1):
            subject = self.subject(back)
            if subject is not None and subject.entity is None and self._somebody(subject.span, gender):
                return None
        named = {entity for place, entity in enumerate(self.mention[:index]) if entity is not None and not self.inside[place] and self.entities[entity].kind == "person"}
        fitting = [entity for entity in sorted(named) if self._fits(entity, gender, strict=False)]
        return fitting[0] if len(fitting) == 1 and self.entities[fitting[0]].gender == gender else None

    def _taken_up(self, index: int, gender: Gender) -> tuple[int | None, bool]:
        """Whom the sentences before let a pronoun mean, and whether several people or somebody without a name could be meant."""
        here = self.sentence[index]
        own = self._before_in_sentence(index, gender)
        if own is not None:
            return (own if own >= 0 else None), True
        quoted = 0  # sentences of a quotation between, which name nobody whom its speaker's pronoun takes up
        for back in range(here - 1, max(-1, here - 6), -1):
            sentence = self.parsed.sentences[back]
            if self.parsed.sentences[here].paragraph - sentence.paragraph > 1 or sentence.paragraph < 0:
                return None, False
            first, last = sentence.tokens
            if all(self.inside[place] or self.tokens[place].pos == "PUNCT" for place in range(first, last)):
                quoted += 1
                continue
            speech = [who for where, who in self.spoke if first <= where < last]
            if speech:
                last_speaker = speech[-1].entity
                if last_speaker is not None and self._fits(last_speaker, gender, strict=False):
                    others = {e for e in self._people(first, last) if e != last_speaker and self._fits(e, gender, strict=True)}
                    subject = self.subject(back)
                    if not others or (subject is not None and subject.entity == last_speaker):
                        return last_speaker, False
                    return None, True
                if last_speaker is None and speech[-1].span is not None:
                    return None, True
            subject = self.subject(back)
            people = [e for e in self._people(first, last) if self._fits(e, gender, strict=False)]
            if subject is not None and subject.entity is not None and self._fits(subject.entity, gender, strict=False):
                if self.entities[subject.entity].kind == "person" or not people:
                    return subject.entity, False
                return None, True
            if subject is not None and subject.entity is None and self._somebody(subject.span, gender):
                return None, True
            if people:
                return (people[0] if len(set(people)) == 1 and here - back - quoted == 1 else None), len(set(people)) > 1
        return None, False

    def unnamed(self, index: int, gender: Gender, plural: bool) -> Span | None:
        """The words of somebody without a name whom a pronoun at ``index`` means: the subject, or the speaker, of the sentence before; None if it may be anybody else."""
        here = self.sentence[index]
        if (own := self._own_unnamed(index, gender, plural)) is not None:
            return own
        looked = 0
        for back in range(here - 1, -1, -1):
            sentence = self.parsed.sentences[back]
            if self.parsed.sentences[here].paragraph - sentence.paragraph > 1 or sentence.paragraph < 0 or looked == 4:
                return None
            first, last = sentence.tokens
            if all(self.inside[place] or self.tokens[place].pos == "PUNCT" for place in range(first, last)):
                continue
            looked += 1
            speech = [who for where, who in self.spoke if first <= where < last and where < index]
            subject = self.subject(back)
            named = [who.entity for who in [*speech, *([subject] if subject is not None else [])] if who.entity is not None]
            if any(self._fits(one, gender, strict=False) for one in named) or (plural and named):
                return None
            others = [e for e in self._people(first, last) if not plural and self._fits(e, gender, strict=True)]
            meant = {who.span: None for who in [*speech, *([subject] if subject is not None and subject.entity is None else [])] if self._may_mean(who, gender, plural)}
            if len(meant) == 1 or (meant and subject is not None and subject.span in meant):
                found = subject.span if subject is not None and subject.span in meant else next(iter(meant))
                return None if others else self._at_first(found)
            shown = subject.span.of(self.text).lower().lstrip("-t") if subject is not None else ""
            if meant or not (shown in _PRONOUNS or named or (subject is not None and not speech and not self._speaking(subject.span))):
                return None
            if others or (shown in _PRONOUNS and _PRONOUNS[shown] != (gender, plural)):
                return None
        return None

    def _own_unnamed(self, index: int, gender: Gender, plural: bool) -> Span | None:
        """The words of the one without a name who has just spoken in the same sentence: « …, se défend le cabinet, tandis qu’il justifie… »."""
        first = self.parsed.sentences[self.sentence[index]].tokens[0]
        said = [who for where, who in self.spoke if first <= where < index]
        if not said or said[-1].entity is not None or not self._may_mean(said[-1], gender, plural):
            return None
        span = said[-1].span
        others = any(entity is not None and self.entities[entity].kind == "person" and not self.inside[place] and not span.start <= self.tokens[place].span.start < span.end for place, entity in enumerate(self.mention[first:index], first))
        return None if others else span

    def _speaking(self, span: Span) -> bool:
        """Whether the words name people or a person: an unnamed subject that a pronoun might mean."""
        words = span.of(self.text).lower().replace("l'", "l' ").replace("d'", "d' ").split()
        if words[:1] == ["personne"]:
            return False  # « personne n'était parti »
        return any(word in self.lex.functions or word in self.lex.words["living"] or word in self.voices for word in (form for one in words[:4] for form in (one, one.removesuffix("s"))))

    def known_voice(self, span: Span) -> bool:
        """Whether words begin like a phrase of somebody, or of something that can speak."""
        words = span.of(self.text).lower().replace("l'", "l' ").replace("l’", "l' ").split()[:4]
        return self._speaking(span) or any(one in self.documents or head_of_body(self.lex, one) for word in words for one in (word, word.removesuffix("s")))

    def _may_mean(self, who: Speaker, gender: Gender, plural: bool) -> bool:
        """Whether a pronoun may mean a speaker without a name."""
        if who.entity is not None or who.span.of(self.text).lower().lstrip("-t") in _PRONOUNS:
            return False
        if plural:
            return self.salience.several_living(who.span)
        words = who.span.of(self.text).lower().replace("l'", "l' ").replace("l’", "l' ").split()
        noun = next((token for token in self.tokens if who.span.start <= token.span.start < who.span.end and token.pos == "NOUN"), None)
        if words[:1] == ["l'"] and noun is not None and noun.feature("Gender") and noun.feature("Gender") != {"m": "Masc", "f": "Fem"}.get(gender):
            return False
        shown = {"la": "f", "une": "f", "cette": "f", "le": "m", "un": "m", "ce": "m", "cet": "m", "l'": gender}.get(words[0] if words else "", "")
        return self.salience._living(who.span, gender) or (shown == gender and len(words) > 1 and words[1] in self.voices)

    def _at_first(self, span: Span) -> Span:
        """The words that first named somebody without a name who spoke before: « une source proche du dossier » for « la source »."""
        words = span.of(self.text).lower().replace("l'", "l' ").replace("l’", "l' ").split()
        if len(words) != 2 or words[0] not in {"le", "la", "l'", "cet", "cette", "ce"}:
            return span
        before: dict[str, Span] = {}
        for _, who in self.spoke:
            said = who.span.of(self.text).lower().replace("l'", "l' ").replace("l’", "l' ").split()
            if who.entity is None and who.span.start < span.start and len(said) > 2 and words[1] in said[1:3]:
                before.setdefault(" ".join(said), who.span)
        return next(iter(before.values())) if len(before) == 1 else span

    def _goes_on(self, index: int, gender: Gender) -> int | None:
        """Whom «a-t-il ajouté» or «il poursuit» means after somebody's words: the last speaker, if the pronoun can be that speaker's."""
        near = range(max(0, index - 3), min(len(self.words), index + 4))
        if not any(self.lemma(i) in GOING_ON and self.sentence[i] == self.sentence[index] for i in near):
            return None
        said = [(where, who) for where, who in self.spoke if where < index]
        if not said:
            return None
        where, who = said[-1]
        if who.entity is None or not self._fits(who.entity, gender, strict=False):
            return None
        after_speech = max(where, self.parsed.sentences[self.sentence[where]].tokens[1] - 1)
        between = self._people(after_speech + 1, index)
        paragraphs = self.parsed.sentences[self.sentence[index]].paragraph - self.parsed.sentences[self.sentence[where]].paragraph
        if paragraphs > 1 or any(one != who.entity and self._fits(one, gender, strict=False) for one in between):
            return None
        return who.entity

    def _people(self, first: int, last: int) -> list[int]:
        found: list[int] = []
        for index in range(first, last):
            entity = self.mention[index]
            if entity is not None and entity not in found and not self.inside[index] and self.entities[entity].kind == "person":
                found.append(entity)
        return found

    def _fits(self, entity: int, gender: Gender, strict: bool) -> bool:
        what = self.entities[entity]
        if what.number == "p":
            return False
        if what.kind == "person":
            return what.gender == gender or not what.gender
        if strict:
            return False
        return what.kind in {"organisation", "country"} and what.gender == gender

    def _somebody(self, span: Span, gender: Gender) -> bool:
        """Whether the words may name one person of this gender: by an office or a noun of people."""
        return self._human_noun(span, gender) or self.salience._living(span, gender)

    def _human_noun(self, span: Span, gender: Gender) -> bool:
        words = span.of(self.text).lower().split()
        shown = "f" if words[:1] == ["la"] else "m" if words[:1] == ["le"] else ""
        return any(word in self.lex.functions for word in words) and (not shown or shown == gender)

    def _before_in_sentence(self, index: int, gender: Gender) -> int | None:
        """A person earlier in the same sentence: an id; -1 if several could be meant; None if there is none."""
        first = self.parsed.sentences[self.sentence[index]].tokens[0]
        fitting = [entity for entity in self._people(first, index) if self._fits(entity, gender, strict=True)]
        if not fitting:
            return None
        subject = self._clause_subject(first, index)
        if subject is not None and subject in fitting:
            return subject
        return -1  # a name that is no subject may be what the pronoun takes up, or not: what is prominent decides

    def _clause_subject(self, first: int, last: int) -> int | None:
        for index in range(first, last):
            if self.tokens[index].dep.startswith("nsubj") and self.mention[index] is not None and not self.inside[index] and self._owner_of(self._mention_start(index)) is None:
                return self.mention[index]
        return None

    def subject(self, sentence: int) -> Speaker | None:
        """Return the subject of a sentence's main clause, resolved; None if the parse shows none."""
        if sentence in self._subjects:
            return self._subjects[sentence]
        self._subjects[sentence] = None  # a pronoun that would lead back here finds nothing
        first, last = self.parsed.sentences[sentence].tokens
        result: Speaker | None = None
        for index in range(first, last):
            if self.tokens[index].head == index and not self.inside[index]:
                found = self.subject_of(index)
                result = self.resolve(found) if found is not None else None
                break
        self._subjects[sentence] = result
        return result
