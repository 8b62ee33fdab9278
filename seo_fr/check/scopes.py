"""What the marks of a sentence govern: which words a verb of saying reports, « selon X » gives to X, a conditional or a negation falls on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from seo_fr.check.reading import Lexicon, Marker, Sentence, Word

DETERMINERS = frozenset("le la les l un une des du d ce cet cette ces son sa ses leur leurs au aux deux".split())
REPORTING = frozenset(
    ["say", "believe", "accuse", "deny", "admit", "announce", "ask", "promise", "decide", "warn", "deplore", "welcome", "propose", "refuse"]
)
PRONOUNS = frozenset(["il", "elle", "ils", "elles", "on", "celui", "celle", "ceux", "celles", "qui", "lui", "eux", "l", "dernier", "dernière", "derniers", "dernières", "ce"])
SECOND_NEGATIONS = frozenset(["pas", "plus", "jamais", "rien", "personne", "guère", "nullement", "aucun", "aucune", "aucunement", "point", "ni", "nulle", "nul"])
_BOUNDARY = frozenset([",", ";", ":", "(", ")", "–", "—", ".", "!", "?", "…", "..."])
_ADJECTIVE_MODALS = re.compile(r"^(présumé|supposé|prétendu|allégué|éventuel|potentiel|possibles?$|probables?$|soi-disant|susceptible|hypothétique)")


@dataclass(frozen=True, slots=True)
class Scope:
    """What a marker governs in its sentence: ``words`` are word indexes, ``host`` the ones that decide, ``speaker`` who the claim is from."""

    kind: str
    marker: Marker
    words: tuple[int, ...]
    host: tuple[int, ...]
    speaker: tuple[int, ...] = ()


def content_after(words: tuple[Word, ...], at: int, known: Lexicon, reach: int) -> int | None:
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


def verb_like(word: Word) -> bool:
    return re.search(r"(?:é|ée|és|ées|ait|aient|era|eront|ont|ent|it|ut|ura|ira|iront)$", word.key) is not None or word.key in ("a", "ont", "est", "sont")


def subject_before(words: tuple[Word, ...], at: int, known: Lexicon) -> tuple[int, ...]:
    """The words between the last clause border and the verb group, appositions included when the clause opens with a name."""
    first = at
    while first > 0:
        text, key = words[first - 1].text, words[first - 1].key
        if text in (";", ":", "»", "”", "?", "!", ".", "…") or key in ("que", "qu", "mais", "tandis", "car", "selon"):
            break
        first -= 1
    span = [i for i in range(first, at) if words[i].kind != "p"]
    # « Vendredi, Morel a déclaré »: what stands before the last comma is the subject only if what follows it has no noun of its own.
    commas = [i for i in range(first, at) if words[i].text == ","]
    if commas:
        tail = [i for i in range(commas[-1] + 1, at) if known.content(words[i]) or words[i].key in PRONOUNS]
        tail = [i for i in tail if words[i].key not in ("a", "ont", "avait")]
        if tail and len(commas) == 1:
            span = [i for i in span if i > commas[-1]] if not name_words(words, range(first, commas[-1])) else span
    return tuple(span)


def name_words(words: tuple[Word, ...], indexes: Iterable[int]) -> tuple[int, ...]:
    return tuple(i for i in indexes if words[i].kind == "w" and words[i].capital and len(words[i].fold) > 1 and words[i].key not in DETERMINERS)


_OWN_VOICE = frozenset(["rappelons", "notons", "précisons", "signalons", "soulignons", "ajoutons", "noter", "rappeler", "souligner", "signaler"])
_ONE_NOTES = frozenset(["note", "notera", "rappelle", "rappellera", "remarque", "remarquera", "constate", "relève", "relèvera"])


def reporting_scope(sentence: Sentence, marker: Marker, known: Lexicon) -> Scope | None:
    words = sentence.words
    start, end, count = marker.start, marker.end, len(sentence.words)
    inside = any(low <= start < high for low, high in sentence.quoted)
    if not inside and start < 2 and (words[start].key in _OWN_VOICE or start and words[start - 1].key == "on" and words[start].key in _ONE_NOTES):
        return None  # « Rappelons que », « On note que »: the newspaper itself
    before = start - 1
    while before >= 0 and words[before].key in ("a", "ont", "avait", "avaient", "aurait", "l", "s", "se", "lui", "leur", "ne", "n", "également", "aussi", "est", "m", "nous"):
        before -= 1
    noun = start > 0 and words[start - 1].key in DETERMINERS and before == start - 1
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
    speaker = subject_before(words, start, known)
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
        limit = next((i for i in range(end, limit - 1) if words[i].text == "," and verb_like(words[i + 1]) and not words[i + 1].capital), limit)
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
        host = content_after(words, marker.end, known, 7)
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
        host = left if left >= 0 and known.content(words[left]) else content_after(words, marker.end, known, 4)
        return None if host is None else Scope("modalite", marker, (host,), (host,))
    if marker.cls == "negation":
        if key in ("ne", "n"):
            second = next(
                (i for i in range(marker.end, min(count, marker.end + 9)) if words[i].key in SECOND_NEGATIONS and not any(words[j].text in (";", ":") for j in range(marker.end, i))),
                None,
            )
            only = next((i for i in range(marker.end, min(count, marker.end + 8)) if words[i].key in ("que", "qu")), None)
            if only is not None and (second is None or second > only) and words[marker.start - 1].key not in ("que", "qu"):
                host = content_after(words, only + 1, known, 6)
                return None if host is None else Scope("restriction", Marker("restriction", marker.start, only + 1, marker.rule, "ne…que"), (host,), (host,))
            host = None
            for i in range(marker.end, min(count, marker.end + 9)):
                if known.content(words[i]) and words[i].key not in SECOND_NEGATIONS:
                    host = i
                    break
            return None if host is None else Scope("negation", marker, (host,), (host,))
        if key in ("sans", "ni", "non", "aucun", "aucune", "nul", "nulle", "pas", "pas un"):
            paired = any(words[i].key in ("ne", "n") for i in range(max(0, marker.start - 8), marker.start))
            if paired and key not in ("sans", "ni", "aucun", "aucune"):
                return None
            host = content_after(words, marker.end, known, 4)
            return None if host is None else Scope("negation", marker, (host,), (host,))
        return None
    if marker.cls in ("restriction", "approximation"):
        if marker.cls == "approximation" and marker.lemma.split()[0] in ("une", "un", "des"):
            return None  # itself the number: the numbers’ check holds it
        host = content_after(words, marker.end, known, 4)
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
        host = content_after(words, marker.end, known, 3)
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
        if marker.verb and marker.cls in REPORTING:
            if ("reporting", marker.start) in seen:
                continue
            scope = reporting_scope(sentence, marker, known)
            if scope is not None:
                seen.add(("reporting", marker.start))
        elif marker.cls == "according":
            scope = _according_scope(sentence, marker, known)
        else:
            scope = _local_scope(sentence, marker, known)
        if scope is not None:
            found.append(scope)
    return tuple(found)
