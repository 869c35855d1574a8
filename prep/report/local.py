"""What only the researcher's own report shows: examples from the input, places, call rates by sample."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from prep.findings import Finding, FindingBook
from prep.results import PrepareReport

_MOST_SAMPLES = 200


class SampleCallRate(NamedTuple):
    """A sample by its original name, and the share of kept records in which it has a call."""

    sample_id: str
    call_rate: float


class LocalDetails(NamedTuple):
    """`worst_samples` are samples without all their calls, the lowest call rate first; `files` the names of files."""

    findings: tuple[Finding, ...]
    worst_samples: tuple[SampleCallRate, ...]
    files: tuple[str, ...] = ()


def build_local_details(reports: Sequence[PrepareReport], files: Sequence[str] = ()) -> LocalDetails:
    """Examples and per-sample call rates over all files of the job, which are called `files`."""
    book = FindingBook()
    missing: dict[str, int] = {}
    kept = 0
    for report in reports:
        book.extend(report.findings)
        kept += sum(summary.records_kept for summary in report.summary.chromosomes)
        staying = zip(report.summary.kept_sample_ids, report.summary.sample_missing, strict=True)
        for sample_id, count in staying:
            missing[sample_id] = missing.get(sample_id, 0) + count
    rates = sorted(
        (SampleCallRate(sample_id, 1 - count / kept) for sample_id, count in missing.items() if count),
        key=lambda rate: (rate.call_rate, rate.sample_id),
    )
    return LocalDetails(book.findings(), tuple(rates[:_MOST_SAMPLES]), tuple(files))
