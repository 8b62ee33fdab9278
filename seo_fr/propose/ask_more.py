"""Questions that one form of sentence answers: what somebody has for a mission, how one may do something, what somebody is punished for."""

from __future__ import annotations

import re

from seo_fr.model import Origin, Span
from seo_fr.propose.ask_answers import WORTH, answers_to, bare_answer, in_each_wording, plain_answers
from seo_fr.propose.ask_frame import Asked, Frame, comma_before, is_indefinite, kept_pieces, needs_object, propositions, subject_edits
from seo_fr.propose.constituents import Constituent
from seo_fr.propose.source import plain

_ADVERBS = r"(?:(?:également|aussi|notamment|toutefois|cependant|pourtant|ainsi|donc|alors|ensuite|d'ailleurs|en effet|toujours|encore|désormais) )*"
_MISSION = re.compile(rf" {_ADVERBS}pour (mission|objectif|but|ambition) (?:de |d')(?=(?:ne pas |se |s'|l'|le |la |les |en |y )?\w+(?:er|ir|re|oir)\b)")
_POSSIBLE = re.compile(rf"(?:est|reste|sera) {_ADVERBS}possible (?:de |d')(?P<what>\w+(?:er|ir|re|oir) [^,;:«»()]{{6,60}}?),? (?P<how>(?:en \w+ant|via|par|auprès d\w*|sur) [^;:«»()]{{4,90}})$")
_PUNISHED = frozenset("disqualifier condamner sanctionner exclure suspendre arrêter interpeller poursuivre inculper récompenser distinguer honorer critiquer licencier expulser limoger emprisonner incarcérer juger verbaliser pénaliser".split())
_FOR = re.compile(r"pour (?:(?:avoir|être|s'être) \w+|(?:une? |des |les? |la |l'|son |sa |ses )?+(?!fois\b|durée\b|premi|moment\b|\d|période\b|trois\b|deux\b)\w+)")
_SPAN_OF_TIME = re.compile(r"\b(?:fois|durée|mois|ans?|années?|jours?|semaines?|matchs?|saisons?|heures?|mandat|instant|moment)\b")


def ask_mission(frame: Frame) -> list[Asked]:
    """« Quelle est la mission de l’équipe ? — Extraire de l’eau du sol. » for « l’équipe a pour mission d’extraire de l’eau du sol »."""
    clause, source = frame.clause, frame.source
    if clause.lemma != "avoir" or clause.passive or clause.tense not in ("present", "imperfect") or is_indefinite(frame):
        return []
    match = _MISSION.match(plain(source.text[clause.verb.end : clause.span.end]))
    if match is None or source.text[clause.span.end : clause.span.end + 1] == ":":
        return []
    edits = frame.resolved((frame.subject,))
    sujet = frame.slot("sujet", (frame.subject,), subject_edits(frame, edits), frame.grammar) if edits is not None else None
    if sujet is None or len(sujet.text) > 60:
        return []
    start = clause.verb.end + match.end()
    answers = plain_answers(frame, Constituent("infinitif", Span(start, clause.span.end), -1))
    noun = "mission" if match.group(1) == "mission" else "objectif"
    return in_each_wording(frame, "but-de", (sujet,), answers, noun if clause.tense == "present" else f"etait-{noun}", worth=14)


def ask_how_possible(frame: Frame) -> list[Asked]:
    """« Comment apporter un témoignage ? — En appelant le 17. » for « il est possible d’apporter un témoignage en appelant le 17 »."""
    clause, source = frame.clause, frame.source
    if clause.lemma not in ("être", "rester") or clause.tense not in ("present", "future") or clause.negated or plain(clause.subject.of(source.text) if clause.subject is not None else "") != "il":
        return []
    match = _POSSIBLE.match(plain(source.text[clause.verb.start : clause.span.end]))
    if match is None:
        return []
    what, how = (Span(clause.verb.start + match.start(name), clause.verb.start + match.end(name)) for name in ("what", "how"))
    proposition = frame.slot("proposition", (what,), [])
    answer = bare_answer(frame, (how,))
    return in_each_wording(frame, "comment", (proposition,), [answer], worth=16) if proposition is not None and answer is not None else []


def ask_punished(frame: Frame) -> list[Asked]:
    """« Pourquoi la championne a-t-elle été disqualifiée ? — Pour une pénalité non effectuée. »"""
    clause, source = frame.clause, frame.source
    if not clause.passive or clause.lemma not in _PUNISHED or is_indefinite(frame):
        return []
    for piece in frame.pieces:
        words = plain(piece.span.of(source.text))
        if comma_before(frame, piece) or not _FOR.match(words) or _SPAN_OF_TIME.search(words) or piece.kind in ("but", "duree"):
            continue
        whole = Constituent("pourquoi", Span(piece.span.start, clause.span.end if piece is frame.pieces[-1] else piece.span.end), piece.token)
        kept = kept_pieces(frame, (piece,))
        if kept is None or needs_object(frame, kept):
            return []
        answers: list[tuple[str, Origin]] = answers_to(frame, (whole,), kept)
        made: list[Asked] = []
        for slot in propositions(frame, (), plain_order=False):
            made += in_each_wording(frame, "pourquoi", (slot,), answers, worth=WORTH["pourquoi"] + 2)
        return made
    return []


__all__ = ["ask_how_possible", "ask_mission", "ask_punished"]
