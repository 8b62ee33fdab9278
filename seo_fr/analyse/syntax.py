"""The dependency tree of one sentence and its verbal groups, over plain tokens: what clauses, statements and compressions are read from.

Token numbers are indexes into ``Analysis.tokens``; ranges are half-open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from seo_fr.model import Sentence, Span, Tense, Token

CLITICS = frozenset(["me", "m'", "te", "t'", "se", "s'", "le", "la", "l'", "les", "lui", "leur", "y", "en", "nous", "vous"])
NEGATION_WORDS = frozenset(["pas", "plus", "jamais", "guère", "point", "aucunement", "nullement", "rien", "personne"])
_AVOIR = frozenset(
    ["ai", "as", "a", "avons", "avez", "ont", "avais", "avait", "avions", "aviez", "avaient", "aurai", "auras", "aura", "aurons", "aurez", "auront", "aurais", "aurait", "aurions", "auriez", "auraient", "eus", "eut", "eûmes", "eurent", "eût", "aie", "ait", "ayons", "aient", "avoir", "ayant"]
)
_ETRE = frozenset(
    ["suis", "es", "est", "sommes", "êtes", "sont", "étais", "était", "étions", "étiez", "étaient", "serai", "seras", "sera", "serons", "serez", "seront", "serais", "serait", "serions", "seriez", "seraient", "fus", "fut", "fûmes", "furent", "fût", "soit", "sois", "soyons", "soient", "être", "étant"]
)
_CONDITIONAL = re.compile(r"(?:er|aur|ser|fer|pourr|devr|voudr|faudr|viendr|tiendr|saur|verr|enverr|ir|ettr|endr|ondr|oudr|aindr|eindr|oindr|uir|ivr|cevr|oir|aîtr|ordr|erdr|vaudr)(?:ais|ait|ions|iez|aient)\Z")
_CONDITIONAL_SURE = re.compile(r"(?:er|aur|ser|pourr|devr|voudr|faudr|viendr|tiendr)(?:ais|ait|aient)\Z")
_FUTURE = re.compile(r"r(?:ai|as|a|ons|ez|ont)\Z")


def lower(text: str, token: Token) -> str:
    """Return the word in lower case with a straight apostrophe."""
    return token.span.of(text).lower().replace("’", "'").replace("‘", "'").replace("ʼ", "'")


@dataclass(frozen=True)
class VerbGroup:
    """A finite verbal group. ``head`` is the lexical head (a noun or adjective after a copula), ``verb`` the token whose lemma tells what is done.

    ``start`` and ``end`` bound the words from the first clitic or «ne» to the last auxiliary, adverb or participle. ``whole`` is False if something else stands between.
    """

    head: int
    finite: int
    verb: int
    start: int
    end: int
    tense: Tense
    passive: bool
    negated: bool
    copular: bool
    whole: bool
    modal: str = ""


@dataclass(frozen=True)
class Tree:
    """One sentence's tokens, their lower-case forms, and who governs whom. A head outside the sentence counts as none."""

    text: str
    tokens: tuple[Token, ...]
    sentence: Sentence
    words: dict[int, str] = field(default_factory=dict)

    @cached_property
    def first(self) -> int:
        return self.sentence.tokens[0]

    @cached_property
    def last(self) -> int:
        """The index after the last token."""
        return self.sentence.tokens[1]

    def __post_init__(self) -> None:
        text, tokens, words = self.text, self.tokens, self.words
        for i in range(self.first, self.last):
            words[i] = lower(text, tokens[i])

    @classmethod
    def read(cls, text: str, tokens: tuple[Token, ...], sentence: Sentence) -> Tree:
        """Return the tree of ``sentence``, mended where the parser took its only main verb for an adjective or a noun's complement (« L’entreprise dément ces bruits »)."""
        tree = cls(text, tokens, sentence)
        if len(tree.roots) != 1 or tree.roots[0] in tree.group_of:
            return tree
        changed = _mended(tree)
        if not changed:
            return tree
        patched = list(tokens)
        for i, token in changed.items():
            patched[i] = token
        return cls(text, tuple(patched), sentence)

    @cached_property
    def children(self) -> dict[int, tuple[int, ...]]:
        first, last, tokens = self.first, self.last, self.tokens
        found: dict[int, list[int]] = {i: [] for i in range(first, last)}
        for i in range(first, last):
            head = tokens[i].head
            if head != i and first <= head < last:
                found[head].append(i)
        return {i: tuple(c) for i, c in found.items()}

    @cached_property
    def roots(self) -> tuple[int, ...]:
        return tuple(i for i in range(self.first, self.last) if self.tokens[i].head == i or not self.first <= self.tokens[i].head < self.last)

    @cached_property
    def extents(self) -> dict[int, tuple[int, int]]:
        """First token and end of each token's subtree."""
        first, last, tokens = self.first, self.last, self.tokens
        found = {i: [i, i + 1] for i in range(first, last)}
        for i in range(first, last):
            at, seen = i, 0
            while True:
                head = tokens[at].head
                if head == at or not first <= head < last or seen > 200:
                    break
                bounds = found[head]
                if i < bounds[0]:
                    bounds[0] = i
                if i >= bounds[1]:
                    bounds[1] = i + 1
                at = head
                seen += 1
        return {i: (a, b) for i, (a, b) in found.items()}

    def word(self, i: int) -> str:
        """Lower-case word at ``i``, «» outside the sentence."""
        return self.words.get(i, "")

    def dep(self, i: int) -> str:
        return self.tokens[i].dep

    def head(self, i: int) -> int:
        """Governor within the sentence, ``i`` itself at a root."""
        head = self.tokens[i].head
        return head if self.first <= head < self.last else i

    def ancestors(self, i: int) -> tuple[int, ...]:
        """Governors of ``i``, nearest first."""
        found: list[int] = []
        while (head := self.head(i)) != i and len(found) < 200:
            found.append(head)
            i = head
        return tuple(found)

    def under(self, i: int, top: int) -> bool:
        """Whether ``i`` is ``top`` or governed by it at any remove."""
        return i == top or top in self.ancestors(i)

    def kids(self, i: int, *deps: str) -> tuple[int, ...]:
        """Dependents of ``i`` whose relation is one of ``deps`` (with or without subtype)."""
        tokens = self.tokens
        return tuple([c for c in self.children[i] if (dep := tokens[c].dep) in deps or ":" in dep and dep.partition(":")[0] in deps])

    def span(self, start: int, end: int) -> Span:
        """Span from token ``start`` to the token before ``end``, trimmed of punctuation-only and white edges being the caller's task."""
        return Span(self.tokens[start].span.start, self.tokens[end - 1].span.end)

    def is_punct(self, i: int) -> bool:
        if self.tokens[i].pos == "PUNCT":
            return True
        word = self.words[i]
        return not (word.isalnum() or any(c.isalnum() for c in word))

    # ------------------------------------------------------------------------------------------------------------ verbs

    @cached_property
    def groups(self) -> tuple[VerbGroup, ...]:
        """The finite verbal groups of the sentence, in order of their finite verb."""
        found: list[VerbGroup] = []
        taken: set[int] = set()
        for i in range(self.first, self.last):
            if i not in taken and self.is_finite(i):
                group = self._group(i)
                found.append(group)
                taken.update(range(group.finite, group.end))
        return tuple(found)

    @cached_property
    def group_of(self) -> dict[int, VerbGroup]:
        """The group that a head or a verb of it belongs to."""
        found: dict[int, VerbGroup] = {}
        for group in self.groups:
            for i in (group.head, group.verb, group.finite):
                found.setdefault(i, group)
        return found

    def is_finite(self, i: int) -> bool:
        """Whether the token is a finite verb form."""
        token = self.tokens[i]
        if token.pos not in ("VERB", "AUX"):
            return False
        word = self.words[i]
        form = token.feature("VerbForm")
        if word in ("avoir", "être", "ayant", "étant", "été", "eu"):
            return False
        if word in _AVOIR or word in _ETRE:
            return True
        if i > self.first and token.span.of(self.text)[0].isupper() and not self.is_punct(i - 1):
            return False
        if form in ("Inf", "Part") or (word.endswith(("ant", "ants")) and form != "Fin"):
            return False
        return form == "Fin" or token.feature("Mood") in ("Ind", "Cnd", "Sub")

    def _skip_inside(self, i: int) -> int:
        """Index after the adverbs, negations and clitics that may stand inside a verbal group from ``i`` on."""
        while i < self.last:
            word, token = self.words[i], self.tokens[i]
            if word in NEGATION_WORDS or (token.pos == "ADV" and word not in ("que", "comme")) or word in ("tout", "tous", "toutes", "été", "-t", "-il", "-elle", "-ils", "-elles", "-on", "-t-il", "-t-elle"):
                i += 1
            elif (word == "en" and self.word(i + 1) in ("effet", "outre", "revanche", "vain", "fait")) or (word == "par" and self.word(i + 1) in ("ailleurs", "conséquent")):
                i += 2
            elif word in ("d'", "de") and self.word(i + 1) in ("ores", "abord", "ailleurs", "nouveau", "emblée"):
                i += 2
                if self.word(i) == "et" and self.word(i + 1) == "déjà":
                    i += 2
            elif word == "à" and self.word(i + 1) in ("nouveau", "peine"):
                i += 2
            elif word in ("peu", "tout", "enfin", "bien") :
                i += 1
            elif (phrase := next((p for p in _ASIDES if all(self.word(i + k) == w for k, w in enumerate(p))), None)) is not None:
                i += len(phrase)
            else:
                break
        return i

    def _participle(self, i: int) -> bool:
        if i >= self.last:
            return False
        token, word = self.tokens[i], self.words[i]
        if token.feature("VerbForm") == "Part" and not word.endswith("ant"):
            return True
        return token.pos in ("VERB", "ADJ", "NOUN", "AUX") and bool(re.search(r"(?:é|i|u|is|it|ert|eint|aint|oint|ort|os|us|ât|û)(?:e|s|es)?\Z", word)) and token.pos != "NOUN"

    def _group(self, i: int) -> VerbGroup:
        word = self.words[i]
        finite = i
        tense = self._simple_tense(i)
        head = verb = i
        end = i + 1
        passive = copular = False
        whole = True
        modal = ""
        aux = word in _AVOIR or word in _ETRE
        if aux:
            j = self._skip_inside(i + 1)
            governor = self.head(i)
            if self._is_aux_of(i, governor) and self._participle(governor):
                head = verb = governor
                whole = j == governor or all(self._inside_ok(k) for k in range(i + 1, governor))
                end = governor + 1
                passive, tense = self._voice(i, governor, tense)
            elif self._participle(j) and self.tokens[j].pos in ("VERB", "AUX") and self.tokens[j].feature("VerbForm") == "Part" and self.dep(i) != "cop":
                head = verb = j
                end = j + 1
                passive, tense = self._voice(i, j, tense)
            elif (been := next((k for k in range(i + 1, j) if self.words[k] == "été"), -1)) > 0 and not self._participle(j):
                head = self.head(been) if self.dep(been) == "cop" and self.head(been) > been else been
                verb, end, copular = been, j if all(self.tokens[k].pos == "ADV" for k in range(been + 1, j)) else been + 1, True
                end = been + 1
                tense = self._voice(i, been, tense)[1]
            elif self.dep(i) == "cop" and governor > i:
                head, copular = governor, True
                end = self._trailing(i + 1)
                if self.word(end) == "été":
                    end += 1
            else:
                end = self._trailing(i + 1)
                copular = word in _ETRE
            if not copular and verb != i and self.words[verb] == "été":
                # « a été » before an adjective or noun: a copula in a compound tense
                copular = True
                governor = self.head(verb)
                if self.dep(verb) == "cop":
                    head = governor
        else:
            if word in ("va", "vont", "vais", "allons", "allez", "allait", "allaient"):
                j = self._skip_inside(i + 1)
                if j < self.last and self.tokens[j].feature("VerbForm") == "Inf" and self.words[j] not in ("à",):
                    head_of = j
                    if self.words[j] in ("être", "avoir") and self.dep(j) in ("aux:pass", "cop", "aux:tense"):
                        k = self._skip_inside(j + 1)
                        if self.dep(j) == "cop":
                            copular, head_of = True, self.head(j)
                        elif self._participle(k):
                            passive, head_of = self.dep(j) == "aux:pass", k
                            j = k
                    verb, end = j, j + 1
                    head = head_of if self.head(head_of) != i or True else i
                    modal = "aller"
                    tense = "near-future" if word in ("va", "vont", "vais", "allons", "allez") else "conditional"
            if not modal:
                end = self._trailing(i + 1)
        start = i
        while start - 1 >= self.first and ((self.words[start - 1] in CLITICS and self._is_clitic(start - 1)) or self.words[start - 1] in ("ne", "n'")):
            start -= 1
        if self.word(end) == "-t" and self.word(end + 1) in ("-il", "-elle", "-on", "-ils", "-elles"):
            end += 1
        if self.word(end) in ("-il", "-elle", "-ils", "-elles", "-t-il", "-t-elle", "-t-ils", "-on", "-t-on", "-ce"):
            end += 1
            whole = False
        negated = any(self.words[k] in ("ne", "n'") for k in range(start, i)) and (
            any(self.words[k] in NEGATION_WORDS for k in range(i + 1, min(end + 1, self.last)))
            or not any(self.word(k) in ("que", "qu'") for k in range(end, min(end + 8, self.last)))
        )
        if not negated and any(self.words[k] in ("pas", "jamais", "guère", "nullement") for k in range(i + 1, end)):
            negated = True
        if any(self.words[k] in ("-il", "-elle", "-ils", "-elles", "-on") for k in range(i + 1, end)):
            whole = False
        return VerbGroup(head, finite, verb, start, end, tense, passive, negated, copular, whole, modal)

    def _inside_ok(self, k: int) -> bool:
        return self.tokens[k].pos == "ADV" or self.words[k] in NEGATION_WORDS | {"été", "tous", "toutes", "tout", "en", "effet", "outre", "par", "ailleurs", "revanche", "de", "d'", "ores", "et", "nouveau", "à"} | _ASIDE_WORDS

    def _is_clitic(self, i: int) -> bool:
        token = self.tokens[i]
        if self.words[i] == "en":
            return token.pos == "PRON" or not self.word(i + 1).endswith("ant")
        return token.pos in ("PRON", "DET", "ADV") or token.dep in ("obj", "iobj", "expl:comp", "expl:pass", "expl:subj")

    def _trailing(self, i: int) -> int:
        """End of the negation words that follow a simple verb."""
        while i < self.last and (self.words[i] in ("pas", "jamais", "guère", "point", "plus", "nullement") and self.tokens[i].pos in ("ADV", "PART")):
            if self.words[i] in ("plus", "point") and not any(self.words[k] in ("ne", "n'") for k in range(max(self.first, i - 4), i)):
                break
            i += 1
        return i

    def _is_aux_of(self, i: int, governor: int) -> bool:
        return governor > i and self.dep(i).startswith("aux")

    def _voice(self, i: int, participle: int, tense: Tense) -> tuple[bool, Tense]:
        word = self.words[i]
        been = any(self.words[k] == "été" for k in range(i + 1, participle))
        compound: dict[Tense, Tense] = {
            "present": "perfect", "imperfect": "pluperfect", "conditional": "past-conditional", "future": "future", "simple-past": "pluperfect",
        }
        if word in _AVOIR:
            return been, compound.get(tense, "other")
        # être + participle: passive or a perfect with être
        reflexive = any(self.words[k] in ("se", "s'") for k in range(max(self.first, i - 4), i))
        if reflexive or (self.dep(i) == "aux:tense") or self.tokens[participle].lemma in _WITH_ETRE:
            return False, compound.get(tense, "other")
        return True, tense

    def _simple_tense(self, i: int) -> Tense:
        word, token = self.words[i], self.tokens[i]
        mood, tense = token.feature("Mood"), token.feature("Tense")
        if is_conditional(word, token.lemma, mood):
            return "conditional"
        if mood == "Sub":
            return "other" if word not in ("est", "a", "ont", "sont") else "present"
        if word in _AVOIR or word in _ETRE:
            if word in ("ai", "as", "a", "avons", "avez", "ont", "suis", "es", "est", "sommes", "êtes", "sont"):
                return "present"
            if re.search(r"r(?:ai|as|a|ons|ez|ont)\Z", word):
                return "future"
            if word in ("eut", "eurent", "fut", "furent", "fus", "eus"):
                return "simple-past"
            if word in ("fût", "eût", "soit", "soient", "ait", "aient"):
                return "other"
            return "imperfect"
        if tense == "Fut":
            return "future" if _FUTURE.search(word) else "simple-past" if word.endswith(("a", "it", "ut")) else "present"
        if tense == "Imp":
            return "imperfect"
        if tense == "Past":
            if word.endswith("èrent"):
                return "simple-past" if word == token.lemma[:-2] + "èrent" else "present"
            return "simple-past" if word.endswith(("a", "it", "ut", "int", "irent", "urent", "inrent", "ai", "is", "us", "îmes", "âmes")) else "present"
        if tense == "Pres":
            if word.endswith(("urent", "inrent")) or (word.endswith("irent") and not token.lemma.endswith("irer")) or word == token.lemma[:-2] + "èrent":
                return "simple-past"
            if re.search(r"(?:eait|ait|aient)\Z", word) and not word.endswith(("plait", "fait", "sait", "tait", "trait", "paient", "essaient", "effraient")):
                return "imperfect"
            if word.endswith("a") and word not in ("va",):
                return "future" if re.search(r"(?:er|ir|dr|tr|vr|rr)a\Z", word) else "simple-past"
            if word.endswith("ront") :
                return "future"
            return "present"
        return "other"


def singular_in_nt(word: str, lemma: str) -> bool:
    """Whether a form in «-nt» is a singular: « vient », « ment », « craint »."""
    if word.endswith(("aint", "eint", "oint")):
        return True
    if word.endswith("ient"):
        return lemma.endswith("enir")
    return lemma.endswith("tir") and word.endswith(("sent", "ment", "pent"))


_RELATIVE_WORDS = frozenset(["qui", "que", "qu'", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles", "auquel", "duquel", "si", "s'", "quand", "lorsque", "comme"])
_BEFORE_NOUN = frozenset(["le", "la", "les", "l'", "un", "une", "des", "du", "de", "d'", "à", "au", "aux", "en", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "mon", "ma", "mes", "notre", "nos", "votre", "vos", "et", "ou", "très", "plus", "par", "pour", "sans", "sur", "avec", "dans"])


def _mended(tree: Tree) -> dict[int, Token]:
    """Tokens to replace so that the main verb governs the sentence; none if there is not exactly one candidate whose subject is the root before it."""
    root = tree.roots[0]

    def free(verb: int) -> bool:
        return not any(tree.words[k] in _RELATIVE_WORDS or tree.words[k] in (":", ";", "«", "»", "(") for k in range(root + 1, verb))

    root_form = _root_form(tree, root)
    if root_form is not None:
        return {root: root_form}
    if tree.tokens[root].pos not in ("NOUN", "PROPN", "PRON"):
        return {}
    found = [g.head for g in tree.groups if g.start > root and tree.head(g.head) == root and free(g.start) and not g.copular]
    morph: tuple[tuple[str, str], ...] | None = None
    if not found:
        from seo_fr.french.conjugation import analyse_form

        for i in range(root + 1, min(tree.last - 1, root + 14)):
            token, word = tree.tokens[i], tree.words[i]
            if token.pos not in ("ADJ", "NOUN", "ADV", "VERB", "X") or tree.words[i - 1] in _BEFORE_NOUN or not token.span.of(tree.text)[0].islower() or not free(i):
                continue
            following = tree.tokens[i + 1]
            if following.pos not in ("DET", "ADP", "SCONJ", "PRON", "NUM") and following.feature("VerbForm") != "Inf" and tree.words[i + 1] not in ("que", "qu'"):
                continue
            if tree.words[i + 1] in ("de", "d'", "des", "du", "et"):
                continue
            readings = [f for f in analyse_form(word) if f.person == 3 and f.tense in ("present", "imparfait", "future")]
            number = tree.tokens[root].feature("Number")
            readings = [f for f in readings if not number or (f.number == "s") == (number == "Sing")]
            if not readings or (any(f.tense == "participle" for f in analyse_form(word)) and token.feature("VerbForm") == "Part" and readings[0].tense != "present"):
                continue
            found.append(i)
            tense = {"present": "Pres", "imparfait": "Imp", "future": "Fut"}[readings[0].tense]
            morph = (("Mood", "Ind"), ("Number", "Sing" if readings[0].number == "s" else "Plur"), ("Person", "3"), ("Tense", tense), ("VerbForm", "Fin"))
            lemma = readings[0].lemma
    if len(found) != 1:
        return {}
    verb = found[0]
    changed: dict[int, Token] = {}
    old = tree.tokens[verb]
    if morph is not None:
        changed[verb] = Token(old.span, lemma, "VERB", "ROOT", verb, morph)
    else:
        changed[verb] = Token(old.span, old.lemma, old.pos, "ROOT", verb, old.morph)
    subject = tree.tokens[root]
    changed[root] = Token(subject.span, subject.lemma, subject.pos, "nsubj", verb, subject.morph)
    first = True
    for child in sorted({*tree.children[root], *tree.children[verb]}):
        if child <= verb or child == verb:
            continue
        token = tree.tokens[child]
        dep = token.dep
        introduced = tree.words[tree.extents[child][0]]
        if token.pos in ("NOUN", "PROPN", "PRON") and not tree.kids(child, "case") and first:
            dep = "obj"
        elif dep in ("nmod", "obj", "acl", "amod", "acl:relcl", "appos"):
            dep = "ccomp" if introduced in ("que", "qu'") else "xcomp" if token.feature("VerbForm") == "Inf" or (introduced in ("de", "d'") and token.pos == "VERB") else "obl:mod" if token.pos in ("NOUN", "PROPN") else dep
        if not tree.is_punct(child):
            first = False
        changed[child] = Token(token.span, token.lemma, token.pos, dep, verb, token.morph)
    return changed


def _root_form(tree: Tree, root: int) -> Token | None:
    """The root as the finite verb it is, where it has a subject before it, no auxiliary, and a tag that is not a verb's."""
    token, word = tree.tokens[root], tree.words[root]
    subjects = [c for c in tree.kids(root, "nsubj") if c < root]
    if len(subjects) != 1 or token.pos not in ("ADJ", "NOUN", "ADV", "X", "VERB") or tree.kids(root, "aux", "cop") or tree.kids(root, "det", "case"):
        return None
    if any(g.start < root and g.finite > subjects[0] for g in tree.groups):
        return None
    from seo_fr.french.conjugation import analyse_form

    number = tree.tokens[subjects[0]].feature("Number")
    readings = [f for f in analyse_form(word) if f.person == 3 and f.tense == "present" and (not number or (f.number == "s") == (number == "Sing"))]
    if not readings:
        return None
    first = readings[0]
    morph = (("Mood", "Ind"), ("Number", "Sing" if first.number == "s" else "Plur"), ("Person", "3"), ("Tense", "Pres"), ("VerbForm", "Fin"))
    return Token(token.span, first.lemma, "VERB", token.dep, token.head, morph)


_WITH_ETRE = frozenset(
    ["aller", "arriver", "décéder", "devenir", "entrer", "intervenir", "monter", "mourir", "naître", "partir", "parvenir", "rentrer", "rester", "retourner", "revenir", "sortir", "survenir", "tomber", "venir", "provenir", "redevenir", "repartir", "advenir"]
)


_WITHOUT_CIRCUMFLEX = frozenset(["connait", "reconnait", "méconnait"])  # the spelling of 1990


def verb_lemma(word: str, token: Token) -> str:
    """Return the infinitive of a verb whose lemma the tagger may have left as it stood (« montre » for « montrer »)."""
    lemma = token.lemma
    if token.feature("VerbForm") == "Inf":
        return lemma
    if word.endswith("nait") and word in _WITHOUT_CIRCUMFLEX:
        return word.removesuffix("ait") + "aître"
    if lemma == word or not lemma.endswith(("er", "ir", "re")):
        if word.endswith("ent"):
            return word[:-3] + "er"
        if word.endswith(("é", "ée", "és", "ées")):
            return word.rstrip("es").removesuffix("é") + "er"
        if word.endswith("e"):
            return word + "r"
    return lemma


def is_conditional(word: str, lemma: str, mood: str) -> bool:
    """Whether a finite form is, or may be, a conditional: the tagger's word for it, corrected for «-er» verbs whose stem ends in r."""
    if not word.endswith(("ais", "ait", "ions", "iez", "aient")):
        return False
    if _CONDITIONAL_SURE.search(word):
        return True
    if lemma.endswith("er") and not lemma.endswith(("voyer",)) and word.startswith(lemma[:-2]) and not word.startswith(lemma):
        return False
    if word in _IMPERFECT_IN_R:
        return False
    if mood == "Cnd":
        return bool(_CONDITIONAL.search(word)) or "r" in word[-6:]
    return bool(_CONDITIONAL.search(word)) and not lemma.endswith("rir")


_IMPERFECT_IN_R = frozenset(
    ["ouvrait", "ouvraient", "offrait", "offraient", "souffrait", "souffraient", "couvrait", "couvraient", "découvrait", "découvraient", "recouvrait", "courait", "couraient", "mourait", "mouraient", "parcourait", "encourait", "encouraient", "secourait", "accourait", "accouraient", "recourait", "recouraient"]
)


# Whose part it is, between auxiliary and participle: « a de son côté annoncé ».
_ASIDES = tuple(tuple(phrase.split()) for phrase in ("de son côté", "de leur côté", "pour sa part", "pour leur part", "à son tour", "à leur tour", "quant à lui", "quant à elle", "quant à eux", "quant à elles", "dans la foulée", "une nouvelle fois", "sans surprise", "sans attendre"))

_ASIDE_WORDS = frozenset(word for phrase in _ASIDES for word in phrase)
