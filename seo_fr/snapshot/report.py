"""What ``regress`` tells: for people on a terminal, as JSON, as JUnit XML, as an HTML page before/after."""

from __future__ import annotations

import difflib
import html
import json
import re
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from seo_fr.lock import french_name
from seo_fr.snapshot import STATUS, PageReport, Report
from seo_fr.snapshot.compare import FRENCH, Cause, Difference

_PROOFS = {
    "rerun": "prouvé : sans ce changement, la page ne diffère plus ici",
    "only": "seule chose changée",
    "rest": "tout le reste remis comme avant, la différence demeure",
    "joint": "avec les autres changements, non seul",
    "used": "le passage en est fait, et il a changé",
    "possible": "possible, non départagé",
}
_PLACES = {
    "title_tag": "balise titre",
    "h1": "titre",
    "description": "description",
    "slug": "adresse",
    "introduction": "introduction",
    "keypoints": "points clés",
    "section": "corps",
    "section/heading": "intertitre",
    "who": "qui dit quoi",
    "figures": "chiffres",
    "timeline": "chronologie",
    "places": "lieux",
    "brief": "essentiel en bref",
    "qa": "questions et réponses",
    "conclusion": "conclusion",
    "keyphrase": "expression clé",
    "secondary_keyphrases": "expressions secondaires",
    "findings": "constats",
}
_LONG = 500


_MOST_SILENT = 12


def place(name: str) -> str:
    """Return a place of the page in French."""
    if " → " in name:
        return " → ".join(place(part) for part in name.split(" → "))
    return _PLACES.get(name) or (f"intertitre ({_PLACES.get(name.removesuffix('/heading'), name)})" if name.endswith("/heading") else name)


def cause_text(cause: Cause, proof: bool = True) -> str:
    """Return a cause in French: what, how it changed, how it is known (not without ``proof``)."""
    if cause.kind == "rule":
        path, _, rule = cause.name.partition("#")
        what = f"règle {rule} ({path})" if rule else f"règles {path}"
    elif cause.kind == "template":
        what = f"gabarit {cause.name}"
    elif cause.kind == "unknown":
        return cause.detail
    elif cause.kind in ("code", "glossary"):
        what = {"code": "code", "glossary": "glossaire"}[cause.kind]
    else:
        what = cause.name if " " in cause.name else french_name(cause.name)
    return f"{what} – {cause.detail}" + (f" [{_PROOFS[cause.proof]}]" if proof else "")


def kind_text(difference: Difference) -> str:
    """Return what kind of difference it is, with the templates where they differ."""
    said = FRENCH[difference.kind]
    if difference.kind == "template":
        said += f" : {difference.before_template or 'copie'} → {difference.after_template or 'copie'}"
    if difference.kind == "boundary":
        said += " : n’y commence plus" if difference.before else " : y commence"
    return said


def _around(text: str, other: str) -> str:
    """Return ``text``, cut to what differs from ``other`` where both are long."""
    if len(text) <= _LONG:
        return text
    start = next((i for i, (a, b) in enumerate(zip(text, other, strict=False)) if a != b), 0)
    start = max(0, text.rfind(" ", 0, max(0, start - 60)) + 1) if start > 60 else 0
    piece = text[start : start + _LONG]
    return ("… " if start else "") + piece + ("…" if start + _LONG < len(text) else "")


def _numbers(report: Report) -> dict[str, int]:
    """Return the causes, as text, with a number each, in the order of the pages and their differences."""
    found: dict[str, int] = {}
    for page in report.pages:
        for difference in page.differences:
            for cause in difference.causes:
                found.setdefault(cause_text(cause), len(found) + 1)
    return found


def _causes(difference: Difference, numbers: dict[str, int]) -> str:
    return ", ".join(str(number) for number in sorted(numbers[cause_text(cause)] for cause in difference.causes))


def _head(page: PageReport, numbers: dict[str, int]) -> tuple[str, bool]:
    """Return the line above a page's differences, and whether it tells the cause of all of them."""
    if page.message or not page.differences:
        return f"{page.id} : {page.message or STATUS[page.status]}", False
    of = {_causes(difference, numbers) for difference in page.differences}
    counted = f"{page.id} : {_number(len(page.differences), 'différence')}"
    return (f"{counted}, cause {of.pop()}", True) if len(of) == 1 else (counted, False)


def to_text(report: Report) -> str:
    """Return the report for a terminal: how much changed and for what causes; then page by page, passage by passage, each with the number of its cause."""
    numbers = _numbers(report)
    lines = _summary(report)
    for page in report.pages:
        if page.status == "same":
            continue
        head, told = _head(page, numbers)
        lines += ["", head]
        lines += [f"  ! cette page ne peut pas être acceptée : {message}" for message in page.violations]
        for difference in page.differences:
            lines.append(f"  {place(difference.place)} · {kind_text(difference)}" + ("" if told else f" · cause {_causes(difference, numbers)}"))
            if difference.kind in ("moved", "origin"):
                lines.append(f"    = {_around(difference.after, '')}")
            else:
                lines += [f"    − {_around(difference.before, difference.after)}"] if difference.before else []
                lines += [f"    + {_around(difference.after, difference.before)}"] if difference.after else []
    return "\n".join(lines) + "\n"


def _number(count: int, word: str) -> str:
    return f"{count} {word}{'s' if count > 1 else ''}"


def _summary(report: Report) -> list[str]:
    changed = [page for page in report.pages if page.status == "changed"]
    same = sum(page.status == "same" for page in report.pages)
    lines = [
        f"{_number(len(report.pages), 'page')} : {_number(same, 'identique')}, {_number(len(changed), 'changée')}"
        + "".join(f", {count} {STATUS[status]}" for status in ("unwritable", "missing", "orphaned", "altered") if (count := sum(page.status == status for page in report.pages)))
        + "."
    ]
    for what, number in _numbers(report).items():
        of = [page.id for page in changed if any(cause_text(cause) == what for difference in page.differences for cause in difference.causes)]
        shown = ", ".join(of[:6]) + (f" et {len(of) - 6} autres" if len(of) > 6 else "")
        lines.append(f"  cause {number} : {what} ; {_number(len(of), 'page')} : {shown}")
    silent = report.silent
    lines += [f"  modifié, sans effet sur ces pages : {cause_text(cause, proof=False)}" for cause in silent[:_MOST_SILENT]]
    if len(silent) > _MOST_SILENT:
        lines.append(f"  modifié, sans effet sur ces pages : {len(silent) - _MOST_SILENT} autres (tous sont dans --json)")
    return lines


def _difference(difference: Difference) -> dict[str, Any]:
    return {
        "kind": difference.kind,
        "place": difference.place,
        "before": {"id": difference.before_id, "text": difference.before, "template": difference.before_template},
        "after": {"id": difference.after_id, "text": difference.after, "template": difference.after_template},
        "rules": list(difference.rules),
        "causes": [{"kind": cause.kind, "name": cause.name, "detail": cause.detail, "proof": cause.proof} for cause in difference.causes],
    }


def to_json(report: Report) -> str:
    """Return the report as one JSON object."""
    pages = [
        {
            "id": page.id,
            "status": page.status,
            "message": page.message,
            "violations": list(page.violations),
            "differences": [_difference(difference) for difference in page.differences],
        }
        for page in report.pages
    ]
    silent = [{"kind": cause.kind, "name": cause.name, "detail": cause.detail} for cause in report.silent]
    return json.dumps({"code": report.code, "without_effect": silent, "pages": pages}, ensure_ascii=False, indent=2) + "\n"


def _plain(text: str) -> str:
    """Return ``text`` without the characters that XML 1.0 forbids."""
    return re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)


def to_junit(report: Report) -> str:
    """Return the report as JUnit XML: a test case a page, a failure for a page that differs, an error for one that cannot be compared."""
    failures = sum(page.status == "changed" for page in report.pages)
    errors = sum(page.status not in ("changed", "same") for page in report.pages)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites><testsuite name="seo-fr regress" tests="{len(report.pages)}" failures="{failures}" errors="{errors}">']
    for page in report.pages:
        head = f'<testcase classname="seo-fr.regress" name={quoteattr(_plain(page.id))}'
        if page.status == "same":
            lines.append(head + "/>")
            continue
        tag = "failure" if page.status == "changed" else "error"
        message = page.message or _number(len(page.differences), "différence")
        body = escape(_plain(to_text(Report((page,)))))
        lines.append(f"{head}><{tag} type={quoteattr(page.status)} message={quoteattr(_plain(message))}>{body}</{tag}></testcase>")
    return "\n".join([*lines, "</testsuite></testsuites>"]) + "\n"


_STYLE = """\
body { font: 1rem/1.5 system-ui, sans-serif; margin: 1.5rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border: 1px solid #999; padding: .4rem .6rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
th:first-child, td:first-child { width: 16%; }
del { background: #f6c9c9; color: #5c0000; text-decoration-thickness: 1px; }
ins { background: #c4ecc9; color: #00390a; text-decoration: none; }
.cause { font-size: .875rem; }
"""


def _marked(before: str, after: str) -> tuple[str, str]:
    """Return both texts as HTML, the words that differ in ``del`` and ``ins``."""
    one, two = re.findall(r"\s+|\S+", before), re.findall(r"\s+|\S+", after)
    left, right = "", ""
    for tag, a, b, c, d in difflib.SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        old, new = html.escape("".join(one[a:b])), html.escape("".join(two[c:d]))
        left += old if tag == "equal" or not old else f"<del>{old}</del>"
        right += new if tag == "equal" or not new else f"<ins>{new}</ins>"
    return left, right


def _row(difference: Difference) -> str:
    if difference.kind == "moved":
        left = right = html.escape(difference.after)
    else:
        left, right = _marked(difference.before, difference.after)
    causes = "".join(f"<li>{html.escape(cause_text(cause))}</li>" for cause in difference.causes)
    return (
        f"<tr><td><strong>{html.escape(place(difference.place))}</strong><br>{html.escape(kind_text(difference))}</td><td>{left}</td>"
        f'<td>{right}<ul class="cause">{causes}</ul></td></tr>'
    )


def _page(page: PageReport) -> list[str]:
    lines = [f"<h2>{html.escape(page.id)} – {STATUS[page.status]}</h2>"]
    if page.message:
        lines.append(f"<p>{html.escape(page.message)}</p>")
    lines += [f"<p><strong>Ne peut pas être acceptée :</strong> {html.escape(message)}</p>" for message in page.violations]
    if page.differences:
        lines.append('<table><thead><tr><th scope="col">Passage</th><th scope="col">Avant</th><th scope="col">Après, et cause</th></tr></thead><tbody>')
        lines += [_row(difference) for difference in page.differences]
        lines.append("</tbody></table>")
    return lines


def to_html(report: Report) -> str:
    """Return the report as one self-contained HTML page: before and after side by side, the changed words marked, the cause beneath."""
    lines = [
        "<!DOCTYPE html>",
        '<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>seo-fr : différences</title>',
        f"<style>\n{_STYLE}</style></head><body><h1>Différences avec les pages approuvées</h1>",
        f"<p>{'<br>'.join(html.escape(line.strip()) for line in _summary(report))}</p>",
    ]
    for page in report.pages:
        if page.status != "same":
            lines += _page(page)
    return "\n".join([*lines, "</body></html>"]) + "\n"
