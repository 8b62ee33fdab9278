"""The trees of an article's sentences, each read once though several stages ask for it."""

from __future__ import annotations

from seo_fr.analyse.syntax import Tree
from seo_fr.model import Sentence, Token


def tree_of(text: str, tokens: tuple[Token, ...], sentence: Sentence) -> Tree:
    """Return the mended tree of a sentence. Those of the last article asked for are remembered, until another's tokens come."""
    kept = next((trees for of, read, trees in _LAST if of is tokens and read is text), None)
    if kept is None:
        kept = {}
        _LAST[:] = [(tokens, text, kept)]
    tree = kept.get(sentence)
    if tree is None:
        tree = kept[sentence] = Tree.read(text, tokens, sentence)
    return tree


_LAST: list[tuple[tuple[Token, ...], str, dict[Sentence, Tree]]] = []
