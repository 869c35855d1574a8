"""Whole submissions to the practice service: real preparing, real sealing, real TLS, spawned workers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from client.model.transfer import FileState, TransferProgress, TransferState
from client.tasks.outbox import transfers
from tests.support.sending_scene import SAMPLES, SendingScene, sending_scene, write_cohort


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[SendingScene]:
    with sending_scene(tmp_path) as scene:
        yield scene


def all_bytes(folder: Path) -> bytes:
    return b"\n".join(
        str(path.relative_to(folder)).encode() + b"\n" + path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    )


def test_two_files_and_a_split_one_become_one_job_with_a_verified_receipt(scene: SendingScene) -> None:
    files = [
        *scene.cohort(["22"]),
        write_cohort(scene.folder / "both.vcf.gz", ("20", "21"), 200, SAMPLES),
    ]
    seen: list[TransferProgress] = []
    sent = scene.send(scene.order(files), seen.append)
    receipt = sent.receipt.receipt
    assert receipt.reference.submission_id == sent.submission_id
    (transfer,) = transfers(scene.workplace)
    assert transfer.state is TransferState.DONE
    assert transfer.job_id == sent.job
    assert [file.state for file in transfer.files] == [FileState.STORED, FileState.STORED]
    assert sum(file.body_bytes for file in receipt.files) == transfer.sealed_bytes == transfer.sent_bytes
    assert len(receipt.files) == 3
    assert [path.name for path in (scene.home / "outbox").iterdir() if path.suffix in (".body", ".part")] == []
    assert {TransferState.PREPARING, TransferState.DONE} <= {progress.state for progress in seen}


def test_nothing_that_names_anybody_lies_at_the_service_or_in_the_private_folder(scene: SendingScene) -> None:
    scene.send(scene.order(scene.cohort(["20", "22"])))
    service, home = all_bytes(scene.service_folder), all_bytes(scene.home)
    for planted in (b"Jespersen", b"jespersen", b"pipeline", SAMPLES[3].encode(), str(scene.folder).encode()):
        assert planted not in service
        assert planted not in home
    assert b"/api/v1/uploads/" not in home
