"""Counting a block: how many records, calls and alleles, by chromosome, window and sample."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from prep.genotypes import Genotypes, missing_counts, sample_counts
from prep.known_sites import build_votes
from prep.reasons import DROP_REASONS, LEFT_OUT, PROBLEM, REASON_CODE, drop_code
from prep.rules import BlockRules, BoolArray, IntArray
from prep.site_list import ABSENT, MATCH_NAMES, SWITCH, ListMatch, is_ambiguous
from prep.sites import Sites, iter_runs
from prep.tally import CALL_RATE_BINS, FAR_APART, FREQUENCY_BINS, GRID_BINS, ChromosomeTally, WindowTally


def tally_block(sites: Sites, genotypes: Genotypes, rules: BlockRules) -> dict[str, ChromosomeTally]:
    """The counts of one block, by chromosome."""
    tallies: dict[str, ChromosomeTally] = {}
    samples = len(rules.selected)
    for index, label in enumerate(sites.labels):
        tally = tallies[label] = ChromosomeTally(label, samples)
        here = sites.chromosome == index
        fates = np.bincount(sites.fate[here], minlength=LEFT_OUT + 1)
        tally.records_in = int(fates.sum())
        tally.dropped = {DROP_REASONS[code]: int(fates[code]) for code in range(1, len(DROP_REASONS)) if fates[code]}
        if fates[PROBLEM]:
            tally.dropped["problem"] = int(fates[PROBLEM])
        tally.kept = int(fates[0])
        if label in sites.matches:
            _tally_list(tally, sites, *sites.matches[label])
    kept = np.flatnonzero(genotypes.kept)
    rows = genotypes.rows[kept]
    for start, end in iter_runs(sites.chromosome[rows]):
        tally = tallies[sites.labels[sites.chromosome[rows[start]]]]
        _tally_kept(tally, sites, genotypes, rules, kept[start:end])
    return tallies


def first_lines(lines: IntArray, sites: Sites, genotypes: Genotypes, rules: BlockRules) -> dict[str, int]:
    """By code of finding, the first of the block's `lines` (one a record) that it speaks of."""
    present = np.flatnonzero(np.bincount(sites.fate, minlength=len(DROP_REASONS))[: len(DROP_REASONS)])
    found = {
        drop_code(DROP_REASONS[code]): int(lines[np.argmax(sites.fate == code)]) for code in present.tolist() if code
    }
    kept = np.flatnonzero(genotypes.kept)
    rows = genotypes.rows[kept]
    places = {
        "VCF-HALF-CALLS": genotypes.half_calls[kept] > 0,
        "VCF-LOWER-CASE": sites.is_lower_case[rows],
        "VCF-SITE-CALL-RATE": _call_rate(genotypes, kept, rules) < rules.least_site_call_rate,
    }
    return found | {code: int(lines[rows[np.argmax(here)]]) for code, here in places.items() if here.any()}


def _call_rate(genotypes: Genotypes, chosen: IntArray, rules: BlockRules) -> NDArray[np.float64]:
    rate: NDArray[np.float64] = 1 - genotypes.missing[chosen] / max(1, len(rules.selected))
    return rate


def _tally_kept(
    tally: ChromosomeTally,
    sites: Sites,
    genotypes: Genotypes,
    rules: BlockRules,
    chosen: IntArray,
) -> None:
    rows = genotypes.rows[chosen]
    tally.half_calls += int(genotypes.half_calls[chosen].sum())
    if genotypes.haploid_place[chosen].any():
        _tally_haploid(tally, genotypes, chosen)
    tally.lower_case += int(sites.is_lower_case[rows].sum())
    call_rate = _call_rate(genotypes, chosen, rules)
    tally.low_call_sites += int((call_rate < rules.least_site_call_rate).sum())
    _tally_bins(tally, genotypes, rules, chosen)
    frequency = genotypes.alternate_alleles[chosen] / np.maximum(genotypes.called_alleles[chosen], 1)
    tally.site_sample.add(sites.positions[rows], frequency)
    is_usable = call_rate >= rules.least_site_call_rate
    is_listed = np.ones(len(rows), np.bool_)
    if tally.chromosome in sites.matches:
        match = _match_of(rows, *sites.matches[tally.chromosome])
        _tally_frequencies(tally, frequency, match)
        is_usable &= match.kind <= SWITCH
        is_listed = match.kind < ABSENT
    if rules.vote_on_build:
        here = (sites.positions[rows], sites.reference[rows], sites.alternate[rows])
        for build, votes in build_votes(tally.chromosome, *here).items():
            tally.build_votes[build] = tally.build_votes.get(build, 0) + votes
    if rules.site_window_bases:
        numbers, counts = np.unique(_windows(sites.positions[rows], rules.site_window_bases), return_counts=True)
        for number, count in zip(numbers.tolist(), counts.tolist(), strict=True):
            tally.site_windows[number] = tally.site_windows.get(number, 0) + count
    windows = _windows(sites.positions[rows], rules.window_bases)
    if tally.chromosome == "X":  # services split it where men have one allele: each part has windows of its own
        contig = rules.contig_by_chromosome["X"]
        windows += np.searchsorted((contig.haploid_from, contig.haploid_to + 1), sites.positions[rows], side="right")
    for start, end in iter_runs(windows):
        span = slice(start, end)
        alternate, called_per_sample, missing = sample_counts(genotypes, _marked(genotypes, chosen[span]))
        tally.alternate_before += alternate
        tally.called_before += called_per_sample
        usable_missing = missing
        if not is_usable[span].all():
            usable_missing = missing - missing_counts(genotypes, _marked(genotypes, chosen[span][~is_usable[span]]))
        tally.add_window(
            int(windows[start]),
            WindowTally(
                sites=end - start,
                missing=missing,
                listed=int(is_listed[span].sum()),
                usable=int(is_usable[span].sum()),
                usable_missing=usable_missing,
            ),
        )


def _tally_bins(tally: ChromosomeTally, genotypes: Genotypes, rules: BlockRules, chosen: IntArray) -> None:
    """Call rates and minor allele frequencies, in whole numbers: as fractions, many of those on a bin's lower bound
    come out a little below it (0.29 times 100 is 28.999…)."""
    samples = max(1, len(rules.selected))
    called_samples = samples - genotypes.missing[chosen]
    tally.call_rate_bins += np.bincount(called_samples * CALL_RATE_BINS // samples, minlength=CALL_RATE_BINS + 1)
    alternate = genotypes.alternate_alleles[chosen]
    called = np.maximum(genotypes.called_alleles[chosen], 1)
    minor = np.minimum(alternate, called - alternate)
    tally.frequency_bins += np.bincount(minor * 2 * FREQUENCY_BINS // called, minlength=FREQUENCY_BINS + 1)


def _windows(positions: IntArray, bases: int) -> IntArray:
    """The window that each position lies in, as services count them: 1 to `bases` is the first."""
    return (positions - 1) // bases


def _marked(genotypes: Genotypes, chosen: IntArray) -> BoolArray:
    rows = np.zeros(len(genotypes.kept), np.bool_)
    rows[chosen] = True
    return rows


def _tally_haploid(tally: ChromosomeTally, genotypes: Genotypes, chosen: IntArray) -> None:
    """Half calls by sample where one allele is normal: some programs write men as `0/.` there."""
    here = np.zeros(len(genotypes.kept), np.bool_)
    here[chosen] = genotypes.haploid_place[chosen]
    exceptions = genotypes.exceptions
    tally.haploid_places += int(np.count_nonzero(here))
    tally.half_at_haploid += exceptions.count_by_column(exceptions.half & here[exceptions.row], tally.samples)


def _tally_list(tally: ChromosomeTally, sites: Sites, rows: IntArray, match: ListMatch) -> None:
    """Count what is kept, or left out by the list alone: a service never sees the others."""
    fate = sites.fate[rows]
    counted = (fate == 0) | (fate == REASON_CODE["not-on-site-list"])
    counts = np.bincount(match.kind[counted], minlength=len(MATCH_NAMES))
    tally.list_matches = {MATCH_NAMES[kind]: int(count) for kind, count in enumerate(counts) if count}
    tally.ambiguous += int(is_ambiguous(sites.reference[rows], sites.alternate[rows])[counted].sum())


def _match_of(kept_rows: IntArray, rows: IntArray, match: ListMatch) -> ListMatch:
    """How the kept among the compared rows compare."""
    place = np.searchsorted(rows, kept_rows)
    return ListMatch(match.kind[place], match.frequency[place])


def _tally_frequencies(tally: ChromosomeTally, frequency: NDArray[np.float64], match: ListMatch) -> None:
    """The file's frequencies against the list's, where the list has one."""
    known = np.isfinite(match.frequency)
    # The list's are held in half the digits: rounded, so that one on a bin's bound, or 0.2 away, is taken for that.
    here, there = frequency[known], np.round(np.clip(match.frequency[known], 0, 1).astype(np.float64), 6)
    bins = [np.minimum((values * GRID_BINS).astype(np.int64), GRID_BINS - 1) for values in (there, here)]
    np.add.at(tally.frequency_grid, tuple(bins), 1)
    tally.far_frequencies += int((np.round(np.abs(here - there), 6) > FAR_APART).sum())
