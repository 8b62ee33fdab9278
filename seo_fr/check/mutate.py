"""Plants faults in true pages, to measure what the fidelity check and ``verify`` catch.

Plain regular expressions, none of the checker's own readers, so that a blindness of the one is not a blindness of the other. A kind that
finds no place in a text plants nothing. The same seed plants the same faults.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from seo_fr.model import Article

_NAME = r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?:[-’'][A-ZÀ-ÖØ-Þ]?[a-zà-öø-ÿ]+)*"
_NAMES = re.compile(rf"(?<=[a-zà-ÿ,;’'«] ){_NAME}(?: {_NAME})*|(?<=[ldLD][’']){_NAME}")
_FOREIGN = ("Bergstrand", "Okonjo", "Vallombreuse", "Ternoise", "Malachowski", "Quirinal", "Delsaux", "Hartwell")
_PLACES = ("Oulan-Bator", "Valparaiso", "Trondheim", "Nouméa", "Samarcande", "Perpignan", "Tamanrasset", "Galway")
_MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_NUMBERS = ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "dix", "onze", "douze", "quinze", "vingt", "trente", "quarante", "cinquante", "soixante")
_CONDITIONALS = {
    "aurait": "a", "auraient": "ont", "serait": "est", "seraient": "sont", "pourrait": "va", "pourraient": "vont", "devrait": "va", "devraient": "vont",
    "ferait": "fait", "feraient": "font", "viendrait": "vient", "viendraient": "viennent", "voudrait": "veut", "permettrait": "permet", "permettraient": "permettent",
}  # fmt: skip
_OPPOSITES = {
    "hausse": "baisse", "baisse": "hausse", "victoire": "défaite", "défaite": "victoire", "premier": "dernier", "première": "dernière", "nord": "sud", "sud": "nord",
    "ouest": "est", "avant": "après", "après": "avant", "morts": "blessés", "blessés": "morts", "tués": "blessés", "augmenter": "diminuer", "augmenté": "diminué",
    "gagné": "perdu", "perdu": "gagné", "remporté": "perdu", "accepté": "refusé", "refusé": "accepté", "ouverture": "fermeture", "fermeture": "ouverture",
    "majorité": "minorité", "début": "fin", "homme": "femme", "hommes": "femmes", "femme": "homme", "plus": "moins", "condamné": "acquitté", "adopté": "rejeté",
    "rejeté": "adopté", "droite": "gauche", "gauche": "droite", "construire": "détruire", "public": "privé", "autorisé": "interdit", "nouveau": "ancien",
    "nouvelle": "ancienne", "soutien": "opposition", "matin": "soir", "soir": "matin",
}  # fmt: skip
_SAY = r"(?:affirme(?:nt)?|a(?:vait)? affirmé|ont affirmé|déclare(?:nt)?|a(?:vait)? déclaré|ont déclaré|indique(?:nt)?|a indiqué|ont indiqué|annonce(?:nt)?|a annoncé|ont annoncé|estime(?:nt)?|a estimé|précise(?:nt)?|a précisé|explique(?:nt)?|a expliqué|assure(?:nt)?|a assuré|ajoute(?:nt)?|a ajouté|rappelle(?:nt)?|a rappelé|souligne(?:nt)?|a souligné|pense(?:nt)?|dit|a dit|ont dit|signale|a signalé|allègue|a allégué|soutient|prétend|révèle|a révélé)"


_PRONOUN = r"(?:Il|Elle|Ils|Elles|On|Ce|Cela|Nous|Vous|Je|Celui|Celle|Tout|Tous|Plusieurs|Certains)\b"


@dataclass(frozen=True, slots=True)
class Mutant:
    """A text with one fault planted: which kind, where (index of the text among those given), what it was and what it is."""

    kind: str
    index: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Context:
    """What a mutation may draw on: the whole source, its names, the other texts of the page."""

    source: str
    names: tuple[str, ...]
    texts: tuple[str, ...]


def _pick(seed: int, *parts: object) -> int:
    return int.from_bytes(hashlib.sha256("\0".join((str(seed), *map(str, parts))).encode()).digest()[:6], "big")


def _put(text: str, match: re.Match[str], new: str, group: int = 0) -> str:
    return text[: match.start(group)] + new + text[match.end(group) :]


def _outside_quotes(text: str, at: int) -> bool:
    return text[:at].count("«") == text[:at].count("»") and text[:at].count("“") == text[:at].count("”") and text[:at].count('"') % 2 == 0


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(text: str) -> str:
    return text if re.match(rf"{_NAME}", text) and not re.match(r"(?:Le|La|Les|Un|Une|Des|Il|Elle|Ils|Elles|Ce|Cette|Ces|En|Dans|Au|Aux|Du|De|Son|Sa|Ses|Selon|L|D)\b", text) else text[:1].lower() + text[1:]


def _number(text: str, context: _Context) -> list[str]:
    found: list[str] = []
    for match in re.finditer(r"\d+", text):
        value = match.group()
        if len(value) == 4 and value[:2] in ("19", "20"):
            continue
        new = str(int(value) + 3)
        if new not in re.findall(r"\d+", context.source):
            found.append(_put(text, match, new))
    for match in re.finditer(r"\b(?:" + "|".join(_NUMBERS) + r")\b", text):
        new = next(item for item in (*_NUMBERS[_NUMBERS.index(match.group()) + 1 :], "cent") if item not in context.source)
        found.append(_put(text, match, new))
    return found


def _name_foreign(text: str, context: _Context) -> list[str]:
    return [_put(text, match, name) for match in _NAMES.finditer(text) if len(match.group()) > 2 for name in _FOREIGN[:2] if name not in context.source]


def _name_other(text: str, context: _Context) -> list[str]:
    found: list[str] = []
    for match in _NAMES.finditer(text):
        if match.group() not in context.names:
            continue
        words = set(match.group().split())
        others = [name for name in context.names if not words & set(name.split()) and name.lower() not in text.lower() and (" " in name) == (" " in match.group())]
        found.extend(_put(text, match, name) for name in others[:3])
    return found


def _place(text: str, context: _Context) -> list[str]:
    return [
        _put(text, match, place, 1)
        for match in re.finditer(rf"\b(?:à|de|vers|près de|dans|en) ({_NAME})\b", text)
        for place in _PLACES[:2]
        if place not in context.source
    ]


def _date(text: str, context: _Context) -> list[str]:
    found = []
    for table in (_MONTHS, _DAYS):
        for match in re.finditer(r"\b(?:" + "|".join(table) + r")\b", text, re.IGNORECASE):
            new = table[(table.index(match.group().lower()) + 3) % len(table)]
            if new not in text.lower():
                found.append(_put(text, match, new))
    for match in re.finditer(r"\b(?:19|20)\d\d\b", text):
        new = str(int(match.group()) - 2)
        if new not in context.source:
            found.append(_put(text, match, new))
    return found


def _conditional(text: str, context: _Context) -> list[str]:
    return [_put(text, match, _CONDITIONALS[match.group()]) for match in re.finditer(r"\b(?:" + "|".join(_CONDITIONALS) + r")\b", text)]


def _negation_dropped(text: str, context: _Context) -> list[str]:
    found = []
    for match in re.finditer(r"\b([nN]e |[nN][’'])([^.,;«»]{1,40}?) (?:pas|plus|jamais)\b(?! que| qu[’'])", text):
        new = match.group(2)
        found.append(_put(text, match, _capital(new) if match.start() == 0 else new))
    found.extend(_put(text, match, "") for match in re.finditer(r"\bsans (?=[a-zà-ÿ])", text))
    return found


def _negation_added(text: str, context: _Context) -> list[str]:
    found = []
    for match in re.finditer(r"(?<=[\wà-ÿ] )(a|ont|est|sont|était|étaient|avait|avaient)( [a-zà-ÿ]+(?:é|ée|és|ées|i|is|u|us|t)\b)", text):
        if _outside_quotes(text, match.start()) and re.search(r"\b[nN](?:e |[’'])", text[max(0, match.start() - 12) : match.start()]) is None:
            particle = "n’" if match.group(1)[0] in "aeoéê" else "ne "
            found.append(_put(text, match, f"{particle}{match.group(1)} pas{match.group(2)}"))
    return found


def _attribution(text: str, context: _Context) -> list[str]:
    found = []
    match = re.search(rf"^([^,;:«»]{{3,90}}?) {_SAY}(?: [^,;:«»]{{0,25}})? qu(?:e |[’'])(.{{20,}})$", text)
    if match and text[match.start(2) :].count("«") == text[match.start(2) :].count("»"):
        found.append(_capital(match.group(2)))
    match = re.search(r"^(?:Selon|D[’']après) [^,]{2,80}, (.{20,})$", text)
    if match:
        found.append(_capital(match.group(1)))
    match = re.search(r"^(.{20,}?),? (?:selon|d[’']après) (?!lesquel|laquelle|lequel)[^,.;]{2,70}\.$", text)
    if match:
        found.append(match.group(1) + ".")
    match = re.search(rf"^([^«»]{{25,}}), {_SAY} [^,.;]{{2,60}}\.$", text)
    if match:
        found.append(match.group(1) + ".")
    return found


def _approximation(text: str, context: _Context) -> list[str]:
    return [
        _put(text, match, "")
        for match in re.finditer(r"\b(?:près de |environ |plus de |moins de |au moins |quelque |presque |jusqu[’']à |à peine )(?=\d|(?:" + "|".join((*_NUMBERS, "cent", "mille")) + r")\b)", text)
    ]


def _quotes(text: str) -> list[re.Match[str]]:
    return list(re.finditer(r"«[ \u00a0\u202f]*([^«»]{12,}?)[ \u00a0\u202f]*»", text))


def _quote_word(text: str, context: _Context) -> list[str]:
    found = []
    for match in _quotes(text):
        words = list(re.finditer(r"\b[a-zà-ÿ]{5,}\b", match.group(1)))
        for word in words[:4]:
            at = match.start(1) + word.start()
            found.append(text[:at] + "vraiment" + text[at + len(word.group()) :])
            found.append(text[:at] + text[at + len(word.group()) + 1 :])
    return found


def _quote_other(text: str, context: _Context) -> list[str]:
    found: list[str] = []
    for quote in _quotes(text):
        for match in _NAMES.finditer(text):
            if quote.start() <= match.start() < quote.end() or match.group() not in context.names:
                continue
            tail = text[quote.end() : match.start()]
            if not re.search(_SAY, text[: quote.start()] + tail):
                continue
            words = set(match.group().split())
            others = [name for name in context.names if not words & set(name.split()) and name not in text and " " in name]
            found.extend(_put(text, match, name) for name in others[:2])
    return found


def _cause(text: str, context: _Context) -> list[str]:
    found = []
    at = context.texts.index(text) if text in context.texts else -1
    for other in context.texts[at + 1 : at + 3] + context.texts[:1]:
        if other != text and text.endswith(".") and other.endswith(".") and len(text) + len(other) < 500 and not re.search(r"\bcar\b|parce que|donc", text + other):
            found.append(f"{text[:-1]}, car {_lower(other)}")
    return found


def _consequence(text: str, context: _Context) -> list[str]:
    found = []
    for match in re.finditer(r"(?<=[a-zà-ÿ] )(?:a|ont|est|sont) (?=[a-zà-ÿ]+(?:é|i|u|is|it)\b)", text):
        if _outside_quotes(text, match.start()) and "donc" not in text:
            found.append(_put(text, match, match.group() + "donc "))
    return found


def _contrast(text: str, context: _Context) -> list[str]:
    if re.match(r"(?:Mais|Cependant|Pourtant|Toutefois|Malgré|Néanmoins|«)", text) or re.search(r"\b(?:mais|cependant|pourtant|toutefois|malgré|alors que|néanmoins)\b", text, re.IGNORECASE):
        return []
    return [f"Pourtant, {_lower(text)}", f"Malgré cela, {_lower(text)}"]


def _judgement(text: str, context: _Context) -> list[str]:
    if text.startswith("«"):
        return []
    return [f"Heureusement, {_lower(text)}", f"Sans surprise, {_lower(text)}"]


def _roles(text: str, context: _Context) -> list[str]:
    found = []
    names = [match for match in re.finditer(rf"(?:(?<=^)|(?<=[ ’'])){_NAME}(?: {_NAME})*", text) if match.group() in context.names]
    for one, other in pairwise(names):
        between = text[one.end() : other.start()]
        if one.group() == other.group() or re.fullmatch(r",? (?:et|ou|à|de|-)? ?(?:l[’']|la |le |les )?", between) or re.search(r"[,;:«»()]", between) or len(between) > 60:
            continue
        if re.search(r"\b(?:a|ont|avait|est|accuse|accusent|bat|affronte|[a-zà-ÿ]+é)\b", between) and not re.search(r"\b(?:et|ou)\b", between):
            found.append(text[: one.start()] + other.group() + between + one.group() + text[other.end() :])
    return found


def _count(text: str, context: _Context) -> list[str]:
    found = []
    for match in re.finditer(r"\b([dD]es|[lL]es|[sS]es) (?=[a-zà-ÿ]{4,}s\b)", text):
        if not re.search(r"\b(?:quatorze|dix-sept)\b", context.source):
            article = "" if match.group(1).lower() == "des" else match.group(1) + " "
            new = article + "quatorze "
            found.append(_put(text, match, _capital(new) if match.start() == 0 else new))
    return found


def _assembled(text: str, context: _Context) -> list[str]:
    found = []
    head = re.match(rf"((?:L[’']|La |Le |Les )?{_NAME}(?: {_NAME})*) (?:a|ont|est|sont|avait|était) ", text)
    if head is None or re.match(_PRONOUN, text):
        return []
    for other in context.texts:
        match = re.match(rf"((?:L[’']|La |Le |Les )?{_NAME}(?: {_NAME})*) ((?:a|ont|est|sont|avait|était) .{{25,}})$", other)
        if match and other != text and not re.match(_PRONOUN, other) and not set(match.group(1).split()) & set(head.group(1).split()) and head.group(1) not in other:
            found.append(f"{head.group(1)} {match.group(2)}")
    return found


def _opposite(text: str, context: _Context) -> list[str]:
    return [
        _put(text, match, _OPPOSITES[match.group()])
        for match in re.finditer(r"\b(?:" + "|".join(_OPPOSITES) + r")\b", text)
        if _OPPOSITES[match.group()] not in text and not (match.group() == "plus" and re.search(r"\bn(?:e |[’'])[^.]{0,30}$", text[: match.start()])) and text[match.start() - 1 : match.start()] != "-"
    ]


def _quantifier(text: str, context: _Context) -> list[str]:
    table = {"certains": "tous les", "certaines": "toutes les", "plusieurs": "tous les", "quelques": "de très nombreux", "la plupart des": "tous les", "une partie des": "tous les", "de nombreux": "quelques", "de nombreuses": "quelques"}
    return [_put(text, match, table[match.group()]) for match in re.finditer(r"\b(?:" + "|".join(table) + r")\b", text)]


def _modality(text: str, context: _Context) -> list[str]:
    found = [_put(text, match, "") for match in re.finditer(r" (?:présumée?s?|prétendue?s?|peut-être|probablement|sans doute|soi-disant|éventuelle?s?|vraisemblablement)\b", text)]
    found += [_put(text, match, "est ") for match in re.finditer(r"\b(?:semble|paraît) (?:être )?(?=[a-zà-ÿ]+(?:é|ée|e|eux|if|ant|al|el|el)\b)", text)]
    return found


def _restriction(text: str, context: _Context) -> list[str]:
    found = [_put(text, match, "") for match in re.finditer(r" (?:seulement|uniquement|exclusivement|partiellement|provisoirement)\b", text)]
    match = re.search(r"\b(n[’']|ne )([a-zà-ÿ]+(?: [a-zà-ÿ]+)?) (?:que |qu[’'])", text)
    if match and not re.search(r"pas|plus|jamais|aucun", match.group()):
        found.append(_put(text, match, match.group(2) + " "))
    return found


def _stronger(text: str, context: _Context) -> list[str]:
    table = {
        "a indiqué": "a promis", "ont indiqué": "ont promis", "indique": "promet", "a déclaré": "a reconnu", "déclare": "admet", "pense": "prouve", "pensent": "prouvent", "estime": "prouve", "estiment": "prouvent",
        "affirme": "reconnaît", "affirment": "reconnaissent", "a affirmé": "a admis", "a accusé": "a démasqué", "ont accusé": "ont démasqué", "soupçonne": "prouve", "craint": "annonce", "a nié": "a reconnu", "nie": "reconnaît", "dément": "confirme",
        "propose": "impose", "demande": "impose", "a proposé": "a imposé", "a demandé": "a imposé",
    }  # fmt: skip
    return [
        _put(text, match, table[match.group()])
        for match in re.finditer(r"(?<=[\wà-ÿ] )(?:" + "|".join(sorted(table, key=len, reverse=True)) + r")\b", text)
        if _outside_quotes(text, match.start()) and re.search(r"\b(?:[lL]a|une|cette|sa|sur) $", text[: match.start()]) is None
    ]


def _unit(text: str, context: _Context) -> list[str]:
    table = {"millions": "milliards", "milliards": "millions", "kilomètres": "mètres", "mètres": "kilomètres", "%": "points", "heures": "jours", "jours": "mois", "mois": "ans", "ans": "mois", "euros": "dollars", "dollars": "euros", "minutes": "heures"}
    return [
        _put(text, match, table[match.group(1)], 1)
        for match in re.finditer(r"\d[\s\u00a0\u202f]*(" + "|".join(map(re.escape, table)) + r")(?!\w)", text)
        if table[match.group(1)] not in text
    ]


def _rank(text: str, context: _Context) -> list[str]:
    table = {"deuxième": "cinquième", "troisième": "sixième", "quatrième": "septième", "second": "sixième", "seconde": "sixième"}
    return [_put(text, match, table[match.group()]) for match in re.finditer(r"\b(?:" + "|".join(table) + r")\b", text)]


def _detail(text: str, context: _Context) -> list[str]:
    if not text.endswith(".") or len(text) < 40:
        return []
    return [text[:-1] + ", provoquant la colère des riverains.", text[:-1] + ", sous les applaudissements de la foule massée devant le bâtiment."]


def _invented_quote(text: str, context: _Context) -> list[str]:
    found = []
    if "«" in text:
        return []
    for match in re.finditer(rf"({_SAY}) qu(?:e |[’'])([^«»]{{20,}})\.$", text):
        found.append(f"{text[: match.start()]}{match.group(1)} : « Oui, {match.group(2)} ».")
    return found


def _hypothesis(text: str, context: _Context) -> list[str]:
    match = re.match(r"(?:Si |S[’']il|En cas de |Sous réserve d)[^,]{5,90}, (.{15,})$", text)
    return [_capital(match.group(1))] if match else []


def _categorical(text: str, context: _Context) -> list[str]:
    """Made a heading of what is only said: the claim without its speaker, as a title would put it."""
    found = []
    for claim in _attribution(text, context):
        words = claim.rstrip(".").split()
        if 5 <= len(words) <= 40:
            found.append("# " + claim.rstrip("."))
    match = re.match(r"(.{3,60}?) (?:est|sont) (?:soupçonnée?s?|accusée?s?) d(?:e |[’'])avoir (.{8,})\.$", text)
    if match:
        found.append(f"# {match.group(1)} a {match.group(2)}")
    return found


KINDS: dict[str, Callable[[str, _Context], list[str]]] = {
    "nombre changé": _number,
    "nom inventé": _name_foreign,
    "nom d’un autre": _name_other,
    "lieu changé": _place,
    "date changée": _date,
    "conditionnel perdu": _conditional,
    "négation perdue": _negation_dropped,
    "négation ajoutée": _negation_added,
    "attribution perdue": _attribution,
    "approximation perdue": _approximation,
    "citation altérée": _quote_word,
    "citation d’un autre": _quote_other,
    "citation inventée": _invented_quote,
    "cause ajoutée": _cause,
    "conséquence ajoutée": _consequence,
    "opposition ajoutée": _contrast,
    "jugement ajouté": _judgement,
    "rôles échangés": _roles,
    "compte inventé": _count,
    "phrase assemblée": _assembled,
    "mot contraire": _opposite,
    "quantité changée": _quantifier,
    "réserve perdue": _modality,
    "restriction perdue": _restriction,
    "engagement changé": _stronger,
    "unité changée": _unit,
    "rang changé": _rank,
    "détail inventé": _detail,
    "condition perdue": _hypothesis,
    "titre catégorique": _categorical,
}
"""The kinds of faults, by name."""


def names_of(source: str) -> tuple[str, ...]:
    """Return the names a source writes in mid-sentence, in the order of their first place."""
    return tuple(dict.fromkeys(match.group() for match in _NAMES.finditer(source) if len(match.group()) > 2))


def mutants(texts: Sequence[str], article: Article, seed: int = 0, kinds: Iterable[str] = tuple(KINDS), per_kind: int = 1) -> tuple[Mutant, ...]:
    """Return up to ``per_kind`` mutants of each kind for a page's sentences ``texts``; the source is ``article``. Same arguments, same mutants."""
    context = _Context(article.text, names_of(article.text), tuple(texts))
    found: list[Mutant] = []
    for kind in kinds:
        possible: list[tuple[int, Mutant]] = []
        for index, text in enumerate(texts):
            for after in KINDS[kind](text, context):
                clean = re.sub(r" {2,}", " ", after).strip()
                if clean != text and clean.lstrip("# ") not in article.text:
                    possible.append((_pick(seed, kind, index, clean), Mutant(kind, index, text, clean)))
        used: set[int] = set()
        for _, mutant in sorted(possible, key=lambda item: (item[0], item[1].after)):
            if mutant.index not in used and len(used) < per_kind:
                used.add(mutant.index)
                found.append(mutant)
    return tuple(found)
