"""Writing pages for snapshots: with any rulebook, any settings, one pipeline and one LanguageTool for the whole run."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seo_fr.model import Finding, Page
from seo_fr.rulebook import Rulebook, data_dir, load, using
from seo_fr.snapshot.cause import Setting, Unit
from seo_fr.snapshot.store import refuse

if TYPE_CHECKING:
    from seo_fr.check.grammar import Gate
    from seo_fr.options import Options


@dataclass(frozen=True, slots=True)
class Data:
    """A rulebook and the folders it was read from."""

    book: Rulebook
    rules: Path
    templates: Path

    def text(self, component: str) -> str:
        """Return the text of a component («rule:pays.yaml»), line ends as ``\\n``, as its digest was taken."""
        kind, _, name = component.partition(":")
        return ((self.rules if kind == "rule" else self.templates) / name).read_bytes().replace(b"\r\n", b"\n").decode("utf-8")


def data_of(folder: str | None) -> Data:
    """Return the rules and templates of ``folder`` (which holds rules/ and templates/), or the installed ones. Raises SeoFrError where they are faulty."""
    if folder is None:
        return Data(load(), data_dir("rules"), data_dir("templates"))
    rules, templates = Path(folder) / "rules", Path(folder) / "templates"
    if not rules.is_dir() or not templates.is_dir():
        raise refuse("regles", folder, f"{folder} : il faut ici un dossier rules/ et un dossier templates/.")
    return Data(load(rules, templates), rules, templates)


class Writer:
    """Writes pages; a context manager. ``languagetool`` and ``java`` are as in :class:`~seo_fr.options.Options`."""

    def __init__(self, data: Data, languagetool: str | None = None, java: str | None = None) -> None:
        self.data = data
        self._languagetool, self._java = languagetool, java
        self._stack = ExitStack()
        self._gate: Gate | None = None
        #: What changed in rules and templates since a set of components, by its digest: the same for all pages that it wrote.
        self.kept_units: dict[str, tuple[Unit, ...] | None] = {}

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *raised: object) -> None:
        self._stack.close()

    def open_gate(self, book: Rulebook, shared: str | None = None) -> Gate:
        """Return a gate that judges by ``book``. Tests put their own here."""
        from seo_fr.check.grammar import open_gate

        return open_gate(self._languagetool, self._java, book=book, shared=shared)

    def _main_gate(self) -> Gate:
        if self._gate is None:
            self._gate = self._stack.enter_context(self.open_gate(self.data.book))
        return self._gate

    def _gate_for(self, setting: Setting) -> AbstractContextManager[Gate | None]:
        if not setting.options.grammar:
            return nullcontext(None)
        from seo_fr.check.grammar import policy

        if policy(setting.book) == policy(self.data.book):
            return nullcontext(self._main_gate())
        return self.open_gate(setting.book, self._main_gate().serve())

    def options(self, options: Options) -> Options:
        """Return ``options`` with this run's LanguageTool."""
        return replace(options, languagetool=self._languagetool, java=self._java)

    def components(self, options: Options) -> dict[str, str]:
        """Return the components of this run for a page asked with ``options``."""
        from seo_fr.fingerprint import components

        return components(self.data.book, self.options(options), self._main_gate().version if options.grammar else "")

    def page(self, setting: Setting) -> tuple[Page, str]:
        """Return the page of a setting, and its JSON. Raises SeoFrError."""
        from seo_fr.batch import read_source
        from seo_fr.overrides import prepared
        from seo_fr.publish import to_json
        from seo_fr.rewrite import write_page

        with using(setting.book), self._gate_for(setting) as gate:
            options = prepared(str(setting.source), self.options(setting.options))
            page = write_page(read_source(str(setting.source), options.title, None), options, gate)
            return page, to_json(page)

    def json(self, setting: Setting) -> dict[str, Any]:
        """Return the page of a setting as JSON data. Raises SeoFrError."""
        data: dict[str, Any] = json.loads(self.page(setting)[1])
        return data


def violations(page: Page) -> tuple[Finding, ...]:
    """Return the fidelity violations of a page: with one of these it is not approved."""
    return tuple(finding for finding in page.findings if finding.severity == "error" and finding.rule.startswith("fidelite"))
