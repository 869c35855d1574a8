"""Sends that must not arrive, or must stop in the middle: a recheck that fails last, a revoked device, short tokens."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

import client.tasks.outbox
from client.model.transfer import SubmissionOutcome, TransferProgress, TransferState
from client.seal.errors import NotSealedFileError
from client.seal.keys import PrivateKey, parse_private_key
from client.seal.streams import open_bytes
from client.tasks.connection import open_account
from client.tasks.outbox import drive_outbox
from client.tasks.sealed_preparation import prepare_for_sealing
from client.tasks.send import queue_submission, send
from client.transfer.messages import OpenSink, Prepared, PrepareOrder
from client.transfer.runner import RunSettings
from practice.faults import Fault
from prep.errors import RecheckError
from tests.support.practice_client import cheap_settings
from tests.support.sending_scene import SendingScene, sending_scene


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[SendingScene]:
    with sending_scene(tmp_path) as scene:
        yield scene


def fails_in_the_last_file(order: PrepareOrder, open_sink: OpenSink, on_read: Callable[[int], None]) -> Prepared:
    """Real preparing; the last file's recheck says no after every byte of it was sealed."""
    prepared = prepare_for_sealing(order, open_sink, on_read)
    if order.position == 2:
        raise RecheckError(check="grammar")
    return prepared


def with_settings(monkeypatch: pytest.MonkeyPatch, **changes: object) -> None:
    """The outbox that the use cases open runs with these settings."""

    def settings(*arguments: object, **named: object) -> RunSettings:
        return replace(RunSettings(*arguments, **named), **changes)  # type: ignore[arg-type]

    monkeypatch.setattr(client.tasks.outbox, "RunSettings", settings)


def recipient_key(scene: SendingScene) -> PrivateKey:
    return parse_private_key(next(scene.service_folder.rglob("recipient.pem")).read_text(), None)


def test_when_the_last_recheck_fails_the_recipients_key_opens_nothing_of_what_was_uploaded(
    scene: SendingScene, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_settings(monkeypatch, workers=1, prepare_file=fails_in_the_last_file, most_withdrawal_attempts=1)
    # The service refuses to delete at first, so that what it received can be looked at.
    for _ in range(20):
        scene.service.faults.add(Fault("DELETE", "/api/v1/uploads", problem="busy"))
    queued = queue_submission(scene.workplace, scene.order(scene.cohort(["20", "21", "22"])))
    outcome = drive_outbox(scene.workplace, queued.submission_id)[queued.submission_id]
    assert outcome.problem is not None
    assert (outcome.state, outcome.problem.code) == (TransferState.FAILING, "RECHECK-FAILED")
    received = [path for path in scene.service_folder.rglob("uploads/*") if path.is_file()]
    assert len([path for path in received if path.stat().st_size > 1000]) == 2
    key = recipient_key(scene)
    for path in received:
        with pytest.raises(NotSealedFileError):
            open_bytes(path.read_bytes(), key)
    for path in scene.service_folder.rglob("*"):
        assert not path.is_file() or b"\x89GSL" not in path.read_bytes()
    with closing(sqlite3.connect(scene.home / "outbox" / "ledger.sqlite3")) as ledger:
        assert ledger.execute("SELECT count(*) FROM bodies").fetchone() == (0,)
    assert not list((scene.home / "outbox").glob("*.body"))
    drained(scene)
    assert drive_outbox(scene.workplace)[queued.submission_id].state is TransferState.FAILED
    assert not [path for path in scene.service_folder.rglob("uploads/*") if path.is_file() and path.stat().st_size]


def drained(scene: SendingScene) -> None:
    """Take back the faults that nothing has met."""
    scene.service.faults._waiting.clear()


def test_a_device_revoked_in_the_middle_stops_with_its_place_kept(
    scene: SendingScene, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_settings(monkeypatch, workers=1)
    revoked: list[bool] = []

    def revoke(progress: TransferProgress) -> None:
        # At the first report: on a quick machine the upload may be over before one says that it runs.
        if not revoked:
            revoked.append(True)
            with open_account(scene.workplace) as account:
                account.revoke(account.device().device_id)

    queued = queue_submission(scene.workplace, scene.order(scene.cohort(["20", "21"])))
    outcome: SubmissionOutcome = drive_outbox(scene.workplace, queued.submission_id, revoke)[queued.submission_id]
    assert outcome.state is TransferState.NEEDS_YOU
    assert outcome.error is not None
    assert getattr(outcome.error, "exit_code", 0) == 5
    assert list((scene.home / "outbox").glob("*.body"))


def test_tokens_that_end_in_the_middle_are_renewed_and_nothing_stops(tmp_path: Path) -> None:
    with sending_scene(tmp_path, cheap_settings(access_token_s=31)) as scene:
        sent = send(scene.workplace, scene.order(scene.cohort(["20", "21", "22"])))
        assert sent.receipt.receipt.reference.submission_id == sent.submission_id
