"""Genotype rules for a block: what each cell becomes, which records are dropped, and the counts the recheck compares.

What the cells say is read in calls.py.

Rules: half calls become missing, but where a contig has one allele per person those of samples that write it so (men
on X as `0/.`) are read as that allele · missing is written with the file's separator · haploid calls stay where one
allele is normal, and missing ones take their sample's ploidy there · a haploid call anywhere else is a problem ·
records without an alternate allele, or with too few minor alleles, are dropped, and on the very bounds of PAR those
with two alleles of samples that have one elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from prep.calls import (
    ALLELE_BITS,
    HAPLOID_PATTERN,
    Calls,
    Exceptions,
    as_half_call,
    both_fields,
    of_one_allele,
    pattern_of,
    read_calls,
)
from prep.careful import parse_row
from prep.columns import distinct
from prep.contigs import HAPLOID_CHROMOSOMES
from prep.layout import Layout, Problem
from prep.reasons import PROBLEM, REASON_CODE
from prep.recheck_genotypes import SUM_BITS, cell_weights
from prep.reorder import reorder_bits
from prep.rules import PIPE, BlockRules, BoolArray, CellArray, IntArray
from prep.sites import Sites, is_haploid_place, is_par_bound, iter_runs

_TAB, _DOT = 9, 46
_FIRST_SAMPLE_COLUMN = 10
_HAPLOID_MISSING = np.uint32(_TAB | _DOT << 8)


@dataclass
class Genotypes:
    """The block's candidates after the genotype rules; arrays have one entry (or row) per candidate.

    `cells` are what is written, of kept candidates alone and in the order of the output. `allele_bits` holds each
    cell's two alleles (bits 8 and 24) in source order. Neither has rows where nothing is written.
    `alternate_alleles` and `called_alleles` count alleles, `missing` samples without a full call; `cell_sums` are the
    cells weighed for the recheck (recheck_genotypes.py), where anything is written. `haploid_kind` says
    where one allele is normal: the place of the candidate's chromosome in HAPLOID_CHROMOSOMES, -1 elsewhere. What was
    seen of ploidy has a row for each of those; `of_one`, whose pattern is a single allele, also a last for elsewhere.
    """

    rows: IntArray
    cells: CellArray
    allele_bits: CellArray
    exceptions: Exceptions
    alternate_alleles: IntArray
    called_alleles: IntArray
    cell_sums: IntArray
    missing: IntArray
    half_calls: IntArray
    kept: BoolArray
    haploid_kind: IntArray
    of_one: BoolArray
    saw_phased: bool = False
    saw_unphased: bool = False
    saw_phase_set: bool = False
    saw_haploid: BoolArray | None = None
    saw_diploid: BoolArray | None = None
    half_seen: IntArray | None = None
    full_seen: BoolArray | None = None

    @property
    def haploid_place(self) -> BoolArray:
        """Where one allele is normal."""
        return self.haploid_kind >= 0


def read_genotypes(layout: Layout, sites: Sites, rules: BlockRules) -> Genotypes:
    """Apply the genotype rules to the block's candidates; what is dropped is marked in `sites.fate`.

    Raises HiddenSeparatorError where the layout shows itself to be another than it took the block for.
    """
    rows = sites.candidates() if rules.sample_count else np.empty(0, np.int64)
    kinds, is_bound = _haploid_kinds(sites, rules, rows)
    layout.require_others_whole(rows)
    calls = read_calls(layout, rows, kinds, rules)
    gt_places = np.array([*sites.gt_places(), -1])
    odd = gt_places[sites.format_index[rows]] != 0
    odd[calls.exceptions.row[calls.exceptions.unreadable]] = True
    if odd.any():
        rows, cells = _parse_carefully(layout, sites, rules, rows, odd)
        kinds, is_bound = _haploid_kinds(sites, rules, rows)
        calls = read_calls(layout, rows, kinds, rules, cells)
    exceptions = calls.exceptions
    half_seen, full_seen = _half_and_full(exceptions, np.where(is_bound, -1, kinds), as_half_call(rules))
    if rules.one_allele is not None:
        _read_as_one_allele(exceptions, _who(rules.one_allele, exceptions, kinds))
    cell_sums = _settle_bits(calls, rules) if rules.write else calls.sums
    genotypes = _count(rows, calls, kinds, of_one_allele(rules), cell_sums)
    genotypes.half_seen, genotypes.full_seen = half_seen, full_seen
    _drop(sites, rules, genotypes)
    _note_phase(sites, rules, genotypes)
    _drop_on_bounds(sites, genotypes, is_bound)
    _note_ploidy(layout, sites, rules, genotypes, is_bound)
    if rules.write:
        _write_cells(rules, genotypes)
    return genotypes


def sample_counts(genotypes: Genotypes, rows: BoolArray) -> tuple[IntArray, IntArray, IntArray]:
    """Per selected sample over the chosen rows: alternate alleles (0 where nothing is written), called alleles, records
    without a full call."""
    exceptions = genotypes.exceptions
    count, columns = len(rows), genotypes.allele_bits.shape[1]
    chosen = int(np.count_nonzero(rows))
    first = int(np.argmax(rows)) if chosen else 0
    if not len(genotypes.allele_bits):
        alternate = np.zeros(columns, np.int64)
    elif rows[first : first + chosen].all():
        alternate = _column_sums(genotypes.allele_bits[first : first + chosen])
    elif 2 * chosen > count:  # what is left out is less to add up
        alternate = _column_sums(genotypes.allele_bits) - _column_sums(genotypes.allele_bits[~rows])
    else:
        alternate = _column_sums(genotypes.allele_bits[rows])
    here = rows[exceptions.row]
    missing = missing_counts(genotypes, rows)
    by_kind = np.bincount(genotypes.haploid_kind[rows] + 1, minlength=len(genotypes.of_one))
    called = 2 * chosen - by_kind @ np.roll(genotypes.of_one, 1, axis=0)
    called -= _sums(exceptions.column[here], exceptions.alleles_lost[here], columns)
    return alternate, called, missing


def missing_counts(genotypes: Genotypes, rows: BoolArray) -> IntArray:
    """Per selected sample, the chosen rows without a full call."""
    exceptions = genotypes.exceptions
    here = rows[exceptions.row]
    return exceptions.count_by_column(
        (exceptions.missing | exceptions.haploid_missing) & here, genotypes.allele_bits.shape[1]
    )


def _parse_carefully(
    layout: Layout, sites: Sites, rules: BlockRules, rows: IntArray, odd: BoolArray
) -> tuple[IntArray, CellArray]:
    """All rows' cells, the odd rows' read one by one; rows with a problem are taken out."""
    cells = np.array(layout.cells(rows))
    good = np.ones(len(rows), np.bool_)
    for index in np.flatnonzero(odd):
        row = int(rows[index])
        gt_place = sites.gt_places()[sites.format_index[row]]
        line = layout.line(row) if gt_place >= 0 else b""
        parsed = parse_row(line, int(layout.line_numbers[row]), gt_place, rules)
        if isinstance(parsed, Problem):
            sites.problems.append(parsed)
            sites.fate[row] = PROBLEM
            good[index] = False
        else:
            cells[index] = parsed
    return rows[good], cells[good]


def _half_and_full(
    exceptions: Exceptions, kinds: IntArray, as_half: BoolArray
) -> tuple[IntArray | None, BoolArray | None]:
    """Per chromosome and sample, where one allele is normal: its half calls, and whether it has any that is none.

    Counted over all candidates, before any is dropped: what is dropped depends on how half calls are read.
    """
    if not (kinds >= 0).any():
        return None, None
    columns = as_half.shape[1]
    half = np.zeros((len(HAPLOID_CHROMOSOMES), columns), np.int64)
    full = np.zeros((len(HAPLOID_CHROMOSOMES), columns), np.bool_)
    for kind in _present(kinds):
        places = kinds == kind
        here = places[exceptions.row]
        usual = np.count_nonzero(places) - exceptions.count_by_column(here, columns)
        called = exceptions.count_by_column((exceptions.called | exceptions.haploid) & here, columns)
        half[kind] = exceptions.count_by_column(exceptions.half & here, columns) + usual * as_half[kind]
        full[kind] = (called > 0) | ((usual > 0) & ~as_half[kind])
    return half, full


def _present(kinds: IntArray) -> list[int]:
    """Which of HAPLOID_CHROMOSOMES the rows lie on."""
    return [int(kind) for kind in distinct(kinds[kinds >= 0])]


def _who(samples: BoolArray, exceptions: Exceptions, kinds: IntArray) -> BoolArray:
    """For each exception, whether it lies where one allele is normal and its sample is one of `samples` there."""
    kind = kinds[exceptions.row]
    chosen: BoolArray = (kind >= 0) & samples[kind, exceptions.column]
    return chosen


def _read_as_one_allele(exceptions: Exceptions, where: BoolArray) -> None:
    """Turn half calls into calls of the one allele that they name."""
    half = exceptions.half & where
    value = exceptions.value[half]
    first, second = (value >> 8) & 0xFF, value >> 24
    exceptions.value[half] = _TAB | np.where(first == _DOT, second, first) << 8
    exceptions.haploid |= half
    exceptions.as_one_allele |= half
    exceptions.missing &= ~half
    exceptions.half &= ~half


def _settle_bits(calls: Calls, rules: BlockRules) -> IntArray:
    """Let the allele bits of half calls be those of what is written of them; gives the rows' sums, missing calls
    weighed too."""
    exceptions, bits = calls.exceptions, calls.allele_bits.reshape(-1)
    which = np.flatnonzero(exceptions.missing | exceptions.haploid_missing | exceptions.as_one_allele)
    place, is_called = exceptions.place[which], exceptions.as_one_allele[which]
    before, after = bits[place], np.where(is_called, exceptions.value[which] & ALLELE_BITS, np.uint32(0))
    bits[place] = after
    of_alleles, of_missing = cell_weights(rules.sample_count)[:, rules.selected[exceptions.column[which]]]
    change = (after - before) * of_alleles + np.where(is_called, np.uint32(0), of_missing)
    sums: IntArray = calls.sums + np.bincount(exceptions.row[which], change, len(calls.sums)).astype(np.int64)
    return sums & SUM_BITS


def _count(rows: IntArray, calls: Calls, kinds: IntArray, of_one: BoolArray, cell_sums: IntArray) -> Genotypes:
    count, columns, exceptions = len(rows), of_one.shape[1], calls.exceptions
    half = np.flatnonzero(exceptions.half)
    alleles = both_fields(exceptions.value[half] & ALLELE_BITS)
    called = 2 * columns - np.count_nonzero(of_one, axis=1)[kinds]
    return Genotypes(
        rows=rows,
        cells=np.empty((0, columns), np.uint32),
        allele_bits=calls.allele_bits,
        exceptions=exceptions,
        alternate_alleles=calls.alternate - _sums(exceptions.row[half], alleles, count),
        called_alleles=called - _sums(exceptions.row, exceptions.alleles_lost, count),
        cell_sums=cell_sums,
        missing=exceptions.count_by_row(exceptions.missing | exceptions.haploid_missing, count),
        half_calls=exceptions.count_by_row(exceptions.half, count),
        kept=np.ones(count, np.bool_),
        haploid_kind=kinds,
        of_one=of_one,
    )


def _sums(places: IntArray, values: IntArray | NDArray[np.int8], size: int) -> IntArray:
    """The sum of the values at each place; they are small, so that floating point is exact."""
    some = np.flatnonzero(values)  # with the other separator none are lost
    return np.bincount(places[some], weights=values[some], minlength=size).astype(np.int64)


def _column_sums(bits: CellArray) -> IntArray:
    """Alternate alleles per column, in the same way."""
    whole = len(bits) // 255
    sums = bits[: whole * 255].reshape(whole, 255, bits.shape[1]).sum(axis=1, dtype=np.uint32)
    rest = bits[whole * 255 :].sum(axis=0, dtype=np.uint32)
    total: IntArray = both_fields(sums).sum(axis=0) + both_fields(rest)
    return total


def _haploid_kinds(sites: Sites, rules: BlockRules, rows: IntArray) -> tuple[IntArray, BoolArray]:
    """Each row's place in HAPLOID_CHROMOSOMES, -1 where two alleles are normal; which rows lie on a bound of PAR."""
    kinds, is_bound = np.full(len(rows), -1), np.zeros(len(rows), np.bool_)
    chromosome = sites.chromosome[rows]
    for index, label in enumerate(sites.labels):
        contig = rules.contig_by_chromosome[label]
        if contig.haploid_to:
            here = (chromosome == index) & is_haploid_place(contig, sites.positions[rows])
            kinds[here] = HAPLOID_CHROMOSOMES.index(label)
            is_bound |= here & is_par_bound(contig, sites.positions[rows])
    return kinds, is_bound


def _drop(sites: Sites, rules: BlockRules, genotypes: Genotypes) -> None:
    alternate, called = genotypes.alternate_alleles, genotypes.called_alleles
    monomorphic = alternate == 0
    rare = ~monomorphic & (np.minimum(alternate, called - alternate) < rules.minimum_minor_allele_count)
    sites.fate[genotypes.rows[monomorphic]] = REASON_CODE["monomorphic"]
    sites.fate[genotypes.rows[rare]] = REASON_CODE["rare"]
    genotypes.kept = ~(monomorphic | rare)


def _drop_on_bounds(sites: Sites, genotypes: Genotypes, is_bound: BoolArray) -> None:
    """Drop what has two alleles of samples that have one; with it their file would be of mixed ploidy for services."""
    if is_bound.any():
        exceptions = genotypes.exceptions
        two_of_one = exceptions.count_by_row(exceptions.called & exceptions.of_one, len(is_bound)) > 0
        mixed = is_bound & two_of_one & genotypes.kept
        sites.fate[genotypes.rows[mixed]] = REASON_CODE["par-bound"]
        genotypes.kept &= ~mixed


def _note_phase(sites: Sites, rules: BlockRules, genotypes: Genotypes) -> None:
    """Which separators carry calls in kept records, and whether kept records say that their phase is local."""
    kept, exceptions = genotypes.kept, genotypes.exceptions
    if not kept.any():
        return
    count, columns = len(kept), len(rules.selected)
    plain = columns - np.count_nonzero(genotypes.of_one, axis=1)[genotypes.haploid_kind]
    plain -= exceptions.count_by_row(~exceptions.of_one, count)
    called = exceptions.called & kept[exceptions.row]
    has_same = (exceptions.value >> 16) & 0xFF == rules.input_separator
    same = bool((plain[kept] > 0).any() or (called & has_same).any())
    other = bool((called & ~has_same).any())
    is_pipe = rules.input_separator == PIPE
    genotypes.saw_phased, genotypes.saw_unphased = (same, other) if is_pipe else (other, same)
    used = distinct(sites.format_index[genotypes.rows[kept]])
    phase_sets = sites.have_phase_sets()
    genotypes.saw_phase_set = any(phase_sets[index] for index in used)


def _note_ploidy(layout: Layout, sites: Sites, rules: BlockRules, genotypes: Genotypes, is_bound: BoolArray) -> None:
    """Haploid calls where two alleles are normal are problems; elsewhere note who was seen with one or two alleles.

    Two on a bound of PAR say nothing: whoever has one elsewhere may not be known yet.
    """
    kept, exceptions = genotypes.kept, genotypes.exceptions
    wrong = exceptions.haploid & kept[exceptions.row] & ~genotypes.haploid_place[exceptions.row]
    rows_of_wrong, columns_of_wrong = exceptions.row[wrong], exceptions.column[wrong]
    for index in distinct(rows_of_wrong):
        row = int(genotypes.rows[index])
        first = int(rules.selected[columns_of_wrong[np.argmax(rows_of_wrong == index)]])
        sites.problems.append(Problem("VCF-PLOIDY", int(layout.line_numbers[row]), _FIRST_SAMPLE_COLUMN + first))
        sites.fate[row] = PROBLEM
        genotypes.kept[index] = False
    present = _present(genotypes.haploid_kind[kept])
    if not present:
        return
    columns, as_half = genotypes.cells.shape[1], as_half_call(rules)
    genotypes.saw_haploid = np.zeros((len(HAPLOID_CHROMOSOMES), columns), np.bool_)
    genotypes.saw_diploid = np.zeros((len(HAPLOID_CHROMOSOMES), columns), np.bool_)
    for kind in present:
        here = kept & (genotypes.haploid_kind == kind)
        in_here, single = here[exceptions.row], genotypes.of_one[kind]
        is_usual = exceptions.count_by_column(in_here, columns) < np.count_nonzero(here)
        written_so = exceptions.haploid & ~exceptions.as_one_allele & in_here
        haploid = exceptions.count_by_column(written_so, columns) > 0
        genotypes.saw_haploid[kind] = haploid | (is_usual & single & ~as_half[kind])
        inside = here & ~is_bound
        in_inside = inside[exceptions.row]
        called = exceptions.count_by_column(exceptions.called & in_inside, columns) > 0
        is_usual = exceptions.count_by_column(in_inside, columns) < np.count_nonzero(inside)
        genotypes.saw_diploid[kind] = called | (is_usual & ~single)


def _write_cells(rules: BlockRules, genotypes: Genotypes) -> None:
    """Turn the cells into what leaves: the file's separator, no half calls, missing in the sample's ploidy."""
    exceptions, separator = genotypes.exceptions, rules.separator
    kept = np.flatnonzero(genotypes.kept)
    parts = [np.empty((0, len(rules.column_order)), np.uint32)]
    kinds = genotypes.haploid_kind[kept]
    for start, end in iter_runs(kinds):
        single = genotypes.of_one[kinds[start], rules.column_order]
        pattern = np.where(single, HAPLOID_PATTERN, pattern_of(separator)) if single.any() else pattern_of(separator)
        parts.append(reorder_bits(genotypes.allele_bits, kept[start:end], rules.column_order, pattern))
    cells = parts[-1] if len(parts) < 3 else np.concatenate(parts)
    values = np.full(len(exceptions.place), _TAB | _DOT << 8 | separator << 16 | _DOT << 24, np.uint32)
    values[exceptions.of_one] = _HAPLOID_MISSING
    values[exceptions.haploid] = exceptions.value[exceptions.haploid]
    off = ~exceptions.called & genotypes.kept[exceptions.row]
    if off.any():
        row = np.cumsum(genotypes.kept)[exceptions.row[off]] - 1
        cells[row, np.argsort(rules.column_order)[exceptions.column[off]]] = values[off]
    genotypes.cells = cells
