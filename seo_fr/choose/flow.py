"""The written sentences of a block as one text: a pronoun where its name stands just before and nothing else can be meant, no three openings alike."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from seo_fr.edits import apply_edits, in_order
from seo_fr.model import Clause, Copied, Edit, Entity, Passage, Span
from seo_fr.propose import Candidate
from seo_fr.propose.active import ACTIVE
from seo_fr.propose.candidate import variant
from seo_fr.propose.tell import Source

_PRONOUNS = {("m", "s"): "Il", ("f", "s"): "Elle", ("m", "p"): "Ils", ("f", "p"): "Elles"}
_RULE = "pronom-repris"
#: Nouns that no pronoun takes up: what is counted, vague, or a part of something else.
_LONGEST_SUBJECT = 60


def flowing(source: Source, found: tuple[Candidate, ...], block: str, rejected: frozenset[str]) -> tuple[Candidate, ...]:
    """Return the candidates of a block in their order, the subject of one that the sentence before has too as a pronoun, never twice running."""
    made: list[Candidate] = []
    for candidate in found:
        before = made[-1] if made else None
        other = _with_pronoun(source, before, candidate, block) if before is not None and not _is_pronominal(before) else None
        made.append(candidate if other is None or any(item.id in rejected for item in other.passages) else other)
    return tuple(made)


def varied(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates with no three running that begin with the same word, where another order of few changes allows it."""
    left = list(found)
    made: list[Candidate] = []
    while left:
        tail = [_first_word(candidate) for candidate in made[-2:]]
        pick = 0
        if len(tail) == 2 and tail[0] == tail[1]:
            pick = next((i for i, candidate in enumerate(left) if _first_word(candidate) != tail[0]), 0)
        made.append(left.pop(pick))
    return tuple(made)


def _first_word(candidate: Candidate) -> str:
    found = re.match(r"\W*(\w+[’']?)", candidate.passages[0].text)
    return found.group(1).lower() if found else ""


def _is_pronominal(candidate: Candidate) -> bool:
    origin = candidate.passages[0].origin
    return isinstance(origin, Copied) and any(edit.rule == _RULE for edit in origin.edits)


def _subject(source: Source, item: Passage) -> tuple[Clause, Span] | None:
    """Return the first clause of a copied passage and its subject where the passage begins with it, told as it stands or named for a pronoun."""
    if not isinstance(item.origin, Copied) or not item.facts or any(edit.rule == ACTIVE for edit in item.origin.edits):
        return None
    clause = source.clause[item.facts[0]]
    if clause.subject is None or not item.origin.span.covers(clause.subject) or len(clause.subject) > _LONGEST_SUBJECT:
        return None
    start = item.origin.span.start
    for edit in item.origin.edits:
        if edit.kind == "drop" and edit.span.start == start:
            start = edit.span.end
    return (clause, clause.subject) if start == clause.subject.start else None


def _with_pronoun(source: Source, before: Candidate, candidate: Candidate, block: str) -> Candidate | None:
    """« L’homme a été inculpé. L’homme était ivre. » → « Il était ivre. », where no other noun of that gender and number stands in the sentence before."""
    if len(before.passages) != 1 or len(candidate.passages) != 1:
        return None
    first, second = _subject(source, before.passages[0]), _subject(source, candidate.passages[0])
    if first is None or second is None:
        return None
    clause, subject = second
    words, past = subject.of(source.text), first[1].of(source.text)
    entity = source.entity(clause.subject_entity)
    same = entity is not None and first[0].subject_entity == entity.id or words.lower() == past.lower()
    if not same or clause.subject_kind == "none" or "," in words or "«" in words:
        return None
    grammar = _grammar(clause, entity)
    item = candidate.passages[0]
    if grammar not in _PRONOUNS or grammar != _grammar(first[0], entity) or _rivals(source, before, first[1], grammar, entity, _acts(source, clause, entity)):
        return None
    assert isinstance(item.origin, Copied)
    named = [edit for edit in item.origin.edits if edit.kind == "reference" and edit.span.overlaps(subject)]
    if clause.subject_kind == "pronoun":
        edits = [edit for edit in item.origin.edits if edit not in named]  # the source's own pronoun
        if not named or words.capitalize() != _PRONOUNS[grammar]:
            return None
        if words[0].islower():
            edits.append(Edit("case", "majuscule-initiale", Span(subject.start, subject.start + 1), words[0].upper()))
    else:
        if not re.match(r"(?:[Ll]e |[Ll]a |[Ll]es |[Ll][’'])", words) and (entity is None or entity.kind != "person"):
            return None
        kept = [edit for edit in item.origin.edits if not edit.span.overlaps(subject)]
        edits = [*kept, Edit("reference", _RULE, subject, _PRONOUNS[grammar])]
    try:
        ordered = in_order(edits)
        text = apply_edits(source.text, item.origin.span, ordered)
    except ValueError:
        return None
    if not text.startswith(_PRONOUNS[grammar] + " "):
        return None
    return replace(candidate, passages=(variant(item, text, Copied(item.origin.span, ordered)),))


def _grammar(clause: Clause, entity: Entity | None) -> tuple[str, str]:
    if entity is not None and entity.gender:
        return entity.gender, entity.number
    return clause.gender, clause.number


def _acts(source: Source, clause: Clause, entity: Entity | None) -> bool:
    """Return whether only a person or a body can be the subject: it is a person, or it speaks."""
    if entity is not None and entity.kind == "person":
        return True
    assert clause.subject is not None
    head = next((token for token in source.tokens_in(clause.subject) if token.pos == "NOUN"), None)
    if entity is None and head is not None and head.lemma.lower() in _PEOPLE:
        return True
    return any(s.cue.overlaps(clause.verb) and s.speaker is not None and s.speaker == clause.subject_entity for s in source.analysis.statements if s.id in clause.statements)


def _rivals(source: Source, before: Candidate, subject: Span, grammar: tuple[str, str], entity: Entity | None, acts: bool) -> bool:
    """Return whether anything else of that gender and number in the sentence before could be meant: of what acts or speaks, another person or body; of a thing, any noun."""
    origin = before.passages[0].origin
    assert isinstance(origin, Copied)
    others = (
        other
        for other in source.analysis.entities
        if (entity is None or other.id != entity.id) and other.kind in ("person", "organisation", "other", "country") and other.gender in (grammar[0], "") and other.number == grammar[1]
    )
    if any(origin.span.covers(mention.span) and not subject.covers(mention.span) for other in others for mention in other.mentions):
        return True
    wanted = {"m": "Masc", "f": "Fem"}[grammar[0]], {"s": "Sing", "p": "Plur"}[grammar[1]]
    nouns = [
        token
        for token in source.tokens_in(origin.span)
        if token.pos == "NOUN"
        and not subject.covers(token.span)
        and token.feature("Gender") in (wanted[0], "")
        and token.feature("Number") in (wanted[1], "")
        and not any(time.span.covers(token.span) for time in source.analysis.times)
    ]
    if acts:
        return any(token.lemma.lower() in _PEOPLE for token in nouns)
    return bool(nouns)


_PEOPLE = frozenset(
    "homme femme président présidente ministre maire directeur directrice porte-parole victime suspect suspecte conducteur conductrice joueur joueuse entraîneur entraîneuse candidat candidate"
    " député députée sénateur sénatrice général colonel juge procureur avocat avocate policier policière agent mari épouse fils fille frère sœur père mère adversaire rival rivale champion championne"
    " chef roi reine prince princesse pape auteur autrice écrivain acteur actrice chanteur chanteuse étudiant étudiante élève enfant garçon médecin journaliste employé employée salarié salariée".split()
)
