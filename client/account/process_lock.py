"""One process at a time: a lock on a file that the operating system takes back when its holder dies."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from client.account.errors import SessionFolderError
from client.network.errors import TimedOutError

_POLL_S = 0.02


@contextmanager
def process_lock(path: Path, wait_s: float = 60.0, wait: Callable[[float], None] = time.sleep) -> Iterator[None]:
    """Hold the lock of `path` for the block; raises TimedOutError (`deadline`) when another keeps it for `wait_s`.

    The file is made 0600 and stays. Raises SessionFolderError where it cannot be made.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise SessionFolderError(reason=errno.errorcode.get(error.errno or 0, "OTHER")) from None
    try:
        left_s = wait_s
        while not _try_lock(descriptor):
            if left_s <= 0:
                raise TimedOutError(phase="deadline")
            wait(_POLL_S)
            left_s -= _POLL_S
        yield
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
