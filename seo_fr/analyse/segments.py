"""The independent clauses of one sentence, as ranges of tokens over its dependency tree.

Token numbers are indexes into ``Analysis.tokens``; ranges are half-open.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from seo_fr.analyse.syntax import Tree, VerbGroup, verb_lemma
from seo_fr.model import Span


@dataclass(frozen=True)
class Segment:
    """An independent clause as a range of tokens, with its main group. ``shared`` is the number of the segment whose subject it shares, None if it has its own.

    ``split`` is False where the sentence may hold more than the one clause but cannot be cut for certain.
    """

    start: int
    end: int
    group: VerbGroup
    shared: int | None = None
    split: bool = True


_COORDINATORS = frozenset(("et", "mais", "ou", "puis", "or", "car"))
_CLOSING = frozenset((".", "!", "?", "…", "...", ";", ":", ",", "–", "-", "—", "?!"))


def subject_of(tree: Tree, group: VerbGroup) -> int | None:
    """Return the head token of the subject of ``group``, None if it has none of its own."""
    for top in dict.fromkeys((group.head, group.verb, group.finite)):
        for child in tree.kids(top, "nsubj", "expl:subj", "csubj"):
            if tree.dep(child) in ("nsubj", "nsubj:pass", "nsubj:caus", "expl:subj", "csubj", "csubj:pass") and (not tree.is_punct(child) or tree.words[child] == "%"):
                return _beside(tree, group, child)
    return None


def _beside(tree: Tree, group: VerbGroup, subject: int) -> int:
    """The name between the comma and the verb of « Ému, Martin a rendu hommage », where the parser has two subjects; else ``subject``."""
    if tree.word(subject + 1) != "," or tree.tokens[subject].pos not in ("PROPN", "ADJ", "VERB") or not tree.words[subject].endswith(("é", "ée", "és", "ées", "u", "ue", "eux", "euse", "is", "ise", "it", "ite")):
        return subject
    second = next((c for c in tree.kids(group.head, "nsubj") if subject + 1 < c < group.start and tree.tokens[c].pos in ("PROPN", "NOUN")), None)
    return second if second is not None and second - subject <= 4 and not tree.kids(subject, "det", "nmod", "flat:name") else subject


def trim(tree: Tree, start: int, end: int) -> tuple[int, int]:
    """Drop closing marks at the end, opening ones at the start, and quotation marks or parentheses that enclose the whole or stand alone."""
    changed = True
    while changed and start < end:
        changed = False
        last, first = tree.words[end - 1], tree.words[start]
        if last in _CLOSING:
            end, changed = end - 1, True
        elif first in ("–", "-", "—", "…", "...", ",", ";", ":", "»", ")", "*", "•") or (first in _OPEN and not _balanced(tree, start, end)):
            start, changed = start + 1, True
        elif last in _CLOSE and not _balanced(tree, start, end):
            end, changed = end - 1, True
        elif first in _OPEN and last == _OPEN[first] and _balanced(tree, start + 1, end - 1):
            start, end, changed = start + 1, end - 1, True
    return start, end


_OPEN = {"«": "»", "“": "”", "(": ")", "[": "]", '"': '"'}
_CLOSE = {v: k for k, v in _OPEN.items()}


def _balanced(tree: Tree, start: int, end: int) -> bool:
    stack: list[str] = []
    for i in range(start, end):
        word = tree.words[i]
        if word == '"':
            if stack and stack[-1] == '"':
                stack.pop()
            else:
                stack.append('"')
        elif word in _OPEN:
            stack.append(_OPEN[word])
        elif word in _CLOSE and (not stack or stack.pop() != word):
            return False
    return not stack


def quoted(tree: Tree, quotes: tuple[Span, ...]) -> frozenset[int]:
    """Return the tokens that stand inside one of the quotes (marks included)."""
    found: set[int] = set()
    for quote in quotes:
        if quote.overlaps(tree.sentence.span):
            found.update(i for i in range(tree.first, tree.last) if quote.start <= tree.tokens[i].span.start < quote.end)
    return frozenset(found)


def segments(tree: Tree, quotes: tuple[Span, ...], reporting: frozenset[str]) -> tuple[Segment, ...]:
    """Return the independent clauses of the sentence, left to right; none if its root is no finite verb.

    ``quotes`` are the spans of the quotes that hold a clause or more: they are never cut. ``reporting`` are the lemmas of verbs of speech and thought, after
    whose «que» a coordinated clause is only cut off if its tense and shape show that it is not part of what is said.
    """
    inside = quoted(tree, quotes)
    start, end = trim(tree, tree.first, tree.last)
    if start >= end or not tree.groups:
        return ()
    in_span = [i for i in inside if start <= i < end and not tree.is_punct(i)]
    all_words = [i for i in range(start, end) if not tree.is_punct(i)]
    mains = [i for i in tree.roots if i in tree.group_of]
    if in_span and len(in_span) < len(all_words):
        outside = [g for g in tree.groups if g.finite not in inside]
        if not outside:
            return (Segment(start, end, _top(tree, start, end) or tree.groups[0], None, False),)
        if not mains or mains[0] in inside:
            return (Segment(start, end, outside[0], None, False),)
    found: list[Segment] = []
    for a, b in _between_semicolons(tree, start, end, inside):
        root = next((m for m in mains if a <= m < b), None)
        if root is not None and len(mains) == 1:
            chain = _coordinated(tree, a, b, tree.group_of[root], inside, reporting)
            found += [Segment(s.start, s.end, s.group, None if s.shared is None else s.shared + len(found), s.split) for s in chain]
            continue
        top = _top(tree, a, b)
        if top is None:
            if not found:
                return (Segment(start, end, _top(tree, start, end) or tree.groups[0], None, False),)
            last = found[-1]
            found[-1] = Segment(last.start, b, last.group, last.shared, False)
            continue
        found.append(Segment(*trim(tree, a, b), top, None, root is None and len(mains) == 1 and b - a < end - start and not tree.sentence.doubtful))
    return tuple(found)


def _between_semicolons(tree: Tree, start: int, end: int, inside: frozenset[int]) -> list[tuple[int, int]]:
    cuts = [i for i in range(start, end) if tree.words[i] == ";" and i not in inside and _balanced(tree, start, i)]
    edges = [start, *[c + 1 for c in cuts], end]
    return [(a, b) for a, b in itertools.pairwise(edges) if trim(tree, a, b)[0] < trim(tree, a, b)[1]]


def _top(tree: Tree, start: int, end: int) -> VerbGroup | None:
    """The group that governs the range, if the parse shows one; else the first that no relative or conjunction introduces."""
    here = [g for g in tree.groups if start <= g.finite < end]
    outer = [g for g in here if not start <= tree.head(g.head) < end or tree.head(g.head) == g.head]
    if len(outer) == 1:
        return outer[0]
    for group in here:
        left = tree.words[group.start - 1] if group.start > start else ""
        if tree.dep(group.head) in ("acl:relcl", "advcl", "acl", "ccomp") or left in ("qui", "que", "qu'", "dont", "où", "si", "s'"):
            continue
        return group
    return None


def _coordinated(
    tree: Tree, start: int, end: int, first: VerbGroup, inside: frozenset[int], reporting: frozenset[str]
) -> list[Segment]:
    """The clauses of ``start:end``: that of ``first`` and those coordinated with it that can be cut for certain."""
    start, end = trim(tree, start, end)
    root = next(i for i in (first.head, first.verb, first.finite) if tree.group_of.get(i) is first or i == first.head)
    found = [Segment(start, end, first)]
    at = root
    doubt = False
    while True:
        later = [c for c in tree.kids(at, "conj", "parataxis") if c > at and c not in inside]
        if at != root:
            later += [c for c in tree.kids(root, "conj", "parataxis") if c > at and c not in inside]
        later += _out_of_report(tree, found[-1], root, end, inside, reporting)
        nxt = None
        for c in sorted(set(later)):
            group = tree.group_of.get(c)
            if group is None or group.finite <= found[-1].group.finite or group.finite >= end:
                continue
            cut = _cut(tree, found[-1], group, reporting)
            if cut is None:
                doubt = True
                continue
            nxt = (c, group, *cut)
            break
        if nxt is None:
            break
        c, group, stop, begin, shares = nxt
        previous = found[-1]
        found[-1] = Segment(previous.start, trim(tree, previous.start, stop)[1], previous.group, previous.shared, previous.split)
        owner: int | None = None
        if shares:
            owner = len(found) - 1 if previous.shared is None else previous.shared
        found.append(Segment(begin, end, group, owner))
        at = c
    if doubt:
        last = found[-1]
        found[-1] = Segment(last.start, last.end, last.group, last.shared, False)
    return found


_SHIFTED = ("imperfect", "pluperfect", "conditional", "past-conditional")
_TOLD = ("present", "perfect", "simple-past")


def _out_of_report(tree: Tree, previous: Segment, root: int, end: int, inside: frozenset[int], reporting: frozenset[str]) -> list[int]:
    """Heads that the parser hangs in what is reported, though « , et elle a… » with the main clause's tense shows the report is over (concordance of tenses)."""
    if verb_lemma(tree.words[previous.group.verb], tree.tokens[previous.group.verb]) not in reporting or previous.group.tense not in ("perfect", "pluperfect", "simple-past"):
        return []
    found: list[int] = []
    for group in tree.groups:
        if group.finite <= previous.group.finite or group.finite >= end or group.finite in inside:
            continue
        if tree.dep(group.head) == "conj" and group.tense in _TOLD and root in tree.ancestors(group.head) and tree.head(group.head) != root and subject_of(tree, group) is not None:
            return [group.head]
        if group.tense not in _SHIFTED:
            break
    return found


def _cut(tree: Tree, previous: Segment, group: VerbGroup, reporting: frozenset[str]) -> tuple[int, int, bool] | None:
    """Where the clause of ``group`` begins: end of the previous one, start of this one, whether the subject is shared. None if not for certain."""
    subject = subject_of(tree, group)
    begin = group.start
    shares = True
    if subject is not None and tree.extents[subject][0] < group.start and subject > previous.group.end - 1:
        begin, shares = max(tree.extents[subject][0], previous.group.end), False
    elif subject is not None:
        return None
    # back over the lead of this clause to the coordinator or semicolon
    at = begin - 1
    steps = 0
    while at > previous.group.end and tree.words[at] not in _COORDINATORS and tree.words[at] != ";":
        if tree.words[at] in (":", "»", "«", ")", "(", "–"):
            return None
        at -= 1
        steps += 1
        if steps > 12 or (steps > 2 and shares):
            return None
    if at <= previous.group.end:
        return None
    lead = range(at + 1, begin)
    if any(i in tree.group_of and tree.group_of[i].finite == i for i in lead):
        return None
    if not shares and lead and tree.words[begin - 1] != "," and not all(tree.tokens[i].pos in ("ADV", "NOUN", "PUNCT") for i in lead):
        return None
    mark = tree.words[at]
    comma = tree.word(at - 1) == "," or mark == ";"
    if mark == "car":
        return None
    between = [g for g in tree.groups if previous.group.finite < g.finite < at]
    if between:
        if shares:
            if group.tense != previous.group.tense and not (group.tense in ("present", "perfect") and previous.group.tense in ("present", "perfect")):
                return None
            if any(g.tense == group.tense for g in between if g.finite > previous.group.end):
                return None
        else:
            if not comma:
                return None
            said = [g for g in between if g.finite > previous.group.end]
            shifted = group.tense in _TOLD and all(g.tense in _SHIFTED for g in said)
            lemma = verb_lemma(tree.words[previous.group.verb], tree.tokens[previous.group.verb])
            if lemma in reporting and mark != ";" and not shifted:
                return None
    return at, at + 1 if mark == ";" else at, shares
