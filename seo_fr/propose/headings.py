"""Candidate headings: of sections by compression first, of blocks by template."""

from __future__ import annotations

import re

from seo_fr.french.width import title_width
from seo_fr.model import Copied, Keyphrase, Slot
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.events import stutters, subject_of
from seo_fr.propose.frames import _lower_article, fill, keyphrase_slot, span_slot, speaker_slot
from seo_fr.propose.headlines import Headline
from seo_fr.propose.score import Scores, stems
from seo_fr.propose.tell import Source, in_quotes
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

    members = _members(source, section.start, section.end)
    topics = _topics(source, members)
    for line, central in clause_heads(source, scores, lines, members):
        worth = central // 4 + (12 if line.clause.sentence == members[0] else 0) + scores.section_text(line.text, section.keyphrases) + (6 if line.clause.kind else 0) + min(len(line.text) // 6, 10)
        add(line.text, Copied(line.span, line.edits), 4, worth, 0, (line.clause.id,), line.span.start)
    voice = _voice(source, members)
    for quote in source.analysis.quotes:
        if quote.speaker is None or source.section_of_sentence(quote.sentences[0]) != index or len(quote.content) != 1:
            continue
        content = quote.content[0].of(source.text).strip()
        if len(content) > 48 or len(content) < 12 or not quote.whole or quote.speaker != voice:
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
        if locuteur is None or statement.speaker != voice or statement.remove != 1:
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
    for clause in source.analysis.clauses:
        if clause.sentence not in members or clause.subject is None or clause.subject_kind != "noun" or clause.id not in topics:
            continue
        sujet = span_slot(source, "sujet", clause.subject, _lower_article(source, clause.subject))
        first = 6 if clause.sentence == members[0] else 0
        for filled in fill(book, "h2", "sujet", (sujet,), key):
            add(filled.text, filled.origin, 1, 10 + first + scores.section_text(sujet.text, section.keyphrases), filled.weight, (), clause.subject.start)
        if not scores.shares_keyphrase(sujet.text):
            cle = keyphrase_slot(source, "cle", scores.keyphrase)
            for filled in fill(book, "h2", "cle-sujet", (cle, sujet), key):
                add(filled.text, filled.origin, 1, 9 + first + scores.section_text(sujet.text, section.keyphrases), filled.weight, (), clause.subject.start)
    texts = [stems(source.analysis.sentences[i].span.of(source.text)) for i in members]
    phrases = section.keyphrases[:8] or source.analysis.keyphrases[:8]
    for rank, keyphrase in enumerate(phrases):
        if not keyphrase.spans or _names_person(source, keyphrase) or _negated(source, keyphrase):
            continue
        wanted = set(stems(keyphrase.text))
        held = sum(1 for found in texts if wanted <= set(found))
        leads = bool(texts) and wanted <= set(texts[0])
        several = len(wanted) > 1
        form = 1 if several and (leads or 2 * held >= len(texts)) else 0
        for filled in fill(book, "h2", "cle", (keyphrase_slot(source, "cle", keyphrase),), key):
            add(filled.text, filled.origin, form, (8 if several else 0) + 4 * held - rank, filled.weight, (), keyphrase.spans[0].start)
    return made


def _topics(source: Source, members: list[int]) -> set[int]:
    """Return the clauses whose subject can name the section: a definite noun with its complement, at the head of one of its paragraphs, no person."""
    heads: dict[int, int] = {}
    for i in members:
        heads.setdefault(source.analysis.sentences[i].paragraph, i)
    found = set()
    for clause in source.analysis.clauses:
        if clause.sentence not in heads.values() or clause.subject is None or clause.subject_kind != "noun":
            continue
        words = clause.subject.of(source.text)
        entity = source.entity(clause.subject_entity)
        if entity is not None and entity.kind == "person" or len(words) > 46 or re.search(r"[,«»():;\"]", words) or in_quotes(source, clause.subject):
            continue
        if re.match(r"(?:(?:Le|La|Les|le|la|les) |[Ll]['’])", words) and len(stems(words)) >= 2 and not re.match(r"(?i)les (?:deux|trois|quatre|cinq)\b", words):
            found.add(clause.id)
    return found


def _members(source: Source, start: int, end: int) -> list[int]:
    """Return the sentences of the paragraphs ``start`` to ``end`` that may be told."""
    return [i for i, sentence in enumerate(source.analysis.sentences) if start <= sentence.paragraph < end and source.is_matter(i)]


def clause_heads(source: Source, scores: Scores, lines: tuple[Headline, ...], members: list[int]) -> list[tuple[Headline, int]]:
    """Return the headlines that can head the sentences ``members``, each with its centrality: from the first of them, or true to a third of the others."""
    found = []
    for line in lines:
        if line.clause.sentence not in members or not 18 <= len(line.text) <= HEADING_CHARACTERS or not _heads(source, line):
            continue
        central = _centrality(source, scores, line.text, line.clause.sentence, members)
        if line.clause.sentence == members[0] or central >= 34:
            found.append((line, central))
    return found


def has_head(source: Source, scores: Scores, lines: tuple[Headline, ...], start: int, end: int) -> bool:
    """Return whether a clause can head the paragraphs ``start`` to ``end``."""
    members = _members(source, start, end)
    return bool(members) and bool(clause_heads(source, scores, lines, members))


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


def _heads(source: Source, line: Headline) -> bool:
    """Return whether a headline can head a section: an asserted clause that the next sentence does not go on to limit (« toutefois… »)."""
    if line.clause.commitment in ("asserted", "future") and line.clause.sentence + 1 < len(source.analysis.sentences):
        following = source.analysis.sentences[line.clause.sentence + 1]
        opening = following.span.of(source.text)[:60].lower()
        if following.paragraph == source.analysis.sentences[line.clause.sentence].paragraph and re.search(r"\b(?:mais|toutefois|cependant|néanmoins|pourtant|en revanche)\b", opening):
            return False
    return True


def _centrality(source: Source, scores: Scores, text: str, sentence: int, members: list[int]) -> int:
    """Return in percent how many of the section's other sentences share a content word with ``text``, the focus keyphrase's own words not counted."""
    own = set(stems(text)) - scores.key_stems
    others = [set(stems(source.analysis.sentences[i].span.of(source.text))) for i in members if i != sentence]
    return 100 if not others else 100 * sum(1 for other in others if own & other) // len(others)


def _voice(source: Source, members: list[int]) -> int | None:
    """Return who speaks in half or more of the section's sentences, at least two; None where nobody does."""
    counts: dict[int, set[int]] = {}
    for statement in source.analysis.statements:
        if statement.sentence in members and statement.speaker is not None:
            counts.setdefault(statement.speaker, set()).add(statement.sentence)
    best = max(counts, key=lambda speaker: (len(counts[speaker]), -speaker), default=None)
    return best if best is not None and len(counts[best]) >= 2 and 5 * len(counts[best]) >= 2 * len(members) else None
