"""Candidates from the newsroom's glossary: approved sentences on what the article names, word for word, with their source."""

from __future__ import annotations

import re

from seo_fr.french.words import plain
from seo_fr.model import Analysis, Article, Finding, GlossaryEntry, Slot
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.frames import fill
from seo_fr.rulebook import Rulebook


def _pattern(term: str) -> re.Pattern[str]:
    words = re.escape(plain(term))
    spelled = words.replace("'", "['’]").replace(r"\ ", "[ \u00a0\u202f\\n]")
    # an acronym is not the word that its letters spell: « SIDA », « PAR »
    return re.compile(rf"(?<![\w-]){spelled}(?![\w-])", 0 if term.isupper() else re.IGNORECASE)


def named_at(article: Article, entry: GlossaryEntry) -> int | None:
    """Return the first offset at which the article's body names the entry's term or a variant of it, or None."""
    found = [match.start() for term in (entry.term, *entry.variants) for paragraph in article.paragraphs for match in _pattern(term).finditer(article.text, paragraph.span.start, paragraph.span.end)]
    return min(found, default=None)


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
        if named_at(article, entry) is not None and (why := why_not(article, entry)):
            message = f"L’entrée « {entry.id} » du glossaire ({entry.path.rpartition('/')[2]}:{entry.line}) n’est pas employée : {why}."
            found.append(Finding("glossaire-validite", "info", "glossaire", message, entry.valid_from + "–" + entry.valid_until))
    return tuple(found)


def glossary(analysis: Analysis, book: Rulebook, entries: tuple[GlossaryEntry, ...], key: str) -> list[Candidate]:
    """Return the valid entries that the article names as candidate bullets of « glossary », the first named first."""
    made: list[Candidate] = []
    for entry in entries:
        at = named_at(analysis.article, entry)
        if at is None or why_not(analysis.article, entry):
            continue
        reference = f"glossary:{entry.id}"
        slots = (Slot("definition", entry.text, reference=reference), Slot("origine", entry.source, reference=reference))
        for filled in fill(book, "glossary", "glossary", slots, key):
            item = passage("glossary", "bullet", filled.text, filled.origin)
            made.append(Candidate("glossary", (item,), (), (-at, filled.priority, filled.weight), at, tags=(reference,)))
    return made
