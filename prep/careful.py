"""The careful path for one line's genotypes: any legal spelling of GT becomes a cell, anything else a named problem."""

from __future__ import annotations

import re

import numpy as np

from prep.layout import Problem
from prep.rules import BlockRules, CellArray

_TAB = 9
_ALLELES = b"01."
_ALLELE_NUMBER = re.compile(rb"\.|0|[1-9][0-9]*")


def _known_cells() -> dict[bytes, int]:
    """Every spelling of a genotype with at most one alternate allele, as a cell.

    VCF 4.4 allows a separator before the first allele (`|0|1`); it says nothing that the others do not.
    """
    known: dict[bytes, int] = {}
    for first in _ALLELES:
        single = _TAB | first << 8
        for prefix in (b"", b"/", b"|"):
            known[prefix + bytes((first,))] = single
            for separator in b"/|":
                for second in _ALLELES:
                    text = prefix + bytes((first, separator, second))
                    known[text] = single | separator << 16 | second << 24
    return known


_KNOWN = _known_cells()


def parse_row(line: bytes, number: int, gt_place: int, rules: BlockRules) -> CellArray | Problem:
    """The cells of a line's selected samples, or the first problem; `gt_place` is GT's place in FORMAT, -1 without.

    `number` is the line's place in its block. Too few values in a cell mean missing (VCF 4.2, 1.4.2: trailing fields
    can be dropped), but GT itself can be dropped only where it is not the first key.
    """
    if gt_place < 0:
        return Problem("VCF-GT-MISSING", number, 9)
    cells = line.split(b"\t")[9:]
    if len(cells) != rules.sample_count:
        return Problem("VCF-COLUMNS", number, 9 + min(len(cells), rules.sample_count) + 1)
    row = np.empty(len(rules.selected), np.uint32)
    for index, column in enumerate(rules.selected.tolist()):
        values = cells[column].split(b":", gt_place + 1)
        genotype = values[gt_place] if gt_place < len(values) else b"."
        cell = _KNOWN.get(genotype)
        if cell is None:
            return Problem(_problem_code(genotype), number, 10 + column, genotype[:40].decode("utf-8", "replace"))
        row[index] = cell
    return row


def _problem_code(genotype: bytes) -> str:
    """Which rule a genotype breaks: its alleles are numbers but too many or too high, or it is no genotype.

    `01` is no allele's number: VCF writes them as 0, 1, 2 …, though some readers take it for 1.
    """
    alleles = genotype.lstrip(b"/|").replace(b"|", b"/").split(b"/")
    if not all(_ALLELE_NUMBER.fullmatch(allele) for allele in alleles):
        return "VCF-GT-MALFORMED"
    return "VCF-PLOIDY" if len(alleles) > 2 else "VCF-ALLELE-INDEX"
