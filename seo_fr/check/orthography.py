"""The typographic edits that change a letter, verified where they stand: an ordinal’s ending, the capital of a month or of a people."""

from __future__ import annotations

import re
from functools import lru_cache

from seo_fr.model import Edit
from seo_fr.rulebook import load

_MONTH = re.compile(r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)[ \u00a0](?:19|20)\d\d(?!\d)", re.IGNORECASE)
_ENDINGS = {"ème": "e", "eme": "e", "ième": "e", "ieme": "e", "ère": "re", "ere": "re"}


#: « la quatrième étape » → « la 4e étape ».
_ORDINALS = {
    word: f"{number}e"
    for number, word in enumerate(
        "deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième vingtième".split(), 2
    )
}


def orthographic(edit: Edit, text: str) -> bool:
    """Return whether ``edit`` of ``text`` shortens an ordinal’s ending beside its number (« 44ème » → « 44e », « 1ère » → « 1re »), writes one in figures (« quatrième » → « 4e ») or takes the capital off a month between a day and a year, or gives one to a people’s name after its article."""
    before, start = edit.span.of(text), edit.span.start
    if before in _ENDINGS and edit.after == _ENDINGS[before]:
        return re.search(r"(?<![\d.,])1$" if edit.after == "re" else r"(?:\d|\b[XVI]+)$", text[:start]) is not None
    if before.lower() in _ORDINALS:
        return edit.after == _ORDINALS[before.lower()]
    if len(before) == 1 and before.isupper() and edit.after == before.lower():
        return re.search(r"\b(?:\d\d?|1er)[ \u00a0]$", text[:start]) is not None and _MONTH.match(text, start) is not None
    if len(before) == 1 and before.islower() and edit.after == before.upper():
        word = re.match(r"[^\W\d_]+(?:-[^\W\d_]+)?", text[start:])
        return word is not None and word.group() in _peoples() and re.search(r"(?i)(?<!\w)(?:l[ae]s?|une?) $", text[:start]) is not None
    return False


@lru_cache(maxsize=1)
def _peoples() -> frozenset[str]:
    """The names of peoples in their forms, from the rules."""
    words = [str(word) for rule in load().of_kind("demonyms") for word in rule.data["words"]]
    stems = [word.removesuffix("s") if word.endswith(("ais", "ois")) else word for word in words]
    endings = ("", "s", "e", "es", "ne", "nes", "se", "ses")
    return frozenset(word + ending for word in (*words, *stems) for ending in endings) | frozenset(("grecque", "grecques", "turque", "turques"))
