"""Candidates from the newsroom's glossary: approved sentences on what the article names, word for word, with their source."""

from __future__ import annotations

import re
from functools import lru_cache

from seo_fr.analyse.names import feminine_and_plural
from seo_fr.model import Analysis, Article, Finding, GlossaryEntry, Slot, Span
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.frames import fill
from seo_fr.rulebook import Rulebook
from seo_fr.rulebook.background import named, set_in

#: The tag of an entry of the standard glossary.
STANDARD = "standard"
#: What a standard entry is worth by its level, and by where and how often its term is named: the reader needs what the news is about explained first.
_BY_LEVEL, _AT_THE_HEAD, _AGAIN = {1: 4, 2: 2, 3: 0}, 2, 1


def named_at(article: Article, entry: GlossaryEntry) -> tuple[Span, ...]:
    """Return where the article's body names the entry's term or a variant of it, in order, not within an exception."""
    return tuple(span for paragraph in article.paragraphs for span in named(entry, article.text, paragraph.span.start, paragraph.span.end))


def _head_end(article: Article) -> int:
    """The offset at which the second paragraph ends: until there, title included, stands what says where and of what the news is."""
    return article.paragraphs[min(1, len(article.paragraphs) - 1)].span.end if article.paragraphs else 0


def _elsewhere(analysis: Analysis, entry: GlossaryEntry, book: Rulebook) -> bool:
    """Whether an entry that is true of one country alone is called for by an article that is not set there."""
    if not entry.country:
        return False
    text, end = analysis.article.text, _head_end(analysis.article)
    foreign = {mention.span for entity in analysis.entities if entity.kind == "country" and entity.name.of(text).lower() != entry.country.lower() for mention in entity.mentions}
    foreign |= {Span(*match.span()) for match in _demonyms(book, entry.country).finditer(text)}
    return any(span.start < end for span in foreign) or not set_in(entry.country, text[:end], text, len(foreign), book)


@lru_cache(maxsize=8)
def _demonyms(book: Rulebook, country: str) -> re.Pattern[str]:
    """The adjectives and names of peoples other than the country's own."""
    own = frozenset(form for rule in book.of_kind("country-words") if rule.data["country"] == country for form in rule.data["words"])
    found = sorted(form for rule in book.of_kind("demonyms") for word in rule.data["words"] for form in feminine_and_plural(word) if form not in own)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, found))})\b", re.IGNORECASE)


def why_not(article: Article, entry: GlossaryEntry) -> str:
    """Return in French why an entry is not valid for the article's date; empty where it is."""
    if not entry.valid_from and not entry.valid_until:
        return ""
    date = (article.get("date") or "")[:10]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", date) is None:
        return "sa validité est limitée et l’article n’a pas de date (métadonnée « date »)"
    if entry.valid_from and date < entry.valid_from:
        return f"elle n’est valable qu’à partir du {entry.valid_from} et l’article est du {date}"
    if entry.valid_until and date > entry.valid_until:
        return f"elle n’est plus valable depuis le {entry.valid_until} et l’article est du {date}"
    return ""


def unused(article: Article, entries: tuple[GlossaryEntry, ...]) -> tuple[Finding, ...]:
    """Return a finding for each entry that the article calls for and whose validity forbids it."""
    found = []
    for entry in entries:
        if named_at(article, entry) and (why := why_not(article, entry)):
            message = f"L’entrée « {entry.id} » du glossaire ({entry.path.rpartition('/')[2]}:{entry.line}) n’est pas employée : {why}."
            found.append(Finding("glossaire-validite", "info", "glossaire", message, entry.valid_from + "–" + entry.valid_until))
    return tuple(found)


def glossary(analysis: Analysis, book: Rulebook, entries: tuple[GlossaryEntry, ...], key: str) -> list[Candidate]:
    """Return the valid entries that the article names as candidate bullets of « glossary »: the newsroom's own, the first named first, then the standard ones, the most needed first.

    A term that stands within the longer term of another entry (« appel » in « cour d’appel ») does not call for its own.
    """
    article = analysis.article
    found = [(entry, at) for entry in entries if (at := named_at(article, entry)) and not why_not(article, entry) and not _elsewhere(analysis, entry, book)]
    spans = [span for _, at in found for span in at]
    head = _head_end(article)
    made: list[Candidate] = []
    for entry, at in found:
        whole = [span for span in at if not any(other.covers(span) and other != span for other in spans)]
        if not whole:
            continue
        needed = _BY_LEVEL[entry.level] + _AT_THE_HEAD * (whole[0].start < head) + _AGAIN * (len(whole) > 1) if entry.level else 0
        reference = f"glossary:{entry.id}"
        slots = (Slot("definition", entry.text, reference=reference), Slot("origine", entry.source, reference=reference))
        for filled in fill(book, "glossary", "glossary", slots, key):
            item = passage("glossary", "bullet", filled.text, filled.origin)
            tags = (reference, STANDARD) if entry.level else (reference,)
            made.append(Candidate("glossary", (item,), (), (not entry.level, needed, -whole[0].start, filled.priority, filled.weight), whole[0].start, tags=tags))
    return made
