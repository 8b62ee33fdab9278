"""Schema.org data of a page (JSON-LD): only what the page shows and what its metadata gives."""

from __future__ import annotations

import json
from typing import Any

from seo_fr.model import Page
from seo_fr.publish.layout import credit, keywords, questions


def structured_data(page: Page) -> str:
    """Return the page's JSON-LD, indented, as text that is not yet safe inside a ``script`` element (see :func:`in_script`).

    A ``NewsArticle``; a ``FAQPage`` only where a block of questions and answers is shown; no image, publisher or logo, for nobody gave one.
    """
    article = page.article
    news: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": page.h1.text,
        "description": page.description.text,
        "inLanguage": "fr",
        "keywords": list(keywords(page)),
        "wordCount": page.word_count,
    }
    _, _, date = credit(page)
    if date:
        news["datePublished"] = date
    author = article.get("author")
    if author and (article.byline is None or author.casefold() in article.byline.of(article.text).casefold()):
        news["author"] = {"@type": "Person", "name": author}
    url = article.get("url")
    if url:
        news["url"] = url
        news["mainEntityOfPage"] = url
    graph: list[dict[str, Any]] = [news]
    asked = questions(page)
    if asked:
        graph.append(
            {
                "@type": "FAQPage",
                "inLanguage": "fr",
                "mainEntity": [
                    {"@type": "Question", "name": question, "acceptedAnswer": {"@type": "Answer", "text": answer}}
                    for question, answer in asked
                ],
            }
        )
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=2)


def in_script(data: str) -> str:
    """Return JSON text in which nothing can end a ``script`` element or open a comment: < > & and line separators as ``\\u`` escapes."""
    for character in "<>&\x85\u2028\u2029":
        data = data.replace(character, f"\\u{ord(character):04x}")
    return data
