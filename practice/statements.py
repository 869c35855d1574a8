"""What the service signs: receipts, result manifests and deletion certificates, each with its own key.

The members are those of client.model.job, which both sides share.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from client.model.job import (
    DELETION_TYP,
    RECEIPT_TYP,
    RESULTS_TYP,
    DeletionCertificate,
    JobReference,
    Receipt,
    ResultEntry,
    ResultManifest,
    SubmissionManifest,
    SubmittedFile,
    UploadDeletionCertificate,
)
from client.seal.jws import sign_jws
from practice.core import ENVIRONMENT, PracticeCore


def sign_receipt(core: PracticeCore, reference: JobReference, manifest: SubmissionManifest) -> str:
    """The receipt: what was handed in, in numbers that the client knows too."""
    files = tuple(SubmittedFile(file.file_id, file.body_sha256, file.body_bytes) for file in manifest.files)
    receipt = Receipt(reference, files, manifest.activity_log, core.now_text())
    return _sign(core, "receipt", RECEIPT_TYP, receipt.to_claims())


def sign_result_manifest(core: PracticeCore, job: sqlite3.Row, results: Sequence[ResultEntry]) -> str:
    """Names, sizes and hashes of the sealed results."""
    manifest = ResultManifest(_reference(core, job), tuple(results), core.now_text())
    return _sign(core, "results", RESULTS_TYP, manifest.to_claims())


def sign_job_deletion(core: PracticeCore, job: sqlite3.Row, deleted: dict[str, int], reason: str) -> str:
    """What of a job was deleted, by class. There are no backups, and working copies exist in memory only."""
    certificate = DeletionCertificate(_reference(core, job), deleted, reason, None, core.now_text())
    return _sign(core, "deletion", DELETION_TYP, certificate.to_claims())


def sign_upload_deletion(core: PracticeCore, upload_id: str, deleted_bytes: int) -> str:
    """The certificate of an upload that was never part of a job."""
    certificate = UploadDeletionCertificate(core.origin, ENVIRONMENT, upload_id, deleted_bytes, None, core.now_text())
    return _sign(core, "deletion", DELETION_TYP, certificate.to_claims())


def _sign(core: PracticeCore, purpose: str, typ: str, claims: dict[str, Any]) -> str:
    key = core.keys.signing(purpose)
    return sign_jws(claims, key.private_key, kid=key.kid, typ=typ)


def _reference(core: PracticeCore, job: sqlite3.Row) -> JobReference:
    return JobReference(
        core.origin, ENVIRONMENT, job["id"], job["submission_id"], job["manifest_sha256"], job["recipient_key_id"]
    )
