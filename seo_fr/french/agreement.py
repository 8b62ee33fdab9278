"""Agreement: gender and number of nouns, forms of adjectives and participles, number of a subject.

Source: Le Bon Usage, § 347-373 (adjectives), 438-449 (verbs and collectives), 941-951 (past participle). Where usage hesitates the answer is None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from seo_fr.french.conjugation import past_participle
from seo_fr.french.lexicon import adjective_forms, noun_forms, participle_readings, plural_nouns
from seo_fr.french.numbers import parse_number
from seo_fr.french.toponyms import toponym
from seo_fr.french.words import listed, plain
from seo_fr.model import Gender, Grammar, Number


def noun_gender(noun: str) -> Gender | None:
    """Return the gender of a common noun in either number («f» for « victimes »), or None where it has both («élève», «tour») or is not known."""
    low = noun.lower()
    genders = {gender for _, gender in plural_nouns().get(low, ())}
    if not genders and "œ" in low:
        genders = {gender for _, gender in plural_nouns().get(low.replace("œ", "oe"), ())}
    if len(genders) != 1:
        return None
    return "f" if genders == {"f"} else "m"


def noun_number(noun: str) -> Number | None:
    """Return «s» or «p» for a form of a common noun, or None where both are possible (« pays ») or it is not known."""
    low = noun.lower()
    numbers = {number for lemma, gender in plural_nouns().get(low, ()) for (g, number), form in (noun_forms(lemma) or {}).items() if form == low and g == gender}
    if len(numbers) != 1:
        return None
    return "p" if numbers == {"p"} else "s"


def plural_of(noun: str) -> str | None:
    """Return the plural of a singular common noun, or None if it is not known or has two."""
    low = noun.lower()
    forms = noun_forms(low)
    if forms is None:
        return None
    singular = {gender for (gender, number), form in forms.items() if number == "s" and form == low}
    plurals = {forms[gender, "p"] for gender in singular if (gender, "p") in forms}
    if len(plurals) > 1 and len(singular) > 1 and ("m", "p") in forms:
        return None
    return min(plurals) if len(plurals) == 1 else None


def singular_of(noun: str) -> str | None:
    """Return the singular of a plural common noun, or None if it is not known or could be of two nouns."""
    low = noun.lower()
    singulars = set()
    for lemma, gender in plural_nouns().get(low, ()):
        forms = noun_forms(lemma) or {}
        if forms.get((gender, "p")) == low and (gender, "s") in forms:
            singulars.add(forms[gender, "s"])
    return min(singulars) if len(singulars) == 1 else None


def inflect_adjective(lemma: str, gender: str, number: str) -> str | None:
    """Return an adjective (masculine singular) or past participle in that gender and number, or None if it is not known."""
    forms = adjective_forms(lemma)
    if forms is not None:
        return forms.get((gender, number))
    verbs = sorted({verb for verb, g, n in participle_readings(lemma) if (g, n) == ("m", "s")})
    found = {past_participle(verb, gender, number) for verb in verbs}
    return found.pop() if len(found) == 1 else None


def participle_with_avoir(lemma: str, gender: str = "", number: str = "", object_before: bool = False) -> str | None:
    """Return the past participle after « avoir »: invariable, but agreeing with a direct object that stands before it (« les drones qu’il a utilisés »).

    ``gender`` and ``number`` are the object's; None where the object stands before and either is not known.
    """
    if not object_before:
        return past_participle(lemma)
    return past_participle(lemma, gender, number) if gender and number else None


def participle_with_etre(lemma: str, grammar: Grammar) -> str | None:
    """Return the past participle after « être », agreeing with the subject; None where the subject’s gender or number is not known."""
    return past_participle(lemma, grammar.gender, grammar.number) if grammar.gender and grammar.number else None


def joined(grammars: Sequence[Grammar]) -> Grammar:
    """Return what agreement needs of subjects joined by « et »: plural, feminine only if all are; gender «» where a missing one matters; the first person wins over the second, the second over the third."""
    if len(grammars) == 1:
        return grammars[0]
    genders = {g.gender for g in grammars}
    gender: Gender = "m" if "m" in genders else "" if "" in genders else "f"
    return Grammar(gender, "p", min((g.person for g in grammars), default=3))


_PLURAL_STARTS = frozenset(listed("les des ces ses mes tes nos vos leurs plusieurs quelques certains certaines différents différentes divers diverses ils elles nous vous tous toutes ceux celles deux-tiers maints"))
_SINGULAR_STARTS = frozenset(listed("le la l' un une ce cet cette son sa mon ma ton ta notre votre leur chaque aucun aucune nul nulle il elle on je tu ceci cela ça tout toute celui celle quiconque chacun chacune personne rien"))
_HESITATING = re.compile(
    r"^(?:(?:une|la|cette|sa|leur) (?:grande |forte |large |petite |bonne |majeure )?(?:partie|majorité|minorité|foule|multitude|série|quantité|masse|infinité|poignée|proportion|part|cinquantaine|totalité)|(?:un|le|ce) (?:grand |petit |bon |certain )?"
    r"(?:nombre|groupe|tiers|quart|ensemble|lot|couple|paquet|reste|maximum|minimum|trio|duo|peu)) (?:de |d'|des |du )"
)
_NUMERAL_NOUN = re.compile(r"^(?:une|la) (?:petite |bonne )?(?:huitaine|dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaine) (?:de |d')")


def subject_number(subject: str) -> Number | None:
    """Return the number that the verb of ``subject`` takes, or None where usage hesitates (« une majorité d’élus », « le maire ou son adjoint ») or nothing tells.

    « la plupart des élus », « 1,2 million de personnes », « une dizaine de voitures », « le maire et son adjoint » are plural; « plus d’un élu » is singular.
    """
    flat = plain(subject).strip()
    low = flat.lower()
    if not low:
        return None
    words = low.split()
    if re.search(r",? (?:ou|ainsi que|comme|avec|de même que|sinon) (?:le |la |l'|les |un |une |son |sa |ses |leur)", low) or re.match(r"(?:ni|soit|l'un|l'une) ", low):
        return None
    if re.match(r"la plupart(?: d'entre (?:eux|elles|nous|vous))?(?: des |$)", low):
        return "p"
    if re.match(r"la plupart d(?:u|e la|e l')", low):
        return "s"
    if low.startswith(("plus d'un ", "plus d'une ")):
        return "s"
    if re.match(r"moins de deux ", low):
        return "p"
    if re.match(r"(?:beaucoup|peu|trop|assez|tant|autant|bien plus|moins|plus|énormément|combien) d", low):
        rest = re.sub(r"^(?:bien )?\w+ d(?:e |')", "", low).split()
        return noun_number(rest[0]) if rest else None
    if _NUMERAL_NOUN.match(low):
        return "p" if noun_number(re.sub(r"^.*? d(?:e |')", "", low, count=1).split()[0]) == "p" else None
    if _HESITATING.match(low):
        return None
    quantity = re.match(
        r"(?:(?:près d(?:e |')|environ |quelque |plus d(?:e |')|moins d(?:e |')|au moins |pas moins d(?:e |')|les |ces |ses |leurs )*)((?:\d+(?: \d{3})*(?:,\d+)?|[a-z-]+)(?: (?:millions?|milliards?|mille|cents?))?)( %| pour cent)?(?: d(?:e |'|es |u ))?(.*)", low
    )
    if quantity:
        number = parse_number(quantity.group(1))
        if number is not None and (quantity.group(1)[0].isdigit() or words[0] not in ("un", "une") or re.search(r"million|milliard", quantity.group(1))):
            if quantity.group(2):
                return "p" if re.match(r"[\d ,]+(?: %| pour cent) des ", low) else None
            rest = quantity.group(3).split()
            known = noun_number(rest[0]) if rest else None
            if re.search(r"million|milliard", quantity.group(1)):
                return "p" if known == "p" or re.match(r"\d+(?:,\d+)? (?:millions|milliards)", quantity.group(1)) else None
            return "p" if float(number.value) >= 2 else ("s" if known != "p" else None)
    if re.search(r" et (?:le |la |l'|les |un |une |des |son |sa |ses |leur |leurs |ce |cette |[A-ZÀ-Ý])", flat) and not re.search(r" (?:de|du|des|d'|entre|qui|que|dont|où|pour|contre|sur|à|au|aux|en)\b[^,]* et ", flat):
        return "p"
    if re.search(r" et ", low):
        return "p" if words[0] in _PLURAL_STARTS else None
    first = re.split(r"(?<=')|\s", low)[0]
    if first in _PLURAL_STARTS:
        return "p"
    if first in _SINGULAR_STARTS:
        return "s"
    known_place = toponym(flat)
    if known_place is not None:
        return "p" if known_place.number == "p" else "s"
    return None
