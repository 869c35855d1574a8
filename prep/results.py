"""What preparing and inspecting give back: frozen, picklable, without a path or sample name unless marked local."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from prep.contigs import Build, BuildSource
from prep.findings import Finding


class PreparedName(NamedTuple):
    """The name of an output: `chromosome` "20" or "X", `file_name` "chr20.vcf.gz"."""

    chromosome: str
    file_name: str


class PrepareProgress(NamedTuple):
    """How far reading is: bytes of the source read so far, of how many, and records seen. `restarts` is 0 or 1."""

    read_bytes: int
    source_bytes: int
    records: int
    restarts: int


class PreparedOutput(NamedTuple):
    """One output whose recheck has passed over exactly these bytes. `contig` is what it is called inside."""

    chromosome: str
    contig: str
    file_name: str
    sha256: str
    bytes: int
    samples: int
    records_in: int
    records_kept: int
    dropped: dict[str, int]


@dataclass(frozen=True)
class ChromosomeSummary:
    """Aggregates of one chromosome's kept records. Bins as in tally.py: call rate in 2 %, frequency in 1 %.

    With a site list: `list_matches` counts records by how they compare with it, `frequency_grid[i][j]` counts kept
    records by the list's frequency (bin i) and the file's (bin j), 4 % each.
    """

    chromosome: str
    records_in: int
    records_kept: int
    dropped: dict[str, int]
    half_calls: int
    lower_case: int
    low_call_sites: int
    call_rate_bins: tuple[int, ...]
    frequency_bins: tuple[int, ...]
    sites_per_window: tuple[tuple[int, int], ...]
    list_matches: dict[str, int] = field(default_factory=dict)
    ambiguous: int = 0
    frequency_grid: tuple[tuple[int, ...], ...] = ()
    site_sample: tuple[tuple[int, float], ...] = field(default=(), repr=False)
    """Local: a few hundred kept sites (position, frequency of the alternate allele), to compare results with."""


@dataclass(frozen=True)
class FileSummary:
    """Numbers of one source file for the report. `build_said_by` is whatever says that it is of `build`.
    `site_windows`: how many windows have sites, where the service limits what they may have on average.
    `sample_missing` (kept records without a call, for each of `kept_sample_ids`) is local: only report-local.html shows
    it."""

    container: str
    version: str
    producer: str | None
    build: Build | None
    samples: int
    records: int
    phased: bool
    source_bytes: int
    left_out: dict[str, int]
    chromosomes: tuple[ChromosomeSummary, ...]
    sample_missing: tuple[int, ...] = field(default=(), repr=False)
    kept_sample_ids: tuple[str, ...] = field(default=(), repr=False)
    build_said_by: tuple[BuildSource, ...] = ()
    site_windows: int = 0


class PrepareReport(NamedTuple):
    """What `prepare` returns when every byte has been rechecked."""

    outputs: tuple[PreparedOutput, ...]
    findings: tuple[Finding, ...]
    summary: FileSummary
    policy_name: str
    policy_digest: str
    map_id: str
    most_strand_flips: int = 0
    """In a whole job, as the service limits them; 0: no such limit."""
    most_window_sites: int = 0
    """On average over a whole job, in the same way."""


class HeaderMark(NamedTuple):
    """A span of identifying text in a header line, for the review: local, it shows the input."""

    line: int
    start: int
    end: int
    finding_class: str


@dataclass(frozen=True)
class Inspection:
    """What a file is, what identifies people in it and what a service would refuse."""

    samples: int
    records: int
    build: Build | None
    container: str
    version: str
    producer: str | None
    chromosomes: tuple[str, ...]
    phased: bool
    findings: tuple[Finding, ...]
    summary: FileSummary
    header_marks: tuple[HeaderMark, ...] = field(default=(), repr=False)
