"""A second person's approval: bound to report, files, policy and map, and never the sender's own."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from client.model.errors import ClientError
from client.model.handover import BuildSaid
from client.tasks.approval import (
    approve,
    check_approval,
    load_approval,
    prepare_for_approval,
    read_report,
    require_approval,
    require_other_person,
)
from client.tasks.approval_errors import (
    ApprovalNeededError,
    ApprovalOtherError,
    ApprovalOwnError,
    ApprovalUnreadableError,
    HandOverStoppedError,
    ReportFilesError,
    ReportUnreadableError,
)
from client.tasks.facts import PrepareChoices
from client.tasks.maps import map_file
from client.tasks.policies import choose_rules
from tests.support.places import make_workplace
from tests.support.prep_files import policy
from ui.terminal.demo_cohort import write_demo_cohort

PREPARED = b"prepared bytes"
PAGE = b"<p>what people read</p>"
REPORT = {
    "page_sha256": hashlib.sha256(PAGE).hexdigest(),
    "policy": {"name": "imputation", "digest": "a" * 64},
    "map": {"id": "0123456789abcdef"},
    "totals": {"samples": 3, "records_in": 9, "records_kept": 8},
    "removed": [{"class": "sample-name"}],
    "sources": [{"number": 1, "build": "hg19"}],
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
    (tmp_path / "report.html").write_bytes(PAGE)
    (tmp_path / "chr20.vcf.gz").write_bytes(PREPARED)
    (tmp_path / "approval.json").write_text(json.dumps(APPROVAL))
    return tmp_path


@pytest.mark.parametrize("named", ["", "report.json"])
def test_a_report_is_read_with_the_files_beside_it(folder: Path, named: str) -> None:
    reported = read_report(folder / named)
    assert reported.report_sha256 == hashlib.sha256((folder / "report.json").read_bytes()).hexdigest()
    assert dict(reported.prepared) == {"20": hashlib.sha256(PREPARED).hexdigest()}
    assert reported.builds == ("hg19",)


@pytest.mark.parametrize(
    ("sources", "codes", "said"),
    [
        ([None], [], BuildSaid()),
        ([["header", "variants"]], [], BuildSaid(by_header=True)),
        ([["person"]], ["VCF-BUILD-DOUBTFUL"], BuildSaid(by_person=True, is_doubtful=True)),
        (
            [["header", "person"], ["person", "variants"]], ["VCF-X-PLOIDY"],
            BuildSaid(by_header=True, by_person=True, is_confirmed=True),
        ),
    ],
    ids=["older", "header", "person", "some"],
)  # fmt: skip
def test_a_report_says_who_said_the_genome_build(
    folder: Path, sources: list[list[str] | None], codes: list[str], said: BuildSaid
) -> None:
    entries = [{"build": "hg19"} | ({} if who is None else {"build_said_by": who}) for who in sources]
    report = REPORT | {"sources": entries, "findings": [{"code": code} for code in codes]}
    (folder / "report.json").write_text(json.dumps(report))
    assert read_report(folder).build_said == said


@pytest.mark.parametrize("said_by", [5, [["header"]], {}])
def test_a_report_that_says_it_in_another_shape_is_not_read(folder: Path, said_by: object) -> None:
    report = REPORT | {"sources": [{"build": "hg19", "build_said_by": said_by}], "findings": 5}
    (folder / "report.json").write_text(json.dumps(report))
    with pytest.raises(ReportUnreadableError):
        read_report(folder)


def test_an_approval_says_of_which_genome_build_the_files_are(folder: Path) -> None:
    with make_workplace(folder / "home") as workplace:
        approve(workplace, read_report(folder), "second-2", folder / "yes.json")
    assert json.loads((folder / "yes.json").read_text())["builds"] == ["hg19"]
    assert load_approval(folder / "yes.json").approver_id == "second-2"


def test_a_changed_or_missing_file_beside_the_report_is_refused(folder: Path) -> None:
    (folder / "chr20.vcf.gz").write_bytes(PREPARED + b"x")
    with pytest.raises(ReportFilesError):
        read_report(folder)
    (folder / "chr20.vcf.gz").unlink()
    with pytest.raises(ReportFilesError):
        read_report(folder)


def test_another_page_than_the_reports_own_is_refused(folder: Path) -> None:
    """People read the page and approve the report: the two must say the same."""
    (folder / "report.html").write_bytes(PAGE.replace(b"what", b"that"))
    with pytest.raises(ReportFilesError) as caught:
        read_report(folder)
    assert caught.value.facts == {"file": "report.html"}
    (folder / "report.html").unlink()
    with pytest.raises(ReportFilesError):
        read_report(folder)
    (folder / "report.html").write_bytes(PAGE)
    (folder / "report.json").write_text(json.dumps({key: REPORT[key] for key in REPORT if key != "page_sha256"}))
    with pytest.raises(ReportUnreadableError):
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
    two = policy()._replace(second_person=True)
    with pytest.raises(ApprovalNeededError):
        require_approval(two, "0123456789abcdef", "first", None)
    assert require_approval(policy(), "0123456789abcdef", "first", None) is None
    given = require_approval(two, "0123456789abcdef", "first", folder / "approval.json")
    assert given is not None
    assert given.approver_id == "second-2"


def test_an_approval_counts_for_its_policy_map_and_another_person_only(folder: Path) -> None:
    two = policy()._replace(second_person=True)
    cases: list[tuple[tuple[object, ...], type[ClientError]]] = [
        ((two._replace(digest="0" * 64), "0123456789abcdef", "first"), ApprovalOtherError),
        ((two, "fedcba9876543210", "first"), ApprovalOtherError),
        ((two, "0123456789abcdef", "Second_2"), ApprovalOwnError),
        ((two, "0123456789abcdef", "SECOND-2@hospital.example"), ApprovalOwnError),
        ((two, "0123456789abcdef", "seco@nd2"), ApprovalOwnError),
    ]
    for arguments, error in cases:
        with pytest.raises(error):
            require_approval(*arguments, folder / "approval.json")  # type: ignore[arg-type]
    require_other_person("second-2", "second-22")


def test_an_approval_is_checked_before_anything_is_queued(tmp_path: Path, folder: Path) -> None:
    workplace = make_workplace(tmp_path / "home")
    file = folder / "approval.json"
    with pytest.raises(ApprovalOtherError):
        check_approval(workplace, file, "first")
    rules = choose_rules(workplace, PrepareChoices())
    file.write_text(json.dumps(APPROVAL | {"policy_digest": rules.policy.digest}))
    with pytest.raises(ApprovalOtherError) as no_map:
        check_approval(workplace, file, "first")
    assert no_map.value.facts["what"] == "map", "its map is not on this computer"
    kept = map_file(workplace, "0123456789abcdef")
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.touch()
    assert check_approval(workplace, file, "first").approver_id == "second-2"
    with pytest.raises(ApprovalOwnError):
        check_approval(workplace, file, "second_2")


@pytest.mark.parametrize("map_id", ["../../etc/passwd", "", 7, None, "x" * 65])
def test_an_approval_never_leads_to_another_folder(folder: Path, map_id: object) -> None:
    (folder / "approval.json").write_text(json.dumps(APPROVAL | {"map_id": map_id}))
    with pytest.raises(ApprovalUnreadableError):
        load_approval(folder / "approval.json")


def test_preparing_for_a_second_person_names_nobody_and_leaves_nothing_when_it_is_stopped(tmp_path: Path) -> None:
    workplace = make_workplace(tmp_path / "home")
    (tmp_path / "cohort").mkdir()
    cohort = write_demo_cohort(tmp_path / "cohort", samples=24, sites=120)
    with pytest.raises(HandOverStoppedError):
        prepare_for_approval(workplace, cohort.files, tmp_path / "out", should_stop=lambda: True)
    assert not (tmp_path / "out").exists()
    prepared = prepare_for_approval(workplace, cohort.files, tmp_path / "out")
    names = {file.name for file in (tmp_path / "out").iterdir()}
    assert names == {*(file.file_name for file in prepared.files), "report.json", "report.html"}
    texts = b"".join(file.read_bytes() for file in (tmp_path / "out").iterdir())
    assert not any(name.encode() in texts for name in cohort.sample_ids)
    assert read_report(tmp_path / "out").map_id == prepared.map.map_id
