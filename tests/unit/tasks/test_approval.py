"""A second person's approval: bound to report, files, policy and map, and never the sender's own."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from client.model.errors import ClientError
from client.tasks.approval import load_approval, read_report, require_approval, require_other_person
from client.tasks.approval_errors import (
    ApprovalNeededError,
    ApprovalOtherError,
    ApprovalOwnError,
    ApprovalUnreadableError,
    ReportFilesError,
    ReportUnreadableError,
)
from tests.support.prep_files import policy

PREPARED = b"prepared bytes"
REPORT = {
    "policy": {"name": "imputation", "digest": "a" * 64},
    "map": {"id": "0123456789abcdef"},
    "totals": {"samples": 3, "records_in": 9, "records_kept": 8},
    "removed": [{"class": "sample-name"}],
    "files": [{"chromosome": "20", "output": "chr20.vcf.gz", "sha256": hashlib.sha256(PREPARED).hexdigest()}],
}
APPROVAL = {
    "schema": 1,
    "kind": "genoseal-approval",
    "approver_id": "second-2",
    "approved_at": "2026-01-02T03:04:05Z",
    "report_sha256": "b" * 64,
    "policy_digest": policy().digest,
    "map_id": "0123456789abcdef",
    "prepared": {"20": "c" * 64},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report.json").write_text(json.dumps(REPORT))
    (tmp_path / "chr20.vcf.gz").write_bytes(PREPARED)
    (tmp_path / "approval.json").write_text(json.dumps(APPROVAL))
    return tmp_path


@pytest.mark.parametrize("named", ["", "report.json"])
def test_a_report_is_read_with_the_files_beside_it(folder: Path, named: str) -> None:
    reported = read_report(folder / named)
    assert reported.report_sha256 == hashlib.sha256((folder / "report.json").read_bytes()).hexdigest()
    assert dict(reported.prepared) == {"20": hashlib.sha256(PREPARED).hexdigest()}


def test_a_changed_or_missing_file_beside_the_report_is_refused(folder: Path) -> None:
    (folder / "chr20.vcf.gz").write_bytes(PREPARED + b"x")
    with pytest.raises(ReportFilesError):
        read_report(folder)
    (folder / "chr20.vcf.gz").unlink()
    with pytest.raises(ReportFilesError):
        read_report(folder)


@pytest.mark.parametrize("chromosome", ["../20", "/etc/passwd", "", "chr20", "20.vcf.gz/.."])
def test_a_report_never_leads_to_another_folder(folder: Path, chromosome: str) -> None:
    files = [REPORT["files"][0] | {"chromosome": chromosome}]  # type: ignore[index]
    (folder / "report.json").write_text(json.dumps(REPORT | {"files": files}))
    with pytest.raises(ReportUnreadableError):
        read_report(folder)


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", "x", '{"files": 1}', json.dumps(REPORT | {"map": None})])
def test_what_is_no_report_is_refused(folder: Path, text: str) -> None:
    (folder / "report.json").write_text(text)
    with pytest.raises(ReportUnreadableError):
        read_report(folder)


@pytest.mark.parametrize(
    "change",
    [
        {"schema": 2}, {"kind": "x"}, {"prepared": {}}, {"prepared": {"20": "x"}}, {"prepared": None},
        {"approver_id": "a b"}, {"approver_id": 5}, {"approver_id": ""}, {"approved_at": "yesterday"},
        {"policy_digest": 1}, {"report_sha256": "C" * 64},
    ],
)  # fmt: skip
def test_what_is_no_approval_is_refused(folder: Path, change: dict[str, object]) -> None:
    (folder / "approval.json").write_text(json.dumps(APPROVAL | change))
    with pytest.raises(ApprovalUnreadableError):
        load_approval(folder / "approval.json")


def test_a_policy_that_wants_two_people_gets_no_further_without_the_second(folder: Path) -> None:
    two = replace(policy(), second_person=True)
    with pytest.raises(ApprovalNeededError):
        require_approval(two, "0123456789abcdef", "first", None)
    assert require_approval(policy(), "0123456789abcdef", "first", None) is None
    given = require_approval(two, "0123456789abcdef", "first", folder / "approval.json")
    assert given is not None
    assert given.approver_id == "second-2"


def test_an_approval_counts_for_its_policy_map_and_another_person_only(folder: Path) -> None:
    two = replace(policy(), second_person=True)
    cases: list[tuple[tuple[object, ...], type[ClientError]]] = [
        ((replace(two, digest="0" * 64), "0123456789abcdef", "first"), ApprovalOtherError),
        ((two, "fedcba9876543210", "first"), ApprovalOtherError),
        ((two, "0123456789abcdef", "Second_2"), ApprovalOwnError),
        ((two, "0123456789abcdef", "SECOND-2@hospital.example"), ApprovalOwnError),
    ]
    for arguments, error in cases:
        with pytest.raises(error):
            require_approval(*arguments, folder / "approval.json")  # type: ignore[arg-type]
    require_other_person("second-2", "second-22")
