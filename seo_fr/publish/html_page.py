"""A page as HTML5: one self-contained document, or the ``article`` element alone. All text is escaped; there is no JavaScript."""

from __future__ import annotations

import re
from html import escape

from seo_fr.model import Page, Passage
from seo_fr.publish.layout import Group, LaidBlock, credit, generator, lay_out, split_label, text_paragraphs
from seo_fr.publish.structured import in_script, structured_data

_LINE_END = re.compile("[\n\x85\u2028\u2029]")
_CSS = """\
body { margin: 0; padding: 0 1rem 3rem; font: 1.0625rem/1.6 system-ui, sans-serif; }
main { max-width: 42rem; margin: 0 auto; }
h1, h2, h3, h4 { line-height: 1.25; overflow-wrap: break-word; }
h1 { font-size: 1.9rem; margin: 1.5rem 0 .5rem; }
h2 { font-size: 1.35rem; margin: 2rem 0 .5rem; }
h3, h4 { font-size: 1.1rem; margin: 1.5rem 0 .25rem; }
p, li { overflow-wrap: break-word; }
li { margin: .25rem 0; }
.introduction { font-size: 1.125rem; }
.keypoints, .who, .figures, .timeline, .places, .brief, .qa, .glossary { border-left: .25rem solid; padding-left: 1rem; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; }
"""


def to_html(page: Page) -> str:
    """Return the page as one valid HTML5 document in French, ending with a newline.

    Canonical address, author and date are there only if the source's metadata gives them.
    """
    url = page.article.get("url")
    _, _, date = credit(page)
    head = [
        '<meta charset="utf-8">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{_text(page.title_tag.text)}</title>",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta name="description" content="{_text(page.description.text)}">',
        f'<meta name="generator" content="{_text(generator(page))}">',
    ]
    if url:
        head.append(f'<link rel="canonical" href="{_text(url)}">')
    head += [
        '<meta property="og:type" content="article">',
        '<meta property="og:locale" content="fr_FR">',
        f'<meta property="og:title" content="{_text(page.title_tag.text)}">',
        f'<meta property="og:description" content="{_text(page.description.text)}">',
    ]
    if url:
        head.append(f'<meta property="og:url" content="{_text(url)}">')
    if date:
        head.append(f'<meta property="article:published_time" content="{date}">')
    head.append(f"<style>\n{_CSS}</style>")
    head.append(f'<script type="application/ld+json">\n{in_script(page.structured_data or structured_data(page))}\n</script>')
    body = [
        '<a class="skip" href="#article">Aller à l’article</a>',
        '<main id="article">',
        to_fragment(page).rstrip("\n"),
        "</main>",
    ]
    return "\n".join(["<!DOCTYPE html>", '<html lang="fr">', "<head>", *head, "</head>", "<body>", *body, "</body>", "</html>", ""])


def to_fragment(page: Page) -> str:
    """Return the page's ``article`` element: headline, credit and blocks, ending with a newline. ``data-grammar-checked`` is «false» where LanguageTool did not run."""
    ids = _Ids()
    title = ids.take(page.h1.id)
    checked = "" if page.grammar_checked else ' data-grammar-checked="false"'
    lines = [f'<article lang="fr" aria-labelledby="{title}"{checked}>', "<header>", f'<h1 id="{title}">{_inline(page.h1)}</h1>']
    author, shown, date = credit(page)
    parts = [f"<span>{_text(author)}</span>"] if author else []
    parts += [f'<time datetime="{date}">{shown}</time>'] if date else []
    if parts:
        lines.append(f'<p class="credit">{" · ".join(parts)}</p>')
    lines.append("</header>")
    outer = False
    for laid in lay_out(page):
        nested = laid.rank > 2 and outer
        if outer and not nested:
            lines.append("</section>")
            outer = False
        lines += _block(laid, ids)
        if laid.rank == 2:
            outer = True
        elif laid.rank:
            lines.append("</section>")
        else:
            lines.append("</div>")
    if outer:
        lines.append("</section>")
    lines += ["</article>", ""]
    return "\n".join(lines)


class _Ids:
    """Gives each heading an id of its own, made of its passage's, so that links to it last."""

    def __init__(self) -> None:
        self._taken = {"article"}

    def take(self, wanted: str) -> str:
        base = re.sub(r"[^a-z0-9_-]+", "-", wanted.lower()).strip("-") or "titre"
        base = base if base[0].isalpha() else f"t-{base}"
        found, number = base, 2
        while found in self._taken:
            found, number = f"{base}-{number}", number + 1
        self._taken.add(found)
        return found


def _block(laid: LaidBlock, ids: _Ids) -> list[str]:
    """Return the lines of a block, its ``section`` or ``div`` left open."""
    kind = laid.block.kind
    lines = [] if laid.rank else [f'<div class="{kind}">']
    for group in laid.groups:
        if group.kind == "heading":
            identifier = ids.take(group.passages[0].id)
            if group.block:
                lines.append(f'<section class="{kind}" aria-labelledby="{identifier}">')
            lines.append(f'<h{group.rank} id="{identifier}">{_inline(group.passages[0])}</h{group.rank}>')
        else:
            lines += _group(group)
    return lines


def _group(group: Group) -> list[str]:
    if group.kind == "paragraph":
        if len(group.passages) > 1:
            return [f"<p>{' '.join(_inline(passage) for passage in group.passages)}</p>"]
        return _paragraphs(group.passages[0])
    tag = "ul" if group.kind == "bullets" else "ol"
    start = f' start="{group.start}"' if tag == "ol" and group.start != 1 else ""
    return [f"<{tag}{start}>", *(f"<li>{_inline(passage)}</li>" for passage in group.passages), f"</{tag}>"]


def _paragraphs(passage: Passage) -> list[str]:
    parts = text_paragraphs(passage.text)
    if len(parts) < 2:
        return [f"<p>{_inline(passage)}</p>"]
    return [f"<p>{_text(part)}</p>" for part in parts]


def _inline(passage: Passage) -> str:
    label, rest = split_label(passage)
    return f"<strong>{_text(label)}</strong>{_text(rest)}" if label else _text(rest.strip())


def _text(text: str) -> str:
    return escape(_LINE_END.sub(" ", text), quote=True)
