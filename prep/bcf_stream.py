"""The records of a BCF file out of its inflated text, in chunks of whole records."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from prep.bcf_line import FIXED, LENGTHS, BcfNames
from prep.chunks import RecordsChunk
from prep.errors import DamagedError, LineTooLongError, TruncatedError

_MAGIC_BYTES = 5


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
        while starts:
            behind = starts[first_records] if first_records < len(starts) else end
            chosen = np.array(starts[:first_records], np.int64)
            yield RecordsChunk(data[starts[0] : behind], chosen - starts[0], names, offset)
            starts, first_records = starts[first_records:], first_records * 4
        data = data[end:]
        pending, held = [data], len(data)
        wanted = _size_of_next(data, names, line, limit, offset)
    if held or not skipped:
        raise TruncatedError


def _whole_records(data: bytes) -> tuple[list[int], int]:
    """Where each whole record begins, and the end of the last."""
    starts: list[int] = []
    at, size = 0, len(data)
    last, unpack_from, append = size - LENGTHS.size, LENGTHS.unpack_from, starts.append
    while at <= last:
        shared, individual = unpack_from(data, at)
        behind = at + 8 + shared + individual
        if behind > size:
            break
        append(at)
        at = behind
    return starts, at


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
