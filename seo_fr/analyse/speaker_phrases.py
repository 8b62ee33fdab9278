"""Noun phrases as speakers: how far one reaches, whom it names, and who holds the opinion of « pour X »."""

from __future__ import annotations

from dataclasses import dataclass

from seo_fr.analyse.obstacles import lexicon as anaphor_lexicon
from seo_fr.analyse.speech_lexicon import lexicon
from seo_fr.analyse.syntax import CLITICS, Tree, verb_lemma
from seo_fr.model import Commitment, Entity, Span, StatementClass
from seo_fr.rulebook import Rulebook

_BEFORE_PHRASE = frozenset(["de", "d'", "à", "par", "pour", "selon", "après", "avec", "contre", "dans", "sur", "chez", "entre", "d'après"])


@dataclass
class Reported:
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
    parted: bool = False  # the name after the speaker's comma is somebody else's, or may be


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
    while begin < head and (tree.is_punct(begin) or tree.tokens[begin].pos in ("CCONJ", "SCONJ") or tree.words[begin] in _BEFORE_PHRASE or tree.words[begin] in ("notamment", "surtout", "enfin")):
        begin += 1
    while stop > head + 1 and (tree.is_punct(stop - 1) and tree.words[stop - 1] not in ("»", ")")):
        stop -= 1
    return begin, max(stop, head + 1), head


def entity_at(tree: Tree, phrase: tuple[int, int, int], entities: tuple[Entity, ...]) -> int | None:
    """Return the id of the entity that the phrase is: its head is a mention of it, or a name in apposition to the head is, or a function of it."""
    start, end, head = phrase
    at = tree.tokens[head].span
    if any(start <= c < end and tree.tokens[c].pos in ("NOUN", "PROPN", "PRON") and not _same_bearer(tree, head, c, entities) for c in tree.kids(head, "conj")):
        return None
    names: list[tuple[int, int]] = []
    for entity in entities:
        for mention in entity.mentions:
            if mention.form == "pronoun":
                continue
            if mention.span.start <= at.start < mention.span.end:
                return None if _joined(tree, mention.span.end, end, entity.id, entities) else entity.id
            inside = tree.tokens[start].span.start <= mention.span.start and mention.span.end <= tree.tokens[end - 1].span.end
            if inside:
                names.append((mention.span.start, entity.id))
    children = {c for c in tree.children[head] if tree.dep(c) in ("appos", "flat:name", "flat", "nmod", "flat:foreign") and tree.tokens[c].pos == "PROPN" and not tree.kids(c, "case")}
    for start_at, entity_id in sorted(names):
        if any(tree.tokens[c].span.start == start_at for c in children) and entities_kind(entities, entity_id) == "person":
            return entity_id
    after = head + 1
    while after < end and tree.tokens[after].pos == "ADJ":
        after += 1
    alone = tree.words[start] in ("le", "la", "l'", "un", "une", "du", "ce", "cette") and tree.tokens[head].lemma.lower() not in ("sondage", "source", "baromètre", "loi", "accord")
    if after < end and alone and tree.tokens[head].pos == "NOUN" and not any(entities_kind(entities, i) == "person" for _, i in names) and "et" not in [tree.words[k] for k in range(after, end)]:
        # « le média Presse Info », « du collectif anarchiste Levain »
        touching = next((e for s, i in sorted(names) for e in entities if e.id == i and s == tree.tokens[after].span.start), None)
        if touching is not None and touching.kind in ("organisation", "other") and not any(tree.words[k] in ("de", "d'", "du", "des") for k in range(head, after + 1)):
            return touching.id
    for entity in entities:
        for function in entity.functions:
            if function.start <= at.start < function.end and function.start <= tree.tokens[start].span.start + 1 and any(
                m.span.start >= function.end and m.span.start - function.end <= 3 and m.span.end <= tree.tokens[end - 1].span.end for m in entity.mentions
            ):
                return entity.id
    return None


def _joined(tree: Tree, stop: int, end: int, entity_id: int, entities: tuple[Entity, ...]) -> bool:
    """Whether « et » and the name of somebody else follow the name that ends at ``stop``, within the phrase: « le Journal du matin et la Gazette »."""
    for link in range(tree.first, end - 1):
        if tree.tokens[link].span.start < stop or tree.words[link] not in ("et", "ou"):
            continue
        after = link + 2 if tree.tokens[link + 1].pos == "DET" else link + 1
        if after < end and any(e.id != entity_id and e.kind in ("person", "organisation") and m.span.start == tree.tokens[after].span.start for e in entities for m in e.mentions):
            return True
    return False


def _same_bearer(tree: Tree, head: int, joined: int, entities: tuple[Entity, ...]) -> bool:
    """Whether a noun coordinated without a determiner is another function of the same one: « le ministre et porte-parole du gouvernement »."""
    at = tree.tokens[joined].span.start
    return bool(tree.kids(head, "det")) and tree.word(joined - 1) == "et" and not any(m.span.start <= at < m.span.end for e in entities for m in e.mentions)


def entities_kind(entities: tuple[Entity, ...], entity_id: int) -> str:
    """Return the kind of an entity by id."""
    return next((e.kind for e in entities if e.id == entity_id), "other")


def lemma_of(tree: Tree, i: int) -> str:
    return verb_lemma(tree.words[i], tree.tokens[i])


def _judges(tree: Tree, start: int, end: int) -> bool:
    """Whether what follows « pour les habitants, » is a judgement rather than what happens to them: its first verb is a copula, «devoir», «falloir»…"""
    group = next((g for g in tree.groups if start <= g.finite < end), None)
    return group is not None and (group.copular or tree.tokens[group.verb].lemma in ("devoir", "falloir", "constituer", "sembler", "paraître", "relever"))


def _opens_clause(tree: Tree, k: int) -> bool:
    """Whether a subject pronoun stands at ``k``, just after a noun: « pour le gouvernement il ne s'agit que… »."""
    return tree.words[k] in ("il", "elle", "c'", "ils", "elles") and tree.tokens[k].pos == "PRON" and tree.tokens[k - 1].pos in ("NOUN", "PROPN", "ADJ")


def opinion_holder(tree: Tree, start: int, end: int, entities: tuple[Entity, ...], book: Rulebook) -> tuple[int, int, int] | None:
    """« Pour X, … » at the head of a clause: first, end and head of X where it is somebody who can hold an opinion, else None."""
    begin = next((k for k in range(start, min(end, start + 4)) if tree.words[k] == "pour"), None)
    if begin is None or any(tree.words[k] not in ("mais", "et", "or", "en", "effet", ",", "ainsi", "cependant") for k in range(start, begin)):
        return None
    comma = next((k for k in range(begin + 1, min(end, begin + 16)) if tree.words[k] == "," or (k > begin + 1 and _opens_clause(tree, k))), None)
    if comma is None or any(tree.tokens[k].pos in ("VERB", "AUX") and tree.tokens[k].feature("VerbForm") != "Part" for k in range(begin + 1, comma)):
        return None
    anaphors = anaphor_lexicon(book)
    head = next((k for k in range(begin + 1, comma) if tree.tokens[k].pos in ("NOUN", "PROPN", "PRON", "SYM")), None)
    if head is None:
        return None
    lemma = tree.tokens[head].lemma.lower()
    if any(tree.words[k] in ("autre", "autres") for k in range(begin + 1, comma)):
        return None
    if lemma in lexicon(book).words["weak-holders"] and not _judges(tree, comma, end):
        return None
    percent = any(tree.words[k] == "%" for k in range(begin + 1, comma))
    known = next((e.kind for e in entities if any(m.span.start <= tree.tokens[head].span.start < m.span.end for m in e.mentions)), "")
    bare = tree.tokens[head].pos == "PROPN" and head == begin + 1 and known in ("", "person")
    if percent or bare or known in ("person", "organisation") or lemma in anaphors.persons | anaphors.titles | lexicon(book).words["holders"] or tree.words[head] in ("lui", "elle", "eux", "elles", "beaucoup", "certains"):
        return begin + 1, comma, head
    return None
