"""What `prepare` and `inspect` share: running over a file once and adding up what its blocks found."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

import numpy as np

from prep import checks, leakscan
from prep.beside import index_texts
from prep.block import BlockResult
from prep.check_findings import finding
from prep.contigs import HAPLOID_CHROMOSOMES, Build, BuildSource, contig_of
from prep.errors import RulesFileError
from prep.fields import NUMBER_FIELDS
from prep.findings import Finding, FindingBook
from prep.first_look import merge_ploidy, one_allele_samples
from prep.header import SourceHeader, is_gvcf, text_format_keys
from prep.header_scan import scan_header
from prep.known_sites import decide
from prep.leakscan import NameFinder
from prep.limits import ServiceLimits
from prep.policy import Policy
from prep.results import ChromosomeSummary, FileSummary, HeaderMark
from prep.rules import BlockRules, BoolArray, IntArray
from prep.site_list import SiteList
from prep.sites import XY
from prep.source import Source
from prep.tally import ChromosomeTally
from prep.variant_ids import digits_of_names

_BUILD_QUESTIONS = frozenset(("VCF-BUILD-UNKNOWN", "VCF-BUILD-BOTH"))
_LEFT_OUT_CODES = {XY: "VCF-XY-LEFT-OUT", "other": "VCF-CONTIGS-LEFT-OUT"}


@dataclass(eq=False, repr=False)
class FileFacts:
    """Everything a pass learned, block by block."""

    samples: int
    book: FindingBook = field(default_factory=FindingBook)
    tallies: dict[str, ChromosomeTally] = field(default_factory=dict)
    first_lines: dict[str, int] = field(default_factory=dict)  # by code of finding
    left_out: dict[str, int] = field(default_factory=dict)
    spellings: dict[str, None] = field(default_factory=dict)  # of chromosomes' names, in the order of the file
    number_fields: set[str] = field(default_factory=set)  # of those that a policy can send, the ones seen in FORMAT
    has_odd_keys: bool = False
    unread_lines: int = 0
    chromosomes: list[str] = field(default_factory=list)
    saw_phased: bool = False
    saw_unphased: bool = False
    saw_phase_set: bool = False
    saw_haploid: BoolArray | None = None
    saw_diploid: BoolArray | None = None
    half_seen: IntArray | None = None
    full_seen: BoolArray | None = None
    is_contradiction: bool = False

    def add(self, result: BlockResult, line: int, position_before: tuple[str | None, int]) -> None:
        """Add a block whose first line has the file's line number `line` + 1."""
        for label, tally in result.tallies.items():
            if label in self.tallies:
                self.tallies[label].add(tally)
            else:
                self.tallies[label] = tally
        for code, first in result.first_lines.items():
            self.first_lines.setdefault(code, line + first + 1)
        for label, count in result.left_out.items():
            self.left_out[label] = self.left_out.get(label, 0) + count
        self.spellings |= dict.fromkeys(result.spellings)
        keys = [text_format.decode("utf-8", "replace").split(":") for text_format in result.formats]
        self.number_fields |= NUMBER_FIELDS.keys() & set(chain.from_iterable(keys))
        self.has_odd_keys |= any(map(_are_odd, keys))
        self.saw_phased |= result.saw_phased
        self.saw_unphased |= result.saw_unphased
        self.saw_phase_set |= result.saw_phase_set
        self.saw_haploid = merge_ploidy(self.saw_haploid, result.saw_haploid)
        self.saw_diploid = merge_ploidy(self.saw_diploid, result.saw_diploid)
        if result.half_seen is not None:
            self.half_seen = result.half_seen if self.half_seen is None else self.half_seen + result.half_seen
        self.full_seen = merge_ploidy(self.full_seen, result.full_seen)
        self.is_contradiction |= result.is_contradiction
        self.book.extend(result.leaks)
        self._add_problems(result, line)
        self._add_order(result, line, position_before)

    @property
    def records(self) -> int:
        return sum(tally.records_in for tally in self.tallies.values()) + sum(self.left_out.values())

    def likely_build(self) -> Build | None:
        """The build whose places well-known variants of the file are at, if they agree."""
        votes: dict[str, int] = {}
        for tally in self.tallies.values():
            for build, count in tally.build_votes.items():
                votes[build] = votes.get(build, 0) + count
        return decide(votes)

    @property
    def is_phased(self) -> bool:
        """Whether the kept genotypes are phased along the chromosome."""
        return self.saw_phased and not self.saw_unphased and not self.saw_phase_set

    def one_allele(self, policy: Policy) -> BoolArray | None:
        """Samples that write the one allele they have on X as a half call, where the policy reads it so."""
        return one_allele_samples(policy, self.half_seen, self.full_seen)

    def mixed_ploidy(self) -> dict[str, int]:
        """By chromosome, how many samples have one allele at some places and two at others where one is normal."""
        if self.saw_haploid is None or self.saw_diploid is None:
            return {}
        mixed = (self.saw_haploid & self.saw_diploid).sum(axis=1).tolist()
        return {label: count for label, count in zip(HAPLOID_CHROMOSOMES, mixed, strict=True) if count}

    def _add_problems(self, result: BlockResult, line: int) -> None:
        seen: dict[str, int] = {}
        self.unread_lines += result.problem_counts.get("VCF-COLUMNS", 0)
        for problem in result.problems:
            seen[problem.code] = seen.get(problem.code, 0) + 1
            self.book.add(
                finding(
                    problem.code,
                    line=line + problem.line + 1,
                    column=problem.column,
                    examples=(problem.example,) if problem.example else (),
                )
            )
        for code, count in result.problem_counts.items():
            if count > seen.get(code, 0):
                self.book.add(finding(code, count - seen.get(code, 0)))

    def _add_order(self, result: BlockResult, line: int, position_before: tuple[str | None, int]) -> None:
        span = result.span
        chromosome, position = position_before
        if span.first_chromosome == chromosome and span.first_position < position:
            self.book.add(finding("VCF-UNSORTED", line=line + span.first_line + 1, column=2))
        for label, first_line in span.runs:
            if label == chromosome:
                continue
            if label in self.chromosomes:
                self.book.add(finding("VCF-CHROM-SCATTERED", line=line + first_line + 1, column=1))
            else:
                self.chromosomes.append(label)
            chromosome = label


def _are_odd(keys: list[str]) -> bool:
    """Whether a FORMAT's keys are such as other programs stop at; a point alone says that it has none."""
    return len(set(keys)) < len(keys) or (len(keys) > 1 and not {".", ""}.isdisjoint(keys)) or keys == [""]


def base_rules(
    header: SourceHeader,
    policy: Policy,
    limits: ServiceLimits,
    build: Build | None,
    selected: IntArray,
    order: IntArray,
    names: NameFinder,
    site_list: SiteList | None,
    scan_bytes: int,
) -> BlockRules:
    """The plan without assumptions. Without a known build positions are checked against the longer of the two.

    Raises RulesFileError when the policy needs a site list and there is none.
    """
    if policy.sites == "list" and site_list is None:
        raise RulesFileError(kind="site-list", line=0)
    contigs = tuple(contig_of(name, build or "hg19") for name in policy.chromosomes)
    if build is None:
        contigs = tuple(
            contig._replace(length=max(contig.length, contig_of(contig.chromosome, "hg38").length))
            for contig in contigs
        )
    return BlockRules(
        sample_count=len(header.sample_ids),
        selected=selected,
        column_order=order,
        contigs=contigs,
        format_keys=policy.format_keys,
        info_keys=policy.info_keys,
        record_id=policy.record_id,
        digits_of_names=digits_of_names(header.sample_ids) if policy.record_id == "rs" else frozenset(),
        regions_left_out=policy.regions_left_out,
        window_bases=limits.chunk_bases or 20_000_000,
        site_window_bases=limits.site_window_bases,
        vote_on_build=header.build is None,
        site_list=site_list,
        listed_only=policy.sites == "list",
        least_site_call_rate=limits.least_site_call_rate,
        scan_bytes=scan_bytes,
        names=names,
        text_keys=frozenset(key.encode("utf-8") for key in text_format_keys(header.meta_lines)),
    )


def describe(source: Source, file_name: str, names: NameFinder) -> tuple[list[Finding], list[HeaderMark]]:
    """What identifies people in the names and the header of a source, and where in the header."""
    header = source.header
    gzip_name = source.gzip_name.decode("latin-1") if source.gzip_name else None
    in_header, marks = scan_header(header, names)
    found = [*leakscan.scan_sample_names(header.sample_ids), *in_header]
    found += leakscan.scan_file_names(file_name, gzip_name, names)
    found += leakscan.scan_texts("gzip header", [text.decode("utf-8", "replace") for text in source.gzip_texts], names)
    found += leakscan.scan_texts("index", index_texts(source.place.path), names)
    return found, marks


def check_build(facts: FileFacts, header: SourceHeader, build: Build | None) -> Iterator[Finding]:
    """What is wrong with the build, once the records are read: nobody is asked for that of a file without a record on
    any chromosome that is sent (a bacterium's, or scaffolds), for which neither answer is right."""
    is_all_left_out = bool(facts.left_out) and not facts.tallies and not facts.unread_lines
    for found in checks.check_build(header, build):
        if not (is_all_left_out and found.code in _BUILD_QUESTIONS):
            yield found


def conclude(
    facts: FileFacts,
    header: SourceHeader,
    policy: Policy,
    limits: ServiceLimits,
    build: Build | None,
    *,
    is_whole_job: bool,
) -> None:
    """Findings over the whole file, once everything is counted."""
    book = facts.book
    if (likely := facts.likely_build()) is not None:
        book.add(finding(f"VCF-BUILD-FITS-{likely.upper()}"))
        if build is not None and likely != build:
            book.add(finding("VCF-BUILD-DOUBTFUL"))
    if not facts.records and not facts.unread_lines:
        book.add(finding("VCF-NO-RECORDS"))
    for label, count in facts.left_out.items():
        if label in _LEFT_OUT_CODES:
            book.add(finding(_LEFT_OUT_CODES[label], count))
        else:
            book.add(finding("VCF-CHROM-LEFT-OUT", count, where=f"chromosome {label}"))
    book.extend(checks.check_names(tuple(facts.spellings), build))
    if len(facts.tallies) > 1:
        book.add(finding("VCF-CHROM-SEVERAL", len(facts.tallies)))
    for tally in facts.tallies.values():
        counted = checks.check_chromosome(tally, limits)
        book.extend(replace(found, line=facts.first_lines.get(found.code)) for found in counted)
    book.extend(checks.check_file(facts.tallies.values(), limits, is_whole_job=is_whole_job))
    empty = {
        label: tally for label, tally in facts.tallies.items() if not tally.kept and "problem" not in tally.dropped
    }
    if empty and not facts.unread_lines:
        if len(empty) == len(facts.tallies):
            book.add(finding("VCF-NOTHING-KEPT"))  # whatever else stops it: putting that right would be in vain
        else:
            for label, tally in empty.items():
                book.add(finding("VCF-CHROM-EMPTY", tally.records_in, where=f"chromosome {label}"))
    if is_gvcf(header.meta_lines) and _are_mostly_symbolic(facts):
        book.add(finding("VCF-GVCF"))
    if facts.records and header.sample_ids:  # without samples there is no FORMAT of which to speak
        for key in policy.format_keys:
            if key in NUMBER_FIELDS and key not in facts.number_fields:
                book.add(finding("VCF-FIELD-ABSENT", where=f"FORMAT/{key}"))
        if facts.has_odd_keys:
            book.add(finding("VCF-FORMAT-KEYS"))
    if facts.saw_phased and not facts.is_phased:
        book.add(finding("VCF-PHASE-REMOVED"))
    if (one_allele := facts.one_allele(policy)) is not None:
        for label, count in zip(HAPLOID_CHROMOSOMES, one_allele.sum(axis=1).tolist(), strict=True):
            if count:
                book.add(finding("VCF-X-ONE-ALLELE", count, where=f"samples on {label}"))
    for label, count in facts.mixed_ploidy().items():
        found = finding("VCF-X-PLOIDY", count, where=f"chromosome {label}")
        book.add(found if label == "X" else replace(found, server_text=None))  # services say nothing of the others


def _are_mostly_symbolic(facts: FileFacts) -> bool:
    """Whether most records are left out for an allele that is no sequence: then what one of a few says matters."""
    return 2 * sum(tally.dropped.get("symbolic", 0) for tally in facts.tallies.values()) > facts.records


def summarise(
    source: Source, facts: FileFacts, build: Build | None, given: Build | None, leave_out: Collection[str] = ()
) -> FileSummary:
    """Aggregates of the file for reports; `given` is the build that a person said, if any."""
    said: dict[BuildSource, Build | None] = {
        "header": source.header.build,
        "person": given,
        "variants": facts.likely_build(),
    }
    missing = np.zeros(facts.samples, np.int64)
    for tally in facts.tallies.values():
        missing += tally.missing_per_sample()
    return FileSummary(
        container=source.container,
        version=source.header.version,
        producer=source.header.producer,
        build=build,
        samples=len(source.header.sample_ids),
        records=facts.records,
        phased=facts.is_phased,
        source_bytes=source.size_bytes,
        left_out=dict(facts.left_out),
        chromosomes=tuple(_summary(tally) for tally in facts.tallies.values()),
        sample_missing=tuple(missing.tolist()),
        kept_sample_ids=tuple(name for name in source.header.sample_ids if name not in leave_out),
        build_said_by=tuple(who for who, says in said.items() if build is not None and says == build),
        site_windows=sum(len(tally.site_windows) for tally in facts.tallies.values()),
    )


def _summary(tally: ChromosomeTally) -> ChromosomeSummary:
    return ChromosomeSummary(
        chromosome=tally.chromosome,
        records_in=tally.records_in,
        records_kept=tally.kept,
        dropped=dict(tally.dropped),
        half_calls=tally.half_calls,
        lower_case=tally.lower_case,
        low_call_sites=tally.low_call_sites,
        call_rate_bins=tuple(tally.call_rate_bins.tolist()),
        frequency_bins=tuple(tally.frequency_bins.tolist()),
        list_matches=dict(tally.list_matches),
        ambiguous=tally.ambiguous,
        frequency_grid=tuple(tuple(row) for row in tally.frequency_grid.tolist()) if tally.list_matches else (),
        site_sample=tally.site_sample.to_pairs(),
        sites_per_window=tuple((number, window.sites) for number, window in sorted(tally.windows.items())),
    )
