"""SHA-256 of the pieces of an upload, worked out while the piece before them is on the line.

A checksum goes out before its bytes. Hashing each piece first and sending it then would leave the line empty in
between (measured on loopback: 0.6 of `curl -T`); the hash of the next piece is ready when it is wanted.
"""

from __future__ import annotations

import hashlib
import os
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from client.network.patch_size import GROWTH, LARGEST_PATCH_BYTES

_READ_BYTES = 256 * 1024


@dataclass
class _Task:
    """The hashes of the first so many bytes from `offset` on, for each of `lengths`, on a thread of its own.

    `descriptor` is a duplicate that belongs to the task: the caller may close the file at any moment.
    """

    source: BinaryIO
    descriptor: int
    offset: int
    lengths: Sequence[int]
    digests: dict[int, bytes] = field(default_factory=dict)
    changed: threading.Condition = field(default_factory=threading.Condition)
    is_over: bool = False

    def run(self) -> None:
        try:
            self._hash()
        except OSError:
            # The caller reads the same bytes right after this and meets the error where it can be handled.
            return
        finally:
            os.close(self.descriptor)
            self.stop()

    def _hash(self) -> None:
        if sys.platform == "win32":
            return  # see `_duplicate`
        digest = hashlib.sha256()
        hashed_bytes = 0
        buffer = memoryview(bytearray(min(_READ_BYTES, self.lengths[-1])))
        for length in self.lengths:
            while hashed_bytes < length:
                wanted = buffer[: length - hashed_bytes]
                read_bytes = os.preadv(self.descriptor, [wanted], self.offset + hashed_bytes)
                if not read_bytes or self.is_over:
                    return
                digest.update(wanted[:read_bytes])
                hashed_bytes += read_bytes
            with self.changed:
                self.digests[length] = digest.digest()
                self.changed.notify_all()

    def stop(self) -> None:
        with self.changed:
            self.is_over = True
            self.changed.notify_all()

    def wait_for(self, length: int) -> bytes | None:
        """The hash of the first `length` bytes; None when it is not among those that are worked out."""
        if length not in self.lengths:
            return None
        with self.changed:
            self.changed.wait_for(lambda: self.is_over or length in self.digests)
            return self.digests.get(length)


class HashAhead:
    """Hashes pieces of one file at a time, and guesses which piece will be asked for next.

    A wrong guess costs its work and nothing else. Only files with a descriptor are hashed ahead.
    """

    def __init__(self) -> None:
        self._task: _Task | None = None
        self._thread: threading.Thread | None = None
        self._last_length = 0

    def sha256(self, source: BinaryIO, offset: int, length: int) -> bytes:
        """The hash of exactly these bytes; then the next piece is begun in the background."""
        found = self._collect(source, offset, length)
        if found is None:
            found = _sha256(source, offset, length)
        self._begin(source, offset + length, self._next_lengths(length))
        return found

    def stop(self) -> None:
        """End what runs in the background (which ends by itself after one piece, too)."""
        task, thread = self._task, self._thread
        self._task = self._thread = None
        if task is not None and thread is not None:
            task.stop()
            thread.join()

    def _collect(self, source: BinaryIO, offset: int, length: int) -> bytes | None:
        task = self._task
        found = None
        if task is not None and task.source is source and task.offset == offset:
            found = task.wait_for(length)
        self.stop()
        return found

    def _begin(self, source: BinaryIO, offset: int, lengths: Sequence[int]) -> None:
        descriptor = _duplicate(source)
        if descriptor is None:
            return
        left_bytes = os.fstat(descriptor).st_size - offset
        if left_bytes <= 0:
            os.close(descriptor)
            return
        self._task = _Task(source, descriptor, offset, sorted({min(length, left_bytes) for length in lengths}))
        self._thread = threading.Thread(target=self._task.run, name="hash-ahead", daemon=True)
        self._thread.start()

    def _next_lengths(self, length: int) -> list[int]:
        """How long the next piece may be: as long as this one, and where pieces may be growing, `GROWTH` times that.

        What is hashed past the piece that is then asked for is stopped and lost.
        """
        may_grow = length != self._last_length
        self._last_length = length
        return [length, *(min(LARGEST_PATCH_BYTES, length * growth) for growth in GROWTH if may_grow)]


def _duplicate(source: BinaryIO) -> int | None:
    """A descriptor of the same file, or None for what is none, and on systems that cannot read at an offset."""
    if not hasattr(os, "preadv"):
        return None
    try:
        return os.dup(source.fileno())
    except OSError:
        return None


def _sha256(source: BinaryIO, offset: int, length: int) -> bytes:
    digest = hashlib.sha256()
    source.seek(offset)
    left = length
    while left and (piece := source.read(min(_READ_BYTES, left))):
        digest.update(piece)
        left -= len(piece)
    return digest.digest()
