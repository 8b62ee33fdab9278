"""Verbs: forms from the lemma, the lemma from forms, and the two changes a headline makes (present for a passé composé, past infinitive)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from seo_fr.french.elision import elides
from seo_fr.french.lexicon import auxiliary, finite_readings, is_infinitive, participle_readings, verb_forms
from seo_fr.french.words import listed, plain

__all__ = [
    "Form", "VerbalGroup", "analyse_form", "auxiliary", "conditional", "future", "headline_present", "imparfait", "infinitive_past", "lemmas_of_participle", "parse_group", "past_participle",
    "perfect_infinitive", "present", "subjunctive",
]  # fmt: skip

Key = Literal["p", "i", "f", "c", "ps", "s"]


@dataclass(frozen=True, slots=True, order=True)
class Form:
    """One reading of a verb form. ``tense``: «present», «imparfait», «future», «conditional», «passé simple», «participle», «infinitive»; person 0 where it has none."""

    lemma: str
    tense: str
    person: int = 0
    number: str = ""
    gender: str = ""


_TENSES = {"p": "present", "i": "imparfait", "f": "future", "c": "conditional", "ps": "passé simple"}


def _finite(lemma: str, key: Key, person: int, number: str) -> str | None:
    if person not in (1, 2, 3) or number not in ("s", "p"):
        return None
    forms = verb_forms(lemma)
    if forms is None or len(forms.get(key, ())) != 6:
        return None
    return forms[key][person - 1 + (3 if number == "p" else 0)]


def present(lemma: str, person: int = 3, number: str = "s") -> str | None:
    """Return the present indicative of a verb, or None if the verb is unknown or lacks the form."""
    return _finite(lemma, "p", person, number)


def imparfait(lemma: str, person: int = 3, number: str = "s") -> str | None:
    """Return the imparfait of a verb, or None."""
    return _finite(lemma, "i", person, number)


def future(lemma: str, person: int = 3, number: str = "s") -> str | None:
    """Return the future of a verb, or None."""
    return _finite(lemma, "f", person, number)


def conditional(lemma: str, person: int = 3, number: str = "s") -> str | None:
    """Return the present conditional of a verb, or None."""
    return _finite(lemma, "c", person, number)


def subjunctive(lemma: str, person: int = 3, number: str = "s") -> str | None:
    """Return the present subjunctive of a verb, without « que », or None."""
    return _finite(lemma, "s", person, number)


def past_participle(lemma: str, gender: str = "m", number: str = "s") -> str | None:
    """Return the past participle of a verb in that gender and number, or None where it has none (« pu », « été » never agree)."""
    forms = verb_forms(lemma)
    if forms is None or len(forms.get("pp", ())) != 4 or gender not in ("m", "f") or number not in ("s", "p"):
        return None
    return forms["pp"][(1 if gender == "f" else 0) + (2 if number == "p" else 0)]


def lemmas_of_participle(form: str) -> tuple[str, ...]:
    """Return the verbs of which ``form`` is a past participle, in alphabetical order."""
    return tuple(sorted({lemma for lemma, _, _ in participle_readings(form.lower())}))


@lru_cache(maxsize=8192)
def analyse_form(form: str) -> tuple[Form, ...]:
    """Return every reading of one verb form (no compound tenses), sorted; empty if it is no known verb form."""
    low = form.lower()
    readings = [Form(lemma, _TENSES[tense], person, number) for lemma, tense, person, number in finite_readings(low)]
    readings += [Form(lemma, "participle", 0, number, gender) for lemma, gender, number in participle_readings(low)]
    if is_infinitive(low):
        readings.append(Form(low, "infinitive"))
    return tuple(sorted(readings))


_AUX_PRESENT = {
    "ai": ("avoir", 1, "s"), "as": ("avoir", 2, "s"), "a": ("avoir", 3, "s"), "avons": ("avoir", 1, "p"), "avez": ("avoir", 2, "p"), "ont": ("avoir", 3, "p"),
    "suis": ("être", 1, "s"), "es": ("être", 2, "s"), "est": ("être", 3, "s"), "sommes": ("être", 1, "p"), "êtes": ("être", 2, "p"), "sont": ("être", 3, "p"),
}  # fmt: skip
_CLITICS = frozenset(("se", "s'", "me", "m'", "te", "t'", "nous", "vous", "le", "la", "l'", "les", "lui", "leur", "y", "en"))
_NEGATIONS = frozenset(("pas", "jamais", "plus", "rien", "guère", "aucunement", "nullement"))
# Adverbs that keep their sense when the tense changes.
_ADVERBS = frozenset(
    listed("""aussi également ensuite enfin notamment alors donc néanmoins cependant toutefois pourtant ainsi d'abord même surtout davantage tout bien mal encore vivement aussitôt ailleurs d'ailleurs plutôt peu
    largement presque quasi par ailleurs en outre à nouveau de nouveau une nouvelle fois en effet en revanche au contraire au moins sans doute fort très trop beaucoup""")
)
_ADVERB_PHRASES = ("par ailleurs", "en outre", "à nouveau", "de nouveau", "une nouvelle fois", "en effet", "en revanche", "au contraire", "à son tour", "de son côté", "d'ailleurs", "au moins", "tout de même", "pour sa part")
# Adverbs that tie the clause to the past, or that mean something else with a present («a toujours nié» ≠ «nie toujours»).
_PAST_ADVERBS = frozenset(
    listed("""toujours déjà longtemps souvent parfois hier récemment dernièrement précédemment anciennement initialement auparavant jadis naguère autrefois quelquefois rarement seulement simplement juste brièvement longuement traditionnellement historiquement
    régulièrement constamment continuellement fréquemment habituellement uniquement prochainement actuellement maintenant désormais""")
)
# Verbs of state and modals: in the present they say something else («a dû» ≠ «doit»).
_STATIVE = frozenset(
    listed("""être avoir pouvoir devoir vouloir savoir falloir connaître vivre habiter durer exister aimer penser croire demeurer rester posséder posséder ressembler sembler paraître travailler failler faillir valoir coûter régner séjourner
    grandir étudier exercer appartenir contenir détenir souffrir attendre""")
)
_MOVES_WITH_ETRE = frozenset(listed("monter descendre sortir rentrer retourner remonter redescendre ressortir"))
_ESSENTIAL_NE = frozenset(("cesser", "oser"))


@dataclass(frozen=True, slots=True)
class VerbalGroup:
    """A verbal group taken apart: « n’ y a pas également participé ». ``voice``: «active», «pronominal» or «passive» ; ``rest`` is an infinitive after it (« fait savoir »)."""

    ne: bool
    clitics: tuple[str, ...]
    aux: str
    aux_form: str
    person: int
    number: str
    middle: tuple[str, ...]
    participle: str
    lemmas: tuple[str, ...]
    voice: str
    rest: tuple[str, ...] = ()


def _split(text: str) -> list[str]:
    spaced = re.sub(r"(?i)\b((?:n|s|m|t|l|d|j)')", r"\1 ", plain(text))
    words = spaced.split()
    glued: list[str] = []
    for word in words:
        if glued and glued[-1].lower() == "d'":
            glued[-1] += word
        else:
            glued.append(word)
    return glued


def parse_group(text: str) -> VerbalGroup | None:
    """Return the parts of a verbal group in the passé composé (« n’a pas reconnu », « s’est rendu », « a été condamné »), or None where it is anything else or doubtful."""
    words = [w.lower() for w in _split(text)]
    if not words or any(mark in text for mark in "«»“”\",;:()"):
        return None
    at = 0
    ne = words[at] in ("ne", "n'")
    at += ne
    clitics: list[str] = []
    while at < len(words) and words[at] in _CLITICS:
        clitics.append(words[at])
        at += 1
    if at >= len(words) or words[at] not in _AUX_PRESENT:
        return None
    aux_form = words[at]
    aux, person, number = _AUX_PRESENT[aux_form]
    at += 1
    middle: list[str] = []
    voice = "active"
    found: tuple[str, tuple[str, ...]] | None = None
    seen_ete = False
    while at < len(words):
        word = words[at]
        phrase = next((p for p in _ADVERB_PHRASES if words[at : at + len(p.split())] == p.split()), None)
        if phrase is not None:
            middle.append(phrase)
            at += len(phrase.split())
            continue
        if word == "été" and aux == "avoir" and not seen_ete:
            seen_ete = True
            at += 1
            continue
        if word in _NEGATIONS or word in _ADVERBS or word in _PAST_ADVERBS or word.endswith("ment"):
            middle.append(word)
            at += 1
            continue
        lemmas = lemmas_of_participle(word)
        if not lemmas:
            return None
        found = (word, lemmas)
        at += 1
        break
    if found is None:
        return None
    rest = words[at:]
    tail: list[str] = []
    infinitives: list[str] = []
    for word in rest:
        if not infinitives and (word in _ADVERBS or word in _NEGATIONS or (word.endswith("ment") and not is_infinitive(word))):
            tail.append(word)
        elif is_infinitive(word) or infinitives:
            infinitives.append(word)
        else:
            return None
    if tail and infinitives:
        return None
    middle += tail
    if seen_ete:
        voice = "passive"
    elif any(c in ("se", "s'") for c in clitics) or (person != 3 and any(c in ("me", "m'", "te", "t'", "nous", "vous") for c in clitics) and aux == "être"):
        if aux != "être":
            return None
        voice = "pronominal"
    if ne and not any(w in _NEGATIONS for w in middle) and not _ESSENTIAL_NE.intersection(found[1]):
        return None
    if not ne and any(w in ("pas", "jamais", "guère", "rien") for w in middle):
        return None
    return VerbalGroup(ne, tuple(clitics), aux, aux_form, person, number, tuple(middle), found[0], found[1], voice, tuple(infinitives))


def _clitic_chain(ne: bool, clitics: tuple[str, ...], verb: str, participle_gender: str = "m", negation_apart: bool = False) -> str:
    """Return « ne », clitics and verb with their elisions: « ne l’y accuse »."""
    full = {"s'": "se", "m'": "me", "t'": "te", "l'": "la" if participle_gender == "f" else "le"}
    words = (["ne"] if ne else []) + [full.get(c, c) for c in clitics]
    words.append(verb)
    text = words[-1]
    for word in reversed(words[:-1]):
        if word in ("ne", "se", "me", "te", "le", "la") and elides(text):
            text = f"{word[0]}’{text}"
        else:
            text = f"{word} {text}"
    return text


def headline_present(group: str, lemma: str, person: int = 3, number: str = "s") -> str | None:
    """Return a passé composé as a headline’s present: « a nié » → « nie », « n’a pas reconnu » → « ne reconnaît pas », « s’est rendu » → « se rend », « a été condamné » → « est condamné ».

    Clitics, negation and adverbs keep their order. None for any other tense, for verbs of state and modals, for adverbs that need the past (« toujours », « récemment »),
    where person and number do not match, or where anything in the group is not known.
    """
    parsed = parse_group(group)
    if parsed is None or (parsed.person, parsed.number) != (person, number):
        return None
    if any(w in _PAST_ADVERBS for w in parsed.middle):
        return None
    adverbs = " ".join(w.replace("'", "’") for w in parsed.middle)
    if parsed.voice == "passive":
        if (lemma != "être" and lemma not in parsed.lemmas) or parsed.rest or any(c in ("se", "s'") for c in parsed.clitics):
            return None
        verb = present("être", person, number)
        if parsed.participle not in {past_participle(verbal, gender, number) for verbal in parsed.lemmas for gender in ("m", "f")}:
            return None  # the source’s participle does not agree: not ours to repeat
        if verb is None or set(parsed.lemmas) & {"être", "avoir"}:
            return None
        return " ".join(w for w in (_clitic_chain(parsed.ne, parsed.clitics, verb), adverbs, parsed.participle) if w)
    if lemma not in parsed.lemmas or lemma in _STATIVE:
        return None
    if parsed.rest and lemma not in ("faire", "laisser"):
        return None
    usual = auxiliary(lemma)
    if parsed.voice == "active":
        if parsed.aux == "être" and usual != "être" and lemma not in _MOVES_WITH_ETRE:
            return None  # « est accusé » is a present passive already
        if parsed.aux == "avoir" and usual == "être":
            return None
    verb = present(lemma, person, number)
    if verb is None:
        return None
    feminine = past_participle(lemma, "f", "s") == parsed.participle
    if "l'" in parsed.clitics and past_participle(lemma, "f", "s") == past_participle(lemma, "m", "s") and not elides(verb):
        return None
    head = _clitic_chain(parsed.ne, parsed.clitics, verb, "f" if feminine else "m")
    return " ".join(w for w in (head, adverbs, *parsed.rest) if w)


def infinitive_past(lemma: str, gender: str = "m", number: str = "s", pronominal: bool = False) -> str | None:
    """Return the past infinitive: « avoir nié », « être venue », « s’être rendus »; None for a verb of two auxiliaries or an unknown one."""
    usual = "être" if pronominal else auxiliary(lemma)
    if usual is None:
        return None
    participle = past_participle(lemma, gender, number) if usual == "être" else past_participle(lemma)
    return None if participle is None else f"{'s’' if pronominal else ''}{usual} {participle}"


def perfect_infinitive(group: str, lemma: str) -> str | None:
    """Return the past infinitive of a passé composé of the third person, with all that stands in it: « n’a pas utilisé » → « ne pas avoir utilisé », « s’est rendue » → « s’être rendue », « a été arrêté » → « avoir été arrêté »."""
    parsed = parse_group(group)
    if parsed is None or parsed.person != 3 or parsed.rest or (lemma not in parsed.lemmas and not (parsed.voice == "passive" and lemma == "être")):
        return None
    if parsed.voice == "active" and parsed.aux == "être" and auxiliary(lemma) != "être" and lemma not in _MOVES_WITH_ETRE:
        return None
    negations = [w for w in parsed.middle if w in _NEGATIONS]
    adverbs = [w.replace("'", "’") for w in parsed.middle if w not in _NEGATIONS]
    if parsed.ne and len(negations) != 1:
        return None
    if "l'" in parsed.clitics and not elides(parsed.aux):
        return None
    chain = _clitic_chain(False, parsed.clitics, parsed.aux)
    words = [*(["ne", negations[0]] if parsed.ne else []), chain, *adverbs, *(["été"] if parsed.voice == "passive" else []), parsed.participle]
    return " ".join(words)
