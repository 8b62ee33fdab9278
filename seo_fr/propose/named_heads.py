"""Whom or what a section is about, by name, where no clause and no event heads it: « Crise de la presse : La Voix des Landes et Le Petit Nolayen »."""

from __future__ import annotations

import re
from dataclasses import replace

from seo_fr.model import Entity, Slot, Span
from seo_fr.propose.by_function import identified
from seo_fr.propose.fits import Part
from seo_fr.propose.frames import entity_grammar, span_slot
from seo_fr.propose.score import Scores, stems
from seo_fr.propose.tell import Source, in_quotes

#: In percent of the sentences that name it: how many must stand in the section, for the section to be about it rather than the article.
OWN = 50
#: Words before a name that make it a mere source of what is told, and what nobody is named for in a heading.
_HEARD_FROM = re.compile(r"(?i)(?:\b(?:selon|par|d['’]après|quotidien|journal|magazine|hebdomadaire|agence|chaîne|radio|site|réseau social|sur|via)\s|['’])(?:l[ea] |les |l['’])?$")
_CHARGED = re.compile(r"(?i)(?<!\w)(?:soupçonn|suspect|accus[ée]|mise? en examen|garde à vue|condamn|écrou|prévenue?s?(?!\w)|inculp|poursuivie?|incarcér|interpell|arrêté|meurtr|tu[ée]|victime|blessé|mort|viol)")
_CONTRACTED = re.compile(r"(?i)(?<!\w)(?:du|des|aux?)\s$")
_LEADS = frozenset(["DET", "NOUN", "ADJ", "ADP", "PROPN"])


def named_subjects(source: Source, scores: Scores, part: Part) -> list[tuple[int, Slot]]:
    """Return whom or what two or more of the section's sentences name and hardly any other does, each with what it is worth, best first: bodies, people with what they are; no place, which says where and not what; nobody who is charged or hurt."""
    title = source.analysis.article.title
    known = scores.key_stems | (frozenset(stems(title.of(source.text))) if title is not None else frozenset())
    found: list[tuple[int, int, Slot]] = []
    for entity in source.analysis.entities:
        sentences = {mention.sentence for mention in entity.mentions}
        here = sentences & set(part.before)
        if entity.kind not in ("person", "organisation") or len(here) < 2 or 100 * len(here) < OWN * len(sentences) or set(stems(entity.name.of(source.text))) & known:
            continue
        if entity.name.of(source.text).lower() in scores.keyphrase.text.lower():  # « TVE » under « RTVE »
            continue
        if not any(part.opens(sentence) for sentence in here) and 2 * len(here) < len(part.members):
            continue
        if entity.kind == "person" and any(_CHARGED.search(source.analysis.sentences[sentence].span.of(source.text)) for sentence in sentences):
            continue
        slot = _slot(source, entity, part)
        if slot is not None and not any(other.text.lower().endswith(slot.text.lower()) or slot.text.lower().endswith(other.text.lower()) for _, _, other in found):
            found.append((3 * len(here) + sum(2 for sentence in here if part.opens(sentence)), -slot.source[0].start, slot))
    return [(worth, slot) for worth, _, slot in sorted(found, key=lambda item: (-item[0], -item[1]))]


def _slot(source: Source, entity: Entity, part: Part) -> Slot | None:
    """Return the name as the section first gives it, with its article where it has one, a person with what she is; None where none stands free of the words around it."""
    for mention in entity.mentions:
        words = mention.span.of(source.text)
        if mention.form == "pronoun" or mention.sentence not in part.before or in_quotes(source, mention.span) or not words[:1].isupper():
            continue
        span = _with_article(source, mention.span) if entity.kind != "person" else _with_calling(source, mention.span)
        if span is None or len(span) > 44 or re.search(r"[,;:«»()\n\d]", span.of(source.text)):
            continue
        before = source.text[max(0, span.start - 24) : span.start]
        if _HEARD_FROM.search(before) and entity.kind != "person":
            return None
        slot = span_slot(source, "sujet", span, (), entity_grammar(entity), entity.id)
        if identified(source, slot.text):
            return slot
    return None


def _with_article(source: Source, name: Span) -> Span | None:
    """Return the name with the article before it; the bare name where none can stand there; None behind « du » or « au », which hold one."""
    before = source.text[max(0, name.start - 6) : name.start]
    if _CONTRACTED.search(before):
        return None
    match = re.search(r"(?<!\w)(?:la |le |les |l['’])$", before)
    if match is not None:
        return Span(name.start - len(match.group()), name.end)
    return name


def _with_calling(source: Source, name: Span) -> Span | None:
    """Return the name with what the person is right before it, article first: « la présidente du club Anne Morel »; None where nothing says it."""
    tokens = source.tokens_in(Span(max(0, name.start - 60), name.start))
    start = None
    for token in reversed(tokens):
        words = token.span.of(source.text)
        if token.pos not in _LEADS and words.lower() not in ("du", "des"):
            break
        if words.lower() in ("le", "la", "l’", "l'", "un", "une"):
            previous = source.text[max(0, token.span.start - 3) : token.span.start].lower()
            if previous.endswith(("de ", "à ")):
                continue
            start = token.span.start
            break
    return Span(start, name.end) if start is not None else None


def pair_of(source: Source, named: list[tuple[int, Slot]]) -> tuple[int, tuple[Slot, Slot]] | None:
    """Return the best two of ``named`` that are of one kind, two bodies or two people, for « X et Y »; None where there are none."""
    kinds = [entity.kind if (entity := source.entity(slot.entity)) is not None else "" for _, slot in named]
    for i, (worth, one) in enumerate(named):
        for j in range(i + 1, len(named)):
            if kinds[i] == kinds[j] != "":
                return worth + named[j][0], (one, replace(named[j][1], name="autre"))
    return None


__all__ = ["named_subjects", "pair_of"]
