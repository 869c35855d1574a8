"""The columns of a block's records that decide about sites, read for all records at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from prep.alleles import allele_reasons
from prep.columns import distinct_values, equals, read_numbers
from prep.rules import BoolArray, ByteArray, CellArray, IntArray

_CHROM, _POS, _ID, _REF, _ALT, _FILTER, _INFO, _FORMAT = 0, 1, 2, 3, 4, 6, 7, 8
_RECORDS_AT_ONCE = 256  # whose texts are looked at


class SiteColumns(NamedTuple):
    """One entry per record. CHROM and FORMAT are places in their lists of distinct values."""

    names: list[bytes]
    name_index: IntArray
    positions: IntArray
    is_number: BoolArray  # whether POS is a number of at most nine digits; 0 where not
    reference: ByteArray  # the letter of an allele of one letter, as it is written; else 0
    alternate: ByteArray
    passes: BoolArray  # FILTER is `PASS` or `.`
    formats: list[bytes]
    format_index: IntArray


class TextFields:
    """Records as lines of text: `buffer` holds the first nine fields of record i from `field_starts[i]` on, each
    ended by the byte at `tabs[i]`."""

    buffer: ByteArray
    field_starts: IntArray
    tabs: IntArray  # (n, 9)

    def field(self, row: int, index: int) -> bytes:
        """One of the first nine fields, counted from 0."""
        start = self.tabs[row, index - 1] + 1 if index else self.field_starts[row]
        return self.buffer[start : self.tabs[row, index]].tobytes()

    def iter_texts(self) -> Iterator[tuple[bytes, bytes]]:
        """ID and INFO of each record."""
        view = self.buffer.data
        for start in range(0, len(self.tabs), _RECORDS_AT_ONCE):
            for tabs in self.tabs[start : start + _RECORDS_AT_ONCE].tolist():
                yield bytes(view[tabs[_POS] + 1 : tabs[_ID]]), bytes(view[tabs[_FILTER] + 1 : tabs[_INFO]])

    def require_whole(self, values: CellArray) -> None:
        """Nothing to object: where each cell lies was found out, not assumed."""

    def require_others_whole(self, rows: IntArray) -> None:
        """The same."""

    def site_columns(self) -> SiteColumns:
        names, name_index = distinct_values(self.buffer, *self._spans(_CHROM))
        starts, lengths = self._spans(_POS)
        positions, is_number = read_numbers(self.buffer, starts + lengths, lengths)
        starts, lengths = self._spans(_FILTER)
        passes = (lengths == 4) & equals(self.buffer, starts, b"PASS")
        passes |= (lengths == 1) & equals(self.buffer, starts, b".")
        formats, format_index = distinct_values(self.buffer, *self._spans(_FORMAT))
        return SiteColumns(
            names=names,
            name_index=name_index,
            positions=positions,
            is_number=is_number,
            reference=self._letters(_REF),
            alternate=self._letters(_ALT),
            passes=passes,
            formats=formats,
            format_index=format_index,
        )

    def allele_reasons(self, rows: IntArray) -> NDArray[np.uint8]:
        """Why these records, which are no single-nucleotide variants, are dropped."""
        (reference, alternate) = (
            (starts[rows], lengths[rows]) for starts, lengths in (self._spans(_REF), self._spans(_ALT))
        )
        return allele_reasons(self.buffer, reference, alternate)

    def _spans(self, index: int) -> tuple[IntArray, IntArray]:
        """Where a field begins in each record, and its length."""
        starts = self.tabs[:, index - 1] + 1 if index else self.field_starts
        return starts, self.tabs[:, index] - starts

    def _letters(self, index: int) -> ByteArray:
        starts, lengths = self._spans(index)
        letters = self.buffer.take(starts, mode="clip")
        letters *= lengths == 1
        return letters
