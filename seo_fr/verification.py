"""``seo-fr verify``: files in, the verdicts of :mod:`seo_fr.check.verify` out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from seo_fr.errors import Refused
from seo_fr.model import Finding

if TYPE_CHECKING:
    from seo_fr.check.verify import Verification

_FORMS: dict[str, Literal["md", "html", "text"]] = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".xhtml": "html", ".txt": "text"}


def _refuse(place: str, message: str) -> Refused:
    return Refused(Finding("verification", "error", place, message))


def form_of(path: str, text: str) -> Literal["md", "html", "text"]:
    """Return the form of a page: by its extension, else HTML where it begins with a tag, else Markdown (of which plain text is a case)."""
    return _FORMS.get(Path(path).suffix.lower()) or ("html" if text.lstrip().startswith("<") else "md")


def _read(path: str) -> str:
    from seo_fr.read.decode import decode

    try:
        text = decode(Path(path).read_bytes(), path)[0]
    except (OSError, ValueError) as error:
        raise _refuse(path, f"{path} ne peut pas être lu ({getattr(error, 'strerror', None) or error}). Vérifiez le nom et les droits.") from None
    if not text.strip():
        raise _refuse(path, f"{path} est vide : rien à vérifier.")
    return text.replace("\r\n", "\n")


def verify_files(page: str, source: str, ledger: str | None = None, title: str | None = None) -> Verification:
    """Return the verdict on each sentence of the file ``page`` against the article in ``source``. Raises Refused for what cannot be read."""
    from seo_fr.batch import read_source
    from seo_fr.check.verify import verify

    article = read_source(source, title, None)
    text = _read(page)
    entries: list[dict[str, object]] = []
    if ledger is not None:
        for number, line in enumerate(_read(ledger).split("\n"), 1):
            if line.strip():
                try:
                    entry = json.loads(line)
                except ValueError:
                    entry = None
                if not isinstance(entry, dict):
                    raise _refuse(ledger, f"{ledger}:{number} : ce n’est pas une ligne de registre. Donnez le fichier de « write --ledger ».")
                entries.append(entry)
    return verify(text, form_of(page, text), article, entries)


def shown(result: Verification, as_json: bool) -> str:
    """Return the verdicts as JSON or as a table."""
    from seo_fr.check.verify_forms import to_json, to_table

    return to_json(result) if as_json else to_table(result)


def write_html(result: Verification, path: str) -> None:
    """Write the page with both texts side by side. Raises Unwritable."""
    from seo_fr.check.verify_forms import to_html
    from seo_fr.publish.files import write_atomically

    write_atomically(path, to_html(result))
