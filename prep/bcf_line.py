"""One BCF record as a line of VCF, read as plainly as possible (VCF specification, section "BCF specification").

For the few records that are looked at one by one, and for the recheck: written apart from the reader of whole blocks
(bcf_layout.py), so that the one contradicts the other. The text is what htslib writes for the same record, but tabs
and line ends inside a text, which would begin another column or line, are spaces here.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from prep.errors import DamagedError

LENGTHS = struct.Struct("<II")
FIXED = struct.Struct("<iiifHHI")  # CHROM, POS, rlen, QUAL, alleles and INFO entries, samples and FORMAT keys
INT8, INT16, INT32, FLOAT, CHAR = 1, 2, 3, 5, 7
WIDTHS = {0: 0, INT8: 1, INT16: 2, INT32: 4, FLOAT: 4, CHAR: 1}
LONG = 15  # a length of this many or more follows as a number of its own
_INTEGERS = {INT8: "b", INT16: "h", INT32: "i"}
ONE_CELL = bytes.maketrans(b"\t\n\r", b"   ")
_MISSING_FLOAT, _END_FLOAT = b"\x01\x00\x80\x7f", b"\x02\x00\x80\x7f"


@dataclass(frozen=True)
class BcfNames:
    """What the numbers in a file's records stand for. Names may be the user's: never to be logged."""

    contigs: dict[int, bytes] = field(repr=False)
    strings: dict[int, bytes] = field(repr=False)  # FILTER, INFO and FORMAT
    samples: int


class Cursor:
    """A place in a record, and where its section ends. Raises DamagedError rather than reading behind that."""

    def __init__(self, record: bytes, start: int, end: int) -> None:
        self._record, self.at, self._end = record, start, end

    def take(self, count: int) -> bytes:
        start = self.at
        self.at += count
        if not start <= self.at <= self._end:
            raise DamagedError(offset=0)
        return self._record[start : self.at]

    def typed(self) -> tuple[int, int]:
        """The type and the length of what follows."""
        descriptor = self.take(1)[0]
        kind, length = descriptor & 15, descriptor >> 4
        if kind not in WIDTHS:
            raise DamagedError(offset=0)
        return kind, self.number() if length == LONG else length

    def number(self) -> int:
        """A typed whole number that counts or names something."""
        descriptor = self.take(1)[0]
        kind = descriptor & 15
        if descriptor >> 4 != 1 or kind not in _INTEGERS:
            raise DamagedError(offset=0)
        value = int.from_bytes(self.take(WIDTHS[kind]), "little", signed=True)
        if value < 0:
            raise DamagedError(offset=0)
        return value

    def text(self) -> bytes:
        kind, length = self.typed()
        if length and kind != CHAR:
            raise DamagedError(offset=0)
        return _text(self.take(length))


def fixed_fields(record: bytes, names: BcfNames) -> list[bytes]:
    """The fields before the samples: nine, or eight in a file without samples. Raises DamagedError."""
    if len(record) < LENGTHS.size + FIXED.size:
        raise DamagedError(offset=0)
    shared, _ = LENGTHS.unpack_from(record)
    chromosome, position, _, _, info_count, allele_count, counts = FIXED.unpack_from(record, LENGTHS.size)
    cursor = Cursor(record, LENGTHS.size + FIXED.size, LENGTHS.size + shared)
    record_id = cursor.text()
    alleles = [cursor.text() for _ in range(allele_count)]
    kind, length = cursor.typed()
    filters = [name_of(names.strings, number) for number in integers(kind, cursor.take(length * WIDTHS[kind]))]
    info = info_text(cursor, info_count, names)
    fields = [
        name_of(names.contigs, chromosome),
        b"%d" % (position + 1),
        record_id or b".",
        alleles[0] if alleles else b".",
        b",".join(alleles[1:]) if len(alleles) > 1 else b".",
        _values(FLOAT, record[LENGTHS.size + 12 : LENGTHS.size + 16]) or b".",
        b";".join(filters) or b".",
        info,
    ]
    if counts & 0xFFFFFF:
        keys = [key for key, _, _ in _iter_formats(record, names, counts)]
        fields.append(b":".join(keys) or b".")
    return fields


def whole_line(record: bytes, names: BcfNames, last_key: bytes | None = None) -> bytes:
    """The line with its samples, without its end; of their values, those behind `last_key` are dropped. Raises
    DamagedError."""
    fields = fixed_fields(record, names)
    (counts,) = struct.unpack_from("<I", record, LENGTHS.size + 20)
    samples = counts & 0xFFFFFF
    columns: list[list[bytes]] = []
    for key, kind, data in _iter_formats(record, names, counts):
        show: Callable[[int, bytes], bytes] = _genotype if key == b"GT" else _values
        size = len(data) // max(1, samples)
        values = [data[at : at + size] for at in range(0, len(data), size or 1)]
        shown = {value: show(kind, value) for value in set(values)}  # many samples have the same
        columns.append([shown[value] for value in values] or [b"."] * samples)
        if key == last_key:
            break
    if not columns:
        return b"\t".join((*fields, *([b"."] * samples)))
    cells = columns[0] if len(columns) == 1 else map(b":".join, zip(*columns, strict=True))
    return b"\t".join((*fields, *cells))


def _iter_formats(record: bytes, names: BcfNames, counts: int) -> Iterator[tuple[bytes, int, bytes]]:
    """Each FORMAT key with the type of the samples' values, and these."""
    shared, individual = LENGTHS.unpack_from(record)
    start = LENGTHS.size + shared
    cursor = Cursor(record, start, start + individual)
    samples = counts & 0xFFFFFF
    for _ in range(counts >> 24):
        key = name_of(names.strings, cursor.number())
        kind, length = cursor.typed()
        yield key, kind, cursor.take(length * WIDTHS[kind] * samples)


def info_text(cursor: Cursor, count: int, names: BcfNames) -> bytes:
    """The field INFO from its `count` entries, of which the first begins here."""
    return b";".join([_info(cursor, names) for _ in range(count)]) or b"."


def _info(cursor: Cursor, names: BcfNames) -> bytes:
    key = name_of(names.strings, cursor.number())
    kind, length = cursor.typed()
    data = cursor.take(length * WIDTHS[kind])
    return key + b"=" + _values(kind, data) if data else key


def name_of(names: dict[int, bytes], number: int, offset: int = 0) -> bytes:
    """What a number stands for. Raises DamagedError, with `offset`, for one that stands for nothing."""
    name = names.get(number)
    if name is None:
        raise DamagedError(offset=offset)
    return name


def integers(kind: int, data: bytes) -> list[int]:
    """A vector of whole numbers. Raises DamagedError where it is one of something else."""
    if not data:
        return []
    if kind not in _INTEGERS:
        raise DamagedError(offset=0)
    return list(struct.unpack(f"<{len(data) // WIDTHS[kind]}{_INTEGERS[kind]}", data))


def _text(data: bytes) -> bytes:
    return data.split(b"\x00", 1)[0].translate(ONE_CELL)


def _values(kind: int, data: bytes) -> bytes:
    """Values of one cell or entry: numbers with commas between them, or a text."""
    if kind == CHAR:
        return _text(data)
    shown: list[bytes] = []
    if kind == FLOAT:
        for at in range(0, len(data), 4):
            raw = data[at : at + 4]
            if raw == _END_FLOAT:
                break
            shown.append(b"." if raw == _MISSING_FLOAT else b"%g" % struct.unpack("<f", raw)[0])
    else:
        missing = -(1 << (8 * WIDTHS[kind] - 1)) if kind else 0
        for value in integers(kind, data):
            if value == missing + 1:
                break
            shown.append(b"." if value == missing else b"%d" % value)
    return b",".join(shown) if data else b"."


def _genotype(kind: int, data: bytes) -> bytes:
    end = 1 - (1 << (8 * WIDTHS[kind] - 1)) if kind else 0
    shown = b""
    for place, value in enumerate(integers(kind, data)):
        if value == end:
            break
        if place:
            shown += b"|" if value & 1 else b"/"
        shown += b"%d" % ((value >> 1) - 1) if value >> 1 else b"."
    return shown or b"."
