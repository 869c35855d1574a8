"""An imputed file for the bench: GT:DS:GP as Minimac4, Beagle and GLIMPSE write them, made of a cohort's phased calls.

Most haplotypes are certain, the others have an uncertainty of three decimals, and each site is imputed well or badly.
"""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path

import numpy as np

from prep.bgzf import END_BLOCK, compress_blocks

_FORMATS = (
    b'##FORMAT=<ID=DS,Number=1,Type=Float,Description="Estimated alternate allele dosage">\n'
    b'##FORMAT=<ID=GP,Number=G,Type=Float,Description="Estimated posterior probabilities">\n'
)
_TEXT_AT_ONCE = 1 << 22


def write_imputed(cohort: Path, target: Path) -> None:
    """Write `cohort` (BGZF, GT alone, phased) to `target` with dosages and probabilities."""
    chance = np.random.default_rng(1)
    with gzip.open(cohort) as source, target.open("wb") as sink:
        lines: list[bytes] = []
        size = 0
        for line in source:
            if line.startswith(b"#CHROM"):
                lines.append(_FORMATS)
            lines.append(line if line.startswith(b"#") else _imputed(line, chance))
            size += len(lines[-1])
            if size > _TEXT_AT_ONCE:
                sink.write(compress_blocks(b"".join(lines)))
                lines, size = [], 0
        sink.write(compress_blocks(b"".join(lines)) + END_BLOCK)


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
