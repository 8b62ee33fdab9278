"""Tellings: clauses of the source, copied with the few edits that let them stand alone.

A telling is source text: its words, in its order, less what a certified pattern drops, with a name in place of a short one. Nothing else
gets on a page without a template.
"""

from __future__ import annotations

import re
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
    strict: bool = True  # whether it can open a page: nobody in it is named by description alone

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
    def middle(self) -> int:
        """The offset half-way through the body."""
        paragraphs = self.analysis.paragraphs
        return (paragraphs[0].span.start + paragraphs[-1].span.end) // 2

    @cached_property
    def first_sentence(self) -> int:
        """Index of the body's first sentence."""
        return next((i for i, sentence in enumerate(self.analysis.sentences) if sentence.paragraph >= 0), 0)

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


#: Obstacles that are adverbs and asides which only tie the sentence to the one before: they fall.
_ASIDES = ("also", "aside")
_DROPPABLE = frozenset(
    {
    "également", "en effet", "en outre", "par ailleurs", "d'ailleurs", "quant à lui", "quant à elle", "quant à eux", "quant à elles", "de son côté", "de leur côté", "pour sa part",
    "pour leur part",
    }
)  # fmt: skip


def _plain(text: str) -> str:
    return text.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ").lower()


def _places(source: Source, span: Span, phrase: str) -> list[Span]:
    """Return where ``phrase`` stands as whole words in ``span``, outside quotes."""
    flat = _plain(span.of(source.text))
    found = []
    for match in re.finditer(rf"(?<![\w-]){re.escape(_plain(phrase))}(?![\w-])" if phrase[-1:].isalnum() else re.escape(_plain(phrase)), flat):
        place = Span(span.start + match.start(), span.start + match.end())
        if not in_quotes(source, place):
            found.append(place)
    return found


def _aside_drop(source: Source, unit: Span, place: Span) -> Edit:
    """Return the edit that drops an aside with the comma or space that goes with it."""
    text, start, end = source.text, place.start, place.end
    while end < unit.end and text[end] in " \u00a0\u202f":
        end += 1
    before = start
    while before > unit.start and text[before - 1] in " \u00a0\u202f":
        before -= 1
    if before > unit.start and text[before - 1] == "," and end < unit.end and text[end] == ",":
        return Edit("drop", "incise-de-liaison", Span(before - 1, end + 1), "")
    if end >= unit.end or text[end] in ".,;:!?)»":
        return Edit("drop", "incise-de-liaison", Span(before, place.end), "")
    return Edit("drop", "incise-de-liaison", Span(start, end), "")


def _resolve(source: Source, clause: Clause, unit: Span, first: bool, drops: tuple[Edit, ...] = (), loose: bool = False) -> list[Edit] | None:
    """Return the edits that lift the clause's obstacles, or None where one cannot be lifted.

    ``drops``: what a compression takes away, with the obstacles in it. ``loose``: « le suspect », « la victime » may stand, the page having told of whom.
    """
    edits: list[Edit] = []
    for obstacle in clause.obstacles:
        name, _, word = obstacle.partition(":")
        if name == "connective":
            if first:
                edit = _connective_drop(source, clause, word)
                if edit is None:
                    return None
                edits.append(edit)
            continue
        if name == "short-name":
            edits += _full_names(source, clause, word)
            continue
        places = _places(source, clause.span, word)
        left = [place for place in places if not any(drop.span.covers(place) for drop in drops)]
        if places and not left:
            continue
        if name in _ASIDES and _plain(word) in _DROPPABLE and left:
            edits += [_aside_drop(source, unit, place) for place in left]
        elif name == "pronoun" and first and clause.subject is not None:
            edit = _named_subject(source, clause)
            if edit is None:
                return None
            edits.append(edit)
        elif not first and name in ("pronoun", "possessive", "clitic", "definite", "shared-subject"):
            continue  # understood from the clause before, in the same sentence
        elif name == "definite" and loose and not re.search(r"\b(deux|trois|quatre|cinq)\b", word.lower()):
            continue
        else:
            return None
    return edits


def _named_subject(source: Source, clause: Clause) -> Edit | None:
    """Return the edit that names who « il » or « elle » is: the person who spoke in the sentence before, where no one else can be meant.

    Only before a verb of saying (a thing does not say), only where the sentence before has that person as subject and no other person of that gender.
    """
    assert clause.subject is not None
    word = clause.subject.of(source.text).lower()
    gender = {"il": "m", "elle": "f"}.get(word)
    if gender is None or not any(s.cue.overlaps(clause.verb) for s in source.analysis.statements if s.id in clause.statements):
        return None
    here = source.analysis.sentences[clause.sentence]
    if clause.sentence == 0 or source.analysis.sentences[clause.sentence - 1].paragraph != here.paragraph:
        return None
    before = source.clauses_of.get(clause.sentence - 1, ())
    if not before or before[0].subject is None:
        return None
    subjects = {part.subject_entity for part in before if part.subject is not None}
    entity = source.entity(before[0].subject_entity)
    if len(subjects) != 1 or entity is None or entity.kind != "person" or entity.gender != gender or entity.number != "s":
        return None
    others = [
        other
        for other in source.analysis.entities
        if other.kind == "person" and other.id != entity.id and other.gender in (gender, "") and any(mention.sentence == clause.sentence - 1 for mention in other.mentions)
    ]
    if others:
        return None
    return Edit("reference", "nom-du-locuteur", clause.subject, " ".join(entity.name.of(source.text).split()))


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
            if _after_common_noun(source, mention.span):
                continue
            if any(other.form == "full" and clause.span.covers(other.span) for other in entity.mentions):
                return []
            return [Edit("reference", "nom-complet", mention.span, " ".join(full.split()))]
    return []


def _after_common_noun(source: Source, span: Span) -> bool:
    """Return whether the name completes a noun (« l’administration Biden ») and so must stay as it is."""
    before = source.tokens_in(Span(max(0, span.start - 40), span.start)) if span.start else ()
    return bool(before) and before[-1].pos == "NOUN" and before[-1].span.end + 1 >= span.start and before[-1].lemma.lower() not in _TITLES


_TITLES = frozenset("président présidente ministre maire député députée sénateur sénatrice roi reine prince princesse pape général colonel capitaine docteur professeur juge procureur procureure".split())


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
    if clause.subject is None or _splits_quote(source, clause.span):
        return ()
    made: list[Telling] = []
    for drops in ((), *(compression.edits for compression in clause.shorter)):
        strict = True
        edits = _resolve(source, clause, clause.span, True, drops)
        if edits is None:
            edits, strict = _resolve(source, clause, clause.span, True, drops, True), False
        if edits is None:
            continue
        merged = list(drops) + [edit for edit in edits if not any(edit.span.overlaps(drop.span) for drop in drops)]
        done = finish(source, clause.span, merged)
        if done is not None:
            made.append(Telling(*done, (clause.id,), clause.sentence, sum(len(drop.span) for drop in drops), strict))
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
    strict = True
    for position, clause in enumerate(clauses):
        more = _resolve(source, clause, sentence.span, position == 0)
        if more is None:
            more, strict = _resolve(source, clause, sentence.span, position == 0, (), True), False
        if more is None:
            return None
        edits += more
    if _splits_quote(source, sentence.span):
        return None
    done = finish(source, _trimmed(source, sentence), edits)
    return Telling(*done, tuple(clause.id for clause in clauses), index, 0, strict) if done else None


def _trimmed(source: Source, sentence: Sentence) -> Span:
    start, end = sentence.span.start, sentence.span.end
    while end > start and source.text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _splits_quote(source: Source, span: Span) -> bool:
    """Return whether a quote lies partly inside and partly outside ``span``: it would be cut."""
    return any(quote.span.overlaps(span) and not span.covers(quote.span) for quote in source.analysis.quotes)
