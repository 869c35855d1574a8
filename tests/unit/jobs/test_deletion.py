"""Deletion certificates: for this job, for all of it, and verifiable offline years later."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from client.jobs.deletion import CertificateStore, require_certificate, verify_certificate_file
from client.jobs.errors import (
    CertificateDamagedError,
    CertificateFileError,
    CertificateOtherError,
    CertificateSignatureError,
    JobIdError,
    RecordNewerError,
)
from client.jobs.receipts import require_receipt
from client.model.clock import format_time
from client.model.job import UploadDeletionCertificate
from tests.support.profiles import NOW
from tests.support.statements import (
    SigningService,
    certificate,
    clock_at,
    own_record,
    receipt,
    reference,
    stored_receipt,
)

SERVICE = SigningService()
STORED = stored_receipt(SERVICE)
STRANGER = SigningService(seed=2)
LATER = NOW + timedelta(days=1)


def token(claims: dict[str, Any] | None = None, service: SigningService = SERVICE) -> str:
    return service.sign("deletion", claims or certificate().to_claims())


def test_a_certificate_for_the_whole_job_is_kept_and_verified_offline_years_later(tmp_path: Path) -> None:
    store = CertificateStore(tmp_path, clock_at(LATER))
    accepted = store.accept(token(), STORED, SERVICE.trusted())
    assert accepted.file == store.path_of("job-00000001") == tmp_path / "job-00000001.json"
    years_later = NOW + timedelta(days=3000)
    verified = verify_certificate_file(tmp_path / "job-00000001.json", [SERVICE.trusted()], [STORED], years_later)
    assert (verified.certificate, verified.kid, verified.is_of_this_workstation) == (certificate(), "deletion-1", True)
    assert verified.key_fingerprint == SERVICE.trusted().key_fingerprint
    without = verify_certificate_file(tmp_path / "job-00000001.json", [SERVICE.trusted()], [], years_later)
    assert not without.is_of_this_workstation


def test_where_a_certificate_would_lie_is_asked_by_an_id_only(tmp_path: Path) -> None:
    store = CertificateStore(tmp_path, clock_at(LATER))
    assert store.path_of("job-00000001") is None
    with pytest.raises(JobIdError):
        store.path_of("../x")


@pytest.mark.parametrize(
    ("forged", "field"),
    [
        (certificate(reference=reference(job="job-00000002")), "job"),
        (certificate(reference=reference(submission_id="0" * 32)), "submission_id"),
        (certificate(reference=reference(manifest_sha256="0" * 64)), "manifest_sha256"),
        (certificate(reference=reference(iss="https://localhost:1")), "iss"),
        (certificate(reference=reference(environment="production")), "environment"),
        (certificate(deleted={"sealed_inputs": 1, "working_copies": 0, "results": 1}), "sealed_inputs"),
        (certificate(deleted={"sealed_inputs": 2, "results": 1}), "working_copies"),
        (certificate(deleted={"sealed_inputs": 2, "working_copies": -1, "results": 1}), "working_copies"),
        (certificate(deleted={"sealed_inputs": 2, "working_copies": 2**31, "results": 1}), "working_copies"),
        (certificate(deleted={"sealed_inputs": 2, "working_copies": 0, "results": 1, "x": 1}), "other"),
        (certificate(reason="because"), "reason"),
        (certificate(deleted_at=format_time(NOW - timedelta(seconds=1))), "deleted_at"),
        (certificate(deleted_at=format_time(LATER + timedelta(days=2))), "deleted_at"),
        (certificate(backup_until="tomorrow"), "backup_until"),
    ],
)
def test_a_certificate_for_something_else_or_for_a_part_is_refused_by_name(forged: Any, field: str) -> None:
    with pytest.raises(CertificateOtherError) as caught:
        require_certificate(token(forged.to_claims()), STORED, SERVICE.trusted(), LATER)
    assert caught.value.facts == {"field": field}


def test_a_certificate_for_an_upload_is_not_one_for_a_job_and_verifies_by_itself(tmp_path: Path) -> None:
    upload = UploadDeletionCertificate("https://localhost:8443", "practice", "u" * 32, 5, None, format_time(NOW))
    signed = token(upload.to_claims())
    with pytest.raises(CertificateOtherError) as caught:
        require_certificate(signed, STORED, SERVICE.trusted(), LATER)
    assert caught.value.facts == {"field": "upload"}
    path = tmp_path / "upload.jws"
    path.write_text(signed + "\n")
    assert verify_certificate_file(path, [SERVICE.trusted()], [STORED], LATER).certificate == upload


def test_nobody_else_can_sign_a_certificate() -> None:
    for forged in (
        token(service=STRANGER),
        SERVICE.sign("receipt", certificate().to_claims(), kid="deletion-1", typ="genoseal-deletion+jws"),
        SERVICE.sign("receipt", receipt().to_claims()),
        token()[:-4] + "AAAA",
        "a.b.c",
    ):
        with pytest.raises(CertificateSignatureError):
            require_certificate(forged, STORED, SERVICE.trusted(), LATER)


def keep(tmp_path: Path, service: SigningService) -> Path:
    signed = service.sign("receipt", receipt().to_claims())
    receipt_of = require_receipt(signed, own_record(), service.trusted(), NOW)
    CertificateStore(tmp_path, clock_at(LATER)).accept(token(service=service), receipt_of, service.trusted())
    return tmp_path / "job-00000001.json"


def test_a_forger_can_bring_a_profile_but_not_the_institutions_key(tmp_path: Path) -> None:
    forged = keep(tmp_path, STRANGER)
    with pytest.raises(CertificateSignatureError):
        verify_certificate_file(forged, [SERVICE.trusted()], [STORED], LATER)
    with pytest.raises(CertificateSignatureError):
        verify_certificate_file(forged, [], [], LATER)


def test_a_certificate_kept_under_the_next_key_is_believed(tmp_path: Path) -> None:
    announcing = SigningService(
        profile_changes={"next_keys": (STRANGER.institution_key.public_key().base64_line,)}
    ).trusted()
    verify_certificate_file(keep(tmp_path, STRANGER), [announcing], [], LATER)


def test_a_certificate_that_contradicts_our_receipt_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.jws"
    path.write_text(token(certificate(reference=reference(manifest_sha256="0" * 64)).to_claims()))
    with pytest.raises(CertificateOtherError):
        verify_certificate_file(path, [SERVICE.trusted()], [STORED], LATER)


def test_changed_characters_all_over_a_kept_certificates_token_is_refused(tmp_path: Path) -> None:
    path = keep(tmp_path, SERVICE)
    value = json.loads(path.read_text())
    good = value["certificate"]
    for position in range(0, len(good), 3):
        value["certificate"] = good[:position] + ("A" if good[position] != "A" else "B") + good[position + 1 :]
        path.write_text(json.dumps(value))
        with pytest.raises(CertificateSignatureError):
            verify_certificate_file(path, [SERVICE.trusted()], [], LATER)


def test_a_profile_of_another_environment_swapped_in_is_refused(tmp_path: Path) -> None:
    path = keep(tmp_path, SERVICE)
    value = json.loads(path.read_text())
    other = replace(SERVICE, profile_changes={"environment": "test"}).trusted()
    value["profile"]["signature"] = other.signature_text
    value["profile"]["toml"] = base64.b64encode(other.toml_bytes).decode()
    path.write_text(json.dumps(value))
    with pytest.raises(CertificateOtherError) as caught:
        verify_certificate_file(path, [SERVICE.trusted()], [], LATER)
    assert caught.value.facts == {"field": "environment"}


@pytest.mark.parametrize("data", [b"", b"{}", b"[" * 100_000, b"\xff" * 100, b"a.b", b'{"schema": 1}', b"null"])
def test_garbage_is_a_damaged_certificate(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "c.json"
    path.write_bytes(data)
    with pytest.raises(CertificateDamagedError):
        verify_certificate_file(path, [SERVICE.trusted()], [], LATER)


def test_a_missing_file_and_a_newer_one(tmp_path: Path) -> None:
    for wrong in (tmp_path / "none", tmp_path, Path("\0")):
        with pytest.raises(CertificateFileError):
            verify_certificate_file(wrong, [], [], LATER)
    (tmp_path / "new.json").write_text('{"schema": 2}')
    with pytest.raises(RecordNewerError):
        verify_certificate_file(tmp_path / "new.json", [], [], LATER)
