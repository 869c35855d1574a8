"""Parts of outputs that a killed command left behind: the next one that writes the same removes them.

Whoever writes a part holds the system's lock on it, which ends with the process: what nobody holds, nobody finishes.
"""

from __future__ import annotations

import os
import re
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from client.seal.errors import OutputFailedError
from client.seal.private_output import private_output
from client.secrets.file_lock import try_lock
from client.tasks.errors import about

_PART = re.compile(r"(?P<name>.+)\.[0-9a-f]{8}\.part")
_LEAST_AGE_S = 1.0  # between a part's making and its lock lies a moment


def hold_part(descriptor: int) -> None:
    """Say that this open part is being written, until it is closed."""
    with suppress(OSError):  # a file system without locks: nobody removes it there either
        try_lock(descriptor)


def remove_left_parts(folder: Path, is_ours: Callable[[str], object]) -> None:
    """Remove the parts in `folder` of outputs whose name `is_ours`, but those that somebody writes."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            found = _PART.fullmatch(entry.name)
            if found is not None and is_ours(found["name"]):
                _remove_unless_held(Path(entry.path))


@contextmanager
def swept_output(out: Path, *, force: bool, before_name: Callable[[], None] | None = None) -> Iterator[BinaryIO]:
    """`private_output`, which removes what a killed command left of the same output, and names it where it fails."""
    remove_left_parts(out.parent, out.name.__eq__)
    try:
        with private_output(out, force=force, before_name=before_name) as sink:
            hold_part(sink.fileno())
            yield sink
    except OutputFailedError as error:
        raise about(error, out) from error


def _remove_unless_held(part: Path) -> None:
    flags = os.O_RDWR
    for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, name, 0)
    with suppress(OSError):
        descriptor, is_held_by_us = os.open(part, flags), False
        try:
            status = os.fstat(descriptor)
            is_old = time.time() - status.st_mtime >= _LEAST_AGE_S
            if stat.S_ISREG(status.st_mode) and is_old and try_lock(descriptor):
                try:
                    part.unlink(missing_ok=True)
                except PermissionError:  # Windows removes nothing that is open
                    is_held_by_us = True
        finally:
            os.close(descriptor)
        if is_held_by_us:
            part.unlink(missing_ok=True)
