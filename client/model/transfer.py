"""What both faces show of a transfer: states, progress and outcome. Nothing here can hold a key or an upload URL."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from client.model.errors import Fact


class TransferState(StrEnum):
    """Where one submission (several files, one job) stands. The drawing and the table are in docs/TRANSFER.md."""

    WAITING = "waiting"
    """Queued; nobody drives it at the moment."""
    PREPARING = "preparing"
    """Under way; at least one file is not sealed yet (others may be uploading meanwhile)."""
    UPLOADING = "uploading"
    """Under way; all files are sealed, not all are at the service."""
    STORED = "stored"
    """The service has every sealed body, and nobody can open them: the headers have not been made."""
    SUBMITTING = "submitting"
    """Headers and sealed manifest are fixed and kept; the job call is on its way or its answer is awaited."""
    SUBMITTED = "submitted"
    """The receipt is verified and kept; spool files are being removed."""
    DONE = "done"
    """Submitted, and nothing of it is left in the outbox."""
    PAUSED = "paused"
    """Stopped by the user; its place is kept."""
    NEEDS_YOU = "needs_you"
    """Stopped with its place kept; `Problem.code` says what the user has to do before `resume`."""
    FAILING = "failing"
    """Given up: keys are forgotten, what was uploaded is being withdrawn."""
    FAILED = "failed"
    """Given up; nothing of it is left here or at the service."""
    CANCELLING = "cancelling"
    """Cancelled by the user: keys are forgotten, what was uploaded is being withdrawn."""
    CANCELLED = "cancelled"
    """Cancelled; nothing of it is left here or at the service."""

    @property
    def is_finished(self) -> bool:
        """True where nothing can happen any more."""
        return self in _FINISHED

    @property
    def is_under_way(self) -> bool:
        """True while a driver works on the files."""
        return self in _UNDER_WAY

    @property
    def standing(self) -> str:
        """`ending` or `ended` where it was given up, for the words about why; empty where it keeps its place."""
        return {TransferState.FAILING: "ending", TransferState.FAILED: "ended"}.get(self, "")


_FINISHED = frozenset({TransferState.DONE, TransferState.FAILED, TransferState.CANCELLED})
_UNDER_WAY = frozenset({TransferState.PREPARING, TransferState.UPLOADING, TransferState.STORED})


class FileState(StrEnum):
    """Where one source file of a submission stands (a source with several chromosomes has several sealed bodies)."""

    WAITING = "waiting"
    PREPARING = "preparing"
    SEALED = "sealed"
    """Prepared, rechecked and sealed; its bodies are in the outbox and will not be made again."""
    UPLOADING = "uploading"
    STORED = "stored"
    """The service has every byte of its bodies."""
    LEFT_OUT = "left_out"
    """The policy leaves all its chromosomes out; nothing of it is sent."""


@dataclass(frozen=True)
class Problem:
    """Why a transfer stopped: the code and the facts of the error, both fit to be shown anywhere."""

    code: str
    facts: dict[str, Fact] = field(default_factory=dict)
    standing: str = field(default="", compare=False)
    """How the submission stands (`TransferState.standing`), where that is known to whoever shows the problem."""


@dataclass(frozen=True)
class FileProgress:
    """One line of the queue: `prepared_bytes` of `source_bytes` read, `sent_bytes` of `sealed_bytes` at the service."""

    position: int
    name: str = field(repr=False)
    """The file's own name, for this screen only."""
    state: FileState = FileState.WAITING
    source_bytes: int = 0
    prepared_bytes: int = 0
    sealed_bytes: int = 0
    sent_bytes: int = 0


@dataclass(frozen=True)
class TransferProgress:
    """One submission as it stands now; reported at most ten times a second."""

    submission_id: str
    state: TransferState
    name: str = field(default="", repr=False)
    """What the user called it, for this screen only."""
    files: tuple[FileProgress, ...] = ()
    problem: Problem | None = None
    job_id: str | None = None
    created_at: str = ""
    """RFC 3339 UTC."""
    trouble: Problem | None = None
    """What is being waited out at the moment (line or service); the transfer goes on by itself."""

    @property
    def standing_problem(self) -> Problem | None:
        """The problem, and how the submission stands after it."""
        return None if self.problem is None else replace(self.problem, standing=self.state.standing)

    @property
    def sealed_bytes(self) -> int:
        """Bytes of all bodies sealed so far."""
        return sum(file.sealed_bytes for file in self.files)

    @property
    def sent_bytes(self) -> int:
        """Bytes of them that the service has."""
        return sum(file.sent_bytes for file in self.files)


class SentFile(NamedTuple):
    """One body as it went: what the manifest says of it, and which source it came from (by position)."""

    position: int
    file_name: str
    """The generated name, such as `chr20.vcf.gz`."""
    chromosome: str
    file_id: str
    """Hex."""
    prepared_sha256: str
    body_sha256: str
    body_bytes: int


@dataclass(frozen=True)
class SubmissionOutcome:
    """How a run ended for one submission: the job where it was submitted, else the state it keeps and why."""

    submission_id: str
    state: TransferState
    job_id: str | None = None
    receipt: str | None = field(default=None, repr=False)
    """The service's signed receipt (compact JWS), verified."""
    files: tuple[SentFile, ...] = ()
    left_out: tuple[int, ...] = ()
    """Positions of sources whose chromosomes the policy leaves out."""
    problem: Problem | None = None
    error: Exception | None = field(default=None, compare=False, repr=False)
    """The error behind `problem`, of its own class; with its findings where it happened in this run."""
    stopped_by: int | None = None
    """Position of the source that `error` is about, where it was one of them, in this run."""
