"""The folder of snapshots.

    DIR/<id>/source.txt      the source, byte for byte (its own extension)
    DIR/<id>/page.json       the approved page, fingerprint included
    DIR/<id>/page.txt        the same for people: one sentence a line
    DIR/<id>/snapshot.json   settings, and which set of components wrote it
    DIR/journal.jsonl        what was approved, by whom and why; each line holds the SHA-256 of the one before
    DIR/.data/<sha256>       sets of components, and the texts of rules and templates that snapshots were made with
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from seo_fr.check.reading import split_sentences
from seo_fr.errors import Refused
from seo_fr.model import Finding, GlossaryEntry
from seo_fr.options import Options
from seo_fr.overrides import SUFFIX
from seo_fr.publish.files import write_atomically

FORMAT = "seo-fr-snapshot/1"
DATA = ".data"
#: Options that belong to a run and not to a page, and the editor's hand, which lies beside the source.
_OF_RUN = ("languagetool", "java", "overrides")
#: Options, and what an entry of a glossary holds, that approvals made before them do not have.
_LATER = frozenset(("standard_glossary",))
_LATER_OF_ENTRY = frozenset(("exceptions", "country", "level"))
_GENERIC = ("article", "source", "index")


def refuse(rule: str, place: str, message: str) -> Refused:
    """Return the error that says in French why nothing is done."""
    return Refused(Finding(rule, "error", place, message))


def sha256(data: bytes) -> str:
    """Return the hexadecimal digest."""
    return hashlib.sha256(data).hexdigest()


def forbid_in_ci(environment: Mapping[str, str] | None = None) -> None:
    """Raise Refused where ``CI=true``: what runs without people approves nothing."""
    if (os.environ if environment is None else environment).get("CI", "").lower() in ("true", "1"):
        raise refuse("ci", "CI", "CI=true : en intégration continue, rien n’est enregistré ni accepté. Faites-le sur votre poste, puis versez les fichiers.")


def identifier(source: str | Path) -> str:
    """Return what a source is called here: its stem, or its folder's name where the stem says nothing («article», «source», «index»)."""
    path = Path(source)
    stem = path.stem
    if stem.lower() in _GENERIC:
        stem = path.resolve().parent.name or stem
    return stem.lstrip(".") or "article"


def identifiers(sources: tuple[str, ...]) -> dict[str, str]:
    """Return the source of each id, sorted. Raises Refused where two have the same."""
    found: dict[str, str] = {}
    for source in sources:
        name = identifier(source)
        if name in found:
            raise refuse("collision", source, f"{source} et {found[name]} auraient le même nom « {name} ». Renommez l’un des deux.")
        found[name] = source
    return dict(sorted(found.items()))


def overrides_of(source: Path) -> Path:
    """Return where the editor's hand on a source is written: ``<stem>.overrides.yaml`` beside it."""
    return source.with_name(source.stem + SUFFIX)


def source_sha256(source: Path) -> str:
    """Return the digest of a source, the editor's hand on it included."""
    beside = overrides_of(source)
    return sha256(source.read_bytes() + (b"\0" + beside.read_bytes() if beside.is_file() else b""))


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An approved page. ``source`` is the file of the copied source; ``components`` the digest of the set that wrote it."""

    id: str
    source: Path
    options: Options
    page: dict[str, Any]
    page_sha256: str
    source_sha256: str
    components: str

    @property
    def settings_sha256(self) -> str:
        """The digest of what the page was asked with."""
        return settings_sha256(self.options)


def settings_sha256(options: Options) -> str:
    """Return the digest of the settings that a snapshot keeps."""
    return sha256(json.dumps(_settings(options), ensure_ascii=False, sort_keys=True).encode())


def _settings(options: Options) -> dict[str, Any]:
    # an option that came later is named only where it is not as usual: what was approved before it keeps its digest
    kept = {item.name: getattr(options, item.name) for item in fields(options) if item.name not in _OF_RUN and (item.name not in _LATER or getattr(options, item.name) != item.default)}
    return kept | {"without": sorted(options.without), "glossary": sha256(_glossary(options).encode()) if options.glossary else ""}


def _glossary(options: Options) -> str:
    """Return the glossary as text; where it was read does not matter."""
    entries = [{name: value for name, value in asdict(entry).items() if name not in ("path", "line") and (name not in _LATER_OF_ENTRY or value)} for entry in options.glossary]
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"


class Store:
    """A folder of snapshots. Reading raises Refused for what is not as it should be; nothing is written but by :meth:`keep`, :meth:`drop` and :meth:`refer`."""

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)

    def require(self) -> None:
        """Raise Refused if there is no such folder."""
        if not self.folder.is_dir():
            raise refuse("instantanes-absents", str(self.folder), f"Le dossier {self.folder} n’existe pas. Faites-le avec « seo-fr snapshot {self.folder} SOURCE… ».")

    def ids(self) -> tuple[str, ...]:
        """Return the ids that have a folder, sorted."""
        if not self.folder.is_dir():
            return ()
        return tuple(sorted(path.name for path in self.folder.iterdir() if path.is_dir() and not path.name.startswith(".")))

    def read(self, name: str) -> Snapshot:
        """Return a snapshot. Raises Refused."""
        place = self.folder / name
        try:
            note = json.loads((place / "snapshot.json").read_text(encoding="utf-8"))
            raw = (place / "page.json").read_bytes()
            page = json.loads(raw)
            given = note["options"]
            options = Options(**given | {"without": tuple(given["without"]), "order": tuple(given["order"]), "entries": tuple(map(tuple, given["entries"])), "glossary": ()})
            if given["glossary"]:
                options = replace(options, glossary=self._read_glossary(given["glossary"]))
            source = place / note["source"]
            if note["format"] != FORMAT or Path(note["source"]).name != note["source"]:
                raise ValueError
            return Snapshot(name, source, options, page, sha256(raw), source_sha256(source), note["components"])
        except (OSError, ValueError, KeyError, TypeError):
            raise refuse(
                "instantane-incomplet", name, f"L’instantané « {name} » est incomplet ou abîmé ({place}). Rétablissez-le depuis votre gestion de versions, ou refaites-le."
            ) from None

    def _read_glossary(self, digest: str) -> tuple[GlossaryEntry, ...]:
        text = self.text(digest)
        if text is None:
            raise ValueError
        made = []
        for entry in json.loads(text):
            fields: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()}
            made.append(GlossaryEntry(**fields))
        return tuple(made)

    # ------------------------------------------------------------------------------------------------------------- blobs

    def text(self, digest: str) -> str | None:
        """Return the kept text with this digest, None if it is not here or not itself any more."""
        try:
            data = (self.folder / DATA / digest).read_bytes()
        except OSError:
            return None
        return data.decode("utf-8") if sha256(data) == digest else None

    def _put(self, text: str) -> str:
        digest = sha256(text.encode())
        path = self.folder / DATA / digest
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, text)
        return digest

    def components(self, digest: str) -> dict[str, str]:
        """Return the set of components with this digest, empty if it is lost."""
        text = self.text(digest)
        return dict(json.loads(text)) if text is not None else {}

    # ------------------------------------------------------------------------------------------------------------- writing

    def refer(self, found: dict[str, str], texts: Callable[[str], str]) -> str:
        """Keep a set of components and the texts of its rules and templates (``texts`` of a component's name); return the set's digest."""
        for name, digest in found.items():
            if name.startswith(("rule:", "template:")) and not (self.folder / DATA / digest).exists():
                self._put(texts(name))
        return self._put(json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n")

    def keep(self, name: str, source: Path, options: Options, page_text: str, components: str) -> Snapshot:
        """Write a snapshot whole, over an older one if there is one; return it."""
        place = self.folder / name
        place.mkdir(parents=True, exist_ok=True)
        copy = place / ("source" + source.suffix.lower())
        copies = {copy: source.read_bytes()}
        if overrides_of(source).is_file():
            copies[overrides_of(copy)] = overrides_of(source).read_bytes()
        for old in place.glob("source.*"):
            if old not in copies:
                old.unlink()
        for path, data in copies.items():
            if not path.exists() or path.read_bytes() != data:
                path.write_bytes(data)
        page = json.loads(page_text)
        write_atomically(place / "page.json", page_text)
        write_atomically(place / "page.txt", readable(page))
        self._note(place, copy.name, options, components)
        return self.read(name)

    def _note(self, place: Path, source: str, options: Options, components: str) -> None:
        if options.glossary:
            self._put(_glossary(options))
        note = {"format": FORMAT, "source": source, "options": _settings(options), "components": components}
        write_atomically(place / "snapshot.json", json.dumps(note, ensure_ascii=False, indent=1, sort_keys=True) + "\n")

    def refresh(self, snapshot: Snapshot, components: str) -> None:
        """Note that the same page was written again by another set of components."""
        if components != snapshot.components:
            self._note(self.folder / snapshot.id, snapshot.source.name, snapshot.options, components)

    def drop(self, name: str) -> None:
        """Remove a snapshot's folder, if it is there."""
        shutil.rmtree(self.folder / name, ignore_errors=True)

    def prune(self) -> None:
        """Remove the kept texts that no snapshot refers to any more."""
        wanted: set[str] = set()
        for name in self.ids():
            kept = self.read(name)
            digest = kept.components
            wanted.add(str(_settings(kept.options)["glossary"]))
            if digest not in wanted:
                wanted.add(digest)
                wanted.update(value for key, value in self.components(digest).items() if key.startswith(("rule:", "template:")))
        for path in sorted((self.folder / DATA).glob("*")):
            if path.name not in wanted:
                path.unlink()


def readable(page: dict[str, Any]) -> str:
    """Return a page's text for people and for small diffs: one sentence a line, a blank line between blocks."""
    lines = [f"{name}: {page[name]['text']}" for name in ("title_tag", "h1", "description", "slug")]
    lines.append(f"keyphrase: {page['keyphrase']['text']}")
    for block in page["blocks"]:
        lines += ["", f"[{block['kind']}]"]
        if block["heading"] is not None:
            lines.append(f"## {block['heading']['text']}")
        for passage in block["passages"]:
            text = passage["text"]
            mark = {"bullet": "- ", "item": "- ", "question": "? "}.get(passage["role"], "")
            pieces = [" ".join(text[start:end].split("\n")).strip() for start, end in split_sentences(text, 0, len(text))]
            lines += [(mark if index == 0 else " " * len(mark)) + piece for index, piece in enumerate(piece for piece in pieces if piece)]
            if passage["role"] == "paragraph":
                lines.append("")
        if lines[-1] == "":
            lines.pop()
    return "\n".join(lines) + "\n"
