"""The name of somebody whom a speech calls by role alone: « a insisté la magistrate » is told as « a insisté la magistrate Anne Kerbrat », where analysis knows whose the words are."""

from __future__ import annotations

import re

from seo_fr.model import Edit, Entity, Span
from seo_fr.propose.source import Source, in_quotes

_ROLE = re.compile(r"(?:l[ea] |l['’])[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*", re.IGNORECASE)
_REACH = 3  # sentences: as far as the fidelity check looks


def named_voices(source: Source, unit: Span, made: list[Edit]) -> list[Edit]:
    """Return the edits that name who speaks in ``unit``, called there by a noun without complement; none where the voice is not certain or is named there before."""
    found: list[Edit] = []
    voices = [(quote.speaker_span, quote.speaker) for quote in source.analysis.quotes if unit.covers(quote.span)]
    voices += [(statement.speaker_span, statement.speaker) for statement in source.analysis.statements if unit.covers(statement.cue)]
    for span, speaker in voices:
        person = source.entity(speaker)
        if span is None or person is None or person.kind != "person" or not unit.covers(span) or in_quotes(source, span):
            continue
        name = " ".join(person.name.of(source.text).split())
        if " " not in name or _ROLE.fullmatch(span.of(source.text)) is None or not _bare(source, span) or not _fits(source, span, person):
            continue
        if any(edit.span.overlaps(span) or edit.span.start == span.end or edit.after.endswith(name) for edit in (*made, *found)):
            continue
        sentence = next((number for number, one in enumerate(source.analysis.sentences) if one.span.overlaps(span)), 0)
        near = Span(source.analysis.sentences[max(0, sentence - _REACH)].span.start, span.start)
        if any(unit.start <= mention.span.start < span.start for mention in person.mentions if mention.form == "full") or not any(near.covers(mention.span) for mention in person.mentions):
            continue
        found.append(Edit("reference", "fonction-et-nom", Span(span.end, span.end), f" {name}"))
    return found


def _bare(source: Source, span: Span) -> bool:
    """Whether nothing that completes the noun follows: no adjective, no « de … », no name."""
    after = source.tokens_in(Span(span.end, min(len(source.text), span.end + 24)))
    if not after or after[0].span.start > span.end + 1 or source.text[span.end : span.end + 1] in ",.;:»)":
        return True
    word = after[0].span.of(source.text).lower().replace("’", "'")
    return after[0].pos in ("VERB", "AUX", "ADP", "PRON", "ADV", "PUNCT", "CCONJ", "SCONJ") and word not in ("de", "d'", "du", "des", "en", "et")


def _fits(source: Source, span: Span, person: Entity) -> bool:
    """Whether the noun agrees with the person, as far as can be told."""
    words = span.of(source.text).lower()
    if words.startswith(("le ", "la ")):
        return person.gender == ("m" if words.startswith("le ") else "f")
    gender = next((token.feature("Gender") for token in source.tokens_in(span) if token.pos in ("NOUN", "ADJ", "VERB")), "")
    if not gender and re.search(r"(?:é|i|u|ant|ent)e$", words):
        gender = "Fem"
    return bool(gender) and person.gender in ({"Masc": "m", "Fem": "f"}.get(gender, ""), "")
