"""The closed list of rule kinds. A new kind is Python: an entry here and the code that obeys it.

``runner`` names ``module:function`` with ``function(rule, book, text) -> bool``: whether the rule fires on an example. It is imported only to run
the examples (``seo-fr validate`` and the tests), never to load the rules.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """What a rule of this kind must and may hold in ``data``, and what runs its examples."""

    name: str
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    runner: str = ""


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        # one entry a kind, in alphabetical order of names
        Kind("fidelity-opposites", ("pairs",), (), "seo_fr.check.reading:fires"),
        Kind("fidelity-synonyms", ("groups",), (), "seo_fr.check.reading:fires"),
        Kind("fidelity-tenses", ("forms",), (), "seo_fr.check.reading:fires"),
        Kind("fidelity-verbs", ("class", "lemmas"), ("forms",), "seo_fr.check.reading:fires"),
        Kind("fidelity-words", ("class", "words"), (), "seo_fr.check.reading:fires"),
        Kind("padding", ("phrases",), (), "seo_fr.check.limits:fires_padding"),
    )
}
