"""All that can change the bytes of a page, by version or hash."""

from __future__ import annotations

import hashlib
import platform
from functools import cache
from importlib import metadata
from pathlib import Path

from seo_fr.options import Options
from seo_fr.rulebook import Rulebook
from seo_fr.version import __version__

_PACKAGES = ("spacy", "yake", "jinja2", "language-tool-python", "numpy")


@cache
def code_sha256() -> str:
    """Return the digest of the package's own Python files, paths included, line ends as ``\\n``."""
    root = Path(__file__).parent
    digest = hashlib.sha256()
    for file in sorted(root.rglob("*.py"), key=lambda path: path.relative_to(root).as_posix()):
        digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "absent"


def fingerprint(book: Rulebook, options: Options, languagetool: str) -> tuple[tuple[str, str], ...]:
    """Return name and value pairs, sorted. ``languagetool`` is the version and lock of the gate, «» where it was not used.

    Python and the machine are not in it: they must not change the bytes, and the tests hold them to that.
    """
    pairs = {
        "code": code_sha256(),
        "languagetool": languagetool or "aucun",
        "option:keyphrase": options.keyphrase or "",
        "option:title": options.title or "",
        "option:without": ",".join(sorted(options.without)),
        "option:words": str(options.words),
        "pipeline": f"{options.pipeline} {_version(options.pipeline.replace('_', '-'))}",
        "seo-fr": __version__,
        "rules": hashlib.sha256("".join(f"{path}\0{digest}\n" for path, digest in book.files if path.startswith("rules/")).encode()).hexdigest(),
        "templates": hashlib.sha256("".join(f"{path}\0{digest}\n" for path, digest in book.files if path.startswith("templates/")).encode()).hexdigest(),
    }
    pairs.update({f"package:{name}": _version(name) for name in _PACKAGES})
    return tuple(sorted(pairs.items()))


def runtime() -> tuple[tuple[str, str], ...]:
    """Return what runs us and must not change the bytes: shown by ``doctor``, never written into a page."""
    return (("python", platform.python_version()), ("machine", platform.machine()), ("système", platform.system()))
