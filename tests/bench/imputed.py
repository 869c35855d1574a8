"""Files for the bench made of a cohort's phased calls: imputed ones, and X with men.

Imputed: GT:DS:GP as Minimac4, Beagle and GLIMPSE write them; most haplotypes are certain, others have an uncertainty
of three decimals, and each site is imputed well or badly. X: every second sample has one allele behind the first part.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np

from prep.bgzf import END_BLOCK, compress_blocks

_FORMATS = (
    b'##FORMAT=<ID=DS,Number=1,Type=Float,Description="Estimated alternate allele dosage">\n'
    b'##FORMAT=<ID=GP,Number=G,Type=Float,Description="Estimated posterior probabilities">\n'
)
_TEXT_AT_ONCE = 1 << 22
_SHARED_RECORDS = 2_500


def write_imputed(cohort: Path, target: Path) -> None:
    """Write `cohort` (BGZF, GT alone, phased) to `target` with dosages and probabilities."""
    chance = np.random.default_rng(1)
    _write(cohort, target, _FORMATS, lambda line, number: _imputed(line, chance))


def write_x(cohort: Path, target: Path) -> None:
    """Write such a cohort to `target` as chromosome X of hg38, which begins with records where all have two alleles."""
    _write(cohort, target, b"##contig=<ID=chrX,length=156040895>\n", _on_x)


def _write(cohort: Path, target: Path, meta: bytes, change: Callable[[bytes, int], bytes]) -> None:
    with gzip.open(cohort) as source, target.open("wb") as sink:
        lines: list[bytes] = []
        size = records = 0
        for line in source:
            if line.startswith(b"#CHROM"):
                lines.append(meta)
            if not line.startswith(b"#"):
                line, records = change(line, records), records + 1
            if not line.startswith(b"##contig"):
                lines.append(line)
            size += len(line)
            if size > _TEXT_AT_ONCE:
                sink.write(compress_blocks(b"".join(lines)))
                lines, size = [], 0
        sink.write(compress_blocks(b"".join(lines)) + END_BLOCK)


def _on_x(line: bytes, number: int) -> bytes:
    fields = line.rstrip(b"\n").split(b"\t", 9)
    cells = np.frombuffer(b"\t" + fields[9], np.uint8).reshape(-1, 4)
    is_there = np.ones(cells.shape, np.bool_)
    is_there[::2, 2:] = number < _SHARED_RECORDS
    position = 60_001 + 100 * number if number < _SHARED_RECORDS else 3_000_000 + 500 * number
    return b"\t".join((b"chrX", b"%d" % position, *fields[2:9])) + cells[is_there].tobytes() + b"\n"


def _imputed(line: bytes, chance: np.random.Generator) -> bytes:
    fields = line.rstrip(b"\n").split(b"\t", 9)
    alleles = np.frombuffer(fields[9] + b"\t", np.uint8).reshape(-1, 4)[:, (0, 2)] == ord("1")
    quality = chance.beta(6, 1)
    is_certain = chance.random(alleles.shape) < 0.25 + 0.7 * quality * (1 - alleles.mean())
    doubt = np.minimum(np.rint(1000 * chance.beta(0.35, 6, alleles.shape) * (1.6 - quality)), 499)
    doubt = np.where(is_certain, 0, doubt).astype(int)
    cells = map(_cell, *np.where(alleles, 1000 - doubt, doubt).T.tolist())
    return b"\t".join((*fields[:8], b"GT:DS:GP", *cells)) + b"\n"


@cache
def _cell(first: int, second: int) -> bytes:
    """The cell of two haplotypes whose alternate alleles are so likely, in thousandths."""
    p, q = first / 1000, second / 1000
    numbers = [
        f"{number:.3f}".rstrip("0").rstrip(".") for number in (p + q, (1 - p) * (1 - q), p + q - 2 * p * q, p * q)
    ]
    return f"{round(p):d}|{round(q):d}:{numbers[0]}:{','.join(numbers[1:])}".encode()
