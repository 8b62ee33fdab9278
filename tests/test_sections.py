"""Topical sections: the decoder on hand-made scores, the features on small texts, the whole on hand-made articles."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from seo_fr.analyse.cohesion import Axes, features, topic_axes
from seo_fr.analyse.lexicon import NoLexicon, PipelineLexicon
from seo_fr.analyse.section_weights import PARAGRAPHS, PARAGRAPHS_WITHOUT_VECTORS, SECTIONS, SECTIONS_WITHOUT_VECTORS
from seo_fr.analyse.sections import (
    SHARE_OF_SCORE,
    best_path,
    build_sections,
    group_sentences,
    least_error,
    posterior,
    segment,
    window_widths,
)
from seo_fr.model import Article, Paragraph, Sentence, Span

LEXICON = NoLexicon()

VOLCANO = (
    ("Le volcan est entré en éruption dans la nuit.", "La lave du volcan a atteint un village."),
    ("Une coulée de lave descend du volcan vers la côte.", "Les cendres du volcan gênent les avions."),
    ("Les cendres et la lave ont détruit un village.",),
)
CUP = (
    ("L’équipe a gagné la finale de la coupe.", "Le capitaine de l’équipe a marqué deux buts."),
    ("La coupe a été remise au capitaine après la finale.", "Les supporteurs de l’équipe ont fêté les buts."),
    ("Le gardien de l’équipe avait arrêté un penalty en finale.",),
)


def all_paths(n: int) -> list[tuple[tuple[int, int], ...]]:
    paths = []
    for size in range(n):
        for cuts in itertools.combinations(range(1, n), size):
            edges = (0, *cuts, n)
            paths.append(tuple(itertools.pairwise(edges)))
    return paths


def random_scores(n: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(n + 1, n + 1))


@pytest.mark.parametrize("seed", range(5))
def test_posterior_and_best_path_equal_enumeration(seed: int) -> None:
    scores = random_scores(5, seed)
    paths = all_paths(5)
    sums = [sum(scores[a, b] for a, b in path) for path in paths]
    total = sum(math.exp(value) for value in sums)
    expected = np.zeros((6, 6))
    for path, value in zip(paths, sums, strict=True):
        for a, b in path:
            expected[a, b] += math.exp(value) / total
    assert np.allclose(posterior(scores), expected)
    assert best_path(scores) == paths[int(np.argmax(sums))]


@pytest.mark.parametrize("seed", range(5))
def test_least_error_is_least_by_enumeration(seed: int) -> None:
    scores, sizes = random_scores(5, seed), [2, 1, 3, 1, 2]
    paths = all_paths(5)
    sums = {path: sum(scores[a, b] for a, b in path) for path in paths}
    total = sum(math.exp(value) for value in sums.values())
    chance = {path: math.exp(value) / total for path, value in sums.items()}
    widths = window_widths(sum(sizes), sum(chance[path] * len(path) for path in paths))

    def labels(path: tuple[tuple[int, int], ...]) -> list[int]:
        return [number for number, (a, b) in enumerate(path) for place in range(a, b) for _ in range(sizes[place])]

    def error(one: list[int], other: list[int]) -> float:
        return sum((one[i] == one[i + k]) != (other[i] == other[i + k]) for k in widths for i in range(len(one) - k)) / 2

    loss = {path: sum(chance[other] * error(labels(path), labels(other)) for other in paths) - SHARE_OF_SCORE * sums[path] for path in paths}
    assert loss[least_error(scores, sizes)] == pytest.approx(min(loss.values()))


def test_ties_go_to_fewest_sections() -> None:
    assert best_path(np.zeros((5, 5))) == ((0, 4),)


def test_two_subjects_are_two_sections() -> None:
    assert 3 in [start for start, _ in segment(VOLCANO + CUP, LEXICON)]


def test_sections_cover_all_paragraphs_in_order() -> None:
    found = segment((VOLCANO + CUP) * 3, LEXICON)
    assert found[0][0] == 0 and found[-1][1] == 18
    assert all(before[1] == after[0] for before, after in itertools.pairwise(found))


def test_empty_and_single() -> None:
    assert segment((), LEXICON) == ()
    assert segment(VOLCANO[:1], LEXICON) == ((0, 1),)
    assert segment((("…",), ("",), ("!",)), LEXICON)[-1][1] == 3


def test_typography_does_not_matter() -> None:
    curly = [list(paragraph) for paragraph in VOLCANO + CUP]
    straight = [[sentence.replace("’", "'") for sentence in paragraph] for paragraph in curly]
    assert np.array_equal(features(curly, LEXICON)[1], features(straight, LEXICON)[1])


def test_every_feature_has_a_weight_and_no_weight_is_orphan() -> None:
    names = features(VOLCANO, LEXICON)[0]
    assert set(SECTIONS) == set(names) - {"vectors", "first paragraph"}
    assert set(PARAGRAPHS_WITHOUT_VECTORS) < set(PARAGRAPHS) < set(names)
    assert set(SECTIONS_WITHOUT_VECTORS) < set(names)


def test_forced_starts_and_joins() -> None:
    paragraphs = VOLCANO + CUP
    assert any(start == 1 for start, _ in segment(paragraphs, LEXICON, starts=(1,)))
    assert all(start != 3 for start, _ in segment(paragraphs, LEXICON, joined=(3,)))


def test_sentences_of_a_quote_stay_together() -> None:
    block = [sentence for paragraph in VOLCANO + CUP for sentence in paragraph]
    block[4] = "« " + block[4]
    block[5] = block[5] + " »"
    assert all(start != 5 for start, _ in group_sentences(block, LEXICON))


def article_of(paragraphs: list[tuple[str, ...]], kinds: dict[int, str] | None = None) -> tuple[Article, list[Sentence]]:
    text, spans, sentences = "", [], []
    for index, paragraph in enumerate(paragraphs):
        start = len(text)
        for sentence in paragraph:
            sentences.append(Sentence(Span(len(text), len(text) + len(sentence)), index, (0, 0)))
            text += sentence + " "
        spans.append(Paragraph(Span(start, len(text) - 1), (kinds or {}).get(index, "prose")))  # type: ignore[arg-type]
        text += "\n\n"
    return Article(text, None, tuple(spans)), sentences


def test_build_keeps_the_source_paragraphs() -> None:
    article, sentences = article_of(list(VOLCANO + CUP))
    paragraphs, found = build_sections(article, sentences, LEXICON)
    assert paragraphs == article.paragraphs
    assert 3 in [section.start for section in found]


def test_source_headings_begin_a_section_and_do_not_end_one() -> None:
    headed = [*VOLCANO[:2], ("Un village touché",), *VOLCANO[2:], *CUP[:1], ("La fête",), *CUP[1:]]
    article, sentences = article_of(headed, {2: "heading", 5: "heading"})
    starts = [section.start for section in build_sections(article, sentences, LEXICON)[1]]
    assert {2, 5} <= set(starts) and not {3, 6} & set(starts)


def test_a_lone_heading_in_a_long_text_does_not_divide_it() -> None:
    def starts(kinds: dict[int, str]) -> list[int]:
        article, sentences = article_of([*VOLCANO[:2], ("Le village touché par la lave du volcan",), *VOLCANO[2:], *CUP], kinds)
        return [section.start for section in build_sections(article, sentences, LEXICON)[1]]

    assert 3 not in starts({2: "heading"})
    assert (2 in starts({2: "heading"})) == (2 in starts({}))


def test_one_block_is_grouped() -> None:
    block = tuple(sentence for paragraph in (VOLCANO + CUP) * 3 for sentence in paragraph)
    article, sentences = article_of([block])
    paragraphs, found = build_sections(article, sentences, LEXICON)
    assert len(paragraphs) >= len(block) / 8
    assert paragraphs[0].span.start == 0 and paragraphs[-1].span.end == article.paragraphs[0].span.end
    assert found[-1].end == len(paragraphs)


def test_no_body() -> None:
    assert build_sections(Article("Titre", Span(0, 5), ()), (), LEXICON) == ((), ())


class Vectors:
    """A spaCy vocabulary as the lexicon sees it: words by decreasing frequency, the topical ones on two axes."""

    def __init__(self, words: list[str]) -> None:
        self.strings = {word: number for number, word in enumerate(words)}
        self.strings = type("Strings", (dict,), {"__missing__": lambda self, key: -1})(self.strings)
        self.vectors = self
        self.key2row = {number: number for number in range(len(words))}
        self.data = np.random.default_rng(0).normal(size=(len(words), 12)).astype(np.float32)


def test_lexicon_ranks_words_and_adds_vectors() -> None:
    lexicon = PipelineLexicon(Vectors([f"mot{number}" for number in range(400)]))
    assert lexicon.rarity("mot5") == 0.05 < lexicon.rarity("mot300") < lexicon.rarity("inconnu") == 1.0
    assert lexicon.rarity("Mot300") == lexicon.rarity("mot300")
    one, two, both = lexicon.sums(["mot7", "inconnu", "mot9"], np.array([[1.0, 5.0, 0.0], [0.0, 0.0, 1.0], [2.0, 0.0, 3.0]]))
    assert np.allclose(2 * one + 3 * two, both)
    assert one.any()
    unit = lexicon._table[7] / np.linalg.norm(lexicon._table[7]) - lexicon._mean
    kept = lexicon._axes @ lexicon._axes.T
    assert np.allclose(lexicon.own(np.array([one]))[0], unit @ kept), "back in the columns of the table, whatever the signs of the axes"


def test_topic_axes_fit_the_vectors_of_the_pipeline_and_of_no_other() -> None:
    for axes in topic_axes():
        assert axes.directions.shape == (300, 100)
        assert axes.origin.shape == (100,)
        assert np.isfinite(axes.directions).all() and np.abs(axes.directions).max(axis=0).min() > 0
        assert axes.along(np.ones((3, 12))).shape == (3, 0)
        assert axes.along(np.ones((3, 300))).shape == (3, 100)


def test_paragraphs_are_compared_along_the_axes_given() -> None:
    paragraphs = VOLCANO[:2] + CUP[:2]
    words = [f"mot{number}" for number in range(120)] + sorted({word for paragraph in paragraphs for sentence in paragraph for word in sentence.replace("’", " ").split()})
    lexicon = PipelineLexicon(Vectors(words))
    random = np.random.default_rng(0)
    flat, wide = Axes(np.zeros((12, 2)), np.zeros(2)), Axes(random.normal(size=(12, 8)), np.zeros(8))
    names, values = features(paragraphs, lexicon, (flat, wide))
    assert not values[:, :, names.index("topics")].any()
    assert values[:, :, names.index("topics of news")].any()
    shipped = features(paragraphs, lexicon)[1]
    assert not shipped[:, :, names.index("topics of news")].any(), "vectors that the axes were not learnt on"
