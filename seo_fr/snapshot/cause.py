"""Why a page changed: the sets of components are compared, and the page is written again with one thing changed back, wherever that can be done.

Rules and templates are data: their old texts are kept, so each changed rule and each changed template can be put back by itself. So can settings, the source, and a
pipeline that is still installed. Code, packages, LanguageTool, Java and Python cannot: what stays different when all the rest is put back is theirs.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from seo_fr.errors import SeoFrError
from seo_fr.lock import changed, french_name
from seo_fr.options import Options
from seo_fr.rulebook import Rule, Rulebook, Template
from seo_fr.rulebook.load import read_rulebook
from seo_fr.snapshot.compare import Cause, Difference, compare_pages

#: Above this many changed rules and templates they are put back file by file, above this many files all rules at once, all templates at once.
MOST_UNITS = 16


@dataclass(frozen=True, slots=True)
class Setting:
    """What a page is written with, apart from code: a rulebook, the settings, the source file."""

    book: Rulebook
    options: Options
    source: Path


Rewrite = Callable[[Setting], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that changed and can be put back by itself; ``members``: the changes that were put together in it."""

    kind: str
    name: str
    detail: str
    back: Callable[[Setting], Setting]
    members: tuple[Unit, ...] = ()

    def cause(self, proof: str) -> Cause:
        """Return it as a cause."""
        return Cause(self.kind, self.name, self.detail, proof)  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------------------------------ rules, templates


def old_rulebook(components: dict[str, str], text: Callable[[str], str | None]) -> Rulebook | None:
    """Return the rulebook of a set of components from the kept texts; None where one is lost or today's code cannot read it."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for kind, place in (("rule:", root / "rules"), ("template:", root / "templates")):
            place.mkdir()
            for name in (name for name in components if name.startswith(kind)):
                kept = text(components[name])
                if kept is None:
                    return None
                file = place / name.removeprefix(kind)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(kept.encode())
        book, findings = read_rulebook(root / "rules", root / "templates")
    return book if not findings and book.rules else None


def _with_rules(book: Rulebook, rules: Iterable[Rule]) -> Rulebook:
    return Rulebook(tuple(sorted(rules, key=lambda rule: (rule.path, rule.line))), book.templates, book.files)


def _with_templates(book: Rulebook, templates: Iterable[Template]) -> Rulebook:
    return Rulebook(book.rules, tuple(sorted(templates, key=lambda template: template.path)), book.files)


def _once(make: Callable[[Rulebook], Rulebook]) -> Callable[[Setting], Setting]:
    """Return what puts the rulebook back; each is made once, so that what is compiled of it serves for all pages."""
    made: dict[Rulebook, Rulebook] = {}

    def back(setting: Setting) -> Setting:
        if setting.book not in made:
            made[setting.book] = make(setting.book)
        return replace(setting, book=made[setting.book])

    return back


def _put_rules(old: Rulebook, ids: frozenset[str]) -> Callable[[Setting], Setting]:
    kept = tuple(rule for rule in old.rules if rule.id in ids)
    return _once(lambda book: _with_rules(book, (*(rule for rule in book.rules if rule.id not in ids), *kept)))


def _put_templates(old: Rulebook, ids: frozenset[str]) -> Callable[[Setting], Setting]:
    kept = tuple(item for item in old.templates if item.id in ids)
    return _once(lambda book: _with_templates(book, (*(item for item in book.templates if item.id not in ids), *kept)))


def _flat(value: object, path: str = "") -> list[tuple[str, str]]:
    if isinstance(value, dict):
        return [item for key in value for item in _flat(value[key], f"{path}.{key}" if path else str(key))]
    if isinstance(value, list):
        return [item for part in value for item in _flat(part, path)]
    return [(path, str(value))]


def _entries(before: object, after: object) -> str:
    """Return what was put in and taken out, in French: « verbes : + fustiger − blâmer »."""
    old, new = _flat(before), _flat(after)
    gone = [item for item in old if item not in new]
    came = [item for item in new if item not in old]
    if not gone and not came:
        return "autre ordre"
    parts = []
    for key in dict.fromkeys(key for key, _ in gone + came):
        words = [f"+ « {_cut(value)} »" for name, value in came if name == key][:4] + [f"− « {_cut(value)} »" for name, value in gone if name == key][:4]
        more = sum(1 for name, _ in came + gone if name == key) - len(words)
        parts.append(f"{key} : {', '.join(words)}" + (f" et {more} de plus" if more > 0 else ""))
    return " ; ".join(parts[:3]) + (" ; …" if len(parts) > 3 else "")


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else flat[:59] + "…"


def _rule_units(old: Rulebook, new: Rulebook) -> list[Unit]:
    before, after = {rule.id: rule for rule in old.rules}, {rule.id: rule for rule in new.rules}
    units = []
    for name in sorted(before.keys() | after.keys()):
        one, two = before.get(name), after.get(name)
        if one is not None and two is not None:
            if (one.kind, one.data) == (two.kind, two.data):
                continue
            detail = _entries(one.data, two.data)
        else:
            detail = "règle ajoutée" if one is None else "règle ôtée"
        path = (two or one).path  # type: ignore[union-attr]
        units.append(Unit("rule", f"{path}#{name}", detail, _put_rules(old, frozenset([name]))))
    return units


def _template_units(old: Rulebook, new: Rulebook) -> list[Unit]:
    before, after = {item.id: item for item in old.templates}, {item.id: item for item in new.templates}
    units = []
    for name in sorted(before.keys() | after.keys()):
        one, two = before.get(name), after.get(name)
        if one is not None and two is not None:
            parts = [f"{label} : {_said(a)} → {_said(b)}" for label, a, b in _template_parts(one, two) if a != b]
            if not parts:
                continue
            detail = " ; ".join(parts)
        else:
            detail = "gabarit ajouté" if one is None else "gabarit ôté"
        units.append(Unit("template", name, detail, _put_templates(old, frozenset([name]))))
    return units


def _template_parts(one: Template, two: Template) -> tuple[tuple[str, object, object], ...]:
    return (
        ("texte", one.source, two.source),
        ("priorité", one.priority, two.priority),
        ("cadre", one.frame, two.frame),
        ("événements", one.kinds, two.kinds),
        ("emplacements", one.needs, two.needs),
    )


def _said(value: object) -> str:
    return f"« {value} »" if isinstance(value, str) else ", ".join(value) or "aucun" if isinstance(value, tuple) else str(value)


def _coarser(units: list[Unit], old: Rulebook) -> list[Unit]:
    if len(units) <= MOST_UNITS:
        return units
    grouped: list[Unit] = []
    for kind, put in (("rule", _put_rules), ("template", _put_templates)):
        mine = [unit for unit in units if unit.kind == kind]
        files: dict[str, list[Unit]] = {}
        for unit in mine:
            files.setdefault(unit.name.partition("#")[0] if kind == "rule" else unit.name.partition("/")[0], []).append(unit)
        if len(files) > MOST_UNITS // 2:
            files = {f"les {len(mine)} {'règles' if kind == 'rule' else 'gabarits'} changés": mine}
        for name, members in files.items():
            ids = frozenset(unit.name.rpartition("#")[2] if kind == "rule" else unit.name for unit in members)
            detail = members[0].detail if len(members) == 1 else f"{len(members)} changés"
            grouped.append(Unit(kind, members[0].name if len(members) == 1 else name, detail, put(old, ids), tuple(members) if len(members) > 1 else ()))
    return grouped


# ----------------------------------------------------------------------------------------------------------------- attribution


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed between two sets of components: what can be put back, and what cannot."""

    units: tuple[Unit, ...]
    fixed: tuple[Cause, ...]

    @property
    def causes(self) -> tuple[Cause, ...]:
        """Return all of it, what was put together one by one; whether it did anything is not told."""
        return tuple(one.cause("possible") for unit in self.units for one in unit.members or (unit,)) + self.fixed


def rulebook_units(before: dict[str, str], book: Rulebook, text: Callable[[str], str | None]) -> tuple[Unit, ...] | None:
    """Return the rules and templates that changed since the set of components ``before``; None where the old ones cannot be had."""
    old = old_rulebook(before, text)
    return None if old is None else tuple(_coarser(_rule_units(old, book) + _template_units(old, book), old))


def find_changes(before: dict[str, str], now: dict[str, str], data_units: Callable[[], tuple[Unit, ...] | None], others: tuple[Unit, ...] = ()) -> Changes:
    """Return what changed. ``data_units`` gives the rules and templates, where any file of theirs changed (:func:`rulebook_units`); ``others`` are units that
    the caller knows of (settings, source, pipeline); a component that one of them names is theirs.
    """
    names = [name for name in changed(before, now) if name not in {unit.name for unit in others}]
    data = [name for name in names if name.startswith(("rule:", "template:"))]
    fixed: list[Cause] = []
    units = list(others)
    found = data_units() if data else ()
    units += found or ()
    if found is None:
        fixed += [Cause(name.partition(":")[0], name.partition(":")[2], "texte ancien perdu ou illisible pour ce code", "possible") for name in data]
    code = [name.partition(":")[2] for name in names if name.startswith("code:")]
    if code:
        shown = ", ".join(code[:4]) + (f" et {len(code) - 4} autres" if len(code) > 4 else "")
        fixed.append(Cause("code", "seo_fr", f"fichiers changés : {shown}", "possible"))
    for name in names:
        kind = name.partition(":")[0]
        if kind not in ("rule", "template", "code"):
            fixed.append(Cause(kind, french_name(name), f"{before.get(name, 'absent')} → {now.get(name, 'absent')}", "possible"))
    return Changes(tuple(units), tuple(fixed))


def attribute(differences: tuple[Difference, ...], before: dict[str, Any], setting: Setting, changes: Changes, rewrite: Rewrite) -> tuple[Difference, ...]:
    """Return the differences with their causes. ``before`` is the approved page; ``rewrite`` writes the page anew with other settings."""
    units, fixed = changes.units, changes.fixed
    if not units and not fixed:
        unknown = Cause("unknown", "", "rien de ce qui est suivi n’a changé : l’instantané a été retouché à la main, ou la page n’est pas répétable", "possible")
        return tuple(replace(difference, causes=(unknown,)) for difference in differences)
    if len(units) + len(fixed) == 1:
        only = units[0].cause("only") if units else replace(fixed[0], proof="only")
        return tuple(replace(difference, causes=(only,)) for difference in differences)

    def left(back: Iterable[Unit]) -> frozenset[tuple[str, ...]] | None:
        """The keys of the differences that stay with these put back; None where no page can be written so."""
        tried = setting
        for unit in back:
            tried = unit.back(tried)
        try:
            return frozenset(difference.key for difference in compare_pages(before, rewrite(tried)))
        except (SeoFrError, LookupError):
            return None  # no page at all, or rules of then that lack a list which the code of now reads

    stay = left(units) if units and fixed else frozenset() if units else None
    single = {unit: left([unit]) for unit in units} if units and (stay is None or any(d.key not in stay for d in differences)) else {}
    return tuple(replace(difference, causes=_causes(difference, units, fixed, stay, single)) for difference in differences)


def _causes(
    difference: Difference, units: tuple[Unit, ...], fixed: tuple[Cause, ...], stay: frozenset[tuple[str, ...]] | None, single: dict[Unit, frozenset[tuple[str, ...]] | None]
) -> tuple[Cause, ...]:
    if not units or (stay is not None and difference.key in stay):
        used = tuple(replace(cause, proof="used") for cause in fixed if _uses(difference, cause))
        if used:
            return used
        return (replace(fixed[0], proof="rest"),) if len(fixed) == 1 else fixed
    if len(units) == 1 and not fixed:
        return (units[0].cause("only"),)
    proved = tuple(cause for unit, keys in single.items() if keys is not None and difference.key not in keys for cause in _named(unit, difference))
    if proved:
        return proved
    return tuple(unit.cause("joint") for unit in units)


def _named(unit: Unit, difference: Difference) -> tuple[Cause, ...]:
    """Return the unit as a proved cause; of many templates put back together, those that the passage was made of."""
    mine = tuple(member for member in unit.members if member.kind == "template" and member.name in (difference.before_template, difference.after_template))
    return tuple(member.cause("used") for member in mine) or (unit.cause("rerun"),)


def _uses(difference: Difference, cause: Cause) -> bool:
    """Return whether the passage, before or after, was made of what the cause names."""
    return cause.kind == "template" and cause.name.removesuffix(".j2") in (difference.before_template, difference.after_template)
