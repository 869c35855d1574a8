"""A block of BCF records read all at once: no text is made of them, but for the few that are looked at one by one.

Every record is walked from its first byte to its last, all of a block's records side by side: each step reads the same
field of each. What a record holds where, is found by its own lengths alone; any that leads out of the record, and any
number that names nothing, raises DamagedError. INFO is left unread: none of it leaves.

A genotype is two numbers (allele + 1, doubled, and 1 where it is phased) in two bytes, as every program writes them for
up to 62 alleles. One table turns both at once into the cell that the genotype rules read (layout.py); any other
spelling becomes 0 there, so that its row is parsed carefully from its line (bcf_line.py).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from prep.alleles import allele_reasons, marked
from prep.bcf_line import (
    CHAR,
    FIXED,
    INT8,
    INT32,
    LENGTHS,
    LONG,
    WIDTHS,
    Cursor,
    fixed_fields,
    info_text,
    integers,
    name_of,
    whole_line,
)
from prep.chunks import RecordsChunk
from prep.columns import distinct_values, gather, words
from prep.errors import DamagedError
from prep.layout import Problem
from prep.reasons import REASON_CODE
from prep.rules import PIPE, SLASH, BlockRules, BoolArray, ByteArray, CellArray, IntArray
from prep.site_columns import SiteColumns

_TAB, _ZERO, _DOT = 9, 48, 46
_ID, _REF, _ALT, _INFO, _FORMAT = 2, 3, 4, 7, 8
_HEAD = LENGTHS.size + FIXED.size
_WIDTHS = np.array([WIDTHS.get(kind, -1) for kind in range(16)])
_MOST_POSITION = 999_999_999  # as in text, where more than nine digits are no position
_RECORDS_AT_ONCE = 256  # whose texts are looked at
_LOOKED_AT = 8  # alleles and filters of a record, all records at once; records with more are walked one by one


def _genotype_tables() -> tuple[CellArray, CellArray]:
    """Cells by the number of a genotype's one byte, and of its two bytes (little-endian)."""
    end = 0x81  # behind a genotype of fewer alleles
    alleles = {0: _DOT, 1: _DOT, 2: _ZERO, 3: _ZERO, 4: _ZERO + 1, 5: _ZERO + 1}
    single, pair = np.zeros(1 << 8, np.uint32), np.zeros(1 << 16, np.uint32)
    for first, allele in alleles.items():
        single[first] = pair[first | end << 8] = _TAB | allele << 8
        for second, other in alleles.items():
            separator = PIPE if second & 1 else SLASH
            pair[first | second << 8] = _TAB | allele << 8 | separator << 16 | other << 24
    single[end] = _TAB | _DOT << 8
    pair[end | end << 8] = _TAB | _DOT << 8
    return single, pair


_SINGLE, _PAIR = _genotype_tables()


class _Walk:
    """Where each record of a block is being read. `at` moves on; `end` is where the section under way ends.

    At least eight bytes lie in the buffer behind every section, so that words can be read to its last byte.
    """

    def __init__(self, buffer: ByteArray, at: IntArray, end: IntArray, offset: int) -> None:
        self.buffer, self.at, self.end, self._offset = buffer, at, end, offset

    def require(self, holds: BoolArray | bool) -> None:
        if not np.all(holds):
            raise DamagedError(offset=self._offset)

    def part(self, rows: IntArray | slice) -> _Walk:
        return _Walk(self.buffer, self.at[rows], self.end[rows], self._offset)

    def typed(self) -> tuple[IntArray, IntArray]:
        """The type and the length of what follows."""
        descriptor = words(self.buffer, self.at, 1).astype(np.int64)
        self.require(self.at < self.end)
        self.at = self.at + 1
        lengths = descriptor >> 4
        if len(long := np.flatnonzero(lengths == LONG)):
            part = self.part(long)
            lengths[long] = part.numbers()
            self.at[long] = part.at
        kinds = descriptor & 15
        self.require(_WIDTHS[kinds] >= 0)
        return kinds, lengths

    def numbers(self) -> IntArray:
        """Typed whole numbers that count or name something."""
        word = words(self.buffer, self.at, 8)
        descriptor = word & np.uint64(0xFF)
        self.require((descriptor >> np.uint64(4) == 1) & (descriptor & np.uint64(15) <= 3) & (descriptor != 0x10))
        widths = _WIDTHS[(descriptor & np.uint64(15)).astype(np.int64)]
        self.at = self.at + 1 + widths
        self.require(self.at <= self.end)
        unused = (8 * (8 - widths)).astype(np.uint64)
        values = (word >> np.uint64(8) << unused >> unused).astype(np.int64)
        self.require(values < np.int64(1) << (8 * widths - 1))  # the others are negative
        return values

    def skip(self, sizes: IntArray) -> None:
        self.require(sizes <= self.end - self.at)
        self.at = self.at + sizes

    def text(self) -> tuple[IntArray, IntArray]:
        """Where a text begins, and its length."""
        kinds, lengths = self.typed()
        self.require((kinds == CHAR) | (lengths == 0))
        starts = self.at
        self.skip(lengths)
        return starts, lengths


class BcfLayout:
    """Records of a BCF as the block's rows (the interface is layout.py's)."""

    problems: tuple[Problem, ...] = ()

    def __init__(self, chunk: RecordsChunk, rules: BlockRules) -> None:
        self._chunk, self._rules, self._names = chunk, rules, chunk.names
        last = int(chunk.starts[-1])
        is_spare = last + LENGTHS.size + sum(LENGTHS.unpack_from(chunk.data, last)) + _HEAD <= len(chunk.data)
        self._buffer = np.frombuffer(chunk.data if is_spare else b"".join((chunk.data, bytes(_HEAD))), np.uint8)
        self.line_count = len(chunk.starts)
        self.line_numbers = np.arange(self.line_count)
        starts = chunk.starts
        heads = gather(self._buffer, starts, _HEAD).view("<u4").astype(np.int64)
        shared, individual, self._contigs, positions, _, _, counts, widths = heads.T
        self._positions = positions.astype(np.uint32).view(np.int32).astype(np.int64) + 1
        self._allele_counts = counts >> 16
        first = starts + LENGTHS.size + shared
        walk = _Walk(self._buffer, starts + _HEAD, first, chunk.offset)
        walk.require((shared >= FIXED.size) & (widths & 0xFFFFFF == chunk.names.samples))
        self._ids = walk.text()
        self._walk_alleles(walk)
        self._walk_filters(walk)
        self._info_counts, self._info_at = counts & 0xFFFF, walk.at
        walk.skip(self._info_counts * 3)  # an entry takes no less
        self._walk_formats(_Walk(self._buffer, first, first + individual, chunk.offset), widths >> 24)

    def __len__(self) -> int:
        return self.line_count

    def require_whole(self, values: CellArray) -> None:
        """Nothing to object: where each cell lies was found out, not assumed."""

    def require_others_whole(self, rows: IntArray) -> None:
        """The same."""

    def site_columns(self) -> SiteColumns:
        numbers, name_index = _distinct(self._contigs)
        is_number = (self._positions >= 0) & (self._positions <= _MOST_POSITION)
        return SiteColumns(
            names=[name_of(self._names.contigs, number, self._chunk.offset) for number in numbers],
            name_index=name_index,
            positions=np.where(is_number, self._positions, 0),
            is_number=is_number,
            reference=self._letters(self._references, 1),
            alternate=self._letters(self._alternates, 2),
            passes=self._passes,
            formats=self._formats,
            format_index=self._format_index,
        )

    def allele_reasons(self, rows: IntArray) -> NDArray[np.uint8]:
        """Why these records, which are no single-nucleotide variants, are dropped."""
        count = self._allele_counts[rows]
        codes = np.full(len(rows), REASON_CODE["no-alternate"], np.uint8)
        two = rows[count == 2]
        spans = [(starts[two], lengths[two]) for starts, lengths in (self._references, self._alternates)]
        codes[count == 2] = allele_reasons(self._buffer, spans[0], spans[1])
        many = rows[count > 2]
        at = self._alternates[0][many]
        is_marked = marked(self._buffer, (at, self._alleles_end[many] - at))
        codes[count > 2] = np.where(is_marked, REASON_CODE["symbolic"], REASON_CODE["multi-allelic"])
        # The length of a long allele can look like a mark, and texts may end before their length does.
        unsure = (is_marked & self._has_long[many]).nonzero()[0]
        for place in (*(count > 2).nonzero()[0][unsure], *np.flatnonzero(codes == REASON_CODE["not-acgt"])):
            codes[place] = self._reason_by_text(int(rows[place]))
        return codes

    def field(self, row: int, index: int) -> bytes:
        """One of the line's first nine fields, counted from 0."""
        if index == _FORMAT:
            return self._formats[int(self._format_index[row])]
        if index == _ID:
            return self._id(int(self._ids[0][row]), int(self._ids[1][row]))
        if index == _INFO:
            if not (count := int(self._info_counts[row])):
                return b"."
            cursor = Cursor(self._chunk.data, int(self._info_at[row]), self._shared_end(row))
            return info_text(cursor, count, self._names)
        return fixed_fields(self._record(row), self._names)[index]

    def iter_texts(self) -> Iterator[tuple[bytes, bytes]]:
        """ID and INFO of each record."""
        for first in range(0, len(self), _RECORDS_AT_ONCE):
            part = slice(first, first + _RECORDS_AT_ONCE)
            columns = (column[part].tolist() for column in (*self._ids, self._info_counts))
            for row, (start, length, count) in enumerate(zip(*columns, strict=True), first):
                yield self._id(start, length), self.field(row, _INFO) if count else b"."

    def _id(self, start: int, length: int) -> bytes:
        return self._chunk.data[start : start + length].split(b"\x00", 1)[0] or b"."

    def line(self, row: int) -> bytes:
        """The record as a line of VCF without its end."""
        return whole_line(self._record(row), self._names)

    def genotype_line(self, row: int) -> bytes:
        """The same without the samples' values behind GT, which take long to write in a wide file."""
        return whole_line(self._record(row), self._names, b"GT")

    def cells(self, rows: IntArray) -> CellArray:
        """(rows, selected samples) cells of these records."""
        if len(rows) and not self._rules.force_slow:
            is_pair, is_single = (self._is_genotype[rows] & (self._ploidy[rows] == ploidy) for ploidy in (2, 1))
            if is_pair.all():
                return self._read_cells(rows, _PAIR)
            cells = np.zeros((len(rows), len(self._rules.selected)), np.uint32)
            cells[is_pair] = self._read_cells(rows[is_pair], _PAIR)
            cells[is_single] = self._read_cells(rows[is_single], _SINGLE)
            return cells
        return np.zeros((len(rows), len(self._rules.selected)), np.uint32)

    def _read_cells(self, rows: IntArray, table: CellArray) -> CellArray:
        kind = np.dtype("<u2" if table is _PAIR else "u1")
        values = gather(self._buffer, self._genotypes_at[rows], self._names.samples * kind.itemsize).view(kind)
        cells: CellArray = table.take(values if self._rules.selects_all else values[:, self._rules.selected])
        return cells

    def _walk_alleles(self, walk: _Walk) -> None:
        counts, nothing = self._allele_counts, np.zeros(len(walk.at), np.int64)
        found = [(walk.at, nothing), (walk.at, nothing)]
        self._has_long = np.zeros(len(walk.at), np.bool_)
        for number in range(min(_LOOKED_AT, int(counts.max(initial=0)))):
            rows = _where(counts > number)
            part = walk.part(rows)
            starts, lengths = part.text()
            walk.at = walk.at.copy()
            walk.at[rows] = part.at
            self._has_long[rows] |= lengths >= LONG
            if number < len(found):
                all_starts, all_lengths = walk.at.copy(), nothing.copy()
                all_starts[rows], all_lengths[rows] = starts, lengths
                found[number] = all_starts, all_lengths
        for row in np.flatnonzero(counts > _LOOKED_AT):
            cursor = Cursor(self._chunk.data, int(walk.at[row]), int(walk.end[row]))
            for _ in range(_LOOKED_AT, int(counts[row])):
                cursor.text()
            walk.at[row] = cursor.at
            self._has_long[row] = True
        self._references, self._alternates = found
        self._alleles_end = walk.at

    def _walk_filters(self, walk: _Walk) -> None:
        kinds, lengths = walk.typed()
        walk.require(((kinds > 0) & (kinds <= INT32)) | (lengths == 0))
        widths = _WIDTHS[kinds]
        starts = walk.at
        walk.skip(lengths * widths)
        self._passes: BoolArray = lengths == 0
        passed = [number for number, name in self._names.strings.items() if name == b"PASS"]
        for number in range(min(_LOOKED_AT, int(np.max(lengths, initial=0)))):
            rows = _where(lengths > number)
            unused = ((4 - widths[rows]) * 8).astype(np.int32)
            values = words(self._buffer, starts[rows] + number * widths[rows], 4).view(np.int32) << unused >> unused
            for value in _distinct(values.astype(np.int64))[0]:
                name_of(self._names.strings, value, self._chunk.offset)
            self._passes[rows] = np.isin(values, passed) & (lengths[rows] == 1)
        for row in np.flatnonzero(lengths > _LOOKED_AT):
            at = int(starts[row])
            for value in integers(int(kinds[row]), self._chunk.data[at : at + int(lengths[row] * widths[row])]):
                name_of(self._names.strings, value, self._chunk.offset)

    def _walk_formats(self, walk: _Walk, counts: IntArray) -> None:
        rows_count, samples = len(walk.at), self._names.samples
        most = int(np.max(counts, initial=0))
        keys = np.full((rows_count, max(1, most)), -1, np.int64)
        genotype = [number for number, name in self._names.strings.items() if name == b"GT"]
        self._genotypes_at, self._ploidy = walk.at, np.zeros(rows_count, np.int64)
        self._is_genotype = np.zeros(rows_count, np.bool_)  # where GT is spelled in bytes
        for number in range(most):
            rows = np.flatnonzero(counts > number)
            part = walk.part(rows)
            keys[rows, number] = part.numbers()
            kinds, lengths = part.typed()
            starts = part.at
            part.skip(lengths * _WIDTHS[kinds] * samples)
            walk.at = walk.at.copy()
            walk.at[rows] = part.at
            is_genotype = np.isin(keys[rows, : number + 1], genotype)
            here = is_genotype[:, number] & ~is_genotype[:, :number].any(axis=1)  # the first one, as in text
            self._genotypes_at = self._genotypes_at.copy()
            self._genotypes_at[rows[here]] = starts[here]
            self._ploidy[rows[here]] = lengths[here]
            self._is_genotype[rows[here]] = kinds[here] == INT8
        walk.require(walk.at == walk.end)
        size = keys.shape[1] * keys.itemsize
        found, self._format_index = distinct_values(
            np.ascontiguousarray(keys).view(np.uint8).reshape(-1),
            np.arange(rows_count) * size,
            np.full(rows_count, size),
        )
        self._formats = [self._format_text(np.frombuffer(value, np.int64).tolist()) for value in found]

    def _format_text(self, keys: list[int]) -> bytes:
        if not self._names.samples:
            return b""
        names = [name_of(self._names.strings, key, self._chunk.offset) for key in keys if key >= 0]
        return b":".join(names) or b"."

    def _letters(self, texts: tuple[IntArray, IntArray], alleles: int) -> ByteArray:
        """The letter of an allele of one letter, also where zeros fill it up to a length."""
        starts, lengths = texts
        pair = words(self._buffer, starts, 2)
        is_letter = ((lengths == 1) | ((lengths > 1) & (pair >> 8 == 0))) & (self._allele_counts >= alleles)
        if alleles == 2:
            is_letter &= self._allele_counts == 2
        return np.where(is_letter, pair & 0xFF, 0).astype(np.uint8)

    def _reason_by_text(self, row: int) -> int:
        reference, alternate = self.field(row, _REF), self.field(row, _ALT)
        text = np.frombuffer(reference + alternate, np.uint8)
        lengths = np.array([len(reference)]), np.array([len(alternate)])
        return int(allele_reasons(text, (np.array([0]), lengths[0]), (lengths[0], lengths[1]))[0])

    def _shared_end(self, row: int) -> int:
        """Where what all samples share ends in a record."""
        start = int(self._chunk.starts[row])
        return start + LENGTHS.size + int(LENGTHS.unpack_from(self._chunk.data, start)[0])

    def _record(self, row: int) -> bytes:
        start = int(self._chunk.starts[row])
        shared, individual = LENGTHS.unpack_from(self._chunk.data, start)
        return self._chunk.data[start : start + LENGTHS.size + shared + individual]


def _where(chosen: BoolArray) -> IntArray | slice:
    """The places that are chosen; where they all are, without a list of them."""
    return slice(None) if chosen.all() else np.flatnonzero(chosen)


def _distinct(numbers: IntArray) -> tuple[list[int], IntArray]:
    """The distinct numbers in the order in which they come, and each one's place among them."""
    if not len(numbers) or (numbers == numbers[0]).all():
        return numbers[:1].tolist(), np.zeros(len(numbers), np.int64)
    values, firsts, index = np.unique(numbers, return_index=True, return_inverse=True)
    order = np.argsort(firsts)
    return values[order].tolist(), np.argsort(order)[index]
