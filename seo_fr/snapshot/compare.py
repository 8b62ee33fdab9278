"""What differs between two pages, passage by passage. Works on the JSON of pages: nothing of the program is needed to read an old one."""

from __future__ import annotations

import difflib
from bisect import bisect_left
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["moved", "reworded", "template", "keyphrase", "boundary", "appeared", "disappeared", "origin", "finding", "other"]
FRENCH: dict[Kind, str] = {
    "moved": "déplacé",
    "reworded": "reformulé",
    "template": "autre gabarit",
    "keyphrase": "autre expression clé",
    "boundary": "autre limite de section",
    "appeared": "apparu",
    "disappeared": "disparu",
    "origin": "même texte, autre origine",
    "finding": "constat",
    "other": "autre valeur",
}
HEADS = ("title_tag", "h1", "description", "slug")
#: Two passages of one place whose words are this alike are one passage that was reworded.
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a passage differs. ``kind``: code, rule, template, glossary, pipeline, package, languagetool, java, python, option, source, overrides, unknown.

    ``proof``: «rerun» (with this one thing changed back, the difference is gone), «only» (nothing else changed), «rest» (with all else changed back, the difference
    stays), «joint» (gone only with several changed back at once), «used» (the passage was made of it, and it changed), «possible».
    """

    kind: str
    name: str
    detail: str
    proof: Literal["rerun", "only", "rest", "joint", "used", "possible"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. ``place`` is where it stands on the page («h1», «introduction», «section»…); ids and templates are empty where there is none."""

    kind: Kind
    place: str
    before: str
    after: str
    before_id: str = ""
    after_id: str = ""
    before_template: str = ""
    after_template: str = ""
    rules: tuple[str, ...] = ()
    causes: tuple[Cause, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """What makes it the same difference in another run."""
        return (self.kind, self.place, self.before_id, self.after_id, self.before, self.after)


@dataclass(frozen=True, slots=True)
class _Item:
    id: str
    place: str
    role: str
    text: str
    template: str
    origin: str
    spans: tuple[tuple[int, int], ...]
    rules: tuple[str, ...]
    order: int
    beside: str  # of a heading: the passage it stands above


def _spans(origin: dict[str, Any]) -> tuple[tuple[int, int], ...]:
    if origin.get("kind") == "edited":
        return ()
    spans = [origin["span"]] if "span" in origin else [span for slot in origin.get("slots", ()) for span in slot["source"]]
    return tuple((span["start"], span["end"]) for span in spans)


def _rules(origin: dict[str, Any]) -> tuple[str, ...]:
    found = [origin.get("rule", ""), origin.get("joined", ""), *(edit["rule"] for edit in origin.get("edits", ()))]
    for slot in origin.get("slots", ()):
        found += [slot.get("rule", ""), *(edit["rule"] for edit in slot["edits"])]
    return tuple(sorted({rule for rule in found if rule}))


def _items(page: dict[str, Any]) -> list[_Item]:
    found: list[tuple[str, dict[str, Any], str]] = [(name, page[name], "") for name in HEADS]
    for block in page["blocks"]:
        if block["heading"] is not None:
            found.append((f"{block['kind']}/heading", block["heading"], block["passages"][0]["id"] if block["passages"] else ""))
        found += [(block["kind"], passage, "") for passage in block["passages"]]
    items = []
    seen: dict[str, int] = {}
    for order, (place, passage, beside) in enumerate(found):
        identifier = passage["id"]
        seen[identifier] = seen.get(identifier, 0) + 1
        if seen[identifier] > 1:
            identifier += f"#{seen[identifier]}"
        origin = passage["origin"]
        items.append(
            _Item(identifier, place, passage["role"], passage["text"], origin.get("template", ""), repr(sorted(origin.items())), _spans(origin), _rules(origin), order, beside)
        )
    return items


def _moved(positions: list[int]) -> set[int]:
    """Return the positions that are not in the longest increasing run: what must be moved for the rest to keep its order (patience sorting)."""
    tails: list[int] = []
    at: list[int] = []
    back: list[int] = []
    for index, value in enumerate(positions):
        place = bisect_left(tails, value)
        if place == len(tails):
            tails.append(value)
            at.append(index)
        else:
            tails[place] = value
            at[place] = index
        back.append(at[place - 1] if place else -1)
    kept: set[int] = set()
    index = at[-1] if at else -1
    while index >= 0:
        kept.add(positions[index])
        index = back[index]
    return set(positions) - kept


def _likeness(old: _Item, new: _Item) -> float:
    if old.place != new.place or (old.role != new.role and {old.role, new.role} & {"question", "answer"}):
        return 0.0
    if old.place in HEADS:
        return 3.0
    words = difflib.SequenceMatcher(None, old.text.split(), new.text.split(), autojunk=False).ratio()
    if old.place.endswith("/heading") and (old.place != "section/heading" or (old.beside and old.beside == new.beside)):
        return 2.0 + words
    shared = any(a < d and c < b for a, b in old.spans for c, d in new.spans)
    if shared and words >= 0.2:
        return round(1.0 + words, 6)
    return round(words, 6) if words >= _ALIKE else 0.0


def _boundaries(page: dict[str, Any]) -> dict[str, str]:
    sections = [block for block in page["blocks"] if block["kind"] == "section" and block["passages"]]
    return {block["passages"][0]["id"]: block["passages"][0]["text"] for block in sections[1:]}


def compare_pages(before: dict[str, Any], after: dict[str, Any]) -> tuple[Difference, ...]:
    """Return every difference between two pages, in the order of the page; none exactly when the pages are the same but for their fingerprints."""
    found: list[tuple[float, Difference]] = []
    if before["keyphrase"]["text"] != after["keyphrase"]["text"]:
        found.append((-3, Difference("keyphrase", "keyphrase", before["keyphrase"]["text"], after["keyphrase"]["text"])))
    second = [", ".join(phrase["text"] for phrase in page["secondary_keyphrases"]) for page in (before, after)]
    if second[0] != second[1]:
        found.append((-2, Difference("keyphrase", "secondary_keyphrases", second[0], second[1])))
    old_bounds, new_bounds = _boundaries(before), _boundaries(after)
    for identifier, text in old_bounds.items():
        if identifier not in new_bounds:
            found.append((-1, Difference("boundary", "section", text, "", identifier, "")))
    for identifier, text in new_bounds.items():
        if identifier not in old_bounds:
            found.append((-1, Difference("boundary", "section", "", text, "", identifier)))
    old, new = _items(before), _items(after)
    by_id = {item.id: item for item in new}
    kept = [(item, by_id[item.id]) for item in old if item.id in by_id]
    moved = _moved([pair[1].order for pair in kept])
    for one, two in kept:
        if one.text != two.text:
            found.append((two.order, _difference("reworded", one, two)))
        elif two.order in moved or one.place != two.place:
            found.append((two.order, _difference("moved", one, two)))
        elif one.origin != two.origin:
            found.append((two.order, _difference("origin", one, two)))
    old_ids = {item.id for item in old}
    gone = [item for item in old if item.id not in by_id]
    came = [item for item in new if item.id not in old_ids]
    pairs = sorted(((-like, one.order, two.order, one, two) for one in gone for two in came if (like := _likeness(one, two)) > 0), key=lambda pair: pair[:3])
    taken: set[tuple[str, str]] = set()
    for _, _, _, one, two in pairs:
        if ("old", one.id) in taken or ("new", two.id) in taken:
            continue
        taken |= {("old", one.id), ("new", two.id)}
        kind: Kind = "template" if one.template != two.template else "origin" if one.text == two.text else "reworded"
        found.append((two.order, _difference(kind, one, two)))
    for one in gone:
        if ("old", one.id) not in taken:
            twin = next((item for item in came if item.text == one.text and ("new", item.id) not in taken), None)
            if twin is not None:
                taken |= {("old", one.id), ("new", twin.id)}
                found.append((twin.order, _difference("moved", one, twin)))
    found += [(item.order + 0.25, _difference("disappeared", item, None)) for item in gone if ("old", item.id) not in taken]
    found += [(item.order + 0.5, _difference("appeared", None, item)) for item in came if ("new", item.id) not in taken]
    found += [(10**6, difference) for difference in _findings(before, after)]
    if not found:
        names = tuple(name for name in sorted(before.keys() | after.keys()) if name != "fingerprint" and before.get(name) != after.get(name))
        found += [(10**7, Difference("other", name, _shown(before.get(name)), _shown(after.get(name)))) for name in names]
    return tuple(difference for _, difference in sorted(found, key=lambda item: (item[0], item[1].key)))


def _shown(value: object) -> str:
    if isinstance(value, dict) and "score" in value:
        return f"{value['text']} ({value['score']})"
    text = ", ".join(_shown(item) for item in value) if isinstance(value, list) else str(value)
    return text if len(text) <= 200 else text[:199] + "…"


def _difference(kind: Kind, one: _Item | None, two: _Item | None) -> Difference:
    shown = two or one
    assert shown is not None
    rules = tuple(sorted({*(one.rules if one else ()), *(two.rules if two else ())}))
    place = f"{one.place} → {two.place}" if one is not None and two is not None and one.place != two.place else shown.place
    return Difference(
        kind,
        place,
        one.text if one else "",
        two.text if two else "",
        one.id if one else "",
        two.id if two else "",
        one.template if one else "",
        two.template if two else "",
        rules,
    )


def _findings(before: dict[str, Any], after: dict[str, Any]) -> list[Difference]:
    texts = [[(finding["rule"], f"[{finding['rule']}] {finding['message']}") for finding in page["findings"]] for page in (before, after)]
    gone = [item for item in dict.fromkeys(texts[0]) if item not in texts[1]]
    came = [item for item in dict.fromkeys(texts[1]) if item not in texts[0]]
    found = []
    for rule, text in gone:
        same = next((item for item in came if item[0] == rule), None)
        if same is not None:
            came.remove(same)
        found.append(Difference("finding", "findings", text, same[1] if same is not None else ""))
    return found + [Difference("finding", "findings", "", text) for _, text in came]
