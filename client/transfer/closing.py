"""The last steps of a submission: fix the job call, withdraw. What speaks to the service may run as an errand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from client.model.errors import ClientError
from client.network.service import JobFile, build_job_body
from client.seal.container import seal_bytes
from client.seal.file_formats import build_file_header
from client.transfer.errors import EmptySubmissionError, OtherServiceError, RowDamagedError
from client.transfer.ledger import Ledger
from client.transfer.ledger_records import Withdrawal
from client.transfer.ports import Desk, JobCall, parse_job_call
from client.transfer.under_way import UnderWay
from client.transfer.verdict import is_withdrawn

CheckReports = Callable[[Sequence[bytes]], None]
"""Checks over all files of a job together (same samples, no chromosome twice); raises BlockedError."""


def require_same_service(submission: UnderWay, desk: Desk) -> None:
    """Raise OtherServiceError where the submission was queued for another service than the desk's, or under a profile
    that asked for another format: its bodies could not be read there."""
    plan = submission.record.plan
    if (plan.origin, plan.environment, plan.container) != (desk.origin, desk.environment, desk.container):
        raise OtherServiceError


def build_job_call(submission: UnderWay, ledger: Ledger, desk: Desk, check_reports: CheckReports) -> JobCall:
    """Make headers and sealed manifest, now that every body is at the service.

    This is the moment from which the bodies can be opened by their recipients; nothing of it exists before.
    """
    files = submission.sent_files()
    if not files:
        raise EmptySubmissionError
    check_reports([file.report for file in submission.record.files if file.report is not None])
    recipients = desk.recipients()
    uploads = {body.body.file_id: body.upload for file in submission.record.files for body in file.bodies}
    job_files = []
    for file in files:
        upload = uploads[file.file_id]
        if upload is None:
            raise RowDamagedError
        header = build_file_header(submission.record.plan.container, ledger.file_key(file.file_id), recipients)
        job_files.append(JobFile(file.file_id, desk.upload_reference(upload), header))
    envelope = desk.build_manifest(submission.submission_id, submission.record.plan, files)
    manifest = seal_bytes(envelope, recipients)
    body = build_job_body(submission.submission_id, manifest, job_files)
    return JobCall(submission.submission_id, body, manifest, envelope)


def load_job_call(submission: UnderWay, ledger: Ledger) -> JobCall:
    """The job call as it was fixed; RowDamagedError where it cannot be read."""
    try:
        return parse_job_call(ledger.job_call(submission.submission_id))
    except (ValueError, KeyError, TypeError):
        raise RowDamagedError from None


def withdraw(withdrawals: Sequence[Withdrawal], desk: Desk, on_withdrawn: Callable[[int], None]) -> None:
    """Delete every upload that is noted; `on_withdrawn` hears the number of each that the service confirmed."""
    for withdrawal in withdrawals:
        try:
            desk.terminate(withdrawal.upload)
        except ClientError as error:
            if not is_withdrawn(error):
                raise
        on_withdrawn(withdrawal.number)
