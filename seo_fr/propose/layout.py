"""Sections as the page shows them: the source's own subheadings where it has some, else the topical sections, neither too small nor too long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import pairwise

from seo_fr.analyse.focus import focus_of
from seo_fr.analyse.keyphrases import section_keyphrases
from seo_fr.french.words import count_words
from seo_fr.model import Analysis, Copied, Passage, Section, Span
from seo_fr.propose.candidate import passage
from seo_fr.propose.fits import headable
from seo_fr.propose.headings import BARE, CLAUSE, DETAIL, NOUN, PAIR, PAST, QUOTE, SLIGHT, TOPIC, VOICE, WEAK, best_form
from seo_fr.propose.lines import every_line
from seo_fr.propose.score import Scores
from seo_fr.propose.tell import Source
from seo_fr.rulebook import load

LONGEST, SHORTEST, MOST, IDEAL = 300, 45, 5, 130
#: What a section costs by the form of the best heading that it can get, above what its worth leaves; what one costs that only a hollow label can head.
FORMS = {CLAUSE: 0, QUOTE: 50, VOICE: 60, SLIGHT: 110, NOUN: 190, WEAK: 210, TOPIC: 260, PAST: 330, DETAIL: 380, PAIR: 330, BARE: 560}
UNHEADED = 1500
#: What it costs that the heading holds no keyphrase of the section.
UNKEYED = 60
#: What it costs to have fewer than three sections, or a very short one.
FEW = 200
#: From how many words on fewer than three sections cost more: such a page has room for three that say something.
ROOM_FOR_THREE, FEW_OF_MANY = 400, 330
#: What it costs besides to have one section: less than a second one that only a label can head.
ALONE = 450
ENOUGH_FOR_TWO = 110
#: Above this many paragraphs the division is by size alone.
MANY = 60


def lay_out(analysis: Analysis, faithful: Callable[[Passage], bool] | None = None) -> Analysis:
    """Return ``analysis`` with the sections of the page: at own subheadings if there are any; else merged below 45 words, cut above 280, five at most.

    ``faithful`` says whether the checks of the page would let a heading pass: one that they refuse heads nothing, and no section is made for it.
    """
    paragraphs = analysis.paragraphs
    words = [count_words(paragraph.span.of(analysis.article.text)) for paragraph in paragraphs]
    headings = [i for i, paragraph in enumerate(paragraphs) if paragraph.kind == "heading"]
    if headings:
        starts = sorted({0, *headings})
    else:
        topical = [section.start for section in analysis.sections] or [0]
        starts = _divided(analysis, topical, words, faithful) if len(paragraphs) <= MANY else _balanced(topical, words)
    bounds = [*starts, len(paragraphs)]
    ranges = [(start, end) for start, end in zip(bounds, bounds[1:], strict=False) if end > start]
    phrases = section_keyphrases(analysis.article, analysis.tokens, analysis.sentences, ranges, 8)
    return replace(analysis, sections=tuple(Section(start, end, found) for (start, end), found in zip(ranges, phrases, strict=True)))


def _divided(analysis: Analysis, topical: list[int], words: list[int], faithful: Callable[[Passage], bool] | None = None) -> list[int]:
    """Return the section starts of the page: the least costly division into at most five parts, by dynamic programming over paragraphs.

    A part costs when no clause can head it, when it is far from 150 words, and when it begins where no topical section does.
    """
    source = Source(analysis)
    scores = Scores(source, focus_of(analysis))
    book = load()
    lines = tuple(line for line in every_line(source) if (named := headable(source, scores, line)) is not None and (faithful is None or faithful(passage("section", "h2", named.text, Copied(named.span, named.edits), (named.clause.id,)))))
    count = len(words)
    total = sum(words)
    begins = set(topical)
    items = {i for i, paragraph in enumerate(analysis.paragraphs) if paragraph.kind == "item"}

    @cache
    def cost(start: int, end: int) -> int:
        size = sum(words[start:end])
        within = Span(analysis.paragraphs[start].span.start, analysis.paragraphs[end - 1].span.end)
        own = tuple(keyphrase for keyphrase in analysis.keyphrases if any(within.covers(span) for span in keyphrase.spans))[:8]
        form, worth, keyed = best_form(source, book, Section(start, end, own), lines, scores)
        price = 100 + (FORMS.get(form, UNHEADED) + (max(0, 70 - worth) if form == CLAUSE else 0) + (0 if keyed else UNKEYED)) + (0 if start in begins or start == 0 else 60) + (400 if start in items else 0)
        return price + (size - IDEAL) ** 2 * 100 // IDEAL**2 + (500 if size < SHORTEST and total > 2 * SHORTEST else 0)

    best: dict[tuple[int, int], tuple[int, tuple[int, ...]]] = {(0, 0): (0, ())}
    for end in range(1, count + 1):
        for parts in range(1, MOST + 1):
            found: list[tuple[int, tuple[int, ...]]] = []
            for start in range(end):
                before = best.get((start, parts - 1))
                if before is not None and (sum(words[start:end]) <= LONGEST or end - start == 1):
                    found.append((before[0] + cost(start, end), (*before[1], start)))
            if found:
                best[(end, parts)] = min(found)
    least = 2 if count > 1 and total > LONGEST else 1
    whole = [best[(count, parts)] for parts in range(least, MOST + 1) if (count, parts) in best]
    whole = [(price + ((FEW_OF_MANY if total >= ROOM_FOR_THREE else FEW) if len(starts) < 3 or any(sum(words[a:b]) < SHORTEST for a, b in pairwise([*starts, count])) else 0) + (ALONE if len(starts) == 1 and total >= ENOUGH_FOR_TWO else 0), starts) for price, starts in whole]
    return list(min(whole)[1]) if whole else topical


def _balanced(starts: list[int], words: list[int]) -> list[int]:
    """Return section starts such that no section is under 45 words, none over 280 where a paragraph break allows, at most five of them."""
    count = len(words)
    starts = sorted({0, *(start for start in starts if start < count)})

    def size(position: int) -> int:
        end = starts[position + 1] if position + 1 < len(starts) else count
        return sum(words[starts[position] : end])

    while len(starts) > 1:
        sizes = [size(i) for i in range(len(starts))]
        small = min(range(len(starts)), key=lambda i: (sizes[i], i))
        if sizes[small] >= SHORTEST and len(starts) <= MOST:
            break
        if small == 0 or (small + 1 < len(starts) and sizes[small + 1] < sizes[small - 1]):
            starts.pop(small + 1)
        else:
            starts.pop(small)
    least = 2 if sum(words) >= 180 else 1
    while len(starts) < MOST:
        sizes = [size(i) for i in range(len(starts))]
        big = max(range(len(starts)), key=lambda i: (sizes[i], -i))
        if sizes[big] <= LONGEST and len(starts) >= least:
            break
        end = starts[big + 1] if big + 1 < len(starts) else count
        breaks = [b for b in range(starts[big] + 1, end) if sum(words[starts[big] : b]) >= SHORTEST and sum(words[b:end]) >= SHORTEST]
        if not breaks:
            break
        half = sizes[big] / 2
        starts.append(min(breaks, key=lambda b: (abs(sum(words[starts[big] : b]) - half), b)))
        starts.sort()
    return starts
