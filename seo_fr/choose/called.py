"""What a line above lets a later one call by another noun: of « Un homme a attaqué… » the attacker, of a bill « le texte », of a trial « le verdict »."""

from __future__ import annotations

import re
from functools import lru_cache

from seo_fr.choose.reading import content

#: What a line says, and the bare nouns by which the reader of that line knows what is meant.
_CALLED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b(?:morts?|mortes?|tuée?s?|blessée?s?|décédée?s?|décède(?:nt)?|meurt|meurent|péri(?:t|ssent)?|assassinée?s?)\b"), "victimes"),
    (re.compile(r"\b[Uu]ne? (?:homme|femme|individu|jeune|assaillant)\b[^.]*\b(?:attaqu|agress|poignard|menac|tir|frapp)(?:é|e)(?:e|s|es)?\b"), "agresseur assaillant"),
    (re.compile(r"\b(?:(?:projet|proposition)s? de loi|une loi|la loi|un décret|un accord|un traité|une résolution|un amendement|une convention)\b", re.IGNORECASE), "texte"),
    (re.compile(r"\b(?:comparaît|comparaissent|comparu|tribunal|cour d['’](?:assises|appel)|procès|jugée?s?|condamnée?s?)\b", re.IGNORECASE), "procès verdict jugement audience"),
    (re.compile(r"\b(?:match|finale|demi-finale|derby|(?:a|ont) battu|s['’](?:est|sont) imposée?s?)\b", re.IGNORECASE), "match rencontre"),
    (re.compile(r"\b(?:cargo|navire|bateau|embarcation|ferry|paquebot|chalutier|voilier)\b", re.IGNORECASE), "navire bateau"),
    (re.compile(r"\b(?:élections?|élue?s?|scrutin|référendum|premier tour|second tour|législatives|municipales|présidentielle)\b", re.IGNORECASE), "scrutin vote"),
    (re.compile(r"\b(?:collision|percuté|accident|déraillement|carambolage)\b", re.IGNORECASE), "accident choc"),
    (re.compile(r"\b(?:incendie|en feu|détruit par le feu)\b", re.IGNORECASE), "feu sinistre incendie"),
)


@lru_cache(maxsize=4096)
def also_called(text: str) -> frozenset[str]:
    """Return the stems of the nouns by which what ``text`` tells of may be called in a line below it."""
    return frozenset(stem for pattern, nouns in _CALLED if pattern.search(text) for stem in content(nouns))


__all__ = ["also_called"]
