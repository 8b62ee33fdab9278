"""Where a heading may not end: before what the verb or its noun needs; and what stands between a verb and its object, which may fall instead.

« Les élus ont rejeté mercredi, par 12 voix contre 9, la motion » is « Les élus rejettent la motion », never « Les élus ont rejeté mercredi, par 12 voix contre 9 ».
"""

from __future__ import annotations

import re

from seo_fr.french.calendar import DAYS
from seo_fr.model import Clause, Span
from seo_fr.propose.heading_words import is_named
from seo_fr.propose.headlines import _NEVER_DROP
from seo_fr.propose.severed import severed
from seo_fr.propose.tell import Source, in_quotes
from seo_fr.propose.trimmer import Piece

_WHEN = r"(?: (?:" + DAYS + r"|hier|aujourd['’]hui)(?: (?:matin|midi|soir|après-midi))?(?: (?:1er|\d{1,2}) \w+(?: \d{4})?)?)"
_INSERTION = r"(?!en cas |à condition|à moins|à défaut|au lieu|contre l[’\']avis|à l[’\']avis)(?:par|à|au|aux|en|dans|lors|avec|contre|après|sous|devant|malgré|sur|grâce|dès|depuis|face|via)(?: |['’])[^,;:«»()\n]{2,70}"
_OBJECT = r"(?:l[ea]s? |l['’]|une? |des |du |de la |de l['’]|son |sa |ses |leurs? |plus de |près de |quelque |\d)"
#: The verb, a day or none, an insertion between two commas, the object.
_PARTED = re.compile(rf"({_WHEN}?, {_INSERTION},) (?={_OBJECT})")
#: The verb, a day alone, the object.
_DATED = re.compile(rf"({_WHEN}),? (?={_OBJECT})")
#: « un projet », « une opération », « de nouvelles mesures »: which, is said by what follows.
_WHICH = re.compile(r"(?i)(?<!\w)(?:une?|des|de nouve\w+|plusieurs|\w+) (?:nouve\w+ |vaste |important\w* )?(\w[\w-]*)(?: de (?:loi|décret|résolution|principe|règlement))?$")
_FOLLOWS = re.compile(r"\s(?:d[eu]s? |d['’]|sur |pour |visant |contre |qui |relati|portant |concernant |destiné|prévoyant |permettant |afin |à |aux? |en faveur )")


def inserted(source: Source, clause: Clause) -> list[Piece]:
    """Return what stands between two commas, with the day before it, right behind the verb and before its object: « a approuvé [jeudi, à l’unanimité,] la vente »."""
    match = _PARTED.match(source.text, clause.verb.end, clause.span.end)
    if match is None or clause.negated or clause.passive or clause.commitment not in ("asserted", "denied"):
        return []
    span = Span(match.start(1), match.end(1))
    inside = source.tokens_in(span)
    if {token.span.of(source.text).lower() for token in inside} & _NEVER_DROP or any(token.pos in ("PRON", "SCONJ", "AUX") or token.feature("VerbForm") == "Fin" for token in inside) or in_quotes(source, span):
        return []
    if any(statement.sentence == clause.sentence and statement.cue.overlaps(span) for statement in source.analysis.statements):
        return []
    return [Piece(span, "circonstance-de-titre", 2)]


def amputated(source: Source, clause: Clause, end: int) -> bool:
    """Return whether a heading that ends at ``end`` leaves the verb without the object that comes later, a second verb with nothing, or « un projet » without what it is for."""
    text = source.text
    if severed(source, end, clause.span.start):
        return True
    if end >= clause.span.end:
        return False
    for pattern in (_PARTED, _DATED):
        match = pattern.match(text, clause.verb.end, clause.span.end)
        if match is not None and not clause.passive and end <= match.end():
            return True
    kept = source.tokens_in(Span(clause.span.start, end))
    if not kept or text[end : clause.span.end].strip(" ,.") == "":
        return False
    last = kept[-1]
    if last.pos == "VERB" and last.span.start >= clause.verb.end and last.feature("VerbForm") == "Fin":
        return True  # « remporte l’étape et conforte »
    if clause.passive and clause.verb.covers(last.span) and is_named("needs-complement", clause.lemma):
        return True  # « Un soutien est apporté »
    which = _WHICH.search(text[max(clause.verb.start, end - 60) : end])
    return which is not None and is_named("which", which.group(1).lower()) and _FOLLOWS.match(text, end) is not None


__all__ = ["amputated", "inserted"]
