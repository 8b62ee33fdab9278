"""What several blocks ask of a telling: what it is good for, who speaks in it, how it begins."""

from __future__ import annotations

import re

from seo_fr.model import Clause, Edit, Grammar, Span, Statement
from seo_fr.propose.tell import Source, Telling, in_quotes

#: What a telling loses that leans on what the page told before.
LOOSE = -150
_OPEN = ("denied", "conditional", "alleged")
_FUTURE = ("future",)
_TO_COME = re.compile(
    r"\b(?:(?:est|sont) (?:prévue?s?|programmée?s?|attendue?s?|annoncée?s?|fixée?s?)|(?:doit|doivent|devrait|devraient|va|vont) (?:encore |bientôt |désormais |également |aussi )?(?:être \w+(?:é|i|u|s|t)e?s?\b|(?:être |se |s['’])?\w+(?:er|ir|re|oir)\b)|prochaine?s?\b|(?:jours?|semaines?|mois|heures?|années?) à venir\b"
    r"|(?:a|ont) (?:annoncé|promis|prévenu|prévu|assuré) qu(?:e|['’])[^.]*\w+(?:rait|raient)\b|prévoit|prévoient|envisage|envisagent"
    r"|s['’]apprêtent? à|(?:compte|comptent|entend|entendent) (?:bien |encore |aussi |également |pour (?:le moment|l['’]instant) )?(?!(?:quatre|autre|entre|notre|votre|contre|hier|premier|dernier)\b)\w{3,}(?:er|ir|re|oir)\b)",
    re.IGNORECASE,
)


def tags_of(source: Source, telling: Telling) -> tuple[str, ...]:
    """Return what a telling is good for: «lede», «future», «open», «said», «figure»."""
    clauses = [source.clause[clause] for clause in telling.clauses]
    found = []
    if source.is_lede(telling.sentence):
        found.append("lede")
    ahead = [clause for clause in clauses if clause.tense in ("future", "near-future") or clause.commitment in _FUTURE or _announces(source, [clause])]
    if ahead and (len(ahead) == len(clauses) if telling.sentences > 1 else 2 * len(ahead) >= len(clauses)):
        found.append("future")
    unsure = [clause for clause in clauses if clause.commitment in _OPEN or any(s.cls in ("deny", "accuse", "refuse") for s in statements_of(source, [clause]))]
    if unsure and (telling.sentences == 1 or len(unsure) == len(clauses)):
        found.append("open")  # of several sentences, each: a heading may say so of them
    if any(clause.statements for clause in clauses):
        found.append("said")
    classes = {s.cls for s in statements_of(source, clauses)}
    if "accuse" in classes:
        found.append("accuses")
    if "deny" in classes:
        found.append("denies")
    if classes & {"ask", "propose", "promise", "announce", "warn", "decide"}:
        found.append("asks")
    if any(telling.span.covers(figure.span) for figure in source.analysis.figures):
        found.append("figure")
    return tuple(found)


def statements_of(source: Source, clauses: list[Clause]) -> list[Statement]:
    ids = {statement for clause in clauses for statement in clause.statements}
    return [statement for statement in source.analysis.statements if statement.id in ids]


def _announces(source: Source, clauses: list[Clause]) -> bool:
    """Return whether the clauses say what is to come: a future verb (« a déclaré que le match aura lieu »), « est prévu », « doit se tenir », « a annoncé qu’il reviendrait »."""
    if any(_TO_COME.search(re.sub(r"«[^»]*»", " ", clause.span.of(source.text))) for clause in clauses if clause.tense != "pluperfect"):
        return True
    return any(
        not in_quotes(source, token.span) and token.feature("Tense") == "Fut" and token.feature("Mood") != "Cnd" for clause in clauses for token in source.tokens_in(clause.span) if token.pos in ("VERB", "AUX")
    )


def speaker_of(source: Source, telling: Telling) -> int | None:
    for statement in statements_of(source, [source.clause[clause] for clause in telling.clauses]):
        if statement.speaker is not None:
            return statement.speaker
    return None


def begins_with_subject(source: Source, telling: Telling) -> bool:
    """Return whether the telling's first word is its subject's: only then can an opening stand before it."""
    clause = source.clause[telling.clauses[0]]
    if clause.subject is None:
        return False
    start = telling.span.start
    for edit in telling.edits:
        if edit.kind == "drop" and edit.span.start == start:
            start = edit.span.end
    return start == clause.subject.start and clause.subject_kind in ("name", "noun")


def number_of(source: Source, telling: Telling) -> Grammar:
    """Return the grammar of a telling's first subject: « de son côté » or « de leur côté »."""
    clause = source.clause[telling.clauses[0]]
    return Grammar(clause.gender, clause.number)


def capital(source: Source, span: Span) -> tuple[Edit, ...]:
    first = source.text[span.start]
    return (Edit("case", "majuscule-initiale", Span(span.start, span.start + 1), first.upper()),) if first.islower() else ()
