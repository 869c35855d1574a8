"""One writer at a time, across processes: an operating-system lock that dies with whoever holds it."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

from client.audit.errors import AuditBusyError
from client.secrets.file_lock import open_lock_file, try_lock

_POLL_S = 0.01


@contextlib.contextmanager
def writer_lock(path: Path, wait_s: float) -> Iterator[None]:
    """Hold the lock on the file `path` (made 0600) for the block. Raises AuditBusyError after `wait_s` seconds."""
    descriptor = open_lock_file(path)
    try:
        deadline = time.monotonic() + wait_s
        while not try_lock(descriptor):
            if time.monotonic() > deadline:
                raise AuditBusyError
            time.sleep(_POLL_S)
        yield
    finally:
        os.close(descriptor)
