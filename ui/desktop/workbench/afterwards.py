"""After sending: jobs at the service, their results, their deletion."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from client.model.clock import format_time
from client.model.errors import ClientError
from client.model.job import DeletionCertificate
from client.model.site_numbers import SiteNumbers
from client.tasks import job_report, jobs, result_numbers, results
from ui.desktop.core import StepReport
from ui.desktop.views import DeletionView, JobView, ReceiptView, ResultsView, ResultView
from ui.desktop.workbench.lanes import Lanes, as_steps

if TYPE_CHECKING:
    from client.tasks.facts import VerifiedCertificate


class Afterwards(Lanes):
    """What comes after sending: jobs, results, deletion.

    On a lane of their own: a service that makes the list of jobs wait must not hold up who pauses or locks meanwhile.
    """

    def jobs(self) -> tuple[JobView, ...]:
        with self._at("jobs") as workplace:
            known = jobs.list_jobs(workplace)
            return tuple(
                JobView(job.status, job.name, job.is_of_this_computer, job.standing) for job in reversed(known)
            )

    def results(
        self, job: str, folder: Path, *, keep_pseudonyms: bool, report: StepReport, stop: threading.Event
    ) -> ResultsView:
        """Ends soon after `stop` was set (RESULT-STOPPED); what was fetched is kept for the next time."""
        left_out: list[str] = []
        with self._at("results") as workplace:
            fetched = results.fetch_job_results(
                workplace,
                job,
                folder,
                keep_pseudonyms=keep_pseudonyms,
                force=True,
                progress=as_steps(report),
                should_stop=stop.is_set,
                on_left_out=left_out.append,
            )
        files = tuple(ResultView(one.name, one.path, one.bytes, one.names) for one in fetched)
        return ResultsView(files, tuple(left_out))

    def results_place(self, job: str) -> Path | None:
        with self._at("results") as workplace:
            return results.results_place(workplace, job)

    def result_numbers(self, job: str, files: tuple[Path, ...]) -> SiteNumbers | None:
        with self._at("results") as workplace:
            return result_numbers.result_numbers(workplace, job, files)

    def save_report(self, job: str, file: Path) -> None:
        with self._at("results") as workplace:
            job_report.save_job_report(workplace, job, file, force=True)

    def delete_job(self, job: str) -> DeletionView:
        with self._at("jobs") as workplace:
            return _deletion_view(jobs.delete_job(workplace, job))

    def cancel_job(self, job: str) -> None:
        with self._at("jobs") as workplace:
            jobs.cancel_job(workplace, job)

    def receipt(self, job: str) -> ReceiptView:
        with self._at("jobs") as workplace:
            stored = jobs.show_receipt(workplace, job)
        receipt = stored.receipt
        return ReceiptView(
            job,
            receipt.reference.iss,
            receipt.received_at,
            format_time(stored.statement.verified_at),
            tuple((file.file_id, file.body_sha256, file.body_bytes) for file in receipt.files),
            receipt.reference.manifest_sha256,
            receipt.activity_log.count,
        )

    def certificate(self, job: str) -> DeletionView:
        with self._at("jobs") as workplace:
            return _deletion_view(jobs.show_certificate(workplace, job))

    def save_receipt(self, job: str, file: Path) -> None:
        with self._at("jobs") as workplace:
            jobs.save_receipt(workplace, job, file, force=True)

    def save_certificate(self, job: str, file: Path) -> None:
        with self._at("jobs") as workplace:
            jobs.save_certificate(workplace, job, file, force=True)


def _deletion_view(verified: VerifiedCertificate) -> DeletionView:
    certificate = verified.certificate
    if not isinstance(certificate, DeletionCertificate):
        raise ClientError  # of an upload, not of a job: nobody asked for it here
    return DeletionView(
        certificate.reference.job,
        certificate.deleted_at,
        dict(certificate.deleted),
        certificate.reference.iss,
        certificate.reason,
        certificate.backup_until,
        verified.kid,
    )
