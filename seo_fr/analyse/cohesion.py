"""What speaks for and against a topical section: the features of :mod:`seo_fr.analyse.sections`.

A feature is a number for each section that could be, [a, b) in paragraphs: an array (n + 1, n + 1). Features of the break before a paragraph have the same value in the
whole row of that paragraph. Each is named as in :mod:`seo_fr.analyse.section_weights`.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from seo_fr.analyse.lexicon import Lexicon, load_lexicon

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from seo_fr.rulebook import Rule, Rulebook

    Matrix = NDArray[np.float64]

# -------------------------------------------------------------------------------------------------------------- paragraphs

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_NORMAL = str.maketrans(dict.fromkeys("’‘ʼ", "'") | dict.fromkeys("\xa0\u202f\u2009\n\t", " ") | {"“": "«", "”": "»"})
_ENDED = re.compile(r"[.!?:»\"…)]\s*$")

_STOP = frozenset(
    ["a", "à", "afin", "ai", "aie", "aient", "aient", "ainsi", "ait", "alors", "apr", "après", "as", "assez", "au", "aucun", "aucune", "aujourd", "auprès", "auquel", "aura", "aurait", "auraient", "auront", "aussi", "aussitôt", "autant", "autour", "autre", "autres", "autrement", "aux", "auxquelles", "auxquels", "avaient", "avais", "avait", "avant", "avec", "avez", "avoir", "avons", "ayant", "beaucoup", "bien", "c", "car", "ce", "ceci", "cela", "celle", "celle-ci", "celles", "celles-ci", "celui", "celui-ci", "cent", "cependant", "certain", "certaine", "certaines", "certains", "certes", "ces", "cet", "cette", "ceux", "ceux-ci", "chacun", "chacune", "chaque", "chez", "cinq", "comme", "comment", "contre", "d", "dans", "davantage", "de", "dehors", "déjà", "delà", "depuis", "dernier", "dernière", "derniers", "dernières", "derrière", "des", "dès", "désormais", "desquelles", "desquels", "deux", "deuxième", "devant", "devait", "devaient", "devra", "devrait", "devraient", "devront", "dire", "dit", "dits", "dite", "dites", "divers", "diverses", "dix", "dizaine", "doit", "doivent", "donc", "dont", "du", "dû", "due", "duquel", "durant", "effet", "également", "elle", "elle-même", "elles", "en", "encore", "enfin", "ensuite", "entre", "environ", "es", "est", "et", "étaient", "étais", "était", "étant", "etc", "été", "êtes", "être", "eu", "eux", "eux-mêmes", "exactement", "excepté", "façon", "faire", "fait", "faite", "faites", "faits", "fallait", "faut", "font", "fois", "fut", "furent", "grâce", "hier", "hors", "hui", "huit", "il", "ils", "j", "je", "jusqu", "jusque", "l", "la", "là", "laquelle", "le", "lequel", "les", "lesquelles", "lesquels", "leur", "leurs", "lors", "lorsqu", "lorsque", "lui", "lui-même", "m", "ma", "maintenant", "mais", "malgré", "me", "même", "mêmes", "mes", "mieux", "mille", "million", "millions", "moi", "moindre", "moins", "mois", "mon", "n", "n'", "ne", "néanmoins", "neuf", "ni", "non", "nos", "notamment", "notre", "nous", "nouveau", "nouveaux", "nouvelle", "nouvelles", "nul", "on", "ont", "onze", "or", "ou", "où", "oui", "outre", "par", "parce", "parfois", "parmi", "pas", "pendant", "permet", "permettre", "personne", "peu", "peut", "peuvent", "plein", "plus", "plusieurs", "plutôt", "point", "possible", "pour", "pourquoi", "pourra", "pourraient", "pourrait", "pourront", "pourtant", "pouvait", "pouvaient", "pouvoir", "premier", "première", "premiers", "premières", "près", "presque", "pris", "prise", "puis", "puisqu", "puisque", "qu", "quand", "quant", "quatre", "que", "quel", "quelle", "quelles", "quelqu", "quelque", "quelques", "quels", "qui", "quiconque", "quoi", "quoique", "rien", "s", "sa", "sans", "sauf", "se", "sein", "selon", "sept", "sera", "serait", "seraient", "seront", "ses", "seul", "seule", "seulement", "si", "sinon", "six", "soi", "soit", "soient", "sommes", "son", "sont", "sous", "souvent", "suis", "suite", "suivant", "suivante", "suivantes", "suivants", "sur", "surtout", "t", "ta", "tandis", "tant", "te", "tel", "telle", "tellement", "telles", "tels", "tes", "toi", "ton", "toujours", "tous", "tout", "toute", "toutes", "toutefois", "toutes", "très", "trois", "trop", "tu", "un", "une", "unes", "uns", "va", "vais", "vers", "via", "voici", "voilà", "vont", "vos", "votre", "vous", "vu", "y", "an", "année", "ans", "années", "jour", "jours", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
)


@functools.lru_cache(maxsize=1)
def _stemmer() -> Any:
    import snowballstemmer  # type: ignore[import-untyped,unused-ignore]

    return snowballstemmer.stemmer("french")


@functools.lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@dataclass(frozen=True, slots=True)
class _Unit:
    """A paragraph as the features see it: ``forms`` are its content words as written, ``stems`` theirs."""

    first: str
    last: str
    sentences: int
    words: int
    forms: tuple[str, ...]
    stems: tuple[str, ...]
    semicolons: bool


def _unit(sentences: Sequence[str]) -> _Unit:
    texts = [text for text in (sentence.translate(_NORMAL).strip() for sentence in sentences) if text] or [""]
    words = [match.group() for text in texts for match in _WORD.finditer(text)]
    forms = tuple(word for word in words if len(word) > 1 and not word.isdigit() and word.lower() not in _STOP)
    stems = tuple(_stem(form.lower()) for form in forms)
    return _Unit(texts[0], texts[-1], len(texts), len(words), forms, stems, any(";" in text for text in texts))


# ---------------------------------------------------------------------------------------------------------------- features


@dataclass(frozen=True, slots=True, eq=False)
class Axes:
    """Directions of a pipeline's word vectors, as columns, that tell topics apart, and where along them the mean paragraph lies."""

    directions: Matrix
    origin: Matrix

    def along(self, rows: Matrix) -> Matrix:
        """Return the rows, scaled to length one, from the mean paragraph along the directions; rows of no column if they are not of the pipeline's vectors."""
        import numpy as np

        if rows.shape[1] != len(self.directions):
            return np.zeros((len(rows), 0))
        scaled = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        result: Matrix = np.einsum("ij,jk->ik", scaled, self.directions) - self.origin
        return result


@functools.lru_cache(maxsize=1)
def topic_axes() -> tuple[Axes, Axes]:
    """Return the axes of :mod:`seo_fr.analyse.topic_axes`: those of sections, and those of news."""
    import base64

    import numpy as np

    from seo_fr.analyse.topic_axes import NEWS, SECTIONS

    found = []
    for steps, text in (SECTIONS, NEWS):
        table = np.frombuffer(base64.b85decode("".join(text)), dtype=np.int8).reshape(-1, len(steps)) * np.array(steps)
        found.append(Axes(np.ascontiguousarray(table[:-1]), table[-1]))
    return found[0], found[1]


def paragraph_vectors(paragraphs: Sequence[Sequence[str]], lexicon: Lexicon) -> Matrix:
    """Return, for paragraphs given as sentences, the sums of the vectors of their words, weighted by rarity."""
    units = [_unit(paragraph) for paragraph in paragraphs]
    return _vectors(units, lexicon, {form: lexicon.rarity(form) for unit in units for form in unit.forms})[0]


def features(paragraphs: Sequence[Sequence[str]], lexicon: Lexicon | None = None, axes: tuple[Axes, Axes] | None = None) -> tuple[tuple[str, ...], Matrix]:
    """Return the names of the features and, for paragraphs given as sentences, their values: an array (n + 1, n + 1, names), zero where a ≥ b.

    ``axes`` are those that ship unless given.
    """
    import numpy as np

    lexicon = lexicon or load_lexicon()
    of_sections, of_news = axes or topic_axes()
    units = [_unit(paragraph) for paragraph in paragraphs]
    index = np.arange(len(units) + 1)
    inside = (index[None, :] > index[:, None]).astype(np.float64)
    words = np.array([unit.words + 1.0 for unit in units])
    size = math.log(float(words.sum())) - 6.5  # 0: a text of 665 words

    table = _lengths(units, words)
    table["sentences × text"] = table["sentences"] * size
    table["section × text"] = inside * size

    rarity = {form: lexicon.rarity(form) for unit in units for form in unit.forms}
    stem_rarity: dict[str, float] = {}
    for unit in units:
        for form, stem in zip(unit.forms, unit.stems, strict=True):
            stem_rarity[stem] = min(rarity[form], stem_rarity.get(stem, 1.0))
    counts = _counts(units, stem_rarity)
    rare = np.array(list(stem_rarity.values()) or [1.0])
    table["bayes"] = _bayes(counts) / 10.0
    table["chains cut"] = _at_start(_chains(counts, rare))
    table["chains cut × text"] = table["chains cut"] * size
    table["new words"] = _at_start(_novelty(counts, rare))

    vectors, sharp = _vectors(units, lexicon, rarity)
    alike = _cosines(vectors)
    likeness = (_mean(alike) if vectors.any() else _USUAL_LIKENESS) - _USUAL_LIKENESS
    table["vectors"] = _cohesion(alike)
    table["vectors of rare words"] = _cohesion(_cosines(sharp))
    table["vectors, fine axes"] = _cohesion(_cosines(vectors[:, _FINE:]))
    table["vectors × likeness"] = table["vectors"] * likeness * 3.0
    table["section × likeness"] = inside * likeness
    table["first paragraph"] = _announced(alike)
    own = lexicon.own(vectors)
    topical = _cosines(of_sections.along(own))
    table["topics"] = _cohesion(topical)
    table["topics, first paragraph"] = _announced(topical) * 5.0
    table["topics of news"] = _cohesion(_cosines(of_news.along(own)))
    centred = vectors - np.outer(words / words.sum(), vectors.sum(axis=0))
    table["neighbours"] = _at_start(_neighbours(_cosines(centred)))

    for name, values in _cues(units).items():
        table[f"cue: {name}"] = _at_start(np.array(values))
    return tuple(table), np.stack([value * inside for value in table.values()], axis=-1)


_FINE = 100
_USUAL_LIKENESS = 0.4


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


def _lengths(units: Sequence[_Unit], words: Matrix) -> dict[str, Matrix]:
    import numpy as np

    sentences = np.log(np.maximum(_between(np.array([float(unit.sentences) for unit in units])), 1.0)) - 1.5
    return {
        "section": np.ones_like(sentences),
        "words": np.log(np.maximum(_between(words), 1.0)) - 5.0,
        "sentences": sentences,
        "sentences²": sentences**2,
        "paragraphs": np.log(np.maximum(_between(np.ones(len(units))), 1.0)),
    }


def _counts(units: Sequence[_Unit], vocabulary: Mapping[str, float]) -> Matrix:
    import numpy as np

    column = {stem: place for place, stem in enumerate(vocabulary)}
    counts = np.zeros((len(units), max(1, len(column))))
    for place, unit in enumerate(units):
        for stem in unit.stems:
            counts[place, column[stem]] += 1.0
    return counts


def _vectors(units: Sequence[_Unit], lexicon: Lexicon, rarity: Mapping[str, float]) -> tuple[Matrix, Matrix]:
    """Return the vectors of the paragraphs: sums of those of their words, weighted by rarity, and by its square."""
    import numpy as np

    column = {form: place for place, form in enumerate(rarity)}
    counts = np.zeros((len(units), len(column)))
    for place, unit in enumerate(units):
        for form in unit.forms:
            counts[place, column[form]] += 1.0
    weights = np.array(list(rarity.values()))
    sums = lexicon.sums(list(column), np.vstack([counts * weights, counts * weights**2]))
    return sums[: len(units)], sums[len(units) :]


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


def _announced(similarities: Matrix) -> Matrix:
    """Return, for each section, the mean over its paragraphs of how much more like its first one they are than two paragraphs of this text."""
    import numpy as np

    n = len(similarities)
    result = np.zeros((n + 1, n + 1))
    above = similarities - _mean(similarities)
    for start in range(n - 1):
        result[start, start + 2 :] = above[start, start + 1 :].cumsum() / np.arange(2, n - start + 1)
    return result


def _bayes(counts: Matrix, prior: float = 0.1) -> Matrix:
    """Return the log-likelihood of each section's stems under a multinomial integrated over a symmetric Dirichlet ``prior``."""
    import numpy as np

    n, size = counts.shape
    of_count = np.array([math.lgamma(c + prior) - math.lgamma(prior) for c in range(int(counts.sum(axis=0).max()) + 1)])
    of_total = np.array([math.lgamma(size * prior) - math.lgamma(size * prior + c) for c in range(int(counts.sum()) + 1)])
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
    for stem in np.flatnonzero((counts > 0).sum(axis=0) > 1):
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

    present = (counts > 0).astype(np.float64)
    seen = np.vstack([np.zeros(counts.shape[1]), counts.cumsum(axis=0)[:-1]]) > 0
    values: Matrix = (present * ~seen) @ rare / np.maximum(present @ rare, 1e-9)
    if len(counts) > 2:
        values[1:] -= values[1:].mean()
    return values


# -------------------------------------------------------------------------------------------------------------------- cues


@functools.lru_cache(maxsize=8)
def _patterns(book: Rulebook) -> dict[str, re.Pattern[str]]:
    return {str(rule.data["cue"]): _pattern(rule) for rule in book.of_kind("section-cues")}


def _pattern(rule: Rule) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in rule.data["patterns"]), re.IGNORECASE)


def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether a paragraph that begins like ``text`` shows the rule's cue (for the rule's examples)."""
    return bool(_pattern(rule).match(text.translate(_NORMAL)))


def _cues(units: Sequence[_Unit]) -> dict[str, list[float]]:
    """Return what the end of one paragraph and the beginning of the next say of the break between them."""
    from seo_fr.rulebook import load

    patterns = _patterns(load())
    table: dict[str, list[float]] = {}
    for place, unit in enumerate(units):
        before = units[place - 1] if place else unit
        cues: dict[str, float] = {name: bool(pattern.match(unit.first)) for name, pattern in patterns.items()}
        cues |= {
            "after a colon": before.last.endswith(":"),
            "after no final mark": not _ENDED.search(before.last),
            "lower case": unit.first[:1].islower(),
            "quotation mark": unit.first.startswith(("«", '"')),
            "semicolons": unit.semicolons,
            "length after": math.log(unit.words + 1) - 3.5,
            "length before": math.log(before.words + 1) - 3.5,
        }
        for name, value in cues.items():
            table.setdefault(name, []).append(float(value))
    return table
