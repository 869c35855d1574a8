"""Recheck: the independent second pass over the exact bytes that will be sent.

Written apart from the writer: it imports nothing of it, takes compressed bytes and parses them itself, with its own
constants. A worker calls `check_body` on a run of blocks and gets a verdict that names those bytes by their SHA-256;
`OutputRecheck` sees the same bytes once more when they go to the sink and accepts them only under that hash.
Everything that is not exactly as it must be raises RecheckError, whose fact `check` names the rule.
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from isal import igzip_lib, isal_zlib
from numpy.typing import NDArray

from prep.errors import RecheckError
from prep.recheck_fields import read_fixed_fields, read_rich_cells, require_info
from prep.recheck_genotypes import Columns, cell_weights, check_genotypes, rows_alike
from prep.recheck_spot import require_same_record

_BLOCK_START = b"\x1f\x8b\x08\x04\x00\x00\x00\x00\x00\xff\x06\x00BC\x02\x00"
_LAST_BLOCK = (
    b"\x1f\x8b\x08\x04\x00\x00\x00\x00\x00\xff\x06\x00BC\x02\x00\x1b\x00\x03\x00\x00\x00\x00\x00\x00\x00\x00\x00"
)
_ID = re.compile(rb"[A-Z0-9]{8,20}")
_FILE_NAME = re.compile(r"chr(?:[1-9]|1[0-9]|2[0-2]|X|Y|MT)\.vcf\.gz")
_CONTIG = re.compile(r"(?:chr)?(?:[1-9]|1[0-9]|2[0-2]|X|Y|MT|M)")
_TRAILER = struct.Struct("<II")
_MANY_SAMPLES = 250
_CELLS_AT_ONCE = 12_000
_IS_BASE = np.isin(np.arange(256), (65, 67, 71, 84))
_RESERVED = frozenset((b"CHROM", b"POS", b"ID", b"REF", b"ALT", b"QUAL", b"FILTER", b"INFO", b"FORMAT"))
_FORMAT_LINES = {
    "GT": '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">\n',
    "DS": '##FORMAT=<ID=DS,Number=1,Type=Float,Description="Alternate allele dosage">\n',
    "GP": '##FORMAT=<ID=GP,Number=G,Type=Float,Description="Genotype posterior probabilities">\n',
    "PL": '##FORMAT=<ID=PL,Number=G,Type=Integer,Description="Phred-scaled genotype likelihoods">\n',
}
_INFO_LINES = {
    "AC": '##INFO=<ID=AC,Number=A,Type=Integer,Description="Allele count in genotypes">\n',
    "AN": '##INFO=<ID=AN,Number=1,Type=Integer,Description="Number of called alleles">\n',
    "AF": '##INFO=<ID=AF,Number=A,Type=Float,Description="Allele frequency in genotypes">\n',
}


@dataclass(frozen=True)
class Expected:
    """What an output must be: made from the plan, not from the writer."""

    file_name: str
    contig: str
    contig_length: int
    pseudonyms: tuple[str, ...]
    separator: int  # "|" or "/": the only one that may occur
    source_columns: tuple[int, ...] = ()  # for each output column, its sample's place in the input
    format_keys: tuple[str, ...] = ("GT",)
    info_keys: tuple[str, ...] = ()
    record_id: str = "none"
    sample_digits: frozenset[str] = field(default=frozenset(), repr=False)  # of the input's names: in no ID
    one_allele: frozenset[int] = frozenset()  # places in the input of samples whose half calls are their one allele,
    haploid_from: int = 0  # from this position
    haploid_to: int = 0  # to this one
    regions_left_out: tuple[tuple[int, int], ...] = ()  # first and last position of each
    least_minor_alleles: int = 0  # how often the rarer allele of a record is seen at least

    @cached_property
    def weights(self) -> NDArray[np.uint32]:
        """What the cells of each output column weigh."""
        return cell_weights(max(self.source_columns) + 1)[:, list(self.source_columns)]


class BodyVerdict(NamedTuple):
    """What `check_body` found in bytes it accepts. Counts are per output column."""

    sha256: bytes
    records: int
    first_position: int
    last_position: int
    alternate_alleles: NDArray[np.int64]
    called_alleles: NDArray[np.int64]


class Records(NamedTuple):
    """What the records of a run must be: `codes` of their places and alleles, and `sums` of their weighed cells
    (`cell_weights`)."""

    codes: NDArray[np.int64]
    sums: NDArray[np.int64]


def site_codes(
    positions: NDArray[np.int64], reference: NDArray[np.uint8], alternate: NDArray[np.uint8]
) -> NDArray[np.int64]:
    """Position and the two alleles of each record as one number."""
    return positions << 16 | reference.astype(np.int64) << 8 | alternate


def check_body(
    data: bytes, expected: Expected, records: Records, spots: Sequence[tuple[int, bytes]] = ()
) -> BodyVerdict:
    """Parse a run of BGZF blocks that must hold whole lines of the closed grammar, and count what is in them.

    `records` are the input's kept ones, `spots` (number of a record in this run, the input line it came from):
    compared cell by cell.
    """
    text = inflate_strictly(data)
    if not text.endswith(b"\n"):
        raise RecheckError(check="line-end")
    samples = len(expected.pseudonyms)
    columns = Columns(np.zeros(samples, np.int64), np.zeros(samples, np.int64), expected.weights)
    ends = _line_ends(text, samples)
    if expected.format_keys == ("GT",) and not expected.info_keys and expected.record_id == "none":
        codes, sums = _check_even_lines(np.frombuffer(text, np.uint8), ends, expected, columns)
    else:
        codes, sums = _check_rich_lines(text, ends, expected, columns)
    every = codes >> 16
    for number, source_line in spots:
        if not 0 <= number < len(ends):
            raise RecheckError(check="record-counts")
        line = text[int(ends[number - 1]) + 1 if number else 0 : int(ends[number])]
        require_same_record(source_line, line, expected, is_between=_is_between(line, expected))
    if (np.diff(every) < 0).any():
        raise RecheckError(check="order")
    for first_left_out, last_left_out in expected.regions_left_out:
        if np.searchsorted(every, first_left_out) < np.searchsorted(every, last_left_out, side="right"):
            raise RecheckError(check="regions")
    if not np.array_equal(codes, records.codes):
        raise RecheckError(check="sites" if len(codes) == len(records.codes) else "record-counts")
    if not np.array_equal(sums, records.sums):
        raise RecheckError(check="record-genotypes")
    return BodyVerdict(
        hashlib.sha256(data).digest(), len(every), int(every[0]), int(every[-1]), columns.alternate, columns.called
    )


def _is_between(line: bytes, expected: Expected) -> bool:
    """Whether the line's position is where one allele per person is normal."""
    position = line.split(b"\t", 2)[1]
    return position.isdigit() and expected.haploid_from <= int(position) <= expected.haploid_to


def _line_ends(text: bytes, samples: int) -> NDArray[np.int64]:
    """Places of newlines. Long lines are searched one by one, short ones all at once.

    No line is shorter than two bytes a sample, so the search leaves those out: a newline there is no part of a cell.
    """
    if samples >= _MANY_SAMPLES:
        ends: list[int] = []
        at = text.find(b"\n", 2 * samples)
        while at >= 0:
            ends.append(at)
            at = text.find(b"\n", at + 2 * samples)
        if not ends or ends[-1] != len(text) - 1:
            raise RecheckError(check="line-end")
        return np.array(ends, np.int64)
    return np.flatnonzero(np.frombuffer(text, np.uint8) == 10)


def _check_even_lines(
    view: NDArray[np.uint8], ends: NDArray[np.int64], expected: Expected, columns: Columns
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Lines of one length in a row form a matrix of bytes; within it, lines may still be cut differently. Gives the
    records' codes and sums."""
    lengths = np.diff(ends, prepend=-1)
    bounds = [0, *(np.flatnonzero(np.diff(lengths)) + 1).tolist(), len(lengths)]
    found: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = []
    at = 0
    for first, behind in pairwise(bounds):
        width = int(lengths[first])
        lines = view[at : at + width * (behind - first)].reshape(-1, width)
        at += width * (behind - first)
        found.append(_check_lines(lines, expected, columns))
    codes, sums = zip(*found, strict=True)
    return np.concatenate(codes), np.concatenate(sums)


def _check_lines(
    lines: NDArray[np.uint8], expected: Expected, columns: Columns
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Check lines of one length; adds to the samples' counts and returns the records' codes and sums."""
    number_at = len(expected.contig) + 1
    if lines.shape[1] <= number_at:
        raise RecheckError(check="columns")
    digits = (lines[:, number_at : number_at + 10] == 9).argmax(axis=1)
    codes, sums = np.empty(len(lines), np.int64), np.empty(len(lines), np.int64)
    for count in np.flatnonzero(np.bincount(digits)):  # np.unique imports much more than it needs
        rows = np.flatnonzero(digits == count)
        part = lines if len(rows) == len(lines) else lines[rows]
        codes[rows], cells_at = _check_fixed(part, int(count), expected)
        sums[rows] = check_genotypes(part[:, cells_at:-1], expected.separator, columns)
    return codes, sums


def _check_rich_lines(
    text: bytes, ends: NDArray[np.int64], expected: Expected, columns: Columns
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Lines with numbers beside GT, an ID or counts; adds to the samples' counts and returns the records' codes and
    sums."""
    samples = len(expected.pseudonyms)
    fixed: list[tuple[int, int, int]] = []
    infos: list[dict[str, str]] = []
    lines: list[memoryview] = []
    for end, next_end in pairwise([-1, *ends.tolist()]):
        samples_at = end + 1
        for _ in range(9):
            samples_at = text.find(b"\t", samples_at, next_end) + 1
            if not samples_at:
                raise RecheckError(check="columns")
        head = text[end + 1 : samples_at - 1]
        position, reference, alternate_base, info = read_fixed_fields(
            head, expected.contig, expected.record_id, expected.info_keys, expected.format_keys
        )
        if position > expected.contig_length:
            raise RecheckError(check="position")
        if expected.sample_digits and head.split(b"\t", 3)[2][2:].decode("ascii") in expected.sample_digits:
            raise RecheckError(check="record-id")
        fixed.append((position, reference, alternate_base))
        infos.append(info)
        lines.append(memoryview(text)[samples_at:next_end])
    sums = np.empty(len(lines), np.int64)
    step = max(1, _CELLS_AT_ONCE // samples)
    for start in range(0, len(lines), step):
        genotypes = read_rich_cells(lines[start : start + step], samples, expected.format_keys, expected.separator)
        in_part = sums[start : start + step]
        if expected.info_keys:
            for info, line in zip(infos[start : start + step], genotypes.view(np.uint8), strict=True):
                alternate = int(np.count_nonzero(line == 49))
                require_info(info, alternate, alternate + int(np.count_nonzero(line == 48)))
        is_pair = genotypes > 0xFFFF
        for rows in rows_alike(is_pair):  # those of which the same samples have two alleles
            cells = np.ascontiguousarray(genotypes[rows]).view(np.uint8)
            is_there = np.repeat(is_pair[rows][0], 4) | (np.arange(4 * samples) % 4 < 2)
            there = cells if is_there.all() else cells[:, is_there]
            in_part[rows] = check_genotypes(there, expected.separator, columns)
    return site_codes(*np.array(fixed, np.int64).reshape(-1, 3).T), sums


def _check_fixed(lines: NDArray[np.uint8], digits: int, expected: Expected) -> tuple[NDArray[np.int64], int]:
    """`CHROM POS . REF ALT . PASS . GT` as columns of bytes; gives the codes and where the samples begin."""
    if not 1 <= digits <= 9:
        raise RecheckError(check="position")
    wanted = expected.contig.encode() + b"\t" + b"#" * digits + b"\t.\t#\t#\t.\tPASS\t.\tGT"
    if lines.shape[1] < len(wanted) + 3:
        raise RecheckError(check="columns")
    number_at = len(expected.contig) + 1
    pattern = np.frombuffer(wanted, np.uint8)
    # One copy, column by column: each column is looked at as a whole.
    columns = np.ascontiguousarray(lines[:, : len(wanted)].T)
    fixed = pattern != 35
    if (columns[fixed] != pattern[fixed, None]).any():
        raise RecheckError(check="fixed-fields")
    number = columns[number_at : number_at + digits]
    if ((number < 48) | (number > 57)).any():
        raise RecheckError(check="position")
    positions = (10 ** np.arange(digits - 1, -1, -1, dtype=np.int64)) @ (number.astype(np.int64) - 48)
    allele_at = number_at + digits + 3
    reference, alternate = columns[allele_at], columns[allele_at + 2]
    if not _IS_BASE[columns[[allele_at, allele_at + 2]]].all() or (reference == alternate).any():
        raise RecheckError(check="alleles")
    if (number[0] == 48).any() or (positions > expected.contig_length).any():
        raise RecheckError(check="position")
    return site_codes(positions, reference, alternate), len(wanted)


def inflate_strictly(data: bytes) -> bytes:
    """Inflate BGZF blocks, each in its one canonical form: nothing can hide in a header, behind or between blocks."""
    view = memoryview(data)
    pieces: list[bytes] = []
    at, behind = 0, len(data)
    while at < behind:
        if at + 28 > behind or not data.startswith(_BLOCK_START, at):
            raise RecheckError(check="block-header")
        size = data[at + 16] + (data[at + 17] << 8) + 1
        end = at + size - 8
        if at + size > behind or size < 27:
            raise RecheckError(check="block-size")
        text = _inflate(view[at + 18 : end])
        crc, length = _TRAILER.unpack_from(data, end)
        if len(text) != length or not 0 < length <= 65536:
            raise RecheckError(check="block-length")
        if isal_zlib.crc32(text) != crc:
            raise RecheckError(check="block-crc")
        pieces.append(text)
        at += size
    return b"".join(pieces)


def _inflate(packed: memoryview) -> bytes:
    """One raw deflate stream that ends exactly with its bytes."""
    inflater = igzip_lib.IgzipDecompressor(flag=igzip_lib.DECOMP_DEFLATE)
    try:
        text: bytes = inflater.decompress(packed, 65537)
    except Exception:  # noqa: BLE001 - whatever the library says: these bytes are not right
        raise RecheckError(check="block-data") from None
    if not inflater.eof or inflater.unused_data:
        raise RecheckError(check="block-data")
    return text


class OutputRecheck:
    """Follows one output from its first byte to its last, in the order in which they go to the sink."""

    def __init__(self, expected: Expected, name_parts: frozenset[str]) -> None:
        self._expected = expected
        self._hash = hashlib.sha256()
        self._last_position = 0
        self._alternate = np.zeros(len(expected.pseudonyms), np.int64)
        self._called = np.zeros(len(expected.pseudonyms), np.int64)
        self._state = "new"
        self.bytes = 0
        self.records = 0
        _require_names(expected, name_parts)

    def head(self, data: bytes) -> None:
        """The blocks of the header: exactly the generated one, with exactly the pseudonyms."""
        if self._state != "new" or inflate_strictly(data) != _header_text(self._expected):
            raise RecheckError(check="header")
        self._take(data, "open")

    def body(self, data: bytes, verdict: BodyVerdict) -> None:
        """A run of blocks that `check_body` accepted."""
        if self._state != "open" or hashlib.sha256(data).digest() != verdict.sha256:
            raise RecheckError(check="bytes")
        if verdict.first_position < self._last_position:
            raise RecheckError(check="order")
        self._last_position = verdict.last_position
        self.records += verdict.records
        self._alternate += verdict.alternate_alleles
        self._called += verdict.called_alleles
        self._take(data, "open")

    def end(self, data: bytes) -> str:
        """The end block and nothing else. Returns the SHA-256 (hex) of the whole output."""
        if self._state != "open" or data != _LAST_BLOCK:
            raise RecheckError(check="end-block")
        self._take(data, "ended")
        return self._hash.hexdigest()

    def require_counts(
        self,
        records_in: int,
        records_kept: int,
        dropped: Mapping[str, int],
        alternate_before: Sequence[int] | NDArray[np.int64],
        called_before: Sequence[int] | NDArray[np.int64],
    ) -> None:
        """Counts reconcile: records, and every sample's alleles before (in output order under the map) and after."""
        if self._state != "ended" or self.records != records_kept or records_in != records_kept + sum(dropped.values()):
            raise RecheckError(check="record-counts")
        if not np.array_equal(self._alternate, np.asarray(alternate_before)):
            raise RecheckError(check="sample-alleles")
        if not np.array_equal(self._called, np.asarray(called_before)):
            raise RecheckError(check="sample-calls")

    def _take(self, data: bytes, state: str) -> None:
        self._hash.update(data)
        self.bytes += len(data)
        self._state = state


def _require_names(expected: Expected, name_parts: frozenset[str]) -> None:
    """Names that leave: closed grammars, unique ids, and no original sample name or part of one in them."""
    ids = [pseudonym.encode("ascii", "replace") for pseudonym in expected.pseudonyms]
    if not all(_ID.fullmatch(name) and name not in _RESERVED for name in ids) or len(set(ids)) != len(ids) or not ids:
        raise RecheckError(check="pseudonyms")
    if not _CONTIG.fullmatch(expected.contig) or not _FILE_NAME.fullmatch(expected.file_name):
        raise RecheckError(check="names")
    if holds_part(expected.pseudonyms, name_parts):
        raise RecheckError(check="sample-names")
    # The file's name is one of a closed table; a part that is the chromosome's own label says nothing of a person.
    name = expected.file_name.upper()
    pieces = {name[start:end] for end in range(len(name) + 1) for start in range(end)}
    if (pieces - {name.split(".")[0]}) & name_parts:
        raise RecheckError(check="sample-names")


def holds_part(texts: Iterable[str], parts: frozenset[str]) -> bool:
    """Whether any text contains any part (upper case); by looking up its substrings, as parts can be many."""
    texts = list(texts)
    letters = frozenset("".join(texts).upper())
    parts = frozenset(part for part in parts if letters.issuperset(part))
    lengths = sorted({len(part) for part in parts if len(part) <= 20})
    for text in texts if lengths else ():
        upper = text.upper()
        for length in lengths:
            for start in range(len(upper) - length + 1):
                if upper[start : start + length] in parts:
                    return True
    return False


def _header_text(expected: Expected) -> bytes:
    """The only header there is, spelled out here a second time."""
    lines = [f"##fileformat=VCFv4.2\n##contig=<ID={expected.contig}>\n"]
    lines += [_INFO_LINES[key] for key in expected.info_keys]
    lines += [_FORMAT_LINES[key] for key in expected.format_keys]
    row = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t" + "\t".join(expected.pseudonyms) + "\n"
    return ("".join(lines) + row).encode("ascii")
