"""Labels of the blocks of context: what the focus keyphrase may head, and who says what in a block of one or two voices."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seo_fr.analyse.focus import event_nouns
from seo_fr.french.typography import typeset
from seo_fr.french.width import title_width
from seo_fr.model import BlockKind, Edit, Grammar, Slot, Span, Templated
from seo_fr.propose.by_function import labels_nobody
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.frames import entity_grammar, fill, span_slot
from seo_fr.propose.heading_words import is_event
from seo_fr.propose.score import stems
from seo_fr.propose.source import Source
from seo_fr.rulebook import Rulebook, load

#: Most characters of a heading.
LONGEST = 70
#: Blocks whose entries speak of the news itself, whatever words they do it in: what is said of it, what is asked about it.
_OF_THE_NEWS = ("who", "qa", "brief")
_ARTICLE = re.compile(r"(?:L[ae]s? |L[’']|Une? |Des )")


def is_label_of(source: Source, kind: BlockKind | str, subject: str, lines: Sequence[str], focus: str) -> bool:
    """Return whether ``subject`` is for certain what all ``lines`` of a block are about, so that it may stand before the block's label.

    Each line has its words; or it is the event that the page is about (``focus``: its keyphrase), named with what it is the event of, and the lines speak of it:
    those of who says what and of the questions by what they are, those of other blocks where half of them have a word of it. A person, a group of people, a lone place is what no
    block is about: others speak, and of them.
    """
    if not labels_nobody(source, subject):
        return False
    words = set(stems(subject))
    if not words:
        return False
    found = [set(stems(line)) for line in lines]
    if len(words) > 1 and found and all(words <= line for line in found):
        return True
    if len(words) < 2 or typeset(subject).lower() != typeset(focus).lower() or not _is_event(subject):
        return False
    if kind in _OF_THE_NEWS:
        return True
    if not re.search(r" (?:d[eu]s?|à|aux?|contre|en|sur|pour|par) | (?:d|à l)['’]", subject) and not words <= set().union(*found):
        return False  # « chômage stable »: that it is stable is no line's
    return 2 * sum(1 for line in found if words & line) >= len(found)


def tells_of(event: str, lines: Sequence[str]) -> bool:
    """Return whether half of the lines of a block have a word of the event that its label names: « Les chiffres de la grève »."""
    words = set(stems(event))
    return 2 * sum(1 for line in lines if words & set(stems(line))) >= len(lines)


def _is_event(words: str) -> bool:
    """Return whether the keyphrase is headed by what happens or is decided: « accident de train »; « gymnase » and « rebelles » are not."""
    first = re.split(r"[ ’']", words.lower())[0]
    singular = first[:-1] if first.endswith("s") and len(first) > 4 else first
    nouns = event_nouns(load())
    return any(noun in nouns or is_event(noun) for noun in (first, singular))


def voices_heading(source: Source, book: Rulebook, found: Sequence[Candidate], key: str, used: frozenset[str], rejected: frozenset[str]) -> Candidate | None:
    """Return « Ce que disent X et Y » (« Ce que dit X ») for the entries of one or two voices; None for more, where it is too long, or where somebody is no plain name or group.

    ``used``: the texts of the page's other headings in lower case; ``rejected``: ids of passages that must not be made.
    """
    voices: dict[int, Slot] = {}
    for candidate in found:
        slot = _speaker(source, candidate)
        if slot is None or candidate.speaker is None:
            return None
        voices.setdefault(candidate.speaker, slot)
    if not 1 <= len(voices) <= 2:
        return None
    first, *others = voices.values()
    slots = (_named("locuteur", first), *(_named("autre", other) for other in others))
    for filled in fill(book, "h2", "bloc-who-voix" if others else "bloc-who-voix-seule", slots, key):
        item = passage("who", "h2", filled.text, filled.origin)
        if len(filled.text) <= LONGEST and title_width(filled.text) <= 700 and item.id not in rejected and filled.text.lower() not in used:
            return Candidate("h2:who", (item,), (), (filled.priority, filled.weight), 0, tags=("named",))
    return None


def slots_in(heading: Candidate) -> tuple[Slot, ...]:
    """Return the slots of the heading's template; none for one that has none."""
    origin = heading.passages[0].origin
    return origin.slots if isinstance(origin, Templated) else ()


def _speaker(source: Source, candidate: Candidate) -> Slot | None:
    origin = candidate.passages[-1].origin
    slot = next((slot for slot in origin.slots if slot.name in ("etiquette", "locuteur")), None) if isinstance(origin, Templated) else None
    named = source.entity(candidate.speaker) if candidate.speaker is not None and candidate.speaker >= 0 else None
    if named is not None and named.kind == "person":
        return span_slot(source, "locuteur", named.name, grammar=entity_grammar(named), entity=named.id)
    if slot is None or len(slot.source) != 1 or re.search(r"[,;:«»()]", slot.text):
        return None
    entity = source.entity(slot.entity) if slot.entity is not None else None
    span = slot.source[0]
    words = span.of(source.text)
    lower: tuple[Edit, ...] = ()
    if _ARTICLE.match(words):
        lower = (Edit("case", "article-minuscule", Span(span.start, span.start + 1), words[0].lower()),)
    plural = re.match(r"(?i)(?:les|des) ", words) is not None
    if not plural and entity is None and re.match(r"(?i)(?:l[ae] |l[’']|une? )", words) is None:
        return None
    grammar = entity_grammar(entity) if entity is not None else Grammar("m", "s")
    return span_slot(source, "locuteur", span, lower, Grammar(grammar.gender or "m", "p" if plural else "s"), entity=slot.entity)


def _named(name: str, slot: Slot) -> Slot:
    return Slot(name, slot.text, slot.source, slot.grammar, slot.edits, entity=slot.entity, statement=slot.statement)


__all__ = ["is_label_of", "slots_in", "tells_of", "voices_heading"]
