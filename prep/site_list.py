"""Site lists: the sites of a reference panel, and how a file's records compare with them.

A list is a VCF, or a table (tabs or single blanks between columns) with chromosome, position, (id,) reference,
alternate and perhaps `AF`, in this order or under a title; as text, gzip or BGZF. A legend of IMPUTE's (`a0`, `a1`,
`ALL`) is one where it has a column for the chromosome. A .bim is none, for it does not say which allele is the
reference; nor is a BCF. Entries that are no single-nucleotide variant are skipped, as such records never leave; of an
entry with several alternate alleles each single base is a site of its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from prep.columns import UPPER_BASE, distinct_values, read_numbers
from prep.contigs import chromosome_label
from prep.errors import LineTooLongError, RulesFileError, SiteListShapeError
from prep.text_in import LINE_LIMIT, iter_any_text

_PIECE_BYTES = 4 << 20
_COMPLEMENT = np.zeros(256, np.uint8)
for _base, _other in zip(b"ACGT", b"TGCA", strict=True):
    _COMPLEMENT[_base] = _other
MATCH_NAMES = ("unknown", "match", "switch", "flip", "flip-and-switch", "other-alleles", "absent")
MATCH, SWITCH, FLIP, FLIP_AND_SWITCH, OTHER_ALLELES, ABSENT = range(1, 7)
_MOST_AT_ONE_POSITION = 16  # different ones: four bases each as reference and as alternate
_INFO_AF = re.compile(rb"(?:^|;)AF=([0-9.eE+,-]{1,200})")
_ALLELES = re.compile(rb"[A-Za-z,]+|[.*]|<.*>|.*[\[\]].*")
_CENTIMORGANS = re.compile(rb"-?[0-9.]{1,30}(?:[eE][+-]?[0-9]{1,3})?")
_SAME_TITLES = {
    "chr": "chrom", "position": "pos", "reference": "ref", "alternate": "alt",
    "a0": "ref", "a1": "alt", "all": "af", "all.aaf": "af", "aaf_all": "af",  # legends of IMPUTE's and of services
}  # fmt: skip


class SiteTable(NamedTuple):
    """Sites of one chromosome, by position. `frequency` is the alternate allele's, NaN where the list has none."""

    positions: NDArray[np.int32]
    reference: NDArray[np.uint8]
    alternate: NDArray[np.uint8]
    frequency: NDArray[np.float32]


@dataclass(frozen=True)
class SiteList:
    """A site list by chromosome label."""

    tables: dict[str, SiteTable] = field(repr=False)


class ListMatch(NamedTuple):
    """For records of one chromosome: how each compares with the list, and the list's frequency of its ALT."""

    kind: NDArray[np.uint8]
    frequency: NDArray[np.float32]


def load_site_list(path: Path, chromosomes: Collection[str] | None = None) -> SiteList:
    """Read a list, only the `chromosomes` asked for. RulesFileError(kind="site-list") names a line that is none.

    Raises SiteListShapeError for a file of sites of another shape, and the errors of reading a file.
    """
    collected: dict[str, list[SiteTable]] = {}
    columns: _Columns | None = None
    line_number = 0
    for lines in _whole_lines(path):
        while lines.startswith(b"#") or (columns is None and _is_title(lines)):
            title, _, lines = lines.partition(b"\n")
            line_number += 1
            if not title.startswith(b"##"):
                columns = _columns_of(title)
        if lines:
            columns = columns or _columns_of(lines.partition(b"\n")[0], is_title=False)
            for chromosome, table in _read_tables(lines, columns, line_number):
                if chromosomes is None or chromosome in chromosomes:
                    collected.setdefault(chromosome, []).append(table)
            line_number += lines.count(b"\n")
    if columns is None:
        raise RulesFileError(kind="site-list", line=0)
    return SiteList({chromosome: _joined(tables) for chromosome, tables in collected.items()})


def match_sites(
    table: SiteTable | None,
    positions: NDArray[np.int64],
    reference: NDArray[np.uint8],
    alternate: NDArray[np.uint8],
) -> ListMatch:
    """Compare records with the list; of several entries at a position the best match counts."""
    kind = np.full(len(positions), ABSENT, np.uint8)
    frequency = np.full(len(positions), np.nan, np.float32)
    if table is None or not len(table.positions):
        return ListMatch(kind, frequency)
    first = np.searchsorted(table.positions, positions)
    flipped_reference, flipped_alternate = _COMPLEMENT[reference], _COMPLEMENT[alternate]
    for step in range(_MOST_AT_ONE_POSITION):
        entry = np.minimum(first + step, len(table.positions) - 1)
        here = (first + step < len(table.positions)) & (table.positions[entry] == positions)
        if not here.any():
            break
        listed_reference, listed_alternate = table.reference[entry], table.alternate[entry]
        found = np.full(len(positions), OTHER_ALLELES, np.uint8)
        for value, ref, alt in (
            (FLIP_AND_SWITCH, flipped_alternate, flipped_reference),
            (FLIP, flipped_reference, flipped_alternate),
            (SWITCH, alternate, reference),
            (MATCH, reference, alternate),
        ):
            found[(listed_reference == ref) & (listed_alternate == alt)] = value
        better = here & (found < kind)
        kind[better] = found[better]
        listed = table.frequency[entry]
        turned = (found == SWITCH) | (found == FLIP_AND_SWITCH)
        frequency[better] = np.where(turned, 1 - listed, listed)[better]
    frequency[kind >= OTHER_ALLELES] = np.nan
    return ListMatch(kind, frequency)


def is_ambiguous(reference: NDArray[np.uint8], alternate: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """A/T and C/G sites: they look the same on both strands."""
    return np.asarray(_COMPLEMENT[reference] == alternate)


class _Columns(NamedTuple):
    chromosome: int
    position: int
    reference: int
    alternate: int
    frequency: int | None
    info: int | None
    width: int


def _is_title(lines: bytes) -> bool:
    """A first line whose second field is no number."""
    fields = lines.partition(b"\n")[0].split(b"\t")
    return len(fields) > 3 and not fields[1].isdigit()


def _columns_of(line: bytes, is_title: bool = True) -> _Columns:
    names = [name.decode("latin-1").strip("#\r").lower() for name in line.split(b"\t")]
    count = len(names)
    if count < 4:
        raise RulesFileError(kind="site-list", line=1)
    place: dict[str, int] = {}
    for index, name in enumerate(names if is_title else ()):
        place.setdefault(_SAME_TITLES.get(name, name), index)
    if is_title and place.keys().isdisjoint(("chrom", "pos", "ref", "alt")):
        raise RulesFileError(kind="site-list", line=1)  # words of another kind, and no site may follow
    if place.keys() >= {"pos", "ref", "alt"} and "chrom" not in place:
        raise SiteListShapeError(kind="legend")
    # Without a title: with an id before the alleles or without, and one column behind them is the frequency.
    has_id = count > 4 and (is_title or _ALLELES.fullmatch(line.split(b"\t")[4].rstrip(b"\r")) is not None)
    first_allele = 3 if has_id else 2
    behind = first_allele + 2
    return _Columns(
        chromosome=place.get("chrom", 0),
        position=place.get("pos", 1),
        reference=place.get("ref", first_allele),
        alternate=place.get("alt", first_allele + 1),
        frequency=place.get("af", behind if not is_title and count == behind + 1 else None),
        info=place.get("info"),
        width=count,
    )


def _require_list(start: bytes) -> None:
    """Raise SiteListShapeError where a file of sites begins so that cannot be one."""
    if start.startswith(b"BCF"):
        raise SiteListShapeError(kind="bcf")
    fields = start.partition(b"\n")[0].split()
    # Chromosome, id, centimorgans, position and two alleles: a list has its reference allele in place of the position.
    if len(fields) == 6 and fields[3].isdigit() and _CENTIMORGANS.fullmatch(fields[2]):
        raise SiteListShapeError(kind="bim")


def _whole_lines(path: Path) -> Iterator[bytes]:
    _, pieces = iter_any_text(path, _PIECE_BYTES)
    pending = b""
    has_tabs: bool | None = None
    for piece in pieces:
        if has_tabs is None:
            piece = piece.removeprefix(b"\xef\xbb\xbf")  # a byte order mark, as spreadsheets write it
            _require_list(piece)
            has_tabs = piece.startswith(b"##") or b"\t" in piece.partition(b"\n")[0]
        pending += piece if has_tabs else piece.replace(b" ", b"\t")
        end = pending.rfind(b"\n") + 1
        if end:
            yield pending[:end].replace(b"\r\n", b"\n")
            pending = pending[end:]
        if len(pending) > LINE_LIMIT:
            raise LineTooLongError(line=0, limit=LINE_LIMIT)
    if pending:
        yield pending + b"\n"


def _read_tables(lines: bytes, columns: _Columns, line_number: int) -> Iterator[tuple[str, SiteTable]]:
    buffer = np.frombuffer(lines, np.uint8)
    separators = np.flatnonzero((buffer == 9) | (buffer == 10))
    count = len(separators) // columns.width
    if len(separators) != count * columns.width or (buffer[separators[columns.width - 1 :: columns.width]] != 10).any():
        raise RulesFileError(kind="site-list", line=_first_odd_line(lines, columns.width) + line_number)
    ends = separators.reshape(count, columns.width)
    line_starts = np.concatenate(([0], ends[:-1, -1] + 1))

    def field(column: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        starts = ends[:, column - 1] + 1 if column else line_starts
        return starts, ends[:, column] - starts

    names, name_index = distinct_values(buffer, *field(columns.chromosome))
    starts, lengths = field(columns.position)
    positions, is_number = read_numbers(buffer, starts + lengths, lengths)
    if not is_number.all():
        raise RulesFileError(kind="site-list", line=line_number + int(np.argmin(is_number)) + 1)
    alleles, is_base = [], []
    for column in (columns.reference, columns.alternate):
        starts, lengths = field(column)
        alleles.append(UPPER_BASE[buffer.take(starts, mode="clip")])
        is_base.append((lengths == 1) & (alleles[-1] != 0))
    single = np.flatnonzero(is_base[0] & is_base[1])
    texts = _frequency_texts(lines, ends, columns)
    several = np.flatnonzero(is_base[0] & (lengths >= len("A,C")))  # of the alternate alleles, looked at last
    split = list(_of_several(lines, texts, starts.tolist(), lengths.tolist(), several.tolist()))
    rows = np.concatenate((single, np.array([row for row, _, _ in split], np.int64)))
    bases = np.concatenate((alleles[1][single], np.array([base for _, base, _ in split], np.uint8)))
    shares = np.array(
        [*(_number(texts[row]) for row in single.tolist()), *(share for _, _, share in split)], np.float32
    )
    for index, name in enumerate(names):
        label = chromosome_label(name.decode("latin-1"))
        if label is not None:
            here = name_index[rows] == index
            of_name = rows[here]
            yield (
                label,
                SiteTable(positions[of_name].astype(np.int32), alleles[0][of_name], bases[here], shares[here]),
            )


def _of_several(
    lines: bytes, frequencies: list[bytes], starts: list[int], lengths: list[int], rows: list[int]
) -> Iterator[tuple[int, int, float]]:
    """The single bases among several alternate alleles of these rows: row, base and frequency of each."""
    for row in rows:
        alternates = lines[starts[row] : starts[row] + lengths[row]].split(b",")
        shares = frequencies[row].split(b",")
        for place, alternate in enumerate(alternates if len(alternates) > 1 else ()):
            base = int(UPPER_BASE[alternate[0]]) if len(alternate) == 1 else 0
            if base:
                yield row, base, _number(shares[place]) if len(shares) == len(alternates) else np.nan


def _frequency_texts(lines: bytes, ends: NDArray[np.int64], columns: _Columns) -> list[bytes]:
    """What each line says of frequencies; empty where it says nothing."""
    column = columns.frequency if columns.frequency is not None else columns.info
    if column is None:
        return [b""] * len(ends)
    spans = zip((ends[:, column - 1] + 1).tolist(), ends[:, column].tolist(), strict=True)
    if columns.frequency is not None:
        return [lines[start:end] for start, end in spans]
    found = (_INFO_AF.search(lines[start:end]) for start, end in spans)
    return [match[1] if match else b"" for match in found]


def _number(text: bytes) -> float:
    """A share; NaN where there is none, as in percents."""
    try:
        number = float(text)
    except ValueError:
        return np.nan
    return number if 0 <= number <= 1 else np.nan


def _first_odd_line(lines: bytes, columns: int) -> int:
    for number, line in enumerate(lines.split(b"\n"), start=1):
        if line.count(b"\t") + 1 != columns:
            return number
    return 0


def _joined(tables: list[SiteTable]) -> SiteTable:
    """One table by position. Where more lie at one position than can differ, each is taken once, as it came first."""
    columns = [*zip(*tables, strict=True)]
    positions = np.concatenate(columns[0])
    order = np.argsort(positions, kind="stable")
    in_order = positions[order]
    if (in_order[_MOST_AT_ONE_POSITION:] == in_order[:-_MOST_AT_ONE_POSITION]).any():
        reference, alternate = (np.concatenate(column).astype(np.int64) for column in columns[1:3])
        order = np.unique(positions.astype(np.int64) << 16 | reference << 8 | alternate, return_index=True)[1]
    return SiteTable(*(np.concatenate(column)[order] for column in columns))
