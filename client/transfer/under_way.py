"""One submission while a driver has it in hand: the ledger's record, the machine's state, and how far its bytes are."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from client.model.transfer import (
    FileProgress,
    FileState,
    Problem,
    SentFile,
    SubmissionOutcome,
    TransferProgress,
    TransferState,
)
from client.network.retry import Failures
from client.transfer.errors import QuietHoursError
from client.transfer.failures import CodedError, error_of
from client.transfer.ledger_records import BodyRecord, SubmissionRecord
from client.transfer.machine import Command, Submission
from client.transfer.messages import BodyOrder, Order, PrepareOrder, UploadOrder

_GIVEN_UP = (TransferState.FAILING, TransferState.FAILED, TransferState.CANCELLING, TransferState.CANCELLED)


@dataclass
class UnderWay:
    """Changed by the runner only. `due_s` (monotonic) holds back the next step after a failure."""

    record: SubmissionRecord
    machine: Submission
    renew_lost: bool = False
    """The user has agreed to new uploads where the service no longer has one."""
    sealed_here: set[str] = field(default_factory=set)
    """File ids sealed in this run: their bytes on disk need no second look."""
    sent_bytes: dict[str, int] = field(default_factory=dict)
    read_bytes: dict[int, int] = field(default_factory=dict)
    strikes: dict[int, int] = field(default_factory=dict)
    """How often in a row a worker died over a file without getting further."""
    agenda: Command | None = None
    """What the driver itself has to do next for it (fix and post the job, clear, withdraw)."""
    failures: Failures = field(default_factory=Failures)
    """Failed attempts in a row at that."""
    due_s: float = 0.0
    to_remove: set[str] = field(default_factory=set)
    """Bodies that the ledger has forgotten, to be removed when no worker has them open."""
    trouble: Problem | None = None
    error: CodedError | None = None
    stopped_by: int | None = None
    """Position of the source that is why it stopped; None where no single one is."""
    has_news: bool = True
    is_unsaved: bool = False
    """The ledger does not know the machine's state or how much is sent yet, and need not at once."""
    noted_s: float = field(default_factory=time.monotonic)
    """When it was last told how much is sent."""

    def __post_init__(self) -> None:
        for file in self.record.files:
            for record in file.bodies:
                self.sent_bytes[record.body.file_id] = record.sent_bytes

    @property
    def submission_id(self) -> str:
        return self.record.submission_id

    @property
    def is_given_up(self) -> bool:
        """True from the moment on in which its keys are forgotten."""
        return self.machine.state in _GIVEN_UP

    def all_bodies(self) -> Iterator[BodyRecord]:
        """Every sealed body, in the order of sources and chromosomes."""
        return (body for file in self.record.files for body in file.bodies)

    def bodies(self, position: int) -> tuple[BodyRecord, ...]:
        """The sealed bodies of one file."""
        return self.record.files[position].bodies

    def set_quiet(self, quiet: Problem | None) -> None:
        """Show that quiet hours are being waited out, or that they are over."""
        if quiet != self.trouble and (quiet is not None or _is_quiet(self.trouble)):
            self.trouble, self.has_news = quiet, True

    def next_position(self, busy: set[int], may_upload: bool = True) -> int | None:
        """The file to work on next: what is sealed first, so that the line is never idle; None when there is none."""
        for wanted in (FileState.SEALED, FileState.WAITING) if may_upload else (FileState.WAITING,):
            for position, state in enumerate(self.machine.files):
                if state is wanted and position not in busy:
                    return position
        return None

    def order_for(self, position: int) -> Order:
        """What a worker has to do next for a file that is waiting or sealed."""
        plan, file = self.record.plan, self.record.files[position]
        if self.machine.files[position] is FileState.WAITING:
            return PrepareOrder(
                self.submission_id,
                position,
                file.source,
                plan.policy_toml,
                plan.limits_toml,
                plan.limits_service,
                plan.build,
                plan.pseudonym_map,
                plan.container,
                plan.site_list,
                plan.approved,
                is_whole_job=len(self.record.files) == 1,
            )
        bodies = tuple(
            BodyOrder(body.body.file_id, body.body.body_bytes, body.body.body_sha256, body.upload)
            for body in file.bodies
        )
        is_older = any(body.file_id not in self.sealed_here for body in bodies)
        return UploadOrder(self.submission_id, position, bodies, check_bodies=is_older, renew_lost=self.renew_lost)

    def set_bodies(self, position: int, bodies: tuple[BodyRecord, ...], report: bytes | None) -> None:
        """Follow the ledger: what is sealed of a file now (nothing, when it has to be prepared again)."""
        files = list(self.record.files)
        files[position] = replace(files[position], bodies=bodies, report=report)
        self.record = replace(self.record, files=tuple(files))
        for body in bodies:
            self.sent_bytes.setdefault(body.body.file_id, body.sent_bytes)

    def set_job(self, job_id: str, receipt: str) -> None:
        """Follow the ledger: the job exists, and this is its verified receipt."""
        self.record = replace(self.record, job_id=job_id, receipt=receipt)

    def set_upload(self, position: int, file_id: str, upload: str) -> None:
        """Follow the ledger: a body's upload has this address now (nothing lies at a new one; S3 changes the old)."""
        file = self.record.files[position]
        bodies = tuple(replace(body, upload=upload) if body.body.file_id == file_id else body for body in file.bodies)
        self.set_bodies(position, bodies, file.report)

    def sent_files(self) -> tuple[SentFile, ...]:
        """Every body, in the order of sources and chromosomes."""
        return tuple(
            SentFile(
                position=position,
                file_name=record.body.file_name,
                chromosome=record.body.chromosome,
                file_id=record.body.file_id,
                prepared_sha256=record.body.prepared_sha256,
                body_sha256=record.body.body_sha256,
                body_bytes=record.body.body_bytes,
            )
            for position, file in enumerate(self.record.files)
            for record in file.bodies
        )

    def progress(self) -> TransferProgress:
        """The submission as a face shows it."""
        files = tuple(self._file_progress(position) for position in range(len(self.record.files)))
        return TransferProgress(
            submission_id=self.submission_id,
            state=self.machine.state,
            name=self.record.plan.name,
            files=files,
            problem=self.machine.problem,
            job_id=self.record.job_id,
            created_at=self.record.created_at,
            trouble=self.trouble,
        )

    def outcome(self) -> SubmissionOutcome:
        """How it stands when the run ends."""
        return SubmissionOutcome(
            submission_id=self.submission_id,
            state=self.machine.state,
            job_id=self.record.job_id,
            receipt=self.record.receipt,
            files=self.sent_files(),
            left_out=tuple(i for i, state in enumerate(self.machine.files) if state is FileState.LEFT_OUT),
            problem=self.machine.problem,
            error=self._error(),
            stopped_by=self.stopped_by,
        )

    def _error(self) -> CodedError | None:
        problem = self.machine.problem
        if problem is None:
            return None
        return self.error if self.error and type(self.error).code == problem.code else error_of(problem)

    def _file_progress(self, position: int) -> FileProgress:
        file, state = self.record.files[position], self.machine.files[position]
        source_bytes = file.source.source_bytes
        is_prepared = state not in (FileState.WAITING, FileState.PREPARING)
        # Of what ended without a job nothing is left, here or at the service, as after a restart of the ledger.
        is_gone = self.machine.state in (TransferState.FAILED, TransferState.CANCELLED)
        bodies = () if is_gone else file.bodies
        sealed_bytes = sum(record.body.body_bytes for record in bodies)
        # Noted now and then for display only; a stored file's bytes are all there, whatever was noted last.
        noted_bytes = sum(self.sent_bytes.get(record.body.file_id, 0) for record in bodies)
        return FileProgress(
            position=position,
            name=file.source.path.name,
            state=state,
            source_bytes=source_bytes,
            prepared_bytes=source_bytes if is_prepared else min(self.read_bytes.get(position, 0), source_bytes),
            sealed_bytes=sealed_bytes,
            sent_bytes=sealed_bytes if state is FileState.STORED else noted_bytes,
        )


def _is_quiet(trouble: Problem | None) -> bool:
    return trouble is not None and trouble.code == QuietHoursError.code
