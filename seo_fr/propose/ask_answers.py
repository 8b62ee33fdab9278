"""Answers: the constituent alone, a sentence with a pronoun for the subject, the subject with what else is told of it; and the pairs they make with each wording."""

from __future__ import annotations

import re

from seo_fr.french.phrase import decapitalise_first
from seo_fr.french.words import count_words
from seo_fr.model import Copied, Edit, Origin, Slot, Span
from seo_fr.propose.ask_frame import (
    LONGEST_QUESTION,
    Asked,
    Frame,
    comma_after,
    definite_edits,
    is_indefinite,
    subject_edits,
)
from seo_fr.propose.constituents import (
    Constituent,
    in_quote,
)
from seo_fr.propose.frames import fill, span_slot
from seo_fr.propose.source import plain
from seo_fr.propose.tell import Source, finish
from seo_fr.rulebook import Rulebook

LONGEST_ANSWER = 46


WORTH = {
    "que": 10, "combien": 14, "combien-objet": 12, "pourquoi": 14, "but": 10, "comment": 8, "quand-ou": 10, "quand": 0, "depuis": 4, "jusque": 8, "des": 8, "duree": 6, "ou": 4, "par-qui": 6, "par-quoi": 4,
    "qui": 10, "qui-objet": 8, "quest-ce-qui": 10, "quel": 12, "qui-est": 12, "occasion": 5, "age": 14, "heure": 6, "cadre": 5, "delai": 12, "voix": 14, "grace": 8, "oui-non": -25,
}  # fmt: skip


def bare_answer(frame: Frame, spans: tuple[Span, ...]) -> tuple[str, Origin] | None:
    """Return the constituent alone as an answer; None where it cannot stand alone."""
    span = Span(spans[0].start, spans[-1].end)
    if re.match(r"(?:car|puisqu)", plain(span.of(frame.source.text))):
        return None
    edits = frame.resolved((span,))
    if edits is None or in_quote(frame.source, span) or _IN_TOW.search(span.of(frame.source.text)):
        return None
    done = finish(frame.source, span, edits)
    if done is None or done[2].count("(") != done[2].count(")"):
        return None
    return done[2], Copied(done[0], done[1])


def noun_answer(book: Rulebook, source: Source, span: Span, edits: tuple[Edit, ...], key: str) -> tuple[str, Origin] | None:
    """Return a group of words alone as an answer that claims nothing: « Une baisse des salaires. »; None where no template says it."""
    for filled in fill(book, "answer", "objet", (span_slot(source, "objet", span, edits),), key):
        return filled.text, filled.origin
    return None


_IN_TOW = re.compile(r"\bet (?:il|elle|ils|elles|son|sa|ses|leurs?|a|ont|est|sont|avait|était|s[’']est|se sont|n[’']\w+)\b")


DANGLING = re.compile(r"(?:^| )(?:jusque|à|de|dans|en|sur|par|pour|avec|et|ou|que|qui|entre|le|la|les|un|une|des|du|au|aux|ne|mais|sans|chez|dont|où|leur|son|sa|ses|plus|moins|très|d’environ|comme|dès|depuis)$")


def sentence_answer(frame: Frame, spans: tuple[Span, ...], kind: str = "pronom") -> tuple[str, Origin] | None:
    """Return « Elle a été publiée en mars. »: a pronoun for the subject, then the slices; None where gender is not certain or an obstacle stays."""
    if not frame.grammar.gender or not frame.grammar.number:
        return None
    edits = frame.resolved((frame.subject, *spans))
    if edits is None:
        return None
    lowered = list(edits)
    for span in spans[1:]:
        word = span.of(frame.source.text)
        if word[:1].isupper() and frame.clause.lead is not None and span.start < frame.subject.start:
            low = decapitalise_first(word)
            if low is None:
                return None
            if low != word:
                lowered.append(Edit("case", "article-minuscule", Span(span.start, span.start + 1), low[0]))
    named = subject_edits(frame, edits)
    if frame.event and re.match(r"(?:ses|leurs) ", plain(frame.subject.of(frame.source.text))):
        named = definite_edits(frame, named)  # « les obsèques », as the question says
    sujet = frame.slot("sujet", (frame.subject,), named, frame.grammar)
    predicat = frame.slot("predicat", spans, lowered)
    if predicat is not None and (DANGLING.search(predicat.text) or re.search(r"\s,|«\s*»", predicat.text)):
        return None
    if predicat is not None and _IN_TOW.search(predicat.text):
        return None  # a second clause in tow
    if sujet is None or predicat is None or predicat.text[-1:] in ".!?…" or count_words(predicat.text) > LONGEST_ANSWER:
        return None
    for filled in fill(frame.book, "answer", kind, (sujet, predicat), frame.key):
        return filled.text, filled.origin
    return None


def cuts_list(frame: Frame, end: int) -> bool:
    """Return whether a list may go on after ``end`` (« d’un exobiologiste, une physicienne et un pilote »): an answer that stopped there would tell a part for the whole."""
    rest = frame.source.text[end : frame.clause.span.end]
    if re.match(r"\s*(?:et|ou|ni)\b", rest):
        return True
    return re.match(r",\s*(?:(?:une?|des|les?|la|du|de|à|au|aux|en|par|sur|contre|avec|dans|ainsi que|mais aussi|\d+) |l[’']|d[’']|[A-ZÉÈÎ])[^;:.]*?(?:\bet\b|\bou\b|ainsi que|mais aussi)", rest) is not None


def answers_to(frame: Frame, asked: tuple[Constituent, ...], kept: tuple[Constituent, ...], *, sentences: bool = True, kind: str = "pronom") -> list[tuple[str, Origin]]:
    """Return the answers to a question about ``asked``, fullest first, without doubles."""
    clause = frame.clause
    made: list[tuple[str, Origin] | None] = []
    for piece in asked:
        if not piece.lead and cuts_list(frame, piece.span.end):
            whole = sentence_answer(frame, (Span(clause.verb.start, clause.span.end),), kind) if sentences and clause.regular and not any(item.lead for item in asked) else None
            return [whole] if whole is not None else []
    last = asked[-1].span
    late = [piece.span for piece in frame.pieces if piece.span.start >= last.start] if not asked[-1].lead else []
    leads = tuple(piece.span for piece in asked if piece.lead)
    rest = tuple(piece.span for piece in asked if not piece.lead)
    if sentences:
        if late or leads:
            ends = [*([clause.span.end] if clause.regular else []), *sorted({piece.span.end for piece in frame.pieces if piece.span.end >= last.end and comma_after(frame, piece)}, reverse=True)]
            loose = next((piece.span.start for piece in frame.pieces if piece.token < 0), clause.span.end)
            ends = [end for end in ends if end <= loose or loose >= clause.span.end]
            if leads and any(piece not in kept and piece not in asked and piece.kind != "lien" for piece in frame.pieces):
                ends = []  # the time or place would seem to belong to what stands before it
            for end in ends:
                if end < clause.span.end and cuts_list(frame, end):
                    continue
                whole = sentence_answer(frame, (Span(clause.verb.start, end), *leads), kind)
                if whole is not None:
                    made.append(whole)
                    break
        if not any(piece.kind in ("objet", "que", "infinitif", "attribut", "cite", "") for piece in kept) or not leads:
            upto = Span(clause.verb.start, max((piece.span.end for piece in (*asked, *kept) if not piece.lead), default=clause.verb.end))
            made.append(sentence_answer(frame, (upto, *leads), kind))
        if not kept:
            made.append(sentence_answer(frame, (clause.verb, *rest, *leads), kind))
    if kind == "pronom":
        if late and frame.source.text[last.end : clause.span.end].startswith(",") and all(piece.token >= 0 for piece in frame.pieces if piece.span.start >= last.start):
            made.append(bare_answer(frame, (*rest[:1], late[-1])))
        if len(asked) == 1 or asked[0].span.end + 2 >= asked[1].span.start:
            made.append(bare_answer(frame, tuple(piece.span for piece in asked)))
    found: dict[str, Origin] = {}
    for item in made:
        if item is not None and count_words(item[0]) <= LONGEST_ANSWER:
            found.setdefault(item[0], item[1])
    return list(found.items())


def with_more(frame: Frame, subject: Span, more: tuple[Span, ...]) -> tuple[str, Origin] | None:
    """Return « Marcel Durand, à l’issue du sprint. »: the subject, then what else the clause tells."""
    edits = frame.resolved((subject, *more))
    if edits is None:
        return None
    words = more[0].of(frame.source.text)
    if re.match(r"(?i)(?:qui|que|dont|où|et|ou|mais|alors|tandis)\b", words):
        return None
    if words[:1].isupper():
        low = decapitalise_first(words)
        if low is None:
            return None
        if low != words:
            edits = [*edits, Edit("case", "article-minuscule", Span(more[0].start, more[0].start + 1), low[0])]
    sujet = frame.slot("sujet", (subject,), edits, frame.grammar)
    suite = frame.slot("suite", more, edits)
    if sujet is None or suite is None or suite.text[-1:] in ".!?…" or count_words(suite.text) > 30:
        return None
    for filled in fill(frame.book, "answer", "suite", (sujet, suite), frame.key):
        return filled.text, filled.origin
    return None


def plain_answers(frame: Frame, piece: Constituent) -> list[tuple[str, Origin]]:
    """Return « Recueillir des données. » for « est de recueillir des données », « La vitesse. » for « est la vitesse », up to the clause's end and up to its first comma."""
    source = frame.source
    made: list[tuple[str, Origin]] = []
    for end in (frame.clause.span.end, piece.span.end):
        if end < frame.clause.span.end and cuts_list(frame, end):
            continue
        span = Span(piece.span.start, end)
        words = span.of(source.text)
        edits = frame.resolved((span,))
        if edits is None:
            continue
        match = re.match(r"(?:de |d[’'])(?=\w+(?:er|ir|re|oir)\b)", words)
        if match is not None:
            edits = [*edits, Edit("drop", "infinitif-sans-de", Span(span.start, span.start + match.end()), "")]
        done = finish(source, span, edits)
        if done is not None and not DANGLING.search(done[2].rstrip(".")) and done[2] not in [text for text, _ in made] and count_words(done[2]) <= LONGEST_ANSWER:
            made.append((done[2], Copied(done[0], done[1])))
    return made


def in_each_wording(frame: Frame, kind: str, slots: tuple[Slot, ...], answers: list[tuple[str, Origin]], fine: str = "", worth: int | None = None) -> list[Asked]:
    """Return the question in each wording with each answer."""
    base = WORTH.get(kind, 6) if worth is None else worth
    made = []
    for filled in fill(frame.book, "question", kind, slots, frame.key, fine):
        if re.search(r"\b(?:son|sa|ses|leurs?|lui|eux)\b", plain(filled.text)) and (is_indefinite(frame) or frame.clause.passive):
            continue  # « une enquête a-t-elle été ouverte à son encontre »
        if len(filled.text) > LONGEST_QUESTION + 4 or _says_twice(filled.text) or re.search(r"\b(?:celui|celle|ceux|celles)\b", filled.text):
            continue
        made += [Asked(filled, text, origin, frame.clause, kind, base - 3 * rank) for rank, (text, origin) in enumerate(answers)]
    return made


def _says_twice(text: str) -> bool:
    """Return whether a long word comes twice in the question."""
    words = re.findall(r"\w{5,}", text.lower())
    return len(words) != len(set(words))
