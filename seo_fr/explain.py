"""Why the page is what it is: each passage with its origin, and the candidates that lost, with the reason."""

from __future__ import annotations

import json
from typing import Any

from seo_fr.batch import read_source
from seo_fr.ledger import ledger_lines, places
from seo_fr.model import Copied, Edited, Finding, Page
from seo_fr.options import Options
from seo_fr.overrides import prepared
from seo_fr.propose import Candidates

#: How many losing candidates are shown for a place.
LOSERS = 6


def explain_source(source: str, options: Options, limit: int | None, as_json: bool, overrides: str | None = None) -> str:
    """Return the explanation of the page of ``source``, as text or JSON, ending with a newline. Raises SeoFrError."""
    from seo_fr.rewrite import write_page

    options = prepared(source, options, overrides)
    article = read_source(source, options.title, limit)
    seen: dict[str, Any] = {}
    gate = None
    if options.grammar:
        from seo_fr.check.grammar import open_gate

        gate = open_gate(options.languagetool, options.java).__enter__()
    try:
        page = write_page(article, options, gate, seen.__setitem__)
    finally:
        if gate is not None:
            gate.close(remember=False)
    candidates: Candidates = seen["candidates"]
    rejected: dict[str, tuple[Finding, ...]] = seen["rejected"]
    losers = _losers(page, candidates, rejected)
    if as_json:
        document = {"passages": [json.loads(line) for line in ledger_lines(page)], "losers": losers, "findings": [finding.message for finding in page.findings]}
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    lines: list[str] = []
    for place, passage in places(page):
        lines += [f"{place}  [{passage.id}]", f"    {passage.text}"]
        origin = passage.origin
        if isinstance(origin, Copied):
            lines.append(f"    ← source {origin.span.start}–{origin.span.end}")
            lines += [f"       {edit.kind} ({edit.rule}) : « {edit.span.of(article.text)} » → « {edit.after} »" for edit in origin.edits if edit.kind != "typography"]
        elif isinstance(origin, Edited):
            lines.append(f"    ← {origin.by}{', ' + origin.date if origin.date else ''}, à la place de « {origin.replaces} »")
        else:
            lines.append(f"    ← gabarit {origin.template or origin.rule}")
            for slot in origin.slots:
                where = ", ".join(f"{span.start}–{span.end}" for span in slot.source) or slot.reference
                lines.append(f"       {slot.name} = « {slot.text} » (source {where})")
    for place, lost in losers.items():
        lines.append(f"\nOnt perdu pour {place} :")
        lines += [f"    « {item['text']} » : {item['reason']}" for item in lost]
    return "\n".join(lines) + "\n"


def _losers(page: Page, candidates: Candidates, rejected: dict[str, tuple[Finding, ...]]) -> dict[str, list[dict[str, str]]]:
    chosen = {passage.id for _, passage in places(page)}
    found: dict[str, list[dict[str, str]]] = {}
    for place in sorted(candidates.by_place):
        lost = [candidate for candidate in candidates.at(place) if not any(passage.id in chosen for passage in candidate.passages)]
        lost.sort(key=lambda candidate: not any(passage.id in rejected for passage in candidate.passages))
        for candidate in lost[:LOSERS]:
            reasons = [finding.message for passage in candidate.passages for finding in rejected.get(passage.id, ())]
            text = " / ".join(passage.text for passage in candidate.passages)
            found.setdefault(place, []).append({"text": text, "reason": "; ".join(reasons) or f"moins bon que le choix (mérite {', '.join(map(str, candidate.merit))})"})
    return found
