"""Learn ``seo_fr/analyse/topic_axes.py``: the directions of the word vectors in which paragraphs of one text are alike and those of different texts are not.

Linear discriminant analysis (Fisher 1936; Rao 1948) after within-class covariance normalisation (Hatch, Kajarekar & Stolcke 2006, *Within-class covariance normalization for
SVM-based speaker recognition*, Interspeech, where the classes are speakers as they are texts here): whiten by the covariance within texts, shrunk towards a multiple of the identity
(Ledoit & Wolf 2004), keep the axes along which the means of the texts vary most.
"""

from __future__ import annotations

import base64
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np

from seo_fr.analyse.cohesion import Axes, paragraph_vectors
from seo_fr.analyse.lexicon import Lexicon

Matrix = Any
_SHRINKAGE = 0.1
KEPT = 100


class Classes:
    """Sums over texts of the covariance of their paragraphs' vectors, from which the axes follow; those of any texts can be taken away again."""

    def __init__(self, texts: Mapping[str, Sequence[Sequence[str]]], lexicon: Lexicon) -> None:
        """``texts`` are paragraphs, given as sentences, by name."""
        self.within: dict[str, Matrix] = {}
        self.mean: dict[str, Matrix] = {}
        self.count: dict[str, int] = {}
        for name, paragraphs in texts.items():
            if len(paragraphs) < 2:
                continue
            rows = lexicon.own(paragraph_vectors(paragraphs, lexicon))
            rows = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
            centred = rows - rows.mean(axis=0)
            self.within[name], self.mean[name], self.count[name] = centred.T @ centred, rows.mean(axis=0), len(rows) - 1
        self._sum = sum(self.within.values())
        self._count = sum(self.count.values())

    def axes(self, without: Collection[str] = ()) -> Axes:
        """Return the axes learnt on all texts but those named."""
        away = [name for name in dict.fromkeys(without) if name in self.within]
        means = np.array([mean for name, mean in self.mean.items() if name not in away])
        within = (self._sum - sum(self.within[name] for name in away)) / (self._count - sum(self.count[name] for name in away))
        size = len(within)
        within = (1 - _SHRINKAGE) * within + _SHRINKAGE * np.trace(within) / size * np.eye(size)
        values, vectors = np.linalg.eigh(within)
        white = vectors / np.sqrt(values)
        spread = means - means.mean(axis=0)
        between = white.T @ (spread.T @ spread / len(means)) @ white
        kept = white @ np.linalg.eigh(between)[1][:, ::-1][:, :KEPT]
        return Axes(kept, means.mean(axis=0) @ kept)


def written(name: str, axes: Axes) -> str:
    """Return Python source that gives ``axes`` rounded to 255 steps an axis."""
    table = np.vstack([axes.directions, axes.origin])
    table = table * np.sign(table[np.abs(table).argmax(axis=0), np.arange(table.shape[1])])  # an axis has no sign of its own
    steps = np.abs(table).max(axis=0) / 127
    whole = np.rint(table / steps).astype(np.int8)
    text = base64.b85encode(whole.tobytes()).decode()
    lines = [text[start : start + 160] for start in range(0, len(text), 160)]
    rows = "\n".join(f"    {line!r}" for line in lines)
    return f"{name} = (\n    ({', '.join(f'{step:.4g}' for step in steps)}),\n    (\n" + rows.replace("    ", "        ", len(lines)) + "\n    ),\n)\n"
