"""« Ce drame », « cette victoire » where title or first sentence tells of it: the reader of the page knows which. Rules: rules/evenements-repris.yaml, role «same-event»."""

from __future__ import annotations

import re
from functools import lru_cache

from seo_fr.model import Clause, Edit, Span, Token
from seo_fr.propose.source import Source, in_quotes, plain
from seo_fr.rulebook import Rulebook, load

#: What may bring in another event of the same sort, at another time.
_ANOTHER = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:l'an (?:dernier|passe)|l'annee (?:derniere|precedente|passee)|il y a (?:\w+ ){1,2}(?:ans|mois|semaines)|precedente?s?|un autre|une autre|deja (?:ete|eu|connu|subi|perdu|gagne)|la semaine (?:derniere|passee|precedente)|le mois (?:dernier|precedent)|a l'epoque|autrefois|jadis)\b"
)
_PLAIN_ACCENTS = str.maketrans("éèêëàâäîïôöûüùç", "eeeeaaaiioouuuc")


@lru_cache(maxsize=4)
def _groups(book: Rulebook) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(plain(str(word)) for word in rule.data["words"]) for rule in book.of_kind("standing-words") if rule.data["role"] == "same-event")


def kin_of(noun: str) -> frozenset[str]:
    """Return, plain, the words by which a text may have told of the event that ``noun`` takes up; none where the noun names no event."""
    return frozenset(word for group in _groups(load()) if plain(noun) in group for word in group)


def told_as_news(source: Source, clause: Clause, noun: Token) -> bool:
    """Return whether the title or the first sentence tells of the event that ``noun`` takes up in a later sentence, no other of its sort and no other time standing near before."""
    kin = kin_of(noun.span.of(source.text))
    if not kin or clause.sentence == source.first_sentence:
        return False
    sentences = source.analysis.sentences
    title = source.analysis.article.title
    news = [sentences[source.first_sentence].span, *([title] if title is not None else [])]
    if not any({plain(token.span.of(source.text)), plain(token.lemma)} & kin for span in news for token in source.tokens_in(span)):
        return False
    for number in range(max(source.first_sentence + 1, clause.sentence - 2), clause.sentence + 1):
        if _ANOTHER.search(plain(sentences[number].span.of(source.text)).translate(_PLAIN_ACCENTS)):
            return False
    return _brought_in(source, clause, kin) < 2


def _brought_in(source: Source, clause: Clause, kin: frozenset[str]) -> int:
    """Return how many times the article brings in an event of the sort before the clause: « un accident », « deux attaques », without the first sentence."""
    stop = source.analysis.sentences[clause.sentence].span.start
    start = source.analysis.sentences[source.first_sentence].span.end
    tokens = source.tokens_in(Span(start, stop)) if start < stop else ()
    return sum(
        2 if plain(tokens[at - 1].span.of(source.text)) not in ("un", "une") else 1
        for at, token in enumerate(tokens)
        if at and token.pos == "NOUN" and plain(token.span.of(source.text)) in kin and (plain(tokens[at - 1].span.of(source.text)) in ("un", "une", "autre", "autres") or tokens[at - 1].pos == "NUM")
    )


#: What happened then is told by when it happened.
OF_ITS_TIME = frozenset(["toll", "death", "injury", "arrest"])
#: « Avec cette victoire, le club remonte… »: what happened brought it about, and the page tells it above.
_THANKS_TO = re.compile(r"(?:avec|grâce à|après|à la suite de|suite à|à l'issue de) (?:cet?|cette|ces) \w+, ", re.IGNORECASE)


def thanks_to(source: Source, clause: Clause) -> Edit | None:
    """Return the edit that drops « Avec cette victoire, » from before a fact that is true without; None where the page does not tell of that event above."""
    if clause.subject is None or clause.subject_kind not in ("name", "noun"):
        return None
    opening = source.text[clause.span.start : clause.verb.start].replace("’", "'").replace("\u00a0", " ")
    found = _THANKS_TO.match(opening)
    if found is None or re.match(r"[A-ZÀ-Ý]|(?:l[ea]s? |l')", opening[found.end() :]) is None or clause.kind in OF_ITS_TIME:
        return None
    lead = Span(clause.span.start, clause.span.start + found.end())
    noun = next((token for token in source.tokens_in(lead) if token.pos == "NOUN"), None)
    if noun is None or in_quotes(source, lead) or not told_as_news(source, clause, noun):
        return None
    return Edit("drop", "incise-de-liaison", lead, "")


_BECAUSE = re.compile(r"(?:à la suite de|suite à|à l'issue de|en réaction à|en réponse à) $", re.IGNORECASE)


def because(source: Source, clause: Clause, place: Span) -> Edit | None:
    """Return the edit that drops « à la suite de cette révélation » from behind what it brought about: « Le maire a démissionné mardi à la suite de cette révélation. » None in a denial, or where more hangs on it."""
    if clause.lead is not None and clause.lead.covers(place) or not clause.verb.end <= place.start < clause.span.end:
        return None
    before = _BECAUSE.search(source.text[max(clause.verb.end, place.start - 30) : place.start].replace("’", "'"))
    tokens = source.tokens_in(Span(place.start, clause.span.end))
    if before is None or clause.kind in OF_ITS_TIME or len(tokens) < 2 or tokens[1].pos != "NOUN" or in_quotes(source, place):
        return None
    start, end = place.start - len(before.group()), tokens[1].span.end
    if re.match(r"[.,;]|\s+et (?:l[ea]s? |l['’])?\w|$", source.text[end : end + 8]) is None or re.search(r"(?<![\w-])(?:n['’]|ne |pas |seulement |uniquement |surtout |notamment )", source.text[clause.span.start : start]):
        return None
    while source.text[start - 1] in " \u00a0\u202f":
        start -= 1
    if source.text[start - 1] == "," and source.text[end : end + 1] == ",":
        start -= 1
    return Edit("drop", "incise-de-liaison", Span(start, end), "")


__all__ = ["because", "kin_of", "thanks_to", "told_as_news"]
