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
    return [*(reason for reason in reasons if not _explained(reason, page, evidence, reading, known, cues)), *_whole(page, evidence, known), *_caused(page, evidence), *_delayed(page, evidence, known)]


def _caused(page: Sentence, evidence: Evidence) -> tuple[Reason, ...]:
    """« est due à » where the source gives no cause."""
    if any(marker.cls in ("caused", "connective-cause") for source in evidence.sentences for marker in source.markers):
        return ()
    found = [marker for marker in page.markers if marker.cls == "caused" and not any(low <= marker.start < high for low, high in page.quoted)]
    return tuple(Reason("connecteur", f"Le lien de cause « {said} » n’est pas dans la source à cet endroit.", said) for said in (compare.shown_words(page.words, range(m.start, m.end)) for m in found))


def _delayed(page: Sentence, evidence: Evidence, known: Lexicon) -> tuple[Reason, ...]:
    """« un an plus tard » where the source has another length of time."""
    words, periods = page.words, known.classes["period"]
    theirs = {word.stem for source in evidence.sentences for word in source.words if word.key in periods}
    return tuple(
        Reason("date", f"« {words[at].text} {words[at + 1].text} » : la source donne une autre durée.", f"{words[at].text} {words[at + 1].text}")
        for at in range(len(words) - 2)
        if words[at].key in ("un", "une") and words[at + 1].key in periods and theirs and words[at + 1].stem not in theirs and words[at + 2].key in ("plus", "après", "avant")
    )


def _whole(page: Sentence, evidence: Evidence, known: Lexicon) -> tuple[Reason, ...]:
    """« entièrement », « exclusivement » that the source does not say: in other words, « tous »."""
    quoted = {i for low, high in page.quoted for i in range(low, high)}
    return tuple(
        Reason("quantite", f"« {word.text} » n’est pas dans la source à cet endroit.", word.text)
        for at, word in enumerate(page.words)
        if word.key in known.classes["whole"] and at not in quoted and not any(other.stem == word.stem or other.key in known.classes["whole"] for source in evidence.sentences for other in source.words)
    )


def opinions(page: Sentence, evidence: Evidence, known: Lexicon) -> tuple[Reason, ...]:
    """Return where the page says itself what someone finds: « juge le bâtiment trop haut » → « le bâtiment est trop haut »."""
    if _cues(page) or any(word.key in known.classes["opinion"] for word in page.words):
        return ()
    for source in evidence.sentences:
        used = evidence.used.get(source.index, frozenset())
        for at, word in enumerate(source.words[:-1]):
            finds = word.key in known.classes["opinion"] and at > 0 and source.words[at - 1].key not in _BEFORE_NOUNS and source.words[at + 1].key in _BEFORE_NOUNS
            if finds and sum(1 for i in used if i > at and known.content(source.words[i])) >= 3:
                return (Reason("attribution", f"La source donne cela pour un avis (« {word.text} ») ; la page le dit elle-même.", "", word.text),)
    return ()


def _explained(reason: Reason, page: Sentence, evidence: Evidence, reading: ArticleReading, known: Lexicon, cues: tuple[Marker, ...]) -> bool:
    said = re.sub(r"['’]\s*", "’", reason.actual.lower())
    if reason.id == "connecteur" and said == "faute de":
        return any(word.key == "sans" for source in evidence.sentences for word in source.words)
    if reason.id == "connecteur" and said.startswith("à la suite"):
        return any(word.key == "après" for source in evidence.sentences for word in source.words)
    if reason.id == "negation":
        return fold(reason.expected) == "sans" and any(word.key == "faute" for word in page.words)
    if reason.id == "approximation" and reason.expected:
        # « dure au plus 75 jours », « peut durer 75 jours »
        return fold(reason.expected) in ("au plus", "au maximum", "tout au plus") and any(marker.cls == "modality" for marker in page.markers)
    if reason.id == "date":
        return said == "aujourd’hui" and any(word.key in ("désormais", "actuellement", "maintenant") for source in evidence.sentences for word in source.words)
    if reason.id in ("approximation", "jugement", "connecteur"):
        return not reason.expected and said in known.classes["mild"]
    if reason.id == "quantite":
        return _universal(said, page, evidence, known)
    if reason.id == "negation-ajoutee":
        return not _denies(page, evidence, known)
    if reason.id == "roles":
        return _noun_between(reason, page)
    if reason.id == "attribution-autre":
        return _possessed(reason, page, evidence, reading)
    if reason.id in ("attribution", "engagement"):
        return _reported(reason, page, evidence, known, cues)
    return False


def _cues(page: Sentence) -> tuple[Marker, ...]:
    quoted = {i for low, high in page.quoted for i in range(low, high)}
    found = [marker for marker in page.markers if marker.start not in quoted and (marker.cls == "according" or (marker.verb and marker.cls in _REPORTED))]
    found += [Marker("ask", i, i + 1, "", word.key, True) for i, word in enumerate(page.words) if word.key in _WISHES and i not in quoted]
    return tuple(found)


_WISHES = frozenset(["voudrait", "voudraient", "aimerait", "aimeraient", "souhaiterait", "souhaiteraient"])


def _possessed(reason: Reason, page: Sentence, evidence: Evidence, reading: ArticleReading) -> bool:
    """« Son syndicat réclame »: whose it is stands just before, and the page says it of her."""
    if re.match(r"(?i)(?:son|sa|ses|leurs?)\b", reason.expected) is None:
        return False
    names = [fold(name) for name in reason.actual.split()]
    found = [s for s in evidence.sentences if " ".join(word.text for word in s.words).find(reason.expected.split()[0]) >= 0]
    return any(word.fold in names for source in found for s in reading.sentences[max(0, source.index - 2) : source.index] for word in s.words)


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


def _reported(reason: Reason, page: Sentence, evidence: Evidence, known: Lexicon, cues: tuple[Marker, ...]) -> bool:
    """Whether a claim said to have lost its voice is told with one, or was nobody's claim.

    One verb may report what two sentences of the source tell, each with its own; what a plan, a law, a budget holds or a final result says is no one's claim; and who
    announces what she will do does it.
    """
    scopes = [(source, scope) for source in evidence.sentences for scope in scopes_of(source, known) if scope.kind == "attribution"]
    lost = [(source, scope) for source, scope in scopes if compare.shown_words(source.words, range(scope.marker.start, scope.marker.end)) == reason.expected]
    if not lost:
        return False
    for source, scope in lost:
        speaker = [source.words[i] for i in scope.speaker]
        holds = fold(scope.marker.lemma).startswith(("prevoi", "prevu")) and not any(word.capital and not word.initial for word in speaker)
        final = scope.marker.cls == "according" and any(_FINAL.match(word.key) for word in speaker)
        does = scope.marker.cls == "announce" and any(word.capital and not word.initial and any(own.fold == word.fold for own in page.words[:9]) for word in speaker)
        if not (holds or final or does or any(cue.cls in _REPORTED.get(scope.marker.cls, frozenset()) for cue in cues)):
            break
    else:
        return True
    if reason.id != "engagement":
        return False
    # The page's verb reports another sentence of those it tells.
    ours = next((cue for cue in cues if cue.cls != "according" and fold(reason.actual).startswith(fold(cue.lemma)[:4])), None)
    return ours is not None and any(ours.cls in _REPORTED.get(scope.marker.cls, frozenset()) for _, scope in scopes)
