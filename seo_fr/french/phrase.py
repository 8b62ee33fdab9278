"""Surface forms of a phrase put into a template: « de », « à », « que », articles, possessives, capitals, lists.

Each function takes the phrase as the source writes it and returns the French form, or None where no form is certain.
"""

from __future__ import annotations

import re

from seo_fr.french.elision import contract, elides, join
from seo_fr.french.toponyms import en_pays, keeps_capital_article, toponym
from seo_fr.french.words import first_word, fold, listed
from seo_fr.model import Grammar

__all__ = [
    "a", "capitalise_first", "de", "decapitalise_first", "demonstrative", "en_pays", "listing", "par", "possessive", "que", "si", "with_article", "without_article",
]  # fmt: skip

_DETERMINERS = frozenset(
    listed("""un une des ce cet cette ces son sa ses leur leurs mon ma mes ton ta tes notre nos votre vos chaque plusieurs quelques quelque certains certaines certain certaine aucun aucune nul nulle
    tout toute tous toutes deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent mille dix-sept dix-huit dix-neuf quel quelle quels quelles
    autre autres tel telle tels telles différents différentes divers diverses maints beaucoup peu""")
)
_FUNCTION_WORDS = _DETERMINERS | frozenset(
    listed("""il elle on ils elles je tu nous vous ceci cela ça celui celle ceux celles qui que quoi dont où lequel laquelle rien personne chacun chacune quiconque
    à après avant avec chez contre dans depuis derrière dès devant durant en entre envers hors jusque malgré outre par parmi pendant pour sans sauf selon sous suivant sur vers via voici voilà concernant afin grâce face faute près loin
    et ou mais donc or ni car si comme quand lorsque puisque quoique bien alors ainsi aussi cependant toutefois néanmoins pourtant enfin ensuite puis d’abord désormais actuellement aujourd’hui hier demain déjà encore toujours jamais
    également notamment par-dessus ici là y se ne pas plus moins très trop parce lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre environ presque
    quasiment seul seule seuls seules même pourquoi comment combien tandis quant afin parmi hormis outre lors""")
)
_CERTAIN_SUFFIX = re.compile(r"(?:tion|sion|ment|ité|isme|age|ure|ance|ence|isation|ations|sions|ments|ités)s?$")


def capitalise_first(text: str) -> str:
    """Return ``text`` with its first letter as a capital, accents kept, opening quotes looked through; a first word with an inner capital (« iPhone ») is kept."""
    found = re.match(r"[\s«“\"„‹(\[]*", text)
    at = found.end() if found else 0
    if at >= len(text) or not text[at].islower():
        return text
    word = first_word(text)
    if any(c.isupper() for c in word[1:]) and "-" not in word:
        return text
    return text[:at] + text[at].upper() + text[at + 1 :]


def _capital_article(text: str, name: bool) -> str | None:
    """Lower a leading « Le, La, Les, L’ » unless it belongs to a name; None if that cannot be told."""
    found = re.match(r"(?:(Le|La|Les) |(L)[’'])(\S?)", text)
    if not found:
        return text
    following = text[found.end() - 1 : found.end()]
    if not following.isupper() and following not in "«“\"":
        return text[0].lower() + text[1:]
    keeps = keeps_capital_article(text)
    if keeps is None:
        if found.group(2) and not name:
            return "l" + text[1:]  # the newspapers and towns in L’ are a closed list
        rest = re.split(r"[\s’',]", text[found.end() - 1 :])[0]
        from seo_fr.french.lexicon import plural_nouns

        if rest in plural_nouns() and toponym(rest) is None:
            return text[0].lower() + text[1:]  # an inhabitant, capital in the lexicon too: « Les Kurdes »
        if re.fullmatch(r"[A-ZÀ-Ý0-9]{2,}", rest):
            return text[0].lower() + text[1:]  # an acronym: « La SNCF »
        return None
    return text if keeps else text[0].lower() + text[1:]


def decapitalise_first(text: str, name: bool = False) -> str | None:
    """Return ``text`` as it reads inside a sentence: a leading article, determiner or common word is lowered, a name or acronym never.

    ``name`` says that the phrase is a name (« Le Pen », « La Rochelle »), whose article is lowered only when known to be no part of it. None where a word may be either (« Pierre a… », « Le Fooville »).
    """
    at = len(text) - len(text.lstrip("«“\"„‹([ \u00a0\u202f"))
    lead, body = text[:at], text[at:]
    if not body or not body[0].isupper():
        return text
    if lead.strip():
        return text  # a quotation keeps its own capital
    if re.match(r"(?:(?:Le|La|Les) |L[’'])", body):
        return _capital_article(body, name)
    if name:
        return body
    word = first_word(body)
    low = word.lower().replace("'", "’")
    rest = body[len(word) :].lstrip()
    if len(word) > 1 and word[1:] != word[1:].lower():
        return body  # acronym or inner capital: « ONU », « McDonald »
    bare = low.rstrip("’")
    if low.endswith("’") and bare in ("d", "j", "n", "s", "c", "qu", "jusqu", "lorsqu", "puisqu", "aujourd", "m", "t"):
        if rest[:1].isupper() and low == "d’":
            return None
        return body[0].lower() + body[1:]
    if low in ("de", "du", "des", "par", "or", "mars", "mai", "avril", "sous") and rest[:1].isupper() and low not in ("des", "par", "sous"):
        return None
    if low in ("de", "du", "au", "aux") or low in _FUNCTION_WORDS:
        return body[0].lower() + body[1:]
    if toponym(word) is not None or toponym(" ".join(body.split()[:2])) is not None:
        return body
    return _common_word(body, low, rest)


_NAMES_LIKE_PARTICIPLES = frozenset(listed("aimé désiré rené doré barré carré ménager vu bonnet prévert"))
_AFTER_PARTICIPLE = frozenset(listed("par en de du des à au aux dans sur lors pour après avec hier sous depuis ce cette il elle d contre chez entre vers lundi mardi mercredi jeudi vendredi samedi dimanche selon l"))


def _common_word(body: str, low: str, rest: str) -> str | None:
    """Lower a first word that is neither article nor determiner, where it cannot be a name; keep one that the lexicon does not know; None in between."""
    from seo_fr.french.lexicon import finite_readings, is_adjective, is_function_word, participle_readings, plural_nouns
    from seo_fr.french.numbers import parse_number

    lowered = body[0].lower() + body[1:]
    following = re.split(r"[\s’',]", rest)[0]
    noun = low in plural_nouns() or is_adjective(low)
    if (is_function_word(low) and not noun) or parse_number(low) is not None:
        return lowered
    if low.endswith("ment") and low != "clément" and (following[:1].islower() or rest.startswith(",")):
        return lowered
    if re.fullmatch(r"\w+ant", low) and not noun and _is_present_participle(low):
        return lowered  # a present participle
    if participle_readings(low) and low not in _NAMES_LIKE_PARTICIPLES and following in _AFTER_PARTICIPLE:
        return lowered
    common = noun or participle_readings(low) or finite_readings(low) or is_function_word(low)
    if not common:
        return body
    if rest[:1].isupper():
        return body if noun and not participle_readings(low) else None
    return lowered if _CERTAIN_SUFFIX.search(low) and low != "clément" and rest[:1].islower() else None


def _is_present_participle(low: str) -> bool:
    from seo_fr.french.lexicon import finite_readings

    return bool(finite_readings(low[:-3] + "ons")) or low in ("étant", "ayant", "sachant")


def de(noun_phrase: str, grammar: Grammar | None = None, kind: str = "") -> str | None:
    """Return « de » with a noun phrase: « du Mali », « d’Iran », « des élus » (« les élus »), « d’élus » (« des élus »); ``kind`` as in :func:`seo_fr.french.elision.contract`."""
    inner = _inside(noun_phrase, kind)
    if inner is None:
        return None
    found = re.match(r"(?:des|du|de la|de l[’'])\s?(?=\S)", inner)
    if found:  # an indefinite or partitive article gives way after « de »
        return join("de", inner[found.end() :])
    if re.match(r"d[’']|de ", inner):
        return inner
    return contract("de", inner, kind)


def a(noun_phrase: str, grammar: Grammar | None = None, kind: str = "") -> str | None:
    """Return « à » with a noun phrase: « au Mali », « aux élus », « à l’Iran », « à La Rochelle »."""
    inner = _inside(noun_phrase, kind)
    return None if inner is None else contract("à", inner, kind)


def par(noun_phrase: str, grammar: Grammar | None = None, kind: str = "") -> str | None:
    """Return « par » with a noun phrase as it reads inside a sentence."""
    inner = _inside(noun_phrase, kind)
    return None if inner is None else f"par {inner}"


def _inside(noun_phrase: str, kind: str) -> str | None:
    if not noun_phrase.strip():
        return None
    if kind in ("place", "title") and re.match(r"(?:(?:Le|La|Les) |L[’'])", noun_phrase):
        keeps = keeps_capital_article(noun_phrase)
        return noun_phrase[0].lower() + noun_phrase[1:] if keeps is False else noun_phrase
    return noun_phrase if kind == "person" else decapitalise_first(noun_phrase)


def que(clause: str) -> str | None:
    """Return « que » with a clause as it reads inside a sentence: « qu’il », « que la Russie », « qu’Emmanuel Macron »."""
    inner = decapitalise_first(clause)
    return None if inner is None else join("que", inner)


def si(clause: str) -> str | None:
    """Return « si » with a clause: « s’il », « si elle », « si le Mali »."""
    inner = decapitalise_first(clause)
    return None if inner is None else join("si", inner)


def without_article(noun_phrase: str) -> str:
    """Return a noun phrase without its leading article (« l’Iran » → « Iran », « une attaque » → « attaque »); an article that belongs to a name stays."""
    if noun_phrase[:1].isupper() and keeps_capital_article(noun_phrase):
        return noun_phrase
    return re.sub(r"^(?:(?:le|la|les|un|une|des|du) |de la |de l[’']|l[’'])(?=\S)", "", noun_phrase, count=1, flags=re.IGNORECASE)


def with_article(name: str) -> str | None:
    """Return a country, region or département with its article (« l’Iran », « la Russie », « les États-Unis », « Cuba »); None if not known."""
    entry = toponym(name)
    if entry is None:
        return None
    if name[:1].islower() or not entry.article or re.match(r"(?:(?:Le|La|Les) |L[’'])", name):
        return name
    return f"{entry.article}{name}" if entry.article.endswith("’") else f"{entry.article} {name}"


def possessive(noun: str, gender: str, number: str, owners: str = "s") -> str | None:
    """Return « son, sa, ses, leur, leurs » with a noun (« son arme » before a vowel); None where gender or number is not known and matters."""
    if number == "p":
        return f"{'ses' if owners == 's' else 'leurs'} {noun}"
    if number != "s":
        return None
    if owners != "s":
        return f"leur {noun}"
    if gender == "m" or (gender == "f" and elides(noun)):
        return f"son {noun}"
    return f"sa {noun}" if gender == "f" else (f"son {noun}" if elides(noun) else None)


def demonstrative(noun: str, gender: str, number: str) -> str | None:
    """Return « ce, cet, cette, ces » with a noun (« cet homme », « ce héros »); None where gender or number is not known and matters."""
    if number == "p":
        return f"ces {noun}"
    if number != "s" or gender not in ("m", "f"):
        return None
    return f"cette {noun}" if gender == "f" else f"{'cet' if elides(noun) else 'ce'} {noun}"


def listing(items: tuple[str, ...] | list[str], conj: str = "et") -> str:
    """Return items as a French list: « A », « A et B », « A, B et C ». With « ni » the conjunction stands before each. Items that hold « et » are parted by commas and « ainsi que »."""
    kept = [item for item in items if item]
    if len(kept) < 2:
        return kept[0] if kept else ""
    if conj == "ni":
        return "ni " + " ni ".join(kept)
    if conj == "et" and any(re.search(r"\set\s", fold(item)) for item in kept):
        conj = "ainsi que"
    return f"{', '.join(kept[:-1])} {conj} {kept[-1]}"
