"""Keyphrases of an article and of its sections, and the focus keyphrase.

YAKE (Campos et al. 2020, *YAKE! Keyword extraction from single documents using multiple local features*, Information Sciences 509)
gives every content word a score; the candidates are the noun phrases of the one spaCy pass; a log-linear model of a dozen
features that can be read (YAKE, frequency, place, form, independence) ranks them. The weights were learnt by ``benchmarks/keyphrases.py --learn``;
see ``docs/keyphrases.md``.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from seo_fr.analyse.noun_phrases import OPENING, WORD, Occurrence, PhraseCandidate, PreparedText, find_phrases, goes_on, prepare, stem_of
from seo_fr.french.toponyms import toponym
from seo_fr.model import Article, Keyphrase, Sentence, Span, Token


@lru_cache(maxsize=1)
def _extractor() -> Any:
    import yake

    return yake.KeywordExtractor(lan="fr", n=1, dedup_lim=1.0, window_size=1, top=100000)


def _yake(text: PreparedText, sentences: Sequence[int]) -> dict[str, float]:
    """Return YAKE's score of each stem (lower is better) of one pass over the sentences, elided words left out."""
    lines = []
    for number in sentences:
        first, last = text.ranges[number]
        line = " ".join(word.text for word in text.words[first:last] if not word.text.endswith("'"))
        lines.append(line if line[-1:] in ".!?…" else line + " .")
    scores: dict[str, float] = {}
    for phrase, score in _extractor().extract_keywords("\n".join(lines)):
        stem = stem_of(phrase)
        scores[stem] = min(score, scores.get(stem, math.inf))
    return scores


def _in_steps(score: float) -> float:
    """Return YAKE's score on a scale of steps of a thousandth: words that come once have one score, which the last bits must not part."""
    return math.exp(round(math.log(max(score, 1e-9)), 3))


def _yake_ranks(scores: Mapping[str, float], found: Mapping[tuple[str, ...], Sequence[Occurrence]]) -> dict[tuple[str, ...], float]:
    """Return for each candidate the share of candidates that YAKE's score of a phrase, Π S / (f · (1 + Σ S)), puts below it."""
    rounded = {stem: _in_steps(score) for stem, score in scores.items()}
    worst = max(rounded.values(), default=1.0)
    phrases: dict[tuple[str, ...], float] = {}
    for key, occurrences in found.items():
        words = sorted(rounded.get(stem, worst) for stem in key)
        phrases[key] = round(math.log(math.prod(words) / (len(occurrences) * (1.0 + sum(words)))), 9)
    ordered = sorted(phrases.values())
    return {key: 1.0 - bisect_left(ordered, value) / len(ordered) for key, value in phrases.items()}


def _features(
    text: PreparedText, found: Mapping[tuple[str, ...], Sequence[Occurrence]], sentences: Sequence[int], scores: Mapping[str, float]
) -> list[PhraseCandidate]:
    """Return the candidates with their features, in order of first appearance."""
    yake = _yake_ranks(scores, found)
    counts: dict[str, int] = {}
    title: set[str] = set()
    for number in sentences:
        for word in text.words[slice(*text.ranges[number])]:
            if word.kind in "NPAaC":
                counts[word.stem] = counts.get(word.stem, 0) + 1
                if text.paragraphs[number] < 0:
                    title.add(word.stem)
    bodies = [n for n in sentences if text.paragraphs[n] >= 0]
    first = text.ranges[sentences[0]][0]
    paragraphs = max(1, len({text.paragraphs[n] for n in bodies}))
    result = []
    for key, occurrences in found.items():
        kinds = text.kinds[occurrences[0].start : occurrences[0].end]
        content = [kind for kind in kinds if kind in "NPAaC"]
        body = [o for o in occurrences if text.paragraphs[o.sentence] >= 0]
        single = len(content) == 1
        features = {
            "bias": 1.0,
            "yake": yake[key],
            "place": math.log2(0.001 + sum(1.0 / (1 + o.start - first) for o in occurrences)),
            "rarest": math.log2(1 + min(counts.get(stem, 1) for stem in key)),
            "title": float(len(body) < len(occurrences)),
            "title_words": sum(stem in title for stem in key) / len(key),
            "spread": len({text.paragraphs[o.sentence] for o in body}) / paragraphs,
            "name": float(set(content) == {"P"}),
            "part_name": float("P" in content and set(content) != {"P"}),
            "one_word": float(single),
            "two_words": float(len(content) == 2),
            "four_words": float(len(content) >= 4),
            "preposition": float("p" in kinds),
            "participle": float("a" in content),
            "number": float("C" in content),
            "free": sum(not o.nested for o in occurrences) / len(occurrences),
            "plain": float(single and key[0] in text.lexicon.alone),
            "once_alone": float(single and len(occurrences) == 1),
        }
        result.append(PhraseCandidate(key, kinds, tuple(occurrences), tuple(features.items())))
    return result


# Logistic regression of «a person chose it» on the features, ridge 30: benchmarks/keyphrases.py --learn, on the 62 articles
_WEIGHTS: Mapping[str, float] = {
    "bias": -1.766,
    "yake": 0.454,
    "place": 0.392,
    "rarest": 0.610,
    "title": 0.292,
    "title_words": 0.107,
    "spread": 0.774,
    "name": 0.362,
    "part_name": -0.295,
    "one_word": 0.661,
    "two_words": 0.275,
    "four_words": -0.526,
    "preposition": -1.028,
    "participle": -0.841,
    "number": -0.577,
    "free": 0.462,
    "plain": -0.887,
    "once_alone": -0.538,
}


def _score(candidate: PhraseCandidate) -> float:
    """Return the probability, by the model, that a person would choose the candidate as a keyphrase; rounded."""
    logit = sum(_WEIGHTS[name] * value for name, value in candidate.features)
    return round(1.0 / (1.0 + math.exp(-logit)), 6)


def _surface(text: PreparedText, candidate: PhraseCandidate) -> str:
    """Return the commonest full form of the candidate (the first of equals), lower-cased where it is no name."""
    forms: dict[str, int] = {}
    full = [o for o in candidate.occurrences if len(_content(text, o)) == len(candidate.key)]
    for occurrence in full or candidate.occurrences:
        form = _typed(text, occurrence)
        forms[form] = forms.get(form, 0) + 1
    mixed = {form: count for form, count in forms.items() if not form.isupper()}
    return max(mixed or forms, key=lambda form: forms[form])


def _content(text: PreparedText, occurrence: Occurrence) -> list[int]:
    return [i for i in range(occurrence.start, occurrence.end) if text.kinds[i] in "NPAaC"]


def _typed(text: PreparedText, occurrence: Occurrence) -> str:
    words = text.words[occurrence.start : occurrence.end]
    slice_ = text.article.text[words[0].span.start : words[-1].span.end]
    first = words[0]
    opening = occurrence.start == text.ranges[occurrence.sentence][0] or text.words[occurrence.start - 1].text in OPENING
    if first.text[:1].isupper() and opening and not first.text.isupper() and (first.kind != "P" or first.text.lower() in text.lower):
        slice_ = slice_[0].lower() + slice_[1:]
    return " ".join(slice_.replace("\u00ad", "").split())


@dataclass(frozen=True, slots=True)
class _Found:
    """What one reading of an article gives: made once, for the article, its sections and the focus keyphrase."""

    text: PreparedText
    occurrences: dict[tuple[str, ...], list[Occurrence]]
    yake: dict[str, float]


_LAST: list[tuple[Article, Sequence[Token], Sequence[Sentence], _Found]] = []


def _read(article: Article, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> _Found:
    """Return the candidates of the article; the last article read is kept, so that YAKE runs once for one."""
    for kept, kept_tokens, kept_sentences, found in _LAST[:1]:
        if kept is article and kept_tokens is tokens and kept_sentences is sentences:
            return found
    text = prepare(article, tokens, sentences)
    found = _Found(text, find_phrases(text, range(len(sentences))), _yake(text, range(len(sentences))))
    _LAST[:] = [(article, tokens, sentences, found)]
    return found


def _ranked(found: _Found, within: Iterable[int] | None) -> list[tuple[float, PhraseCandidate]]:
    """Return the candidates that stand in the paragraphs ``within`` with the model's probability, best first."""
    text = found.text
    wanted = None if within is None else frozenset(within)
    numbers = [n for n, paragraph in enumerate(text.paragraphs) if wanted is None or paragraph in wanted]
    if not numbers:
        return []
    inside = frozenset(numbers)
    here = {key: [o for o in occurrences if o.sentence in inside] for key, occurrences in found.occurrences.items()}
    candidates = _features(text, {key: occurrences for key, occurrences in here.items() if occurrences}, numbers, found.yake)
    scored = [(_score(candidate), candidate) for candidate in candidates]
    scored.sort(key=_order)
    return scored


def _order(pair: tuple[float, PhraseCandidate]) -> tuple[float, int, int]:
    first = pair[1].occurrences[0]
    return (-pair[0], first.start, -first.end)


def _inside(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return len(part) < len(whole) and any(whole[i : i + len(part)] == part for i in range(len(whole) - len(part) + 1))


def _select(scored: Iterable[tuple[float, PhraseCandidate]], top: int) -> list[tuple[float, PhraseCandidate]]:
    """Return the best candidates without those that only lengthen or only cut what is already there."""
    chosen: list[tuple[float, PhraseCandidate]] = []
    for score, candidate in scored:
        if len(chosen) == top:
            break
        key = candidate.key
        if len(key) > 1 and all(o.nested for o in candidate.occurrences) and any(_inside(key, c.key) for _, c in chosen):
            continue
        if len(candidate.occurrences) == 1:
            parts = [c.key for _, c in chosen if _inside(c.key, key)]
            if len(parts) > 1 or (parts and len(parts[0]) > 1):
                continue
        chosen.append((score, candidate))
    return chosen


def extract_keyphrases(
    article: Article,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    top: int = 20,
    within: tuple[int, ...] | None = None,
) -> tuple[Keyphrase, ...]:
    """Return at most ``top`` keyphrases, best first, of the article or of the paragraphs ``within`` (indexes; -1 is the title).

    ``score`` is the model's probability that a person would choose the phrase. ``spans`` are all places of the phrase or of a variant of it,
    in the order of the text. An article without a noun gives an empty tuple.
    """
    found = _read(article, tokens, sentences)
    return tuple(_keyphrase(found.text, candidate, score) for score, candidate in _select(_ranked(found, within), top))


def _keyphrase(text: PreparedText, candidate: PhraseCandidate, score: float) -> Keyphrase:
    spans = {Span(text.words[o.start].span.start, text.words[o.end - 1].span.end) for o in candidate.occurrences}
    return Keyphrase(_surface(text, candidate), score, tuple(sorted(spans)))


@dataclass(frozen=True, slots=True)
class FocusCandidate:
    """A phrase that a person might type: ``value`` orders it among its like; ``kinds`` has a letter a word (N noun, P name, A adjective, a participle, C number);
    ``title`` whether the title has it, ``body`` how often the rest does.
    """

    keyphrase: Keyphrase
    value: float
    kinds: str
    title: bool
    body: int


def focus_candidates(article: Article, tokens: Sequence[Token], sentences: Sequence[Sentence], most: int = 60) -> tuple[FocusCandidate, ...]:
    """Return at most ``most`` candidates for the focus keyphrase, best first, the first met first among equals; empty where the article has no noun."""
    found = _read(article, tokens, sentences)
    text, scored = found.text, _ranked(found, None)
    alone = {candidate.key[0]: score for score, candidate in scored if len(candidate.key) == 1}
    kin: dict[str, float] = {}  # by their first four letters, the best score of the words alone
    for name, score in alone.items():
        if len(name) > 3:
            kin[name[:4]] = max(score, kin.get(name[:4], 0.0))
    places = frozenset(c.key[0] for _, c in scored if c.kinds == "P" and len(c.key) == 1 and _is_place(text, c))
    valued = [(_focus_value(text, candidate, score, alone, kin, places), candidate, score) for score, candidate in scored]
    valued.sort(key=lambda item: (-item[0], item[1].occurrences[0].start))
    made = []
    for value, candidate, score in valued[:most]:
        body = sum(1 for occurrence in candidate.occurrences if text.paragraphs[occurrence.sentence] >= 0)
        kinds = "".join(kind for kind in candidate.kinds if kind in "NPAaC")
        made.append(FocusCandidate(_keyphrase(text, candidate, score), value, kinds, body < len(candidate.occurrences), body))
    return tuple(made)


def focus_keyphrase(article: Article, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Keyphrase:
    """Return the best of the phrases that a person would type into a search engine to find the article: one to four content words, well-formed by themselves.

    What the article is about is not asked here: see :func:`seo_fr.analyse.focus.focus_of`. Falls back on the first word of the article if it has no noun;
    raises :class:`ValueError` if it has no word.
    """
    found = focus_candidates(article, tokens, sentences, 1)
    if found:
        return found[0].keyphrase
    word = next((token for token in tokens if WORD.search(token.span.of(article.text))), None)
    if word is None:
        raise ValueError("the article has no word")
    return Keyphrase(word.span.of(article.text), 0.0, (word.span,))


def _focus_value(
    text: PreparedText, candidate: PhraseCandidate, score: float, alone: Mapping[str, float], kin: Mapping[str, float], places: frozenset[str]
) -> float:
    """Return how well a candidate would do as what a person types; only its order means something."""
    features = dict(candidate.features)
    kinds = [kind for kind in candidate.kinds if kind in "NPAaC"]
    first = next((p for p in text.paragraphs if p >= 0), -1)
    vague = text.lexicon.vague
    value = 0.5 * _logit(score) + sum(4.0 * _known(stem, alone, kin, places) for stem in candidate.key[:4])
    value += (0.0, 0.0, 1.5, 1.2, -0.5)[len(kinds)] if len(kinds) <= 4 else -6.0
    value += 2.5 * features["title"] + 0.5 * any(text.paragraphs[o.sentence] == first for o in candidate.occurrences)
    if features["title"] and kinds != ["N"] and "NN" not in candidate.kinds and _opens(text, candidate):
        value += 1.5
    if set(kinds) == {"P"}:
        if len(kinds) == 1:  # a bare name says of whom, seldom of what; a bare acronym not even that
            value -= 3.2 if candidate.occurrences and _acronym(text, candidate) else 1.0
        value += -4.0 if _is_place(text, candidate) else -2.0 if _has_article(text, candidate) else 1.0 + (len(kinds) > 1 and features["title"])
    if kinds == ["N"]:
        value -= 2.5
    if "a" in kinds:
        value -= 1.0 if _tight(text, candidate) else 3.0
    if candidate.kinds.count("d") + candidate.kinds.count("p") > 1 and not features["title"]:
        value -= 2.0
    if "NN" in candidate.kinds:  # the second is often a verb of the headline
        value -= 4.0
    if "C" in kinds or kinds[0] == "A":
        value -= 1.0
    if len(kinds) > 1 and (candidate.key[0] in vague or candidate.key[-1] in vague):
        value -= 2.0 if features["title"] else 3.5
    if not features["title"] and len(candidate.occurrences) == 1:
        value -= 1.0
    if all(goes_on(text, occurrence) for occurrence in candidate.occurrences):
        value -= 4.0
    return round(value, 6)


def _opens(text: PreparedText, candidate: PhraseCandidate) -> bool:
    """Return whether the candidate opens the title, or what stands behind its colon, an article before it allowed."""
    title = text.article.title.of(text.article.text) if text.article.title is not None else ""
    first = candidate.occurrences[0]
    words = r"\W+".join(re.escape(word.text) for word in text.words[first.start : first.end])
    return re.search(rf"(?:^|\s?[:–—]\s)\s*(?:l[ea]s? |l['’]|une? |des )?{words}(?!\w)", title, re.IGNORECASE) is not None


def _acronym(text: PreparedText, candidate: PhraseCandidate) -> bool:
    """Return whether the candidate is one word in capitals, « OMS », that does not open the title or what stands behind its colon."""
    first = candidate.occurrences[0]
    word = text.words[first.start].text if first.end - first.start == 1 else ""
    if not (2 <= len(word) <= 7 and word.isupper()):
        return False
    title = text.article.title.of(text.article.text) if text.article.title is not None else ""
    return re.search(rf"(?:^|[:–—]\s)\s*(?:l[ea]s? |l['’])?{re.escape(word)}(?!\w)", title, re.IGNORECASE) is None  # « La CFDT devient… » is about it


def _tight(text: PreparedText, candidate: PhraseCandidate) -> bool:
    """Return whether each participle of the phrase belongs to the word before it: else it may be the verb of a headline."""
    first = candidate.occurrences[0]
    if text.paragraphs[first.sentence] == -1 and first.end == text.ranges[first.sentence][1] and len(candidate.occurrences) == 1:
        return False
    return all(text.heads[i] == i - 1 or text.kinds[i - 1] == "A" for i in range(first.start + 1, first.end) if text.kinds[i] == "a")


def _known(stem: str, alone: Mapping[str, float], kin: Mapping[str, float], places: frozenset[str]) -> float:
    """Return the score of a word alone, halved for a place; an adjective («iranien») without one takes half of that of the name it is made of."""
    own = alone.get(stem, 0.05)
    if stem in places:
        return 0.5 * own
    return max(own, 0.5 * kin.get(stem[:4], 0.0))




def _logit(score: float) -> float:
    bounded = min(max(score, 1e-6), 1 - 1e-6)
    return math.log(bounded / (1.0 - bounded))


def _has_article(text: PreparedText, candidate: PhraseCandidate) -> bool:
    """Return whether a bare name, no acronym, mostly takes the article, as countries, rivers and institutions do."""
    if len(candidate.key) > 1 or text.words[candidate.occurrences[0].start].text.isupper():
        return False
    articles = sum(1 for o in candidate.occurrences if o.start and text.words[o.start - 1].text.lower() in ("le", "la", "l'", "les", "du"))
    return 2 * articles > len(candidate.occurrences)


def _is_place(text: PreparedText, candidate: PhraseCandidate) -> bool:
    """Return whether a name is a country or a region, or shown to be a place by the word before it or by a colon that sets it off in the title."""
    for occurrence in candidate.occurrences:
        words = text.words[occurrence.start : occurrence.end]
        if toponym(text.article.text[words[0].span.start : words[-1].span.end]) is not None:
            return True
        if occurrence.start == 0 and occurrence.end < len(text.words) and text.paragraphs[0] == -1 and text.words[occurrence.end].text == ":":
            return len(words) == 1
        if occurrence.start and text.words[occurrence.start - 1].text.lower() in ("à", "en", "au", "aux"):
            return True
    return False


def section_keyphrases(
    article: Article,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    sections: Sequence[tuple[int, int]],
    top: int = 6,
) -> tuple[tuple[Keyphrase, ...], ...]:
    """Return for each section (``start``, ``end`` paragraph indexes, end exclusive) the keyphrases that tell it from the others, best first.

    The odds that the model gives a phrase within the section are multiplied by how much commoner it is there than in the whole article; ``spans``
    are its places within the section.
    """
    found = _read(article, tokens, sentences)
    text = found.text
    total = sum(end - start for start, end in text.ranges)
    result = []
    for start, end in sections:
        inside = tuple(range(start, end))
        size = sum(b - a for (a, b), paragraph in zip(text.ranges, text.paragraphs, strict=True) if start <= paragraph < end)
        distinct = []
        for score, candidate in _ranked(found, inside):
            share = len(candidate.occurrences) / len(found.occurrences[candidate.key])
            logit = _logit(score) + math.log(share * total / max(1, size))
            distinct.append((round(1.0 / (1.0 + math.exp(-logit)), 6), candidate))
        distinct.sort(key=_order)
        result.append(tuple(_keyphrase(text, candidate, score) for score, candidate in _select(distinct, top)))
    return tuple(result)
