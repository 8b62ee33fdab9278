"""Whether a line says what somebody wants, asks, fears or means to do: what follows from the news, though nothing in it is in the future."""

from __future__ import annotations

from seo_fr.propose.block_words import listed_as
from seo_fr.propose.source import Source, Telling, plain
from seo_fr.propose.standing_words import unquoted

_NOW = ("present", "perfect", "conditional")


def looks_onward(source: Source, telling: Telling) -> bool:
    """Return whether the telling's main verb is one of wish, demand, aim or fear, or its words name an aim, in the present or the perfect."""
    clause = source.clause[telling.clauses[0]]
    if clause.tense not in _NOW or telling.sentences > 2:
        return False
    if clause.lemma in listed_as("onward") and not clause.passive:
        return True
    words = unquoted(telling.text)
    return any(f" {plain(aim)} " in f" {words} " for aim in sorted(listed_as("aim")))
