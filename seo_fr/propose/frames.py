"""Frames: facts as slots, ready for templates. One frame is one statement or clause; nothing joins two without a rule that says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from seo_fr.edits import apply_edits
from seo_fr.french.typography import typeset, typography_edits
from seo_fr.model import Edit, Entity, Grammar, Keyphrase, Slot, Span, Statement, Templated
from seo_fr.propose.candidate import rendezvous
from seo_fr.propose.tell import Source, Telling
from seo_fr.rulebook import Rulebook, Template
from seo_fr.rulebook.render import Uncertain, render


@dataclass(frozen=True, slots=True)
class Filled:
    """A template filled with slots."""

    text: str
    origin: Templated
    priority: int
    weight: int


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of one template with one set of slots: its ``text``, or in French why there is none. ``kind`` is that of the facts."""

    template: str
    slots: tuple[Slot, ...]
    kind: str
    text: str = ""
    why: str = ""


_watch: ContextVar[Callable[[Attempt], None] | None] = ContextVar("watch", default=None)


@contextmanager
def watching(watch: Callable[[Attempt], None]) -> Iterator[None]:
    """Tell ``watch`` meanwhile of every attempt to fill a template, in this thread."""
    token = _watch.set(watch)
    try:
        yield
    finally:
        _watch.reset(token)


def fill(book: Rulebook, role: str, frame: str, slots: tuple[Slot, ...], article_key: str, kind: str = "") -> tuple[Filled, ...]:
    """Return what each template of ``role`` for ``frame`` says with ``slots``, best first. Templates whose forms are uncertain are left out."""
    made = []
    watch = _watch.get()
    for template in book.for_role(role):
        if template.frame != frame:
            continue
        if template.kinds and kind not in template.kinds:
            if watch is not None:
                watch(Attempt(template.id, slots, kind, why=f"autre genre : ces faits sont « {kind or 'sans genre'} », le gabarit ne sert que pour {', '.join(template.kinds)}"))
            continue
        used = slots_of(template, slots)
        if used is None:
            if watch is not None:
                given = {slot.name for slot in slots}
                watch(Attempt(template.id, slots, kind, why=f"emplacement manquant : {', '.join(name for name in template.needs if name not in given)}"))
            continue
        try:
            text = render(template, used)
        except Uncertain as error:
            if watch is not None:
                watch(Attempt(template.id, used, kind, why=f"forme incertaine : genre, nombre ou forme de « {error} »"))
            continue
        if watch is not None:
            watch(Attempt(template.id, used, kind, typeset(text)))
        specific = 1 if template.kinds else 0
        made.append(Filled(typeset(text), Templated(template.id, used), template.priority + specific, rendezvous(article_key, role, template.id)))
    return tuple(sorted(made, key=lambda filled: (-filled.priority, -filled.weight, filled.origin.template)))


def slots_of(template: Template, slots: tuple[Slot, ...]) -> tuple[Slot, ...] | None:
    """Return the slots that ``template`` needs, in its order, or None where one is missing."""
    known = {slot.name: slot for slot in slots}
    if any(name not in known for name in template.needs):
        return None
    return tuple(known[name] for name in template.needs)


def telling_slot(name: str, telling: Telling, grammar: Grammar = Grammar()) -> Slot:
    """Return a telling as a slot."""
    return Slot(name, telling.text, (telling.span,), grammar, telling.edits)


def span_slot(source: Source, name: str, span: Span, edits: tuple[Edit, ...] = (), grammar: Grammar = Grammar(), entity: int | None = None, statement: int | None = None) -> Slot:
    """Return a slice of the source as a slot, typeset."""
    more = [edit for edit in typography_edits(span.of(source.text), span.start) if not any(edit.span.overlaps(other.span) or edit.span == other.span for other in edits)]
    every = tuple(sorted((*edits, *more), key=lambda edit: edit.span))
    return Slot(name, apply_edits(source.text, span, every), (span,), grammar, every, entity=entity, statement=statement)


def keyphrase_slot(source: Source, name: str, keyphrase: Keyphrase) -> Slot:
    """Return the keyphrase as a slot: a slice of the source, its letters' case as a person would type it; or what the user gave."""
    for span in keyphrase.spans:
        slice_ = span.of(source.text)
        if slice_ == keyphrase.text:
            return Slot(name, typeset(keyphrase.text), (span,), edits=tuple(typography_edits(slice_, span.start)))
        if len(slice_) == len(keyphrase.text) and typeset(slice_).lower() == typeset(keyphrase.text).lower():
            edits = tuple(
                Edit("case", "cle-comme-on-la-tape", Span(span.start + i, span.start + i + 1), typed)
                for i, (found, typed) in enumerate(zip(slice_, keyphrase.text, strict=True))
                if found != typed
            )
            text = apply_edits(source.text, span, edits)
            return Slot(name, text, (span,), edits=edits)
    slices = tuple(span.of(source.text) for span in keyphrase.spans)
    if len(slices) == 2 and " ".join(slices) == keyphrase.text:  # a noun and the place of the news
        edits = tuple(edit for span in keyphrase.spans for edit in typography_edits(span.of(source.text), span.start))
        return Slot(name, typeset(keyphrase.text), keyphrase.spans, edits=edits)
    return Slot(name, typeset(keyphrase.text), reference="keyphrase" if not keyphrase.spans else "keyphrase:variant", source=())


def entity_grammar(entity: Entity) -> Grammar:
    """Return the grammar of an entity's name."""
    return Grammar(entity.gender, entity.number)


def speaker_slot(source: Source, name: str, statement: Statement) -> Slot | None:
    """Return who speaks, by the full name for a person, as the source names it there for others; None where it is not named."""
    entity = source.entity(statement.speaker)
    if entity is None or statement.speaker_span is None:
        return None
    if entity.kind == "person":
        return span_slot(source, name, entity.name, grammar=entity_grammar(entity), entity=entity.id, statement=statement.id)
    span = statement.speaker_span
    words = span.of(source.text)
    if len(words) > 60 or "," in words or not any(mention.form != "pronoun" and span.covers(mention.span) for mention in entity.mentions):
        return None
    first = words.split(" ")[0].split("’")[0].split("'")[0].lower()
    if first not in ("le", "la", "les", "l") and any(mention.span.start == span.start for mention in entity.mentions) and entity.article:
        return None
    edits = _lower_article(source, span)
    return span_slot(source, name, span, edits, entity_grammar(entity), entity.id, statement.id)


def _lower_article(source: Source, span: Span) -> tuple[Edit, ...]:
    words = span.of(source.text)
    for article in ("Le ", "La ", "Les ", "L’", "L'", "Un ", "Une ", "Des "):
        if words.startswith(article):
            return (Edit("case", "article-minuscule", Span(span.start, span.start + 1), words[0].lower()),)
    return ()
