"""Part of the recheck: some written lines are compared whole with the input lines they came from.

Counts per sample would agree if a reader had taken every genotype from one place too far, let records through that fail
FILTER, or put one sample's dosages beside another's genotypes; a comparison cell by cell, parsed as plainly as
possible, would not. Some records of every run of blocks are looked at, at least one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from prep.errors import RecheckError

if TYPE_CHECKING:
    from prep.recheck import Expected

_MOST_COLUMNS = 500
_PIPE = 124
_LOCAL_PHASE = frozenset((b"PS", b"PGT", b"PID"))
_UNIT = rb"(?:0(?:\.[0-9]{1,20})?|1(?:\.0{1,20})?)"
# What is surely a value of a number field, and the highest that is written of it.
_PLAIN = {
    "DS": (re.compile(rb"[01](?:\.[0-9]{1,20})?|2(?:\.0{1,20})?"), 2.0),
    "GP": (re.compile(rb"%b,%b,%b" % (_UNIT, _UNIT, _UNIT)), 1.0),
    "PL": (re.compile(rb"[0-9]{1,9},[0-9]{1,9},[0-9]{1,9}"), 99_999.0),
}
_ROUNDED = 0.00006  # four decimals are written


def require_same_record(source_line: bytes, written_line: bytes, expected: Expected, *, is_between: bool) -> None:
    """Raise RecheckError unless position, alleles and the samples' values are those of the input line, and the policy
    lets this record leave.

    `expected.source_columns[j]` is the place, among the input's samples, of the sample in output column j. Where one
    allele per person is normal (`is_between`) the half calls of `expected.one_allele` stand for the one they have.
    """
    source = source_line.removesuffix(b"\n").split(b"\t")
    written = written_line.rstrip(b"\n").split(b"\t")
    columns = expected.source_columns
    if len(written) != 9 + len(columns):
        raise RecheckError(check="genotypes-of-a-record")
    if int(source[1]) != int(written[1]) or [source[3].upper(), source[4].upper()] != written[3:5]:
        raise RecheckError(check="place-of-a-record")
    if expected.record_id == "rs" and written[2] not in (b".", source[2]):
        raise RecheckError(check="id-of-a-record")
    if source[6] not in (b"PASS", b"."):
        raise RecheckError(check="filter-of-a-record")
    _require_frequent(written[9:], expected.least_minor_alleles)
    keys = source[8].split(b":")
    # In wide files a spread of columns, another one for each record: a shift or swap shows in any of them.
    step = max(1, len(columns) // _MOST_COLUMNS)
    chosen = range(int(written[1]) % step, len(columns), step)
    cells = [source[9 + columns[column]] for column in chosen]
    before = _values(cells, keys.index(b"GT"))
    after = [written[9 + column].split(b":", 1)[0] for column in chosen]
    calls = {genotype: _call(genotype) for genotype in {*before, *after}}
    wanted = [calls[genotype] for genotype in before]
    if is_between and expected.one_allele:
        for index, column in enumerate(chosen):
            if columns[column] in expected.one_allele:
                wanted[index] = _one_allele(before[index])
    if wanted != [calls[genotype] for genotype in after]:
        raise RecheckError(check="genotypes-of-a-record")
    if expected.separator == _PIPE and not _is_phased(calls, {*before}, keys):
        raise RecheckError(check="phase-of-a-record")
    for place, key in enumerate(expected.format_keys[1:], start=1):
        numbers = _values(cells, keys.index(key.encode())) if key.encode() in keys else [b"."] * len(cells)
        written_numbers = [written[9 + column].split(b":")[place] for column in chosen]
        if not all(_is_same_number(key, *pair) for pair in {*zip(numbers, written_numbers, strict=True)}):
            raise RecheckError(check="numbers-of-a-record")


def _values(cells: Sequence[bytes], place: int) -> list[bytes]:
    if place == 0:
        return [cell.split(b":", 1)[0] for cell in cells]
    parts = (cell.split(b":", place + 1) for cell in cells)
    return [values[place] if place < len(values) else b"." for values in parts]


def _require_frequent(written_cells: Sequence[bytes], least: int) -> None:
    """Somebody carries the alternate allele, and each of the two is seen as often as the policy wants."""
    has_numbers = b":" in written_cells[0]
    genotypes = b"\t".join(cell.split(b":", 1)[0] for cell in written_cells) if has_numbers else b"".join(written_cells)
    alternate, reference = genotypes.count(b"1"), genotypes.count(b"0")
    if not alternate or min(alternate, reference) < least:
        raise RecheckError(check="rare-record")


def _call(genotype: bytes) -> tuple[bytes, ...] | None:
    """The alleles, or None for any call that misses one."""
    alleles = tuple(genotype.lstrip(b"/|").replace(b"|", b"/").split(b"/"))
    return None if b"." in alleles else alleles


def _one_allele(genotype: bytes) -> tuple[bytes, ...] | None:
    """What a sample with one allele has: the one that is named, or None."""
    named = [allele for allele in genotype.lstrip(b"/|").replace(b"|", b"/").split(b"/") if allele != b"."]
    return tuple(named) or None


def _is_phased(
    calls: dict[bytes, tuple[bytes, ...] | None], genotypes: Collection[bytes], keys: Sequence[bytes]
) -> bool:
    """Whether the calls of an input line are phased along the chromosome."""
    called = [genotype.lstrip(b"/|") for genotype in genotypes if calls[genotype] is not None]
    return _LOCAL_PHASE.isdisjoint(keys) and not any(b"/" in genotype for genotype in called)


def _is_same_number(key: str, source: bytes, written: bytes) -> bool:
    """Whether a written value is the input's, as exactly as it is written; what is surely one is not lost."""
    plain, highest = _PLAIN[key]
    if written == b".":
        return plain.fullmatch(source) is None
    read, wrote = source.split(b","), written.split(b",")
    try:
        same = [abs(min(float(a), highest) - float(b)) <= _ROUNDED for a, b in zip(read, wrote, strict=True)]
    except ValueError:
        return False
    return all(same)
