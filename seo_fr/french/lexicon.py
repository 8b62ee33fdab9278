"""The open lexicon behind the French functions: the tables of pyrealb (jsRealB, RALI, Université de Montréal; data CC BY 4.0), with our corrections.

Two JSON files of that package are read as data on first use; pyrealb itself is never imported. What it lacks or gets wrong is in seo_fr/french/supplement.py.
"""

from __future__ import annotations

import importlib.util
import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from seo_fr.errors import Unavailable
from seo_fr.french.supplement import ADJECTIVES, BROKEN_VERBS, FORMS, INVARIABLE_PARTICIPLES, NOUNS, PLURALS, VERB_AUXILIARY, VERBS
from seo_fr.model import Finding


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, Any], dict[str, Any]]:
    spec = importlib.util.find_spec("pyrealb")
    if spec is None or spec.origin is None:
        raise Unavailable(
            Finding("lexique", "error", "installation", "Le lexique français (paquet pyrealb) n’est pas installé : réinstallez seo-fr avec ses dépendances.")
        )
    folder = Path(spec.origin).parent / "data"
    lexicon: dict[str, Any] = json.loads((folder / "lexicon-fr.json").read_text(encoding="utf-8"))
    rules: dict[str, Any] = json.loads((folder / "rules-fr.json").read_text(encoding="utf-8"))
    return lexicon, rules


def _entry(word: str, category: str) -> dict[str, Any] | None:
    lexicon = _tables()[0]
    for form in (word, word.replace("œ", "oe").replace("æ", "ae")):
        entry = lexicon.get(form, {}).get(category)
        if isinstance(entry, dict):
            return entry
    return None


@lru_cache(maxsize=4096)
def verb_forms(lemma: str) -> dict[str, tuple[str | None, ...]] | None:
    """Return the forms of a verb: «p» present, «i» imparfait, «f» future, «c» conditional, «ps» passé simple, «s» subjunctive (six persons each),
    «pr» present participle, «pp» past participle (m s, f s, m p, f p; None where it has none), «b» infinitive; None for an unknown verb."""
    entry = _entry(VERBS.get(lemma, lemma), "V")
    rules = _tables()[1]["conjugation"]
    if entry is None or entry["tab"] not in rules or lemma in BROKEN_VERBS:
        return None
    ending = rules[entry["tab"]]["ending"]
    if not lemma.endswith(ending):
        return None
    tail = len(lemma) - len(ending)
    stem = lemma[:tail]
    forms: dict[str, tuple[str | None, ...]] = {}
    for tense, endings in rules[entry["tab"]]["t"].items():
        if isinstance(endings, str):
            forms[tense] = (stem + endings,)
        elif endings is None:
            forms[tense] = ()
        else:
            forms[tense] = tuple(None if e is None else stem + e for e in endings)
    return _corrected(lemma, forms)


def _corrected(lemma: str, forms: dict[str, tuple[str | None, ...]]) -> dict[str, tuple[str | None, ...]]:
    """Mend the classes of faults of the lexicon: participles, futures in « protégera », subjunctives « que nous léstions »."""
    participle = list(forms.get("pp", ()))
    if len(participle) == 4:
        if lemma.endswith("er") and lemma != "aller":
            participle[0] = lemma[:-2] + "é"
        masculine = participle[0]
        if lemma in INVARIABLE_PARTICIPLES:
            participle = [masculine if lemma != "plaire" else "plu", None, None, None]
        elif participle[1] is not None and masculine is not None and masculine[-1] in "éiu" and masculine not in ("dû", "mû"):
            participle = [masculine, masculine + "e", masculine + "s", masculine + "es"]
        forms["pp"] = tuple(participle)
    if re.search(r"é[^aeiouyéèê]+u?er$", lemma):
        for tense, endings in (("f", ("ai", "as", "a", "ons", "ez", "ont")), ("c", ("ais", "ais", "ait", "ions", "iez", "aient"))):
            forms[tense] = tuple(lemma + ending for ending in endings)
    if lemma.endswith("er") and lemma != "aller" and len(forms.get("s", ())) == 6 and len(forms.get("i", ())) == 6:
        subjunctive = list(forms["s"])
        subjunctive[3:5] = forms["i"][3:5]
        forms["s"] = tuple(subjunctive)
    for tense, changes in FORMS.get(lemma, {}).items():
        changed = list(forms[tense])
        for index, form in changes.items():
            changed[index] = form
        forms[tense] = tuple(changed)
    return forms


def auxiliary(lemma: str) -> str | None:
    """Return «avoir» or «être», the auxiliary of the compound tenses of a verb that is not pronominal; None for an unknown verb or one that takes both."""
    if lemma in VERB_AUXILIARY:
        return VERB_AUXILIARY[lemma] or None
    entry = _entry(VERBS.get(lemma, lemma), "V")
    return None if entry is None else {"av": "avoir", "êt": "être"}.get(entry.get("aux", ""))


def is_verb(lemma: str) -> bool:
    """Return whether the lexicon knows ``lemma`` as an infinitive."""
    return lemma in VERBS or _entry(lemma, "V") is not None


is_infinitive = is_verb


def is_noun(word: str) -> bool:
    """Return whether the lexicon knows ``word`` as the singular of a noun."""
    return word in NOUNS or _entry(word, "N") is not None


def is_function_word(word: str) -> bool:
    """Return whether the lexicon knows ``word`` as an adverb, preposition, conjunction, determiner or pronoun."""
    entry = _tables()[0].get(word, {})
    return any(isinstance(entry.get(category), dict) for category in ("Adv", "P", "C", "D", "Pro"))


def is_adjective(word: str) -> bool:
    """Return whether the lexicon knows ``word`` as the masculine singular of an adjective."""
    return word in ADJECTIVES or _entry(word, "A") is not None


def _declined(word: str, table: str, gender: str, number: str) -> str | None:
    rule = _tables()[1]["declension"].get(table)
    if rule is None:
        return None
    ending = rule["ending"]
    if ending and not word.endswith(ending):
        return None
    stem = word[: len(word) - len(ending)] if ending else word
    forms = []
    for form in rule["declension"]:
        if form.get("n", "s") in (number, "x") and form.get("g", "x") in (gender, "x"):
            forms.append(stem + form["val"])
    return forms[0] if forms else None


def noun_entry(word: str) -> tuple[str, str] | None:
    """Return the gender («m», «f», «x» both) and declension table of a singular noun, or None."""
    if word in NOUNS:
        gender = NOUNS[word]
        return gender, ""
    entry = _entry(word, "N")
    return None if entry is None else (entry["g"], entry["tab"])


def adjective_forms(lemma: str) -> dict[tuple[str, str], str] | None:
    """Return the four forms of an adjective by (gender, number), or None if unknown or not regular in the lexicon."""
    if lemma in ADJECTIVES:
        ms, fs, mp, fp = ADJECTIVES[lemma]
        return {("m", "s"): ms, ("f", "s"): fs, ("m", "p"): mp, ("f", "p"): fp}
    entry = _entry(lemma, "A")
    if entry is None:
        return None
    forms = {}
    for gender in ("m", "f"):
        for number in ("s", "p"):
            form = _declined(lemma, entry["tab"], gender, number)
            if form is None:
                return None
            forms[gender, number] = form
    return forms


def noun_forms(lemma: str) -> dict[tuple[str, str], str] | None:
    """Return the forms of a noun by (gender, number), as far as the lexicon has them, or None if unknown."""
    entry = noun_entry(lemma)
    if entry is None:
        return None
    if not entry[1]:
        plural = PLURALS.get(lemma) or regular_plural(lemma)
        return {(gender, number): form for gender in ("m", "f") if entry[0] in (gender, "x") for number, form in (("s", lemma), ("p", plural))}
    forms = {}
    for gender in ("m", "f") if entry[0] == "x" else (entry[0],):
        for number in ("s", "p"):
            form = _declined(lemma, entry[1], gender, number)
            if form is not None:
                forms[gender, number] = form
    return forms


def regular_plural(word: str) -> str:
    """Return the plural of a noun by the general rule (« -al » is left to the lexicon: « bals », « journaux »)."""
    if word[-1:] in "sxz" or word.isupper():
        return word
    return word + ("x" if word.endswith(("eau", "au", "eu")) else "s")


_FINITE = ("p", "i", "f", "c", "ps")
_AGREEMENTS = (("m", "s"), ("f", "s"), ("m", "p"), ("f", "p"))
_FUTURE_ENDINGS = ("ai", "as", "a", "ons", "ez", "ont", "ais", "ait", "ions", "iez", "aient")


@lru_cache(maxsize=1)
def _endings() -> tuple[dict[str, tuple[str, ...]], int]:
    """Return ending → infinitive endings of the models that have it in a finite form or participle, and the length of the longest ending.

    A form is then analysed by trying its endings: 30 times less memory than a table of every form.
    """
    found: dict[str, set[str]] = {}
    for rule in _tables()[1]["conjugation"].values():
        for tense in (*_FINITE, "pp"):
            for ending in rule["t"].get(tense) or ():
                if ending is not None:
                    found.setdefault(ending, set()).add(rule["ending"])
    return {ending: tuple(sorted(bases)) for ending, bases in found.items()}, max(map(len, found))


@lru_cache(maxsize=16384)
def _candidates(form: str) -> tuple[str, ...]:
    """Return the known verbs of which ``form`` may be a form, sorted; each is to be conjugated to be sure."""
    endings, longest = _endings()
    lemmas = {lemma for lemma, changes in FORMS.items() if any(form in forms.values() for forms in changes.values())}
    # Participles that we mend have regular feminines and plurals: « partis » is tried as « parti ».
    variants = [form, *(form[: -len(mark)] for mark in ("s", "e", "es") if form.endswith(mark))]
    for variant in variants:
        for length in range(min(longest, len(variant)) + 1):
            cut = len(variant) - length
            for base in endings.get(variant[cut:], ()):
                lemmas.add(variant[:cut] + base)
        if variant.endswith("é"):
            lemmas.add(variant[:-1] + "er")
    for ending in _FUTURE_ENDINGS:
        if form.endswith("er" + ending):
            lemmas.add(form[: -len(ending)])
    return tuple(sorted(lemma for lemma in lemmas if is_verb(lemma)))


@lru_cache(maxsize=16384)
def participle_readings(form: str) -> tuple[tuple[str, str, str], ...]:
    """Return ((lemma, gender, number), …) for a past participle, sorted; several where two verbs share it («plu»), none if it is no participle."""
    found = set()
    for lemma in _candidates(form):
        forms = verb_forms(lemma)
        for made, (gender, number) in zip(forms.get("pp", ()) if forms else (), _AGREEMENTS, strict=False):
            if made == form:
                found.add((lemma, gender, number))
    return tuple(sorted(found))


@lru_cache(maxsize=16384)
def finite_readings(form: str) -> tuple[tuple[str, str, int, str], ...]:
    """Return ((lemma, tense key, person, number), …) for a finite form in the present, imparfait, future, conditional or passé simple, sorted; none if it is no such form."""
    found = set()
    for lemma in _candidates(form):
        forms = verb_forms(lemma)
        for tense in _FINITE if forms else ():
            assert forms is not None
            for index, made in enumerate(forms.get(tense, ())):
                if made == form:
                    found.add((lemma, tense, index % 3 + 1, "s" if index < 3 else "p"))
    return tuple(sorted(found))


@lru_cache(maxsize=1)
def plural_nouns() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return noun form (any number and gender) → ((lemma, gender), …), sorted."""
    lexicon = _tables()[0]
    found: dict[str, set[tuple[str, str]]] = {}
    for word in sorted({*lexicon, *NOUNS}):
        if word in NOUNS or isinstance(lexicon[word].get("N"), dict):
            for (gender, _), form in (noun_forms(word) or {}).items():
                found.setdefault(form, set()).add((word, gender))
    return {form: tuple(sorted(readings)) for form, readings in found.items()}
