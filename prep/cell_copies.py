"""Cells of numbers, a batch of lines at a time: those already written as they must be are copied as they stand.

What is neither a digit nor the point of a number is a *mark*; the marks of a cell are its shape. Cells of the batch's
common shape are looked at together, number by number, and those whose numbers are all in the one form in which they
leave (fields.py) are copied. Every other cell is read by `CellReader`, so the bytes are the same either way.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from prep.columns import equals, spans
from prep.fields import CellReader
from prep.rules import BoolArray, ByteArray, CellArray, IntArray

_TAB, _NEWLINE, _POINT, _SLASH, _ZERO, _PIPE = 9, 10, 46, 47, 48, 124
_ABSENT = b":."
_LONGEST_GT = 4
_MOST_DECIMALS = 4
_LONGEST_WHOLE = 5
_HIGHEST = {"DS": 2, "GP": 1}


class _Number(NamedTuple):
    """A number that leaves: the place of the mark before it in the cell's shape, and the highest it may be (None: it is
    a whole number of any height)."""

    mark: int
    highest: int | None


class _Shape(NamedTuple):
    """The marks of a cell, what is copied of it (from one mark to before another; None: `:.`), and its numbers."""

    marks: bytes
    pieces: tuple[tuple[int, int] | None, ...]
    numbers: tuple[_Number, ...]


class _Cells(NamedTuple):
    """The cells of a text that begins and ends with a tab: its marks, which of them are tabs, and the shape of most
    cells (None where such cells are not copied), which all have if `is_even`."""

    text: ByteArray
    mark: BoolArray
    places: IntArray
    kinds: ByteArray
    tabs: IntArray
    shape: _Shape | None
    is_even: bool


class CellCopier:
    """Writes the cells of lines with one FORMAT. `columns` are the samples that leave, in the order of the output."""

    def __init__(self, text_format: bytes, wanted: tuple[str, ...], samples: int, columns: IntArray) -> None:
        self.reader = CellReader(text_format, wanted)
        self._keys, self._wanted = text_format.decode("latin-1").split(":"), wanted
        self._samples, self._columns = samples, columns
        self._has_padding = self._has_unlike_genotypes = False
        self._last_marks = b"\t"

    def write(self, heads: list[bytes], texts: list[memoryview], genotypes: CellArray) -> memoryview:
        """Whole lines: `heads`, the fields before the samples; `texts`, the samples' fields in the input; `genotypes`,
        what is written of GT (layout.py says how)."""
        cells = self._find_cells(np.frombuffer(b"\t".join((b"", *texts, b"")), np.uint8))
        regular, has_padding = _regular(cells)
        if has_padding and not self._has_padding and "PL" not in self._wanted:  # of which 1.0 is none
            self._has_padding = True  # as the lines that follow will have
            return self.write(heads, texts, genotypes)
        return self._assembled(heads, cells, regular, genotypes)

    def _find_cells(self, text: ByteArray) -> _Cells:
        if self._has_padding:
            text = _without_padding(text)
        mark, _ = _marks_and_points(text)
        if self._has_unlike_genotypes:
            _unmark_genotypes(mark, text)
        places = np.flatnonzero(mark)
        kinds = text.take(places)
        # Most often all cells are like those of the lines before.
        width = len(self._last_marks)
        count, rest = divmod(len(places) - 1, width)
        if not rest and kinds[:-1].tobytes() == self._last_marks * count:
            tabs = np.arange(0, len(places), width)
            return _Cells(text, mark, places, kinds, tabs, self._shape(self._last_marks), is_even=True)
        self._has_unlike_genotypes = True  # likely, and others that follow will have them
        tabs = np.flatnonzero(kinds == _TAB)
        sizes = np.diff(tabs)
        first = int(np.argmax(sizes == np.argmax(np.bincount(sizes))))
        self._last_marks = kinds[tabs[first] : tabs[first + 1]].tobytes()
        return _Cells(text, mark, places, kinds, tabs, self._shape(self._last_marks), is_even=False)

    def _shape(self, marks: bytes) -> _Shape | None:
        """What is copied of cells with these marks. GP and PL have three numbers in them: two are right for one allele
        alone, and seldom."""
        genotype, *values = marks.split(b":")
        if genotype not in (b"\t", b"\t|", b"\t/") or self._keys[0] != "GT" or len(values) != len(self._keys) - 1:
            return None
        pieces: list[tuple[int, int] | None] = []
        numbers: list[_Number] = []
        for key in self._wanted:
            if key not in self._keys:
                pieces.append(None)
                continue
            place = self._keys.index(key) - 1
            if values[place] != (b"" if key == "DS" else b",,"):
                return None
            start = len(b":".join((genotype, *values[:place])))
            end = start + 1 + len(values[place])
            numbers += [_Number(mark, _HIGHEST.get(key)) for mark in range(start, end)]
            if pieces and (last := pieces[-1]) is not None and last[1] == start:
                pieces[-1] = last[0], end
            else:
                pieces.append((start, end))
        return _Shape(marks, tuple(pieces), tuple(numbers))

    def _assembled(self, heads: list[bytes], cells: _Cells, regular: BoolArray, genotypes: CellArray) -> memoryview:
        chosen = (np.arange(len(heads))[:, None] * self._samples + self._columns).reshape(-1)
        others = np.flatnonzero(~regular.take(chosen))
        suffixes = self.reader.suffixes(_texts_of(cells, chosen[others]))
        marks = cells.tabs.take(chosen)
        marks[others] = 0
        pieces: list[tuple[IntArray, IntArray]] = []
        for piece in cells.shape.pieces if cells.shape is not None else (None,):
            if piece is None:
                starts = np.full(len(chosen), _LONGEST_GT + len(cells.text))
                sizes = np.full(len(chosen), len(_ABSENT))
            else:
                starts = cells.places[piece[0] :].take(marks)
                sizes = cells.places[piece[1] :].take(marks) - starts
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


def _texts_of(cells: _Cells, numbers: IntArray) -> list[bytes]:
    """These cells as they are in the text."""
    text, places = cells.text.data, cells.places.take(cells.tabs)
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


def _regular(cells: _Cells) -> tuple[BoolArray, bool]:
    """Which cells have the shape and nothing but numbers as they leave, and whether others fail only for zeros that end
    their fractions."""
    at = cells.tabs[:-1]
    if cells.shape is None:
        return np.zeros(len(at), np.bool_), False
    marks = cells.shape.marks
    good: BoolArray = np.ones(len(at), np.bool_)
    if not cells.is_even:
        good = np.diff(cells.tabs) == len(marks)
        at = np.where(good, at, 0)
        good &= equals(cells.kinds, at, marks)
    has_padding = False
    may_end_in_zero = any(number.highest for number in cells.shape.numbers) and _may_end_in_zero(cells)
    end, end_mark = at, 0
    for number in cells.shape.numbers:
        start = end if number.mark == end_mark else _of_each(cells, number.mark, at)
        end, end_mark = _of_each(cells, number.mark + 1, at), number.mark + 1
        size = end - start - 1
        first = cells.text[1:].take(start) - np.uint8(_ZERO)
        second = cells.text[2:].take(start, mode="clip")
        is_short = second == (marks + b"\t")[number.mark + 1]
        if number.highest is None:
            good &= (first <= 9) & (second != _POINT) & ((first > 0) | is_short) & (size <= _LONGEST_WHOLE)
            continue
        is_fraction = (second == _POINT) & (size <= _MOST_DECIMALS + 2)
        if may_end_in_zero:
            ends_in_zero = is_fraction & (cells.text.take(end - 1) == _ZERO)
            has_padding = has_padding or bool((good & ends_in_zero).any())
            is_fraction &= ~ends_in_zero
        good &= (is_fraction & (first < number.highest)) | (is_short & (first <= number.highest))
    return good, has_padding


def _of_each(cells: _Cells, mark: int, at: IntArray) -> IntArray:
    """Where that mark of each cell is."""
    if cells.is_even and cells.shape is not None:
        return np.ascontiguousarray(cells.places[mark :: len(cells.shape.marks)][: len(at)])
    return cells.places[mark:].take(at)


def _may_end_in_zero(cells: _Cells) -> bool:
    """Whether any number of several characters ends in a zero: few texts have one where there are but fractions."""
    several = cells.text[1:-1] == _ZERO
    several &= cells.mark[2:]
    several &= ~cells.mark[:-2]
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
