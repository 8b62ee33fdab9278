"""HTML to pieces, through selectolax's lexbor parser (the HTML5 algorithm): the article's own text, without the page around it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from seo_fr.model import Finding
from seo_fr.read.decode import refuse
from seo_fr.read.pieces import Draft, Piece, PieceKind

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_DROPPED = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "aside",
        "footer",
        "form",
        "button",
        "select",
        "textarea",
        "input",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "canvas",
        "video",
        "audio",
        "picture",
        "img",
        "figure",
        "head",
        "dialog",
        "menu",
        "map",
        "time-ago",
    )
)
_BLOCKS = frozenset(
    (
        "html",
        "body",
        "main",
        "article",
        "section",
        "div",
        "header",
        "hgroup",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "address",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "hr",
        "center",
        "details",
        "summary",
        "fieldset",
        "search",
    )
)
_PHRASES = frozenset(("b", "strong"))
_ROLES = frozenset(("navigation", "complementary", "contentinfo", "search", "banner", "dialog", "alert"))
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_READ_ALSO = re.compile(
    r"^(?:À|A)?\s*(?:lire|voir|écouter|regarder)\s+(?:aussi|également|plus|encore)|^(?:Partager|Abonnez-vous|S[’']abonner|Lire la suite)\b",
    re.IGNORECASE,
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_VOID = frozenset(
    (
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "option",
        "html",
        "head",
        "body",
    )
)
DEEPEST = 2_000

_SNIFF = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|section|div|h1|h2|p|meta)\b",
    re.IGNORECASE | re.DOTALL,
)


def looks_like_html(text: str) -> bool:
    """Return whether ``text`` begins as an HTML document or fragment does."""
    return _SNIFF.match(text[:4000]) is not None


def read_html(text: str, name: str) -> Draft:
    """Return the pieces of HTML ``text``: of the ``article`` with most text, else ``main``, else the body.

    Scripts, navigation, asides, forms, figures and hidden elements go. Metadata: JSON-LD, then ``meta``, then ``html lang``; its title is used only where no ``h1`` is
    found. Raises Refused for markup nested beyond any page's depth.
    """
    from selectolax.lexbor import LexborHTMLParser

    _refuse_depth(text, name)
    tree = LexborHTMLParser(text)
    body = tree.body
    metadata = _metadata(tree)
    if body is None:
        return Draft((), metadata)
    root = _root(tree, body)
    findings: list[Finding] = []
    pieces = _pieces(root, name, findings)
    if not any(piece.kind == "heading" and piece.level == 1 for piece in pieces):
        outside = [heading for heading in tree.css("h1") if not _dropped(heading) and not _in_dropped(heading)]
        if outside:
            shown = _pieces(outside[0], name, [])
            pieces = [Piece(" ".join(piece.text for piece in shown), "title"), *pieces] if shown else pieces
    first = next((index for index, piece in enumerate(pieces) if piece.kind == "heading" and piece.level == 1), None)
    if first is not None and not any(piece.kind == "title" for piece in pieces):
        pieces[first] = Piece(pieces[first].text, "title")
    return Draft(tuple(pieces), metadata, tuple(findings))


def _refuse_depth(text: str, name: str) -> None:
    depth = 0
    for match in _TAG.finditer(text):
        closing, tag, empty = match.groups()
        if tag.lower() in _VOID or empty:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > DEEPEST:
            raise refuse(
                "html-trop-imbrique",
                name,
                f"le HTML est imbriqué sur plus de {DEEPEST} niveaux : ce n’est pas une page d’article. Donnez-en le texte.",
                str(depth),
            )


def _root(tree: LexborHTMLParser, body: LexborNode) -> LexborNode:
    for selector in ("article", "[itemprop=articleBody]", "main", "[role=main]"):
        found = [node for node in tree.css(selector) if not _in_dropped(node)]
        if found:
            sizes = [sum(len(paragraph.text()) for paragraph in node.css("p")) or len(node.text()) // 2 for node in found]
            best = max(sizes)
            if best > 0:
                return found[sizes.index(best)]
    return body


def _dropped(node: LexborNode) -> bool:
    if node.tag in _DROPPED:
        return True
    attributes = node.attributes
    return (
        "hidden" in attributes or attributes.get("aria-hidden") == "true" or (attributes.get("role") or "") in _ROLES or _HIDDEN.search(attributes.get("style") or "") is not None
    )


def _in_dropped(node: LexborNode) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.is_element_node and _dropped(parent):
            return True
        parent = parent.parent
    return False


def _walk(root: LexborNode, findings: list[Finding], name: str) -> Iterator[tuple[str, LexborNode]]:
    """Yield («open» | «close» | «text», node) in document order, without the dropped elements, without recursion."""
    node: LexborNode | None = root
    while node is not None:
        entered = False
        if node.is_text_node:
            yield "text", node
        elif node.is_element_node and (node.mem_id == root.mem_id or not _dropped(node)):
            yield "open", node
            entered = True
            if node.child is not None:
                node = node.child
                continue
        if entered:
            yield "close", node
        while node is not None and node.mem_id != root.mem_id and node.next is None:
            node = node.parent
            if node is not None:
                yield "close", node
        node = None if node is None or node.mem_id == root.mem_id else node.next


def _pieces(root: LexborNode, name: str, findings: list[Finding]) -> list[Piece]:
    pieces: list[Piece] = []
    buffer: list[str] = []
    strong, plain, linked, unlinked = 0, 0, 0, 0
    bold_depth = link_depth = 0
    heading = 0
    lists: list[int | None] = []
    item_depth = 0
    item_first = False
    table = False

    def flush() -> None:
        nonlocal strong, plain, linked, unlinked, item_first
        lines = [" ".join(re.split("[ \t\n\r\f]+", part)).strip() for part in "".join(buffer).split("\x00")]
        buffer.clear()
        bold, all_linked = strong > 0 and plain == 0, linked > 0 and unlinked <= 20
        strong = plain = linked = unlinked = 0
        for line in lines:
            if not line or (_READ_ALSO.match(line) and (all_linked or len(line) < 25)):
                continue
            kind: PieceKind = "unknown"
            marker = ""
            if heading:
                kind = "heading" if len(line) <= 150 else "prose"
            elif item_depth:
                kind = "item"
                if item_first and lists and lists[-1] is not None:
                    marker = str(lists[-1])
                item_first = False
            pieces.append(Piece(line, kind, heading if kind == "heading" else 0, marker=marker, bold=bold))

    for event, node in _walk(root, findings, name):
        tag = node.tag or ""
        if event == "text":
            content = node.text_content or ""
            if tag == "-text" and content:
                buffer.append(re.sub("[ \t\n\r\f]+", " ", content))
                size = len(content.strip())
                if bold_depth:
                    strong += size
                else:
                    plain += size
                if link_depth:
                    linked += size
                else:
                    unlinked += size
            continue
        opening = event == "open"
        if tag in _BLOCKS:
            flush()
            if tag[0] == "h" and tag[1:].isdigit():
                heading = int(tag[1]) if opening else 0
            elif tag in ("ul", "ol"):
                if opening:
                    lists.append(_start(node) if tag == "ol" else None)
                elif lists:
                    lists.pop()
            elif tag in ("li", "dt", "dd"):
                item_depth += 1 if opening else -1
                item_first = opening
                if tag == "li" and not opening and lists and lists[-1] is not None:
                    lists[-1] += 1
            elif tag == "table" and opening and not table:
                table = True
                message = f"{name} : le tableau de la source est repris ligne par ligne. Vérifiez-le."
                findings.append(Finding("tableau", "warning", name, message))
        elif tag in ("td", "th"):
            buffer.append(" ")
        elif tag == "br" and opening:
            buffer.append("\x00" if not heading else " ")
        elif tag == "q":
            buffer.append("«\u00a0" if opening else "\u00a0»")
        elif tag in _PHRASES:
            bold_depth += 1 if opening else -1
        elif tag == "a":
            link_depth += 1 if opening else -1
        elif tag == "sup" and opening and re.fullmatch(r"\[?\s*\d*\s*\]?", node.text()) and "[" in node.text():
            for child in list(node.iter(include_text=True)):
                child.decompose()
    flush()
    return pieces


def _start(node: LexborNode) -> int:
    start = node.attributes.get("start") or ""
    return int(start) if re.fullmatch(r"\d{1,4}", start) else 1


def _metadata(tree: LexborHTMLParser) -> tuple[tuple[str, str], ...]:
    pairs: list[tuple[str, str]] = []
    for script in tree.css('script[type="application/ld+json"]'):
        try:
            data = json.loads(script.text())
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            kinds = thing.get("@type")
            if not any(kind in ("NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "WebPage") for kind in (kinds if isinstance(kinds, list) else [kinds])):
                continue
            author = thing.get("author")
            if isinstance(author, list) and author:
                author = author[0]
            if isinstance(author, dict):
                author = author.get("name")
            pairs += [(key, value) for key, value in (("date", thing.get("datePublished")), ("author", author), ("title", thing.get("headline"))) if isinstance(value, str)]
    names = (
        ("meta[property='article:published_time']", "content", "date"),
        ("meta[itemprop=datePublished]", "content", "date"),
        ("meta[name=date]", "content", "date"),
        ("meta[name=author]", "content", "author"),
        ("link[rel=canonical]", "href", "url"),
        ("meta[property='og:url']", "content", "url"),
        ("meta[property='og:title']", "content", "title"),
        ("article time[datetime]", "datetime", "date"),
        ("html", "lang", "lang"),
    )
    for selector, attribute, key in names:
        node = tree.css_first(selector)
        value = node.attributes.get(attribute) if node is not None else None
        if value:
            pairs.append((key, value))
    title = tree.css_first("title")
    if title is not None and title.text().strip():
        pairs.append(("title", title.text().strip()))
    # An address or a date that is not complete is no news here: the page gives another, or none.
    return tuple((key, value) for key, value in pairs if key != "url" or re.match("https?://", value))


def _things(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
        yield from _things(data.get("@graph"))
    elif isinstance(data, list):
        for item in data[:50]:
            if isinstance(item, dict):
                yield item
