"""What happened: the kind of event of a clause, from the event lexicon in ``rules/``."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from seo_fr.analyse.syntax import Tree, VerbGroup, verb_lemma
from seo_fr.rulebook import Rulebook


@dataclass(frozen=True)
class _Entry:
    kind: str
    guard: frozenset[str]
    voice: str  # «passive», «active» or «»


@dataclass(frozen=True)
class EventLexicon:
    """Verbs (by lemma), nouns that name an event, and light verbs with which such a noun tells one, as subject or as object."""

    verbs: dict[str, tuple[_Entry, ...]]
    nouns: dict[str, str]
    with_subject: frozenset[str]
    with_object: frozenset[str]


@functools.lru_cache(maxsize=8)
def event_lexicon(book: Rulebook) -> EventLexicon:
    """Return the compiled event lexicon of ``book``."""
    verbs: dict[str, list[_Entry]] = {}
    nouns: dict[str, str] = {}
    subject: set[str] = set()
    objects: set[str] = set()
    for rule in book.of_kind("event-lexicon"):
        data = rule.data
        for verb in data.get("verbs", ()):
            verbs.setdefault(verb, []).append(_Entry(data["event"], frozenset(), ""))
        for verb in data.get("passive", ()):
            verbs.setdefault(verb, []).append(_Entry(data["event"], frozenset(), "passive"))
        for guarded in data.get("guarded", ()):
            for verb in guarded["verbs"]:
                verbs.setdefault(verb, []).append(_Entry(data["event"], frozenset(guarded["with"]), guarded.get("voice", "")))
        for noun in data.get("nouns", ()):
            nouns.setdefault(noun, data["event"])
        subject.update(data.get("light-subject", ()))
        objects.update(data.get("light-object", ()))
    return EventLexicon({v: tuple(e) for v, e in verbs.items()}, nouns, frozenset(subject), frozenset(objects))


def event_kind(tree: Tree, group: VerbGroup, subject: int | None, start: int, end: int, book: Rulebook) -> str:
    """Return the kind of event that the clause ``start:end`` tells, «» if none is known. Guards are lemmas one of which must stand in the clause."""
    lexicon = event_lexicon(book)
    lemma = verb_lemma(tree.words[group.verb], tree.tokens[group.verb])
    others = [i for i in range(start, end) if not group.start <= i < group.end]
    lemmas = {tree.tokens[i].lemma.lower() for i in others} | {tree.words[i] for i in others}
    plain = ""
    reflexive = any(tree.words[k] in ("se", "s'") for k in range(group.start, group.finite))
    for entry in lexicon.verbs.get(lemma, ()):
        if (entry.voice == "passive" and not group.passive) or (entry.voice == "active" and group.passive):
            continue
        if reflexive and not entry.guard and lemma not in ("écraser", "éteindre", "effondrer", "crasher"):
            continue
        if entry.guard:
            if entry.guard & lemmas:
                return entry.kind
        elif not plain:
            plain = entry.kind
    if plain:
        return plain
    if subject is not None and lemma in lexicon.with_subject:
        kind = lexicon.nouns.get(tree.tokens[subject].lemma.lower(), "")
        if kind:
            return kind
    if lemma in lexicon.with_object:
        for child in tree.kids(group.head, "obj", "nsubj:pass") + tree.kids(group.verb, "obj"):
            kind = lexicon.nouns.get(tree.tokens[child].lemma.lower(), "")
            if kind:
                return kind
    return ""


