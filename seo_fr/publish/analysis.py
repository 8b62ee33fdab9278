"""The analysis as one line of JSON: what ``seo-fr analyse`` shows."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from seo_fr.model import Analysis, Keyphrase, Span


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _keyphrase(keyphrase: Keyphrase) -> dict[str, Any]:
    return {"text": keyphrase.text, "score": keyphrase.score, "spans": [_span(span) for span in keyphrase.spans]}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        if set(value) == {"start", "end"}:
            return [value["start"], value["end"]]
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


def to_line(analysis: Analysis) -> str:
    """Return the analysis as one JSON object without line break. Spans are [start, end) in code points of ``text``."""
    article = analysis.article
    document: dict[str, Any] = {
        "source": article.name,
        "title": article.title.of(article.text) if article.title else None,
        "text": article.text,
        "metadata": dict(article.metadata),
        "paragraphs": [
            {"start": paragraph.span.start, "end": paragraph.span.end, "kind": paragraph.kind, "text": paragraph.span.of(article.text)}
            for paragraph in analysis.paragraphs
        ],
        "sections": [
            {"start": section.start, "end": section.end, "keyphrases": [_keyphrase(k) for k in section.keyphrases]}
            for section in analysis.sections
        ],
        "keyphrases": [_keyphrase(keyphrase) for keyphrase in analysis.keyphrases],
        "sentences": [
            {"start": s.span.start, "end": s.span.end, "paragraph": s.paragraph, "doubtful": s.doubtful} for s in analysis.sentences
        ],
    }
    for name in ("entities", "quotes", "clauses", "statements", "figures", "times", "findings"):
        document[name] = [_plain(asdict(item)) for item in getattr(analysis, name)]
    return json.dumps(document, ensure_ascii=False)
