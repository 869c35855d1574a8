"""What the outbox keeps of a preparation reads back whole, also as the version before wrote it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from client.tasks.kept_report import kept_report, parse_kept_report
from tests.support.prep_files import Prepared, prepare_text, random_records, vcf

NAMES = ("Karen_Jespersen", "650250-6228", "MRN96821899")


@pytest.fixture
def prepared(tmp_path: Path) -> Prepared:
    return prepare_text(tmp_path, vcf(random_records(31, len(NAMES), 40), NAMES))


def test_a_kept_report_reads_back_without_names_and_examples(prepared: Prepared) -> None:
    data = kept_report(prepared.report)
    assert not any(name.encode() in data for name in NAMES)
    back = parse_kept_report(data)
    assert back is not None
    findings = tuple(finding.shareable() for finding in prepared.report.findings)
    summary = replace(prepared.report.summary, sample_missing=(), kept_sample_ids=())
    assert back == prepared.report._replace(findings=findings, summary=summary)


def test_one_of_the_version_before_reads_back_without_who_said_the_build(prepared: Prepared) -> None:
    value = json.loads(kept_report(prepared.report)) | {"schema": 2}
    del value["summary"]["build_said_by"]
    for finding in value["findings"]:
        del finding["in_files"]
    back = parse_kept_report(json.dumps(value).encode())
    assert back is not None
    assert (back.summary.build, back.summary.build_said_by) == (prepared.report.summary.build, ())
    assert parse_kept_report(json.dumps(value | {"schema": 1}).encode()) is None
