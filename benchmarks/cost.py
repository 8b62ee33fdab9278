"""What seo-fr costs on this machine: start, first page, second page, memory, downloads.

    python -m benchmarks.cost [ARTICLE]

Seconds of CPU are those of the process itself (user and system); seconds of clock depend on what else runs. Memory is the peak of resident memory (PSS is not
asked): of Python and its workers, and of Java, looked at every 50 ms.
"""

from __future__ import annotations

import contextlib
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.repeatability import OURS, ROOT, copies, corpus, linked_cache

ARTICLE = ROOT / "corpus" / "nappe-plaine-ardoise" / "article.txt"


def measured(*arguments: str | Path, cache: Path | None = None) -> tuple[int, float, float, int, int]:
    """Run ``seo-fr``; return its exit code, seconds of clock, seconds of CPU, peak of Python and of Java in bytes."""
    import psutil

    environment = {name: value for name, value in os.environ.items() if name not in OURS} | {"PYTHONPATH": str(ROOT)}
    if cache is not None:
        environment["XDG_CACHE_HOME"] = str(cache)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "seo_fr", *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    python = java = 0
    watched = psutil.Process(process.pid)
    while process.poll() is None:
        sums = {"java": 0, "python": 0}
        with contextlib.suppress(psutil.Error):
            for one in (watched, *watched.children(recursive=True)):
                with contextlib.suppress(psutil.Error):
                    sums["java" if one.name() == "java" else "python"] += one.memory_info().rss
        python, java = max(python, sums["python"]), max(java, sums["java"])
        time.sleep(0.05)
    clock = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process.returncode, clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, python, java


def main() -> int:
    """Print the tables."""
    from seo_fr.check.provision import locked

    article = Path(sys.argv[1]) if len(sys.argv) > 1 else ARTICLE
    with tempfile.TemporaryDirectory() as place:
        cache = Path(place)
        linked_cache(cache)
        print("| commande | code | secondes | CPU (s) | Python (Mo) | Java (Mo) |\n|---|---|---|---|---|---|")
        (cache / "sources").mkdir()
        several = copies(cache / "sources", corpus())
        for name, arguments in (
            ("--help", ("--help",)),
            ("option fautive", ("write", "--faute")),
            ("analyse", ("analyse", article)),
            ("write --no-grammar", ("write", "--no-grammar", article)),
            ("write, rien en mémoire", ("write", article)),
            ("write, verdicts en mémoire", ("write", article)),
            (f"write, les {len(several)} articles de corpus/, --jobs 1", ("write", *several, "-o", cache / "pages1", "--jobs", "1")),
            (f"write, les {len(several)} articles de corpus/, --jobs 2", ("write", *several, "-o", cache / "pages2", "--jobs", "2")),
        ):
            code, clock, cpu, python, java = measured(*arguments, cache=cache)
            print(f"| {name} | {code} | {clock:.1f} | {cpu:.2f} | {python / 1e6:.0f} | {java / 1e6:.0f} |", flush=True)
    lock = locked()
    installed = sum(_size(Path(folder)) for folder in sys.path if folder.endswith("site-packages") and Path(folder).is_dir())
    print(f"\nLanguageTool {lock.version} : {len(lock.jars)} fichiers, {lock.size / 1e6:.0f} Mo à télécharger. Paquets Python installés ici : {installed / 1e6:.0f} Mo.")
    return 0


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


if __name__ == "__main__":
    sys.exit(main())
