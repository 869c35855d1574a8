"""Who drives the outbox: one process at a time, known by an operating-system lock that dies with its holder.

The lock is on the open file and not on its existence: nothing has to be cleaned up after `kill -9`, and a process id
that was given to another program cannot be taken for the driver. The holder's process id stands in the file for the
others to read, also on Windows, whose locks are mandatory: there the locked byte lies far behind it.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

from client.secrets.file_lock import open_lock_file, try_lock
from client.transfer.errors import OutboxBusyError
from client.transfer.spool import as_coded_errors

_LOOK_S = 0.3


class FileLock:
    """An exclusive lock on a file of its own, for one holder at a time (also within one process)."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def try_acquire(self, leave_pid: bool = True) -> bool:
        """True when the lock is ours now; with `leave_pid` our process id is in the file. Raises OutboxFolderError."""
        with as_coded_errors(self._path.parent):
            descriptor = open_lock_file(self._path)
            if not try_lock(descriptor):
                os.close(descriptor)
                return False
        self._descriptor = descriptor
        if leave_pid:
            # For people only, so a full disk may refuse it.
            with contextlib.suppress(OSError):
                os.ftruncate(descriptor, 0)
                os.write(descriptor, str(os.getpid()).encode("ascii"))
        return True

    def is_free(self) -> bool:
        """True when nobody holds it at this moment (leaves no trace)."""
        probe = FileLock(self._path)
        if not probe.try_acquire(leave_pid=False):
            return False
        probe.release()
        return True

    def acquire_within(self, wait_s: float) -> bool:
        """Try again and again for `wait_s` seconds."""
        deadline = time.monotonic() + wait_s
        while not self.try_acquire():
            if time.monotonic() > deadline:
                return False
            time.sleep(0.02)
        return True

    def release(self) -> None:
        """Give the lock up; does nothing when it is not held."""
        if self._descriptor is not None:
            descriptor, self._descriptor = self._descriptor, None
            os.close(descriptor)

    def holder_pid(self) -> int:
        """The process id that the present or last holder wrote; 0 when there is none to read."""
        try:
            return int(self._path.read_text(encoding="ascii") or "0")
        except (OSError, ValueError):
            return 0


@contextlib.contextmanager
def held(lock: FileLock) -> Iterator[None]:
    """Hold `lock` for the block; raises OutboxBusyError where another holds it (and not just looks at it)."""
    if not lock.acquire_within(_LOOK_S):
        raise OutboxBusyError(driver_pid=lock.holder_pid())
    try:
        yield
    finally:
        lock.release()
