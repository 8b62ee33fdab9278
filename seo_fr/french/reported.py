"""Reported speech: « que » and « si » clauses, and the tenses that a change of the introducing verb allows.

Source: Le Bon Usage, § 422-427 (style indirect), § 1112-1115 (concordance des temps).
"""

from __future__ import annotations

import re

from seo_fr.french.conjugation import analyse_form, conditional, imparfait
from seo_fr.french.phrase import que, si
from seo_fr.french.words import listed, plain
from seo_fr.model import Tense

_CLITICS = frozenset(listed("ne n' se s' me m' te t' nous vous le la l' les lui leur y en"))
_AMBIGUOUS_LEMMAS = frozenset(listed("être avoir aller"))


def reported(introduction: str, clause: str) -> str | None:
    """Return « L’Iran affirme que… » with its elision (« affirme qu’il… »); None where the clause’s first word cannot be lowered for certain."""
    inner = que(clause.strip().rstrip(" .\u00a0\u202f"))
    return None if inner is None else f"{introduction.strip()} {inner}"


def asked(introduction: str, clause: str) -> str | None:
    """Return « Le maire demande si… » (« s’il… »); None where the clause’s first word cannot be lowered for certain."""
    inner = si(clause.strip().rstrip(" .?\u00a0\u202f"))
    return None if inner is None else f"{introduction.strip()} {inner}"


def stays_under_present(tense: Tense) -> bool:
    """Return whether a clause in ``tense`` may stay as it is when « a déclaré que » becomes « déclare que ».

    Present, passé composé and future may. An imparfait or a conditional may be either the speaker’s own or the concordance of tenses: never certain.
    """
    return tense in ("present", "perfect", "future", "near-future")


def backshifted(group: str, lemma: str = "") -> str | None:
    """Return a verbal group of the third person after an introducing verb in the past: « nie » → « niait », « a nié » → « avait nié », « niera » → « nierait ».

    Imparfait and conditional stay. ``lemma`` settles forms of two verbs. None for anything else.
    """
    words = re.findall(r"[^\s'’]+['’]|[^\s'’]+", group.strip())
    at = 0
    while at < len(words) and plain(words[at]).lower() in _CLITICS:
        at += 1
    if at >= len(words):
        return None
    readings = [f for f in analyse_form(words[at]) if f.person == 3 and f.tense in ("present", "imparfait", "future", "conditional") and (not lemma or at + 1 < len(words) or f.lemma == lemma)]
    if at + 1 < len(words):  # an auxiliary, if anything follows
        readings = [f for f in readings if f.lemma in _AMBIGUOUS_LEMMAS] or readings
    made: set[str | None] = set()
    for form in readings:
        if form.tense == "present":
            made.add(imparfait(form.lemma, 3, form.number))
        elif form.tense == "future":
            made.add(conditional(form.lemma, 3, form.number))
        else:
            made.add(words[at])
    if len(made) != 1:
        return None
    shifted = made.pop()
    if shifted is None:
        return None
    chain = words[:at]
    from seo_fr.french.elision import elides

    if chain and (chain[-1][-1] in "'’") != (elides(shifted) and plain(chain[-1]).lower() in ("n'", "s'", "m'", "t'", "l'", "ne", "se", "me", "te", "le", "la")):
        return None  # the elision would change: « l’a » could be « le » or « la »
    return "".join(w if w[-1] in "'’" else w + " " for w in [*chain, shifted, *words[at + 1 :]]).strip()
