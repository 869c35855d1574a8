"""After sending: jobs at the service, their results, their deletion."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from client.model.errors import ClientError
from client.model.job import DeletionCertificate
from client.tasks import jobs, results
from ui.desktop.views import DeletionView, JobView, ResultView, Step
from ui.desktop.workbench.lanes import Lanes

if TYPE_CHECKING:
    from client.tasks.facts import TaskProgress

StepReport = Callable[[Step], None]


class Afterwards(Lanes):
    """What comes after sending: jobs, results, deletion."""

    def jobs(self) -> tuple[JobView, ...]:
        with self._at("core") as workplace:
            known = jobs.list_jobs(workplace)
            return tuple(JobView(job.status, job.name, job.is_of_this_computer) for job in reversed(known))

    def results(self, job: str, folder: Path, *, keep_pseudonyms: bool, report: StepReport) -> tuple[ResultView, ...]:
        def progress(facts: TaskProgress) -> None:
            report(Step(facts.file, facts.file_number, facts.files, facts.done, facts.total))

        with self._at("results") as workplace:
            fetched = results.fetch_job_results(
                workplace, job, folder, keep_pseudonyms=keep_pseudonyms, force=True, progress=progress
            )
            return tuple(ResultView(one.name, one.path, one.bytes, one.names) for one in fetched)

    def delete_job(self, job: str) -> DeletionView:
        with self._at("core") as workplace:
            verified = jobs.delete_job(workplace, job)
            certificate = verified.certificate
            if not isinstance(certificate, DeletionCertificate):
                raise ClientError
            return DeletionView(job, certificate.deleted_at, dict(certificate.deleted), certificate.reference.iss)
