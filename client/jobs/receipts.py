"""Receipts: the service states, signed, that it has these bodies and that the job exists.

`accept` verifies one against our own records and keeps it under `receipts/` with the profile it verified by; from then
on it is what results and deletion certificates are compared with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from client.audit.verify import ReceiptAnchor
from client.institution.trust import TrustedProfile
from client.jobs.claims import ClaimsError, first_difference, read_receipt
from client.jobs.errors import (
    JobIdError,
    JobUnknownError,
    ReceiptOtherError,
    ReceiptSignatureError,
    RecordDamagedError,
)
from client.jobs.signed_by import MAX_RECORD_BYTES, SignedStatement, parse_statement, verification_keys, write_record
from client.model.clock import Clock, parse_time
from client.model.job import JOB_ID, MAP_ID, RECEIPT_TYP, JobReference, LogAnchor, Receipt, SubmittedFile
from client.seal.errors import JwsError
from client.seal.jws import require_jws

CLOCK_TOLERANCE = timedelta(days=1)
"""How far the service's times may lie from ours: its clock rules, ours may be wrong; only the absurd is refused."""


class OwnRecord(NamedTuple):
    """What this workstation knows about a submission by itself; a receipt must say exactly this.

    `manifest_sha256` is of the sealed manifest as posted, `result_recipient` the hex key_id of the job's own key,
    `made_at` when the manifest was made.
    """

    iss: str
    environment: str
    submission_id: str
    manifest_sha256: str
    result_recipient: str
    files: tuple[SubmittedFile, ...]
    activity_log: LogAnchor
    map_id: str
    made_at: datetime


@dataclass(frozen=True)
class StoredReceipt:
    """A verified receipt with what belongs to it here. `profile` is the one it was verified by."""

    receipt: Receipt
    statement: SignedStatement = field(repr=False)
    map_id: str

    @property
    def job(self) -> str:
        return self.receipt.reference.job

    @property
    def reference(self) -> JobReference:
        return self.receipt.reference

    @property
    def profile(self) -> TrustedProfile:
        return self.statement.profile

    @property
    def claims(self) -> dict[str, Any]:
        """What the service states, signed: the receipt's own members."""
        return self.receipt.to_claims()


def require_receipt(token: str, own: OwnRecord, profile: TrustedProfile, now: datetime) -> StoredReceipt:
    """Verify a receipt and compare it with our own record, files as a set, times within a day.

    Raises ReceiptSignatureError and ReceiptOtherError.
    """
    receipt = _verify(SignedStatement(token, now, profile))
    reference = receipt.reference
    expected = JobReference(
        own.iss, own.environment, reference.job, own.submission_id, own.manifest_sha256, own.result_recipient
    )
    different = first_difference(reference, expected)
    if different is None and set(receipt.files) != set(own.files):
        different = "files"
    if different is None and receipt.activity_log != own.activity_log:
        different = "activity_log"
    received_at = parse_time(receipt.received_at)
    if different is None and not own.made_at - CLOCK_TOLERANCE <= received_at <= now + CLOCK_TOLERANCE:
        different = "received_at"
    if different is not None:
        raise ReceiptOtherError(field=different)
    return StoredReceipt(receipt, SignedStatement(token, now, profile), own.map_id)


class ReceiptStore:
    """The receipts of one private folder, one file per job."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock

    def accept(self, token: str, own: OwnRecord, profile: TrustedProfile) -> StoredReceipt:
        """`require_receipt`, then keep it. On disk when this returns. Raises RecordWriteError as well."""
        stored = require_receipt(token, own, profile, self._clock())
        write_record(self._path(stored.job), stored.statement.to_json("receipt", map_id=stored.map_id))
        return stored

    def load(self, job: str) -> StoredReceipt:
        """The receipt of `job`, verified again by the profile beside it.

        Raises JobIdError, JobUnknownError, RecordDamagedError and RecordNewerError.
        """
        if not re.fullmatch(JOB_ID, job):
            raise JobIdError
        stored = self._read(self._path(job))
        if stored.job != job:
            raise RecordDamagedError(which="receipt")  # renamed into the place of another
        return stored

    def find_submission(self, submission_id: str) -> StoredReceipt | None:
        """The receipt of a submission, None where there is none."""
        for stored in self.iter_readable():
            if stored.reference.submission_id == submission_id:
                return stored
        return None

    def iter_readable(self) -> Iterator[StoredReceipt]:
        """All receipts that can be read, in the order of their job ids; damaged ones are passed over."""
        for path in self._paths():
            try:
                yield self._read(path)
            except (RecordDamagedError, JobUnknownError):
                continue

    def job_ids(self) -> tuple[str, ...]:
        """The jobs whose receipts lie here, whether they can be read or not."""
        return tuple(path.stem for path in self._paths())

    def anchors(self) -> tuple[ReceiptAnchor, ...]:
        """What the activity log is verified with."""
        return tuple(
            ReceiptAnchor(stored.job, stored.receipt.received_at, stored.receipt.activity_log)
            for stored in self.iter_readable()
        )

    def _path(self, job: str) -> Path:
        return self._folder / f"{job}.json"

    def _paths(self) -> list[Path]:
        return sorted(self._folder.glob("*.json")) if self._folder.is_dir() else []

    def _read(self, path: Path) -> StoredReceipt:
        try:
            with path.open("rb") as stream:
                data = stream.read(MAX_RECORD_BYTES + 1)
        except (FileNotFoundError, NotADirectoryError):
            raise JobUnknownError from None
        except OSError:
            raise RecordDamagedError(which="receipt") from None
        statement, value = parse_statement(data, "receipt")
        map_id = value.get("map_id")
        if not isinstance(map_id, str) or not re.fullmatch(MAP_ID, map_id):
            raise RecordDamagedError(which="receipt")
        try:
            receipt = _verify(statement)
        except (ReceiptSignatureError, ReceiptOtherError):
            raise RecordDamagedError(which="receipt") from None
        return StoredReceipt(receipt, statement, map_id)


def _verify(statement: SignedStatement) -> Receipt:
    keys = verification_keys(statement.profile.profile, "receipt")
    try:
        payload = require_jws(statement.token, keys, purpose="receipt", typ=RECEIPT_TYP, now=statement.verified_at)
    except JwsError:
        raise ReceiptSignatureError from None
    try:
        return read_receipt(payload)
    except ClaimsError as error:
        raise ReceiptOtherError(field=error.field) from None
