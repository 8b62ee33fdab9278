"""Relative clauses read as clauses of their own: « l’ouragan, qui a ravagé la côte mardi » answers « Quand l’ouragan a-t-il ravagé la côte ? ».

Only « qui » with its antecedent just before it, and a verb that agrees with it; the obstacles of the clause it stands in stay, and fall with what is not used.
"""

from __future__ import annotations

import re
from dataclasses import replace

from seo_fr.french.conjugation import parse_group
from seo_fr.model import Clause, Number, Span, Tense
from seo_fr.propose.tell import Source

_TENSES: dict[tuple[str, str], Tense] = {("Pres", "Ind"): "present", ("Imp", "Ind"): "imperfect", ("Fut", "Ind"): "future", ("Past", "Ind"): "simple-past"}


def relatives(source: Source, clause: Clause) -> tuple[Clause, ...]:
    """Return the relative clauses in « qui » of a clause's complement or subject, each as a clause whose subject is the antecedent. Empty where a boundary is not certain."""
    tokens, text = source.analysis.tokens, source.text
    low, high = source._range(clause.span)
    made: list[Clause] = []
    for i in range(low + 1, high - 2):
        if tokens[i].span.of(text).lower() != "qui" or any(quote.span.overlaps(tokens[i].span) for quote in source.analysis.quotes):
            continue
        verb = tokens[i].head
        if not i < verb < high or tokens[verb].pos not in ("VERB",) or tokens[verb].dep not in ("acl:relcl", "advcl") or verb - i > 6:
            continue
        noun = tokens[verb].head if tokens[verb].dep == "acl:relcl" else i - 2 if tokens[i - 1].span.of(text) == "," else i - 1
        if not low <= noun < i or tokens[noun].pos not in ("NOUN", "PROPN"):
            continue
        before = tokens[i - 1]
        last = i - 2 if before.span.of(text) == "," else i - 1
        start = noun
        while start - 1 >= low and (tokens[start - 1].head == noun or tokens[start - 1].pos in ("DET", "ADJ", "NUM")) and tokens[start - 1].pos in ("DET", "ADJ", "NUM"):
            start -= 1
        if start > low and tokens[start - 1].span.of(text).lower() in ("de", "du", "des", "d’", "d'"):
            continue  # « le maire de la ville, qui a… »
        if last < noun or tokens[start].pos != "DET" and tokens[noun].pos != "PROPN":
            continue
        if any(tokens[j].pos in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ") for j in range(start, last + 1)) or start > low and tokens[start - 1].span.of(text).lower() in ("et", "ou", "ni"):
            continue
        if any(tokens[j].pos in ("NOUN", "PROPN") and tokens[j].pos == "NOUN" for j in range(noun + 1, last + 1)):
            continue  # « le maire de la ville qui a… »: which of the two?
        group = tokens[i + 1].span.start, tokens[verb].span.end
        words = text[slice(*group)]
        if re.search(r"[,;:«»()]", words):
            continue
        finite = next((token for token in tokens[i + 1 : verb + 1] if token.feature("VerbForm") == "Fin"), None)
        if finite is None:
            continue
        end = verb + 1
        while end < high and _below(source, end, verb, i):
            end += 1
        stop = tokens[end - 1].span.end
        comma = text.find(",", group[1], stop)
        while comma >= 0 and text[comma + 1 : comma + 2].isdigit():
            comma = text.find(",", comma + 1, stop)
        stop = comma if comma >= 0 else stop
        while stop > group[1] and text[stop - 1] in " ,;.":
            stop -= 1
        number: Number = "p" if tokens[noun].feature("Number") == "Plur" or tokens[start].span.of(text).lower() in ("les", "des", "ces", "deux", "trois", "quatre", "cinq") else "s"
        parsed = parse_group(words)
        tense = "perfect" if parsed is not None else _TENSES.get((finite.feature("Tense"), finite.feature("Mood") or "Ind"))
        if tense is None or finite.feature("Mood") == "Cnd" or re.match(r"(?i)(?:ne|n[’'])", words) or len(text[start:stop]) and stop <= group[1] + 2:
            continue
        if parsed is None and verb > i + 1 and any(tokens[j].pos == "AUX" for j in range(i + 1, verb)):
            continue
        complement = Span(group[1] + 1, stop) if stop > group[1] + 1 else None
        if tokens[noun].pos == "PROPN" and not any(m.span.start == tokens[start].span.start and m.span.end == tokens[last].span.end for e in source.analysis.entities for m in e.mentions):
            continue
        entity = next((e.id for e in source.analysis.entities if any(m.span.covers(tokens[noun].span) and m.form != "pronoun" for m in e.mentions)), None)
        made.append(
            replace(
                clause, span=Span(tokens[start].span.start, stop), lead=None, subject=Span(tokens[start].span.start, tokens[last].span.end), verb=Span(*group), complement=complement,
                lemma=tokens[verb].lemma.lower(), tense=tense, passive=parsed is not None and parsed.voice == "passive", negated=False, person=3, number=number, gender="",
                subject_kind="name" if tokens[noun].pos == "PROPN" else "noun", subject_entity=entity, commitment="asserted", statements=(), regular=True, kind="",
                obstacles=tuple(o for o in clause.obstacles if not o.startswith(("connective", "shared-subject"))), shorter=(),
            )
        )
    return tuple(made)


def _below(source: Source, at: int, root: int, low: int) -> bool:
    """Return whether token ``at`` hangs on ``root``."""
    tokens = source.analysis.tokens
    steps = 0
    while steps < 60:
        if at == root:
            return True
        head = tokens[at].head
        if head == at or head < low:
            return False
        at, steps = head, steps + 1
    return False
