"""Topical sections: where an article turns from one subject to the next.

The boundaries stand at paragraph breaks, their number is not given. The model is a semi-Markov conditional random field (Sarawagi & Cohen 2004,
*Semi-Markov conditional random fields for information extraction*, NIPS): the score of a segmentation is the sum, over its sections, of a few
weighted features that can be read one by one (:mod:`seo_fr.analyse.cohesion`); the forward and backward sums over all segmentations are exact. Among the features are the
lexical cohesion of Bayesian segmentation (Eisenstein & Barzilay 2008, *Bayesian unsupervised topic segmentation*, EMNLP), the cohesion of word vectors
over all pairs of paragraphs of a section (after Utiyama & Isahara 2001 and Choi 2000), the same along the directions of the vectors that tell topics apart (linear
discriminants after within-class covariance normalisation: Fisher 1936; Hatch, Kajarekar & Stolcke 2006, Interspeech; :mod:`seo_fr.analyse.topic_axes`), lexical chains that a boundary would cut (Galley et al. 2003), the vocabulary
that a paragraph brings (Hearst 1997), how a paragraph begins (``rules/sections.yaml``), and lengths.

What is returned is not the most probable segmentation but, near it, the one with the least expected error: expected Pk (Beeferman, Berger & Lafferty 1999)
under the model's posterior, by dynamic programming over « these two places are in one section ». Everything is exact and deterministic; scores are
rounded before they are compared and ties go to the fewer, later boundaries.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from seo_fr.analyse.cohesion import features
from seo_fr.analyse.lexicon import Lexicon, NoLexicon, load_lexicon
from seo_fr.analyse.section_weights import PARAGRAPHS, PARAGRAPHS_WITHOUT_VECTORS, SECTIONS, SECTIONS_WITHOUT_VECTORS
from seo_fr.model import Article, Paragraph, Section, Sentence, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

__all__ = ["best_path", "build_sections", "group_sentences", "least_error", "load_lexicon", "posterior", "score", "segment"]

def _log_sums(scores: Matrix) -> tuple[Matrix, Matrix]:
    import numpy as np

    n = len(scores) - 1
    forward = np.full(n + 1, -np.inf)
    backward = np.full(n + 1, -np.inf)
    forward[0] = backward[n] = 0.0
    for end in range(1, n + 1):
        forward[end] = np.logaddexp.reduce(forward[:end] + scores[:end, end])
    for start in range(n - 1, -1, -1):
        backward[start] = np.logaddexp.reduce(scores[start, start + 1 :] + backward[start + 1 :])
    return forward, backward


def posterior(scores: Matrix) -> Matrix:
    """Return the probability, under the model, of each section [a, b) of ``scores`` (n + 1, n + 1)."""
    import numpy as np

    forward, backward = _log_sums(scores)
    exponent = forward[:, None] + scores + backward[None, :] - forward[-1]
    exponent[np.tril_indices(len(scores))] = -np.inf
    result: Matrix = np.exp(np.minimum(exponent, 0.0))
    return result


def best_path(scores: Matrix) -> tuple[tuple[int, int], ...]:
    """Return the sections with the highest sum of ``scores``; of equal ones, those with the fewest, then the latest boundaries."""
    n = len(scores) - 1
    best: list[tuple[float, int]] = [(0.0, 0)]
    back = [0]
    for end in range(1, n + 1):
        value, sections, start = max((round(best[a][0] + float(scores[a, end]), 6), best[a][1] - 1, a) for a in range(end))
        best.append((value, sections))
        back.append(start)
    path: list[tuple[int, int]] = []
    end = n
    while end:
        path.append((back[end], end))
        end = back[end]
    return tuple(reversed(path))


def least_error(scores: Matrix, sizes: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Return the sections with the least expected error, for paragraphs of ``sizes`` sentences.

    The error is the mean of the expected numbers of windows, of width k and of half that, whose two ends are wrongly together or apart, k being
    half the expected length of a section; less a part of the score, which keeps from boundaries in doubt being drawn side by side.
    """
    import numpy as np

    n = len(sizes)
    probable = posterior(scores)
    together = probable.cumsum(axis=0)[:, ::-1].cumsum(axis=1)[:, ::-1]
    place = np.repeat(np.arange(n), sizes)
    gain = np.zeros((n, n))
    for width in window_widths(len(place), float(probable.sum())):
        first, second = place[:-width], place[width:]
        same = together[first, second + 1]
        np.add.at(gain, (first, second), np.where(first == second, 0.0, 2.0 * same - 1.0) / 2)
    total = np.zeros((n + 1, n + 1))
    total[1:, 1:] = gain.cumsum(axis=0).cumsum(axis=1)
    diagonal = np.diag(total)
    inside = diagonal[None, :] - total - total.T + diagonal[:, None]
    return best_path(inside + SHARE_OF_SCORE * scores)


SHARE_OF_SCORE = 0.3


def window_widths(sentences: int, sections: float) -> tuple[int, int]:
    """Return the two widths, in sentences, of the windows that :func:`least_error` counts."""
    half = sentences / sections / 2
    return max(1, round(half)), max(1, round(half / 2))


def segment(
    paragraphs: Sequence[Sequence[str]],
    lexicon: Lexicon | None = None,
    weights: Mapping[str, float] | None = None,
    *,
    starts: Sequence[int] = (),
    joined: Sequence[int] = (),
    longest: int | None = None,
) -> tuple[tuple[int, int], ...]:
    """Return the topical sections of ``paragraphs`` (each a sequence of sentences) as half-open ranges of paragraph indexes that cover them all.

    A section begins at each index of ``starts`` (the source's own subheadings), none at an index of ``joined``, and none is longer than ``longest`` paragraphs
    if that can be. ``lexicon`` is that of the default pipeline, ``weights`` are those of :mod:`seo_fr.analyse.section_weights`, unless given.
    """
    if len(paragraphs) < 2:
        return ((0, len(paragraphs)),) if paragraphs else ()
    scores = score(paragraphs, lexicon, weights)
    for index in joined:
        if 0 < index < len(paragraphs):
            scores[index, :] -= _CERTAIN
    for index in starts:
        if 0 < index < len(paragraphs):
            scores[:index, index + 1 :] -= _CERTAIN
    if longest is not None:
        for index in range(len(paragraphs)):
            scores[index, index + longest + 1 :] -= _CERTAIN / 10
    return least_error(scores, [max(1, len(paragraph)) for paragraph in paragraphs])


_CERTAIN = 1000.0


def score(paragraphs: Sequence[Sequence[str]], lexicon: Lexicon | None = None, weights: Mapping[str, float] | None = None) -> Matrix:
    """Return the weighted sum of the features of each section [a, b)."""
    import numpy as np

    lexicon = lexicon or load_lexicon()
    names, values = features(paragraphs, lexicon)
    if weights is None:
        weights = SECTIONS_WITHOUT_VECTORS if isinstance(lexicon, NoLexicon) else SECTIONS
    result: Matrix = values @ np.array([weights.get(name, 0.0) for name in names])
    return result


def group_sentences(sentences: Sequence[str], lexicon: Lexicon | None = None) -> tuple[tuple[int, int], ...]:
    """Return half-open ranges of sentences that can stand as paragraphs, where the source is one block.

    The same model with each sentence as a paragraph and weights learnt on where journalists break their paragraphs. No break falls inside a quote; outside
    quotes no group is longer than eight sentences.
    """
    depth, inside = 0, []
    for index, sentence in enumerate(sentences):
        if depth > 0:
            inside.append(index)
        text = sentence.replace("“", "«").replace("”", "»")
        depth = max(0, depth + text.count("«") - text.count("»"))
    lexicon = lexicon or load_lexicon()
    weights = PARAGRAPHS_WITHOUT_VECTORS if isinstance(lexicon, NoLexicon) else PARAGRAPHS
    return segment([(sentence,) for sentence in sentences], lexicon, weights, joined=inside, longest=_LONGEST_GROUP)


_BLOCK_SENTENCES = 6
_LONGEST_GROUP = 8
_PARAGRAPHS_A_HEADING = 4


def build_sections(
    article: Article, sentences: Sequence[Sentence], lexicon: Lexicon | None = None
) -> tuple[tuple[Paragraph, ...], tuple[Section, ...]]:
    """Return the paragraphs that ``Analysis.paragraphs`` holds and the topical sections over them, without keyphrases.

    The paragraphs are the article's own unless its body is one block of more than a few sentences: then groups of its sentences. A subheading never ends a section; where the
    source has several, none far from the next, they begin one: a line alone in a long text is more often a title within a section.
    """
    paragraphs = article.paragraphs
    texts: list[list[str]] = [[] for _ in paragraphs]
    spans: list[list[Span]] = [[] for _ in paragraphs]
    for sentence in sentences:
        if sentence.paragraph >= 0:
            texts[sentence.paragraph].append(sentence.span.of(article.text))
            spans[sentence.paragraph].append(sentence.span)
    for index, paragraph in enumerate(paragraphs):
        if not texts[index]:
            texts[index].append(paragraph.span.of(article.text))
    if len(paragraphs) == 1 and len(spans[0]) > _BLOCK_SENTENCES:
        groups = group_sentences(texts[0], lexicon)
        paragraphs = tuple(Paragraph(Span(spans[0][start].start, spans[0][end - 1].end)) for start, end in groups)
        texts = [texts[0][start:end] for start, end in groups]
    starts, joined = [], []
    headings = sum(paragraph.kind == "heading" for paragraph in paragraphs)
    divided = headings > 1 and len(paragraphs) <= _PARAGRAPHS_A_HEADING * (headings + 1)
    for index, paragraph in enumerate(paragraphs):
        after_heading = index > 0 and paragraphs[index - 1].kind == "heading"
        if after_heading:
            joined.append(index)
        elif paragraph.kind == "heading":
            if divided:
                starts.append(index)
        elif paragraph.kind == "item" and index > 0:
            joined.append(index)
    return paragraphs, tuple(Section(start, end) for start, end in segment(texts, lexicon, starts=starts, joined=joined))
