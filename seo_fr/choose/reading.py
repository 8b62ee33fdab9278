"""Reading of candidates and headings that choosing goes by: words, quotes, openings, what a conclusion says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from seo_fr.french.words import count_words, word_runs
from seo_fr.propose import Candidate, Candidates
from seo_fr.propose.score import stems

_SENTENCE = re.compile(r"[^.!?…]{20,}[.!?…]?")
_BRACKETS = re.compile(r" \([^()]*\)")
_QUOTED = re.compile(r"«([^»]*)»")


@lru_cache(maxsize=8192)
def content(text: str) -> frozenset[str]:
    return frozenset(stems(text))


def echoes(text: str, told: Iterable[frozenset[str]]) -> bool:
    """Return whether a heading, what it has in brackets apart, has no word that one of ``told`` (titles, headings above) has not, or of more than two at most one in five."""
    mine = content(_BRACKETS.sub("", text))
    return bool(mine) and any(mine <= other or len(mine) > 2 and 5 * len(mine - other) <= len(mine) for other in told)


@lru_cache(maxsize=8192)
def _quotes(text: str) -> tuple[tuple[str, int], ...]:
    return tuple((words.strip(" \u00a0\u202f.,").lower(), count_words(words)) for words in _QUOTED.findall(text))


def heading_texts(chosen: Mapping[str, Sequence[Candidate]], apart: str = "") -> frozenset[str]:
    """Return the texts of the page's headings in lower case, those at ``apart`` left out."""
    return frozenset(item.text.lower() for place, found in chosen.items() if place == "h1" or place.startswith("h2:") and place != apart for candidate in found for item in candidate.passages)


@lru_cache(maxsize=8192)
def run_of(text: str, length: int) -> frozenset[tuple[str, ...]]:
    return word_runs(re.findall(r"[^\W_]+", text.lower()), length)


def same_words(one: str, other: str, length: int) -> bool:
    """Return whether two lines have so many words running in common, all but one of them content words and none a name (« un nouveau record historique »)."""
    names = {word.lower() for word in re.findall(r"[^\W\d_]+", one) if word[:1].isupper()}
    return any(not names & set(run) and len(content(" ".join(run))) >= length - 1 for run in run_of(one, length) & run_of(other, length))


def kind_rank(candidate: Candidate) -> int:
    """What a conclusion says, best first: what comes or is not over; what is denied; what is asked; what is not sure."""
    tags = set(candidate.tags)
    return 0 if {"future", "pending"} & tags else 1 if "denies" in tags else 2 if {"demands", "asked", "wished"} & tags else 3


def quoted_words(candidate: Candidate) -> frozenset[str]:
    """Return the quotes of five words or more in a candidate."""
    return frozenset(words for item in candidate.passages for words, count in _quotes(item.text) if count >= 5)


def mostly_quoted(candidate: Candidate) -> bool:
    """Return whether the candidate quotes somebody at length: that is at home in «who says what»."""
    said = sum(count for item in candidate.passages for _, count in _quotes(item.text))
    return said >= 8 or 2 * said >= candidate.words


def closing_kind(found: Iterable[Candidate]) -> str:
    """Return what every sentence of a conclusion says: «future», «contested», «open», «inquiry» (an enquiry goes on), «asked» (somebody asks for something), or the kind of fact that they were chosen as (:data:`FACT_KINDS`); where they differ «inquiry-onward» if one tells of an enquiry, else «onward»."""
    candidates = tuple(found)
    tags = [set(candidate.tags) for candidate in candidates]
    kinds = {tag.partition(":")[2] for own in tags for tag in own if tag.startswith("as:")}
    if len(kinds) == 1 and all(f"as:{kind}" in own for own in tags for kind in kinds):
        return next(iter(kinds))
    if tags and all("future" in own and "denies" not in own for own in tags):
        return "future"
    if tags and all({"accuses", "denies"} & own for own in tags) and any("denies" in own for own in tags):  # a charge alone is not contested
        return "contested"
    if any("inquiry" in own for own in tags):
        return "inquiry" if all("inquiry" in own for own in tags) else "inquiry-onward"
    if tags and all("asked" in own for own in tags) and not any({"future", "pending", "denies"} & own for own in tags):
        return "asked"
    return "open" if tags and all({"open", "unknown"} & own for own in tags) else "onward"


def opening(candidate: Candidate) -> str:
    """Return the opening that a template put before the candidate («autre-voix»), «» if none."""
    return next((tag.partition(":")[2] for tag in candidate.tags if tag.startswith("opening:")), "")


def first_words(candidate: Candidate) -> tuple[str, ...]:
    """Return the first two words, in lower case."""
    return _first_words(candidate.passages[0].text)


@lru_cache(maxsize=16384)
def _first_words(text: str) -> tuple[str, ...]:
    return tuple(text.lower().split(maxsplit=2)[:2])


@lru_cache(maxsize=8192)
def sentences_of(text: str) -> frozenset[str]:
    return frozenset(piece.strip(" .!?…»«\u00a0\u202f").lower() for piece in _SENTENCE.findall(text))


def story(candidate: Candidate) -> tuple[bool, int]:
    """What is to come stands last, the rest as the source has it."""
    return "future" in candidate.tags and "accuses" not in candidate.tags, candidate.source_order


def main_merit(candidate: Candidate, candidates: Candidates) -> int:
    """The main fact, short: the keyphrase in it, the first clause, about fifteen words."""
    text = candidate.passages[0].text
    return 30 * min(1, candidates.scores.keyphrase_count(text)) + candidate.merit[0] - 3 * max(0, candidate.words - 18) - 4 * max(0, 8 - candidate.words)
