"""Several sources in one run: read, written and published one by one, in order, on every core, with memory that stays flat."""

from __future__ import annotations

import json
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from seo_fr.errors import Refused, SeoFrError, Unwritable
from seo_fr.model import Article, Finding, Page
from seo_fr.options import Options

ENDINGS = {"md": ".md", "html": ".html", "fragment": ".fragment.html", "json": ".json"}
#: Below this many sources a second process costs more (its own spaCy) than it saves.
PARALLEL_FROM = 6

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What ``write`` was asked."""

    sources: tuple[str, ...]
    output: str | None
    formats: tuple[str, ...]
    options: Options
    limit: int | None = None
    findings: str | None = None
    ledger: str | None = None
    jobs: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one source: its pages by format, or the findings that say why there is none."""

    source: str
    pages: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]
    ledger: tuple[str, ...] = ()
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a run: how many sources were written, how many failed, the severities of all findings."""

    written: int
    failed: int
    severities: frozenset[str]


def read_source(source: str, title: str | None, limit: int | None) -> Article:
    """Return the article of a path, or of standard input for «-». Raises Refused."""
    from seo_fr.read import LIMIT, read_bytes, read_path

    most = LIMIT if limit is None else limit
    if source == "-":
        return read_bytes(sys.stdin.buffer.read(most + 1), "-", title=title, limit=most)
    return read_path(source, title=title, limit=most)


def publish(page: Page, form: str) -> str:
    """Return the page in one of the forms «md», «html», «fragment», «json»."""
    from seo_fr import publish as forms

    functions: dict[str, Callable[[Page], str]] = {"md": forms.to_markdown, "html": forms.to_html, "fragment": forms.to_fragment, "json": forms.to_json}
    return functions[form](page)


# --------------------------------------------------------------------------------------------------------------- one source


class _Worker:
    """Holds what is loaded once in a process."""

    gate: Any = None


def _start_worker(options: Options, url: str | None) -> None:
    from seo_fr.analyse.pipeline import load_pipeline

    load_pipeline(options.pipeline)
    if options.grammar:
        from seo_fr.check.grammar import open_gate

        _Worker.gate = open_gate(options.languagetool, options.java, shared=url).__enter__()


def write_one(article: Article, options: Options, formats: tuple[str, ...], gate: Any, with_ledger: bool) -> Outcome:
    """Return the pages of one article that was read."""
    from seo_fr.ledger import ledger_lines
    from seo_fr.rewrite import write_page

    try:
        page = write_page(article, options, gate)
    except SeoFrError as error:
        return Outcome(article.name, (), (error.finding,), failed=True)
    lines = tuple(ledger_lines(page)) if with_ledger else ()
    return Outcome(article.name, tuple((form, publish(page, form)) for form in formats), page.findings, lines)


def _in_worker(article: Article, options: Options, formats: tuple[str, ...], with_ledger: bool) -> Outcome:
    return write_one(article, options, formats, _Worker.gate, with_ledger)


# ------------------------------------------------------------------------------------------------------------ all the sources


def _destinations(request: Request) -> dict[str, str]:
    """Return the stem of each source's pages. Raises Refused for collisions and for what cannot work, before anything is read."""

    def refuse(rule: str, place: str, message: str) -> Refused:
        return Refused(Finding(rule, "error", place, message))

    if request.output is None:
        if len(request.sources) > 1:
            raise refuse("sortie", "-", "Plusieurs sources demandent un dossier de sortie : ajoutez -o DOSSIER.")
        if len(request.formats) > 1:
            raise refuse("sortie", "-", "Plusieurs formes demandent un dossier de sortie : ajoutez -o DOSSIER.")
        return {}
    folder = Path(request.output)
    if folder.exists() and not folder.is_dir():
        raise refuse("sortie", request.output, f"{request.output} n’est pas un dossier. Donnez un dossier à -o.")
    stems: dict[str, str] = {}
    taken: dict[str, str] = {}
    for source in request.sources:
        stem = "article" if source == "-" else Path(source).stem
        if source in stems or stem.lower() in taken:
            other = taken.get(stem.lower(), source)
            raise refuse("collision", source, f"{source} et {other} donneraient la même page « {stem} ». Renommez l’un des deux, ou écrivez-les dans deux dossiers.")
        for form in request.formats:
            target = folder / (stem + ENDINGS[form])
            if source != "-" and target.exists() and Path(source).exists() and target.samefile(source):
                raise refuse("collision", source, f"La page écraserait sa source {source}. Donnez un autre dossier à -o.")
        stems[source], taken[stem.lower()] = stem, source
    return stems


def _read_all(request: Request) -> Iterator[tuple[str, Article | SeoFrError]]:
    for source in request.sources:
        try:
            yield source, read_source(source, request.options.title, request.limit)
        except SeoFrError as error:
            yield source, error


def write_sources(request: Request, say: Say, show: Callable[..., None]) -> Result:
    """Write the pages of all sources. Findings go to ``say`` as they come, a single page to ``show``.

    Raises SeoFrError where nothing can be written at all (usage, output folder, rulebook, LanguageTool).
    """
    from seo_fr.rulebook import load

    stems = _destinations(request)
    load()
    if request.output is not None:
        _make_folder(Path(request.output))
    with_ledger = request.ledger is not None
    written = failed = 0
    severities: set[str] = set()
    reports: list[dict[str, object]] = []
    ledgers: list[str] = []
    for source, outcome in _outcomes(request, with_ledger):
        finding_lines = [_line(finding, source) for finding in outcome.findings]
        if not outcome.failed:
            try:
                _deliver(request, stems.get(source, ""), outcome, show)
                written += 1
                severities.update(finding.severity for finding in outcome.findings)
                ledgers += outcome.ledger
            except Unwritable as error:
                outcome = replace(outcome, failed=True, findings=(*outcome.findings, error.finding))
                finding_lines.append(_line(error.finding, source))
        if outcome.failed:
            failed += 1
        for line in finding_lines:
            say(line)
        reports.append({"source": source, "written": not outcome.failed, "findings": [asdict(finding) for finding in outcome.findings]})
    from seo_fr.publish.files import write_atomically

    if request.findings is not None:
        write_atomically(Path(request.findings), json.dumps(reports, ensure_ascii=False, indent=2) + "\n")
    if request.ledger is not None:
        write_atomically(Path(request.ledger), "".join(line + "\n" for line in ledgers))
    return Result(written, failed, frozenset(severities))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"Le dossier {folder} ne peut pas être créé ({error.strerror}). Donnez à -o un dossier où vous pouvez écrire."
        raise Unwritable(Finding("sortie", "error", str(folder), message)) from None


def _line(finding: Finding, source: str) -> str:
    from seo_fr.cli import shown

    return shown(finding, source)


def _deliver(request: Request, stem: str, outcome: Outcome, show: Callable[..., None]) -> None:
    from seo_fr.publish.files import write_atomically

    if request.output is None:
        for _, text in outcome.pages:
            show(text, nl=False)
        return
    for form, text in outcome.pages:
        write_atomically(Path(request.output) / (stem + ENDINGS[form]), text)


def _outcomes(request: Request, with_ledger: bool) -> Iterator[tuple[str, Outcome]]:
    """Yield the outcome of each source, in order."""
    options = request.options
    jobs = request.jobs or os.cpu_count() or 1
    several = len(request.sources) >= PARALLEL_FROM and jobs > 1
    gate = None
    if options.grammar:
        from seo_fr.check.grammar import open_gate

        gate = open_gate(options.languagetool, options.java).__enter__()
    try:
        if not several:
            for source, read in _read_all(request):
                yield source, _refusal(source, read) if isinstance(read, SeoFrError) else write_one(read, options, request.formats, gate, with_ledger)
            return
        yield from _in_parallel(request, jobs, gate.serve() if gate is not None else None, with_ledger)
    finally:
        if gate is not None:
            gate.close()


def _refusal(source: str, error: SeoFrError) -> Outcome:
    return Outcome(source, (), (error.finding,), failed=True)


def _in_parallel(request: Request, jobs: int, url: str | None, with_ledger: bool) -> Iterator[tuple[str, Outcome]]:
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    jobs = min(jobs, len(request.sources))
    pending: deque[tuple[str, Future[Outcome] | Outcome]] = deque()
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_start_worker, initargs=(request.options, url)) as pool:

        def finish() -> tuple[str, Outcome]:
            source, waiting = pending.popleft()
            if isinstance(waiting, Outcome):
                return source, waiting
            try:
                return source, waiting.result()
            except BrokenProcessPool:
                message = "Un processus de travail s’est arrêté (mémoire manquante ?). Relancez avec --jobs 1."
                return source, Outcome(source, (), (Finding("processus", "error", source, message),), failed=True)

        for source, read in _read_all(request):
            if isinstance(read, SeoFrError):
                pending.append((source, _refusal(source, read)))
            else:
                try:
                    pending.append((source, pool.submit(_in_worker, read, request.options, request.formats, with_ledger)))
                except BrokenProcessPool:
                    pending.append((source, Outcome(source, (), (Finding("processus", "error", source, "Un processus de travail s’est arrêté. Relancez avec --jobs 1."),), failed=True)))
            while len(pending) > 2 * jobs:
                yield finish()
        while pending:
            yield finish()


def analyse_sources(sources: tuple[str, ...], title: str | None, limit: int | None, pipeline: str, say: Say, show: Callable[..., None]) -> tuple[int, int]:
    """Show the analysis of each source as one line of JSON; return how many were shown and how many failed."""
    from seo_fr.analyse import analyse
    from seo_fr.publish.analysis import to_line

    written = failed = 0
    for source in sources:
        try:
            article = read_source(source, title, limit)
            show(to_line(analyse(article, pipeline)))
            written += 1
        except SeoFrError as error:
            say(_line(error.finding, source))
            failed += 1
    return written, failed
