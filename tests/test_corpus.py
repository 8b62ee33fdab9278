"""Every article of corpus/ is rewritten, and its page is byte for byte the one that was approved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from seo_fr.check.grammar import Gate, open_gate
from seo_fr.model import Copied, Page
from seo_fr.publish import to_html
from seo_fr.read import read_path
from tests import approve
from tests.approve import approved, difference, reasons, written
from tests.processes import CORPUS, sources

ARTICLES = sources()


@pytest.fixture(scope="module")
def gate() -> Iterator[Gate]:
    with open_gate() as opened:
        yield opened


@pytest.fixture(scope="module")
def pages(gate: Gate) -> dict[Path, tuple[str, Page]]:
    """What is written of each article, as it is asked for."""
    return {}


def page_of(article: Path, gate: Gate, pages: dict[Path, tuple[str, Page]]) -> tuple[str, Page]:
    if article not in pages:
        pages[article] = written(article, gate)
    return pages[article]


@pytest.mark.languagetool
@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.parent.name)
def test_the_page_is_the_approved_one(article: Path, gate: Gate, pages: dict[Path, tuple[str, Page]]) -> None:
    if not approved(article).exists():
        pytest.skip("pas encore de page approuvée (python -m tests.approve)")
    text, _ = page_of(article, gate, pages)
    before = approved(article).read_bytes().decode("utf-8")
    if text != before:
        pytest.fail(f"la page a changé ; si c’est bien ainsi : python -m tests.approve {article.parent.name}\n{difference(before, text, article.parent.name)}", pytrace=False)


@pytest.mark.languagetool
@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.parent.name)
def test_the_page_could_be_approved_and_holds_its_source(article: Path, gate: Gate, pages: dict[Path, tuple[str, Page]]) -> None:
    _, page = page_of(article, gate, pages)
    assert reasons(page) == ()
    body = [passage for block in page.blocks if block.kind == "section" for passage in block.passages if isinstance(passage.origin, Copied) and passage.role in ("paragraph", "item", "heading")]
    spans = [passage.origin.span for passage in body if isinstance(passage.origin, Copied)]
    assert spans == sorted(spans), "the source's paragraphs, in their order"
    whole = re.sub(r"\s", "", "".join(span.of(page.article.text) for span in spans))
    for paragraph in page.article.paragraphs:
        if paragraph.kind == "prose":
            assert re.sub(r"\s", "", paragraph.span.of(page.article.text)) in whole
    assert to_html(page).startswith("<!")


def test_the_corpus_is_what_it_says() -> None:
    assert len(ARTICLES) >= 21
    assert {article.suffix for article in ARTICLES} == {".txt", ".md", ".html"}
    assert {path.parent for path in ARTICLES} == {path for path in CORPUS.iterdir() if path.is_dir()}, "one article a folder"
    for folder in {article.parent for article in ARTICLES}:
        assert {path.name for path in folder.iterdir()} <= {"page.md", *(article.name for article in ARTICLES)}
    lengths = sorted(sum(len(span.span.of(read.text).split()) for span in read.paragraphs) for read in map(read_path, ARTICLES))
    assert lengths[0] >= 190
    assert lengths[-1] >= 1100


# ---------------------------------------------------------------------------------------------------------------- approving itself


def test_a_page_with_an_error_is_not_approved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from dataclasses import replace

    from seo_fr.model import Finding
    from seo_fr.rewrite import rewrite

    page = replace(rewrite(ARTICLES[0].read_text(encoding="utf-8")), grammar_checked=True)
    found = {"un": (Finding("mots", "error", "page", "Trop court."),), "deux": (Finding("fidelite-nom", "error", "page", "Nom inconnu."),)}
    articles = []
    for name in found:
        (tmp_path / name).mkdir()
        articles.append(tmp_path / name / "article.txt")
        articles[-1].touch()
    monkeypatch.setattr(approve, "CORPUS", tmp_path)
    monkeypatch.setattr(approve, "sources", lambda: tuple(articles))
    monkeypatch.setattr(approve, "written", lambda article, gate: ("page\n", replace(page, findings=found[article.parent.name])))
    assert approve.main([]) == 1
    assert "[fidelite-nom] Nom inconnu." in capsys.readouterr().err
    assert not list(tmp_path.rglob("page.md")), "not even the good one"
    assert approve.main(["un"]) == 0
    assert (tmp_path / "un" / "page.md").read_text(encoding="utf-8") == "page\n"
    assert approve.main(["trois"]) == 2
    monkeypatch.setattr(approve, "written", lambda article, gate: ("page\n", replace(page, findings=(), grammar_checked=False)))
    assert approve.main(["deux"]) == 1


def test_a_changed_page_is_shown_line_by_line() -> None:
    assert difference("a\nb\nc\n", "a\nB\nc\n", "essai").splitlines()[2:] == ["@@ -1,3 +1,3 @@", " a", "-b", "+B", " c"]
    assert difference("a\n", "a\n", "essai") == ""
