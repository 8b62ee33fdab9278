"""Compares a sentence of a page with sentences of the source, as an adversarial second reader would.

Two things are known of a page's sentence: its own words, and which words of the source it uses (exactly, from its origin; or by alignment,
where there is none). Every word of the source that governs a used word (a conditional, a negation, « selon », « près de », the verb and speaker that
report it) must still govern it on the page; and what the page adds (a number, a name, a quote, a connective) must be the source's.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from seo_fr.check.reading import ArticleReading, Lexicon, Marker, Sentence, Word, lexicon
from seo_fr.check.scopes import PRONOUNS, REPORTING, SECOND_NEGATIONS, Scope, content_after, name_words, reporting_scope, scopes_of, subject_before, verb_like
from seo_fr.rulebook import Rulebook

COMMITMENT = frozenset(
    ["conditionnel", "negation", "negation-ajoutee", "modalite", "hypothese", "restriction", "approximation", "attribution", "attribution-autre", "engagement"]
)
"""The reasons that change how much the source commits itself; the others add or alter matter."""

# What a class of the source may become on the page without changing the commitment (« X a averti que » → « selon X »).
KEEPS: dict[str, frozenset[str]] = {
    "say": frozenset(["say", "according", "announce"]),
    "believe": frozenset(["believe", "according"]),
    "accuse": frozenset(["accuse", "according"]),
    "deny": frozenset(["deny"]),
    "admit": frozenset(["admit", "according", "say"]),
    "announce": frozenset(["announce", "say", "according"]),
    "ask": frozenset(["ask"]),
    "promise": frozenset(["promise"]),
    "decide": frozenset(["decide", "announce"]),
    "warn": frozenset(["warn", "according"]),
    "deplore": frozenset(["deplore", "according"]),
    "welcome": frozenset(["welcome", "according"]),
    "propose": frozenset(["propose"]),
    "refuse": frozenset(["refuse"]),
    "according": frozenset(["according", "say"]),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a sentence is not what its source says. ``id`` is short and stable, ``message`` French and complete."""

    id: str
    message: str
    actual: str = ""
    expected: str = ""


def shown_words(words: tuple[Word, ...], indexes: Iterable[int]) -> str:
    return " ".join(words[i].text for i in indexes)


@lru_cache(maxsize=8)
def _scope_table(reading: ArticleReading, known: Lexicon) -> dict[int, tuple[Scope, ...]]:
    return {sentence.index: scopes_of(sentence, known) for sentence in reading.sentences}


def alike(one: Word, other: Word) -> bool:
    """Return whether two words are forms of one word: same stem, or a long common beginning."""
    if one.stem == other.stem:
        return True
    if one.kind != "w" or other.kind != "w":
        return False
    short = min(len(one.stem), len(other.stem))
    if short < 4:
        return False
    common = 0
    for left, right in zip(one.stem, other.stem, strict=False):
        if left != right:
            break
        common += 1
    return common >= 5 and common >= 0.7 * max(len(one.stem), len(other.stem))


def align(page: tuple[Word, ...], source: tuple[Word, ...]) -> dict[int, int]:
    """Return page word → source word, in order (longest common subsequence on stems), marks left out. Leftovers are matched wherever they stand."""
    left = [i for i, word in enumerate(page) if word.kind != "p"]
    right = [i for i, word in enumerate(source) if word.kind != "p"]
    rows, columns = len(left), len(right)
    table = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        row, below, word = table[i], table[i + 1], page[left[i]].stem
        for j in range(columns - 1, -1, -1):
            if word == source[right[j]].stem:
                row[j] = below[j + 1] + 1
            else:
                row[j] = below[j] if below[j] >= row[j + 1] else row[j + 1]
    pairs: dict[int, int] = {}
    i = j = 0
    while i < rows and j < columns:
        if page[left[i]].stem == source[right[j]].stem and table[i][j] == table[i + 1][j + 1] + 1:
            pairs[left[i]] = right[j]
            i, j = i + 1, j + 1
        elif table[i + 1][j] >= table[i][j + 1]:
            i += 1
        else:
            j += 1
    taken = set(pairs.values())
    for at in left:
        if at in pairs or len(page[at].fold) < 3:
            continue
        for to in right:
            if to not in taken and len(source[to].fold) > 2 and alike(page[at], source[to]):
                pairs[at] = to
                taken.add(to)
                break
    return pairs


def weight_of(reading: ArticleReading, word: Word, known: Lexicon) -> float:
    """Return how much a word tells which sentence is meant: nothing for a stop word, more the rarer it is in the source."""
    if not known.content(word):
        return 0.0
    seen = len(reading.stems.get(word.stem, ()))
    return round(math.log(1 + len(reading.sentences) / seen), 6) if seen else 0.0


@dataclass(frozen=True, eq=False)
class Evidence:
    """The source sentences that a page sentence rests on, each with the word indexes it uses."""

    sentences: tuple[Sentence, ...]
    used: dict[int, frozenset[int]]
    exact: bool = False  # the words used are known from the origin, not guessed
    topics: frozenset[tuple[int, int]] = frozenset()  # (sentence, word) used as a bare name or subject: no claim is made of it


def marker_words(sentence: Sentence, cls: str) -> tuple[Marker, ...]:
    return tuple(marker for marker in sentence.markers if marker.cls == cls)


def _hosts_on_page(page: Sentence, hosts: Iterable[Word]) -> tuple[int, ...]:
    return tuple(i for i, word in enumerate(page.words) if word.kind != "p" and any(alike(word, host) for host in hosts))


def _claims(source: Sentence, used: frozenset[int], scope: Scope, known: Lexicon) -> bool:
    """Whether the words used under a scope make a claim: a verb, a number or enough matter, not a bare name."""
    inside = [i for i in scope.words if i in used]
    content = [i for i in inside if known.content(source.words[i])]
    if not content:
        return False
    numbers = {i for q in source.numbers for i in range(q.start, q.end)}
    if any(i in numbers for i in content):
        return True
    verbs = [i for i in inside if verb_like(source.words[i]) or re.search(r"(?:er|ir|oir)$", source.words[i].key)]
    return len(content) >= 3 or (bool(verbs) and len(content) >= 2)


def _near(page: Sentence, at: int, classes: Iterable[str], reach: int) -> bool:
    wanted = frozenset(classes)
    return any(marker.cls in wanted and (at - reach <= marker.start <= at + reach) for marker in page.markers)


def commitment(page: Sentence, evidence: Evidence, reading: ArticleReading, book: Rulebook) -> tuple[Reason, ...]:
    """Return what the page sentence lost of how its source commits itself."""
    known = lexicon(book)
    table = _scope_table(reading, known)
    reasons: list[Reason] = []
    # « poursuivre les recherches » reports nothing: a verb of mere saying counts where it has something said.
    quoted = {i for low, high in page.quoted for i in range(low, high)}
    said = {scope.marker.start for scope in scopes_of(page, known) if scope.kind == "attribution"}
    cues = [
        marker
        for marker in page.markers
        if (marker.verb and marker.cls in REPORTING and (marker.cls != "say" or marker.start in said or _says_alone(page, marker))) or marker.cls == "according"
    ]
    cues = [cue for cue in cues if cue.start not in quoted]
    for low, _ in page.quoted:
        # « X, maire de Y : « … » »: the colon gives the words to X.
        if low >= 3 and page.words[low - 2].text == ":":
            cues.append(Marker("label", low - 2, low - 1, "", ":"))
    if page.words and page.words[0].key == "pour" and any(word.text == "," for word in page.words[:8]):
        cues.append(Marker("according", 0, 1, "", "pour"))
    free = list(cues)
    for source in evidence.sentences:
        used = evidence.used.get(source.index, frozenset())
        if not used:
            continue
        scopes = table[source.index]
        topics = frozenset(i for index, i in evidence.topics if index == source.index)
        claimed = used - topics
        outer = [scope for scope in scopes if scope.kind == "attribution" and _claims(source, claimed, scope, known)]
        # Whole sentences nested in one another: a cue that itself stands in the words of another is still needed.
        lost: list[Scope] = []
        for scope in outer:
            # A cue inside a quotation that the page quotes too is said by the quotation itself.
            if any(low <= scope.marker.start < high for low, high in source.quoted) and any(
                alike(page.words[i], source.words[scope.marker.start]) for i in sorted(quoted)
            ):
                continue
            same = next((cue for cue in free if cue.lemma == scope.marker.lemma or (cue.cls == scope.marker.cls and alike(page.words[cue.start], source.words[scope.marker.start]))), None)
            if same is not None:
                free.remove(same)
                reasons.extend(_speaker(page, same, source, scope, reading, known, evidence))
            else:
                lost.append(scope)
        for scope in lost:
            allowed = KEEPS[scope.marker.cls]
            other = next((cue for cue in free if cue.cls in allowed), None) or next((cue for cue in free if cue.cls == "label" and _mostly_quoted(source, scope, used)), None)
            if other is not None:
                if other.cls != "label":
                    free.remove(other)
                reasons.extend(_speaker(page, other, source, scope, reading, known, evidence))
                continue
            cue_text = shown_words(source.words, range(scope.marker.start, scope.marker.end))
            wrong = next((cue for cue in free if cue.cls != "according" and cue.verb), None)
            if wrong is not None and wrong.cls not in allowed:
                shown = shown_words(page.words, range(wrong.start, wrong.end))
                reasons.append(Reason("engagement", f"La source dit « {cue_text} », la page « {shown} » : l’engagement n’est pas le même.", shown, cue_text))
                free.remove(wrong)
            else:
                who = shown_words(source.words, scope.speaker[:8])
                reasons.append(Reason("attribution", f"La source attribue ce propos (« {cue_text} »{', ' + who if who else ''}) ; la page ne l’attribue pas.", "", cue_text))
        for scope in scopes:
            if scope.kind == "attribution":
                continue
            key = source.words[scope.marker.start].key
            near = scope.kind == "modalite" and re.match(r"présumé|supposé|prétendu|allégué|soi-disant", key) is not None
            near = near or (scope.kind == "negation" and key in ("sans", "aucun", "aucune", "ni"))
            reasons.extend(_local(page, source, used if near else claimed, scope, known, evidence))
    reasons.extend(_added_negation(page, evidence, known))
    return tuple(reasons)


def _mostly_quoted(source: Sentence, scope: Scope, used: frozenset[int]) -> bool:
    inside = {i for low, high in source.quoted for i in range(low, high)}
    taken = [i for i in scope.words if i in used]
    return sum(1 for i in taken if i in inside) >= 0.6 * len(taken)


def _says_alone(page: Sentence, cue: Marker) -> bool:
    """« les déclarations de X », « ce que dit X », « X affirme », at the end of a heading: a cue without what is said."""
    words = page.words
    noun = re.search(r"(?:tion|tions|propos|ages?)$", words[cue.start].key) is not None
    what = any(words[i].key in ("que", "qu", "quoi", "ce") for i in range(max(0, cue.start - 4), cue.start))
    last = all(words[i].kind == "p" for i in range(cue.end, len(words)))
    quote = any(words[i].text in ("«", "“") for i in range(cue.end, min(len(words), cue.end + 8)))
    return noun or what or last or quote


def _local(page: Sentence, source: Sentence, used: frozenset[int], scope: Scope, known: Lexicon, evidence: Evidence) -> tuple[Reason, ...]:
    hosts = [source.words[i] for i in scope.host]
    shown = shown_words(source.words, range(scope.marker.start, scope.marker.end))
    touched = [i for i in scope.host if i in used]
    enough = touched or (
        scope.kind in ("conditionnel", "modalite", "hypothese")
        and not re.match(r"tentative|hypothès|soupçon", scope.marker.lemma)
        and sum(1 for i in scope.words if i in used and known.content(source.words[i])) >= (2 if evidence.exact else 3)
        and len([i for i in scope.words if known.content(source.words[i])]) > 1
    )
    if not enough:
        return ()
    marker_used = all(i in used for i in range(scope.marker.start, scope.marker.end))
    places = _hosts_on_page(page, hosts) if scope.kind != "hypothese" else ()
    if scope.kind == "conditionnel":
        kept = {"conditional", "modality"}
        if places:
            if any(_near(page, at, kept, 4) for at in places):
                return ()
            infinitive = any(
                page.words[at - 1].key in ("avoir", "être", "d", "de", "été", "ayant")
                or (page.words[at].key.endswith(("er", "ir", "oir", "re")) and not any(word.key in ("va", "vont", "peut", "peuvent", "doit", "doivent") for word in page.words[max(0, at - 3) : at]))
                for at in places
                if at > 0
            )
            if infinitive and any(marker.cls in ("accuse", "believe", "deny", "say", "modality", "suspect", "announce", "decide", "ask", "promise", "propose") for marker in page.markers):
                return ()
        elif any(marker.cls in ("conditional", "modality", "according", "accuse", "believe", "suspect") for marker in page.markers):
            return ()
        return (Reason("conditionnel", f"Le conditionnel « {shown} » de la source n’est plus sur la page.", "", shown),)
    if scope.kind == "modalite":
        if marker_used and any(alike(word, source.words[scope.marker.start]) for word in page.words):
            return ()
        if any(marker.cls in ("modality", "conditional", "suspect", "believe") for marker in page.markers):
            return ()
        return (Reason("modalite", f"« {shown} » de la source n’est plus sur la page.", "", shown),)
    if scope.kind == "negation":
        for at in places:
            if any(marker.cls == "negation" and at - 7 <= marker.start <= at + 4 for marker in page.markers):
                return ()
        if not places and any(marker.cls in ("negation", "deny", "refuse") for marker in page.markers):
            return ()
        if any(marker.cls in ("refuse", "deny") for marker in page.markers) and not any(marker.cls in ("refuse", "deny") for marker in source.markers):
            return ()
        if not evidence.exact and not places:
            return ()
        return (Reason("negation", f"La négation « {shown} » de la source n’est plus sur la page.", "", shown),)
    if scope.kind == "hypothese":
        if any(marker.cls in ("hypothesis", "conditional") for marker in page.markers):
            return ()
        return (Reason("hypothese", f"La condition « {shown} » de la source n’est plus sur la page.", "", shown),)
    cls = {"restriction": "restriction", "approximation": "approximation", "quantite": "quantifier"}[scope.kind]
    if scope.kind == "restriction" and scope.marker.lemma == "ne…que":
        kept_only = any(word.key in ("ne", "n", "seulement", "seul", "seule", "seuls", "seules", "uniquement") for word in page.words)
        return () if kept_only else (Reason("restriction", "La restriction « ne… que » de la source n’est plus sur la page.", "", "ne… que"),)
    if not places or any(_near(page, at, (cls,), 5) for at in places):
        return ()
    if scope.kind == "quantite" and (not evidence.exact or any(marker.cls == "quantifier" for marker in page.markers)):
        return ()
    label = {"restriction": "La restriction", "approximation": "L’approximation", "quantite": "La quantité"}[scope.kind]
    return (Reason(scope.kind, f"{label} « {shown} » de la source n’est plus sur la page.", "", shown),)


def _added_negation(page: Sentence, evidence: Evidence, known: Lexicon) -> tuple[Reason, ...]:
    def negations(sentence: Sentence) -> list[Marker]:
        return [m for m in marker_words(sentence, "negation") if sentence.words[m.start].key in ("ne", "n", "pas", "jamais", "aucun", "aucune", "sans", "ni")]

    # what is quoted is word for word the source's: that is checked by itself
    ours = [marker for marker in negations(page) if not any(low <= marker.start < high for low, high in page.quoted)]
    if not ours or not evidence.sentences:
        return ()
    theirs = [m for source in evidence.sentences for m in negations(source)]
    stems = {word.stem for word in page.words}
    reworded = any(not {source.words[i].stem for i in range(m.start, m.end)} & stems for source in evidence.sentences for m in marker_words(source, "privative"))
    soft = reworded or any(marker.cls in ("refuse", "deny", "restriction") or (marker.cls == "quantifier" and marker.lemma.startswith("seul")) for source in evidence.sentences for marker in source.markers)
    if not theirs and not soft:
        shown = shown_words(page.words, range(ours[0].start, ours[0].end))
        return (Reason("negation-ajoutee", f"La page nie (« {shown} ») ce que la source ne nie pas.", shown),)
    if theirs and not soft:
        for marker in ours:
            if page.words[marker.start].key not in ("ne", "n"):
                continue
            only = next((i for i in range(marker.end, min(len(page.words), marker.end + 8)) if page.words[i].key in ("que", "qu", *SECOND_NEGATIONS)), None)
            host = content_after(page.words, marker.end, known, 9)
            while host is not None and page.words[host].key in SECOND_NEGATIONS:
                host = content_after(page.words, host + 1, known, 4)
            if host is None or only is None:
                continue
            for source in evidence.sentences:
                places = [i for i, word in enumerate(source.words) if word.stem == page.words[host].stem]
                if places and not any(m.start - 5 <= at <= m.start + 9 for at in places for m in negations(source)):
                    shown = shown_words(page.words, range(marker.start, host + 1))
                    return (Reason("negation-ajoutee", f"La page nie (« {shown} ») ce que la source ne nie pas.", shown),)
    return ()


def _speaker(
    page: Sentence, cue: Marker, source: Sentence, scope: Scope, reading: ArticleReading, known: Lexicon, evidence: Evidence
) -> tuple[Reason, ...]:
    """Whether the one who says it on the page is the one who says it in the source."""
    ours = _speaker_words(page, cue, known)
    theirs = scope.speaker
    if not ours:
        return ()
    our_names = [page.words[i] for i in name_words(page.words, ours) if page.words[i].fold in reading.folds and (not page.words[i].initial or page.words[i].fold in reading.names)]
    if not our_names:
        return ()
    their_names = {source.words[i].fold for i in name_words(source.words, theirs)}
    their_words = {source.words[i].fold for i in theirs}
    if any(word.fold in their_words for word in our_names):
        return ()
    shown = " ".join(word.text for word in our_names)
    expected = shown_words(source.words, theirs[:10])
    if their_names & {f for word in our_names for f in partners(reading, word.fold)}:
        return ()
    if not (their_names - {source.words[i].fold for i in theirs if source.words[i].initial}) or any(source.words[i].key in PRONOUNS for i in theirs):
        described = {source.words[i].stem for i in theirs if known.content(source.words[i])}
        near = [s for s in reading.sentences if source.index - 4 <= s.index <= source.index]
        for sentence in reading.sentences:
            stems = {word.stem for word in sentence.words}
            folds = {word.fold for word in sentence.words}
            if any(word.fold in folds for word in our_names) and (sentence in near or (described and len(described & stems) >= min(2, len(described)))):
                return ()
    return (Reason("attribution-autre", f"La page prête à « {shown} » ce que la source prête à « {expected} ».", shown, expected),)


def partners(reading: ArticleReading, name: str) -> frozenset[str]:
    return frozenset(right for left, right in reading.follows if left == name) | frozenset(left for left, right in reading.follows if right == name)


def _speaker_words(sentence: Sentence, cue: Marker, known: Lexicon) -> tuple[int, ...]:
    words, count = sentence.words, len(sentence.words)
    if cue.cls == "label":
        return tuple(i for i in range(max((k + 1 for k in range(cue.start) if words[k].text in (".", "»", ";")), default=0), cue.start) if words[i].kind != "p")
    if cue.cls == "according":
        stop = next((i for i in range(cue.end, count) if words[i].text in (",", ";", ".", "(", "»", "«", ":", "–")), min(count, cue.end + 8))
        return tuple(i for i in range(cue.end, stop) if words[i].kind != "p")
    scope = reporting_scope(sentence, cue, known)
    if scope is not None:
        return scope.speaker
    return subject_before(words, cue.start, known)


def is_name(word: Word, reading: ArticleReading, known: Lexicon) -> bool:
    """Return whether a word of the page is a proper name, as far as capitals tell."""
    if word.kind != "w" or not word.capital or len(word.fold) < 2 or word.key in known.stop:
        return False
    if not word.initial:
        return True
    return word.fold in reading.names and word.key not in reading.common
