"""Snapshots: pages that people approved, what has changed since, why, and who accepted it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from seo_fr.batch import internal
from seo_fr.errors import SeoFrError
from seo_fr.model import Finding, GlossaryEntry
from seo_fr.options import Options
from seo_fr.snapshot import journal
from seo_fr.snapshot.cause import Changes, Setting, Unit, attribute, find_changes, rulebook_units
from seo_fr.snapshot.compare import Cause, Difference, compare_pages
from seo_fr.snapshot.store import Snapshot, Store, forbid_in_ci, identifiers, refuse, source_sha256
from seo_fr.snapshot.write import Data, Writer, data_of, violations

__all__ = ["Accepted", "Cause", "Changed", "Data", "Difference", "PageReport", "Report", "Store", "Writer", "accept", "data_of", "regress", "retire", "snapshot"]

IDENTICAL, DIFFERENT, CANNOT, ASTRAY = 0, 1, 2, 3

Status = Literal["same", "changed", "unwritable", "missing", "orphaned", "altered"]
Say = Callable[[str], None]


def _quiet(text: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class PageReport:
    """What became of one page. ``message`` says in French what is wrong where there is no comparison; ``changed``: all that changed since it was approved, with effect or without."""

    id: str
    status: Status
    differences: tuple[Difference, ...] = ()
    message: str = ""
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None
    violations: tuple[str, ...] = ()
    changed: tuple[Cause, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What became of all pages, by id."""

    pages: tuple[PageReport, ...]

    @property
    def code(self) -> int:
        """Return the exit code: 3 where a snapshot is missing, orphaned or altered, else 1 where a page differs, else 0."""
        if any(page.status in ("missing", "orphaned", "altered") for page in self.pages):
            return ASTRAY
        return DIFFERENT if any(page.status in ("changed", "unwritable") for page in self.pages) else IDENTICAL

    @property
    def silent(self) -> tuple[Cause, ...]:
        """Return what changed and is the cause of no difference on any page, in the order of the pages."""
        heard = {(cause.kind, cause.name) for page in self.pages for difference in page.differences for cause in difference.causes}
        found = {(cause.kind, cause.name): cause for page in reversed(self.pages) for cause in reversed(page.changed)}
        return tuple(cause for key, cause in reversed(found.items()) if key not in heard)


# -------------------------------------------------------------------------------------------------------------------- taking


def snapshot(store: Store, sources: tuple[str, ...], options: Options, writer: Writer, by: str = "", reason: str = "", date: str = "", say: Say = _quiet) -> tuple[str, ...]:
    """Record the page of each source as approved and return the ids; nothing is recorded unless all can be.

    Raises Refused in CI, for an id that is there already, and for a page with a fidelity violation.
    """
    forbid_in_ci()
    named = identifiers(sources)
    known = set(store.ids()) | set(journal.approved(store))
    for name in named:
        if name in known:
            raise refuse("instantane-deja-la", name, f"« {name} » a déjà un instantané. Acceptez la nouvelle page : seo-fr accept {store.folder} {name} --reason … --by …")
    written = []
    unfaithful: dict[str, tuple[Finding, ...]] = {}
    for name, source in named.items():
        page, text = writer.page(Setting(writer.data.book, options, Path(source)))
        unfaithful[name] = violations(page)
        written.append((name, Path(source), text))
        say(f"{name} : {page.word_count} mots")
    _refuse_violations(unfaithful)
    components = store.refer(writer.components(options), writer.data.text)
    for name, path, text in written:
        made = store.keep(name, path, options, text, components)
        journal.append(store, "snapshot", name, made, "", reason or "premier instantané", by, date)
    store.prune()
    return tuple(named)


def _refuse_violations(found: dict[str, tuple[Finding, ...]]) -> None:
    lines = [f"  – {name} : {finding.message} [{finding.rule}, {finding.place}]" for name, findings in found.items() for finding in findings]
    if lines:
        names = ", ".join(f"« {name} »" for name, findings in found.items() if findings)
        raise refuse("page-infidele", names, f"{names} ne peut pas être approuvée : manquements à la fidélité. Rien n’est enregistré.\n" + "\n".join(lines))


# ----------------------------------------------------------------------------------------------------------------- comparing


@dataclass(frozen=True, slots=True)
class Changed:
    """Settings that a comparison is made with instead of the snapshots' own."""

    pipeline: str | None = None
    grammar: bool = True
    words: int | None = None
    glossary: tuple[GlossaryEntry, ...] | None = None

    def of(self, options: Options) -> Options:
        """Return ``options`` with these."""
        return replace(
            options,
            pipeline=self.pipeline or options.pipeline,
            grammar=options.grammar and self.grammar,
            words=options.words if self.words is None else self.words,
            glossary=options.glossary if self.glossary is None else tuple(replace(entry, path="", line=0) for entry in self.glossary),
        )


def regress(store: Store, writer: Writer, sources: tuple[str, ...] = (), changed: Changed | None = None, ids: tuple[str, ...] = (), say: Say = _quiet) -> Report:
    """Write every approved page anew and compare. ``sources``, where given, are the articles that must each have a snapshot, and no others. Writes nothing.

    Raises Refused where there is nothing to compare with.
    """
    store.require()
    approved = journal.approved(store)
    folders = set(store.ids())
    named = identifiers(sources) if sources else {}
    wanted = sorted(folders | approved.keys() | named.keys()) if not ids else sorted(ids)
    if not wanted:
        raise refuse("instantanes-absents", str(store.folder), f"{store.folder} ne contient aucun instantané. Faites-en avec « seo-fr snapshot {store.folder} SOURCE… ».")
    reports = []
    for name in wanted:
        report = _astray(store, name, approved, folders, named) or _compare(store, name, approved[name], writer, named.get(name), changed or Changed())
        reports.append(report)
        say(f"{name} : {STATUS[report.status] if report.status != 'changed' else _counted(len(report.differences))}")
    return Report(tuple(reports))


STATUS: dict[Status, str] = {
    "same": "identique",
    "changed": "changée",
    "unwritable": "ne peut plus être écrite",
    "missing": "instantané manquant",
    "orphaned": "instantané orphelin",
    "altered": "instantané altéré",
}


def _counted(number: int) -> str:
    return f"{number} différence{'s' if number > 1 else ''}"


def _astray(store: Store, name: str, approved: dict[str, Any], folders: set[str], named: dict[str, str]) -> PageReport | None:
    if name not in folders:
        why = f"le journal l’a approuvé, mais {store.folder / name} n’est plus là" if name in approved else f"la source {named.get(name, name)} n’a pas d’instantané"
        return PageReport(name, "missing", message=f"« {name} » : {why}.")
    if name not in approved:
        return PageReport(name, "orphaned", message=f"« {name} » : le journal ne l’a jamais approuvé.")
    if named and name not in named:
        return PageReport(name, "orphaned", message=f"« {name} » : plus aucune source ne lui correspond. Pour le retirer : seo-fr accept {store.folder} {name} --retire …")
    return None


def _altered(kept: Snapshot, entry: dict[str, Any]) -> bool:
    return (kept.page_sha256, kept.source_sha256, kept.settings_sha256) != (entry.get("page_sha256"), entry.get("source_sha256"), entry.get("settings_sha256"))


def _compare(store: Store, name: str, entry: dict[str, Any], writer: Writer, source: str | None, changed: Changed) -> PageReport:
    try:
        kept = store.read(name)
    except SeoFrError as error:
        return PageReport(name, "altered", message=error.finding.message)
    if _altered(kept, entry):
        return PageReport(name, "altered", message=f"« {name} » : ce n’est plus ce que le journal a approuvé (entrée {entry.get('n')}). Voyez « seo-fr log {store.folder} --check ».")
    setting = Setting(writer.data.book, changed.of(kept.options), Path(source) if source is not None else kept.source)
    try:
        page, text = writer.page(setting)
    except SeoFrError as error:
        return PageReport(name, "unwritable", message=f"« {name} » : {error.finding.message}", before=kept.page)
    except Exception as error:
        if os.environ.get("SEO_FR_DEBUG"):
            raise
        return PageReport(name, "unwritable", message=f"« {name} » : {internal(error).message}", before=kept.page)
    after = json.loads(text)
    differences = compare_pages(kept.page, after)
    changes = _changes(store, kept, setting, writer)
    if not differences:
        return PageReport(name, "same", before=kept.page, after=after, changed=changes.causes)
    explained = attribute(differences, kept.page, setting, changes, writer.json)
    return PageReport(name, "changed", explained, before=kept.page, after=after, violations=tuple(finding.message for finding in violations(page)), changed=changes.causes)


def _changes(store: Store, kept: Snapshot, setting: Setting, writer: Writer) -> Changes:
    """Return what changed since the snapshot was approved."""
    before = store.components(kept.components)
    now = writer.components(setting.options)
    old, new = kept.options, setting.options
    units: list[Unit] = []

    def data_units() -> tuple[Unit, ...] | None:
        if kept.components not in writer.kept_units:
            writer.kept_units[kept.components] = rulebook_units(before, writer.data.book, store.text)
        return writer.kept_units[kept.components]

    if source_sha256(setting.source) != kept.source_sha256:
        units.append(Unit("source", "source", "le texte de la source ou ses retouches ont changé", lambda s: replace(s, source=kept.source)))
    if old.pipeline != new.pipeline and _installed(before.get("pipeline", "")):
        detail = f"{before.get('pipeline', old.pipeline)} → {now['pipeline']}"
        units.append(Unit("pipeline", "pipeline", detail, lambda s: replace(s, options=replace(s.options, pipeline=old.pipeline))))
    if old.glossary != new.glossary:
        units.append(Unit("glossary", "glossary", _entries(old.glossary, new.glossary), lambda s: replace(s, options=replace(s.options, glossary=old.glossary))))
    if old.words != new.words:
        units.append(Unit("option", "option:words", f"{old.words} → {new.words}", lambda s: replace(s, options=replace(s.options, words=old.words))))
    if old.grammar != new.grammar:
        detail = f"{before.get('languagetool', '?')} → {now['languagetool']}"
        units.append(Unit("languagetool", "languagetool", detail, lambda s: replace(s, options=replace(s.options, grammar=old.grammar))))
        for found in (before, now):
            for name in [name for name in found if name.startswith(("languagetool:", "java"))]:
                del found[name]
    return find_changes(before, now, data_units, tuple(units))


def _entries(old: tuple[GlossaryEntry, ...], new: tuple[GlossaryEntry, ...]) -> str:
    before, after = {entry.id: entry for entry in old}, {entry.id: entry for entry in new}
    said = [f"+ {name}" for name in after if name not in before] + [f"− {name}" for name in before if name not in after]
    said += [f"{name} changée" for name in after if name in before and after[name] != before[name]]
    return f"entrées : {', '.join(said[:6]) or 'autre ordre'}{' …' if len(said) > 6 else ''}"


def _installed(pipeline: str) -> bool:
    """Return whether the pipeline «name version» is installed in that version."""
    from importlib import metadata

    name, _, version = pipeline.partition(" ")
    try:
        return bool(name) and metadata.version(name.replace("_", "-")) == version
    except metadata.PackageNotFoundError:
        return False


# ----------------------------------------------------------------------------------------------------------------- accepting


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was accepted: ids whose page changed, and ids whose page is the same but written by other components."""

    changed: tuple[str, ...]
    refreshed: tuple[str, ...]


def accept(
    store: Store,
    writer: Writer,
    ids: tuple[str, ...],
    reason: str,
    by: str,
    date: str = "",
    count: int | None = None,
    changed: Changed | None = None,
    sources: tuple[str, ...] = (),
    say: Say = _quiet,
) -> Accepted:
    """Put today's page of each id in the place of the approved one, and say so in the journal. Without ``ids`` all that differ are meant, and ``count`` must be their number.

    ``sources`` are articles that take the place of the copies kept (an article that was corrected).
    Nothing is accepted unless all can be. Raises Refused in CI, without a reason or a name, for an id that is not there, for a wrong count, for a page with a fidelity violation.
    """
    forbid_in_ci()
    store.require()
    _require_words(reason, by)
    approved = journal.approved(store)
    bulk = not ids
    named = identifiers(sources)
    written: list[tuple[Snapshot, Path, Options, str, bool]] = []
    unfaithful: dict[str, tuple[Finding, ...]] = {}
    for name in sorted(set(ids)) or sorted(approved):
        if name not in approved or name not in store.ids():
            raise refuse("instantane-inconnu", name, f"« {name} » n’a pas d’instantané approuvé dans {store.folder}.")
        kept = store.read(name)
        if _altered(kept, approved[name]):
            raise refuse("instantane-altere", name, f"« {name} » n’est plus ce que le journal a approuvé : rétablissez-le d’abord depuis votre gestion de versions.")
        options = (changed or Changed()).of(kept.options)
        source = Path(named.get(name, kept.source))
        page, text = writer.page(Setting(writer.data.book, options, source))
        differs = bool(compare_pages(kept.page, json.loads(text))) or options != kept.options or source_sha256(source) != kept.source_sha256
        if differs:
            unfaithful[name] = violations(page)
        written.append((kept, source, options, text, differs))
        say(f"{name} : {'changée' if differs else 'identique'}")
    _refuse_violations(unfaithful)
    number = sum(1 for item in written if item[4])
    if bulk and count != number:
        asked = "--all demande --count" if count is None else f"--count {count} n’est pas le compte"
        raise refuse("compte", str(store.folder), f"{asked} : {number} page{'s diffèrent' if number > 1 else ' diffère'}. Relisez-les (seo-fr regress), puis donnez leur nombre.")
    for kept, source, options, text, differs in written:
        components = store.refer(writer.components(options), writer.data.text)
        if differs:
            made = store.keep(kept.id, source, options, text, components)
            journal.append(store, "accept", kept.id, made, kept.page_sha256, reason, by, date)
        else:
            store.refresh(kept, components)
    store.prune()
    return Accepted(tuple(item[0].id for item in written if item[4]), tuple(item[0].id for item in written if not item[4]))


def retire(store: Store, ids: tuple[str, ...], reason: str, by: str, date: str = "") -> None:
    """Take snapshots away, and say so in the journal. Raises Refused in CI, without a reason or a name, for an id that is not there."""
    forbid_in_ci()
    store.require()
    _require_words(reason, by)
    approved = journal.approved(store)
    for name in ids:
        if name not in approved and name not in store.ids():
            raise refuse("instantane-inconnu", name, f"« {name} » n’a pas d’instantané dans {store.folder}.")
    for name in sorted(set(ids)):
        store.drop(name)
        journal.append(store, "retire", name, None, str(approved.get(name, {}).get("page_sha256", "")), reason, by, date)
    store.prune()


def _require_words(reason: str, by: str) -> None:
    if not reason.strip() or not by.strip():
        raise refuse("motif", "accept", "Une acceptation demande un motif (--reason) et un nom (--by).")
