"""Output lines from kept records: text of the closed grammar, in runs of lines of one width.

`CHROM POS . REF ALT . PASS . GT` and the cells. Positions are written anew from their numbers, never copied.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from prep.contigs import Contig
from prep.genotypes import Genotypes
from prep.rules import BlockRules, BoolArray, ByteArray, CellArray, IntArray
from prep.sites import Sites, iter_runs

_BEHIND_POSITION = b"\t.\t"
_BEHIND_ALLELES = b"\t.\tPASS\t.\tGT"


def iter_texts(sites: Sites, genotypes: Genotypes, rules: BlockRules) -> Iterator[tuple[str, bytes | memoryview]]:
    """The kept lines, one text for each run of records on one chromosome."""
    kept = np.flatnonzero(genotypes.kept)
    rows = genotypes.rows[kept]
    chromosome = sites.chromosome[rows]
    for start, end in iter_runs(chromosome):
        label = sites.labels[chromosome[start]]
        contig = rules.contig_by_chromosome[label]
        yield label, _text(contig, sites, genotypes, rules, kept[start:end], genotypes.cells[start:end])


def _text(
    contig: Contig, sites: Sites, genotypes: Genotypes, rules: BlockRules, chosen: IntArray, cells: CellArray
) -> bytes | memoryview:
    rows = genotypes.rows[chosen]
    positions = sites.positions[rows]
    digits = np.searchsorted(_POWERS, positions, side="right") + 1
    haploid = genotypes.haploid_place[chosen]
    if rules.haploid is None or not rules.haploid.any():
        haploid = np.zeros(len(chosen), np.bool_)
    pieces: list[memoryview] = []
    for start, end in iter_runs(digits * 2 + haploid):
        part = slice(start, end)
        single = None
        if haploid[start] and rules.haploid is not None:
            single = rules.haploid[genotypes.haploid_kind[chosen[start]], rules.column_order]
        pieces.append(
            _lines(
                contig.name.encode("ascii"),
                positions[part],
                int(digits[start]),
                sites.reference[rows[part]],
                sites.alternate[rows[part]],
                _cell_bytes(cells[part], single),
            )
        )
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


_POWERS = 10 ** np.arange(1, 10, dtype=np.int64)


def _cell_bytes(cells: CellArray, single: BoolArray | None) -> ByteArray:
    """(lines, bytes) of the cells; `single` says whose cells are two bytes long."""
    cells = np.ascontiguousarray(cells)
    if single is None:
        return cells.view(np.uint8)
    halves = np.ones((len(single), 2), np.bool_)
    halves[single, 1] = False
    return np.take(cells.view("<u2"), np.flatnonzero(halves), axis=1).view(np.uint8)


def _lines(
    name: bytes, positions: IntArray, digits: int, reference: ByteArray, alternate: ByteArray, cells: ByteArray
) -> memoryview:
    """Lines of one width, as a matrix of bytes filled column by column."""
    head = name + b"\t" + b"0" * digits + _BEHIND_POSITION + b"N\tN" + _BEHIND_ALLELES
    lines = np.empty((len(positions), len(head) + cells.shape[1] + 1), np.uint8)
    lines[:, : len(head)] = np.frombuffer(head, np.uint8)
    at = len(name) + 1
    for place in range(digits):
        lines[:, at + place] = positions // 10 ** (digits - 1 - place) % 10 + 48
    at += digits + len(_BEHIND_POSITION)
    lines[:, at] = reference
    lines[:, at + 2] = alternate
    lines[:, len(head) : -1] = cells
    lines[:, -1] = 10
    return lines.data.cast("B")
