"""Compares a sentence of a page with sentences of the source, as an adversarial second reader would.

Two things are known of a page's sentence: its own words, and which words of the source it uses (exactly, from its origin; or by alignment,
where there is none). Every word of the source that governs a used word (a conditional, a negation, « selon », « près de », the verb and speaker that
report it) must still govern it on the page; and what the page adds (a number, a name, a quote, a connective) must be the source's.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from seo_fr.check.reading import ArticleReading, Lexicon, Marker, Quantity, Sentence, Word, fold, lexicon
from seo_fr.check.reading import stem as _stem
from seo_fr.rulebook import Rulebook

COMMITMENT = frozenset(
    ["conditionnel", "negation", "negation-ajoutee", "modalite", "hypothese", "restriction", "approximation", "attribution", "attribution-autre", "engagement"]
)
"""The reasons that change how much the source commits itself; the others add or alter matter."""

_REPORTING = frozenset(
    ["say", "believe", "accuse", "deny", "admit", "announce", "ask", "promise", "decide", "warn", "deplore", "welcome", "propose", "refuse"]
)
# What a class of the source may become on the page without changing the commitment (« X a averti que » → « selon X »).
_KEEPS: dict[str, frozenset[str]] = {
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
_DETERMINERS = frozenset(["le", "la", "les", "l", "un", "une", "des", "du", "cet", "cette", "ces", "ce", "son", "sa", "ses", "leur", "leurs", "aucun", "aucune", "toute", "nouvelle", "d", "de", "cette"])
_PRONOUNS = frozenset(["il", "elle", "ils", "elles", "on", "celui", "celle", "ceux", "celles", "qui", "lui", "eux", "l", "dernier", "dernière", "derniers", "dernières", "ce"])
_SECOND_NEGATIONS = frozenset(["pas", "plus", "jamais", "rien", "personne", "guère", "nullement", "aucun", "aucune", "aucunement", "point", "ni", "nulle", "nul"])
_BOUNDARY = frozenset([",", ";", ":", "(", ")", "–", "—", ".", "!", "?", "…", "..."])
_ADJECTIVE_MODALS = re.compile(r"^(présumé|supposé|prétendu|allégué|éventuel|potentiel|possibles?$|probables?$|soi-disant|susceptible|hypothétique)")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a sentence is not what its source says. ``id`` is short and stable, ``message`` French and complete."""

    id: str
    message: str
    actual: str = ""
    expected: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a marker governs in its sentence: ``words`` are word indexes, ``host`` the ones that decide, ``speaker`` who the claim is from."""

    kind: str
    marker: Marker
    words: tuple[int, ...]
    host: tuple[int, ...]
    speaker: tuple[int, ...] = ()


def shown_words(words: tuple[Word, ...], indexes: Iterable[int]) -> str:
    return " ".join(words[i].text for i in indexes)


# --------------------------------------------------------------------------------------------------------------- scopes


def _content_after(words: tuple[Word, ...], at: int, known: Lexicon, reach: int) -> int | None:
    for i in range(at, min(len(words), at + reach)):
        if words[i].kind == "p" and words[i].text in _BOUNDARY:
            return None
        if known.content(words[i]):
            return i
    return None


def _clause_end(words: tuple[Word, ...], at: int, *, comma: bool) -> int:
    depth = 0
    for i in range(at, len(words)):
        text = words[i].text
        if text in "«“(":
            depth += 1
        elif text in "»”)":
            depth = max(0, depth - 1)
        if depth:
            continue
        if text == ";":
            return i
        if text == ",":
            following = words[i + 1].key if i + 1 < len(words) else ""
            if comma or following in ("mais", "tandis", "alors", "pourtant", "cependant"):
                return i
            if following == "et" and i + 2 < len(words) and words[i + 2].key in ("il", "elle", "ils", "elles"):
                return i
        if comma and text in ("–", "—", ":"):
            return i
    return len(words)


def _verb_like(word: Word) -> bool:
    return re.search(r"(?:é|ée|és|ées|ait|aient|era|eront|ont|ent|it|ut|ura|ira|iront)$", word.key) is not None or word.key in ("a", "ont", "est", "sont")


def _subject_before(words: tuple[Word, ...], at: int, known: Lexicon) -> tuple[int, ...]:
    """The words between the last clause border and the verb group, appositions included when the clause opens with a name."""
    first = at
    while first > 0:
        text, key = words[first - 1].text, words[first - 1].key
        if text in (";", ":", "»", "”", "?", "!", ".", "…") or key in ("que", "qu", "mais", "tandis", "car", "selon"):
            break
        first -= 1
    span = [i for i in range(first, at) if words[i].kind != "p"]
    # « Vendredi, Kirby a déclaré »: what stands before the last comma is the subject only if what follows it has no noun of its own.
    commas = [i for i in range(first, at) if words[i].text == ","]
    if commas:
        tail = [i for i in range(commas[-1] + 1, at) if known.content(words[i]) or words[i].key in _PRONOUNS]
        tail = [i for i in tail if words[i].key not in ("a", "ont", "avait")]
        if tail and len(commas) == 1:
            span = [i for i in span if i > commas[-1]] if not _name_words(words, range(first, commas[-1])) else span
    return tuple(span)


def _name_words(words: tuple[Word, ...], indexes: Iterable[int]) -> tuple[int, ...]:
    return tuple(i for i in indexes if words[i].kind == "w" and words[i].capital and len(words[i].fold) > 1 and words[i].key not in _DETERMINERS)


_OWN_VOICE = frozenset(["rappelons", "notons", "précisons", "signalons", "soulignons", "ajoutons", "noter", "rappeler", "souligner", "signaler"])
_ONE_NOTES = frozenset(["note", "notera", "rappelle", "rappellera", "remarque", "remarquera", "constate", "relève", "relèvera"])


def _reporting_scope(sentence: Sentence, marker: Marker, known: Lexicon) -> Scope | None:
    words = sentence.words
    start, end, count = marker.start, marker.end, len(sentence.words)
    inside = any(low <= start < high for low, high in sentence.quoted)
    if not inside and start < 2 and (words[start].key in _OWN_VOICE or start and words[start - 1].key == "on" and words[start].key in _ONE_NOTES):
        return None  # « Rappelons que », « On note que »: the newspaper itself
    before = start - 1
    while before >= 0 and words[before].key in ("a", "ont", "avait", "avaient", "aurait", "l", "s", "se", "lui", "leur", "ne", "n", "également", "aussi", "est", "m", "nous"):
        before -= 1
    noun = start > 0 and words[start - 1].key in _DETERMINERS and before == start - 1
    # « a-t-il dit »: the pronoun stands between.
    asked = start >= 2 and words[start - 1].key in ("il", "elle", "ils", "elles", "on") and words[start - 2].key in ("a", "ont", "avait")
    if asked:
        before = start - 3
    que = colon = None
    for i in range(end, min(count, end + 14)):
        key = words[i].key
        if words[i].text in (";", ".", "»") or (key in ("qui", "dont", "où") and i > end):
            break
        if key in ("que", "qu", "selon", "lesquelles", "lesquels"):
            que = i
            break
        if words[i].text == ":":
            colon = i
            break
    if que is not None and words[que].key == "selon":
        que = que + 1 if que + 1 < count and words[que + 1].key in ("lesquelles", "lesquels", "laquelle", "lequel") else None
    if que is not None and que - end > 2 and any(words[i].key in ("plus", "moins", "aussi", "ne", "n", "tel", "telle") for i in range(end, que)):
        que = None
    speaker = _subject_before(words, start, known)
    if que is not None:
        limit = _clause_end(words, que + 1, comma=False)
        # « X affirme, dans un entretien, que » : what stands between is not the claim.
        governed = tuple(i for i in range(que + 1, limit) if words[i].kind != "p")
        return Scope("attribution", marker, governed, governed, speaker) if governed else None
    if noun:
        return None
    if not inside and not words[start].key.endswith("ant") and before >= 0 and words[before].kind == "p" and words[before].text in (",", "»", "”", '"', "–", "—", "?", "!", "…"):
        follows = words[end] if end < count else None
        left = range(before)
        quote_left = words[before].text in ("»", "”", '"') or (before > 0 and words[before - 1].text in ("»", "”", '"'))
        inverted = asked or (follows is not None and (follows.key in ("il", "elle", "ils", "elles", "on", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier", "aujourd’hui", "le", "la", "les", "l", "un", "une", "son", "sa", "m.", "mme", "m") or follows.capital))
        ends = next((i for i in range(end, count) if words[i].text in (",", ".", ";", "»")), count) - end
        told = any(words[i].key in known.classes["have"] or words[i].key in known.classes["be"] or re.search(r"(?:ait|aient|èrent|era|eront|ont)$", words[i].key) for i in left)
        told = told or (marker.cls in ("say", "announce", "believe") and before >= 5 and ends <= 12)
        if (quote_left or told) and (inverted or quote_left) and colon is None:
            stop = next((i for i in range(end, count) if words[i].text in (",", ";", "»", ".", "«", ":", "–")), count)
            opening = 0
            for i in range(before - 1, -1, -1):
                if words[i].text == ";":
                    opening = i + 1
                    break
            governed = tuple(i for i in range(opening, before) if words[i].kind != "p")
            who = (start - 1,) if asked else tuple(i for i in range(end, stop) if words[i].kind != "p")
            return Scope("attribution", marker, governed, governed, who)
    if colon is not None and colon + 1 < count:
        governed = tuple(i for i in range(colon + 1, _clause_end(words, colon + 1, comma=False)) if words[i].kind != "p")
        return Scope("attribution", marker, governed, governed, speaker) if governed else None
    following = words[end] if end < count else None
    if following is None:
        return None
    infinitive = next(
        (i for i in range(end, min(count, end + 6)) if words[i].kind == "w" and re.search(r"(?:er|ir|oir|re)$", words[i].key) and len(words[i].key) > 3), None
    )
    if marker.cls == "say" and not (infinitive is not None and infinitive - end <= 2):
        return None
    limit = _clause_end(words, end, comma=infinitive is None)
    if words[start].key.endswith("ant"):
        # « Untel, envisageant de renoncer au scrutin, doit répondre »: the participle reports up to the comma before the sentence's own verb.
        limit = next((i for i in range(end, limit - 1) if words[i].text == "," and _verb_like(words[i + 1]) and not words[i + 1].capital), limit)
    if marker.cls == "accuse" or infinitive is not None:
        # « accuse X de … »: the claim is what follows « de »; the person accused may be named elsewhere.
        for i in range(end, min(limit, end + 16)):
            if words[i].key in ("de", "d") and (infinitive is None or i < infinitive + 1) and (marker.cls == "accuse" or i + 1 == infinitive):
                governed = tuple(j for j in range(i + 1, limit) if words[j].kind != "p")
                return Scope("attribution", marker, governed, governed, speaker) if governed else None
    governed = tuple(i for i in range(end, limit) if words[i].kind != "p")
    return Scope("attribution", marker, governed, governed, speaker) if governed else None


def _according_scope(sentence: Sentence, marker: Marker, known: Lexicon) -> Scope | None:
    words, count = sentence.words, len(sentence.words)
    if marker.lemma in ("lesquelles", "lesquels", "pour sa part") or (marker.end < count and words[marker.end].key in ("lesquelles", "lesquels", "laquelle", "lequel", "que")):
        return None
    first_word = marker.end
    while first_word < count and (words[first_word].text in "«“" or words[first_word].key in ("le", "la", "les", "l")):
        first_word += 1
    stop = next((i for i in range(first_word, count) if words[i].text in (",", ";", ".", "(", "«", ":", "–") or (words[i].text == "»" and i + 1 < count and words[i + 1].text != ",")), count)
    speaker = tuple(i for i in range(marker.end, stop) if words[i].kind != "p")
    opening = marker.start == 0 or words[marker.start - 1].text in (";", ":", "–", ".") or (
        marker.start <= 4 and not any(known.content(word) and not word.key.endswith("ment") for word in words[: marker.start])
    )
    if opening and stop < count and words[stop].text == ",":
        governed = tuple(i for i in range(stop + 1, _clause_end(words, stop + 1, comma=False)) if words[i].kind != "p")
        return Scope("attribution", marker, governed, governed, speaker)
    first = 0
    for i in range(marker.start - 1, -1, -1):
        if words[i].text == ";" or (words[i].text == "," and i + 1 < count and words[i + 1].key in ("qui", "dont", "où", "mais", "tandis", "alors") and i + 1 < marker.start - 1):
            first = i + 1
            break
    left = [i for i in range(first, marker.start) if words[i].kind != "p"]
    right: list[int] = []
    if stop < count and words[stop].text == "," and marker.start > 0:
        # « l’attaque aurait, selon X, fait dix morts »: what follows the second comma is still X’s.
        right = [i for i in range(stop + 1, _clause_end(words, stop + 1, comma=True)) if words[i].kind != "p"]
    governed = (*left, *right)
    return Scope("attribution", marker, governed, governed, speaker) if governed else None


def _local_scope(sentence: Sentence, marker: Marker, known: Lexicon) -> Scope | None:
    words, count = sentence.words, len(sentence.words)
    key = words[marker.start].key
    if marker.cls == "conditional" or (marker.cls == "modality" and not _ADJECTIVE_MODALS.match(key)):
        host = _content_after(words, marker.end, known, 7)
        if host is None:
            host = next((i for i in range(marker.start - 1, max(-1, marker.start - 4), -1) if known.content(words[i])), None)
        if host is None:
            return None
        governed = tuple(i for i in range(host, _clause_end(words, marker.end, comma=True)) if words[i].kind != "p") or (host,)
        kind = "conditionnel" if marker.cls == "conditional" else "modalite"
        if marker.cls == "conditional" and key not in ("aurait", "auraient", "serait", "seraient", "pourrait", "pourraient", "devrait", "devraient"):
            host = marker.start
        return Scope(kind, marker, governed, (host,))
    if marker.cls == "modality":
        if key.startswith("allégu") and any(words[i].key in ("a", "ont", "avait", "avaient") for i in range(max(0, marker.start - 3), marker.start)):
            return None  # the verb itself, not « les faits allégués »
        left = marker.start - 1
        host = left if left >= 0 and known.content(words[left]) else _content_after(words, marker.end, known, 4)
        return None if host is None else Scope("modalite", marker, (host,), (host,))
    if marker.cls == "negation":
        if key in ("ne", "n"):
            second = next(
                (i for i in range(marker.end, min(count, marker.end + 9)) if words[i].key in _SECOND_NEGATIONS and not any(words[j].text in (";", ":") for j in range(marker.end, i))),
                None,
            )
            only = next((i for i in range(marker.end, min(count, marker.end + 8)) if words[i].key in ("que", "qu")), None)
            if only is not None and (second is None or second > only) and words[marker.start - 1].key not in ("que", "qu"):
                host = _content_after(words, only + 1, known, 6)
                return None if host is None else Scope("restriction", Marker("restriction", marker.start, only + 1, marker.rule, "ne…que"), (host,), (host,))
            host = None
            for i in range(marker.end, min(count, marker.end + 9)):
                if known.content(words[i]) and words[i].key not in _SECOND_NEGATIONS:
                    host = i
                    break
            return None if host is None else Scope("negation", marker, (host,), (host,))
        if key in ("sans", "ni", "non", "aucun", "aucune", "nul", "nulle", "pas", "pas un"):
            paired = any(words[i].key in ("ne", "n") for i in range(max(0, marker.start - 8), marker.start))
            if paired and key not in ("sans", "ni", "aucun", "aucune"):
                return None
            host = _content_after(words, marker.end, known, 4)
            return None if host is None else Scope("negation", marker, (host,), (host,))
        return None
    if marker.cls in ("restriction", "approximation"):
        if marker.cls == "approximation" and marker.lemma.split()[0] in ("une", "un", "des"):
            return None  # itself the number: the numbers’ check holds it
        host = _content_after(words, marker.end, known, 4)
        if marker.cls == "approximation":
            number = next((q for q in sentence.numbers if marker.end <= q.start <= marker.end + 2), None)
            if number is not None and any(word.kind == "p" or word.capital for word in words[marker.end : number.start]):
                number = None  # « près de Lens : deux morts »
            if number is not None:
                host = number.start
            elif key in ("plus", "moins") or marker.lemma in ("jusqu’à", "près de", "autour de", "presque", "à peine"):
                return None if host is None or not re.match(r"(dizaine|centaine|millier|million|milliard|moitié|tiers|quart|vingtaine|trentaine|douzaine)", words[host].key) else Scope(
                    "approximation", marker, (host,), (host,)
                )
        if host is None and marker.start > 0:
            host = next((i for i in range(marker.start - 1, max(-1, marker.start - 3), -1) if known.content(words[i])), None)
        return None if host is None else Scope(marker.cls, marker, (host,), (host,))
    if marker.cls == "quantifier":
        host = _content_after(words, marker.end, known, 3)
        return None if host is None else Scope("quantite", marker, (host,), (host,))
    if marker.cls == "hypothesis":
        if key in ("si", "s"):
            following = words[marker.end - 1] if marker.end - marker.start > 1 else words[marker.end] if marker.end < count else None
            if following is None or (following.key not in ("il", "ils", "elle", "elles", "on", "l", "le", "la", "les", "un", "une", "ce", "cette", "ces", "son", "sa", "ses", "aucun", "nous", "vous", "je", "tout") and not (following.capital and not following.initial)):
                return None
            if marker.start > 0 and any(words[i].kind == "w" and re.match(r"(demand|savoir|sait|dire|ignor|doute|même|comme|question)", words[i].fold) for i in range(max(0, marker.start - 4), marker.start)):
                return None
        comma = next((i for i in range(marker.end, count) if words[i].text == ","), None)
        if marker.start <= 2 or words[marker.start - 1].text == ",":
            if comma is None:
                return None
            governed = tuple(i for i in range(comma + 1, _clause_end(words, comma + 1, comma=False)) if words[i].kind != "p")
        else:
            first = next((i + 1 for i in range(marker.start - 1, -1, -1) if words[i].text in (",", ";", ":")), 0)
            governed = tuple(i for i in range(first, marker.start) if words[i].kind != "p")
        return Scope("hypothese", marker, governed, governed) if governed else None
    return None


def scopes_of(sentence: Sentence, known: Lexicon) -> tuple[Scope, ...]:
    """Return what every marker of ``sentence`` governs, in the order of the text."""
    found: list[Scope] = []
    seen: set[tuple[str, int]] = set()
    for marker in sentence.markers:
        scope: Scope | None = None
        if marker.verb and marker.cls in _REPORTING:
            if ("reporting", marker.start) in seen:
                continue
            scope = _reporting_scope(sentence, marker, known)
            if scope is not None:
                seen.add(("reporting", marker.start))
        elif marker.cls == "according":
            scope = _according_scope(sentence, marker, known)
        else:
            scope = _local_scope(sentence, marker, known)
        if scope is not None:
            found.append(scope)
    return tuple(found)


@lru_cache(maxsize=8)
def _scope_table(reading: ArticleReading, known: Lexicon) -> dict[int, tuple[Scope, ...]]:
    return {sentence.index: scopes_of(sentence, known) for sentence in reading.sentences}


# ------------------------------------------------------------------------------------------------------------ alignment


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


# ----------------------------------------------------------------------------------------------------------- comparison


@dataclass(frozen=True, eq=False)
class Evidence:
    """The source sentences that a page sentence rests on, each with the word indexes it uses."""

    sentences: tuple[Sentence, ...]
    used: dict[int, frozenset[int]]
    exact: bool = False  # the words used are known from the origin, not guessed
    topics: frozenset[tuple[int, int]] = frozenset()  # (sentence, word) used as a bare name or subject: no claim is made of it


def _marker_words(sentence: Sentence, cls: str) -> tuple[Marker, ...]:
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
    verbs = [i for i in inside if _verb_like(source.words[i]) or re.search(r"(?:er|ir|oir)$", source.words[i].key)]
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
        if (marker.verb and marker.cls in _REPORTING and (marker.cls != "say" or marker.start in said or _says_alone(page, marker))) or marker.cls == "according"
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
            allowed = _KEEPS[scope.marker.cls]
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
        return [m for m in _marker_words(sentence, "negation") if sentence.words[m.start].key in ("ne", "n", "pas", "jamais", "aucun", "aucune", "sans", "ni")]

    # what is quoted is word for word the source's: that is checked by itself
    ours = [marker for marker in negations(page) if not any(low <= marker.start < high for low, high in page.quoted)]
    if not ours or not evidence.sentences:
        return ()
    theirs = [m for source in evidence.sentences for m in negations(source)]
    stems = {word.stem for word in page.words}
    reworded = any(not {source.words[i].stem for i in range(m.start, m.end)} & stems for source in evidence.sentences for m in _marker_words(source, "privative"))
    soft = reworded or any(marker.cls in ("refuse", "deny", "restriction") or (marker.cls == "quantifier" and marker.lemma.startswith("seul")) for source in evidence.sentences for marker in source.markers)
    if not theirs and not soft:
        shown = shown_words(page.words, range(ours[0].start, ours[0].end))
        return (Reason("negation-ajoutee", f"La page nie (« {shown} ») ce que la source ne nie pas.", shown),)
    if theirs and not soft:
        for marker in ours:
            if page.words[marker.start].key not in ("ne", "n"):
                continue
            only = next((i for i in range(marker.end, min(len(page.words), marker.end + 8)) if page.words[i].key in ("que", "qu", *_SECOND_NEGATIONS)), None)
            host = _content_after(page.words, marker.end, known, 9)
            while host is not None and page.words[host].key in _SECOND_NEGATIONS:
                host = _content_after(page.words, host + 1, known, 4)
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
    our_names = [page.words[i] for i in _name_words(page.words, ours) if page.words[i].fold in reading.folds and (not page.words[i].initial or page.words[i].fold in reading.names)]
    if not our_names:
        return ()
    their_names = {source.words[i].fold for i in _name_words(source.words, theirs)}
    their_words = {source.words[i].fold for i in theirs}
    if any(word.fold in their_words for word in our_names):
        return ()
    shown = " ".join(word.text for word in our_names)
    expected = shown_words(source.words, theirs[:10])
    if their_names & {f for word in our_names for f in partners(reading, word.fold)}:
        return ()
    if not (their_names - {source.words[i].fold for i in theirs if source.words[i].initial}) or any(source.words[i].key in _PRONOUNS for i in theirs):
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
    scope = _reporting_scope(sentence, cue, known)
    if scope is not None:
        return scope.speaker
    return _subject_before(words, cue.start, known)


# ----------------------------------------------------------------------------------------------------------- what is added


def numbers_added(page: Sentence, evidence: Evidence, reading: ArticleReading, extra: frozenset[str]) -> tuple[Reason, ...]:
    """Return the numbers of the page sentence that its source does not give, or gives of something else."""
    theirs: dict[str, list[tuple[Sentence, Quantity]]] = {}
    for source in evidence.sentences:
        for quantity in source.numbers:
            theirs.setdefault(quantity.value, []).append((source, quantity))
    reasons: list[Reason] = []
    for quantity in page.numbers:
        if quantity.value in extra or quantity.value.rstrip("e") in extra:
            continue
        shown = shown_words(page.words, range(quantity.start, quantity.end))
        found = theirs.get(quantity.value)
        if found is None and quantity.value.endswith("e"):
            found = theirs.get(quantity.value[:-1])
        if found is None and quantity.end < len(page.words) and page.words[quantity.end].kind == "w":
            found = theirs.get(quantity.value + "e")  # « quatre succès » of « son quatrième »
        if found is None and quantity.value == "1e":
            continue
        if found is None:
            # « quatre » of « trois hommes et une femme » is a count nobody gave, even where it is right.
            reasons.append(Reason("nombre", f"Le nombre « {shown} » n’est pas dans ce que dit la source à cet endroit.", shown))
            continue
        percent = _percent(page.words, quantity)
        if percent is not None and all(_percent(source.words, their) is not None and _percent(source.words, their) != percent for source, their in found):
            reasons.append(Reason("compte", f"« {shown} » n’a pas la même unité dans la source.", shown))
            continue
        noun = next((page.words[i] for i in range(quantity.end, min(len(page.words), quantity.end + 3)) if page.words[i].kind == "w" and len(page.words[i].key) > 2 and page.words[i].key not in _SMALL), None)
        if noun is None or page.words[quantity.end].kind == "p" or page.words[quantity.end].key in _NEXT_NOUN:
            continue  # « 27 voix contre 14 un budget », « 4,2 millions de moins »
        theirs_units = [source.words[their.end] for source, their in found if their.end < len(source.words) and source.words[their.end].stem in _UNITS]
        if noun.stem in _UNITS and theirs_units and len(theirs_units) == len(found) and not any(alike(noun, word) for word in theirs_units):
            reasons.append(Reason("compte", f"« {shown} {noun.text} » n’a pas la même unité dans la source.", f"{shown} {noun.text}"))
            continue
        near = False
        for source, their in found:
            window = source.words[max(0, their.start - 8) : their.end + 9]
            if any(word.kind == "w" and alike(word, noun) for word in window):
                near = True
        in_source = any(alike(word, noun) for source in evidence.sentences for word in source.words)
        if not near and in_source and noun.kind == "w":
            reasons.append(Reason("compte", f"La source ne compte pas ainsi « {shown} {noun.text} ».", f"{shown} {noun.text}"))
    return tuple(reasons)


def _percent(words: tuple[Word, ...], quantity: Quantity) -> bool | None:
    """Whether a number counts hundredths; None where nothing follows it that tells."""
    if quantity.end >= len(words):
        return None
    if words[quantity.end].text == "%" or (words[quantity.end].key == "pour" and quantity.end + 1 < len(words) and words[quantity.end + 1].key == "cent"):
        return True
    return False if words[quantity.end].kind == "w" else None


_NEXT_NOUN = frozenset(["un", "une", "le", "la", "les", "ce", "cette", "ces", "son", "sa", "ses", "leur", "leurs"])
_SMALL = frozenset(["moins", "plus", "des", "les", "aux", "une", "sur", "dans", "par", "pour", "avec", "sont", "ont", "était", "qui", "que", "est"])
_APPROXIMATE_NUMBERS = re.compile(r"^(?:dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaine|millier|million|milliard|moitié|tiers|quart|double|triple|demi)s?$")


def is_name(word: Word, reading: ArticleReading, known: Lexicon) -> bool:
    """Return whether a word of the page is a proper name, as far as capitals tell."""
    if word.kind != "w" or not word.capital or len(word.fold) < 2 or word.key in known.stop:
        return False
    if not word.initial:
        return True
    return word.fold in reading.names and word.key not in reading.common


def names_added(page: Sentence, evidence: Evidence, reading: ArticleReading, book: Rulebook, extra: frozenset[str], *, heading: bool = False) -> tuple[Reason, ...]:
    """Return the names of the page sentence that its source does not bear, or bears elsewhere without a link."""
    known = lexicon(book)
    folds = {part for source in evidence.sentences for word in source.words for part in (word.fold, *word.fold.split("-"))}
    reasons: list[Reason] = []
    for at, word in enumerate(page.words):
        if not is_name(word, reading, known) or word.fold in extra:
            continue
        parts = [part for part in word.fold.split("-") if len(part) > 1]
        if word.fold in folds or (parts and all(part in folds for part in parts)):
            continue
        if word.fold not in reading.folds and not (parts and all(part in reading.folds for part in parts)):
            if word.stem in reading.stems and any(word.stem == w.stem for s in evidence.sentences for w in s.words):
                continue  # « Libanais » of « libanaise »: a form of a word that stands there
            reasons.append(Reason("nom", f"Le nom « {word.text} » n’est pas dans la source.", word.text))
            continue
        if any(partner in folds for partner in partners(reading, word.fold) & reading.names):
            continue
        if heading or _linked(word, evidence, reading, known):
            continue
        reasons.append(Reason("nom-ailleurs", f"Le nom « {word.text} » n’est pas dans la phrase de la source d’où vient ce propos.", word.text))
        del at
    return tuple(reasons)


def _linked(word: Word, evidence: Evidence, reading: ArticleReading, known: Lexicon) -> bool:
    """Whether the source sentence can mean this name by a pronoun or description and the name stands shortly before."""
    for source in evidence.sentences:
        anaphoric = any(
            w.key in ("il", "elle", "ils", "elles", "son", "sa", "ses", "leur", "leurs", "celui", "celle", "ceux", "lui", "qui", "ce", "cette", "cet", "ces", "y", "dont", "le", "la", "les", "l", "en", "nous", "je", "j", "notre", "nos")
            for w in source.words
        )
        if not anaphoric:
            continue
        for sentence in reading.sentences:
            if (source.index - 4 <= sentence.index < source.index or sentence.paragraph == -1 or sentence.index <= 1) and any(w.fold == word.fold for w in sentence.words):
                return True
    return False


def quotes_altered(page: Sentence, evidence: Evidence, reading: ArticleReading, known: Lexicon) -> tuple[Reason, ...]:
    """Return the quotations of the page that are not the source's, word for word, or not of the sentence they should come from."""
    reasons: list[Reason] = []
    indexes = {source.index for source in evidence.sentences}
    for low, high in page.quoted:
        keys = tuple(word.key for word in page.words[low:high] if word.kind != "p")
        if not keys:
            reasons.append(Reason("citation", "Des guillemets n’entourent rien.", "« »"))
            continue
        at = [index for index, quote in reading.quotes if contains(quote, keys) or _contains_with_incise(quote, keys, known)]
        shown = shown_words(page.words, range(low, min(high, low + 12)))
        wholes = [quote for _, quote in reading.quotes if contains(quote, keys)]
        if at and keys not in wholes and wholes and (len(keys) <= 3 or min(map(len, wholes)) <= 7):
            reasons.append(Reason("citation", f"« {shown} » n’est qu’un morceau de ce que cite la source.", shown))
            continue
        if at and keys not in wholes and _cut_short(keys, reading):
            reasons.append(Reason("citation", f"La citation « {shown} » est coupée au milieu d’une proposition.", shown))
            continue
        if not at:
            title_like = len(keys) <= 6 and any(word.capital for word in page.words[low:high]) and any(
                contains(tuple(w.key for w in s.words if w.kind != "p"), keys) for s in reading.sentences
            )
            if not title_like:
                reasons.append(Reason("citation", f"La citation « {shown} » n’est pas mot pour mot dans la source.", shown))
        elif indexes and not any(index - 1 <= i <= index + 1 for index in at for i in indexes):
            reasons.append(Reason("citation-ailleurs", f"La citation « {shown} » vient d’un autre endroit de la source.", shown))
    return tuple(reasons)


_OPENS_CLAUSE = frozenset(["que", "qu", "et", "mais", "car", "donc", "ou", "parce", "si", "quand"])
_CLOSES_CLAUSE = frozenset(["que", "qu", "et", "mais", "car", "donc", "ou", "parce", "pour", "afin", "alors", "tandis", "qui", "dont", "où", "si", "quand", "lorsque", "sans", "avec"])


def _cut_short(keys: tuple[str, ...], reading: ArticleReading) -> bool:
    """Whether a part of a quotation begins or ends where no clause does, wherever in the source it stands."""
    found = False
    for sentence in reading.sentences:
        for low, high in sentence.quoted:
            inside = [i for i in range(low, high) if sentence.words[i].kind != "p"]
            for at in range(len(inside) - len(keys) + 1):
                if tuple(sentence.words[i].key for i in inside[at : at + len(keys)]) != keys:
                    continue
                found = True
                first, last = inside[at], inside[at + len(keys) - 1]
                begins = first == inside[0] or sentence.words[first - 1].kind == "p" or sentence.words[first - 1].key in _OPENS_CLAUSE
                ends = last == inside[-1] or sentence.words[last + 1].kind == "p" or sentence.words[last + 1].key in _CLOSES_CLAUSE
                if begins and ends:
                    return False
    return found


def contains(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    size = len(part)
    return any(whole[i : i + size] == part for i in range(len(whole) - size + 1))


def _contains_with_incise(whole: tuple[str, ...], part: tuple[str, ...], known: Lexicon) -> bool:
    """« A, a déclaré X, B » quoted as « A, B »: one gap, and it reports."""
    for cut in range(1, len(part)):
        for i in range(len(whole) - cut + 1):
            if whole[i : i + cut] != part[:cut]:
                continue
            rest = part[cut:]
            for j in range(i + cut + 2, min(len(whole) - len(rest), i + cut + 14) + 1):
                if whole[j : j + len(rest)] == rest and any(any(entry[1] == "say" for entry in known.entries.get(key, ())) for key in whole[i + cut : j]):
                    return True
    return False


_DETERMINERS = frozenset("le la les l un une des du d ce cet cette ces son sa ses leur leurs au aux deux".split())


def words_added(page: Sentence, evidence: Evidence, reading: ArticleReading, book: Rulebook, extra: frozenset[str]) -> tuple[Reason, ...]:
    """Return connectives, judgements, times and quantifiers of the page sentence that its source does not have."""
    reasons: list[Reason] = []
    labels = {
        "connective-cause": ("connecteur", "Le lien de cause « {} »"),
        "connective-contrast": ("connecteur", "L’opposition « {} »"),
        "connective-judgement": ("jugement", "Le mot de jugement « {} »"),
        "time": ("date", "Le repère de temps « {} »"),
        "quantifier": ("quantite", "La quantité « {} »"),
        "approximation": ("approximation", "L’approximation « {} »"),
    }
    for marker in page.markers:
        if marker.cls not in labels:
            continue
        if marker.lemma == "notamment" or any(low <= marker.start < high for low, high in page.quoted):
            continue
        word = page.words[marker.start]
        if word.fold in extra or (marker.cls == "time" and word.capital and not word.initial):
            continue
        if marker.cls.startswith("connective") and marker.end == marker.start + 1 and marker.start and page.words[marker.start - 1].key in _DETERMINERS:
            continue  # « un car », « ce résultat », « le même »: a noun here, no link and no judgement
        present = False
        joins = marker.cls.startswith("connective-c") and _joins(page, marker, evidence, lexicon(book))
        for source in evidence.sentences:
            if joins:
                break
            if any(m.cls == marker.cls and (m.lemma == marker.lemma or m.lemma.rstrip("*").startswith(marker.lemma.rstrip("*")[:4])) for m in source.markers) or (
                marker.cls in ("quantifier", "approximation", "connective-judgement")
                and len(word.key) > 3
                and all(any(w.stem == own.stem for w in source.words) for own in page.words[marker.start : marker.end])
            ) or (marker.cls.startswith("connective-c") and any(m.cls == marker.cls for m in source.markers)) or (marker.cls == "approximation" and any(m.cls == "approximation" for m in source.markers)):
                present = True
        if not present:
            reason, label = labels[marker.cls]
            shown = shown_words(page.words, range(marker.start, marker.end))
            reasons.append(Reason(reason, label.format(shown) + " n’est pas dans la source à cet endroit.", shown))
    counted = {i for quantity in page.numbers for i in range(quantity.start, quantity.end)}
    for at, word in enumerate(page.words):
        if word.kind != "w" or at in counted or word.fold in extra or not evidence.sentences or not _APPROXIMATE_NUMBERS.match(word.key):
            continue
        if not any(w.stem == word.stem for source in evidence.sentences for w in source.words):
            reasons.append(Reason("nombre", f"« {word.text} » n’est pas dans ce que dit la source à cet endroit.", word.text))
    return tuple(reasons)


def _joins(page: Sentence, marker: Marker, evidence: Evidence, known: Lexicon) -> bool:
    """Whether a connective stands between words of two sentences of the source, neither of which has it there."""
    before = [word for word in page.words[max(0, marker.start - 6) : marker.start] if known.content(word)][-2:]
    after = [word for word in page.words[marker.end : marker.end + 8] if known.content(word)][:2]
    if len(before) < 2 or len(after) < 2:
        return False
    ends = [s for s in evidence.sentences if all(any(w.stem == b.stem for w in s.words) for b in before)]
    begins = [s for s in evidence.sentences if all(any(w.stem == a.stem for w in s.words) for a in after)]
    if not ends or not begins or any(s in begins for s in ends):
        return False
    return not any(m.cls == marker.cls and m.start <= 2 for s in begins for m in s.markers)


def opposites(page: Sentence, evidence: Evidence, known: Lexicon, pairs: dict[int, tuple[int, int]]) -> tuple[Reason, ...]:
    """Return the words that stand where the source has their contrary."""
    reasons: list[Reason] = []
    source_stems = {word.stem for source in evidence.sentences for word in source.words}
    page_stems = {word.stem for word in page.words}
    for at, word in enumerate(page.words):
        if word.kind != "w" or at in pairs or word.stem in source_stems or word.key in ("a", "est"):
            continue
        contrary = [other for other in known.opposites.get(word.stem, ()) if other in source_stems and other not in page_stems]
        if contrary:
            reasons.append(Reason("contraire", f"« {word.text} » est le contraire de ce que dit la source.", word.text))
    return tuple(reasons)


def roles(page: Sentence, source: Sentence, reading: ArticleReading, known: Lexicon) -> tuple[Reason, ...]:
    """Return whether who does and who undergoes were exchanged, voice taken into account."""
    pairs = align(page.words, source.words)
    page_words = page.words

    def passive(words: tuple[Word, ...], verb: int) -> bool:
        if re.search(r"(?:[éiu]|it|is|us|ert|int)e?s?$", words[verb].key) is None:
            return False
        if verb + 1 < len(words) and words[verb + 1].key == "par" and not any(words[i].key in known.classes["have"] for i in range(max(0, verb - 2), verb)):
            return True  # a participle alone: « deux camions écrasés par la grue »
        return any(words[i].key in known.classes["be"] for i in range(max(0, verb - 3), verb)) and any(words[i].key == "par" for i in range(verb + 1, min(len(words), verb + 5)))

    def inverted(sentence: Sentence, verb: int) -> bool:
        return any(low_high[1] <= verb for low_high in sentence.quoted) or any(m.start == verb and m.verb and m.cls == "say" for m in sentence.markers)

    def noun(word: Word) -> bool:
        return word.kind == "w" and known.content(word) and not _adverb(word)

    order = sorted(pairs)
    for verb in order:
        to = pairs[verb]
        word = page_words[verb]
        if not known.content(word) or word.kind != "w" or (word.capital and not word.initial) or is_name(word, reading, known):
            continue
        if inverted(page, verb) or inverted(source, to):
            continue
        compound = any(page_words[i].key in known.classes["have"] for i in range(max(0, verb - 2), verb))
        if not (compound or _verb_like(word) or _verb_like(source.words[to]) or word.key.endswith(("e", "er"))):
            continue
        # « 20 euros : ce que coûtera l’entrée »: the subject stands after its verb, the object before
        turned = any(page_words[i].key == "ce" and page_words[i + 1].key in ("que", "qu") for i in range(max(0, verb - 4), verb - 1))
        swapped_voice = (passive(page_words, verb) != passive(source.words, to)) != turned
        left = [i for i in order if verb - 7 <= i < verb and noun(page_words[i])]
        right = [i for i in order if verb < i <= verb + 7 and noun(page_words[i])]
        gone_right = [i for i in left if to < pairs[i] <= to + 9]
        gone_left = [i for i in right if to - 9 <= pairs[i] < to]
        if gone_right and gone_left and not swapped_voice and _both_exchanged(page_words, gone_right, gone_left, left, right):
            first, second = page_words[gone_right[-1]].text, page_words[gone_left[0]].text
            return (Reason("roles", f"« {first} » et « {second} » ont échangé leurs rôles autour de « {word.text} ».", f"{first} … {word.text} … {second}"),)
        kept_left = [i for i in left if pairs[i] < to]
        kept_right = [i for i in right if pairs[i] > to]
        if swapped_voice and kept_left and kept_right and not gone_left and not gone_right:
            names = [i for i in (*kept_left, *kept_right) if is_name(page_words[i], reading, known)]
            if len(names) >= 2:
                return (Reason("roles", f"La voix de « {word.text} » a changé sans que les rôles suivent.", word.text),)
    # Two names that stand where the other stood, all else in place.
    names = [i for i, word in enumerate(page_words) if is_name(word, reading, known)]
    stems = [word.stem for word in source.words]
    for a in range(len(names)):
        for b in range(a + 1, len(names)):
            i, j = names[a], names[b]
            one, two = page_words[i], page_words[j]
            if one.stem == two.stem or stems.count(one.stem) != 1 or stems.count(two.stem) != 1:
                continue
            x, y = stems.index(one.stem), stems.index(two.stem)
            if x < y:
                continue
            between = [k for k in range(i + 1, j) if known.content(page_words[k]) and k not in names]
            if not between and any(page_words[k].key in ("et", "ou") or page_words[k].text == "," for k in range(i + 1, j)):
                continue
            before, after = _context(page_words, i), _context(page_words, j)
            if before and after and before == _context(source.words, y) and after == _context(source.words, x) and before != after:
                return (Reason("roles", f"« {one.text} » et « {two.text} » ont été échangés.", f"{one.text} … {two.text}"),)
            mid = [page_words[k].stem for k in range(i + 1, j) if page_words[k].kind == "w" and not page_words[k].capital]
            source_mid = [stems[k] for k in range(y + 1, x) if source.words[k].kind == "w" and not source.words[k].capital]
            if mid and mid == source_mid:
                return (Reason("roles", f"« {one.text} » et « {two.text} » ont été échangés.", f"{one.text} … {two.text}"),)
    return ()


def _adverb(word: Word) -> bool:
    return word.key.endswith("ment") or word.key in ("hier", "demain", "vendredi", "lundi", "mardi", "mercredi", "jeudi", "samedi", "dimanche")


def _both_exchanged(words: tuple[Word, ...], gone_right: list[int], gone_left: list[int], left: list[int], right: list[int]) -> bool:
    # An adjunct moved to the front (« En mars, X a … ») moves one thing only; an exchange moves the last noun before and the first after.
    return bool(left and right) and left[-1] in gone_right and (right[0] in gone_left)


def _context(words: tuple[Word, ...], at: int) -> str:
    return " ".join(word.stem for word in words[max(0, at - 2) : at] if word.kind == "w")


def resolved_dates(evidence: Evidence, reading: ArticleReading) -> frozenset[str]:
    """Return the words a publication date lets the page put for the relative times of the source (« vendredi » → « 9 », « juin », « 2023 »)."""
    given = reading.article.get("date")
    if given is None:
        return frozenset()
    try:
        day = datetime.date.fromisoformat(given[:10])
    except ValueError:
        return frozenset()
    months = tuple(map(fold, ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]))
    weekdays = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
    days: list[datetime.date] = []
    words: set[str] = set()
    for source in evidence.sentences:
        folds = [word.fold for word in source.words]
        for name in folds:
            if name in weekdays:
                back = (day.weekday() - weekdays.index(name)) % 7
                days += [day - datetime.timedelta(back), day - datetime.timedelta(back or 7), day + datetime.timedelta((7 - back) % 7 or 7)]
            if name.startswith("aujourd") or name in ("soir", "matin", "apres-midi", "midi"):
                days.append(day)
            if name in ("hier", "veille"):
                days.append(day - datetime.timedelta(1))
            if name in ("demain",):
                days.append(day + datetime.timedelta(1))
            if name in ("mois", "an", "anee", "prochain", "prochaine", "dernier", "derniere", "cete") or name in months:
                words.update(str(day.year + shift) for shift in (-1, 0, 1))
                if name == "mois":
                    words.update(months[(day.month - 1 + shift) % 12] for shift in (-1, 0, 1))
            if name.isdigit() and int(name) <= 31:
                words.update((str(day.year), str(day.year - 1)))
    for item in days:
        words.update((str(item.day), months[item.month - 1], str(item.year), weekdays[item.weekday()]))
    return frozenset(words)


_GAP_CLASSES = {
    "negation": "negation",
    "conditional": "conditionnel",
    "modality": "modalite",
    "restriction": "restriction",
    "approximation": "approximation",
    "according": "attribution",
    "hypothesis": "hypothese",
    "quantifier": "quantite",
}
_GAP_ADDED = {"negation": "negation-ajoutee", "connective-cause": "connecteur", "connective-contrast": "connecteur", "connective-judgement": "jugement", "quantifier": "quantite"}


def in_place(page: Sentence, source: Sentence, reading: ArticleReading, known: Lexicon) -> tuple[Reason, ...]:
    """Return what small changes do to a sentence that is otherwise the source’s: between two words that both have, what one has and the other has not."""
    left = [i for i, word in enumerate(page.words) if word.kind != "p"]
    right = [i for i, word in enumerate(source.words) if word.kind != "p"]
    rows, columns = len(left), len(right)
    table = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        row, below, word = table[i], table[i + 1], page.words[left[i]].stem
        for j in range(columns - 1, -1, -1):
            row[j] = below[j + 1] + 1 if word == source.words[right[j]].stem else max(below[j], row[j + 1])
    gaps: list[tuple[list[int], list[int]]] = []
    ours: list[int] = []
    theirs: list[int] = []
    matched: list[tuple[int, int]] = []
    i = j = 0
    while i < rows and j < columns:
        if page.words[left[i]].stem == source.words[right[j]].stem and table[i][j] == table[i + 1][j + 1] + 1:
            if matched:
                gaps.append((ours, theirs))
            ours, theirs = [], []
            matched.append((left[i], right[j]))
            i, j = i + 1, j + 1
        elif table[i + 1][j] >= table[i][j + 1]:
            ours.append(left[i])
            i += 1
        else:
            theirs.append(right[j])
            j += 1
    ours, theirs = ours + left[i:], theirs + right[j:]
    if matched and ours:
        gaps.append((ours, theirs))
    reasons: list[Reason] = []
    page_marks, source_marks = {m.start: m for m in page.markers if m.cls in _GAP_CLASSES}, {m.start: m for m in source.markers if m.cls in _GAP_CLASSES}
    added_marks = {m.start: m for m in page.markers if m.cls in _GAP_ADDED}
    for ours, theirs in gaps:
        if len(theirs) <= 5:
            for at in theirs:
                marker = source_marks.get(at)
                if marker is None or any(page.words[k].stem == source.words[at].stem for k in ours):
                    continue
                if marker.cls == "quantifier" and not ours:
                    continue
                if marker.cls in ("modality", "conditional") and any(k in page_marks and page_marks[k].cls in ("modality", "conditional") for k in ours):
                    continue
                if any(k in page_marks and page_marks[k].cls == marker.cls for k in ours):
                    continue
                if marker.cls == "negation" and len(_marker_words(page, "negation")) >= len(_marker_words(source, "negation")):
                    continue
                shown = shown_words(source.words, range(marker.start, marker.end))
                reasons.append(Reason(_GAP_CLASSES[marker.cls], f"« {shown} » de la source n’est plus sur la page.", "", shown))
        for at in ours:
            marker = added_marks.get(at)
            if marker is None or any(low <= at < high for low, high in page.quoted):
                continue
            if any(m.cls == marker.cls and m.start in theirs for m in source.markers) or (marker.cls == "negation" and page.words[at].key in ("plus", "personne", "point", "rien", "non", "ni") and len(ours) > 2):
                continue
            shown = shown_words(page.words, range(marker.start, marker.end))
            reasons.append(Reason(_GAP_ADDED[marker.cls], f"« {shown} » n’est pas dans la source à cet endroit.", shown))
        if ours and theirs and len(ours) <= 4 and len(theirs) <= 5:
            our_names = [k for k in ours if is_name(page.words[k], reading, known)]
            their_names = [k for k in theirs if source.words[k].capital and source.words[k].kind == "w" and (not source.words[k].initial or source.words[k].fold in reading.names) and source.words[k].key not in known.stop]
            initials = {source.words[k].fold for k in their_names if len(source.words[k].fold) == 1} | {source.words[k].fold[:1] for k in theirs if len(source.words[k].fold) <= 2}
            if our_names and their_names and any(page.words[k].fold[:1] in initials for k in our_names):
                continue  # « B. Obama » written in full
            if our_names and their_names and not any(partners(reading, page.words[k].fold) & {source.words[m].fold for m in their_names} & reading.names for k in our_names):
                mine, yours = page.words[our_names[0]].text, source.words[their_names[0]].text
                reasons.append(Reason("roles", f"« {mine} » est mis où la source a « {yours} ».", mine, yours))
            our_cues = [m for m in page.markers if m.verb and m.cls in _REPORTING and m.start in ours]
            their_cues = [m for m in source.markers if m.verb and m.cls in _REPORTING and m.start in theirs]
            if our_cues and their_cues and not any(m.cls in _KEEPS[n.cls] for m in our_cues for n in their_cues):
                mine = shown_words(page.words, range(our_cues[0].start, our_cues[0].end))
                yours = shown_words(source.words, range(their_cues[0].start, their_cues[0].end))
                reasons.append(Reason("engagement", f"La source dit « {yours} », la page « {mine} » : l’engagement n’est pas le même.", mine, yours))
            for k in ours:
                own = page.words[k]
                if own.kind == "w" and known.content(own) and not is_name(own, reading, known) and not any(m.start == k and m.verb for m in page.markers):
                    contrary = known.opposites.get(own.stem, ())
                    facing = [source.words[m] for m in theirs]
                    if any(their.stem in contrary for their in facing) or (own.stem in _UNITS and any(their.stem in _UNITS for their in facing)):
                        reasons.append(Reason("contraire", f"« {own.text} » est mis pour « {' '.join(o.text for o in facing)} ».", own.text))
    return tuple(dict.fromkeys(reasons))


_UNITS = frozenset(map(_stem, ["millions", "milliards", "kilomètres", "mètres", "heures", "jours", "mois", "ans", "euros", "dollars", "minutes", "secondes", "points", "semaines", "centimètres", "tonnes", "kilos"]))


def future_done(page: Sentence, source: Sentence, pairs: dict[int, int]) -> tuple[Reason, ...]:
    """Return where the page gives as done what the source puts in the future."""
    for i, j in sorted(pairs.items()):
        theirs, ours = source.words[j], page.words[i]
        if re.search(r"(?:[eiuvdtr]ra|ront)$", theirs.key) is None or len(theirs.key) < 6 or theirs.key == ours.key:
            continue
        before = [page.words[k].key for k in range(max(0, i - 2), i)]
        if re.search(r"(?:[éiu]|it|is|us|ert)e?s?$", ours.key) and any(key in ("a", "ont", "est", "sont") for key in before):
            return (Reason("engagement", f"« {theirs.text} » est à venir dans la source ; la page dit « {ours.text} ».", ours.text, theirs.text),)
    return ()
