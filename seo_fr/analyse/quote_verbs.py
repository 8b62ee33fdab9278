"""The verbs beside quotation marks and their subjects: what the readings of :mod:`seo_fr.analyse.quote_speakers` stand on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from seo_fr.analyse.speakers import Speakers
from seo_fr.analyse.spoken_tokens import Speaker
from seo_fr.model import Span

if TYPE_CHECKING:
    from seo_fr.analyse.pipeline import Parsed

_ASKING = frozenset("demander ordonner enjoindre réclamer recommander conseiller intimer suggérer proposer".split())
_SUBJECTS = frozenset("je j' tu il elle on nous vous ils elles ce c' cela ça qui personne rien".split())


class QuoteVerbs:
    """Reads the verb that stands beside a pair of marks, and who its subject is."""

    def __init__(self, parsed: Parsed, speakers: Speakers) -> None:
        self.parsed = parsed
        self.text = parsed.text
        self.tokens = parsed.tokens
        self.who = speakers
        self.starts = [token.span.start for token in parsed.tokens]

    def token_at(self, offset: int) -> int:
        """Return the first token that begins at or after ``offset``."""
        return bisect_left(self.starts, offset)

    def whole(self, first: int, last: int) -> bool:
        """Whether the tokens between two marks hold a clause of their own."""
        words = [index for index in range(first, last) if self.tokens[index].pos != "PUNCT"]
        closed = bool(re.search(r"[.!?…]\s*[»\"]?$", self.text[self.tokens[first].span.start : self.tokens[last - 1].span.end]))
        if len(words) < 3 or (self.tokens[words[0]].feature("VerbForm") == "Inf" and not (closed and self.who.words[words[0]][:1].isupper())):
            return False
        opening = self.who.lower[words[0]]
        lower_case = not self.who.words[words[0]][:1].isupper()
        if opening in {"qui", "dont", "que", "qu'"} and lower_case:
            return False
        for index in words:
            token = self.tokens[index]
            finite = token.feature("VerbForm") == "Fin"
            if not finite:
                continue
            if token.feature("Mood") == "Imp" and index == words[0]:
                return True
            verb = token.head if token.pos == "AUX" and first <= token.head < last else index
            subject = [child for child in self.who.children[verb] if self.tokens[child].dep.startswith(("nsubj", "expl:subj")) and first <= child < last]
            relative = any(self.who.lower[child] in {"qui", "que", "qu'", "dont", "où"} for child in self.who.children[verb])
            if subject and not relative and (opening not in {"parce", "si", "quand", "lorsque", "afin", "pour"} or len(words) > 8):
                return True
            clitic = [i for i in words if i < index and index - i <= 4 and self.who.lower[i] in _SUBJECTS - {"qui"}]
            if clitic and not (relative and lower_case and clitic[0] - words[0] < 3 and opening in {"si", "comme"}):
                return True
            nominal = [i for i in words if i < verb and self.tokens[i].pos in {"NOUN", "PROPN"}]
            if nominal and not relative and len(words) > 5 and opening not in {"de", "d'", "parce", "si", "quand", "lorsque", "afin", "pour"}:
                return True
        text = self.text[self.tokens[first].span.start : self.tokens[last - 1].span.end]
        return (
            bool(re.search(r"[.!?…]\s*[»\"]?$", text)) and self.who.words[words[0]][:1].isupper() and len(words) > 3 and any(self.tokens[i].pos in {"VERB", "AUX"} for i in words)
        )

    def _qualifies(self, index: int) -> bool:
        """Whether a past participle without auxiliary only says something of the noun before it."""
        token = self.tokens[index]
        return token.dep in {"acl", "amod"} and token.feature("VerbForm") == "Part" and not self.who.lower[index].endswith("ant") and not self._compound(index)

    def _finite_speech(self, index: int) -> bool:
        """Whether a verb of speech stands here that is no mere participle."""
        return self.tokens[index].pos == "VERB" and not self.who.inside[index] and self.who.lemma(index) is not None and not self._qualifies(index) and not self._relative(index)

    def _relative(self, verb: int) -> bool:
        return self.tokens[verb].dep == "acl:relcl" or any(
            self.who.lower[child] in {"qui", "dont"} for child in self.who.children[verb] if self.tokens[child].dep.startswith("nsubj")
        )

    def _inside_subject(self, verb: int, colon: int) -> bool:
        """Whether a finite verb that is no verb of speech, after this one, governs it («ce qu'il a dit montre : …»)."""
        return self.tokens[verb].dep in {"csubj", "acl"} and self.tokens[self.tokens[verb].head].pos == "VERB" and verb < self.tokens[verb].head < colon

    def _compound(self, index: int) -> bool:
        """Whether a participle has its auxiliary, « lui », « quant à elle » between them included."""
        near = any(self.tokens[i].pos == "AUX" for i in range(max(0, index - 3), index))
        return (
            near
            or self.who.parted(index) is not None
            or any(self.tokens[child].dep.startswith("aux") for child in self.who.children[index])
            or (any(self.tokens[i].pos == "AUX" for i in range(max(0, index - 5), index)) and self.who.words[index - 1] == ",")
        )

    def _simple(self, verb: int) -> bool:
        """Whether a form that the tagger takes for a participle cannot be one (« affirma »), or has its own subject (« elle dit »)."""
        lower = self.who.lower[verb]
        if not re.search(r"(?:[éiu]e?s?|i[st]e?s?|rte?s?|inte?s?|ant)\Z", lower):
            return True
        return lower == "dit" and any(self.tokens[child].dep == "nsubj" and verb - child < 4 for child in self.who.children[verb])

    def _passive(self, verb: int) -> bool:
        return any(self.tokens[child].dep in {"aux:pass", "nsubj:pass"} for child in self.who.children[verb])

    def _subject_speaker(self, verb: int, before: int) -> Speaker | None:
        if self.tokens[verb].feature("VerbForm") == "Inf" and self.who.lower[verb - 1] in {"de", "d'"}:
            asked = self.tokens[verb].head
            asked = self.tokens[asked].head if self.tokens[verb].dep == "acl" else asked
            if self.who.lemma(asked) in _ASKING and self.who.sentence[asked] == self.who.sentence[verb] and asked < verb and not self.who.inside[asked]:
                verb = asked  # « X a demandé à Y de préciser les « études » »: X's words
        if self._passive(verb):
            agents = [child for child in self.who.children[verb] if self.tokens[child].dep == "obl:agent"]
            return self.who.resolve(agents[0]) if agents else None
        if self.tokens[verb].feature("VerbForm") == "Part" and not self._compound(verb) and self.tokens[verb].feature("Tense") == "Past" and not self._simple(verb):
            agents = [child for child in self.who.children[verb] if self.tokens[child].dep == "obl:agent"]
            return self.who.resolve(agents[0]) if agents else None
        if self.tokens[verb].feature("VerbForm") == "Part" and not self._compound(verb) and self._under_speech(verb):
            return None
        subject = self.who.subject_of(verb)
        if subject is None:
            subject = self._left_subject(verb)
        if subject is None or self.who.inside[subject]:
            return None
        if self.who.lower[subject] in {"ce", "c'", "cela", "ça", "on", "tout", "rien", "dont"}:
            return None
        return self.who.resolve(subject)

    def _under_speech(self, verb: int) -> bool:
        """Whether a participle hangs on a clause that is itself reported («Il estime que X a bien fait, affirmant…»): then either may speak."""
        above, steps = verb, 0
        while self.tokens[above].head != above and steps < 6:
            if self.tokens[above].dep in {"ccomp", "acl:relcl"} and self.tokens[above].head < verb:
                return True
            above = self.tokens[above].head
            steps += 1
        return False

    def _left_subject(self, verb: int) -> int | None:
        """The name or «il» just before a finite verb that the parse left without a subject."""
        index = verb - 1
        here = self.who.sentence[verb]
        while (
            index >= 0
            and self.who.sentence[index] == here
            and (self.tokens[index].pos in {"AUX", "ADV"} or self.who.lower[index] in {"l'", "lui", "s'", "se", "n'", "ne", "y", "en", "leur"})
        ):
            index -= 1
        if index >= 0 and self.who.sentence[index] == here and (self.tokens[verb].feature("VerbForm") in {"Fin", "Part"} or self._compound(verb)):
            if self.who.mention[index] is not None or self.who.lower[index] in {"il", "elle"}:
                return index
            if self.tokens[index].pos == "NOUN" and self.who.words[index - 1] == "," and self.who.mention[index - 2] is not None and self.who.speaks(index):
                return index  # « Paul Martin, journaliste a écrit »
        # « X, candidat à la mairie, a, lui, affirmé »: the one person named so far, if the sentence begins with the name
        first = self.parsed.sentences[here].tokens[0]
        people = {self.who.mention[i] for i in range(first, verb) if self.who.mention[i] is not None and not self.who.inside[i]}
        people = {person for person in people if person is not None and self.who.entities[person].kind == "person"}
        opening = next((i for i in range(first, verb) if self.tokens[i].pos != "PUNCT"), None)
        if len(people) == 1 and opening is not None and self.who.mention[opening] in people and self.tokens[verb].feature("VerbForm") != "Inf":
            return opening
        return None

    def _according(self, index: int) -> Speaker | None:
        lower = self.who.lower[index]
        after = index + 1
        if lower == "d'" and after < len(self.tokens) and self.who.lower[after] == "après":
            after += 1
        elif lower not in {"selon", "dixit", "d'après"}:
            return None
        return self._nominal(after)

    def _nominal(self, after: int) -> Speaker | None:
        """The noun phrase that begins at ``after``, resolved."""
        if after >= len(self.tokens):
            return None
        if self.who.words[after] == "«" and after + 1 < len(self.tokens) and self.who.mention[after + 1] is not None and "»" in self.who.words[after + 2 : after + 6]:
            return self.who.resolve(after + 1)  # « selon « Le Matin » »
        lower = self.who.lower[after]
        if lower in {"lequel", "laquelle", "lesquels", "lesquelles", "quoi"}:
            return None
        if lower == "ce" and after + 2 < len(self.tokens) and self.who.lower[after + 1] in {"que", "qu'"}:
            group = self.who.verb_group(after + 2)
            told = self.who.after_verb(group[2]) if group is not None else None
            return self.who.resolve(told) if told is not None else None
        if lower in {"lui", "elle"}:
            token = self.tokens[after]
            return Speaker(self.who.pronoun(after, "m" if lower == "lui" else "f"), token.span)
        if lower in {"ce", "des", "une", "un", "plusieurs", "certains", "les", "eux", "elles", "toute", "qui"} and not (
            lower == "les" and after + 1 < len(self.tokens) and self.who.mention[after + 1] is not None
        ):
            if after + 1 < len(self.tokens) and (teller := self.who.teller(after + 1)) is not None:
                return teller
            if lower in {"une", "un", "les", "des", "plusieurs"} and after + 1 < len(self.tokens):
                span = self.who.phrase(after + 1)
                return Speaker(None, Span(self.tokens[after].span.start, self.tokens[span[1] - 1].span.end))
            return None
        subject = self.who.after_verb(after)
        return self.who.resolve(subject) if subject is not None and subject - after < 6 else None

    def _near(self, left: int, right: int) -> bool:
        """Whether two tokens stand in one sentence, or the second in a sentence that a final mark before » cut off in lower case."""
        if self.who.sentence[left] == self.who.sentence[right]:
            return True
        return (
            self.who.words[right][:1].islower()
            and self.who.sentence[right] - self.who.sentence[left] == 1
            and self.parsed.sentences[self.who.sentence[left]].paragraph == self.parsed.sentences[self.who.sentence[right]].paragraph
        )

    def _title_like(self, first: int, last: int) -> bool:
        """Whether a fragment looks like a name or the title of a work: it begins with a capital in mid-sentence, and holds no clause."""
        words = [index for index in range(first, last) if self.tokens[index].pos != "PUNCT"]
        if words and self.who.words[words[0]].isdigit() and len(words) < 4 and first and self.who.lower[first - 1] in {"au", "du", "le"}:
            return True  # « au « 13 Heures » »
        if not words or self.whole(first, last) or not self.who.words[words[0]][:1].isupper():
            return False
        return self.who.lower[first - 1] not in {"que", "qu'", ":"} if first else False

    def _at_its_remove(self, verb: int, first: int, last: int) -> Speaker | None:
        """The subject of ``verb``, unless what it says is itself reported: then its own words only where «que» or a colon leads to a clause."""
        outer: int | None = None
        above, steps = verb, 0
        while self.tokens[above].head != above and steps < 6:
            if self.tokens[above].dep not in {"ccomp", "xcomp", "conj", "advcl"}:
                break
            linked = self.tokens[above].dep
            above = self.tokens[above].head
            steps += 1
            if linked == "ccomp" and self.tokens[above].pos == "VERB" and self.who.lemma(above) is not None and above < verb:
                outer = above
                break
        if outer is None:
            return self._subject_speaker(verb, first)
        if self.who.lemma(verb) not in self.who.verbs.incise:
            return self._subject_speaker(outer, first)
        if self.who.lower[first - 1] in {"que", "qu'"} and self.whole(first, last):
            return self._subject_speaker(verb, first)
        return None

    def _carries(self, verb: int, path: Sequence[str], whole: bool) -> bool:
        """Whether a fragment in this place of the sentence is what the verb says, and not the name of what it is about."""
        if whole:
            return True
        if path[-1] == "obj" and len(path) > 1 and set(path[:-1]) <= {"amod", "nmod", "acl"} and self.who.lemma(verb) in self.who.verbs.objects:
            return True
        if any(step in {"nmod", "appos", "amod", "acl:relcl", "flat:name"} for step in path):
            return False
        return not (path[-1] == "obj" and self.who.lemma(verb) not in self.who.verbs.objects)

    def _within(self, verb: int, first: int) -> bool:
        """Whether no other finite verb with another subject stands between a verb of speech and the quote, outside «que» clauses."""
        for index in range(verb + 1, first):
            if self.who.words[index] in {";", ":"}:
                return False
            if self.tokens[index].dep == "acl:relcl":
                return False
        return True

    def _plain_inverted(self, after: int) -> int | None:
        """The subject that touches its verb: a name, or «le» with a function."""
        if after >= len(self.tokens):
            return None
        index = after
        if self.who.words[index] in self.who.lex.titles:
            index += 1
        if index < len(self.tokens) and self.who.mention[index] is not None:
            return index
        if self.who.lower[index] in {"le", "la", "l'", "un", "une", "son", "sa"} and index + 1 < len(self.tokens):
            noun = self.who.lower[index + 1]
            if noun in self.who.lex.functions or noun in self.who.lex.words["living"] or noun in self.who.voices:
                return index + 1
            named = self.who.mention[index + 2] if index + 2 < len(self.tokens) else None
            if self.tokens[index + 1].pos == "NOUN" and named is not None and self.who.entities[named].kind == "person":
                return index + 1  # « résume le professeur Paul Martin »
        return None

    def _end_of_name(self, subject: int) -> int:
        span = self.who.mention_span.get(subject)
        end = subject + 1
        if span is not None:
            while end < len(self.tokens) and self.who.mention_span.get(end) == span:
                end += 1
            return end
        return self.who.phrase(subject)[1]
