"""Questions: by inversion, with a question word, with « est-ce que ». None wherever the inverted form is not certain.

Source: Le Bon Usage, § 393-399 (interrogative sentences: complex inversion, the euphonic -t-).
"""

from __future__ import annotations

import re

from seo_fr.french.conjugation import analyse_form
from seo_fr.french.elision import elides, join
from seo_fr.french.phrase import capitalise_first, decapitalise_first
from seo_fr.french.typography import THIN
from seo_fr.french.words import fold, listed, plain
from seo_fr.model import Grammar

_CLITIC_WORDS = frozenset(listed("ne n' se s' me m' te t' nous vous le la l' les lui leur y en"))
_PRONOUNS = frozenset(listed("il elle ils elles on"))
_UNKNOWN = Grammar()
_ADVERBIAL = ("pourquoi", "quand", "comment", "où", "combien")


def _pieces(group: str) -> tuple[str, str, str] | None:
    """Return (clitics, finite verb, rest) of a verbal group of the third person, or None."""
    text = group.strip()
    words = re.findall(r"[^\s'’]+['’]|[^\s'’]+", text)
    if re.search(r"[«»“”\",;:()]", text):
        return None
    at = 0
    while at < len(words) and plain(words[at]).lower() in _CLITIC_WORDS:
        at += 1
    if at >= len(words):
        return None
    verb = words[at]
    if not any(f.tense in ("present", "imparfait", "future", "conditional") and f.person == 3 for f in analyse_form(verb)):
        return None
    before = "".join(w if w[-1] in "'’" else w + " " for w in words[:at])
    after = "".join(w if w[-1] in "'’" else w + " " for w in words[at + 1 :]).strip()
    return before, verb, after


def _matches(verb: str, number: str) -> bool:
    return any(f.person == 3 and f.number == number and f.tense in ("present", "imparfait", "future", "conditional") for f in analyse_form(verb))


def inverted(group: str, grammar: Grammar, pronoun: str = "") -> str | None:
    """Return a verbal group with its inverted pronoun: « a-t-elle utilisé », « ne sont-ils pas venus », « s’est-il rendu »; None where gender, number or the verb is not certain."""
    parts = _pieces(group)
    if parts is None or grammar.person != 3 or grammar.number not in ("s", "p") or not _matches(parts[1], grammar.number):
        return None
    if not pronoun:
        if grammar.gender not in ("m", "f"):
            return None
        pronoun = ("elle" if grammar.gender == "f" else "il") + ("s" if grammar.number == "p" else "")
    before, verb, after = parts
    euphonic = "-t-" if fold(verb)[-1] in "aec" and grammar.number == "s" else "-"
    return f"{before}{verb}{euphonic}{pronoun}{f' {after}' if after else ''}"


def yes_no(subject: str, group: str, complement: str = "", grammar: Grammar = _UNKNOWN) -> str | None:
    """Return « La Russie a-t-elle utilisé des drones ? » from subject, verbal group, complement and the subject’s grammar; None where not certain."""
    low = subject.strip().lower()
    if not low or low in ("je", "tu", "nous", "vous", "ce", "c’", "c'", "cela", "ça", "qui"):
        return None
    tail = f" {complement.strip()}" if complement.strip() else ""
    if low in _PRONOUNS:
        number = "p" if low.endswith("s") else "s"
        verb = inverted(group, Grammar("f" if low.startswith("elle") else "m", number), low)  # type: ignore[arg-type]
        return None if verb is None else _closed(capitalise_first(f"{verb}{tail}"))
    verb = inverted(group, grammar)
    return None if verb is None else _closed(f"{capitalise_first(subject.strip())} {verb}{tail}")


def adverbial(word: str, subject: str, group: str, complement: str = "", grammar: Grammar = _UNKNOWN) -> str | None:
    """Return « Pourquoi la Russie a-t-elle nié ? » (also quand, comment, où, combien); None where not certain."""
    if word.lower() not in _ADVERBIAL:
        return None
    question = yes_no(subject, group, complement, grammar)
    if question is None:
        return None
    inner = question if subject.strip().lower() not in _PRONOUNS else question[0].lower() + question[1:]
    lowered = decapitalise_first(subject.strip()) if subject.strip().lower() not in _PRONOUNS else ""
    if lowered is None:
        return None
    if lowered:
        inner = lowered + question[len(subject.strip()) :]
    return f"{capitalise_first(word)} {inner}"


def est_ce_que(clause: str, word: str = "") -> str | None:
    """Return « Est-ce que la Russie a nié ? » or « Pourquoi est-ce que … ? »; None if the clause cannot be put inside a sentence for certain."""
    inner = decapitalise_first(clause.strip().rstrip(" .\u00a0\u202f"))
    if not inner:
        return None
    question = join("est-ce que", inner)
    return _closed(capitalise_first(f"{word} {question}".strip()))


def who(group: str, complement: str = "") -> str | None:
    """Return « Qui accuse l’Iran ? » for a verbal group of the third person singular; None for any other."""
    parts = _pieces(group)
    if parts is None or not _matches(parts[1], "s"):
        return None
    return _closed(f"Qui {group.strip()}{f' {complement.strip()}' if complement.strip() else ''}")


def which(noun_phrase: str, gender: str, number: str, rest: str = "") -> str | None:
    """Return « Quelles sanctions contre l’Iran ? » from a noun phrase without its article; None where gender or number is not known."""
    form = {("m", "s"): "Quel", ("f", "s"): "Quelle", ("m", "p"): "Quels", ("f", "p"): "Quelles"}.get((gender, number))
    if form is None or not noun_phrase.strip() or re.match(r"(?i)(?:le|la|les|un|une|des|du|ce|cette|ces) |l['’]", noun_phrase.strip()):
        return None
    return _closed(f"{form} {noun_phrase.strip()}{f' {rest.strip()}' if rest.strip() else ''}")


def how_many(counted: str, group: str, complement: str = "") -> str | None:
    """Return « Combien de personnes ont été tuées ? » from a plural noun phrase without its article and the verbal group whose subject it is; None if that verb is no plural."""
    parts = _pieces(group)
    if parts is None or not counted.strip() or not _matches(parts[1], "p"):
        return None
    counted = counted.strip()
    head = f"Combien d’{counted}" if elides(counted) else f"Combien de {counted}"
    return _closed(f"{head} {group.strip()}{f' {complement.strip()}' if complement.strip() else ''}")


def _closed(text: str) -> str:
    return f"{text.rstrip()}{THIN}?"
