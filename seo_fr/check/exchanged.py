"""What a page sentence has exchanged: a word for its contrary, who does for who undergoes, what is to come for what is done."""

from __future__ import annotations

import re

from seo_fr.check.added import UNITS
from seo_fr.check.compare import KEEPS, Evidence, Reason, align, is_name, marker_words, partners, shown_words
from seo_fr.check.reading import ArticleReading, Lexicon, Sentence, Word
from seo_fr.check.scopes import REPORTING, verb_like

_ASKING = frozenset(["quel", "quelle", "quels", "quelles"])


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
        if not (compound or verb_like(word) or verb_like(source.words[to]) or word.key.endswith(("e", "er"))):
            continue
        # « 20 euros : ce que coûtera l’entrée »: the subject stands after its verb, the object before
        turned = any(page_words[i].key == "ce" and page_words[i + 1].key in ("que", "qu") for i in range(max(0, verb - 4), verb - 1))
        swapped_voice = (passive(page_words, verb) != passive(source.words, to)) != turned
        # « À quelle heure seront célébrées… »: what is asked for may stand anywhere in the source
        left = [i for i in order if verb - 7 <= i < verb and noun(page_words[i]) and not (i and page_words[i - 1].key in _ASKING)]
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
                if marker.cls == "negation" and len(marker_words(page, "negation")) >= len(marker_words(source, "negation")):
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
            our_cues = [m for m in page.markers if m.verb and m.cls in REPORTING and m.start in ours]
            their_cues = [m for m in source.markers if m.verb and m.cls in REPORTING and m.start in theirs]
            if our_cues and their_cues and not any(m.cls in KEEPS[n.cls] for m in our_cues for n in their_cues):
                mine = shown_words(page.words, range(our_cues[0].start, our_cues[0].end))
                yours = shown_words(source.words, range(their_cues[0].start, their_cues[0].end))
                reasons.append(Reason("engagement", f"La source dit « {yours} », la page « {mine} » : l’engagement n’est pas le même.", mine, yours))
            for k in ours:
                own = page.words[k]
                if own.kind == "w" and known.content(own) and not is_name(own, reading, known) and not any(m.start == k and m.verb for m in page.markers):
                    contrary = known.opposites.get(own.stem, ())
                    facing = [source.words[m] for m in theirs]
                    if any(their.stem in contrary for their in facing) or (own.stem in UNITS and any(their.stem in UNITS for their in facing)):
                        reasons.append(Reason("contraire", f"« {own.text} » est mis pour « {' '.join(o.text for o in facing)} ».", own.text))
    return tuple(dict.fromkeys(reasons))


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
