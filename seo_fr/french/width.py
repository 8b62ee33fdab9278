"""How wide a title is where search engines show it: Arial at 20 px.

The advance widths are those of the Adobe Core 14 AFM file of Helvetica, in thousandths of an em, freely redistributable; Arial and Liberation Sans were drawn to the same widths.
"""

from __future__ import annotations

import unicodedata

_WIDTHS: dict[str, int] = {}
for _width, _characters in (
    (191, "'"),
    (222, "ijl’‘‚ł"),
    (260, "|"),
    (278, " \u00a0\u202f!,./:;[]\\ftIìíîïı·"),
    (333, "()-`r“”„\u2010\u2011‹›ˆ˜"),
    (334, "{}"),
    (355, '"'),
    (389, "*"),
    (400, "°"),
    (469, "^"),
    (500, "Jckçsvxyz"),
    (556, "#$0123456789?L_abdeghnopqu«»–€£¥§"),
    (584, "+<=>~±×÷−"),
    (611, "FTZßøđ"),
    (667, "&ABEKPSVXY"),
    (722, "CDHNRUwĐ"),
    (778, "GOQØ"),
    (833, "Mm"),
    (889, "%æ"),
    (944, "Wœ"),
    (1000, "—…ŒÆ‰™"),
    (1015, "@"),
):
    for _character in _characters:
        _WIDTHS[_character] = _width
_UNKNOWN = 722
_WIDE = 1000


def title_width(text: str, size: float = 20.0) -> float:
    """Return the width of ``text`` in pixels for Arial at ``size`` px, rounded to 2 places; accented letters are as wide as their base, unknown characters count wide."""
    total = 0
    for character in unicodedata.normalize("NFC", text):
        if unicodedata.combining(character):
            continue
        width = _WIDTHS.get(character)
        if width is None:
            base = unicodedata.normalize("NFD", character)[0]
            width = _WIDTHS.get(base)
        if width is None:
            width = _WIDE if unicodedata.east_asian_width(character) in ("W", "F") else _UNKNOWN
        total += width
    return round(total * size / 1000, 2)


def fits_title(text: str, chars: int = 60, px: float = 600) -> bool:
    """Return whether ``text`` holds in a title tag: at most ``chars`` characters and ``px`` pixels."""
    return len(text) <= chars and title_width(text) <= px
