"""The journal: what was approved, by whom and why. Each line holds the SHA-256 of the one before, so that nothing can be changed or taken out unseen."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from seo_fr.model import Finding
from seo_fr.publish.files import write_atomically
from seo_fr.snapshot.store import Snapshot, Store, readable, refuse

NAME = "journal.jsonl"
_START = "0" * 64


@dataclass(frozen=True, slots=True)
class Check:
    """What the journal says of a folder: how many entries, the digest of the last, and every fault."""

    entries: int
    head: str
    findings: tuple[Finding, ...]


def _lines(store: Store) -> list[str]:
    path = store.folder / NAME
    try:
        text = path.read_bytes().decode("utf-8") if path.exists() else ""
        return text.removesuffix("\n").split("\n") if text else []
    except (OSError, UnicodeDecodeError):
        raise refuse("journal", str(path), f"Le journal {path} ne peut pas être lu. Rétablissez-le depuis votre gestion de versions.") from None


def _digest(line: str) -> str:
    return hashlib.sha256(line.encode()).hexdigest()


def append(store: Store, action: str, name: str, snapshot: Snapshot | None, before: str, reason: str, by: str, date: str) -> None:
    """Add an entry. ``date`` is what the person gave, «» for none: there is no clock here. Raises Refused where the chain is already broken."""
    lines = _lines(store)
    if any(_chain(lines)):
        raise refuse("journal", NAME, "Le journal est rompu : rien n’y est ajouté. Voyez « seo-fr log --check ».")
    entry: dict[str, Any] = {
        "n": len(lines) + 1,
        "action": action,
        "id": name,
        "page_sha256": snapshot.page_sha256 if snapshot is not None else "",
        "source_sha256": snapshot.source_sha256 if snapshot is not None else "",
        "settings_sha256": snapshot.settings_sha256 if snapshot is not None else "",
        "before": before,
        "reason": reason,
        "by": by,
        "date": date,
        "previous": _digest(lines[-1]) if lines else _START,
    }
    lines.append(json.dumps(entry, ensure_ascii=False))
    write_atomically(store.folder / NAME, "".join(line + "\n" for line in lines))


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _fault(place: str, message: str) -> Finding:
    return Finding("journal", "error", place, message)


def _chain(lines: list[str]) -> list[Finding]:
    found = []
    previous = _START
    for number, line in enumerate(lines, 1):
        try:
            entry = json.loads(line)
            good = isinstance(entry, dict)
        except ValueError:
            entry, good = {}, False
        if not good:
            found.append(_fault(f"ligne {number}", f"Journal, ligne {number} : ce n’est plus une entrée."))
        elif entry.get("previous") != previous:
            found.append(_fault(f"ligne {number}", f"Journal, ligne {number} : la chaîne est rompue, une entrée d’avant a été changée, ôtée ou ajoutée."))
        elif entry.get("n") != number:
            found.append(_fault(f"ligne {number}", f"Journal, ligne {number} : l’entrée porte le numéro {entry.get('n')}."))
        previous = _digest(line)
    return found


def entries(store: Store) -> tuple[dict[str, Any], ...]:
    """Return the entries that can be read, first to last."""
    found = []
    for line in _lines(store):
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        if isinstance(entry, dict):
            found.append(entry)
    return tuple(found)


def approved(store: Store) -> dict[str, dict[str, Any]]:
    """Return the last entry of each id that is still approved, sorted by id."""
    last: dict[str, dict[str, Any]] = {}
    for entry in entries(store):
        if entry.get("action") == "retire":
            last.pop(str(entry.get("id")), None)
        else:
            last[str(entry.get("id"))] = entry
    return dict(sorted(last.items()))


def check(store: Store, head: str = "") -> Check:
    """Return whether the chain is whole and each snapshot is what the journal last approved. ``head``: the digest the last entry must have, if it is known."""
    store.require()
    lines = _lines(store)
    found = _chain(lines)
    last = _digest(lines[-1]) if lines else _START
    if head and head != last:
        found.append(_fault("journal", f"Le journal finit sur {last[:16]}…, non sur {head[:16]}… : des entrées manquent ou ont été ajoutées."))
    known = approved(store)
    for name in sorted(known.keys() | set(store.ids())):
        if name not in known:
            found.append(_fault(name, f"« {name} » : un instantané que le journal n’a pas approuvé."))
            continue
        if name not in store.ids():
            found.append(_fault(name, f"« {name} » : approuvé dans le journal, mais l’instantané n’est plus là."))
            continue
        try:
            snapshot = store.read(name)
        except Exception as error:
            found.append(_fault(name, str(error)))
            continue
        for key, what in (("page_sha256", "la page"), ("source_sha256", "la source"), ("settings_sha256", "les réglages")):
            if getattr(snapshot, key) != known[name].get(key):
                found.append(_fault(name, f"« {name} » : {what} n’est pas ce que le journal a approuvé à l’entrée {known[name].get('n')}."))
        if _bytes(store.folder / name / "page.txt").decode("utf-8", "replace") != readable(snapshot.page):
            found.append(_fault(name, f"« {name} » : page.txt ne dit pas la même chose que page.json."))
        components = store.components(snapshot.components)
        if not components:
            found.append(_fault(name, f"« {name} » : la liste de ce qui l’a écrit manque ou a été changée (.data/{snapshot.components[:12]}…)."))
        lost = [key for key, value in components.items() if key.startswith(("rule:", "template:")) and store.text(value) is None]
        if lost:
            found.append(_fault(name, f"« {name} » : textes perdus ou changés dans .data : {', '.join(lost[:5])}{'…' if len(lost) > 5 else ''}."))
    return Check(len(lines), last, tuple(found))
