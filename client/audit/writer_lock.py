"""One writer at a time, across processes: an operating-system lock that dies with whoever holds it."""

from __future__ import annotations

import time
from contextlib import AbstractContextManager
from pathlib import Path

from client.audit.errors import AuditBusyError
from client.secrets.file_lock import FileLock


def writer_lock(path: Path, wait_s: float) -> AbstractContextManager[None]:
    """Hold the lock on the file `path` (made 0600) for the block. Entering raises AuditBusyError after `wait_s`
    seconds."""
    deadline = time.monotonic() + wait_s

    def pause(seconds: float) -> None:
        if time.monotonic() > deadline:
            raise AuditBusyError
        time.sleep(seconds)

    return FileLock(path).held(pause=pause)
