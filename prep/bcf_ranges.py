"""The records that end in a run of blocks of a BCF, for a reader that has not read the file up to there.

Nothing in a BCF says where a record begins but the end of the one before it. So the place is guessed from what a record
must look like, and whoever reads the file in its order compares the guess with what is true (`RecordStream.take`).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from prep.bcf_line import FIXED, LENGTHS, BcfNames
from prep.bcf_stream import whole_records
from prep.blocks_in import block_size, inflate_each
from prep.chunks import BlocksChunk, RecordsChunk
from prep.columns import words
from prep.errors import TruncatedError

_HEAD = LENGTHS.size + FIXED.size
_AT_COUNTS = _HEAD - 4
_SAMPLES = 0xFFFFFF  # the bits of that number
_LOOKED_AHEAD = 8  # records that must follow each other from a likely place on


class FoundRecords(NamedTuple):
    """The records, what of the first one lies before the run, and what lies in it behind the last one."""

    chunk: RecordsChunk
    head: bytes
    tail: bytes


def find_records(blocks: BlocksChunk, names: BcfNames) -> FoundRecords | None:
    """The records that end in the run, the first of which may begin in `blocks.before`; None where none is found.

    Raises DamagedError and TruncatedError of its blocks.
    """
    text: list[bytes | bytearray] = inflate_each(blocks.blocks, blocks.offset)
    earlier = _block_places(blocks.before, blocks.offset - len(blocks.before))
    count = 1
    while True:
        # A few blocks are enough, but for records that are longer.
        at = earlier[-count] if count <= len(earlier) else 0
        before = inflate_each(blocks.before[at:], blocks.offset - len(blocks.before) + at)
        bound = sum(map(len, before))
        data = b"".join((*before, *text))
        start = _likely_start(data, bound, names)
        if start is not None:
            starts, end = whole_records(data, start)
            return FoundRecords(RecordsChunk(data, starts, names, blocks.offset), data[start:bound], data[end:])
        if count >= len(earlier):
            return None
        count *= 4


def _block_places(data: bytes, offset: int) -> list[int]:
    places: list[int] = []
    at = 0
    while at < len(data):
        places.append(at)
        size = block_size(data, at, offset + at)
        if not size:
            raise TruncatedError
        at += size
    return places


def _likely_start(data: bytes, bound: int, names: BcfNames) -> int | None:
    """Where a record seems to begin that ends behind `bound` and begins there or before."""
    places = min(bound + 1, len(data) - _HEAD + 1)
    if places < 1:
        return None
    view = np.frombuffer(data, np.uint8)
    starts = np.flatnonzero(np.ndarray((places,), "<u4", data, _AT_COUNTS, (1,)) & _SAMPLES == names.samples)
    shared, individual = (words(view, starts + at, 4).astype(np.int64) for at in (0, 4))
    ends = starts + LENGTHS.size + shared + individual
    is_likely = (shared >= FIXED.size) & (ends > bound) & (ends <= len(data))
    for start in starts[is_likely].tolist():
        if _leads_on(data, start, names):
            return int(start)
    return None


def _leads_on(data: bytes, at: int, names: BcfNames) -> bool:
    """Whether what looks like a record begins here, and others behind it."""
    for _ in range(_LOOKED_AHEAD):
        if at + _HEAD > len(data):
            break
        shared, individual = LENGTHS.unpack_from(data, at)
        contig, *_, counts = FIXED.unpack_from(data, at + LENGTHS.size)
        if shared < FIXED.size or contig not in names.contigs or counts & _SAMPLES != names.samples:
            return False
        at += LENGTHS.size + shared + individual
    return True
