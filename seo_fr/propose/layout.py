"""Sections as the page shows them: the source's own subheadings where it has some, else the topical sections, neither too small nor too long."""

from __future__ import annotations

from dataclasses import replace

from seo_fr.french.words import count_words
from seo_fr.model import Analysis, Section

LONGEST, SHORTEST, MOST = 280, 45, 5


def lay_out(analysis: Analysis) -> Analysis:
    """Return ``analysis`` with the sections of the page: at own subheadings if there are any; else merged below 45 words, cut above 280, five at most."""
    from seo_fr.analyse.keyphrases import section_keyphrases

    paragraphs = analysis.paragraphs
    words = [count_words(paragraph.span.of(analysis.article.text)) for paragraph in paragraphs]
    headings = [i for i, paragraph in enumerate(paragraphs) if paragraph.kind == "heading"]
    if headings:
        starts = sorted({0, *headings})
    else:
        starts = _balanced([section.start for section in analysis.sections] or [0], words)
    bounds = [*starts, len(paragraphs)]
    ranges = [(start, end) for start, end in zip(bounds, bounds[1:], strict=False) if end > start]
    phrases = section_keyphrases(analysis.article, analysis.tokens, analysis.sentences, ranges, 8)
    return replace(analysis, sections=tuple(Section(start, end, found) for (start, end), found in zip(ranges, phrases, strict=True)))


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
