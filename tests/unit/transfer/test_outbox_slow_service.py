"""A service that takes its time over a call holds up that call alone: not progress, wishes or other files."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import cast

import pytest

from client.model.errors import ClientError
from client.model.transfer import FileState, TransferProgress, TransferState
from client.network.errors import UnreachableError
from client.transfer.crew import Worker
from client.transfer.errands import Errand, Errands
from client.transfer.hearing import Hearing
from client.transfer.ledger import Ledger
from client.transfer.messages import NeedToken, TokenGiven
from client.transfer.ports import JobAnswer, JobCall
from client.transfer.steering import Steering
from tests.support.fake_service import GOOD_TOKEN, FakeDesk, FakeTokens
from tests.support.outbox_bench import Bench

DATA = b"GT " + bytes(range(256)) * 2000
LONG_S = 30.0


@dataclass
class SlowTokens(FakeTokens):
    """The renewal of the first token that was refused takes until `let_go`."""

    asked_for_one: threading.Event = field(default_factory=threading.Event)
    let_go: threading.Event = field(default_factory=threading.Event)

    def renew(self, stale: str) -> str:
        self.asked_for_one.set()
        assert self.let_go.wait(LONG_S)
        return super().renew(stale)


@dataclass
class SlowDesk(FakeDesk):
    """The first submission's job call, or any deletion, takes until `let_go`."""

    slow: str = "submit"
    arrived: threading.Event = field(default_factory=threading.Event)
    let_go: threading.Event = field(default_factory=threading.Event)
    slow_for: str = ""

    def submit(self, call: JobCall) -> JobAnswer:
        self._hold("submit", call.submission_id)
        return super().submit(call)

    def terminate(self, upload: str) -> None:
        self._hold("terminate", self.slow_for)
        super().terminate(upload)

    def _hold(self, call: str, submission_id: str) -> None:
        if call == self.slow and submission_id == self.slow_for:
            self.arrived.set()
            assert self.let_go.wait(LONG_S), "the driver waited for the service"


@pytest.fixture
def desk(bench: Bench) -> SlowDesk:
    bench.desk = desk = SlowDesk(bench.folder / "slow-service")
    return desk


def watch(bench: Bench, look: Callable[[TransferProgress], None]) -> dict[str, TransferState]:
    return {id_: outcome.state for id_, outcome in bench.run(None, look).items()}


def test_while_one_job_call_hangs_another_submission_goes_all_the_way(bench: Bench, desk: SlowDesk) -> None:
    desk.slow_for = bench.queue(DATA)
    later: list[str] = []

    def look(progress: TransferProgress) -> None:
        if progress.submission_id == desk.slow_for and progress.state is TransferState.SUBMITTING and not later:
            assert desk.arrived.wait(LONG_S)
            later.append(bench.queue(DATA))
        if later and progress.submission_id == later[0] and progress.state is TransferState.DONE:
            desk.let_go.set()

    states = watch(bench, look)
    assert states == {desk.slow_for: TransferState.DONE, later[0]: TransferState.DONE}
    assert sorted(desk.jobs()) == sorted(f"job-{id_}" for id_ in states)


def test_while_one_job_call_hangs_another_submission_is_paused_and_one_cancelled(bench: Bench, desk: SlowDesk) -> None:
    desk.slow_for = bench.queue(DATA)
    desk.piece_delay_s = 0.05
    others: list[str] = []

    def look(progress: TransferProgress) -> None:
        if progress.submission_id == desk.slow_for and progress.state is TransferState.SUBMITTING and not others:
            assert desk.arrived.wait(LONG_S)
            others.extend((bench.queue(DATA * 8), bench.queue(DATA * 8)))
        elif others and progress.submission_id == others[0] and progress.state is TransferState.UPLOADING:
            bench.outbox.pause(others[0])
        elif others and progress.submission_id == others[1] and progress.state is TransferState.UPLOADING:
            bench.outbox.cancel(others[1])
        elif progress.state is TransferState.CANCELLED:
            desk.let_go.set()

    states = watch(bench, look)
    assert states == {
        desk.slow_for: TransferState.DONE,
        others[0]: TransferState.PAUSED,
        others[1]: TransferState.CANCELLED,
    }


def test_a_deletion_that_hangs_does_not_hold_up_what_was_queued_meanwhile(bench: Bench, desk: SlowDesk) -> None:
    desk.slow, desk.piece_delay_s = "terminate", 0.05
    desk.slow_for = bench.queue(DATA * 16)
    later: list[str] = []

    def look(progress: TransferProgress) -> None:
        if progress.state is TransferState.UPLOADING and progress.sent_bytes and not later:
            bench.outbox.cancel(desk.slow_for)
            later.append(bench.queue(DATA))
        elif later and progress.submission_id == later[0] and progress.state is TransferState.DONE:
            assert desk.arrived.is_set()
            desk.let_go.set()

    assert watch(bench, look) == {desk.slow_for: TransferState.CANCELLED, later[0]: TransferState.DONE}


def test_a_worker_in_the_place_of_one_that_died_asking_gets_its_own_answer(desk: SlowDesk) -> None:
    """Each process counts its questions from 1: two with one number may be open for one slot."""
    desk.tokens = tokens = SlowTokens(renewals=["token-2"])
    said: list[tuple[str, str]] = []

    class Asking:
        slot = 0
        order = SimpleNamespace(submission_id="s", position=0)

        def __init__(self, name: str) -> None:
            self.name = name

        def say(self, message: TokenGiven) -> None:
            said.append((self.name, message.token))

    first, second = cast(Worker, Asking("first")), cast(Worker, Asking("second"))
    steering = cast(Steering, SimpleNamespace(all={"s": None}))
    with Errands() as errands:
        hearing = Hearing(cast(Ledger, None), desk, steering, errands)
        hearing.hear(first, NeedToken(1, tokens.token))
        assert tokens.asked_for_one.wait(LONG_S)
        hearing.hear(second, NeedToken(1, None))
        for _ in (first, second):
            assert errands.wake.poll(LONG_S)
            errands.hear()
            tokens.let_go.set()
    assert said == [("second", GOOD_TOKEN), ("first", "token-2")]


def test_a_renewal_that_hangs_holds_up_only_who_asked_for_it(bench: Bench, desk: SlowDesk) -> None:
    desk.tokens = tokens = SlowTokens(renewals=["token-2"])
    (desk.folder / "refused-tokens").write_text(tokens.token)
    submission_id = bench.queue(DATA, b"SLOW " + DATA * 4)
    prepared: list[FileState] = []

    def look(progress: TransferProgress) -> None:
        if tokens.asked_for_one.is_set() and progress.files[1].state is not FileState.WAITING:
            prepared.append(progress.files[1].state)
        if FileState.SEALED in prepared or FileState.UPLOADING in prepared:
            tokens.let_go.set()

    assert watch(bench, look) == {submission_id: TransferState.DONE}
    assert FileState.PREPARING in prepared


def test_given_up_for_lost_while_the_job_call_hangs_a_late_receipt_is_kept_all_the_same(
    bench: Bench, desk: SlowDesk
) -> None:
    desk.slow_for = bench.queue(DATA)

    def look(progress: TransferProgress) -> None:
        if progress.state is TransferState.SUBMITTING:
            assert desk.arrived.wait(LONG_S)
            bench.outbox.cancel(desk.slow_for, even_if_sent=True)
        elif progress.state is TransferState.CANCELLING:
            assert bench.spooled() == [] or not desk.let_go.is_set()
            desk.let_go.set()

    assert watch(bench, look) == {desk.slow_for: TransferState.CANCELLED}
    assert desk.jobs() == [f"job-{desk.slow_for}"], "it had arrived"
    assert (desk.folder / f"receipt-{desk.slow_for}").exists(), "nobody could delete the job from here without it"
    assert bench.spooled() == []


def test_what_an_errand_raises_is_raised_where_it_is_heard_and_nowhere_else() -> None:
    heard: list[type[ClientError]] = []

    def fail() -> None:
        raise UnreachableError(reason="reset")

    def then(errand: Errand[None]) -> None:
        try:
            errand.result()
        except ClientError as error:
            heard.append(type(error))

    def divide() -> float:
        return 1 / 0

    def hear_quotient(errand: Errand[float]) -> None:
        errand.result()

    with Errands() as errands:
        errands.start("one", fail, then)
        assert errands.wake.poll(LONG_S)
        assert errands.is_running("one")
        errands.hear()
        assert not errands.is_running("one")
        errands.start("two", divide, hear_quotient)
        assert errands.wake.poll(LONG_S)
        with pytest.raises(ZeroDivisionError):
            errands.hear()
    assert heard == [UnreachableError]


def test_a_debt_that_hangs_holds_up_neither_files_nor_the_end_of_the_run(bench: Bench, desk: SlowDesk) -> None:
    """The upload of a sealed copy that was lost is deleted while its file is prepared and sent anew."""
    desk.piece_delay_s = 0.05
    first = bench.queue(DATA * 20)

    def pause_in_mid_upload(progress: TransferProgress) -> None:
        if progress.sent_bytes:
            bench.outbox.pause(first)

    bench.run(first, pause_in_mid_upload)
    (bench.folders.outbox / bench.spooled()[0]).unlink()
    old = set(desk.uploads())
    desk.piece_delay_s, desk.slow, desk.slow_for = 0, "terminate", ""
    states: list[TransferState] = []

    def look(progress: TransferProgress) -> None:
        states.append(progress.state)

    started_s = time.monotonic()
    assert bench.run(first, look)[first].state is TransferState.DONE
    assert desk.arrived.is_set()
    assert time.monotonic() - started_s < LONG_S / 2
    assert states[-1] is TransferState.DONE
    desk.let_go.set()
    bench.run(None)
    assert not old & set(desk.uploads())
