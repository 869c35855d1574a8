"""A job as both sides sign it: the submission manifest, the receipt, the result manifest, the deletion certificate.

These are the exact JSON members of service-api.md's signed documents. `to_claims` gives the object that is signed;
`client.jobs` reads the other side's documents back strictly (an unknown or missing member is refused) and compares
them with its own records. Hashes are lower-case hex, times RFC 3339 UTC `Z`, sizes bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from client.model.anchor import LogAnchor as LogAnchor
from client.model.forms import APPLICATION_ID as APPLICATION_ID
from client.model.forms import CHROMOSOME as CHROMOSOME
from client.model.forms import CONSENT_REFERENCE as CONSENT_REFERENCE
from client.model.forms import FILE_ID as FILE_ID
from client.model.forms import JOB_ID as JOB_ID
from client.model.forms import JOB_NAME as JOB_NAME
from client.model.forms import MAP_ID as MAP_ID
from client.model.forms import MEDIA_TYPE as MEDIA_TYPE
from client.model.forms import PARAMETER_NAME as PARAMETER_NAME
from client.model.forms import PARAMETER_VALUE as PARAMETER_VALUE
from client.model.forms import POLICY_NAME as POLICY_NAME
from client.model.forms import RESULT_NAME as RESULT_NAME
from client.model.forms import SHA256 as SHA256
from client.model.forms import SUBMISSION_ID as SUBMISSION_ID
from client.model.forms import TIME as TIME

RECEIPT_TYP = "genoseal-receipt+jws"
RESULTS_TYP = "genoseal-results+jws"
DELETION_TYP = "genoseal-deletion+jws"
DELETION_CLASSES = ("sealed_inputs", "working_copies", "results")
DELETION_REASONS = ("request", "retention", "cancelled")


@dataclass(frozen=True)
class SubmittedFile:
    """One sealed body, as the receipt names it."""

    file_id: str
    body_sha256: str
    body_bytes: int

    def to_claims(self) -> dict[str, Any]:
        return {"file_id": self.file_id, "body_sha256": self.body_sha256, "body_bytes": self.body_bytes}


@dataclass(frozen=True)
class ManifestFile(SubmittedFile):
    """One sealed body, as the submission manifest names it."""

    prepared_sha256: str
    chromosome: str

    def to_claims(self) -> dict[str, Any]:
        return {**super().to_claims(), "prepared_sha256": self.prepared_sha256, "chromosome": self.chromosome}


@dataclass(frozen=True)
class Consent:
    """Which statement was confirmed (version and hash of its text), under which file number, and when."""

    version: str
    text_sha256: str
    reference: str = field(repr=False)
    confirmed_at: str

    def to_claims(self) -> dict[str, Any]:
        return {
            "version": self.version,
            "text_sha256": self.text_sha256,
            "reference": self.reference,
            "confirmed_at": self.confirmed_at,
        }


class Approval(NamedTuple):
    """The second person's yes, where the policy asks for one: who (an id of the service's) and when."""

    approver_id: str
    approved_at: str

    def to_claims(self) -> dict[str, Any]:
        return {"approver_id": self.approver_id, "approved_at": self.approved_at}


@dataclass(frozen=True)
class SubmissionManifest:
    """What steers a job. Travels only inside a signed envelope (client.seal.manifest_envelope) inside a sealed file."""

    environment: str
    origin: str
    profile_serial: int
    submission_id: str
    result_recipient: str = field(repr=False)
    """PEM text of the job's own public key."""
    application: str
    parameters: dict[str, str]
    name: str
    consent: Consent
    policy_name: str
    policy_digest: str
    map_id: str
    files: tuple[ManifestFile, ...]
    activity_log: LogAnchor
    approval: Approval | None = None

    def to_claims(self) -> dict[str, Any]:
        return {
            "schema": 1,
            "environment": self.environment,
            "origin": self.origin,
            "profile_serial": self.profile_serial,
            "submission_id": self.submission_id,
            "result_recipient": self.result_recipient,
            "application": self.application,
            "parameters": dict(self.parameters),
            "name": self.name,
            "consent": self.consent.to_claims(),
            "policy": {"name": self.policy_name, "digest": self.policy_digest},
            "map_id": self.map_id,
            "files": [file.to_claims() for file in self.files],
            "activity_log": self.activity_log.to_claims(),
            "approval": None if self.approval is None else self.approval.to_claims(),
        }


class JobReference(NamedTuple):
    """What every signed statement names first.

    `manifest_sha256` is of the *sealed* manifest's bytes as posted; `result_recipient` is the hex key_id of the job's
    own public key.
    """

    iss: str
    environment: str
    job: str
    submission_id: str
    manifest_sha256: str
    result_recipient: str

    def to_claims(self) -> dict[str, Any]:
        return {
            "iss": self.iss,
            "environment": self.environment,
            "job": self.job,
            "submission_id": self.submission_id,
            "manifest_sha256": self.manifest_sha256,
            "result_recipient": self.result_recipient,
        }


class Receipt(NamedTuple):
    """The service has these bodies, and the job exists. typ `genoseal-receipt+jws`, purpose `receipt`."""

    reference: JobReference
    files: tuple[SubmittedFile, ...]
    activity_log: LogAnchor
    received_at: str

    def to_claims(self) -> dict[str, Any]:
        return {
            **self.reference.to_claims(),
            "files": [file.to_claims() for file in self.files],
            "activity_log": self.activity_log.to_claims(),
            "received_at": self.received_at,
        }


class ResultEntry(NamedTuple):
    """One sealed result. `map_id` names the pseudonym map whose ids it carries; null where it carries none."""

    name: str
    media_type: str
    sealed_sha256: str
    sealed_bytes: int
    map_id: str | None

    def to_claims(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "media_type": self.media_type,
            "sealed_sha256": self.sealed_sha256,
            "sealed_bytes": self.sealed_bytes,
            "map_id": self.map_id,
        }


class ResultManifest(NamedTuple):
    """What came out of a job. typ `genoseal-results+jws`, purpose `results`."""

    reference: JobReference
    results: tuple[ResultEntry, ...]
    created_at: str

    def to_claims(self) -> dict[str, Any]:
        return {
            **self.reference.to_claims(),
            "results": [result.to_claims() for result in self.results],
            "created_at": self.created_at,
        }


class DeletionCertificate(NamedTuple):
    """What the service states it deleted, counted by class. typ `genoseal-deletion+jws`, purpose `deletion`.

    `backup_until`: until when copies may still lie in backups, null where there are none.
    """

    reference: JobReference
    deleted: dict[str, int]
    reason: str
    backup_until: str | None
    deleted_at: str

    def to_claims(self) -> dict[str, Any]:
        return {
            **self.reference.to_claims(),
            "deleted": dict(self.deleted),
            "reason": self.reason,
            "backup_until": self.backup_until,
            "deleted_at": self.deleted_at,
        }


class UploadDeletionCertificate(NamedTuple):
    """The same for one upload that never became part of a job. typ and purpose as for a job's certificate."""

    iss: str
    environment: str
    upload: str
    deleted_bytes: int
    backup_until: str | None
    deleted_at: str

    def to_claims(self) -> dict[str, Any]:
        return {
            "iss": self.iss,
            "environment": self.environment,
            "upload": self.upload,
            "deleted_bytes": self.deleted_bytes,
            "backup_until": self.backup_until,
            "deleted_at": self.deleted_at,
        }
