"""A service's signing keys, a trusted profile that names them, and the statements of one small job."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from client.institution.profile_writer import profile_toml
from client.institution.trust import TrustedProfile, require_signed, sign_profile
from client.jobs.receipts import OwnRecord, StoredReceipt, require_receipt
from client.model.clock import format_time
from client.model.job import (
    DELETION_TYP,
    RECEIPT_TYP,
    RESULTS_TYP,
    DeletionCertificate,
    JobReference,
    LogAnchor,
    Receipt,
    ResultEntry,
    ResultManifest,
    SubmittedFile,
)
from client.model.profile import Profile
from client.seal.jws import sign_jws
from client.seal.minisign import MinisignSecretKey
from tests.support.profiles import NOW, make_profile, signing_keys

TYPES = {"receipt": RECEIPT_TYP, "results": RESULTS_TYP, "deletion": DELETION_TYP}
FILES = (SubmittedFile("a1" * 16, "b1" * 32, 1000), SubmittedFile("a2" * 16, "b2" * 32, 2000))
LOG = LogAnchor("c" * 64, 12)
MAP_ID = "MAP-7Q2K"
RECEIVED_AT = NOW


@dataclass
class SigningService:
    """Signs statements as a service does. Another `seed` is another service."""

    seed: int = 1
    profile_changes: dict[str, Any] = field(default_factory=dict)

    def key(self, purpose: str) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(bytes([self.seed, list(TYPES).index(purpose)]) * 16)

    @property
    def institution_key(self) -> MinisignSecretKey:
        return MinisignSecretKey(bytes([self.seed]) * 8, bytes([self.seed, 99]) * 16)

    def profile(self) -> Profile:
        public = {purpose: self.key(purpose).public_key().public_bytes_raw() for purpose in TYPES}
        return make_profile(signing_keys=signing_keys(public), **self.profile_changes)

    def trusted(self) -> TrustedProfile:
        data = profile_toml(self.profile())
        return require_signed(data, sign_profile(data, self.institution_key), self.institution_key.public_key())

    def sign(self, purpose: str, claims: dict[str, Any], *, kid: str | None = None, typ: str | None = None) -> str:
        return sign_jws(claims, self.key(purpose), kid=kid or f"{purpose}-1", typ=typ or TYPES[purpose])


def reference(**changes: str) -> JobReference:
    made = JobReference("https://localhost:8443", "practice", "job-00000001", "d" * 32, "e" * 64, "f" * 64)
    return made._replace(**changes)


def own_record(**changes: Any) -> OwnRecord:
    ref = reference()
    made = OwnRecord(
        iss=ref.iss,
        environment=ref.environment,
        submission_id=ref.submission_id,
        manifest_sha256=ref.manifest_sha256,
        result_recipient=ref.result_recipient,
        files=FILES,
        activity_log=LOG,
        map_id=MAP_ID,
        made_at=NOW - timedelta(minutes=5),
    )
    return made._replace(**changes)


def receipt(**changes: Any) -> Receipt:
    return Receipt(reference(), FILES, LOG, format_time(RECEIVED_AT))._replace(**changes)


def stored_receipt(service: SigningService) -> StoredReceipt:
    """The receipt of that job, verified and kept."""
    return require_receipt(service.sign("receipt", receipt().to_claims()), own_record(), service.trusted(), NOW)


def result_manifest(results: tuple[ResultEntry, ...], **changes: Any) -> ResultManifest:
    return ResultManifest(reference(), results, format_time(NOW + timedelta(hours=1)))._replace(**changes)


def certificate(**changes: Any) -> DeletionCertificate:
    deleted = {"sealed_inputs": len(FILES), "working_copies": 0, "results": 1}
    made = DeletionCertificate(reference(), deleted, "request", None, format_time(NOW + timedelta(days=1)))
    return made._replace(**changes)


def clock_at(moment: datetime) -> Any:
    return lambda: moment
