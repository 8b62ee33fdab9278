"""The days of the week and the months, as alternatives of a regular expression (in lower case, to be put into a group)."""

from __future__ import annotations

from typing import Final

DAYS: Final = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
MONTHS: Final = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"

__all__ = ["DAYS", "MONTHS"]
