"""Recheck of genotypes: lines of cells as a matrix of bytes, with the same independence.

Where all samples have two alleles every cell is four bytes; where some have one, lines whose cells begin at the same
places are read together.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from prep.errors import RecheckError

_CELLS_AT_ONCE = 100_000
_MOST_SUMMED = 65_535


def check_genotypes(
    cells: NDArray[np.uint8], separator: int, alternate: NDArray[np.int64], called: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Check lines of one length, each of them cells `\\t[01.]([|/][01.])?` of as many samples as there are counts.

    Adds every sample's alternate and called alleles to its counts, and gives those of every line, as two columns.
    Raises RecheckError.
    """
    samples = len(called)
    of_lines: list[NDArray[np.int64]] = []
    # A few thousand cells at a time, so that what is made of them stays in the processor's own cache.
    step = max(1, _CELLS_AT_ONCE // samples)
    for start in range(0, len(cells), step):
        part = np.ascontiguousarray(cells[start : start + step])
        if cells.shape[1] == 4 * samples:
            of_lines.append(_check_diploid(part.view("<u4"), separator, alternate, called))
        else:
            of_lines.append(_check_mixed(part, separator, alternate, called))
    return np.concatenate(of_lines)


def _check_diploid(
    cells: NDArray[np.uint32], separator: int, alternate: NDArray[np.int64], called: NDArray[np.int64]
) -> NDArray[np.int64]:
    missing = np.uint32(int.from_bytes(bytes((9, 46, separator, 46)), "little"))
    reference = np.uint32(int.from_bytes(bytes((9, 48, separator, 48)), "little"))
    off = np.flatnonzero((cells & np.uint32(0xFEFFFEFF)) != reference)
    if (cells.reshape(-1)[off] != missing).any():
        raise RecheckError(check="genotypes")
    # "1" is the only odd one of the three; up to 65,535 of them are summed at once in two fields of sixteen bits.
    alleles = cells >> np.uint32(8)
    alleles &= np.uint32(0x00010001)
    for start in range(0, len(cells), _MOST_SUMMED):
        alternate += _both(alleles[start : start + _MOST_SUMMED].sum(axis=0, dtype=np.uint32))
    lines, samples = cells.shape
    of_lines = np.zeros((lines, 2), np.int64)
    for start in range(0, samples, _MOST_SUMMED):
        of_lines[:, 0] += _both(alleles[:, start : start + _MOST_SUMMED].sum(axis=1, dtype=np.uint32))
    called += 2 * (lines - np.bincount(off % samples, minlength=samples))
    of_lines[:, 1] = 2 * (samples - np.bincount(off // samples, minlength=lines))
    return of_lines


def _both(sums: NDArray[np.uint32]) -> NDArray[np.uint32]:
    return (sums & np.uint32(0xFFFF)) + (sums >> np.uint32(16))


def _check_mixed(
    cells: NDArray[np.uint8], separator: int, alternate: NDArray[np.int64], called: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Lines where some samples have one allele: mostly the same ones in all of them, so those alike go together."""
    is_tab = cells == 9
    of_lines = np.empty((len(cells), 2), np.int64)
    for rows in rows_alike(is_tab):
        of_lines[rows] = _check_alike(cells[rows], np.flatnonzero(is_tab[rows][0]), separator, alternate, called)
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
    cells: NDArray[np.uint8],
    tabs: NDArray[np.int64],
    separator: int,
    alternate: NDArray[np.int64],
    called: NDArray[np.int64],
) -> NDArray[np.int64]:
    """Lines whose cells all begin at the same places: as a matrix of bytes, of which each column is told what it is."""
    width = cells.shape[1]
    sizes = np.diff(tabs, append=width)
    if len(tabs) != len(called) or tabs[0] != 0 or not np.isin(sizes, (2, 4)).all():
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
    of_lines = np.empty((len(cells), 2), np.int64)
    for start in range(0, len(cells), 255):
        odd = cells[start : start + 255] & ~mask
        of_lines[start : start + 255, 0] = np.count_nonzero(odd.view(np.bool_), axis=1)
        ones = odd.sum(axis=0, dtype=np.uint8)
        alternate += ones[first]
        alternate[pairs] += ones[second]
    present = len(cells) - np.bincount(column, minlength=width)
    called += present[first]
    called[pairs] += present[second]
    of_lines[:, 1] = len(tabs) + len(pairs) - np.bincount(off // width, minlength=len(cells))
    return of_lines
