"""Reading a field of many lines at once: distinct values, whole numbers, single bases.

Bytes from many places are taken as whole words wherever they lie: one word costs little more than one byte.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from prep.rules import BoolArray, ByteArray, IntArray

_MOST_DIGITS = 9
_MOST_DISTINCT = 24
# A, C, G, T in either case to upper case, everything else to 0.
UPPER_BASE = np.zeros(256, np.uint8)
for _base in b"ACGTacgt":
    UPPER_BASE[_base] = _base & ~0x20
_ZEROS = np.uint64(int.from_bytes(b"0" * 8, "little"))
_ABOVE_NINE = np.uint64(int.from_bytes(b"\x76" * 8, "little"))  # lifts 10 and more to the highest bit of a byte
_HIGHEST_BITS = np.uint64(int.from_bytes(b"\x80" * 8, "little"))
# Digits to pairs, pairs to fours, fours to the number: (mask of what is added up, factor, shift).
_FOLDS = tuple(
    (np.uint64(mask), np.uint64(factor), np.uint64(shift))
    for mask, factor, shift in (
        (0x0F0F0F0F0F0F0F0F, 10 << 8 | 1, 8),
        (0x00FF00FF00FF00FF, 100 << 16 | 1, 16),
        (0x0000FFFF0000FFFF, 10_000 << 32 | 1, 32),
    )
)


def spans(buffer: ByteArray, width: int) -> NDArray[np.void]:
    """The `width` bytes from every place of the buffer on, which has as many; they overlap."""
    return np.ndarray((len(buffer) - width + 1,), f"V{width}", buffer.data, 0, (1,))


def gather(buffer: ByteArray, starts: IntArray, width: int) -> ByteArray:
    """(places, width) bytes of `buffer` from each place on. Every place must have `width` bytes from there."""
    if not len(starts) or not width:
        return np.empty((len(starts), width), np.uint8)
    if int(np.min(starts)) < 0 or int(np.max(starts)) + width > len(buffer):
        raise IndexError("a place outside of the buffer")
    return spans(buffer, width)[starts].view(np.uint8).reshape(-1, width)


def words(buffer: ByteArray, starts: IntArray, width: int) -> NDArray[np.unsignedinteger]:
    """The little-endian number of `width` (1, 2, 4 or 8) bytes from each place on; anything where they do not lie
    inside the buffer."""
    last = len(buffer) - width
    if last < 0:
        return np.zeros(len(starts), f"<u{width}")
    if width == 1:
        return buffer.take(starts, mode="clip")
    taken: NDArray[np.unsignedinteger] = spans(buffer, width)[starts.clip(0, last)].view(f"<u{width}")
    return taken


def equals(buffer: ByteArray, starts: IntArray, value: bytes) -> BoolArray:
    """Whether `value` lies at each place; meaningless where fewer bytes are left than it has."""
    width = max(size for size in (8, 4, 2, 1) if size <= max(1, len(value)))
    same = np.ones(len(starts), np.bool_)
    for offset in range(0, len(value), width):
        at = min(offset, len(value) - width)
        same &= words(buffer, starts + at, width) == int.from_bytes(value[at : at + width], "little")
    return same


def distinct(numbers: IntArray) -> IntArray:
    """The distinct ones of a few small numbers from 0 on, ascending; np.unique would import much that nothing needs."""
    return np.flatnonzero(np.bincount(numbers))


def distinct_values(buffer: ByteArray, starts: IntArray, lengths: IntArray) -> tuple[list[bytes], IntArray]:
    """The distinct values of a field and each record's index into them; few values are compared all at once."""
    if len(starts) and (lengths == lengths[0]).all():
        value = buffer[starts[0] : starts[0] + lengths[0]].tobytes()
        if gather(buffer, starts, len(value)).tobytes() == value * len(starts):
            return [value], np.zeros(len(starts), np.int64)
    values: list[bytes] = []
    known: dict[bytes, int] = {}
    index = np.full(len(starts), -1, np.int64)
    open_rows = np.arange(len(starts))
    while len(open_rows) and len(values) < _MOST_DISTINCT:
        start, length = int(starts[open_rows[0]]), int(lengths[open_rows[0]])
        value = buffer[start : start + length].tobytes()
        at, same = (starts, lengths == length) if not values else (starts[open_rows], lengths[open_rows] == length)
        same &= equals(buffer, at, value)
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
    is_number: BoolArray = (lengths >= 1) & (lengths <= _MOST_DIGITS)
    # The last eight digits as one word, its lowest byte the first of them; bytes before the number become zeros.
    digits = words(buffer, ends - 8, 8) ^ _ZEROS
    for row in np.flatnonzero(ends < 8):  # nothing lies so far before the first line's
        text = buffer[: ends[row]].tobytes().rjust(8, b"0")
        digits[row] = int.from_bytes(text, "little") ^ int(_ZEROS)
    unused = ((8 - lengths.clip(1, 8)) * 8).view(np.uint64)
    digits >>= unused
    digits <<= unused
    is_number &= ((digits + _ABOVE_NINE) | digits) & _HIGHEST_BITS == 0
    for mask, factor, shift in _FOLDS:
        digits &= mask
        digits *= factor
        digits >>= shift
    values = digits.view(np.int64)
    long = np.flatnonzero(lengths == _MOST_DIGITS)
    if len(long):
        first = words(buffer, ends[long] - _MOST_DIGITS, 1).astype(np.int64) - 48
        is_number[long] &= (first >= 0) & (first <= 9)
        values[long] += first * 10 ** (_MOST_DIGITS - 1)
    values *= is_number
    return values, is_number
