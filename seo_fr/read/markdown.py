"""Markdown to pieces, through markdown-it-py (CommonMark); front matter becomes metadata."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from seo_fr.errors import InvalidRulebook
from seo_fr.model import Finding
from seo_fr.read.decode import refuse
from seo_fr.read.pieces import Draft, Piece, PieceKind

if TYPE_CHECKING:
    from markdown_it.token import Token

_FENCE = re.compile(r"\A\s*---\n(.*?)^(?:---|\.\.\.)$\n?", re.DOTALL | re.MULTILINE)
_KEY_LINE = re.compile(r"^[\w-]+ ?:(?:\s|$)", re.MULTILINE)


def split_front_matter(text: str, name: str) -> tuple[str, tuple[tuple[str, str], ...], tuple[Finding, ...]]:
    """Return the text after the YAML front matter, the front matter's scalars (lists joined by commas), and what could not be used.

    A first line «---» without keys below it is a rule, not front matter. Raises Refused, with the line, for YAML that cannot be read.
    """
    match = _FENCE.match(text)
    if match is None or (match.group(1).strip() and not _KEY_LINE.search(match.group(1))):
        return text, (), ()
    from seo_fr.rulebook.yamlfile import read_yaml

    try:
        data = read_yaml("\n" * text[: match.start(1)].count("\n") + match.group(1), name)
    except InvalidRulebook as error:
        raise refuse("metadonnees-illisibles", name, f"les métadonnées en tête ne sont pas du YAML lisible. {error.finding.message}") from None
    if data is None or data == "":
        return text[match.end() :], (), ()
    if not isinstance(data, dict):
        raise refuse("metadonnees-illisibles", name, "les métadonnées en tête ne sont pas une suite de lignes « clé: valeur ».")
    pairs: list[tuple[str, str]] = []
    findings: list[Finding] = []
    for key, value in data.items():
        if isinstance(value, str):
            pairs.append((str(key), value))
        elif isinstance(value, list) and all(isinstance(item, str) for item in value):
            pairs.append((str(key), ", ".join(value)))
        elif value is not None:
            message = f"{name} : la métadonnée « {key} » n’est ni un texte ni une liste de textes ; elle est laissée de côté."
            findings.append(Finding("metadonnee-ignoree", "info", name, message, str(key)))
    return text[match.end() :], tuple(pairs), tuple(findings)


def read_markdown(text: str, name: str) -> Draft:
    """Return the pieces of normalised Markdown ``text`` without its front matter.

    Emphasis, link targets, images and HTML tags go; the text they hold stays. Indented code is taken for an indented paragraph, for an article has no code.
    """
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"maxNesting": 50}).enable("table").disable("code").parse(text)
    pieces: list[Piece] = []
    findings: list[Finding] = []
    lists: list[int | None] = []  # next number of each open list; None: bullets
    in_item = False
    heading = 0
    for token in tokens:
        if token.type == "bullet_list_open":
            lists.append(None)
        elif token.type == "ordered_list_open":
            start = token.attrGet("start")
            lists.append(1 if start is None else int(start))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            in_item = True
        elif token.type == "heading_open":
            heading = int(token.tag[1])
        elif token.type == "heading_close":
            heading = 0
        elif token.type == "inline":
            for line in _lines(token.children or ()):
                pieces.append(_piece(line, heading, lists, in_item))
                in_item = False
        elif token.type == "fence":
            pieces += [Piece(line.strip()) for line in token.content.split("\n") if line.strip()]
        elif token.type == "html_block":
            from seo_fr.read.html import read_html

            pieces += read_html(token.content, name).pieces
        elif token.type == "table_open":
            message = f"{name} : le tableau de la source est repris ligne par ligne. Vérifiez-le."
            findings.append(Finding("tableau", "warning", name, message))
        if token.type == "list_item_close":
            in_item = False
            if lists and lists[-1] is not None:
                lists[-1] += 1
    return Draft(tuple(_lone_numbers(pieces)), (), tuple(findings))


def _piece(line: tuple[str, bool], heading: int, lists: Sequence[int | None], first: bool) -> Piece:
    text, bold = line
    if heading:
        return Piece(text, "heading" if len(text) <= 150 else "prose", heading)
    kind: PieceKind = "item" if lists else "unknown"
    marker = str(lists[-1]) if lists and first and lists[-1] is not None else ""
    return Piece(text, kind, marker=marker, bold=bold)


def _lone_numbers(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with «1986. Une grande année» made prose again: a list of one high number is a sentence."""
    return [Piece(f"{piece.marker}. {piece.text}", "unknown") if piece.kind == "item" and len(piece.marker) > 2 else piece for piece in pieces]


def _lines(children: Sequence[Token]) -> list[tuple[str, bool]]:
    """Return the lines of an inline token (hard breaks end a line), each with whether all of it is strong."""
    lines: list[tuple[str, bool]] = []
    text, strong, plain, depth = "", False, False, 0
    for child in children:
        if child.type == "hardbreak" or (child.type == "html_inline" and re.match(r"<br\b", child.content, re.IGNORECASE)):
            lines.append((text, strong and not plain))
            text, strong, plain = "", False, False
        elif child.type == "softbreak":
            text += " "
        elif child.type in ("text", "code_inline", "text_special"):
            text += child.content
            strong = strong or (depth > 0 and bool(child.content.strip()))
            plain = plain or (depth == 0 and bool(child.content.strip()))
        elif child.type == "strong_open":
            depth += 1
        elif child.type == "strong_close":
            depth -= 1
    lines.append((text, strong and not plain))
    return [(" ".join(part for part in re.split("[ \t\n]+", line) if part), bold) for line, bold in lines if line.strip(" \t\n")]
