"""A page as JSON, with the origin of every passage. The form is ``page.schema.json`` (JSON Schema 2020-12), beside this module."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from seo_fr.ledger import sources_of
from seo_fr.model import Block, Copied, Edit, Edited, Finding, Keyphrase, Page, Passage, Slot, Span

SCHEMA_VERSION = "1.0"
SCHEMA_PATH = Path(__file__).with_name("page.schema.json")


def to_json(page: Page) -> str:
    """Return the page as indented JSON, keys in a fixed order, ending with a newline. Offsets are code points of the source's normalised text."""
    text = page.article.text
    data: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "source": {"sha256": _digest(text), "characters": len(text), "metadata": dict(page.article.metadata)},
        "title_tag": _passage(page.title_tag, text),
        "h1": _passage(page.h1, text),
        "description": _passage(page.description, text),
        "slug": _passage(page.slug, text),
        "keyphrase": _keyphrase(page.keyphrase),
        "secondary_keyphrases": [_keyphrase(phrase) for phrase in page.secondary_keyphrases],
        "word_count": page.word_count,
        "grammar_checked": page.grammar_checked,
        "blocks": [_block(block, text) for block in page.blocks],
        "findings": [finding_data(finding) for finding in page.findings],
        "ledger": sources_of(page),
        "fingerprint": dict(page.fingerprint),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def finding_data(finding: Finding) -> dict[str, str]:
    """Return a finding as the JSON object that pages and ``--findings`` use."""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "place": finding.place,
        "message": finding.message,
        "actual": finding.actual,
        "expected": finding.expected,
    }


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _edit(edit: Edit) -> dict[str, Any]:
    return {"kind": edit.kind, "rule": edit.rule, **_span(edit.span), "after": edit.after}


def _keyphrase(phrase: Keyphrase) -> dict[str, Any]:
    return {"text": phrase.text, "score": phrase.score, "spans": [_span(span) for span in phrase.spans]}


def _slot(slot: Slot, text: str) -> dict[str, Any]:
    return {
        "name": slot.name,
        "text": slot.text,
        "source": [{**_span(span), "sha256": _digest(span.of(text))} for span in slot.source],
        "reference": slot.reference,
        "edits": [_edit(edit) for edit in slot.edits],
        "grammar": {"gender": slot.grammar.gender, "number": slot.grammar.number, "person": slot.grammar.person, "head": slot.grammar.head},
        "rule": slot.rule,
        "statement": slot.statement,
        "entity": slot.entity,
    }


def _passage(passage: Passage, text: str) -> dict[str, Any]:
    origin: dict[str, Any]
    if isinstance(passage.origin, Copied):
        origin = {
            "kind": "copied",
            "span": _span(passage.origin.span),
            "edits": [_edit(edit) for edit in passage.origin.edits],
            "sha256": _digest(passage.origin.span.of(text)),
        }
    elif isinstance(passage.origin, Edited):
        origin = {
            "kind": "edited",
            "by": passage.origin.by,
            "date": passage.origin.date,
            "replaces": passage.origin.replaces,
            "template": passage.origin.template,
        }
    else:
        origin = {
            "kind": "templated",
            "template": passage.origin.template,
            "rule": passage.origin.rule,
            "joined": passage.origin.joined,
            "slots": [_slot(slot, text) for slot in passage.origin.slots],
        }
    return {"id": passage.id, "role": passage.role, "text": passage.text, "facts": list(passage.facts), "origin": origin}


def _block(block: Block, text: str) -> dict[str, Any]:
    return {
        "kind": block.kind,
        "section": block.section,
        "glossary": block.glossary,
        "heading": _passage(block.heading, text) if block.heading is not None else None,
        "passages": [_passage(passage, text) for passage in block.passages],
    }
