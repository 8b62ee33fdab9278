"""What more may fall from a clause that has to fit above its section: what follows a counted or indefinite noun, by what means, for which season, what of a lead says the time only.

Less is said of the same thing: « une vidéo remixée [de la séance] vient de dépasser le million de vues » is true where the whole is. Nothing falls under a negation or a restriction,
beside a measure, or from a quotation.
"""

from __future__ import annotations

import re

from seo_fr.model import Clause, Span
from seo_fr.propose.heading_cuts import HAPPENED
from seo_fr.propose.heading_words import is_event, is_named
from seo_fr.propose.headlines import _NEVER_DROP
from seo_fr.propose.source import Source, in_quotes
from seo_fr.propose.trimmer import AMOUNT, CLOSING, Piece, Trimmer

_COUNT = r"(?:\d[\d\u00a0\u202f ]*|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|plusieurs|une?)"
#: A counted or indefinite noun with an adjective, a number or a participle of its own, and what follows it up to the verb.
_COUNTED_SUBJECT = re.compile(rf"(?i){_COUNT} (?P<kept>[^,;:«»()]*?)(?P<more> (?:ayant |étant |qui |(?:de la|du|des|de l['’]|de son|de sa|de leur)\s?)[^;:«»()]*)$")
_UNITS = frozenset("pour-cent pourcent million milliard millier euro dollar kilomètre mètre tonne litre heure minute seconde jour semaine mois an année hectare degré point voix fois tiers quart moitié dizaine centaine douzaine quinzaine vingtaine trentaine série partie part majorité minorité total ensemble groupe".split())
_MEANS = re.compile(r" (?:via|par le biais d[eu']|par l['’]intermédiaire d[eu']|par le truchement d[eu']|au niveau d[eu']|à bord d[eu'])(?!\w)[^,;:«»]*$")
_NEXT = re.compile(r" pour (?:la |l['’]|le )?(?:rentrée|saison|année|exercice|semaine|mois|week-end)(?: (?:prochaine?|suivante?|à venir|en cours|20\d\d(?:[-/]20\d\d)?))?$")
#: When what happened happened: of a passive or an event that says enough by itself, the circumstance may fall.
_WHEN = re.compile(r" (?:lors d|au cours d|à l['’]occasion d|en marge d|à la suite d|dans le cadre d|à l['’]issue d)(?:e |es |u |['’])[^,;:«»]*$")
_YEAR = re.compile(r"(?<=\w) en (?:19|20)\d\d$")


def more_cuts(source: Source, clause: Clause, trimmer: Trimmer) -> list[Piece]:
    """Return the pieces that may fall besides; empty under a negation, a restriction, a verb of denial or of amount."""
    if trimmer.narrow or trimmer.bound or clause.negated or clause.lemma in CLOSING | AMOUNT or clause.commitment in ("denied", "negated"):
        return []
    found = [*_counted_subject(source, clause), *_counted_objects(source, clause, trimmer), *_tails(source, clause), *_of_named(source, clause), *_lead_parts(source, clause)]
    return [piece for piece in found if not in_quotes(source, piece.span) and not {token.span.of(source.text).lower() for token in source.tokens_in(piece.span)} & (_NEVER_DROP - {"plusieurs"})]


def _counted_subject(source: Source, clause: Clause) -> list[Piece]:
    subject = clause.subject
    if subject is None or subject.end > clause.verb.start or not len(subject):
        return []
    match = _COUNTED_SUBJECT.match(subject.of(source.text))
    if match is None or source.text[subject.end : clause.verb.start].strip():
        return []
    kept = source.tokens_in(Span(subject.start, subject.start + match.start("more")))
    nouns = [token for token in kept if token.pos == "NOUN"]
    if not nouns or _measure(nouns[0].lemma) or kept[-1].pos not in ("NOUN", "ADJ", "VERB", "PROPN"):
        return []
    counted = re.match(r"(?i)une?(?!\w)", subject.of(source.text)) is None
    if not counted and len([token for token in kept if token.pos in ("NOUN", "ADJ", "VERB", "PROPN")]) < 2:
        return []  # « une vidéo [du ministre] » says too little
    return [Piece(Span(subject.start + match.start("more"), subject.end), "complement-compte-de-titre", 4)]


def _counted_objects(source: Source, clause: Clause, trimmer: Trimmer) -> list[Piece]:
    """Return what hangs on a counted noun behind the verb: « dix papillons [de la deuxième génération] », « dans dix localités [entourant le port] »; what was done to an indefinite one: « sous des tentes [dressées sur le stade] »."""
    found: list[Piece] = []
    tokens = trimmer.tokens
    for i in range(trimmer.low, trimmer.high):
        noun = tokens[i].head
        if tokens[i].dep not in ("nmod", "acl", "acl:relcl") or not trimmer.low <= noun < i or tokens[noun].pos != "NOUN" or tokens[noun].span.start < clause.verb.end or _measure(tokens[noun].lemma):
            continue
        indefinite = tokens[i].dep == "acl" and tokens[i].feature("Tense") == "Past" and not is_named("which", tokens[noun].lemma.lower()) and not is_event(tokens[noun].lemma.lower()) and any(tokens[k].head == noun and trimmer.word(k) in ("un", "une", "des") for k in range(max(trimmer.low, noun - 3), noun))
        if not indefinite and not any(tokens[k].head == noun and tokens[k].pos == "NUM" for k in range(max(trimmer.low, noun - 3), noun)):
            continue
        place = trimmer.whole(i)
        if place is None or trimmer.word(place[0] - 1) == "," or not trimmer.may_fall(*place) or place[0] - 1 != noun and tokens[place[0] - 1].pos != "ADJ":
            continue
        opening = trimmer.word(place[0])
        if tokens[i].dep == "nmod" and not (opening in ("du", "des") or opening in ("de", "d'", "d’") and trimmer.word(place[0] + 1) in ("la", "l'", "l’")):
            continue
        span = Span(tokens[place[0] - 1].span.end, clause.span.end if place[1] >= trimmer.high else tokens[place[1] - 1].span.end)
        if re.search(r"\d[\d \u00a0]*(?:%|euros?|ans?|mois)", span.of(source.text)) is None:
            found.append(Piece(span, "complement-compte-de-titre", 4))
    return found


def _measure(lemma: str) -> bool:
    return lemma.lower() in _UNITS or is_named("quantity", lemma.lower())


_OF_NAMED = re.compile(r"(?<=[\w»)]) (?:du groupe|de l['’]organisation|de la société|de l['’]association|du parti|de la compagnie|de l['’]entreprise) (?:[a-zéèê]+ ){0,2}[A-ZÉ][\w’'-]*(?: [A-ZÉ][\w’'-]*){0,3}(?: \([^()]*\))?")


def _of_named(source: Source, clause: Clause) -> list[Piece]:
    """Return the body that a named group is of, behind the verb: « par les insurgés Talma [du groupe armé Al-Nor (affilié…)] »."""
    match = _OF_NAMED.search(source.text, clause.verb.end, clause.span.end)
    before = source.tokens_in(Span(clause.verb.end, match.start())) if match is not None else ()
    if match is None or not before or before[-1].pos != "PROPN" or not re.match(r"[ ,]|$", source.text[match.end() : clause.span.end][:1]):
        return []
    return [Piece(Span(match.start(), match.end()), "complement-second-de-titre", 1)]


def _tails(source: Source, clause: Clause) -> list[Piece]:
    """Return what stands at the end and says by what means, for which season, in which year: the claim holds without."""
    found: list[Piece] = []
    if clause.tense not in ("perfect", "simple-past", "present", "near-past", "future", "near-future"):
        return []
    said_enough = clause.passive and clause.tense == "perfect" and clause.lemma in HAPPENED
    if said_enough and (when := _WHEN.search(source.text, clause.verb.end, clause.span.end)) is not None and when.end() == clause.span.end:
        found.append(Piece(Span(when.start(), clause.span.end), "moyen-de-titre", 3))
    for pattern, cost in ((_MEANS, 3), (_NEXT, 2), (_YEAR, 3)):
        match = pattern.search(source.text, clause.verb.end, clause.span.end)
        if match is None or match.end() != clause.span.end:
            continue
        before = source.tokens_in(Span(clause.verb.end, match.start()))
        if not any(token.pos in ("NOUN", "PROPN", "NUM") for token in before) or before[-1].pos in ("ADP", "DET", "CCONJ", "ADV"):
            continue
        span = Span(match.start(), clause.span.end)
        if any(statement.sentence == clause.sentence and span.covers(statement.cue) for statement in source.analysis.statements):
            continue
        found.append(Piece(span, "moyen-de-titre", cost))
    return found


_PLACED = re.compile(r"(?:^|, )(?P<place>(?:[Àà]|[Aa]ux?|[Ee]n) [A-ZÉÎÂ][\w’'-]+(?:[ -](?:[A-ZÉ][\w’'-]+|de|du|la|le|sur|en))*)(?: \([^()]*\))?(?=, )")


def _lead_parts(source: Source, clause: Clause) -> list[Piece]:
    """Return what stands behind the place that a clause opens with: « À Nolay[ (Drôme), dans le sud du pays], les habitants… »."""
    lead = clause.lead
    if lead is None or clause.subject is None or lead.start >= clause.subject.start:
        return []
    match = _PLACED.search(source.text[lead.start : clause.subject.start])
    if match is None:
        return []
    after = Span(lead.start + match.end("place"), lead.start + len(lead.of(source.text).rstrip(" \u00a0").rstrip(",")))
    if len(after) < 2 or not re.fullmatch(r"(?: \([^()]*\))?(?:, (?:dans|au|aux|à|en|près|sur) [^,;:«»]{2,40})*", after.of(source.text)):
        return []
    return [Piece(after, "incise-de-titre", 1)]


def placed_start(source: Source, clause: Clause) -> int | None:
    """Return where the place stands that a clause opens with among days and hours, for the heading to begin there: « Ce matin, [à Nolay,] trois agents ont été blessés »; None where nothing but times and places stands there."""
    lead, subject = clause.lead, clause.subject
    if lead is None or subject is None or lead.start >= subject.start or clause.negated or clause.tense not in ("perfect", "simple-past", "present", "near-past"):
        return None
    words = source.text[lead.start : subject.start]
    match = _PLACED.search(words)
    if match is None or not re.fullmatch(r"(?: \([^()]*\))?(?:, (?:dans|au|aux|à|en|près|sur) [^,;:«»]{2,40})*,\s", words[match.end("place") :]):
        return None
    before = words[: match.start("place")].strip(" ,")
    times = [time.span for time in source.analysis.times if time.sentence == clause.sentence]
    dated = before == "" or source.is_date_text(before.lower().replace("’", "'")) or any(span.start <= lead.start + 14 and span.end <= lead.start + match.start("place") for span in times) and before.count(",") == 0 or re.fullmatch(r"(?:Vers|À|Peu avant|Peu après|Dès) \d[\dh :]*|(?:Ce|Cet|Cette) (?:matin|soir|après-midi|nuit|midi)|Dans la (?:nuit|matinée|soirée|journée)(?: de \w+ à \w+| de \w+)?|Dans l['’]après-midi", before) is not None
    if not dated or re.search(r"\b(?:19|20)\d\d\b|depuis|avant|jusqu", before, re.IGNORECASE):
        return None
    return lead.start + match.start("place")


#: « Deux mois plus tard, en mai 2011, les chercheurs ont capturé… »: when it was, counted from what the sentence before tells.
_THEN = re.compile(r"(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|quelques|plusieurs) (?:heures?|jours?|minutes?|semaines?|mois|ans|années) (?:plus tard|après|auparavant|plus tôt),(?: (?:en|le|au|à) [^,;:«»()]{2,30},)?", re.IGNORECASE)


def counted_then(source: Source, clause: Clause) -> bool:
    """Return whether the words before the subject only count the time from what was told before: they fall, and the verb stays in its tense."""
    lead = clause.lead
    return lead is not None and clause.tense in ("perfect", "simple-past") and not clause.negated and _THEN.fullmatch(lead.of(source.text).strip()) is not None


_COUNTED = re.compile(rf"(?i)(?:(?:plus|près|moins) d[e’'] ?|au moins |environ )?{_COUNT} (?:des|sur|de l['’]|d['’]entre)\s?(?:les? |[^\s]+ )?\S*")


def counts(source: Source, clause: Clause) -> bool:
    """Return whether the subject, a number to the parser, counts a noun that it names: « 217 des 441 représentants ont voté pour »."""
    subject = clause.subject
    if subject is None or clause.subject_kind != "pronoun":
        return False
    tokens = source.tokens_in(subject)
    return len(tokens) > 2 and tokens[0].span.of(source.text)[:1].isdigit() and _COUNTED.match(subject.of(source.text)) is not None and any(token.pos in ("NOUN", "PROPN") for token in tokens)


__all__ = ["counted_then", "counts", "more_cuts", "placed_start"]
