"""The records of a BCF file out of its inflated text, in chunks of whole records."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from prep.bcf_line import FIXED, LENGTHS, BcfNames
from prep.chunks import RecordsChunk
from prep.columns import words
from prep.errors import DamagedError, LineTooLongError, TruncatedError
from prep.rules import IntArray

_MAGIC_BYTES = 5
_LOW = np.uint64(0xFFFFFFFF)


def iter_record_chunks(
    texts: Iterator[tuple[bytes, int]], names: BcfNames, line: int, limit: int, first_records: int = 1 << 32
) -> Iterator[RecordsChunk]:
    """Whole records, one chunk for each piece of the file's inflated text; a piece comes with its place in the file.

    The first chunk holds at most `first_records`, each further one at most four times as many as the one before: the
    leak scan looks at the first records of each chunk, and so at more of them where a file begins.
    `line` counts the header's lines. Raises TruncatedError at a record that is cut, LineTooLongError for one over
    `limit` bytes, DamagedError where no record of this file can begin.
    """
    pending: list[bytes] = []
    held = 0
    wanted = _MAGIC_BYTES + 4
    skipped = False
    for text, offset in texts:
        pending.append(text)
        held += len(text)
        if held < wanted:
            continue
        data = b"".join(pending)
        if not skipped:
            wanted = _MAGIC_BYTES + 4 + int.from_bytes(data[_MAGIC_BYTES : _MAGIC_BYTES + 4], "little")
            if held < wanted:
                pending = [data]
                continue
            data, skipped = data[wanted:], True
        starts, end = _whole_records(data)
        line += len(starts)
        while len(starts):
            first, behind = int(starts[0]), int(starts[first_records]) if first_records < len(starts) else end
            yield RecordsChunk(data[first:behind], starts[:first_records] - first, names, offset)
            starts, first_records = starts[first_records:], first_records * 4
        data = data[end:]
        pending, held = [data], len(data)
        wanted = _size_of_next(data, names, line, limit, offset)
    if held or not skipped:
        raise TruncatedError


def _whole_records(data: bytes) -> tuple[IntArray, int]:
    """Where each whole record begins, and the end of the last."""
    known, at = _alike_records(data)
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


def _alike_records(data: bytes) -> tuple[IntArray, int]:
    """The first whole records, and the end of the last, as long as all have as many FORMAT keys and samples.

    Where those two numbers stand a record may begin; it does where each one's length leads to the next. What this
    leaves is walked one by one, which keeps other threads waiting.
    """
    size, at_counts = len(data), LENGTHS.size + FIXED.size - 4
    if size < at_counts + 4:
        return np.empty(0, np.int64), 0
    counts = int.from_bytes(data[at_counts : at_counts + 4], "little")
    places = [
        np.flatnonzero(np.frombuffer(data, "<u4", (size - shift) // 4, shift) == counts) * 4 + shift - at_counts
        for shift in range(4)
    ]
    starts = np.sort(np.concatenate(places), kind="stable")
    starts = starts[starts >= 0]
    lengths = words(np.frombuffer(data, np.uint8), starts, 8)
    ends = starts + LENGTHS.size + ((lengths & _LOW) + (lengths >> np.uint64(32))).astype(np.int64)
    is_next = ends[:-1] == starts[1:]
    count = len(starts) if is_next.all() else int(is_next.argmin()) + 1
    count -= int(ends[count - 1]) > size
    return starts[:count], int(ends[count - 1]) if count else 0


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
