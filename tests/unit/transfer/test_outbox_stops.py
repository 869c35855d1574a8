"""What stops a transfer, what it keeps, how it goes on: pause, cancel, identity, sign-in, disk, sources, job call."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator

import pytest

import client.transfer.hearing
import client.transfer.ledger_file
from client.account.errors import DeviceRevokedError, SignInNeededError
from client.model.errors import ClientError
from client.model.transfer import Problem, TransferProgress, TransferState
from client.network.errors import (
    ConflictError,
    NotSignedInError,
    PinMismatchError,
    RequestRefusedError,
    TooLargeError,
    UnreachableError,
    UploadGoneError,
)
from client.transfer.errors import OutboxBusyError, OutboxFullError, TooLateError, UnknownTransferError
from tests.support.fake_service import GOOD_TOKEN, FakeTokens
from tests.support.outbox_bench import Bench

DATA = b"GT " + bytes(range(256)) * 2000
BIG = DATA * 6
SLOW_S = 0.08


def at(state: TransferState, action: Callable[[], object]) -> Callable[[TransferProgress], None]:
    """A progress callback that does `action` once, when a submission is in `state` with bytes on the line."""
    done: list[bool] = []

    def look(progress: TransferProgress) -> None:
        if not done and progress.state is state and (progress.sent_bytes or state is not TransferState.UPLOADING):
            done.append(True)
            action()

    return look


def test_paused_in_the_middle_and_resumed_it_sends_nothing_twice(bench: Bench) -> None:
    bench.desk.piece_delay_s = SLOW_S
    submission_id = bench.queue(BIG)
    outcome = bench.run(submission_id, at(TransferState.UPLOADING, lambda: bench.outbox.pause(submission_id)))
    assert outcome[submission_id].state is TransferState.PAUSED
    sent = bench.desk.received_bytes()
    assert 0 < sent < len(BIG)
    assert bench.run() == {}, "a general resume leaves alone what the user paused"
    bench.desk.piece_delay_s = 0
    assert bench.run(submission_id)[submission_id].state is TransferState.DONE
    assert bench.desk.received_bytes() == sum(path.stat().st_size for path in bench.desk.uploads())
    assert bench.desk.contents(submission_id) == [b"PREPARED " + BIG]


def test_resumed_as_the_driver_comes_to_rest_it_goes_on_in_that_run_or_the_next(bench: Bench) -> None:
    """A worker hears of a pause between two pieces, and on a stalled line that takes minutes."""
    submission_id = bench.queue(b"GT 0|1")
    wished: list[str] = []

    def pause_and_resume(progress: TransferProgress) -> None:
        if progress.state is TransferState.UPLOADING and not wished:
            wished.append("pause")
            bench.outbox.pause(submission_id)
        elif progress.state is TransferState.PAUSED and wished == ["pause"]:
            wished.append("resume")
            assert bench.outbox.resume(submission_id)

    bench.desk.piece_delay_s = 0.8  # longer than the driver takes to look around
    bench.run(submission_id, pause_and_resume)
    assert wished == ["pause", "resume"]
    bench.run()  # leaves alone what is paused
    assert bench.state(submission_id) is TransferState.DONE


def test_a_pause_that_is_wished_again_and_again_ends_the_run(bench: Bench) -> None:
    submission_id = bench.queue(b"GT 0|1")
    reports: list[TransferState] = []

    def pause_ever_again(progress: TransferProgress) -> None:
        reports.append(progress.state)
        assert len(reports) < 20
        if progress.state in (TransferState.UPLOADING, TransferState.PAUSED):
            bench.outbox.pause(submission_id)

    bench.desk.piece_delay_s = 0.8
    assert bench.run(submission_id, pause_ever_again)[submission_id].state is TransferState.PAUSED


def test_cancelled_in_the_middle_nothing_is_left_anywhere(bench: Bench) -> None:
    bench.desk.piece_delay_s = SLOW_S
    submission_id = bench.queue(BIG, DATA)
    outcome = bench.run(submission_id, at(TransferState.UPLOADING, lambda: bench.outbox.cancel(submission_id)))
    assert outcome[submission_id].state is TransferState.CANCELLED
    assert (bench.desk.uploads(), bench.desk.jobs(), bench.spooled()) == ([], [], [])
    with pytest.raises(TooLateError):
        bench.outbox.cancel(submission_id)


def test_cancelled_without_a_driver_the_keys_go_at_once_and_the_uploads_at_the_next_run(bench: Bench) -> None:
    bench.desk.piece_delay_s = SLOW_S
    submission_id = bench.queue(BIG)
    bench.run(submission_id, at(TransferState.UPLOADING, lambda: bench.outbox.pause(submission_id)))
    bench.outbox.cancel(submission_id)
    assert bench.state(submission_id) is TransferState.CANCELLING
    assert bench.spooled() == []
    assert len(bench.desk.uploads()) == 1
    bench.desk.terminate_errors = [UnreachableError(reason="reset")] * 9
    assert bench.run()[submission_id].state is TransferState.CANCELLING
    bench.desk.terminate_errors = []
    assert bench.run()[submission_id].state is TransferState.CANCELLED
    assert bench.desk.uploads() == []


def test_cancelled_before_anything_was_sent_it_is_over_at_once(bench: Bench) -> None:
    submission_id = bench.queue(DATA)
    bench.outbox.cancel(submission_id)
    assert bench.state(submission_id) is TransferState.CANCELLED


def test_an_impostor_stops_everything_and_nothing_is_tried_again(bench: Bench) -> None:
    first, second = bench.queue(DATA), bench.queue(DATA)
    bench.desk.submit_errors = [PinMismatchError(presented_pin="x")] * 5
    outcome = bench.run()
    assert {o.problem.code for o in outcome.values() if o.problem} == {"NET-PIN"}
    assert {o.state for o in outcome.values()} == {TransferState.NEEDS_YOU}
    # The second's own first call may be out already when the first is answered; none goes out after that.
    assert bench.desk.calls in (["submit"], ["submit"] * 2)
    assert isinstance(outcome[first].error, PinMismatchError)
    bench.desk.submit_errors = []
    assert {bench.run()[id_].state for id_ in (first, second) if bench.state(id_) is not TransferState.DONE} == {
        TransferState.DONE
    }


@pytest.mark.parametrize("error", [SignInNeededError(), DeviceRevokedError()])
def test_without_a_token_the_place_is_kept_and_a_new_session_goes_on(bench: Bench, error: ClientError) -> None:
    (bench.desk.folder / "refused-tokens").write_text(GOOD_TOKEN)
    bench.desk.tokens = FakeTokens(error=error)
    submission_id = bench.queue(DATA)
    outcome = bench.run(submission_id)[submission_id]
    assert outcome.problem == Problem(error.code)
    assert type(outcome.error) is type(error)
    assert bench.state(submission_id) is TransferState.NEEDS_YOU
    assert len(bench.spooled()) == 1
    bench.desk.tokens = FakeTokens(token="token-2")
    assert bench.run(submission_id)[submission_id].state is TransferState.DONE


def test_a_refused_token_is_renewed_once_by_the_parent(bench: Bench) -> None:
    (bench.desk.folder / "refused-tokens").write_text(GOOD_TOKEN)
    bench.desk.tokens = FakeTokens(renewals=["token-2"])
    submission_id = bench.queue(DATA)
    assert bench.run(submission_id)[submission_id].state is TransferState.DONE
    assert bench.desk.tokens.asked == [GOOD_TOKEN]


def test_a_lost_answer_to_the_job_call_is_asked_again_and_makes_one_job(bench: Bench) -> None:
    bench.desk.lose_next_answer = UnreachableError(reason="reset")
    submission_id = bench.queue(DATA)
    assert bench.run(submission_id)[submission_id].state is TransferState.DONE
    assert bench.desk.calls == ["submit", "submit"]
    assert len(bench.desk.jobs()) == 1


def test_a_job_call_without_an_answer_keeps_its_bytes_over_restarts_and_cannot_be_cancelled(bench: Bench) -> None:
    bench.desk.submit_errors = [UnreachableError(reason="reset")] * 100
    submission_id = bench.queue(DATA)
    assert bench.run(submission_id)[submission_id].problem == Problem("NET-UNREACHABLE", {"reason": "reset"})
    for wish in (bench.outbox.cancel, bench.outbox.pause):
        with pytest.raises(TooLateError):
            wish(submission_id)
    bench.desk.submit_errors = []
    bench.desk.lose_next_answer = NotSignedInError(problem="none")
    assert bench.run(submission_id)[submission_id].state is TransferState.NEEDS_YOU
    # The fake compares the bytes of the second call with those of the first.
    assert bench.run(submission_id)[submission_id].state is TransferState.DONE


def test_a_submission_whose_service_is_gone_for_good_can_be_abandoned(bench: Bench) -> None:
    bench.desk.submit_errors = [UnreachableError(reason="refused")] * 100
    submission_id = bench.queue(DATA)
    bench.run(submission_id)
    bench.outbox.cancel(submission_id, even_if_sent=True)
    assert bench.state(submission_id) is TransferState.CANCELLING
    assert bench.spooled() == []


def test_a_refused_job_is_given_up_and_withdrawn(bench: Bench) -> None:
    bench.desk.submit_errors = [RequestRefusedError(status=422, problem="manifest-rejected")]
    submission_id = bench.queue(DATA)
    outcome = bench.run(submission_id)[submission_id]
    assert (outcome.state, bench.desk.uploads()) == (TransferState.FAILED, [])


@pytest.mark.parametrize(
    "error", [RequestRefusedError(status=400, problem="none"), TooLargeError(problem="none")], ids=["400", "413"]
)
def test_a_bare_refusal_of_the_job_is_a_front_ends_and_costs_nothing_that_was_uploaded(
    bench: Bench, error: ClientError
) -> None:
    bench.desk.submit_errors = [error]
    submission_id = bench.queue(DATA)
    outcome = bench.run(submission_id)[submission_id]
    assert (outcome.state, type(outcome.error)) == (TransferState.NEEDS_YOU, type(error))
    assert bench.run(submission_id)[submission_id].state is TransferState.DONE


def test_a_receipt_that_is_not_ours_leaves_everything_in_place(bench: Bench) -> None:
    class ReceiptOtherError(PinMismatchError):
        code = "RECEIPT-OTHER-TEST"
        fact_names = ()

    bench.desk.receipt_errors = [ReceiptOtherError()]
    submission_id = bench.queue(DATA)
    assert bench.run(submission_id)[submission_id].state is TransferState.NEEDS_YOU
    assert len(bench.spooled()) == 1
    assert bench.run(submission_id)[submission_id].state is TransferState.DONE


@pytest.mark.parametrize("lost_at", ["upload", "job"])
def test_an_upload_the_service_lost_is_asked_about_and_the_same_bytes_go_again(bench: Bench, lost_at: str) -> None:
    bench.desk.piece_delay_s = SLOW_S if lost_at == "upload" else 0
    submission_id = bench.queue(BIG)
    if lost_at == "upload":
        bench.run(submission_id, at(TransferState.UPLOADING, lambda: bench.outbox.pause(submission_id)))
    else:
        bench.desk.submit_errors = [ConflictError(status=409, problem="upload-incomplete")]
        bench.run(submission_id)
    for path in bench.desk.uploads():
        path.unlink()
    if lost_at == "upload":
        assert bench.run(submission_id)[submission_id].problem == Problem("NET-UPLOAD-GONE")
    body = bench.spooled()
    bench.desk.piece_delay_s = 0
    assert bench.run(submission_id)[submission_id].state is TransferState.DONE
    (upload,) = bench.desk.uploads()
    assert upload.with_suffix(".name").read_text() + ".body" == body[0]
    assert bench.desk.contents(submission_id) == [b"PREPARED " + BIG]


def test_a_vanished_source_keeps_the_place_and_a_changed_one_ends_it(bench: Bench) -> None:
    submission_id = bench.queue(DATA, DATA)
    source = bench.folder / "source-1.vcf"
    moved = source.rename(bench.folder / "moved.vcf")
    outcome = bench.run(submission_id)[submission_id]
    assert (outcome.state, outcome.problem) == (
        TransferState.NEEDS_YOU,
        Problem("SOURCE-VANISHED", {"file_number": 2}),
    )
    moved.rename(source)
    os.utime(source, ns=(1, 1))
    outcome = bench.run(submission_id)[submission_id]
    assert (outcome.state, outcome.problem) == (TransferState.FAILED, Problem("SOURCE-CHANGED", {"file_number": 2}))
    assert (bench.desk.uploads(), bench.spooled()) == ([], [])


@pytest.mark.parametrize("damage", ["missing", "shorter", "altered"])
def test_a_sealed_copy_that_was_lost_is_made_anew_and_the_old_upload_withdrawn(bench: Bench, damage: str) -> None:
    bench.desk.piece_delay_s = SLOW_S
    submission_id = bench.queue(BIG)
    bench.run(submission_id, at(TransferState.UPLOADING, lambda: bench.outbox.pause(submission_id)))
    body = bench.folders.outbox / bench.spooled()[0]
    old = bench.desk.uploads()
    if damage == "missing":
        body.unlink()
    else:
        data = body.read_bytes()
        body.write_bytes(data[:-1] if damage == "shorter" else data[:-1] + bytes([data[-1] ^ 1]))
    bench.desk.piece_delay_s = 0
    assert bench.run(submission_id)[submission_id].state is TransferState.DONE
    assert not set(old) & set(bench.desk.uploads())
    assert bench.desk.contents(submission_id) == [b"PREPARED " + BIG]


def test_a_full_disk_stops_with_nothing_half_made_and_goes_on_when_there_is_room(bench: Bench) -> None:
    submission_id = bench.queue(b"FULL " + DATA)
    outcome = bench.run(submission_id)[submission_id]
    assert outcome.problem is not None
    assert outcome.problem.code == "OUTBOX-DISK-FULL"
    assert (bench.state(submission_id), bench.spooled()) == (TransferState.NEEDS_YOU, [])
    (bench.folder / "source-0.room").touch()
    assert bench.run(submission_id)[submission_id].state is TransferState.DONE


@pytest.mark.parametrize("commit", [2, 3, 4, 5])
def test_a_ledger_without_room_ends_the_run_and_loses_nothing(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, commit: int
) -> None:
    """SQLite is told that its file may not grow or that the disk is full, at one commit after the other."""
    submission_id = bench.queue(DATA)
    real, count = client.transfer.ledger_file.transaction, [0]

    @contextlib.contextmanager
    def full(connection: sqlite3.Connection) -> Iterator[None]:
        with real(connection):
            yield
            count[0] += 1
            if count[0] == commit:
                connection.execute("PRAGMA max_page_count = 1")
                connection.execute("CREATE TABLE filler AS SELECT zeroblob(100000)")

    monkeypatch.setattr(client.transfer.ledger_file, "transaction", full)
    with pytest.raises(OutboxFullError):
        bench.run(submission_id)
    monkeypatch.undo()
    assert bench.run(submission_id)[submission_id].state is TransferState.DONE
    assert bench.desk.contents(submission_id) == [b"PREPARED " + DATA]
    assert len(bench.desk.jobs()) == 1


def test_a_second_driver_only_queues_and_the_first_takes_it_up(bench: Bench) -> None:
    bench.desk.piece_delay_s = SLOW_S
    first = bench.queue(BIG)
    others: list[str] = []

    def second_instance() -> None:
        others.append(bench.queue(b"GT small"))
        with pytest.raises(OutboxBusyError) as caught:
            bench.run(others[0])
        assert caught.value.facts == {"driver_pid": os.getpid()}
        assert bench.outbox.is_driven()

    outcome = bench.run(first, at(TransferState.UPLOADING, second_instance))
    assert {id_: o.state for id_, o in outcome.items()} == {first: TransferState.DONE, others[0]: TransferState.DONE}
    assert not bench.outbox.is_driven()


@pytest.mark.parametrize(
    ("fact", "other"),
    [("origin", "https://another.example:443"), ("environment", "production"), ("container", "crypt4gh")],
)
def test_a_submission_for_another_service_is_not_sent_to_this_one(bench: Bench, fact: str, other: str) -> None:
    submission_id = bench.queue(DATA)
    setattr(bench.desk, fact, other)
    outcome = bench.run(submission_id)[submission_id]
    assert outcome.problem == Problem("OUTBOX-OTHER-SERVICE")
    assert bench.desk.uploads() == []


def test_a_damaged_row_is_set_aside_and_the_rest_goes_on(bench: Bench) -> None:
    damaged, whole = bench.queue(DATA), bench.queue(DATA)
    with sqlite3.connect(bench.folders.ledger) as database:
        database.execute("UPDATE files SET source = x'00' WHERE submission_id = ?", (damaged,))
    database.close()
    outcome = bench.run()
    assert {id_: o.state for id_, o in outcome.items()} == {whole: TransferState.DONE}
    assert bench.state(damaged) is TransferState.NEEDS_YOU
    bench.outbox.cancel(damaged)
    assert bench.state(damaged) is TransferState.CANCELLED


def test_a_moved_home_goes_on(bench: Bench) -> None:
    bench.desk.piece_delay_s = SLOW_S
    submission_id = bench.queue(BIG)
    bench.run(submission_id, at(TransferState.UPLOADING, lambda: bench.outbox.pause(submission_id)))
    (bench.folder / "home").rename(bench.folder / "moved")
    moved = Bench(bench.folder, bench.desk, bench.settings, home="moved")
    bench.desk.piece_delay_s = 0
    assert moved.run(submission_id)[submission_id].state is TransferState.DONE
    assert bench.desk.received_bytes() == sum(path.stat().st_size for path in bench.desk.uploads())


def test_unknown_ids_are_refused_by_name(bench: Bench) -> None:
    submission_id = bench.queue(DATA)
    assert bench.outbox.find(submission_id[:6]) == submission_id
    for action in (bench.outbox.find, bench.outbox.pause, bench.outbox.cancel):
        with pytest.raises(UnknownTransferError):
            action("0000nothere")
    with pytest.raises(UnknownTransferError):
        bench.run("0000nothere")


def test_ctrl_c_ends_the_workers_and_keeps_every_place(bench: Bench) -> None:
    bench.desk.piece_delay_s = SLOW_S
    submission_id = bench.queue(BIG)

    def interrupt() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bench.run(submission_id, at(TransferState.UPLOADING, interrupt))
    assert bench.state(submission_id) is TransferState.WAITING
    bench.desk.piece_delay_s = 0
    assert bench.run()[submission_id].state is TransferState.DONE
    assert bench.desk.received_bytes() == sum(path.stat().st_size for path in bench.desk.uploads())


def test_the_ledger_can_be_looked_at_from_other_threads_while_it_is_driven(bench: Bench) -> None:
    bench.desk.piece_delay_s = 0.01
    submission_id = bench.queue(DATA, DATA)
    stop, seen = threading.Event(), set()

    def look() -> None:
        while not stop.is_set():
            seen.update(transfer.state for transfer in bench.outbox.transfers())

    looker = threading.Thread(target=look)
    looker.start()
    try:
        assert bench.run(submission_id)[submission_id].state is TransferState.DONE
    finally:
        stop.set()
        looker.join()
    assert TransferState.UPLOADING in seen or TransferState.PREPARING in seen


def test_another_process_sees_how_much_of_one_large_file_is_sent(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client.transfer.hearing, "_LEAST_BETWEEN_NOTES_S", 0.1)
    bench.desk.piece_delay_s = SLOW_S
    submission_id = bench.queue(BIG)
    seen: set[tuple[int, int]] = set()

    def look(_: TransferProgress) -> None:
        (transfer,) = bench.outbox.transfers()
        seen.add((transfer.sent_bytes, transfer.sealed_bytes))

    bench.run(submission_id, look)
    assert any(0 < sent_bytes < sealed_bytes for sent_bytes, sealed_bytes in seen)


def test_upload_gone_is_an_error_of_the_network_and_not_invented_here() -> None:
    assert UploadGoneError.code == "NET-UPLOAD-GONE"
