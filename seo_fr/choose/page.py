"""From a plan to a page: blocks in their order, the source's body whole and in its place."""

from __future__ import annotations

from seo_fr.choose import Plan
from seo_fr.edits import apply_edits, overlay
from seo_fr.french.typography import typography_edits
from seo_fr.french.words import count_words
from seo_fr.model import Analysis, Block, BlockKind, Copied, Edit, Keyphrase, Page, Paragraph, Passage, Role, Span
from seo_fr.propose import Candidates
from seo_fr.propose.candidate import passage
from seo_fr.propose.heads import slug_of, source_title

LONGEST_PARAGRAPH = 150
SECONDARY = 6


def body_passages(analysis: Analysis, splits: tuple[Edit, ...] = ()) -> tuple[tuple[Passage, ...], ...]:
    """Return the copied passages of each paragraph: one, or several where a paragraph over 150 words is broken at a sentence's end.

    ``splits``: the edits that cut long sentences (``--body readable``), in order.
    """
    return tuple(_copied(analysis, index, paragraph, splits) for index, paragraph in enumerate(analysis.paragraphs))


def _copied(analysis: Analysis, index: int, paragraph: Paragraph, splits: tuple[Edit, ...]) -> tuple[Passage, ...]:
    text = analysis.article.text
    role: Role = {"heading": "h3" if paragraph.level >= 3 else "h2", "item": "item"}.get(paragraph.kind, "paragraph")
    made = []
    for span in _broken(analysis, index, paragraph):
        edits = overlay((edit for edit in splits if span.covers(edit.span)), typography_edits(span.of(text), span.start))
        if span.end < paragraph.span.end:
            edits += (Edit("break", "alinea-au-dela-de-150-mots", Span(span.end, span.end), ""),)
        made.append(passage("body", role, apply_edits(text, span, edits), Copied(span, edits)))
    return tuple(made)


def _broken(analysis: Analysis, index: int, paragraph: Paragraph) -> tuple[Span, ...]:
    text = analysis.article.text
    if paragraph.kind != "prose" or count_words(paragraph.span.of(text)) <= LONGEST_PARAGRAPH:
        return (paragraph.span,)
    quotes = analysis.quotes
    spans: list[Span] = []
    start, words = paragraph.span.start, 0
    sentences = [sentence for sentence in analysis.sentences if sentence.paragraph == index]
    for position, sentence in enumerate(sentences[:-1]):
        words += count_words(sentence.span.of(text))
        end = sentence.span.end
        rest = sum(count_words(later.span.of(text)) for later in sentences[position + 1 :])
        inside = any(quote.span.start < end < quote.span.end for quote in quotes)
        following = sentences[position + 1]
        if words >= 70 and rest >= 30 and not inside and text[following.span.start] not in "»”)":
            spans.append(Span(start, end))
            start, words = following.span.start, 0
    spans.append(Span(start, paragraph.span.end))
    return tuple(spans)


def body_words(analysis: Analysis, splits: tuple[Edit, ...] = ()) -> int:
    """Return the words of the body as published, the source's own subheadings included."""
    if splits:
        return sum(count_words(item.text) for paragraph in body_passages(analysis, splits) for item in paragraph)
    return sum(count_words(paragraph.span.of(analysis.article.text)) for paragraph in analysis.paragraphs)


def blocks_in_order(order: tuple[BlockKind, ...]) -> tuple[BlockKind, ...]:
    """Return the blocks that stand between body and conclusion in their order on the page: those of ``order`` first."""
    usual: tuple[BlockKind, ...] = ("who", "figures", "timeline", "places", "brief", "qa", "glossary")
    wanted = tuple(kind for kind in order if kind in usual)
    return (*wanted, *(kind for kind in usual if kind not in wanted))


def assemble(plan: Plan, candidates: Candidates, splits: tuple[Edit, ...] = (), order: tuple[BlockKind, ...] = ()) -> Page:
    """Return the page of a plan, without findings and fingerprint. A required passage that is missing has its fallback here.

    ``splits``: the edits that cut long sentences of the body; ``order``: of the optional blocks, as in the options.
    """
    source = candidates.source
    analysis = source.analysis
    body = body_passages(analysis, splits)
    blocks: list[Block] = []
    for kind in ("introduction", "keypoints"):
        if kind in plan.chosen:
            blocks.append(Block(kind, _passages(plan, kind)))
    for index, section in enumerate(analysis.sections):
        own = analysis.paragraphs[section.start].kind == "heading"
        heading = body[section.start][0] if own else _heading(plan, f"h2:section:{index}")
        first = section.start + 1 if own else section.start
        passages = tuple(item for paragraph in body[first : section.end] for item in paragraph)
        blocks.append(Block("section", passages, heading, index))
    for kind in (*blocks_in_order(order), "conclusion"):
        if kind in plan.chosen:
            blocks.append(Block(kind, _passages(plan, kind), _heading(plan, f"h2:{kind}"), glossary=kind == "glossary"))
    h1 = _one(plan, "h1") or _fallback(candidates, "h1")
    title_tag = _one(plan, "title_tag") or _fallback(candidates, "title_tag")
    description = _one(plan, "description") or _description(candidates)
    slug = slug_of(source, candidates.keyphrase, h1.text).passages[0]
    secondary = tuple(keyphrase for keyphrase in analysis.keyphrases if keyphrase.text.lower() != candidates.keyphrase.text.lower())[:SECONDARY]
    words = count_words(h1.text) + sum(count_words(item.text) for block in blocks for item in ((block.heading,) if block.heading else ()) + block.passages)
    return Page(title_tag, h1, description, slug, candidates.keyphrase, secondary, tuple(blocks), words, analysis.article)


def _passages(plan: Plan, place: str) -> tuple[Passage, ...]:
    return tuple(item for candidate in plan.chosen[place] for item in candidate.passages)


def _one(plan: Plan, place: str) -> Passage | None:
    found = plan.chosen.get(place, ())
    return found[0].passages[0] if found else None


def _heading(plan: Plan, place: str) -> Passage | None:
    return _one(plan, place)


def _fallback(candidates: Candidates, role: Role) -> Passage:
    """The keyphrase alone: always true, always short."""
    from seo_fr.model import Templated
    from seo_fr.propose.frames import keyphrase_slot

    slot = keyphrase_slot(candidates.source, "cle", candidates.keyphrase)
    text = slot.text[:1].upper() + slot.text[1:]
    return passage("head", role, text, Templated("", (slot,), "cle-seule"))


def _description(candidates: Candidates) -> Passage:
    """The source's own title, whole; else the keyphrase: no sentence of the source could stand alone within the limits."""
    own = source_title(candidates.source)
    return passage("head", "description", *own) if own is not None else _fallback(candidates, "description")


def article_key(analysis: Analysis, keyphrase: Keyphrase) -> str:
    """Return what stands for the article when equals are chosen: its ``id`` metadata, else a slug of title or keyphrase: a corrected comma reshuffles nothing."""
    from seo_fr.french.slug import slugify

    given = analysis.article.get("id")
    if given:
        return given
    title = analysis.article.title.of(analysis.article.text) if analysis.article.title else ""
    return slugify(title or keyphrase.text)
