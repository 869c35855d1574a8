"""The shareable report as plain JSON data.

| key | holds |
|---|---|
| `schema` | 1 |
| `created` | RFC 3339, UTC |
| `client_version` | of the program; may be empty |
| `policy` | `name`, `version`, `title`, `digest` (SHA-256); `format` and `info` keys and kind of `id` that may leave |
| `service` | whose limits: `name`, `title` |
| `map` | `id`, number of `samples` |
| `recheck` | `passed`, in how many `files`, by which `rules` |
| `totals` | `files`, `samples`, `bytes`, `records_in`, `records_kept`, `dropped` by reason |
| `files` | one per output: its name (`output`), number of its `source`, `chromosome`, `contig` (as called inside), |
| | `sha256`, and `bytes` to `dropped` as in `totals`; `call_rate` and `minor_allele_frequency` of sites kept, in bins |
| | {`from`, `to`, `count`} of five or more, with `from` and without `to` but 1 and 0.5 (none under five samples); |
| | `site_list`: null, or how many `matches` of each kind, how many `ambiguous`, and `frequencies` in |
| | `frequency_bins` equal bins, numbered from 0: {`list`, `file`, `count`} of five or more |
| `sources` | one per input, by `number`, never its name: `container`, `version`, `build`, `build_said_by`, |
| | `producer`, `phased`, `records`, `bytes`, `left_out` (records of each chromosome that is not sent) |
| `findings` | `code`, `class`, `severity`, place (`where`), `count` (of people also “<5”, “>25”), `advice`, |
| | `server_text`; of several `sources`, the numbers of those that have it |
| `changes` | the same of what was changed or left out; what is more than taking away is in both |
| `removed` | what was taken away, by `class`: its `count` at least (of records' text a part is searched), or “<5”; |
| | and its `places` |
| `page_sha256` | of `report.html`; added by whoever writes both |
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from prep.findings import Finding, FindingBook
from prep.limits import ServiceLimits
from prep.policy import Policy
from prep.results import ChromosomeSummary, PreparedOutput, PrepareReport
from prep.tally import GRID_BINS

REPORT_SCHEMA = 1
LEAST_BIN = 5
_NAMES = "sample names"  # a place of findings
RECHECK_RULES = (
    "header is the generated one",
    "every line matches the closed grammar",
    "sample row is exactly the pseudonyms, each once",
    "no original sample name or part of one",
    "every BGZF block is canonical, one end block, nothing behind it",
    "records in = kept + dropped by reason",
    "every sample's allele counts are equal before and after",
    "every record's position and alleles, and how often each allele is seen, are the input's",
    "some records of every block are the input's in all: FILTER, phase, genotypes and numbers",
    "no position lies in a region that the policy leaves out",
)


class MapInfo(NamedTuple):
    """What a report says of the map."""

    map_id: str
    samples: int


def build_report(
    reports: Sequence[PrepareReport],
    map_info: MapInfo,
    policy: Policy,
    limits: ServiceLimits,
    *,
    created: str,
    client_version: str = "",
) -> dict[str, Any]:
    """The report of one job; `created` is the time as RFC 3339 text."""
    outputs = [output for report in reports for output in report.outputs]
    book = FindingBook()
    for report in reports:
        # All files of a job have the same samples: their names are counted once, as people.
        is_first = report is reports[0]
        book.extend(found.shareable() for found in report.findings if is_first or found.where != _NAMES)
    findings = book.findings()
    summaries = {summary.chromosome: summary for report in reports for summary in report.summary.chromosomes}
    return {
        "schema": REPORT_SCHEMA,
        "created": created,
        "client_version": client_version,
        "policy": _policy(policy),
        "service": {"name": limits.name, "title": limits.title},
        "map": {"id": map_info.map_id, "samples": map_info.samples},
        "recheck": {"passed": True, "files": len(outputs), "rules": list(RECHECK_RULES)},
        "totals": _totals(outputs, map_info.samples),
        "files": [
            _file(output, number, summaries[output.chromosome])
            for number, report in enumerate(reports, start=1)
            for output in report.outputs
        ],
        "sources": [_source(number, report) for number, report in enumerate(reports, start=1)],
        "findings": [shared_finding(found, map_info.samples) for found in findings if found.severity != "removed"],
        "changes": [shared_finding(found, map_info.samples) for found in findings if found.finding_class == "change"],
        "removed": _removed(findings, map_info.samples),
    }


def _policy(policy: Policy) -> dict[str, Any]:
    return {
        "name": policy.name,
        "version": policy.version,
        "title": policy.title,
        "digest": policy.digest,
        "format": list(policy.format_keys),
        "info": list(policy.info_keys),
        "id": policy.record_id,
    }


def shared_finding(finding: Finding, samples: int) -> dict[str, Any]:
    """A finding without examples; counts of samples are not told where they are of few, or leave few out."""
    return {
        "code": finding.code,
        "class": finding.finding_class,
        "severity": finding.severity,
        "where": finding.where,
        "count": shared_count(finding.count, samples) if "sample" in finding.where else finding.count,
        "advice": finding.advice,
        "server_text": finding.server_text,
    } | ({"sources": [entry.file for entry in finding.in_files]} if finding.in_files else {})


def shared_count(count: int, samples: int | None = None) -> int | str:
    """A count, told only roughly where it or, of people, what it lacks of all `samples` is below five.

    Who takes 29 samples from 30 names knows that one person withdrew consent: then both are more than 24.
    """
    if 0 < count < LEAST_BIN:
        return f"<{LEAST_BIN}"
    if samples is not None and 0 < abs(count - samples) < LEAST_BIN:
        return f">{max(samples - LEAST_BIN, 0)}"
    return count


def merge_bins(counts: Sequence[int], width: float) -> list[dict[str, float | int]]:
    """A histogram whose bins hold five or more each: smaller ones are joined with their neighbours.

    `counts[i]` counts values from `i * width`; the last bin of the input holds the upper bound itself.
    Bins that hold nothing stay as gaps; a rest below five is joined to the bin before it.
    """
    merged: list[dict[str, float | int]] = []
    start: int | None = None
    held = 0
    for index, count in enumerate(counts):
        if held == 0 and count == 0:
            continue
        start = index if start is None else start
        held += count
        if held >= LEAST_BIN:
            merged.append({"from": _bound(width, start), "to": _bound(width, index + 1), "count": held})
            start, held = None, 0
    if held and merged:
        merged[-1]["to"] = _bound(width, len(counts))
        merged[-1]["count"] += held
    return merged


def _bound(width: float, index: int) -> float:
    return round(width * index, 4)


def _totals(outputs: Sequence[PreparedOutput], samples: int) -> dict[str, Any]:
    dropped: dict[str, int] = {}
    for output in outputs:
        for reason, count in output.dropped.items():
            dropped[reason] = dropped.get(reason, 0) + count
    return {
        "files": len(outputs),
        "samples": samples,
        "bytes": sum(output.bytes for output in outputs),
        "records_in": sum(output.records_in for output in outputs),
        "records_kept": sum(output.records_kept for output in outputs),
        "dropped": dict(sorted(dropped.items())),
    }


def _file(output: PreparedOutput, source: int, summary: ChromosomeSummary) -> dict[str, Any]:
    # Of a few people a distribution is nearly one person's own: of one it says how much of them is heterozygous.
    is_of_many = output.samples >= LEAST_BIN
    return {
        "output": output.file_name,
        "source": source,
        "chromosome": output.chromosome,
        "contig": output.contig,
        "sha256": output.sha256,
        "bytes": output.bytes,
        "samples": output.samples,
        "records_in": output.records_in,
        "records_kept": output.records_kept,
        "dropped": dict(sorted(output.dropped.items())),
        "call_rate": merge_bins(_with_upper_bound(summary.call_rate_bins), 0.02) if is_of_many else [],
        "site_list": _site_list(summary, is_of_many=is_of_many),
        "minor_allele_frequency": merge_bins(_with_upper_bound(summary.frequency_bins), 0.01) if is_of_many else [],
    }


def _site_list(summary: ChromosomeSummary, *, is_of_many: bool) -> dict[str, Any] | None:
    """How the records compare with the site list; pairs of frequencies only where five or more sites share them, of
    five samples or more."""
    if not summary.list_matches:
        return None
    cells = [
        {"list": listed, "file": here, "count": count}
        for listed, row in enumerate(summary.frequency_grid)
        for here, count in enumerate(row)
        if is_of_many and count >= LEAST_BIN
    ]
    return {
        "matches": dict(sorted(summary.list_matches.items())),
        "ambiguous": summary.ambiguous,
        "frequency_bins": GRID_BINS,
        "frequencies": cells,
    }


def _with_upper_bound(counts: Sequence[int]) -> list[int]:
    """The tally's last entry counts values at the upper bound; they belong to the bin below it."""
    return [*counts[:-2], counts[-2] + counts[-1]]


def _source(number: int, report: PrepareReport) -> dict[str, Any]:
    summary = report.summary
    return {
        "number": number,
        "container": summary.container,
        "version": summary.version,
        "build": summary.build,
        "build_said_by": list(summary.build_said_by),
        "producer": summary.producer,
        "phased": summary.phased,
        "records": summary.records,
        "bytes": summary.source_bytes,
        "left_out": dict(sorted(summary.left_out.items())),
    }


def _removed(findings: Sequence[Finding], samples: int) -> list[dict[str, Any]]:
    """Identifying text by class: how often, and at which kinds of places."""
    counts: dict[str, int] = {}
    places: dict[str, list[str]] = {}
    for finding in findings:
        if finding.severity == "removed" and finding.finding_class not in ("change", "check"):
            counts[finding.finding_class] = counts.get(finding.finding_class, 0) + finding.count
            places.setdefault(finding.finding_class, []).append(finding.where)
    return [
        {
            "class": name,
            # Found among the names alone, it is a count of people.
            "count": shared_count(count, samples if set(places[name]) == {_NAMES} else None),
            "places": sorted(set(places[name])),
        }
        for name, count in sorted(counts.items())
    ]
