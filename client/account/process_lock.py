"""One process at a time: a lock on a file that the operating system takes back when its holder dies."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from client.account.errors import SessionFolderError
from client.model.folders import make_private_folders
from client.network.errors import TimedOutError
from client.secrets.file_lock import open_lock_file, try_lock

_POLL_S = 0.02


@contextmanager
def process_lock(path: Path, wait_s: float = 60.0, wait: Callable[[float], None] = time.sleep) -> Iterator[None]:
    """Hold the lock of `path` for the block; raises TimedOutError (`deadline`) when another keeps it for `wait_s`.

    The file is made 0600 and stays. Raises SessionFolderError where it cannot be made.
    """
    try:
        make_private_folders(path.parent)
        descriptor = open_lock_file(path)
    except OSError as error:
        raise SessionFolderError(reason=errno.errorcode.get(error.errno or 0, "OTHER")) from None
    try:
        left_s = wait_s
        while not try_lock(descriptor):
            if left_s <= 0:
                raise TimedOutError(phase="deadline")
            wait(_POLL_S)
            left_s -= _POLL_S
        yield
    finally:
        os.close(descriptor)
