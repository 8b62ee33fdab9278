"""The sentences that a page shows, whatever it is written in: Markdown, HTML or plain text, markup taken off."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Literal


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a page: a heading, a paragraph, a list item."""

    text: str
    heading: bool = False


_BLOCKS = frozenset(["p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "div", "section", "article", "td", "th", "dt", "dd", "figcaption", "caption", "tr", "ul", "ol", "main", "header", "aside", "summary", "pre"])
_SKIPPED = frozenset(["script", "style", "head", "nav", "footer", "template", "noscript", "svg", "form", "button", "title"])


class _PageReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.units: list[Unit] = []
        self.text: list[str] = []
        self.heading = False
        self.skipped: list[str] = []

    def _flush(self) -> None:
        text = re.sub(r"\s+", " ", "".join(self.text).replace("\u00a0", "\x01").replace("\u202f", "\x02")).strip().replace("\x01", "\u00a0").replace("\x02", "\u202f")
        if text:
            self.units.append(Unit(text, self.heading))
        self.text = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self.skipped.append(tag)
        if tag in _BLOCKS or tag == "br":
            self._flush()
            if tag != "br":
                self.heading = tag in ("h1", "h2", "h3", "h4", "h5", "h6")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.skipped:
            while self.skipped and self.skipped.pop() != tag:
                pass
        if tag in _BLOCKS:
            self._flush()
            self.heading = False

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.text.append(data)


def _units_of_html(text: str) -> tuple[Unit, ...]:
    reader = _PageReader()
    reader.feed(text)
    reader.close()
    reader._flush()
    return tuple(reader.units)


def _inline(text: str) -> str:
    text = re.sub(r"!\[([^\]]*)\]\([^)]*\)", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"(?<!\\)(\*\*|__|`)(.+?)(?<!\\)\1", r"\2", text)
    text = re.sub(r"(?<![\w\\*])[*_](?=\S)(.+?)(?<=\S)[*_](?!\w)", r"\1", text)
    text = re.sub(r"\\([\\`*_\[\]<>~|#+=:.\-!&)])", r"\1", text)
    return html.unescape(text).strip()


def _units_of_markdown(text: str) -> tuple[Unit, ...]:
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    text = re.sub(r"<!--.*?-->", "\n\n", text, flags=re.DOTALL)
    units: list[Unit] = []
    lines: list[str] = []

    def flush() -> None:
        piece = _inline(" ".join(lines))
        if piece:
            units.append(Unit(piece))
        lines.clear()

    for line in text.split("\n"):
        heading = re.match(r"\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$", line)
        item = re.match(r"\s*(?:[-*+]|\d{1,3}[.)])\s+(.*)", line)
        if heading:
            flush()
            units.append(Unit(_inline(heading.group(1)), True))
        elif re.fullmatch(r"\s*(?:[-*_]\s*){3,}", line) or not line.strip():
            flush()
        elif re.fullmatch(r"\s*\|?[\s:|-]+\|[\s:|-]*", line):
            continue
        elif line.lstrip().startswith("|"):
            flush()
            units.extend(Unit(_inline(cell)) for cell in line.strip().strip("|").split("|") if cell.strip())
        elif item:
            flush()
            lines.append(item.group(1))
        else:
            lines.append(re.sub(r"^\s*>\s?", "", line).strip())
    flush()
    return tuple(units)


def _units_of_text(text: str) -> tuple[Unit, ...]:
    units = []
    for piece in re.split(r"\n\s*\n|\n(?=\s*[-•*]\s)", text):
        plain = re.sub(r"^\s*[-•*]\s+", "", " ".join(piece.split("\n"))).strip()
        if plain:
            units.append(Unit(plain, len(plain) < 120 and re.search(r"[.!?…»]$", plain) is None))
    return tuple(units)


def read_page(page_text: str, form: Literal["md", "html", "text"]) -> tuple[Unit, ...]:
    """Return the headings, paragraphs and items of a page, markup taken off."""
    return {"md": _units_of_markdown, "html": _units_of_html, "text": _units_of_text}[form](page_text)
