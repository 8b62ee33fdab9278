"""The first time a block of the page names a person by a surname alone: a reader who begins there does not know who it is.

Of persons only, as the analysis found them: a club, a town, a firm or a party has no first name, and a child whom the press calls by a first name has been named.
"""

from __future__ import annotations

import re
from functools import lru_cache

from seo_fr.french.numbers import parse_number
from seo_fr.model import Analysis, Entity, Finding, Page
from seo_fr.rulebook import Rulebook

_RULE = "fidelite-nom-court"
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*\.?")
_PARTICLES = frozenset(["de", "du", "des", "d", "la", "le", "van", "von", "der", "den", "el", "al", "ben", "bin", "da", "dos", "di"])
_ELISION = re.compile(r"(?<![^\W\d_])(?<![-’'])([dljnscmt]|qu|jusqu|lorsqu|puisqu)[’']", re.IGNORECASE)
_ROMAN = re.compile(r"[IVX]+")
#: Words after which a name is no person's: « la loi Morel », « l’affaire Morel », « rue Morel ».
_NAMED_AFTER = frozenset(["boson", "théorème", "maladie", "syndrome", "effet", "échelle", "loi", "affaire", "rue", "avenue", "place", "boulevard", "lycée", "collège", "école", "stade", "prix", "rapport", "plan", "amendement", "gouvernement", "clan", "famille", "camp", "administration", "méthode", "frères", "sœurs", "époux"])
#: Nouns of what a family gives its name to.
_THINGS = frozenset(["groupe", "société", "entreprise", "fabricant", "constructeur", "maison", "garage", "magasin", "équipe", "marque", "atelier", "ateliers", "ferme", "brasserie", "domaine", "château", "cabinet", "institut", "fondation", "fonderie", "théâtre", "cirque", "imprimerie", "laboratoire", "laboratoires", "entrepôt", "usine", "hôtel", "hôpital", "restaurant", "boulangerie"])


def short_names(page: Page, analysis: Analysis, book: Rulebook) -> tuple[Finding, ...]:
    """Return a warning for each passage around the body that is the first of its block to name a person, and does so by the surname alone."""
    people = _people(analysis, book)
    found: list[Finding] = []
    for block in page.blocks:
        if block.kind in ("section", "glossary"):
            continue
        seen: set[str] = set()
        if block.heading is not None:
            seen.update(family for family, firsts in people.items() if _named(block.heading.text, family, firsts) is True)
        for passage in block.passages:
            for family, firsts in people.items():
                named = _named(passage.text, family, firsts) if family not in seen else None
                if named is None:
                    continue
                seen.add(family)
                if not named:
                    found.append(Finding(_RULE, "warning", passage.id, f"« {family} » est nommé sans son prénom la première fois que ce bloc en parle.", family))
    return tuple(found)


def _people(analysis: Analysis, book: Rulebook) -> dict[str, frozenset[str]]:
    """The surnames of the article's persons, each with the words that stand before it in the full names."""
    text = analysis.article.text
    given, titles = _lexicon(book)
    others = {word for entity in analysis.entities if entity.kind != "person" for word in _WORD.findall(entity.name.of(text))}
    found: dict[str, set[str]] = {}
    for entity in analysis.entities:
        words = _full_name(entity, text, titles)
        if len(words) < 2:
            continue
        family = words[-1]
        if _ROMAN.fullmatch(family) or family in others or (family in given and words[0] not in given) or parse_number(family) is not None:
            continue
        if _names_a_thing(text, family):
            continue
        found.setdefault(family, set()).update(word for word in words[:-1] if word == words[0] or word.lower() not in _PARTICLES)
    return {family: frozenset(firsts) for family, firsts in found.items()}


def _names_a_thing(text: str, family: str) -> bool:
    """Whether the article also calls a firm or a building by the name (« le fabricant de fours Morel », « chez Morel »)."""
    nouns = "|".join(sorted(_THINGS))
    return re.search(rf"\b(?:chez|(?:{nouns})(?: (?:de |d['’])[\w-]+)?) {re.escape(family)}\b", text) is not None


def _full_name(entity: Entity, text: str, titles: frozenset[str]) -> list[str]:
    if entity.kind != "person":
        return []
    words = _WORD.findall(entity.name.of(text).replace("'", "’"))
    while words and (words[0] in titles or words[0].lower() in titles):
        words = words[1:]
    return words if all(word[:1].isupper() or word.lower() in _PARTICLES for word in words) else []


def _named(text: str, family: str, firsts: frozenset[str]) -> bool | None:
    """Whether the first place of ``text`` that names the person does so in full (or by a title, « M. Morel »); None where it names nobody."""
    text = _ELISION.sub(r"\1 ", text)
    words = list(_WORD.finditer(text))
    for at, match in enumerate(words):
        if match.group().rstrip(".") != family:
            continue
        before = [word.group() for word in words[max(0, at - 4) : at]]
        after = words[at + 1] if at + 1 < len(words) else None
        while before and before[-1].lower() in _PARTICLES and before[-1] not in firsts:
            before.pop()
        previous = before[-1] if before else ""
        if previous.lower() in _NAMED_AFTER or (after is not None and after.start() == match.end() + 1 and after.group()[:1].isupper() and text[match.end()] in " \u00a0-"):
            continue  # another name that begins or ends with this word
        return previous in firsts or previous.rstrip(".") in _CIVIL or bool(re.fullmatch(r"[A-ZÀ-Ý]\.", previous))
    return None


_CIVIL = frozenset(["M", "MM", "Mme", "Mmes", "Mlle", "Me", "Dr", "Pr", "Mgr", "juge", "général", "colonel", "commandant", "capitaine", "prince", "princesse", "roi", "reine", "pape", "saint", "sainte", "lord", "sir"])


@lru_cache(maxsize=8)
def _lexicon(book: Rulebook) -> tuple[frozenset[str], frozenset[str]]:
    given = frozenset(str(name) for rule in book.of_kind("first-names") for name in rule.data["names"])
    titles = frozenset(str(word) for rule in book.of_kind("person-titles") for word in rule.data["words"])
    return given, titles


__all__ = ["short_names"]
