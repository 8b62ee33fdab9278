"""Whether a term is what the article is about, or one that it names in passing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum

from seo_fr.model import Analysis, Article, GlossaryEntry, Span
from seo_fr.rulebook.background import named

#: What makes a name of the word after it: « rue du Parlement ».
_ROAD = re.compile(
    r"\b(?:rue|avenue|boulevard|bd|place|quai|pont|impasse|allées?|square|esplanade|rond-point|faubourg|chemin|station|arrêt|gare|résidence|clinique|collège|lycée|hôtel|café|restaurant|stade|porte) (?:de la |de l['’]|du |des |de |d['’])$",
    re.IGNORECASE,
)
#: What makes of an institution no more than whom the news comes from: « selon l’Insee ».
_ACCORDING = re.compile(r"\b(?:selon|auprès d[eu]s?|d['’]après|à en croire) (?:la |le |les |l['’])?$", re.IGNORECASE)
#: What makes of a place no more than where a person comes from: « originaires du Kosovo ».
_FROM = re.compile(r"\b(?:originaires?|natifs?|natives?|nées?|nés?|venus?|venues?) (?:de la |de l['’]|du |des |de |d['’]|au |aux |en |à )$", re.IGNORECASE)
#: Until these shares of the article stands what it begins with, what its first paragraphs tell, what its first half tells, what is not its end, and what is not its last words.
_START, _HEAD, _MIDDLE, _LATE, _END = 0.2, 0.35, 0.5, 0.75, 0.88
#: Characters that are the lede at least.
_LEDE = 300
#: Members of an enumeration of which none is the news.
_MANY = 2


class Centrality(IntEnum):
    """How near to the news a term stands."""

    NOT = 0
    BESIDE = 1
    NEWS = 2


def head_end(article: Article) -> int:
    """Return the offset at which the second paragraph ends: until there, title included, stands what says where and of what the news is."""
    return article.paragraphs[min(1, len(article.paragraphs) - 1)].span.end if article.paragraphs else 0


def lede_end(article: Article) -> int:
    """Return the offset at which the lede ends: the first paragraph, or the first lines of one that is most of the article."""
    if not article.paragraphs:
        return 0
    first = article.paragraphs[0].span
    return min(first.end, max(first.start + _LEDE, int(_HEAD * len(article.text))))


def counts(analysis: Analysis, span: Span) -> bool:
    """Return whether a term that stands at ``span`` is the article's own word: not within a quotation of a clause or more, nor a part of a name (« rue du Parlement », « Solstice 50 »), nor what or whence a person is, or whom the news comes from."""
    text = analysis.article.text
    if any(quote.whole and part.covers(span) for quote in analysis.quotes for part in quote.content):
        return False
    before, after = text[max(0, span.start - 40) : span.start], text[span.end : span.end + 20]
    if _ROAD.search(before) or _ACCORDING.search(before) or _FROM.search(before) or any(function.covers(span) for entity in analysis.entities if entity.kind == "person" for function in entity.functions):
        return False
    word = span.of(text)
    if not word[:1].isupper() or word.isupper():
        return True
    return not re.match(r" \d", after) and not re.search(r"[A-Z][\w’'-]* $", before) and not (re.match(r" [A-Z]\w+", after) and _within_name(analysis, span))


def _within_name(analysis: Analysis, span: Span) -> bool:
    """Whether a name of more words than those at ``span`` holds them, and begins with or before them."""
    return any(mention.span.covers(span) and mention.span.end > span.end for entity in analysis.entities for mention in entity.mentions)


def heading_spans(article: Article, entry: GlossaryEntry) -> tuple[Span, ...]:
    """Return where the title, then the headings of the source's own, name the entry's term."""
    heads = [article.title] if article.title is not None else []
    heads += [paragraph.span for paragraph in article.paragraphs if paragraph.kind == "heading"]
    return tuple(span for head in heads for span in named(entry, article.text, head.start, head.end))


def titled(article: Article, entry: GlossaryEntry) -> bool:
    """Return whether the title, or a heading of the source's own, names the entry's term."""
    return bool(heading_spans(article, entry))


def _enumerated(analysis: Analysis, span: Span) -> bool:
    """Whether the term is one of three things or more of an enumeration: « vol, recel et refus d’obtempérer »."""
    tokens = analysis.tokens
    inside = [i for i, token in enumerate(tokens) if span.covers(token.span)]
    top = next((i for i in inside if tokens[i].head not in inside or tokens[i].head == i), None)
    if top is None:
        return False
    first = tokens[top].head if tokens[top].dep == "conj" else top
    return sum(token.dep == "conj" and token.head == first and i != first for i, token in enumerate(tokens)) >= _MANY


def _aside(text: str, span: Span) -> bool:
    """Whether the term stands in brackets with more than itself: « des corps glacés (comètes ou astéroïdes) »; the name that brackets give to an acronym is no aside."""
    low = text.rfind("(", max(0, span.start - 300), span.start)
    if low < 0 or ")" in text[low : span.start] or "\n" in text[low : span.start]:
        return False
    high = text.find(")", span.end, span.end + 300)
    return high > 0 and "\n" not in text[span.end : high] and (span.start - low > 1 or high > span.end)


def how_central(analysis: Analysis, entry: GlossaryEntry, at: Sequence[Span]) -> Centrality:
    """Return what an entry whose term stands at the spans explains: the news, something beside it, or nothing of it.

    The less known the term, the less it takes: what almost everybody knows must be named in the title or from the lede on and again, a useful reminder in the first half or more than once, a term of art
    anywhere but at the end, though not in an enumeration. What misses this by little is beside the news: good enough where the page wants words and nothing nearer is left.
    """
    article = analysis.article
    if titled(article, entry):
        return Centrality.NEWS
    size, first, again = len(article.text), at[0].start, len(at) > 1
    in_lede = first < lede_end(article)
    if entry.level == 3:
        if in_lede and again:
            return Centrality.NEWS
        # a country that the head names once is where something happens
        return Centrality.BESIDE if first < min(head_end(article), _START * size) and not entry.label else Centrality.NOT
    if again:
        return Centrality.NEWS if first < _LATE * size or len(at) > 2 else Centrality.BESIDE
    if _enumerated(analysis, at[0]) or _aside(article.text, at[0]):
        return Centrality.NOT
    if in_lede or first < (_MIDDLE if entry.level == 2 else _LATE) * size:
        return Centrality.NEWS
    return Centrality.BESIDE if first < (_LATE if entry.level == 2 else _END) * size else Centrality.NOT
