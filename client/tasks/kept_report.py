"""What preparing one source of a submission found, as the outbox keeps it (encrypted), and read back for reports.

All of it is aggregates, codes and places. Sample names, call rates by sample and examples from the input are left out;
the few sites that results are compared with later are local and in no shared report.
"""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any, cast

from prep.contigs import Build
from prep.findings import Finding
from prep.results import ChromosomeSummary, FileSummary, PreparedOutput, PrepareReport

KEPT_SCHEMA = 4
_READ_SCHEMAS = (2, 3, 4)
"""3 does not count windows, nor does 2, which does not know who said the build either. 1 had counts only; of it only
the chromosomes of its outputs are read."""


def kept_report(report: PrepareReport) -> bytes:
    """The bytes that are kept."""
    summary = _plain(report.summary)
    for local in ("sample_missing", "kept_sample_ids"):
        del summary[local]
    value = {
        "schema": KEPT_SCHEMA,
        **report._asdict(),
        "summary": summary,
        "outputs": [output._asdict() for output in report.outputs],
        "findings": [finding.shareable() for finding in report.findings],
    }
    return json.dumps(value, default=_plain).encode()


def _plain(value: Any) -> dict[str, Any]:
    """One level of a dataclass: `asdict` would copy thousands of numbers one by one, for every file of a job."""
    return {entry.name: getattr(value, entry.name) for entry in fields(value)}


def kept_chromosomes(data: bytes) -> list[str]:
    """The chromosomes of the outputs, of either schema."""
    return [str(output["chromosome"]) for output in json.loads(data)["outputs"]]


def parse_kept_report(data: bytes) -> PrepareReport | None:
    """Read `kept_report` back; None for what an older version wrote, which is too little for a report."""
    value: dict[str, Any] = json.loads(data)
    if value.pop("schema") not in _READ_SCHEMAS:
        return None
    summary = value["summary"]
    chromosomes = tuple(_chromosome(item) for item in summary.pop("chromosomes"))
    build = cast("Build | None", summary.pop("build"))
    value["outputs"] = tuple(PreparedOutput(**output) for output in value["outputs"])
    value["findings"] = tuple(Finding(**{**finding, "examples": (), "in_files": ()}) for finding in value["findings"])
    summary["build_said_by"] = tuple(summary.get("build_said_by", ()))
    value["summary"] = FileSummary(**summary, build=build, chromosomes=chromosomes)
    return PrepareReport(**value)


def _chromosome(value: dict[str, Any]) -> ChromosomeSummary:
    """JSON has lists where the summary has tuples."""
    for name in ("call_rate_bins", "frequency_bins"):
        value[name] = tuple(value[name])
    for name in ("sites_per_window", "frequency_grid", "site_sample"):
        value[name] = tuple(tuple(row) for row in value[name])
    return ChromosomeSummary(**value)
