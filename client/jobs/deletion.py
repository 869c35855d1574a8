"""Deletion certificates: the service states, signed, what it deleted and when. Kept, and verifiable offline."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from client.institution.trust import TrustedProfile
from client.jobs.claims import ClaimsError, first_difference, read_certificate
from client.jobs.errors import (
    CertificateDamagedError,
    CertificateFileError,
    CertificateOtherError,
    CertificateSignatureError,
    JobIdError,
    RecordDamagedError,
)
from client.jobs.receipts import CLOCK_TOLERANCE, StoredReceipt
from client.jobs.signed_by import MAX_RECORD_BYTES, SignedStatement, parse_statement, verification_keys, write_record
from client.model.clock import Clock, parse_time
from client.model.job import DELETION_TYP, JOB_ID, DeletionCertificate, UploadDeletionCertificate
from client.seal.errors import JwsError
from client.seal.jws import require_jws

_TOKEN = re.compile(rb"\s*[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\s*")


@dataclass(frozen=True)
class VerifiedCertificate:
    """What the service states, signed, that it deleted.

    `kid` names the key; `is_of_this_workstation` says that a receipt kept here is for the same job and manifest.
    `file` is where it is kept, None for one that was only looked at.
    """

    certificate: DeletionCertificate | UploadDeletionCertificate
    kid: str
    key_fingerprint: str
    is_of_this_workstation: bool
    statement: SignedStatement = field(repr=False)
    file: Path | None = field(default=None, repr=False)


def require_certificate(
    token: str, stored: StoredReceipt, profile: TrustedProfile, now: datetime
) -> VerifiedCertificate:
    """Verify a certificate that just came and compare it with the job's receipt.

    Everything that was handed in must be named as deleted, and the time must lie between receipt and now (within a
    day). Raises CertificateSignatureError and CertificateOtherError.
    """
    verified = _verify(SignedStatement(token, now, profile))
    certificate = verified.certificate
    if not isinstance(certificate, DeletionCertificate):
        raise CertificateOtherError(field="upload")
    different = first_difference(certificate.reference, stored.reference)
    if different is None and certificate.deleted["sealed_inputs"] != len(stored.receipt.files):
        different = "sealed_inputs"
    received_at, deleted_at = parse_time(stored.receipt.received_at), parse_time(certificate.deleted_at)
    if different is None and not received_at <= deleted_at <= now + CLOCK_TOLERANCE:
        different = "deleted_at"
    if different is not None:
        raise CertificateOtherError(field=different)
    return replace(verified, is_of_this_workstation=True)


class CertificateStore:
    """The certificates of one private folder, one file per job."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock

    def accept(self, token: str, stored: StoredReceipt, profile: TrustedProfile) -> VerifiedCertificate:
        """`require_certificate`, then keep it; on disk when this returns. Raises RecordWriteError as well."""
        verified = require_certificate(token, stored, profile, self._clock())
        path = self._folder / f"{stored.job}.json"
        write_record(path, verified.statement.to_json("certificate"))
        return replace(verified, file=path)

    def path_of(self, job: str) -> Path | None:
        """Where the job's certificate is kept, None where there is none. Raises JobIdError."""
        if not re.fullmatch(JOB_ID, job):
            raise JobIdError
        path = self._folder / f"{job}.json"
        return path if path.exists() else None


def verify_certificate_file(
    path: Path, trusted: Sequence[TrustedProfile], receipts: Sequence[StoredReceipt], now: datetime
) -> VerifiedCertificate:
    """Verify a certificate from a file, offline: one of ours with its profile, or a bare compact JWS.

    `trusted` are the profiles that count: the installed one and those kept with receipts. A profile that lies in the
    file counts only when one of them was signed by the same key, or names that key as next: a forger can bring a
    profile of his own, but not the institution's key. Raises CertificateFileError, CertificateDamagedError,
    CertificateSignatureError, CertificateOtherError and RecordNewerError.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_RECORD_BYTES + 1)
    except (OSError, ValueError):
        raise CertificateFileError from None
    verified = _verify_any(data, trusted, now)
    own = _is_of_this_workstation(verified.certificate, receipts)
    return replace(verified, is_of_this_workstation=own, file=path)


def _is_of_this_workstation(
    certificate: DeletionCertificate | UploadDeletionCertificate, receipts: Sequence[StoredReceipt]
) -> bool:
    """Whether a receipt here is of the same job; raises CertificateOtherError where it says something else."""
    if not isinstance(certificate, DeletionCertificate):
        return False
    known = [stored for stored in receipts if stored.job == certificate.reference.job]
    for stored in known:
        different = first_difference(certificate.reference, stored.reference)
        if different is not None:
            raise CertificateOtherError(field=different)
    return bool(known)


def _verify_any(data: bytes, trusted: Sequence[TrustedProfile], now: datetime) -> VerifiedCertificate:
    if len(data) <= MAX_RECORD_BYTES and _TOKEN.fullmatch(data):
        token = data.strip().decode("ascii")
        for profile in trusted:
            try:
                return _verify(SignedStatement(token, now, profile))
            except CertificateSignatureError:
                continue
        raise CertificateSignatureError
    try:
        statement, _ = parse_statement(data, "certificate")
    except RecordDamagedError:
        raise CertificateDamagedError from None
    keys = {profile.signer.base64_line for profile in trusted}
    keys |= {key for profile in trusted for key in profile.profile.next_keys}
    if statement.profile.signer.base64_line not in keys:
        raise CertificateSignatureError
    return _verify(statement)


def _verify(statement: SignedStatement) -> VerifiedCertificate:
    profile = statement.profile
    try:
        payload = require_jws(
            statement.token,
            verification_keys(profile.profile, "deletion"),
            purpose="deletion",
            typ=DELETION_TYP,
            now=statement.verified_at,
        )
    except JwsError:
        raise CertificateSignatureError from None
    try:
        certificate = read_certificate(payload)
    except ClaimsError as error:
        raise CertificateOtherError(field=error.field) from None
    place = certificate if isinstance(certificate, UploadDeletionCertificate) else certificate.reference
    if place.iss != profile.profile.service.origin:
        raise CertificateOtherError(field="iss")
    if place.environment != profile.profile.environment:
        raise CertificateOtherError(field="environment")
    return VerifiedCertificate(certificate, _kid(statement.token), profile.key_fingerprint, False, statement)


def _kid(token: str) -> str:
    """The key's name out of a header that has been verified."""
    header = token.split(".", 1)[0]
    kid: str = json.loads(base64.urlsafe_b64decode(header + "=" * (-len(header) % 4)))["kid"]
    return kid
