"""Several sources in one run: read, written and published one by one, in order, on every core, with memory that stays flat."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator
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
    overrides: str | None = None
    strict: bool = False
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
    """What came of a run: how many sources were written, how many failed, the severities of all findings.

    ``incomplete`` tells that the findings or the ledger could not be written, though pages were.
    """

    written: int
    failed: int
    severities: frozenset[str]
    incomplete: bool = False


def read_source(source: str, title: str | None, limit: int | None) -> Article:
    """Return the article of a path, or of standard input for «-». Raises Refused."""
    from seo_fr.read import BYTES_PER_WORD, LIMIT, read_bytes, read_path

    most = LIMIT if limit is None else limit
    if source == "-":
        try:
            data = sys.stdin.buffer.read(most * BYTES_PER_WORD + 1)
        except (AttributeError, ValueError, OSError):
            message = "L’entrée standard ne peut pas être lue. Donnez un fichier, ou envoyez l’article par un tube : cat article.txt | seo-fr write -"
            raise Refused(Finding("source-illisible", "error", "-", message)) from None
        return read_bytes(data, "-", title=title, limit=most)
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
    shared = False


def _start_worker(options: Options, url: str | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group: the parent ends us
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if options.grammar:
        from seo_fr.check.grammar import open_gate

        _Worker.gate = open_gate(options.languagetool, options.java, shared=url).__enter__()
        _Worker.shared = url is not None


def _end_with_parent() -> None:
    """A worker waits for work for ever: it must not outlive a parent that was killed."""
    from multiprocessing import connection, parent_process

    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def write_one(article: Article, options: Options, formats: tuple[str, ...], gate: Any, with_ledger: bool, strict: bool = False) -> Outcome:
    """Return the pages of one article that was read; none, where it is ``strict``, of a page with a fidelity violation. A fault of ours costs this article only, not the run."""
    from seo_fr.ledger import ledger_lines
    from seo_fr.rewrite import write_page

    try:
        page = write_page(article, options, gate)
        if strict and any(finding.severity == "error" and finding.rule.startswith("fidelite") for finding in page.findings):
            message = "La page n’est pas fidèle à sa source : avec --strict, elle n’est pas écrite. Voyez les constats « fidelite-… »."
            return Outcome(article.name, (), (*page.findings, Finding("page-infidele", "error", "page", message)), failed=True)
        lines = tuple(ledger_lines(page)) if with_ledger else ()
        return Outcome(article.name, tuple((form, publish(page, form)) for form in formats), page.findings, lines)
    except SeoFrError as error:
        return Outcome(article.name, (), (error.finding,), failed=True)
    except Exception as error:
        if os.environ.get("SEO_FR_DEBUG"):
            raise
        return Outcome(article.name, (), (internal(error),), failed=True)


def internal(error: Exception) -> Finding:
    """Return what to tell the user of a fault of ours."""
    said = " ".join(str(error).split())[:200]
    message = f"Défaut de seo-fr ({type(error).__name__} : {said}). Signalez-le avec la source ; SEO_FR_DEBUG=1 montre le détail."
    return Finding("interne", "error", "-", message)


def _in_worker(article: Article, options: Options, formats: tuple[str, ...], with_ledger: bool, strict: bool = False) -> Outcome:
    outcome = write_one(article, options, formats, _Worker.gate, with_ledger, strict)
    if _Worker.shared and any(finding.rule == "serveur-distant" for finding in outcome.findings):
        # The run's one server was killed: this worker goes on with its own.
        from seo_fr.check.grammar import open_gate

        _Worker.gate.close(remember=False)
        _Worker.gate, _Worker.shared = open_gate(None, options.java).__enter__(), False
        outcome = write_one(article, options, formats, _Worker.gate, with_ledger, strict)
    return outcome


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


def _read_all(request: Request) -> Iterator[tuple[str, tuple[Article, Options] | SeoFrError]]:
    from seo_fr.overrides import prepared

    for source in request.sources:
        try:
            options = prepared(source, request.options, request.overrides)
            yield source, (read_source(source, options.title, request.limit), options)
        except SeoFrError as error:
            yield source, error


def write_sources(request: Request, say: Say, show: Callable[..., None]) -> Result:
    """Write the pages of all sources. Findings go to ``say`` as they come, a single page to ``show``.

    Raises SeoFrError where nothing can be written at all (usage, output folder, rulebook, LanguageTool).
    """
    from seo_fr.rulebook import load

    stems = _destinations(request)
    _check_reports(request, stems)
    load()
    if request.output is not None:
        _make_folder(Path(request.output))
    with_ledger = request.ledger is not None
    written = failed = 0
    severities: set[str] = set()
    reports: list[dict[str, object]] = []
    ledgers: list[str] = []
    with contextlib.closing(_outcomes(request, with_ledger)) as outcomes:
        for source, result in outcomes:
            outcome = result
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
            reports.append({"source": _printable(source), "written": not outcome.failed, "findings": [asdict(finding) for finding in outcome.findings]})
    return Result(written, failed, frozenset(severities), not _write_reports(request, reports, ledgers, say))


def _write_reports(request: Request, reports: list[dict[str, object]], ledgers: list[str], say: Say) -> bool:
    """Write the findings and the ledger where they were asked for; return whether that could be done."""
    from seo_fr.publish.files import write_atomically

    whole = True
    wanted = (
        (request.findings, json.dumps(reports, ensure_ascii=False, indent=2) + "\n"),
        (request.ledger, "".join(line + "\n" for line in ledgers)),
    )
    for path, text in wanted:
        if path is not None:
            try:
                write_atomically(path, text)
            except Unwritable as error:
                say(_line(error.finding, path))
                whole = False
    return whole


def _printable(name: str) -> str:
    """Return a file name that can be encoded: the bytes of it that are no UTF-8 as ``\\xNN``."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _check_reports(request: Request, stems: dict[str, str]) -> None:
    """Raise Refused or Unwritable for what --findings and --ledger cannot be, before anything is read."""
    from seo_fr.publish.files import unwritable

    pages = {os.path.realpath(Path(request.output or ".") / (stem + ENDINGS[form])) for stem in stems.values() for form in request.formats}
    taken = {os.path.realpath(source): f"la source {source}" for source in request.sources if source != "-"} | {page: f"la page {page}" for page in sorted(pages)}
    for option, path in (("--findings", request.findings), ("--ledger", request.ledger)):
        if path is None:
            continue
        real = os.path.realpath(path)
        if real in taken:
            message = f"{option} {path} : ce fichier est déjà {taken[real]}. Donnez un autre nom à {option}."
            raise Refused(Finding("collision", "error", path, message))
        taken[real] = f"celui de {option}"
        if os.path.isdir(real):
            raise unwritable(path, IsADirectoryError(21, ""), f"Donnez un nom de fichier à {option}.")
        folder = os.path.dirname(real)
        if request.output is not None and os.path.realpath(request.output) == folder:
            continue  # made with the pages
        if not os.path.isdir(folder):
            raise unwritable(path, FileNotFoundError(2, ""), f"Rien n’est écrit ({option}).")
        if not os.access(real if os.path.exists(real) else folder, os.W_OK):
            raise unwritable(path, PermissionError(13, ""), f"Rien n’est écrit ({option}).")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        from seo_fr.publish.files import unwritable

        raise unwritable(str(folder), error, "Le dossier des pages n’a pas pu être créé (-o).") from None
    if not os.access(folder, os.W_OK | os.X_OK):
        message = f"{folder} : le droit d’écriture manque. Donnez à -o un dossier où vous pouvez écrire."
        raise Unwritable(Finding("ecriture-impossible", "error", str(folder), message))


def _line(finding: Finding, source: str) -> str:
    from seo_fr.cli import shown

    return shown(finding, source)


def _deliver(request: Request, stem: str, outcome: Outcome, show: Callable[..., None]) -> None:
    from seo_fr.publish.files import unwritable, write_together

    if request.output is not None:
        folder = Path(request.output)
        write_together((folder / (stem + ENDINGS[form]), text) for form, text in outcome.pages)
        return
    if sys.stdout is None:
        raise unwritable("sortie standard", OSError(9, "fermée"), "La page n’est pas écrite.")
    for _, text in outcome.pages:
        try:
            show(text, nl=False)
        except BrokenPipeError:
            raise
        except OSError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else the interpreter tries again as it ends
            raise unwritable("sortie standard", error, "La page n’est pas écrite en entier.") from None


def _outcomes(request: Request, with_ledger: bool) -> Generator[tuple[str, Outcome], None, None]:
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
                yield source, _refusal(source, read) if isinstance(read, SeoFrError) else write_one(*read, request.formats, gate, with_ledger, request.strict)
            return
        yield from _in_parallel(request, jobs, gate.serve() if gate is not None else None, with_ledger)
    finally:
        if gate is not None:
            gate.close(remember=False)


def _refusal(source: str, error: SeoFrError) -> Outcome:
    return Outcome(source, (), (error.finding,), failed=True)


@contextlib.contextmanager
def _signals_wait() -> Iterator[None]:
    """Keep a signal that has a handler until the block is left.

    A worker reads what it is to do from a pipe as it starts: a run that ends before the pipe is written leaves the worker's traceback on the terminal. So does
    Ctrl-C, which reaches a worker before it can ignore it: workers started here are born with it blocked.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    handlers: dict[int, Any] = {}
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and callable(signal.getsignal(number)):
            handlers[number] = signal.signal(number, lambda number, _frame: came.append(number))
    masks = hasattr(signal, "pthread_sigmask")
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if masks else set()
    try:
        yield
    finally:
        if masks:
            signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        for number, handler in handlers.items():
            signal.signal(number, handler)
        for number in came[:1]:
            handlers[number](number, None)


def _in_parallel(request: Request, jobs: int, url: str | None, with_ledger: bool) -> Iterator[tuple[str, Outcome]]:
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    jobs = min(jobs, len(request.sources))
    pending: deque[tuple[str, Future[Outcome] | Outcome]] = deque()
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_start_worker, initargs=(request.options, url))

    def broken(source: str) -> Outcome:
        message = "Un processus de travail s’est arrêté (mémoire manquante ?). Relancez avec --jobs 1."
        return Outcome(source, (), (Finding("processus", "error", source, message),), failed=True)

    def finish() -> tuple[str, Outcome]:
        source, waiting = pending.popleft()
        if isinstance(waiting, Outcome):
            return source, waiting
        try:
            return source, waiting.result()
        except BrokenProcessPool:
            return source, broken(source)

    try:
        for source, read in _read_all(request):
            if isinstance(read, SeoFrError):
                pending.append((source, _refusal(source, read)))
            else:
                try:
                    with _signals_wait():
                        pending.append((source, pool.submit(_in_worker, *read, request.formats, with_ledger, request.strict)))
                except BrokenProcessPool:
                    pending.append((source, broken(source)))
            while len(pending) > 2 * jobs:
                yield finish()
        while pending:
            yield finish()
        pool.shutdown()
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in multiprocessing.active_children():
            child.terminate()
        for thread in threading.enumerate():
            # the pool's own thread, let end before Python does: at exit Python writes to its pipe, which it may just be closing
            if type(thread).__module__ == "concurrent.futures.process":
                thread.join(5)
        raise


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
        except (OSError, MemoryError):
            raise
        except Exception as error:
            if os.environ.get("SEO_FR_DEBUG"):
                raise
            say(_line(internal(error), source))
            failed += 1
    return written, failed
