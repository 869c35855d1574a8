"""Chunks of a source's body: bytes, or their place in the file for workers that read by themselves.

A place is read from a file opened again by its path, which must still be the one that was opened first.
"""

from __future__ import annotations

import io
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy as np
from numpy.typing import NDArray

from prep.bcf_line import BcfNames
from prep.errors import SourceChangedError, SourceMissingError, SourceNotFileError, SourceUnreadableError


class TextChunk(NamedTuple):
    """Whole lines of the body, the last perhaps without its newline at the end of the file."""

    text: bytes


class BlocksChunk(NamedTuple):
    """A run of whole BGZF blocks; lines may begin before it and end behind it. `offset` is its place in the file.

    `ahead` holds the first blocks of the next run, so that whoever reads this one can finish its last line; `before`
    the blocks of a BCF before these, in which the first record begins that ends here.
    """

    blocks: bytes
    offset: int
    ahead: bytes = b""
    before: bytes = b""


class RecordsChunk(NamedTuple):
    """Whole records of a BCF, each from its place in `starts` on; before and behind them other bytes may lie. `offset`
    is where in the file they are about."""

    data: bytes
    starts: NDArray[np.int64]
    names: BcfNames
    offset: int


class RangeChunk(NamedTuple):
    """A chunk as its place in the file: `size` bytes from `offset`, `ahead_size` more behind and `before_size` before
    them."""

    offset: int
    size: int
    ahead_size: int
    is_packed: bool
    before_size: int = 0


LoadedChunk = TextChunk | BlocksChunk
Chunk = LoadedChunk | RangeChunk
WorkChunk = Chunk | RecordsChunk


@dataclass(frozen=True)
class Place:
    """Where the bytes of a RangeChunk are, for another process of this computer."""

    path: Path = field(repr=False)
    identity: tuple[int, int, int]

    def read(self, chunk: RangeChunk) -> LoadedChunk:
        """The chunk with its bytes. Raises SourceChangedError where the file is another one by now."""
        with self._opened() as file:
            return read_range(file, chunk)

    def require_same(self) -> None:
        """Raise SourceChangedError where the file is another one by now."""
        self._opened().close()

    def _opened(self) -> BinaryIO:
        try:
            file = open_regular_file(self.path)
        except (SourceMissingError, SourceNotFileError):
            raise SourceChangedError from None
        if identity_of(file) != self.identity:
            file.close()
            raise SourceChangedError
        return file


def read_range(file: BinaryIO, chunk: RangeChunk) -> LoadedChunk:
    """The bytes of a range. Raises SourceChangedError where the file has become shorter."""
    file.seek(chunk.offset - chunk.before_size)
    before, data = _read_all(file, chunk.before_size), _read_all(file, chunk.size)
    if not chunk.is_packed:
        return TextChunk(data)
    return BlocksChunk(data, chunk.offset, _read_all(file, chunk.ahead_size), before)


def _read_all(file: BinaryIO, wanted: int) -> bytes:
    data = read_bytes(file, wanted)
    while len(data) < wanted and (more := read_bytes(file, wanted - len(data))):
        data += more  # a file system may give less than was asked for
    if len(data) != wanted:
        raise SourceChangedError
    return data


def open_regular_file(path: Path) -> BinaryIO:
    """Open an ordinary file, unbuffered. Raises SourceMissingError, SourceNotFileError and SourceUnreadableError."""
    try:
        # O_NONBLOCK: opening a FIFO that nobody writes to must not hang before it can be refused.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise SourceMissingError from None
    except IsADirectoryError:
        raise SourceNotFileError from None
    except OSError as error:
        if path.is_dir():  # Windows answers a folder with "permission denied"
            raise SourceNotFileError from None
        raise SourceUnreadableError from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise SourceNotFileError
    return io.FileIO(descriptor, "rb")


def identity_of(file: BinaryIO) -> tuple[int, int, int]:
    """What tells whether a file is still the same: its size, time of change (ns) and number on its disk."""
    status = os.fstat(file.fileno())
    return status.st_size, status.st_mtime_ns, status.st_ino


def read_bytes(file: BinaryIO, count: int) -> bytes:
    """At most `count` bytes, none at the end. Raises SourceUnreadableError."""
    try:
        return file.read(count)
    except OSError as error:
        raise SourceUnreadableError from error
