"""Reads every rule and template once, checks their form, and keeps them in a total order (file, then position)."""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from seo_fr.errors import InvalidRulebook
from seo_fr.model import Finding
from seo_fr.rulebook.data import data_dir
from seo_fr.rulebook.kinds import KINDS
from seo_fr.rulebook.yamlfile import LINE, read_yaml_lines, without_lines

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_RULE_KEYS = {"id", "kind", "why", "data", "examples"}
_TEMPLATE_KEYS = {"frame", "needs", "examples", "why", "approver", "priority", "kinds"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``data`` is as its kind wants it, every scalar a string; ``fires`` and ``spares`` are its examples."""

    id: str
    kind: str
    why: str
    data: dict[str, Any] = field(hash=False)
    fires: tuple[str, ...]
    spares: tuple[str, ...]
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class TemplateExample:
    """What a template must give: ``given`` maps a slot's name to its text and grammar («text», «gender», «number»)."""

    given: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    text: str


@dataclass(frozen=True, slots=True)
class Template:
    """One French pattern. ``id`` is its path under ``templates/`` without extension; ``role`` is the first folder of it.

    ``frame`` is the kind of facts it can be made of, ``kinds`` what must have happened (empty: anything), ``needs`` the slots, all declared.
    """

    id: str
    role: str
    frame: str
    kinds: tuple[str, ...]
    needs: tuple[str, ...]
    source: str
    why: str
    approver: str
    priority: int
    examples: tuple[TemplateExample, ...]
    sha256: str
    path: str
    line: int


@dataclass(frozen=True, eq=False)
class Rulebook:
    """All rules and templates of one folder pair. Compared and hashed by identity, so that compiled forms can be cached on it."""

    rules: tuple[Rule, ...]
    templates: tuple[Template, ...]
    files: tuple[tuple[str, str], ...]  # path, SHA-256

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Rule, ...]]:
        found: dict[str, list[Rule]] = {}
        for rule in self.rules:
            found.setdefault(rule.kind, []).append(rule)
        return {kind: tuple(rules) for kind, rules in found.items()}

    @cached_property
    def _by_role(self) -> dict[str, tuple[Template, ...]]:
        found: dict[str, list[Template]] = {}
        for template in self.templates:
            found.setdefault(template.role, []).append(template)
        return {role: tuple(items) for role, items in found.items()}

    @cached_property
    def _by_id(self) -> dict[str, Template]:
        return {template.id: template for template in self.templates}

    def of_kind(self, kind: str) -> tuple[Rule, ...]:
        """Return the rules of ``kind``, by file and then position. Raises KeyError for a kind that is not in the closed list."""
        if kind not in KINDS:
            raise KeyError(kind)
        return self._by_kind.get(kind, ())

    def rule(self, rule_id: str) -> Rule:
        """Return the rule with this id. Raises KeyError."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)

    def for_role(self, role: str) -> tuple[Template, ...]:
        """Return the templates of a role, by id."""
        return self._by_role.get(role, ())

    def template(self, template_id: str) -> Template:
        """Return the template with this id. Raises KeyError."""
        return self._by_id[template_id]

    @cached_property
    def sha256(self) -> str:
        """The digest of all the files, paths included."""
        return hashlib.sha256("".join(f"{path}\0{digest}\n" for path, digest in self.files).encode()).hexdigest()


def _suggest(word: str, known: tuple[str, ...]) -> str:
    close = difflib.get_close_matches(word, known, n=1)
    return f" Vouliez-vous dire « {close[0]} » ?" if close else f" Valeurs permises : {', '.join(known)}."


class _Reader:
    """Collects rules, templates and every fault found on the way."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.rules: list[Rule] = []
        self.templates: list[Template] = []
        self.files: list[tuple[str, str]] = []
        self._ids: set[str] = set()

    def fault(self, rule: str, path: str, line: int, message: str) -> None:
        self.findings.append(Finding(rule, "error", f"{path}:{line}", f"{path}:{line} : {message}"))

    def text_of(self, file: Path, shown: str) -> str | None:
        data = file.read_bytes()
        self.files.append((shown, hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()))
        try:
            return data.decode("utf-8").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            self.fault("utf-8", shown, data[: error.start].count(b"\n") + 1, "ce fichier n’est pas en UTF-8. Enregistrez-le en UTF-8.")
            return None

    def yaml(self, text: str, shown: str) -> Any:
        try:
            return read_yaml_lines(text, shown)
        except InvalidRulebook as error:
            self.findings.extend(error.findings)
            return None

    def read_rules(self, file: Path, shown: str) -> None:
        text = self.text_of(file, shown)
        document = self.yaml(text, shown) if text is not None else None
        if document is None:
            return
        if not isinstance(document, list):
            self.fault("liste-de-regles", shown, 1, "un fichier de règles est une liste (« - id: … »).")
            return
        for item in document:
            self.read_rule(item, shown)

    def read_rule(self, item: Any, shown: str) -> None:
        if not isinstance(item, dict):
            self.fault("regle", shown, 1, "chaque règle est une suite de « clé: valeur ».")
            return
        line = item[LINE]
        before = len(self.findings)
        for key in sorted(set(item) - _RULE_KEYS - {LINE}):
            self.fault("cle-inconnue", shown, line, f"clé « {key} » inconnue dans une règle." + _suggest(key, tuple(sorted(_RULE_KEYS))))
        for key in sorted(_RULE_KEYS - set(item)):
            self.fault("cle-absente", shown, line, f"la clé « {key} » manque dans cette règle.")
        if len(self.findings) > before:
            return
        if not isinstance(item["id"], str) or not _ID.match(item["id"]):
            self.fault("identifiant", shown, line, f"« {item['id']} » : un identifiant s’écrit en minuscules sans accent, avec des traits d’union.")
        elif item["id"] in self._ids:
            self.fault("identifiant", shown, line, f"l’identifiant « {item['id']} » est déjà pris.")
        kind = KINDS.get(item["kind"]) if isinstance(item["kind"], str) else None
        if kind is None:
            self.fault("genre", shown, line, f"genre de règle « {item['kind']} » inconnu." + _suggest(str(item["kind"]), tuple(sorted(KINDS))))
            return
        data, examples = item["data"], item["examples"]
        if not isinstance(data, dict):
            self.fault("data", shown, line, "« data » est une suite de « clé: valeur ».")
            return
        keys = set(data) - {LINE}
        for key in sorted(set(kind.required) - keys):
            self.fault("data", shown, line, f"une règle « {kind.name} » a besoin de « {key} » dans « data ».")
        for key in sorted(keys - set(kind.required) - set(kind.optional)):
            self.fault("data", shown, line, f"clé « {key} » inconnue dans « data »." + _suggest(key, kind.required + kind.optional))
        if not isinstance(examples, dict) or set(examples) - {LINE} != {"fires", "spares"}:
            self.fault("exemples", shown, line, "« examples » a deux listes : « fires » (la règle s’applique) et « spares » (elle ne s’applique pas).")
            return
        lists = {}
        for key in ("fires", "spares"):
            values = examples[key]
            if not isinstance(values, list) or not values or not all(isinstance(value, str) for value in values):
                self.fault("exemples", shown, line, f"« {key} » est une liste d’au moins un exemple.")
            else:
                lists[key] = tuple(values)
        if not isinstance(item["why"], str) or not item["why"].strip():
            self.fault("pourquoi", shown, line, "« why » dit en français pourquoi la règle existe.")
        if len(self.findings) == before:
            self._ids.add(item["id"])
            self.rules.append(Rule(item["id"], kind.name, item["why"], without_lines(data), lists["fires"], lists["spares"], shown, line))

    def read_template(self, file: Path, shown: str, template_id: str) -> None:
        from seo_fr.rulebook.render import needed_names

        text = self.text_of(file, shown)
        if text is None:
            return
        head, separator, body = text.partition("\n---\n")
        if not separator:
            self.fault("gabarit", shown, 1, "un gabarit commence par son en-tête YAML, puis une ligne « --- », puis le texte.")
            return
        meta = self.yaml(head, shown)
        if not isinstance(meta, dict):
            if meta is not None:
                self.fault("gabarit", shown, 1, "l’en-tête d’un gabarit est une suite de « clé: valeur ».")
            return
        before = len(self.findings)
        for key, value in meta.items():
            if key in ("frame", "why", "approver", "priority") and not isinstance(value, str):
                self.fault("cle-mal-remplie", shown, 1, f"« {key} » est un texte, pas une liste.")
            if key in ("needs", "kinds", "examples") and not isinstance(value, list):
                self.fault("cle-mal-remplie", shown, 1, f"« {key} » est une liste : écrivez « {key}: [{value or '…'}] »." if key != "examples" else "« examples » est une liste, ouverte par « - given: ».")
            elif key in ("needs", "kinds") and not all(isinstance(item, str) for item in value):
                self.fault("cle-mal-remplie", shown, 1, f"« {key} » est une liste de mots.")
        for key in sorted(set(meta) - _TEMPLATE_KEYS - {LINE}):
            self.fault("cle-inconnue", shown, 1, f"clé « {key} » inconnue dans l’en-tête." + _suggest(key, tuple(sorted(_TEMPLATE_KEYS))))
        for key in ("frame", "needs", "examples"):
            if key not in meta:
                self.fault("cle-absente", shown, 1, f"la clé « {key} » manque dans l’en-tête.")
        if len(self.findings) > before:
            return
        source = body.strip("\n")
        line = head.count("\n") + 3
        needs = tuple(meta["needs"]) if isinstance(meta["needs"], list) else ()
        found, fault = needed_names(source)
        if fault is not None:
            self.fault("jinja", shown, line + fault[0] - 1, fault[1])
        elif found != tuple(sorted(needs)):
            self.fault("needs", shown, line, f"« needs » annonce {', '.join(sorted(needs)) or 'rien'} ; le texte emploie {', '.join(found) or 'rien'}.")
        if "\n" in source or not source:
            self.fault("gabarit", shown, line, "un gabarit est une seule phrase ou proposition, sur une ligne.")
        examples = []
        for example in meta["examples"] if isinstance(meta["examples"], list) else ():
            if not isinstance(example, dict) or set(example) - {LINE} != {"given", "text"} or not isinstance(example["given"], dict) or not isinstance(example["text"], str):
                self.fault("exemples", shown, 1, "un exemple a deux clés : « given » (les emplacements) et « text » (le résultat).")
                continue
            given = []
            for name, value in example["given"].items():
                if name == LINE:
                    continue
                pairs = {"text": value} if isinstance(value, str) else without_lines(value)
                given.append((name, tuple(sorted(pairs.items()))))
            examples.append(TemplateExample(tuple(given), example["text"]))
        if not examples:
            self.fault("exemples", shown, 1, "un gabarit a au moins un exemple.")
        if not re.fullmatch(r"-?\d+", str(meta.get("priority", "0"))):
            self.fault("priorite", shown, 1, "« priority » est un nombre entier.")
        if len(self.findings) > before:
            return
        self.templates.append(
            Template(
                id=template_id,
                role=template_id.split("/")[0],
                frame=meta["frame"],
                kinds=tuple(meta.get("kinds", ())),
                needs=needs,
                source=source,
                why=meta.get("why", ""),
                approver=meta.get("approver", ""),
                priority=int(meta.get("priority", "0")),
                examples=tuple(examples),
                sha256=self.files[-1][1],
                path=shown,
                line=line,
            )
        )


def read_rulebook(rules: Path, templates: Path) -> tuple[Rulebook, tuple[Finding, ...]]:
    """Return the rulebook of two folders and every fault of form found in them."""
    reader = _Reader()
    for file in sorted(rules.rglob("*.yaml"), key=lambda path: path.relative_to(rules).as_posix()):
        reader.read_rules(file, "rules/" + file.relative_to(rules).as_posix())
    for file in sorted(templates.rglob("*.j2"), key=lambda path: path.relative_to(templates).as_posix()):
        inside = file.relative_to(templates).as_posix()
        if inside.startswith("layout/"):
            reader.text_of(file, "templates/" + inside)
        else:
            reader.read_template(file, "templates/" + inside, inside.removesuffix(".j2"))
    return Rulebook(tuple(reader.rules), tuple(reader.templates), tuple(reader.files)), tuple(reader.findings)


def read_template_file(file: Path) -> Template:
    """Return the template of one file, whose id is its path under the nearest folder «templates». Raises InvalidRulebook."""
    parts = file.resolve().parts[:-1]
    shown = file.as_posix()
    if "templates" not in parts:
        message = f"{shown}:1 : rangez ce gabarit sous un dossier templates/, dans le dossier de son rôle : templates/h2/…, templates/question/…"
        raise InvalidRulebook((Finding("gabarit", "error", f"{shown}:1", message),))
    start = len(parts) - parts[::-1].index("templates")
    reader = _Reader()
    reader.read_template(file, shown, "/".join((*parts[start:], file.stem)))
    if reader.findings:
        raise InvalidRulebook(tuple(reader.findings))
    return reader.templates[0]


@cache
def _load(rules: Path | None, templates: Path | None) -> Rulebook:
    book, findings = read_rulebook(rules or data_dir("rules"), templates or data_dir("templates"))
    if findings:
        raise InvalidRulebook(findings)
    return book


_instead: ContextVar[Rulebook | None] = ContextVar("rulebook", default=None)


def load(rules: Path | None = None, templates: Path | None = None) -> Rulebook:
    """Return the rulebook of this installation (or of the folders given, or of :func:`using`), read once a process.

    Raises InvalidRulebook with every fault, each at path:line.
    """
    instead = _instead.get()
    return instead if instead is not None and rules is None and templates is None else _load(rules, templates)


@contextmanager
def using(book: Rulebook) -> Iterator[None]:
    """Make :func:`load` return ``book`` meanwhile, in this thread: how a page is written again with the rules of yesterday."""
    token = _instead.set(book)
    try:
        yield
    finally:
        _instead.reset(token)
