"""What a page sentence adds to its source: numbers, names, quotations, connectives, judgements, times."""

from __future__ import annotations

import datetime
import re

from seo_fr.check.compare import Evidence, Reason, alike, is_name, partners, shown_words
from seo_fr.check.reading import ArticleReading, Lexicon, Marker, Quantity, Sentence, Word, fold, lexicon
from seo_fr.check.reading import stem as _stem
from seo_fr.check.scopes import DETERMINERS
from seo_fr.rulebook import Rulebook

UNITS = frozenset(map(_stem, ["millions", "milliards", "kilomètres", "mètres", "heures", "jours", "mois", "ans", "euros", "dollars", "minutes", "secondes", "points", "semaines", "centimètres", "tonnes", "kilos"]))


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
        theirs_units = [source.words[their.end] for source, their in found if their.end < len(source.words) and source.words[their.end].stem in UNITS]
        if noun.stem in UNITS and theirs_units and len(theirs_units) == len(found) and not any(alike(noun, word) for word in theirs_units):
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
        if marker.cls.startswith("connective") and marker.end == marker.start + 1 and marker.start and page.words[marker.start - 1].key in DETERMINERS:
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
