"""Reading a field of many lines at once: distinct values, whole numbers, single bases."""

from __future__ import annotations

import numpy as np

from prep.rules import BoolArray, ByteArray, IntArray

_MOST_DIGITS = 9
# A, C, G, T in either case to upper case, everything else to 0.
UPPER_BASE = np.zeros(256, np.uint8)
for _base in b"ACGTacgt":
    UPPER_BASE[_base] = _base & ~0x20


def distinct_values(buffer: ByteArray, starts: IntArray, lengths: IntArray) -> tuple[list[bytes], IntArray]:
    """The distinct values of a field and each record's index into them; few values are compared all at once."""
    values: list[bytes] = []
    known: dict[bytes, int] = {}
    index = np.full(len(starts), -1, np.int64)
    open_rows = np.arange(len(starts))
    while len(open_rows) and len(values) < 24:
        start, length = int(starts[open_rows[0]]), int(lengths[open_rows[0]])
        value = buffer[start : start + length].tobytes()
        same = lengths[open_rows] == length
        for offset, byte in enumerate(value):
            same &= buffer.take(starts[open_rows] + offset, mode="clip") == byte
        index[open_rows[same]] = len(values)
        known[value] = len(values)
        values.append(value)
        open_rows = open_rows[~same]
    for row in open_rows:
        value = buffer[starts[row] : starts[row] + lengths[row]].tobytes()
        if value not in known:
            known[value] = len(values)
            values.append(value)
        index[row] = known[value]
    return values, index


def read_numbers(buffer: ByteArray, ends: IntArray, lengths: IntArray) -> tuple[IntArray, BoolArray]:
    """Unsigned decimal numbers of one to nine digits that end before `ends`, and whether each is one."""
    values = np.zeros(len(ends), np.int64)
    is_number: BoolArray = (lengths >= 1) & (lengths <= _MOST_DIGITS)
    power = 1
    for place in range(1, _MOST_DIGITS + 1):
        inside = lengths >= place
        if not inside.any():
            break
        digits = buffer.take(ends - place, mode="clip").astype(np.int64) - 48
        is_number &= ~inside | ((digits >= 0) & (digits <= 9))
        values += np.where(inside, digits * power, 0)
        power *= 10
    return np.where(is_number, values, 0), is_number
