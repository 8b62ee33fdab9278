"""Questions that a clause answers: one constituent is asked for, the rest is the question, the constituent is the answer.

Both are the source's words: the question keeps the clause's subject, verb (with the inversion that French asks for) and as much of its complement as is needed;
the answer is the constituent alone, or a sentence whose subject is a pronoun for the question's. Only regular clauses of the newspaper, or with their speaker as subject;
only constituents that the parse *and* their form tell.
"""

from __future__ import annotations

import re
from dataclasses import replace

from seo_fr.model import Clause, Token
from seo_fr.propose.ask_frame import (
    Asked,
    Frame,
    ahead,
    comma_before,
    is_indefinite,
    question_verbs,
    tells_event,
)
from seo_fr.propose.ask_kinds import worth_of
from seo_fr.propose.ask_more import ask_how_possible, ask_mission, ask_punished
from seo_fr.propose.ask_numbers import ask_dating, ask_figures, ask_how_many, ask_toll
from seo_fr.propose.ask_objects import (
    ask_doubted,
    ask_negated,
    ask_object,
    ask_prepositions,
    ask_to_do,
)
from seo_fr.propose.ask_parts import (
    ask_agent,
    ask_attribute,
    ask_circumstances,
    ask_subject,
)
from seo_fr.propose.ask_subject import (
    FRAMING,
    agrees,
    is_connective,
    is_firm,
    is_last_honour,
    subject_of,
    with_article,
    with_own_possessive,
    with_shared_subject,
)
from seo_fr.propose.constituents import (
    constituents,
    in_quote,
    subject_grammar,
)
from seo_fr.propose.relatives import relatives
from seo_fr.propose.source import plain
from seo_fr.propose.tell import Source, in_quotes, is_whole
from seo_fr.rulebook import Rule, Rulebook


def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether one of the rule's verbs stands in a question of ``text``."""
    from seo_fr.french.conjugation import analyse_form

    words = re.findall(r"[\w-]+", text.replace("’", " "))
    lemmas = {form.lemma for word in words for form in analyse_form(re.sub(r"-(?:t-)?(?:ils?|elles?)$", "", word))}
    return text.endswith("?") and bool(lemmas & set(rule.data["verbs"]))


def questions_of(source: Source, book: Rulebook, clause: Clause, key: str) -> list[Asked]:
    """Return every question that the clause answers, or a relative clause in it, with each of its answers; an answer «» where only the whole sentence says who says it."""
    made = _questions_of(source, book, clause, key) + _toll(source, book, clause, key)
    if not clause.statements and clause.commitment in ("asserted", "future") and not clause.negated:
        for relative in relatives(source, clause):
            made += [replace(asked, worth=asked.worth - 6, clause=clause) for asked in _questions_of(source, book, relative, key, inner=True) if asked.kind not in ("oui-non",) and worth_of(book, asked) is not None]
    return made


def _questions_of(source: Source, book: Rulebook, clause: Clause, key: str, inner: bool = False) -> list[Asked]:
    sentence = source.analysis.sentences[clause.sentence]
    if sentence.doubtful or sentence.paragraph < 0 or not (clause.regular or is_firm(source, clause)) or clause.subject is None or clause.person != 3 or not source.is_matter(clause.sentence):
        return []
    if source.analysis.paragraphs[sentence.paragraph].kind == "heading" or in_quotes(source, clause.verb) or in_quote(source, clause.span):
        return []
    if not inner and not is_whole(source, clause) or clause.commitment in ("conditional", "alleged", "denied") or clause.tense in ("conditional", "past-conditional", "other"):
        return []
    clause = with_article(source, with_shared_subject(source, with_own_possessive(source, clause)))
    subject = subject_of(source, clause)
    if subject is None:
        return []
    found = constituents(source, clause)
    leads = tuple(piece for piece in found if piece.lead and piece.kind)
    unknown = [plain(piece.span.of(source.text)) for piece in found if piece.lead and not piece.kind]
    if clause.lead is not None and not any(piece.lead for piece in found):
        unknown = [plain(clause.lead.of(source.text))]
    if any(FRAMING.match(words) for words in unknown) and not is_connective(clause, source):
        return []  # « Selon lui, », « Si le texte passe, »: without it the rest says more
    frame = Frame(source, book, clause, subject, subject_grammar(source, clause), leads, tuple(piece for piece in found if not piece.lead), key, event=is_last_honour(source, subject))
    if not agrees(frame):
        return []
    said = [s for s in source.analysis.statements if s.id in clause.statements]
    relative = [piece.span for piece in frame.pieces if comma_before(frame, piece) and re.match(r"(?:qui|dont|où) ", plain(piece.span.of(source.text)))]
    outside = [s for s in said if not any(span.covers(s.cue) for span in relative)]
    own = not outside and clause.commitment in (("asserted", "future") if not said else ("asserted", "future", "attributed"))
    speaks = any(s.speaker is not None and s.speaker == clause.subject_entity and s.cue.overlaps(clause.verb) and s.remove == 1 for s in source.analysis.statements if s.id in clause.statements)
    noun_speaks = clause.commitment in ("attributed", "asserted") and any(s.cue.overlaps(clause.verb) for s in said) and all(s.cue.overlaps(clause.verb) or s.cue.start >= clause.verb.end and s.cls not in ("according",) and "selon" not in plain(s.cue.of(source.text)) and "d'après" not in plain(s.cue.of(source.text)) for s in said)
    made: list[Asked] = []
    if not own and not inner and clause.commitment == "attributed" and said and all(s.cls in ("say", "announce") and s.remove == 1 and s.speaker_span is not None and not s.cue.overlaps(clause.verb) and not in_quotes(source, s.cue) for s in outside):
        reported = Frame(source, book, replace(clause, commitment="asserted"), subject, frame.grammar, leads, frame.pieces, key)
        found_here = ask_how_many(reported) + ([] if is_indefinite(reported) else ask_circumstances(reported) + ask_figures(reported) + ask_dating(reported))
        made += [replace(asked, answer_text="") for asked in found_here if asked.kind not in ("but", "comment")]
    if clause.negated or clause.commitment == "negated":
        return ask_negated(frame) if not clause.statements else []
    if re.match(r"(?:ne |n')", plain(clause.verb.of(source.text))):
        return []  # « n’a que peu avancé »: a restriction is no plain statement
    if own:
        made += ask_subject(frame)
    if own:
        made += ask_how_many(frame)
    if is_indefinite(frame):
        if own and tells_event(frame):
            definite = replace(frame, event=True)
            return made + [asked for asked in ask_circumstances(definite) if asked.kind in ("quand", "ou", "quand-ou", "pourquoi", "heure")]
        if own and clause.number == "s" and re.match(r"une? ", plain(subject.of(source.text))) or own and re.match(r"des ", plain(subject.of(source.text))):
            made += [asked for asked in ask_circumstances(frame) if asked.kind in ("pourquoi", "but", "comment") or asked.kind in ("quand", "ou", "quand-ou") and (clause.passive or clause.tense == "future")]
            if clause.passive and clause.kind in ("investigation", "arrest", "closure", "cancellation", "agreement", "decision", "strike"):
                made += ask_doubted(frame)
        return made
    if own:
        made += ask_circumstances(frame)
        made += ask_agent(frame)
        made += ask_attribute(frame)
        made += ask_figures(frame)
        made += ask_dating(frame)
        made += ask_doubted(frame)
        made += ask_to_do(frame)
        made += ask_mission(frame) + ask_how_possible(frame) + ask_punished(frame)
    if own or speaks or noun_speaks:
        made += ask_object(frame)
        made += ask_prepositions(frame)
        if not own:
            made += ask_to_do(frame)
            made += ask_figures(frame)
    return made


def _toll(source: Source, book: Rulebook, clause: Clause, key: str) -> list[Asked]:
    """Return « Quel est le bilan ? » of a clause whose subject may be too long to name."""
    if clause.subject is None or not clause.regular or clause.statements or clause.commitment != "asserted" or clause.negated or clause.complement is None or not is_whole(source, clause):
        return []
    found = constituents(source, clause)
    return ask_toll(Frame(source, book, clause, clause.subject, subject_grammar(source, clause), (), tuple(piece for piece in found if not piece.lead), key))


def subtree(tokens: tuple[Token, ...], root: int, low: int, high: int) -> list[int]:
    """Return the tokens between ``low`` and ``high`` that hang on ``root``, in order, without the marks at the ends."""
    inside = {root}
    changed = True
    while changed:
        changed = False
        for j in range(low, high):
            if j not in inside and tokens[j].head in inside:
                inside.add(j)
                changed = True
    ordered = sorted(inside)
    while ordered and tokens[ordered[-1]].pos == "PUNCT" and tokens[ordered[-1]].lemma not in ("»", '"'):
        ordered.pop()
    while ordered and tokens[ordered[0]].pos == "PUNCT" and tokens[ordered[0]].lemma not in ("«", '"'):
        ordered.pop(0)
    return ordered or [root]


__all__ = ["Asked", "ahead", "fires", "question_verbs", "questions_of", "subtree"]
