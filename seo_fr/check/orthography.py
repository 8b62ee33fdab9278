"""The typographic edits that change a letter, verified where they stand: an ordinal’s ending, the capital of a month."""

from __future__ import annotations

import re

from seo_fr.model import Edit

_MONTH = re.compile(r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)[ \u00a0](?:19|20)\d\d(?!\d)", re.IGNORECASE)
_ENDINGS = {"ème": "e", "eme": "e", "ième": "e", "ieme": "e", "ère": "re", "ere": "re"}


def orthographic(edit: Edit, text: str) -> bool:
    """Return whether ``edit`` of ``text`` shortens an ordinal’s ending beside its number (« 44ème » → « 44e », « 1ère » → « 1re ») or takes the capital off a month between a day and a year."""
    before, start = edit.span.of(text), edit.span.start
    if before in _ENDINGS and edit.after == _ENDINGS[before]:
        return re.search(r"(?<![\d.,])1$" if edit.after == "re" else r"(?:\d|\b[XVI]+)$", text[:start]) is not None
    if len(before) == 1 and before.isupper() and edit.after == before.lower():
        return re.search(r"\b(?:\d\d?|1er)[ \u00a0]$", text[:start]) is not None and _MONTH.match(text, start) is not None
    return False
