"""Articles of invented paragraphs, for tests: as they are read, as they are understood, and what is asked of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from seo_fr.analyse import analyse
from seo_fr.check.fidelity import check_copied
from seo_fr.model import Article, Copied, Paragraph, Passage, Span
from seo_fr.options import Options
from seo_fr.propose import propose
from seo_fr.propose.candidate import Candidate
from seo_fr.propose.tell import Source, Telling, finish
from seo_fr.rulebook import load


def article(*paragraphs: str, title: str = "", **metadata: str) -> Article:
    """Return the article of these paragraphs, a blank line between them, under ``title`` if there is one."""
    spans, at = [], len(title) + 2 if title else 0
    for paragraph in paragraphs:
        spans.append(Paragraph(Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    text = "\n\n".join((title, *paragraphs) if title else paragraphs)
    return Article(text, Span(0, len(title)) if title else None, tuple(spans), tuple(sorted(metadata.items())))


def titled(title: str, *paragraphs: str, **metadata: str) -> Article:
    """The same, the title first as on the page."""
    return article(*paragraphs, title=title, **metadata)


@cache
def understood(*paragraphs: str, title: str = "") -> Source:
    """Return the article of these paragraphs, analysed; made once for the same words."""
    return Source(analyse(article(*paragraphs, title=title)))


@cache
def asked(*paragraphs: str) -> tuple[Article, tuple[Candidate, ...]]:
    """Return the article and every question on it that might be asked."""
    source = understood(*paragraphs)
    return source.analysis.article, propose(source.analysis, load(), Options(), "clé").at("qa")


def pairs(*paragraphs: str) -> list[tuple[str, str]]:
    """Return these questions with their answers, with ordinary spaces."""
    return [(_spaced(candidate.passages[0].text), _spaced(candidate.passages[1].text)) for candidate in asked(*paragraphs)[1]]


def retold(sentence: str, tell: Callable[[Source, Telling], Telling | None]) -> str | None:
    """Return the first sentence as ``tell`` puts it, with ordinary no-break spaces, None where it does not; the second reader must find nothing wrong with it."""
    source = understood(sentence)
    found = source.analysis.sentences[0]
    done = finish(source, Span(found.span.start, found.span.start + len(found.span.of(source.text).rstrip())), [])
    assert done is not None
    telling = tell(source, Telling(*done, tuple(clause.id for clause in source.clauses_of[0]), 0))
    if telling is None:
        return None
    origin = Copied(telling.span, telling.edits)
    assert check_copied(Passage("p", "sentence", telling.text, origin), origin, source.analysis.article, load()) == (), telling.text
    return telling.text.replace("\u00a0", " ")


def _spaced(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")
