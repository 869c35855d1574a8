"""Whole submissions through real ledger, spool, pipe and spawned workers, against a service in a folder."""

from __future__ import annotations

import pytest

from client.model.transfer import FileState, Problem, TransferProgress, TransferState
from tests.support.outbox_bench import Bench

DATA = b"GT " + bytes(range(256)) * 2000


def test_three_files_become_one_job_that_opens_to_what_was_prepared(bench: Bench) -> None:
    submission_id = bench.queue(DATA, b"MULTI " + DATA, b"LEFTOUT")
    assert bench.state(submission_id) is TransferState.WAITING
    seen: list[TransferProgress] = []
    outcome = bench.run(submission_id, seen.append)[submission_id]
    assert (outcome.state, outcome.problem) == (TransferState.DONE, None)
    assert outcome.job_id == f"job-{submission_id}"
    assert outcome.receipt == "receipt"
    assert outcome.left_out == (2,)
    assert [(file.position, file.chromosome) for file in outcome.files] == [(0, "1"), (1, "1"), (1, "2")]
    assert bench.desk.contents(submission_id) == [
        b"PREPARED " + DATA,
        b"PREPARED MULTI " + DATA,
        b"PREPARED MULTI " + DATA,
    ]
    assert bench.spooled() == []
    last = seen[-1]
    assert last.state is TransferState.DONE
    assert last.sent_bytes == last.sealed_bytes == bench.desk.received_bytes()
    assert [file.state for file in last.files] == [FileState.STORED, FileState.STORED, FileState.LEFT_OUT]


def test_a_failed_recheck_in_the_last_file_withdraws_everything(bench: Bench) -> None:
    submission_id = bench.queue(DATA, DATA, b"RECHECKWHENTOLD " + DATA)
    seen: list[TransferProgress] = []

    def look(progress: TransferProgress) -> None:
        seen.append(progress)
        if all(file.state is FileState.STORED for file in progress.files[:2]):
            (bench.folder / "source-2.go").touch()

    outcome = bench.run(submission_id, look)[submission_id]
    assert (outcome.state, outcome.problem) == (TransferState.FAILED, Problem("RECHECK-FAILED", {"check": "grammar"}))
    assert type(outcome.error).__name__ == "RecheckError"
    assert bench.desk.uploads() == []
    assert bench.desk.jobs() == []
    assert bench.spooled() == []
    assert max(progress.sent_bytes for progress in seen) > 2 * len(DATA)
    (kept,) = bench.outbox.transfers()
    for progress in (seen[-1], kept):
        assert (progress.state, progress.sealed_bytes, progress.sent_bytes) == (TransferState.FAILED, 0, 0)


def test_findings_come_back_with_the_error(bench: Bench) -> None:
    submission_id = bench.queue(b"BLOCKED " + DATA)
    outcome = bench.run(submission_id)[submission_id]
    assert outcome.state is TransferState.FAILED
    assert [finding.code for finding in getattr(outcome.error, "findings", ())] == ["VCF-COLUMNS"]


@pytest.mark.parametrize("word", [b"CRASH", b"CRASHALWAYS"])
def test_a_worker_that_dies_is_replaced_and_one_that_keeps_dying_stops_the_transfer(bench: Bench, word: bytes) -> None:
    submission_id = bench.queue(word + b" " + DATA)
    outcome = bench.run(submission_id)[submission_id]
    if word == b"CRASH":
        assert outcome.state is TransferState.DONE
    else:
        assert outcome.problem == Problem("OUTBOX-WORKER-DIED", {"times": 3})
        assert bench.state(submission_id) is TransferState.NEEDS_YOU
    assert bench.spooled() == []


def test_a_bug_while_preparing_keeps_the_place_and_leaks_nothing(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    submission_id = bench.queue(b"BUG " + DATA)
    outcome = bench.run(submission_id)[submission_id]
    assert (outcome.state, outcome.problem) == (TransferState.NEEDS_YOU, Problem("GS-BUG"))
    assert "dr-secret" not in caplog.text
    assert bench.spooled() == []
