"""What a pronoun or possessive stands for within its own sentence: who is named there before it and agrees with it.

The question is never which of two names is meant, only whether the sentence alone holds the one that is: copied whole, it is then as clear as where it stood. What is
not found here for certain is left to the reader's obstacle. Grammar: Grevisse & Goosse, « Le bon usage », §§ 655–660 (représentants), 613–615 (possessifs).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from seo_fr.analyse.impersonal import impersonal
from seo_fr.analyse.referring import ReferringWords
from seo_fr.analyse.segments import subject_of
from seo_fr.analyse.syntax import Tree, VerbGroup, verb_lemma
from seo_fr.model import Entity

Sort = Literal["person", "collective", "thing"]

SUBJECTS = {"il": ("m", "s"), "elle": ("f", "s"), "ils": ("m", "p"), "elles": ("f", "p")}
_OTHER_SUBJECTS = {"on": ("", "s"), "chacun": ("m", "s"), "chacune": ("f", "s"), "personne": ("", "s"), "certains": ("m", "p"), "certaines": ("f", "p"), "plusieurs": ("", "p"), "beaucoup": ("", "p"), "tous": ("m", "p"), "toutes": ("f", "p"),
                   "ceux": ("m", "p"), "celles": ("f", "p"), "celui": ("m", "s"), "celle": ("f", "s"), "quelqu'un": ("m", "s"), "aucun": ("m", "s"), "aucune": ("f", "s"), "quiconque": ("", "s")}  # fmt: skip
_MASCULINE = frozenset(["le", "un", "ce", "cet", "du", "au", "aucun", "ledit"])
_FEMININE = frozenset(["la", "une", "cette", "aucune"])
_SINGULAR = frozenset(["le", "la", "un", "une", "ce", "cet", "cette", "du", "au", "chaque", "aucun", "aucune", "son", "sa", "l'", "tout", "toute", "quelque"])
_PLURAL = frozenset(["les", "des", "ces", "ses", "leurs", "plusieurs", "quelques", "aux", "certains", "certaines", "tous", "toutes", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"])
_SUBORDINATORS = frozenset(["lorsque", "lorsqu'", "quand", "si", "s'", "alors", "bien", "après", "avant", "dès", "tandis", "puisque", "puisqu'", "comme", "depuis", "pendant", "même", "parce", "quoique", "quoiqu'", "tant", "où", "à"])
_OWN_SUBJECT_AFTER = frozenset(["derrière", "devant", "chez", "entre", "parmi", "avant", "autour", "vers", "en", "d'entre", "dont", "sous", "selon"])


#: Words by which a quotation shows that it keeps its speaker's own grammar.
_SPEAKER_WORDS = frozenset(["je", "j'", "nous", "vous", "tu", "moi", "me", "m'", "mon", "ma", "mes", "notre", "nos", "votre", "vos"])
_PEOPLE = re.compile(r"(?:iste|crate|logue)s\Z")
_NO_PEOPLE = re.compile(r"(?:^|-)(?:listes|pistes|dialogues|catalogues|prologues|épilogues|analogues)\Z")


#: Whom a holder of an office has: « son prédécesseur Paul Morel ».
_OFFICE_KIN = frozenset(["prédécesseur", "prédécesseure", "successeur", "successeure", "homologue", "dauphin", "dauphine"])


@dataclass(frozen=True, slots=True)
class Referent:
    """A noun phrase, name or subject pronoun that something later may stand for. ``start``, ``end`` and ``head`` are token numbers, ``end`` exclusive."""

    start: int
    end: int
    head: int
    gender: str
    number: str
    sort: Sort
    name: bool
    subject: bool
    pronoun: bool = False


#: Verbs that are done to somebody: « l’accuse » takes up no thing.
#: « à son encontre », « à son égard »: whose, if not a person’s or a name’s, this sentence does not say.
_TOWARDS = frozenset(("encontre", "égard"))
_OF_PERSONS = frozenset("accuser soupçonner inculper interpeller convoquer accompagner remercier féliciter nommer élire limoger licencier embaucher convaincre inviter interroger hospitaliser incarcérer recevoir rencontrer".split())


@dataclass(frozen=True)
class Referents:
    """The referents of one sentence. ``rivals`` are gender and number of the persons whom the sentences before name: a thing does not bind a pronoun that may mean one of them."""

    tree: Tree
    entities: tuple[Entity, ...]
    words: ReferringWords
    rivals: frozenset[tuple[str, str]] = frozenset()
    links: dict[int, int] = field(default_factory=dict)  # token of a pronoun or possessive → head of what it was found to stand for

    # ------------------------------------------------------------------------------------------------------------- who is there

    @cached_property
    def regions(self) -> dict[int, int]:
        """Token → the number of the quotation it stands in, 0 outside."""
        found: dict[int, int] = {}
        inside = count = 0
        for i in range(self.tree.first, self.tree.last):
            word = self.tree.words[i]
            if word in ("«", "“") or (word == '"' and not inside):
                count += 1
                inside = count
                found[i] = inside
            elif word in ("»", "”") or (word == '"' and inside):
                found[i] = inside
                inside = 0
            else:
                found[i] = inside
        # a fragment without a verb of its own (« de son histoire ») is part of the sentence around it, and so is what goes on from « que » without a capital
        clauses = {found[group.finite] for group in self.tree.groups} - self._going_on(found)
        return {i: number if number in clauses else 0 for i, number in found.items()}

    def _going_on(self, found: dict[int, int]) -> set[int]:
        """The numbers of the quotations that go on from a « que » of the sentence, in its own grammar: « affirme que « son parti a été trahi » »."""
        tree, made = self.tree, set()
        for i in range(tree.first + 1, tree.last - 1):
            opens = found[i] and found[i - 1] != found[i] and tree.is_punct(i)
            if opens and tree.words[i - 1] in ("que", "qu'") and tree.tokens[i + 1].span.of(tree.text)[:1].islower() and not any(tree.words[k] in _SPEAKER_WORDS for k in found if found[k] == found[i]):
                made.add(found[i])
        return made

    @cached_property
    def _subjects(self) -> dict[int, VerbGroup]:
        """Head of a subject → the group it is the subject of."""
        found: dict[int, VerbGroup] = {}
        for group in self.tree.groups:
            head = subject_of(self.tree, group)
            if head is not None:
                found.setdefault(head, group)
        return found

    @property
    def subject_heads(self) -> dict[int, VerbGroup]:
        """Head of a subject → the group it is the subject of."""
        return self._subjects

    @cached_property
    def all(self) -> tuple[Referent, ...]:
        """Every referent, in the order of the text."""
        tree = self.tree
        found: list[Referent] = []
        names: dict[int, tuple[int, int, Entity]] = {}
        for entity in self.entities:
            for mention in entity.mentions:
                if not tree.sentence.span.covers(mention.span):
                    continue
                inside = [k for k in range(tree.first, tree.last) if mention.span.start <= tree.tokens[k].span.start < mention.span.end]
                for k in inside:
                    if k not in names or names[k][1] - names[k][0] < len(inside):
                        names[k] = (inside[0], inside[-1] + 1, entity)
        i = tree.first
        opening = next((k for k in range(tree.first, tree.last) if not tree.is_punct(k)), tree.first)
        while i < tree.last:
            token, word = tree.tokens[i], tree.words[i]
            if i in names and names[i][0] == i:
                start, end, entity = names[i]
                found.append(self._named(start, end, entity))
                i = end
                continue
            if word in SUBJECTS and token.pos == "PRON" and i in self._subjects and not impersonal(tree, i, self.words):
                found.append(Referent(i, i + 1, i, *SUBJECTS[word], "person", False, True, True))
            elif word in _OTHER_SUBJECTS and token.pos in ("PRON", "DET", "NOUN", "ADV") and i in self._subjects:
                found.append(Referent(i, i + 1, i, *_OTHER_SUBJECTS[word], "person", False, True))
            elif token.pos == "NOUN" and i == opening and not tree.kids(i, "det", "nummod") and tree.words[i] != "on":
                pass  # « Commentateur de la chaîne, sa disparition… »: what opens without an article describes, it names nobody
            elif (token.pos in ("NOUN", "PROPN") or self._capital(i)) and not (token.pos == "PROPN" and tree.dep(i).startswith(("flat", "fixed"))):
                found.append(self._noun(i))
            i += 1
        found = self._orphans(found)
        both = [self._coordinated(referent) for referent in found if referent.number]
        return tuple(sorted((*found, *(r for r in both if r is not None)), key=lambda r: (r.start, r.end)))

    def _capital(self, i: int) -> bool:
        """Whether a word the tagger took for an adjective or verb is written as a name: « Le Portugal », « C’est Lourmel qui… »."""
        token = self.tree.tokens[i]
        return token.pos in ("ADJ", "VERB", "X", "ADV") and i > self.tree.first and token.span.of(self.tree.text)[0].isupper() and not self.tree.is_punct(i - 1)

    def _orphans(self, found: list[Referent]) -> list[Referent]:
        """The referents, names that stand right before a verb the parser gave no subject marked as its subject: « Interrogé lundi, Paul Morel, battu en mai, a dit… »."""
        tree, made = self.tree, list(found)
        for group in tree.groups:
            if subject_of(tree, group) is not None or any(tree.word(k) in ("qui", "que", "qu'", "dont", "où", "et", "ou", "mais", "il", "elle", "on") for k in range(group.start - 2, group.start)):
                continue
            for at in range(len(made) - 1, -1, -1):
                referent = made[at]
                if referent.end > group.start or not referent.name:
                    continue
                before = next((k for k in range(referent.start - 1, tree.first - 1, -1) if tree.tokens[k].pos not in ("DET", "ADJ", "NOUN", "PROPN")), tree.first - 1)
                free = before < tree.first or tree.is_punct(before) and tree.words[before] in (",", "«", ";", ":")
                closed = referent.end == group.start or tree.word(referent.end) == "," and tree.word(group.start - 1) == ","
                if free and closed and not any(g.finite in range(referent.start, group.start) for g in tree.groups):
                    made[at] = replace(referent, subject=True)
                    self._subjects.setdefault(referent.head, group)
                    break
        return made

    def _named(self, start: int, end: int, entity: Entity) -> Referent:
        tree = self.tree
        head = next((k for k in range(start, end) if not start <= tree.head(k) < end), start)
        sort: Sort = "person" if entity.kind == "person" else "collective" if entity.kind in ("organisation", "country", "place", "other") else "thing"
        gender: str = entity.gender
        number: str = entity.number or "s"
        before = tree.word(start - 1)
        if entity.kind != "person":
            gender = gender or ("m" if before in _MASCULINE else "f" if before in _FEMININE else "") or self._participle_gender(head)
            if before in ("les", "des", "aux"):
                number = "p"
        subject = any(k in self._subjects for k in range(start, end))
        # « le ministre Paul Morel », « l’entraîneur, Paul Morel »: the name hangs on the noun that is the subject
        above = tree.head(head)
        if not subject and above < start and above in self._subjects and tree.dep(head).startswith(("appos", "flat", "nmod")) and sort == "person" and tree.word(start - 1) not in ("de", "d'", "du", "des", "à", "au"):
            subject = True
        return Referent(start, end, head, gender, number, sort, True, subject)

    def _noun(self, i: int) -> Referent:
        tree, token = self.tree, self.tree.tokens[i]
        det = next((tree.words[d] for d in tree.kids(i, "det", "nummod") if d < i), "") or next((tree.words[k] for k in range(i - 1, max(tree.first, i - 3) - 1, -1) if tree.words[k] in _SINGULAR | _PLURAL), "")
        gender = "m" if det in _MASCULINE else "f" if det in _FEMININE else {"Masc": "m", "Fem": "f"}.get(token.feature("Gender"), "")
        number = "s" if det in _SINGULAR else "p" if det in _PLURAL or (tree.kids(i, "nummod") and tree.words[i].endswith(("s", "x"))) else {"Sing": "s", "Plur": "p"}.get(token.feature("Number"), "")
        if token.pos == "PROPN" and not number:
            number = "s"
        subject = i in self._subjects or tree.dep(i).startswith("nsubj")
        if not gender and subject:
            gender = self._participle_gender(i)
        forms = {tree.words[i], token.lemma.lower()}
        if tree.words[i] == "monde" and tree.word(i - 2) == "tout":
            forms = set(self.words.humans)
        sort: Sort = "person" if forms & self.words.humans else "collective" if forms & self.words.collectives else "thing"
        if sort == "thing" and number == "p" and _PEOPLE.search(tree.words[i]) and not _NO_PEOPLE.search(tree.words[i]):
            sort = "person"
        named = token.pos == "PROPN" or self._capital(i)
        if named and sort == "thing":
            sort = "collective"
        return Referent(i, i + 1, i, gender, number, sort, named, subject)

    def _participle_gender(self, head: int) -> str:
        """The gender that the participle or adjective shows: « Daech est expulsé », «» if it shows none."""
        group = self._subjects.get(head)
        if group is None or not (group.passive or group.copular or self.tree.words[group.finite] in ("est", "était", "sera", "serait", "fut")):
            return ""
        return {"Masc": "m", "Fem": "f"}.get(self.tree.tokens[group.verb].feature("Gender"), "") if group.verb != group.finite else ""

    def _coordinated(self, first: Referent) -> Referent | None:
        """« Lille et Metz » as one referent of the plural."""
        tree = self.tree
        others = [c for c in tree.kids(first.head, "conj") if c > first.head and tree.tokens[c].pos in ("NOUN", "PROPN")]
        if not others:
            return None
        genders = [first.gender, *({"Masc": "m", "Fem": "f"}.get(tree.tokens[c].feature("Gender"), "") for c in others)]
        gender = "m" if "m" in genders else "f" if all(g == "f" for g in genders) else ""
        return Referent(first.start, max(others) + 1, first.head, gender, "p", first.sort, first.name, first.subject)

    # ---------------------------------------------------------------------------------------------------------------- relations

    def group_above(self, i: int) -> VerbGroup | None:
        """The finite verbal group that ``i`` depends on, None if the parse shows none."""
        for at in (i, *self.tree.ancestors(i)):
            if at in self.tree.group_of:
                return self.tree.group_of[at]
        return None

    def groups_above(self, i: int) -> tuple[VerbGroup, ...]:
        """The finite verbal groups that ``i`` depends on, nearest first."""
        found = [self.tree.group_of[at] for at in (i, *self.tree.ancestors(i)) if at in self.tree.group_of]
        return tuple(dict.fromkeys(found))

    def subject_referents(self, group: VerbGroup) -> tuple[Referent, ...]:
        """What the subject of ``group`` names; for « qui », what it relates to."""
        head = subject_of(self.tree, group)
        if head is None:
            return tuple(r for r in self.all if r.subject and self._subjects.get(r.head) is group)
        if self.tree.words[head] in ("qui", "lequel", "laquelle", "lesquels", "lesquelles"):
            top = next((at for at in (group.head, group.verb, group.finite) if self.tree.group_of.get(self.tree.head(at)) is not group), group.head)
            above = self.tree.head(top)
            related = tuple(r for r in self.all if r.start <= above < r.end or r.head == above)
            return related or tuple(r for r in self.all if r.end in (head, head - 1))
        found: list[Referent] = [r for r in self.all if r.head == head or r.start <= head < r.end or (r.subject and r.head in self.tree.ancestors(head)) or (r.name and r.subject and head in self.tree.ancestors(r.head) and r.sort == "person")]
        return (*found, *self._numbered(found, group))

    def _numbered(self, found: list[Referent], group: VerbGroup) -> tuple[Referent, ...]:
        """The subject again with the number of its verb, where the noun does not show it: « Lille et Metz ont… », « The Herald va… »."""
        word = self.tree.words[group.finite]
        number = "p" if word.endswith("nt") and not word.endswith("ment") and word not in ("vient", "tient") else {"Plur": "p", "Sing": "s"}.get(self.tree.tokens[group.finite].feature("Number"), "")
        if not number or not found or any(r.number == number for r in found) or found[0].pronoun:
            return ()
        joined = any(self.tree.words[k] == "et" for k in range(found[0].start, group.start))
        return (replace(found[0], number=number, gender="" if joined else found[0].gender),)

    def _may_be(self, referent: Referent, i: int, gender: str, number: str, *, before: bool = True) -> bool:
        """Whether a referent agrees, stands where it can be meant at ``i``, and does not hold ``i`` itself."""
        if before and referent.end > i:
            return False
        if referent.number != number or self.regions[referent.head] != self.regions[i]:
            return False
        if gender and referent.gender != gender and not (not referent.gender and referent.name):
            return False
        if not referent.subject and {self.tree.words[referent.head], self.tree.tokens[referent.head].lemma.lower()} & self.words.measures:
            return False
        return referent.pronoun or not self._holds(referent, i)

    def _holds(self, referent: Referent, i: int) -> bool:
        """Whether ``i`` stands within the noun phrase of the referent, other members of its coordination apart: it cannot then mean it."""
        if referent.head in self.tree.roots or referent.head in self.tree.group_of:
            return False
        at = i
        for above in self.tree.ancestors(i):
            if above == referent.head:
                return self.tree.dep(at).startswith(("acl", "advcl", "ccomp", "dep"))
            at = above
        return False

    # ----------------------------------------------------------------------------------------------------------------- pronouns

    def of_subject_pronoun(self, i: int) -> Referent | None:
        """Return what the subject pronoun at ``i`` stands for in its sentence, None where that is not certain."""
        gender, number = SUBJECTS[self.tree.words[i]]
        group = self._subjects.get(i) or self.group_above(i)
        found = [r for r in self.all if r.subject and self._may_be(r, i, gender, number) and self._plausible(r, i, group, gender, number)]
        if found:
            return found[-1]
        objects = [r for r in self.all if not r.subject and r.sort == "person" and r.gender and self._may_be(r, i, gender, number) and self._argument(r) and self._told(r, group, i) and self._plausible(r, i, group, gender, number)]
        rival = any(r.subject and not r.pronoun and r.number == number and r.gender in (gender, "") and r.end <= i for r in self.all)
        if objects and not rival:
            return objects[-1]
        if not rival and (gender, number) not in self.rivals and group is not None and not self._person_only(group) and not self.tree.dep(group.head).startswith("ccomp"):
            things = [r for r in self.all if not r.subject and r.sort != "person" and r.gender and self._may_be(r, i, gender, number) and self.tree.dep(r.head) in ("obj", "obl:arg", "conj") and self._told(r, group, i)]
            if things and self.tree.word(i - 1) in ("où", "quand", "lorsqu'", "lorsque", "qu'", "que", "mais", "et", ",", ";"):
                return things[-1]
        if self.tree.word(i - 1) == "qu'" and self.tree.word(i - 2) == "," and self.tree.word(i + 1) in ("soit", "soient"):
            return next((r for r in self.all if r.end == i - 2 and r.number == number and r.gender == gender), None)
        return self._ahead(i, gender, number)

    def _told(self, referent: Referent, group: VerbGroup | None, i: int) -> bool:
        """Whether a finite verb before ``i``, other than that of the pronoun, speaks of the referent: « Gardien du club, il a… » names nobody."""
        above = self.group_above(referent.head)
        return above is not None and above is not group and above.finite < i

    def _plausible(self, referent: Referent, i: int, group: VerbGroup | None, gender: str, number: str) -> bool:
        """Whether what is said of the pronoun can be said of the referent."""
        tree = self.tree
        above = self._subjects.get(referent.head)
        if not referent.pronoun and above is not None and group is not None:
            reports = verb_lemma(tree.words[above.verb], tree.tokens[above.verb]) in self.words.reporting
            inside = any(tree.word(k) in ("que", "qu'", ":") for k in range(max(above.end, referent.end), i))
            if reports and inside and not self._speaks_of_itself(referent, group):
                return False
        if referent.pronoun or referent.sort == "person":
            return True
        if group is not None and self._person_only(group):
            return False
        if not referent.gender and (gender, number) in self.rivals:
            return False
        if referent.sort == "thing" and tree.word(i - 1) not in ("et", "mais", ";", "ou") and (gender, number) in self.rivals:
            return False
        return True

    def _speaks_of_itself(self, referent: Referent, group: VerbGroup) -> bool:
        before = max(self.tree.first, referent.start - 3)
        while any(self.tree.words[k] == "," for k in range(before, referent.start)):
            before += 1
        forms = {self.tree.words[k] for k in range(before, referent.end)} | {self.tree.tokens[referent.head].lemma.lower()}
        if forms & self.words.reporters or referent.sort == "thing":
            return False
        lemma = verb_lemma(self.tree.words[group.verb], self.tree.tokens[group.verb])
        if lemma in self.words.not_of_oneself:
            return False
        return referent.sort == "person" or not self._person_only(group)

    def _person_only(self, group: VerbGroup) -> bool:
        said = {self.tree.words[k] for k in range(group.start, min(self.tree.last, group.end + (3 if group.copular else 1)))} | {verb_lemma(self.tree.words[group.verb], self.tree.tokens[group.verb])}
        return bool(said & self.words.person_verbs)

    def _argument(self, referent: Referent) -> bool:
        """Whether a referent is what a verb is about (object, « à », agent) and no mere circumstance or source (« selon le maire »)."""
        before = {self.tree.word(k) for k in range(referent.start - 3, referent.start)}
        dep = self.tree.dep(referent.head)
        return dep.startswith(("obj", "iobj", "obl:arg", "obl:agent", "nsubj", "conj", "xcomp", "nmod", "appos", "root", "ROOT")) and not before & {"selon", "d'après", "pour", "après"}

    def _ahead(self, i: int, gender: str, number: str) -> Referent | None:
        """« Lorsqu’il a racheté le journal, Paul Morel… »: the subject of the main clause, where it is a person or name that agrees."""
        tree = self.tree
        first = next((k for k in range(tree.first, tree.last) if not tree.is_punct(k) and tree.words[k] not in ("mais", "et", "or")), tree.first)
        opens = tree.words[first] in _SUBORDINATORS or any(tree.words[k] in ("que", "qu'", "où", "dont") for k in range(first, i))
        comma = next((k for k in range(i, tree.last) if tree.words[k] == ","), -1)
        if not opens or comma < 0:
            return None
        for referent in self.all:
            if referent.start <= comma or not referent.subject or referent.pronoun:
                continue
            if referent.number == number and (referent.gender == gender or (not referent.gender and referent.name)) and referent.sort == "person" and self.regions[referent.head] == self.regions[i]:
                if all(tree.words[k] not in (":", ";", "qui", "que", "qu'", "dont", "où") for k in range(comma, referent.start)):
                    return referent
            return None
        return None

    def of_stressed(self, i: int) -> Referent | None:
        """Return what « lui », « elle », « eux », « elles » stand for that are not the subject: after a preposition, before a verb, or beside the subject."""
        tree, word = self.tree, self.tree.words[i]
        gender, number = {"lui": ("m", "s"), "elle": ("f", "s"), "eux": ("m", "p"), "elles": ("f", "p"), "leur": ("", "p"), "elle-même": ("f", "s"), "lui-même": ("m", "s"), "eux-mêmes": ("m", "p"), "elles-mêmes": ("f", "p")}[word]
        previous = tree.word(i - 1)
        clitic = word in ("lui", "leur") and (tree.tokens[i + 1].pos in ("VERB", "AUX") if i + 1 < tree.last else False) and tree.tokens[i - 1].pos != "ADP"
        if clitic and previous in ("est", "sont", "était", "étaient", "a", "ont") and tree.tokens[i + 1].feature("VerbForm") != "Inf":
            clitic = False  # « est lui incertain »
        if clitic:
            return self._of_object(i, "", number)
        own = self.group_above(i)
        mine = self.subject_referents(own) if own is not None else ()
        after_preposition = i > tree.first and (tree.tokens[i - 1].pos == "ADP" or previous in ("d'", "de", "que", "qu'", "entre", "d'entre"))
        if not after_preposition:
            return next((r for r in (*mine, *(x for x in self.all if x.subject)) if self._may_be(r, i, gender if r.gender else "", number)), None)
        found = [r for r in self.all if (r.subject or self._argument(r) and r.sort == "person") and self._may_be(r, i, gender, number)]
        if previous == "entre":
            found = [r for r in found if r.end < i - 2]  # « certains d’entre eux » are not themselves
        if previous not in _OWN_SUBJECT_AFTER and tree.word(i - 2) not in ("d'entre", "autour", "dont", "parmi", "entre", "avance"):
            found = [r for r in found if r not in mine]
        if previous == "selon" or tree.word(i - 1) == "pour" and i - tree.first < 3:
            found = []
        return found[-1] if found else None

    def of_clitic(self, i: int) -> Referent | None:
        """Return what « le », « la », « l’ », « les » before a verb stand for."""
        gender, number = {"le": ("m", "s"), "la": ("f", "s"), "l'": ("", "s"), "les": ("", "p")}[self.tree.words[i]]
        return self._of_object(i, gender, number)

    def _of_object(self, i: int, gender: str, number: str) -> Referent | None:
        """What an object pronoun stands for: a subject or object of another clause, or the object before an infinitive."""
        tree = self.tree
        own = self.group_above(i)
        mine = {r.head for r in self.subject_referents(own)} if own is not None else set()
        verb = next((k for k in range(i + 1, min(tree.last, i + 5)) if tree.tokens[k].pos in ("VERB", "AUX")), -1)
        purpose = verb >= 0 and tree.tokens[verb].feature("VerbForm") == "Inf" and own is not None and own.passive and any(tree.word(k) in ("pour", "afin") for k in range(i - 3, i))
        if purpose:
            mine = set()  # « la station a été relevée pour la maintenir en orbite »
        infinitive = verb >= 0 and (tree.tokens[verb].feature("VerbForm") == "Inf" or tree.words[verb].endswith("ant"))
        persons = verb >= 0 and verb_lemma(tree.words[verb], tree.tokens[verb]) in _OF_PERSONS
        for referent in reversed(self.all):
            if not self._may_be(referent, i, gender, number) or referent.head in mine or (gender and not referent.gender):
                continue
            if persons and referent.sort not in ("person", "collective"):
                continue  # « un bilan de son mandat, et l’accuse de… »
            above = self._subjects.get(referent.head) or self.group_above(referent.head)
            if above is None or not (referent.subject or self._argument(referent)):
                continue
            if above is not own or purpose or (infinitive and not referent.subject and tree.dep(referent.head).startswith(("obj", "iobj", "obl:arg", "conj"))):
                return referent
        return None

    def of_last(self, i: int, gender: str, number: str) -> Referent | None:
        """Return what « ce dernier », « celle-ci » at ``i`` stand for: the nearest noun before that agrees, outside the same subject."""
        return next((r for r in reversed(self.all) if not r.pronoun and self._may_be(r, i, gender, number) and r.gender and r.number), None)

    # -------------------------------------------------------------------------------------------------------------- possessives

    def of_possessive(self, i: int, segment: VerbGroup) -> Referent | None:
        """Return whose « son », « sa », « leurs » at ``i`` is, None where the sentence does not tell for certain. ``segment`` is the clause's main group."""
        tree = self.tree
        number = "p" if tree.words[i].startswith("leur") else "s"
        noun = next((k for k in range(i + 1, min(tree.last, i + 5)) if tree.tokens[k].pos in ("NOUN", "PROPN")), None)
        noun = noun if noun is not None else min(i + 1, tree.last - 1)
        nearest = self.group_above(noun) or segment
        groups = tuple(dict.fromkeys((nearest, *self.groups_above(noun), segment)))
        inside = next((g for g in groups if self._within_subject(i, g)), None)
        coordinated = self._beside(i, noun, number)
        if coordinated is not None:
            return coordinated
        for group in groups:
            if group is inside:
                continue
            shown = subject_of(tree, group)
            for referent in self.subject_referents(group):
                if referent.number != number or referent.start <= i < referent.end or self.regions[referent.head] != self.regions[i] and self.regions[i] and (shown is None or self.regions[shown] != self.regions[i]):
                    continue
                if referent.start > i and (referent.pronoun or not self._cataphoric(i, referent, noun)):
                    continue
                if inside is not None and group is not inside and referent.start > i:
                    continue
                if inside is not None and not (referent.name or referent.pronoun) and verb_lemma(tree.words[group.verb], tree.tokens[group.verb]) in self.words.reporting:
                    continue  # « Un élu pense que sa démission… »: whose?
                if tree.words[noun] in _TOWARDS and referent.sort != "person" and not referent.name:
                    continue  # « Une enquête a été ouverte à son encontre »: against somebody
                if self._may_own(referent, noun, group, i):
                    return referent
        holder = next((tree.head(at) for at in (noun, *tree.ancestors(noun)) if tree.tokens[at].pos == "VERB" and tree.words[at].endswith("ant") and tree.tokens[tree.head(at)].pos in ("NOUN", "PROPN")), -1)
        if holder >= 0 and holder < i:
            held = next((r for r in self.all if r.start <= holder < r.end and r.number == number), None)
            if held is not None and not ({tree.words[noun], tree.tokens[noun].lemma.lower()} & (self.words.relational | self.words.mental) and held.sort != "person"):
                return held
        if inside is not None and subject_of(tree, inside) != noun:
            within = [r for r in self.all if r.end <= i and r.number == number and (r.name or r.sort == "person") and self.regions[r.head] == self.regions[i] and self._within_subject(r.head, inside)]
            if within:
                return within[-1]
        if subject_of(tree, segment) is None:
            first = next((r for r in self.all if r.end <= segment.start), None)
            if first is not None and first.number == number and first.name and not any(tree.tokens[k].pos in ("ADP", "VERB") for k in range(tree.first, first.start)) and self._may_own(first, noun, segment, i):
                return first
        ahead = self._owner_ahead(i, noun, number)
        if ahead is not None:
            return ahead
        mine = {r.head for r in self.subject_referents(nearest)}
        owners = [r for r in self.all if r.head not in mine and r.end <= i and r.number == number and r.sort == "person" and self.regions[r.head] == self.regions[i] and (self._argument(r) or r.name) and not self._within_subject(i, nearest)]
        if inside is not None and not any(g.finite < i for g in tree.groups):
            return None  # « Commentateur de la chaîne avec Paul Morel, sa mort… »: whose?
        return owners[-1] if owners and "selon" not in {tree.word(k) for k in range(owners[-1].start - 3, owners[-1].start)} else None

    def _owner_ahead(self, i: int, noun: int, number: str) -> Referent | None:
        """« Trente ans après sa création, le journal va… », where the parser lost the subject: the phrase right after the adjunct's comma, with the verb after it."""
        tree = self.tree
        opening = next((k for k in range(tree.first, tree.last) if not tree.is_punct(k)), tree.first)
        comma = next((k for k in range(i, tree.last) if tree.words[k] == ","), -1)
        if comma < 0 or comma - opening > 14 or any(g.finite < comma for g in tree.groups) or tree.tokens[opening].pos not in ("ADP", "ADV", "NUM"):
            return None
        referent = next((r for r in self.all if r.start > comma), None)
        verb = next((g for g in tree.groups if g.finite > comma), None)
        if referent is None or verb is None or referent.start - comma > 3 or referent.number != number or not comma < referent.end <= verb.start or any(tree.words[k] in ("qui", "que", "qu'", "dont", "où") for k in range(comma, verb.start)):
            return None
        if tree.tokens[comma + 1].pos in ("ADP", "PRON", "VERB", "CCONJ") or tree.words[comma + 1] in ("son", "sa", "ses", "leur", "leurs", "un", "une", "des"):
            return None
        return referent if self._cataphoric(i, referent, noun) else None

    def _within_subject(self, i: int, group: VerbGroup) -> bool:
        head = subject_of(self.tree, group)
        return head is not None and i < group.start and self.tree.under(i, head)

    def _beside(self, i: int, noun: int, number: str) -> Referent | None:
        """« Le ministre et son épouse », « la loi et ses décrets »: what stands before the conjunction."""
        tree = self.tree
        if tree.word(i - 1) not in ("et", "ou", ",", "de", "d'", "avec", "par", "que"):
            return None
        if tree.dep(noun) == "conj":
            first = tree.head(noun)
        elif tree.word(i - 1) == "et":
            first = next((r.head for r in reversed(self.all) if r.end <= i - 1 and r.end > i - 5 and r.number == number and not any(g.start in range(r.end, i) for g in tree.groups)), -1)
        else:
            return None
        found = [r for r in self.all if (r.head == first or r.start <= first < r.end) and r.end <= i and r.number == number]
        forms = {tree.words[noun], tree.tokens[noun].lemma.lower()}
        for referent in found:
            if forms & self.words.relational and referent.sort != "person":
                continue
            before = tree.word(referent.start - 1)
            if before in ("son", "sa", "ses", "leur", "leurs") or {tree.words[referent.head], tree.tokens[referent.head].lemma.lower()} & self.words.measures:
                continue
            return referent
        return None

    def _cataphoric(self, i: int, referent: Referent, noun: int) -> bool:
        """« Pour sa première course, Paul Morel… »: an adjunct closed by a comma before the subject that it speaks of."""
        tree = self.tree
        commas = [k for k in range(i, referent.start) if tree.words[k] == ","]
        opening = max((k + 1 for k in range(tree.first, i) if tree.words[k] == ","), default=tree.first)
        if not any(tree.tokens[k].pos in ("ADP", "VERB") or tree.words[k] in ("avec", "après", "malgré") for k in range(opening, i)):
            return False  # « En 1968, sa pièce…, est censurée par Paul Morel »: a subject, no adjunct
        if not commas or any(tree.words[k] in (":", ";") for k in range(i, referent.start)) or any(g.finite in range(i, referent.start) for g in tree.groups):
            return False
        forms = {tree.words[noun], tree.tokens[noun].lemma.lower()}
        if forms & (self.words.relational | self.words.mental):
            return referent.sort == "person" and (referent.name or ("", "") not in self.rivals)
        return True

    def _may_own(self, referent: Referent, noun: int, group: VerbGroup, i: int) -> bool:
        """Whether the subject can be the possessor: a person of what is a person's, and not where the verb looks at somebody else's (« saluer son courage »)."""
        tree = self.tree
        forms = {tree.words[noun], tree.tokens[noun].lemma.lower()}
        lemma = verb_lemma(tree.words[group.verb], tree.tokens[group.verb])
        if forms & self.words.relational and referent.sort != "person":
            return False
        if forms & self.words.mental and referent.sort == "thing":
            return False
        if forms & (self.words.relational | _OFFICE_KIN) and self._kin_named(referent, noun, i):
            return True
        after = i >= group.end
        as_object = after and not group.passive and not any(tree.tokens[k].pos in ("ADP", "VERB") or tree.words[k] in (",", "que", "qu'", "en") for k in range(group.end, i))
        if as_object and forms & self.words.not_ones_own:
            return False
        if referent.sort == "person" and tree.words[referent.head] in (*_OTHER_SUBJECTS, "monde"):
            return True
        return not (after and not group.passive and lemma in self.words.pointing and group is self.group_above(noun))


    def _kin_named(self, referent: Referent, noun: int, i: int) -> bool:
        """« Paul Morel décrit sa fille, Anne Morel, comme… », « une loi votée sous son prédécesseur Luc Ferrec »: the name behind the noun says who that is, and the subject, named, is the only person before."""
        tree = self.tree
        owner = [r for r in self.all if r.name and r.sort == "person" and r.subject and abs(r.head - referent.head) <= 4]
        others = [r for r in self.all if r.end <= i and r.sort == "person" and not r.pronoun and abs(r.head - referent.head) > 4]
        if not (referent.name or owner) or others or self.regions[i]:
            return False
        at = noun + 2 if tree.word(noun + 1) == "," else noun + 1
        return at < tree.last and any(e.kind == "person" and m.span.start == tree.tokens[at].span.start and " " in m.span.of(tree.text) for e in self.entities for m in e.mentions)


def previous_actors(trees: tuple[Tree, ...], entities: tuple[Entity, ...], words: ReferringWords) -> frozenset[tuple[str, str]]:
    """Return gender and number of the persons named in the sentences ``trees`` and of their personal pronouns."""
    found: set[tuple[str, str]] = set()
    for tree in trees:
        for i in range(tree.first, tree.last):
            word, token = tree.words[i], tree.tokens[i]
            if word in SUBJECTS and token.pos == "PRON" and not impersonal(tree, i, words):
                found.add(SUBJECTS[word])
            elif token.pos == "NOUN" and {word, token.lemma.lower()} & words.humans:
                found.add(({"Masc": "m", "Fem": "f"}.get(token.feature("Gender"), "m"), {"Plur": "p"}.get(token.feature("Number"), "s")))
        for entity in entities:
            if entity.kind == "person" and any(tree.sentence.span.covers(m.span) for m in entity.mentions):
                found |= {(g, "s") for g in ([entity.gender] if entity.gender else ["m", "f"])}
    return frozenset(found)
