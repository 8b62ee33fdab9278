"""Who says what stands between two marks: beside it, before it, in «selon X», and at last in the quote that it continues."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from seo_fr.analyse.fragments import Fragments, quote_words
from seo_fr.analyse.quote_marks import QuoteMarks
from seo_fr.analyse.speakers import Speakers
from seo_fr.analyse.spoken_tokens import Speaker
from seo_fr.model import Gender, Quote, Span

if TYPE_CHECKING:
    from seo_fr.analyse.pipeline import Parsed
    from seo_fr.rulebook import Rulebook


_ASKING = frozenset("demander ordonner enjoindre réclamer recommander conseiller intimer suggérer proposer".split())
_TAKING = frozenset("recevoir entendre lire voir découvrir trouver subir obtenir être avoir devenir rester citer".split())  # verbs whose subject does not say what follows
_SUBJECTS = frozenset("je j' tu il elle on nous vous ils elles ce c' cela ça qui personne rien".split())

_MEANT: dict[str, tuple[Gender, bool]] = {"lui": ("m", False), "eux": ("m", True), "il": ("m", False), "elle": ("f", False), "ils": ("m", True), "elles": ("f", True)}
_SHOWN = frozenset("inscrit inscrite inscrits inscrites intitulé intitulée intitulés intitulées gravé gravée floqué floquée sous-titré sous-titrée affiché affichée".split())  # before words that are read, not said


def _strip(text: str, start: int, end: int) -> Span | None:
    while start < end and (text[start].isspace() or text[start] in "«"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


class QuoteReader:
    """Reads one pair of marks at a time."""

    def __init__(self, parsed: Parsed, speakers: Speakers, marks: Sequence[QuoteMarks], book: Rulebook) -> None:
        self.fragments = Fragments(speakers, quote_words(book), self._subject_speaker, self._nominal)
        self.parsed = parsed
        self.text = parsed.text
        self.tokens = parsed.tokens
        self.who = speakers
        self.marks = marks
        self.starts = [token.span.start for token in parsed.tokens]
        self.meant: dict[Span, Span | None] = {}  # pronouns that mean somebody without a name

    def token_at(self, offset: int) -> int:
        """Return the first token that begins at or after ``offset``."""
        return bisect_left(self.starts, offset)

    def read(self, mark: QuoteMarks, number: int, before: Sequence[Quote]) -> Quote:
        """Return the quote that stands between two marks."""
        first = self.token_at(mark.start)
        last = self.token_at(mark.end)
        span = Span(mark.start, mark.end)
        closing = 1 if mark.balanced else 0
        content = _strip(self.text, mark.start + 1, mark.end - closing)
        sentences = tuple(index for index, sentence in enumerate(self.parsed.sentences) if sentence.tokens[0] < last and first < sentence.tokens[1])
        whole = self.whole(first, last)
        parts: tuple[Span, ...] = (content,) if content is not None else ()
        quote = Quote(number, span, parts, whole, sentences, balanced=mark.balanced)
        if not parts or mark.depth or (not whole and self._named_often(content)):
            return quote
        inner = self.interruption(first, last)
        if inner is not None and content is not None:
            start, end, speaker = inner
            pieces = tuple(piece for piece in (_strip(self.text, content.start, start), _strip(self.text, end, content.end)) if piece is not None)
            return replace(quote, content=pieces, whole=True, speaker=speaker.entity, speaker_span=speaker.span)
        speaker_found = self.speaker(first, last, whole, before)
        if speaker_found is None:
            return quote
        return replace(quote, speaker=speaker_found.entity, speaker_span=speaker_found.span)

    def backed(self, quotes: Sequence[Quote]) -> list[Quote]:
        """The quotes, those without a speaker with that of the next one of their sentence where its tag stands after it: « A » et « B », a déclaré X."""
        result = list(quotes)
        for number in range(len(result) - 2, -1, -1):
            quote, following = result[number], result[number + 1]
            if quote.speaker_span is not None or following.speaker_span is None or following.speaker_span.start < following.span.end or quote.span.end > following.span.start:
                continue
            first, last = self.token_at(quote.span.end), self.token_at(following.span.start)
            if not quote.content or last <= first or last - first > 25 or self.who.sentence[first - 1] != self.who.sentence[last]:
                continue
            opening = self.token_at(quote.span.start)
            head = self.parsed.sentences[self.who.sentence[opening]].tokens[0]
            told = any(self.who.lemma(i) is not None and self.tokens[i].pos in {"VERB", "AUX"} and not self.who.inside[i] for i in [*range(head, opening), *range(first, last)])
            named = self._named_often(quote.content[0]) or self.who.lower[opening - 1] in self.fragments.lex.names
            if not told and not named and not (not quote.whole and self.who.words[opening + 1][:1].isupper()):
                result[number] = replace(quote, speaker=following.speaker, speaker_span=following.speaker_span)
        return result

    def meaning(self, quote: Quote) -> Speaker | None:
        """Who speaks a quote, for what follows it: somebody without a name under the words that named him (« une source diplomatique » for « a-t-elle dit »)."""
        span = quote.speaker_span
        if span is None:
            return None
        if quote.speaker is None and (shown := span.of(self.text).lower()) in _MEANT:
            if span not in self.meant:
                index = max(0, bisect_left(self.starts, span.start + 1) - 1)
                self.meant[span] = self.who.unnamed(index, *_MEANT[shown])
            return Speaker(None, self.meant[span] or span)
        return Speaker(quote.speaker, span)

    def described(self, quotes: Sequence[Quote]) -> list[Quote]:
        """The quotes, those of « a-t-elle dit » with the words of the one without a name whom the pronoun means: « une source diplomatique »."""
        return [quote if (who := self.meaning(quote)) is None else replace(quote, speaker_span=who.span) for quote in quotes]

    def _named_often(self, content: Span | None) -> bool:
        """Whether the words of a fragment stand three times in the article: then the marks only name something (« gilets jaunes »)."""
        if content is None:
            return False
        words = content.of(self.text).lower()
        return len(words) > 3 and len(words.split()) < 5 and self.text.lower().count(words) >= 3

    def whole(self, first: int, last: int) -> bool:
        """Whether the tokens between two marks hold a clause of their own."""
        words = [index for index in range(first, last) if self.tokens[index].pos != "PUNCT"]
        if len(words) < 3 or self.tokens[words[0]].feature("VerbForm") == "Inf":
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

    # ------------------------------------------------------------------------------------------------------------ speakers

    def interruption(self, first: int, last: int) -> tuple[int, int, Speaker] | None:
        """«Nous irons, a déclaré X, jusqu'au bout» with the marks left open: where the words that interrupt begin and end, and who speaks."""
        for index in range(first + 2, last - 2):
            if self.who.words[index] not in {",", "–", "—", "!", "?"}:
                continue
            group = self.who.verb_group(index + 1)
            if group is None:
                continue
            main, inverted, after = group
            token = self.tokens[main]
            if self.who.lemma(main) not in self.who.verbs.incise or token.feature("VerbForm") == "Inf":
                continue
            if token.feature("VerbForm") == "Part" and not any(self.tokens[i].pos == "AUX" for i in range(index + 1, main)):
                continue
            if self.who.tokens[index + 1].pos in {"PRON"} and self.who.lower[index + 1] not in {"s'", "se", "lui", "leur"}:
                continue
            while inverted is None and after < last - 2 and self.who.lower[after] in {"d'", "ailleurs", "notamment", "encore", "ainsi", "aussi", "alors"}:
                after += 1
            subject = inverted if inverted is not None else self._plain_inverted(after)
            if subject is None:
                continue
            end = subject + 1 if inverted is not None else self._end_of_name(subject)
            if inverted is not None:
                end = max(end, after)
            # The incise must be closed by a comma, or by the sentence's end with more of the quote after it.
            limit = end
            while limit < last and self.who.words[limit] not in {",", ".", "–", "—", "»"} and limit - end < 14 and self.tokens[limit].pos not in {"VERB", "AUX", "PRON"}:
                limit += 1
            if limit >= last - 1 or self.who.words[limit] not in {",", ".", "–", "—"}:
                continue
            start = self.tokens[index].span.start
            return start, self.tokens[limit].span.end, self.who.resolve(subject)
        return None

    def _plain_inverted(self, after: int) -> int | None:
        """The subject that touches its verb: a name, or «le» with a function."""
        if after >= len(self.tokens):
            return None
        index = after
        if self.who.words[index] in self.who.lex.titles:
            index += 1
        if index < len(self.tokens) and self.who.mention[index] is not None:
            return index
        if self.who.lower[index] in {"le", "la", "l'", "un", "une"} and index + 1 < len(self.tokens) and self.who.lower[index + 1] in self.who.lex.functions:
            return index + 1
        return None

    def _end_of_name(self, subject: int) -> int:
        span = self.who.mention_span.get(subject)
        end = subject + 1
        if span is not None:
            while end < len(self.tokens) and self.who.mention_span.get(end) == span:
                end += 1
            return end
        return self.who.phrase(subject)[1]

    def speaker(self, first: int, last: int, whole: bool, before: Sequence[Quote]) -> Speaker | None:
        """Who says what stands between two marks; None if nothing tells."""
        if first and self.who.lower[first - 1] in _SHOWN:
            return None
        return (
            self.according_after(last)
            or self.as_told(first)
            or self.incise(first, last, whole)
            or self.introduced(first, last, whole)
            or self.according_before(first, whole)
            or self.fragments.announced(first, whole)
            or self.fragments.credible(self.governed(first, last))
            or self.fragments.speaker(first, last, whole)
            or self.fragments.same_sentence(first, last, whole, before)
            or self.continued(first, last, whole, before)
            or self.fragments.narrated(first, last, whole, before)
        )

    def incise(self, first: int, last: int, whole: bool) -> Speaker | None:
        """« … », a déclaré X · « … » explique-t-il."""
        index = last
        comma = False
        while index < len(self.tokens) and self.who.words[index] in {",", ".", "!", "?", "–", "—", "-", "…", "..."}:
            comma = comma or self.who.words[index] == ","
            index += 1
        if index >= len(self.tokens) or not self._near(last - 1, index):
            return None
        group = self.who.verb_group(index)
        if group is None and comma and whole:
            group = self.who.verb_group(index, any_verb=True)
            if group is None or (group[1] is None and self._plain_inverted(group[2]) is None):
                return None
        if group is None:
            return None
        main, inverted, after = group
        lemma = self.who.lemma(main)
        if lemma is None and self.who.lower[main] in {"fait", "font", "fit", "faisait", "fera"}:
            lemma = "faire savoir"
        form = self.tokens[main].feature("VerbForm")
        auxiliary = any(self.tokens[i].pos == "AUX" for i in range(index, main))
        if inverted is not None and form != "Inf":
            return self.who.resolve(inverted)
        if (form == "Inf" and self.who.lower[main - 1] not in {"à", "voulu", "souhaité"}) or (
            form == "Part" and not auxiliary and not self._simple(main) and self.who.lower[main] not in {"fait", "dit", "écrit"}
        ):
            return None
        if lemma not in self.who.verbs.incise and not comma:
            return None
        if not whole and not comma:
            return None
        subject = self.who.after_verb(after)
        if subject is None:
            return None
        said = self.who.resolve(subject)
        return said if whole or lemma in self.who.verbs.incise else self.fragments.credible(said)

    def as_told(self, first: int) -> Speaker | None:
        """« …, comme le rappelle X, « … »: the incise that stands just before the quote."""
        comma = first - 1
        if comma < 2 or self.who.words[comma] != "," or self.who.sentence[comma] != self.who.sentence[first]:
            return None
        start = self.parsed.sentences[self.who.sentence[first]].tokens[0]
        for index in range(comma - 1, max(start, comma - 12), -1):
            if self.who.words[index] in {",", "»", ";"}:
                return None
            if self.who.lower[index] == "comme":
                group = self.who.verb_group(index + 1)
                subject = self.who.after_verb(group[2]) if group is not None and group[1] is None else None
                return self.who.resolve(subject) if subject is not None and subject < comma else None
        return None

    def _near(self, left: int, right: int) -> bool:
        """Whether two tokens stand in one sentence, or the second in a sentence that a final mark before » cut off in lower case."""
        if self.who.sentence[left] == self.who.sentence[right]:
            return True
        return (
            self.who.words[right][:1].islower()
            and self.who.sentence[right] - self.who.sentence[left] == 1
            and self.parsed.sentences[self.who.sentence[left]].paragraph == self.parsed.sentences[self.who.sentence[right]].paragraph
        )

    def introduced(self, first: int, last: int, whole: bool) -> Speaker | None:
        """X a déclaré : « … » · déclarant au magazine : « … » · X écrit « … »."""
        colon = first - 1
        if colon < 0 or self.who.words[colon] != ":":
            return None
        here = self.who.sentence[colon]
        if here != self.who.sentence[first] and self.parsed.sentences[self.who.sentence[first]].paragraph - self.parsed.sentences[here].paragraph > 1:
            return None
        start = self.parsed.sentences[here].tokens[0]
        passed: int | None = None
        if self.who.lower[start] == "selon":
            return self._according(start)
        for index in range(colon - 1, start - 1, -1):
            if self.who.inside[index] or self.who.lemma(index) is None:
                continue
            if self.tokens[index].pos not in {"VERB", "AUX", "ADJ"} and not (self._compound(index) and self.who.lower[index].endswith("é")):
                continue
            if self.tokens[index].pos == "ADJ" and not self._compound(index):
                continue
            if self._qualifies(index) and any(self._finite_speech(i) for i in range(start, index)):
                continue  # « X a expliqué l'appel lancé par Y : « … » »
            if self._relative(index) and colon - index > 3:
                passed = passed or index
                continue  # « X a répondu à Y, qui avait commenté sa pétition : « … » »
            if self._inside_subject(index, colon):
                continue
            if any(self.who.lower[i] == "comme" for i in range(max(start, index - 4), index)):
                inverted = self.who.after_verb(index + 1)
                if inverted is not None and inverted - index < 4:
                    return self.who.resolve(inverted)
            return self._subject_speaker(index, first)
        if passed is not None and not any(self.who.mention[i] is not None and self.who.entities[self.who.mention[i] or 0].kind == "person" for i in range(passed, colon)):
            return self._subject_speaker(passed, first)
        if not whole:
            return None
        # No verb of speech: only a person who is the sentence's subject, and speaks in the first person
        spoken = {self.who.lower[index] for index in range(first, last)}
        root = next((i for i in range(start, colon) if self.tokens[i].head == i), None)
        acts = root is not None and self.tokens[root].pos == "VERB" and not self._passive(root) and self.tokens[root].lemma not in _TAKING
        people = {self.who.mention[i] for i in range(start, colon) if self.who.mention[i] is not None and self.who.entities[self.who.mention[i] or 0].kind == "person"}
        if not spoken & {"je", "j'", "nous", "mon", "ma", "mes", "notre", "nos", "me", "m'"} and not (acts and len(people) <= 1):
            return None
        subject = self.who.subject(here)
        if subject is None and spoken & {"je", "j'", "mon", "ma", "mes", "me", "m'"}:
            # the parser hangs what stands before the colon in what is said: « X a consacré un message à Y : « Mon ami, je te souhaite… » »
            top = next((i for i in range(start, colon) if self.tokens[i].pos == "VERB" and not start <= self.tokens[i].head < colon and not self.who.inside[i]), None)
            found = self.who.subject_of(top) if top is not None and self.tokens[top].lemma not in _TAKING and not self._passive(top) else None
            subject = self.who.resolve(found) if found is not None and found < (top or 0) else None
        if subject is not None and subject.entity is not None and self.who.entities[subject.entity].kind == "person":
            return subject
        return None

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

    def according_after(self, last: int) -> Speaker | None:
        """« … », selon X."""
        index = last
        while index < len(self.tokens) and self.who.words[index] in {",", "(", "–", "."} and index - last < 2:
            index += 1
        if index >= len(self.tokens) or not self._near(last - 1, index):
            return None
        return self._according(index)

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

    def according_before(self, first: int, whole: bool) -> Speaker | None:
        """Selon X, « … » · Pour X, « … »: at the head of the sentence or the clause, with no verb between."""
        here = self.who.sentence[first]
        start = self.parsed.sentences[here].tokens[0]
        if not whole:
            start = max(start, first - 16)
        for index in range(first - 1, start - 1, -1):
            token = self.tokens[index]
            if self.who.words[index] == "»" and any(self.who.words[i] == "«" and self.who.mention[i + 1] is not None for i in range(max(start, index - 5), index)):
                continue  # « selon « Le Matin », « … » »
            if self.who.words[index] in {"»", ";"} or token.feature("VerbForm") == "Fin":
                if self.who.words[index] == "»" or self.who.lemma(index) is not None or self.who.words[index] == ";":
                    return None
            found = self._according(index)
            if found is not None:
                return found
            opening = all(self.tokens[i].pos in {"CCONJ", "ADV", "PUNCT"} for i in range(start, index)) or (index - start < 6 and self.who.words[index - 1] == ",")
            if self.who.lower[index] == "comme":
                group = self.who.verb_group(index + 1)
                subject = self.who.after_verb(group[2]) if group is not None and group[1] is None else None
                if subject is not None and group is not None and subject - group[2] < 3:
                    return self.who.resolve(subject)
            if opening and self.who.lower[index] == "pour":
                nominal = self._nominal(index + 1)
                between = range(index, first)
                if nominal is not None and nominal.entity is not None and not any(self.tokens[i].feature("VerbForm") == "Inf" for i in between):
                    return nominal
        return None

    def governed(self, first: int, last: int) -> Speaker | None:
        """X affirme que « … » · X a salué « un esprit visionnaire » · X, fustigeant « … »."""
        if self._title_like(first, last):
            return None
        whole = self.whole(first, last)
        here = self.who.sentence[first]
        start = self.parsed.sentences[here].tokens[0]
        end = self.parsed.sentences[here].tokens[1]
        # the verb that governs the quote, by the parse: the first ancestor outside it that reports speech
        heads: list[int] = []
        for index in range(first, min(last, end)):
            head = self.tokens[index].head
            if not first <= head < last and self.tokens[index].pos != "PUNCT" and head != index:
                heads.append(index)
        for index in heads:
            verb = self.tokens[index].head
            role = self.tokens[index].dep
            path = [role]
            steps = 0
            while steps < 6:
                if self.who.inside[verb] and not first <= verb < last:
                    return None
                reports = self.tokens[verb].pos in {"VERB", "AUX", "ADJ"} and self.who.lemma(verb) is not None
                if reports and (self.tokens[verb].pos == "VERB" or self._compound(verb)):
                    if role.startswith("nsubj") or verb > first:
                        return None
                    if role.startswith(("advcl", "obl:mod")) and index not in heads[:1]:
                        return None
                    if not self._within(verb, first):
                        return None
                    if not self._carries(verb, path, whole):
                        return None
                    loose = any(step.startswith(("advcl", "obl")) and step != "obl:arg" for step in path)
                    if loose and self.who.lemma(verb) not in self.who.verbs.incise:
                        return None
                    return self._at_its_remove(verb, first, last)
                if self.tokens[verb].head == verb or (self.tokens[verb].dep in {"acl:relcl", "advcl"} and verb < first):
                    break
                role = self.tokens[verb].dep
                path.append(role)
                verb = self.tokens[verb].head
                steps += 1
            break
        # «X déclare que « …» by neighbourhood, where the parse is lost
        index = first - 1
        if [self.who.lower[i] for i in range(max(start, first - 3), first)] == ["il", "y", "a"] and whole:
            index = first - 4
        if index > start and self.who.lower[index] in {"que", "qu'"}:
            index -= 1
            while index > start and (self.tokens[index].pos in {"ADV", "PUNCT"} or self.who.lower[index] in {"ainsi", "notamment"}):
                index -= 1
            # «a affirmé à BFMTV que « …»
            steps = 0
            while index > start and steps < 6 and self.who.lemma(index) is None and self.tokens[index].pos not in {"PUNCT", "VERB", "AUX", "SCONJ", "PRON"}:
                index -= 1
                steps += 1
            if self.who.lemma(index) is not None and (self.tokens[index].pos in {"VERB", "AUX", "ADJ"} or (self._compound(index) and self.who.lower[index].endswith("é"))):
                return self._subject_speaker(index, first)
            if self.who.words[first - 2] == ",":
                return self._before_insertion(first - 2, start, first)
        return None

    def _before_insertion(self, comma: int, start: int, first: int) -> Speaker | None:
        """« X a confié, depuis la ville où il se trouvait, que « … » »: the verb of speech before the insertion that the comma closes."""
        for index in range(comma - 1, max(start, comma - 22), -1):
            if self.who.words[index] in {"»", ";", ":"}:
                return None
            speaks = self.who.lemma(index) in self.who.verbs.incise and self.tokens[index].pos == "VERB"
            if speaks and (self.who.words[index + 1] == "," or any(self.who.words[i] == "," for i in range(index + 1, comma))):
                return self._subject_speaker(index, first)
        return None

    def _title_like(self, first: int, last: int) -> bool:
        """Whether a fragment looks like a name or the title of a work: it begins with a capital in mid-sentence, and holds no clause."""
        words = [index for index in range(first, last) if self.tokens[index].pos != "PUNCT"]
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

    def continued(self, first: int, last: int, whole: bool, before: Sequence[Quote]) -> Speaker | None:
        """A quote that is all of its sentences, just after a quote whose speaker is known, is by the same speaker."""
        if not whole:
            return None
        sentence = self.parsed.sentences[self.who.sentence[first]]
        closing = self.parsed.sentences[self.who.sentence[last - 1]]
        if sentence.tokens[0] != first or not all(self.tokens[index].pos == "PUNCT" for index in range(last, closing.tokens[1])):
            return self._second_piece(first, before)
        previous = next((quote for quote in reversed(before) if quote.whole and quote.span.end <= self.tokens[first].span.start), None)
        if previous is None or previous.speaker_span is None:
            return None
        gap = self.who.sentence[first] - max(previous.sentences)
        if gap != 1 or sentence.paragraph - self.parsed.sentences[max(previous.sentences)].paragraph > 1:
            return None
        people = {self.who.mention[index] for index in range(self.token_at(previous.span.end), first)} - {None, previous.speaker}
        if any(person is not None and self.who.entities[person].kind == "person" for person in people):
            return None
        return Speaker(previous.speaker, previous.speaker_span)

    def _second_piece(self, first: int, before: Sequence[Quote]) -> Speaker | None:
        """« A », a déclaré X, « B » · « A », et « B »: the second piece of a sentence that has told who speaks."""
        here = self.who.sentence[first]
        previous = next((quote for quote in reversed(before) if here in quote.sentences and quote.speaker_span is not None), None)
        if previous is None or previous.speaker_span is None:
            return None
        between = self.text[previous.span.end : self.tokens[first].span.start].strip()
        if self.who.words[first - 1] in {",", ".", ":"} and previous.speaker_span.start > previous.span.start and self.token_at(previous.speaker_span.end) < first:
            if not any(self.tokens[i].feature("VerbForm") == "Fin" for i in range(self.token_at(previous.speaker_span.end), first)):
                return Speaker(previous.speaker, previous.speaker_span)
        if between in {",", "et", ", et", "ou", "mais", "puis"}:
            return Speaker(previous.speaker, previous.speaker_span)
        return None
