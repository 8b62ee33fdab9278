"""What a free rewriting may do that a near copy may not.

A sentence that follows its source closely is held to every word of it. One that tells the same in other words (two sentences made one, a negation for its contrary,
« tous les ans » for « chaque année ») departs from the words everywhere, and most departures mean nothing. Here the reasons found by comparing words are weighed
again for such a sentence: those stand that a rewriting in other words does not explain.
"""

from __future__ import annotations

import re

from seo_fr.check import compare
from seo_fr.check.compare import Evidence, Reason
from seo_fr.check.reading import ArticleReading, Lexicon, Marker, Sentence, fold
from seo_fr.check.scopes import scopes_of

_FINAL = re.compile(r"^(?:définitif|officiel)(?:le|ve)?s?$|^définitives?$")
_BEFORE_NOUNS = frozenset("le la les l un une des du de d ce cet cette ces son sa ses leur leurs au aux".split())
# How a claim may be reported in other words: it stays the same one's claim, neither stronger nor of another kind.
_REPORTED: dict[str, frozenset[str]] = {
    "say": frozenset(["say", "according", "announce", "believe", "warn", "admit"]),
    "believe": frozenset(["believe", "according", "say", "warn"]),
    "announce": frozenset(["announce", "say", "according"]),
    "according": frozenset(["according", "say", "believe", "announce", "admit"]),
    "warn": frozenset(["warn", "say", "according", "believe"]),
    "admit": frozenset(["admit", "say", "according"]),
    "deplore": frozenset(["deplore", "say", "according", "believe"]),
    "welcome": frozenset(["welcome", "say", "according", "believe"]),
    "accuse": frozenset(["accuse", "according", "say"]),
    "ask": frozenset(["ask"]),
    "promise": frozenset(["promise"]),
}


def standing(reasons: list[Reason], page: Sentence, evidence: Evidence, reading: ArticleReading, known: Lexicon) -> list[Reason]:
    """Return the reasons that stand against a page sentence which is no near copy of a source sentence, in their order."""
    cues = _cues(page)
    return [reason for reason in reasons if not _explained(reason, page, evidence, reading, known, cues)]


def _explained(reason: Reason, page: Sentence, evidence: Evidence, reading: ArticleReading, known: Lexicon, cues: tuple[Marker, ...]) -> bool:
    said = re.sub(r"['’]\s*", "’", reason.actual.lower())
    if reason.id in ("approximation", "jugement", "connecteur"):
        return not reason.expected and said in known.classes["mild"]
    if reason.id == "quantite":
        return _universal(said, page, evidence, known)
    if reason.id == "negation-ajoutee":
        return not _denies(page, evidence, known)
    if reason.id == "roles":
        return _noun_between(reason, page)
    if reason.id in ("attribution", "engagement"):
        return _reported(reason, evidence, reading, known, cues)
    return False


def _cues(page: Sentence) -> tuple[Marker, ...]:
    quoted = {i for low, high in page.quoted for i in range(low, high)}
    return tuple(marker for marker in page.markers if marker.start not in quoted and (marker.cls == "according" or (marker.verb and marker.cls in _REPORTED)))


def _universal(said: str, page: Sentence, evidence: Evidence, known: Lexicon) -> bool:
    """« tous les ans » counts nothing; « toutes » says what « chaque » says."""
    universal = known.classes["universal"]
    if said not in universal:
        return False
    if any(word.key in universal for source in evidence.sentences for word in source.words):
        return True
    at = next((i for i, word in enumerate(page.words) if word.key == said), None)
    return at is not None and any(word.key in known.classes["period"] for word in page.words[at + 1 : at + 3])


def _denies(page: Sentence, evidence: Evidence, known: Lexicon) -> bool:
    """Whether what the page denies stands in the source, where nothing denies it: else the negation is one of words (« n’a pas suffi » for « a été franchie »)."""
    quoted = {i for low, high in page.quoted for i in range(low, high)}
    for marker in page.markers:
        if marker.cls != "negation" or marker.start in quoted:
            continue
        host = next(
            (word for word in page.words[marker.end : marker.end + 9] if known.content(word) and not any(m.cls == "negation" and page.words[m.start] == word for m in page.markers)),
            None,
        )
        if host is not None and any(compare.alike(host, word) for source in evidence.sentences for word in source.words if word.kind != "p"):
            return True
    return False


def _noun_between(reason: Reason, page: Sentence) -> bool:
    """Whether the word two others were said to have changed places around is a noun (« la sortie de route »)."""
    parts = reason.actual.split(" … ")
    if len(parts) != 3:
        return False
    return any(word.text == parts[1] and at and page.words[at - 1].key in _BEFORE_NOUNS for at, word in enumerate(page.words))


def _reported(reason: Reason, evidence: Evidence, reading: ArticleReading, known: Lexicon, cues: tuple[Marker, ...]) -> bool:
    """Whether a claim said to have lost its voice is told with one, or was nobody's claim.

    One verb may report what two sentences of the source tell, each with its own; and what a plan, a law, a budget holds or a final result says is no one's claim.
    """
    scopes = [(source, scope) for source in evidence.sentences for scope in scopes_of(source, known) if scope.kind == "attribution"]
    lost = [(source, scope) for source, scope in scopes if compare.shown_words(source.words, range(scope.marker.start, scope.marker.end)) == reason.expected]
    if not lost:
        return False
    for source, scope in lost:
        speaker = [source.words[i] for i in scope.speaker]
        holds = fold(scope.marker.lemma).startswith(("prevoi", "prevu")) and not any(word.capital and not word.initial for word in speaker)
        final = scope.marker.cls == "according" and any(_FINAL.match(word.key) for word in speaker)
        if not (holds or final or any(cue.cls in _REPORTED.get(scope.marker.cls, frozenset()) for cue in cues)):
            break
    else:
        return True
    if reason.id != "engagement":
        return False
    # The page's verb reports another sentence of those it tells.
    ours = next((cue for cue in cues if cue.cls != "according" and fold(reason.actual).startswith(fold(cue.lemma)[:4])), None)
    return ours is not None and any(ours.cls in _REPORTED.get(scope.marker.cls, frozenset()) for _, scope in scopes)
