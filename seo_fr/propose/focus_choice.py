"""The focus keyphrase of a page: what a person would type, and with which a title tag tells the news."""

from __future__ import annotations

from collections.abc import Sequence

from seo_fr.analyse.focus import event_nouns, focus_of, ranked_focus
from seo_fr.model import Analysis, Keyphrase, Span, Token
from seo_fr.options import Options
from seo_fr.propose import heads
from seo_fr.propose.headlines import headlines
from seo_fr.propose.lines import every_line
from seo_fr.propose.score import Scores
from seo_fr.propose.source import Source
from seo_fr.rulebook import load

_LAST: list[tuple[Sequence[Token], Keyphrase]] = []
#: How much less than the best's value, and at which place of the ranking at most, a keyphrase may be chosen for the title tag that it gives.
_NEAR, _TRIED = 2.0, 10


def focus(analysis: Analysis, options: Options) -> Keyphrase:
    """Return the focus keyphrase: the user's; the analysis's best; or, where no title tag tells the news with that one, the next that one does.

    The last analysis asked for is remembered. Raises ValueError for an article without a word.
    """
    if options.keyphrase:
        wanted = " ".join(options.keyphrase.split())
        for keyphrase in analysis.keyphrases:
            if keyphrase.text.lower() == wanted.lower():
                return keyphrase
        text = analysis.article.text
        position = text.lower().find(wanted.lower()) if len(text.lower()) == len(text) else -1
        spans = (Span(position, position + len(wanted)),) if position >= 0 else ()
        return Keyphrase(wanted, 1.0, spans)
    for tokens, kept in _LAST:
        if tokens is analysis.tokens:
            return kept
    found = _with_news(analysis)
    _LAST[:] = [(analysis.tokens, found)]
    return found


def _with_news(analysis: Analysis) -> Keyphrase:
    """Return the best keyphrase, or the best of those near it that begins a title tag with the news, where that one's begins none."""
    book = load()
    ranked = ranked_focus(analysis, book)
    best = focus_of(analysis)
    source = Source(analysis)
    lines = (*(line for clause in sorted(analysis.clauses, key=lambda clause: clause.span) for line in headlines(source, clause)), *(line for line in every_line(source) if line.cost < 6))

    def worth(keyphrase: Keyphrase) -> int:
        tags = heads.title_tags(source, book, keyphrase, lines, Scores(source, keyphrase), "")
        return max((tag.merit[0] for tag in tags), default=heads.LESS)

    found = worth(best)
    if found > heads.OTHER or found == heads.OTHER and source.bare_title is not None:
        return best
    wanted = heads.LEDE if source.bare_title is None else heads.BEGINS
    names = {entity.name.of(source.text) for entity in source.analysis.entities if entity.kind != "place" and entity.kind != "country"}
    events = event_nouns(book)
    for value, keyphrase in ranked[1:_TRIED]:
        words = keyphrase.text
        if found == heads.OTHER and words not in best.text:
            continue  # the news without the keyphrase will do, but for a keyphrase with a word too many: « Coureur [Ivan Morel] »
        if value >= ranked[0][0] - _NEAR and (" " in words or words in names or words.lower() in events) and worth(keyphrase) >= wanted:
            return keyphrase
    return best


__all__ = ["focus"]
