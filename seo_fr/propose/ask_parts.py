"""Questions about the parts that stand around a verb: when, where, why, how, by whom, who, what is it."""

from __future__ import annotations

import re

from seo_fr.french.words import count_words
from seo_fr.model import Copied, Origin, Span
from seo_fr.propose.ask_answers import (
    WORTH,
    answers_to,
    bare_answer,
    in_each_wording,
    plain_answers,
    with_more,
)
from seo_fr.propose.ask_frame import (
    BARE_VERBS,
    Asked,
    Frame,
    ahead,
    comma_before,
    kept_pieces,
    needs_object,
    propositions,
    subject_edits,
)
from seo_fr.propose.ask_subject import is_connective
from seo_fr.propose.constituents import (
    ADVERBIALS,
    Constituent,
    animate,
    shifted,
)
from seo_fr.propose.source import plain
from seo_fr.propose.tell import finish


def ask_circumstances(frame: Frame) -> list[Asked]:
    """When, since when, where, why, to what end, how."""
    made: list[Asked] = []
    given = [piece for piece in (*frame.leads, *frame.pieces) if piece.kind in ADVERBIALS]
    times = [piece for piece in given if piece.kind == "quand"]
    places = [piece for piece in given if piece.kind == "ou"]
    combos: list[tuple[str, tuple[Constituent, ...]]] = [(piece.kind, (piece,)) for piece in given]
    if len(times) == 1 and len(places) == 1:
        both = tuple(sorted((times[0], places[0]), key=lambda piece: piece.span))
        combos.insert(0, ("quand-ou", both))
    for kind, asked in combos:
        if len([piece for piece in given if piece.kind == kind]) > 1:
            continue
        kept = kept_pieces(frame, asked)
        if not asked[-1].lead and re.match(r"\s*(?:et|ou|ni)\b", frame.source.text[asked[-1].span.end : frame.clause.span.end]):
            continue  # « multiplie les voyages dans le monde et les déclarations »
        if kept is None or needs_object(frame, kept) or any(piece.kind == "que" for piece in kept):
            continue
        if kind in ("quand", "ou", "quand-ou") and not kept and frame.clause.lemma in BARE_VERBS and not (frame.clause.lemma == "tenir" and re.match(r"(?:se |s')", plain(frame.clause.verb.of(frame.source.text)))):
            continue
        if kind in ("pourquoi", "but", "comment", "duree", "delai") and not kept and frame.clause.lemma in BARE_VERBS and not frame.clause.passive:
            continue  # « Pourquoi la journée fait-elle ? »
        if kind == "ou" and frame.clause.lemma in ("être", "croire", "viser", "intéresser", "attaquer", "opposer"):
            continue
        if kind == "voix" and not kept and not frame.clause.passive:
            continue  # « l’Assemblée a-t-elle adopté » what?
        if kind in ("quand", "quand-ou", "depuis", "heure") and any(time.span.overlaps(piece.span) and not piece.kind for piece in kept for time in frame.source.analysis.times):
            continue  # « Quand est-il organisé le premier mardi ? »
        answers = answers_to(frame, asked, kept)
        if not answers and kind in ("pourquoi", "but", "comment") and frame.clause.regular:
            answers = [("", Copied(frame.clause.span, ()))]  # the whole sentence alone answers
        if not answers:
            continue
        for slot in propositions(frame, kept, plain_order=kind not in ("pourquoi", "but", "comment", "grace", "des")):
            made += in_each_wording(frame, kind, (slot,), answers, _precision(frame, asked), WORTH[kind] + (8 if ahead(frame.clause) else 0))
    return made


def _precision(frame: Frame, asked: tuple[Constituent, ...]) -> str:
    """Return how fine the time asked for is: «jour», «annee» or «autre»."""
    words = plain(asked[0].span.of(frame.source.text))
    if re.fullmatch(r"en \d{4}", words):
        return "annee"
    return "jour" if re.fullmatch(r"(?:le )?(?:\w+di )?\d{1,2}(?:er)? \w+(?: \d{4})?", words) else "autre"


def ask_agent(frame: Frame) -> list[Asked]:
    """« Par qui le décret a-t-il été publié ? »"""
    made: list[Asked] = []
    for piece in frame.pieces:
        if piece.kind != "agent":
            continue
        body = after_word(frame, piece)
        living = animate(frame.source, body)
        if not living:
            continue
        kept = kept_pieces(frame, (piece,))
        if kept is None:
            continue
        answers = answers_to(frame, (piece,), kept)
        for slot in propositions(frame, kept):
            made += in_each_wording(frame, "par-qui", (slot,), answers)
    return made


def after_word(frame: Frame, piece: Constituent) -> Span:
    words = piece.span.of(frame.source.text)
    match = re.match(r"\S+? |d[’']", words)
    return Span(piece.span.start + (match.end() if match else 0), piece.span.end)


def ask_subject(frame: Frame) -> list[Asked]:
    """« Qui a remporté l’épreuve ? », « Qu’est-ce qui a provoqué l’accident ? »: the subject is the answer."""
    clause, source = frame.clause, frame.source
    assert clause.subject is not None
    if clause.number != "s" or not frame.pieces or clause.subject_kind == "pronoun" or clause.lemma in ("être", "avoir", "pouvoir", "devoir", "aller") and not clause.kind:
        return []
    living = animate(source, clause.subject)
    if living is None:
        return []
    if living and (clause.passive and (frame.grammar.gender != "m" or clause.kind not in ("election", "appointment", "award")) or frame.grammar.gender == "f" and re.search(r"\b(?:est|s'est|était|sera)\b", plain(clause.verb.of(source.text)))):
        return []  # « Qui a été nommée »: « qui » is masculine
    if living and clause.kind in ("attack", "death", "accident", "arrest", "trial", "verdict", "investigation"):
        return []  # the author of a deed
    if not living and "cause" not in frame.verbs:
        return []
    words = plain(clause.subject.of(source.text))
    named = any(m.form != "pronoun" and clause.subject.covers(m.span) for e in source.analysis.entities for m in e.mentions)
    if re.match(r"(?:ce|cet|cette|ces|son|sa|ses|leurs?)\b", words) or not named and len(words.split()) < 4:
        return []  # « L’association. », « La mesure. »: which one?
    kept = kept_pieces(frame, ())
    if not kept or not any(piece.kind in ("objet", "prep") or clause.passive for piece in kept[:1]) or living and kept[0].kind != "objet" and not clause.passive:
        return []
    spans = (clause.verb, *(piece.span for piece in kept))
    edits = frame.resolved((frame.subject, *spans))
    if edits is None:
        return []
    predicat = frame.slot("predicat", spans, edits)
    if predicat is None or len(predicat.text) > 84 or re.search(r"\b(?:son|sa|ses|leur|leurs|se|s’|lui|cette|ce|ces)\b", plain(predicat.text)) or count_words(predicat.text) >= 12:
        return []
    answers: list[tuple[str, Origin]] = []
    lead = clause.lead.of(source.text).rstrip(" ,") if clause.lead is not None else ""
    extra: list[tuple[Span, ...]] = []
    if lead and not is_connective(clause, source) and not re.search(r"[:;«»]", lead) and clause.lead is not None:
        extra.append((Span(clause.lead.start, clause.lead.start + len(lead)),))
    for more in extra:
        answer = with_more(frame, clause.subject, more)
        if answer is not None:
            answers.append(answer)
    done = finish(source, clause.subject, shifted(edits, clause.subject))
    if done is not None and count_words(done[2]) <= 24:
        answers.append((done[2], Copied(done[0], done[1])))
    return in_each_wording(frame, "qui" if living else "quest-ce-qui", (predicat,), answers, clause.kind)


def ask_attribute(frame: Frame) -> list[Asked]:
    """« Quel est l’objectif de la mission ? », « Qui est le vainqueur de l’étape ? »"""
    clause, source = frame.clause, frame.source
    if clause.lemma != "être" or clause.passive or not frame.pieces or clause.subject_kind == "pronoun" or clause.tense not in ("present", "imperfect", "future"):
        return []
    piece = frame.pieces[0]
    words = plain(frame.subject.of(source.text))
    head = re.match(r"(?:le |la |les |l')([\w-]+)", words)
    if head is None or comma_before(frame, piece):
        return []
    edits = frame.resolved((frame.subject, clause.verb))
    if edits is None:
        return []
    edits = subject_edits(frame, edits)
    verbe = frame.slot("verbe", (clause.verb,), edits)
    sujet = frame.slot("sujet", (frame.subject,), edits, frame.grammar)
    if verbe is None or sujet is None:
        return []
    if head.group(1) in _QUALITIES and (piece.kind in ("infinitif", "attribut") or re.match(r"(?:de|d'|le|la|les|l'|une?|\d)", plain(piece.span.of(source.text)))):
        return in_each_wording(frame, "quel", (verbe, sujet), plain_answers(frame, piece))
    person = next((e for e in source.analysis.entities if e.kind == "person" and any(m.span.start == piece.span.start and m.form != "pronoun" for m in e.mentions)), None)
    if person is not None and animate(source, frame.subject) and clause.number == "s":
        name = next(m.span for m in person.mentions if m.span.start == piece.span.start)
        alone = bare_answer(frame, (name,))
        return in_each_wording(frame, "qui-est", (verbe, sujet), [alone]) if alone is not None else []
    return []


_QUALITIES = frozenset(
    ["objectif", "but", "bilan", "coût", "montant", "prix", "thème", "score", "résultat", "cause", "origine", "nom", "durée", "âge", "taux", "nombre", "budget", "superficie", "altitude", "longueur", "capacité", "sujet", "slogan", "titre", "rôle", "mission", "raison", "condition", "risque", "enjeu", "priorité", "ambition", "capitale", "siège", "délai", "date", "lieu", "chiffre", "total", "record", "vitesse", "distance", "tarif", "salaire", "loyer", "peine", "amende", "population", "taille", "poids", "hauteur", "température", "niveau", "principe", "objet", "contenu", "programme"]
)
