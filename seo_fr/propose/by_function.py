"""People in headings: known from the source's title, shown with what they are, or called by it: « La présidente de l’agglomération refuse d’intervenir ».

A name that the reader meets for the first time in a heading tells nothing. What the source calls the person, with its complement, tells more than the name.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from seo_fr.edits import apply_edits, in_order
from seo_fr.french.elision import elides
from seo_fr.french.toponyms import toponym
from seo_fr.french.typography import typeset
from seo_fr.french.words import low
from seo_fr.model import Edit, Entity, Keyphrase
from seo_fr.propose.block_words import listed_as
from seo_fr.propose.describe import Description, descriptions
from seo_fr.propose.headlines import Headline
from seo_fr.propose.source import Source
from seo_fr.rulebook import Rulebook, load

#: The rule of the edits that put a function in the place of a name; the fidelity check knows it by this name.
BY_FUNCTION = "fonction-pour-nom"
#: Offices that one holds alone: « la présidente de l’agglomération »; of the others there are several: « un député de la Vienne ».
_ALONE = re.compile(
    r"(?:premi(?:er|ère) ministre|(?:co|ex-)?présidente?|directeur|directrice|maire|ministre|préfète?|procureure?|porte-parole|secrétaire (?:générale?|d['’]État|nationale?|exécuti(?:f|ve))|cheff?e?|patronn?e?"
    r"|entraîneu(?:r|re|se)|sélectionneu(?:r|se)|capitaine|PDG|gouverneure?|roi|reine|pape|archevêque|évêque|imam|avocate?|commandante?|rapporteure?|rapporteuse|fonda(?:teur|trice)|propriétaire|ambassad(?:eur|rice)|trésori(?:er|ère)|dirigeante?|haut-commissaire|commandant)(?![\w-])",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"(?i)(?:premi(?:er|ère) (?!ministre)|vice-|ex-|anciens?|anciennes?|adjoint)")
_COMPLEMENT = re.compile(r"(?<!\w)(?:de|du|des|à|au|aux|en) \w|(?<!\w)d['’]\w")


def people_named(source: Source, text: str) -> tuple[Entity, ...]:
    """Return the people whom ``text`` names, by full name or by its last word; not the namesake of somebody whose full name stands there."""
    names = (typeset(" ".join(entity.name.of(source.text).split())) for entity in source.analysis.entities if entity.kind == "person")
    whole = [name for name in names if " " in name and name in text]
    found = []
    for entity in source.analysis.entities:
        if entity.kind != "person":
            continue
        name = typeset(" ".join(entity.name.of(source.text).split()))
        rest = text
        for other in whole:
            rest = rest if other == name else rest.replace(other, " ")
        if any(re.search(rf"(?<![\w-]){re.escape(form)}(?![\w-])", rest) for form in dict.fromkeys((name, name.split(" ")[-1])) if len(form) > 2):
            found.append(entity)
    return tuple(found)


def in_title(source: Source, entity: Entity) -> bool:
    """Return whether the source's title names the person: then the page's reader knows who is meant."""
    title = source.analysis.article.title
    if title is None:
        return False
    surname = entity.name.of(source.text).split()[-1]
    return any(title.covers(mention.span) for mention in entity.mentions) or re.search(rf"(?<![\w-]){re.escape(surname)}(?![\w-])", title.of(source.text)) is not None


def shown(source: Source, entity: Entity, text: str) -> bool:
    """Return whether ``text`` says who the person is, beside the name."""
    flat = low(text)
    surname = low(entity.name.of(source.text).split()[-1])
    at = flat.find(surname)
    around = flat[max(0, at - 60) : at + 90]
    for span in entity.functions:
        words = [word for word in re.findall(r"[\w-]+", low(span.of(source.text))) if word not in ("le", "la", "l", "les", "un", "une", "son", "sa", "leur", "ancien", "ancienne")]
        if words and re.search(rf"(?<![\w-]){re.escape(words[0])}(?![\w-])", around):
            return len(words) > 1 or words[0] not in ("président", "présidente", "directeur", "directrice", "entraîneur", "ministre", "maire", "chef", "avocat", "avocate", "porte-parole")
    before = text[: max(0, at)]
    return re.search(r"(?:\b[Ll][ea] |[Ll]['’])[A-ZÉ][\w-]+ (?:[\w'’-]+ )?$", before) is not None  # « l’Espagnole Marta Ibarra »


def identified(source: Source, text: str) -> bool:
    """Return whether everybody whom ``text`` names is in the source's title, or is shown with what she is."""
    return all(in_title(source, entity) or shown(source, entity, text) for entity in people_named(source, text))


def called(source: Source, entity: Entity) -> tuple[str, ...]:
    """Return what the person may be called in the place of the name, with the article, best first: only what says of what she is it."""
    made: list[str] = []
    for description in descriptions(source, entity):
        text = _called(source, entity, description)
        if text is not None and text not in made:
            made.append(text)
    return tuple(made)


def _called(source: Source, entity: Entity, description: Description) -> str | None:
    words = description.span.of(source.text)
    text = description.text
    if re.search(r"(?i)^(?:qui|un|une)\b", text) or not _COMPLEMENT.search(text) or len(text) > 46:
        return None
    if description.before:
        return text
    gender = entity.gender or ("f" if re.match(r"(?i)(?:la|une|sa)\s", words) else "m" if re.match(r"(?i)(?:le|un)\s", words) else "")
    if not gender:
        return None
    alone = (_ALONE.match(text) is not None and not _SEVERAL.match(text)) or re.match(r"(?i)(?:le|la|sa|son|leur)\s|l['’]", words) is not None
    if re.match(r"(?i)une?\s", words):
        alone = False
    if not alone:
        return ("une " if gender == "f" else "un ") + text
    return "l’" + text if elides(text.split(" ")[0]) else ("la " if gender == "f" else "le ") + text


def by_function(source: Source, line: Headline) -> Headline | None:
    """Return the headline as it is where everybody in it is known or shown; else with the one who is not called by her function; None where the source gives none."""
    strangers = [entity for entity in people_named(source, line.text) if not in_title(source, entity) and not shown(source, entity, line.text) and not _heads_state(entity, source, line.text)]
    if not strangers:
        return line
    if len(strangers) > 1:
        return None
    entity = strangers[0]
    for text in called(source, entity):
        made = _replaced(source, line, entity, text)
        if made is not None:
            return made
    return None


_CHARGED = re.compile(r"(?i)(?<!\w)(?:auteur|meurtri|assassin|tueur|suspect|coupable|violeur|complice|terroriste|voleur|escroc)")


def _heads_state(entity: Entity, source: Source, text: str) -> bool:
    """Return whether the full name stands right behind an office of which a country has one: « le président Anna Morel » above the article's own text."""
    name = typeset(" ".join(entity.name.of(source.text).split()))
    if " " in name and re.match(rf"{re.escape(name)}(?:, \d+ ans,)? (?:est|devient|était) (?:une?|l[ea]|l’) ?(?!\w*(?:er|ère|ième) )\w", text) and not _CHARGED.search(text):
        return True  # « Anne Morel est une ingénieure du port »: the heading says who she is
    return " " in name and re.search(rf"(?:[Ll]e |[Ll]a |[Ll]['’]ex-)(?:présidente?|pape|roi|reine|chanceli(?:er|ère)|[Pp]remi(?:er|ère) ministre) {re.escape(name)}(?![\w-])", text) is not None


def _replaced(source: Source, line: Headline, entity: Entity, text: str) -> Headline | None:
    """Return the headline with ``text`` in the place of the name that opens it, or stands behind « selon », « par », « contre »."""
    name = typeset(" ".join(entity.name.of(source.text).split()))
    edits = list(line.edits)
    dropped = max((edit.span.end for edit in edits if edit.kind == "drop" and edit.span.start == line.span.start), default=line.span.start)
    for number, edit in enumerate(edits):
        if edit.kind == "reference" and edit.after.strip() == name and edit.span.start == dropped:
            edits[number] = Edit("reference", BY_FUNCTION, edit.span, _capital(text) + edit.after[len(edit.after.rstrip()) :])
            return _made(source, line, edits)
    for mention in entity.mentions:
        if mention.form == "pronoun" or not line.span.covers(mention.span) or any(edit.span.overlaps(mention.span) for edit in edits if edit.kind != "case"):
            continue
        opens = mention.span.start == dropped
        if not opens and re.search(r"\b(?:[Ss]elon|par|contre|avec|et) $", source.text[max(line.span.start, mention.span.start - 8) : mention.span.start]) is None:
            continue
        if re.match(r"[,(]", source.text[mention.span.end : mention.span.end + 2].strip()) and not any(edit.kind == "drop" and edit.span.start in (mention.span.end, mention.span.end + 1) for edit in edits):
            continue
        kept = [edit for edit in edits if not edit.span.overlaps(mention.span)]
        return _made(source, line, [*kept, Edit("reference", BY_FUNCTION, mention.span, _capital(text) if opens else text)])
    return None


def _made(source: Source, line: Headline, edits: list[Edit]) -> Headline | None:
    try:
        ordered = in_order(edits)
        text = apply_edits(source.text, line.span, ordered)
    except ValueError:
        return None
    return replace(line, text=text, edits=ordered, cost=line.cost + 2)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def calls_person(source: Source, book: Rulebook, keyphrase: Keyphrase) -> bool:
    """Return whether the keyphrase is a noun for a person (« animateur de studio ») or a country: no subject to put before a colon. A full name is one."""
    if any(entity.kind == "person" and any(mention.form == "full" and mention.span.overlaps(span) for mention in entity.mentions) for entity in source.analysis.entities for span in keyphrase.spans):
        return False
    words = [word.lower() for word in keyphrase.text.split()]
    if words and words[0] in ("ancien", "ancienne", "ex", "nouveau", "nouvelle"):
        words = words[1:]
    return bool(words) and words[0] in callings(book) or toponym(keyphrase.text) is not None


def labels_nobody(source: Source, words: str) -> bool:
    """Return whether the keyphrase may stand before what others say or what comes next: it is no person, no group of people and no lone place."""
    flat = typeset(words).lower()
    first = flat.split(" ")[0].removeprefix("ex-")
    people = callings(load()) | listed_as("people")
    if first in people or re.sub(r"s$", "", first) in people or re.sub(r"(?:ne|le|e)?s$", "", first) in people:
        return False
    return not any(entity.kind in ("person", "place", "country") and typeset(mention.span.of(source.text)).lower() == flat for entity in source.analysis.entities for mention in entity.mentions if mention.form != "pronoun")


@lru_cache(maxsize=4)
def callings(book: Rulebook) -> frozenset[str]:
    """Return the functions and callings of the rules."""
    return frozenset(word for rule in book.of_kind("function-nouns") for word in rule.data.get("words", ()))


__all__ = ["BY_FUNCTION", "by_function", "called", "callings", "calls_person", "identified", "in_title", "labels_nobody", "people_named", "shown"]
