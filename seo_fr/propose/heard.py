"""Whose words are worth a line: a voice that the page can present, and a quotation that says something to who has not heard what went before."""

from __future__ import annotations

import re

from seo_fr.french.words import count_words
from seo_fr.model import Entity
from seo_fr.propose.block_words import listed_as
from seo_fr.propose.describe import descriptions
from seo_fr.propose.score import stem, stems
from seo_fr.propose.source import Source, plain

#: Words of a quotation from which it says something whatever its words.
FULL_QUOTE = 16
#: All that some witnesses have beside their name.
_AGE = re.compile(r"\d+\sans")
_LEANS = re.compile(r"(?i)(?:dans ce contexte|dans ces conditions|dans ce cas|à ce propos|par ailleurs|de plus|pour (?:autant|cela|ça))\b")
_THAT = re.compile(r"(?i)(?<![\w'])(?:cela|ça)(?!\w)")


def says_something(words: str) -> bool:
    """Return whether a quotation tells something by itself: not « Nous verrons bien », « Il faut agir », « On nous a dit que cela coûtait trop cher »."""
    flat = plain(words).strip()
    if _LEANS.match(flat):
        return False
    if count_words(words) >= FULL_QUOTE:
        return True
    if _THAT.search(flat):
        return False
    hollow = {stem(word) for word in listed_as("hollow")}
    return len({found for found in stems(words) if len(found) > 3 and found not in hollow}) >= 3


#: « L’établissement public », « la société »: a body that another sentence names.
_BODY_ALONE = re.compile(r"(?i)(?:le |la |l')(?:établissement|organisme|institution|entreprise|société|groupe|agence|association|organisation|compagnie|opérateur|exploitant|constructeur|fabricant|équipementier|structure|instance|autorité|enseigne|distributeur|intéressée?|élue?|édile|homme|femme|jeune homme|jeune femme|(?:quinqua|quadra|sexa|septua|octo)génaire|trentenaire|entraîneure?|entraîneuse|gardienne?|arrière|attaquante?|capitaine|conductrice|conducteur)(?: [a-zà-ÿ-]+)?")


def says_who(label: str) -> bool:
    """Return whether the label of a line says who speaks: no bare noun for what another sentence names (« L’établissement public »)."""
    return _BODY_ALONE.fullmatch(plain(label).strip()) is None


def is_presented(source: Source, entity: Entity, text: str) -> bool:
    """Return whether a reader of the page knows who speaks: the title or the first sentence names him, ``text`` says who he is, or the source does so that the page can say it."""
    if entity.kind != "person":
        return True
    name = entity.name.of(source.text)
    title = source.analysis.article.title
    if title is not None and name.split()[-1] in title.of(source.text) or any(mention.sentence == source.first_sentence for mention in entity.mentions):
        return True
    described = descriptions(source, entity)
    if any(_AGE.fullmatch(one.text) is None for one in described):
        return True
    if described:  # her age alone does not say who she is
        first = source.analysis.paragraphs[source.first_paragraph].span
        return any(first.covers(mention.span) for mention in entity.mentions)
    return any(
        re.match(r",? (?:un |une |le |la |l’|qui |dont |âgée? )", text[found.end() :]) is not None or re.search(r"(?:(?<!\w)[Ll][ea] |[Ll]’|[Uu]ne? )[\w’' -]{5,},? $", text[: found.start()]) is not None
        for found in re.finditer(re.escape(name), text)
    )


__all__ = ["is_presented", "says_something", "says_who"]
