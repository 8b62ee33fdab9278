"""Candidates from the newsroom's glossary: approved sentences on what the article names, word for word, with their source."""

from __future__ import annotations

import re
from functools import lru_cache

from seo_fr.analyse.names import lexicon
from seo_fr.model import Analysis, Article, Finding, GlossaryEntry, Slot, Span
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.frames import fill
from seo_fr.propose.glossary_fit import Centrality, counts, head_end, heading_spans, how_central, lede_end, titled
from seo_fr.propose.score import stems
from seo_fr.rulebook import Rulebook
from seo_fr.rulebook.background import Place, beside_words, explains, may_be_named, named, set_in, suits

#: The tag of an entry of the standard glossary.
STANDARD = "standard"
#: What a standard entry is worth by its level, and by where and how often its term is named: the reader needs what the news is about explained first.
_BY_LEVEL, _IN_THE_TITLE, _IN_THE_LEDE, _AT_THE_HEAD, _AGAIN = {1: 4, 2: 2, 3: 0}, 4, 2, 1, 1
#: What is taken off where the term stands beside the news: it comes after every one that explains the news.
_BESIDE = 12
#: The share of a definition's words that make it known from one sentence of the article; of two definitions, alike; alike where one names the other's term.
_GIVEN, _ALIKE, _ALIKE_AND_NAMED = 0.4, 0.35, 0.25

#: Words of a definition that an article has where it speaks of the same matter, and the share of it until which a term is not its last words.
_RELATED, _LATEST = 3, 0.95


def named_at(article: Article, entry: GlossaryEntry) -> tuple[Span, ...]:
    """Return where the article's body names the entry's term or a variant of it, in order, not within an exception."""
    if not may_be_named(entry, article.text):
        return ()
    return tuple(span for paragraph in article.paragraphs for span in named(entry, article.text, paragraph.span.start, paragraph.span.end))


def _title_alone(article: Article, entry: GlossaryEntry) -> tuple[Span, ...]:
    """Return where the title alone names the term of a standard entry."""
    return heading_spans(article, entry) if entry.level and may_be_named(entry, article.text) else ()


def _elsewhere(analysis: Analysis, country: str, book: Rulebook) -> bool:
    """Whether what is true of one country alone (« »: of all) is called for by an article that is not set there."""
    if not country:
        return False
    article = analysis.article
    text = article.text
    foreign = {mention.span.start: Place(mention.span.start, mention.span.of(text), 2) for entity in analysis.entities if entity.kind == "country" for mention in entity.mentions}
    for match in _demonyms(book, country).finditer(text):
        foreign.setdefault(match.start(), Place(match.start(), match.group(), 1))
    return not set_in(country, text, article.title.end if article.title else 0, head_end(article), foreign.values(), book)


@lru_cache(maxsize=4096)
def _matter(text: str) -> frozenset[str]:
    return frozenset(word for word in stems(text) if len(word) > 3)


@lru_cache(maxsize=2048)
def _told(entry: GlossaryEntry) -> frozenset[str]:
    """The words of a definition without those of its terms."""
    return _matter(entry.text) - frozenset(word for term in (entry.term, *entry.variants) for word in _matter(term))


def _related(article: Article, entry: GlossaryEntry, at: list[Span]) -> Centrality:
    """How near to the news a definition stands whose term is named in passing: beside it where the article has several of the definition's own words, save those that almost everybody knows."""
    if entry.level == 3 or at[0].start > _LATEST * len(article.text) or len(_told(entry) & _matter(article.text)) < _RELATED:
        return Centrality.NOT
    return Centrality.BESIDE


def _given(analysis: Analysis, entry: GlossaryEntry) -> bool:
    """Whether a sentence of the article says most of what the definition says."""
    told, text = _told(entry), analysis.article.text
    return bool(told) and any(len(told & _matter(sentence.span.of(text))) >= _GIVEN * len(told) for sentence in analysis.sentences)


def _alike(one: GlossaryEntry, other: GlossaryEntry) -> bool:
    """Whether two definitions say nearly the same: one of them is enough on a page."""
    first, second = _matter(one.text), _matter(other.text)
    share = len(first & second) / max(1, min(len(first), len(second)))
    return share >= _ALIKE or share >= _ALIKE_AND_NAMED and bool(named(one, other.text, 0, len(other.text)) or named(other, one.text, 0, len(one.text)))


def _needed(analysis: Analysis, entry: GlossaryEntry, at: list[Span]) -> int:
    """How much the reader needs a standard entry whose term stands at the spans: the less known and the nearer the story's heart, the more."""
    article = analysis.article
    first = at[0].start
    worth = _BY_LEVEL[entry.level] + _AGAIN * (len(at) > 1)
    heads = titled(article, entry)
    if heads:
        worth += _IN_THE_TITLE
    if first < lede_end(article):
        return worth + _IN_THE_LEDE * (not heads)
    if first < head_end(article):
        return worth + _AT_THE_HEAD * (not heads)
    return worth


@lru_cache(maxsize=8)
def _demonyms(book: Rulebook, country: str) -> re.Pattern[str]:
    """The adjectives and names of peoples other than the country's own."""
    own = frozenset(form for rule in book.of_kind("country-words") if rule.data["country"] == country for form in rule.data["words"])
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(lexicon(book).demonyms - own)))})\b", re.IGNORECASE)


def _fitting(called: list[tuple[GlossaryEntry, tuple[Span, ...]]], article: Article, book: Rulebook) -> list[tuple[GlossaryEntry, tuple[Span, ...]]]:
    """The entries whose domain is the article's; of those that define the same word, the one for which most words of it speak."""
    head = head_end(article)
    found = [(entry, at, suits(entry, article.text, head, book)) for entry, at in called]
    return [
        (entry, at)
        for entry, at, worth in found
        if worth >= 0 and not any((other_worth, entry.id) > (worth, other.id) and set(spans) & set(at) and entry.level and other.level for other, spans, other_worth in found)
    ]


def _called_for(analysis: Analysis, entry: GlossaryEntry, at: list[Span], book: Rulebook) -> bool:
    """Whether the definition speaks of a word that calls for it, and the term has beside it the word it wants, unless a heading names it or the article does so again."""
    text = analysis.article.text
    if not explains(entry, text, (*at, *heading_spans(analysis.article, entry))):
        return False
    if not entry.near or len(at) > 1 or titled(analysis.article, entry):
        return True
    around = [sentence.span for sentence in analysis.sentences if sentence.span.covers(at[0])] or [paragraph.span for paragraph in analysis.article.paragraphs if paragraph.span.covers(at[0])]
    return any(beside_words(entry, span.of(text), book) for span in around)


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
        if (why := why_not(article, entry)) and named_at(article, entry):
            message = f"L’entrée « {entry.id} » du glossaire ({entry.path.rpartition('/')[2]}:{entry.line}) n’est pas employée : {why}."
            found.append(Finding("glossaire-validite", "info", "glossaire", message, entry.valid_from + "–" + entry.valid_until))
    return tuple(found)


def glossary(analysis: Analysis, book: Rulebook, entries: tuple[GlossaryEntry, ...], key: str) -> list[Candidate]:
    """Return the valid entries that the article names as candidate bullets of « glossary »: the newsroom's own, the first named first, then the standard ones, the most needed first.

    Of the standard entries that define one term, the one for which most words of the article speak is given, those whose term stands beside the news after all others, none that it only names in passing, and none that
    does not speak of the word by which the article calls for it.
    A term that stands within the longer term of another entry (« appel » in « cour d’appel ») does not call for its own. A standard entry is not given where a sentence of the article
    or a better entry says nearly the same.
    """
    article = analysis.article
    called = [(entry, at) for entry in entries if (at := named_at(article, entry) or _title_alone(article, entry)) and not why_not(article, entry)]
    away = {country for country in {entry.country for entry, _ in called} if _elsewhere(analysis, country, book)}
    called = _fitting([(entry, at) for entry, at in called if entry.country not in away], article, book)
    spans = [span for _, at in called for span in at]
    found: list[tuple[int, int, GlossaryEntry]] = []
    for entry, at in called:
        whole = [span for span in at if not any(other.covers(span) and other != span for other in spans) and (not entry.level or counts(analysis, span))]
        if not whole:
            continue
        if not entry.level:
            found.append((0, whole[0].start, entry))
        elif _called_for(analysis, entry, whole, book) and (near := how_central(analysis, entry, whole) or _related(article, entry, whole)) and not _given(analysis, entry):
            found.append((_needed(analysis, entry, whole) - _BESIDE * (near == Centrality.BESIDE), whole[0].start, entry))
    found.sort(key=lambda each: (bool(each[2].level), -each[0], each[1]))
    made: list[Candidate] = []
    kept: list[GlossaryEntry] = []
    for needed, start, entry in found:
        if entry.level and any(_alike(entry, other) for other in kept):
            continue
        kept.append(entry)
        reference = f"glossary:{entry.id}"
        slots = (Slot("definition", entry.text, reference=reference), Slot("origine", entry.source, reference=reference))
        for filled in fill(book, "glossary", "glossary", slots, key):
            item = passage("glossary", "bullet", filled.text, filled.origin)
            tags = (reference, *((STANDARD,) if entry.level else ()))
            made.append(Candidate("glossary", (item,), (), (not entry.level, needed, -start, filled.priority, filled.weight), start, tags=tags))
    return made
