"""Reads ``seo-fr.yaml``: what a newsroom wants of every page, so that nobody types it each time. The command line wins over it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from seo_fr.errors import InvalidRulebook
from seo_fr.model import Finding
from seo_fr.rulebook.yamlfile import key_lines, read_yaml, suggest

FILE = "seo-fr.yaml"
BODIES = ("verbatim", "readable")
#: The blocks that may be left out; those whose place may be chosen; those whose entries may be counted.
BLOCKS = ("introduction", "keypoints", "who", "figures", "timeline", "places", "brief", "qa", "glossary", "conclusion")
ORDERED = ("who", "figures", "timeline", "places", "brief", "qa", "glossary")
MOST_ENTRIES = 20


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file says, by the names of the options; None where it says nothing. ``glossary`` is the path, beside the file if relative."""

    path: str
    words: int | None = None
    without: tuple[str, ...] | None = None
    body: str | None = None
    glossary: Path | None = None
    languagetool: str | None = None
    pipeline: str | None = None
    order: tuple[str, ...] | None = None
    entries: tuple[tuple[str, int, int], ...] | None = None
    standard_glossary: bool | None = None


@dataclass
class _Reader:
    name: str
    folder: Path
    lines: dict[str, int]
    findings: list[Finding] = field(default_factory=list)

    def fault(self, key: str, message: str) -> None:
        place = f"{self.name}:{self.lines.get(key, 1)}"
        self.findings.append(Finding("configuration", "error", place, f"{place} : {message}"))

    def whole(self, key: str, value: Any, least: int, most: int, what: str = "") -> int | None:
        if isinstance(value, str) and re.fullmatch(r"\d{1,6}", value) and least <= int(value) <= most:
            return int(value)
        self.fault(key, f"« {what or key} » est un nombre entier de {least} à {most}, pas « {value} ».")
        return None

    def word(self, key: str, value: Any, known: tuple[str, ...]) -> str | None:
        if isinstance(value, str) and value in known:
            return value
        self.fault(key, f"« {key} » : valeur « {value} » inconnue. Valeurs permises : {', '.join(known)}." + suggest(str(value), known))
        return None

    def blocks(self, key: str, value: Any, known: tuple[str, ...]) -> tuple[str, ...] | None:
        if not isinstance(value, list):
            self.fault(key, f"« {key} » est une liste de blocs : [{', '.join(known)}].")
            return None
        found = [self.word(key, item, known) for item in value]
        if len(set(value)) < len(value) if all(isinstance(item, str) for item in value) else False:
            self.fault(key, f"« {key} » nomme deux fois le même bloc.")
        return tuple(item for item in found if item is not None)

    def yes(self, key: str, value: Any) -> bool | None:
        found = self.word(key, value, ("yes", "no"))
        return None if found is None else found == "yes"

    def text(self, key: str, value: Any) -> str | None:
        if isinstance(value, str) and value.strip():
            return value.strip()
        self.fault(key, f"« {key} » est un texte, non vide.")
        return None

    def file(self, key: str, value: Any) -> Path | None:
        given = self.text(key, value)
        return self.folder / given if given is not None else None

    def entries(self, key: str, value: Any) -> tuple[tuple[str, int, int], ...] | None:
        if not isinstance(value, dict):
            self.fault(key, "« entries » donne par bloc « min » et « max » : « who: {min: 2, max: 6} ».")
            return None
        made = []
        for block, limits in value.items():
            if self.word(key, block, ORDERED) is None:
                continue
            if not isinstance(limits, dict) or set(limits) != {"min", "max"}:
                self.fault(key, f"« entries » : « {block} » a deux clés, « min » et « max ».")
                continue
            least, most = (self.whole(key, limits[name], 1, MOST_ENTRIES, f"entries: {block}: {name}") for name in ("min", "max"))
            if least is not None and most is not None:
                if most < least:
                    self.fault(key, f"« entries » : « {block} » a un « max » ({most}) plus petit que son « min » ({least}).")
                made.append((block, least, most))
        return tuple(made)


_KEYS: dict[str, Callable[[_Reader, Any], Any]] = {
    "words": lambda reader, value: reader.whole("words", value, 0, 2000),
    "without": lambda reader, value: reader.blocks("without", value, BLOCKS),
    "body": lambda reader, value: reader.word("body", value, BODIES),
    "glossary": lambda reader, value: reader.file("glossary", value),
    "languagetool": lambda reader, value: reader.text("languagetool", value),
    "pipeline": lambda reader, value: reader.text("pipeline", value),
    "order": lambda reader, value: reader.blocks("order", value, ORDERED),
    "entries": lambda reader, value: reader.entries("entries", value),
    "standard-glossary": lambda reader, value: reader.yes("standard-glossary", value),
}
KEYS = tuple(_KEYS)


def read_settings(path: Path) -> Settings:
    """Return the settings of a file. Raises InvalidRulebook with every fault, each at path:line."""
    name = path.as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = "n’est pas en UTF-8" if isinstance(error, UnicodeDecodeError) else "ne peut pas être lue"
        raise InvalidRulebook((Finding("configuration", "error", name, f"{name} : cette configuration {why}. Vérifiez le nom du fichier (--config)."),)) from None
    document = read_yaml(text, name)
    if document is None or document == "":
        return Settings(name)
    reader = _Reader(name, path.parent, key_lines(text))
    found: dict[str, Any] = {}
    if not isinstance(document, dict):
        reader.fault("", f"une configuration est une suite de « clé: valeur ». Clés : {', '.join(KEYS)}.")
        document = {}
    for key, value in document.items():
        if key in _KEYS:
            found[key.replace("-", "_")] = _KEYS[key](reader, value)
        else:
            reader.fault(key, f"clé « {key} » inconnue." + (suggest(key, KEYS) or f" Clés : {', '.join(KEYS)}."))
    if reader.findings:
        raise InvalidRulebook(tuple(reader.findings))
    return Settings(name, **found)


def find_settings(config: str | None, folder: Path = Path()) -> Settings | None:
    """Return the settings of ``config``, else those of ``seo-fr.yaml`` in ``folder``, else None. Raises InvalidRulebook."""
    path = Path(config) if config is not None else folder / FILE
    return read_settings(path) if config is not None or path.is_file() else None
