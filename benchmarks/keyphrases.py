"""Measure keyphrases against those that people chose: ours beside YAKE, first phrases, TF-IDF and MultipartiteRank.

    python benchmarks/keyphrases.py DIR            table
    python benchmarks/keyphrases.py DIR --learn    the weights of seo_fr/analyse/keyphrases.py, learnt on all of DIR

DIR holds ``gold.jsonl`` (``{"id": …, "keyphrases": […]}`` a line) and ``<id>.txt`` (title, blank line, paragraphs), or a folder ``keyphrases`` that does.
Measure: exact match after the French Snowball stemmer, precision over the phrases returned, macro average over the articles. The halves are split by
the parity of the SHA-256 of the id. «Ours, crossed» learns the weights on 7 folds and measures on the eighth; «ours, half» learns on the tune half alone.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from snowballstemmer.french_stemmer import FrenchStemmer

from seo_fr.analyse import keyphrases as ours
from seo_fr.analyse.pipeline import parse
from seo_fr.model import Article, Paragraph, Sentence, Span, Token

_RIDGE = 30.0
_FOLDS = 8
_STEMMER = FrenchStemmer()
_WORD = re.compile(r"[^\W_]+(?:[-.,][^\W_]+)*|%")


def normal(phrase: str) -> str:
    """Return the stems of a phrase; elided articles and prepositions are words."""
    return " ".join(_STEMMER.stemWord(word) for word in _WORD.findall(phrase.lower().replace("’", "'")))


@dataclass(frozen=True)
class Item:
    """An article with its analysis and what people chose."""

    id: str
    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    gold: frozenset[str]

    @property
    def tune(self) -> bool:
        return int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % 2 == 0


def read(folder: Path) -> list[Item]:
    """Return the articles of ``folder`` in the order of their ids."""
    if not (folder / "gold.jsonl").exists():
        folder = folder / "keyphrases"
    items = []
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        text = (folder / f"{entry['id']}.txt").read_text(encoding="utf-8")
        spans = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]
        article = Article(text, spans[0], tuple(Paragraph(span) for span in spans[1:]))
        parsed = parse(article)
        gold = frozenset(normal(phrase) for phrase in entry["keyphrases"])
        items.append(Item(entry["id"], article, parsed.tokens, parsed.sentences, gold))
    return sorted(items, key=lambda item: item.id)


# ------------------------------------------------------------------------------------------------------------------ baselines


def _words(item: Item, sentence: Sentence) -> list[tuple[str, str]]:
    """Return words and their tags, elided articles left out."""
    tokens = item.tokens[slice(*sentence.tokens)]
    pairs = [(token.span.of(item.article.text).replace("’", "'"), token.pos) for token in tokens]
    return [(word, pos) for word, pos in pairs if not word.endswith("'")]


def yake_plain(item: Item) -> list[str]:
    """YAKE as it comes: up to three words."""
    import yake

    return [phrase for phrase, _ in yake.KeywordExtractor(lan="fr", n=3, top=50).extract_keywords(item.article.text)]


def yake_tuned(item: Item) -> list[str]:
    """YAKE, up to two words, elisions split, title closed; two words must come twice, be a noun phrase, and not stand inside a better one."""
    import yake

    lines, tags = [], {}
    for sentence in item.sentences:
        pairs = _words(item, sentence)
        tags.update({word.lower(): pos for word, pos in reversed(pairs)})
        line = " ".join(word for word, _ in pairs)
        lines.append(line if line[-1:] in ".!?…" else line + " .")
    found: list[str] = []
    text = "\n".join(lines).lower()
    for phrase, _ in yake.KeywordExtractor(lan="fr", n=2, dedup_lim=1.0, top=1000).extract_keywords("\n".join(lines)):
        words = phrase.lower().split()
        kinds = [tags.get(word, "X") for word in words]
        if not all(kind in ("NOUN", "PROPN", "ADJ") for kind in kinds) or not {"NOUN", "PROPN"} & set(kinds):
            continue
        if len(words) > 1 and text.count(phrase.lower()) < 2:
            continue
        if any(set(words) < set(other.lower().split()) for other in found):
            continue
        found.append(phrase)
    return found


def _maximal(item: Item) -> list[tuple[str, int]]:
    """Return the longest runs of nouns, names and adjectives as (stems, index of their first word), in the order of the text."""
    runs: list[tuple[str, int]] = []
    position = 0
    for sentence in item.sentences:
        run: list[str] = []
        noun = False
        for word, pos in [*_words(item, sentence), ("", "X")]:
            if pos in ("NOUN", "PROPN", "ADJ") and word[0].isalnum():
                run.append(word)
                noun = noun or pos != "ADJ"
            else:
                if run and noun:
                    runs.append((normal(" ".join(run)), position - len(run)))
                run, noun = [], False
            position += 1
    return [(phrase, place) for phrase, place in runs if phrase]


def first_phrases(item: Item) -> list[str]:
    """Return the longest noun phrases in the order of the text."""
    return list(dict.fromkeys(phrase for phrase, _ in _maximal(item)))


def tf_idf(items: Sequence[Item]) -> Callable[[Item], list[str]]:
    """Return a ranking by frequency × log inverse document frequency within the collection, over all pieces of up to three words of the longest phrases."""

    def pieces(item: Item) -> dict[str, int]:
        counts: dict[str, int] = {}
        for phrase, _ in _maximal(item):
            words = phrase.split()
            for i in range(len(words)):
                for j in range(i + 1, min(len(words), i + 3) + 1):
                    piece = " ".join(words[i:j])
                    counts[piece] = counts.get(piece, 0) + 1
        return counts

    documents: dict[str, int] = {}
    for item in items:
        for piece in pieces(item):
            documents[piece] = documents.get(piece, 0) + 1

    def rank(item: Item) -> list[str]:
        weights = {p: round(n * math.log(len(items) / documents[p]), 9) for p, n in pieces(item).items()}
        return sorted(weights, key=lambda piece: -weights[piece])

    return rank


def multipartite_rank(item: Item) -> list[str]:
    """Boudin 2018, *Unsupervised keyphrase extraction with multipartite graphs* (NAACL), with its own settings (threshold 0.74, alpha 1.1)."""
    places: dict[str, list[int]] = {}
    for phrase, place in _maximal(item):
        places.setdefault(phrase, []).append(place)
    phrases = list(places)
    bags = [frozenset(phrase.split()) for phrase in phrases]
    topics = [[i] for i in range(len(phrases))]

    def far(left: list[int], right: list[int]) -> float:
        total = sum(1 - len(bags[a] & bags[b]) / len(bags[a] | bags[b]) for a in left for b in right)
        return total / (len(left) * len(right))

    while len(topics) > 1:
        distance, a, b = min((round(far(topics[a], topics[b]), 9), a, b) for a in range(len(topics)) for b in range(a + 1, len(topics)))
        if distance > 0.74:
            break
        topics[a] += topics.pop(b)
    topic = {i: t for t, members in enumerate(topics) for i in members}
    size = len(phrases)
    graph = np.zeros((size, size))
    for i in range(size):
        for j in range(size):
            if topic[i] != topic[j]:
                graph[i, j] = sum(1 / abs(p - q) for p in places[phrases[i]] for q in places[phrases[j]] if p != q)
    plain = graph.copy()
    for members in topics:
        first = min(members, key=lambda i: places[phrases[i]][0])
        others = [i for i in members if i != first]
        lift = 1.1 * math.exp(1 / (1 + places[phrases[first]][0]))
        for i in range(size):
            if topic[i] != topic[first]:
                graph[i, first] += lift * sum(plain[k, i] for k in others)
    sums = graph.sum(axis=1, keepdims=True)
    step = np.divide(graph, sums, out=np.zeros_like(graph), where=sums > 0)
    rank = np.full(size, 1 / max(1, size))
    for _ in range(100):
        rank = 0.15 / max(1, size) + 0.85 * step.T @ rank
    order = sorted(range(size), key=lambda i: (-round(float(rank[i]), 9), i))
    return [phrases[i] for i in order]


# ----------------------------------------------------------------------------------------------------------------- our model


def _candidates(item: Item) -> list[tuple[str, ours.PhraseCandidate]]:
    found = ours._read(item.article, item.tokens, item.sentences)
    ranked = ours._ranked(found, None)
    candidates = sorted((candidate for _, candidate in ranked), key=lambda c: (c.occurrences[0].start, c.occurrences[0].end))
    return [(normal(ours._surface(found.text, candidate)), candidate) for candidate in candidates]


def learn(items: Iterable[Item], candidates: dict[str, list[tuple[str, ours.PhraseCandidate]]]) -> dict[str, float]:
    """Return the weights of a logistic regression with ridge, by Newton's method on features of unit variance."""
    rows = [(form in item.gold, candidate) for item in items for form, candidate in candidates[item.id]]
    names = [name for name, _ in rows[0][1].features]
    x = np.array([[value for _, value in candidate.features] for _, candidate in rows])
    y = np.array([float(chosen) for chosen, _ in rows])
    mean, deviation = x.mean(axis=0), x.std(axis=0) + 1e-9
    bias = names.index("bias")
    mean[bias], deviation[bias] = 0.0, 1.0
    z = (x - mean) / deviation
    ridge = np.full(len(names), _RIDGE)
    ridge[bias] = 1e-6
    weights = np.zeros(len(names))
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ weights))
        gradient = z.T @ (p - y) + ridge * weights
        weights -= np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + np.diag(ridge), gradient)
    scaled = weights / deviation
    scaled[bias] = weights[bias] - float((weights * mean / deviation).sum())
    return {name: round(float(weight), 3) for name, weight in zip(names, scaled, strict=True)}


def rank_with(weights: dict[str, float], candidates: list[tuple[str, ours.PhraseCandidate]], top: int = 10) -> list[str]:
    """Return the phrases that the model with ``weights`` puts first."""
    forms = {id(candidate): form for form, candidate in candidates}
    scored = [(round(1 / (1 + math.exp(-sum(weights[n] * v for n, v in c.features))), 6), c) for _, c in candidates]
    scored.sort(key=ours._order)
    return [forms[id(candidate)] for _, candidate in ours._select(scored, top)]


# ------------------------------------------------------------------------------------------------------------------- measure


def measure(found: Sequence[str], gold: frozenset[str], top: int) -> tuple[float, float, float]:
    """Return precision, recall and F of the first ``top`` different phrases."""
    kept = list(dict.fromkeys(phrase for phrase in found if phrase))[:top]
    hits = len(gold.intersection(kept))
    if not hits:
        return 0.0, 0.0, 0.0
    precision, recall = hits / len(kept), hits / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def row(name: str, found: dict[str, list[str]], items: Sequence[Item]) -> str:
    cells = [f"{name:28s} {len(items):3d}"]
    for top in (5, 10):
        figures = np.array([measure(found[item.id], item.gold, top) for item in items])
        p, r, f = figures.mean(axis=0) * 100
        half = 1.96 * figures[:, 2].std(ddof=1) * 100 / math.sqrt(len(items)) if len(items) > 1 else 0.0
        cells.append(f"| {p:5.1f} {r:5.1f} {f:5.1f} ±{half:3.1f}")
    return " ".join(cells)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--learn", action="store_true", help="print the weights learnt on all of the folder")
    options = parser.parse_args()
    items = read(options.folder)
    candidates = {item.id: _candidates(item) for item in items}
    if options.learn:
        for name, weight in learn(items, candidates).items():
            print(f'    "{name}": {weight:.3f},')
        return
    tune = [item for item in items if item.tune]
    report = [item for item in items if not item.tune]
    from_tune = learn(tune, candidates)
    mixed = sorted(items, key=lambda item: hashlib.sha256(f"fold{item.id}".encode()).hexdigest())
    crossed: dict[str, list[str]] = {}
    for fold in range(_FOLDS):
        weights = learn([item for i, item in enumerate(mixed) if i % _FOLDS != fold], candidates)
        crossed.update({item.id: rank_with(weights, candidates[item.id]) for i, item in enumerate(mixed) if i % _FOLDS == fold})
    systems: dict[str, dict[str, list[str]]] = {
        "YAKE 0.7, plain": {item.id: [normal(p) for p in yake_plain(item)] for item in items},
        "YAKE 0.7, tuned": {item.id: [normal(p) for p in yake_tuned(item)] for item in items},
        "first phrases": {item.id: first_phrases(item) for item in items},
        "TF-IDF": {item.id: rank(item) for rank in [tf_idf(items)] for item in items},
        "MultipartiteRank": {item.id: multipartite_rank(item) for item in items},
        "ours, weights of tune half": {item.id: rank_with(from_tune, candidates[item.id]) for item in items},
        "ours, crossed (8 folds)": crossed,
        "ours, as shipped (all seen)": {
            item.id: [normal(k.text) for k in ours.extract_keyphrases(item.article, item.tokens, item.sentences, 10)] for item in items
        },
    }
    for title, part in (("tune half", tune), ("report half", report), ("all", items)):
        print(f"{title:28s}   n |    P     R    F@5      |    P     R   F@10")
        for name, found in systems.items():
            print(row(name, found, part))
        print()


if __name__ == "__main__":
    main()
