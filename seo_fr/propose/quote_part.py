"""One sentence of a quotation of several, told with the words that say whose it is: « “P. Q. R”, a déclaré X » → « “Q”, a déclaré X ».

The words between the marks stay whole sentences, and each stands alone in its speaker's mouth: nothing in it leans on what he had said before, nothing that he says next takes it back.
"""

from __future__ import annotations

import re
from dataclasses import replace

from seo_fr.french.words import count_words
from seo_fr.model import Edit, Quote, Span
from seo_fr.propose.alone import stands
from seo_fr.propose.heard import says_something
from seo_fr.propose.quoted import explained, near, says_who, told_of
from seo_fr.propose.resolve import resolve
from seo_fr.propose.source import Source, Telling, finish, plain
from seo_fr.propose.standing_words import known
from seo_fr.propose.voiced import named_voices

#: The rule of these cuts; the second reader knows it by this name.
PART = "phrase-de-citation"
_MARKS = ".!?…"
_SPACES = " \n\t\u00a0\u202f\u2009"
_SHORTEST, _LONGEST = 7, 45
_COLON, _TAIL, _THAT = "colon", "tail", "that"
#: « que », « selon X, », « pour X, » just before the quotation.
_GOVERNED = re.compile(r"(?:\bque|\bqu['’]|^(?:(?:en effet|à l['’]inverse|de son côté|par ailleurs|toutefois|également|cependant), )?(?:selon|d['’]après|pour) (?!ce qu)[^:;«»]{3,120},)$", re.IGNORECASE)
#: « Ne regardez plus… », « nous ne la reprendrons pas »: to whom, what?
_TOLD_WHOM = re.compile(r"(?:ne |n')?(?!chez\b|assez\b)\w+ez\b|.*\b(?:nous|je|on|ne) (?:la|le|les) \w+(?:ons|ai|as?|ez|ont)\b")
#: Anything in the clause but the speaker's « je », « nous », and what an earlier part of the same sentence explains.
_OWN = frozenset(["speaker", "inner", "shared-subject", "contrast-after"])


def quote_parts(source: Source) -> tuple[Telling, ...]:
    """Return the sentences of quotations that can be told alone with their speaker, in source order."""
    made: list[Telling] = []
    for quote in source.analysis.quotes:
        if len(quote.sentences) > 1 and quote.whole and quote.balanced and len(quote.content) == 1 and quote.speaker_span is not None:
            made += _parts(source, quote)
    return tuple(made)


def _parts(source: Source, quote: Quote) -> list[Telling]:
    sentences, text = source.analysis.sentences, source.text
    first, last = quote.sentences[0], quote.sentences[-1]
    if last - first != len(quote.sentences) - 1 or not all(sentences[index].paragraph == sentences[first].paragraph >= 0 and source.is_matter(index) for index in quote.sentences):
        return []
    unit = _trimmed(text, Span(sentences[first].span.start, sentences[last].span.end))
    if not unit.covers(quote.span) or any(other.span.overlaps(unit) and not quote.span.covers(other.span) for other in source.analysis.quotes):
        return []
    frame = _frame(text, unit, quote)
    pieces = [_trimmed(text, Span(max(sentences[index].span.start, quote.content[0].start), min(sentences[index].span.end, quote.content[0].end))) for index in quote.sentences]
    if frame is None or not all(len(piece) for piece in pieces):
        return []
    made: list[Telling] = []
    for at, piece in enumerate(pieces):
        if not _whole(text, piece, at, len(pieces), frame) or at + 1 < len(pieces) and known()["takes-back"].match(plain(pieces[at + 1].of(text))) or not _alone(source, quote.sentences[at], piece):
            continue
        for loose in (False, True):
            telling = _telling(source, quote, unit, frame, pieces, at, loose)
            if telling is not None:
                made.append(telling)
                break
    return made


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while end > start and text[end - 1] in _SPACES:
        end -= 1
    while start < end and text[start] in _SPACES:
        start += 1
    return Span(start, end)


def _frame(text: str, unit: Span, quote: Quote) -> str | None:
    """How the quotation hangs on who speaks: behind a colon, before « , a déclaré X », behind « que » or « selon X, »; None for any other way."""
    head, tail = text[unit.start : quote.span.start].strip(_SPACES), text[quote.span.end : unit.end].strip(_SPACES + ".")
    voice = quote.speaker_span
    assert voice is not None
    if head and tail or not (head or tail) or re.search(r"[:;«»()]", (head.removesuffix(":") or tail)):
        return None
    if tail:
        return _TAIL if voice.start >= quote.span.end and text[quote.span.end : voice.end].lstrip(_SPACES)[:1] in ",abcdefghijklmnopqrstuvwxyz" else None
    if voice.end > quote.span.start:
        return None
    return _COLON if head.endswith(":") else _THAT if _GOVERNED.search(head) is not None else None


def _whole(text: str, piece: Span, at: int, count: int, frame: str) -> bool:
    """Whether the piece is a sentence from its first word to its mark, of a length to be told."""
    words = piece.of(text)
    if not _SHORTEST <= count_words(words) <= _LONGEST or re.search(r"\[\W*\]|\(\W*\)|[«»“”\"]", words):
        return False
    if at + 1 < count and words[-1] not in ".!…" or words[-1] in "?:;," or words.endswith(("...", "…")):
        return False
    return words[0].isupper() or at == 0 and frame == _THAT


def _alone(source: Source, index: int, piece: Span) -> bool:
    """Whether nothing in the piece takes up what the speaker said before, or needs his hearer."""
    words = piece.of(source.text)
    flat = plain(words)
    lists = known()
    if lists["quote-opening"].match(flat) or lists["quote-leans"].search(flat) or _TOLD_WHOM.match(flat) or not says_something(words):
        return False
    clauses = [clause for clause in source.clauses_of.get(index, ()) if clause.span.overlaps(piece)]
    tokens = source.tokens_in(piece)
    if not clauses or any(token.pos == "PRON" and plain(token.span.of(source.text)) in ("le", "la", "les", "l'", "y", "en", "lui", "leur") and token.dep.startswith(("obj", "iobj", "obl")) for token in tokens):
        return False
    for clause in clauses:
        for obstacle in clause.obstacles:
            kind, _, word = obstacle.partition(":")
            if kind in _OWN or kind == "short-name" and _in_title(source, word):
                continue
            for found in re.finditer(rf"(?<![\w-]){re.escape(plain(word))}(?!\w)" if word[-1:].isalnum() else re.escape(plain(word)), flat):
                place = Span(piece.start + found.start(), piece.start + found.end())
                if kind not in ("possessive", "definite", "short-title") or kind == "possessive" and not plain(word).startswith("leur") or not told_of(source, replace(clause, span=Span(max(clause.span.start, piece.start), clause.span.end)), kind, place):
                    return False
    return True


def _in_title(source: Source, name: str) -> bool:
    title = source.analysis.article.title
    return title is not None and name in title.of(source.text)


def _telling(source: Source, quote: Quote, unit: Span, frame: str, pieces: list[Span], at: int, loose: bool) -> Telling | None:
    text, piece = source.text, pieces[at]
    edits: list[Edit] = []
    for index in quote.sentences:
        for position, clause in enumerate(source.clauses_of.get(index, ())):
            kept = tuple(obstacle for obstacle in clause.obstacles if not explained(source, clause, obstacle, True))
            more = resolve(source, replace(clause, obstacles=kept), unit, position == 0 and index == quote.sentences[0], (), loose, True, tuple(edits))
            if more is None:
                return None
            edits += [edit for edit in more if edit not in edits and not quote.span.covers(edit.span)]
    edits += named_voices(source, unit, edits)
    if not all(near(source, quote.sentences[0], unit, edit) for edit in edits):
        return None
    before, after = Span(pieces[0].start, piece.start), Span(piece.end, pieces[-1].end)
    if frame != _COLON and text[piece.end - 1] == ".":
        after = Span(piece.end - 1, pieces[-1].end)
    edits += [Edit("drop", PART, span, "") for span in (before, after) if len(span)]
    second = re.match(r"[ \u00a0]*\.", text[quote.span.end : unit.end])
    if frame == _COLON and second is not None and text[piece.end - 1] in _MARKS:
        edits.append(Edit("period", "point-dans-les-guillemets", Span(quote.span.end, quote.span.end + second.end()), ""))
    if frame == _THAT and at:
        first = source.tokens_in(piece)[0]
        if first.pos not in ("DET", "PRON") or re.search(r"(?:\bqu|\bd)['’]$", text[unit.start : quote.span.start].strip(_SPACES)):
            return None
        edits.append(Edit("case", "minuscule-initiale", Span(piece.start, piece.start + 1), text[piece.start].lower()))
    done = finish(source, unit, edits)
    if done is None:
        return None
    clauses = tuple(clause.id for clause in source.clauses_of[quote.sentences[at]] if clause.span.overlaps(piece))
    opening = source.clauses_of.get(quote.sentences[0], ())
    clauses = (*clauses, *(clause.id for clause in opening[:1] if clause.id not in clauses))  # the parts of one quotation are one fact: no two stand side by side
    telling = Telling(*done, clauses, quote.sentences[at], 0, not loose)
    return telling if says_who(telling.text) and stands(source, telling) else None
