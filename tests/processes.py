"""Real processes of ``seo-fr``, for what only a process shows: streams, signals, environment, installation."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"
#: Variables of the machine that must not leak into a test.
OURS = ("SEO_FR_LANGUAGETOOL", "SEO_FR_JAVA", "SEO_FR_DEBUG", "PYTHONHASHSEED", "LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE", "TZ")


def sources() -> tuple[Path, ...]:
    """Return the articles of corpus/, sorted."""
    return tuple(sorted(path for path in CORPUS.glob("*/article.*") if path.suffix in (".txt", ".md", ".html")))


def environment(changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment of a process that imports this checkout, whatever the working directory."""
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    return kept | {"PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"} | dict(changes or {})


def run(
    *arguments: str | Path,
    stdin: bytes | None = None,
    changes: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    python: str = sys.executable,
    seconds: float = 240,
) -> subprocess.CompletedProcess[bytes]:
    """Run ``python -m seo_fr`` to its end and return what came of it."""
    command = [python, "-m", "seo_fr", *map(str, arguments)]
    given = {"stdin": subprocess.DEVNULL} if stdin is None else {"input": stdin}
    return subprocess.run(command, capture_output=True, env=environment(changes), cwd=cwd or ROOT, timeout=seconds, check=False, **given)  # type: ignore[call-overload, no-any-return]
