"""Measure topical segmentation against sections that people made: ours beside seven baselines.

    python benchmarks/segmentation.py DIR                   table
    python benchmarks/segmentation.py DIR --learn           seo_fr/analyse/section_weights.py, learnt on all of DIR
    python benchmarks/segmentation.py DIR --learn-axes      seo_fr/analyse/topic_axes.py (to be done first: the weights are learnt for its axes)
    … --except FILE                                         without the articles whose names are in FILE

DIR holds ``segmentation/*.jsonl`` (``{"id", "segments": [{"src", "paragraphs": [[sentence, …], …]}]}`` a line) and, to learn paragraph breaks and axes, ``articles/*.txt`` (title, blank
line, paragraphs) and ``keyphrases/*.txt`` (the same). Measure: Pk and WindowDiff in %, macro average, over sentences, k half the mean length of the reference's sections; boundaries at paragraph
breaks only, their number unknown. The halves are split by the parity of the SHA-256 of the id. «Ours, crossed» learns the weights on one half and
measures on the other, with topic axes learnt without the texts whose pieces the document holds and, of the real documents, on the other half; «ours, shipped» has seen both. The penalties of the baselines are set on the tune half.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from topic_axes import Classes, written

from seo_fr.analyse import section_weights
from seo_fr.analyse import topic_axes as module_of_axes
from seo_fr.analyse.cohesion import Axes, _bayes, _cosines, _unit, features, topic_axes
from seo_fr.analyse.lexicon import Lexicon, NoLexicon, load_lexicon
from seo_fr.analyse.sections import best_path, least_error
from seo_fr.analyse.sentences import sentence_starts, sentence_words
from seo_fr.rulebook import load

Matrix = Any
Ranges = Sequence[tuple[int, int]]
SETS = ("choi", "hard", "short", "fiches")
_RIDGE = 3.0
_LEFT_OUT = ("vectors", "first paragraph")  # of sections: what is along the topic axes says it better
_TOPICS = ("topics", "topics, first paragraph", "topics of news")
_WITH_VECTORS = (*_TOPICS, "vectors", "vectors of rare words", "vectors, fine axes", "vectors × likeness", "section × likeness", "first paragraph", "neighbours")
_SAME_IN_ONE_SENTENCE = ("sentences", "sentences²", "sentences × text")


@dataclass
class Document:
    """A text with its reference sections, and the features of all sections it could have, in the order of ``np.triu_indices``."""

    collection: str
    tune: bool
    paragraphs: list[tuple[str, ...]]
    gold: list[tuple[int, int]]
    sources: tuple[str, ...] = ()
    values: Matrix = None

    @property
    def sizes(self) -> list[int]:
        return [max(1, len(paragraph)) for paragraph in self.paragraphs]

    def scores(self, columns: Sequence[int], weights: Matrix) -> Matrix:
        n = len(self.paragraphs)
        table = np.zeros((n + 1, n + 1))
        table[np.triu_indices(n + 1, 1)] = self.values[:, columns] @ weights
        return table


def read(folder: Path) -> list[Document]:
    """Return the documents of the four collections that ``folder/segmentation`` holds."""
    documents = []
    for name in SETS:
        for line in (folder / "segmentation" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            data = json.loads(line)
            paragraphs = [[tuple(paragraph) for paragraph in segment["paragraphs"]] for segment in data["segments"]]
            documents.append(_document(name, data["id"], paragraphs, tuple(str(segment.get("src")) for segment in data["segments"])))
    return documents


def news_texts(folder: Path, excluded: frozenset[str]) -> dict[str, list[tuple[str]]]:
    """Return the paragraphs of the texts of ``folder/articles`` and ``folder/keyphrases`` by the names of their files."""
    texts = {}
    for path in (*sorted((folder / "articles").glob("*.txt")), *sorted((folder / "keyphrases").glob("*.txt"))):
        if path.name not in excluded:
            texts[path.stem] = [(paragraph,) for paragraph in path.read_text(encoding="utf-8").split("\n\n")[1:] if len(paragraph) > _SHORT_PARAGRAPH]
    return texts


_SHORT_PARAGRAPH = 80


def real_sections(documents: Sequence[Document], tune: bool | None) -> dict[str, list[tuple[str, ...]]]:
    """Return the sections of the real documents, of one half or of both, by a name of their own."""
    real = [(number, document) for number, document in enumerate(documents) if document.collection == "fiches" and tune in (None, document.tune)]
    return {f"{number}-{first}": document.paragraphs[first:last] for number, document in real for first, last in document.gold}


def read_articles(folder: Path, excluded: frozenset[str]) -> list[Document]:
    """Return the articles of ``folder/articles`` with each sentence as a paragraph and their own paragraphs as sections."""
    documents, words = [], sentence_words(load())
    for path in sorted((folder / "articles").glob("*.txt")):
        if path.name in excluded:
            continue
        sections = []
        for paragraph in path.read_text(encoding="utf-8").split("\n\n")[1:]:
            starts = sentence_starts(paragraph, words)
            sections.append([(paragraph[a:b],) for a, b in zip(starts, (*starts[1:], len(paragraph)), strict=True)] if starts else [])
        sections = [section for section in sections if section]
        if len(sections) > 2 and 8 < sum(map(len, sections)) < 70:
            documents.append(_document("articles", path.name, sections))
    return documents


def _document(collection: str, name: str, sections: Sequence[Sequence[tuple[str, ...]]], sources: tuple[str, ...] = ()) -> Document:
    edges = np.cumsum([0, *map(len, sections)]).tolist()
    tune = hashlib.sha256(name.encode()).digest()[-1] % 2 == 0
    return Document(collection, tune, [paragraph for section in sections for paragraph in section], list(itertools.pairwise(edges)), sources)


def errors(document: Document, found: Ranges) -> tuple[float, float]:
    """Return Pk and WindowDiff of ``found``."""
    sizes = document.sizes

    def labels(ranges: Ranges) -> Matrix:
        return np.repeat(np.arange(len(ranges)), [sum(sizes[a:b]) for a, b in ranges])

    reference, guess = labels(document.gold), labels(found)
    k = max(1, round(len(reference) / len(document.gold) / 2))
    true, said = reference[k:] - reference[:-k], guess[k:] - guess[:-k]
    return float(((true == 0) != (said == 0)).mean()), float((true != said).mean())


# --------------------------------------------------------------------------------------------------------------- baselines


def _stems(document: Document) -> tuple[Matrix, list[list[str]]]:
    rows = [list(_unit(paragraph).stems) for paragraph in document.paragraphs]
    column = {stem: place for place, stem in enumerate(dict.fromkeys(stem for row in rows for stem in row))}
    counts = np.zeros((len(rows), max(1, len(column))))
    for place, row in enumerate(rows):
        for stem in row:
            counts[place, column[stem]] += 1
    return counts, rows


def nothing(document: Document) -> Ranges:
    """No boundary."""
    return [(0, len(document.paragraphs))]


def every_six(document: Document) -> Ranges:
    """A boundary at the first paragraph break after six sentences."""
    cuts, length = [0], 0
    for place, size in enumerate(document.sizes):
        if length >= 6:
            cuts.append(place)
            length = 0
        length += size
    return list(zip(cuts, [*cuts[1:], len(document.paragraphs)], strict=True))


def text_tiling(document: Document) -> Ranges:
    """Hearst 1997: depth of the valleys of cohesion between blocks of two paragraphs, above mean − deviation / 2."""
    counts, _ = _stems(document)
    n = len(counts)
    if n < 3:
        return nothing(document)
    gaps = []
    for place in range(1, n):
        left, right = counts[max(0, place - 2) : place].sum(axis=0), counts[place : place + 2].sum(axis=0)
        gaps.append(float(left @ right) / max(1e-9, float(np.linalg.norm(left) * np.linalg.norm(right))))
    depths = []
    for place, value in enumerate(gaps):
        left_peak = right_peak = value
        for other in gaps[:place][::-1]:
            if other < left_peak:
                break
            left_peak = other
        for other in gaps[place + 1 :]:
            if other < right_peak:
                break
            right_peak = other
        depths.append(left_peak + right_peak - 2 * value)
    limit = float(np.mean(depths) - np.std(depths) / 2)
    cuts = [0, *(place + 1 for place, depth in enumerate(depths) if depth > max(limit, 0.0))]
    return list(zip(cuts, [*cuts[1:], n], strict=True))


def c99(deviations: float) -> Callable[[Document], Ranges]:
    """Choi 2000: rank matrix of the sentences' cosines (mask 11), divisive clustering by inside density at paragraph breaks, stop at the gradient's mean + ``deviations``."""
    return lambda document: _c99(document, deviations)


def _c99(document: Document, deviations: float) -> Ranges:
    alone = Document(document.collection, document.tune, [(sentence,) for paragraph in document.paragraphs for sentence in paragraph], [])
    alike = _cosines(_stems(alone)[0])
    edges = [0, *np.cumsum(document.sizes).tolist()]
    n = len(alike)
    ranks = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            window = alike[max(0, i - 5) : i + 6, max(0, j - 5) : j + 6]
            ranks[i, j] = float((window < alike[i, j]).sum()) / max(1, window.size - 1)
    total = np.zeros((n + 1, n + 1))
    total[1:, 1:] = ranks.cumsum(axis=0).cumsum(axis=1)

    def density(cuts: Sequence[int]) -> float:
        pairs = [(edges[a], edges[b]) for a, b in itertools.pairwise(cuts)]
        inside = sum(float(total[b, b] - total[a, b] - total[b, a] + total[a, a]) for a, b in pairs)
        return float(round(inside / sum((b - a) ** 2 for a, b in pairs), 9))

    last = len(document.paragraphs)
    history = [[0, last]]
    while len(history[-1]) <= last:
        tried = [sorted([*history[-1], cut]) for cut in range(1, last) if cut not in history[-1]]
        history.append(max(tried, key=density))
    gradient = np.diff([density(cuts) for cuts in history])
    count = int((gradient >= gradient.mean() + deviations * gradient.std()).sum()) if len(gradient) else 0
    chosen = history[count]
    return list(itertools.pairwise(chosen))


def u00(document: Document) -> Ranges:
    """Utiyama & Isahara 2001: Laplace-smoothed section models, description length log n a section."""
    counts, _ = _stems(document)
    n, vocabulary = counts.shape
    total = np.vstack([np.zeros(vocabulary), counts.cumsum(axis=0)])
    scores = np.full((n + 1, n + 1), -1e9)
    for a in range(n):
        section = total[a + 1 :] - total[a]
        length = section.sum(axis=1)
        scores[a, a + 1 :] = (section * np.log((section + 1) / (length[:, None] + vocabulary))).sum(axis=1) - math.log(max(2.0, float(counts.sum())))
    return best_path(scores)


def cohesion(threshold: float) -> Callable[[Document], Ranges]:
    """Dynamic programming on the tf-idf cosines of all pairs of a section, less a threshold, over its length."""

    def run(document: Document) -> Ranges:
        counts, _ = _stems(document)
        n = len(counts)
        above = _cosines(counts * np.log((n + 1) / ((counts > 0).sum(axis=0) + 0.5))) - threshold
        np.fill_diagonal(above, 0.0)
        total = np.zeros((n + 1, n + 1))
        total[1:, 1:] = above.cumsum(axis=0).cumsum(axis=1)
        index = np.arange(n + 1)
        diagonal = np.diag(total)
        inside = diagonal[None, :] - total - total.T + diagonal[:, None]
        return best_path(inside / np.maximum(index[None, :] - index[:, None], 1))

    return run


def bayes(penalty: float) -> Callable[[Document], Ranges]:
    """Eisenstein & Barzilay 2008: multinomials under a symmetric Dirichlet prior of 0.3, a penalty a section."""

    def run(document: Document) -> Ranges:
        return best_path(_bayes(_stems(document)[0], 0.3) - penalty)

    return run


def tuned(make: Callable[[float], Callable[[Document], Ranges]], grid: Sequence[float], documents: Sequence[Document]) -> Callable[[Document], Ranges]:
    """Return the baseline with the penalty that has the least mean Pk over the collections' tune halves."""

    def loss(penalty: float) -> float:
        run = make(penalty)
        return round(sum(mean(documents, run, name, True)[0] for name in SETS), 6)

    return make(min(grid, key=lambda penalty: (loss(penalty), penalty)))


def mean(documents: Sequence[Document], run: Callable[[Document], Ranges], name: str, tune: bool | None) -> tuple[float, float]:
    """Return mean Pk and WindowDiff in % over a collection, or over its tune (True) or report (False) half."""
    found = [errors(document, run(document)) for document in documents if document.collection == name and tune in (None, document.tune)]
    return 100 * float(np.mean([pk for pk, _ in found])), 100 * float(np.mean([wd for _, wd in found]))


# ---------------------------------------------------------------------------------------------------------------- learning


class Likelihood:
    """The ridge-penalised log-likelihood of the reference under the field, each collection with the same weight, and its gradient."""

    def __init__(self, documents: Sequence[Document], columns: Sequence[int]) -> None:
        counts = {name: sum(document.collection == name for document in documents) for name in {document.collection for document in documents}}
        self.buckets = []
        ordered = sorted(documents, key=lambda document: len(document.paragraphs))
        while ordered:
            limit = max(6.0, 1.5 * len(ordered[0].paragraphs))
            bucket = [document for document in ordered if len(document.paragraphs) <= limit]
            ordered = ordered[len(bucket) :]
            corners = [np.triu_indices(len(document.paragraphs) + 1, 1) for document in bucket]
            weight = np.array([60.0 / counts[document.collection] if document.collection in SETS else 1.0 for document in bucket])
            gold = np.zeros(len(columns))
            for document, (first, last), share in zip(bucket, corners, weight, strict=True):
                wanted = set(document.gold)
                rows = [row for row, corner in enumerate(zip(first.tolist(), last.tolist(), strict=True)) if corner in wanted]
                gold += share * document.values[rows][:, columns].sum(axis=0)
            self.buckets.append(
                (
                    np.concatenate([document.values[:, columns] for document in bucket]),
                    np.concatenate([np.full(len(first), place) for place, (first, _) in enumerate(corners)]),
                    np.concatenate([first for first, _ in corners]),
                    np.concatenate([last for _, last in corners]),
                    np.array([len(document.paragraphs) for document in bucket]),
                    weight,
                    gold,
                )
            )

    def __call__(self, weights: Matrix) -> tuple[float, Matrix]:
        """Return the negative log-likelihood and its gradient."""
        value, gradient = _RIDGE * float(weights @ weights) / 2, _RIDGE * weights
        for values, place, first, last, ends, share, gold in self.buckets:
            flat = values @ weights
            size, count = int(ends.max()) + 1, len(ends)
            scores = np.full((count, size, size), -1e30)
            scores[place, first, last] = flat
            forward = np.full((count, size), -1e30)
            forward[:, 0] = 0.0
            for end in range(1, size):
                forward[:, end] = np.logaddexp.reduce(forward[:, :end] + scores[:, :end, end], axis=1)
            backward = np.full((count, size), -1e30)
            for start in range(size - 1, -1, -1):
                if start < size - 1:
                    backward[:, start] = np.logaddexp.reduce(scores[:, start, start + 1 :] + backward[:, start + 1 :], axis=1)
                backward[ends == start, start] = 0.0
            partition = forward[np.arange(count), ends]
            probable = np.exp(np.minimum(0.0, forward[place, first] + flat + backward[place, last] - partition[place])) * share[place]
            value += float(share @ partition) - float(gold @ weights)
            gradient = gradient + probable @ values - gold
        return value, gradient


def minimise(function: Callable[[Matrix], tuple[float, Matrix]], size: int, steps: int = 300) -> Matrix:
    """Return the minimum of a convex function by BFGS with backtracking."""
    point, inverse = np.zeros(size), np.eye(size) / 50.0
    value, gradient = function(point)
    for _ in range(steps):
        if float(np.abs(gradient).max()) < 1e-3:
            break
        direction, rate = -inverse @ gradient, 1.0
        slope = float(gradient @ direction)
        while True:
            moved = point + rate * direction
            new_value, new_gradient = function(moved)
            if new_value <= value + 1e-4 * rate * slope or rate < 1e-10:
                break
            rate /= 2
        step, change = moved - point, new_gradient - gradient
        curvature = float(step @ change)
        if curvature > 1e-12:
            left = np.eye(size) - np.outer(step, change) / curvature
            inverse = left @ inverse @ left.T + np.outer(step, step) / curvature
        point, value, gradient = moved, new_value, new_gradient
    return point


def describe(documents: Sequence[Document], lexicon: Lexicon, axes: Callable[[Document], tuple[Axes, Axes]] = lambda document: topic_axes()) -> tuple[str, ...]:
    """Give each document its features, along the axes that it is to have; return their names."""
    names: tuple[str, ...] = ()
    for document in documents:
        names, values = features(document.paragraphs, lexicon, axes(document))
        document.values = values[np.triu_indices(len(document.paragraphs) + 1, 1)]
    return names


def unseen_axes(documents: Sequence[Document], folder: Path, lexicon: Lexicon) -> Callable[[Document], tuple[Axes, Axes]]:
    """Return what gives a document topic axes that were learnt without what it holds."""
    texts = news_texts(folder, frozenset())
    news = Classes(texts, lexicon)
    halves = {tune: Classes(texts | real_sections(documents, not tune), lexicon) for tune in (True, False)}
    whole = news.axes()
    of_half = {tune: classes.axes() for tune, classes in halves.items()}

    def run(document: Document) -> tuple[Axes, Axes]:
        if document.collection == "fiches":
            return of_half[document.tune], whole
        return halves[document.tune].axes(document.sources), news.axes(document.sources)

    return run


def learn(documents: Sequence[Document], names: Sequence[str], without: Sequence[str] = ()) -> dict[str, float]:
    """Return the weights of the features but ``without``, by name."""
    columns = [place for place, name in enumerate(names) if name not in without]
    weights = minimise(Likelihood(documents, columns), len(columns))
    return {names[column]: round(float(weight), 3) for column, weight in zip(columns, weights, strict=True)}


def decoder(names: Sequence[str], weights: Mapping[str, float], risk: bool = True) -> Callable[[Document], Ranges]:
    """Return what segments a document that has its features; by least expected error or, if not ``risk``, the most probable sections."""
    columns, values = list(range(len(names))), np.array([weights.get(name, 0.0) for name in names])

    def run(document: Document) -> Ranges:
        scores = document.scores(columns, values)
        return least_error(scores, document.sizes) if risk else best_path(scores)

    return run


def crossed(documents: Sequence[Document], names: Sequence[str], risk: bool = True, without: Sequence[str] = ()) -> Callable[[Document], Ranges]:
    """Return a decoder that gives each document the weights of the half in which it is not."""
    runs = {
        tune: decoder(names, learn([document for document in documents if document.tune is not tune], names, without), risk) for tune in (True, False)
    }
    return lambda document: runs[document.tune](document)


# --------------------------------------------------------------------------------------------------------------------- main


def write_axes(folder: Path, excluded: frozenset[str]) -> None:
    """Learn the topic axes on all of ``folder`` and print ``topic_axes.py``."""
    texts, lexicon = news_texts(folder, excluded), load_lexicon()
    print(f'"""{module_of_axes.__doc__}"""\n\nfrom __future__ import annotations\n')
    print(written("SECTIONS", Classes(texts | real_sections(read(folder), None), lexicon).axes()))
    print(written("NEWS", Classes(texts, lexicon).axes()), end="")


def write(folder: Path, excluded: frozenset[str]) -> None:
    """Learn all weights on all of ``folder`` and print ``section_weights.py``."""
    documents, lexicon = read(folder), load_lexicon()
    names = describe(documents, lexicon, unseen_axes(documents, folder, lexicon))  # along axes that saw the documents, they would be trusted too much
    tables = {"SECTIONS": learn(documents, names, _LEFT_OUT)}
    describe(documents, NoLexicon())
    tables["SECTIONS_WITHOUT_VECTORS"] = learn(documents, names, _WITH_VECTORS)
    articles = read_articles(folder, excluded)
    describe(articles, lexicon)
    tables["PARAGRAPHS"] = learn(articles, names, _SAME_IN_ONE_SENTENCE + _TOPICS)
    describe(articles, NoLexicon())
    tables["PARAGRAPHS_WITHOUT_VECTORS"] = learn(articles, names, _SAME_IN_ONE_SENTENCE + _WITH_VECTORS)
    print(f'"""{section_weights.__doc__}"""\n\nfrom __future__ import annotations\n\nfrom collections.abc import Mapping')
    for name, table in tables.items():
        print(f"\n{name}: Mapping[str, float] = {{")
        for feature, weight in table.items():
            print(f'    "{feature}": {weight:.3f},')
        print("}")


def show(folder: Path) -> None:
    """Print the table."""
    documents, lexicon = read(folder), load_lexicon()
    methods: list[tuple[str, Callable[[Document], Ranges]]] = [
        ("no boundary", nothing),
        ("every 6 sentences", every_six),
        ("TextTiling", text_tiling),
        ("C99", tuned(c99, (-0.2, 0.0, 0.3, 0.6), documents)),
        ("U00", u00),
        ("DP, tf-idf cohesion", tuned(cohesion, (0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.15), documents)),
        ("Bayesian segmentation", tuned(bayes, (6, 8, 10, 12, 14, 17), documents)),
    ]
    names = describe(documents, lexicon, unseen_axes(documents, folder, lexicon))
    methods += [
        ("ours, crossed, most probable", crossed(documents, names, risk=False, without=_LEFT_OUT)),
        ("ours, crossed", crossed(documents, names, without=_LEFT_OUT)),
        ("ours, crossed, without topics", crossed(documents, names, without=_TOPICS)),
    ]
    print("Pk/WindowDiff in %: " + " · ".join(f"{name} tune | report | all" for name in SETS))
    for label, run in (*methods, ("ours, shipped", decoder(names, section_weights.SECTIONS))):
        if label == "ours, shipped":
            describe(documents, lexicon)
        cells = []
        for name in SETS:
            halves = [mean(documents, run, name, tune) for tune in (True, False, None)]
            cells.append(" | ".join(f"{pk:4.1f}/{wd:4.1f}" for pk, wd in halves))
        print(f"{label:<29s} " + " · ".join(cells), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--learn", action="store_true")
    parser.add_argument("--learn-axes", action="store_true")
    parser.add_argument("--except", dest="excluded", type=Path)
    options = parser.parse_args()
    excluded = frozenset(options.excluded.read_text(encoding="utf-8").split()) if options.excluded else frozenset[str]()
    if options.learn_axes:
        write_axes(options.folder, excluded)
    elif options.learn:
        write(options.folder, excluded)
    else:
        show(options.folder)


if __name__ == "__main__":
    main()
