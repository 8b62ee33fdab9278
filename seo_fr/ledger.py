"""The ledger: per passage where it stands, where it comes from, and the hashes that prove it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from seo_fr.model import Article, Copied, Edit, Edited, Page, Passage, Slot, Span

if TYPE_CHECKING:
    from seo_fr.rulebook import Rulebook


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
        "glossary": slot.reference.removeprefix("glossary:") if slot.reference.startswith("glossary:") else "",
        "edits": [_edit(edit) for edit in slot.edits],
    }


@lru_cache(maxsize=8)
def _hashes(book: Rulebook) -> dict[str, str]:
    """Return the SHA-256 of what each rule says (kind and data: not its reason, not its examples)."""
    return {rule.id: _sha256(json.dumps([rule.kind, rule.data], ensure_ascii=False, sort_keys=True)) for rule in book.rules}


def _template(template_id: str) -> dict[str, str]:
    from seo_fr.rulebook import load

    try:
        template = load().template(template_id)
    except KeyError:
        return {"template": template_id, "template_sha256": "", "approver": ""}
    return {"template": template_id, "template_sha256": template.sha256, "approver": template.approver}


def _definition(slot: Slot) -> str:
    """Return the id of the rule of the standard glossary whose words a slot gives; «» where they are the article's, the newsroom's or what the rule no longer says."""
    from seo_fr.rulebook import load
    from seo_fr.rulebook.background import standard_entries

    kind, _, name = slot.reference.partition(":")
    entry = next((entry for entry in standard_entries(load()) if entry.id == name), None) if kind == "glossary" else None
    terms = () if entry is None else (entry.term, *entry.variants)
    return name if entry is not None and (slot.text in (entry.text, entry.source) or any(term.endswith(slot.text) for term in terms)) else ""


def rule_ids(passage: Passage) -> tuple[str, ...]:
    """Return the ids of the rules that made a passage, sorted: its edits', its slots', the one that allows a join. Some are the program's own and in no file."""
    origin = passage.origin
    if isinstance(origin, Edited):
        return ()
    if isinstance(origin, Copied):
        found = [edit.rule for edit in origin.edits]
    else:
        found = [origin.rule, origin.joined, *(slot.rule for slot in origin.slots), *(edit.rule for slot in origin.slots for edit in slot.edits)]
        found += [_definition(slot) for slot in origin.slots]
    return tuple(sorted({rule for rule in found if rule}))


def places(page: Page) -> Iterator[tuple[str, Passage]]:
    """Yield every passage with its place, in the order of the page: head first, then block by block."""
    for name, passage in (("title_tag", page.title_tag), ("h1", page.h1), ("description", page.description), ("slug", page.slug)):
        yield name, passage
    for number, block in enumerate(page.blocks):
        if block.heading is not None:
            yield f"blocks/{number}/{block.kind}/heading", block.heading
        for position, passage in enumerate(block.passages):
            yield f"blocks/{number}/{block.kind}/{position}", passage


def sources_of(page: Page) -> dict[str, Any]:
    """Return the templates and rules that a page was made with: by template id its file's SHA-256 and who approved it, by rule id the SHA-256 of what it says.

    The rules that are the program's own and in no file have an empty hash: they change with the code.
    """
    from seo_fr.rulebook import load

    templates: dict[str, dict[str, str]] = {}
    rules: set[str] = set()
    for _, passage in places(page):
        rules.update(rule_ids(passage))
        template = getattr(passage.origin, "template", "")
        if template:
            known = _template(template)
            templates[template] = {"sha256": known["template_sha256"], "approver": known["approver"]}
    hashes = _hashes(load()) if rules else {}
    return {"templates": dict(sorted(templates.items())), "rules": {rule: hashes.get(rule, "") for rule in sorted(rules)}}


def ledger_lines(page: Page) -> Iterator[str]:
    """Yield one JSON object a passage: id, place, text's hash, operation, source spans with hashes, template, rules, approver, slots, edits, editor."""
    from seo_fr.rulebook import load

    article = page.article
    hashes = _hashes(load())
    for place, passage in places(page):
        origin = passage.origin
        entry: dict[str, Any] = {"id": passage.id, "place": place, "role": passage.role, "text": passage.text, "sha256": _sha256(passage.text), "facts": list(passage.facts)}
        entry["rules"] = [{"id": rule, "sha256": hashes.get(rule, "")} for rule in rule_ids(passage)]
        if isinstance(origin, Copied):
            entry |= {"operation": "edited" if origin.edits else "copied", "source": [_span(article, origin.span)], "edits": [_edit(edit) for edit in origin.edits]}
        elif isinstance(origin, Edited):
            entry |= {"operation": "editor", "by": origin.by, "date": origin.date, "replaces": origin.replaces, "replaces_sha256": _sha256(origin.replaces)}
            entry |= _template(origin.template) if origin.template else {}
        else:
            entry |= {"operation": "templated", **_template(origin.template), "rule": origin.rule, "joined": origin.joined}
            entry["slots"] = [_slot(article, slot) for slot in origin.slots]
        yield json.dumps(entry, ensure_ascii=False, sort_keys=True)
