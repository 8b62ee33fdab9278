"""Runs one command and ends it when our own end of a pipe closes, however we ended: exit, crash, SIGTERM or SIGKILL.

Run as a script by an isolated interpreter (``python -I -S watchdog.py COMMAND…``), with the pipe as standard input. It imports nothing of
seo_fr. The command's own exit code is passed on. On Linux the command also dies with this process (``PR_SET_PDEATHSIG``): that signal comes when the *thread* that
forked ends, which is why it is set here, by a process with one lasting main thread, and not in a library that may start the server from a short-lived thread.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading


def _die_with_parent() -> None:
    try:
        import ctypes

        ctypes.CDLL(None).prctl(1, 9)  # PR_SET_PDEATHSIG, SIGKILL
    except Exception:  # another system: the pipe is enough
        pass


def main(command: list[str]) -> None:
    """Run ``command`` until it ends or standard input closes."""
    linux = sys.platform.startswith("linux")
    try:
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, preexec_fn=_die_with_parent if linux else None)  # noqa: PLW1509 (one thread so far)
    except OSError as error:
        print(f"{command[0]}: {error.strerror}", file=sys.stderr, flush=True)
        os._exit(127)

    def follow() -> None:
        code = child.wait()
        os._exit(code if code >= 0 else 128 - code)

    threading.Thread(target=follow, daemon=True).start()
    try:
        while os.read(0, 4096):
            pass
    except OSError:
        pass
    child.kill()
    child.wait()
    os._exit(143)


if __name__ == "__main__":
    main(sys.argv[1:])
