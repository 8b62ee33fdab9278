"""Writes ``requirements.lock`` anew from setup.cfg: ``python -m tests.lock``; ``--upgrade`` takes newer versions. Needs ``uv`` on the PATH and the network.

One file for run time and tests, for every Python and platform that setup.cfg allows, with the hashes of all their wheels; one version of each package
whatever the Python, as far as there is one, because the versions of some are in the fingerprint of a page.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OPTIONS = ("--universal", "--python-version=3.11", "--fork-strategy=fewest", "--generate-hashes", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links")
COMMAND = ("uv", "pip", "compile", "setup.cfg", "--output-file=requirements.lock", "--extra=test", "--quiet", *OPTIONS)


def main() -> int:
    """Run uv; return its exit code."""
    environment = os.environ | {"UV_CUSTOM_COMPILE_COMMAND": "python -m tests.lock"}
    return subprocess.run([*COMMAND, *sys.argv[1:]], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
