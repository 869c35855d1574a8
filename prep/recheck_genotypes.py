"""Recheck of genotypes: lines of cells as a matrix of bytes, with the same independence.

Where all samples have two alleles every cell is four bytes; where some have one, lines whose cells begin at the same
places are read together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from prep.errors import RecheckError

_CELLS_AT_ONCE = 100_000
_MOST_SUMMED = 255
SUM_BITS = 0xFFFFFFFF
"""Sums of weighed cells are told apart by these."""


class Columns(NamedTuple):
    """Per output column: its alternate and called alleles, added up, and what its cells weigh (two rows)."""

    alternate: NDArray[np.int64]
    called: NDArray[np.int64]
    weights: NDArray[np.uint32]


@cache
def cell_weights(samples: int) -> NDArray[np.uint32]:
    """What the cells of each of the input's samples weigh in the sum of a record: always the same, as if by chance.

    Added up over all samples, modulo 2^32, is of a call the first row times 2^8 for its first allele, where that is the
    alternate one, and times 2^24 for its second, and of a missing call the second row. Whatever cells of a record are
    changed or exchanged, its sum is another one, but for one case in 256 or fewer.
    """
    numbers = np.frombuffer(hashlib.shake_256(b"cell weights").digest(8 * samples), "<u4")
    return np.ascontiguousarray(numbers.reshape(samples, 2).T)


def check_genotypes(cells: NDArray[np.uint8], separator: int, columns: Columns) -> NDArray[np.int64]:
    """Check lines of one length, each of them cells `\\t[01.]([|/][01.])?` of as many samples as there are columns.

    Adds every sample's alternate and called alleles to its counts, and gives the sum of every line's weighed cells.
    Raises RecheckError.
    """
    samples = len(columns.called)
    of_lines: list[NDArray[np.int64]] = []
    # A few thousand cells at a time, so that what is made of them stays in the processor's own cache.
    step = max(1, _CELLS_AT_ONCE // samples)
    for start in range(0, len(cells), step):
        part = np.ascontiguousarray(cells[start : start + step])
        if cells.shape[1] == 4 * samples:
            of_lines.append(_check_diploid(part.view("<u4"), separator, columns))
        else:
            of_lines.append(_check_mixed(part, separator, columns))
    return np.concatenate(of_lines)


def _check_diploid(cells: NDArray[np.uint32], separator: int, columns: Columns) -> NDArray[np.int64]:
    missing = np.uint32(int.from_bytes(bytes((9, 46, separator, 46)), "little"))
    reference = np.uint32(int.from_bytes(bytes((9, 48, separator, 48)), "little"))
    off = np.flatnonzero((cells & np.uint32(0xFEFFFEFF)) != reference)
    if (cells.reshape(-1)[off] != missing).any():
        raise RecheckError(check="genotypes")
    # "1" is the only odd one of the three; up to 255 of them are summed at once in two fields.
    alleles = cells & np.uint32(0x01000100)
    for start in range(0, len(cells), _MOST_SUMMED):
        sums = alleles[start : start + _MOST_SUMMED].sum(axis=0, dtype=np.uint32)
        columns.alternate[:] += (sums >> np.uint32(8) & np.uint32(0xFFFF)) + (sums >> np.uint32(24))
    lines, samples = cells.shape
    line, column = off // samples, off % samples
    columns.called[:] += 2 * (lines - np.bincount(column, minlength=samples))
    of_alleles, of_missing = columns.weights
    weighed: NDArray[np.int64] = np.einsum("ij,j->i", alleles, of_alleles).astype(np.int64)
    weighed += np.bincount(line, of_missing[column], lines).astype(np.int64)
    return weighed & SUM_BITS


def _check_mixed(cells: NDArray[np.uint8], separator: int, columns: Columns) -> NDArray[np.int64]:
    """Lines where some samples have one allele: mostly the same ones in all of them, so those alike go together."""
    is_tab = cells == 9
    of_lines = np.empty(len(cells), np.int64)
    for rows in rows_alike(is_tab):
        of_lines[rows] = _check_alike(cells[rows], np.flatnonzero(is_tab[rows][0]), separator, columns)
    return of_lines


def rows_alike(marks: NDArray[np.bool_]) -> Iterator[slice | NDArray[np.int64]]:
    """Which rows are the same as the first one, then which of the others as the first of these, and so on."""
    if (marks == marks[:1]).all():
        yield slice(None)
        return
    left = np.arange(len(marks))
    while len(left):
        alike = (marks[left] == marks[left[0]]).all(axis=1)
        yield left[alike]
        left = left[~alike]


def _check_alike(
    cells: NDArray[np.uint8], tabs: NDArray[np.int64], separator: int, columns: Columns
) -> NDArray[np.int64]:
    """Lines whose cells all begin at the same places: as a matrix of bytes, of which each column is told what it is."""
    width = cells.shape[1]
    sizes = np.diff(tabs, append=width)
    if len(tabs) != len(columns.called) or tabs[0] != 0 or not np.isin(sizes, (2, 4)).all():
        raise RecheckError(check="columns")
    pairs = np.flatnonzero(sizes == 4)
    first, second = tabs + 1, tabs[pairs] + 3
    wanted, mask = np.full(width, separator, np.uint8), np.full(width, 0xFF, np.uint8)
    wanted[tabs], wanted[first], wanted[second] = 9, 48, 48
    mask[first] = mask[second] = 0xFE
    off = np.flatnonzero((cells & mask) != wanted)
    column = off % width
    is_first, is_second = np.zeros(width, np.bool_), np.zeros(width, np.bool_)
    is_first[tabs[pairs] + 1] = is_second[second] = True
    if (cells.reshape(-1)[off] != 46).any() or (mask[column] == 0xFF).any():
        raise RecheckError(check="genotypes")
    if not np.array_equal(off[is_first[column]] + 2, off[is_second[column]]):  # of a pair both are missing or none
        raise RecheckError(check="genotypes")
    weighed = np.empty(len(cells), np.int64)
    of_alleles, of_missing = columns.weights
    of_first, of_second = of_alleles << np.uint32(8), of_alleles[pairs] << np.uint32(24)
    for start in range(0, len(cells), 255):
        odd = cells[start : start + 255] & ~mask
        ones = odd.sum(axis=0, dtype=np.uint8)
        columns.alternate[:] += ones[first]
        columns.alternate[pairs] += ones[second]
        sums = odd[:, first].astype(np.uint32) @ of_first + odd[:, second].astype(np.uint32) @ of_second
        weighed[start : start + 255] = sums
    present = len(cells) - np.bincount(column, minlength=width)
    columns.called[:] += present[first]
    columns.called[pairs] += present[second]
    weights = np.zeros(width, np.uint32)
    weights[first] = of_missing
    weighed += np.bincount(off // width, weights[column], len(cells)).astype(np.int64)
    return weighed & SUM_BITS
