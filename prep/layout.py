"""Where the fields of a block of lines lie.

Three readers with one interface, tried in turn: `StrideLayout` for many samples and GT alone (cells are four bytes
each, so only the few bytes before them are searched), `TabLayout` for any block whose lines all have the right number
of columns (one vectorised search for tabs and newlines), `CarefulLayout` for everything else (line by line).

A cell is handed on as 32 bits, little-endian: tab, first allele, separator, second allele, as ASCII; a haploid cell has
zeros in the two upper bytes. A cell that a reader cannot express so is 0: its row is parsed carefully (careful.py).

How many values a cell has behind its genotype is not counted. Where they are more than FORMAT names keys, which other
programs refuse, what is read is right all the same, and to count would be one more search of the whole text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from prep.rules import BlockRules, BoolArray, ByteArray, CellArray, IntArray
from prep.site_columns import SiteColumns, TextFields

_TAB, _NEWLINE, _RETURN, _COLON, _HASH = 9, 10, 13, 58, 35
_FIELDS = 9
# Below this many samples lines are short, and searching each from Python costs more than searching all tabs at once.
_STRIDE_SAMPLES = 100
_TEXT_AT_ONCE = 1 << 20  # of which all separators are searched
_LAID_OUT = [*range(_FIELDS), -1]


@dataclass(frozen=True)
class Problem:
    """Something wrong on a line. `line` counts from 0 in the block, `column` (field) from 1."""

    code: str
    line: int
    column: int | None
    example: str = ""


class Layout(Protocol):
    """A block of n records."""

    line_numbers: IntArray  # (n,) line in the block, from 0
    line_count: int  # with lines that are no record
    problems: tuple[Problem, ...]

    def __len__(self) -> int: ...

    def site_columns(self) -> SiteColumns:
        """What decides about sites."""

    def allele_reasons(self, rows: IntArray) -> NDArray[np.uint8]:
        """Why these records, which are no single-nucleotide variants, are dropped."""

    def field(self, row: int, index: int) -> bytes:
        """One of the line's first nine fields, counted from 0."""

    def iter_texts(self) -> Iterator[tuple[bytes, bytes]]:
        """ID and INFO of each record."""

    def cells(self, rows: IntArray) -> CellArray:
        """(rows, selected samples) cells of these lines."""

    def require_whole(self, values: CellArray) -> None:
        """Raise HiddenSeparatorError where cells off the expected pattern, these, show that the layout is another."""

    def require_others_whole(self, rows: IntArray) -> None:
        """The same where cells are not asked for, of other lines than these or of samples that do not leave."""

    def line(self, row: int) -> bytes:
        """The whole line without its end."""


def lay_out(text: bytes, rules: BlockRules, *, try_stride: bool = True) -> Layout:
    """Find the fields of a block of whole lines (each ends with a newline)."""
    found = _try_at_once(text, rules, try_stride=try_stride)
    if found is None and b"\r\n" in text:  # anywhere: where a block begins must not decide whether a line can be read
        found = _try_at_once(text.replace(b"\r\n", b"\n"), rules, try_stride=try_stride)
    return CarefulLayout(text, rules) if found is None else found


def _try_at_once(text: bytes, rules: BlockRules, *, try_stride: bool) -> Layout | None:
    """All lines by one search, where they are alike and none ends with a carriage return."""
    if rules.force_slow or text.endswith(b"\r\n"):
        return None
    if try_stride and rules.sample_count >= _STRIDE_SAMPLES and (stride := _try_stride(text, rules)) is not None:
        return stride
    return _try_tabs(text, rules) if rules.sample_count else None


class HiddenSeparatorError(Exception):
    """A block's cells are not four bytes each after all: it must be laid out without that assumption."""


class StrideLayout(TextFields):
    """Lines whose samples are all `?|?` or `?/?`: four bytes a cell.

    That no tab or newline hides inside a cell is not known until cells have been compared with what one looks like.
    """

    problems: tuple[Problem, ...] = ()

    def __init__(self, text: bytes, rules: BlockRules, ends: list[int], sites: bytes, tabs: IntArray) -> None:
        self._text, self._rules, self._ends = text, rules, ends
        self.buffer = np.frombuffer(sites, np.uint8)
        self.tabs = tabs
        self.field_starts = np.concatenate(([0], tabs[:-1, -1] + 1))
        self.line_count = len(ends)
        self.line_numbers = np.arange(len(ends))

    def __len__(self) -> int:
        return self.line_count

    def cells(self, rows: IntArray) -> CellArray:
        samples, view = self._rules.sample_count, memoryview(self._text)
        ends = [self._ends[row] for row in rows.tolist()]
        cells = np.frombuffer(b"".join([view[end - 4 * samples : end] for end in ends]), "<u4").reshape(-1, samples)
        return cells if self._rules.selects_all else cells[:, self._rules.selected]

    def require_others_whole(self, rows: IntArray) -> None:
        others = np.ones(len(self), np.bool_)
        if self._rules.selects_all:
            others[rows] = False
        self._require_tabs(np.flatnonzero(others).tolist())

    def _require_tabs(self, rows: Iterable[int]) -> None:
        """As many tabs as there must be, and nothing else of the kind: one that hides in a cell would be one more."""
        tabs = _FIELDS - 1 + self._rules.sample_count
        for line in (np.frombuffer(self.line(row), np.uint8) for row in rows):
            if np.count_nonzero(line == _TAB) != tabs or np.count_nonzero(line <= _NEWLINE) != tabs:
                raise HiddenSeparatorError

    def require_whole(self, values: CellArray) -> None:
        first, *inside = (values >> shift & 0xFF for shift in (0, 8, 16, 24))
        if (first != _TAB).any() or any((byte <= _NEWLINE).any() for byte in inside):
            raise HiddenSeparatorError

    def line(self, row: int) -> bytes:
        return self._text[self._ends[row - 1] + 1 if row else 0 : self._ends[row]]


def _try_stride(text: bytes, rules: BlockRules) -> StrideLayout | None:
    width = 4 * rules.sample_count
    find = text.find
    first = find(b"\n", width)
    if first < 0 or text[first - width - 3 : first - width] != b"\tGT":
        return None
    ends: list[int] = []
    sites: list[bytes] = []
    at, size = 0, len(text)
    while at < size:
        end = find(b"\n", at + width)
        if end < 0 or text[end - 1] == _RETURN:
            return None
        sites.append(text[at : end - width])
        ends.append(end)
        at = end + 1
    joined = b"\n".join(sites) + b"\n"
    if joined.startswith(b"#") or b"\n#" in joined:
        return None
    buffer = np.frombuffer(joined, np.uint8)
    newlines = np.flatnonzero(buffer == _NEWLINE)
    all_tabs = np.flatnonzero(buffer == _TAB)
    if len(newlines) != len(ends) or len(all_tabs) != len(ends) * (_FIELDS - 1):
        return None  # a newline was skipped over, or a line has other columns
    tabs = all_tabs.reshape(-1, _FIELDS - 1)
    if (tabs[:, -1] >= newlines - 1).any() or (tabs[1:, 0] < newlines[:-1]).any():
        return None  # no FORMAT is left where one cell of a line is a single allele
    return StrideLayout(text, rules, ends, joined, np.column_stack((tabs, newlines)))


class TabLayout(TextFields):
    """Lines that all have exactly the header's number of columns. `tabs` has a last column more: their newlines."""

    problems: tuple[Problem, ...] = ()

    def __init__(self, text: bytes, separators: IntArray, cells: CellArray) -> None:
        self._text, self._cells = text, cells
        self.buffer = np.frombuffer(text, np.uint8)
        self.tabs = separators
        self.field_starts = np.concatenate(([0], separators[:-1, -1] + 1))
        self.line_count = len(separators)
        self.line_numbers = np.arange(self.line_count)

    def __len__(self) -> int:
        return self.line_count

    def line(self, row: int) -> bytes:
        return self._text[self.field_starts[row] : self.tabs[row, -1]]

    def cells(self, rows: IntArray) -> CellArray:
        return self._cells[rows]


def _try_tabs(text: bytes, rules: BlockRules) -> TabLayout | None:
    """Some lines after the other, so that what is made of them stays in the processor's own cache."""
    buffer = np.frombuffer(text, np.uint8)
    columns = rules.sample_count + _FIELDS
    separators: list[IntArray] = []
    cells: list[CellArray] = []
    at = 0
    while at < len(text):
        end = text.rfind(b"\n", at, at + _TEXT_AT_ONCE) + 1 or text.find(b"\n", at) + 1
        part = buffer[at:end]
        # Tabs and newlines, and control characters, which no such block has.
        places = np.flatnonzero(part <= _NEWLINE)
        lines = len(places) // columns
        if lines == 0 or part.take(places).tobytes() != (b"\t" * (columns - 1) + b"\n") * lines:
            return None
        cells.append(_read_cells(part, places.reshape(lines, columns), rules))
        places += at
        separators.append(places.reshape(lines, columns)[:, _LAID_OUT])
        at = end
    layout = TabLayout(text, np.concatenate(separators), np.concatenate(cells))
    first = layout.buffer.take(layout.field_starts)
    last = layout.buffer.take(layout.tabs[:, -1] - 1)
    # A header line with as many columns as a record, or a line that ends with a carriage return.
    return None if (first == _HASH).any() or (last == _RETURN).any() else layout


def _read_cells(text: ByteArray, separators: IntArray, rules: BlockRules) -> CellArray:
    """The four bytes from the tab before each cell on, as the module says."""
    which = slice(_FIELDS - 1, -1) if rules.selects_all else _FIELDS - 1 + rules.selected
    if rules.sample_count < _FIELDS:  # most separators are of other fields: those of cells alone are less to read
        separators, which = np.ascontiguousarray(separators[:, which]), slice(None)
    places = separators.reshape(-1)

    def bytes_behind(distance: int) -> ByteArray:
        # Behind the text's end `clip` reads its last byte again, a newline.
        return text[distance:].take(places, mode="clip").reshape(separators.shape)[:, which]

    separator, second = bytes_behind(2), bytes_behind(3)
    ends = _ends_field(bytes_behind(4))
    is_single = _ends_field(separator)
    if is_single.any():
        is_pair = is_single.view(np.uint8) - np.uint8(1)  # all bits or none
        separator &= is_pair
        second &= is_pair
    cells = np.empty(separator.shape, np.uint32)
    parts = cells.view(np.uint8).reshape(*cells.shape, 4)
    parts[..., 0] = _TAB
    for number, values in enumerate((bytes_behind(1), separator, second), 1):
        parts[..., number] = values
    ends |= is_single
    if not ends.all():
        cells[~ends] = 0
    return cells


def _ends_field(values: ByteArray) -> BoolArray:
    ends: BoolArray = values == _COLON
    ends |= values == _TAB
    ends |= values == _NEWLINE
    return ends


class CarefulLayout(TextFields):
    """Any lines at all: those that are no record of this file become problems, the others are handed on row by row."""

    def __init__(self, text: bytes, rules: BlockRules) -> None:
        self._rules = rules
        self._lines: list[bytes] = []
        problems: list[Problem] = []
        numbers: list[int] = []
        tabs: list[list[int]] = []
        starts: list[int] = []
        sites = bytearray()
        lines = text.split(b"\n")
        if not lines[-1]:
            lines.pop()
        for number, raw in enumerate(lines):
            line = raw.removesuffix(b"\r")
            problem = _line_problem(line, number, rules.sample_count)
            if problem is not None:
                problems.append(problem)
                continue
            fields = line.split(b"\t", _FIELDS)[:_FIELDS]
            starts.append(len(sites))
            ends = []
            fields += [b""] * (_FIELDS - len(fields))  # a file without samples has eight
            for value in fields:
                sites += value
                ends.append(len(sites))
                sites += b"\t"
            tabs.append(ends)
            numbers.append(number)
            self._lines.append(line)
        self.buffer = np.frombuffer(bytes(sites) + b"\n\n\n\n", np.uint8)
        self.tabs = np.array(tabs, np.int64).reshape(-1, _FIELDS)
        self.field_starts = np.array(starts, np.int64)
        self.line_numbers = np.array(numbers, np.int64)
        self.line_count = len(lines)
        self.problems = tuple(problems)

    def __len__(self) -> int:
        return len(self._lines)

    def line(self, row: int) -> bytes:
        return self._lines[row]

    def cells(self, rows: IntArray) -> CellArray:
        return np.zeros((len(rows), len(self._rules.selected)), np.uint32)


def _line_problem(line: bytes, number: int, sample_count: int) -> Problem | None:
    if line.startswith(b"#"):
        return Problem("VCF-HEADER-IN-BODY", number, None)
    columns = line.count(b"\t") + 1
    wanted = _FIELDS + sample_count if sample_count else 8
    # Tabs alone, as many as a record has, are one of a contig without a name: so the reader of whole blocks takes them.
    if columns == wanted or (sample_count == 0 and columns >= 8):
        return None
    if not line.strip():
        return Problem("VCF-BLANK-LINE", number, None)
    return Problem("VCF-COLUMNS", number, min(columns, wanted) + 1)
