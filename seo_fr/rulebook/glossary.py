"""Reads ``glossary.yaml``: background sentences that a newsroom has approved, each with its source, its approver and its validity."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

from seo_fr.errors import InvalidRulebook
from seo_fr.model import Finding, GlossaryEntry
from seo_fr.rulebook.yamlfile import LINE, read_yaml_lines, suggest

_REQUIRED = ("id", "term", "text", "source", "approver")
_OPTIONAL = ("variants", "except", "country", "valid_from", "valid_until")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
#: An entry is a sentence or two, not an article.
MOST_WORDS = 80


class _Reader:
    def __init__(self, name: str) -> None:
        self.name = name
        self.findings: list[Finding] = []
        self.entries: list[GlossaryEntry] = []

    def fault(self, line: int, message: str) -> None:
        place = f"{self.name}:{line}"
        self.findings.append(Finding("glossaire", "error", place, f"{place} : {message}"))

    def date(self, item: dict[str, Any], key: str, line: int) -> str:
        value = item.get(key, "")
        if value == "":
            return ""
        try:
            if not isinstance(value, str) or re.fullmatch(r"\d{4}-\d\d-\d\d", value) is None:
                raise ValueError
            datetime.date.fromisoformat(value)
        except ValueError:
            self.fault(line, f"« {key} » est une date comme 2026-01-31, pas « {value} ».")
            return ""
        return value

    def read(self, item: Any, line: int) -> None:
        if not isinstance(item, dict):
            self.fault(line, "une entrée est une suite de « clé: valeur » (id, term, text, source, approver…).")
            return
        line = item[LINE]
        before = len(self.findings)
        for key in item:
            if key not in (*_REQUIRED, *_OPTIONAL, LINE):
                self.fault(line, f"clé « {key} » inconnue dans une entrée." + suggest(key, (*_REQUIRED, *_OPTIONAL)))
        for key in _REQUIRED:
            if not isinstance(item.get(key), str) or not item[key].strip():
                self.fault(line, f"la clé « {key} » manque dans cette entrée." if key not in item else f"« {key} » est un texte, non vide.")
        variants = item.get("variants", [])
        if not isinstance(variants, list) or not all(isinstance(variant, str) and variant.strip() for variant in variants):
            self.fault(line, "« variants » est une liste de termes.")
        exceptions = item.get("except", [])
        if not isinstance(exceptions, list) or not all(isinstance(phrase, str) and phrase.strip() for phrase in exceptions):
            self.fault(line, "« except » est une liste d’expressions où le terme ne compte pas.")
        country = item.get("country", "")
        if country not in ("", "France", "États-Unis"):
            self.fault(line, f"« country » : « {country} » n’est pas un pays que seo-fr reconnaît. Valeurs permises : France, États-Unis.")
        since, until = self.date(item, "valid_from", line), self.date(item, "valid_until", line)
        if since and until and until < since:
            self.fault(line, f"« valid_until » ({until}) vient avant « valid_from » ({since}).")
        if len(self.findings) > before:
            return
        text = " ".join(item["text"].split())
        if not _ID.match(item["id"]):
            self.fault(line, f"« {item['id']} » : un identifiant s’écrit en minuscules sans accent, avec des traits d’union.")
        elif any(entry.id == item["id"] for entry in self.entries):
            self.fault(line, f"l’identifiant « {item['id']} » est déjà pris.")
        if text[-1] not in ".!?…»" or not (text[0].isupper() or text[0].isdigit() or text[0] == "«"):
            self.fault(line, "« text » est une phrase entière : une majuscule au début, un point à la fin.")
        if len(text.split()) > MOST_WORDS:
            self.fault(line, f"« text » a plus de {MOST_WORDS} mots : faites-en plusieurs entrées.")
        for opening, closing in ("«»", "()"):
            if text.count(opening) != text.count(closing):
                self.fault(line, f"« text » a un « {opening} » sans « {closing} » (ou l’inverse).")
        if len(self.findings) == before:
            terms = tuple(" ".join(variant.split()) for variant in variants)
            source, approver = " ".join(item["source"].split()).rstrip("."), " ".join(item["approver"].split())
            spared = tuple(" ".join(phrase.split()) for phrase in exceptions)
            self.entries.append(GlossaryEntry(item["id"], " ".join(item["term"].split()), terms, text, source, approver, since, until, self.name, line, spared, country))


def read_glossary(path: Path) -> tuple[GlossaryEntry, ...]:
    """Return the entries of a glossary, in their order. Raises InvalidRulebook with every fault, each at path:line."""
    name = path.as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = "n’est pas en UTF-8" if isinstance(error, UnicodeDecodeError) else "ne peut pas être lu"
        raise InvalidRulebook((Finding("glossaire", "error", name, f"{name} : ce glossaire {why}. Vérifiez le nom du fichier (--glossary)."),)) from None
    document = read_yaml_lines(text, name)
    reader = _Reader(name)
    if document is None:
        return ()
    if not isinstance(document, list):
        reader.fault(1, "un glossaire est une liste d’entrées, chacune ouverte par « - id: … ».")
    else:
        for item in document:
            reader.read(item, 1)
    if reader.findings:
        raise InvalidRulebook(tuple(reader.findings))
    return tuple(reader.entries)
