"""Locks between processes: the operating system's lock on an open file, which dies with whoever holds it.

The one place that speaks to the system's locks. The lock is on the open file and not on its existence: nothing has to
be cleaned up after `kill -9`, and a lock file is never removed (removing one lets two holders in).
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

_POLL_S = 0.02

_WINDOWS_LOCKED_BYTE = 1 << 30
"""Windows locks are mandatory, so the locked byte lies far behind anything a holder writes for others to read."""


def open_lock_file(path: Path) -> int:
    """A descriptor of the lock file `path`, made 0600 when missing. Raises OSError, also for a symbolic link.

    Every call opens the file anew, so two threads of one process exclude each other as two processes do.
    """
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
    return os.open(path, flags, 0o600)


if sys.platform == "win32":
    import msvcrt

    def try_lock(descriptor: int) -> bool:
        """True when the lock on the open file is ours now, False when another has it; closing gives it up."""
        os.lseek(descriptor, _WINDOWS_LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def try_lock(descriptor: int) -> bool:
        """True when the lock on the open file is ours now, False when another has it; closing gives it up."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class FileLock:
    """A lock on the file `path`, re-entrant within its owner.

    `held()` blocks until no other process holds it, and may be nested. Raises OSError where the file cannot be made or
    locked.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._threads = threading.RLock()
        self._depth = 0
        self._descriptor = -1

    @contextlib.contextmanager
    def held(
        self, on_wait: Callable[[], None] | None = None, pause: Callable[[float], None] = time.sleep
    ) -> Iterator[None]:
        """Hold the lock for the block. `on_wait` is called once where another process holds it now, `pause` (seconds)
        between two tries; what it raises ends the waiting."""
        with self._threads:
            if self._depth == 0:
                self._descriptor = _open_locked(self._path, on_wait, pause)
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
                if self._depth == 0:
                    # Closing releases the lock.
                    os.close(self._descriptor)


def _open_locked(path: Path, on_wait: Callable[[], None] | None, pause: Callable[[float], None]) -> int:
    descriptor = open_lock_file(path)
    try:
        while not try_lock(descriptor):
            if on_wait is not None:
                on_wait()
                on_wait = None
            pause(_POLL_S)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor
