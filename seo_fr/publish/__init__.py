"""Publishes a finished :class:`~seo_fr.model.Page` as JSON, Markdown, HTML or an HTML fragment. Same page, same bytes."""

from __future__ import annotations

from seo_fr.publish.files import write_atomically
from seo_fr.publish.html_page import to_fragment, to_html
from seo_fr.publish.json_page import SCHEMA_PATH, SCHEMA_VERSION, finding_data, to_json
from seo_fr.publish.markdown_page import to_markdown
from seo_fr.publish.structured import structured_data

__all__ = [
    "SCHEMA_PATH",
    "SCHEMA_VERSION",
    "finding_data",
    "structured_data",
    "to_fragment",
    "to_html",
    "to_json",
    "to_markdown",
    "write_atomically",
]
