"""The approved pages of corpus/: ``python -m tests.approve [SLUG…]`` writes them anew, and refuses while one has an error.

An approved page is what ``seo-fr write`` makes of the article, LanguageTool included, as Markdown. Too few words (rule «mots») is no reason to refuse: some sources are short.
"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from tests.processes import CORPUS, sources

if TYPE_CHECKING:
    from seo_fr.check.grammar import Gate
    from seo_fr.model import Page

#: Errors that do not stand in the way of approval: a short source has no more to give.
ALLOWED = frozenset({"mots", "sans-conclusion", "sans-keypoints"})


def approved(article: Path) -> Path:
    """Return where the approved page of an article stands."""
    return article.with_name("page.md")


def written(article: Path, gate: Gate) -> tuple[str, Page]:
    """Return the page of the article as Markdown, and as it is."""
    from seo_fr.options import Options
    from seo_fr.publish import to_markdown
    from seo_fr.read import read_path
    from seo_fr.rewrite import write_page

    page = write_page(read_path(article), Options(), gate)
    return to_markdown(page), page


def reasons(page: Page) -> tuple[str, ...]:
    """Return why the page cannot be approved: its findings of severity error, but for :data:`ALLOWED`."""
    found = tuple(f"[{finding.rule}] {finding.message}" for finding in page.findings if finding.severity == "error" and finding.rule not in ALLOWED)
    return found if page.grammar_checked else (*found, "LanguageTool ne l’a pas vérifiée.")


def difference(before: str, after: str, name: str) -> str:
    """Return the unified diff of two pages, empty where they are the same."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), f"{name} (approuvée)", f"{name} (d’aujourd’hui)", lineterm="", n=1)
    return "\n".join(lines)


def main(slugs: Sequence[str]) -> int:
    """Write the approved pages of the articles ``slugs`` (all, when there are none); return 1 and write nothing if one is refused."""
    from seo_fr.check.grammar import open_gate

    wanted = [article for article in sources() if not slugs or article.parent.name in slugs]
    unknown = set(slugs) - {article.parent.name for article in wanted}
    if unknown:
        print(f"corpus/ n’a pas : {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    pages: dict[Path, str] = {}
    refused = 0
    with closing(open_gate()) as gate:
        for article in wanted:
            text, page = written(article, gate)
            pages[approved(article)] = text
            for reason in reasons(page):
                refused += 1
                print(f"{article.relative_to(CORPUS)} : {reason}", file=sys.stderr)
    if refused:
        print("Rien n’est approuvé.", file=sys.stderr)
        return 1
    for path, text in pages.items():
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        if before != text:
            print(difference(before, text, path.parent.name) if before else f"{path.parent.name} : page nouvelle")
            path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(pages)} pages approuvées. Relisez les différences (git diff corpus/), puis lancez : python -m tests.document", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
