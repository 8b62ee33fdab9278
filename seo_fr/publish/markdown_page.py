"""A page as Markdown (CommonMark) with YAML front matter. Text is escaped so that it reads back as itself."""

from __future__ import annotations

import re

from seo_fr.model import Page, Passage
from seo_fr.publish.layout import Group, credit, generator, keywords, lay_out, split_label, text_paragraphs

_SPECIAL = re.compile(r"[\\`*_\[\]<>~|]|&(?=#?\w+;)")
_AT_START = re.compile(r"^(?:[#+=:-]|\d{1,9}(?=[.)](?:\s|$)))")


def to_markdown(page: Page) -> str:
    """Return the page as Markdown, front matter first, ending with a newline."""
    author, shown, date = credit(page)
    lines = [
        "---",
        f"title: {quoted(page.title_tag.text)}",
        f"description: {quoted(page.description.text)}",
        f"slug: {quoted(page.slug.text)}",
        f"keyphrase: {quoted(page.keyphrase.text)}",
        "keywords:",
        *(f"  - {quoted(word)}" for word in keywords(page)),
        f"word_count: {page.word_count}",
        "lang: fr",
    ]
    for key, value in (("date", date), ("author", page.article.get("author") or ""), ("canonical", page.article.get("url") or "")):
        if value:
            lines.append(f"{key}: {quoted(value)}")
    lines += [f"generator: {quoted(generator(page))}", f"grammar_checked: {'true' if page.grammar_checked else 'false'}", "---"]
    parts = ["\n".join(lines), f"# {_inline(page.h1, heading=True)}"]
    if author or shown:
        parts.append(" · ".join(escaped(part) for part in (author, shown) if part))
    for laid in lay_out(page):
        before = ""
        for group in laid.groups:
            # Two lists in a row would read as one: a comment that shows nothing keeps them apart.
            if group.kind == before and before in ("bullets", "ordered"):
                parts.append("<!-- -->")
            parts += _group(group)
            before = group.kind
    return "\n\n".join(parts) + "\n"


def quoted(text: str) -> str:
    """Return ``text`` as a YAML double-quoted scalar on one line."""
    out = []
    for character in text:
        if character in '"\\':
            out.append("\\" + character)
        elif character == "\n":
            out.append("\\n")
        elif not character.isprintable() and character not in "\u00a0\u202f\u2009":
            code = ord(character)
            out.append(f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}")
        else:
            out.append(character)
    return '"' + "".join(out) + '"'


def escaped(text: str) -> str:
    """Return ``text`` so that CommonMark reads back the very same characters, at the start of a line or within one."""
    text = " ".join(text.split("\n")).strip(" \t")
    text = _SPECIAL.sub(lambda match: "\\" + match.group(), text)
    start = _AT_START.match(text)
    if start is not None:
        mark = start.group()
        text = mark + "\\" + text[len(mark) :] if mark.isdigit() else "\\" + text
    return text


def _group(group: Group) -> list[str]:
    if group.kind == "heading":
        return [f"{'#' * group.rank} {_inline(group.passages[0], heading=True)}"]
    if group.kind == "paragraph":
        if len(group.passages) > 1:
            return [" ".join(_inline(passage, start=index == 0) for index, passage in enumerate(group.passages))]
        parts = text_paragraphs(group.passages[0].text)
        return [escaped(part) for part in parts] if len(parts) > 1 else [_inline(group.passages[0])]
    marks = ["-"] * len(group.passages) if group.kind == "bullets" else [f"{group.start + index}." for index in range(len(group.passages))]
    return ["\n".join(f"{mark} {_inline(passage)}" for mark, passage in zip(marks, group.passages, strict=True))]


def _inline(passage: Passage, heading: bool = False, start: bool = True) -> str:
    label, rest = split_label(passage)
    # «**label :**suite» would not close: CommonMark wants a space or a mark after a closing ** that follows a mark.
    if label and label[0] == label.lstrip()[0] and (not rest or not rest[0].isalnum()):
        return f"**{_within(label)}**{_within(rest)}"
    text = escaped(passage.text) if start else _within(passage.text.strip())
    # A trailing # would read as the heading's closing sequence.
    return re.sub(r"(#+)$", r"\\\1", text) if heading else text


def _within(text: str) -> str:
    return _SPECIAL.sub(lambda match: "\\" + match.group(), " ".join(text.split("\n")))
