"""Numbers in words and digits, both ways. Source: Le Bon Usage, § 595-600 (forms); the tens in -ante of Belgium and Switzerland are read, not written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from seo_fr.french.words import fold, plain

_UNITS = {
    "zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
}  # fmt: skip
_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "octante": 80, "nonante": 90}
_APPROXIMATE = {
    "huitaine": 8, "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100,
}  # fmt: skip
_SCALES = {"millier": 1000, "milliers": 1000, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9}
_WORDS = ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize")
_TEN_WORDS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}

"""Folded words of which numbers are made (« et » and hyphens apart)."""

"""A number in digits: thousands parted by a space of any kind or a full stop, decimals by a comma."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that was read: ``value`` as a decimal in ASCII digits, ``approximate`` for « une dizaine »."""

    value: str
    approximate: bool = False


def _decimal(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _digits(text: str) -> Decimal | None:
    flat = plain(text).strip()
    if re.fullmatch(r"\d{1,3}(?:[ .]\d{3})+(?:,\d+)?", flat):
        flat = re.sub(r"[ .]", "", flat)
    elif re.fullmatch(r"\d+\.\d+", flat):
        return Decimal(flat)
    if not re.fullmatch(r"\d+(?:,\d+)?", flat):
        return None
    return Decimal(flat.replace(",", "."))


def _below_hundred(words: list[str]) -> int | None:
    """Return the number of words that say 0 to 99, or None."""
    if not words:
        return None
    if len(words) == 1:
        return _UNITS.get(words[0], _TENS.get(words[0]))
    if words[0] == "quatre" and words[1] in ("vingt", "vingts"):
        rest = words[2:]
        if not rest:
            return 80
        small = _small(rest)
        return 80 + small if small is not None and 1 <= small <= 19 else None
    if words[0] == "dix" and len(words) == 2 and words[1] in ("sept", "huit", "neuf"):
        return 10 + _UNITS[words[1]]
    if words[0] in _TENS:
        base = _TENS[words[0]]
        rest = words[2:] if words[1] == "et" else words[1:]
        small = _small(rest)
        if small is None or small == 0:
            return None
        limit = 19 if words[0] == "soixante" else 9
        return base + small if small <= limit else None
    return None


def _small(words: list[str]) -> int | None:
    if len(words) == 1:
        return _UNITS.get(words[0])
    if len(words) == 2 and words[0] == "dix" and words[1] in ("sept", "huit", "neuf"):
        return 10 + _UNITS[words[1]]
    return None


def _below_thousand(words: list[str]) -> int | None:
    for i, word in enumerate(words):
        if word in ("cent", "cents"):
            head = 1 if i == 0 else _below_hundred(words[:i])
            if head is None or not 1 <= head <= 99:
                return None
            rest = words[i + 1 :]
            if rest and rest[0] == "et":
                rest = rest[1:]
            tail = 0 if not rest else _below_hundred(rest)
            return None if tail is None else head * 100 + tail
    return _below_hundred(words)


def _below_million(words: list[str]) -> int | None:
    for i, word in enumerate(words):
        if word in ("mille", "mil"):
            head = 1 if i == 0 else _below_thousand(words[:i])
            rest = words[i + 1 :]
            if rest and rest[0] == "et":
                rest = rest[1:]
            tail = 0 if not rest else _below_thousand(rest)
            return None if head is None or tail is None or head == 0 else head * 1000 + tail
    return _below_thousand(words)


def parse_number(text: str) -> Quantity | None:
    """Return the number that the whole of ``text`` says, in digits, words or both (« 14 000 », « 1,2 million », « quatre-vingts », « une dizaine », « 3 milliards »), or None.

    « des dizaines », « quelques milliers » say no number: None.
    """
    flat = plain(text).strip().lower()
    value = _digits(flat)
    if value is not None:
        return Quantity(_decimal(value))
    words = re.sub(r"[-‐‑ ]+", " ", fold(flat)).split()
    if not words:
        return None
    if len(words) == 1 and words[0] == "demi":
        return None
    if words[-1] in _APPROXIMATE and words[:-1] in (["une"], ["la"], []):
        return Quantity(str(_APPROXIMATE[words[-1]]), True)
    if words[-1] in _SCALES:
        scale = _SCALES[words[-1]]
        if words[-1] in ("millier",):
            return Quantity("1000", True) if words[:-1] in (["un"], ["le"]) else None
        if words[-1] == "milliers":
            head = parse_number(" ".join(words[:-1])) if words[:-1] else None
            return None if head is None else Quantity(_decimal(Decimal(head.value) * scale), True)
        if not words[:-1]:
            return None
        head_text = " ".join(words[:-1]) if not re.match(r"\d", flat) else plain(text).strip().rsplit(" ", 1)[0]
        head = parse_number(head_text)
        if head is not None:
            return Quantity(_decimal(Decimal(head.value) * scale), head.approximate)
        return None
    for i in range(len(words) - 1, 0, -1):
        if words[i] in ("millions", "million", "milliards", "milliard"):
            high = parse_number(" ".join(words[: i + 1]))
            rest = words[i + 1 :]
            low = parse_number(" ".join(rest[1:] if rest[0] == "et" else rest))
            if high is None or low is None or Decimal(low.value) >= _SCALES[words[i]]:
                return None
            return Quantity(_decimal(Decimal(high.value) + Decimal(low.value)), high.approximate)
    if re.match(r"\d", flat):
        found = re.fullmatch(r"(\d+(?:,\d+)?) (mille|cents?)", " ".join(words))
        if found:
            number = _digits(found.group(1))
            assert number is not None
            return Quantity(_decimal(number * (1000 if found.group(2) == "mille" else 100)))
        return None
    whole = _below_million(words)
    return None if whole is None else Quantity(str(whole))


def spell(n: int, feminine: bool = False) -> str | None:
    """Return a whole number from 0 to 999,999,999 in words with the hyphens in use (« vingt et un », « quatre-vingts », « deux cent mille »); None outside that range."""
    if not 0 <= n <= 999_999_999:
        return None
    millions, rest = divmod(n, 10**6)
    if millions:
        head = _spell_million(millions, False)
        text = f"{head} million{'s' if millions > 1 else ''}"
        return f"{text} {_spell_million(rest, feminine)}" if rest else text
    return _spell_million(n, feminine)


def _spell_million(n: int, feminine: bool) -> str:
    thousands, rest = divmod(n, 1000)
    if not thousands:
        return _spell_thousand(n, feminine, True)
    head = "mille" if thousands == 1 else f"{_spell_thousand(thousands, False, False)} mille"
    return f"{head} {_spell_thousand(rest, feminine, True)}" if rest else head


def _spell_thousand(n: int, feminine: bool, final: bool) -> str:
    hundreds, rest = divmod(n, 100)
    if not hundreds:
        return _spell_hundred(n, feminine, final)
    head = "cent" if hundreds == 1 else f"{_WORDS[hundreds]} cent{'s' if rest == 0 and final else ''}"
    return f"{head} {_spell_hundred(rest, feminine, final)}" if rest else head


def _spell_hundred(n: int, feminine: bool, final: bool) -> str:
    one = "une" if feminine else "un"
    if n <= 16:
        return one if n == 1 else _WORDS[n]
    if n < 20:
        return f"dix-{_WORDS[n - 10]}"
    tens, unit = divmod(n, 10)
    if tens <= 6:
        if unit == 0:
            return _TEN_WORDS[tens]
        return f"{_TEN_WORDS[tens]} et {one}" if unit == 1 else f"{_TEN_WORDS[tens]}-{_WORDS[unit]}"
    if tens == 7:
        return "soixante et onze" if unit == 1 else f"soixante-{_spell_hundred(10 + unit, False, True)}"
    if tens == 8:
        return ("quatre-vingts" if final else "quatre-vingt") if unit == 0 else f"quatre-vingt-{one if unit == 1 else _WORDS[unit]}"
    return f"quatre-vingt-{_spell_hundred(10 + unit, False, True)}"


def group_digits(n: int) -> str:
    """Return a whole number in digits with no-break spaces between thousands: « 14 000 », « 2024 » stays for years’ sake only above four digits."""
    digits = str(n)
    if len(digits) < 5:
        return digits
    head = len(digits) % 3 or 3
    return "\u00a0".join([digits[:head], *(digits[i : i + 3] for i in range(head, len(digits), 3))])
