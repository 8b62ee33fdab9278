"""What LanguageTool said of a sentence, kept on disk: a second run of the same article needs no Java.

One SQLite file, addressed by content: the key is the SHA-256 of what judges (jars, options) and of the text. Several processes may use it. It is
only a memory: damaged, it is made anew; unwritable, it is done without; it never stops a run.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

MAX_ROWS = 200_000  # about 60 MB
_SCHEMA = "CREATE TABLE IF NOT EXISTS verdict (n INTEGER PRIMARY KEY, key TEXT UNIQUE NOT NULL, value TEXT NOT NULL)"


def key_of(*parts: str) -> str:
    """Return the key of what ``parts`` say, in order."""
    return hashlib.sha256("\0".join(f"{len(part)}:{part}" for part in parts).encode("utf-8", "surrogatepass")).hexdigest()


class Verdicts:
    """A map of keys to JSON values on disk. ``usable`` is False when there is nowhere to keep anything."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None
        self._open()

    @property
    def usable(self) -> bool:
        """Whether what is kept will be there next time."""
        return self._connection is not None

    def _open(self) -> None:
        for _attempt in (1, 2):
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                connection = sqlite3.connect(self.path, timeout=10, check_same_thread=False, isolation_level=None)
                try:
                    connection.execute("PRAGMA synchronous=OFF")
                    connection.execute(_SCHEMA)
                    connection.execute("SELECT n, key, value FROM verdict LIMIT 1").fetchall()
                except BaseException:
                    connection.close()
                    raise
                self._connection = connection
                return
            except sqlite3.OperationalError as error:
                if "no such column" not in str(error):
                    return  # locked for long, read-only, full: done without
                self._discard()
            except sqlite3.DatabaseError:
                self._discard()
            except OSError:
                return

    def _discard(self) -> None:
        self.close()
        with contextlib.suppress(OSError):
            self.path.unlink()

    def get(self, keys: Sequence[str]) -> dict[str, object]:
        """Return what is known under ``keys``; a value that cannot be read is not known."""
        found: dict[str, object] = {}
        if self._connection is None:
            return found
        try:
            for start in range(0, len(keys), 500):
                part = keys[start : start + 500]
                marks = ",".join("?" * len(part))
                for key, value in self._connection.execute(f"SELECT key, value FROM verdict WHERE key IN ({marks})", part):
                    with contextlib.suppress(ValueError):
                        found[key] = json.loads(value)
        except sqlite3.OperationalError:
            return found
        except sqlite3.DatabaseError:
            self._discard()
            self._open()
        return found

    def put(self, items: Iterable[tuple[str, object]]) -> None:
        """Keep ``items``. What cannot be written is not kept."""
        if self._connection is None:
            return
        rows = [(key, json.dumps(value, ensure_ascii=False, separators=(",", ":"))) for key, value in items]
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._connection.executemany("INSERT OR REPLACE INTO verdict (key, value) VALUES (?, ?)", rows)
                self._connection.execute("DELETE FROM verdict WHERE n <= (SELECT MAX(n) FROM verdict) - ?", (MAX_ROWS,))
                self._connection.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise
        except sqlite3.OperationalError:
            return
        except sqlite3.DatabaseError:
            self._discard()
            self._open()

    def count(self) -> int | None:
        """Return how many values are kept, None when they cannot be read."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute("SELECT COUNT(*) FROM verdict").fetchone()
        except sqlite3.Error:
            return None
        return int(row[0])

    def close(self) -> None:
        """Close the file."""
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None
