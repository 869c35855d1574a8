"""Whole submissions where bodies go to another server than the job call: an object store, and somebody else's tus."""

from __future__ import annotations

import hashlib
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

import client.tasks.outbox
from client.model.profile import Inbox
from client.model.transfer import TransferProgress, TransferState
from client.tasks.jobs import wait_for_job
from client.tasks.outbox import cancel, drive_outbox, pause
from client.tasks.send import queue_submission
from client.transfer.messages import OpenSink, Prepared, PreparedOutput, PrepareOrder
from client.transfer.runner import RunSettings
from tests.support.fake_service import no_checks
from tests.support.fault_proxy import GOOD, FaultProxy, Line
from tests.support.practice_client import cheap_settings
from tests.support.s3_store import S3Store, object_store
from tests.support.sending_scene import SendingScene, sending_scene
from tests.support.tls_certificates import SPARE_PIN, institution_ca, institution_certificate, institution_pins
from tests.support.tools import MOTO_SERVER, TUS_MODULES, needs, node_program, running

MIB = 1024 * 1024
PART_BYTES = 8 * MIB
SLOW = Line(rate=4 * MIB)


@contextmanager
def s3_scene(folder: Path, script: tuple[Line, ...] = (GOOD,)) -> Iterator[tuple[SendingScene, S3Store, FaultProxy]]:
    """A signed-in workplace whose profile names moto, behind a line, as its inbox."""
    with ExitStack() as stack:
        moto = stack.enter_context(object_store(folder))
        line = stack.enter_context(FaultProxy(moto.port, script))
        store = S3Store(line.origin, moto.client)
        inbox = Inbox(
            kind="s3",
            origin=line.origin,
            pins=(moto.pin, SPARE_PIN),
            ca_pem=moto.ca.pem.decode(),
            weaker_transport_accepted=True,
        )
        settings = cheap_settings(inbox=inbox, object_store=store)
        yield stack.enter_context(sending_scene(folder, settings)), store, line


@contextmanager
def tus_scene(folder: Path, script: tuple[Line, ...] = (GOOD,)) -> Iterator[tuple[SendingScene, Path]]:
    """The same with @tus/server; also the folder of its uploads."""
    pem, uploads = folder / "server.pem", folder / "tus"
    certificate = institution_certificate()
    pem.write_bytes(certificate.key_pem + certificate.certificate_pem)
    uploads.mkdir()
    program = [node_program(), Path(__file__).parent.parent / "support" / "tus_js" / "server.mjs"]
    with ExitStack() as stack:
        process = stack.enter_context(running([*program, pem, uploads, TUS_MODULES.parent, "/api/v1/uploads"]))
        assert process.stdout is not None
        line = stack.enter_context(FaultProxy(int(process.stdout.readline()), script))
        inbox = Inbox(
            kind="tus",
            origin=line.origin,
            pins=institution_pins(),
            ca_pem=institution_ca().pem.decode(),
            weaker_transport_accepted=True,
        )
        with sending_scene(folder, cheap_settings(inbox=inbox, tus_folder=uploads)) as scene:
            yield scene, uploads


def seals_20_mib(order: PrepareOrder, open_sink: OpenSink, on_bytes: Callable[[int], None]) -> Prepared:
    """Stands in for preparing where only the size matters: three parts at an object store."""
    data, digest, sink = os.urandom(MIB), hashlib.sha256(), open_sink("chr20.vcf.gz")
    for number in range(20):
        sink.write(data)
        digest.update(data)
        on_bytes(number)
    return Prepared((PreparedOutput("chr20.vcf.gz", "20", digest.hexdigest()),), b"{}")


def with_large_bodies(monkeypatch: pytest.MonkeyPatch) -> None:
    def settings(*arguments: object, **named: object) -> RunSettings:
        made = RunSettings(*arguments, **named)  # type: ignore[arg-type]
        return replace(made, prepare_file=seals_20_mib, check_reports=no_checks, workers=1)

    monkeypatch.setattr(client.tasks.outbox, "RunSettings", settings)


def once_between_parts(action: Callable[[], object]) -> Callable[[TransferProgress], None]:
    """Does `action` when the first part lies at the store and the second is on the line."""
    done: list[bool] = []

    def look(progress: TransferProgress) -> None:
        if not done and PART_BYTES + MIB < progress.sent_bytes < 2 * PART_BYTES:
            done.append(True)
            action()

    return look


def sent_once(scene: SendingScene, store: S3Store, submission_id: str) -> None:
    """The body came over whole, and nothing is left at the store."""
    (upload,) = [path for path in (scene.service_folder / "uploads").iterdir() if path.is_file()]
    assert upload.stat().st_size > 20 * MIB
    assert store.keys() == []
    assert store.open_multiparts() == []
    assert not list((scene.home / "outbox").glob("*.body"))
    assert submission_id


@needs(MOTO_SERVER)
@pytest.mark.xdist_group("moto")
def test_a_submission_goes_through_an_object_store_and_its_job_succeeds(tmp_path: Path) -> None:
    with s3_scene(tmp_path) as (scene, store, line):
        sent = scene.send(scene.order(scene.cohort(["20", "22"])))
        assert wait_for_job(scene.workplace, sent.job).state == "succeeded"
        assert line.connections >= 2, "bodies went to the store"
        assert (store.keys(), store.open_multiparts()) == ([], [])


@needs(MOTO_SERVER)
@pytest.mark.xdist_group("moto")
def test_parts_at_the_store_survive_a_killed_worker_and_a_pause_and_only_the_broken_one_goes_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_large_bodies(monkeypatch)
    with s3_scene(tmp_path, (GOOD, SLOW, SLOW, GOOD)) as (scene, store, line):
        queued = queue_submission(scene.workplace, scene.order(scene.cohort(["20"])))

        def kill_worker() -> None:
            for lock in (scene.home / "outbox").glob("worker-*.lock"):
                os.kill(int(lock.read_text()), signal.SIGKILL)

        def killed_then_paused(progress: TransferProgress) -> None:
            kill(progress)
            if line.connections == 3:
                stop(progress)

        kill = once_between_parts(kill_worker)
        stop = once_between_parts(lambda: pause(scene.workplace, queued.submission_id))
        outcome = drive_outbox(scene.workplace, queued.submission_id, killed_then_paused)[queued.submission_id]
        assert outcome.state is TransferState.PAUSED
        outcome = drive_outbox(scene.workplace, queued.submission_id)[queued.submission_id]
        assert outcome.state is TransferState.DONE
        # One connection a part: the first, the second three times (killed, paused, whole), the third.
        assert line.connections == 5
        sent_once(scene, store, queued.submission_id)
        (upload,) = [path for path in (scene.service_folder / "uploads").iterdir() if path.is_file()]
        assert hashlib.sha256(upload.read_bytes()).hexdigest() == outcome.files[0].body_sha256


@needs(MOTO_SERVER)
@pytest.mark.xdist_group("moto")
def test_a_submission_that_is_cancelled_leaves_no_part_at_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_large_bodies(monkeypatch)
    with s3_scene(tmp_path, (GOOD, SLOW, GOOD)) as (scene, store, _):
        queued = queue_submission(scene.workplace, scene.order(scene.cohort(["20"])))
        seen: list[int] = []

        def stop() -> None:
            seen.append(len(store.open_multiparts()))
            cancel(scene.workplace, queued.submission_id)

        outcome = drive_outbox(scene.workplace, queued.submission_id, once_between_parts(stop))
        assert outcome[queued.submission_id].state is TransferState.CANCELLED
        assert seen == [1]
        assert (store.keys(), store.open_multiparts()) == ([], [])


@needs(TUS_MODULES)
@pytest.mark.xdist_group("other-tus")
def test_a_submission_goes_through_another_tus_server_and_its_job_succeeds(tmp_path: Path) -> None:
    with tus_scene(tmp_path) as (scene, uploads):
        sent = scene.send(scene.order(scene.cohort(["20", "22"])))
        bodies = {hashlib.sha256(path.read_bytes()).hexdigest() for path in uploads.iterdir() if not path.suffix}
        assert bodies == {file.body_sha256 for file in sent.receipt.receipt.files}
        assert wait_for_job(scene.workplace, sent.job).state == "succeeded"


@needs(TUS_MODULES)
@pytest.mark.xdist_group("other-tus")
def test_a_submission_that_is_cancelled_leaves_nothing_at_another_tus_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_large_bodies(monkeypatch)
    with tus_scene(tmp_path, (SLOW,)) as (scene, uploads):
        queued = queue_submission(scene.workplace, scene.order(scene.cohort(["20"])))
        seen: list[int] = []

        def stop(progress: TransferProgress) -> None:
            if progress.sent_bytes and not seen:
                seen.append(len(list(uploads.iterdir())))
                cancel(scene.workplace, queued.submission_id)

        outcome = drive_outbox(scene.workplace, queued.submission_id, stop)[queued.submission_id]
        assert outcome.state is TransferState.CANCELLED
        assert seen[0] > 0
        assert list(uploads.iterdir()) == []
