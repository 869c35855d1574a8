"""Part of the recheck: some written lines are compared whole with the input lines they came from.

Counts per sample would agree if a reader had taken every genotype from one place too far; a comparison cell by cell,
parsed as plainly as possible, would not. One record of every run of blocks is looked at.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from prep.errors import RecheckError

_MOST_COLUMNS = 500


def require_same_record(
    source_line: bytes, written_line: bytes, source_columns: Sequence[int], one_allele: Collection[int] = ()
) -> None:
    """Raise RecheckError unless position, alleles and the samples' calls are those of the input line.

    `source_columns[j]` is the place, among the input's samples, of the sample in output column j. `one_allele` are
    places of samples whose half calls here stand for the one allele they have.
    """
    source = source_line.rstrip(b"\r\n").split(b"\t")
    written = written_line.rstrip(b"\n").split(b"\t")
    if len(written) != 9 + len(source_columns):
        raise RecheckError(check="genotypes-of-a-record")
    if int(source[1]) != int(written[1]) or [source[3].upper(), source[4].upper()] != written[3:5]:
        raise RecheckError(check="place-of-a-record")
    place = source[8].split(b":").index(b"GT")
    # In wide files a spread of columns, another one for each record: a shift or swap shows in any of them.
    step = max(1, len(source_columns) // _MOST_COLUMNS)
    chosen = range(int(written[1]) % step, len(source_columns), step)
    cells = [source[9 + source_columns[column]] for column in chosen]
    before = [cell.split(b":", 1)[0] for cell in cells] if place == 0 else [_genotype(cell, place) for cell in cells]
    after = [written[9 + column].split(b":", 1)[0] for column in chosen]
    calls = {genotype: _call(genotype) for genotype in {*before, *after}}
    wanted = [calls[genotype] for genotype in before]
    for index, column in enumerate(chosen if one_allele else ()):
        if source_columns[column] in one_allele:
            wanted[index] = _one_allele(before[index])
    if wanted != [calls[genotype] for genotype in after]:
        raise RecheckError(check="genotypes-of-a-record")


def _genotype(cell: bytes, place: int) -> bytes:
    values = cell.split(b":")
    return values[place] if place < len(values) else b"."


def _call(genotype: bytes) -> tuple[bytes, ...] | None:
    """The alleles, or None for any call that misses one."""
    alleles = tuple(genotype.lstrip(b"/|").replace(b"|", b"/").split(b"/"))
    return None if b"." in alleles else alleles


def _one_allele(genotype: bytes) -> tuple[bytes, ...] | None:
    """What a sample with one allele has: the one that is named, or None."""
    named = [allele for allele in genotype.lstrip(b"/|").replace(b"|", b"/").split(b"/") if allele != b"."]
    return tuple(named) or None
