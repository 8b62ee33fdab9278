"""How many planted faults ``verify`` and the fidelity check catch, by kind, and how many true sentences they flag.

Usage: python benchmarks/mutations.py FOLDER_OF_ARTICLES [--every N] [--seed S] [--show] [--without LIST]

Pages are made without LanguageTool; the true sentences are those of each page (written and copied). Prints a table.
"""

from __future__ import annotations

import argparse
import collections
import sys
from pathlib import Path

from seo_fr.check.fidelity import check_passage
from seo_fr.check.mutate import KINDS, mutants
from seo_fr.check.reading import split_sentences
from seo_fr.check.verify import verify
from seo_fr.model import Page
from seo_fr.options import Options
from seo_fr.read import read_path
from seo_fr.rewrite import write_page
from seo_fr.rulebook import load

_BODY = ("paragraph", "heading", "item")


def sentences_of(page: Page) -> list[str]:
    """Return the sentences of a page in order: written ones and the body's."""
    found: list[str] = []
    for block in page.blocks:
        for passage in block.passages:
            if passage.role in ("question", "heading", "h2", "h3"):
                continue
            found.extend(passage.text[a:b] for a, b in split_sentences(passage.text, 0, len(passage.text)))
    return list(dict.fromkeys(found))


def main() -> int:
    """Print the table; return 0."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=4)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-kind", type=int, default=2)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--without", type=Path)
    options = parser.parse_args()
    book = load()
    kept = set(options.without.read_text(encoding="utf-8").split()) if options.without else set()
    paths = [path for path in sorted(options.folder.glob("*.txt")) if path.name not in kept][options.first :: options.every]
    caught: collections.Counter[str] = collections.Counter()
    planted: collections.Counter[str] = collections.Counter()
    true = flagged = pages = 0
    passages = passage_faults = 0
    for path in paths:
        try:
            article = read_path(path)
            page = write_page(article, Options())
        except Exception as error:
            print(f"{path.name} : {error}", file=sys.stderr)
            continue
        pages += 1
        for block in page.blocks:
            for passage in (*((block.heading,) if block.heading else ()), *block.passages):
                passages += 1
                for finding in check_passage(passage, article, book):
                    passage_faults += finding.severity == "error"
                    if options.show:
                        print(f"PASSAGE {path.name} : {passage.text[:100]} : {finding.message}")
        texts = sentences_of(page)
        for text in texts:
            result = verify(text, "text", article, book=book)
            true += len(result.sentences)
            for item in result.sentences:
                if item.verdict in ("unsupported", "changed-commitment"):
                    flagged += 1
                    if options.show:
                        print(f"FAUSSE ALERTE {path.name} : {item.text}\n   {[r.message for r in item.reasons]}")
        for mutant in mutants(texts, article, options.seed, per_kind=options.per_kind):
            heading = mutant.after.startswith("# ")
            result = verify(mutant.after, "md" if heading else "text", article, book=book)
            planted[mutant.kind] += 1
            if not result.faithful:
                caught[mutant.kind] += 1
            elif options.show:
                print(f"MANQUÉ {mutant.kind} {path.name}\n   {mutant.before}\n   {mutant.after}")
    print(f"{'genre de faute':<24}{'plantées':>9}{'vues':>7}{'%':>8}")
    for kind in KINDS:
        if planted[kind]:
            print(f"{kind:<24}{planted[kind]:>9}{caught[kind]:>7}{100 * caught[kind] / planted[kind]:>8.1f}")
    total, seen = sum(planted.values()), sum(caught.values())
    print(f"{'ensemble':<24}{total:>9}{seen:>7}{100 * seen / max(1, total):>8.1f}")
    print(f"{pages} pages, {true} phrases vraies : {flagged} fausses alertes de verify ; {passages} passages : {passage_faults} fautes du contrôle")
    return 0


if __name__ == "__main__":
    sys.exit(main())


