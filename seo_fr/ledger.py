"""The ledger: per passage where it stands, where it comes from, and the hashes that prove it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from seo_fr.model import Article, Copied, Edit, Page, Passage, Slot, Span, Templated


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _span(article: Article, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "sha256": _sha256(span.of(article.text))}


def _edit(edit: Edit) -> dict[str, Any]:
    return {"kind": edit.kind, "rule": edit.rule, "start": edit.span.start, "end": edit.span.end, "after": edit.after}


def _slot(article: Article, slot: Slot) -> dict[str, Any]:
    return {
        "name": slot.name,
        "text": slot.text,
        "source": [_span(article, span) for span in slot.source],
        "reference": slot.reference,
        "edits": [_edit(edit) for edit in slot.edits],
    }


@cache
def _template(template_id: str) -> dict[str, str]:
    from seo_fr.rulebook import load

    try:
        template = load().template(template_id)
    except KeyError:
        return {"template": template_id, "template_sha256": "", "approver": ""}
    return {"template": template_id, "template_sha256": template.sha256, "approver": template.approver}


def places(page: Page) -> Iterator[tuple[str, Passage]]:
    """Yield every passage with its place, in the order of the page: head first, then block by block."""
    for name, passage in (("title_tag", page.title_tag), ("h1", page.h1), ("description", page.description), ("slug", page.slug)):
        yield name, passage
    for number, block in enumerate(page.blocks):
        if block.heading is not None:
            yield f"blocks/{number}/{block.kind}/heading", block.heading
        for position, passage in enumerate(block.passages):
            yield f"blocks/{number}/{block.kind}/{position}", passage


def ledger_lines(page: Page) -> Iterator[str]:
    """Yield one JSON object a passage: id, place, text's hash, operation, source spans with hashes, template, approver, slots, edits."""
    article = page.article
    for place, passage in places(page):
        origin = passage.origin
        entry: dict[str, Any] = {"id": passage.id, "place": place, "role": passage.role, "text": passage.text, "sha256": _sha256(passage.text), "facts": list(passage.facts)}
        if isinstance(origin, Copied):
            entry |= {"operation": "edited" if origin.edits else "copied", "source": [_span(article, origin.span)], "edits": [_edit(edit) for edit in origin.edits]}
        else:
            assert isinstance(origin, Templated)
            entry |= {"operation": "templated", **_template(origin.template), "rule": origin.rule, "joined": origin.joined}
            entry["slots"] = [_slot(article, slot) for slot in origin.slots]
        yield json.dumps(entry, ensure_ascii=False, sort_keys=True)
