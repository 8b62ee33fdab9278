"""The slug of a page: ASCII words without stop words."""

from __future__ import annotations

import re

from anyascii import anyascii

from seo_fr.french.words import listed

STOP_WORDS: frozenset[str] = frozenset(
    listed("""a au aux avec c ce ces cet cette d dans de des du elle elles en entre est et eu il ils j je l la le les leur leurs lui m mais me n ne ni nous on ont ou par pas pour qu que qui quoi s sa sans se ses si son sont sur t un une vers
    vous y chez dont donc car comme lorsque puisque quand selon sous apres avant depuis pendant plus ete etre avoir fait a-t ainsi aussi afin lors cela ca ceci jusqu lorsqu puisqu aujourd hui""")
)


def slugify(*words: str, stop_words: bool = False) -> str:
    """Return the words joined by hyphens in ASCII lower case, stop words and repeated words left out («drones-iraniens-etats-unis»); «» if nothing is left.

    ``stop_words`` keeps them. Transliteration by anyascii. A number keeps its digits (« 14 000 » is «14000»), a decimal its parts («1-2»).
    """
    text = " ".join(words)
    text = re.sub(r"(?<=\d)[ \u00a0\u202f\u2009](?=\d{3}(?!\d))", "", text)
    pieces = re.findall(r"[a-z0-9]+", anyascii(text).lower())
    kept: list[str] = []
    for piece in pieces:
        if (stop_words or piece not in STOP_WORDS) and (piece not in kept):
            kept.append(piece)
    return "-".join(kept)
