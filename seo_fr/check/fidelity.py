"""The fidelity check: nothing on the page that the source does not say, nothing said more surely than the source says it.

Works from the article, the page and the text of the templates alone (no spaCy, nothing of the proposers). Every finding of severity
«error» is a reason not to publish the passage.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from seo_fr.check import compare
from seo_fr.check.according import unvoiced
from seo_fr.check.active import active_reasons
from seo_fr.check.compare import Evidence, Reason
from seo_fr.check.dangling import dangling_findings
from seo_fr.check.edits import apply_edits, as_finding, balanced, edit_reasons, names_taken_up, plain, used_words
from seo_fr.check.fronted import twice
from seo_fr.check.heading_words import orphan_reasons, presumption_reasons
from seo_fr.check.outcome import outcome_findings
from seo_fr.check.promoted import still_governed, whole_reasons
from seo_fr.check.quote_part import one_sentence, part_reasons
from seo_fr.check.reading import BODY, Lexicon, fold, lexicon, read_article, read_sentence, stem
from seo_fr.check.standing import standing_findings, standing_reasons
from seo_fr.check.templated import ALONE_ROLES, HEADINGS, asked_of, check_templated, quote_frame_reasons
from seo_fr.check.whole import cut_reasons
from seo_fr.model import Article, Copied, Edited, Finding, GlossaryEntry, Page, Passage, Span, Templated
from seo_fr.rulebook import Rulebook


def check_copied(passage: Passage, origin: Copied, article: Article, book: Rulebook) -> tuple[Reason, ...]:
    """Return the faults of a copied passage: its slice, its edits, and what the slice leaves behind."""
    reasons: list[Reason] = []
    body = passage.role in BODY
    if origin.span.end > len(article.text):
        return (Reason("copie", "Le passage vient d’au-delà de la fin du texte."),)
    expected = apply_edits(article.text, origin.span, origin.edits)
    if expected is None or (expected != passage.text and plain(expected) != plain(passage.text)):
        shown = expected if expected is not None else origin.span.of(article.text)
        reasons.append(Reason("copie", "Le passage n’est pas ce que donnent la source et ses éditions.", passage.text[:200], shown[:200]))
    for edit in origin.edits:
        reasons.extend(edit_reasons(edit, article, book, body=body))
    reasons.extend(unvoiced(origin.edits))
    reasons.extend(twice(origin.edits, article))
    if body:
        return tuple(reasons)
    reasons.extend(whole_reasons(origin, article, book))
    reasons.extend(active_reasons(origin, article))
    reasons.extend(part_reasons(origin, article))
    source_slice = origin.span.of(article.text)
    if balanced(source_slice) and not balanced(passage.text):
        reasons.append(Reason("coupe", "Un guillemet ou une parenthèse reste seul.", passage.text[:120]))
    elif not balanced(source_slice) and not any(s.span.start == origin.span.start and s.span.end == origin.span.end for s in read_article(article, book).sentences):
        reasons.append(Reason("coupe", "Le passage commence ou finit au milieu d’une citation ou d’une parenthèse.", passage.text[:120]))
    reading = read_article(article, book)
    sentences = reading.sentences_of(origin.span)
    used = used_words((origin.span,), origin.edits, sentences)
    page = read_sentence(passage.text, book)
    left = one_sentence(origin, article)
    if left is not None and sentences:  # the others fell whole
        one = replace(read_sentence(left, book), index=sentences[0].index, paragraph=sentences[0].paragraph, span=sentences[0].span)
        reading = replace(reading, sentences=(*(s for s in reading.sentences if s.index < one.index), one))
        sentences, used = (one,), {one.index: frozenset(range(len(one.words)))}
    evidence = Evidence(sentences, used, exact=True)
    reasons.extend(still_governed(compare.commitment(page, evidence, reading, book), origin, article))
    reasons.extend(quote_frame_reasons(page, origin.span, sentences))
    if passage.role in HEADINGS:
        reasons.extend(presumption_reasons(page, sentences, reading, lexicon(book)))
    if passage.role in ALONE_ROLES:
        reasons.extend(orphan_reasons(page, lexicon(book)))
    return tuple(reasons)


def check_passage(passage: Passage, article: Article, book: Rulebook, glossary: tuple[GlossaryEntry, ...] = ()) -> tuple[Finding, ...]:
    """Return what is unfaithful in ``passage`` (slugs aside: they are keywords), each an error at the passage's id. Pure; needs no model."""
    if passage.role == "slug":
        return _slug(passage, article, book)
    if isinstance(passage.origin, Copied):
        reasons = check_copied(passage, passage.origin, article, book)
    elif isinstance(passage.origin, Edited):
        from seo_fr.check.edited import check_edited

        return check_edited(passage, article, book)
    else:
        reasons = check_templated(passage, passage.origin, article, book, glossary)
    reasons = (*reasons, *standing_reasons(passage, article, book), *cut_reasons(passage, article, book))
    return tuple(as_finding(reason, passage) for reason in dict.fromkeys(reasons))


def _slug(passage: Passage, article: Article, book: Rulebook) -> tuple[Finding, ...]:
    reading = read_article(article, book)
    parts = {part for item in reading.folds for part in re.split(r"[-']", item)} | {fold(item) for item in reading.folds}
    return tuple(
        as_finding(Reason("mot", f"« {word} » n’est pas dans la source.", word), passage)
        for word in passage.text.split("-")
        if word and fold(word) not in parts and stem(word) not in reading.stems
    )


def _body_findings(page: Page, article: Article) -> tuple[Finding, ...]:
    found: list[Finding] = []
    spans: list[tuple[Span, Passage]] = []
    for block in page.blocks:
        for passage in block.passages:
            if passage.role in BODY and isinstance(passage.origin, Copied):
                spans.append((passage.origin.span, passage))
        if block.heading is not None and isinstance(block.heading.origin, Copied) and any(p.kind == "heading" and p.span == block.heading.origin.span for p in article.paragraphs):
            spans.append((block.heading.origin.span, block.heading))
    ordered = sorted(spans, key=lambda item: (item[0].start, item[0].end))
    body = [item for item in spans if item[1].role in BODY]
    last = -1
    for span, passage in body:
        if span.start < last:
            found.append(Finding("fidelite-ordre", "error", passage.id, "Le corps n’est pas dans l’ordre de la source.", passage.text[:80]))
        last = max(last, span.start)
    for number, paragraph in enumerate(article.paragraphs):
        at = paragraph.span.start
        for span, _ in ordered:
            if span.start <= at < span.end or (span.start <= paragraph.span.end and span.start >= at and not re.search(r"\w", article.text[at : span.start])):
                at = max(at, min(span.end, paragraph.span.end))
        missing = article.text[at : paragraph.span.end]
        if re.search(r"\w", missing):
            found.append(Finding("fidelite-corps", "error", f"paragraphe {number + 1}", "Un passage de la source manque dans le corps de la page.", "", missing[:120]))
    for (one, passage), (other, _) in pairwise(ordered):
        if one.overlaps(other):
            found.append(Finding("fidelite-corps", "error", passage.id, "Le corps donne deux fois le même passage de la source.", passage.text[:80]))
    return tuple(found)


def count_words(page: Page) -> int:
    """Return the words of the page, headings included, metadata not: a word is a run of non-space with a letter or a digit."""
    texts = [page.h1.text]
    for block in page.blocks:
        if block.heading is not None:
            texts.append(block.heading.text)
        texts.extend(passage.text for passage in block.passages)
    return sum(1 for text in texts for item in text.split() if any(char.isalnum() for char in item))


def _passages(page: Page) -> tuple[Passage, ...]:
    found = [page.title_tag, page.h1, page.description, page.slug]
    for block in page.blocks:
        if block.heading is not None:
            found.append(block.heading)
        found.extend(block.passages)
    return tuple(found)


def check_page(page: Page, article: Article, book: Rulebook, glossary: tuple[GlossaryEntry, ...] = ()) -> tuple[Finding, ...]:
    """Return what is unfaithful in ``page``: every passage's findings, then those of the whole.

    The whole: body complete, in order, once; word count true; no fact more than twice around the body; nobody meant in a block who is not named in it.
    """
    found: list[Finding] = []
    known = lexicon(book)
    for passage in _passages(page):
        if passage.role == "slug":
            titles = frozenset(fold(part) for text in (page.title_tag.text, page.h1.text) for part in re.split(r"[\W_]+", text))
            found.extend(finding for finding in _slug(passage, article, book) if fold(finding.actual) not in titles)
        else:
            found.extend(check_passage(passage, article, book, glossary))
    found.extend(_body_findings(page, article))
    count = count_words(page)
    if page.word_count not in (count, count - sum(1 for item in page.h1.text.split() if any(char.isalnum() for char in item))):
        found.append(Finding("fidelite-longueur", "error", "page", "Le nombre de mots annoncé n’est pas le vrai.", str(page.word_count), str(count)))
    told: dict[int, int] = {}
    for block in page.blocks:
        boxed: set[int] = set()
        for passage in block.passages:
            if passage.role in BODY or passage.role in HEADINGS:
                continue
            for fact in passage.facts:
                if fact in boxed:
                    continue  # the entries of a fact box tell a clause once more together
                if block.kind == "brief":
                    boxed.add(fact)
                told[fact] = told.get(fact, 0) + 1
                if told[fact] == 3:
                    found.append(Finding("fidelite-redite", "error", passage.id, "Ce fait est dit plus de deux fois autour du corps.", passage.text[:120]))
    found.extend(standing_findings(page, article, book))
    found.extend(outcome_findings(page, article, book))
    found.extend(dangling_findings(page, article, book))
    for block in page.blocks:
        lone = block.heading if block.kind == "qa" and block.heading is not None and block.heading.text.endswith("?") else None
        found.extend(_block_anaphors(block.passages, known, book, lone))
        found.extend(names_taken_up(block.passages, article, book))
    return tuple(found)


def _block_anaphors(passages: tuple[Passage, ...], known: Lexicon, book: Rulebook, lone: Passage | None = None) -> tuple[Finding, ...]:
    """``lone``: the question that heads the block, where it has but one."""
    found: list[Finding] = []
    before = lone is not None
    asked = lone
    for passage in passages:
        if passage.role in BODY:
            before = True
            continue
        if passage.role == "question":
            asked, before = passage, True
            continue
        if passage.role in ALONE_ROLES:
            continue
        if passage.role == "answer" and isinstance(passage.origin, Templated):
            found.extend(as_finding(reason, passage) for reason in asked_of(passage.origin, asked))
        if not before:
            page = read_sentence(passage.text, book)
            found.extend(as_finding(reason, passage) for reason in orphan_reasons(page, known))
        before = True
    return tuple(found)
