"""Checks before upload: of headers, of the files of a job together, and of what was counted on each chromosome."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from prep.check_findings import finding, iter_drop_findings
from prep.contigs import (
    Build,
    builds_of_lengths,
    chromosome_label,
    is_other_assembly,
    is_valid_name,
    names_other_reference,
)
from prep.findings import Finding
from prep.header import SourceHeader
from prep.limits import ServiceLimits
from prep.policy import Policy
from prep.results import FileSummary
from prep.tally import ChromosomeTally, WindowTally

_ALL_FILES = "all files"
_LEFT_OUT = "The service takes the job where another file has a window that passes, and leaves this one out."
_OF_ONE_FILE = {
    "VCF-NO-CHUNK": _LEFT_OUT,
    "VCF-LIST-OVERLAP": _LEFT_OUT,
    "VCF-WINDOW-SITES": "The average of all files counts.",
}
"""What refuses a whole job, and what it means for one file of several."""


def check_header(
    header: SourceHeader, policy: Policy | None, limits: ServiceLimits, leave_out: Collection[str] = ()
) -> Iterator[Finding]:
    """What a header alone shows. Limits of how many samples are of those that are not left out."""
    names = header.sample_ids
    staying = sum(name not in leave_out for name in names)
    if not names:
        yield finding("VCF-NO-SAMPLES")
    if "" in names:
        yield finding("VCF-SAMPLE-EMPTY", names.count(""), column=10 + names.index(""))
    doubles = _duplicates(names)
    if doubles:
        first = min(names.index(name, names.index(name) + 1) for name in doubles)
        yield finding("VCF-SAMPLES-DUPLICATE", len(doubles), column=10 + first, examples=doubles[:5])
    if staying and limits.fewest_samples and staying < limits.fewest_samples:
        said = f"At least {limits.fewest_samples} samples must be uploaded."
        yield replace(finding("VCF-SAMPLES-FEW", staying), server_text=said)
    most = [limit for limit in (limits.most_samples, policy.largest_samples if policy else 0) if limit]
    if most and staying > min(most):
        yield finding("VCF-SAMPLES-MANY", staying)
    if header.version not in ("4.1", "4.2"):
        yield finding("VCF-VERSION")
    if not header.is_utf8:
        yield finding("VCF-ENCODING")
    if header.has_mark:
        yield finding("VCF-BYTE-ORDER-MARK")


def check_build(header: SourceHeader, build: Build | None) -> Iterator[Finding]:
    """Whether the build is known and the header does not contradict it."""
    is_other = header.build is None and (is_other_assembly(header.contigs) or names_other_reference(header.meta_lines))
    if is_other:
        yield finding("VCF-BUILD-OTHER")
    elif build is None and header.build is None:
        says_both = len(builds_of_lengths(header.contigs)) > 1
        yield finding("VCF-BUILD-BOTH" if says_both else "VCF-BUILD-UNKNOWN")
    if build is not None and header.build is not None and build != header.build:
        yield finding("VCF-BUILD-MISMATCH")


def check_names(contig_names: Sequence[str], build: Build | None) -> Iterator[Finding]:
    """Spellings that a service would refuse; they never leave."""
    for name in contig_names:
        if build is not None and chromosome_label(name) is not None and not is_valid_name(name, build):
            yield finding("VCF-CHROM-NAME", examples=(name,))


def check_job(
    samples_by_file: Sequence[Sequence[str] | None], builds_by_file: Sequence[Build | None]
) -> tuple[Finding, ...]:
    """Findings between the files of one job, from their headers: the same samples in the same order, one build.

    None are the samples of a file that cannot be read, and the build of a header that does not say it.
    """
    return (*_check_job_builds(builds_by_file), *_check_job_samples(samples_by_file))


def _check_job_builds(builds: Sequence[Build | None]) -> Iterator[Finding]:
    known = [(number, build) for number, build in enumerate(builds, 1) if build is not None]
    for number, build in known[1:]:
        first, first_build = known[0]
        if build != first_build:
            yield finding("VCF-BUILDS-DIFFER", where=f"file {number}, header ##contig").between(first, number)


def _check_job_samples(samples: Sequence[Sequence[str] | None]) -> Iterator[Finding]:
    known = [(number, names) for number, names in enumerate(samples, 1) if names is not None]
    for number, names in known[1:]:
        first, first_names = known[0]
        if names == first_names:
            continue
        code = "VCF-SAMPLES-ORDER" if sorted(names) == sorted(first_names) else "VCF-SAMPLES-DIFFER"
        alone = _in_one_alone(names, first_names)
        yield finding(code, where=f"file {number}, samples", examples=alone[:5]).between(first, number)


def _in_one_alone(names: Sequence[str], others: Sequence[str]) -> list[str]:
    """Names that only the first has, else those that only the second has."""
    known, known_others = set(names), set(others)
    return [name for name in names if name not in known_others] or [name for name in others if name not in known]


def check_chromosomes(chromosomes_by_file: Sequence[Sequence[str]]) -> tuple[Finding, ...]:
    """No chromosome in two files of a job; each file's list holds its outputs' chromosomes, none where it has none."""
    holders: dict[str, list[int]] = {}
    for number, chromosomes in enumerate(chromosomes_by_file, 1):
        for name in chromosomes:
            holders.setdefault(name, []).append(number)
    return tuple(
        finding("VCF-CHROM-TWICE", where=f"chromosome {name}").between(*numbers)
        for name, numbers in holders.items()
        if len(numbers) > 1
    )


def check_counts(
    findings_by_file: Sequence[Iterable[Finding]],
    summaries: Iterable[FileSummary],
    *,
    most_strand_flips: int,
    most_window_sites: int,
) -> tuple[Finding, ...]:
    """What services count over all files of a job, to refuse them together: windows, strand flips, sites per window.

    Each of several files was prepared or inspected as one of them (`is_whole_job` False); what sends nothing is not
    among them. A limit of 0 is none.
    """
    counts = [Counter({entry.code: entry.count for entry in found}) for found in findings_by_file]
    return (
        *_check_job_windows(counts),
        *_check_job_flips(counts, most_strand_flips),
        *_check_job_window_sites(summaries, most_window_sites),
    )


def _check_job_windows(counts: Sequence[Counter[str]]) -> Iterator[Finding]:
    """Services refuse where no window of any file passes."""
    if counts and all(count["VCF-LIST-OVERLAP"] for count in counts):
        yield finding("VCF-LIST-OVERLAP", sum(count["VCF-LIST-OVERLAP"] for count in counts), where=_ALL_FILES)
    elif counts and all(count["VCF-LIST-OVERLAP"] or count["VCF-NO-CHUNK"] for count in counts):
        yield finding("VCF-NO-CHUNK", where=_ALL_FILES)


def _check_job_flips(counts: Sequence[Counter[str]], most: int) -> Iterator[Finding]:
    if any(count["VCF-STRAND-FLIPS"] for count in counts):
        return  # one file has too many by itself, and is stopped
    if most and (flips := sum(count["VCF-STRAND-FLIPS-FEW"] for count in counts)) > most:
        yield finding("VCF-STRAND-FLIPS", flips, where=_ALL_FILES)


def _check_job_window_sites(summaries: Iterable[FileSummary], most: int) -> Iterator[Finding]:
    chosen = [summary for summary in summaries if summary.site_windows]
    sites = sum(chromosome.records_kept for summary in chosen for chromosome in summary.chromosomes)
    if most and sites > most * sum(summary.site_windows for summary in chosen):
        yield finding("VCF-WINDOW-SITES", where=_ALL_FILES)


def _duplicates(names: Sequence[str]) -> list[str]:
    seen: set[str] = set()
    doubles: dict[str, None] = {}
    for name in names:
        if name in seen:
            doubles[name] = None
        seen.add(name)
    return list(doubles)


def _half_calls(tally: ChromosomeTally, limits: ServiceLimits) -> int:
    return tally.half_calls


def _half_calls_on_x(tally: ChromosomeTally, limits: ServiceLimits) -> int:
    return int((2 * tally.half_at_haploid > tally.haploid_places).sum())


def _lower_case(tally: ChromosomeTally, limits: ServiceLimits) -> int:
    return tally.lower_case


def _low_site_call_rate(tally: ChromosomeTally, limits: ServiceLimits) -> int:
    return tally.low_call_sites


def _strand_flips(list_matches: Mapping[str, int]) -> int:
    """Records on the other strand, by the counts of one chromosome."""
    return list_matches.get("flip", 0) + list_matches.get("flip-and-switch", 0)


def _switches(tally: ChromosomeTally, limits: ServiceLimits) -> int:
    return tally.list_matches.get("switch", 0)


def _other_alleles(tally: ChromosomeTally, limits: ServiceLimits) -> int:
    return tally.list_matches.get("other-alleles", 0)


def _ambiguous(tally: ChromosomeTally, limits: ServiceLimits) -> int:
    return tally.ambiguous


def _far_frequencies(tally: ChromosomeTally, limits: ServiceLimits) -> int:
    return tally.far_frequencies


# Code, and how many times it is found on a chromosome.
CHROMOSOME_CHECKS: tuple[tuple[str, Callable[[ChromosomeTally, ServiceLimits], int]], ...] = (
    ("VCF-HALF-CALLS", _half_calls),
    ("VCF-X-HALF-CALLS", _half_calls_on_x),
    ("VCF-LOWER-CASE", _lower_case),
    ("VCF-SITE-CALL-RATE", _low_site_call_rate),
    ("VCF-LIST-SWITCHES", _switches),
    ("VCF-LIST-ALLELES", _other_alleles),
    ("VCF-LIST-AMBIGUOUS", _ambiguous),
    ("VCF-LIST-FREQUENCY", _far_frequencies),
)


def check_chromosome(tally: ChromosomeTally, limits: ServiceLimits) -> Iterator[Finding]:
    """All findings over one chromosome's counts."""
    yield from iter_drop_findings(tally.dropped)
    for code, count_of in CHROMOSOME_CHECKS:
        if count := count_of(tally, limits):
            yield finding(code, count)


def check_file(tallies: Collection[ChromosomeTally], limits: ServiceLimits, *, is_whole_job: bool) -> Iterator[Finding]:
    """What services count over all chromosomes together, to refuse them together.

    Where the file is one of several of a job, what only the whole job can be refused for is a warning
    (`check_counts` looks at all of them).
    """
    for found in (*_check_windows(tallies, limits), *_check_window_sites(tallies, limits)):
        if is_whole_job or not found.blocks():
            yield found
        else:
            advice = f"{found.advice} {_OF_ONE_FILE[found.code]}"
            yield replace(found, severity="warn", server_text=None, advice=advice)
    yield from _check_share_on_list(tallies)
    flips = sum(_strand_flips(tally.list_matches) for tally in tallies)
    if flips:
        is_many = limits.most_strand_flips and flips > limits.most_strand_flips
        yield finding("VCF-STRAND-FLIPS" if is_many else "VCF-STRAND-FLIPS-FEW", flips)


def _check_windows(tallies: Collection[ChromosomeTally], limits: ServiceLimits) -> Iterator[Finding]:
    """Services leave out windows that do not pass, and refuse where that is all of them."""
    windows = [window for tally in tallies for window in tally.windows.values()]
    left_out = Counter(filter(None, (_why_left_out(window, limits) for window in windows)))
    if windows and left_out["VCF-CHUNK-OVERLAP"] == len(windows):
        yield finding("VCF-LIST-OVERLAP", sum(window.sites - window.listed for window in windows))
        return
    for code, count in left_out.items():
        yield finding(code, count)
    if windows and limits.refuses_without_chunks and left_out.total() == len(windows):
        yield finding("VCF-NO-CHUNK")


def _why_left_out(window: WindowTally, limits: ServiceLimits) -> str | None:
    """Why services leave the window out, in the order in which they look; None where they impute it."""
    if window.listed < limits.least_reference_overlap * window.sites:
        return "VCF-CHUNK-OVERLAP"
    if window.usable < limits.fewest_chunk_sites:
        return "VCF-CHUNK-SITES"
    if (window.usable - window.usable_missing < limits.least_chunk_call_rate * window.usable).any():
        return "VCF-CHUNK-CALL-RATE"
    return None


def _check_share_on_list(tallies: Collection[ChromosomeTally]) -> Iterator[Finding]:
    """Whether most sites stay here because they are not on the list: so with a genome and the sites of an array, and so
    with a list of another build."""
    matches = sum((Counter(tally.list_matches) for tally in tallies), Counter[str]())
    kept = sum(window.sites - window.listed for tally in tallies for window in tally.windows.values())
    if 2 * (absent := matches["absent"] - kept) > matches.total():
        yield finding("VCF-LIST-FEW", absent)


def _check_window_sites(tallies: Collection[ChromosomeTally], limits: ServiceLimits) -> Iterator[Finding]:
    """The limit is one of the average: dense windows are fine beside others."""
    counts = [count for tally in tallies for count in tally.site_windows.values()]
    if limits.most_window_sites and sum(counts) > limits.most_window_sites * len(counts):
        yield finding("VCF-WINDOW-SITES")
