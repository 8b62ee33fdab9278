"""How much a clause or a telling is worth: whole numbers, from the article's keyphrases, what happened, who speaks, and place."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from seo_fr.french.words import unaccented
from seo_fr.model import Clause, Keyphrase, Span
from seo_fr.propose.tell import Source, Telling

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Return a light stem (accents kept out, plural and feminine endings off): enough to see a keyphrase's words again."""
    plain = unaccented(word.lower())
    for ending in ("iennes", "ienne", "iens", "aux", "ales", "ale", "elles", "elle", "ees", "ee", "es", "s", "e"):
        if plain.endswith(ending) and len(plain) - len(ending) >= 3:
            base = plain[: -len(ending)]
            return base + {"iennes": "ien", "ienne": "ien", "iens": "ien", "aux": "al", "ales": "al", "ale": "al", "elles": "el", "elle": "el", "ees": "e", "ee": "e"}.get(ending, "")
    return plain


_EMPTY = frozenset("le la les l de du des d un une et à au aux en dans sur par pour avec".split())


@lru_cache(maxsize=4096)
def stems(text: str) -> tuple[str, ...]:
    """Return the stems of the content words of ``text``, in order."""
    return tuple(stem(word) for word in _WORD.findall(text.replace("’", " ").replace("'", " ")) if word.lower() not in _EMPTY)


class Scores:
    """Scores for one article. All are integers: nothing to round, nothing to tie by accident of floating point."""

    def __init__(self, source: Source, keyphrase: Keyphrase) -> None:
        self.source = source
        self.keyphrase = keyphrase
        self.key_stems = frozenset(stems(keyphrase.text))

    def keyphrase_count(self, text: str) -> int:
        """Return how often all the keyphrase's words stand in ``text`` (in one place or apart)."""
        found = stems(text)
        return min((found.count(word) for word in self.key_stems), default=0)

    def shares_keyphrase(self, text: str) -> int:
        """Return how many of the keyphrase's words stand in ``text``."""
        return len(self.key_stems & set(stems(text)))

    @cached_property
    def _title(self) -> frozenset[str]:
        span = self.source.analysis.article.title
        return frozenset(stems(span.of(self.source.text))) if span is not None else frozenset()

    def title_share(self, text: str) -> int:
        """Return how many of the source title's words stand in ``text``, at most six."""
        return min(6, len(self._title & set(stems(text))))

    @cached_property
    def _weights(self) -> dict[str, int]:
        weights: dict[str, int] = {}
        for rank, keyphrase in enumerate(self.source.analysis.keyphrases[:15]):
            for word in stems(keyphrase.text):
                weights.setdefault(word, 15 - rank)
        return weights

    def text(self, text: str) -> int:
        """Return the weight of the article's keyphrases in ``text``."""
        return sum(self._weights.get(word, 0) for word in sorted(set(stems(text))))

    def clause(self, clause: Clause) -> int:
        """Return the worth of a clause: keyphrases, what happened, a named speaker, the beginning of the article."""
        source = self.source
        score = self.text(clause.span.of(source.text))
        score += 12 if clause.kind else 0
        score += 8 if clause.subject_entity is not None else 0
        score += 10 if source.is_lede(clause.sentence) else 0
        score += 5 * sum(1 for figure in source.analysis.figures if clause.span.covers(figure.span) and figure.counted is not None)
        score -= 10 if clause.lemma in ("être", "avoir", "sembler", "faire") and not clause.kind else 0
        return score

    def telling(self, telling: Telling) -> int:
        """Return the worth of a telling: its clauses', less what its length costs beyond a readable sentence."""
        worth = max((self.clause(self.source.clause[clause]) for clause in telling.clauses), default=0)
        return worth - 2 * max(0, telling.words - 24) - 2 * max(0, 8 - telling.words)

    def section_text(self, text: str, keyphrases: tuple[Keyphrase, ...]) -> int:
        """Return the weight of a section's keyphrases in ``text``."""
        found = set(stems(text))
        return sum(8 - rank for rank, keyphrase in enumerate(keyphrases[:8]) if set(stems(keyphrase.text)) <= found)


def overlap(left: Span, right: Span) -> int:
    """Return how many code points two spans share."""
    return max(0, min(left.end, right.end) - max(left.start, right.start))
