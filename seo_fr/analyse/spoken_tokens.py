"""One article's tokens as those who look for speakers see them: names, noun phrases, verbal groups of speech."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seo_fr.analyse.names import Lexicon, lexicon
from seo_fr.model import Entity, Gender, Span

if TYPE_CHECKING:
    from seo_fr.analyse.pipeline import Parsed
    from seo_fr.rulebook import Rulebook


@dataclass(frozen=True, eq=False)
class Reporting:
    """The lemmas of verbs that report speech: all of them, those that may stand beside a quote, and those that take a noun for object."""

    verbs: frozenset[str]
    incise: frozenset[str]
    objects: frozenset[str]


@functools.lru_cache(maxsize=8)
def reporting(book: Rulebook) -> Reporting:
    """Return the reporting verbs of ``book``, reflexive ones under their bare lemma too, made once."""
    every: set[str] = set()
    incise: set[str] = set()
    objects: set[str] = set()
    for rule in book.of_kind("reporting-verbs"):
        for verb in rule.data["verbs"]:
            bare = verb.replace("’", "'").removeprefix("se ").removeprefix("s'")
            every.add(bare)
            if "incise" in rule.data["constructions"]:
                incise.add(bare)
            if {"obj", "obj-de", "attribut", "de-nom", "a-nom"} & set(rule.data["constructions"]):
                objects.add(bare)
    return Reporting(frozenset(every), frozenset(incise), frozenset(objects))


NOTHING: frozenset[str] = frozenset()


@functools.lru_cache(maxsize=8)
def function_covers(book: Rulebook) -> dict[str, frozenset[str]]:
    """Return the functions that a more general noun can take up (« élu »: « maire », « députée »…), made once."""
    covers: dict[str, frozenset[str]] = {}
    for rule in book.of_kind("function-covers"):
        for word in rule.data["words"]:
            covers[word.replace("’", "'")] = covers.get(word, NOTHING) | frozenset(rule.data["covers"])
    return covers


OF = frozenset(("de", "du", "des", "d'"))
_PREPOSITIONS = frozenset(
    (
        "à au aux de du des d' dans sur sous en lors devant auprès par pour avec depuis après pendant durant chez entre vers envers contre avant dès jusqu' "
        "jusque suite via hors malgré selon sans parmi concernant"
    ).split()
)
_DETERMINERS = frozenset("le la les l' un une des son sa ses leur leurs ce cet cette ces plusieurs deux trois certains certaines notre nos mon ma".split())
CLITICS = frozenset("s' se lui leur l' y en m' me nous vous la le les t' te n' ne".split())
INVERTED: dict[str, tuple[Gender, bool]] = {
    "-il": ("m", False),
    "-elle": ("f", False),
    "-ils": ("m", True),
    "-elles": ("f", True),
    "-on": ("", True),
    "-t-il": ("m", False),
    "-t-elle": ("f", False),
}
_MOMENTS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui demain matin soir midi jour".split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: an entity id, or None where the text does not tell; and the span of what names the speaker at that place."""

    entity: int | None
    span: Span


class SpokenTokens:
    """One article's tokens with its names, phrases and verbal groups."""

    def __init__(self, parsed: Parsed, entities: Sequence[Entity], book: Rulebook, quoted: Sequence[Span] = ()) -> None:
        self.parsed = parsed
        self.tokens = parsed.tokens
        self.text = parsed.text
        self.entities = entities
        self.lex: Lexicon = lexicon(book)
        self.verbs = reporting(book)
        self.words = [token.span.of(parsed.text) for token in parsed.tokens]
        self.lower = [word.lower() for word in self.words]
        self.sentence = [0] * len(self.words)
        for number, sentence in enumerate(parsed.sentences):
            self.sentence[slice(*sentence.tokens)] = [number] * (sentence.tokens[1] - sentence.tokens[0])
        self.children: list[list[int]] = [[] for _ in self.words]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                self.children[token.head].append(index)
        self.mention: list[int | None] = [None] * len(self.words)
        self.mention_span: dict[int, Span] = {}
        starts = {token.span.start: index for index, token in enumerate(self.tokens)}
        for entity in entities:
            for mention in entity.mentions:
                index = starts.get(mention.span.start, -1)
                while 0 <= index < len(self.tokens) and self.tokens[index].span.start < mention.span.end:
                    self.mention[index] = entity.id
                    self.mention_span[index] = mention.span
                    index += 1
        self.inside = [any(span.start <= token.span.start < span.end for span in quoted) for token in self.tokens]
        self._subjects: dict[int, Speaker | None] = {}
        self._nouns: dict[str, set[int]] | None = None
        self.covered = function_covers(book)
        self.coverable = frozenset().union(*self.covered.values())
        self.told = frozenset(word for rule in book.of_kind("quote-words") if rule.data["role"] == "words" for word in rule.data["words"])
        self.documents = frozenset(word for rule in book.of_kind("quote-words") if rule.data["role"] == "documents" for word in rule.data["words"])
        self.voices = frozenset(word for rule in book.of_kind("quote-words") if rule.data["role"] == "voices" for word in rule.data["words"])
        self.spoke: list[tuple[int, Speaker]] = []  # (token where, who), in order: filled by the quotes as they are read

    def lemma(self, index: int) -> str | None:
        """Return the reporting verb's lemma that a token is a form of, or None."""
        token = self.tokens[index]
        for candidate in (token.lemma.lower(), self.lower[index]):
            if candidate in self.verbs.verbs:
                return candidate
        lower = self.lower[index]
        for ending in ("ées", "és", "ée", "é"):
            if lower.endswith(ending) and lower[: -len(ending)] + "er" in self.verbs.verbs:
                return lower[: -len(ending)] + "er"
        if lower.endswith("e"):
            # « tempère », « complète », « rappelle » that the tagger took for other words
            for infinitive in (lower + "r", re.sub(r"è(\w{1,2})e$", r"é\1er", lower), re.sub(r"(el|et)(?:l|t)e$", r"\1er", lower)):
                if infinitive in self.verbs.verbs:
                    return infinitive
        return None

    def verb_group(self, index: int, any_verb: bool = False) -> tuple[int, int | None, int] | None:
        """Read a verbal group that begins at ``index``: (main verb, inverted subject pronoun or None, token after); None if there is none.

        Clitics, «-t-il», auxiliaries and short adverbs are read through: «s'est-elle indignée», «a pour sa part indiqué», «lui avait dit», «fait savoir».
        The verb must be one of speech, unless ``any_verb``.
        """
        here = self.sentence[index] if index < len(self.words) else -1
        main: int | None = None
        inverted: int | None = None
        auxiliary = False
        position = index
        while position < len(self.words) and self.sentence[position] == here and position - index < 9:
            token, lower = self.tokens[position], self.lower[position]
            if lower in INVERTED:
                inverted = position
            elif lower in {"-t", "t'", "-"} or (lower in CLITICS and main is None) or (token.pos == "ADV" and lower not in {"ne", "pas"}):
                pass
            elif token.pos == "AUX" and main is None and token.lemma in {"avoir", "être"}:
                auxiliary = True
            elif (
                main is None
                and (token.lemma == "faire" or lower in {"fait", "font", "fit", "faisait"})
                and position + 1 < len(self.words)
                and self.lower[position + 1] in {"savoir", "valoir", "remarquer", "observer", "part"}
            ):
                main = position
                position += 1
            elif (
                main is None
                and lower in {"tenu", "tenait", "tient", "voulu", "souhaité"}
                and (position > index or lower in {"tenait", "tient"})
                and self._then_infinitive(position)
            ):
                position = self._then_infinitive(position)
                main = position
            elif main is None and position == index and token.pos in {"NOUN", "PROPN"} and self._tag(position):
                main = position
            elif (
                main is None
                and token.pos in {"VERB", "ADJ", "AUX"}
                and (self.lemma(position) is not None or (any_verb and token.pos == "VERB" and token.feature("VerbForm") != "Inf"))
            ) or (main is None and position > index and self.lower[position - 1] in {"s'", "se"} and self.lemma(position) is not None):
                main = position
            elif main is None and inverted is not None and auxiliary and any_verb and lower.endswith("é"):
                main = position  # « a-t-elle bredouillé »
            elif (main is None and auxiliary and lower in {"pour", "sa", "part", "de", "son", "côté", "leur", "par", "ailleurs", "d'", "en", "outre", "même", "temps"}) or (
                main is None and auxiliary and (self.lower[position - 1] in {"part", "côté", "-"})
            ):
                pass
            else:
                break
            position += 1
            if main is not None and position < len(self.words) and not (self.lower[position] in INVERTED or self.lower[position] in {"-t"} or self.tokens[position].pos == "ADV"):
                break
        return (main, inverted, position) if main is not None else None

    def _then_infinitive(self, index: int) -> int:
        """Where the infinitive of speech stands after «a tenu à», «a voulu»; 0 if there is none."""
        after = index + 1
        if after < len(self.words) and self.lower[after] == "à":
            after += 1
        if after < len(self.words) and self.tokens[after].feature("VerbForm") == "Inf" and self.lemma(after) is not None:
            return after
        return 0

    def _tag(self, index: int) -> bool:
        """Whether a noun for the tagger is a verb after a quote: « …», juge Marie Durand »."""
        before, after = index - 1, index + 1
        while before > 0 and self.words[before] == ",":
            before -= 1
        if self.words[before] not in {"»", "”", '"'} or after >= len(self.words):
            return False
        if self.lemma(index) is None:
            # « …», triomphe Marie Durand »: whatever the verb
            person = self.mention[after] is not None and self.entities[self.mention[after] or 0].kind == "person"
            return before < index - 1 and person and self.words[index].islower() and self.lower[index].endswith("e") and self.lower[index] not in self.lex.functions and not self.speaks(index)
        return self.mention[after] is not None or self.lower[after] in INVERTED or self.lower[after] in {"-t", "le", "la", "l'", "un", "une", "son", "sa"}

    def after_verb(self, index: int) -> int | None:
        """Return the head token of the subject that follows a reporting verb: «a déclaré lundi à l'AFP le ministre X»."""
        here = self.sentence[index] if index < len(self.words) else -1
        position = index
        commas = 0
        while position < len(self.words) and self.sentence[position] == here and position - index < 30:
            token, lower, word = self.tokens[position], self.lower[position], self.words[position]
            if word == "«" and position + 2 < len(self.words) and self.mention[position + 1] is not None and "»" in self.words[position + 2 : position + 5]:
                return position + 1
            if word in {"«", "»", ":", ";", ".", "!", "?"} or token.pos in {"SCONJ"} or (token.pos in {"VERB", "AUX"} and self.mention[position] is None):
                return None
            if word == ",":
                commas += 1
                if commas > 2:
                    return None
                position += 1
                continue
            if lower in _PREPOSITIONS:
                position = self._skip_prepositional(position)
                continue
            if lower in _MOMENTS or token.pos == "ADV" or word in {"(", ")"} or (token.pos == "ADP"):
                position += 1
                continue
            if lower in {"le", "ce", "la", "un", "une"} and position + 1 < len(self.words) and (self.lower[position + 1] in _MOMENTS or self.words[position + 1].isdigit()):
                position = self._skip_prepositional(position)
                continue
            if word in self.lex.titles:
                position += 1
                continue
            if self.mention[position] is not None:
                return position
            if lower in _DETERMINERS:
                head = position + 1
                while (
                    head < len(self.words)
                    and (self.tokens[head].pos in {"ADJ", "NUM", "DET"} or self.lower[head] in {"vice", "-", "premier", "première"})
                    and self.mention[head] is None
                ):
                    if self.lower[head] in self.lex.functions or (
                        self.tokens[head].pos == "ADJ"
                        and self.tokens[head + 1 if head + 1 < len(self.words) else head].pos not in {"NOUN", "PROPN", "ADJ", "NUM"}
                        and self.mention[head + 1 if head + 1 < len(self.words) else head] is None
                    ):
                        break
                    head += 1
                return head if head < len(self.words) and self.sentence[head] == here else None
            if token.pos in {"PROPN", "NOUN"} and (word[:1].isupper() or lower in self.lex.functions):
                return position
            if lower in {"celui-ci", "celle-ci", "il", "elle", "on", "ils", "elles"}:
                return position
            position += 1
        return None

    def _skip_prepositional(self, position: int) -> int:
        here = self.sentence[position]
        position += 1
        seen = False
        while position < len(self.words) and self.sentence[position] == here:
            token, lower = self.tokens[position], self.lower[position]
            if not seen and (lower in _DETERMINERS or lower in _PREPOSITIONS or token.pos in {"DET", "ADJ", "NUM", "ADP"}) and self.mention[position] is None:
                position += 1
                continue
            entity = self.mention[position]
            if entity is not None and (not seen or self.entities[entity].kind not in {"person"}):
                span = self.mention_span[position]
                while position < len(self.words) and self.mention_span.get(position) == span:
                    position += 1
                return position
            if not seen and token.pos in {"NOUN", "PROPN", "PRON"}:
                seen = True
                position += 1
                continue
            if seen and token.pos == "ADJ" and lower not in self.lex.functions:
                position += 1
                continue
            break
        return position

    def _mention_start(self, index: int) -> int:
        span = self.mention_span[index]
        while index > 0 and self.mention_span.get(index - 1) == span:
            index -= 1
        return index

    def _owner_of(self, start: int) -> int | None:
        """The noun that a mention only completes («la porte-parole de Febelfin»), or None."""
        index = start - 1
        while index >= 0 and (
            self.lower[index] in {"le", "la", "l'", "les"}
            or self.words[index] in self.lex.titles
            or (self.lower[index] in self.lex.functions and self.lower[index - 1] in {"du", "de"})
            or (self.tokens[index].pos == "ADJ" and self.lower[index - 1] in self.lex.functions and self.lower[index - 2] in {"du", "de"})
        ):
            index -= 1
        if index < 1 or self.sentence[index] != self.sentence[start] or self.lower[index] not in OF:
            return None
        noun = index - 1
        while noun >= 0 and self.sentence[noun] == self.sentence[start] and self.tokens[noun].pos in {"ADJ"}:
            noun -= 1
        if noun >= 0 and self.tokens[noun].pos in {"NOUN", "PROPN"} and self.mention[noun] is None:
            return noun
        return noun if noun >= 0 and self.mention[noun] is not None else None

    def _antecedent(self, relative: int) -> int | None:
        verb = self.tokens[relative].head
        noun = self.tokens[verb].head
        before = relative - 1
        while before > 0 and self.words[before] in {",", "»"}:
            before -= 1
        near = self.mention[before] if before >= 0 and self.sentence[before] == self.sentence[relative] else None
        if near is not None and self.entities[near].kind in {"person", "organisation"}:
            return before
        if self.tokens[verb].dep == "acl:relcl" and noun < relative:
            return noun
        return None

    def speaks(self, noun: int) -> bool:
        """Whether a noun can be somebody who speaks: a name, a person, a body, a text."""
        forms = (self.lower[noun], self.lower[noun].removesuffix("s"))
        lists = (self.lex.functions, self.lex.words["living"], self.lex.words["bodies"], self.voices)
        return self.mention[noun] is not None or any(form in known for form in forms for known in lists)

    def phrase(self, head: int) -> tuple[int, int]:
        """Return the token range of the noun phrase around ``head``: its determiner, adjectives and «de» complements."""
        start = head
        while (
            start > 0
            and self.sentence[start - 1] == self.sentence[head]
            and (self.tokens[start - 1].pos in {"ADJ", "NUM"} or self.lower[start - 1] in _DETERMINERS or self.lower[start - 1] in {"vice", "ex", "-"})
        ):
            start -= 1
            if self.lower[start] in _DETERMINERS:
                break
        end = head + 1
        while end < len(self.words) and self.sentence[end] == self.sentence[head]:
            token, lower = self.tokens[end], self.lower[end]
            if self.mention[end] is not None and self.lower[end - 1] not in OF | {"la", "l'", "le", "les", "au", "aux", "à", "en", "sa", "son", "ses", "leur", "leurs"} and self.mention[end] != self.mention[end - 1]:
                break
            if lower in {"la", "le", "les"} and self.tokens[end].pos == "DET" and self.tokens[end - 1].pos == "NOUN" and self.mention[end - 1] is None and (end + 1 >= len(self.words) or self.mention[end + 1] is None):
                break  # « non conforme à la loi la pratique des contrôles »: another phrase
            if token.pos in {"NOUN", "ADJ", "PROPN", "NUM"} or (token.dep == "amod" and self.tokens[end - 1].pos == "NOUN" and token.feature("VerbForm") == "Fin") or lower in OF | {"la", "l'", "le", "les", "au", "aux", "à", "chargé", "chargée"}:
                end += 1
                continue
            if lower in {"son", "sa", "ses", "leur", "leurs", "cette", "ce"} and self.lower[end - 1] in {"de", "d'"}:
                end += 1
                continue
            if lower in {"en", "pour"} and end + 1 < len(self.words) and (self.words[end + 1][:1].isupper() or self.mention[end + 1] is not None):
                end += 1
                continue
            if lower == "et" and end + 1 < len(self.words) and self.tokens[end + 1].pos in {"ADJ"}:
                end += 1
                continue
            break
        while end > head + 1 and (self.lower[end - 1] in _PREPOSITIONS | _DETERMINERS | {"et"}):
            end -= 1
        return start, end

    def _impersonal(self, index: int) -> bool:
        return self.tokens[index].dep.startswith("expl")

    def _root(self, index: int) -> int | None:
        first, last = self.parsed.sentences[self.sentence[index]].tokens
        return next((i for i in range(first, last) if self.tokens[i].head == i and self.tokens[i].pos in {"VERB", "AUX", "ADJ", "NOUN"}), None)

    def _demonym(self, index: int) -> bool:
        return index < len(self.words) and self.words[index][:1].isupper() and self.lower[index] in self.lex.demonyms

    def _opens(self, index: int) -> bool:
        """Whether the mention that ends at ``index`` is the first thing in its sentence."""
        if index not in self.mention_span:
            return False
        first = self.parsed.sentences[self.sentence[index]].tokens[0]
        start = self._mention_start(index)
        return all(self.tokens[i].pos == "PUNCT" for i in range(first, start))

    def _after_comma(self, index: int) -> bool:
        """Whether the mention that ends at ``index`` stands after a comma, and so opens its clause."""
        if index not in self.mention_span:
            return False
        start = self._mention_start(index)
        return start > 0 and self.words[start - 1] == "," and self.sentence[start - 1] == self.sentence[start]
