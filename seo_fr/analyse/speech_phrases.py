"""Who speaks a verb of speech, and where what is said begins and ends, in one sentence."""

from __future__ import annotations

from functools import cached_property

from seo_fr.analyse.names import lexicon as name_lexicon
from seo_fr.analyse.obstacles import lexicon as anaphor_lexicon
from seo_fr.analyse.segments import quoted, segments, subject_of, trim
from seo_fr.analyse.speaker_phrases import Reported, lemma_of, phrase_of
from seo_fr.analyse.speech_lexicon import LOCUTIONS, TIME_LEMMAS, lexicon
from seo_fr.analyse.syntax import CLITICS, Tree, VerbGroup, singular_in_nt
from seo_fr.model import Entity, Quote, Span
from seo_fr.rulebook import Rulebook

_NOBODY = frozenset("falloir agir sembler paraître convenir suffire exister arriver être avoir pleuvoir neiger apparaître advenir résulter ressortir rester manquer importer valoir faire devoir pouvoir".split())  # verbs of an «il» that may be nobody


class SentenceReader:
    """Finds, in one sentence, who speaks and where what is said begins and ends."""

    def __init__(self, tree: Tree, quotes: tuple[Quote, ...], entities: tuple[Entity, ...], book: Rulebook) -> None:
        self.tree = tree
        self.entities = entities
        self.lexicon = lexicon(book)
        self.book = book
        self.quotes = tuple(q for q in quotes if q.span.overlaps(tree.sentence.span))
        self.whole = tuple(q for q in self.quotes if q.whole)
        self.inside = quoted(tree, tuple(q.span for q in self.whole))
        self.segments = segments(tree, tuple(q.span for q in self.whole), self.lexicon.reporting)
        self.found: list[Reported] = []
        self.tag_subjects: dict[int, tuple[int, int, int]] = {}  # who speaks in a closing tag, by its verb
        self.start, self.end = trim(tree, tree.first, tree.last)

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
                if subject is not None and personal and not (group.passive and at == i and not any(tree.words[k] in ("se", "s'") for k in range(group.start, group.finite))):
                    if tree.words[subject] in ("qui", "lequel", "laquelle", "lesquels", "lesquelles") or tree.words[subject].startswith("qui"):
                        antecedent = tree.head(group.head)
                        if tree.tokens[antecedent].pos in ("NOUN", "PROPN", "PRON") and antecedent < subject:
                            phrase = phrase_of(tree, antecedent)
                            near = None if self.animate((antecedent, antecedent + 1, antecedent)) else self.name_before(subject)
                            return near or phrase
                        return self.antecedent(subject)
                    if tree.words[subject] == "l'" and tree.word(subject + 1) == "on":
                        subject += 1
                    if (bearer := self.bearer(group, subject)) is not None:
                        return bearer
                    return self.checked(subject)
                for segment in self.segments:
                    if segment.group.finite == group.finite and segment.shared is not None:
                        shared = subject_of(tree, self.segments[segment.shared].group)
                        return self.checked(shared) if shared is not None else None
                if at == i and not group.passive and tree.word(group.start - 1) == "qui":
                    return self.antecedent(group.start - 1)
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
        lemma = lemma_of(self.tree, group.verb)
        return self.tree.words[subject] == "il" and not group.passive and not group.copular and (lemma in self.lexicon.reporting or lemma not in _NOBODY)

    def before(self, group: VerbGroup) -> tuple[int, int, int] | None:
        """The phrase from the clause's start or a comma to the verb, where the parser shows no subject: only if its head opens it."""
        tree = self.tree
        if tree.words[group.start - 1] in (",", "»", "et", "qui") if group.start > tree.first else True:
            return None
        begin = group.start - 1
        while begin > self.segment_at(group.finite)[0] and tree.words[begin - 1] not in (",", ";", ":", "»"):
            begin -= 1
        while begin < group.start and (tree.tokens[begin].pos == "ADV" or tree.words[begin] in ("mais", "et", "or")):
            begin += 1
        head = next((k for k in range(begin, group.start) if tree.tokens[k].pos in ("NOUN", "PROPN", "PRON")), None)
        if begin >= group.start or head is None or tree.tokens[begin].pos not in ("DET", "PROPN", "NOUN", "NUM") or any(g.finite >= begin and g.finite < group.start for g in tree.groups):
            return None
        return begin, group.start, head

    def agreeing(self, group: VerbGroup, speaker: tuple[int, int, int]) -> tuple[int, int, int] | None:
        """The speaker if the verb agrees with it; else the «il» or the phrase that touches the verb, or who spoke before in the sentence; None if none agrees."""
        tree = self.tree
        if group.start > tree.first and tree.words[group.start - 1] in ("il", "elle", "on") and speaker[2] != group.start - 1:
            return group.start - 1, group.start, group.start - 1  # « Ému, il déclare »
        if (touching := self.touching(group, speaker)) is not None:
            return touching
        if self.agrees(group, speaker):
            return speaker
        begin = group.start
        while begin > tree.first and tree.words[begin - 1] not in (",", "que", "qu'", "dont", "où", "qui", ";", "»", "«", "et", ":") and begin - 1 not in tree.group_of:
            begin -= 1
        head = next((k for k in range(begin, group.start) if tree.tokens[k].pos in ("NOUN", "PROPN")), None)
        if head is not None and tree.tokens[begin].pos in ("DET", "NUM", "PROPN") and self.agrees(group, (begin, group.start, head)):
            return begin, group.start, head
        return next((f.speaker for f in reversed(self.found) if f.speaker is not None and f.speaker[1] <= group.start and self.agrees(group, f.speaker)), None)

    def touching(self, group: VerbGroup, speaker: tuple[int, int, int]) -> tuple[int, int, int] | None:
        """« La convention n’étant pas signée, l’ONG a demandé » · « Ému, Paul a dit » · « Pays : une ONG dénonce »: the phrase between a comma or colon and the verb, where the parser has the subject before that."""
        tree = self.tree
        begin = group.start
        while begin > tree.first and tree.words[begin - 1] not in (",", ":", ";", "»", "«", "(", ")") and begin - 1 not in tree.group_of:
            begin -= 1
        if begin <= tree.first or begin >= group.start or tree.words[begin - 1] not in (",", ":") or speaker[2] >= begin - 1:
            return None
        head = next((k for k in range(begin, group.start) if tree.tokens[k].pos in ("NOUN", "PROPN")), None)
        if head is None or head - begin > 3 or tree.tokens[begin].pos not in ("DET", "PROPN", "NUM", "X") or any(tree.words[k] in ("qui", "que", "qu'", "dont", "où") or tree.tokens[k].pos == "VERB" for k in range(begin, group.start)):
            return None
        found = (begin, group.start, head)
        return found if self.animate(found) and self.agrees(group, found) and tree.tokens[head].lemma.lower() not in TIME_LEMMAS else None

    def agrees(self, group: VerbGroup, phrase: tuple[int, int, int]) -> bool:
        """Whether nothing shows that the finite verb and the phrase differ in number."""
        tree = self.tree
        finite = tree.words[group.finite]
        plural = finite.endswith("nt") and not singular_in_nt(finite, lemma_of(tree, group.finite))
        first = tree.words[phrase[0]]
        if any(tree.words[k] in ("et", "ou", "%") for k in range(phrase[0], phrase[1])) or not finite.endswith(("nt", "e", "t", "d", "a", "it")):
            return True
        return not (first in ("les", "des", "ces", "ses", "leurs", "plusieurs", "certains", "certaines") and not plural) and not (first in ("le", "la", "l'", "un", "une", "ce", "cet", "cette", "son", "sa") and plural and tree.tokens[phrase[2]].lemma.lower() not in ("majorité", "moitié", "plupart", "dizaine", "centaine", "millier", "tiers", "quart", "partie", "nombre", "groupe", "ensemble", "série", "foule", "poignée", "million", "trentaine", "vingtaine", "quinzaine", "cinquantaine", "douzaine"))

    def parted_subject(self, group: VerbGroup) -> tuple[int, int, int] | None:
        """« La fédération, qui revendique 21 000 adhérents, affirme »: the phrase that opens the clause, where the parser has given the verb no subject because of a relative."""
        tree = self.tree
        segment = next((s for s in self.segments if s.group.finite == group.finite and s.shared is None), None)
        if segment is None or group.finite in self.inside:
            return None
        begin = segment.start
        while begin < group.start and tree.tokens[begin].pos in ("ADV", "CCONJ"):
            begin += 1
        head = next((k for k in range(begin, min(begin + 4, group.start)) if tree.tokens[k].pos in ("NOUN", "PROPN")), None)
        if head is None or tree.tokens[begin].pos not in ("DET", "PROPN") or any(tree.tokens[k].pos not in ("DET", "ADJ", "NUM") for k in range(begin, head)):
            return None
        phrase = phrase_of(tree, head)
        after = phrase[1] + (1 if tree.word(phrase[1]) == "," else 0)
        if after >= group.start or tree.word(after) not in ("qui", "que", "qu'", "dont", "où"):
            return None
        plural = tree.words[begin] in ("les", "des", "ces", "ses", "leurs", "plusieurs", "certains", "certaines", "deux", "trois", "quelques")
        return (begin, phrase[1], head) if plural == (tree.words[group.finite].endswith("nt") and not singular_in_nt(tree.words[group.finite], lemma_of(tree, group.verb))) else None

    def name_before(self, relative: int) -> tuple[int, int, int] | None:
        """The name of a person or body that ends just before the relative pronoun and its comma."""
        tree = self.tree
        top = relative - 1
        while top > tree.first and tree.words[top] in (",", "»", ")"):
            top -= 1
        stop = tree.tokens[top].span.end
        mention = next((m for e in self.entities if e.kind in ("person", "organisation") for m in e.mentions if m.form in ("full", "short", "acronym") and m.span.end == stop), None)
        if mention is None:
            return None
        begin = next((k for k in range(tree.first, top + 1) if tree.tokens[k].span.end > mention.span.start), top)
        return begin, top + 1, begin

    def antecedent(self, relative: int) -> tuple[int, int, int] | None:
        """The noun phrase that ends just before the relative pronoun."""
        tree = self.tree
        top = relative - 1
        while top > tree.first and tree.words[top] in (",", "»", ")"):
            top -= 1
        while tree.first <= tree.head(top) < top and tree.dep(top) in ("nmod", "amod", "flat:name", "flat:foreign", "flat", "appos", "nummod", "obl:mod") and tree.tokens[tree.head(top)].pos in ("NOUN", "PROPN"):
            top = tree.head(top)
        near = None if self.animate((top, top + 1, top)) else self.name_before(relative)  # « à 20 heures par l’agence Presse Info, qui déclare »
        return near or (phrase_of(tree, top) if tree.tokens[top].pos in ("NOUN", "PROPN", "PRON") else None)

    @cached_property
    def resumed(self) -> dict[int, VerbGroup]:
        """Verbs that the parser hangs in what is reported though « a dit que… et a ajouté que » goes on with the reporter: by finite verb, the group whose subject they share."""
        tree = self.tree
        found: dict[int, VerbGroup] = {}
        for number, group in enumerate(tree.groups):
            if tree.word(group.start - 1) not in ("et", "mais", "puis") or group.finite in self.inside or subject_of(tree, group) is not None or not tree.dep(group.head).startswith("conj"):
                continue
            if not group.whole or lemma_of(tree, group.verb) not in self.spoken:
                continue
            for former in reversed(tree.groups[:number]):
                if former.finite in self.inside or lemma_of(tree, former.verb) not in self.spoken or tree.word(former.start - 1) in ("qui", "que", "qu'"):
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
        if gerund and (lost := self.lost_subject(i)) is not None:
            return lost
        apart = before if not gerund and tree.word(before) in ("certains", "certaines", "beaucoup", "plusieurs", "d'autres") and tree.word(before - 1) == "," else None
        if apart is not None:
            return apart, apart + 1, apart  # « , certains se demandant si »
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
        if gerund and earlier and subject_of(tree, earlier[-1]) is not None and earlier[-1].finite != next((s.group.finite for s in self.segments if s.start <= i < s.end), -1):
            near = self.speaker_of(earlier[-1].verb)  # « c'est lui qui l'a convaincu en lui indiquant que »
            if near is not None and self.animate(near):
                return near
        if not gerund and earlier and tree.dep(earlier[-1].head).startswith("acl:relcl") and tree.head(i) in (earlier[-1].head, earlier[-1].verb, earlier[-1].finite):
            return None
        segment = next((s for s in self.segments if s.start <= i < s.end), None)
        if segment is None:
            return None
        source = next((f for f in self.found if segment.start <= f.cue[0] < i and f.lemma in LOCUTIONS and f.speaker is not None), None)
        nearest = subject_of(tree, earlier[-1]) if gerund and earlier else None
        if source is not None and not (nearest is not None and tree.tokens[nearest].pos in ("NOUN", "PROPN") and self.animate((nearest, nearest + 1, nearest))):
            return source.speaker
        main = segment.group if segment.shared is None else self.segments[segment.shared].group
        subject = subject_of(tree, main)
        if initial and main.finite < i:
            return None
        if not initial and not gerund and subject is not None and subject > i:
            return self.turned_before(i)  # « …, déplore-t-il, estimant que chaque élu devrait »: the clause's subject stands in what is said
        if subject is None or tree.words[subject] in ("qui", "on", "ce", "c'", "cela") or (tree.dep(subject).startswith("expl") and not self.personal(main, subject)):
            return None
        if main.passive and (agent := self.agent_of(main.verb)) is not None:
            return agent
        found = self.checked(subject)
        if found is not None and not self.animate(found):
            said = next((f.speaker for f in reversed(self.found) if segment.start <= f.cue[0] < i and f.speaker is not None and f.cue[0] > main.finite), None)
            if said is None and lemma_of(tree, main.verb) in ("pousser", "amener", "inciter", "conduire", "obliger", "forcer", "permettre"):
                moved = next((c for c in tree.kids(main.verb, "obj", "iobj", "obl") if c > main.verb and tree.tokens[c].pos in ("NOUN", "PROPN") and any(self.animate((k, k + 1, k)) for k in range(*phrase_of(tree, c)[:2]) if tree.tokens[k].pos in ("NOUN", "PROPN"))), None)
                return phrase_of(tree, moved) if moved is not None else found
            return said or found  # « cela a poussé X à critiquer la loi, affirmant que »
        return found if found is None or tree.tokens[found[2]].pos in ("PROPN", "PRON") else self.touching(main, found) or found

    def deed(self, said: tuple[int, int, int]) -> bool:
        """Whether a phrase is that of what is done or not done, a noun before « de » and an infinitive, and so of nobody: « le refus de lui accorder »."""
        tree = self.tree
        head = said[2]
        if tree.word(head + 1) not in ("de", "d'") or tree.tokens[head].pos != "NOUN" or self.animate(said):
            return False
        return any(tree.tokens[k].feature("VerbForm") == "Inf" for k in range(head + 2, min(head + 5, said[1])))

    def parted(self, i: int) -> VerbGroup | None:
        """« X a, lors du débat, accusé Y »: the auxiliary that an insertion between commas parts from the participle at ``i``."""
        tree = self.tree
        if tree.word(i - 1) != ",":
            return None
        return next(
            (
                g
                for g in reversed(tree.groups)
                if g.finite < i and (g.verb == g.finite or tree.tokens[g.verb].lemma.lower() in TIME_LEMMAS) and tree.words[g.finite] in ("a", "ont", "avait", "avaient", "aura", "auront", "aurait", "auraient") and tree.word(g.finite + 1) == "," and i - g.finite < 30
            ),
            None,
        )

    def both(self, group: VerbGroup) -> tuple[int, int, int] | None:
        """« Le maire et son adjoint ont annoncé »: the whole coordinated phrase before a plural verb, which the parser often cuts at « et »; None for any other subject."""
        tree = self.tree
        if not tree.words[group.finite].endswith("nt") or singular_in_nt(tree.words[group.finite], lemma_of(tree, group.finite)):
            return None
        begin = group.start
        while begin > tree.first and begin - 1 not in tree.group_of and tree.tokens[begin - 1].pos in ("DET", "NOUN", "PROPN", "ADJ", "ADP", "CCONJ", "NUM", "ADV"):
            begin -= 1
        while begin < group.start and tree.tokens[begin].pos in ("ADV", "CCONJ"):
            begin += 1
        if begin > self.start and tree.words[begin - 1] not in (",", ":", "que", "qu'", "et", "mais"):
            return None
        link = next((k for k in range(begin, group.start) if tree.words[k] == "et"), None)
        if link is None or tree.tokens[begin].pos not in ("DET", "PROPN") or tree.tokens[link + 1].pos not in ("DET", "PROPN"):
            return None
        head = next((k for k in range(begin, link) if tree.tokens[k].pos in ("NOUN", "PROPN")), None)
        other = next((k for k in range(link + 1, group.start) if tree.tokens[k].pos in ("NOUN", "PROPN")), None)
        if head is None or other is None or not self.animate((begin, link, head)) or not self.animate((link + 1, group.start, other)):
            return None
        return begin, group.start, head

    def turned_before(self, i: int) -> tuple[int, int, int] | None:
        """The pronoun of « déplore-t-il, » that stands just before the participle at ``i``."""
        tree = self.tree
        k = i - 2 if tree.word(i - 1) == "," else -1
        return (k, k + 1, k) if k > tree.first and tree.words[k].startswith("-") and tree.words[k].lstrip("-t").lstrip("-") in ("il", "elle", "ils", "elles") else None

    def lost_subject(self, i: int) -> tuple[int, int, int] | None:
        """« quand un homme a tenté de le frapper en criant »: the phrase between a conjunction of time and the verb that the parser has left without a subject, for the gerund at ``i``."""
        tree = self.tree
        nearest = next((g for g in reversed(tree.groups) if g.finite < i and g.finite not in self.inside), None)
        if nearest is None or subject_of(tree, nearest) is not None:
            return None
        link = next((k for k in range(nearest.start - 1, max(tree.first, nearest.start - 12), -1) if tree.words[k] in ("quand", "lorsque", "lorsqu'") or tree.words[k] in (",", ";", "»")), None)
        if link is None or tree.words[link] in (",", ";", "»") or tree.tokens[link + 1].pos not in ("DET", "PROPN"):
            return None
        head = next((k for k in range(link + 1, nearest.start) if tree.tokens[k].pos in ("NOUN", "PROPN")), None)
        return (link + 1, nearest.start, head) if head is not None else None

    def bearer(self, group: VerbGroup, subject: int) -> tuple[int, int, int] | None:
        """« Alors patron du club, Jean Martin a annoncé »: the person named between a function without article and the verb, whom the parser takes for an apposition."""
        tree = self.tree
        start, end, _ = phrase_of(tree, subject)
        if tree.tokens[subject].pos != "NOUN" or any(tree.tokens[k].pos == "DET" for k in range(start, subject)) or end >= group.start:
            return None
        comma = next((k for k in range(subject + 1, group.start) if tree.words[k] == ","), None)
        if comma is None or any(tree.words[k] == "," for k in range(comma + 1, group.start)):
            return None
        at, stop = tree.tokens[comma + 1].span.start, tree.tokens[group.start - 1].span.end
        if any(entity.kind == "person" and any(m.span.start == at and m.span.end == stop for m in entity.mentions) for entity in self.entities):
            return comma + 1, group.start, comma + 1
        return None

    def checked(self, subject: int) -> tuple[int, int, int] | None:
        tree = self.tree
        if tree.tokens[subject].pos not in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X", "DET", "VERB"):
            return None
        return phrase_of(tree, subject)

    def agent_of(self, i: int) -> tuple[int, int, int] | None:
        for child in self.tree.kids(i, "obl"):
            if self.tree.words[self.tree.extents[child][0]] == "par" and self.tree.words[child] not in ("suite", "ailleurs", "exemple", "conséquent", "erreur", "mail", "téléphone", "écrit") and (
                self.tree.dep(child) == "obl:agent" or any(self.tree.dep(c) == "obl:agent" for c in self.tree.kids(i, "obl") if c < child)
            ):
                a, b, h = phrase_of(self.tree, child)
                said = next((k for k in range(h + 1, b) if self.tree.words[k] in ("de", "d'", "à") and self.tree.dep(k) == "mark"), b)
                return a, said, h
        return None

    def agent_after(self, k: int, limit: int) -> tuple[int, int, int] | None:
        """The phrase after the «par» at ``k``, where the parser hangs it elsewhere than on the verb."""
        if k >= limit or (self.tree.tokens[k - 1].feature("VerbForm") == "Part" and not self.tree.words[k - 1].endswith("ant")):
            return None  # « plus intéressé par la lutte »
        head = self.nominal_head(k + 1) if k + 1 < limit else None
        return None if head is None else phrase_of(self.tree, head)

    def time_of(self, group: VerbGroup | None, i: int) -> tuple[int, int] | None:
        tree = self.tree
        tops = {i} if group is None else {group.head, group.verb, group.finite}
        for k in range(tree.first, tree.last):
            if tree.tokens[k].lemma.lower() in TIME_LEMMAS and k not in self.inside and tree.head(k) in tops:
                start = k
                if tree.word(k - 1) in ("ce", "cet", "cette", "le"):
                    start -= 1
                end = k + 1
                while end < tree.last and (tree.words[end] in ("matin", "soir", "après-midi", "dernier", "dernière", "passé") or (tree.tokens[end].pos == "NUM" and tree.head(end) == k)):
                    end += 1
                return start, end
        return None

    def add(self, found: Reported) -> None:
        if not any(one.cue == found.cue and one.lemma == found.lemma and one.content == found.content for one in self.found):
            self.found.append(found)

    def named_after(self, phrase: tuple[int, int, int]) -> tuple[int, int] | None:
        """End and person's id of « le préfet, Paul Martin, », where the phrase ends before its comma or holds the name already; None for any other phrase."""
        tree = self.tree
        start, _end, head = phrase
        if tree.tokens[head].pos != "NOUN" or tree.tokens[start].pos != "DET" or tree.words[start] in ("les", "des", "ces", "ses", "leurs", "plusieurs", "deux") or not self.animate(phrase):
            return None
        comma = next((k for k in range(head + 1, min(tree.last - 1, head + 14)) if tree.words[k] == "," or k in tree.group_of or tree.words[k] in ("qui", "que", "dont", "où", "»", ":")), None)
        if comma is None or tree.words[comma] != ",":
            return None
        if tree.words[comma + 1] in ("me", "m.", "mme", "mlle", "dr", "dr.", "pr", "pr.", "maître") and comma + 2 < tree.last:
            comma += 1
        at = tree.tokens[comma + 1].span.start
        gender = {"le": "m", "un": "m", "la": "f", "une": "f", "sa": "f"}.get(tree.words[start], "")
        for entity in self.entities:
            mention = next((m for m in entity.mentions if m.span.start == at and m.form in ("full", "short")), None)
            if mention is None or entity.kind != "person":
                continue
            if gender and entity.gender and entity.gender != gender and tree.tokens[head].feature("Gender") == {"m": "Masc", "f": "Fem"}[gender]:
                return None
            stop = next((k for k in range(comma + 1, tree.last) if tree.tokens[k].span.start >= mention.span.end), tree.last)
            free = tree.word(stop) in ("", ",", ".", "»", ":", ";", "(", "!", "?", "qui", "lors", "dans", "à", "sur", "en")
            return (stop, entity.id) if free else None
        return None

    def apposed_subject(self, group: VerbGroup) -> tuple[int, int, int] | None:
        """« Ce matin, Paul Martin, professeur de droit, affirme »: the person named at a comma, where a comma before the verb has made the parser lose its subject."""
        tree = self.tree
        if tree.word(group.start - 1) != "," or group.finite in self.inside:
            return None
        begin = self.segment_at(group.finite)[0]
        for other in tree.groups:
            if begin <= other.finite < group.start:
                comma = next((k for k in range(other.start - 1, begin, -1) if tree.words[k] == ","), begin)
                if not any(tree.words[k] in ("qui", "dont", "où", "que", "qu'") for k in range(comma, other.start)):
                    return None
        places = [begin, *(k + 1 for k in range(begin, group.start - 1) if tree.words[k] in (",", ":"))]
        for place in places:
            at = tree.tokens[place].span.start
            for entity in self.entities:
                mention = next((m for m in entity.mentions if m.span.start == at and m.form in ("full", "short", "acronym")), None)
                if mention is not None and entity.kind in ("person", "organisation"):
                    stop = next((k for k in range(place, tree.last) if tree.tokens[k].span.start >= mention.span.end), tree.last)
                    plural = tree.words[group.finite].endswith("nt") and not singular_in_nt(tree.words[group.finite], lemma_of(tree, group.verb))
                    return (place, stop, place) if tree.word(stop) in (",", "(") and not plural else None
        return None

    def animate(self, phrase: tuple[int, int, int]) -> bool:
        """Whether a phrase may be somebody: a name, a pronoun, a person, an institution; « la seconde mi-temps » confirms, but says nothing."""
        tree = self.tree
        token = tree.tokens[phrase[2]]
        if token.pos in ("PROPN", "PRON", "X") or token.span.of(tree.text)[0].isupper():
            return True
        anaphors = anaphor_lexicon(self.book)
        forms = {token.lemma.lower(), tree.words[phrase[2]]}
        if forms & (anaphors.persons | anaphors.titles | anaphors.institutions | self.lexicon.words["holders"] | self.lexicon.words["sources"]):
            return True
        names = name_lexicon(self.book)
        if any(word in names.functions or any(head.kind == "organisation" for head in names.heads.get(word, ())) for word in sorted(forms)):
            return True
        if any(e.kind in ("person", "organisation", "country") and any(phrase[0] <= k < phrase[1] for k in range(phrase[0], phrase[1]) if any(m.span.start == tree.tokens[k].span.start for m in e.mentions) and k == phrase[2]) for e in self.entities):
            return True
        return tree.words[phrase[2]].rstrip("s").endswith(("eur", "euse", "iste", "ien", "ienne", "ant", "logue", "trice", "aire", "ais", "ois"))

    def hearsay(self, group: VerbGroup) -> bool:
        """Whether a conditional is the newspaper's conditional of hearsay."""
        tree = self.tree
        lemma = lemma_of(tree, group.verb)
        if lemma in self.lexicon.words["no-hearsay"] and not (lemma == "vouloir" and group.tense == "past-conditional" and tree.tokens[group.finite].feature("Person") not in ("1", "2")):
            return False
        start, end = self.segment_at(group.finite)
        words = [tree.words[k] for k in range(start, end)]
        for position, word in enumerate(words):
            if (word == "si" and tree.tokens[start + position].pos in ("SCONJ", "CCONJ")) or (word == "s'" and position + 1 < len(words) and words[position + 1] in ("il", "ils")):
                return False
        return not (words[:1] == ["sans"] or "sinon" in words)

    def idle(self, i: int) -> bool:
        """Whether a verb of speech says nothing where it stands: « c'est-à-dire que », « à proprement parler », « ils n'arrêtent pas de changer »."""
        tree = self.tree
        word, at = tree.words[i], tree.tokens[i].span.start
        if word == "dire":
            return tree.text[max(0, at - 9) : at].endswith(("est-à-", "est à "))
        if word == "parler":
            return tree.word(i - 1) in ("proprement", "franchement", "strictement", "exactement")
        if tree.tokens[i].lemma == "arrêter":
            return tree.word(i + 1) in ("de", "d'")
        # « les détenus incarcérés pour des délits mineurs », whoever they are
        return word.startswith(("incarcéré", "écroué", "emprisonné")) and tree.word(i - 1) in ("détenus", "prisonniers", "condamnés", "personnes")

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

    def infinitive_at(self, k: int) -> bool:
        tree = self.tree
        while k < tree.last and (tree.words[k] in CLITICS or tree.words[k] in ("ne", "n'", "pas", "plus")):
            k += 1
        return k < tree.last and tree.tokens[k].feature("VerbForm") == "Inf"

    def infinitive_end(self, k: int, limit: int) -> int:
        tree = self.tree
        while k < tree.last and tree.tokens[k].feature("VerbForm") != "Inf":
            k += 1
        begun = tree.extents[k][1] if k < tree.last else k
        while k + 1 < limit and tree.words[k] in ("faire", "laisser", "pouvoir", "devoir", "vouloir", "aller") and tree.tokens[k + 1].feature("VerbForm") == "Inf":
            k += 1
        head = tree.head(k) if tree.tokens[k].dep.startswith(("aux", "cop")) else k
        return min(max(tree.extents[head][1], begun, k + 1), limit)

    def verb_between(self, start: int, end: int) -> bool:
        return any(start <= g.finite < end for g in self.tree.groups)

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
