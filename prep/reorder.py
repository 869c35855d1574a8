"""Putting the samples' columns in the order of the output, the costliest single step of a block of genotypes."""

from __future__ import annotations

import numpy as np

from prep.rules import CellArray, IntArray

_ALLELE_BITS = np.uint32(0x01000100)
_SLABS = 8


def reorder_bits(bits: CellArray, rows: IntArray, order: IntArray, pattern: np.uint32 | CellArray) -> CellArray:
    """The `rows` of `bits`, their columns in `order`, with `pattern` in every cell (or one for each column); `bits` are
    alleles: 8 and 24 alone.

    Moving a cell costs several times what shifting it does, and a cell has room for eight of them: the block's rows
    are laid over each other in eight slabs, moved together and taken apart again (measured: half the time).
    """
    count, is_whole = len(rows), len(rows) == len(bits)
    slab = -(-count // _SLABS)
    packed = np.take(bits, rows[:slab], axis=0)
    for number in range(1, _SLABS):
        place = slice(number * slab, (number + 1) * slab)
        part = bits[place] if is_whole else np.take(bits, rows[place], axis=0)
        packed[: len(part)] |= part >> np.uint32(number)
    moved = np.take(packed, order, axis=1)
    cells = np.empty((count, len(order)), np.uint32)
    for number in range(_SLABS):
        part = cells[number * slab : (number + 1) * slab]
        np.left_shift(moved[: len(part)], np.uint32(number), out=part)
        part &= _ALLELE_BITS
        part |= pattern
    return cells
