"""The state machine of a transfer: two tables and a pure function. docs/TRANSFER.md draws it; a test compares the two.

A submission's files each walk through `FILE_TABLE`; the submission walks through `TABLE`. While it is under way its
state is a summary of its files (`preparing`, `uploading`, `stored`), so the target is written `UNDER_WAY` there.
Nothing here does I/O. The caller records the new state in the ledger first and obeys the commands afterwards, so that
a kill in between repeats a command and never loses one: each command is safe to repeat.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, Literal, NamedTuple

from client.model.transfer import FileState, Problem, TransferState

UNDER_WAY: Final = "under_way"


class FileReport(StrEnum):
    """What happened to one file."""

    STARTED = "started"
    SEALED = "sealed"
    LEFT_OUT = "left_out"
    UPLOAD_STARTED = "upload_started"
    STORED = "stored"
    INTERRUPTED = "interrupted"
    """The worker ended or was stopped: what is sealed stays sealed, what was half prepared starts over."""
    UPLOAD_LOST = "upload_lost"
    """The service no longer has an upload: the same bytes go again, from the start."""
    BODY_LOST = "body_lost"
    """The sealed copy here is gone or damaged: the file is prepared again under a new key, its uploads withdrawn."""


class Report(StrEnum):
    """What happened to the submission as a whole."""

    GO = "go"
    """A driver takes it up (the user's `send` or `resume`)."""
    FILES = "files"
    """A file changed its state; the summary may have changed with it."""
    JOB_FIXED = "job_fixed"
    """Headers and sealed manifest are in the ledger: from here on the job call sends exactly these bytes."""
    UPLOADS_GONE = "uploads_gone"
    """The job call was refused because uploads had expired: no job exists, and they go again if the user agrees."""
    RECEIPT_KEPT = "receipt_kept"
    SPOOL_CLEARED = "spool_cleared"
    STOP = "stop"
    """Something stands in the way and the user can remove it; the place is kept."""
    GIVE_UP = "give_up"
    """It cannot go on: recheck failed, findings block, a source changed, the service refused the job."""
    PAUSE = "pause"
    CANCEL = "cancel"
    ABANDON = "abandon"
    """Cancelled by the user although the job call may have arrived; whether a job exists only the service can tell."""
    WITHDRAWN = "withdrawn"
    """Every upload of it has answered 204, 404 or 410 to its deletion."""


class Command(StrEnum):
    """What the driver has to do next."""

    WORK = "work"
    """Give files to workers."""
    STOP_WORK = "stop_work"
    FIX_JOB = "fix_job"
    """Build headers and sealed manifest and record them."""
    POST_JOB = "post_job"
    CLEAR_SPOOL = "clear_spool"
    FORGET = "forget"
    """Forget file keys and sealed copies: what was uploaded is noise from now on. Comes before anything else."""
    WITHDRAW = "withdraw"
    """Delete the uploads at the service, until each has answered."""


class Submission(NamedTuple):
    """A submission's state as the machine sees it.

    `problem` says why it stopped or was given up. `job_fixed` is true once the bytes of the job call are recorded.
    """

    state: TransferState
    files: tuple[FileState, ...]
    job_fixed: bool = False
    problem: Problem | None = None


class RefusedReportError(Exception):
    """The report does not fit the state. For user's wishes the caller answers `TooLateError`; else it is a bug."""


Target = TransferState | Literal["under_way"]

FILE_TABLE: Final[dict[tuple[FileState, FileReport], FileState]] = {
    (FileState.WAITING, FileReport.STARTED): FileState.PREPARING,
    (FileState.WAITING, FileReport.INTERRUPTED): FileState.WAITING,
    (FileState.PREPARING, FileReport.SEALED): FileState.SEALED,
    (FileState.PREPARING, FileReport.LEFT_OUT): FileState.LEFT_OUT,
    (FileState.PREPARING, FileReport.INTERRUPTED): FileState.WAITING,
    (FileState.SEALED, FileReport.UPLOAD_STARTED): FileState.UPLOADING,
    (FileState.SEALED, FileReport.INTERRUPTED): FileState.SEALED,
    (FileState.SEALED, FileReport.UPLOAD_LOST): FileState.SEALED,
    (FileState.SEALED, FileReport.BODY_LOST): FileState.WAITING,
    (FileState.UPLOADING, FileReport.STORED): FileState.STORED,
    (FileState.UPLOADING, FileReport.INTERRUPTED): FileState.SEALED,
    (FileState.UPLOADING, FileReport.UPLOAD_LOST): FileState.SEALED,
    (FileState.UPLOADING, FileReport.BODY_LOST): FileState.WAITING,
    (FileState.STORED, FileReport.INTERRUPTED): FileState.STORED,
    (FileState.STORED, FileReport.UPLOAD_LOST): FileState.SEALED,
    (FileState.LEFT_OUT, FileReport.INTERRUPTED): FileState.LEFT_OUT,
}


class Edge(NamedTuple):
    """Where a report leads, and what the driver does then."""

    target: Target
    commands: tuple[Command, ...] = ()


_WORK = Edge(UNDER_WAY, (Command.WORK,))
_PAUSE = Edge(TransferState.PAUSED, (Command.STOP_WORK,))
_STOP = Edge(TransferState.NEEDS_YOU, (Command.STOP_WORK,))
_FAIL = Edge(TransferState.FAILING, (Command.FORGET, Command.STOP_WORK, Command.WITHDRAW))
_CANCEL = Edge(TransferState.CANCELLING, (Command.FORGET, Command.STOP_WORK, Command.WITHDRAW))
_MOVING = (TransferState.PREPARING, TransferState.UPLOADING, TransferState.STORED)
_RESTING = (TransferState.WAITING, TransferState.PAUSED, TransferState.NEEDS_YOU)

TABLE: Final[dict[tuple[TransferState, Report], Edge]] = {
    **{(state, Report.GO): _WORK for state in (*_RESTING, *_MOVING)},
    **{(state, Report.FILES): _WORK for state in _MOVING},
    **{(state, Report.FILES): Edge(state) for state in _RESTING},
    **{(state, Report.PAUSE): _PAUSE for state in (*_RESTING, *_MOVING)},
    **{(state, Report.STOP): _STOP for state in (*_MOVING, TransferState.WAITING, TransferState.NEEDS_YOU)},
    (TransferState.PAUSED, Report.STOP): Edge(TransferState.PAUSED),
    **{(state, Report.GIVE_UP): _FAIL for state in (*_RESTING, *_MOVING)},
    **{(state, Report.CANCEL): _CANCEL for state in (*_RESTING, *_MOVING)},
    (TransferState.STORED, Report.JOB_FIXED): Edge(TransferState.SUBMITTING, (Command.POST_JOB,)),
    (TransferState.SUBMITTING, Report.GO): Edge(TransferState.SUBMITTING, (Command.POST_JOB,)),
    (TransferState.SUBMITTING, Report.STOP): Edge(TransferState.NEEDS_YOU),
    (TransferState.SUBMITTING, Report.GIVE_UP): _FAIL,
    (TransferState.SUBMITTING, Report.UPLOADS_GONE): Edge(TransferState.NEEDS_YOU),
    (TransferState.SUBMITTING, Report.RECEIPT_KEPT): Edge(TransferState.SUBMITTED, (Command.CLEAR_SPOOL,)),
    **{(state, Report.ABANDON): _CANCEL for state in (TransferState.SUBMITTING, TransferState.NEEDS_YOU)},
    (TransferState.SUBMITTED, Report.GO): Edge(TransferState.SUBMITTED, (Command.CLEAR_SPOOL,)),
    (TransferState.SUBMITTED, Report.SPOOL_CLEARED): Edge(TransferState.DONE),
    **{
        (state, Report.GO): Edge(state, (Command.FORGET, Command.WITHDRAW))
        for state in (TransferState.FAILING, TransferState.CANCELLING)
    },
    (TransferState.FAILING, Report.WITHDRAWN): Edge(TransferState.FAILED),
    (TransferState.CANCELLING, Report.WITHDRAWN): Edge(TransferState.CANCELLED),
    # A worker that was told to stop may still report what it did before it heard.
    **{
        (state, Report.FILES): Edge(state)
        for state in (TransferState.FAILING, TransferState.CANCELLING, TransferState.FAILED, TransferState.CANCELLED)
    },
}


def file_transition(state: FileState, report: FileReport) -> FileState:
    """The file's next state; raises RefusedReportError where the table has no edge."""
    try:
        return FILE_TABLE[state, report]
    except KeyError:
        raise RefusedReportError(f"file {state} + {report}") from None


def transition(
    submission: Submission, report: Report, problem: Problem | None = None
) -> tuple[Submission, tuple[Command, ...]]:
    """The submission's next state and what to do then; raises RefusedReportError where the table has no edge.

    With STOP, GIVE_UP and UPLOADS_GONE `problem` says why. A submission whose job call is fixed can neither be
    cancelled nor paused any more, wherever it rests: the call may have arrived, so only the job can be cancelled.
    """
    edge = TABLE.get((submission.state, report))
    if edge is None or (submission.job_fixed and report in (Report.CANCEL, Report.PAUSE)):
        raise RefusedReportError(f"{submission.state} + {report}")
    commands = edge.commands
    if edge.target != UNDER_WAY:
        state = TransferState(edge.target)
    elif submission.job_fixed:
        state, commands = TransferState.SUBMITTING, (Command.POST_JOB,)
    else:
        state = summary(submission.files)
        if state is TransferState.STORED:
            commands = (Command.FIX_JOB,)
    after = submission._replace(state=state, problem=_problem_after(submission, report, problem))
    if report is Report.JOB_FIXED:
        after = after._replace(job_fixed=True)
    elif report is Report.UPLOADS_GONE:
        files = tuple(FileState.SEALED if file is FileState.STORED else file for file in submission.files)
        after = after._replace(job_fixed=False, files=files)
    return after, commands


def with_file(submission: Submission, position: int, report: FileReport) -> tuple[Submission, tuple[Command, ...]]:
    """Apply a file's report, then let the submission follow. Raises RefusedReportError as the two tables do."""
    files = list(submission.files)
    files[position] = file_transition(files[position], report)
    return transition(submission._replace(files=tuple(files)), Report.FILES)


def after_interruption(submission: Submission) -> Submission:
    """The state from which a new driver goes on after the last one was killed: no worker is on any file."""
    files = tuple(FILE_TABLE.get((state, FileReport.INTERRUPTED), state) for state in submission.files)
    return submission._replace(files=files)


def summary(files: tuple[FileState, ...]) -> TransferState:
    """What a submission under way is doing, from its files: the earliest stage that is not finished."""
    if any(state in (FileState.WAITING, FileState.PREPARING) for state in files):
        return TransferState.PREPARING
    if any(state in (FileState.SEALED, FileState.UPLOADING) for state in files):
        return TransferState.UPLOADING
    return TransferState.STORED


def _problem_after(submission: Submission, report: Report, problem: Problem | None) -> Problem | None:
    if report in (Report.STOP, Report.GIVE_UP, Report.UPLOADS_GONE):
        return problem
    if report is Report.GO and submission.state not in (TransferState.FAILING, TransferState.CANCELLING):
        return None
    return None if report in (Report.CANCEL, Report.ABANDON) else submission.problem
