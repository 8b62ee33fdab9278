"""The documents say what the program does: every command, option and file that they name is there, and the other way round."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import click
import pytest

from seo_fr.cli import BLOCKS, FORMATS, SEVERITIES, cli
from tests.document import ARTICLE, END, README, START, excerpt, help_of_all
from tests.processes import ROOT

DOCUMENTS = (*sorted((ROOT / "docs").glob("*.md")), README, ROOT / "ARCHITECTURE.md", ROOT / "CHANGELOG.md")
TEXT = README.read_text(encoding="utf-8")
EVERYTHING = "\n".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)
REFRESH = "lancez : python -m tests.document"


def parameters() -> list[tuple[str, str]]:
    return [(name, option) for name, command in sorted(cli.commands.items()) for one in command.params if isinstance(one, click.Option) for option in one.opts]


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_is_documented(name: str) -> None:
    assert f"seo-fr {name}" in EVERYTHING, REFRESH


@pytest.mark.parametrize(("name", "option"), parameters())
def test_every_option_is_documented(name: str, option: str) -> None:
    section = EVERYTHING.partition(f"\n## seo-fr {name}\n")[2].partition("\n## seo-fr ")[0]
    assert re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", section), REFRESH


def test_the_help_in_the_documents_is_the_program_s() -> None:
    assert (ROOT / "docs" / "commandes.md").read_text(encoding="utf-8") == help_of_all(), REFRESH


def test_readme_names_only_options_and_values_that_exist() -> None:
    refusals = {option for command in cli.commands.values() for one in command.params for option in one.secondary_opts}  # « --no-… »
    known = {option for _name, option in parameters()} | refusals | {"--help", "--version"}
    ours = re.findall(r"^seo-fr .*|^    - seo-fr .*|^cat .*|^\| `.*", TEXT, re.MULTILINE)
    assert len(ours) > 10
    for line in ours:
        for option in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", line.partition("#")[0]):
            assert option in known, f"{option} in: {line}"
    for value in (*FORMATS, *BLOCKS, *SEVERITIES):
        assert f"`{value}`" in TEXT


def test_shell_lines_of_the_readme_parse() -> None:
    for block in re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL):
        assert subprocess.run(["bash", "-n", "-c", block], capture_output=True, check=False).returncode == 0, block
        for line in block.splitlines():
            if line.startswith("seo-fr "):
                assert shlex.split(line, comments=True)[1] in cli.commands


def test_files_that_documents_name_exist() -> None:
    for path in DOCUMENTS:
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"
    for target in re.findall(r"(?<![\w/])((?:corpus|docs|rules|templates|tests|seo_fr)/[\w./-]+\.\w+)", EVERYTHING):
        assert (ROOT / target).exists(), target
    for module in re.findall(r"python -m ((?:tests|benchmarks|seo_fr)[\w.]*)", EVERYTHING):
        place = ROOT / module.replace(".", "/")
        assert place.with_suffix(".py").exists() or (place / "__main__.py").exists(), module
    for script in re.findall(r"python (benchmarks/\w+\.py)", EVERYTHING):
        assert (ROOT / script).exists(), script


def test_the_article_of_the_first_command_is_long_enough() -> None:
    (name,) = set(re.findall(r"seo-fr write (corpus/\S+)", TEXT))
    assert ROOT / name == ARTICLE
    assert len(ARTICLE.read_text(encoding="utf-8").split()) > 500


def test_the_excerpt_is_the_approved_page_s() -> None:
    approved = ARTICLE.with_name("page.md")
    if not approved.exists():
        pytest.skip("pas encore de page approuvée")
    assert TEXT[TEXT.index(START) : TEXT.index(END)].strip().endswith(excerpt(approved.read_text(encoding="utf-8")).strip()), REFRESH


def test_the_test_command_is_there_for_ci() -> None:
    marker = "<!-- tests -->\n```sh\n"
    assert TEXT.count(marker) == 1
    command = TEXT.partition(marker)[2].partition("```")[0]
    for word in ("--require-hashes -r requirements.lock", "--no-deps --no-build-isolation", "ruff check", "mypy", "seo-fr validate", "pytest"):
        assert word in command
    assert command.strip().splitlines()[-1].endswith("pytest -q"), "pytest's summary comes last"


def test_no_document_names_a_package_registry_s_host() -> None:
    for path in (*DOCUMENTS, ROOT / "requirements.lock", ROOT / "setup.cfg", Path(ROOT / ".ci" / "run")):
        assert not re.search(r"pypi\.|pythonhosted|maven\.org|mvnrepository", path.read_text(encoding="utf-8")), path.name


def test_changes_are_told_for_this_version() -> None:
    from seo_fr.version import __version__

    assert f"\n## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
