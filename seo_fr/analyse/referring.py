"""The words of ``rules/antecedents.yaml``, compiled: what decides whether a pronoun or possessive finds in its own sentence what it stands for."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seo_fr.analyse.phrases import Phrases, words_of
from seo_fr.analyse.speech_lexicon import lexicon as speech

if TYPE_CHECKING:
    from seo_fr.rulebook import Rule, Rulebook


@dataclass(frozen=True, eq=False)
class ReferringWords:
    """Lemmas and forms in lower case by what they are; ``idioms`` are sequences of words, longest first."""

    humans: frozenset[str]
    collectives: frozenset[str]
    measures: frozenset[str]
    relational: frozenset[str]
    mental: frozenset[str]
    not_ones_own: frozenset[str]
    pointing: frozenset[str]
    reporters: frozenset[str]
    not_of_oneself: frozenset[str]
    person_verbs: frozenset[str]
    impersonal: frozenset[str]
    shells: frozenset[str]
    generic: frozenset[str]
    idioms: Phrases
    reporting: frozenset[str]


@functools.lru_cache(maxsize=8)
def referring_words(book: Rulebook) -> ReferringWords:
    """Return the compiled lists of ``book``."""
    found: dict[str, list[str]] = {}
    for rule in book.of_kind("referring-words"):
        found.setdefault(rule.data["role"], []).extend(word.replace("’", "'").lower() for word in rule.data["words"])

    def of(role: str) -> frozenset[str]:
        return frozenset(found.get(role, ()))

    idioms = sorted({words_of(words) for words in found.get("idioms", ())}, key=lambda words: (-len(words), words))
    return ReferringWords(
        of("humans"), of("collectives"), of("measures"), of("relational"), of("mental"), of("not-ones-own"), of("pointing"), of("reporters"), of("not-of-oneself"), of("person-verbs"),
        of("impersonal-words"), of("shells"), of("generic"), Phrases(idioms), speech(book).reporting,
    )  # fmt: skip


def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Return whether a word of the rule, as form or lemma, stands in ``text`` (for the rule's examples)."""
    from seo_fr.analyse.examples import tokens_of

    del book
    tokens = tokens_of(text)
    plain = " ".join(token.span.of(text).lower().replace("’", "'") for token in tokens).replace("' ", "'")
    words = {word.replace("’", "'") for word in rule.data["words"]}
    return any(f" {word} " in f" {plain} " for word in words) or any({token.lemma.lower(), token.span.of(text).lower()} & words for token in tokens)
