"""What the cells of a block's candidates say: those off the pattern one by one, and every cell's alleles.

Almost all cells are called and carry the expected separator; against that pattern they differ in two bits, the alleles.
Where one allele is normal, the pattern of those who have one is a single allele, as their column is written: so or as a
half call. Everything else (missing, half calls, the other separator, another ploidy) is an exception, found by one
mask.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from prep.contigs import HAPLOID_CHROMOSOMES
from prep.layout import Layout
from prep.recheck_genotypes import cell_weights
from prep.rules import PIPE, SLASH, BlockRules, BoolArray, CellArray, IntArray
from prep.sites import iter_runs

_TAB, _ZERO, _DOT = 9, 48, 46
ALLELE_BITS = np.uint32(0x01000100)
HAPLOID_PATTERN = np.uint32(_TAB | _ZERO << 8)
_PATTERN_BITS = np.uint32(0xFEFFFEFF)
_FIRST_PATTERN_BITS = np.uint32(0xFFFFFEFF)
# What is made of so many cells stays in the processor's own cache.
_CELLS_AT_ONCE = 1 << 17


@dataclass
class Exceptions:
    """Cells off the pattern, in row-major order. `place` indexes the flattened cells; the flags exclude each other."""

    place: IntArray
    row: IntArray
    column: IntArray
    value: CellArray
    of_one: BoolArray  # where the pattern is a single allele
    called: BoolArray  # two alleles: with the other separator, or where the pattern is one
    missing: BoolArray  # two places, at least one of them missing
    half: BoolArray  # of `missing`, those with one allele
    haploid: BoolArray  # one allele
    haploid_missing: BoolArray
    as_one_allele: BoolArray  # of `haploid`, those that were half calls

    @property
    def unreadable(self) -> BoolArray:
        return ~(self.called | self.missing | self.haploid | self.haploid_missing)

    @property
    def alleles_lost(self) -> NDArray[np.int8]:
        """How many alleles fewer than the pattern each has, -1 where it has one more."""
        lost: NDArray[np.int8] = 2 - 2 * self.called.astype(np.int8)
        lost -= self.haploid
        lost -= self.of_one
        return lost

    def count_by_row(self, which: BoolArray, rows: int) -> IntArray:
        return np.bincount(self.row[which], minlength=rows)

    def count_by_column(self, which: BoolArray, columns: int) -> IntArray:
        return np.bincount(self.column[which], minlength=columns)


class Calls(NamedTuple):
    """What the candidates' cells say: those off the pattern, every cell's allele bits (none where nothing is written),
    how many of them are set in each row, and each row's sum of them, weighed for the recheck (0 where nothing is)."""

    exceptions: Exceptions
    allele_bits: CellArray
    alternate: IntArray
    sums: IntArray


def pattern_of(separator: int) -> np.uint32:
    """A cell of two reference alleles (layout.py says how cells are numbers)."""
    return np.uint32(_TAB | _ZERO << 8 | separator << 16 | _ZERO << 24)


def of_one_allele(rules: BlockRules) -> BoolArray:
    """Whose pattern is a single allele: a row for each of HAPLOID_CHROMOSOMES, a last one (nobody) for elsewhere."""
    return _with_elsewhere(rules.haploid, rules)


def as_half_call(rules: BlockRules) -> BoolArray:
    """Those of them whose pattern is a half call, in the same way."""
    return _with_elsewhere(rules.one_allele, rules) & of_one_allele(rules)


def _with_elsewhere(samples: BoolArray | None, rules: BlockRules) -> BoolArray:
    rows = np.zeros((len(HAPLOID_CHROMOSOMES) + 1, len(rules.selected)), np.bool_)
    if samples is not None:
        rows[:-1] = samples
    return rows


def read_calls(
    layout: Layout, rows: IntArray, kinds: IntArray, rules: BlockRules, known: CellArray | None = None
) -> Calls:
    """What the cells of the rows say; they are `known` where odd rows were read by themselves.

    A few rows at a time, which stay in the processor's own cache for all that is asked of them.
    """
    columns, of_one, as_half = len(rules.selected), of_one_allele(rules), as_half_call(rules)
    allele_bits = np.empty((len(rows) if rules.write else 0, columns), np.uint32)
    alternate, sums = np.zeros(len(rows), np.int64), np.zeros(len(rows), np.int64)
    of_alleles = cell_weights(rules.sample_count)[0, rules.selected]
    places, values = [np.empty(0, np.int64)], [np.empty(0, np.uint32)]
    for start, end in _pieces(kinds, columns):
        cells = layout.cells(rows[start:end]) if known is None else known[start:end]
        usual: np.uint32 | CellArray = pattern_of(rules.input_separator)
        bits: np.uint32 | CellArray = _PATTERN_BITS
        if (single := of_one[kinds[start]]).any():
            half = HAPLOID_PATTERN | np.uint32(rules.input_separator << 16 | _DOT << 24)
            one = np.where(as_half[kinds[start]], half, HAPLOID_PATTERN)
            usual, bits = np.where(single, one, usual), np.where(single, _FIRST_PATTERN_BITS, _PATTERN_BITS)
        # Of a usual cell nothing but its allele bits is left: of "0", "1" and "." only "1" is odd.
        here = np.bitwise_xor(cells, usual, out=allele_bits[start:end] if rules.write else None)
        place = np.flatnonzero((here & bits) != 0)
        value = cells.reshape(-1)[place]
        if known is None and single.any():
            # Of a pattern with a single allele it is not known that no zero bytes stand in its text.
            layout.require_whole(cells.reshape(-1))
        here.reshape(-1)[place] = value & ALLELE_BITS
        alternate[start:end] = _row_sums(here)
        if rules.write:
            sums[start:end] = np.einsum("ij,j->i", here, of_alleles)
        places.append(place + start * columns)
        values.append(value)
    exceptions = _exceptions(np.concatenate(places), np.concatenate(values), kinds, of_one)
    if known is None:
        layout.require_whole(exceptions.value)
    return Calls(exceptions, allele_bits, alternate, sums)


def _pieces(kinds: IntArray, columns: int) -> Iterator[tuple[int, int]]:
    """Bounds of a few rows after the other, of one kind each."""
    step = max(1, _CELLS_AT_ONCE // max(1, columns))
    for start, end in iter_runs(kinds):
        yield from ((at, min(at + step, end)) for at in range(start, end, step))


def _exceptions(place: IntArray, value: CellArray, kinds: IntArray, of_one: BoolArray) -> Exceptions:
    columns = of_one.shape[1]
    row = place // max(1, columns)
    column = place - row * columns
    first, middle, second = (value >> 8) & 0xFF, (value >> 16) & 0xFF, value >> 24
    has_tab = (value & 0xFF) == _TAB
    is_pair = has_tab & ((middle == PIPE) | (middle == SLASH))
    is_single = has_tab & (middle == 0) & (second == 0)
    first_called, first_missing = (first & 0xFE) == _ZERO, first == _DOT
    second_called, second_missing = (second & 0xFE) == _ZERO, second == _DOT
    both_missing = first_missing & second_missing
    half = (first_missing & second_called) | (first_called & second_missing)
    return Exceptions(
        place=place,
        row=row,
        column=column,
        value=value,
        of_one=of_one[kinds[row], column] if of_one.any() else np.zeros(len(place), np.bool_),
        called=is_pair & first_called & second_called,
        missing=is_pair & (both_missing | half),
        half=is_pair & half,
        haploid=is_single & first_called,
        haploid_missing=is_single & first_missing,
        as_one_allele=np.zeros(len(place), np.bool_),
    )


def _row_sums(bits: CellArray) -> IntArray:
    """Alternate alleles per row. Both bits of up to 255 cells are added in one go: each field has eight bits."""
    if bits.shape[1] == 1:
        return both_fields(bits[:, 0])
    sums = (
        np.add.reduceat(bits, np.arange(0, max(1, bits.shape[1]), 255), axis=1, dtype=np.uint32)
        if bits.size
        else bits[:, :1]
    )
    total: IntArray = both_fields(sums).sum(axis=1)
    return total


def both_fields(sums: CellArray) -> IntArray:
    """The two fields of eight bits, from bits 8 and 24 on, added up."""
    return ((sums >> 8) & 0xFF).astype(np.int64) + (sums >> 24).astype(np.int64)
