"""Compare the second annotation of some kept articles (``second/``) with the first (``kept/``).

    python benchmarks/gold/agreement.py ARTICLES_DIR

ARTICLES_DIR holds ``<id>.txt``. A record of one annotation is matched with at most one of the other; what both call optional, and what is left over at a place that the other calls
optional, is not counted. No text is printed.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

Gold = dict[str, Any]
Span = list[int]
Same = Callable[[Gold, Gold], bool]
HERE = Path(__file__).parent


def meet(one: Span, other: Span) -> bool:
    """Return whether two spans share a character."""
    return max(one[0], other[0]) < min(one[1], other[1])


def spans(record: Gold, *keys: str) -> list[Span]:
    """Return the spans under the keys of a record, one or several under each."""
    found: list[Span] = []
    for key in keys:
        value = record.get(key) or []
        found += value if value and isinstance(value[0], list) else [value] if value else []
    return found


def named(gold: Gold, span: Span) -> list[Span]:
    """Return a speaker's span and all the mentions of the name that it is."""
    ids = {one["id"] for one in gold["entities"] if one["span"][0] <= span[0] and span[1] <= one["span"][1]}
    return [span] + [one["span"] for one in gold["entities"] if one["id"] in ids]


def accepted(record: Gold, key: str) -> set[str]:
    """Return the answers that a record accepts for a key."""
    return {record[key], *record.get(f"{key}_also", ())}


def matched(one: list[Gold], two: list[Gold], same: Same, near: Same) -> tuple[int, int, int]:
    """Return how many records both have, how many only the first, how many only the second."""
    rest = list(two)
    both, left = 0, []
    for record in one:
        other = next((candidate for candidate in rest if same(record, candidate)), None)
        if other is None:
            left.append(record)
            continue
        rest.remove(other)
        both += not (record.get("optional") and other.get("optional"))
    first = sum(not r.get("optional") and not any(near(r, q) and q.get("optional") for q in two) for r in left)
    second = sum(not q.get("optional") and not any(near(r, q) and r.get("optional") for r in one) for q in rest)
    return both, first, second


def compare(one: Gold, two: Gold, raw: str) -> dict[str, tuple[int, int, int]]:
    """Return, for each layer that the second annotation has, what both have, only the first, only the second."""

    def place(key: str) -> Same:
        return lambda r, q: meet(r[key], q[key])

    def quote(r: Gold, q: Gold) -> bool:
        if not meet(r["span"], q["span"]) or r["speaker"] is None or q["speaker"] is None:
            return meet(r["span"], q["span"]) and r["speaker"] is None and q["speaker"] is None
        same_words = raw[slice(*r["speaker"])] == raw[slice(*q["speaker"])]
        return same_words or any(meet(x, y) for x in named(one, r["speaker"]) for y in named(two, q["speaker"]))

    def reported(r: Gold, q: Gold) -> bool:
        ours, theirs = spans(r, "speaker", "speaker_also"), spans(q, "speaker", "speaker_also")
        return meet(r["cue"], q["cue"]) and (any(meet(x, y) for x in ours for y in theirs) or not ours and not theirs)

    def statement(r: Gold, q: Gold) -> bool:
        return reported(r, q) and all(accepted(r, key) & accepted(q, key) for key in ("class", "commitment"))

    def strict(r: Gold, q: Gold) -> bool:
        return reported(r, q) and all(r[key] == q[key] for key in ("class", "commitment"))

    def name(r: Gold, q: Gold) -> bool:
        return r["kind"] == q["kind"] and any(x in spans(q, "span", "alt") for x in spans(r, "span", "alt"))

    def number(r: Gold, q: Gold) -> bool:
        return meet(r["span"], q["span"]) and (None in (r["value"], q["value"]) or float(r["value"]) == float(q["value"]))

    result = {
        "quotes with their speaker": matched(one["quotes"], two["quotes"], quote, place("span")),
        "statements: cue, speaker, class, commitment": matched(one["statements"], two["statements"], statement, place("cue")),
        "statements: the first class and commitment": matched(one["statements"], two["statements"], strict, place("cue")),
        "names: span, kind": matched(one["entities"], two["entities"], name, place("span")),
    }
    if "figures" in two:
        result["numbers"] = matched(one["figures"], two["figures"], number, place("span"))
    if "not_asserted" in two:
        ours, theirs = ({at for span in gold["not_asserted"] for at in range(*span) if raw[at].isalnum()} for gold in (one, two))
        result["letters not asserted"] = len(ours & theirs), len(ours - theirs), len(theirs - ours)
    return result


def main() -> None:
    """Print the table."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    total: dict[str, list[int]] = {}
    for path in sorted((HERE / "second").glob("*.json")):
        one, two = (json.loads((HERE / which / path.name).read_text(encoding="utf-8")) for which in ("kept", "second"))
        raw = (Path(sys.argv[1]) / f"{path.stem}.txt").read_text(encoding="utf-8")
        if not one["sha256"] == two["sha256"] == hashlib.sha256(raw.encode()).hexdigest():
            sys.exit(f"{path.stem}: not the text that was annotated")
        for layer, counts in compare(one, two, raw).items():
            total[layer] = [a + b for a, b in zip(total.get(layer, [0, 0, 0]), counts, strict=True)]
    for layer, (both, first, second) in total.items():
        print(f"{layer:<46} F {200 * both / (2 * both + first + second):5.1f}   both {both}, only first {first}, only second {second}")


if __name__ == "__main__":
    main()
