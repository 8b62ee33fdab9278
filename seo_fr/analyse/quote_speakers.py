"""Who says what stands between two marks: beside it, before it, in «selon X», and at last in the quote that it continues."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from seo_fr.analyse.fragments import Fragments, quote_words
from seo_fr.analyse.quote_marks import QuoteMarks
from seo_fr.analyse.quote_verbs import QuoteVerbs
from seo_fr.analyse.speakers import Speakers
from seo_fr.analyse.spoken_tokens import Speaker
from seo_fr.model import Gender, Quote, Span

if TYPE_CHECKING:
    from seo_fr.analyse.pipeline import Parsed
    from seo_fr.rulebook import Rulebook


_TAKING = frozenset("recevoir entendre lire voir découvrir trouver subir obtenir être avoir devenir rester citer".split())  # verbs whose subject does not say what follows

_MEANT: dict[str, tuple[Gender, bool]] = {"lui": ("m", False), "eux": ("m", True), "il": ("m", False), "elle": ("f", False), "ils": ("m", True), "elles": ("f", True)}
_SHOWN = frozenset("inscrit inscrite inscrits inscrites intitulé intitulée intitulés intitulées gravé gravée floqué floquée sous-titré sous-titrée affiché affichée".split())  # before words that are read, not said


def _strip(text: str, start: int, end: int) -> Span | None:
    while start < end and (text[start].isspace() or text[start] in "«"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


class QuoteReader(QuoteVerbs):
    """Reads one pair of marks at a time."""

    def __init__(self, parsed: Parsed, speakers: Speakers, marks: Sequence[QuoteMarks], book: Rulebook) -> None:
        super().__init__(parsed, speakers)
        self.fragments = Fragments(speakers, quote_words(book), self._subject_speaker, self._nominal)
        self.marks = marks
        self.meant: dict[Span, Span | None] = {}  # pronouns that mean somebody without a name

    def read(self, mark: QuoteMarks, number: int, before: Sequence[Quote]) -> Quote:
        """Return the quote that stands between two marks."""
        first = self.token_at(mark.start)
        last = self.token_at(mark.end)
        span = Span(mark.start, mark.end)
        closing = 1 if mark.balanced else 0
        doubled = 1 if self.text.startswith('""', mark.start) else 0
        content = _strip(self.text, mark.start + 1 + doubled, mark.end - closing)
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
            if token.feature("VerbForm") == "Part" and inverted is None and not any(self.tokens[i].pos == "AUX" for i in range(index + 1, main)):
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
        if whole and (turned := self._turned(index)) is not None:
            return self.who.resolve(turned)
        group = self.who.verb_group(index)
        marked = self.who.words[last - 2] in {"!", "?", "…", "..."} if last - first > 2 else False
        if group is None and (comma or marked) and whole:
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
        if lemma not in self.who.verbs.incise and not comma and not (marked and whole):
            return None
        if not whole and not comma and not (lemma in self.who.verbs.incise and self._plain_inverted(after) is not None):
            return None
        subject = self.who.after_verb(after)
        if subject is None:
            return None
        said = self.who.resolve(subject)
        return said if whole or lemma in self.who.verbs.incise else self.fragments.credible(said)

    def _turned(self, index: int) -> int | None:
        """The pronoun of « …, rigole-t-il », whatever the verb and whatever the tagger takes it for."""
        if index < len(self.tokens) and self.who.lower[index] in {"s'", "se"}:
            index += 1
        after = index + 1
        if after < len(self.tokens) and self.who.lower[after] == "-t":
            after += 1
        if after >= len(self.tokens) or self.who.lower[after] not in {"-il", "-elle", "-t-il", "-t-elle"} or not self.who.words[index].isalpha():
            return None
        return after if self.tokens[index].lemma not in {"avoir", "être"} else None

    def as_told(self, first: int) -> Speaker | None:
        """« …, comme le rappelle X, « … », « …, précise X, « … »: the incise that stands just before the quote."""
        comma = first - 1
        if comma < 2 or self.who.words[comma] != "," or self.who.sentence[comma] != self.who.sentence[first]:
            return None
        start = self.parsed.sentences[self.who.sentence[first]].tokens[0]
        for index in range(comma - 1, max(start, comma - 12), -1):
            if self.who.words[index] == "," and index > start + 1 and not self.who.inside[index]:
                told = self.who.verb_group(index + 1)
                spoken = told is not None and self.who.lemma(told[0]) in self.who.verbs.incise and self.tokens[told[0]].feature("VerbForm") == "Fin"
                if told is None or not spoken:
                    return None
                turned = told[1] if told[1] is not None else self._plain_inverted(told[2])
                return self.who.resolve(turned) if turned is not None and turned < comma else None
            if self.who.words[index] in {",", "»", ";"}:
                return None
            if self.who.lower[index] == "comme":
                group = self.who.verb_group(index + 1)
                subject = self.who.after_verb(group[2]) if group is not None and group[1] is None else None
                return self.who.resolve(subject) if subject is not None and subject < comma else None
        return None

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
            if self._relative(index) and (colon - index > 3 or any(self._finite_speech(i) for i in range(start, index))):
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

    def according_after(self, last: int) -> Speaker | None:
        """« … », selon X."""
        index = last
        while index < len(self.tokens) and self.who.words[index] in {",", "(", "–", "."} and index - last < 2:
            index += 1
        if index >= len(self.tokens) or not self._near(last - 1, index):
            return None
        return self._according(index)

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
                if self.fragments.credible(nominal) is not None and not any(self.tokens[i].feature("VerbForm") == "Inf" for i in between):
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
