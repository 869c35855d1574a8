"""Counts of a file, chromosome by chromosome, summed over blocks in any grouping."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from prep.rules import IntArray
from prep.site_sample import SiteSample

CALL_RATE_BINS = 50  # of 2 % each
FREQUENCY_BINS = 50  # of 1 % each: minor allele frequency
GRID_BINS = 25  # of 4 % each: the list's frequency by the file's
FAR_APART = 0.2  # frequencies that differ by more are counted


@dataclass(eq=False, repr=False)
class WindowTally:
    """A window of the chromosome (of X, of one of its three parts): kept sites in it, and for each selected sample how
    many of them lack a call.

    `listed` of the sites are at a place of the site list (without one, all). `usable` of them are those that a service
    imputes from: enough samples are called, and the list has the same alleles; `usable_missing` counts among them.
    """

    sites: int
    missing: IntArray
    listed: int
    usable: int
    usable_missing: IntArray

    def add(self, other: WindowTally) -> None:
        self.sites += other.sites
        self.missing = self.missing + other.missing
        self.listed += other.listed
        self.usable += other.usable
        self.usable_missing = self.usable_missing + other.usable_missing


@dataclass(eq=False, repr=False)
class ChromosomeTally:
    """What was read and kept on one chromosome. Arrays are per selected sample, in source order.

    `alternate_before` and `called_before` count alleles in the input's kept records, half calls as missing: what the
    recheck compares with its own counts of the output.
    """

    chromosome: str
    samples: int
    records_in: int = 0
    kept: int = 0
    dropped: dict[str, int] = field(default_factory=dict)
    half_calls: int = 0
    lower_case: int = 0
    low_call_sites: int = 0
    windows: dict[int, WindowTally] = field(default_factory=dict)
    site_windows: dict[int, int] = field(default_factory=dict)
    call_rate_bins: IntArray = field(default_factory=lambda: np.zeros(CALL_RATE_BINS + 1, np.int64))
    frequency_bins: IntArray = field(default_factory=lambda: np.zeros(FREQUENCY_BINS + 1, np.int64))
    list_matches: dict[str, int] = field(default_factory=dict)
    build_votes: dict[str, int] = field(default_factory=dict)
    ambiguous: int = 0
    far_frequencies: int = 0
    frequency_grid: IntArray = field(default_factory=lambda: np.zeros((GRID_BINS, GRID_BINS), np.int64))
    site_sample: SiteSample = field(default_factory=SiteSample)
    haploid_places: int = 0
    """Kept records where one allele per person is normal (X outside PAR)."""
    half_at_haploid: IntArray = field(init=False)
    """For each selected sample, its half calls among those."""
    alternate_before: IntArray = field(init=False)
    called_before: IntArray = field(init=False)

    def __post_init__(self) -> None:
        self.half_at_haploid = np.zeros(self.samples, np.int64)
        self.alternate_before = np.zeros(self.samples, np.int64)
        self.called_before = np.zeros(self.samples, np.int64)

    def add(self, other: ChromosomeTally) -> None:
        self.records_in += other.records_in
        self.kept += other.kept
        self.half_calls += other.half_calls
        self.lower_case += other.lower_case
        self.low_call_sites += other.low_call_sites
        for reason, count in other.dropped.items():
            self.dropped[reason] = self.dropped.get(reason, 0) + count
        for kind, count in other.list_matches.items():
            self.list_matches[kind] = self.list_matches.get(kind, 0) + count
        for build, count in other.build_votes.items():
            self.build_votes[build] = self.build_votes.get(build, 0) + count
        self.ambiguous += other.ambiguous
        self.far_frequencies += other.far_frequencies
        self.frequency_grid += other.frequency_grid
        for number, window in other.windows.items():
            self.add_window(number, window)
        for number, count in other.site_windows.items():
            self.site_windows[number] = self.site_windows.get(number, 0) + count
        self.call_rate_bins += other.call_rate_bins
        self.frequency_bins += other.frequency_bins
        self.site_sample.add(other.site_sample.positions, other.site_sample.frequencies)
        self.haploid_places += other.haploid_places
        self.half_at_haploid += other.half_at_haploid
        self.alternate_before += other.alternate_before
        self.called_before += other.called_before

    def add_window(self, number: int, window: WindowTally) -> None:
        known = self.windows.get(number)
        if known is None:
            self.windows[number] = replace(window)
        else:
            known.add(window)

    def missing_per_sample(self) -> IntArray:
        """For each selected sample, the kept records without a call."""
        total = np.zeros(self.samples, np.int64)
        for window in self.windows.values():
            total += window.missing
        return total
