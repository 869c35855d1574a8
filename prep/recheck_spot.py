"""Part of the recheck: some written lines are compared whole with the input lines they came from.

Counts per sample would agree if a reader had taken every genotype from one place too far; a comparison cell by cell,
parsed as plainly as possible, would not. The first and the last record of every run of blocks are looked at.
"""

from __future__ import annotations

from collections.abc import Sequence

from prep.errors import RecheckError


def require_same_record(source_line: bytes, written_line: bytes, source_columns: Sequence[int]) -> None:
    """Raise RecheckError unless position, alleles and every sample's call are those of the input line.

    `source_columns[j]` is the place, among the input's samples, of the sample in output column j.
    """
    source = source_line.rstrip(b"\r\n").split(b"\t")
    written = written_line.rstrip(b"\n").split(b"\t")
    if len(written) != 9 + len(source_columns):
        raise RecheckError(check="genotypes-of-a-record")
    if int(source[1]) != int(written[1]) or [source[3].upper(), source[4].upper()] != written[3:5]:
        raise RecheckError(check="place-of-a-record")
    place = source[8].split(b":").index(b"GT")
    for column, cell in zip(source_columns, written[9:], strict=True):
        values = source[9 + column].split(b":")
        if _call(values[place] if place < len(values) else b".") != _call(cell.split(b":", 1)[0]):
            raise RecheckError(check="genotypes-of-a-record")


def _call(genotype: bytes) -> tuple[bytes, ...] | None:
    """The alleles, or None for any call that misses one."""
    alleles = tuple(genotype.lstrip(b"/|").replace(b"|", b"/").split(b"/"))
    return None if b"." in alleles else alleles
