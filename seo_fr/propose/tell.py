"""Tellings: clauses of the source, copied with the few edits that let them stand alone.

A telling is source text: its words, in its order, less what a certified pattern drops, with a name in place of a short one. Nothing else
gets on a page without a template.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from seo_fr.edits import apply_edits, in_order
from seo_fr.french.typography import typography_edits
from seo_fr.french.words import count_words
from seo_fr.model import Analysis, Clause, Edit, Entity, Sentence, Span, Token

FINAL_MARKS = ".!?…"
_CLOSERS = "»”\")]"


@dataclass(frozen=True, slots=True)
class Telling:
    """A clause or sentence made to stand alone. ``text`` begins with a capital; it ends with its final mark unless ``open_ended``."""

    span: Span
    edits: tuple[Edit, ...]
    text: str
    clauses: tuple[int, ...]
    sentence: int
    dropped: int = 0  # characters that compressions took away

    @property
    def words(self) -> int:
        """The number of words."""
        return count_words(self.text)


class Source:
    """An analysis with the look-ups that proposing needs, computed once."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.text = analysis.article.text

    @cached_property
    def clauses_of(self) -> dict[int, tuple[Clause, ...]]:
        """Clauses by sentence, in order."""
        found: dict[int, list[Clause]] = {}
        for clause in sorted(self.analysis.clauses, key=lambda clause: clause.span):
            found.setdefault(clause.sentence, []).append(clause)
        return {sentence: tuple(clauses) for sentence, clauses in found.items()}

    @cached_property
    def clause(self) -> dict[int, Clause]:
        """Clauses by id."""
        return {clause.id: clause for clause in self.analysis.clauses}

    @cached_property
    def section_of(self) -> dict[int, int]:
        """Section index by paragraph index."""
        return {p: i for i, section in enumerate(self.analysis.sections) for p in range(section.start, section.end)}

    def section_of_sentence(self, sentence: int) -> int | None:
        """Return the section a sentence stands in; None for the title."""
        return self.section_of.get(self.analysis.sentences[sentence].paragraph)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the source, as written: what the gate must not take for a misspelling."""
        return frozenset(token.span.of(self.text) for token in self.analysis.tokens)

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that lie inside ``span``."""
        return tuple(token for token in self.analysis.tokens[slice(*self._range(span))] if span.covers(token.span))

    def _range(self, span: Span) -> tuple[int, int]:
        from bisect import bisect_left

        starts = self._starts
        return bisect_left(starts, span.start), bisect_left(starts, span.end)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.span.start for token in self.analysis.tokens]

    def entity(self, entity_id: int | None) -> Entity | None:
        """Return the entity with this id, or None."""
        return self._entities.get(entity_id) if entity_id is not None else None

    @cached_property
    def _entities(self) -> dict[int, Entity]:
        return {entity.id: entity for entity in self.analysis.entities}

    def is_lede(self, sentence: int) -> bool:
        """Return whether the sentence stands in the first prose paragraph."""
        return self.analysis.sentences[sentence].paragraph == self.first_paragraph

    @cached_property
    def first_paragraph(self) -> int:
        """Index of the first paragraph that is prose."""
        return next((i for i, paragraph in enumerate(self.analysis.paragraphs) if paragraph.kind != "heading"), 0)


def in_quotes(source: Source, span: Span) -> bool:
    """Return whether ``span`` lies in somebody's quoted words."""
    return any(quote.span.overlaps(span) for quote in source.analysis.quotes)


def _connective_drop(source: Source, clause: Clause, word: str) -> Edit | None:
    """Return the edit that drops the connective ``word`` at the start of the clause, with its comma."""
    text, start = source.text, clause.span.start
    if not text[start : start + len(word)].replace("’", "'").lower() == word.replace("’", "'").lower():
        return None
    end = start + len(word)
    if text[end : end + 1].isalpha():
        return None
    while end < clause.span.end and text[end] in " ,\u00a0\u202f":
        end += 1
    return Edit("drop", "connecteur-initial", Span(start, end), "")


def _resolve(source: Source, clause: Clause, unit: Span, first: bool) -> list[Edit] | None:
    """Return the edits that lift the clause's obstacles, or None where one cannot be lifted."""
    edits: list[Edit] = []
    for obstacle in clause.obstacles:
        name, _, word = obstacle.partition(":")
        if name == "connective":
            if first:
                edit = _connective_drop(source, clause, word)
                if edit is None:
                    return None
                edits.append(edit)
        elif name == "short-name":
            edits += _full_names(source, clause, word)
        elif not first and name in ("pronoun", "possessive"):
            continue  # understood from the clause before, in the same sentence
        else:
            return None
    return edits


def _full_names(source: Source, clause: Clause, word: str) -> list[Edit]:
    """Return the edit that gives the first short mention of a person in the clause its full name."""
    for entity in source.analysis.entities:
        if entity.kind != "person":
            continue
        full = entity.name.of(source.text)
        for mention in entity.mentions:
            if mention.form != "short" or not clause.span.covers(mention.span) or mention.span.of(source.text) != word:
                continue
            if in_quotes(source, mention.span) or full == word:
                continue
            if any(other.form == "full" and clause.span.covers(other.span) for other in entity.mentions):
                return []
            return [Edit("reference", "nom-complet", mention.span, " ".join(full.split()))]
    return []


def finish(source: Source, span: Span, edits: list[Edit], *, final: bool = True) -> tuple[Span, tuple[Edit, ...], str] | None:
    """Return span, edits and text after typography, capital and final mark; None where the edits clash.

    ``final``: end with a full stop where the slice has no final mark.
    """
    text = source.text
    try:
        ordered = in_order(edits)
    except ValueError:
        return None
    kept = list(ordered)
    for edit in typography_edits(span.of(text), span.start):
        if not any(edit.span.overlaps(other.span) or edit.span == other.span for other in ordered):
            kept.append(edit)
    start = span.start
    for edit in ordered:
        if edit.span.start == start and not edit.after:
            start = edit.span.end
    first = text[start : start + 1]
    if first.islower() and not any(edit.span.start <= start < edit.span.end for edit in kept):
        kept.append(Edit("case", "majuscule-initiale", Span(start, start + 1), first.upper()))
    try:
        result = apply_edits(text, span, kept)
    except ValueError:
        return None
    stripped = result.rstrip()
    if final and stripped.rstrip(_CLOSERS + "\u00a0\u202f ")[-1:] not in FINAL_MARKS:
        kept.append(Edit("period", "point-final", Span(span.end, span.end), "."))
    elif final and stripped[-1:] in "»”\"" and not _ends_whole_quote(stripped):
        kept.append(Edit("period", "point-final", Span(span.end, span.end), "."))
    try:
        made = in_order(kept)
        return span, made, apply_edits(text, span, made)
    except ValueError:
        return None


def _ends_whole_quote(text: str) -> bool:
    return text.rstrip(_CLOSERS + "\u00a0\u202f ")[-1:] in FINAL_MARKS


def tellings(source: Source, clause: Clause) -> tuple[Telling, ...]:
    """Return the ways to tell one clause alone, whole form first, then shorter ones. Empty where it cannot stand alone."""
    sentence = source.analysis.sentences[clause.sentence]
    if sentence.doubtful or sentence.paragraph < 0 or source.analysis.paragraphs[sentence.paragraph].kind == "heading":
        return ()
    if clause.subject is None or not (clause.standalone or clause.obstacles):
        return ()
    edits = _resolve(source, clause, clause.span, True)
    if edits is None or _splits_quote(source, clause.span):
        return ()
    made: list[Telling] = []
    for drops in ((), *(compression.edits for compression in clause.shorter)):
        merged = list(drops) + [edit for edit in edits if not any(edit.span.overlaps(drop.span) for drop in drops)]
        done = finish(source, clause.span, merged)
        if done is not None:
            made.append(Telling(*done, (clause.id,), clause.sentence, sum(len(drop.span) for drop in drops)))
    return tuple(made)


def sentence_telling(source: Source, index: int) -> Telling | None:
    """Return the whole sentence told alone, or None where it cannot stand alone."""
    sentence = source.analysis.sentences[index]
    if sentence.doubtful or sentence.paragraph < 0 or source.analysis.paragraphs[sentence.paragraph].kind == "heading":
        return None
    clauses = source.clauses_of.get(index, ())
    if not clauses or clauses[0].subject is None:
        return None
    edits: list[Edit] = []
    for position, clause in enumerate(clauses):
        more = _resolve(source, clause, sentence.span, position == 0)
        if more is None:
            return None
        edits += more
    if _splits_quote(source, sentence.span):
        return None
    done = finish(source, _trimmed(source, sentence), edits)
    return Telling(*done, tuple(clause.id for clause in clauses), index) if done else None


def _trimmed(source: Source, sentence: Sentence) -> Span:
    start, end = sentence.span.start, sentence.span.end
    while end > start and source.text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _splits_quote(source: Source, span: Span) -> bool:
    """Return whether a quote lies partly inside and partly outside ``span``: it would be cut."""
    return any(quote.span.overlaps(span) and not span.covers(quote.span) for quote in source.analysis.quotes)
