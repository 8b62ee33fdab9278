"""Questions that whole sentences of the body's middle answer: how it went on, what came before, how things stand now or somewhere, who they are, whom a group is made of."""

from __future__ import annotations

import re
from dataclasses import replace

from seo_fr.french.words import count_words
from seo_fr.model import Clause, Edit, Slot, Span
from seo_fr.propose.events import EventNames, dominant_kind
from seo_fr.propose.score import Scores, stems
from seo_fr.propose.source import plain
from seo_fr.propose.tell import Source, Telling
from seo_fr.propose.who import _part
from seo_fr.rulebook import Rulebook

#: Frame, slots, worth, tag, kind of facts.
Made = tuple[str, tuple[Slot, ...], int, str, str]

#: Events that one asks the course of, and those whose course is told as « les faits ».
_COURSE = frozenset(["accident", "attack", "disaster", "rescue", "arrest", "demonstration", "strike", "race-result", "match-result", "weather", "toll", "vote", "election", "trial"])
_FACTS = frozenset(["accident", "attack", "arrest"])
_AREA = re.compile(r"\b(?:capitale|pays|région|ville|rues|quartiers?|île|département|province|territoire|continent)\b")
_NOW = re.compile(r"\b(?:actuellement|aujourd'hui|désormais|à ce jour|à l'heure actuelle|pour l'instant|pour le moment)\b|^ toujours\b(?! (?:plus|pas|moins|aussi)\b)")
_SINCE = re.compile(r"(?:après|à la suite d|à l'issue d|au terme d|au lendemain d)(?:e |es |u |')?(?:la |les? |l')?[\w'-]+(?: [\w'-]+){0,5}$")
_IN = re.compile(r"(?:dans|en|à|au|aux|sur) ")
#: A sentence with « cette information », « ce dernier », « ses » takes up the one before.
_POINTS_BACK = re.compile(r"\b(?:cette|ces|cet|cela|celui-ci|celle-ci|ceux-ci|celles-ci)\b|\bce (?!qui\b|que\b|qu'|dont\b|sont\b|matin|soir|jour|mois|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\w|\bs'en (?:suit|suivit|est suivi)|^(?:en effet|au total|ainsi|notamment|parmi (?:eux|elles)|par exemple),? ")
#: What has a course that one asks for.
_COURSES = frozenset("accident attaque attentat assaut fusillade opération intervention évacuation course match rencontre épreuve étape finale manifestation procès vote scrutin prise sauvetage enlèvement".split())
_OWN = re.compile(r"\b(?:ce|cet|cette|ces|son|sa|ses|leurs?|celui|celle|ceux|celles|lui|eux|elles?|ils?|même)\b")
#: Nouns of groups that one asks the members of, and the verbs that name them.
_GROUPS = frozenset("équipage équipe délégation commission comité conseil jury gouvernement groupe coalition collectif trio quatuor panel collège".split())
_MEMBERS = frozenset(["composer", "constituer", "former", "réunir", "regrouper", "rassembler", "comprendre"])
#: Nouns of persons of whom one asks who they are.
_PERSONS = frozenset("victime otage suspect blessé agresseur assaillant tireur accusé prévenu mort disparu gagnant lauréat vainqueur finaliste favori candidat ravisseur auteur détenu condamné rescapé".split())


def goes_on(source: Source, telling: Telling) -> bool:
    """Return whether each sentence after the first goes on about what the one before tells: its subject is a pronoun, the same person or thing, or a noun said there, or it opens with a quote."""
    for index in range(telling.sentence + 1, telling.sentence + telling.sentences):
        clauses = source.clauses_of.get(index, ())
        words = source.analysis.sentences[index].span.of(source.text)
        if words.lstrip().startswith("«") or _POINTS_BACK.search(plain(words)):
            continue
        if not clauses:
            return False
        here, before = clauses[0], source.clauses_of.get(index - 1, ())
        said = {token.lemma.lower() for clause in before for token in source.tokens_in(clause.span) if token.pos in ("NOUN", "PROPN")}
        if here.subject is None:
            return False
        if here.subject_kind == "pronoun" and not plain(here.subject.of(source.text)).startswith("on"):
            continue
        if here.subject_entity is not None and any(here.subject_entity == clause.subject_entity or any(m.sentence == index - 1 for m in source.analysis.entities[here.subject_entity].mentions) for clause in before):
            continue
        head = next((token.lemma.lower() for token in source.tokens_in(here.subject) if token.pos in ("NOUN", "PROPN")), "")
        if head not in said:
            return False
    return True


def goes_on_plainly(source: Source, telling: Telling) -> bool:
    """Return whether each sentence after the first has for its subject a pronoun or the subject of the one before: what answers a question with more than one sentence does not turn to another thing, nor to a voice."""
    for index in range(telling.sentence + 1, telling.sentence + telling.sentences):
        clauses, before = source.clauses_of.get(index, ()), source.clauses_of.get(index - 1, ())
        if not clauses or not before or clauses[0].subject is None or "«" in source.analysis.sentences[index].span.of(source.text):
            return False
        here = clauses[0]
        pronoun = here.subject_kind == "pronoun" and not plain(here.subject.of(source.text)).startswith("on") if here.subject is not None else False
        same = here.subject_entity is not None and here.subject_entity == before[0].subject_entity
        if not pronoun and not same and _head(source, here) != (_head(source, before[0]) or "-"):
            return False
    return True


def on_topic(source: Source, scores: Scores, telling: Telling) -> bool:
    """Return whether the telling speaks of what the page is about: a word of the keyphrase or of the title stands in it, its first subject is named three times or more, or two words of the first sentence come again."""
    if scores.shares_keyphrase(telling.text) > 0 or scores.title_share(telling.text) > 0:
        return True
    entity = source.entity(source.clause[telling.clauses[0]].subject_entity)
    if entity is not None and len(entity.mentions) > 2:
        return True
    lede = source.analysis.sentences[source.first_sentence].span.of(source.text)
    return len(set(stems(lede)) & set(stems(telling.text))) > 1


def run_questions(source: Source, book: Rulebook, telling: Telling, clauses: list[Clause], scores: Scores, subject: Slot | None, own: bool) -> list[Made]:
    """Return the questions of the sentence or run: frame, slots, worth, tag, kind of facts."""
    first = clauses[0]
    made: list[Made] = _persons(source, first, subject, telling)
    if source.is_lede(telling.sentence) or first.negated:
        return made
    if first.tense == "pluperfect" and first.lemma == "promettre" and not first.passive and subject is not None and telling.words >= 12:
        made.append(("avait-promis", (subject,), 8, "promis:0", ""))
    if not own:
        return made
    if subject is not None:
        made += _members(source, first, subject)
    if telling.words < 14 or not on_topic(source, scores, telling):
        return made
    opened = source.text[first.lead.start : first.lead.end].rstrip(" ,\u00a0") if first.lead is not None else ""
    if first.tense in ("perfect", "simple-past") and telling.sentences > 1 and all(clause.tense in ("perfect", "simple-past") and not clause.negated and not clause.statements for clause in clauses):
        made += _course(source, book, telling)
    slot = _lowered(source, telling, Span(first.span.start, first.span.start + len(opened))) if opened and first.lead is not None and first.lead.start == first.span.start else None
    words = plain(slot.text) if slot is not None else ""
    if slot is not None and first.tense in ("perfect", "simple-past") and _SINCE.match(words) and not _OWN.search(words) and count_words(words) <= 9:
        made.append(("apres", (replace(slot, name="moment"),), 4, "apres:0", ""))
    if slot is not None and first.tense == "present" and not first.passive and _IN.match(words) and not re.search(r"\d|«|, ", words) and not _OWN.search(words) and count_words(words) <= 7 and _is_place(source, slot.source[0]):
        made.append(("situation-lieu", (slot,), 2, "situation:0", ""))
    elif first.tense == "present" and subject is not None and _NOW.search(plain(source.text[first.verb.end : min(first.span.end, first.verb.end + 30)])):
        made.append(("situation", (), 0, "situation:0", ""))
    return made


def _is_place(source: Source, span: Span) -> bool:
    return _AREA.search(plain(span.of(source.text))) is not None or any(entity.kind in ("place", "country") and any(span.covers(m.span) for m in entity.mentions) for entity in source.analysis.entities)


def _lowered(source: Source, telling: Telling, span: Span) -> Slot | None:
    """Return an opening as the telling gives it, without its capital; None where it is not certain."""
    slot = _part(source, telling, span, "lieu")
    if slot is None or not slot.text or not slot.text[:1].isupper():
        return slot
    if any(edit.span.start == span.start for edit in slot.edits):
        return None
    edits = (Edit("case", "article-minuscule", Span(span.start, span.start + 1), slot.text[0].lower()), *slot.edits)
    return replace(slot, text=slot.text[0].lower() + slot.text[1:], edits=edits)


def _head(source: Source, clause: Clause) -> str:
    if clause.subject is None:
        return ""
    return next((token.lemma.lower() for token in source.tokens_in(clause.subject) if token.pos == "NOUN"), "")


def _persons(source: Source, first: Clause, subject: Slot | None, telling: Telling) -> list[Made]:
    """« Qui sont les victimes ? »: the sentence says what they are."""
    after = plain(first.complement.of(source.text)) if first.complement is not None else ""
    if subject is None or first.lemma != "être" or first.passive or first.negated or _head(source, first) not in _PERSONS or not re.match(r"(?:les? |la |l')", plain(subject.text)):
        return []
    if not re.match(r"(?:une?|des|les?|la|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+) |l'", after) or re.search(r"\b(?:autre|même|aussi|premier|première)\b", plain(telling.text)):
        return []
    return [("qui-sont", (subject,), 10, f"qui:{_head(source, first)}", "")]


def _members(source: Source, first: Clause, subject: Slot) -> list[Made]:
    """« De qui se compose l’équipage ? »"""
    if _head(source, first) not in _GROUPS or first.lemma not in _MEMBERS or first.statements or not re.match(r"(?:les? |la |l')", plain(subject.text)) or first.number != "s":
        return []
    if first.tense not in ("present", "future"):
        return []  # « se compose » of what « était composé » no more
    return [("composition", (subject,), 10, f"qui:{_head(source, first)}", "")]


_BELOW = re.compile(r"\b(?:deuxième|seconde?|troisième|quatrième|cinquième) (?:place|position|rang|marche)\b|\bmédaille (?:d'argent|de bronze)\b")


def _course(source: Source, book: Rulebook, telling: Telling) -> list[Made]:
    main = dominant_kind(source, book)
    if re.match(r"(?:Il|On|Elle|Ils|Elles) ", telling.text) or _BELOW.search(plain(source.analysis.sentences[telling.sentence].span.of(source.text))):
        return []  # how the third came in is not how the race went
    if main not in _COURSE or re.search(r"\b(?:1[5-9]|20)\d\d\b", telling.text):
        return []
    found: list[Made] = []
    nom = EventNames(source, book).slot((main,))
    if nom is not None and nom.grammar.number == "s" and re.split(r"[ '’]", plain(nom.text))[-1] in _COURSES:
        found.append(("deroulement", (nom,), 6, "deroulement:0", ""))
    if main in _FACTS:
        found.append(("faits", (), 4, "deroulement:0", ""))
    return found


__all__ = ["goes_on", "goes_on_plainly", "on_topic", "run_questions"]
