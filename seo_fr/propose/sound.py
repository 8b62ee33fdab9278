"""Whether a telling reads as a sentence of its own: a main verb that is there, no list cut off, no question, no answer without its question."""

from __future__ import annotations

import re

from seo_fr.model import Edit, Span
from seo_fr.propose.tell import Source, Telling, finish

#: What a sentence begins with that only goes on from the one before, or is no statement.
_FALSE_START = re.compile(
    r"(?:parce qu|pourquoi|comment|par exemple|d['’]ailleurs|à (?:l['’]inverse|ce propos|titre de comparaison|noter\b(?! qu))|autrement dit|en d['’]autres termes|c['’]est-à-dire|soit\b|dont\b|d['’]où\b|d['’]autant\b|voilà|voici"
    r"|tandis qu|alors qu|car\b|puisqu|ainsi\b|or\b|mais\b|et\b|ou\b|idem|même (?:chose|son|scénario|constat|topo)|pour (?:terminer|finir|conclure)\b|bref\b|\d[\d\u00a0\u202f ]* (?:ont|sont|avaient|étaient|seront|d['’]entre)\b|de quoi|un comble|reste (?:à|que)|telle?s?\b|d['’](?:un|autre) (?:côté|part)|d['’]une part|d['’]autre part)",
    re.IGNORECASE,
)
_FALSE_END = re.compile(r"\b(?:cit(?:er|é|e)|suivante?s?|comme|notamment|not(?:er|e)|ci-(?:dessous|après)|d['’]une part|à savoir)\W*$", re.IGNORECASE)
_CUT_SHORT = re.compile(r"\bqu(?:e|['’]),? (?:lorsqu|si\b|s['’]|quand|après|avant|dès|une fois)[^,]*[.!?]$", re.IGNORECASE)
_QUOTE_ALONE = re.compile(r"«[^»]*»[\s.!?…]*")
_RELATIVES = ("qui", "que", "qu'", "dont", "où", "puisque", "puisqu'", "lorsque", "lorsqu'", "quand", "parce")
_PROVISIONAL = re.compile(r"\b(?:premiers? bilans?|bilan provisoire|dans un premier temps|initialement|un temps)\b", re.IGNORECASE)


def is_sound(source: Source, telling: Telling) -> bool:
    """Return whether the telling is a whole sentence by itself."""
    text = telling.text
    if _FALSE_START.match(text) or _FALSE_END.search(text.rstrip(" .…\u00a0")) or text.count("«") != text.count("»") or text.count("(") != text.count(")"):
        return False
    if _QUOTE_ALONE.fullmatch(text) or _CUT_SHORT.search(text):
        return False  # nobody says it; what is said was cut off
    clause = source.clause[telling.clauses[0]]
    if not telling.span.covers(clause.verb) or any(edit.kind == "drop" and edit.span.overlaps(clause.verb) for edit in telling.edits):
        return False
    if clause.subject is not None and clause.regular:
        between = source.text[clause.subject.start : clause.verb.start].replace("’", "'").lower().split()
        if between and between[-1] in _RELATIVES and "," not in source.text[clause.subject.start : clause.verb.start]:
            return False  # « Une attaque qui survient alors que… »: a noun and its relative, no sentence
    return source.text[telling.span.end : telling.span.end + 2].strip("\u00a0\u202f ")[:1] != ":"


def is_provisional(telling: Telling) -> bool:
    """Return whether the telling gives what a later sentence of the same article corrects: « Le premier bilan faisait état de… »."""
    return _PROVISIONAL.search(telling.text) is not None


_ANNOUNCED = re.compile(
    r"(?:(?:rappelons|notons|précisons|signalons|soulignons|ajoutons)(?: (?:aussi|également|enfin|ici|d['’]ailleurs|par ailleurs|en outre))?|on (?:note|notera|rappelle|rappellera|remarque|remarquera|constate|relève|relèvera)(?: (?:aussi|également|enfin|d['’]ailleurs|par ailleurs|en outre|en effet))?"
    r"|il (?:est à|est bon de|faut|convient de|y a lieu de|est utile de) (?:noter|rappeler|souligner|préciser|signaler|remarquer)|(?:à|a) (?:noter|rappeler|souligner|signaler))[ \u00a0](?P<que>que[ \u00a0]|qu['’])",
    re.IGNORECASE,
)


def without_announcement(source: Source, telling: Telling) -> Telling:
    """Return the telling without the « Rappelons que », « On note aussi que », « Il est à noter que » that opens it; as it is where none does."""
    found = _ANNOUNCED.match(source.text, telling.span.start)
    if found is None or any(edit.kind == "drop" and edit.span.start < found.end() < edit.span.end for edit in telling.edits) or found.end() >= telling.span.end:
        return telling
    drop = Edit("drop", "annonce-initiale", Span(telling.span.start, found.end()), "")
    kept = [edit for edit in telling.edits if edit.kind not in ("typography", "case", "period") and edit.span.start >= found.end()]
    done = finish(source, telling.span, [drop, *kept])
    if done is None or done[2][:2].lower() in ("n’", "n'"):
        return telling
    return Telling(*done, telling.clauses, telling.sentence, telling.dropped + len(drop.span), telling.strict, telling.sentences)
