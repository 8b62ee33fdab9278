"""What verify found, to read: a table for a terminal, JSON, an HTML page with both texts side by side."""

from __future__ import annotations

import html
import json

from seo_fr.check.verify import LABELS, Verification


def to_table(result: Verification) -> str:
    """Return the verdicts as lines of text for a terminal, the doubtful ones with their reasons and nearest source sentence."""
    lines = []
    for number, item in enumerate(result.sentences, 1):
        lines.append(f"{number:>3}  {LABELS[item.verdict]:<18} {item.text if len(item.text) <= 110 else item.text[:107] + '…'}")
        if item.verdict in ("unsupported", "changed-commitment"):
            lines.extend(f"     {'':<18} · {reason.message}" for reason in item.reasons)
            for start, end in item.sources[:1]:
                source = " ".join(result.article.text[start:end].split())
                lines.append(f"     {'':<18} source : {source if len(source) <= 160 else source[:157] + '…'}")
    counts = ", ".join(f"{result.count(verdict)} {label}{'s' if result.count(verdict) > 1 and verdict in ('copied', 'derived', 'approved') else ''}" for verdict, label in LABELS.items())
    return "\n".join([*lines, f"{len(result.sentences)} phrases : {counts}."]) + "\n"


def to_json(result: Verification) -> str:
    """Return the verdicts as one JSON object, keys sorted, offsets into the source's text."""
    data = {
        "counts": {verdict: result.count(verdict) for verdict in LABELS},
        "faithful": result.faithful,
        "sentences": [
            {
                "text": item.text,
                "verdict": item.verdict,
                "heading": item.heading,
                "support": item.support,
                "reasons": [{"id": r.id, "message": r.message, "actual": r.actual, "expected": r.expected} for r in item.reasons],
                "sources": [{"start": start, "end": end, "text": result.article.text[start:end]} for start, end in item.sources],
            }
            for item in result.sentences
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:2rem;color:#1a1a1a;background:#fff}table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #ccc;padding:.5rem;vertical-align:top;text-align:left}td{width:45%}td:first-child{width:10%}"
    ".unsupported td:first-child{background:#f8d0d0}.changed-commitment td:first-child{background:#fbe3bd}"
    ".copied td:first-child{background:#d9efd9}.derived td:first-child{background:#e3ecf8}ul{margin:.4rem 0 0;padding-left:1.2rem}.h{font-weight:bold}"
)


def to_html(result: Verification) -> str:
    """Return one self-contained HTML page with both texts side by side, everything escaped."""
    rows = []
    for item in result.sentences:
        reasons = "".join(f"<li>{html.escape(reason.message)}</li>" for reason in item.reasons)
        sources = "".join(f"<p>{html.escape(result.article.text[start:end])}</p>" for start, end in item.sources)
        text = f'<span class="h">{html.escape(item.text)}</span>' if item.heading else html.escape(item.text)
        rows.append(
            f'<tr class="{item.verdict}"><td>{html.escape(LABELS[item.verdict])}</td><td>{text}{f"<ul>{reasons}</ul>" if reasons else ""}</td><td>{sources}</td></tr>'
        )
    summary = ", ".join(f"{result.count(verdict)} {label}" for verdict, label in LABELS.items())
    return (
        '<!DOCTYPE html>\n<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>Vérification</title><style>{_STYLE}</style></head><body><h1>Vérification</h1><p>{html.escape(summary)}.</p>"
        '<table><thead><tr><th scope="col">Verdict</th><th scope="col">Page</th><th scope="col">Source</th></tr></thead><tbody>\n'
        + "\n".join(rows)
        + "\n</tbody></table></body></html>\n"
    )
