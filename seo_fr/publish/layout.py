"""What a page looks like before any markup: its blocks as headings, paragraphs and lists. Markdown and HTML are written from this."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from seo_fr.model import Block, Copied, Page, Paragraph, Passage, Templated

LABEL = "etiquette"  # the slot that, where it begins its passage, is shown strong

GroupKind = Literal["heading", "paragraph", "bullets", "ordered"]


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of rank 2–6, a paragraph of one or more passages, or a list of passages. ``start`` is the first number of an ordered list."""

    kind: GroupKind
    passages: tuple[Passage, ...]
    rank: int = 0
    start: int = 1
    block: bool = False  # the heading of the block itself


@dataclass(frozen=True, slots=True)
class LaidBlock:
    """A block as groups; ``rank`` is its heading's, 0 if it has none."""

    block: Block
    rank: int
    groups: tuple[Group, ...]


def lay_out(page: Page) -> tuple[LaidBlock, ...]:
    """Return the page's blocks as groups, heading ranks without a gap (a rank is at most one more than the rank before)."""
    laid = []
    last = 1
    paragraphs = page.article.paragraphs
    for block in page.blocks:
        rank = 0
        groups: list[Group] = []
        if block.heading is not None:
            own = _paragraph_of(block.heading, paragraphs) if block.heading.role == "heading" else None
            rank = min(3 if block.heading.role == "h3" or (own is not None and own.level == 3) else 2, last + 1)
            last = rank
            groups.append(Group("heading", (block.heading,), rank, block=True))
        for passage in block.passages:
            if passage.role in ("h2", "h3", "heading", "question"):
                own = _paragraph_of(passage, paragraphs)
                wanted = rank + 1 if rank else 3 if passage.role == "h3" or (own is not None and own.level == 3) else 2
                last = min(wanted, last + 1)
                groups.append(Group("heading", (passage,), last))
            elif passage.role in ("bullet", "item"):
                own = _paragraph_of(passage, paragraphs) if passage.role == "item" else None
                number = int(own.marker) if own is not None and own.marker.isascii() and own.marker.isdigit() else 0
                kind: GroupKind = "ordered" if number or (block.kind == "timeline" and passage.role == "bullet") else "bullets"
                before = groups[-1] if groups else None
                goes_on = (
                    before is not None
                    and before.kind == kind
                    and before.passages[-1].role == passage.role
                    and (not number or number == before.start + len(before.passages))
                )
                if before is not None and goes_on:
                    groups[-1] = Group(kind, (*before.passages, passage), start=before.start)
                else:
                    groups.append(Group(kind, (passage,), start=number or 1))
            elif passage.role == "sentence" and groups and groups[-1].kind == "paragraph" and groups[-1].passages[-1].role == "sentence":
                groups[-1] = Group("paragraph", (*groups[-1].passages, passage))
            else:
                groups.append(Group("paragraph", (passage,)))
        laid.append(LaidBlock(block, rank, tuple(groups)))
    return tuple(laid)


def split_label(passage: Passage) -> tuple[str, str]:
    """Return the passage's label, to be shown strong, and the rest of its text; the label is empty where it has none."""
    if isinstance(passage.origin, Templated):
        for slot in passage.origin.slots:
            if slot.name == LABEL and slot.text.strip() and passage.text.startswith(slot.text.rstrip()):
                label = slot.text.rstrip()
                if passage.origin.template.startswith("who/"):
                    label = label.split(", ")[0]  # the name, not what introduces it
                return label, passage.text[len(label) :]
        if passage.origin.template.startswith("brief/"):
            label, colon, rest = passage.text.partition("\u00a0:")
            return (label, colon + rest) if colon else ("", passage.text)
    return "", passage.text


def text_paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a passage's text: one, unless a permitted edit broke it (blank line); line ends become spaces."""
    parts = (" ".join(part.split("\n")).strip() for part in re.split(r"\n[ \t]*\n", text))
    return tuple(part for part in parts if part)


def questions(page: Page) -> tuple[tuple[str, str], ...]:
    """Return the questions of the page's «qa» blocks, each with its answer, as they are shown."""
    pairs: list[tuple[str, list[str]]] = []
    for block in page.blocks:
        if block.kind != "qa":
            continue
        opened = block.heading is not None and block.heading.text.endswith("?") and not any(passage.role == "question" for passage in block.passages)
        if opened and block.heading is not None:
            pairs.append((block.heading.text, []))  # one question, itself the heading
        for passage in block.passages:
            if passage.role == "question":
                pairs.append((passage.text, []))
                opened = True
            elif opened:
                pairs[-1][1].append(passage.text)
    return tuple((question, " ".join(answers)) for question, answers in pairs if answers)


def credit(page: Page) -> tuple[str, str, str]:
    """Return what the page shows of author and date: the byline or author, the date in French, and as «YYYY-MM-DD»; each empty if nobody gave it."""
    article = page.article
    author = article.byline.of(article.text) if article.byline is not None else article.get("author") or ""
    date = article.get("date") or ""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", date) is None:
        return author, "", ""
    return author, french_date(date), date


_MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")


def french_date(iso: str) -> str:
    """Return «1er mars 2024», with no-break spaces, for «2024-03-01»."""
    year, month, day = (int(part) for part in iso.split("-"))
    return f"{'1er' if day == 1 else day}\u00a0{_MONTHS[month - 1]}\u00a0{year}"


def generator(page: Page) -> str:
    """Return «seo-fr» with the version that the fingerprint gives."""
    known = dict(page.fingerprint)
    version = known.get("seo-fr") or known.get("package:seo-fr") or ""
    return f"seo-fr {version}".rstrip()


def keywords(page: Page) -> tuple[str, ...]:
    """Return the focus keyphrase and the secondary ones, without repeats, in order."""
    return tuple(dict.fromkeys((page.keyphrase.text, *(phrase.text for phrase in page.secondary_keyphrases))))


def _paragraph_of(passage: Passage, paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    if not isinstance(passage.origin, Copied):
        return None
    return next((paragraph for paragraph in paragraphs if paragraph.span.covers(passage.origin.span)), None)
