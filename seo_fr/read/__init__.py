"""Reads a source – text, Markdown or HTML, in any encoding a newsroom meets – into an :class:`~seo_fr.model.Article`."""

from __future__ import annotations

import errno
import re
from pathlib import Path
from typing import Literal

from seo_fr.errors import Refused
from seo_fr.model import Article, Finding
from seo_fr.read.assemble import assemble
from seo_fr.read.decode import decode, refuse, refuse_mojibake
from seo_fr.read.normalise import normalise
from seo_fr.read.pieces import Draft
from seo_fr.read.plain import read_plain

__all__ = ["LIMIT", "Form", "Refused", "read_bytes", "read_path", "read_text"]

LIMIT = 20_000  # words
BYTES_PER_WORD = 200  # an HTML page weighs many times its text

Form = Literal["text", "markdown", "html"]
_FORMS: dict[str, Form] = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html"}


def read_path(path: str | Path, *, title: str | None = None, limit: int = LIMIT) -> Article:
    """Return the article in the file at ``path``; its extension tells Markdown and HTML from text.

    ``title`` replaces the source's own; ``limit`` is in words of the body. Raises Refused where there is no readable file or :func:`read_bytes` refuses it.
    """
    path = Path(path)
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise refuse("source-dossier", name, "c’est un dossier, pas un fichier. Donnez les fichiers qu’il contient.")
        with path.open("rb") as stream:
            data = stream.read(limit * BYTES_PER_WORD + 1)
    except OSError as error:
        raise _unreadable(name, error) from None
    except ValueError:
        raise refuse("source-introuvable", ascii(name), "ce nom de fichier n’est pas permis.") from None
    return read_bytes(data, name, title=title, limit=limit)


def read_bytes(data: bytes, name: str, *, title: str | None = None, limit: int = LIMIT) -> Article:
    """Return the article in ``data``. ``name`` serves in messages, and its extension tells Markdown and HTML from text.

    Raises Refused for what is empty, binary, too large, in an unknown encoding, or not an article in French (see :func:`read_text`).
    """
    if len(data) > limit * BYTES_PER_WORD:
        raise refuse(
            "source-trop-longue",
            name,
            f"la source dépasse {limit * BYTES_PER_WORD // 1000} ko. Donnez un seul article, ou relevez la limite.",
            str(len(data)),
        )
    text, findings = decode(data, name)
    return _read(text, name, title, limit, _FORMS.get(Path(name).suffix.lower()), findings)


def read_text(text: str, name: str = "-", *, title: str | None = None, limit: int = LIMIT, form: Form | None = None) -> Article:
    """Return the article in ``text``. Where ``form`` is None, HTML and front matter are recognised by how the text begins.

    Raises Refused for text that is empty, has lone surrogates, nulls or mangled accents, exceeds ``limit`` words, is not French, or holds no sentence.
    """
    if len(text) > limit * BYTES_PER_WORD:
        raise refuse(
            "source-trop-longue",
            name,
            f"la source dépasse {limit * BYTES_PER_WORD // 1000} ko. Donnez un seul article, ou relevez la limite.",
            str(len(text)),
        )
    return _read(text, name, title, limit, form, ())


def _read(text: str, name: str, title: str | None, limit: int, form: Form | None, findings: tuple[Finding, ...]) -> Article:
    text, noticed = normalise(text, name, spaces=form != "markdown")
    findings += noticed
    refuse_mojibake(text, name)
    if not text.strip():
        raise refuse("source-vide", name, "la source est vide. Donnez le texte d’un article.")
    if title is not None:
        title, _ = normalise(title, name)
    draft = _draft(text, name, form)
    draft = Draft(draft.pieces, draft.metadata, findings + draft.findings)
    return assemble(draft, name, title=title, limit=limit)


def _draft(text: str, name: str, form: Form | None) -> Draft:
    from seo_fr.read.html import looks_like_html, read_html
    from seo_fr.read.markdown import read_markdown, split_front_matter

    if form == "html" or (form is None and looks_like_html(text)):
        return _normalised(read_html(text, name), name)
    body, metadata, findings = split_front_matter(text, name)
    if form is None and re.match(r"\s*[{\[]\s*[\"{\[]", body):
        raise refuse("source-donnees", name, "c’est du JSON, pas un article. Donnez le texte de l’article.")
    draft = _normalised(read_markdown(body, name), name) if form == "markdown" else read_plain(body)
    return Draft(draft.pieces, metadata + draft.metadata, findings + draft.findings)


def _normalised(draft: Draft, name: str) -> Draft:
    """Return ``draft`` with the characters that entities (``&shy;``, ``&#8232;``) brought in normalised as the others were, still before any offset exists."""
    from dataclasses import replace

    pieces = []
    for piece in draft.pieces:
        text, _ = normalise(piece.text, name)
        text = " ".join(text.split("\n")).strip()
        if text:
            pieces.append(replace(piece, text=text))
    metadata = tuple((key, normalise(value, name)[0]) for key, value in draft.metadata)
    return Draft(tuple(pieces), metadata, draft.findings)


def _unreadable(name: str, error: OSError) -> Refused:
    if error.errno == errno.ENOENT:
        return refuse("source-introuvable", name, "ce fichier n’existe pas. Vérifiez son nom et son dossier.")
    if error.errno in (errno.EACCES, errno.EPERM):
        return refuse("source-illisible", name, "ce fichier ne peut pas être lu : le droit de lecture manque.")
    return refuse("source-illisible", name, f"ce fichier ne peut pas être lu ({error.strerror or error}).")
