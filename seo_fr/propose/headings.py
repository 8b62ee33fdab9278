"""Candidate headings: of sections by compression first, of blocks by template."""

from __future__ import annotations

import re

from seo_fr.french.width import title_width
from seo_fr.model import Copied, Keyphrase, Slot
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.events import stutters, subject_of
from seo_fr.propose.frames import fill, keyphrase_slot, span_slot, speaker_slot
from seo_fr.propose.headlines import Headline
from seo_fr.propose.score import Scores, stems
from seo_fr.propose.tell import Source
from seo_fr.rulebook import Rulebook

HEADING_CHARACTERS = 70


def section_headings(source: Source, book: Rulebook, index: int, lines: tuple[Headline, ...], scores: Scores, key: str) -> list[Candidate]:
    """Return the candidate h2 of section ``index``, from what this section says."""
    section = source.analysis.sections[index]
    place = f"h2:section:{index}"
    made: list[Candidate] = []

    def add(text: str, origin: object, form: int, worth: int, weight: int, facts: tuple[int, ...], order: int) -> None:
        if len(text) <= HEADING_CHARACTERS:
            holds = 1 if scores.section_text(text, section.keyphrases) > 0 or scores.shares_keyphrase(text) else 0
            item = passage("section", "h2", text, origin, facts)  # type: ignore[arg-type]
            made.append(Candidate(place, (item,), facts, (holds, form, worth, weight), order, index))

    for line in lines:
        if source.section_of_sentence(line.clause.sentence) != index or len(line.text) < 18:
            continue
        worth = scores.section_text(line.text, section.keyphrases) + scores.text(line.text) + (6 if line.clause.kind else 0) + min(len(line.text) // 6, 10)
        add(line.text, Copied(line.span, line.edits), 4, worth, 0, (line.clause.id,), line.span.start)
    for quote in source.analysis.quotes:
        if quote.speaker is None or source.section_of_sentence(quote.sentences[0]) != index or len(quote.content) != 1:
            continue
        content = quote.content[0].of(source.text).strip()
        if len(content) > 48 or len(content) < 12 or not quote.whole:
            continue
        entity = source.entity(quote.speaker)
        if entity is None or entity.kind != "person":
            continue
        slots = (span_slot(source, "locuteur", entity.name, entity=entity.id), span_slot(source, "citation", quote.content[0]))
        for filled in fill(book, "h2", "citation", slots, key):
            add(filled.text, filled.origin, 3, scores.text(filled.text), filled.weight, (), quote.span.start)
    for statement in source.analysis.statements:
        if source.section_of_sentence(statement.sentence) != index:
            continue
        locuteur = speaker_slot(source, "locuteur", statement)
        if locuteur is None:
            continue
        for filled in fill(book, "h2", "locuteur", (locuteur,), key, statement.cls):
            add(filled.text, filled.origin, 1, 6, filled.weight, (), statement.cue.start)
        said = set(stems(statement.content.of(source.text)))
        for keyphrase in section.keyphrases[:6]:
            if not keyphrase.spans or set(stems(locuteur.text)) & set(stems(keyphrase.text)) or not set(stems(keyphrase.text)) <= said:
                continue
            if _names_person(source, keyphrase):
                continue
            slots = (keyphrase_slot(source, "cle", keyphrase), locuteur)
            for filled in fill(book, "h2", "cle-locuteur", slots, key, statement.cls):
                add(filled.text, filled.origin, 2, scores.section_text(filled.text, section.keyphrases), filled.weight, (), statement.cue.start)
    phrases = section.keyphrases[:8] or source.analysis.keyphrases[:8]
    for rank, keyphrase in enumerate(phrases):
        if not keyphrase.spans or _names_person(source, keyphrase) or _negated(source, keyphrase):
            continue
        for filled in fill(book, "h2", "cle", (keyphrase_slot(source, "cle", keyphrase),), key):
            several = 2 if len(stems(keyphrase.text)) > 1 else 0
            add(filled.text, filled.origin, 1 if several else 0, several - rank, filled.weight, (), keyphrase.spans[0].start)
        for other in phrases[rank + 1 :]:
            if not other.spans or _names_person(source, other) or _negated(source, other) or set(stems(other.text)) & set(stems(keyphrase.text)):
                continue
            slots = (keyphrase_slot(source, "cle", keyphrase), keyphrase_slot(source, "autre", other))
            for filled in fill(book, "h2", "deux-cles", slots, key):
                add(filled.text, filled.origin, 0, -rank, filled.weight, (), keyphrase.spans[0].start)
    return made


def block_headings(source: Source, book: Rulebook, block: str, keyphrases: tuple[Keyphrase, ...], scores: Scores, key: str) -> list[Candidate]:
    """Return the candidate h2 of a block («who», «qa»…): its subject, and what it gives."""
    made: list[Candidate] = []
    main, named = subject_of(source, book)
    for rank, keyphrase in enumerate(keyphrases[:6]):
        slot: Slot = keyphrase_slot(source, "cle", keyphrase)
        for kind in ("future", "contested", "open", "other") if block == "conclusion" else (main,):
            for filled in fill(book, "h2", f"bloc-{block}", (slot, *named), key, kind):
                if len(filled.text) <= HEADING_CHARACTERS and title_width(filled.text) <= 700 and not stutters(filled.text):
                    item = passage(block, "h2", filled.text, filled.origin)
                    made.append(Candidate(f"h2:{block}", (item,), (), (-rank, filled.priority, filled.weight), 0, tags=(kind,)))
    return made


def _names_person(source: Source, keyphrase: Keyphrase) -> bool:
    """Return whether the keyphrase is (part of) a person's name: « John Kirby : ce que dit l’Iran » would not be understood."""
    return any(entity.kind == "person" and any(mention.span.overlaps(span) for mention in entity.mentions) for entity in source.analysis.entities for span in keyphrase.spans[:3])


def _negated(source: Source, keyphrase: Keyphrase) -> bool:
    """Return whether the keyphrase stands behind « sans », « aucun », « pas de » wherever it stands: alone it would say the contrary."""
    return all(re.search(r"\b(?:sans|aucune?|ni|pas (?:de|d['’])|plus (?:de|d['’])|non)\s*$", source.text[max(0, span.start - 12) : span.start].lower()) for span in keyphrase.spans)
