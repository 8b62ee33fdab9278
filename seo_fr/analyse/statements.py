"""Who says, accuses, denies, asks… what, and what the newspaper itself vouches for.

Statements are read from the verbs, nouns and locutions of speech of ``rules/`` and from the conditional of hearsay. Content spans leave out «que», «de» and «à».
Whatever is doubtful is never «asserted»: see :func:`clause_commitment`.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from functools import cached_property
from typing import cast

from seo_fr.analyse.obstacles import lexicon as anaphor_lexicon
from seo_fr.analyse.phrases import Phrases, words_of
from seo_fr.analyse.syntax import CLITICS, Segment, Tree, VerbGroup, quoted, segments, singular_in_nt, subject_of, trim, verb_lemma
from seo_fr.model import Commitment, Entity, Quote, Sentence, Span, Statement, StatementClass, Token
from seo_fr.rulebook import Rulebook

_PREPOSITIONS = frozenset(["à", "au", "aux", "de", "du", "d'", "en", "dans", "par", "pour", "sur", "lors"])
_RELATIVES = frozenset(("lequel", "laquelle", "lesquels", "lesquelles"))
_COURT = frozenset(["tribunal", "cour", "juge", "prison", "amende", "sursis", "réclusion", "peine", "ferme", "jury", "perpétuité", "euro"])
_TIME_LEMMAS = frozenset(["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier", "aujourd'hui", "matin", "soir", "après-midi", "midi"])
_MONTHS = frozenset(["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"])
_SPEECH_ADVERBS = frozenset(["également", "aussi", "notamment", "ainsi", "déjà", "encore", "ensuite", "enfin", "toutefois", "cependant", "maintenant", "désormais", "publiquement", "officiellement", "clairement", "même", "alors"])
_OF_PEOPLE = frozenset(["verbes-de-parole-sur-un-nom", "verbes-proposer-un-nom", "verbes-mettre-en-cause"])  # with a thing for subject they say nothing
_SOURCES = frozenset(["rapport", "bilan", "communiqué", "étude", "enquête", "texte", "journal", "quotidien", "hebdomadaire", "magazine", "agence", "institut", "groupe", "entreprise", "société", "club", "comité", "ministère", "ambassade", "hôpital", "université", "fédération", "ligue", "conseil", "cour", "commission", "union", "source", "média", "autorité", "porte-parole", "ville", "région", "pays", "camp", "équipe", "branche", "collectif"])
_ASSEMBLIES = frozenset(["sénat", "assemblée", "parlement", "chambre", "tribunal", "cour", "conseil", "juge", "électeur", "député", "sénateur", "commission", "congrès", "justice", "élu"])  # their refusal is an act
_ADJUNCTS = frozenset(["à", "au", "aux", "dans", "lors", "sur", "devant", "auprès", "pendant", "pour", "en", "par", "via", "depuis", "avec"])
_LOCUTIONS = frozenset(["selon", "d'après", "pour", "aux yeux de", "à en croire", "aux dires de", "de l'avis de"])
_NOT_VIEWS = frozenset(["coupable", "coupables", "mort", "morts", "parti", "partis", "apte", "inapte", "recevable", "irrecevable", "responsable", "responsables"])  # verdicts and findings
_NO_TAG_AFTER = frozenset(["que", "qu'", "qui", "dont", "où", "comme", "et", "mais", "ou", "ce", "si", "quand", "lorsque", "ne", "n'", ":"])
_NEWSPAPER = frozenset(["noter", "relever", "constater", "observer", "remarquer", "considérer", "estimer", "rappeler", "apprendre", "savoir", "souligner"])  # « on note que »: nobody else speaks
_NO_HEARSAY = frozenset(["devoir", "pouvoir", "vouloir", "falloir", "aimer", "souhaiter", "préférer", "désirer", "savoir", "espérer", "apprécier"])
_STATES = frozenset(["être", "avoir", "compter", "détenir", "posséder", "disposer", "souffrir", "comporter", "contenir", "provenir", "viser", "concerner", "trouver", "résider", "vivre", "appartenir", "agir", "exister", "travailler", "remonter", "dater", "sembler", "faire", "envisager", "préparer", "cacher", "diriger", "utiliser", "entretenir", "bénéficier", "financer", "manquer", "figurer", "circuler", "chercher", "occuper", "projeter", "entretenir"])


@dataclass(frozen=True)
class Cue:
    """What a verb or noun of speech announces, and how it is built."""

    cls: StatementClass
    commitment: Commitment
    constructions: frozenset[str]
    rule: str


@dataclass(frozen=True)
class ReportingLexicon:
    """Compiled from the rules. Pronominal verbs are under « se … », verbs of several words under their first, with the rest."""

    verbs: dict[str, tuple[Cue, ...]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]
    nouns: dict[str, tuple[Cue, ...]]
    attributions: Phrases
    not_speakers: frozenset[str]
    hedges: Phrases
    reporting: frozenset[str]  # verbs that take «que»


_DEFAULT: dict[str, Commitment] = {"accuse": "alleged", "deny": "denied"}


@functools.lru_cache(maxsize=8)
def lexicon(book: Rulebook) -> ReportingLexicon:
    """Return the compiled lexicon of ``book``."""
    verbs: dict[str, list[Cue]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    nouns: dict[str, list[Cue]] = {}
    attributions: list[tuple[str, ...]] = []
    hedges: list[tuple[str, ...]] = []
    not_speakers: set[str] = set()
    for rule in book.of_kind("reporting-verbs"):
        cue = _cue(rule.data, rule.id)
        for verb in rule.data["verbs"]:
            word = verb.replace("’", "'")
            if word.startswith(("s'", "se ")):
                tail = word[2:] if word.startswith("s'") else word[3:]
                first, *rest = tail.split()
                if rest:
                    phrases.setdefault("se " + first, []).append((tuple(rest), cue))
                else:
                    verbs.setdefault("se " + first, []).append(cue)
            else:
                first, *rest = word.split()
                if rest:
                    phrases.setdefault(first, []).append((tuple(rest), cue))
                else:
                    verbs.setdefault(first, []).append(cue)
    for rule in book.of_kind("reporting-nouns"):
        cue = _cue(rule.data, rule.id)
        for noun in rule.data["nouns"]:
            nouns.setdefault(noun, []).append(cue)
    for rule in book.of_kind("attribution-phrases"):
        attributions += [words_of(p) for p in rule.data["phrases"]]
        not_speakers.update(rule.data.get("not-speakers", ()))
    for rule in book.of_kind("hedge-words"):
        hedges += [words_of(p) for p in rule.data["words"]]
    attributions.sort(key=lambda w: (-len(w), w))
    hedges.sort(key=lambda w: (-len(w), w))
    return ReportingLexicon(
        {v: tuple(c) for v, c in verbs.items()},
        {v: tuple(c) for v, c in phrases.items()},
        {n: tuple(c) for n, c in nouns.items()},
        Phrases(attributions),
        frozenset(not_speakers),
        Phrases(hedges),
        frozenset(verb for verb, cues in verbs.items() if any("que" in cue.constructions for cue in cues)),
    )


def _cue(data: dict[str, object], rule: str) -> Cue:
    cls = cast(StatementClass, data["class"])
    commitment = cast(Commitment, data.get("commitment", _DEFAULT.get(cls, "attributed")))
    return Cue(cls, commitment, frozenset(cast("list[str]", data["constructions"])), rule)


# ------------------------------------------------------------------------------------------------------------------- tools

_BEFORE_PHRASE = frozenset(["de", "d'", "à", "par", "pour", "selon", "après", "avec", "contre", "dans", "sur", "chez", "entre", "d'après"])



@dataclass
class _Found:
    """A statement in the making, in tokens."""

    cue: tuple[int, int]
    lemma: str
    cls: StatementClass
    commitment: Commitment
    content: Span
    speaker: tuple[int, int, int] | None = None  # first, end, head
    target: tuple[int, int] | None = None
    time: tuple[int, int] | None = None
    quote: int | None = None
    speaker_id: int | None = None
    speaker_span: Span | None = None


def phrase_of(tree: Tree, head: int) -> tuple[int, int, int]:
    """The noun phrase of ``head`` without relative clauses and other commas' additions, save a name in apposition: first, end, head."""
    start, end = tree.extents[head]
    stop = end
    for child in tree.children[head]:
        if child > head and tree.dep(child) in ("acl:relcl", "advcl", "parataxis", "punct", "acl"):
            left = tree.extents[child][0]
            if tree.dep(child) == "acl" and tree.word(left - 1) != ",":
                continue
            if tree.dep(child) == "punct" and tree.words[child] not in (",", "(", "–", "-", "—", ":", ";", "«"):
                continue
            if tree.dep(child) == "punct" and tree.words[child] == "«":
                continue
            if tree.dep(child) == "punct" and tree.words[child] == "," and any(
                tree.dep(c) in ("appos", "conj") and tree.extents[c][0] > child and (tree.tokens[c].pos == "PROPN" or tree.dep(c) == "conj") for c in tree.children[head]
            ):
                continue
            stop = min(stop, left)
    for i in range(head + 1, stop):
        if i in tree.group_of and tree.group_of[i].finite == i:
            stop = min(stop, i)
            while stop > head + 1 and (tree.words[stop - 1] in ("qui", "que", "qu'", "dont", "où", ",") or tree.words[stop - 1] in CLITICS):
                stop -= 1
            break
    begin = start
    for i in range(head - 1, start - 1, -1):
        if tree.words[i] in (",", ":", ";", "»", "«", "(") or (i in tree.group_of and tree.group_of[i].finite == i):
            begin = i + 1
            break
    while stop > head + 1 and tree.is_punct(stop - 1) and tree.words[stop - 1] not in ("»", ")"):
        stop -= 1
    while begin < head and (tree.is_punct(begin) or tree.tokens[begin].pos in ("CCONJ", "SCONJ") or tree.words[begin] in _BEFORE_PHRASE):
        begin += 1
    while stop > head + 1 and (tree.is_punct(stop - 1) and tree.words[stop - 1] not in ("»", ")")):
        stop -= 1
    return begin, max(stop, head + 1), head


def entity_at(tree: Tree, phrase: tuple[int, int, int], entities: tuple[Entity, ...]) -> int | None:
    """Return the id of the entity that the phrase is: its head is a mention of it, or a name in apposition to the head is, or a function of it."""
    start, end, head = phrase
    if any(start <= c < end and tree.tokens[c].pos in ("NOUN", "PROPN", "PRON") for c in tree.kids(head, "conj")):
        return None
    at = tree.tokens[head].span
    names: list[tuple[int, int]] = []
    for entity in entities:
        for mention in entity.mentions:
            if mention.form == "pronoun":
                continue
            if mention.span.start <= at.start < mention.span.end:
                return entity.id
            inside = tree.tokens[start].span.start <= mention.span.start and mention.span.end <= tree.tokens[end - 1].span.end
            if inside:
                names.append((mention.span.start, entity.id))
    children = {c for c in tree.children[head] if tree.dep(c) in ("appos", "flat:name", "flat", "nmod", "flat:foreign") and tree.tokens[c].pos == "PROPN" and not tree.kids(c, "case")}
    for start_at, entity_id in sorted(names):
        if any(tree.tokens[c].span.start == start_at for c in children) and entities_kind(entities, entity_id) == "person":
            return entity_id
    for entity in entities:
        for function in entity.functions:
            if function.start <= at.start < function.end and function.start <= tree.tokens[start].span.start + 1 and any(
                m.span.start >= function.end and m.span.start - function.end <= 3 and m.span.end <= tree.tokens[end - 1].span.end for m in entity.mentions
            ):
                return entity.id
    return None


def entities_kind(entities: tuple[Entity, ...], entity_id: int) -> str:
    """Return the kind of an entity by id."""
    return next((e.kind for e in entities if e.id == entity_id), "other")


def _lemma(tree: Tree, i: int) -> str:
    return verb_lemma(tree.words[i], tree.tokens[i])


class _Reader:
    """Reads the statements of one sentence."""

    def __init__(self, tree: Tree, quotes: tuple[Quote, ...], entities: tuple[Entity, ...], book: Rulebook) -> None:
        self.tree = tree
        self.entities = entities
        self.lexicon = lexicon(book)
        self.book = book
        self.quotes = tuple(q for q in quotes if q.span.overlaps(tree.sentence.span))
        self.whole = tuple(q for q in self.quotes if q.whole)
        self.inside = quoted(tree, tuple(q.span for q in self.whole))
        self.segments = segments(tree, tuple(q.span for q in self.whole), self.lexicon.reporting)
        self.found: list[_Found] = []
        self.start, self.end = trim(tree, tree.first, tree.last)

    # ------------------------------------------------------------------------------------------------------------- ranges

    def segment_at(self, i: int) -> tuple[int, int]:
        for segment in self.segments:
            if segment.start <= i < segment.end:
                return segment.start, segment.end
        return self.start, self.end

    def content(self, start: int, end: int) -> Span | None:
        start, end = trim(self.tree, start, end)
        if start >= end:
            return None
        return self.tree.span(start, end)

    def bounded(self, i: int, end: int) -> int:
        """``end``, not beyond the segment or the quote that ``i`` is in."""
        limit = self.segment_at(i)[1]
        if i in self.inside:
            while end > i + 1 and end - 1 not in self.inside:
                end -= 1
        return min(end, limit)

    # ------------------------------------------------------------------------------------------------------------ speakers

    def speaker_of(self, i: int) -> tuple[int, int, int] | None:
        """The subject of the verb ``i``, climbing through governing verbs, participles and relatives."""
        tree = self.tree
        at = i
        free = self.free_participle(i)
        if free is not None:
            return free
        if i not in self.tree.group_of and self.tree.words[i].endswith("ant") and (self.tree.word(i - 1) == "en" or (self.tree.word(i - 1) in CLITICS and self.tree.word(i - 2) == "en")):
            upper = next((self.tree.group_of[k] for k in self.tree.ancestors(i) if k in self.tree.group_of), None)
            subject = subject_of(self.tree, upper) if upper is not None else None
            return self.checked(subject) if subject is not None and self.tree.words[subject] not in ("qui", "on", "ce", "c'") else None
        own = tree.group_of.get(i)
        if own is not None and own.finite in self.resumed:
            at = self.resumed[own.finite].verb
        for _ in range(5):
            group = tree.group_of.get(at)
            if group is not None:
                subject = subject_of(tree, group)
                personal = subject is not None and (not tree.dep(subject).startswith("expl") or self.personal(group, subject))
                if subject is not None and personal and not (group.passive and at == i):
                    if tree.words[subject] in ("qui", "lequel", "laquelle", "lesquels", "lesquelles") or tree.words[subject].startswith("qui"):
                        antecedent = tree.head(group.head)
                        if tree.tokens[antecedent].pos in ("NOUN", "PROPN", "PRON") and antecedent < subject:
                            return phrase_of(tree, antecedent)
                        return self.antecedent(subject)
                    if tree.words[subject] == "l'" and tree.word(subject + 1) == "on":
                        subject += 1
                    return self.checked(subject)
                for segment in self.segments:
                    if segment.group.finite == group.finite and segment.shared is not None:
                        shared = subject_of(tree, self.segments[segment.shared].group)
                        return self.checked(shared) if shared is not None else None
            dep = tree.dep(at)
            head = tree.head(at)
            if head == at:
                return None
            if group is not None and not group.passive and not dep.startswith("conj"):
                return None
            if dep.startswith("acl") and tree.tokens[at].feature("VerbForm") == "Inf":
                return None
            if dep in ("acl", "amod") and tree.tokens[head].pos in ("NOUN", "PROPN", "PRON"):
                a, b, h = phrase_of(tree, head)
                return a, min(b, at) if at > h else b, h
            if dep.startswith("xcomp"):
                # « a poussé X à critiquer »: X criticises
                controlled = [c for c in tree.kids(head, "obj", "iobj") if c < at and tree.tokens[c].pos in ("NOUN", "PROPN") and c > head]
                if controlled:
                    return phrase_of(tree, controlled[0])
            if dep.startswith(("xcomp", "advcl", "conj", "ccomp", "obl", "acl", "dep")):
                at = head
                if dep.startswith("conj") and group is not None and tree.group_of.get(head) is None:
                    continue
                continue
            return None
        return None

    def personal(self, group: VerbGroup, subject: int) -> bool:
        """Whether «il», for the parser of no person, is the subject of a verb of speech: « Il estime que »."""
        return self.tree.words[subject] == "il" and _lemma(self.tree, group.verb) in self.lexicon.reporting and not group.passive

    def before(self, group: VerbGroup) -> tuple[int, int, int] | None:
        """The phrase from the clause's start or a comma to the verb, where the parser shows no subject: only if its head opens it."""
        tree = self.tree
        if tree.words[group.start - 1] in (",", "»", "et", "qui") if group.start > tree.first else True:
            return None
        begin = group.start - 1
        while begin > self.segment_at(group.finite)[0] and tree.words[begin - 1] not in (",", ";", ":", "»"):
            begin -= 1
        head = next((k for k in range(begin, group.start) if tree.tokens[k].pos in ("NOUN", "PROPN", "PRON")), None)
        if head is None or tree.tokens[begin].pos not in ("DET", "PROPN", "NOUN") or any(g.finite >= begin and g.finite < group.start for g in tree.groups):
            return None
        return begin, group.start, head

    def antecedent(self, relative: int) -> tuple[int, int, int] | None:
        """The noun phrase that ends just before the relative pronoun."""
        tree = self.tree
        top = relative - 1
        while top > tree.first and tree.words[top] in (",", "»", ")"):
            top -= 1
        while tree.first <= tree.head(top) < top and tree.dep(top) in ("nmod", "amod", "flat:name", "flat:foreign", "flat", "appos", "nummod", "obl:mod") and tree.tokens[tree.head(top)].pos in ("NOUN", "PROPN"):
            top = tree.head(top)
        return phrase_of(tree, top) if tree.tokens[top].pos in ("NOUN", "PROPN", "PRON") else None

    @cached_property
    def resumed(self) -> dict[int, VerbGroup]:
        """Verbs that the parser hangs in what is reported though « a dit que… et a ajouté que » goes on with the reporter: by finite verb, the group whose subject they share."""
        tree = self.tree
        found: dict[int, VerbGroup] = {}
        for number, group in enumerate(tree.groups):
            if tree.word(group.start - 1) not in ("et", "mais", "puis") or group.finite in self.inside or subject_of(tree, group) is not None or not tree.dep(group.head).startswith("conj"):
                continue
            if not group.whole or _lemma(tree, group.verb) not in self.spoken:
                continue
            for former in reversed(tree.groups[:number]):
                if former.finite in self.inside or _lemma(tree, former.verb) not in self.spoken or tree.word(former.start - 1) in ("qui", "que", "qu'"):
                    continue
                said = [g for g in tree.groups[:number] if g.finite > former.finite]
                opened = any(tree.words[k] in ("que", "qu'") or tree.tokens[k].feature("VerbForm") == "Inf" for k in range(former.end, min(former.end + 12, group.start)))
                past = ("perfect", "simple-past", "pluperfect")
                same = former.tense == group.tense or (former.tense in ("present", *past) and group.tense in ("present", *past))
                comma = tree.word(group.start - 2) == ","
                plural = tree.words[group.finite].endswith("nt")
                agrees = tree.words[former.finite].endswith("nt") == plural and all(tree.words[g.finite].endswith("nt") != plural for g in said)
                if opened and same and (comma or agrees) and subject_of(tree, former) is not None:
                    found[group.finite] = found.get(former.finite, former)
                elif opened and same and all(g.tense not in (former.tense, group.tense) or tree.dep(g.head).startswith("acl") for g in said):
                    found[group.finite] = found.get(former.finite, former)
                break
        return found

    @cached_property
    def spoken(self) -> frozenset[str]:
        """Verbs of speech of every construction."""
        return frozenset(self.lexicon.verbs)

    def free_participle(self, i: int) -> tuple[int, int, int] | None:
        """The subject of « , estimant que… » and « en ajoutant que… »: that of the clause, or of the tag, that they follow; None for any other verb."""
        tree = self.tree
        if i in tree.group_of or not tree.words[i].endswith("ant") or i in self.inside:
            return None
        before = i - 1
        while tree.word(before) in CLITICS - {"en"} or tree.word(before) in ("ne", "n'") or (before > tree.first and tree.tokens[before].pos == "ADV" and tree.word(before) != "tout"):
            before -= 1
        gerund = tree.word(before) == "en"
        edge = next((k for k in range(i - 2, max(tree.first, i - 5), -1) if tree.word(k) == ","), None)
        if edge is not None and not gerund and tree.tokens[edge + 1].pos == "DET" and tree.tokens[i - 1].pos in ("NOUN", "ADJ", "PRON", "PROPN"):
            return edge + 1, i, i - 1  # « , ce dernier expliquant que »
        initial = before < self.start and any(tree.words[k] == "," for k in range(i, min(i + 25, tree.last)))
        if not gerund and not initial and tree.word(before) not in (",", ":", "»"):
            if tree.word(before) in ("et", "mais", "puis"):
                return next((f.speaker for f in reversed(self.found) if f.cue[1] <= before and tree.words[f.cue[0]].endswith("ant")), None)
            return None
        earlier = [g for g in tree.groups if g.finite < i and g.finite not in self.inside]
        tag = next((g for g in reversed(earlier) if any(f.cue[0] <= g.finite < f.cue[1] and f.speaker is not None and f.speaker[0] >= f.cue[0] for f in self.found)), None)
        if tag is not None:
            return next(f.speaker for f in self.found if f.cue[0] <= tag.finite < f.cue[1])
        if not gerund and earlier and tree.dep(earlier[-1].head).startswith("acl:relcl") and tree.head(i) in (earlier[-1].head, earlier[-1].verb, earlier[-1].finite):
            return None
        segment = next((s for s in self.segments if s.start <= i < s.end), None)
        if segment is None:
            return None
        source = next((f for f in self.found if segment.start <= f.cue[0] < i and f.lemma in _LOCUTIONS and f.speaker is not None), None)
        if source is not None:
            return source.speaker
        main = segment.group if segment.shared is None else self.segments[segment.shared].group
        subject = subject_of(tree, main)
        if initial and main.finite < i:
            return None
        if subject is None or tree.words[subject] in ("qui", "on", "ce", "c'", "cela") or (tree.dep(subject).startswith("expl") and not self.personal(main, subject)):
            return None
        if main.passive and (agent := self.agent_of(main.verb)) is not None:
            return agent
        return self.checked(subject)

    def checked(self, subject: int) -> tuple[int, int, int] | None:
        tree = self.tree
        if tree.tokens[subject].pos not in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X", "DET", "VERB"):
            return None
        return phrase_of(tree, subject)

    def agent_of(self, i: int) -> tuple[int, int, int] | None:
        for child in self.tree.kids(i, "obl"):
            if self.tree.dep(child) == "obl:agent" and self.tree.words[self.tree.extents[child][0]] == "par":
                a, b, h = phrase_of(self.tree, child)
                said = next((k for k in range(h + 1, b) if self.tree.words[k] in ("de", "d'", "à") and self.tree.dep(k) == "mark"), b)
                return a, said, h
        return None

    def time_of(self, group: VerbGroup | None, i: int) -> tuple[int, int] | None:
        tree = self.tree
        tops = {i} if group is None else {group.head, group.verb, group.finite}
        for k in range(tree.first, tree.last):
            if tree.tokens[k].lemma.lower() in _TIME_LEMMAS and k not in self.inside and tree.head(k) in tops:
                start = k
                if tree.word(k - 1) in ("ce", "cet", "cette", "le"):
                    start -= 1
                end = k + 1
                while end < tree.last and (tree.words[end] in ("matin", "soir", "après-midi", "dernier", "dernière", "passé") or (tree.tokens[end].pos == "NUM" and tree.head(end) == k)):
                    end += 1
                return start, end
        return None

    def add(self, found: _Found) -> None:
        self.found.append(found)

    # --------------------------------------------------------------------------------------------------------------- verbs

    def cues_of(self, i: int) -> tuple[tuple[Cue, ...], int]:
        """The cues of the verb at ``i`` and the end of the words that make it."""
        tree = self.tree
        lemma = _lemma(tree, i)
        group = tree.group_of.get(i)
        start = group.start if group else i
        reflexive = any(tree.words[k] in ("se", "s'") for k in range(max(tree.first, start), i)) or tree.word(i - 1) in ("se", "s'")
        key = "se " + lemma if reflexive else lemma
        for rest, _cue in self.lexicon.phrases.get(key, ()):
            at = group.end if group else i + 1
            if tree.word(at) in _SPEECH_ADVERBS:
                at += 1
            if all(at + k < tree.last and rest[k] in (tree.words[at + k], tree.tokens[at + k].lemma) for k in range(len(rest))):
                return tuple(c for r, c in self.lexicon.phrases[key] if r == rest), at + len(rest)
        return self.lexicon.verbs.get(key, ()), (group.end if group else i + 1)

    def read_verbs(self) -> None:
        tree = self.tree
        for i in range(tree.first, tree.last):
            token = tree.tokens[i]
            if token.pos not in ("VERB", "AUX") and not (token.pos in ("ADJ", "NOUN") and tree.words[i].endswith("ant") and token.dep in ("advcl", "acl")):
                continue
            if token.pos == "AUX" and token.dep.startswith("aux"):
                continue
            if i not in tree.group_of and tree.words[i].endswith("ant") and not token.lemma.endswith(("er", "ir", "re")):
                continue
            group = tree.group_of.get(i)
            if group is not None and group.verb != i:
                continue
            cues, after = self.cues_of(i)
            if not cues or tree.word(i - 1) == "-à-" or (tree.words[i] == "dire" and tree.word(i - 2) == "c'") or (tree.words[i] == "dit" and tree.word(i - 1) in ("cela", "ceci", "autrement")):
                continue
            if any(f.cue[0] <= i < f.cue[1] for f in self.found[-3:]):
                continue  # «savoir» of « faire savoir »
            if group is not None and self.as_told(i, group, after, cues):
                continue
            self.read_verb(i, group, cues, after)

    def as_told(self, i: int, group: VerbGroup, after: int, cues: tuple[Cue, ...]) -> bool:
        """« …, comme l’a indiqué X », « Comme le rappelle X, … »: what X says is the rest of the clause."""
        tree = self.tree
        if tree.words[group.start] not in ("l'", "le") or tree.word(group.start - 1) != "comme" or i in self.inside or not {"que", "incise"} & cues[0].constructions:
            return False
        begin = group.start - 1
        speaker = self.inverted_subject(i, group, after) or self.speaker_of(i)
        start, end = self.segment_at(i)
        if speaker is None:
            return False
        if begin <= start + 1:
            comma = next((k for k in range(max(after, speaker[1]), end) if tree.words[k] == ","), None)
            content = None if comma is None else self.content(comma + 1, end)
        else:
            content = self.content(start, begin)
        if content is None or not any(content.start <= tree.tokens[g.finite].span.start < content.end for g in tree.groups):
            return False
        made = _Found((group.start, max(after, i + 1)), _lemma(tree, i), cues[0].cls, cues[0].commitment, content, speaker)
        made.time = self.time_of(group, i)
        self.add(made)
        return True

    def read_verb(self, i: int, group: VerbGroup | None, cues: tuple[Cue, ...], after: int) -> None:
        tree = self.tree
        passive = group.passive if group else (tree.tokens[i].feature("VerbForm") == "Part" and not tree.words[i].endswith("ant"))
        former = tree.group_of.get(tree.head(i)) if group is None and passive and tree.dep(i).startswith("conj") else None
        if former is not None and not former.passive and former.finite != former.verb and (
            tree.words[former.finite] in ("a", "ont", "avait", "avaient", "aurait", "auraient", "aura", "auront") or any(tree.words[k] in ("se", "s'") for k in range(former.start, former.finite))
        ):
            passive = False  # « a exprimé sa solidarité et salué les secours »
        for cue in cues:
            made = self.build(i, group, cue, after, passive)
            if made is None:
                continue
            start = group.start if group else i
            made.cue = (start, max(after, i + 1))
            made.time = self.time_of(group, i)
            made.commitment = self.commitment_of(cue, group, i, made)
            upper = tree.group_of.get(tree.head(i)) if group is None else None
            if upper is not None and tree.dep(i).startswith("xcomp") and _lemma(tree, upper.verb) in ("sembler", "paraître", "permettre", "faire"):
                return
            if made.speaker is None and made.lemma in _NEWSPAPER and (tree.tokens[i].feature("VerbForm") == "Inf" or i == self.start):
                return  # « force est de constater », « notez que »
            if made.speaker is None and group is not None and not passive and group.start == group.finite:
                made.speaker = self.before(group)
            if i in self.inside and (made.speaker is None or tree.words[made.speaker[2]] in ("je", "j'", "nous", "on", "-je", "-nous")):
                return  # who is quoted speaks already: « nous pensons que » adds no voice
            if not (made.speaker is not None and tree.words[made.speaker[2]] == "on" and made.lemma in _NEWSPAPER) and not (
                group is None and cue.cls in ("refuse", "decide") and tree.words[i].endswith("ant")
            ) and not (group is None and "attribut" in cue.constructions and passive and made.speaker is None):
                self.add(made)
            return

    def commitment_of(self, cue: Cue, group: VerbGroup | None, i: int, made: _Found) -> Commitment:
        tree = self.tree
        negated = group.negated if group else tree.word(i - 1) in ("pas", "jamais", "plus") and tree.word(i - 2) in ("ne", "n'")
        if negated:
            return "negated"
        tense = group.tense if group else ""
        if group is None:
            for top in tree.ancestors(i)[:2]:
                upper = tree.group_of.get(top)
                if upper is not None and tree.dep(i) in ("xcomp",) and _lemma(tree, upper.verb) in ("devoir", "pouvoir", "aller"):
                    return "conditional" if upper.tense == "conditional" or _lemma(tree, upper.verb) != "aller" else "future"
        if tense == "past-conditional":
            return "alleged"
        if tense == "conditional":
            return "conditional"
        if tense in ("future", "near-future"):
            return "future"
        if cue.cls in ("say", "announce", "believe", "admit") and cue.commitment == "attributed":
            for other in tree.groups:
                if made.content.start <= tree.tokens[other.finite].span.start < made.content.end:
                    if other.tense == "past-conditional" and self.hearsay(other):
                        return "alleged"
                    break
        return cue.commitment

    def build(self, i: int, group: VerbGroup | None, cue: Cue, after: int, passive: bool) -> _Found | None:
        tree = self.tree
        built = cue.constructions
        made = _Found((i, i + 1), _lemma(tree, i), cue.cls, cue.commitment, Span(0, 0))
        if passive and "obj" in built and cue.cls not in ("ask", "decide") and made.lemma not in ("condamner", "dévoiler", "officialiser", "notifier", "prévoir", "anticiper", "pointer"):
            agent = self.agent_of(i)
            told = self.object(i, group, True)
            if agent is not None and told is not None and self.animate(agent) and not (cue.cls in ("deplore", "welcome") and any(tree.tokens[k].pos == "PROPN" and k == told[1] - 1 for k in range(*told))):
                said = self.content(*told)
                lemmas = {tree.tokens[k].lemma.lower() for k in range(agent[0], agent[1])}
                if said is not None and not (cue.cls == "refuse" and lemmas & _ASSEMBLIES):
                    made.content, made.speaker = said, agent
                    return made
        if passive and not ({"obj-de", "obj-a-inf", "obj-de-inf", "pour", "attribut", "comme", "adjectif"} & built):
            impersonal = group is not None and any(tree.word(k) == "il" for k in range(max(tree.first, group.start - 1), group.start))
            if impersonal and ("que" in built or "de-inf" in built):
                said = self.que(i, group, after) or self.infinitive(i, after, ("de", "d'"))
                if said is not None:
                    made.content = said
                    return made
            return None
        if "incise" in built and not passive:
            spoken = self.direct(i, group, after)
            if spoken is not None:
                made.content, made.quote, inverted = spoken
                made.speaker = self.inverted_subject(i, group, after) if inverted else self.speaker_of(i)
                if made.speaker is None and not inverted:
                    made.speaker = self.speaker_of(i)
                return made
        content: Span | None = None
        if "si" in built:
            content = self.si(i, after)
        if content is None and "que" in built:
            content = self.que(i, group, after)
        if content is None and "inf" in built:
            content = self.infinitive(i, after, ())
        if content is None and "de-inf" in built:
            content = self.infinitive(i, after, ("de", "d'"))
        if content is None and "a-inf" in built:
            content = self.infinitive(i, after, ("à",))
        if content is not None:
            made.content = content
            made.speaker = self.agent_of(i) if passive else self.speaker_of(i)
            if cue.cls == "ask":
                made.target = self.indirect(i)
            return made
        if "a-obj-de-inf" in built:
            target = self.indirect(i)
            if target is not None:
                content = self.infinitive(i, after, ("de", "d'"), target[1]) or self.que(i, group, target[1])
                if content is not None:
                    made.content, made.target, made.speaker = content, target, self.speaker_of(i)
                    return made
        for name, marks in (("obj-a-inf", ("à",)), ("obj-de-inf", ("de", "d'"))):
            if name in built:
                target = self.object(i, group, passive)
                content = self.infinitive(i, after, marks, target[1] if target and not passive else after)
                if content is not None:
                    made.content, made.target = content, target
                    made.speaker = self.agent_of(i) if passive else self.speaker_of(i)
                    return made
        if "obj-de" in built:
            return self.accusation(i, group, after, passive, made)
        if "pour" in built and passive:
            return self.prosecution(i, group, after, made)
        if "attribut" in built:
            return self.attribute(i, group, after, passive, made)
        if "comme" in built or "adjectif" in built or "dans-un" in built:
            seen = self.seen_as(i, group, built, after, passive, made)
            if seen is not None:
                return seen
        if "a-nom" in built and tree.word(after) in ("à", "au", "aux"):
            return self.noun_content(i, group, after + (1 if tree.word(after) == "à" else 0), made)
        if "contre" in built and tree.word(after) == "contre":
            return self.noun_content(i, group, after + 1, made)
        if "de-nom" in built and tree.word(after) in ("de", "du", "des", "d'"):
            return self.noun_content(i, group, after + (1 if tree.word(after) in ("de", "d'") else 0), made)
        if "obj" in built and not passive:
            return self.object_content(i, group, cue, made)
        return None

    def que(self, i: int, group: VerbGroup | None, after: int) -> Span | None:
        """Content of the «que» clause of the verb at ``i``."""
        tree = self.tree
        tops = {i} | ({group.head, group.verb, group.finite} if group else set())
        limit = self.bounded(i, tree.last)
        k = after
        commas = 0
        while k < limit and k - after < 28:
            word = tree.words[k]
            if word in ("que", "qu'") and group is not None and any(tree.words[m] in ("ne", "n'") for m in range(group.start, group.finite)) and tree.word(k + 1) in _PREPOSITIONS:
                return None
            if word in ("que", "qu'", "qu"):
                clause = tree.head(k)
                direct = k == after or self.adjuncts_only(after, k) or all(tree.tokens[m].pos == "ADV" or tree.tokens[m].lemma.lower() in _TIME_LEMMAS for m in range(after, k))
                if (tree.word(k - 1), tree.word(k - 2)) != ("même", "de") and tree.word(k - 1) in ("plus", "moins", "autant", "aussi", "tel", "telle", "même", "autre", "autres", "autrement", "plutôt", "alors", "tandis", "ainsi", "bien", "après", "avant", "afin", "pour", "parce", "dès", "depuis", "lors") and (not direct or tree.word(k - 1) not in ("aussi", "ainsi", "bien", "plus", "même")):
                    k += 1
                    continue
                governed = (tree.head(clause) in tops and tree.tokens[k].dep == "mark") or tree.head(k) in tops
                if direct or governed or (tree.tokens[k].dep == "mark" and tree.tokens[clause].dep == "ccomp" and not any(tree.tokens[m].pos in ("VERB", "AUX") for m in range(after, k))):
                    stop = tree.extents[clause][1] if clause > k and clause in tree.extents else limit
                    if clause <= k:
                        nxt = next((g.head for g in tree.groups if g.finite > k), None)
                        if nxt is None:
                            return None
                        stop = tree.extents[nxt][1]
                    elif not any(g.finite > k and g.finite < stop for g in tree.groups) and (
                        nxt := next((g.head for g in tree.groups if k < g.finite < limit and tree.under(clause, g.head) and g.head > k), None)
                    ) is not None:
                        stop = tree.extents[nxt][1]
                    elif not any(g.finite > k and g.finite < stop for g in tree.groups) and not (k == after and tree.dep(clause) == "ccomp" and tree.kids(clause, "nsubj")):
                        if not (direct and any(tree.word(m) in ("«", "[") for m in range(k + 1, k + 4))):
                            return None
                        stop = limit  # « estime qu’il « [existait] d’autres moyens » »
                    again = stop + 1 if tree.word(stop) == "," else stop
                    if tree.word(again) in ("et", "ou", "mais") and tree.word(again + 1) in ("que", "qu'"):
                        stop = max(stop, tree.extents[tree.head(again + 1)][1], again + 3)
                    begin = k + 2 if word == "qu" and tree.word(k + 1) == "'" else k + 1
                    return self.content(begin, self.cap(begin, min(max(stop, k + 2), limit), i))
                if not governed and tree.tokens[k].pos != "SCONJ":
                    k += 1
                    continue
            if word == ";" or word == ":" or word == "«":
                return None
            if word == ",":
                commas += 1
            if k in tree.group_of and tree.group_of[k].finite == k and commas < 2 and not any(
                tree.words[m] in ("où", "qui", "dont") for m in range(max(after, tree.group_of[k].start - 6), k)
            ):
                return None
            k += 1
        return None

    def adjuncts_only(self, start: int, end: int) -> bool:
        """Whether only adverbs and phrases with a preposition stand between a verb and its «que»: « a affirmé à son patron que »."""
        tree = self.tree
        k = start
        while k < end and tree.tokens[k].pos == "ADV":
            k += 1
        nearest = next((g for g in tree.groups if g.finite > end), None)
        sure = tree.tokens[end].pos == "SCONJ" and tree.dep(end) == "mark"
        if not sure and (nearest is None or not (nearest.passive or nearest.copular)):
            return False  # a relative «que» is an object, which no passive has
        if k >= end or tree.words[k] not in _ADJUNCTS or end - k > 14 or tree.words[end - 1] in ("afin", "avant", "après", "plus", "moins", "alors", "tandis", "autant"):
            return False
        return not any(m in tree.group_of or tree.words[m] in (",", ":", ";", "«", "qui", "dont", "où") or tree.tokens[m].pos == "VERB" for m in range(k, end))

    def verb_between(self, start: int, end: int) -> bool:
        return any(start <= g.finite < end for g in self.tree.groups)

    def cap(self, start: int, end: int, cue: int) -> int:
        """Cut the content before an addition that is another voice's: « , a-t-il ajouté », « , selon X », « , ajoutant que »."""
        tree = self.tree
        for k in range(start + 1, end):
            group = tree.group_of.get(k)
            if group is not None and group.finite == k and k in self.resumed and cue < k:
                return max(start + 1, group.start - 1)
            if tree.words[k].endswith("ant") and tree.tokens[k].lemma in self.lexicon.verbs and k not in tree.group_of and k > start + 2 and tree.word(k - 1) in ("en", "et") and cue < start:
                return k - 2 if tree.word(k - 2) in ("tout", "et") else k - 1
            if tree.words[k - 1] not in (",", "»", "–"):
                continue
            if tree.words[k].endswith("ant") and tree.tokens[k].dep in ("advcl", "acl") and tree.tokens[k].lemma in self.lexicon.verbs and k > start + 3:
                return k
        return end

    def si(self, i: int, after: int) -> Span | None:
        tree = self.tree
        limit = self.bounded(i, tree.last)
        for k in range(after, min(limit, after + 12)):
            if (tree.words[k] == "s'" and tree.word(k + 1) in ("il", "ils")) or (tree.words[k] == "si" and tree.tokens[k].pos in ("SCONJ", "ADV", "CCONJ")):
                return self.content(k, limit)
            if k in tree.group_of or tree.words[k] in (",", ";", ":"):
                return None
        return None

    def infinitive(self, i: int, after: int, marks: tuple[str, ...], begin: int | None = None) -> Span | None:
        """Content of an infinitive governed by the verb at ``i``, introduced by one of ``marks`` (none: directly)."""
        tree = self.tree
        limit = self.bounded(i, tree.last)
        k = begin if begin is not None else after
        steps = 0
        while k < limit and steps < 8:
            word, token = tree.words[k], tree.tokens[k]
            if word in marks:
                k += 1
                break
            if word == "d" and "d'" in marks and tree.word(k + 1) == "'":
                k += 2
                break
            if not marks and word in _ADJUNCTS:
                # « annonce en novembre avoir été exclue »
                ahead = next((m for m in range(k + 1, min(limit, k + 8)) if tree.tokens[m].feature("VerbForm") == "Inf"), None)
                if ahead is None or tree.tokens[ahead - 1].pos == "ADP" or any(tree.words[m] in (",", ";", "qui", "que", "qu'", "de", "d'") or m in tree.group_of for m in range(k, ahead)):
                    return None
                k = ahead
                break
            if not marks and (token.feature("VerbForm") == "Inf"):
                break
            ok = token.pos == "ADV" or token.lemma.lower() in _TIME_LEMMAS or word in ("ne", "n'", "pas", "ce", "cet") or (not marks and word in CLITICS)
            if not ok:
                if word == "," and marks == () :
                    return None
                if word == ",":
                    # an insertion closed by a second comma
                    close = next((m for m in range(k + 1, min(limit, k + 9)) if tree.words[m] == ","), None)
                    if close is None:
                        return None
                    k = close
                else:
                    return None
            k += 1
            steps += 1
        start = k
        while k < limit and (tree.words[k] in CLITICS or tree.words[k] in ("ne", "n'", "pas", "plus", "«", "[") or tree.tokens[k].pos == "ADV"):
            k += 1
        if k >= limit or (tree.tokens[k].feature("VerbForm") != "Inf" and tree.words[k] not in ("avoir", "être")):
            return None
        if not marks and begin is None:
            start = after
            while start < k and (tree.tokens[start].lemma.lower() in _TIME_LEMMAS or tree.words[start] in _SPEECH_ADVERBS):
                start += 1
        head = k
        if tree.tokens[k].dep.startswith(("aux", "cop")):
            head = tree.head(k)
        if not (tree.under(head, i) or (tree.group_of.get(i) and tree.under(head, tree.group_of[i].head))) and begin is None and k - after > 3:
            return None
        stop = max(tree.extents[head][1], k + 1)
        return self.content(start, self.cap(start, min(stop, limit), i))

    def indirect(self, i: int) -> tuple[int, int] | None:
        tree = self.tree
        for child in tree.kids(i, "obl", "iobj", "nmod"):
            if child > i and tree.word(tree.extents[child][0]) in ("à", "au", "aux"):
                start, _end = tree.extents[child]
                a, b, _ = phrase_of(tree, child)
                b = next((k for k in range(child + 1, b - 1) if tree.words[k] in ("de", "d'") and self.infinitive_at(k + 1)), b)
                return (start, b) if tree.words[start] in ("au", "aux") else (max(a, start + 1), b)
        return None

    def object(self, i: int, group: VerbGroup | None, passive: bool) -> tuple[int, int] | None:
        tree = self.tree
        if passive:
            if group is not None:
                subject = subject_of(tree, group)
                if subject is not None:
                    a, b, _ = phrase_of(tree, subject)
                    return a, b
            elif tree.dep(i) in ("acl", "amod"):
                top = tree.head(i)
                while tree.dep(top) == "conj" and tree.tokens[tree.head(top)].pos in ("NOUN", "PROPN") and tree.head(top) < top:
                    top = tree.head(top)
                a, b, _ = phrase_of(tree, top)
                return a, min(b, i) if a < i else b
            return None
        for child in tree.kids(i, "obj"):
            a, b, _ = phrase_of(tree, child)
            # what the verb says of the object («de …») hangs on the noun for the parser
            for k in range(child + 1, b):
                if tree.words[k] in ("de", "d'", "du", "des", "à") and (tree.tokens[k].dep == "mark" or (tree.words[k] in ("de", "d'") and self.infinitive_at(k + 1))):
                    b = k
                    break
            return a, b
        return None

    def accusation(self, i: int, group: VerbGroup | None, after: int, passive: bool, made: _Found) -> _Found | None:
        """« accuser X de N », « accuser X d’avoir », « être accusé de »."""
        tree = self.tree
        limit = self.bounded(i, tree.last)
        start: int | None = None
        if passive:
            k = after
            while k < limit and k < after + 12 and tree.words[k] not in ("de", "d'", "du", "des"):
                if tree.words[k] in (",", ";", ":") or k in tree.group_of:
                    return None
                k += 1
            if k >= limit or tree.words[k] not in ("de", "d'", "du", "des"):
                return None
            start = k + 1 if tree.words[k] in ("de", "d'") else k
            made.target = self.object(i, group, True)
            made.speaker = self.agent_of(i)
        else:
            subject = self.speaker_of(i)
            made.speaker = subject
            objects = [c for c in tree.kids(i, "obj") if tree.tokens[c].lemma.lower() not in _TIME_LEMMAS]
            obj = objects[0] if objects else next(
                (c for c in tree.kids(i, "obl", "xcomp", "nmod") if c >= after and tree.tokens[c].pos in ("NOUN", "PROPN") and not tree.kids(c, "case") and tree.tokens[c].lemma.lower() not in _TIME_LEMMAS),
                None,
            )
            clitic = group is not None and any(tree.words[k] in ("l'", "les", "le", "la") for k in range(group.start, i))
            if obj is None and not clitic:
                mark = next((k for k in range(after, min(limit, after + 14)) if tree.words[k] in ("de", "d'") and tree.dep(k) == "mark" and tree.head(tree.head(k)) == i), None)
                noun = next((k for k in range(after, mark or after) if tree.tokens[k].pos == "DET"), None)
                if mark is None or noun is None:
                    return None
                made.target, start = (noun, mark), mark + 1
            begin = obj + 1 if obj is not None and obj >= after else after
            # an infinitive with «de», else the last «de» that the parser hangs on the verb, else the first after the object's own complements
            for k in range(begin, min(limit, begin + 25) if start is None else begin):
                if tree.words[k] in ("de", "d'") and tree.tokens[k].dep == "mark":
                    start = k + 1
                    break
                if k in tree.group_of and tree.group_of[k].finite == k and tree.word(k - 1) not in ("qui",):
                    break
            if start is None:
                for child in tree.kids(i, "obl"):
                    left = tree.extents[child][0]
                    if child > begin and tree.words[left] in ("de", "d'", "du", "des"):
                        start = left + 1 if tree.words[left] in ("de", "d'") else left
                        break
            if start is None:
                candidates = [k for k in range(begin, min(limit, begin + 14)) if tree.words[k] in ("de", "d'", "du", "des")]
                if (obj is not None and tree.tokens[obj].pos == "PROPN" and candidates) or (clitic and candidates and candidates[0] <= after + 1):
                    k = candidates[0]
                elif candidates:
                    k = candidates[-1]
                    bare = k + 1 < limit and tree.words[k] in ("de", "d'") and tree.tokens[k + 1].pos == "NOUN"
                    if len(candidates) == 1 and not bare:
                        k = -1
                    elif len(candidates) > 1:
                        k = next((c for c in candidates if c + 1 < limit and tree.word(c + 1) not in ("la", "l'", "le", "les") and tree.tokens[c + 1].pos != "PROPN" and tree.words[c] in ("de", "d'") and c != candidates[0]), -1)
                else:
                    k = -1
                if k < 0:
                    return None
                start = k + 1 if tree.words[k] in ("de", "d'") else k
            if obj is not None and obj >= after:
                a, _, _ = phrase_of(tree, obj)
                stop = start - 1 if tree.words[start - 1] in ("de", "d'") else start
                made.target = (a, stop)
        end = self.bounded(i, self.segment_at(i)[1])
        stop = self.phrase_end(start, end)
        if passive and made.speaker is None and tree.tokens[start].feature("VerbForm") != "Inf":
            agent = next((k for k in range(start + 1, stop) if tree.words[k] == "par"), stop)
            named = self.nominal_head(agent + 1) if agent < stop else None
            if named is not None and (tree.tokens[named].pos == "PROPN" or tree.word(agent + 1) in ("le", "la", "l'", "les", "des", "un", "une", "son", "sa", "ses")):
                made.speaker, stop = phrase_of(tree, named), agent
        if tree.tokens[start].feature("VerbForm") == "Inf" and stop < (reach := min(end, tree.extents[start][1])):
            if not any(self.lexicon.attributions.first_at(tree, k) for k in range(stop, reach)) and not any(g.finite >= stop and g.finite < reach for g in tree.groups):
                stop = reach  # « soupçonné de participer, avec d’autres, à des violences »
        content = self.content(start, self.cap(start, stop, i))
        if content is None:
            return None
        made.content = content
        return made

    def phrase_end(self, start: int, end: int) -> int:
        """End of the phrase that begins at ``start``: before a comma that opens a relative, a locution of attribution or the rest of the sentence."""
        tree = self.tree
        end_of_main = tree.tokens[start].feature("VerbForm") != "Inf"
        for k in range(start + 1, end):
            if tree.words[k] in ("qui", "que", "qu'", "dont", "où", "si", "quand", "lorsque", "comme", "et", "ou"):
                end_of_main = False
            group = tree.group_of.get(k)
            if end_of_main and group is not None and group.finite == k and group.start > start and k not in self.inside:
                return group.start
            if tree.words[k] in (",", ";", "»", ":") and k not in self.inside:
                nxt = tree.word(k + 1)
                if nxt in ("et", "ou", "mais") and not any(g.finite > k for g in tree.groups):
                    continue
                if tree.words[k] == "»":
                    continue
                return k
        return end

    def prosecution(self, i: int, group: VerbGroup | None, after: int, made: _Found) -> _Found | None:
        tree = self.tree
        limit = self.bounded(i, tree.last)
        for k in range(after, min(limit, after + 12)):
            if tree.words[k] == "pour" and tree.word(k + 1) not in ("la", "le", "les", "l'", "une", "deux", "trois", "cette", "ce"):
                content = self.content(k + 1, self.phrase_end(k + 1, limit))
                if content is None or tree.tokens[k + 1].pos == "NUM" or (tree.tokens[k + 1].feature("VerbForm") == "Inf" and tree.words[k + 1] not in ("avoir", "être")):
                    return None
                made.content, made.target = content, self.object(i, group, True)
                return made
            if tree.words[k] in (",", ";") or k in tree.group_of:
                return None
        return None

    def attribute(self, i: int, group: VerbGroup | None, after: int, passive: bool, made: _Found) -> _Found | None:
        tree = self.tree
        limit = self.bounded(i, tree.last)
        for k in range(after, min(limit, after + 18)):
            if tree.words[k] in ("de", "d'", "d", "comme") and (
                k == after or tree.head(tree.head(k)) == i or tree.word(k + 1) == "«" or (tree.tokens[k + 1].pos in ("ADJ", "NOUN") and k > after + 1 and tree.words[k] != "du")
            ):
                agent = next((m for m in range(k + 2, limit) if tree.words[m] == "par"), limit) if passive else limit
                begin = k + 2 if tree.words[k] == "d" and tree.word(k + 1) == "'" else k + 1
                content = self.content(begin, self.phrase_end(begin, agent))
                if content is None:
                    return None
                made.content = content
                made.target = self.object(i, group, passive)
                made.speaker = (self.agent_of(i) or self.agent_after(agent, limit)) if passive else self.speaker_of(i)
                return made
            if k in tree.group_of and tree.group_of[k].finite == k:
                return None
        return None

    def seen_as(self, i: int, group: VerbGroup | None, built: frozenset[str], after: int, passive: bool, made: _Found) -> _Found | None:
        """« considérer X comme Y », « juger X trop Y », « être jugé Y par X », « se dire Y », « voir dans X un Y »: content is Y."""
        tree = self.tree
        limit = self.bounded(i, tree.last)
        begin: int | None = None
        first = next((k for k in range(after, min(limit, after + 4)) if tree.tokens[k].pos != "ADV" and tree.words[k] not in ("«", "“", '"')), limit)
        if "comme" in built:
            begin = next((k + 1 for k in range(after, min(limit, after + 14)) if tree.words[k] == "comme"), None)
            if begin is not None and (self.verb_between(after, begin) or any(tree.words[k] in (",", "que", "qu'", "«", ";") for k in range(after, begin))):
                begin = None
            if begin is not None and (begin >= limit or tree.tokens[begin].pos in ("PRON", "SCONJ", "ADP") or (passive and begin - 1 > after + 2 and tree.word(after) != "par")):
                begin = None
        if begin is None and "adjectif" in built:
            reflexive = group is not None and any(tree.words[k] in ("se", "s'") for k in range(group.start, group.finite))
            if passive or reflexive or (group is None and tree.word(i - 1) in ("se", "s'")):
                described = first < limit and (tree.tokens[first].pos == "ADJ" or (tree.tokens[first].feature("VerbForm") == "Part" and tree.words[first] != "par")) and tree.words[first] not in _NOT_VIEWS
                begin = after if described else None
            elif group is None or not group.negated:
                child = next((c for c in tree.kids(i, "xcomp", "amod") if c > after and tree.tokens[c].pos == "ADJ" and not tree.kids(c, "case", "mark")), None)
                objects = [c for c in tree.kids(i, "obj") if after <= c < (child or 0)]
                if child is not None and objects and child < limit and tree.extents[child][0] >= objects[0]:
                    begin = max(tree.extents[child][0], objects[0] + 1)
        if begin is None and "dans-un" in built and not passive and group is not None and any(tree.words[k] == "y" for k in range(group.start, group.finite)) and tree.word(after) in ("un", "une"):
            begin = after
        if begin is None and "dans-un" in built and not passive and tree.word(after) in ("dans", "en"):
            top = next((c for c in tree.kids(i, "obj") if c > after), None)
            det = next((k for k in range(after + 2, min(limit, after + 14)) if tree.words[k] in ("un", "une", "le", "la", "l'", "des")), None) if top is not None else None
            if top is not None and det is not None:
                left = min((c for c in tree.kids(top, "det") if c < top), default=top)
                begin = left if tree.words[left] in ("un", "une", "le", "la", "l'") and left > after + 1 else None
        if begin is None or begin >= limit:
            return None
        agent = next((k for k in range(begin + 1, limit) if tree.words[k] == "par"), limit) if passive else limit
        content = self.content(begin, self.phrase_end(begin, agent))
        if content is None:
            return None
        made.content, made.target = content, self.object(i, group, passive)
        made.speaker = (self.agent_of(i) or self.agent_after(agent, limit)) if passive else self.speaker_of(i)
        if passive and group is None and made.speaker is None:
            return None
        return made

    def agent_after(self, k: int, limit: int) -> tuple[int, int, int] | None:
        """The phrase after the «par» at ``k``, where the parser hangs it elsewhere than on the verb."""
        if k >= limit or (self.tree.tokens[k - 1].feature("VerbForm") == "Part" and not self.tree.words[k - 1].endswith("ant")):
            return None  # « plus intéressé par la lutte »
        head = self.nominal_head(k + 1) if k + 1 < limit else None
        return None if head is None else phrase_of(self.tree, head)

    def animate(self, phrase: tuple[int, int, int]) -> bool:
        """Whether a phrase may be somebody: a name, a pronoun, a person, an institution; « la seconde mi-temps » confirms, but says nothing."""
        tree = self.tree
        token = tree.tokens[phrase[2]]
        if token.pos in ("PROPN", "PRON", "X") or token.span.of(tree.text)[0].isupper():
            return True
        anaphors = anaphor_lexicon(self.book)
        forms = {token.lemma.lower(), tree.words[phrase[2]]}
        if forms & (anaphors.persons | anaphors.titles | anaphors.institutions | _HOLDERS | _SOURCES):
            return True
        if any(e.kind in ("person", "organisation", "country") and any(phrase[0] <= k < phrase[1] for k in range(phrase[0], phrase[1]) if any(m.span.start == tree.tokens[k].span.start for m in e.mentions) and k == phrase[2]) for e in self.entities):
            return True
        return tree.words[phrase[2]].rstrip("s").endswith(("eur", "euse", "iste", "ien", "ienne", "ant", "logue", "trice", "aire", "ais", "ois"))

    def noun_content(self, i: int, group: VerbGroup | None, start: int, made: _Found) -> _Found | None:
        tree = self.tree
        if start >= tree.last or tree.tokens[start].feature("VerbForm") == "Inf":
            return None
        heads = [c for c in self.tree.children[i] if tree.extents[c][0] in (start, start - 1) and tree.tokens[c].pos in ("NOUN", "PROPN", "PRON")]
        end = tree.extents[heads[0]][1] if heads else self.phrase_end(start, self.bounded(i, tree.last))
        content = self.content(start, min(self.phrase_end(start, end), self.bounded(i, end)))
        if content is None or not any(tree.tokens[k].pos == "NOUN" for k in range(start, end)):
            return None
        if heads and tree.tokens[heads[0]].pos == "PROPN":
            return None
        made.content, made.speaker = content, self.speaker_of(i)
        return made

    def object_content(self, i: int, group: VerbGroup | None, cue: Cue, made: _Found) -> _Found | None:
        tree = self.tree
        if group is None and tree.dep(i) in ("acl", "amod") and not tree.words[i].endswith("ant"):
            return None
        objects = [c for c in tree.kids(i, "obj") if c > i and (tree.tokens[c].pos == "NOUN" or (tree.tokens[c].pos == "PROPN" and tree.tokens[c].span.of(tree.text)[0].islower()))]
        if not objects:
            return None
        head = objects[0]
        start, end = tree.extents[head]
        if start < i:
            return None
        if tree.words[start] in ("à", "au", "aux", "sur", "pour", "en", "dans", "par", "contre", "avec", "de"):
            return None
        if tree.tokens[i].lemma == "condamner":
            lemmas = {tree.tokens[k].lemma for k in range(*self.segment_at(i))}
            if lemmas & _COURT or any(tree.words[k] == "à" and tree.head(tree.head(k)) == i for k in range(i + 1, tree.last)):
                return None
        if cue.cls == "deplore" and any(tree.tokens[k].pos == "NUM" for k in range(start, head)):
            return None
        if cue.cls in ("deplore", "say", "believe", "welcome") and any(
            entity.kind == "person" and any(m.span.start <= tree.tokens[head].span.start < m.span.end for m in entity.mentions) for entity in self.entities
        ):
            return None
        if tree.words[head] == "doigt":
            return None
        det = min([c for c in tree.kids(head, "det") if c < head], default=head)
        if any(tree.tokens[k].lemma.lower() in _TIME_LEMMAS for k in range(start, det)):
            start = det
        content = self.content(start, self.cap(start, self.bounded(i, end), i))
        if content is None:
            return None
        made.content, made.speaker = content, self.speaker_of(i)
        if cue.rule in _OF_PEOPLE and made.speaker is not None and not self.animate(made.speaker):
            return None
        if cue.cls in ("ask", "accuse"):
            target = self.indirect(i)
            if target is not None and target[0] >= end - 1:
                made.target = target
        return made

    # --------------------------------------------------------------------------------------------------------- direct speech

    def inverted_subject(self, i: int, group: VerbGroup | None, after: int = 0) -> tuple[int, int, int] | None:
        tree = self.tree
        if group is not None:
            last = tree.word(group.end - 1)
            if last.lstrip("-t").lstrip("-") in ("il", "elle", "ils", "elles", "on") and last.startswith("-"):
                return group.end - 1, group.end, group.end - 1
            for k in range(group.start, group.end):
                if tree.words[k] in ("-il", "-elle", "-ils", "-elles", "-t-il", "-t-elle", "-t-ils", "-t-elles", "-on"):
                    return k, k + 1, k
        for child in tree.kids(i, "nsubj"):
            if child > i:
                return self.checked(child)
        after = max(after, group.end if group else i + 1)
        while after < tree.last and tree.tokens[after].pos == "ADV" and tree.words[after] not in ("que", "plus"):
            after += 1
        after = self.past_addressee(self.past_time(after))
        for child in tree.kids(i, "obj", "xcomp", "appos", "dep"):
            if child >= after and tree.extents[child][0] == after and tree.tokens[child].pos in ("NOUN", "PROPN"):
                return phrase_of(tree, child)
        if tree.word(after) in ("il", "elle", "ils", "elles") and after < tree.last:
            return after, after + 1, after
        k = after
        while k < tree.last and tree.tokens[k].pos in ("DET", "ADJ"):
            k += 1
        if k < tree.last and k - after <= 3 and tree.tokens[k].pos in ("NOUN", "PROPN"):
            return phrase_of(tree, k)
        return None

    def direct(self, i: int, group: VerbGroup | None, after: int) -> tuple[Span, int | None, bool] | None:
        """Content, quote and whether the subject is inverted, where the verb at ``i`` tags or opens direct speech."""
        tree = self.tree
        if i in self.inside and not any(m.start <= tree.tokens[i].span.start < m.end for q in self.whole for m in self.gaps(q)):
            return None
        begin = group.start if group else i
        while begin - 1 >= tree.first and tree.words[begin - 1] in ("ne", "n'"):
            begin -= 1
        before = tree.word(begin - 1)
        inverted_pronoun = group is not None and any(tree.words[k].startswith("-") and tree.words[k].lstrip("-t").strip("-") in ("il", "elle", "ils", "elles", "on", "l", "lle") for k in range(group.start, group.end))
        # the tag after (or inside) the quote
        after_mark = before in (",", "»", "”", '"', "!", "?", "-", "–") and begin > tree.first
        if after_mark and (inverted_pronoun or (self.inverted_subject(i, group, after) is not None and self.right_subject(i, after))):
            quote = self.quote_before(begin)
            if quote is not None:
                return Span(quote.content[0].start, quote.content[-1].end), quote.id, True
            if before == "," and group is not None and not any(tree.words[k] in ("que", "qu'") for k in range(after, min(after + 4, tree.last))):
                start = self.segment_at(i)[0]
                if any(start <= g.finite < begin for g in tree.groups):
                    content = self.content(start, begin)
                    if content is not None:
                        return content, None, True
        if not after_mark and group is not None and self.bare_tag(i, group, after):
            content = self.content(self.segment_at(i)[0], begin)
            if content is not None:
                return content, None, True
        # « X déclare : « … » »
        for quote in self.quotes:
            first = next((k for k in range(tree.first, tree.last) if tree.tokens[k].span.start >= quote.span.start), None)
            if first is None or first <= after - 1 or (not quote.whole and tree.word(first - 1) != ":"):
                continue
            colon = tree.word(first - 1) in (":", ",", "que", "qu'") or (tree.word(first - 1) == "'" and tree.word(first - 2) == "qu")
            gap = range(after, first)
            if (colon or first == after) and len(gap) < 30 and not any(k in tree.group_of and tree.group_of[k].finite == k for k in gap) and ";" not in [tree.words[k] for k in gap]:
                if tree.word(first - 1) == "," and not colon:
                    continue
                return Span(quote.content[0].start, quote.content[-1].end), quote.id, False
        return None

    def bare_tag(self, i: int, group: VerbGroup, after: int) -> bool:
        """Whether the verb closes the sentence with its subject, without a comma before it: « Le pont est fermé a indiqué la mairie. »"""
        tree = self.tree
        before = group.start - 1
        if before <= tree.first or group.start != group.finite or group.tense not in ("perfect", "present", "simple-past") or group.passive or group.negated:
            return False
        if tree.words[before] in _NO_TAG_AFTER or tree.tokens[before].pos in ("DET", "ADP", "SCONJ", "CCONJ", "PRON") or any(c < i for c in tree.kids(i, "nsubj")):
            return False
        start, _end = self.segment_at(i)
        if not any(start <= g.finite < before and subject_of(tree, g) is not None for g in tree.groups):
            return False
        said = self.inverted_subject(i, group, after)
        if said is None or said[0] < after or not self.right_subject(i, after) or tree.dep(i).startswith(("acl", "advcl")):
            return False
        stop = trim(tree, said[0], tree.last)[1]
        return said[0] - after <= 5 and not self.verb_between(said[0], stop) and tree.tokens[said[2]].pos in ("NOUN", "PROPN") and stop - said[1] <= 8

    def past_time(self, at: int) -> int:
        """The index after a date or day that stands at ``at``: « le 26 mars », « ce lundi », « vendredi soir »."""
        tree = self.tree
        k = at
        if tree.word(k) in ("le", "ce"):
            k += 1
        if k < tree.last and tree.tokens[k].lemma.lower() in _TIME_LEMMAS:
            k += 1
        elif tree.word(k).rstrip("er").isdigit() and tree.word(k + 1) in _MONTHS:
            k += 2
        else:
            return at
        while k < tree.last and (tree.word(k) in ("matin", "soir", "midi", "après-midi") or tree.word(k).isdigit() or tree.word(k) in _MONTHS):
            k += 1
        return k

    def past_addressee(self, at: int) -> int:
        """The index after « à l’AFP », « au Monde », « pour sa part » that stands at ``at``, if a noun phrase follows it; else ``at``."""
        tree = self.tree
        if at >= tree.last or tree.words[at] not in ("à", "au", "aux", "pour", "dans", "lors", "de", "sur", "devant"):
            return at
        k = at + 1
        while k < tree.last and tree.tokens[k].pos in ("DET", "NUM"):
            k += 1
        if k >= tree.last or tree.tokens[k].pos not in ("NOUN", "PROPN", "PRON"):
            return at
        k += 1
        while k < tree.last and tree.tokens[k].pos in ("ADJ", "PROPN"):
            k += 1
        return k if k < tree.last and (tree.tokens[k].pos == "DET" or tree.tokens[k].pos == "PROPN") else at

    def right_subject(self, i: int, after: int) -> bool:
        tree = self.tree
        if any(c > i for c in tree.kids(i, "nsubj")):
            return True
        if any(c < i and not any(tree.words[k] in ("»", "”") for k in range(c, i)) for c in tree.kids(i, "nsubj")):
            return False
        while after < tree.last and tree.tokens[after].pos == "ADV":
            after += 1
        after = self.past_addressee(self.past_time(after))
        return after < tree.last and (tree.tokens[after].pos in ("PROPN", "DET", "NOUN", "PRON"))

    def gaps(self, quote: Quote) -> tuple[Span, ...]:
        return tuple(Span(a.end, b.start) for a, b in zip(quote.content, quote.content[1:], strict=False) if a.end <= b.start)

    def quote_before(self, begin: int) -> Quote | None:
        tree = self.tree
        at = tree.tokens[begin].span.start
        best: Quote | None = None
        for quote in self.quotes:
            if quote.span.start < at and (quote.whole or quote.span.end <= at):
                if quote.span.end <= at:
                    between = tree.text[quote.span.end : at]
                    if len(between.strip(" ,.\u00a0\u202f»!?")) == 0:
                        best = quote
                elif any(g.start <= at < g.end for g in self.gaps(quote)):
                    best = quote
        return best

    # ---------------------------------------------------------------------------------------------- locutions, hearsay, nouns

    def read_locutions(self) -> None:
        tree = self.tree
        k = tree.first
        while k < tree.last:
            phrase = self.lexicon.attributions.first_at(tree, k)
            if phrase is None:
                k += 1
                continue
            at = k + len(phrase)
            if not (tree.word(at) in _RELATIVES or tree.word(at) in ("que", "qu'") or at >= tree.last):
                self.read_locution(k, at, phrase)
            k = at

    def read_locution(self, k: int, at: int, phrase: tuple[str, ...]) -> None:
        tree = self.tree
        head = self.nominal_head(at)
        if head is None:
            return
        if phrase[-1] in ("du", "des", "source", "sources"):
            at = k if phrase[0] == "de" else at - 1
        if phrase[0] in ("de",) and phrase[-1] in ("source", "sources"):
            head = at + len(phrase) - 1 if at == k else head
            at = k + 1
        named = any(m.span.start <= tree.tokens[head].span.start < m.span.end for e in self.entities for m in e.mentions)
        if tree.tokens[head].lemma.lower() in self.lexicon.not_speakers and not named:
            return
        a, b, _ = phrase_of(tree, head)
        a = max(a, min(at, head))
        longer = b
        while tree.tokens[head].pos == "PROPN" and longer < tree.last and tree.tokens[longer].pos == "PROPN" and not any(
            m.span.start == tree.tokens[head].span.start and m.span.end >= tree.tokens[longer].span.end for e in self.entities for m in e.mentions
        ):
            longer += 1
        cut = longer > b
        b = longer
        start, end = self.segment_at(k)
        inner = [m for m in range(a, b) if tree.words[m] == ","]
        if inner and inner[0] > head and k - start < 4 and (len(inner) == 1 and tree.word(b) != ","):
            b = inner[0]
        quote = None
        stop = b
        close = next((m for m in range(b, min(end, b + 25)) if tree.words[m] == ","), None)
        if k == start or all(tree.words[m] in ("mais", "et", "or", ",", "«", "toutefois", "cependant", "ainsi", "en", "effet", "ailleurs", "par", "enfin", "néanmoins", "pourtant") for m in range(start, k)):
            begin = (close + 1) if close is not None and close - b <= 22 else b
            nextcomma = next((m for m in range(begin, min(end, begin + 20)) if tree.words[m] == ","), None)
            first_verb = next((g for g in tree.groups if g.finite >= begin), None)
            if nextcomma is not None and close == b and begin < end and tree.tokens[begin].pos in ("NOUN", "ADJ") and first_verb is not None and first_verb.start > nextcomma:
                begin = nextcomma + 1
            if close is None and not any(g.finite >= b for g in tree.groups):
                return
            end = self.carried(end)
            content = self.content(begin, end)
        else:
            content = self.content(start, end)
            before = tree.word(k - 1)
            if (before == "," or before == "»") and (stop >= end - 1 or trim(tree, stop, end)[0] >= trim(tree, stop, end)[1]):
                quoted_here = self.quote_before(k)
                if quoted_here is not None and quoted_here.whole:
                    quote, content = quoted_here.id, Span(quoted_here.content[0].start, quoted_here.content[-1].end)
                else:
                    content = self.content(self.scope_start(k, head, start), k)
        if content is None:
            return
        made = _Found((k, k + len(phrase)), " ".join(phrase).replace("' ", "'"), "say", "attributed", content, (a, b, head), quote=quote)
        if cut:  # the name goes on beyond what was taken for it: shown, but nobody known
            made.speaker, made.speaker_span = None, tree.span(a, b)
        group = next((g for g in tree.groups if content.start <= tree.tokens[g.finite].span.start < content.end), None)
        if group is not None and group.tense == "past-conditional" and self.hearsay(group):
            made.commitment = "alleged"
        self.add(made)

    def carried(self, end: int) -> int:
        """How far « Selon X, A, mais B » reaches: over the coordinated clauses that follow, unless one has a verb of speech of its own or stands after «;»."""
        tree = self.tree
        for segment in self.segments:
            if segment.start < end:
                continue
            if any(tree.words[k] == ";" for k in range(end, segment.start + 1)) or segment.start - end > 2 or _lemma(tree, segment.group.verb) in self.spoken:
                break
            end = segment.end
        return end

    def read_opinions(self) -> None:
        """« Pour X, … »."""
        tree = self.tree
        for segment in self.segments:
            starts = [segment.start, *(k for k in range(segment.start + 3, segment.end - 3) if tree.words[k] == "pour" and tree.words[k - 1] in ("mais", "et", ";", ":", "or") and k not in self.inside)]
            for start in starts:
                self.read_opinion(start, segment)
            late = next((k for k in range(segment.start + 2, min(segment.start + 8, segment.end - 3)) if tree.words[k] == "pour" and tree.words[k - 1] == "," and k not in self.inside), None)
            if late is not None and tree.tokens[late + 1].pos == "PROPN":
                self.read_opinion(late, segment)  # « Hier, pour Claire Morel, … »

    def read_opinion(self, start: int, segment: Segment) -> None:
        tree = self.tree
        holder = opinion_holder(tree, start, segment.end, self.entities, self.book)
        if holder is None:
            return
        begin = holder[1] + 1
        group = next((g for g in tree.groups if g.finite >= begin and not tree.dep(g.head).startswith("acl")), None)
        subject = subject_of(tree, group) if group is not None else None
        if group is not None:
            # « Pour X, présidente du comité, … »: what stands in apposition is not said
            edge = min(group.start, subject if subject is not None else group.start)
            commas = [k for k in range(begin, edge) if tree.words[k] == ","]
            first = tree.words[begin] if begin < segment.end else ""
            if commas and (tree.tokens[begin].pos in ("NOUN", "ADJ", "VERB") or first in ("qui", "dont", "le", "la", "l'")) and edge not in range(begin, commas[0]):
                begin = commas[0] + 1
        content = self.content(begin, segment.end)
        if content is not None and group is not None:
            cue = holder[0] - 1
            self.add(_Found((cue, cue + 1), "pour", "say", "attributed", content, (holder[0], holder[1], holder[2])))

    def scope_start(self, k: int, head: int, start: int) -> int:
        """Where what a final « , selon X » speaks of begins: a relative between commas if the parser hangs it there, else the clause, without its connective."""
        tree = self.tree
        governor = tree.head(head)
        main = next((s.group for s in self.segments if s.start <= k < s.end), None)
        group = tree.group_of.get(governor)
        while group is None and tree.head(governor) != governor:
            governor = tree.head(governor)
            group = tree.group_of.get(governor)
        if group is not None and main is not None and group.finite != main.finite:
            for m in range(group.start, start, -1):
                if tree.words[m] in ("qui", "dont", "où", "que", "qu'") and tree.words[m - 1] == ",":
                    return m
                if tree.words[m] == ",":
                    break
        while tree.words[start] in ("mais", "et", "or", "néanmoins", "cependant", "toutefois", "ainsi", ",") and start < k - 2:
            start += 1
        return start

    def nominal_head(self, at: int) -> int | None:
        """Head of the noun phrase that begins at ``at``."""
        tree = self.tree
        for k in range(at, min(tree.last, at + 8)):
            token = tree.tokens[k]
            if token.pos in ("NOUN", "PROPN", "PRON", "X"):
                if token.pos == "PRON" and tree.words[k] in ("ce", "c'"):
                    return None
                return k
            if token.pos in ("VERB", "AUX") or (tree.is_punct(k) and tree.words[k] not in ("«",)):
                return k if token.pos == "VERB" and token.dep == "obl:mod" else None
        return None

    def hearsay(self, group: VerbGroup) -> bool:
        """Whether a conditional is the newspaper's conditional of hearsay."""
        tree = self.tree
        lemma = _lemma(tree, group.verb)
        if lemma in _NO_HEARSAY and not (lemma == "vouloir" and group.tense == "past-conditional" and tree.tokens[group.finite].feature("Person") not in ("1", "2")):
            return False
        start, end = self.segment_at(group.finite)
        words = [tree.words[k] for k in range(start, end)]
        for position, word in enumerate(words):
            if (word == "si" and tree.tokens[start + position].pos in ("SCONJ", "CCONJ")) or (word == "s'" and position + 1 < len(words) and words[position + 1] in ("il", "ils")):
                return False
        return not (words[:1] == ["sans"] or "sinon" in words)

    def read_hearsay(self) -> None:
        tree = self.tree
        conditionals: set[int] = set()  # cues of hearsay found here
        for group in tree.groups:
            if group.tense not in ("past-conditional", "conditional") or group.modal:
                continue
            if group.finite in self.inside or not self.hearsay(group):
                continue
            at = tree.tokens[group.finite].span.start
            if any(f.content.start <= at < f.content.end and not (f.speaker is None and f.cls == "say" and f.commitment == "alleged" and f.cue[0] in conditionals) for f in self.found):
                continue
            if any(f.cue[0] <= group.finite < f.cue[1] for f in self.found):
                continue
            lemma = _lemma(tree, group.verb)
            joined = any(g.finite in conditionals and g.head == tree.head(group.head) for g in tree.groups) and tree.dep(group.head).startswith("conj")
            joined = joined or any(
                g.tense == "conditional" and (g.copular or g.passive or _lemma(tree, g.verb) in _STATES) and tree.head(g.head) == group.head and tree.dep(g.head).startswith("conj") for g in tree.groups
            )
            if group.tense == "conditional" and not (group.copular or group.passive or lemma in _STATES or joined):
                continue
            if group.tense == "conditional" and subject_of(tree, group) is not None and tree.words[cast(int, subject_of(tree, group))] in ("ce", "c'", "il") and group.copular and not group.passive:
                continue
            start, end = self.segment_at(group.finite)
            top = group.head
            main = any(s.group.finite == group.finite for s in self.segments)
            if not main:
                start, end = max(start, tree.extents[top][0]), min(end, tree.extents[top][1])
                while start < group.start and tree.words[start] in (",", "que", "qu'"):
                    start += 1
            content = self.content(start, end)
            if content is None:
                continue
            cue_end = group.finite + 1
            conditionals.add(group.finite)
            self.add(_Found((group.finite, cue_end), lemma, "say", "alleged", content))

    def read_nouns(self) -> None:
        tree = self.tree
        for i in range(tree.first, tree.last):
            token = tree.tokens[i]
            if token.pos != "NOUN":
                continue
            for cue in self.lexicon.nouns.get(token.lemma.lower(), ()):
                made = self.build_noun(i, cue)
                if made is not None:
                    self.add(made)
                    break

    def build_noun(self, i: int, cue: Cue) -> _Found | None:
        tree = self.tree
        if any(f.lemma in _LOCUTIONS and f.speaker is not None and f.speaker[2] == i for f in self.found):
            return None
        limit = self.bounded(i, tree.last)
        built = cue.constructions
        made = _Found((i, i + 1), tree.tokens[i].lemma.lower(), cue.cls, cue.commitment, Span(0, 0))
        for k in range(i + 1, min(limit, i + 14)):
            word = tree.words[k]
            if tree.tokens[k].lemma.lower() in self.lexicon.nouns and "selon" in [tree.word(m) for m in range(k, k + 4)]:
                break
            if word == "selon" and tree.word(k + 1) in _RELATIVES and "selon-lequel" in built:
                clause = tree.head(k + 1)
                stop = tree.extents[clause][1] if clause > k else limit
                content = self.content(k + 2, min(max(stop, k + 3), limit))
                if content is None:
                    return None
                made.content = content
                made.speaker = self.complement_of(i, k)
                for group in tree.groups:
                    if content.start <= tree.tokens[group.finite].span.start < content.end:
                        if cue.commitment == "attributed" and group.tense in ("past-conditional", "conditional") and self.hearsay(group):
                            made.commitment = "alleged"
                        break
                return made
            crossed = k in tree.group_of and tree.group_of[k].finite == k and subject_of(tree, tree.group_of[k]) != i  # « des rumeurs circulent selon lesquelles »
            if word in (",", ";", ":") or crossed:
                break
        nxt = tree.word(i + 1)
        if nxt in ("que", "qu'") and "que" in built and tree.tokens[i + 1].pos == "SCONJ" and tree.word(i - 1) in ("le", "la", "l'", "les", "du", "des", "de", "d'", "au"):
            clause = tree.head(i + 1)
            if clause <= i + 1 or tree.tokens[clause].dep.startswith("acl:relcl"):
                return None
            content = self.content(i + 2, min(tree.extents[clause][1], limit))
            if content is None:
                return None
            made.content = content
            made.speaker = self.possessor(i)
            return made
        if (nxt in ("de", "d'") and i + 2 < limit and "de-inf" in built and self.infinitive_at(i + 2)) or (nxt == "à" and "a-inf" in built and i + 2 < limit and self.infinitive_at(i + 2)):
            content = self.content(i + 2, self.infinitive_end(i + 2, limit))
        elif nxt in ("de", "d'", "du", "des") and "de-nom" in built:
            head = self.nominal_head(i + 2 if nxt in ("de", "d'") else i + 1)
            if nxt in ("du", "des"):
                head = self.nominal_head(i + 2)
            if head is None or tree.tokens[head].pos == "PROPN":
                return None
            if any(m.span.start <= tree.tokens[head].span.start < m.span.end for e in self.entities for m in e.mentions):
                return None
            lemma = tree.tokens[head].lemma.lower()
            if cue.cls == "ask" and made.lemma != "demande":
                return None
            if cue.cls in ("accuse", "say", "ask", "deny", "promise", "admit") and nxt not in ("de", "d'"):
                return None
            if cue.cls in ("accuse", "say", "ask", "deny", "promise", "admit") and tree.word(i + 2) in ("la", "le", "l'", "les", "ce", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "plusieurs", "deux"):
                return None
            if lemma in ("ministre", "président", "gouvernement", "police", "justice", "presse", "candidat", "opposition"):
                return None
            a, b, _ = phrase_of(tree, head)
            content = self.content(max(a, i + 2 if nxt in ("de", "d'") else i + 1), min(b, limit))
        else:
            return None
        if content is None:
            return None
        made.content = content
        made.speaker = self.possessor(i)
        return made

    def infinitive_at(self, k: int) -> bool:
        tree = self.tree
        while k < tree.last and (tree.words[k] in CLITICS or tree.words[k] in ("ne", "n'", "pas", "plus")):
            k += 1
        return k < tree.last and tree.tokens[k].feature("VerbForm") == "Inf"

    def infinitive_end(self, k: int, limit: int) -> int:
        tree = self.tree
        while k < tree.last and tree.tokens[k].feature("VerbForm") != "Inf":
            k += 1
        head = tree.head(k) if tree.tokens[k].dep.startswith(("aux", "cop")) else k
        return min(max(tree.extents[head][1], k + 1), limit)

    def complement_of(self, i: int, end: int) -> tuple[int, int, int] | None:
        """« les affirmations de X selon lesquelles »: X."""
        tree = self.tree
        for child in tree.kids(i, "nmod"):
            if i < child < end and tree.word(tree.extents[child][0]) in ("de", "d'", "du", "des"):
                a, b, head = phrase_of(tree, child)
                if tree.words[a] in ("de", "d'"):
                    a += 1
                return a, min(b, end), head
        return self.possessor(i)

    def possessor(self, i: int) -> tuple[int, int, int] | None:
        """« le gouvernement a pris la décision de… »: nobody is named for certain, so none."""
        return None

    # ------------------------------------------------------------------------------------------------------------------ all

    def read_quotes(self) -> None:
        """Whole quotes that no verb here introduces: the quote's own speaker, if its analysis found one."""
        tree = self.tree
        for quote in self.whole:
            if any(f.quote == quote.id for f in self.found):
                continue
            part = next((c for c in quote.content if c.overlaps(tree.sentence.span)), None)
            if part is None:
                continue
            content = Span(max(part.start, tree.sentence.span.start), min(part.end, tree.sentence.span.end))
            if any(f.content.covers(content) or (f.lemma in _LOCUTIONS and f.content.overlaps(content)) for f in self.found):
                continue
            first = next((k for k in range(tree.first, tree.last) if tree.tokens[k].span.start >= content.start), None)
            if first is None:
                continue
            mark = first - 1 if first > tree.first and tree.is_punct(first - 1) else first
            self.add(_Found((mark, mark + 1), "«", "say", "attributed", content, quote=quote.id, speaker_id=quote.speaker, speaker_span=quote.speaker_span))

    def read(self) -> list[_Found]:
        self.read_locutions()
        self.read_opinions()
        self.read_verbs()
        self.read_nouns()
        self.read_hearsay()
        self.read_quotes()
        self.found.sort(key=lambda f: (f.cue, f.content.start, f.content.end, f.cls))
        return self.found


def extract_statements(
    text: str, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], quotes: tuple[Quote, ...], entities: tuple[Entity, ...], book: Rulebook
) -> tuple[Statement, ...]:
    """Return the statements of the article in the order of their cues, numbered from 0. Offsets are those of ``text``."""
    made: list[Statement] = []
    for number, sentence in enumerate(sentences):
        if sentence.tokens[0] >= sentence.tokens[1]:
            continue
        tree = Tree.read(text, tokens, sentence)
        reader = _Reader(tree, quotes, entities, book)
        for found in reader.read():
            made.append(_statement(len(made), number, found, tree, quotes, entities))
    made = _merged(made, quotes)
    tagged = {s.quote for s in made if s.quote is not None and s.cue_lemma != "«"}
    tagged.update(q.id for q in quotes for s in made if s.cue_lemma in _LOCUTIONS and s.content.overlaps(q.span) and not q.span.covers(s.cue))
    voices = {(s.sentence, s.speaker) for s in made if s.cue_lemma != "«" and s.speaker is not None}
    kept = [s for s in made if s.cue_lemma != "«" or ((s.sentence, s.speaker) not in voices and s.quote not in tagged and (s.speaker is not None or s.speaker_span is not None))]
    return _nested([replace(s, id=i) for i, s in enumerate(kept)])


def _merged(made: list[Statement], quotes: tuple[Quote, ...]) -> list[Statement]:
    """A quote over several sentences without a verb of its own is one statement, at its first sentence."""
    seen: set[int] = set()
    kept: list[Statement] = []
    for statement in made:
        if statement.cue_lemma == "«" and statement.quote is not None:
            if statement.quote in seen:
                continue
            seen.add(statement.quote)
            quote = next(q for q in quotes if q.id == statement.quote)
            kept.append(replace(statement, content=Span(quote.content[0].start, quote.content[-1].end)))
            continue
        kept.append(statement)
    return kept


def _statement(identity: int, number: int, found: _Found, tree: Tree, quotes: tuple[Quote, ...], entities: tuple[Entity, ...]) -> Statement:
    speaker = found.speaker_id
    speaker_span = found.speaker_span
    if found.speaker is not None:
        start, end, _ = found.speaker
        speaker_span = tree.span(start, end)
        if speaker_span.of(tree.text).startswith("-"):
            speaker_span = Span(speaker_span.start + 1, speaker_span.end)
        speaker = entity_at(tree, found.speaker, entities)
        if speaker is not None and entities_kind(entities, speaker) == "person":
            finite = next((k for k in range(*found.cue) if k in tree.group_of and tree.group_of[k].finite == k), None)
            if finite is not None and tree.words[finite].endswith("nt") and not singular_in_nt(tree.words[finite], _lemma(tree, finite)):
                speaker = None  # several speak, and one is not all of them
    if found.quote is not None and speaker is None:
        quote = next((q for q in quotes if q.id == found.quote), None)
        if quote is not None and quote.speaker is not None:
            speaker = quote.speaker
            speaker_span = speaker_span or quote.speaker_span
    quote_id = found.quote
    if quote_id is None:
        quote_id = next((q.id for q in quotes if found.content.covers(q.span)), None)
    return Statement(
        identity,
        number,
        found.cls,
        found.commitment,
        tree.span(*found.cue),
        found.lemma,
        found.content,
        speaker,
        speaker_span,
        quote_id,
        tree.span(*found.target) if found.target and found.target[0] < found.target[1] else None,
        tree.span(*found.time) if found.time else None,
    )


def _nested(made: list[Statement]) -> tuple[Statement, ...]:
    """Fill ``parent`` and ``remove``: a statement stands in the smallest other one whose content holds its cue."""
    parents: dict[int, int | None] = {}
    for statement in made:
        best: Statement | None = None
        for other in made:
            if other.id == statement.id or not other.content.covers(statement.cue) or other.content == statement.content:
                continue
            if statement.content.covers(other.cue) and len(statement.content) >= len(other.content):
                continue
            if best is None or (len(other.content), other.id) < (len(best.content), best.id):
                best = other
        parents[statement.id] = best.id if best else None
    result = []
    for statement in made:
        remove, at, seen = 1, parents[statement.id], {statement.id}
        while at is not None and at not in seen:
            seen.add(at)
            remove += 1
            at = parents[at]
        result.append(replace(statement, parent=parents[statement.id], remove=remove))
    return tuple(result)


_ALWAYS_SPEECH = frozenset(("accuse", "deny", "admit", "warn", "promise", "deplore", "welcome", "ask", "announce", "believe", "propose"))
_ALSO_ACTS = frozenset(["condamner", "arrêter", "interpeller", "juger", "poursuivre", "pointer", "commander", "prescrire", "rejeter", "sommer", "presser", "pousser", "engager", "saluer", "trouver", "prévoir", "inciter", "encourager"])
_FACTUAL = frozenset(["faire", "falloir", "permettre", "éviter", "empêcher", "attendre", "suffire", "être", "avoir", "arriver", "entraîner"])


@functools.lru_cache(maxsize=8)
def _spoken_forms(reporting: frozenset[str]) -> frozenset[str]:
    found: set[str] = set()
    for verb in sorted(reporting):
        if verb.endswith("er") and " " not in verb:
            stem = verb[:-2]
            found.update(stem + tail for tail in ("e", "ent", "ait", "aient", "é", "ée", "és", "ées", "a", "èrent", "ant", "era", "eront", "er"))
    found.update(["dit", "disent", "disait", "disaient", "dirent", "dites", "dire", "disant", "croit", "croient", "croyait", "croyant", "sait", "savent", "écrit", "écrivent", "écrivait", "reconnaît", "reconnaît", "reconnaissent", "reconnu", "admet", "admettent", "admis", "promet", "promettent", "promis", "dément", "démentent", "démenti", "soutient", "soutiennent", "soutenu", "craint", "craignent", "maintient", "prétend", "prétendent", "répond", "répondent", "répondu", "prévient", "avertit", "avertissent"])
    return frozenset(found)


def _spoken(word: str, words: ReportingLexicon) -> bool:
    """Whether a word looks like a form of a verb of speech, whatever the tagger made of it."""
    return word in _spoken_forms(words.reporting)


_SAYING = frozenset(["savoir", "remarquer", "valoir", "observer", "noter", "état", "comprendre", "entendre"])


def tagged(tree: Tree, start: int, end: int, main: VerbGroup, words: ReportingLexicon) -> bool:
    """Whether a verb of speech stands after a mark as a tag: « , ont annoncé les secours », « , fait savoir le club », « , explique-t-il »."""
    for group in tree.groups:
        if not start <= group.finite < end or group.finite == main.finite:
            continue
        lemma = _lemma(tree, group.verb)
        spoken = lemma in words.reporting or (lemma == "faire" and tree.word(group.end) in _SAYING)
        if spoken and (not group.whole or (tree.word(group.start - 1) in _TAG_MARKS and tree.word(group.end) not in ("que", "qu'"))):
            return True
    for k in range(start + 1, end):
        if tree.words[k - 1] in _TAG_MARKS and tree.words[k].endswith(("e", "ent", "it", "d", "t")) and _spoken(tree.words[k], words):
            following = tree.tokens[k + 1] if k + 1 < tree.last else None
            if following is not None and (following.pos in ("DET", "PROPN", "PRON") or tree.words[k + 1].startswith("-")) and tree.tokens[k].pos != "DET":
                return True
    return False


_TAG_MARKS = frozenset((",", "»", "”", "–", "—", "(", "!", "?"))
_HOLDERS = frozenset(
    ["syndicat", "association", "parti", "expert", "experte", "analyste", "observateur", "observatrice", "chercheur", "chercheuse", "opposition", "gouvernement", "sondé", "électeur", "économiste", "historien", "historienne", "sociologue", "politologue", "spécialiste", "collectif", "ong", "organisation", "défense", "accusation", "parquet", "justice", "police", "médecin", "scientifique", "enquêteur", "famille", "proche", "habitant", "riverain", "direction", "française", "français", "personne", "militant", "supporter", "critique"]
)


_WEAK_HOLDERS = frozenset(["famille", "proche", "habitant", "habitante", "riverain", "française", "français", "personne", "supporter", "automobiliste", "conducteur", "enfant", "jeune", "candidat", "joueur", "électeur", "victime", "femme", "homme", "passager", "mineur"])


def _judges(tree: Tree, start: int, end: int) -> bool:
    """Whether what follows « pour les habitants, » is a judgement rather than what happens to them: its first verb is a copula, «devoir», «falloir»…"""
    group = next((g for g in tree.groups if start <= g.finite < end), None)
    return group is not None and (group.copular or tree.tokens[group.verb].lemma in ("devoir", "falloir", "constituer", "sembler", "paraître", "relever"))


def opinion_holder(tree: Tree, start: int, end: int, entities: tuple[Entity, ...], book: Rulebook) -> tuple[int, int, int] | None:
    """« Pour X, … » at the head of a clause: first, end and head of X where it is somebody who can hold an opinion, else None."""
    begin = next((k for k in range(start, min(end, start + 4)) if tree.words[k] == "pour"), None)
    if begin is None or any(tree.words[k] not in ("mais", "et", "or", "en", "effet", ",", "ainsi", "cependant") for k in range(start, begin)):
        return None
    comma = next((k for k in range(begin + 1, min(end, begin + 16)) if tree.words[k] == ","), None)
    if comma is None or any(tree.tokens[k].pos in ("VERB", "AUX") and tree.tokens[k].feature("VerbForm") != "Part" for k in range(begin + 1, comma)):
        return None
    anaphors = anaphor_lexicon(book)
    head = next((k for k in range(begin + 1, comma) if tree.tokens[k].pos in ("NOUN", "PROPN", "PRON", "SYM")), None)
    if head is None:
        return None
    lemma = tree.tokens[head].lemma.lower()
    if any(tree.words[k] in ("autre", "autres") for k in range(begin + 1, comma)):
        return None
    if lemma in _WEAK_HOLDERS and not _judges(tree, comma, end):
        return None
    percent = any(tree.words[k] == "%" for k in range(begin + 1, comma))
    known = next((e.kind for e in entities if any(m.span.start <= tree.tokens[head].span.start < m.span.end for m in e.mentions)), "")
    bare = tree.tokens[head].pos == "PROPN" and head == begin + 1 and known in ("", "person")
    if percent or bare or known in ("person", "organisation") or lemma in anaphors.persons | anaphors.titles | _HOLDERS or tree.words[head] in ("lui", "elle", "eux", "elles", "beaucoup", "certains"):
        return begin + 1, comma, head
    return None


_SAID = frozenset(["évoquer", "affirmer", "signaler", "mentionner", "alléguer", "réaffirmer", "insinuer"])  # speech whatever follows


def _closing_source(tree: Tree, end: int, statements: tuple[Statement, ...]) -> bool:
    """Whether the sentence ends, after the clause's end, with « selon X »: it may speak of all that stands before it."""
    for statement in statements:
        if statement.cue_lemma not in _LOCUTIONS or statement.cue_lemma == "pour" or statement.speaker_span is None:
            continue
        first = next((k for k in range(tree.first, tree.last) if tree.tokens[k].span.start >= statement.cue.start), tree.last)
        if first < end or any(tree.words[k] == ";" for k in range(end, first)):
            continue
        if not any(statement.speaker_span.end <= tree.tokens[g.finite].span.start for g in tree.groups):
            return True
    return False


def clause_commitment(tree: Tree, segment: Segment, statements: tuple[Statement, ...], quotes: tuple[Quote, ...], book: Rulebook) -> Commitment:
    """Return what the newspaper commits itself to in the clause: «asserted» only where nothing in it leaves a doubt."""
    group = segment.group
    words = lexicon(book)
    at = tree.tokens[group.finite].span.start
    head = tree.tokens[group.head].span.start
    covering = [s for s in statements if s.content.start <= at < s.content.end or s.content.start <= head < s.content.end]
    if covering:
        smallest = min(covering, key=lambda s: (len(s.content), s.id))
        return smallest.commitment if smallest.commitment != "asserted" else "attributed"
    cues = [s for s in statements if s.cue.start <= tree.tokens[group.verb].span.start < s.cue.end or s.cue.start <= at < s.cue.end]
    if cues:
        return cues[0].commitment
    if any(q.span.start <= at < q.span.end for q in quotes):
        return "attributed"
    if tree.sentence.doubtful and tree.sentence.doubtful != "title":
        return "attributed"
    start, end = segment.start, segment.end
    for k in range(start, end):
        phrase = words.attributions.first_at(tree, k)
        if phrase is not None and tree.word(k + 1) not in _RELATIVES:
            noun = next((m for m in range(k + len(phrase), min(end, k + len(phrase) + 4)) if tree.tokens[m].pos in ("NOUN", "PROPN")), None)
            if noun is None or tree.tokens[noun].lemma.lower() not in words.not_speakers:
                return "attributed"
    if any(tree.words[k] in ("«", "»", "“", "”", '"') for k in range(start, end)) and any(q.whole and q.span.overlaps(tree.span(start, end)) for q in quotes):
        return "attributed"
    lemma = _lemma(tree, group.verb)
    if lemma in words.reporting and any(tree.words[k] in ("que", "qu'") for k in range(group.end, min(end, group.end + 6))):
        return "attributed"
    reflexive = any(tree.words[k] in ("se", "s'") for k in range(group.start, group.finite))
    for cue in words.verbs.get("se " + lemma if reflexive else lemma, ()):
        if cue.cls in _ALWAYS_SPEECH and lemma not in _ALSO_ACTS:
            return cue.commitment
    if lemma in _SAID and not group.passive:
        return "attributed"
    if group.finite == group.verb and tree.words[group.finite] in ("a", "ont", "avait", "avaient") and tree.word(group.end).endswith("é") and tree.word(group.end + 1) in ("que", "qu'"):
        return "attributed"
    marks = tree.span(start, end).of(tree.text)
    if marks.count("«") != marks.count("»") or marks.count("“") != marks.count("”"):
        return "attributed"
    if tagged(tree, start, end, group, words) or opinion_holder(tree, start, end, (), book) is not None:
        return "attributed"
    for k in range(start + 1, end):
        if tree.words[k] not in ("que", "qu'"):
            continue
        told = k >= group.end and all(tree.tokens[m].pos == "ADV" for m in range(group.end, k)) and tree.dep(k) == "mark"
        if told and not group.copular and lemma not in _FACTUAL and not any(tree.words[m] in ("ne", "n'") for m in range(group.start, group.finite)):
            return "attributed"
        clause_head = tree.head(k)
        if tree.dep(k) == "mark" and tree.dep(clause_head) == "ccomp" and tree.head(clause_head) in (group.head, group.verb) and lemma not in _FACTUAL and not group.copular:
            return "attributed"
        if k <= group.start and (_spoken(tree.words[k - 1], words) or _spoken(tree.words[k - 2] if k - 2 >= start else "", words)):
            return "attributed"
    place = tree.span(start, end)
    inside = max(
        ((min(s.content.end, place.end) - max(s.content.start, place.start), -s.id, s.commitment) for s in statements if s.content.overlaps(place)), default=None
    )
    if inside is not None and 5 * inside[0] >= 2 * len(place):
        return inside[2] if inside[2] != "asserted" else "attributed"
    if tree.words[start] in ("c'", "ce") and any(s.commitment == "alleged" and s.speaker_span is None and s.content.overlaps(place) for s in statements):
        return "alleged"
    if _closing_source(tree, end, statements):
        return "attributed"
    if group.tense in ("conditional", "past-conditional"):
        return "conditional"
    if tree.word(tree.last - 1) == "?" or any(tree.words[k] == "?" for k in range(end, tree.last)):
        return "conditional"
    if tree.words[start] in ("si", "s'") and tree.tokens[start].pos in ("SCONJ", "CCONJ", "ADV"):
        return "conditional"
    for k in range(start, end):
        for phrase in words.hedges.at(tree, k):
            if k < group.end + 8 or phrase[0] in ("présumé", "présumée"):
                subordinate = any(g.finite > group.finite and g.finite <= k for g in tree.groups)
                if not subordinate:
                    return "conditional"
    if group.tense in ("future", "near-future"):
        return "future"
    if group.negated:
        return "negated"
    if not segment.split and any(c in [tree.words[k] for k in range(start, end)] for c in ("«", "“", '"')):
        return "attributed"
    return "asserted"
