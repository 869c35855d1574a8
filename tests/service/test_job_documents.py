"""Profile, receipt, results and deletion certificate of a real practice service, judged by the client's own rooms."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from client.institution.errors import ProfileKeyError
from client.institution.store import InstalledProfile, ProfileStore
from client.institution.where import SystemPlaces
from client.jobs.deletion import CertificateStore, verify_certificate_file
from client.jobs.errors import CertificateSignatureError, ReceiptOtherError, ReceiptSignatureError, ResultOtherError
from client.jobs.receipts import OwnRecord, ReceiptStore, StoredReceipt
from client.jobs.result_download import Download
from client.jobs.results import ResultChoices, fetch_results, require_result_manifest, require_results_ready
from client.model.job import SubmittedFile
from client.network.gate import Gate
from client.network.service import ServiceApi
from client.seal.keys import parse_public_key
from practice.server import PracticeService
from tests.support.practice_client import FakeClock, PracticeClient, Submission, good, running_service
from tests.support.small_vcf import packed, small_vcf


@dataclass(frozen=True)
class FixedToken:
    token: str

    def access_token(self) -> str:
        return self.token

    def renew(self, stale: str) -> str:
        raise AssertionError


@dataclass
class Desk:
    """A signed-in workstation with the service's profile installed and one job handed in."""

    home: Path
    service: PracticeService
    clock: FakeClock
    client: PracticeClient
    installed: InstalledProfile
    submission: Submission
    token: str

    @property
    def receipts(self) -> ReceiptStore:
        return ReceiptStore(self.home / "receipts", self.clock)

    @property
    def certificates(self) -> CertificateStore:
        return CertificateStore(self.home / "certificates", self.clock)

    def own_record(self) -> OwnRecord:
        manifest = self.submission.manifest
        sealed = base64.b64decode(self.submission.body["manifest"])
        return OwnRecord(
            iss=self.installed.profile.service.origin,
            environment=self.installed.profile.environment,
            submission_id=self.submission.submission_id,
            manifest_sha256=hashlib.sha256(sealed).hexdigest(),
            result_recipient=parse_public_key(manifest.result_recipient).key_id.hex(),
            files=tuple(SubmittedFile(file.file_id, file.body_sha256, file.body_bytes) for file in manifest.files),
            activity_log=manifest.activity_log,
            map_id=manifest.map_id,
            made_at=self.clock(),
        )

    def accept(self) -> StoredReceipt:
        return self.receipts.accept(self.token, self.own_record(), self.installed.signed)

    @contextmanager
    def api(self) -> Iterator[ServiceApi]:
        place = self.installed.profile.service
        token = FixedToken(self.client.tokens["access_token"])
        ca_pem = (place.ca_pem or "").encode()
        with Gate(place.origin, place.pins, ca_pem, tokens=token, user_agent="genoseal/test") as gate:
            yield ServiceApi(gate)


@contextmanager
def open_desk(home: Path) -> Iterator[Desk]:
    with ExitStack() as open_things:
        service, clock = open_things.enter_context(running_service(home / "service", retention=timedelta(days=7)))
        client = PracticeClient(service, clock)
        open_things.callback(client.close)
        client.enrol()
        places = SystemPlaces(home / "none", home / "no-policy")
        profiles = ProfileStore(home / "profiles", places, clock)
        profiles.install(service.profile_path, service.key_fingerprint)
        submission = client.prepare({"20": packed(small_vcf()), "21": packed(small_vcf(chromosome="21"))})
        token = good(client.post("/jobs", submission.body))["receipt"]
        yield Desk(home, service, clock, client, profiles.require(), submission, token)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path) as desk:
        yield desk


def test_the_whole_life_of_a_job_in_signed_documents(desk: Desk) -> None:
    stored = desk.accept()
    assert desk.receipts.load(stored.job) == stored
    require_results_ready(desk.client.wait_for_job(stored.job)["state"])
    with desk.api() as api:
        manifest = require_result_manifest(api.result_manifest(stored.job), stored, desk.installed.signed, desk.clock())
        download = Download(api, stored.job, desk.home / "spool")
        results = fetch_results(
            manifest,
            download,
            desk.submission.result_key,
            ResultChoices(desk.home / "out", keep_pseudonyms=True),
        )
        assert {result.names for result in results} <= {"pseudonyms", "none"}
        assert len(results) == len(manifest.results) >= 2
        assert all(result.path.stat().st_size == result.bytes > 0 for result in results)
        kept = desk.certificates.accept(api.delete_job(stored.job), stored, desk.installed.signed)
    assert kept.file is not None
    later = desk.clock() + timedelta(days=3000)
    trusted = [desk.installed.signed]
    verified = verify_certificate_file(kept.file, trusted, [stored], later)
    assert verified.is_of_this_workstation
    assert verified.certificate == kept.certificate


def test_a_receipt_for_other_files_than_were_sent_is_refused(desk: Desk) -> None:
    own = desk.own_record()
    for wrong, field in (
        (own._replace(files=own.files[:1]), "files"),
        (own._replace(manifest_sha256="0" * 64), "manifest_sha256"),
        (own._replace(result_recipient="0" * 64), "result_recipient"),
        (own._replace(environment="production"), "environment"),
    ):
        with pytest.raises(ReceiptOtherError) as caught:
            desk.receipts.accept(desk.token, wrong, desk.installed.signed)
        assert caught.value.facts == {"field": field}


def test_documents_of_another_service_and_of_another_job_are_refused(desk: Desk, tmp_path: Path) -> None:
    stored = desk.accept()
    desk.client.wait_for_job(stored.job)
    second = desk.client.prepare({"22": packed(small_vcf(chromosome="22"))})
    other_job = good(desk.client.post("/jobs", second.body))["job"]["id"]
    desk.client.wait_for_job(other_job)
    with desk.api() as api, pytest.raises(ResultOtherError):
        require_result_manifest(api.result_manifest(other_job), stored, desk.installed.signed, desk.clock())
    with open_desk(tmp_path / "elsewhere") as other:
        with pytest.raises(ReceiptSignatureError):
            desk.receipts.accept(other.token, desk.own_record(), desk.installed.signed)
        with pytest.raises(ProfileKeyError):
            ProfileStore(tmp_path / "p", SystemPlaces(tmp_path / "n", tmp_path / "o"), desk.clock).install(
                other.service.profile_path, desk.service.key_fingerprint
            )
        with other.api() as api:
            foreign_job = other.accept().job
            other.client.wait_for_job(foreign_job)
            foreign = api.delete_job(foreign_job)
        with pytest.raises(CertificateSignatureError):
            desk.certificates.accept(foreign, stored, desk.installed.signed)
