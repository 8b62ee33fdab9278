"""The same source gives the same bytes, whatever the process, its environment, its neighbours and its Python.

    python -m benchmarks.repeatability [--grammar] [--articles N] [PYTHON…]

Every article of corpus/ (or the first N) is written as Markdown and JSON under each condition; the table says for how many all bytes are those of the first run.
``PYTHON…`` are interpreters of other virtual environments made from requirements.lock. With --grammar LanguageTool judges too: once with no verdict remembered,
once with all of them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FORMS = ("md", "json")
#: Variables of this machine that a condition sets, or that would change what is judged.
OURS = ("SEO_FR_LANGUAGETOOL", "SEO_FR_JAVA", "SEO_FR_DEBUG", "PYTHONHASHSEED", "LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE", "TZ")
BASE = {"PYTHONHASHSEED": "0", "LANG": "C.UTF-8"}


@dataclass(frozen=True)
class Condition:
    """One way to run: its name, what of the environment is other, options, interpreter, how the sources are given."""

    name: str
    changes: Mapping[str, str] = field(default_factory=dict)
    options: tuple[str, ...] = ("--jobs", "1")
    python: str = sys.executable
    order: str = "together"  # «together», «reversed» or «alone»


def french_locale() -> str:
    """Return fr_FR.UTF-8 where the machine has it, else C.UTF-8."""
    try:
        known = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout.lower().split()
    except OSError:
        known = []
    return "fr_FR.UTF-8" if "fr_fr.utf8" in known or "fr_fr.utf-8" in known else "C.UTF-8"


def conditions() -> tuple[Condition, ...]:
    """Return the conditions that need nothing but this interpreter."""
    return (
        Condition("PYTHONHASHSEED=1", {"PYTHONHASHSEED": "1"}),
        Condition("PYTHONHASHSEED=4242", {"PYTHONHASHSEED": "4242"}),
        Condition("LANG=C, encodage ASCII", {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
        Condition(f"LANG={french_locale()}", {"LANG": french_locale(), "LC_ALL": french_locale()}),
        Condition("TZ=Pacific/Auckland", {"TZ": "Pacific/Auckland"}),
        Condition("sources à rebours", order="reversed"),
        Condition("une source à la fois", order="alone"),
        Condition("--jobs 2", options=("--jobs", "2")),
    )


def copies(folder: Path, articles: Sequence[Path]) -> tuple[Path, ...]:
    """Copy the articles, all called «article», under the names of their folders."""
    return tuple(Path(shutil.copy(article, folder / (article.parent.name + article.suffix))) for article in articles)


def corpus() -> tuple[Path, ...]:
    """Return the articles of corpus/, sorted."""
    return tuple(sorted(path for path in (ROOT / "corpus").glob("*/article.*") if path.suffix in (".txt", ".md", ".html")))


def pages(condition: Condition, sources: Sequence[Path], folder: Path, grammar: bool = False) -> dict[str, bytes]:
    """Write the sources under the condition; return what stands in ``folder`` afterwards. Raises RuntimeError where one is not written."""
    environment = {name: value for name, value in os.environ.items() if name not in OURS} | {"PYTHONPATH": str(ROOT)} | BASE | dict(condition.changes)
    options = [*condition.options, *(() if grammar else ("--no-grammar",)), "--fail-on", "never", "--quiet", *(word for form in FORMS for word in ("--format", form))]
    for group in _groups(condition.order, sources):
        command = [condition.python, "-m", "seo_fr", "write", *map(str, group), "-o", str(folder), *options]
        done = subprocess.run(command, capture_output=True, env=environment, cwd=folder.parent, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"{condition.name} : code {done.returncode}\n{done.stderr.decode(errors='replace')}")
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def _groups(order: str, sources: Sequence[Path]) -> Iterator[Sequence[Path]]:
    if order == "alone":
        yield from ([source] for source in sources)
    else:
        yield list(reversed(sources)) if order == "reversed" else sources


def differing(base: Mapping[str, bytes], other: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return the names of the files that are not the same in both, sorted."""
    return tuple(name for name in sorted(set(base) | set(other)) if base.get(name) != other.get(name))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; return 0 if all bytes were the same, else 1."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--grammar", action="store_true")
    parser.add_argument("--articles", type=int, default=None)
    parser.add_argument("pythons", nargs="*")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        (root / "sources").mkdir()
        sources = copies(root / "sources", corpus()[: asked.articles])
        whole = [*conditions(), *(Condition(f"Python {version(python)}", python=python) for python in asked.pythons)]
        rows: list[tuple[bool, Condition, dict[str, str]]] = [(False, condition, {}) for condition in whole]
        if asked.grammar:
            cache = root / "cache"
            linked_cache(cache)
            remembered = {"XDG_CACHE_HOME": str(cache)}
            again = (Condition("verdicts en mémoire, PYTHONHASHSEED=1", {"PYTHONHASHSEED": "1"}), *whole[len(conditions()) :])
            rows += [(True, condition, remembered) for condition in again]
        bases: dict[bool, dict[str, bytes]] = {}
        print(f"| condition (base : Python {version(sys.executable)}, PYTHONHASHSEED=0) | LanguageTool | articles | mêmes octets |\n|---|---|---|---|")
        wrong = 0
        for number, (grammar, condition, changes) in enumerate(rows):
            if grammar not in bases:
                bases[grammar] = pages(Condition("base", changes), sources, made(root / f"base{grammar}"), grammar)
            one = Condition(condition.name, {**condition.changes, **changes}, condition.options, condition.python, condition.order)
            bad = differing(bases[grammar], pages(one, sources, made(root / f"pages{number}"), grammar))
            wrong += bool(bad)
            same = len(sources) - len({name.split(".")[0] for name in bad})
            print(f"| {condition.name} | {'oui' if grammar else 'non'} | {len(sources)} | {same}{' : ' + ', '.join(bad[:4]) if bad else ''} |", flush=True)
    return 1 if wrong else 0


def made(folder: Path) -> Path:
    """Make the folder and return it."""
    folder.mkdir()
    return folder


def linked_cache(cache: Path) -> None:
    """Make an XDG_CACHE_HOME that has this machine's LanguageTool and no verdict."""
    from seo_fr.check.provision import provision

    (cache / "seo-fr").mkdir(parents=True)
    (cache / "seo-fr" / "languagetool").symlink_to(provision().parent)


def version(python: str) -> str:
    """Return the version of an interpreter."""
    return subprocess.run([python, "-c", "import platform; print(platform.python_version())"], capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
