"""Questions whose answer is a number or a date: how many, how much, by how much, from when."""

from __future__ import annotations

import re

from seo_fr.model import Copied, Grammar, Origin, Span
from seo_fr.propose.ask_answers import DANGLING, answers_to, bare_answer, cuts_list, in_each_wording, with_more
from seo_fr.propose.ask_frame import (
    Asked,
    Frame,
    kept_pieces,
    propositions,
    subject_edits,
)
from seo_fr.propose.constituents import (
    ADVERBIALS,
    shifted,
)
from seo_fr.propose.source import plain
from seo_fr.propose.tell import finish


def ask_how_many(frame: Frame) -> list[Asked]:
    """« Combien de personnes ont été blessées ? — Trois personnes, dans l’accident de mardi. »"""
    clause, source = frame.clause, frame.source
    assert clause.subject is not None
    if clause.number != "p" or clause.subject_kind == "pronoun":
        return []
    figure = next((f for f in source.analysis.figures if f.sentence == clause.sentence and f.counted is not None and f.span.start == clause.subject.start and clause.subject.covers(f.counted)), None)
    if figure is None or figure.counted is None or figure.unit in ("%", "euro", "dollar"):
        return []
    start = max(figure.counted.start, figure.number.end)
    while source.text[start : start + 1].isspace():
        start += 1
    counted = Span(start, min(clause.subject.end, max(figure.counted.end, start + 1)))
    noun = counted.of(source.text)
    if not re.match(r"[a-zéèêàâîôû]", noun) or re.match(r"(?:de|des|du|d[’']|pour|sur|et|à|premi\w+|autres?|dernier\w*)\b", noun) or re.search(r"[,;:()«»]", clause.subject.of(source.text)):
        return []
    kept = kept_pieces(frame, ())
    if kept is None:
        return []
    spans = (clause.verb, *(piece.span for piece in kept))
    edits = frame.resolved((frame.subject, *spans))
    if edits is None:
        return []
    compte = frame.slot("compte", (counted,), [], Grammar(frame.grammar.gender, "p"))
    predicat = frame.slot("predicat", spans, edits)
    if compte is None or predicat is None or len(predicat.text) > 76 or DANGLING.search(predicat.text):
        return []
    answers: list[tuple[str, Origin]] = []
    late = [piece for piece in frame.pieces if piece not in kept and piece.kind in ADVERBIALS]
    more: list[tuple[Span, ...]] = [(piece.span,) for piece in frame.leads[:1]]
    more = [spans for spans in [(piece.span,) for piece in late[:1]] + more if not _CLOCK.match(plain(spans[0].of(source.text)).lower())]
    for one in more:
        answer = with_more(frame, clause.subject, one)
        if answer is not None:
            answers.append(answer)
    alone = finish(source, clause.subject, shifted(edits, clause.subject))
    if alone is not None and len(alone[2]) > len(noun) - 2:
        answers.append((alone[2], Copied(alone[0], alone[1])))
    return in_each_wording(frame, "combien", (compte, predicat), answers)


#: The hour at which a running report tells something belongs to the report.
_CLOCK = re.compile(r"(?:vers|à|peu (?:avant|après)) \d{1,2} ?h")
_COUNTED = r"(?:au moins |environ |près de |plus de )?(?:\d[\d \u00a0\u202f]*|[a-zé-]+(?: ou [a-zé-]+)?) (?:[\w-]+ ){0,2}?(?:morts?|blessée?s?|victimes?|disparue?s?|décès)(?: (?:graves?|légers?|légères?|grièvement|légèrement))?"
_TOLL = re.compile(rf" ({_COUNTED}(?:(?:,| et|, et|, dont| dont) {_COUNTED})*)(?= |,|\.|$)")


def ask_toll(frame: Frame) -> list[Asked]:
    """« Quel est le bilan ? — Un mort et deux blessés. » for « la collision a fait un mort et deux blessés » in the first paragraph."""
    clause, source = frame.clause, frame.source
    if clause.lemma not in ("faire", "causer", "provoquer") or clause.passive or clause.tense not in ("present", "perfect", "simple-past") or not source.is_lede(clause.sentence):
        return []
    match = _TOLL.match(plain(source.text[clause.verb.end : clause.span.end]))
    if match is None:
        return []
    span = Span(clause.verb.end + match.start(1), clause.verb.end + match.end(1))
    answer = bare_answer(frame, (span,)) if not cuts_list(frame, span.end) else None
    return in_each_wording(frame, "evenement", (), [answer], "bilan", worth=14) if answer is not None else []


def ask_dating(frame: Frame) -> list[Asked]:
    """« De quand datent les premières rumeurs ? »"""
    clause, source = frame.clause, frame.source
    if clause.lemma not in ("dater", "remonter") or not frame.pieces:
        return []
    piece = frame.pieces[0]
    words = plain(piece.span.of(source.text))
    if not re.match(r"(?:de |d'|du |à |au )", words) or not any(piece.span.covers(time.span) and time.kind in ("absolute", "relative") for time in source.analysis.times):
        return []
    answers = answers_to(frame, (piece,), ())
    made: list[Asked] = []
    for slot in propositions(frame, ()):
        made += in_each_wording(frame, "de-quand" if clause.lemma == "dater" else "a-quand", (slot,), answers, worth=10)
    return made


_MEASURES = frozenset(["%", "euro", "dollar", "franc", "livre", "km", "kilomètre", "mètre", "centimètre", "kilo", "kilogramme", "tonne", "degré", "heure", "minute", "seconde", "jour", "mois", "an", "année", "semaine", "million", "milliard", "hectare"])


_PAYING = frozenset(["perdre", "gagner", "rapporter", "verser", "investir", "recevoir", "payer", "dépenser", "emprunter", "devoir", "débourser", "réclamer", "débloquer", "économiser"])


#: A time that no figure measures: « plusieurs minutes ».
_SOME_TIME = re.compile(r"(?:plusieurs|quelques|de longues) (?:secondes|minutes|heures|jours|semaines|mois|années)\b")


def ask_figures(frame: Frame) -> list[Asked]:
    """« Combien de médailles l’équipe compte-t-elle ? », « De combien le prix a-t-il augmenté ? », « À combien s’élève le budget ? »"""
    clause, source = frame.clause, frame.source
    made: list[Asked] = []
    if clause.lemma == "durer" and frame.pieces and _SOME_TIME.match(plain(frame.pieces[0].span.of(source.text))) and not any(frame.pieces[0].span.covers(f.span) for f in source.analysis.figures):
        told = frame.resolved((clause.verb, frame.subject))
        if told is not None:
            told = subject_edits(frame, told)
            verbe, sujet = frame.slot("verbe", (clause.verb,), told), frame.slot("sujet", (frame.subject,), told, frame.grammar)
            if verbe is not None and sujet is not None:
                made += in_each_wording(frame, "combien-duree", (verbe, sujet), answers_to(frame, (frame.pieces[0],), ()), worth=14)
    for piece in frame.pieces[:2]:
        figure = next((f for f in source.analysis.figures if piece.span.covers(f.span)), None)
        if figure is None:
            continue
        words = plain(piece.span.of(source.text))
        first = re.match(r"(?:de |d'|à )", words)
        if first is not None:
            offset = piece.span.start + first.end()
            frame_name = "a-combien" if first.group().startswith("à") else "de-combien"
            if (figure.approximation or figure.span).start > offset + 9 or frame_name not in frame.verbs:
                continue
            kept = kept_pieces(frame, (piece,))
            if kept is None or any(other.kind != "objet" for other in kept):
                continue
            answers = answers_to(frame, (piece,), kept)
            for slot in propositions(frame, kept):
                made += in_each_wording(frame, frame_name, (slot,), answers, worth=14)
        elif piece is frame.pieces[0] and clause.lemma in ("coûter", "durer") and not words.startswith(("depuis", "jusqu")) and (figure.approximation or figure.span).start <= piece.span.start + 9:
            edits = frame.resolved((clause.verb, frame.subject))
            if edits is None:
                continue
            edits = subject_edits(frame, edits)
            verbe, sujet = frame.slot("verbe", (clause.verb,), edits), frame.slot("sujet", (frame.subject,), edits, frame.grammar)
            if verbe is not None and sujet is not None:
                made += in_each_wording(frame, "combien-cout" if clause.lemma == "coûter" else "combien-duree", (verbe, sujet), answers_to(frame, (piece,), ()), worth=16)
        elif piece is frame.pieces[0] and clause.lemma in _PAYING and figure.unit in ("euro", "dollar", "franc", "livre") and (figure.approximation or figure.span).start <= piece.span.start + 9:
            kept = tuple(other for other in kept_pieces(frame, (piece,)) or () if other.kind == "prep")
            answers = answers_to(frame, (piece,), kept)
            for slot in propositions(frame, kept, plain_order=False):
                made += in_each_wording(frame, "combien-argent", (slot,), answers, worth=16)
        elif piece.kind == "objet" and figure.counted is not None and clause.tense in ("present", "future", "imperfect", "near-future") and figure.number.start == piece.span.start and not re.search(r" (?:\w+ment )?\w+(?:é|i|u|it|is|ert|eint|ait)$", clause.verb.of(source.text)):
            if figure.unit in _MEASURES or figure.counted.start < figure.number.end or re.match(r"(?:un|une)\b", words):
                continue
            counted = figure.counted
            noun = counted.of(source.text)
            if not re.fullmatch(r"(?:[\w’'-]+)(?: (?:[\w’'-]+)){0,4}", noun) or clause.lemma in ("avoir", "faire") and not clause.kind:
                continue
            compte = frame.slot("compte", (counted,), [])
            answers = answers_to(frame, (piece,), ())
            for slot in propositions(frame, (), plain_order=False):
                made += in_each_wording(frame, "combien-objet", (compte, slot), answers) if compte is not None else []
    return made
