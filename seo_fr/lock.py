"""``seo-fr.lock``: all that can change the bytes of a page, frozen. A page written under a lock is written under nothing else."""

from __future__ import annotations

import json
from pathlib import Path

from seo_fr.errors import Refused
from seo_fr.fingerprint import components
from seo_fr.model import Finding
from seo_fr.options import Options
from seo_fr.rulebook import load

LOCK = "seo-fr.lock"
FORMAT = "seo-fr-lock/1"
#: What an article has of its own is no part of the installation.
_OF_ARTICLE = ("option:keyphrase", "option:title", "option:overrides")
#: How many differing files of one kind are named.
_NAMED = 8

_KINDS = {
    "code": "le code",
    "rule": "la règle",
    "template": "le gabarit",
    "package": "le paquet",
    "option": "l’option",
    "pipeline": "le modèle de langue",
    "languagetool": "LanguageTool",
    "java": "Java",
    "python": "Python",
    "glossary": "le glossaire",
    "source": "la source",
    "overrides": "la retouche",
}


def french_name(name: str) -> str:
    """Return what a component is called: « le gabarit h1/cle.j2 », « le paquet spacy », « LanguageTool »."""
    kind, _, rest = name.partition(":")
    called = {"rule": "le fichier de règles", "languagetool": "LanguageTool,"}.get(kind, _KINDS.get(kind, kind)) if rest else _KINDS.get(kind, kind)
    return f"{called} {rest}".rstrip()


def installed(options: Options) -> dict[str, str]:
    """Return the components of this installation, without what belongs to one article. Raises SeoFrError for broken rules or a server that does not answer."""
    version = languagetool_version(options)
    return {name: value for name, value in components(load(), options, version).items() if name not in _OF_ARTICLE}


def languagetool_version(options: Options) -> str:
    """Return the version of LanguageTool that ``options`` use, «» for none. Asks the server only where one is given by address."""
    if not options.grammar:
        return ""
    if not options.languagetool:
        from seo_fr.check.provision import locked

        return locked().version
    from seo_fr.check.grammar import open_gate

    with open_gate(options.languagetool, options.java) as gate:
        return gate.version


def lock_text(found: dict[str, str]) -> str:
    """Return the text of a lock: one component a line, sorted, so that a change is a line of a diff."""
    return json.dumps({"format": FORMAT, "components": found}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def read_lock(path: str) -> dict[str, str]:
    """Return the components of a lock. Raises Refused where it is absent or not a lock."""
    try:
        data = json.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        message = f"Le verrou {path} ne peut pas être lu ({error.strerror}). Écrivez-le avec « seo-fr lock », ou donnez le bon chemin à --lock."
        raise Refused(Finding("verrou-absent", "error", path, message)) from None
    except ValueError:
        data = None
    if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("components"), dict):
        raise Refused(Finding("verrou-illisible", "error", path, f"{path} n’est pas un verrou de seo-fr. Écrivez-le de nouveau avec « seo-fr lock »."))
    return {str(name): str(value) for name, value in data["components"].items()}


def _short(value: str) -> str:
    return value[:12] if len(value) == 64 else value or "rien"


def describe(name: str, before: str | None, now: str | None) -> str:
    """Return what became of one component, in French."""
    called = french_name(name)
    called = called[:1].upper() + called[1:]
    if before is None:
        return f"{called} : ajouté ({_short(now or '')})"
    if now is None:
        return f"{called} : absent (verrou : {_short(before)})"
    return f"{called} : {_short(before)} → {_short(now)}"


def changed(before: dict[str, str], now: dict[str, str]) -> tuple[str, ...]:
    """Return the names of the components that differ, sorted."""
    return tuple(sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name)))


def differences(before: dict[str, str], now: dict[str, str]) -> tuple[str, ...]:
    """Return a French line for each component that differs; of many files of one kind the first are named, the others counted."""
    lines: list[str] = []
    seen: dict[str, int] = {}
    for name in changed(before, now):
        kind = name.partition(":")[0]
        seen[kind] = seen.get(kind, 0) + 1
        if seen[kind] <= _NAMED:
            lines.append(describe(name, before.get(name), now.get(name)))
    lines += [f"… et {count - _NAMED} autres fichiers : {_KINDS.get(kind, kind)}" for kind, count in seen.items() if count > _NAMED]
    return tuple(lines)


def require(path: str, options: Options) -> None:
    """Return if this installation is the one of the lock. Raises Refused, saying exactly what differs."""
    found = differences(read_lock(path), installed(options))
    if found:
        many = "s" if len(found) > 1 else ""
        message = f"L’installation n’est pas celle du verrou {path} : rien n’est écrit. Différence{many} :\n" + "\n".join(f"  – {line}" for line in found)
        raise Refused(Finding("verrou", "error", path, message + "\nRevenez aux versions du verrou, ou refaites-le avec « seo-fr lock » après relecture."))
