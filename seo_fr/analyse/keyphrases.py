"""Keyphrases of an article and of its sections, and the focus keyphrase.

YAKE (Campos et al. 2020, *YAKE! Keyword extraction from single documents using multiple local features*, Information Sciences 509)
gives every content word a score; the candidates are the noun phrases of the one spaCy pass; a log-linear model of a dozen
features that can be read (YAKE, frequency, place, form, independence) ranks them. The weights were learnt by ``benchmarks/keyphrases.py --learn``;
see ``docs/keyphrases.md``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from seo_fr.model import Article, Keyphrase, Sentence, Span, Token

# Words that carry no topic of their own: temporal nouns, measures, press and filler nouns. Stemmed before use.
_EMPTY = frozenset(
    """
    an année jour journée mois semaine heure minute seconde matin matinée midi soir soirée nuit fois date moment instant époque période temps
    lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    début fin milieu cours lieu cas suite part partie côté façon manière sorte type genre titre ensemble reste nombre dizaine vingtaine trentaine quarantaine
    cinquantaine soixantaine centaine millier million milliard moitié tiers quart pourcentage plupart majorité totalité chose fait point aspect
    effet raison sujet propos cause but égard base occasion mesure compte grâce sein travers cadre niveau mètre kilomètre kilo gramme litre degré
    euro dollar monsieur madame m mme mlle dr
    lendemain veille hier aujourd'hui demain maintenant source article dépêche communiqué
    dernier prochain premier seconde deuxième troisième même autre tel certain plusieurs seul nouveau propre différent divers principal présent actuel
    possible important grand petit bon gros
    """.split()
)
# « drones de fabrication iranienne » is « drones iraniens ».
_LIGHT = frozenset("fabrication origine nationalité conception provenance construction type".split())
_NOT_ALONE = _EMPTY | frozenset(
    """
    homme femme personne gens monde pays ville région membre groupe chef président ministre directeur directrice porte-parole responsable représentant secrétaire
    question problème situation travail action décision réponse demande besoin rôle place service système projet
    """.split()
)
_PREPOSITIONS = frozenset("à au aux en sur contre pour dans entre sous sans".split())
_ARTICLES = frozenset(("le", "la", "les", "l'", "un", "une"))
_DEICTIC = frozenset(("je", "tu", "nous", "vous", "on", "ce", "celui", "cela", "ça", "rien", "tout", "tous", "toute", "toutes"))

_WORD = re.compile(r"[^\W_]")
# One letter a token: N noun, P name, A adjective, a participle, C number, d de, p another preposition, D article, x anything else.
_CORE = r"A?(?:N[APNaC]{0,3}|P[PC]*[AN]?)"
_PHRASE = re.compile(rf"(?:{_CORE})(?:dD?{_CORE}){{0,2}}|(?:{_CORE})pD?{_CORE}")
_MAX_TOKENS = 9


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    from snowballstemmer.french_stemmer import FrenchStemmer

    return FrenchStemmer()


@lru_cache(maxsize=20000)
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word.lower().replace("’", "'")))


@dataclass(frozen=True, slots=True)
class _Occurrence:
    start: int  # of the tokens
    end: int
    sentence: int
    nested: bool  # inside a longer candidate of the same place


@dataclass(frozen=True, slots=True)
class _Candidate:
    key: tuple[str, ...]  # stems of the content words
    classes: str
    occurrences: tuple[_Occurrence, ...]
    features: tuple[tuple[str, float], ...] = ()


class _Text:
    """The tokens as the candidates need them: lower-case words and classes."""

    __slots__ = ("article", "tokens", "sentences", "words", "classes", "stems", "lower_seen")

    def __init__(self, article: Article, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> None:
        self.article = article
        self.tokens = tokens
        self.sentences = sentences
        self.words = [token.span.of(article.text).replace("’", "'") for token in tokens]
        self.lower_seen = frozenset(word for word in self.words if word[:1].islower())
        self.stems = [_stem(word.rstrip("'")) for word in self.words]
        self.classes = "".join(self._class(index) for index in range(len(tokens)))

    def _class(self, index: int) -> str:
        token, word = self.tokens[index], self.words[index]
        lower = word.lower()
        if lower in ("de", "d'", "du", "des") and token.pos in ("ADP", "DET"):
            return "d" if token.pos == "ADP" or lower in ("du", "de", "d'") else "D"
        if lower in _PREPOSITIONS and token.pos == "ADP":
            return "p"
        if lower in _ARTICLES:
            return "D"
        if not _WORD.search(word):
            return "x"
        if lower in _DEICTIC:
            return "x"
        if word.isdigit() or token.pos == "NUM":
            return "C"
        if token.pos == "PROPN":
            return "P" if word[0].isupper() or word[0].isdigit() else "N"
        if token.pos == "NOUN":
            return "N" if len(word) > 1 else "x"
        if token.pos == "ADJ":
            return "A"
        if token.pos == "VERB" and token.feature("VerbForm") == "Part" and token.feature("Tense") != "Pres" and token.dep in ("acl", "amod"):
            return "a"
        if token.pos == "X" and word[0].isupper():
            return "P"
        return "x"


def _find(text: _Text, sentences: Iterable[int]) -> dict[tuple[str, ...], list[_Occurrence]]:
    """Return all noun phrases of the sentences by key, in order of first appearance."""
    found: dict[tuple[str, ...], list[_Occurrence]] = {}
    empty, light = _stems(_EMPTY), _stems(_LIGHT)
    for number in sentences:
        first, last = text.sentences[number].tokens
        spans: list[tuple[int, int]] = []
        for start in range(first, last):
            if text.classes[start] not in "NPA":
                continue
            for end in range(start + 1, min(last, start + _MAX_TOKENS) + 1):
                if text.classes[end - 1] in "NPAaC" and _PHRASE.fullmatch(text.classes, start, end) and _whole(text, start, end, first, last):
                    spans.append((start, end))
        for start, end in spans:
            key = _key(text, start, end, empty, light)
            if not key:
                continue
            nested = any(s <= start and end <= e and (s, e) != (start, end) for s, e in spans)
            found.setdefault(key, []).append(_Occurrence(start, end, number, nested))
    return found


@lru_cache(maxsize=8)
def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(_stem(word) for word in words)


def _whole(text: _Text, start: int, end: int, first: int, last: int) -> bool:
    """Return whether no name is clipped at either end."""
    classes = text.classes
    if classes[start] == "P" and start > first and classes[start - 1] == "P":
        return False
    if classes[end - 1] == "P" and end < last and classes[end] in "P":
        return False
    if classes[start] == "P" and start - 2 >= first and classes[start - 1] == "x" and text.words[start - 1] in ("-", "–", "&"):
        return classes[start - 2] != "P"
    return True


def _key(text: _Text, start: int, end: int, empty: frozenset[str], light: frozenset[str]) -> tuple[str, ...]:
    """Return the stems of the content words; empty if the phrase says nothing."""
    content = [i for i in range(start, end) if text.classes[i] in "NPAaC"]
    head, tail = content[0], content[-1]
    if text.classes[head] == "C" or text.stems[head] in empty or text.stems[tail] in empty:
        return ()
    if all(text.classes[i] in "AaC" for i in content):
        return ()
    stems = [text.stems[i] for i in content]
    if len(stems) > 2:
        stems = [stem for i, stem in enumerate(stems) if i == 0 or stem not in light]
    return tuple(stems)


def _yake(text: _Text, sentences: Sequence[int]) -> dict[str, float]:
    """Return YAKE's score of each stem (lower is better) of one pass over the sentences."""
    import yake

    lines = []
    for number in sentences:
        first, last = text.sentences[number].tokens
        words = [text.words[i] for i in range(first, last) if not text.words[i].endswith("'")]
        line = " ".join(words)
        lines.append(line if line[-1:] in ".!?…" else line + " .")
    extractor = yake.KeywordExtractor(lan="fr", n=1, dedup_lim=1.0, window_size=1, top=100000)
    scores: dict[str, float] = {}
    for phrase, score in extractor.extract_keywords("\n".join(lines)):
        for stem in {_stem(phrase), _stem(phrase.replace("-", " ").split(" ")[0])}:
            scores[stem] = min(score, scores.get(stem, math.inf))
    return scores


def _features(text: _Text, found: dict[tuple[str, ...], list[_Occurrence]], sentences: Sequence[int]) -> list[_Candidate]:
    """Return the candidates with their features, in order of first appearance."""
    yake = _yake(text, sentences)
    worst = max(yake.values(), default=1.0)
    counts: dict[str, int] = {}
    for number in sentences:
        for i in range(*text.sentences[number].tokens):
            if text.classes[i] in "NPAaC":
                counts[text.stems[i]] = counts.get(text.stems[i], 0) + 1
    bodies = [n for n in sentences if text.sentences[n].paragraph >= 0]
    first_body = bodies[0] if bodies else -1
    lede = text.sentences[first_body].paragraph if bodies else -1
    origin = text.sentences[first_body].tokens[0] if bodies else 0
    size = max(1, text.sentences[sentences[-1]].tokens[1] - origin)
    paragraphs = max(1, len({text.sentences[n].paragraph for n in bodies}))
    empty = _stems(_NOT_ALONE)
    result = []
    for key, occurrences in found.items():
        best = occurrences[0]
        classes = "".join(text.classes[i] for i in range(best.start, best.end))
        content = [c for c in classes if c in "NPAaC"]
        body = [o for o in occurrences if text.sentences[o.sentence].paragraph >= 0]
        yakes = [-math.log10(max(1e-6, yake.get(stem, worst))) for stem in key]
        words = [counts.get(stem, 1) for stem in key]
        free = sum(1 for o in occurrences if not o.nested)
        position = (body[0].start - origin) if body else size
        features = {
            "bias": 1.0,
            "yake": sum(yakes) / len(yakes),
            "yake_low": min(yakes),
            "frequency": math.log2(1 + len(occurrences)),
            "words": sum(math.log2(1 + w) for w in words) / len(words),
            "words_low": math.log2(1 + min(words)),
            "title": float(len(body) < len(occurrences)),
            "start": float(any(o.sentence == first_body for o in body)),
            "lede": float(any(text.sentences[o.sentence].paragraph == lede for o in body)),
            "early": -math.log2(1 + position) / 10,
            "late": position / size,
            "spread": len({text.sentences[o.sentence].paragraph for o in body}) / paragraphs,
            "name": float(all(c == "P" for c in content)),
            "part_name": float("P" in content and any(c != "P" for c in content)),
            "single": float(len(content) == 1),
            "single_name": float(content == ["P"]),
            "two": float(len(content) == 2),
            "four": float(len(content) >= 4),
            "prep": float("d" in classes or "p" in classes),
            "other_prep": float("p" in classes),
            "number": float("C" in classes),
            "front_adjective": float(content[0] == "A"),
            "participle": float("a" in content),
            "free": free / len(occurrences),
            "never_free": float(free == 0),
            "plain": float(len(key) == 1 and key[0] in empty),
            "short": float(len(key) == 1 and len(text.words[best.start]) <= 2),
        }
        result.append(_Candidate(key, classes, tuple(occurrences), tuple(features.items())))
    return result


# Logistic regression of «a person chose it» on the features, ridge 10: benchmarks/keyphrases.py --learn
_WEIGHTS: Mapping[str, float] = {
    "bias": -2.193,
    "yake": 0.418,
    "yake_low": 0.241,
    "frequency": 0.702,
    "words": -0.097,
    "words_low": 0.408,
    "title": 1.194,
    "start": -0.436,
    "lede": 0.282,
    "early": 3.564,
    "late": 1.239,
    "spread": -0.172,
    "name": 0.083,
    "part_name": -0.217,
    "single": 0.113,
    "single_name": 0.170,
    "two": 0.312,
    "four": -1.316,
    "prep": -0.574,
    "other_prep": -1.181,
    "number": -0.724,
    "front_adjective": -0.534,
    "participle": -1.118,
    "free": -0.033,
    "never_free": -0.790,
    "plain": -0.946,
    "short": -0.489,
}


def _score(candidate: _Candidate) -> float:
    """Return the probability, by the model, that a person would choose the candidate as a keyphrase; rounded."""
    logit = sum(_WEIGHTS[name] * value for name, value in candidate.features)
    return round(1.0 / (1.0 + math.exp(-logit)), 6)


def _surface(text: _Text, candidate: _Candidate) -> str:
    """Return the commonest form of the candidate (the first of equals), lower-cased where it is no name."""
    forms: dict[str, int] = {}
    for occurrence in candidate.occurrences:
        form = _typed(text, occurrence)
        forms[form] = forms.get(form, 0) + 1
    return max(forms, key=lambda form: (forms[form], -len(form) / 1000))


def _typed(text: _Text, occurrence: _Occurrence) -> str:
    tokens = text.tokens[occurrence.start : occurrence.end]
    slice_ = text.article.text[tokens[0].span.start : tokens[-1].span.end]
    first = slice_[: len(tokens[0].span)]
    opening = occurrence.start == text.sentences[occurrence.sentence].tokens[0] or text.words[occurrence.start - 1] in ("«", '"', "“", ":", "-", "–", "—")
    if first[:1].isupper() and opening and (text.classes[occurrence.start] != "P" or first.lower() in text.lower_seen) and not first.isupper():
        slice_ = first[0].lower() + slice_[1:]
    return " ".join(slice_.split())


def _ranked(article: Article, tokens: Sequence[Token], sentences: Sequence[Sentence], within: Iterable[int] | None) -> tuple[_Text, list[tuple[float, _Candidate]]]:
    text = _Text(article, tokens, sentences)
    wanted = None if within is None else frozenset(within)
    numbers = [n for n, sentence in enumerate(sentences) if wanted is None or sentence.paragraph in wanted]
    if not numbers:
        return text, []
    candidates = _features(text, _find(text, numbers), numbers)
    scored = [(_score(candidate), candidate) for candidate in candidates]
    scored.sort(key=lambda pair: (-pair[0], pair[1].occurrences[0].start, -pair[1].occurrences[0].end))
    return text, scored


def extract_keyphrases(
    article: Article,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    top: int = 20,
    within: tuple[int, ...] | None = None,
) -> tuple[Keyphrase, ...]:
    """Return at most ``top`` keyphrases, best first, of the article or of the paragraphs ``within`` (indexes, -1: the title).

    ``score`` is the model's probability that a person would choose the phrase. ``spans`` are all places of the phrase or a variant.
    """
    text, scored = _ranked(article, tokens, sentences, within)
    result: list[Keyphrase] = []
    for score, candidate in scored:
        if len(result) == top:
            break
        result.append(_keyphrase(text, candidate, score))
    return tuple(result)


def _keyphrase(text: _Text, candidate: _Candidate, score: float) -> Keyphrase:
    spans = {Span(text.tokens[o.start].span.start, text.tokens[o.end - 1].span.end) for o in candidate.occurrences}
    return Keyphrase(_surface(text, candidate), score, tuple(sorted(spans)))


def focus_keyphrase(article: Article, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Keyphrase:
    """Return what a person would type to find the article."""
    return extract_keyphrases(article, tokens, sentences, 1)[0]


def section_keyphrases(
    article: Article,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    sections: Sequence[tuple[int, int]],
    top: int = 6,
) -> tuple[tuple[Keyphrase, ...], ...]:
    """Return the keyphrases of each section (``start``, ``end`` paragraph indexes, end exclusive)."""
    return tuple(extract_keyphrases(article, tokens, sentences, top, tuple(range(start, end))) for start, end in sections)
