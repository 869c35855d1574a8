"""The records of a BCF file out of its inflated text, in chunks of whole records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from prep.bcf_line import FIXED, LENGTHS, BcfNames
from prep.chunks import RecordsChunk
from prep.columns import words
from prep.errors import DamagedError, LineTooLongError, TruncatedError
from prep.rules import IntArray

_MAGIC_BYTES = 5
_LOW = np.uint64(0xFFFFFFFF)
_LONG_RECORD = 1000  # records of this length are so few that walking them is faster than searching all bytes at once

Pieces = Sequence[bytes | bytearray]


def iter_record_chunks(
    runs: Iterator[tuple[Pieces, int]], names: BcfNames, line: int, limit: int, first_records: int = 1 << 32
) -> Iterator[RecordsChunk]:
    """All records of a file out of its inflated runs of blocks, which come with their place in it. Raises as
    `RecordStream` does."""
    stream = RecordStream(names, line, limit, first_records)
    for pieces, offset in runs:
        yield from stream.read(pieces, offset)
    stream.end()


class RecordStream:
    """Whole records out of a file's inflated runs of blocks, which come in their order.

    The first chunk holds at most `first_records`, each further one at most four times as many as the one before: the
    leak scan looks at the first records of each chunk, and so at more of them where a file begins.
    `line` counts the header's lines. Raises LineTooLongError for a record over `limit` bytes, DamagedError where no
    record of this file can begin.
    """

    def __init__(self, names: BcfNames, line: int, limit: int, first_records: int = 1 << 32) -> None:
        self._names, self._line, self._limit, self._most_records = names, line, limit, first_records
        self._pending: list[bytes | bytearray] = []
        self._held = 0
        self._wanted = _MAGIC_BYTES + 4
        self.has_begun = False  # the header lies behind

    def read(self, pieces: Pieces, offset: int) -> Iterator[RecordsChunk]:
        """The records that end in the next run, which has this place in the file."""
        self._pending += pieces
        self._held += sum(map(len, pieces))
        if self._held < self._wanted:
            return
        data = b"".join(self._pending)
        if not self.has_begun:
            self._wanted = _MAGIC_BYTES + 4 + int.from_bytes(data[_MAGIC_BYTES : _MAGIC_BYTES + 4], "little")
            if self._held < self._wanted:
                self._pending = [data]
                return
            data, self.has_begun = data[self._wanted :], True
        starts, end = whole_records(data)
        self._line += len(starts)
        while len(starts):
            most = self._most_records
            first, behind = int(starts[0]), int(starts[most]) if most < len(starts) else end
            is_part = first > 0 or most < len(starts)  # the others are as long as what is copied here only once
            yield RecordsChunk(data[first:behind] if is_part else data, starts[:most] - first, self._names, offset)
            starts, self._most_records = starts[most:], most * 4
        self._go_on(data[end:], offset)

    def take(self, head: bytes, records: int, tail: bytes, offset: int) -> bool:
        """Go on behind the records that another reader found in the next run: the first began with `head` before it,
        and `tail` is left of it. False where they are not the ones that end there, and nothing is taken."""
        if not self.has_begun or not 0 < records <= self._most_records or head != b"".join(self._pending):
            return False
        self._line += records
        self._most_records *= 4
        self._go_on(tail, offset)
        return True

    def end(self) -> None:
        """Raise TruncatedError where the file ends inside a record, or before the first."""
        if self._held or not self.has_begun:
            raise TruncatedError

    def _go_on(self, rest: bytes, offset: int) -> None:
        self._pending, self._held = [rest], len(rest)
        self._wanted = _size_of_next(rest, self._names, self._line, self._limit, offset)


def whole_records(data: bytes, at: int = 0) -> tuple[IntArray, int]:
    """Where each whole record begins, the first at a place, and the end of the last."""
    known = np.empty(0, np.int64)
    if at + LENGTHS.size <= len(data) and sum(LENGTHS.unpack_from(data, at)) < _LONG_RECORD:
        known, at = _alike_records(data, at)
    starts: list[int] = []
    size = len(data)
    last, unpack_from, append = size - LENGTHS.size, LENGTHS.unpack_from, starts.append
    while at <= last:
        shared, individual = unpack_from(data, at)
        behind = at + 8 + shared + individual
        if behind > size:
            break
        append(at)
        at = behind
    return (np.concatenate((known, np.array(starts, np.int64))) if starts else known), at


def _alike_records(data: bytes, at: int) -> tuple[IntArray, int]:
    """The first whole records, and the end of the last, as long as all have as many FORMAT keys and samples.

    Where those two numbers stand a record may begin; it does where each one's length leads to the next. What this
    leaves is walked one by one, which keeps other threads waiting.
    """
    size, at_counts = len(data), LENGTHS.size + FIXED.size - 4
    if size < at + at_counts + 4:
        return np.empty(0, np.int64), at
    counts = int.from_bytes(data[at + at_counts : at + at_counts + 4], "little")
    places = [
        np.flatnonzero(np.frombuffer(data, "<u4", (size - shift) // 4, shift) == counts) * 4 + shift - at_counts
        for shift in range(4)
    ]
    starts = np.sort(np.concatenate(places), kind="stable")
    starts = starts[starts >= at]
    lengths = words(np.frombuffer(data, np.uint8), starts, 8)
    ends = starts + LENGTHS.size + ((lengths & _LOW) + (lengths >> np.uint64(32))).astype(np.int64)
    is_next = ends[:-1] == starts[1:]
    count = len(starts) if is_next.all() else int(is_next.argmin()) + 1
    count -= int(ends[count - 1]) > size
    return starts[:count], int(ends[count - 1]) if count else at


def _size_of_next(data: bytes, names: BcfNames, line: int, limit: int, offset: int) -> int:
    """How many bytes the record takes that begins here."""
    head = LENGTHS.size + FIXED.size
    if len(data) < head:
        return head
    shared: int
    individual: int
    shared, individual = LENGTHS.unpack_from(data)
    if shared + individual <= limit:
        return LENGTHS.size + shared + individual
    chromosome, *_, counts = FIXED.unpack_from(data, LENGTHS.size)
    if chromosome not in names.contigs or counts & 0xFFFFFF != names.samples:
        raise DamagedError(offset=offset)
    raise LineTooLongError(line=line + 1, limit=limit)
