"""An analysis with the look-ups that proposing needs, and what it tells: a telling is source text, copied with few edits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from seo_fr.edits import apply_edits, in_order
from seo_fr.french.typography import typography_edits
from seo_fr.french.words import count_words, low
from seo_fr.model import Analysis, Clause, Edit, Entity, Reference, Span, Token
from seo_fr.propose.fillers import filler_edits
from seo_fr.propose.marks import mark_edits

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
    strict: bool = True  # whether it can open a page: nobody in it is named by description alone
    sentences: int = 1

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

    def is_date(self, span: Span) -> bool:
        """Return whether the span is a day and nothing more: « Vendredi, », « Mardi 12 mars, »: what may go from a claim without changing it."""
        return bool(_DAY.fullmatch(plain(span.of(self.text)).strip(" ,")))

    def is_date_text(self, words: str) -> bool:
        """The same, of words already plain."""
        return bool(_DAY.fullmatch(words))

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that lie inside ``span``."""
        return tuple(token for token in self.analysis.tokens[slice(*self._range(span))] if span.covers(token.span))

    def _range(self, span: Span) -> tuple[int, int]:
        from bisect import bisect_left

        starts = self._starts
        return bisect_left(starts, span.start), bisect_left(starts, span.end)

    @cached_property
    def reference_at(self) -> dict[int, Reference]:
        """What is certainly meant by a pronoun or phrase, by where it begins."""
        return {reference.span.start: reference for reference in self.analysis.references}

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
    def bare_title(self) -> Span | None:
        """The source's title without its final stop."""
        title = self.analysis.article.title
        if title is None:
            return None
        end = title.end
        while end > title.start and self.text[end - 1] in ". \u00a0":
            end -= 1
        return Span(title.start, end)

    @cached_property
    def middle(self) -> int:
        """The offset half-way through the body."""
        paragraphs = self.analysis.paragraphs
        return (paragraphs[0].span.start + paragraphs[-1].span.end) // 2

    @cached_property
    def first_sentence(self) -> int:
        """Index of the body's first sentence."""
        return next((i for i, sentence in enumerate(self.analysis.sentences) if sentence.paragraph >= self.first_paragraph), 0)

    def is_matter(self, sentence: int) -> bool:
        """Return whether a sentence may be told: not a caption before the dateline, not a notice about the article itself."""
        found = self.analysis.sentences[sentence]
        return found.paragraph < 0 or found.paragraph >= self.first_paragraph and not _NOTICE.search(found.span.of(self.text))

    @cached_property
    def first_paragraph(self) -> int:
        """Index of the first paragraph that is prose: the one with the dateline, if there is one near the top (captions may stand before it)."""
        dateline = self.analysis.article.dateline
        for i, paragraph in enumerate(self.analysis.paragraphs[:4]):
            if dateline is not None and paragraph.span.covers(dateline) or _DATED.match(paragraph.span.of(self.text)):
                return i
        prose = [i for i, paragraph in enumerate(self.analysis.paragraphs) if paragraph.kind != "heading"]
        return next((i for i in prose[:3] if not _SERVICE.match(self.analysis.paragraphs[i].span.of(self.text))), prose[0] if prose else 0)


_DAY = re.compile(
    r"(?:ce |le )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd'hui)(?: dernier| matin| soir| après-midi| midi)?(?: \d{1,2}(?:er)? [a-zûé]+(?: \d{4})?)?"
    r"|le \d{1,2}(?:er)? [a-zûé]+(?: \d{4})?|ce (?:matin|soir|midi)|(?:mais|et|puis)"
)
_NOTICE = re.compile(r"\b(?:cet article|cette page|notre article|lire aussi|voir aussi|crédit photo|mentions légales|notez que wiki|wikinews|abonnez-vous|newsletter)\b", re.IGNORECASE)
#: A first paragraph that speaks of the article, not of the news.
_SERVICE = re.compile(r"(?:cet article|cette page|le présent article) (?:est (?:archivé|une ébauche|en cours|protégé|réservé)|a été (?:archivé|mis à jour|modifié|corrigé|publié)|n['’]est plus)", re.IGNORECASE)
_DATED = re.compile(r"(?:\d{1,2}(?:er)? \w+ \d{4}|[A-ZÉÈÀ][\w' -]{2,40}, (?:le )?\d{1,2}(?:er)? \w+(?: \d{4})?)\W{1,4}[–—-]")


#: How the words of a source are compared: in lower case, with ordinary apostrophes and spaces.
plain = low


def in_quotes(source: Source, span: Span) -> bool:
    """Return whether ``span`` lies in somebody's quoted words."""
    return any(quote.span.overlaps(span) for quote in source.analysis.quotes)


def finish(source: Source, span: Span, edits: list[Edit], *, final: bool = True) -> tuple[Span, tuple[Edit, ...], str] | None:
    """Return span, edits and text after typography, capital and final mark; None where the edits clash.

    ``final``: end with a full stop where the slice has no final mark.
    """
    text = source.text
    try:
        ordered = in_order(edits)
    except ValueError:
        return None
    kept = [*ordered, *filler_edits(source.analysis, span, list(ordered))]
    ordered = in_order(kept)
    marks = mark_edits(source.analysis, span, kept) if final else []
    if marks is None:
        return None
    kept += [edit for edit in marks if not any(edit.span.overlaps(other.span) or edit.span == other.span for other in ordered)]
    for edit in typography_edits(span.of(text), span.start):
        if not any(edit.span.overlaps(other.span) or edit.span == other.span for other in kept):
            kept.append(edit)
    start = span.start
    for edit in ordered:
        if edit.span.start == start and not edit.after:
            start = edit.span.end
    for at, edit in enumerate(kept):
        if edit.kind == "reference" and edit.span.start == start and edit.after[:1].islower():
            kept[at] = Edit(edit.kind, edit.rule, edit.span, edit.after[0].upper() + edit.after[1:])
    first = text[start : start + 1]
    if first.islower() and not any(edit.span.start <= start < edit.span.end for edit in kept):
        kept.append(Edit("case", "majuscule-initiale", Span(start, start + 1), first.upper()))
    try:
        result = apply_edits(text, span, kept)
    except ValueError:
        return None
    stripped = result.rstrip()
    if final and stripped.endswith(":"):
        return None
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
