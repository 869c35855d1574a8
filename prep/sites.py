"""Site-level decisions for a block of lines: chromosome, position, alleles, FILTER, FORMAT, why a record is dropped.

Vectorised over the lines of a block; only records that are no single-nucleotide variant are looked at one by one, to
name the reason. A record's fate is decided in this order, and the first reason counts: chromosome left out, FILTER,
alleles, position (a problem when it is no number inside the contig), region, site list, order and duplicates.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from prep.columns import UPPER_BASE, distinct_values, read_numbers
from prep.contigs import Contig, chromosome_label
from prep.layout import Layout, Problem
from prep.rules import BlockRules, BoolArray, ByteArray, IntArray
from prep.site_list import SWITCH, ListMatch, match_sites

# Reasons for dropping a record, in the order in which they are decided. "" keeps it.
DROP_REASONS = (
    "", "filter", "no-alternate", "symbolic", "multi-allelic", "not-acgt", "indel", "multi-nucleotide", "same-alleles",
    "region-left-out", "not-on-site-list", "duplicate", "monomorphic", "rare",
)  # fmt: skip
REASON_CODE = {reason: code for code, reason in enumerate(DROP_REASONS)}
PROBLEM, LEFT_OUT = 100, 101  # further values of `fate`: a line with a problem; a chromosome that is not written
_PHASE_SETS = frozenset((b"PS", b"PGT", b"PID"))


@dataclass
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
    count = len(layout)
    buffer, tabs = layout.buffer, layout.tabs
    lengths = np.empty((count, 9), np.int64)
    lengths[:, 0] = tabs[:, 0] - layout.field_starts
    lengths[:, 1:] = tabs[:, 1:] - tabs[:, :-1] - 1
    problems: list[Problem] = []
    labels, chromosome, left_out = _chromosomes(layout, rules, lengths[:, 0])
    fate = np.zeros(count, np.uint8)
    fate[chromosome < 0] = LEFT_OUT
    passes = _is_passed(buffer, tabs[:, 5] + 1, lengths[:, 6])
    fate[(fate == 0) & ~passes] = REASON_CODE["filter"]
    reference_byte = buffer.take(tabs[:, 2] + 1, mode="clip")
    alternate_byte = buffer.take(tabs[:, 3] + 1, mode="clip")
    reference = np.where(lengths[:, 3] == 1, UPPER_BASE[reference_byte], 0).astype(np.uint8)
    alternate = np.where(lengths[:, 4] == 1, UPPER_BASE[alternate_byte], 0).astype(np.uint8)
    is_snv = (reference != 0) & (alternate != 0) & (reference != alternate)
    for row in np.flatnonzero((fate == 0) & ~is_snv):
        fate[row] = _allele_reason(_field(layout, row, 3), _field(layout, row, 4))
    positions, is_number = read_numbers(buffer, tabs[:, 1], lengths[:, 1])
    _check_positions(layout, rules, labels, chromosome, positions, is_number, fate, problems)
    formats, format_index = distinct_values(buffer, tabs[:, 7] + 1, lengths[:, 8])
    sites = Sites(
        labels=labels,
        chromosome=chromosome,
        positions=positions,
        reference=reference,
        alternate=alternate,
        fate=fate,
        is_lower_case=is_snv & ((reference_byte >= 97) | (alternate_byte >= 97)),
        format_index=format_index,
        formats=formats,
        left_out=left_out,
        matches={},
        problems=problems,
    )
    _leave_out_regions(sites, rules)
    _compare_with_list(sites, rules)
    return sites


def _field(layout: Layout, row: int | np.intp, index: int) -> bytes:
    start = layout.tabs[row, index - 1] + 1 if index else layout.field_starts[row]
    return layout.buffer[start : layout.tabs[row, index]].tobytes()


def _chromosomes(layout: Layout, rules: BlockRules, lengths: IntArray) -> tuple[list[str], IntArray, dict[str, int]]:
    """Labels of the block's chromosomes, each record's index into them (-1: not written), counts of what is not."""
    names, name_index = distinct_values(layout.buffer, layout.field_starts, lengths)
    labels: list[str] = []
    code = np.full(len(names), -1, np.int64)
    left_out: dict[str, int] = {}
    counts = np.bincount(name_index, minlength=len(names))
    for index, name in enumerate(names):
        label = chromosome_label(name.decode("utf-8", "replace"))
        if label is None or label not in rules.contig_by_chromosome:
            key = label or "other"
            left_out[key] = left_out.get(key, 0) + int(counts[index])
            continue
        if label not in labels:
            labels.append(label)
        code[index] = labels.index(label)
    return labels, code[name_index] if len(names) else np.empty(0, np.int64), left_out


def _is_passed(buffer: ByteArray, starts: IntArray, lengths: IntArray) -> BoolArray:
    """FILTER is `PASS` or `.`."""
    first = buffer.take(starts, mode="clip")
    passed: BoolArray = (lengths == 4) & (first == 80)  # P
    for offset, byte in enumerate(b"ASS", start=1):
        passed &= buffer.take(starts + offset, mode="clip") == byte
    is_dot: BoolArray = (lengths == 1) & (first == 46)
    passed |= is_dot
    return passed


def _check_positions(
    layout: Layout,
    rules: BlockRules,
    labels: list[str],
    chromosome: IntArray,
    positions: IntArray,
    is_number: BoolArray,
    fate: NDArray[np.uint8],
    problems: list[Problem],
) -> None:
    contig_lengths = np.array([rules.contig_by_chromosome[label].length for label in labels] + [0], np.int64)
    wrong = (fate == 0) & (~is_number | (positions < 1) | (positions > contig_lengths[chromosome]))
    for row in np.flatnonzero(wrong):
        code = "VCF-POSITION-RANGE" if is_number[row] else "VCF-POSITION"
        problems.append(Problem(code, int(layout.line_numbers[row]), 2, _shown(_field(layout, row, 1))))
    fate[wrong] = PROBLEM


def _allele_reason(reference: bytes, alternates: bytes) -> int:
    """Why a record that is no single-nucleotide variant is dropped."""
    if alternates in (b".", b""):
        return REASON_CODE["no-alternate"]
    if any(mark in alternates for mark in (b"<", b"[", b"]", b"*")):
        return REASON_CODE["symbolic"]
    if b"," in alternates:
        return REASON_CODE["multi-allelic"]
    reference, alternate = reference.upper(), alternates.upper()
    if not reference or (reference + alternate).strip(b"ACGT"):
        return REASON_CODE["not-acgt"]
    if reference == alternate:
        return REASON_CODE["same-alleles"]
    return REASON_CODE["indel" if len(reference) != len(alternate) else "multi-nucleotide"]


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


def _shown(text: bytes) -> str:
    return text[:40].decode("utf-8", "replace")
