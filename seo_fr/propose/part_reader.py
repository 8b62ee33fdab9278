"""The parts of one sentence that have a subject in it and a verb of their own: relatives between commas, second predicates, participles beside the subject.

Only what is certain: the antecedent of a relative is the noun phrase just before it, where no other noun agrees with its verb; nothing is read inside quotes.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from seo_fr.analyse.bindings import Referents, previous_actors
from seo_fr.analyse.commitments import clause_commitment
from seo_fr.analyse.obstacles import find_obstacles, phrase_grammar
from seo_fr.analyse.referring import referring_words
from seo_fr.analyse.segments import Segment, subject_of
from seo_fr.analyse.syntax import Tree, VerbGroup, verb_lemma
from seo_fr.analyse.trees import tree_of
from seo_fr.french.lexicon import auxiliary, noun_entry, participle_readings
from seo_fr.model import Clause, Commitment, Edit, ReferentKind, Span, Statement, Tense
from seo_fr.propose.readable_reader import Reader
from seo_fr.propose.source import Source
from seo_fr.rulebook import Rulebook

RELATIVE, PREDICATE, PARTICIPLE, VOICE, COMPLETED = "relative-promue", "predicat-repris", "participe-promu", "voix-du-rapport", "nom-complete"
#: Participles that tell how something is, not what was done.
_STATES = frozenset("situer prévoir attendre implanter baser spécialiser destiner consacrer composer équiper âger classer".split())

_ARTICLES = {"le": "Le", "la": "La", "les": "Les", "l'": "L’", "un": "Un", "une": "Une"}
_FUSED = {"du": "Le", "au": "Le", "aux": "Les"}
_OF = ("de", "d'", "du", "des")
_PREPOSITIONS = frozenset("à au aux dans sur par avec contre pour chez vers sous envers devant derrière".split())
_OPENS_OTHER = frozenset(["qui", "ce", "tandis", "alors"])
_LEANING = frozenset("il elle ils elles lui leur leurs eux son sa ses celui celle ceux celles celui-ci celle-ci ceux-ci celles-ci ce cela ça cet cette ces y en on nous je j' vous autre autres même mêmes dernier dernière derniers dernières lendemain veille surlendemain également aussi alors ainsi enfin notamment".split())
_MODAL = ("pouvoir", "devoir")
_TOLD = ("present", "perfect", "imperfect", "simple-past", "future", "near-future", "pluperfect")
_MOST = 10


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence. ``gone``: what falls of the sentence; ``edits``: all that makes the part a sentence; ``known``: what its subject is, the page's first lines say."""

    clause: Clause
    span: Span
    gone: tuple[Edit, ...]
    edits: tuple[Edit, ...]
    known: bool


def parts_of(source: Source, index: int, book: Rulebook) -> tuple[Part, ...]:
    """Return the parts of the sentence that can be told, in source order."""
    sentence = source.analysis.sentences[index]
    words = sentence.span.of(source.text)
    if any(words.count(one) != words.count(other) for one, other in ("«»", "“”", "()")) or "\n" in words.strip() or words.rstrip()[-1:] not in ".»…":
        return ()
    reader = PartReader(source, index, book)
    found = [*reader.relatives(), *reader.predicates(), *reader.participles()]
    return tuple(sorted(found, key=lambda part: part.span))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as token numbers, with its grammar («» where not known)."""

    start: int
    end: int
    head: int
    gender: str
    number: str


class PartReader:
    """One sentence, read for its parts."""

    def __init__(self, source: Source, index: int, book: Rulebook) -> None:
        self.source, self.index, self.book = source, index, book
        self.analysis, self.text = source.analysis, source.text
        self.sentence = self.analysis.sentences[index]
        self.tree: Tree = tree_of(self.text, self.analysis.tokens, self.sentence)
        self.reader = Reader(self.analysis, index)
        self.inside = self.reader.inside
        self.clauses = source.clauses_of.get(index, ())

    # ---------------------------------------------------------------------------------------------------------- relatives

    def relatives(self) -> list[Part]:
        """« X, qui V » told as « X V »."""
        tree, made = self.tree, []
        for i in range(tree.first + 2, tree.last - 2):
            if tree.words[i] != "qui" or tree.words[i - 1] != "," or i in self.inside:
                continue
            group = next((g for g in tree.groups if g.start == i + 1), None)
            if group is None or group.finite in self.inside or not group.whole:
                continue
            if group.tense not in _TOLD and not (group.tense == "conditional" and tree.tokens[group.finite].lemma in _MODAL):
                continue
            phrase = self.antecedent(i - 2, group)
            if phrase is None:
                continue
            end = self.relative_end(phrase, group)
            if end is None or self.leans(range(group.end, end)) or self.leaning_clitic(group):
                continue
            part = self.relative(phrase, i, group, end) if group.tense not in ("imperfect", "pluperfect") or phrase.start > self.first_word() + 1 else None
            if part is not None:  # how it was before what the sentence tells is no fact of its own
                made.append(part)
        return made

    def leans(self, where: Iterable[int]) -> bool:
        """Whether a word outside quotes leans on what stands elsewhere; « en 2019 » does not."""
        words = self.tree.words
        return any(words[k] in _LEANING and (words[k] != "en" or self.tree.tokens[k].pos == "PRON") for k in where if k not in self.inside)

    def leaning_clitic(self, group: VerbGroup) -> bool:
        return any(self.tree.words[k] in ("le", "la", "l'", "les", "lui", "leur", "y", "en", "nous", "me", "m'", "vous") for k in range(group.start, group.finite))

    def relative(self, phrase: Phrase, who: int, group: VerbGroup, end: int) -> Part | None:
        tree = self.tree
        span = tree.span(phrase.start, end)
        after = self.text[span.end : span.end + 1]
        if after == ".":
            span = Span(span.start, span.end + 1)
        edit = Edit("drop", RELATIVE, Span(tree.tokens[phrase.end - 1].span.end, tree.tokens[group.start].span.start), " ")
        edits = [edit]
        first = tree.words[phrase.start]
        if first in _FUSED:
            token = tree.tokens[phrase.start].span
            edits.append(Edit("reference", RELATIVE, token, _FUSED[first]))
        voice = self.voice(phrase, group, end)
        if voice is None:
            return None
        statement, words = voice
        if words:
            if after == ".":
                edits.append(Edit("reference", VOICE, Span(span.end - 1, span.end - 1), f", selon {words}"))
            elif after == ",":
                edits.append(Edit("reference", VOICE, Span(span.end, span.end + 1), f", selon {words}"))
                span = Span(span.start, span.end + 1)
            else:
                return None
        clause = self.clause(phrase, group, end, statement)
        completed = self.completed(phrase)
        obstacles = clause.obstacles
        known = self.known(phrase)
        if completed is not None:
            edits.append(completed)
            obstacles = tuple(one for one in obstacles if not one.startswith(("definite:", "short-title:")))
        elif tree.tokens[phrase.head].pos == "NOUN" and phrase.end - phrase.start < 3 and not known:
            return None
        return Part(replace(clause, obstacles=obstacles), span, (edit,), tuple(edits), known)

    def antecedent(self, last: int, group: VerbGroup) -> Phrase | None:
        """The noun phrase that ends at token ``last``, where the relative can only be its own."""
        tree = self.tree
        inner = self.phrase_ending(last)
        if inner is None:
            return None
        want = self.agreement(group)
        fits = self.agrees(inner, want)
        before = tree.word(inner.start - 1)
        first = tree.words[inner.start]
        fused = first in _FUSED
        if first in ("du", "des") or before in _OF:
            if before in ("de", "d'") and self.is_person(inner) and tree.tokens[inner.start - 2].pos == "VERB" and fits:
                return inner  # « il s’agit de Paul Morel »
            outer = self.phrase_ending(inner.start - (1 if first in ("du", "des") else 2))
            if outer is None or outer.start == inner.start:
                return None
            above = self.agrees(outer, want)
            if fits and not above and first not in ("du", "des"):
                return inner
            if above and not fits:
                return Phrase(outer.start, inner.end, outer.head, outer.gender, outer.number) if self.clear(outer.start) else None
            return None
        if not fits:
            return None
        if before in ("et", "ou", "ni", "comme", "que", "qu'", "entre", "sans", "dont") or before == "," and not self.is_person(inner):
            return None
        if before in _PREPOSITIONS or fused:
            governor = tree.head(inner.head)
            outer_noun = next((k for k in range(inner.start - 1, max(tree.first, inner.start - 6) - 1, -1) if tree.tokens[k].pos in ("NOUN", "PROPN")), None)
            if outer_noun is not None and not any(k in tree.group_of for k in range(outer_noun, inner.start)) and tree.tokens[governor].pos in ("NOUN", "PROPN"):
                rival = Phrase(outer_noun, outer_noun + 1, outer_noun, *phrase_grammar(tree, (outer_noun, outer_noun + 1, outer_noun), self.analysis.entities))
                if self.agrees(rival, want):
                    return None
        return inner

    def clear(self, start: int) -> bool:
        """Whether what stands before an outer phrase is no noun that it completes."""
        return self.tree.word(start - 1) not in (*_OF, "et", "ou", ",", "entre", "sans", "comme", *_PREPOSITIONS) and self.tree.words[start] not in _FUSED

    def is_person(self, phrase: Phrase) -> bool:
        entity = self.reader.entity_of((phrase.start, phrase.end, phrase.head))
        return entity is not None and entity.kind == "person"

    def phrase_ending(self, last: int) -> Phrase | None:
        """The smallest noun phrase that ends there: article, adjectives, noun, its complements without article; or a name."""
        tree = self.tree
        if last < tree.first or last in self.inside:
            return None
        at = self.tree.tokens[last].span
        named = next((m.span for e in self.analysis.entities for m in e.mentions if e.kind == "person" and m.form in ("full", "short") and m.span.end == at.end and tree.sentence.span.covers(m.span)), None)
        if named is not None:
            start = self.reader.token_at(named.start)
            if tree.word(start - 1).rstrip(".") in ("m", "mme", "me", "dr"):
                start -= 1
            head = start
            grammar = phrase_grammar(tree, (start, last + 1, last), self.analysis.entities)
            if tree.tokens[start - 1].pos in ("NOUN", "ADJ", "PROPN") and start > tree.first and tree.words[start - 1] != ",":
                at_noun = start - 1
                while at_noun > tree.first and tree.tokens[at_noun].pos in ("NOUN", "ADJ", "PROPN") and start - at_noun < 5:
                    at_noun -= 1
                if tree.words[at_noun] not in ("le", "la", "l'") or tree.word(at_noun - 1) in _OF:
                    return None
                return Phrase(at_noun, last + 1, at_noun + 1, {"le": "m", "la": "f"}.get(tree.words[at_noun], grammar[0]), "s")
            return Phrase(start, last + 1, head, grammar[0], "s")
        k = last
        while k > tree.first and last - k < _MOST and k not in self.inside:
            token, word = tree.tokens[k], tree.words[k]
            if word in _ARTICLES or word in _FUSED or word == "des":
                break
            if token.pos not in ("NOUN", "PROPN", "ADJ", "NUM") and not (word in ("de", "d'", "en") and tree.tokens[k - 1].pos in ("NOUN", "ADJ", "PROPN")) and not (token.pos == "VERB" and token.feature("VerbForm") == "Part" and word.endswith(("é", "ée", "és", "ées"))):
                return None
            k -= 1
        word = tree.words[k]
        if word not in _ARTICLES and word not in _FUSED and word != "des" or k == last:
            return None
        heads = [n for n in range(k + 1, last + 1) if tree.tokens[n].pos in ("NOUN", "PROPN")]
        if not heads:
            return None
        head = heads[0]
        grammar = phrase_grammar(tree, (k, last + 1, head), self.analysis.entities)
        number = "p" if word in ("les", "aux", "des") else "s"
        gender = {"le": "m", "un": "m", "du": "m", "au": "m", "la": "f", "une": "f"}.get(word, grammar[0])
        return Phrase(k, last + 1, head, gender, number)

    def agreement(self, group: VerbGroup) -> tuple[str, str]:
        """Gender and number that the verb and what it says of its subject ask for, «» where nothing shows."""
        tree = self.tree
        number = {"Sing": "s", "Plur": "p"}.get(tree.tokens[group.finite].feature("Number"), "")
        word = tree.words[group.finite]
        if word in ("a", "est", "avait", "était", "sera", "aura", "va", "fut"):
            number = "s"
        elif word in ("ont", "sont", "avaient", "étaient", "seront", "auront", "vont", "furent"):
            number = "p"
        gender = ""
        shown = group.end - 1 if group.passive else group.head if group.copular and tree.tokens[group.head].pos == "ADJ" else None
        if shown is None and tree.word(group.end) == "être" and tree.tokens[group.end + 1].pos in ("ADJ", "VERB"):
            shown = group.end + 1
        if shown is not None and tree.tokens[shown].pos in ("ADJ", "VERB"):
            form = tree.words[shown]
            if re.search(r"(?:ée|ées|elle|elles|euse|euses|ive|ives|ente|entes|ante|antes|ale|ales|ie|ies|ue|ues|ite|ites|ise|ises)$", form):
                gender = "f"
            elif re.search(r"(?:é|és|el|els|eux|if|ifs|ent|ents|ant|ants|al|aux|u|us)$", form):
                gender = "m"
        return gender, number

    @staticmethod
    def agrees(phrase: Phrase, want: tuple[str, str]) -> bool:
        return phrase.gender in (want[0], "") and phrase.number in (want[1], "") or want[0] == "" and phrase.number in (want[1], "") or want[1] == "" and phrase.gender in (want[0], "")

    def relative_end(self, phrase: Phrase, group: VerbGroup) -> int | None:
        """The token after the relative's last, where its end is certain."""
        tree = self.tree
        stop = tree.last
        while stop > group.end and (tree.is_punct(stop - 1) and tree.words[stop - 1] not in ("»", ")", "”", "%")):
            stop -= 1
        comma = next((k for k in range(group.end, stop) if tree.words[k] in (",", ";", ":", "–", "—") and k not in self.inside), None)
        end = stop
        if comma is not None:
            if comma - group.end < 1 and not group.passive:
                return None
            main = next((g for g in tree.groups if g.start == comma + 1), None)
            subject_case = tree.words[comma] == "," and main is not None and tree.head(main.head) == main.head and phrase.start <= self.first_word() + 1 and self.clauses and self.clauses[0].subject is not None and self.clauses[0].subject.start <= tree.tokens[phrase.head].span.start < self.clauses[0].subject.end
            other = tree.words[comma] == "," and tree.word(comma + 1) in _OPENS_OTHER and (tree.word(comma + 1) != "ce" or tree.word(comma + 2) in ("qui", "que", "qu'"))
            if not subject_case and not other and tree.words[comma] != ";":
                return None
            end = comma
        if end - group.start < 3:
            return None
        for other_group in tree.groups:
            if not group.end <= other_group.finite < end:
                continue
            left = tree.word(other_group.start - 1)
            subject = subject_of(tree, other_group)
            opened = any(tree.words[k] in ("que", "qu'", "qui", "dont", "où", "lorsque", "quand", "si") for k in range(group.end, other_group.start))
            if not opened and (subject is not None and subject >= group.end or left not in ("et", "puis")):
                return None
        if any(tree.words[k] in ("si", "selon", "d'après") for k in range(group.end, end) if k not in self.inside):
            return None
        if tree.tokens[end - 1].pos in ("ADP", "DET", "CCONJ", "SCONJ", "AUX"):
            return None
        if any(tree.tokens[group.finite].span.start < clause.span.start < tree.tokens[end - 1].span.end for clause in self.clauses):
            return None
        return end

    def first_word(self) -> int:
        return next((k for k in range(self.tree.first, self.tree.last) if not self.tree.is_punct(k)), self.tree.first)

    # --------------------------------------------------------------------------------------------------------- participles

    def participles(self) -> list[Part]:
        """« X, condamné en 2019 à trois ans, V » told as « X a été condamné en 2019 à trois ans », « X, situé à Lormont, V » as « X est situé à Lormont »: X opens the sentence."""
        tree, made = self.tree, []
        first = self.first_word()
        main = self.clauses[0] if self.clauses else None
        if main is None or main.subject is None or main.subject.start != tree.tokens[first].span.start:
            return []
        for i in range(first + 2, tree.last - 3):
            if tree.words[i - 1] != "," or i in self.inside:
                continue
            if any(tree.words[k] in (",", ";", ":") or k in tree.group_of for k in range(first, i - 1)):
                break
            form = tree.words[i]
            read = participle_readings(form)
            if not read or tree.tokens[i].pos not in ("VERB", "ADJ") or tree.tokens[i].feature("VerbForm") not in ("Part", ""):
                continue
            lemmas = {lemma for lemma, _, _ in read}
            stop = next((k for k in range(i + 1, tree.last) if tree.words[k] == "," and k not in self.inside), None)
            if stop is None or stop - i < 3 or any(k in tree.group_of for k in range(i, stop)):
                continue
            group = next((g for g in tree.groups if g.start == stop + 1), None)
            if group is None or group.finite in self.inside or main.verb.start != tree.tokens[group.start].span.start:
                continue
            phrase = self.phrase_ending(i - 2)
            if phrase is None or phrase.start != first or phrase.number not in ("s", "p"):
                continue
            genders = {(gender, number) for _, gender, number in read}
            if not any(number == phrase.number and (gender == phrase.gender or not phrase.gender) for gender, number in genders):
                continue
            rest = " ".join(tree.words[k] for k in range(i + 1, stop))
            if self.leans(range(i + 1, stop)) or self.analysis_says(i, stop):
                continue
            if lemmas & _STATES:
                verb = "est" if phrase.number == "s" else "sont"
                tense: Tense = "present"
                if group.tense not in ("present", "perfect", "future"):
                    continue
            elif any(auxiliary(lemma) == "avoir" for lemma in lemmas) and (re.search(r"(?<!\w)(?:19|20)\d\d(?!\w)|(?<!\w)pendant (?!que)", rest) or re.match(r"par (?:l[ea]s?|l'|une?|des)(?!\w)", rest) and group.tense != "future"):
                verb, tense = ("a été", "perfect") if phrase.number == "s" else ("ont été", "perfect")
            else:
                continue
            if lemmas & _STATES or not lemmas & {"être", "avoir", "devenir"}:
                made.append(self.participle(phrase, i, stop, verb, tense, next(iter(sorted(lemmas)))))
            break
        return made

    def analysis_says(self, start: int, end: int) -> bool:
        span = self.tree.span(start, end)
        return any(s.sentence == self.index and s.cue.overlaps(span) for s in self.analysis.statements)

    def participle(self, phrase: Phrase, i: int, stop: int, verb: str, tense: Tense, lemma: str) -> Part:
        tree = self.tree
        span = tree.span(phrase.start, stop)
        edit = Edit("tense", PARTICIPLE, Span(tree.tokens[phrase.end - 1].span.end, tree.tokens[i].span.start), f" {verb} ")
        group = VerbGroup(i, i, i, i, i + 1, tense, True, False, False, True)
        clause = replace(self.clause(phrase, group, stop, None), lemma=lemma, number="p" if phrase.number == "p" else "s", tense=tense, passive=verb != "est")
        return Part(clause, span, (), (edit,), self.known(phrase) or clause.subject_kind == "name")

    # --------------------------------------------------------------------------------------------------------------- voice

    def voice(self, phrase: Phrase, group: VerbGroup, end: int) -> tuple[Statement | None, str] | None:
        """The statement that the part stands in and who says it, « » where the newspaper does; None where that is not certain."""
        tree = self.tree
        at = tree.tokens[group.finite].span.start
        here = [s for s in self.analysis.statements if s.sentence == self.index]
        covering = sorted((s for s in here if s.content.start <= at < s.content.end and not (s.cue.start >= tree.tokens[phrase.start].span.start and s.cue.end <= tree.tokens[end - 1].span.end)), key=lambda s: len(s.content))
        if not covering:
            if any(s.cue.end <= tree.tokens[phrase.start].span.start for s in here if not self.within(s, group, end)):
                return None
            if any(s.cue.start >= tree.tokens[end - 1].span.end and s.content.end <= at for s in here):
                return None
            return None, ""
        if len(covering) > 1 or covering[0].remove != 1 or covering[0].parent is not None or covering[0].cls not in ("say", "announce") or covering[0].commitment not in ("attributed", "asserted", "future"):
            return None
        one = covering[0]
        if one.content.start > tree.tokens[phrase.start].span.start:
            return None
        cue = one.cue.of(self.text).lower()
        past = re.match(r"(?:a|ont|avait|avaient)\b|\w+(?:ait|aient|èrent)$|dit$", cue) is not None
        if past and group.tense in ("imperfect", "pluperfect", "conditional") and tree.tokens[group.finite].lemma not in _MODAL:
            return None
        if group.tense in ("imperfect", "pluperfect"):
            return None
        if one.speaker_span is None or cue.startswith(("selon", "d’après", "d'après")):
            return None
        said = [k for k in range(tree.first, tree.last) if one.speaker_span.covers(tree.tokens[k].span)]
        words = one.speaker_span.of(self.text)
        if not said or "," in words or "«" in words or len(words.split()) > 9 or self.leans(said):
            return None
        first = tree.words[said[0]]
        for fused, article in (("des", "les"), ("du", "le")):
            if first == fused and tree.tokens[said[0]].pos == "ADP":
                words = article + words[len(fused) :]
        if first in ("de", "d'") :
            return None
        if tree.tokens[said[0]].pos == "DET":
            words = words[0].lower() + words[1:]
        elif tree.tokens[said[0]].pos not in ("PROPN", "ADP"):
            return None
        if first in ("un", "une", "son", "sa", "ses") or first == "des" and tree.tokens[said[0]].pos != "ADP":
            return None
        entity = next((e for e in self.analysis.entities if any(m.span == one.speaker_span and m.form == "short" for m in e.mentions)), None)
        if entity is not None:
            words = entity.name.of(self.text)
        return one, words.replace("'", "’")

    def within(self, statement: Statement, group: VerbGroup, end: int) -> bool:
        return self.tree.tokens[group.start].span.start <= statement.cue.start < self.tree.tokens[end - 1].span.end

    # -------------------------------------------------------------------------------------------------------------- clause

    def clause(self, phrase: Phrase, group: VerbGroup, end: int, statement: Statement | None) -> Clause:
        """The part as a clause, with what in it leans on what stands before."""
        tree, text, analysis = self.tree, self.text, self.analysis
        sentences = analysis.sentences
        known = referring_words(self.book)
        before = tuple(tree_of(text, analysis.tokens, s) for s in sentences[max(0, self.index - 2) : self.index] if s.paragraph >= 0 and s.tokens[0] < s.tokens[1])
        there = Referents(tree, analysis.entities, known, previous_actors(before, analysis.entities, known))
        where = (phrase.start, phrase.end, phrase.head)
        segment = Segment(phrase.start, end, group)
        title = frozenset(form for s in sentences if s.paragraph < 0 for t in analysis.tokens[slice(*s.tokens)] if t.pos in ("NOUN", "ADJ", "PROPN") for form in (t.span.of(text).lower(), t.lemma.lower()))
        obstacles = find_obstacles(tree, phrase.start, end, where, group, analysis.entities, self.book, frozenset(self.inside), title, there)
        entity = self.reader.entity_of(where)
        kind: ReferentKind = "name" if entity is not None or tree.tokens[phrase.head].pos == "PROPN" else "noun"
        commitment: Commitment = "attributed" if statement is not None else clause_commitment(tree, segment, analysis.statements, analysis.quotes, self.book)
        if statement is None and commitment == "asserted" and group.tense in ("future", "near-future"):
            commitment = "future"
        span = tree.span(phrase.start, end)
        verb_end = max(group.end, group.finite + 1)
        holding = tuple(s.id for s in analysis.statements if s.sentence == self.index and span.covers(s.cue)) + ((statement.id,) if statement is not None else ())
        number = {"Sing": "s", "Plur": "p"}.get(tree.tokens[group.finite].feature("Number"), phrase.number)
        return Clause(
            id=0, sentence=self.index, span=span, lead=None, subject=tree.span(phrase.start, phrase.end), verb=tree.span(group.start, verb_end),
            complement=tree.span(verb_end, end) if verb_end < end else None, lemma=verb_lemma(tree.words[group.verb], tree.tokens[group.verb]), tense=group.tense, passive=group.passive,
            negated=group.negated, person=3, number="p" if number == "p" else "s", gender="f" if phrase.gender == "f" else "m" if phrase.gender == "m" else "", subject_kind=kind,
            subject_entity=entity.id if entity is not None else None, commitment=commitment, statements=holding, regular=False, standalone=not obstacles, obstacles=obstacles,
        )  # fmt: skip

    def known(self, phrase: Phrase) -> bool:
        """Whether the title or the first paragraph names what the phrase is."""
        lemma = self.tree.tokens[phrase.head].lemma.lower()
        opening = self.analysis.paragraphs[self.source.first_paragraph].span
        title = self.analysis.article.title
        places = (opening,) if title is None else (opening, title)
        return any(token.pos == "NOUN" and token.lemma.lower() == lemma for place in places for token in self.source.tokens_in(place) if token.span.start < self.tree.tokens[phrase.head].span.start)

    def completed(self, phrase: Phrase) -> Edit | None:
        """« l’usine » told as « l’usine de drones », where the article says shortly before of what, and never of anything else."""
        tree, tokens = self.tree, self.analysis.tokens
        head = tree.tokens[phrase.head]
        if head.pos != "NOUN" or phrase.end - phrase.start != 2 or tree.words[phrase.start] in ("un", "une"):
            return None
        found: dict[str, str] = {}
        near = False
        for at, token in enumerate(tokens[:-2]):
            if token.pos != "NOUN" or token.lemma.lower() != head.lemma.lower() or token.feature("Number") != head.feature("Number") or token is head:
                continue
            stop = at + 1
            while stop + 1 < len(tokens) and tokens[stop].span.of(self.text).lower().replace("’", "'") in ("de", "d'") and self.is_noun(at=stop + 1):
                stop += 2
            if stop == at + 1:
                continue
            words = Span(token.span.start, tokens[stop - 1].span.end).of(self.text)
            found.setdefault(tokens[at + 2].lemma.lower(), words)
            where = next((n for n, s in enumerate(self.analysis.sentences) if s.span.covers(token.span)), -1)
            near = near or 0 <= self.index - where <= 3 and token.span.start < head.span.start
            if near and found[tokens[at + 2].lemma.lower()] != words and len(words) > len(found[tokens[at + 2].lemma.lower()]) and token.span.start < head.span.start:
                found[tokens[at + 2].lemma.lower()] = words
        if len(found) != 1 or not near:
            return None
        words = next(iter(found.values()))
        return Edit("reference", COMPLETED, head.span, words.replace("'", "’"))

    def is_noun(self, at: int) -> bool:
        token = self.analysis.tokens[at]
        word = token.span.of(self.text)
        return word.islower() and (token.pos == "NOUN" or len(word) > 4 and noun_entry(word.removesuffix("s")) is not None)

    # ---------------------------------------------------------------------------------------------------------- predicates

    def predicates(self) -> list[Part]:
        """« X a fait A et a fait B » told as « X a fait B »."""
        made = []
        for left, right in itertools.pairwise(self.clauses):
            part = self.predicate(left, right)
            if part is not None:
                made.append(part)
        return made

    def predicate(self, left: Clause, right: Clause) -> Part | None:
        tree, text = self.tree, self.text
        shared = any(obstacle.startswith("shared-subject") for obstacle in right.obstacles)
        if not shared or left.subject is None or not left.regular or left.verb.start < left.subject.end or left.subject.start < left.span.start:
            return None
        if left.lead is not None and not self.source.is_date(left.lead) and not any(o.startswith("connective:") and o.partition(":")[2] in left.lead.of(text) for o in left.obstacles):
            return None
        if left.commitment in ("conditional",) or right.tense not in _TOLD or right.person != 3:
            return None
        if left.number and right.number and left.number != right.number:
            return None
        words = left.subject.of(text)
        if re.search(r"[,«(]| (?:dans|avec|lors|pour|sur|après|en|au|aux|à|chez) ", words) or len(words.split()) > 12:
            return None
        between = text[left.verb.end : right.verb.start].lower().replace("’", "'")
        if re.search(r"(?<![\w-])(?:que|qu'|qui|dont|où|si|s'il|selon|d'après|ni|soit|non seulement|comme|lorsque|quand)(?![\w-])|[;:(«–—]", between):
            return None
        joint = re.search(r"(?:,? (?:et|mais|puis)|, et puis|, puis) ?$", between)
        if joint is None or self.inside & {k for k in range(tree.first, tree.last) if left.subject.start <= tree.tokens[k].span.start < right.verb.end}:
            return None
        verb = self.reader.token_at(right.verb.start)
        group = next((g for g in tree.groups if g.start == verb), None)
        if group is None or not group.whole or self.leaning_clitic(group):
            return None
        span = Span(left.subject.start, right.span.end)
        inner = [k for k in range(group.end, tree.last) if tree.tokens[k].span.end <= right.span.end]
        if self.leans(inner):
            return None
        if any(s.sentence == self.index and s.cue.end <= left.span.start for s in self.analysis.statements):
            return None
        if any(s.sentence == self.index and s.content.start < right.verb.start < s.content.end for s in self.analysis.statements):
            return None
        drop = Edit("drop", PREDICATE, Span(left.subject.end, right.verb.start), " ")
        obstacles = (*(o for o in left.obstacles if not o.startswith(("connective:", "inner:", "contrast-after:")) and o.partition(":")[2] in words), *(o for o in right.obstacles if not o.startswith(("shared-subject:", "connective:"))))
        clause = replace(
            right, span=span, lead=None, subject=left.subject, gender=left.gender or right.gender, subject_kind=left.subject_kind, subject_entity=left.subject_entity, obstacles=obstacles, regular=False,
            standalone=not obstacles, shorter=(),
        )  # fmt: skip
        said = [k for k in range(tree.first, tree.last) if left.subject.covers(tree.tokens[k].span)]
        noun = next((k for k in said if tree.tokens[k].pos == "NOUN"), None)
        known = noun is None or left.subject_kind == "name" or self.known(Phrase(said[0], said[-1] + 1, noun, "", ""))
        return Part(clause, span, (drop,), (drop,), known)
