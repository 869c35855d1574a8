"""Cells of numbers, a batch of lines at a time: those already written as they must be are copied as they stand.

What is neither a digit nor the point of a number is a *mark*; between marks lie a cell's values and their numbers. Each
key's values are looked at together, number by number: cells whose numbers are all in the one form in which they leave
(fields.py) are copied. Every other cell is read by `CellReader`, so the bytes are the same either way.
"""

from __future__ import annotations

from functools import reduce
from operator import and_
from typing import NamedTuple

import numpy as np

from prep.columns import spans
from prep.fields import CellReader
from prep.rules import BoolArray, ByteArray, CellArray, IntArray

_TAB, _NEWLINE, _COMMA, _POINT, _SLASH, _ZERO, _COLON, _PIPE = 9, 10, 44, 46, 47, 48, 58, 124
_ABSENT = b":."
_LONGEST_GT = 4
_ONE_MISSING = _TAB | _POINT << 8
_MOST_DECIMALS = 4
_LONGEST_WHOLE = 5
_HIGHEST = {"DS": 2, "GP": 1}
_FEW = 8  # one cell in so many is read by itself sooner than all are looked at for it


class _Cells(NamedTuple):
    """The cells of a text that begins and ends with a tab.

    `places` are its marks, `ends` those of them that end a value (tabs and colons), `tabs` those of `ends` that are
    tabs. Where all cells have the same marks, `width` is how many and `ends` are those of one cell; else it is 0.
    """

    text: ByteArray
    places: IntArray
    kinds: ByteArray
    ends: IntArray
    tabs: IntArray
    width: int
    may_end_in_zero: bool

    def starts(self) -> IntArray:
        """Where cells begin, and where the last one ends."""
        return self.places[:: self.width] if self.width else self.places.take(self.ends.take(self.tabs))

    def value(self, number: int) -> tuple[int | IntArray, int | IntArray, bool | BoolArray]:
        """Of each cell's value of this number: the mark before it, the one behind it, and whether the cell has it."""
        if self.width:
            is_in_all = number + 1 < len(self.ends)
            return int(self.ends[number * is_in_all]), int(self.ends[number * is_in_all + 1]), is_in_all
        at = self.tabs[:-1] + number
        is_there = at < self.tabs[1:]
        at *= is_there
        return self.ends.take(at), self.ends.take(at + 1), is_there

    def places_of(self, marks: int | IntArray) -> IntArray:
        """Where each cell's mark is."""
        if not isinstance(marks, int):
            return self.places.take(marks, mode="clip")
        if marks <= self.width:
            return np.ascontiguousarray(self.places[marks :: self.width][: (len(self.places) - 1) // self.width])
        return self.places.take(np.arange(marks, len(self.places) - 1 + marks, self.width), mode="clip")

    def kinds_of(self, marks: int | IntArray) -> int | ByteArray:
        """What each cell's mark is."""
        return (
            int(self.kinds[marks % len(self.kinds)]) if isinstance(marks, int) else self.kinds.take(marks, mode="clip")
        )


class _Value(NamedTuple):
    """A key's values in all cells: which of them may be copied, from the place of the mark before to that of the one
    behind; whether others fail only for zeros that end fractions, and whether some are written as missing."""

    good: BoolArray
    start: IntArray
    end: IntArray
    has_padding: bool
    has_missing: bool


class CellCopier:
    """Writes the cells of lines with one FORMAT. `columns` are the samples that leave, in the order of the output."""

    def __init__(self, text_format: bytes, wanted: tuple[str, ...], samples: int, columns: IntArray) -> None:
        self.reader = CellReader(text_format, wanted)
        self._keys, self._wanted = text_format.decode("latin-1").split(":"), wanted
        self._samples, self._columns = samples, columns
        self._has_padding = self._has_unlike_genotypes = self._is_uneven = False

    def write(self, heads: list[bytes], texts: list[memoryview], genotypes: CellArray) -> memoryview:
        """Whole lines: `heads`, the fields before the samples; `texts`, the samples' fields in the input; `genotypes`,
        what is written of GT (layout.py says how)."""
        cells = self._find_cells(np.frombuffer(b"\t".join((b"", *texts, b"")), np.uint8))
        is_single = np.zeros((len(heads), self._samples), np.bool_)
        # Of what is missing the input says how many alleles there are: that is for the reader.
        is_single[:, self._columns] = (genotypes <= 0xFFFF) & (genotypes > _ONE_MISSING)
        values = self._find_values(cells, is_single.reshape(-1))
        has_padding = any(value.has_padding for value in values)
        if has_padding and not self._has_padding and "PL" not in self._wanted:  # of which 1.0 is none
            self._has_padding = True  # as the lines that follow will have
            return self.write(heads, texts, genotypes)
        return self._assembled(heads, cells, values, genotypes)

    def _find_cells(self, text: ByteArray) -> _Cells:
        if self._has_padding:
            text = _without_padding(text)
        mark, _ = _marks_and_points(text)
        may_end_in_zero = not _HIGHEST.keys().isdisjoint(self._wanted) and _may_end_in_zero(text, mark)
        if self._has_unlike_genotypes and not self._is_uneven:
            _unmark_genotypes(mark, text)
        places = np.flatnonzero(mark)
        kinds = text.take(places)
        # Most often all cells have the marks of the first.
        width = int(np.argmax(kinds[1:] == _TAB)) + 1
        count, rest = divmod(len(places) - 1, width)
        if not rest and kinds[:-1].tobytes() == kinds[:width].tobytes() * count:
            ends = np.flatnonzero((kinds[: width + 1] == _TAB) | (kinds[: width + 1] == _COLON))
            return _Cells(text, places, kinds, ends, ends, width, may_end_in_zero)
        # The cells that follow will be as unlike: in their genotypes alone, or in their values too.
        self._is_uneven, self._has_unlike_genotypes = self._has_unlike_genotypes, True
        is_tab = kinds == _TAB
        ends = np.flatnonzero(is_tab | (kinds == _COLON))
        return _Cells(text, places, kinds, ends, np.flatnonzero(is_tab.take(ends)), 0, may_end_in_zero)

    def _find_values(self, cells: _Cells, is_single: BoolArray) -> list[_Value]:
        """What is copied of each wanted key; of neighbours that all cells have, together."""
        found: list[_Value] = []
        last_place = -1
        for key in self._wanted:
            place = self._keys.index(key) if key in self._keys else -1
            value = _absent(cells, len(is_single)) if place < 0 else _value(cells, key, place, is_single)
            if place == last_place + 1 > 0 and found and not (found[-1].has_missing or value.has_missing):
                last = found.pop()
                has_padding = last.has_padding or value.has_padding
                value = _Value(last.good & value.good, last.start, value.end, has_padding, has_missing=False)
            found.append(value)
            last_place = place
        return found

    def _assembled(self, heads: list[bytes], cells: _Cells, values: list[_Value], genotypes: CellArray) -> memoryview:
        chosen = (np.arange(len(heads))[:, None] * self._samples + self._columns).reshape(-1)
        regular = reduce(and_, (value.good for value in values))
        others = np.flatnonzero(~regular.take(chosen))
        suffixes = self.reader.suffixes(_texts_of(cells, chosen[others]))
        pieces: list[tuple[IntArray, IntArray]] = []
        for value in values:
            starts = value.start.take(chosen)
            sizes = value.end.take(chosen) - starts
            starts += _LONGEST_GT
            sizes[others] = 0
            pieces.append((starts, sizes))
        if suffixes:
            starts, sizes = pieces[0]
            sizes[others] = [len(suffix) for suffix in suffixes]
            behind = _LONGEST_GT + len(cells.text) + len(_ABSENT)
            starts[others] = behind + np.cumsum(sizes[others]) - sizes[others]
        width = max(int(np.max(sizes)) for _, sizes in pieces) + 2 * _LONGEST_GT - 1 & -_LONGEST_GT
        source = b"".join((bytes(_LONGEST_GT), cells.text.data, _ABSENT, *suffixes, bytes(width)))
        return _copied(heads, source, width, pieces, genotypes)


def _absent(cells: _Cells, count: int) -> _Value:
    """Of a key that no cell has: `:.`, which is put behind the text."""
    start = np.full(count, len(cells.text))
    return _Value(np.ones(count, np.bool_), start, start + len(_ABSENT), has_padding=False, has_missing=True)


def _value(cells: _Cells, key: str, place: int, is_single: BoolArray) -> _Value:
    """A key's values, `place` being the key's in FORMAT. GP and PL have three numbers, or two for one allele alone."""
    before, behind, is_there = cells.value(place)
    count, comma = behind - before, [cells.kinds_of(before + number) == _COMMA for number in (1, 2)]
    good, is_two = np.full(len(is_single), place > 0), np.zeros(len(is_single), np.bool_)
    good &= is_there
    if key == "DS":
        good &= count == 1
    else:
        is_two |= is_single & (count == 2) & comma[0]
        good &= is_two | ((count == 3) & comma[0] & comma[1])
    start, end = cells.places_of(before), cells.places_of(behind)
    has_padding, highest, number_start = False, _HIGHEST.get(key), start
    for number in range(1, 2 if key == "DS" else 4):
        number_end = cells.places_of(before + number)
        size = number_end - number_start - 1
        first = cells.text[1:].take(number_start, mode="clip") - np.uint8(_ZERO)
        second = cells.text[2:].take(number_start, mode="clip")
        if highest is None:
            right = (first <= 9) & (second != _POINT) & ((first > 0) | (size == 1)) & (size <= _LONGEST_WHOLE)
        else:
            is_fraction = (second == _POINT) & (size > 1) & (size <= _MOST_DECIMALS + 2)
            if cells.may_end_in_zero:
                ends_in_zero = is_fraction & (cells.text.take(number_end - 1) == _ZERO)
                has_padding = has_padding or bool((good & ends_in_zero).any())
                is_fraction &= ~ends_in_zero
            right = (is_fraction & (first < highest)) | ((size == 1) & (first <= highest))
        good &= right if number < 3 else right | is_two
        number_start = number_end
    if _FEW * np.count_nonzero(good) > (_FEW - 1) * len(good):
        return _Value(good, start, end, has_padding, has_missing=False)
    size = end - start
    missing = (size == 1) | ((size == 2) & (cells.text[1:].take(start, mode="clip") == _POINT))
    missing |= ~(good | is_there)
    absent = _absent(cells, len(good))
    start, end = np.where(missing, absent.start, start), np.where(missing, absent.end, end)
    return _Value(good | missing, start, end, has_padding, has_missing=True)


def _texts_of(cells: _Cells, numbers: IntArray) -> list[bytes]:
    """These cells as they are in the text."""
    text, places = cells.text.data, cells.starts()
    bounds = zip(places.take(numbers).tolist(), places.take(numbers + 1).tolist(), strict=True)
    return [text[start + 1 : end].tobytes() for start, end in bounds]


def _marks_and_points(text: ByteArray) -> tuple[BoolArray, BoolArray]:
    """Where marks are, and points of numbers: one digit between a mark and the point, and another behind it."""
    mark: BoolArray = (text - np.uint8(_ZERO)) > 9
    is_point: BoolArray = text == _POINT
    point = np.zeros(len(text), np.bool_)
    point[2:-1] = is_point[2:-1] & ~(mark[1:-2] | mark[3:] | is_point[:-3]) & mark[:-3]
    mark ^= point
    return mark, point


def _unmark_genotypes(mark: BoolArray, text: ByteArray) -> None:
    """Take GT's marks away, for cells to be of one shape whatever their genotypes are."""
    tab, missing = text == _TAB, text == _POINT
    between: BoolArray = text == _PIPE
    between |= text == _SLASH
    between[:2] = False
    between[2:] &= tab[:-2]
    missing[0] = False
    missing[1:] &= tab[:-1] | between[:-1]
    mark ^= between
    mark ^= missing


def _without_padding(text: ByteArray) -> ByteArray:
    """The text without the zeros at the end of fractions of a few digits, and without a point that nothing follows."""
    mark, point = _marks_and_points(text)
    zero = ~mark
    zero &= ~point
    fraction = np.zeros(len(text), np.bool_)
    step = point
    for _ in range(_MOST_DECIMALS):
        following = zero.copy()
        following[1:] &= step[:-1]
        step = following
        fraction |= step
    fraction &= text == _ZERO
    dropped = np.zeros(len(text), np.bool_)
    end = mark
    for _ in range(_MOST_DECIMALS):
        last = fraction.copy()
        last[:-1] &= end[1:]
        dropped |= last
        end = last
    dropped[:-1] |= point[:-1] & dropped[1:]
    return text[~dropped]


def _may_end_in_zero(text: ByteArray, mark: BoolArray) -> bool:
    """Whether any number of several characters ends in a zero: few texts have one where there are but fractions."""
    several = text[1:-1] == _ZERO
    several &= mark[2:]
    several &= ~mark[:-2]
    return bool(several.any())


def _copied(
    heads: list[bytes], source: bytes, width: int, pieces: list[tuple[IntArray, IntArray]], genotypes: CellArray
) -> memoryview:
    """Lines of the heads, and behind each its cells: GT and the pieces of `source` (where, how much for each cell).

    `width` bytes are copied for each piece, more than the longest needs.
    """
    cells = genotypes.reshape(-1)
    is_single = cells <= 0xFFFF
    singles = np.flatnonzero(is_single)
    gt_sizes = np.where(is_single, 2, 4) if len(singles) else np.int64(4)
    cell_sizes = sum((sizes for _, sizes in pieces), start=gt_sizes)
    head_sizes = np.array([len(head) for head in heads])
    ends = np.cumsum(cell_sizes).reshape(genotypes.shape) + (np.cumsum(head_sizes) + np.arange(len(heads)))[:, None]
    places = [ends.reshape(-1) - cell_sizes]
    for number, (_, sizes) in enumerate(pieces[:-1]):
        places.append(places[-1] + sizes + (0 if number else gt_sizes))
    # The first piece is copied with as many bytes before it as GT takes, and GT written over them.
    starts = [start - (0 if number else gt_sizes) for number, (start, _) in enumerate(pieces)]
    copies = spans(np.frombuffer(source, np.uint8), width)[_interleaved(starts)]
    first = copies.view("<u4").reshape(len(cells), -1)[:, 0]
    first[:] = cells if not len(singles) else np.where(is_single, first & 0xFFFF0000 | cells, cells)
    # Each copy is as long as the longest: what it brings too much the next one overwrites, which begins at its end.
    text = np.empty(int(ends[-1, -1]) + 1 + width, np.uint8)
    spans(text, width)[_interleaved(places)] = copies
    behind = 0
    for head, end in zip(heads, ends[:, -1].tolist(), strict=True):
        text[behind : behind + len(head)] = np.frombuffer(head, np.uint8)
        text[end] = _NEWLINE
        behind = end + 1
    return text[:behind].data


def _interleaved(arrays: list[IntArray]) -> IntArray:
    return arrays[0] if len(arrays) == 1 else np.stack(arrays, axis=1).reshape(-1)
