"""Sends that must not arrive, or must stop in the middle: a recheck that fails last, a revoked device, short tokens."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

import client.tasks.outbox
from client.account.errors import DeviceRevokedError
from client.model.transfer import TransferState
from client.seal.errors import NotSealedFileError
from client.seal.keys import PrivateKey, parse_private_key
from client.seal.streams import open_bytes
from client.tasks.connection import open_account
from client.tasks.outbox import drive_outbox
from client.tasks.profile import install_profile
from client.tasks.sealed_preparation import prepare_for_sealing
from client.tasks.send import queue_submission
from client.transfer.messages import OpenSink, Prepared, PrepareOrder
from client.transfer.runner import RunSettings
from practice.faults import Fault, Hold
from prep.errors import RecheckError
from tests.support.places import make_workplace
from tests.support.practice_client import cheap_settings
from tests.support.sending_scene import SendingScene, sending_scene, sign_in_again


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
    return parse_private_key((scene.service_folder / "keys" / "recipient.pem").read_text(), None)


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


PATCH_BYTES = 16 * 1024


def revoke_while_held(scene: SendingScene, device_id: str, hold: Hold) -> None:
    """From another workstation: once the service has a PATCH in its hands, and before it reads it."""
    with make_workplace(scene.folder / "other") as elsewhere:
        install_profile(elsewhere, scene.service.profile_path, scene.service.key_fingerprint)
        sign_in_again(elsewhere, scene.service, scene.recovery_codes[1])
        assert hold.arrived.wait(60)
        with open_account(elsewhere) as account:
            account.revoke(device_id)
    hold.let_go.set()


def test_a_device_revoked_in_the_middle_of_an_upload_stops_with_its_place_kept_and_goes_on_after_signing_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sending_scene(tmp_path, cheap_settings(max_patch_bytes=PATCH_BYTES)) as scene:
        with_settings(monkeypatch, workers=1)
        order = scene.order(scene.cohort(["20"], sites=3_000))
        hold = Hold()
        for fault in (Fault("PATCH", "/api/v1/uploads"), Fault("PATCH", "/api/v1/uploads", hold=hold)):
            scene.service.faults.add(fault)
        queued = queue_submission(scene.workplace, order)
        with open_account(scene.workplace) as account:
            device_id = account.device().device_id
        revoking = Thread(target=revoke_while_held, args=(scene, device_id, hold))
        revoking.start()
        outcome = drive_outbox(scene.workplace, queued.submission_id)[queued.submission_id]
        revoking.join()
        assert outcome.state is TransferState.NEEDS_YOU
        assert isinstance(outcome.error, DeviceRevokedError)

        (body,) = (scene.home / "outbox").glob("*.body")
        (upload,) = [path for path in (scene.service_folder / "uploads").iterdir() if path.is_file()]
        arrived = upload.read_bytes()
        assert PATCH_BYTES <= len(arrived) < body.stat().st_size, "not some but not all of it was up"
        assert body.read_bytes().startswith(arrived)

        sign_in_again(scene.workplace, scene.service, scene.recovery_codes[2])
        before = scene.service.faults.requests
        outcome = drive_outbox(scene.workplace, queued.submission_id)[queued.submission_id]
        assert outcome.state is TransferState.DONE
        assert upload.stat().st_size == outcome.files[0].body_bytes
        assert hashlib.sha256(upload.read_bytes()).hexdigest() == outcome.files[0].body_sha256
        whole_again = -(-outcome.files[0].body_bytes // PATCH_BYTES)
        assert scene.service.faults.requests - before < whole_again + 10


def test_tokens_that_end_in_the_middle_are_renewed_and_nothing_stops(tmp_path: Path) -> None:
    with sending_scene(tmp_path, cheap_settings(access_token_s=31)) as scene:
        sent = scene.send(scene.order(scene.cohort(["20", "21", "22"])))
        assert sent.receipt.receipt.reference.submission_id == sent.submission_id
