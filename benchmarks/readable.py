"""--body readable, measured: ``python -m benchmarks.readable FOLDER [--show] [--gate]``.

Prints the share of sentences of over 20 words outside quotes, before and after, over the articles of a folder; with ``--show`` every sentence that is cut, beside what it becomes;
with ``--gate`` LanguageTool has its say too, as in ``write``.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from seo_fr.analyse import analyse
from seo_fr.check.grammar import open_gate
from seo_fr.edits import apply_edits
from seo_fr.errors import SeoFrError
from seo_fr.french.words import count_words
from seo_fr.model import Analysis, Edit
from seo_fr.propose.readable import LONG
from seo_fr.read import read_path
from seo_fr.rewrite import certified_splits
from seo_fr.rulebook import load

_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")


def long_sentences(pieces: list[str]) -> int:
    """Return how many of the sentences have over 20 words outside quotes."""
    return sum(count_words(_QUOTED.sub(" ", piece)) > LONG for piece in pieces)


def cut(analysis: Analysis, splits: tuple[Edit, ...]) -> list[tuple[str, str]]:
    """Return each sentence of the prose, before and after; a line end parts the pieces of one that is cut."""
    text = analysis.article.text
    found = []
    for sentence in analysis.sentences:
        if sentence.paragraph < 0 or analysis.paragraphs[sentence.paragraph].kind != "prose":
            continue
        mine = [edit for edit in splits if sentence.span.covers(edit.span)]
        marked = [Edit(edit.kind, edit.rule, edit.span, re.sub(r"^\. ", ".\n", edit.after)) for edit in mine]
        found.append((sentence.span.of(text).strip(), apply_edits(text, sentence.span, marked).strip()))
    return found


def main(arguments: list[str]) -> None:
    """Measure the folder given first."""
    show = "--show" in arguments
    gate = open_gate(None, None).__enter__() if "--gate" in arguments else None
    articles = sentences = before = pieces = after = cuts = 0
    rules: dict[str, int] = {}
    for path in sorted(Path(arguments[0]).rglob("*.txt")):
        try:
            analysis = analyse(read_path(str(path)))
        except SeoFrError:
            continue
        articles += 1
        splits = certified_splits(analysis, load(), gate)
        for old, new in cut(analysis, splits):
            parts = new.split("\n") if new != old else [old]
            sentences, before, pieces, after = sentences + 1, before + long_sentences([old]), pieces + len(parts), after + long_sentences(parts)
            cuts += new != old
            if show and new != old:
                print(f"{path.stem}\n  {old}\n  → {' | '.join(parts)}")
        for edit in splits:
            rules[edit.rule] = rules.get(edit.rule, 0) + 1
    if gate is not None:
        gate.close(remember=False)
    print(f"{articles} articles ; phrases de plus de {LONG} mots hors citations : {before}/{sentences} ({100 * before / max(1, sentences):.1f} %) → {after}/{pieces} ({100 * after / max(1, pieces):.1f} %)")
    print(f"phrases coupées : {cuts} ; éditions : {', '.join(f'{rule} {count}' for rule, count in sorted(rules.items()))}")


if __name__ == "__main__":
    main(sys.argv[1:])
