"""Site-level decisions for a block of lines: chromosome, position, alleles, FILTER, FORMAT, why a record is dropped.

Vectorised over the records of a block. A record's fate is decided in this order, and the first reason counts:
chromosome left out, FILTER, alleles, position (a problem when it is no number inside the contig), region, site list,
order and duplicates.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from prep.columns import UPPER_BASE
from prep.contigs import Contig, chromosome_label, is_shared_by_x_and_y
from prep.layout import Layout, Problem
from prep.reasons import LEFT_OUT, PROBLEM, REASON_CODE
from prep.rules import BlockRules, BoolArray, ByteArray, IntArray
from prep.site_columns import SiteColumns
from prep.site_list import SWITCH, ListMatch, match_sites

XY = "XY"  # what `left_out` calls the parts that X and Y share
_PHASE_SETS = frozenset((b"PS", b"PGT", b"PID"))


@dataclass(eq=False, repr=False)
class Sites:
    """One row per record of the block. `chromosome` indexes `labels` (-1: not written here)."""

    labels: list[str]
    chromosome: IntArray
    positions: IntArray
    reference: ByteArray
    alternate: ByteArray
    fate: NDArray[np.uint8]
    is_lower_case: BoolArray
    format_index: IntArray  # into `formats`
    formats: list[bytes]
    left_out: dict[str, int]
    spellings: list[str]  # of the names of the chromosomes that are written
    matches: dict[str, tuple[IntArray, ListMatch]]  # by chromosome: rows compared with the site list, and how they do
    problems: list[Problem]

    def candidates(self) -> IntArray:
        """Rows that are still to be kept."""
        return np.flatnonzero(self.fate == 0)

    def gt_places(self) -> list[int]:
        """For each of `formats`, which of its keys is GT; -1 without."""
        return [keys.index(b"GT") if b"GT" in (keys := text.split(b":")) else -1 for text in self.formats]

    def have_phase_sets(self) -> list[bool]:
        """For each of `formats`, whether its phase is local (PS, PGT or PID)."""
        return [not _PHASE_SETS.isdisjoint(text.split(b":")) for text in self.formats]


def read_sites(layout: Layout, rules: BlockRules) -> Sites:
    """Decide everything about the block's records that their samples have no part in."""
    columns = layout.site_columns()
    problems: list[Problem] = []
    labels, chromosome, left_out, spellings = _chromosomes(columns, rules)
    fate = np.zeros(len(layout), np.uint8)
    fate[chromosome < 0] = LEFT_OUT
    fate[(fate == 0) & ~columns.passes] = REASON_CODE["filter"]
    reference, alternate = UPPER_BASE[columns.reference], UPPER_BASE[columns.alternate]
    is_snv = (reference != 0) & (alternate != 0) & (reference != alternate)
    if len(others := np.flatnonzero((fate == 0) & ~is_snv)):
        fate[others] = layout.allele_reasons(others)
    _check_positions(layout, rules, labels, chromosome, columns, fate, problems)
    sites = Sites(
        labels=labels,
        chromosome=chromosome,
        positions=columns.positions,
        reference=reference,
        alternate=alternate,
        fate=fate,
        is_lower_case=is_snv & ((columns.reference >= 97) | (columns.alternate >= 97)),
        format_index=columns.format_index,
        formats=columns.formats,
        left_out=left_out,
        spellings=spellings,
        matches={},
        problems=problems,
    )
    _leave_out_regions(sites, rules)
    _compare_with_list(sites, rules)
    return sites


def _chromosomes(columns: SiteColumns, rules: BlockRules) -> tuple[list[str], IntArray, dict[str, int], list[str]]:
    """Labels of the block's chromosomes, each record's index into them (-1: not written), counts of what is not, and
    how the names of the others are spelled."""
    names, name_index = columns.names, columns.name_index
    labels: list[str] = []
    spellings: list[str] = []
    code = np.full(len(names), -1, np.int64)
    left_out: dict[str, int] = {}
    counts = np.bincount(name_index, minlength=len(names))
    for index, name in enumerate(names):
        label = chromosome_label(name.decode("utf-8", "replace"))
        if label is None or label not in rules.contig_by_chromosome:
            key = label or (XY if is_shared_by_x_and_y(name.decode("utf-8", "replace")) else "other")
            left_out[key] = left_out.get(key, 0) + int(counts[index])
            continue
        if label not in labels:
            labels.append(label)
        code[index] = labels.index(label)
        spellings.append(name.decode("ascii"))
    return labels, code[name_index] if len(names) else np.empty(0, np.int64), left_out, spellings


def _check_positions(
    layout: Layout,
    rules: BlockRules,
    labels: list[str],
    chromosome: IntArray,
    columns: SiteColumns,
    fate: NDArray[np.uint8],
    problems: list[Problem],
) -> None:
    contig_lengths = np.array([rules.contig_by_chromosome[label].length for label in labels] + [0], np.int64)
    positions, is_number = columns.positions, columns.is_number
    wrong = (fate == 0) & (~is_number | (positions < 1) | (positions > contig_lengths[chromosome]))
    for row in np.flatnonzero(wrong).tolist():
        code = "VCF-POSITION-RANGE" if is_number[row] else "VCF-POSITION"
        problems.append(Problem(code, int(layout.line_numbers[row]), 2, _shown(layout.field(row, 1))))
    fate[wrong] = PROBLEM


def _leave_out_regions(sites: Sites, rules: BlockRules) -> None:
    for index, label in enumerate(sites.labels):
        here = (sites.chromosome == index) & (sites.fate == 0)
        for region in rules.regions_left_out:
            if region.chromosome == label:
                inside = (sites.positions >= region.first) & (sites.positions <= region.last)
                sites.fate[here & inside] = REASON_CODE["region-left-out"]


def _compare_with_list(sites: Sites, rules: BlockRules) -> None:
    """Compare the records still to be kept with the site list; drop the others where only listed ones may leave."""
    if rules.site_list is None:
        return
    for index, label in enumerate(sites.labels):
        rows = np.flatnonzero((sites.chromosome == index) & (sites.fate == 0))
        table = rules.site_list.tables.get(label)
        match = match_sites(table, sites.positions[rows], sites.reference[rows], sites.alternate[rows])
        sites.matches[label] = rows, match
        if rules.listed_only:
            sites.fate[rows[match.kind > SWITCH]] = REASON_CODE["not-on-site-list"]


def iter_runs(chromosome: IntArray) -> Iterator[tuple[int, int]]:
    """Bounds (start, end) of runs of equal values."""
    bounds = [0, *(np.flatnonzero(np.diff(chromosome)) + 1).tolist(), len(chromosome)]
    return pairwise(bounds) if len(chromosome) else iter(())


def is_haploid_place(contig: Contig, positions: IntArray) -> BoolArray:
    """Where one allele per person is normal."""
    if not contig.haploid_to:
        return np.zeros(len(positions), np.bool_)
    return (positions >= contig.haploid_from) & (positions <= contig.haploid_to)


def is_par_bound(contig: Contig, positions: IntArray) -> BoolArray:
    """Which positions of X references count as PAR, where men have two alleles, and services do not."""
    on_bound: BoolArray = np.isin(positions, (contig.haploid_from, contig.haploid_to)) & (contig.chromosome == "X")
    return on_bound


def _shown(text: bytes) -> str:
    return text[:40].decode("utf-8", "replace")
