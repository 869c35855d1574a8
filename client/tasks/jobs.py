"""Jobs at the service: list, follow, cancel, delete; and what the service states about them, signed."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from client.account.account import Account
from client.jobs.deletion import CertificateStore, VerifiedCertificate
from client.jobs.errors import JobFinishedError, JobNotDeletedError
from client.jobs.receipts import ReceiptStore, StoredReceipt
from client.model.errors import ClientError
from client.model.job import DeletionCertificate
from client.model.service import JobStatus
from client.network.errors import ConflictError, NotThereError
from client.seal.private_output import private_output
from client.tasks.certificate import look_at_certificate
from client.tasks.connection import open_account
from client.tasks.errors import about
from client.tasks.outbox import transfers
from client.tasks.places import require_output
from client.tasks.profile import require_installed_profile
from client.tasks.typed_ids import find_typed_id
from client.tasks.workplace import Workplace

Standing = Literal["", "opened", "restored", "certified"]
"""`opened`: results were fetched and opened here; `restored`: with the original names; `certified`: the service deleted
it, and its certificate is verified and kept."""
_PAGES = 1000
_SHORTEST_LOOK_S = 0.5
_LONGEST_LOOK_S = 15.0


@dataclass(frozen=True)
class KnownJob:
    """A job as the service reports it, with what only this computer knows of it."""

    status: JobStatus
    name: str = field(default="", repr=False)
    """What the user called it."""
    is_of_this_computer: bool = False
    """Whether its receipt is kept here; results can be opened only where it was sent (or keys were brought)."""
    standing: Standing = ""
    """What this computer has done with it since."""


def list_jobs(workplace: Workplace) -> tuple[KnownJob, ...]:
    """All jobs of the signed-in user, oldest first."""
    with open_account(workplace) as account:
        found = _statuses(account)
    names = {progress.job_id: progress.name for progress in transfers(workplace)}
    kept = {stored.job for stored in _receipts(workplace).iter_readable()}
    standings = _standings(workplace)
    return tuple(KnownJob(job, names.get(job.id, ""), job.id in kept, standings.get(job.id, "")) for job in found)


def find_sent_job(workplace: Workplace, typed: str) -> str:
    """The job that `typed` is or alone begins, of those sent from here; what is none of them as it was typed.

    Raises ShortenedIdError.
    """
    return find_typed_id(typed, _receipts(workplace).job_ids()) or typed


def find_job(workplace: Workplace, typed: str) -> str:
    """The same of all jobs of the signed-in user; the service is asked for them unless `typed` is one of here."""
    if typed in _receipts(workplace).job_ids():
        return typed
    with open_account(workplace) as account:
        return find_typed_id(typed, [status.id for status in _statuses(account)]) or typed


def show_job(workplace: Workplace, job: str) -> JobStatus:
    """How one job stands."""
    with open_account(workplace) as account:
        return _status(account, job)


def wait_for_job(
    workplace: Workplace,
    job: str,
    on_change: Callable[[JobStatus], None] | None = None,
    *,
    should_stop: Callable[[], bool] = lambda: False,
    wait: Callable[[float], None] = time.sleep,
) -> JobStatus:
    """Follow a job to its end, asking ever more slowly; `on_change` hears each new state."""
    pause_s = _SHORTEST_LOOK_S
    last: JobStatus | None = None
    with open_account(workplace) as account:
        while True:
            status = _status(account, job)
            if status != last and on_change is not None:
                on_change(status)
            if status.is_final or should_stop():
                return status
            pause_s = _SHORTEST_LOOK_S if status != last else min(pause_s * 1.5, _LONGEST_LOOK_S)
            last = status
            wait(pause_s)


def cancel_job(workplace: Workplace, job: str) -> JobStatus:
    """Stop a job that waits or runs; the service deletes its working copies. Raises JobFinishedError for another."""
    with open_account(workplace) as account:
        try:
            status = account.api.cancel_job(job)
        except ConflictError as error:
            is_over = error.facts["problem"] == "job-finished"
            raise about(JobFinishedError() if is_over else error, job) from error
        except ClientError as error:
            raise about(error, job) from error
    workplace.note("job.cancelled", job=job)
    return status


def delete_job(workplace: Workplace, job: str) -> VerifiedCertificate:
    """Delete everything of a job at the service; returns the verified and kept deletion certificate.

    Raises JobUnknownError without a receipt here (nothing could say whether the certificate is for all of it), and
    CertificateSignatureError or CertificateOtherError for one that is not what it should be.
    """
    stored = _require_receipt(workplace, job)
    installed = require_installed_profile(workplace)
    with open_account(workplace, installed) as account:
        try:
            token = account.api.delete_job(job)
        except ClientError as error:
            raise about(error, job) from error
    try:
        verified = _certificates(workplace).accept(token, stored, installed.signed)
    except ClientError as error:
        workplace.note("certificate.refused", job=job, code=error.code)
        raise
    _note_deleted(workplace, job, verified)
    return verified


def show_receipt(workplace: Workplace, job: str) -> StoredReceipt:
    """What the service stated, signed, when it took the job; verified again. Raises like `delete_job` without one."""
    return _require_receipt(workplace, job)


def show_certificate(workplace: Workplace, job: str) -> VerifiedCertificate:
    """The job's deletion certificate: the one kept here, verified again offline, else fetched, verified and kept."""
    file = _certificates(workplace).path_of(job)
    return fetch_certificate(workplace, job) if file is None else look_at_certificate(workplace, file)


def save_receipt(workplace: Workplace, job: str, out: Path, *, force: bool = False) -> None:
    """Write the receipt, with the profile that proves it, to `out`. Raises what `require_output` raises."""
    stored = _require_receipt(workplace, job)
    _save(out, stored.statement.to_json("receipt", map_id=stored.map_id), force=force)


def save_certificate(workplace: Workplace, job: str, out: Path, *, force: bool = False) -> None:
    """Write the certificate to `out`, as `verify_certificate` reads it. Raises like `show_certificate`."""
    _save(out, show_certificate(workplace, job).statement.to_json("certificate"), force=force)


def fetch_certificate(workplace: Workplace, job: str) -> VerifiedCertificate:
    """The certificate of a job that the service deleted by itself, verified and kept."""
    stored = _require_receipt(workplace, job)
    installed = require_installed_profile(workplace)
    with open_account(workplace, installed) as account:
        try:
            token = account.api.deletion_certificate(job)
        except NotThereError as error:
            raise _why_none(account, job, error) from error
        except ClientError as error:
            raise about(error, job) from error
    verified = _certificates(workplace).accept(token, stored, installed.signed)
    _note_deleted(workplace, job, verified)
    return verified


def _why_none(account: Account, job: str, error: NotThereError) -> ClientError:
    """A job that is there is not deleted; else the service does not know it."""
    try:
        account.api.job(job)
    except NotThereError:
        return about(error, job)
    return about(JobNotDeletedError(), job)


def _note_deleted(workplace: Workplace, job: str, verified: VerifiedCertificate) -> None:
    certificate = verified.certificate
    if isinstance(certificate, DeletionCertificate):
        workplace.note("job.deleted", job=job, **certificate.deleted)
    workplace.note("certificate.verified", job=job)


def _statuses(account: Account) -> list[JobStatus]:
    """Page by page, each job once, until a page brings none that is new (as from a service without pages)."""
    found: dict[str, JobStatus] = {}
    last: str | None = None
    for _ in range(_PAGES):
        page = account.api.jobs(last)
        if all(job.id in found for job in page):
            break
        found |= {job.id: job for job in page}
        last = page[-1].id
    return list(found.values())


def _status(account: Account, job: str) -> JobStatus:
    try:
        return account.api.job(job).job
    except ClientError as error:
        raise about(error, job) from error


def _receipts(workplace: Workplace) -> ReceiptStore:
    return ReceiptStore(workplace.folders.receipts, workplace.clock)


def _certificates(workplace: Workplace) -> CertificateStore:
    return CertificateStore(workplace.folders.certificates, workplace.clock)


def _standings(workplace: Workplace) -> dict[str, Standing]:
    """What became of each job here: results by the activity log, deletion by the certificates that are kept."""
    found: dict[str, Standing] = {}
    for line in workplace.activity.iter_entries():
        job = "" if line is None else str(line.facts.get("job", ""))
        if line is None or not job:
            continue
        if line.event == "results.downloaded" and found.get(job) != "restored":
            found[job] = "opened"
        elif line.event == "names.restored":
            found[job] = "restored"
    kept = workplace.folders.certificates
    return found | {file.stem: "certified" for file in (kept.glob("*.json") if kept.is_dir() else ())}


def _save(out: Path, data: bytes, *, force: bool) -> None:
    require_output(out, force=force)
    with private_output(out, force=force) as sink:
        sink.write(data)


def _require_receipt(workplace: Workplace, job: str) -> StoredReceipt:
    try:
        return _receipts(workplace).load(job)
    except ClientError as error:
        raise about(error, job) from error
