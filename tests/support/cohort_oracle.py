"""What preparing a cohort must give, worked out from what bcftools reads: nothing of `prep` is used here.

It knows cohorts of make_cohort.py: diploid everywhere, sites in one or two chromosomes, its ten defects.
"""

from __future__ import annotations

import gzip
import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.support.prep_files import bgzf

LENGTHS = {
    "hg19": {"20": 63025520, "21": 48129895, "22": 51304566, "X": 155270560},
    "hg38": {"20": 64444167, "21": 46709983, "22": 50818468, "X": 156040895},
}
WINDOW_BASES = 20_000_000
X_BOUNDS = {"hg19": (2_699_520, 154_931_044), "hg38": (2_781_479, 155_701_383)}
_DECIMAL, _WHOLE = re.compile(r"[0-9]+\.?[0-9]*|\.[0-9]+"), re.compile(r"[0-9]+")

# What the maker leaves undeclared and a BCF cannot hold so.
_DECLARED = b"""
##contig=<ID=chr21>
##contig=<ID=21>
##FORMAT=<ID=DS,Number=1,Type=Float,Description="Dosage">"""


Site = tuple[str, int, str, str]


class Wanted(NamedTuple):
    """What a policy lets leave, said once more for the oracle. `region`: first and last position left out."""

    format_keys: tuple[str, ...] = ("GT",)
    info: bool = False
    record_id: str = "none"
    least_minor: int = 0
    region: tuple[int, int] | None = None
    listed: frozenset[Site] | None = None
    leave_out: frozenset[str] = frozenset()

    @staticmethod
    def kept_id(record_id: str) -> str:
        """The ID where only rs numbers leave; the maker's are shorter than any identity number."""
        return record_id if re.fullmatch(r"rs[1-9][0-9]{0,8}", record_id) else "."


class Record(NamedTuple):
    """A record as bcftools writes it out; `line` is its line in the file (a BCF's as text)."""

    line: int
    contig: str
    chromosome: str
    position: int
    id: str
    ref: str
    alt: str
    filter: str
    info: str
    samples: tuple[Mapping[str, str], ...]

    @property
    def site(self) -> Site:
        return (self.chromosome, self.position, self.ref.upper(), self.alt.upper())


class Source(NamedTuple):
    """A cohort's file as bcftools reads it."""

    path: Path
    names: tuple[str, ...]
    records: list[Record]


@dataclass
class Outcome:
    """What must come out: by chromosome the records that stay and how many do not, by reason; findings and places."""

    kept: dict[str, list[Record]] = field(default_factory=dict)
    dropped: dict[str, Counter[str]] = field(default_factory=dict)
    findings: Counter[str] = field(default_factory=Counter)
    places: dict[str, tuple[int, int | None]] = field(default_factory=dict)
    """Line and column of the first occurrence."""
    phased: bool = False

    @property
    def blocking(self) -> set[str]:
        return {code for code in ("VCF-NO-CHUNK", "VCF-POSITION-RANGE", "VCF-UNSORTED") if self.findings[code]}

    def note(self, code: str, line: int, column: int | None = None, *, times: int = 1) -> None:
        if times:
            self.findings[code] += times
            self.places.setdefault(code, (line, column))


def read_source(path: Path, sample_names: Sequence[str], *, as_bcf: bool) -> Source:
    """Read a cohort, or the BCF that bcftools makes of it and that then lies beside it.

    bcftools refuses a name that is there twice: it is given another one, and the BCF gets its own name back. Nor does
    it take a number with a dot too many, which the maker's half calls may leave: it is given such fields as text.
    """
    text = path.read_bytes()
    text = gzip.decompress(text) if text.startswith(b"\x1f\x8b") else text
    own = b"\t" + sample_names[-1].encode() + b"\n"
    is_twice = sample_names[-1] in sample_names[:-1]
    other = b"\t" + b"~" * len(sample_names[-1]) + b"\n" if is_twice else own
    head, _, rest = text.partition(b"\n#CHROM")
    head += _DECLARED
    body = b"\n#CHROM" + rest.replace(own, other, 1)
    readable = path.with_name("readable.vcf")
    readable.write_bytes(head + body)
    if subprocess.run(["bcftools", "view", "-H", str(readable)], capture_output=True).returncode:
        readable.write_bytes(re.sub(rb"(##FORMAT=.*Type=)(?:Integer|Float)", rb"\1String", head) + body)
    if as_bcf:
        path = path.with_suffix(".bcf")
        _bcftools("view", "--no-version", "-Ob", "-o", str(path), str(readable))
        readable = readable.with_suffix(".bcf")
        path.rename(readable)
        path.write_bytes(bgzf(gzip.decompress(readable.read_bytes()).replace(other, own, 1)))
    names = tuple(read_names(readable))
    more_lines = 0 if as_bcf else _DECLARED.count(b"\n")
    return Source(path, names, read_records(readable, names, more_lines))


def read_names(path: Path) -> list[str]:
    """The sample names as bcftools lists them."""
    return _bcftools("query", "-l", str(path)).splitlines()


def read_records(path: Path, names: Sequence[str], more_lines: int = 0) -> list[Record]:
    """All records; the first line's number is one more than the header has lines, without `more_lines` of it."""
    return list(_iter_records(path, names, _header_lines(path) - more_lines))


def _iter_records(path: Path, names: Sequence[str], header_lines: int) -> Iterator[Record]:
    text = _bcftools("view", "--no-version", "-H", str(path))
    for number, line in enumerate(text.splitlines(), start=header_lines + 1):
        chrom, position, record_id, ref, alt, _, filters, info, keys, *cells = line.split("\t")
        assert len(cells) == len(names)
        split_keys = keys.split(":")
        samples = tuple(dict(zip(split_keys, cell.split(":"), strict=False)) for cell in cells)
        label = chrom.removeprefix("chr")
        yield Record(number, chrom, label, int(position), record_id, ref, alt, filters, info, samples)


def _header_lines(path: Path) -> int:
    data = path.read_bytes()
    if path.suffix == ".bcf":
        return gzip.decompress(data).split(b"\n#CHROM", 1)[0].count(b"\n") + 2
    text = gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
    return sum(line.startswith(b"#") for line in text.split(b"\n"))


def _bcftools(*arguments: str) -> str:
    return subprocess.run(["bcftools", *arguments], check=True, capture_output=True, text=True).stdout


def expect(records: Sequence[Record], names: Sequence[str], build: str, wanted: Wanted) -> Outcome:
    """Apply the rules of preparation, one record after the other."""
    outcome = Outcome()
    columns = [number for number, name in enumerate(names) if name not in wanted.leave_out]
    last: dict[str, int] = {}
    seen: set[Site] = set()
    for record in records:
        label = record.chromosome
        outcome.kept.setdefault(label, [])
        dropped = outcome.dropped.setdefault(label, Counter())
        reason = _reason(record, wanted)
        if not reason and not 1 <= record.position <= LENGTHS[build][label]:
            outcome.note("VCF-POSITION-RANGE", record.line, 2)
            reason = "problem"
        if not reason:
            reason = _reason_of_place(record, wanted)
        if not reason and record.position < last.get(label, 0):
            outcome.note("VCF-UNSORTED", record.line, 2)
            last[label] = record.position
            reason = "problem"
        if not reason:
            last[label] = record.position
            reason = "duplicate" if record.site in seen else ""
            seen.add(record.site)
            reason = reason or _reason_of_calls(record, columns, wanted)
        if reason:
            dropped[reason] += 1
            if reason != "problem":
                outcome.note(f"VCF-DROPPED-{reason.upper()}", record.line)
        else:
            outcome.kept[label].append(record)
    _count_kept(outcome, columns, wanted, build)
    empty = [label for label, kept in outcome.kept.items() if not kept and not outcome.dropped[label]["problem"]]
    if len(empty) < len(outcome.kept):
        outcome.findings["VCF-CHROM-EMPTY"] = sum(outcome.dropped[label].total() for label in empty)
    staying_here = sum(dropped["not-on-site-list"] for dropped in outcome.dropped.values())
    if staying_here > sum(map(len, outcome.kept.values())):
        outcome.findings["VCF-LIST-FEW"] = staying_here
    return outcome


def _reason(record: Record, wanted: Wanted) -> str:
    ref, alt = record.ref, record.alt
    if record.filter not in ("PASS", "."):
        return "filter"
    if "," in alt:
        return "multi-allelic"
    return "" if len(ref) == len(alt) == 1 else "indel"


def _reason_of_place(record: Record, wanted: Wanted) -> str:
    if wanted.region is not None and wanted.region[0] <= record.position <= wanted.region[1]:
        return "region-left-out"
    return "not-on-site-list" if wanted.listed is not None and record.site not in wanted.listed else ""


def _reason_of_calls(record: Record, columns: Sequence[int], wanted: Wanted) -> str:
    alternate, called = allele_counts(record, columns)
    if not alternate:
        return "monomorphic"
    return "rare" if min(alternate, called - alternate) < wanted.least_minor else ""


@cache
def alleles(genotype: str) -> tuple[str, ...]:
    """The two alleles, or none where one or both are missing."""
    pair = tuple(re.split(r"[/|]", genotype))
    assert len(pair) == 2, genotype
    return () if "." in pair else pair


def allele_counts(record: Record, columns: Sequence[int]) -> tuple[int, int]:
    """Alternate alleles and all that are called."""
    pairs = [alleles(record.samples[column]["GT"]) for column in columns]
    return sum(pair.count("1") for pair in pairs), sum(len(pair) for pair in pairs)


def is_half_call(sample: Mapping[str, str]) -> bool:
    return sample["GT"].count(".") == 1


def _count_kept(outcome: Outcome, columns: Sequence[int], wanted: Wanted, build: str) -> None:
    """What is counted over kept records: findings, and whether all calls are phased."""
    kept = [record for of_chromosome in outcome.kept.values() for record in of_chromosome]
    cells = [record.samples[column] for record in kept for column in columns]
    separators = {"|" if "|" in cell["GT"] else "/" for cell in cells if alleles(cell["GT"])}
    outcome.phased = separators == {"|"}
    counts = outcome.findings
    for record in kept:
        samples = [record.samples[column] for column in columns]
        outcome.note("VCF-HALF-CALLS", record.line, times=sum(map(is_half_call, samples)))
        outcome.note("VCF-LOWER-CASE", record.line, times=not (record.ref + record.alt).isupper())
        outcome.note("VCF-SITE-CALL-RATE", record.line, times=not _is_usable(record, columns))
    good_windows = 0
    for of_chromosome in outcome.kept.values():
        for in_window in _windows(of_chromosome, build).values():
            sites = [record for record in in_window if _is_usable(record, columns)]
            counts["VCF-CHUNK-SITES"] += len(sites) < 3
            calls = [sum(bool(alleles(site.samples[column]["GT"])) for site in sites) for column in columns]
            counts["VCF-CHUNK-CALL-RATE"] += 2 * min(calls) < len(sites) >= 3
            good_windows += 2 * min(calls) >= len(sites) >= 3
    counts["VCF-NO-CHUNK"] += bool(kept) and not good_windows
    counts["VCF-CHROM-SEVERAL"] += len(outcome.kept) if len(outcome.kept) > 1 else 0
    counts["VCF-PHASE-REMOVED"] += len(separators) > 1
    for key in wanted.format_keys[1:]:
        present = any(key in record.samples[0] for record in kept)
        counts["VCF-FIELD-ABSENT"] += not present
    counts["VCF-FIELD-UNREADABLE"] += sum(
        number(key, cell.get(key, ".")) is None for cell in cells for key in wanted.format_keys[1:]
    )
    if wanted.record_id == "rs":
        counts["VCF-ID-REMOVED"] += sum(record.id != wanted.kept_id(record.id) for record in kept)


def _is_usable(record: Record, columns: Sequence[int]) -> bool:
    """Whether enough samples are called for services to use the site."""
    return 10 * sum(bool(alleles(record.samples[column]["GT"])) for column in columns) >= 9 * len(columns)


def _windows(records: Sequence[Record], build: str) -> dict[tuple[str, int], list[Record]]:
    """By window; those of X lie in one of its three parts."""
    first, last = X_BOUNDS[build]
    windows: dict[tuple[str, int], list[Record]] = {}
    for record in records:
        part = ""
        if record.chromosome == "X":
            part = "before" if record.position < first else "behind" if record.position > last else "between"
        windows.setdefault((part, (record.position - 1) // WINDOW_BASES), []).append(record)
    return windows


@cache
def number(key: str, text: str) -> tuple[float, ...] | None:
    """The value as numbers; empty for missing, None where it is no number of its key's kind."""
    if not text.strip(".,"):
        return ()
    parts = text.split(",")
    count, shape = {"DS": (1, _DECIMAL), "GP": (3, _DECIMAL), "PL": (3, _WHOLE)}[key]
    if len(parts) != count or not all(map(shape.fullmatch, parts)):
        return None
    return tuple(float(part) for part in parts)
