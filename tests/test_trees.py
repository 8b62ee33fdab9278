"""Trees that several stages share."""

from __future__ import annotations

from seo_fr.analyse.trees import tree_of
from seo_fr.model import Sentence, Span, Token


def test_a_sentence_is_read_once_for_its_tokens() -> None:
    text = "Elle court."
    tokens = (Token(Span(0, 4), "elle", "PRON", "nsubj", 1), Token(Span(5, 10), "courir", "VERB", "ROOT", 1), Token(Span(10, 11), ".", "PUNCT", "punct", 1))
    sentence = Sentence(Span(0, 11), 0, (0, 3), "")
    tree = tree_of(text, tokens, sentence)
    assert tree_of(text, tokens, sentence) is tree
    others = (tokens[0], Token(Span(5, 10), "courre", "VERB", "ROOT", 1), tokens[2])
    assert tree_of(text, others, sentence) is not tree, "other tokens of the same text are another reading"
