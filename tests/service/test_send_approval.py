"""A policy that wants two people: nothing is sent without the second one's yes to these very bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.command import Finished
from tests.support.enrolled import CONSENT, Enrolled, enrolled_client
from tests.support.prep_files import POLICIES
from ui.terminal.demo_cohort import DemoCohort


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Enrolled]:
    with enrolled_client(tmp_path_factory.mktemp("client")) as enrolled:
        text = (POLICIES / "imputation.toml").read_text()
        two = text.replace("second_person = false", "second_person = true")
        (enrolled.folder / "two.toml").write_text(two)
        yield enrolled


@pytest.fixture(scope="module")
def prepared(client: Enrolled, cohort: DemoCohort) -> Path:
    """What the second person is given: prepared files and their reports."""
    out = client.folder / "prepared"
    made = client.run("prepare", *cohort.files, "--out", out, "--policy", "two.toml", "--map", "m.gmap", "--json")
    assert made.code == 0, made.out + made.err
    return out


@pytest.fixture(scope="module")
def approval(client: Enrolled, prepared: Path) -> Path:
    approved = client.run("approve", prepared, "--approver", "second-2", "--yes", "--json")
    assert approved.code == 0, approved.out + approved.err
    return Path(approved.json["approval"])


def send(client: Enrolled, *arguments: str | Path) -> Finished:
    return client.run("send", *arguments, *CONSENT, "--policy", "two.toml", "--map", "m.gmap", "--json")


def test_without_an_approval_nothing_is_sent(client: Enrolled, cohort: DemoCohort) -> None:
    refused = send(client, *cohort.files)
    assert (refused.code, refused.error_code) == (2, "APPROVAL-NEEDED")
    assert "--approval" in refused.json["error"]["next"]
    assert client.run("outbox", "--json").json["transfers"] == []


def test_other_bytes_than_the_approved_ones_do_not_leave(client: Enrolled, cohort: DemoCohort, approval: Path) -> None:
    """The same policy and map, and one sample fewer."""
    left_out = client.folder / "left-out"
    left_out.write_text(cohort.sample_ids[0] + "\n")
    refused = send(client, cohort.files[0], "--approval", approval, "--leave-out", left_out)
    assert (refused.code, refused.error_code) == (3, "VCF-BLOCKED")
    assert "REVIEW-NOT-APPROVED" in refused.out
    transfers = client.run("outbox", "--json").json["transfers"]
    assert [transfer["sent_bytes"] for transfer in transfers] == [0]


def test_what_was_approved_is_sent_with_who_said_yes(client: Enrolled, cohort: DemoCohort, approval: Path) -> None:
    own = client.folder / "own.json"
    own.write_text(json.dumps(json.loads(approval.read_text()) | {"approver_id": client.facts["user"].upper()}))
    assert send(client, *cohort.files, "--approval", own).error_code == "APPROVAL-OWN"
    sent = send(client, *cohort.files, "--approval", approval)
    assert sent.code == 0, sent.out + sent.err
    approved = json.loads(approval.read_text())["prepared"]
    assert {file["chromosome"]: file["sha256"] for file in sent.json["files"]} == approved
    shown = client.run("audit", "show", "--json")
    assert "approval.given" in shown.out


def test_the_map_of_an_approval_is_found_where_it_is_kept(client: Enrolled, cohort: DemoCohort, tmp_path: Path) -> None:
    """Prepared without --map, so that the map lies in the private folder: nobody has to name it."""
    out = tmp_path / "prepared"
    assert client.run("prepare", cohort.files[0], "--out", out, "--policy", "two.toml", "--json").code == 0
    approved = client.run("approve", out, "--approver", "second-2", "--yes", "--json").json["approval"]
    sent = client.run(
        "send", cohort.files[0], *CONSENT, "--policy", "two.toml", "--approval", approved, "--json"
    )  # fmt: skip
    assert sent.code == 0, sent.out + sent.err


def test_what_ended_is_cleared_and_its_jobs_stay(client: Enrolled, cohort: DemoCohort, approval: Path) -> None:
    left_out = client.folder / "one-fewer"
    left_out.write_text(cohort.sample_ids[0] + "\n")
    assert send(client, cohort.files[0], "--approval", approval, "--leave-out", left_out).code == 3
    assert send(client, *cohort.files, "--approval", approval).code == 0
    before = client.run("outbox", "--json").json
    assert {transfer["state"] for transfer in before["transfers"]} == {"failed", "done"}
    assert before["turns"] == [], "nothing waits"
    jobs = client.run("jobs", "--json").json["jobs"]
    refused = client.run("outbox", "--clear", "--json")
    assert refused.code == 2, "without a terminal nobody is asked, and nothing is forgotten"
    first = before["transfers"][0]["id"]
    cleared = client.run("outbox", "--clear", "--yes", "--first", first, "--json")
    assert cleared.code == 0, cleared.out + cleared.err
    assert cleared.json["cleared"] == len(before["transfers"])
    assert cleared.json["transfers"] == []
    assert client.run("outbox", "--first", first, "--json").code != 0, "it is forgotten"
    assert len(client.run("jobs", "--json").json["jobs"]) == len(jobs) > 0
    assert "submission.forgotten" in client.run("audit", "show", "--json").out
