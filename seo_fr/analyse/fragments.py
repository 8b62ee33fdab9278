"""Who says words in quotation marks that are only part of a sentence: « il a dénoncé un budget « de renoncement » ».

These readings come after the plainer ones of :mod:`seo_fr.analyse.quotes`, and give nobody where two people could be meant.
"""

# Lists of words read better as text.

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from seo_fr.analyse.speakers import Speakers
from seo_fr.analyse.spoken_tokens import OF, Speaker
from seo_fr.model import Quote, Sentence, Span

if TYPE_CHECKING:
    from seo_fr.rulebook import Rule, Rulebook

_BETWEEN = frozenset(
    "de d' du des comme par un une le la l' les ce cet cette ces son sa ses leur leurs à tout toute également aussi ainsi notamment très plutôt bien même être étant".split()
)
_BEARERS = frozenset("collectif mouvement association groupe parti syndicat opération plan".split())  # nouns before a name in marks
_CALLED = frozenset("qualifier juger décrire présenter considérer désigner traiter taxer dénoncer critiquer condamner saluer estimer accuser".split())
_NOBODY = frozenset("falloir agir sembler paraître convenir suffire exister arriver être pleuvoir neiger".split())  # verbs of an «il» that is nobody
_SINGULAR = frozenset("je j' me m' moi mon ma mes on".split())
_FIRST_PERSON = frozenset("je j' me m' moi mon ma mes on nous notre nos".split())


@dataclass(frozen=True, eq=False)
class QuoteWords:
    """The words of the rules, lower case: verbs that quoted words complete, feelings, nouns that can speak, nouns of speech, words before a name in marks."""

    objects: frozenset[str]
    feelings: frozenset[str]
    voices: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]


@functools.lru_cache(maxsize=8)
def quote_words(book: Rulebook) -> QuoteWords:
    """Return the words of ``book`` about quotes, made once."""
    found: dict[str, set[str]] = {"objects": set(), "feelings": set(), "voices": set(), "words": set(), "names": set(), "documents": set()}
    for rule in book.of_kind("quote-words"):
        found[rule.data["role"]].update(word.replace("’", "'").removeprefix("se ").removeprefix("s'") for word in rule.data["words"])
    return QuoteWords(*(frozenset(found[role]) for role in ("objects", "feelings", "voices", "words", "names")))


def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether the quotes of ``text`` have a speaker (for the examples of rules; «function-covers»: a named one, «names»: one follows such a word)."""
    from seo_fr.analyse.entities import find_entities
    from seo_fr.analyse.pipeline import parse
    from seo_fr.analyse.quotes import find_quotes
    from seo_fr.model import Article, Paragraph

    if rule.data.get("role") == "names":
        return any(re.search(rf"\b{re.escape(word)} «", text.replace("\u00a0", " ")) for word in rule.data["words"])
    parsed = parse(Article(text, None, (Paragraph(Span(0, len(text))),)))
    quotes, _ = find_quotes(parsed, find_entities(parsed, book), book)
    return any(quote.speaker is not None or (quote.speaker_span is not None and rule.kind == "quote-words") for quote in quotes)


class Fragments:
    """Looks further for the speaker of one quote at a time. ``said_by`` gives the speaker of a verb that stands before a token."""

    def __init__(self, who: Speakers, words: QuoteWords, said_by: Callable[[int, int], Speaker | None], noun_at: Callable[[int], Speaker | None]) -> None:
        self.who = who
        self.tokens = who.tokens
        self.lex = words
        self.said_by = said_by
        self.noun_at = noun_at

    def speaker(self, first: int, last: int, whole: bool) -> Speaker | None:
        """Return who says the words from token ``first`` to ``last``, None if the sentence does not tell."""
        if not first or self.who.sentence[first] != self.who.sentence[first - 1]:
            return None
        if self._title_like(first, last, whole) or self._name(first, whole):
            return None
        called, agent = self.called(first, last)
        if called:
            return agent
        return (
            self.adjacent(first)
            or self.felt(first, last)
            or self.enclosing(first, last)
            or self.clause_before(first)
            or self.predicate(first, last)
            or self.according_at_end(first, last)
            or self.meant(first, last)
        )

    def same_sentence(self, first: int, last: int, whole: bool, before: Sequence[Quote]) -> Speaker | None:
        """The speaker of the quote before in the sentence, if nobody else comes to speak between: « juge la loi « injuste » et « inutile » »."""
        here = self.who.sentence[first]
        if first and not whole and (self._name(first, whole) or self.called(first, last)[0]):
            return None
        previous = next((quote for quote in reversed(before) if quote.span.end <= self.tokens[first].span.start), None)
        if previous is None or previous.speaker_span is None or here not in previous.sentences:
            return None
        start = next((i for i in range(first - 1, -1, -1) if self.tokens[i].span.end <= previous.span.end), first)
        after = previous.speaker_span.start > previous.span.start
        between = [i for i in range(start + 1, first) if not (after and self.tokens[i].span.start < previous.speaker_span.end)]
        if len(between) > 25 or any(self.who.words[i] in {";", ".", "!", "?"} for i in between):
            return None
        linked = any(self.who.lower[i] == "et" and self.who.lower[i + 1] in {"que", "qu'"} for i in between)
        for index in between:
            if self._reports(index) and self._has_subject(index) and not self.who.inside[index]:
                subject = self.who.subject_of(index)
                if subject is None or subject > start:
                    return None
            entity = self.who.mention[index]
            subject_here = self.tokens[index].dep.startswith("nsubj") and self.who.lower[index] not in {"qui", "qu'", "que", "dont"}
            if (
                subject_here
                and not linked
                and (entity is not None or self.tokens[index].pos in {"NOUN", "PROPN", "PRON"})
                and self.who.lower[index] not in {"il", "elle", "c'", "ce", "cela", "y"}
            ):
                return None
            if self.who.lower[index] in {"selon", "comme"}:
                return None
        return Speaker(previous.speaker, previous.speaker_span)

    def according_at_end(self, first: int, last: int) -> Speaker | None:
        """« Il se trouvait là « peu avant » et attendait, selon X. »: the source named at the end of the sentence."""
        end = self.who.parsed.sentences[self.who.sentence[first]].tokens[1]
        if last - first == 3 and first and self.tokens[first - 1].pos in {"NOUN", "ADJ"} and self.tokens[first + 1].pos not in {"ADJ", "VERB"}:
            return None  # « vigilance rouge « crues » »: the name of a thing
        for index in range(last, end - 1):
            if self.who.inside[index] or self.who.words[index] in {";", ":"} or (self._reports(index) and self.tokens[index].feature("VerbForm") == "Fin"):
                return None
            after = index + 1
            if self.who.lower[index] == "d'" and self.who.lower[after] == "après":
                after += 1
            elif self.who.lower[index] not in {"selon", "d'après"}:
                continue
            if self.who.words[index - 1] not in {",", ")", "»"}:
                return None
            found = self.credible(self.noun_at(after))
            if found is None:
                return None
            rest = [i for i in range(after, end) if self.tokens[i].span.start >= found.span.end]
            if any(self.tokens[i].feature("VerbForm") == "Fin" or self.who.words[i] == "«" for i in rest):
                return None
            return found
        return None

    def meant(self, first: int, last: int) -> Speaker | None:
        """« X a porté plainte pour « ne pas laisser passer cet acte » »: what somebody means to do, with its verb."""
        opening = next(
            (i for i in range(first + 1, last) if self.tokens[i].pos not in {"ADV", "PUNCT"} and self.who.lower[i] not in {"ne", "pas", "se", "s'", "le", "la", "les"}), last
        )
        if opening >= last or self.tokens[opening].feature("VerbForm") != "Inf" or last - first < 6 or self.who.lower[first - 1] != "pour":
            return None
        subject = self.who.subject(self.who.sentence[first])
        if subject is None or subject.entity is None or self.who.entities[subject.entity].kind != "person":
            return None
        return subject

    def credible(self, speaker: Speaker | None) -> Speaker | None:
        """Return the speaker unless it is a common noun that cannot speak (« un écran »)."""
        if speaker is not None and speaker.entity is not None:
            return None if self._one_of_a_make(speaker) else speaker
        if speaker is None:
            return None
        if speaker.span.of(self.who.text).lower() in {"qui", "président", "ceci", "cela", "ça"}:
            return None
        words = speaker.span.of(self.who.text).lower().replace("l'", "l' ").split()
        if any(word in self.lex.voices or word.rstrip("s") in self.lex.voices or word in self.who.lex.functions or word.rstrip("s") in self.who.lex.functions for word in words):
            return speaker
        if words and (
            words[0] in {"il", "elle", "ils", "elles", "lui", "celui-ci", "celle-ci", "ce", "cette", "certains", "plusieurs", "d'autres"}
            or "dernier" in words
            or "dernière" in words
        ):
            return speaker if words[0] not in {"ce", "cette"} or len(words) == 2 else None
        return speaker if len(words) > 1 and any(word[:1].isupper() for word in speaker.span.of(self.who.text).split()[1:]) else None

    def _one_of_a_make(self, speaker: Speaker) -> bool:
        """Whether the words are « une Berlina blanche »: a thing, by the name of its maker."""
        known = self.who.entities[speaker.entity or 0]
        before = self.who.text[: speaker.span.start].rstrip().rpartition(" ")[2].lower()
        return known.kind != "person" and (before in {"un", "une"} or speaker.span.of(self.who.text).lower().startswith(("un ", "une ")))

    # -------------------------------------------------------------------------------------------------------- constructions

    def called(self, first: int, last: int) -> tuple[bool, Speaker | None]:
        """« qualifié d'« acte odieux » par X »: whether the words are what something is called, in the passive, and by whom."""
        index = first - 1
        while index >= 0 and self._here(index, first) and first - index < 6 and self.who.lower[index] in _BETWEEN:
            index -= 1
        if index < 0 or not self._here(index, first) or self.who.inside[index] or self.who.lemma(index) not in _CALLED:
            return False, None
        token = self.tokens[index]
        if token.feature("VerbForm") != "Part" or self.who.lower[index].endswith("ant") or self._has_avoir(index):
            return False, None
        for after in range(last, min(last + 14, len(self.tokens))):
            if not self._here(after, first) or self.who.words[after] in {",", ";", ":", "."} or self.tokens[after].feature("VerbForm") == "Fin":
                break
            if self.who.lower[after] == "par":
                return True, self.credible(self.noun_at(after + 1))
        return True, None

    def adjacent(self, first: int) -> Speaker | None:
        """« dénonce une loi « liberticide » », « confie sa « stupeur » »: the verb just before, with no more than its object between."""
        index = first - 1
        nouns = 0
        while index >= 0 and self._here(index, first) and not self.who.inside[index] and first - index < 9:
            token, lower = self.tokens[index], self.who.lower[index]
            if self._reports(index) or (token.lemma == "voir" and self.who.lower[index - 1] == "y"):
                break
            if lower in _BETWEEN or (token.pos in {"ADV", "DET"} and lower not in {"ne", "pas"}):
                index -= 1
                continue
            if lower == "part" and self.tokens[index - 1].lemma == "faire":
                index -= 1  # « a fait part de sa « joie » »
                break
            if token.pos == "ADJ" and nouns == 0:
                index -= 1
                continue
            if token.pos == "NOUN" and nouns == 0 and self.who.lower[index - 1] in _BETWEEN:
                nouns += 1
                index -= 1
                continue
            return None
        if index < 0 or not self._here(index, first) or self.who.inside[index]:
            return None
        seen = (self.tokens[index].lemma == "voir" and self.who.lower[index - 1] == "y") or self.who.lower[index + 1] == "part"
        if not seen and self.who.lemma(index) not in self.lex.objects and self.tokens[index].lemma not in self.lex.objects:
            return None
        if self._resists(index):
            return None
        if nouns and self.tokens[first + 1].pos not in {"ADJ", "VERB", "ADP", "NOUN", "ADV"}:
            return None
        index = self._outermost(index)
        found = self.said_by(index, first)
        if found is None and self.who.lower[index].endswith("ant"):
            found = self.going_on(index)
        return self.credible(found)

    def _outermost(self, verb: int) -> int:
        """The verb of speech in whose «que» clause a verb stands, if any, else the verb: « X révèle que Y a demandé « … » » are words that X gives."""
        at = outer = verb
        for _ in range(8):
            role, above = self.tokens[at].dep, self.tokens[at].head
            if above == at:
                break
            if role == "ccomp" and above < at and self._reports(above) and self.tokens[above].pos == "VERB" and not self.who.inside[above]:
                outer = above
            at = above
        return outer

    def felt(self, first: int, last: int) -> Speaker | None:
        """« X est « effaré par ce décès » », « X se dit « confiant » »."""
        opening = first + 1
        while opening < last and (self.tokens[opening].pos in {"ADV", "AUX", "PUNCT"} or self.who.lower[opening] in {"s'", "se"}):
            opening += 1
        word = self.who.lower[opening] if opening < last else ""
        if not any(form in self.lex.feelings for form in (word, word.removesuffix("s"), word.removesuffix("e"), word.removesuffix("es"))):
            return None
        index = first - 1
        while index >= 0 and self._here(index, first) and self.tokens[index].pos == "ADV":
            index -= 1
        if index < 1 or not self._here(index, first) or self.tokens[index].lemma not in {"être", "dire", "déclarer", "sentir", "rester", "montrer"}:
            return None
        left = index - 1
        while left > 0 and self._here(left, first) and (self.who.lower[left] in {"s'", "se", "en", "a"} or self.tokens[left].pos in {"AUX", "ADV"}):
            left -= 1
        subject = self.who.subject_of(opening) if self.tokens[opening].head != opening or self.who.children[opening] else None
        if subject is None or not subject < first or self.who.inside[subject]:
            subject = left if self.who.mention[left] is not None or self.who.lower[left] in {"il", "elle"} else self.who.subject_of(index)
        if subject is None or self.who.inside[subject] or not self._here(subject, first):
            return None
        return self._human(self.who.resolve(subject))

    def enclosing(self, first: int, last: int) -> Speaker | None:
        """The verb of speech whose content holds the words, by the parse: « X annonce que ceux qui ont été « victimes » seront aidés »."""
        top = next((i for i in range(first, last) if not first <= self.tokens[i].head < last and self.tokens[i].pos != "PUNCT" and self.tokens[i].head != i), None)
        if top is None:
            return None
        role, at = self.tokens[top].dep, self.tokens[top].head
        for _ in range(10):
            if at > first or self.who.inside[at]:
                return None
            if self._reports(at):
                lemma = self.who.lemma(at)
                content = role == "ccomp" or (role in {"obj", "xcomp", "obl:arg"} and (lemma in self.lex.objects or self.tokens[at].lemma in self.lex.objects))
                if not content or self._resists(at) or self._another(at, first) or (role == "obl:arg" and self.who.lower[first - 1] in {"au", "aux", "dans", "sur", "chez", "en"}):
                    return None
                return self.credible(self.said_by(self._outermost(at), first))
            if self.tokens[at].head == at:
                return None
            role, at = self.tokens[at].dep, self.tokens[at].head
        return None

    def _resists(self, verb: int) -> bool:
        """Whether « opposer » is what somebody does, not says: « n'a opposé « aucune résistance » »."""
        return self.tokens[verb].lemma == "opposer" and not {"s'", "se"} & set(self.who.lower[max(0, verb - 3) : verb])

    def going_on(self, verb: int) -> Speaker | None:
        """« « … », dit X, précisant que « … » »: a present participle of speech is its sentence's speaker's, or its subject's."""
        here = self.who.sentence[verb]
        start = self.who.parsed.sentences[here].tokens[0]
        said = [who for where, who in self.who.spoke if start <= where < verb]
        if said:
            return said[-1]
        earlier = [i for i in range(start, verb) if self._reports(i) and self.tokens[i].pos == "VERB" and not self.who.inside[i]]
        if earlier:
            found = self.said_by(earlier[-1], verb)
            if found is not None:
                return found
        return self.who.subject(here)

    def clause_before(self, first: int) -> Speaker | None:
        """« X affirme que … « … » », where the parse is lost: the last « que » after a verb of speech, with no other voice since."""
        index = first - 1
        while index > 0 and self._here(index, first) and first - index < 32:
            lower = self.who.lower[index]
            if self.who.words[index] in {";", ":", "»"} or (lower in {"alors", "tandis"} and self.who.lower[index + 1] in {"que", "qu'"}):
                return None
            if lower in {"que", "qu'"}:
                verb = index - 1
                while verb > 0 and index - verb < 6 and self._here(verb, first) and not self._reports(verb) and self.tokens[verb].pos not in {"VERB", "SCONJ", "PUNCT"}:
                    verb -= 1
                if self._here(verb, first) and self._reports(verb) and not self.who.inside[verb]:
                    between = range(index + 1, first)
                    if any(self._reports(i) and self.tokens[i].pos == "VERB" and self.tokens[i].feature("VerbForm") in {"Fin", "Part"} and self._has_subject(i) for i in between):
                        return None
                    found = self.said_by(verb, first)
                    if found is None and self.who.lower[verb].endswith("ant"):
                        found = self.going_on(verb)
                    return self.credible(found)
            index -= 1
        return None

    def predicate(self, first: int, last: int) -> Speaker | None:
        """« X « condamne cet acte » »: a name, and a quoted verb of speech that it is the subject of."""
        before = first - 1
        verb = first + 1
        while verb < last and self.who.lower[verb] in {"s'", "se", "ne", "n'", "y", "en", "a"}:
            verb += 1
        if verb >= last or not (self._reports(verb) or self.tokens[verb].lemma in self.lex.objects) or self.tokens[verb].feature("VerbForm") == "Inf":
            return None
        while before > 0 and self._here(before, first) and (self.tokens[before].pos in {"AUX", "ADV"} or self.who.lower[before] in {"s'", "se", "a", "ne", "n'"}):
            before -= 1
        if self.who.mention[before] is None and self.who.lower[before] not in {"il", "elle", "qui"}:
            return None
        return self._human(self.who.resolve(before))

    # -------------------------------------------------------------------------------------------------------------- by place

    def announced(self, first: int, whole: bool) -> Speaker | None:
        """« Les paroles de X sont : « … » »: a noun of speech with « de », before the colon."""
        colon = first - 1
        if not whole or colon < 1 or self.who.words[colon] != ":":
            return None
        for index in range(colon - 1, max(0, colon - 12), -1):
            if not self._here(index, colon):
                return None
            if self.who.lower[index] in self.lex.words and self.who.lower[index + 1] in {"de", "du", "d'", "des"}:
                return self.credible(self.noun_at(index + 2 if self.who.lower[index + 1] != "du" else index + 1))
        return None

    def narrated(self, first: int, last: int, whole: bool, before: Sequence[Quote]) -> Speaker | None:
        """A sentence that is all quoted, in the first person, after one about a single person in the same paragraph."""
        here = self.who.sentence[first]
        sentence = self.who.parsed.sentences[here]
        closing = self.who.parsed.sentences[self.who.sentence[last - 1]]
        if not whole or here == 0 or sentence.tokens[0] != first or any(self.tokens[i].pos != "PUNCT" for i in range(last, closing.tokens[1])):
            return None
        if (alone_there := self._of_paragraph(first)) is not None:
            return alone_there
        earlier = self.who.parsed.sentences[here - 1]
        root = next((i for i in range(*earlier.tokens) if self.tokens[i].head == i), None)
        told = root is not None and self._reports(root) and not self.who.inside[root]  # « X dénonce l'accord. « C'est une honte. » »
        if not told and not any(self.who.lower[i] in _FIRST_PERSON for i in range(first, last)):
            return None
        if not 0 <= sentence.paragraph - earlier.paragraph <= 1 or earlier.paragraph < 0 or all(self.who.inside[slice(*earlier.tokens)]):
            return None
        alone = any(self.who.lower[i] in _SINGULAR for i in range(first, last))
        if earlier.paragraph != sentence.paragraph and not alone and not told:
            return None
        people = {self.who.mention[i] for i in range(*earlier.tokens) if self.who.mention[i] is not None and not self.who.inside[i]}
        people = {one for one in people if one is not None and self.who.entities[one].kind == "person"}
        subject = self.who.subject(here - 1)
        if alone and not people and (taken := self._taken_up_in(earlier)) is not None:
            return taken  # « Il doit quitter la chaîne. « Je n'ai pas été surpris. » »
        if subject is not None and subject.entity is None and told and not people:
            spoken = any(word in self.who.lex.functions for word in subject.span.of(self.who.text).lower().split())
            return subject if spoken else None  # « Le porte-parole a nuancé ces chiffres. « … » »
        if subject is None or subject.entity is None or people - {subject.entity} or self.who.entities[subject.entity].kind != "person":
            return None
        return subject

    def _somebody_else(self, tokens: tuple[int, int]) -> bool:
        """Whether « elle », « elles » or « ils » is the subject of a sentence, of whom nobody knows the name: « Il n'est jamais revenu. Elle avait 26 ans. « Je pleurais. » »"""
        return any(self.who.lower[i] in {"elle", "elles", "ils"} and self.tokens[i].dep.startswith("nsubj") and self.tokens[self.tokens[i].head].dep == "ROOT" for i in range(*tokens) if not self.who.inside[i])

    def _of_paragraph(self, first: int) -> Speaker | None:
        """The one person whom the sentences before, in the paragraph, are about: « L'experte redoute un abus. Le critère est faible. « … » » is hers."""
        who = self.who
        here = who.sentence[first]
        paragraph = who.parsed.sentences[here].paragraph
        found: Speaker | None = None
        for number in range(here - 1, max(-1, here - 6), -1):
            sentence = who.parsed.sentences[number]
            if sentence.paragraph != paragraph:
                break
            if all(who.inside[i] or self.tokens[i].pos == "PUNCT" for i in range(*sentence.tokens)):
                continue
            subject = who.subject(number)
            said = [one for where, one in who.spoke if sentence.tokens[0] <= where < sentence.tokens[1]]
            named = {one for one in who._people(*sentence.tokens) if found is None or one != found.entity}
            meant = said[-1] if said else subject
            if meant is None or meant.entity is None or who.entities[meant.entity].kind != "person":
                if named or said or (meant is not None and who._speaking(meant.span)) or self._somebody_else(sentence.tokens):
                    return None
                continue
            if named - {meant.entity} or (found is not None and found.entity != meant.entity):
                return None
            found = found or meant
        return found

    def _taken_up_in(self, sentence: Sentence) -> Speaker | None:
        """The one person whom the subject pronouns of a sentence without names mean."""
        meant: dict[int, int] = {}
        for index in range(*sentence.tokens):
            lower = self.who.lower[index]
            token = self.tokens[index]
            if lower not in {"il", "elle"} or self.who.inside[index] or not token.dep.startswith(("nsubj", "expl:subj")) or self.tokens[token.head].lemma in _NOBODY or self.who.lower[index + 1] == "y":
                continue
            person = self.who.pronoun(index, "m" if lower == "il" else "f")
            if person is None or self.who.entities[person].kind != "person":
                return None
            meant.setdefault(person, index)
        return Speaker(next(iter(meant)), self.tokens[next(iter(meant.values()))].span) if len(meant) == 1 else None

    # ---------------------------------------------------------------------------------------------------------------- tests

    def _name(self, first: int, whole: bool) -> bool:
        """Whether the marks enclose a name: after « dit », « appelée », or in capitals after « opération », « loi »."""
        before = self.who.lower[first - 1]
        if whole:
            return False
        if before in OF and first > 1 and self.who.lower[first - 2] in _BEARERS and "»" in self.who.words[first + 2 : first + 6]:
            return not any(self.tokens[index].pos in {"VERB", "AUX"} for index in range(first, self.who.words.index("»", first)))  # « le collectif des « veilleurs libres » »
        if before not in self.lex.names:
            return False
        return (
            self.tokens[first - 1].feature("VerbForm") == "Part"
            or before.endswith(("é", "ée", "és", "ées", "dit", "dite", "dits", "dites"))
            or not self.who.words[first + 1][:1].islower()
        )

    def _here(self, index: int, first: int) -> bool:
        return self.who.sentence[index] == self.who.sentence[first]

    def _reports(self, index: int) -> bool:
        if index and self.who.lower[index - 1] in {"il", "elle", "on"} and self.who.lemma(index) is not None:
            return True  # « elle juge que », a noun for the tagger
        if self.tokens[index].pos not in {"VERB", "AUX", "ADJ"} and self.who.lower[index] != "dit":
            return False
        if self.tokens[index].pos == "ADJ" and not self._has_avoir(index):
            return False
        return self.who.lemma(index) is not None or (self.tokens[index].pos == "VERB" and self.tokens[index].lemma in self.lex.objects)

    def _has_avoir(self, verb: int) -> bool:
        """Whether a participle is of an active compound tense."""
        return any(self.tokens[i].pos == "AUX" and self.tokens[i].lemma == "avoir" and self.tokens[i + 1].lemma != "être" for i in range(max(0, verb - 4), verb)) and not any(
            self.who.lower[i] == "été" for i in range(max(0, verb - 3), verb)
        )

    def _has_subject(self, verb: int) -> bool:
        return any(self.tokens[child].dep.startswith("nsubj") for child in self.who.children[verb])

    def _another(self, verb: int, first: int) -> bool:
        """Whether somebody is the subject of another verb between a verb of speech and the words, outside its « que » clause."""
        for index in range(verb + 1, first):
            if self.who.words[index] in {";", ":"}:
                return True
            entity = self.who.mention[index]
            if entity is not None and self.who.entities[entity].kind == "person" and self.tokens[index].dep.startswith("nsubj") and not self.who.inside[index]:
                governor = self.tokens[index].head
                if self._reports(governor) and governor != verb:
                    return True
        return False

    def _human(self, speaker: Speaker) -> Speaker | None:
        if speaker.entity is not None:
            return speaker if self.who.entities[speaker.entity].kind in {"person", "organisation"} else None
        return self.credible(speaker)

    def _title_like(self, first: int, last: int, whole: bool) -> bool:
        words = [index for index in range(first, last) if self.tokens[index].pos != "PUNCT"]
        if not words:
            return True
        if self.who.words[words[0]].isdigit() and len(words) < 4 and self.who.lower[first - 1] in {"au", "du", "le"}:
            return True  # « au « 13 Heures » »
        if whole or not self.who.words[words[0]][:1].isupper():
            return False
        return self.who.lower[first - 1] not in {"que", "qu'", ":"}


def spread(quotes: Sequence[Quote], text: str, title: Span | None) -> tuple[Quote, ...]:
    """Return the quotes with two more speakers found.

    A quote without speaker, before one of the same sentence whose speaker is named after it with only marks and links between the two, is by the same; so is one of
    the title whose words stand in the body in the mouth of a single speaker.
    """

    def key(quote: Quote) -> str:
        return " ".join(" ".join(part.of(text) for part in quote.content).lower().split()).strip(" .,!?…")

    result = list(quotes)
    for index in range(len(result) - 2, -1, -1):
        quote, following = result[index], result[index + 1]
        if quote.speaker_span is not None or following.speaker_span is None or following.speaker_span.start < following.span.end:
            continue
        between = text[quote.span.end : following.span.start]
        source = text[following.span.end : following.speaker_span.start].lower().replace("’", "'").split()
        scoped = source[:1] == ["selon"] or source[:2] in ([",", "selon"], ["d'après"], [",", "d'après"]) or source[:1] == ["d'après"]
        if (
            scoped
            and following.speaker_span.start - following.span.end < 12
            and not quote.whole
            and set(quote.sentences) & set(following.sentences)
            and quote.span.end <= following.span.start
        ):
            result[index] = replace(quote, speaker=following.speaker, speaker_span=following.speaker_span)
        elif quote.span.end <= following.span.start and set(between.lower().replace(",", " ").split()) <= {"et", "ou", "mais", "puis", "que", "de", "(", ")"}:
            result[index] = replace(quote, speaker=following.speaker, speaker_span=following.speaker_span)
    if title is None:
        return tuple(result)
    for index, quote in enumerate(result):
        if quote.speaker_span is None and title.covers(quote.span) and key(quote):
            same = {other.speaker: other for other in result if other.speaker is not None and not title.covers(other.span) and key(quote) in key(other)}
            if len(same) == 1:
                other = next(iter(same.values()))
                result[index] = replace(quote, speaker=other.speaker, speaker_span=other.speaker_span)
    return tuple(result)
