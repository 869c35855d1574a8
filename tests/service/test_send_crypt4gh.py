"""A whole submission to an inbox whose profile asks for Crypt4GH, and every place that refuses it."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from client.institution.errors import ProfileFieldError, ProfileWriterError
from client.institution.profile import parse_profile
from client.institution.profile_writer import profile_toml
from client.institution.where import SystemPlaces
from client.model.profile import Inbox
from client.model.transfer import TransferState
from client.network.service import ServiceApi
from client.seal.errors import Aes256PolicyError
from client.seal.keys import generate_private_key, parse_private_key
from client.tasks.desk import ServiceDesk
from client.tasks.jobs import wait_for_job
from client.tasks.outbox import drive_outbox, transfers
from client.tasks.send import queue_submission
from tests.support.crypt4gh_oracle import needs_oracle, oracle, write_oracle_keys
from tests.support.practice_client import cheap_settings
from tests.support.profiles import make_profile
from tests.support.sending_scene import SAMPLES, SendingScene, sending_scene

SEGMENT = 12 + 65_536 + 16


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[SendingScene]:
    with sending_scene(tmp_path, cheap_settings(container="crypt4gh")) as scene:
        yield scene


def watch_headers(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """The headers of each job call that goes out, by upload."""
    headers: dict[str, bytes] = {}
    submit = ServiceApi.submit_job

    def watched(api: ServiceApi, body: bytes) -> object:
        headers.update((file["upload"], base64.b64decode(file["header"])) for file in json.loads(body)["files"])
        return submit(api, body)

    monkeypatch.setattr(ServiceApi, "submit_job", watched)
    return headers


@needs_oracle
def test_it_arrives_opens_in_the_archives_own_program_and_the_job_succeeds(
    scene: SendingScene, monkeypatch: pytest.MonkeyPatch
) -> None:
    headers = watch_headers(monkeypatch)
    sent = scene.send(scene.order(scene.cohort(["20", "22"], sites=2_000)))
    assert wait_for_job(scene.workplace, sent.job).state == "succeeded"

    write_oracle_keys(
        scene.folder, parse_private_key((scene.service_folder / "keys" / "recipient.pem").read_text(), None)
    )
    bodies = {path.name: path.read_bytes() for path in (scene.service_folder / "uploads").iterdir()}
    assert set(bodies) == set(headers)
    for upload, body in bodies.items():
        text = gzip.decompress(oracle(scene.folder, "decrypt", "--sk", "sec", data=headers[upload] + body))
        assert text.startswith(b"##fileformat=VCF")
        assert SAMPLES[0].encode() not in text
    stated = {file.body_sha256 for file in sent.receipt.receipt.files}
    assert stated == {hashlib.sha256(body).hexdigest() for body in bodies.values()}


def test_segments_that_were_swapped_at_the_service_are_noticed_by_the_hash_beside_them(
    scene: SendingScene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each segment is authentic for itself there, so the format alone would open a file in another order."""
    swapped: list[Path] = []

    def before_the_manifest(build: Callable[..., bytes]) -> Callable[..., bytes]:
        def build_after_a_swap(*arguments: object) -> bytes:
            for path in (scene.service_folder / "uploads").iterdir():
                body = path.read_bytes()
                assert len(body) > 2 * SEGMENT
                path.write_bytes(body[SEGMENT : 2 * SEGMENT] + body[:SEGMENT] + body[2 * SEGMENT :])
                swapped.append(path)
            return build(*arguments)

        return build_after_a_swap

    monkeypatch.setattr(ServiceDesk, "build_manifest", before_the_manifest(ServiceDesk.build_manifest))
    sent = scene.send(scene.order(scene.cohort(["20"], sites=6_000)))
    assert len(swapped) == 1
    job = wait_for_job(scene.workplace, sent.job)
    assert job.state == "failed"
    said = [message.text for step in job.steps for message in step.messages]
    assert "The sealed file for chromosome 20 is not the one that was announced." in said


def test_where_the_workstation_demands_aes_256_nothing_is_queued(
    scene: SendingScene, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = scene.folder / "policy.json"
    places = SystemPlaces(scene.folder / "profile.d", policy, owner_uid=os.getuid(), top=scene.folder)
    monkeypatch.setattr("client.tasks.profile.system_places", lambda: places)
    order = scene.order(scene.cohort(["20"]))
    policy.write_text('{"schema": 1, "aes256_required": true}')
    with pytest.raises(Aes256PolicyError) as refused:
        queue_submission(scene.workplace, order)
    assert refused.value.exit_code == 2
    assert transfers(scene.workplace) == ()
    policy.unlink()
    queued = queue_submission(scene.workplace, order)
    assert queued.container == "crypt4gh"
    policy.write_text('{"schema": 1, "aes256_required": true}')
    stopped = drive_outbox(scene.workplace, queued.submission_id)[queued.submission_id]
    assert stopped.state is TransferState.NEEDS_YOU
    assert stopped.problem is not None
    assert stopped.problem.code == "SEAL-AES256"
    assert list((scene.service_folder / "uploads").iterdir()) == []


def test_a_profile_cannot_demand_aes_256_and_crypt4gh_or_name_keys_that_do_not_fit() -> None:
    good = make_profile(inbox=Inbox(container="crypt4gh"))
    assert parse_profile(profile_toml(good)) == good
    aes256 = make_profile(inbox=Inbox(aes256_required=True))
    assert parse_profile(profile_toml(aes256)) == aes256
    hybrid = generate_private_key().public_key().to_pem()
    encoded = base64.b64encode(b"\x01" * 32).decode()
    archive = f"-----BEGIN CRYPT4GH PUBLIC KEY-----\n{encoded}\n-----END CRYPT4GH PUBLIC KEY-----\n"
    assert parse_profile(profile_toml(good._replace(recipients=(archive,)))).recipients == (archive,)
    for wrong in (
        good._replace(inbox=Inbox(container="crypt4gh", aes256_required=True)),
        good._replace(recipients=(hybrid,)),
        good._replace(recipients=(archive.replace(encoded, encoded[:-8]),)),
        make_profile()._replace(recipients=(archive,)),
    ):
        with pytest.raises((ProfileFieldError, ProfileWriterError)):
            profile_toml(wrong)


def test_what_was_queued_as_gseal_is_not_sent_to_an_inbox_that_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sending_scene(tmp_path) as scene:
        queued = queue_submission(scene.workplace, scene.order(scene.cohort(["20"])))
        assert queued.container == "gseal"
        monkeypatch.setattr(ServiceDesk, "container", property(lambda _: "crypt4gh"))
        outcome = drive_outbox(scene.workplace, queued.submission_id)[queued.submission_id]
    assert outcome.state is TransferState.NEEDS_YOU
    assert outcome.problem is not None
    assert outcome.problem.code == "OUTBOX-OTHER-SERVICE"
