"""Candidates for « who says what »: a named speaker, and words or a statement that are certainly theirs."""

from __future__ import annotations

from seo_fr.model import Copied, Edit, Entity, Quote, Slot, Span
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.frames import entity_grammar, fill, span_slot
from seo_fr.propose.score import Scores
from seo_fr.propose.shared import begins_with_subject, statements_of
from seo_fr.propose.tell import Source, Telling
from seo_fr.rulebook import Rulebook


def quote_bullets(source: Source, book: Rulebook, scores: Scores, key: str) -> list[Candidate]:
    """Return candidate bullets of « who says what »: a named speaker, and words or a statement that are certainly theirs."""
    made: list[Candidate] = []
    for quote in source.analysis.quotes:
        made += _quote_bullets(source, book, quote, scores, key)
    return made


def _function_slot(source: Source, entity: Entity) -> Slot | None:
    """Return what the source calls an entity, as an apposition without its article; None where it is not a plain one."""
    for span in entity.functions:
        words = span.of(source.text)
        if len(words) > 110 or entity.name.overlaps(span) or any(mark in words for mark in ",;:«»()\"") or words.lower().startswith(("ancien ", "ex-")):
            continue
        edits: tuple[Edit, ...] = ()
        for article in ("le ", "la ", "l’", "l'", "Le ", "La ", "L’", "L'"):
            if words.startswith(article):
                edits = (Edit("drop", "apposition-sans-article", Span(span.start, span.start + len(article)), ""),)
        bare = words[len(edits[0].span) :] if edits else words
        if bare[:1].isupper() or bare.lower().startswith(("un ", "une ", "des ", "son ", "sa ", "leur ", "ce ", "cette ", "notre ")):
            continue
        if not edits and not bare[:1].islower():
            continue
        return span_slot(source, "fonction", span, edits, entity=entity.id)
    return None


def _quote_bullets(source: Source, book: Rulebook, quote: Quote, scores: Scores, key: str) -> list[Candidate]:
    entity = source.entity(quote.speaker)
    if entity is None or not quote.whole or not quote.balanced or len(quote.content) != 1 or entity.kind not in ("person", "organisation"):
        return []
    if any(source.analysis.sentences[s].paragraph < 0 for s in quote.sentences):
        return []
    content = quote.content[0]
    words = content.of(source.text)
    if len(words) < 30 or len(words) > 420 or "«" in words or "»" in words:
        return []
    name = span_slot(source, "etiquette", entity.name, grammar=entity_grammar(entity), entity=entity.id)
    edits = _citation_edits(source, content)
    if edits is None:
        return []
    citation = span_slot(source, "citation", content, edits)
    fonction = _function_slot(source, entity)
    slots = (name, citation) if fonction is None else (name, fonction, citation)
    frame = "citation-fonction" if fonction is not None else "citation"
    facts = tuple(clause.id for sentence in quote.sentences for clause in source.clauses_of.get(sentence, ()) if clause.span.overlaps(quote.span))
    made = []
    for filled in fill(book, "who", frame, slots, key, _class_of(source, quote)):
        item = passage("who", "bullet", filled.text, filled.origin, facts)
        made.append(
            Candidate(
                "who", (item,), facts, (scores.text(words), filled.priority, filled.weight), quote.span.start, source.section_of_sentence(quote.sentences[0]), ("quote",), entity.id
            )
        )
    return made


def _class_of(source: Source, quote: Quote) -> str:
    """Return the class of the statement that gives the quote («say», «ask»…), «» if none does."""
    return next((statement.cls for statement in source.analysis.statements if statement.quote == quote.id and statement.speaker == quote.speaker), "")


def _citation_edits(source: Source, content: Span) -> tuple[Edit, ...] | None:
    """Return the edits that make a quote a sentence after a colon: a capital is kept or not as the source has it; its final comma goes."""
    text = content.of(source.text)
    stripped = text.rstrip(" \u00a0\u202f")
    if stripped.endswith(","):
        return (Edit("period", "citation-sans-virgule", Span(content.start + len(stripped) - 1, content.end), ""),)
    if stripped != text:
        return (Edit("typography", "espace-finale", Span(content.start + len(stripped), content.end), ""),)
    return ()


def statement_bullets(source: Source, book: Rulebook, told: tuple[Telling, ...], scores: Scores) -> list[Candidate]:
    """Return the tellings whose subject is a named speaker: « X a déclaré que… », as bullets of « who says what »."""
    made = []
    for telling in told:
        clause = source.clause[telling.clauses[0]]
        if telling.sentences == 1 and len(telling.clauses) != 1 or telling.words > 60 or clause.subject_entity is None or not clause.statements or not begins_with_subject(source, telling):
            continue
        if not any(statement.speaker == clause.subject_entity for statement in statements_of(source, [clause])):
            continue
        item = passage("who", "bullet", telling.text, Copied(telling.span, telling.edits), telling.clauses)
        merit = (max(scores.telling(telling), 0) + 10 * (telling.sentences - 1), 1, -telling.words)
        section = source.section_of_sentence(telling.sentence)
        made.append(Candidate("who", (item,), telling.clauses, merit, telling.span.start, section, ("statement",), clause.subject_entity))
    return made
