"""Deletion certificates: verify a file, offline."""

from __future__ import annotations

from pathlib import Path

from client.institution.trust import TrustedProfile
from client.jobs.deletion import VerifiedCertificate, verify_certificate_file
from client.jobs.receipts import ReceiptStore, StoredReceipt
from client.model.errors import ClientError
from client.tasks.errors import about
from client.tasks.places import require_file
from client.tasks.profile import installed_profile
from client.tasks.workplace import Workplace


def verify_certificate(workplace: Workplace, file: Path) -> VerifiedCertificate:
    """Verify a certificate with the profiles known here: the installed one and those kept with receipts.

    Speaks to nobody. Raises CertificateDamagedError, CertificateSignatureError and CertificateOtherError.
    """
    require_file(file)
    try:
        verified = look_at_certificate(workplace, file)
    except ClientError as error:
        workplace.note_where_kept("certificate.refused", code=error.code)
        raise about(error, file) from error
    workplace.note_where_kept("certificate.verified")
    return verified


def look_at_certificate(workplace: Workplace, file: Path) -> VerifiedCertificate:
    """`verify_certificate` without a line in the activity log."""
    receipts = tuple(ReceiptStore(workplace.folders.receipts, workplace.clock).iter_readable())
    return verify_certificate_file(file, _profiles(workplace, receipts), receipts, workplace.clock())


def _profiles(workplace: Workplace, receipts: tuple[StoredReceipt, ...]) -> list[TrustedProfile]:
    installed = installed_profile(workplace)
    profiles = [] if installed is None else [installed.signed]
    return profiles + [stored.profile for stored in receipts]
