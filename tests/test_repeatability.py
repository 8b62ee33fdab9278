"""Same source, same bytes. What ``python -m benchmarks.repeatability`` shows for the whole corpus is held here on six articles of six kinds."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.repeatability import Condition, copies, corpus, differing, french_locale, linked_cache, made, pages

NAMES = ("accident-autocar", "inondations-vallee", "musee-arts-textiles", "passerelle-fermee", "rougeole-vaccination", "tribunal-ancien-comptable")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    found = copies(tmp_path_factory.mktemp("sources"), [path for path in corpus() if path.parent.name in NAMES])
    assert len(found) == len(NAMES)
    return found


@pytest.fixture(scope="module")
def base(sources: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    written = pages(Condition("base"), sources, tmp_path_factory.mktemp("base"))
    assert len(written) == 2 * len(NAMES)
    assert len(set(written.values())) == len(written), "other articles, other pages"
    return written


#: The table shows each by itself; here two or three at once, for time.
TOGETHER = (
    Condition("other seed, ASCII", {"PYTHONHASHSEED": "1", "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    Condition("other seed, French, other side of the world", {"PYTHONHASHSEED": "4242", "LC_ALL": french_locale(), "LANG": french_locale(), "TZ": "Pacific/Auckland"}, order="reversed"),
    Condition("two workers", options=("--jobs", "2")),
)


@pytest.mark.parametrize("condition", TOGETHER, ids=lambda condition: condition.name)
def test_the_bytes_are_the_same(condition: Condition, sources: tuple[Path, ...], base: dict[str, bytes], tmp_path: Path) -> None:
    assert differing(base, pages(condition, sources, made(tmp_path / "pages"))) == ()


def test_an_article_by_itself_is_what_it_is_among_others(sources: tuple[Path, ...], base: dict[str, bytes], tmp_path: Path) -> None:
    by_itself = pages(Condition("alone", order="alone"), sources[2:4], made(tmp_path / "pages"))
    assert len(by_itself) == 4
    assert {name: base[name] for name in by_itself} == by_itself


@pytest.mark.languagetool
def test_with_languagetool_and_its_verdicts_remembered(sources: tuple[Path, ...], tmp_path: Path) -> None:
    linked_cache(tmp_path / "cache")
    cache = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    first = pages(Condition("base", cache), sources, made(tmp_path / "un"), grammar=True)
    assert (tmp_path / "cache" / "seo-fr" / "verdicts.sqlite3").stat().st_size > 10_000
    other = Condition("remembered", {**cache, "PYTHONHASHSEED": "1", "LANG": "C", "LC_ALL": "C", "SEO_FR_JAVA": "/bin/false"})
    assert differing(first, pages(other, sources, made(tmp_path / "deux"), grammar=True)) == ()


@pytest.mark.languagetool
def test_with_languagetool_asked_anew_by_two_workers(sources: tuple[Path, ...], tmp_path: Path) -> None:
    written = []
    for number, options in enumerate((("--jobs", "1"), ("--jobs", "2"))):
        linked_cache(tmp_path / f"cache{number}")
        changes = {"XDG_CACHE_HOME": str(tmp_path / f"cache{number}"), "PYTHONHASHSEED": str(number)}
        written.append(pages(Condition(" ".join(options), changes, options), sources, made(tmp_path / f"pages{number}"), grammar=True))
    assert differing(written[0], written[1]) == ()


def test_a_difference_would_be_seen(sources: tuple[Path, ...], base: dict[str, bytes], tmp_path: Path) -> None:
    changed = tmp_path / sources[0].name
    changed.write_bytes(sources[0].read_bytes().replace(b" a ", b" avait ", 1))
    assert len(differing(base, pages(Condition("autre source"), [changed, *sources[1:]], made(tmp_path / "pages")))) == 2
