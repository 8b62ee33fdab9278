"""Candidates from the newsroom's glossary: approved sentences on what the article names, word for word, with their source."""

from __future__ import annotations

import re
from functools import lru_cache

from seo_fr.analyse.names import lexicon
from seo_fr.model import Analysis, Article, Finding, GlossaryEntry, Slot, Span
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.frames import fill
from seo_fr.propose.score import stems
from seo_fr.rulebook import Rulebook
from seo_fr.rulebook.background import Place, named, set_in

#: The tag of an entry of the standard glossary.
STANDARD = "standard"
#: The tag of one that is used only where with it the page reaches its words.
SPARE = "spare"
#: What a standard entry is worth by its level, and by where and how often its term is named: the reader needs what the news is about explained first.
_BY_LEVEL, _IN_THE_TITLE, _IN_THE_LEDE, _AT_THE_HEAD, _AGAIN, _IN_PASSING = {1: 4, 2: 2, 3: 0}, 3, 2, 1, 1, -2
#: From this share of the article on, a term named once is named in passing.
_LATE = 0.6
#: The share of a definition's words that make it known from one sentence of the article; of two definitions, alike; alike where one names the other's term.
_GIVEN, _ALIKE, _ALIKE_AND_NAMED = 0.4, 0.35, 0.25
#: What makes a name of the word after it: « rue du Parlement ».
_ROAD = re.compile(
    r"\b(?:rue|avenue|boulevard|bd|place|quai|pont|impasse|allées?|square|esplanade|rond-point|faubourg|chemin|station|arrêt|gare|résidence|clinique|collège|lycée|hôtel|café|restaurant|stade|porte) (?:de la |de l['’]|du |des |de |d['’])$",
    re.IGNORECASE,
)


def named_at(article: Article, entry: GlossaryEntry) -> tuple[Span, ...]:
    """Return where the article's body names the entry's term or a variant of it, in order, not within an exception."""
    return tuple(span for paragraph in article.paragraphs for span in named(entry, article.text, paragraph.span.start, paragraph.span.end))


def _head_end(article: Article) -> int:
    """The offset at which the second paragraph ends: until there, title included, stands what says where and of what the news is."""
    return article.paragraphs[min(1, len(article.paragraphs) - 1)].span.end if article.paragraphs else 0


def _elsewhere(analysis: Analysis, country: str, book: Rulebook) -> bool:
    """Whether what is true of one country alone (« »: of all) is called for by an article that is not set there."""
    if not country:
        return False
    article = analysis.article
    text = article.text
    foreign = {mention.span.start: Place(mention.span.start, mention.span.of(text), 2) for entity in analysis.entities if entity.kind == "country" for mention in entity.mentions}
    for match in _demonyms(book, country).finditer(text):
        foreign.setdefault(match.start(), Place(match.start(), match.group(), 1))
    return not set_in(country, text, article.title.end if article.title else 0, _head_end(article), foreign.values(), book)


def _counts(analysis: Analysis, span: Span) -> bool:
    """Whether a term that stands at ``span`` is the article's own word: not within a quotation of a clause or more, nor a part of a name (« rue du Parlement », « Solstice 50 »)."""
    text = analysis.article.text
    if any(quote.whole and part.covers(span) for quote in analysis.quotes for part in quote.content):
        return False
    before, after = text[max(0, span.start - 40) : span.start], text[span.end : span.end + 20]
    if _ROAD.search(before):
        return False
    word = span.of(text)
    if not word[:1].isupper() or word.isupper():
        return True
    return not re.match(r" \d", after) and not re.search(r"[A-Z][\w’'-]* $", before) and not (re.match(r" [A-Z]\w+", after) and _within_name(analysis, span))


def _within_name(analysis: Analysis, span: Span) -> bool:
    """Whether a name of more words than those at ``span`` holds them, and begins with or before them."""
    return any(mention.span.covers(span) and mention.span.end > span.end for entity in analysis.entities for mention in entity.mentions)


@lru_cache(maxsize=4096)
def _matter(text: str) -> frozenset[str]:
    return frozenset(word for word in stems(text) if len(word) > 3)


@lru_cache(maxsize=2048)
def _told(entry: GlossaryEntry) -> frozenset[str]:
    """The words of a definition without those of its terms."""
    return _matter(entry.text) - frozenset(word for term in (entry.term, *entry.variants) for word in _matter(term))


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
    text, first = article.text, at[0].start
    worth = _BY_LEVEL[entry.level] + _AGAIN * (len(at) > 1)
    titled = article.title is not None and bool(named(entry, text, article.title.start, article.title.end))
    if titled:
        worth += _IN_THE_TITLE
    if first < article.paragraphs[0].span.end:
        return worth + _IN_THE_LEDE * (not titled)
    if first < _head_end(article):
        return worth + _AT_THE_HEAD * (not titled)
    return worth + _IN_PASSING * (len(at) == 1 and not titled and first > _LATE * len(text))


@lru_cache(maxsize=8)
def _demonyms(book: Rulebook, country: str) -> re.Pattern[str]:
    """The adjectives and names of peoples other than the country's own."""
    own = frozenset(form for rule in book.of_kind("country-words") if rule.data["country"] == country for form in rule.data["words"])
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(lexicon(book).demonyms - own)))})\b", re.IGNORECASE)


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

    A term that stands within the longer term of another entry (« appel » in « cour d’appel ») does not call for its own. A standard entry is not given where a sentence of the article
    or a better entry says nearly the same; one that almost everybody knows, for a term named in passing, is only spare.
    """
    article = analysis.article
    called = [(entry, at) for entry in entries if (at := named_at(article, entry)) and not why_not(article, entry)]
    away = {country for country in {entry.country for entry, _ in called} if _elsewhere(analysis, country, book)}
    called = [(entry, at) for entry, at in called if entry.country not in away]
    spans = [span for _, at in called for span in at]
    found: list[tuple[int, int, GlossaryEntry]] = []
    for entry, at in called:
        whole = [span for span in at if not any(other.covers(span) and other != span for other in spans) and (not entry.level or _counts(analysis, span))]
        worth = _needed(analysis, entry, whole) if whole and entry.level else 0
        if whole and not (entry.level and _given(analysis, entry)):
            found.append((worth, whole[0].start, entry))
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
            tags = (reference, *((STANDARD,) if entry.level else ()), *((SPARE,) if needed < 0 else ()))
            made.append(Candidate("glossary", (item,), (), (not entry.level, needed, -start, filled.priority, filled.weight), start, tags=tags))
    return made
