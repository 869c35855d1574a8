"""Files that appear whole or not at all: written to a private `.part` beside their place, synced, renamed."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import secrets
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from client.model.full_disk import is_disk_full
from client.seal.errors import (
    DiskFullError,
    OutputExistsError,
    OutputFailedError,
    SourceMissingError,
    SourceUnreadableError,
)

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_REPLACE_ATTEMPTS = 40 if os.name == "nt" else 1
_REPLACE_WAIT_S = 0.05


@contextlib.contextmanager
def private_output(
    out: Path, *, force: bool = False, before_name: Callable[[], None] | None = None
) -> Iterator[BinaryIO]:
    """A new file (0600) that takes the place `out` when the block ends, and vanishes when the block raises.

    `before_name` is called once all of it is on the disk: what it writes down is there whenever the file is.
    Raises OutputExistsError (something is there and not `force`; a folder always), DiskFullError and
    OutputFailedError. OSErrors inside the block are taken for the output's: reading goes through `private_source`.
    """
    if os.path.isdir(out) or (not force and os.path.lexists(out)):  # noqa: PTH112 - a null byte must not raise here
        raise OutputExistsError
    if not out.name or "\0" in os.fspath(out):
        raise OutputFailedError
    part = out.with_name(f"{out.name}.{secrets.token_hex(4)}.part")
    with _output_errors():
        # O_EXCL: a link that somebody put there is never followed.
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
        descriptor = os.open(part, flags, 0o600)
        try:
            with _Sink(descriptor, "wb") as sink:
                yield cast(BinaryIO, sink)
                os.fsync(descriptor)
            if before_name is not None:
                before_name()
            take_place(part, out, force=force)
        except BaseException:
            with contextlib.suppress(OSError):
                part.unlink()
            raise
        sync_folder(out.parent)


@contextlib.contextmanager
def private_source(path: Path) -> Iterator[BinaryIO]:
    """`path` open for reading. Raises SourceMissingError and, also later from `read`, SourceUnreadableError."""
    try:
        stream = path.open("rb", buffering=0)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError, ValueError):
        raise SourceMissingError from None
    except OSError:
        # Windows says "permission denied" for a folder.
        raise (SourceMissingError if path.is_dir() else SourceUnreadableError) from None
    with stream:
        yield _Source(stream)  # type: ignore[misc]


def take_place(part: Path, out: Path, *, force: bool) -> None:
    """Give `part` the name `out`: whatever had it only with `force`. Raises FileExistsError and other OSErrors."""
    if not force:
        try:
            # A hard link fails when something appeared there meanwhile; a rename would replace it.
            os.link(part, out)
        except FileExistsError:
            raise
        except OSError:
            # FAT and some network filesystems have no hard links.
            if os.path.lexists(out):
                raise FileExistsError from None
        else:
            with contextlib.suppress(OSError):  # the name is given; the next command removes the part
                part.unlink()
            return
    replace_file(part, out)


def replace_file(part: Path, out: Path) -> None:
    """Give `part` the name `out`, whatever had it. Raises OSError.

    Windows refuses while anybody has either of them open. A virus scanner or indexer has a new file for a moment, so
    there it is tried again for two seconds.
    """
    for attempt in range(_REPLACE_ATTEMPTS):
        try:
            os.replace(part, out)  # noqa: PTH105
        except PermissionError:
            if attempt == _REPLACE_ATTEMPTS - 1:
                raise
            time.sleep(_REPLACE_WAIT_S)
        else:
            return


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut, where the system lets a folder be synced.

    Windows has no such call: NTFS journals the rename itself.
    """
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network and FUSE filesystems refuse to sync a folder; the rename itself has happened.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)


class _Sink(io.FileIO):
    """Writes all it is given. On a disk that is filling up a bare FileIO writes less and says so by its count alone."""

    def write(self, data: ReadableBuffer, /) -> int:
        view = memoryview(data).cast("B")
        written = 0
        while written < len(view):
            written += super().write(view[written:])
        return written


class _Source:
    """A readable file whose errors are told apart from the output's."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        try:
            return self._stream.read(size)
        except OSError:
            raise SourceUnreadableError from None


@contextlib.contextmanager
def _output_errors() -> Iterator[None]:
    try:
        yield
    except (FileExistsError, IsADirectoryError):
        raise OutputExistsError from None
    except OSError as error:
        raise (DiskFullError if is_disk_full(error) else OutputFailedError) from None
