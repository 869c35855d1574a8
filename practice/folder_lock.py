"""One service per data folder."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from practice.errors import PracticeFolderError, PracticeFolderInUseError


class FolderLock:
    """Held until `release` or the end of the process, however it ends.

    SQLite's own file lock: it works the same on every system and leaves nothing stale behind after a kill.
    """

    def __init__(self, path: Path) -> None:
        try:
            path.touch(mode=0o600, exist_ok=True)
            self._connection = sqlite3.connect(path, isolation_level=None, timeout=0, check_same_thread=False)
        except (OSError, sqlite3.Error) as error:
            raise PracticeFolderError from error
        try:
            # Nothing is ever written; without this a journal would lie beside the lock.
            self._connection.execute("PRAGMA journal_mode = MEMORY")
            self._connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            self._connection.close()
            if "locked" in str(error):
                raise PracticeFolderInUseError from None
            raise PracticeFolderError from error

    def release(self) -> None:
        self._connection.close()
