"""Runs the examples of the rules that clauses, statements and compressions are made with: the example is analysed as an article would be."""

from __future__ import annotations

import functools

from seo_fr.model import Article, Clause, Paragraph, Quote, Sentence, Span, Statement, Token
from seo_fr.rulebook import Rule, Rulebook


@functools.lru_cache(maxsize=512)
def _parsed(text: str) -> tuple[tuple[Token, ...], tuple[Sentence, ...], tuple[Quote, ...]]:
    from seo_fr.analyse.pipeline import parse

    parsed = parse(Article(text, None, (Paragraph(Span(0, len(text))),)))
    quotes: list[Quote] = []
    at = 0
    while (start := text.find("«", at)) >= 0 and (end := text.find("»", start)) >= 0:
        inner = text[start + 1 : end]
        left = start + 1 + len(inner) - len(inner.lstrip())
        right = start + 1 + len(inner.rstrip())
        quotes.append(Quote(len(quotes), Span(start, end + 1), (Span(left, right),), len(inner.split()) > 3, (0,)))
        at = end + 1
    return parsed.tokens, parsed.sentences, tuple(quotes)


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the tokens of an example."""
    return _parsed(text)[0]


def clauses_of(text: str, book: Rulebook) -> tuple[Clause, ...]:
    """Return the clauses of an example, with no entities known."""
    from seo_fr.analyse.clauses import extract_clauses

    return extract_clauses(text, *_parsed(text), (), book)


def statements_of(text: str, book: Rulebook) -> tuple[Statement, ...]:
    """Return the statements of an example, with no entities known."""
    from seo_fr.analyse.statements import extract_statements

    return extract_statements(text, *_parsed(text), (), book)


def fires_statement(rule: Rule, book: Rulebook, text: str) -> bool:
    """Whether a word of the rule is the cue of a statement of the rule's class."""
    from seo_fr.analyse.phrases import words_of

    made = statements_of(text, book)
    if rule.kind == "attribution-phrases":
        return any(words_of(s.cue.of(text)) in {words_of(p) for p in rule.data["phrases"]} for s in made)
    words = rule.data["verbs"] if rule.kind == "reporting-verbs" else rule.data["nouns"]
    plain = {w.replace("’", "'").removeprefix("s'").removeprefix("se ").split()[0] for w in words}
    return any(s.cue_lemma in plain and s.cls == rule.data["class"] for s in made)


def fires_event(rule: Rule, book: Rulebook, text: str) -> bool:
    """Whether a clause of the example is of the rule's kind of event (for the rule of light verbs: of any, by a noun)."""
    from seo_fr.analyse.events import event_lexicon

    kinds = [clause.kind for clause in clauses_of(text, book)]
    if rule.data["event"] == "none":
        return any(k for k in kinds) and any(c.lemma in event_lexicon(book).with_subject for c in clauses_of(text, book))
    return rule.data["event"] in kinds


def fires_anaphor(rule: Rule, book: Rulebook, text: str) -> bool:
    """Whether a clause of the example has an obstacle that the rule's words make."""
    obstacles = [o for clause in clauses_of(text, book) for o in clause.obstacles]
    if rule.kind == "connectives":
        return any(o.startswith("connective:") for o in obstacles)
    role = rule.data["role"]
    if role == "phrase":
        return any(o.startswith(rule.data["label"] + ":") for o in obstacles)
    if role == "insertion":
        return any(o.startswith("also:") for o in obstacles)
    label = {"persons": "definite:", "titles": "short-title:", "institutions": "definite:"}[role]
    return any(o.startswith(label) for o in obstacles)


def fires_hedge(rule: Rule, book: Rulebook, text: str) -> bool:
    """Whether the example is not asserted."""
    return any(clause.commitment == "conditional" for clause in clauses_of(text, book))


def fires_compression(rule: Rule, book: Rulebook, text: str) -> bool:
    """Whether a shorter form of the example is made with the rule."""
    if rule.data["pattern"] == "guard":
        return not any(clause.shorter for clause in clauses_of(text, book))
    return any(edit.rule == rule.id for clause in clauses_of(text, book) for shorter in clause.shorter for edit in shorter.edits)
