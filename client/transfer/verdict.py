"""What an error means for a transfer. One small table, so that pause, give up and stop are decided in one place."""

from __future__ import annotations

from enum import StrEnum

from client.model.errors import (
    ClientError,
    RecheckFailedError,
    ServerIdentityError,
    ServiceUnavailableError,
    SignInError,
    WrongUsageError,
)
from client.network.errors import ConflictError, NotThereError, RequestRefusedError, TooLargeError, UploadGoneError
from client.transfer.errors import (
    EmptySubmissionError,
    OtherServiceError,
    OutboxFolderError,
    OutboxFullError,
    RowDamagedError,
    SourceVanishedError,
    WorkerDiedError,
)
from prep.errors import PrepError

_UPLOADS_MISSING = {"upload-incomplete", "upload-gone", "not-found"}
_KEEPS_PLACE = (
    ServiceUnavailableError,
    OtherServiceError,
    OutboxFolderError,
    OutboxFullError,
    RowDamagedError,
    SourceVanishedError,
    WorkerDiedError,
)


class Verdict(StrEnum):
    """How far an error reaches."""

    STOP_ALL = "stop_all"
    """Nothing of this run goes on: the server is not who it should be, or nobody is signed in. Places are kept."""
    STOP = "stop"
    """This submission waits for the user; its place is kept."""
    GIVE_UP = "give_up"
    """This submission cannot become right any more: keys are forgotten, uploads withdrawn."""
    UPLOADS_GONE = "uploads_gone"
    """The job call found uploads missing: no job exists, and they have to go again."""


def verdict(error: ClientError | PrepError) -> Verdict:
    """For an error out of preparing, sealing, uploading or the outbox itself."""
    if isinstance(error, ServerIdentityError | SignInError):
        return Verdict.STOP_ALL
    if isinstance(error, RequestRefusedError | EmptySubmissionError):
        return Verdict.GIVE_UP
    if isinstance(error, _KEEPS_PLACE):
        return Verdict.STOP
    if isinstance(error, PrepError | RecheckFailedError):
        return Verdict.GIVE_UP
    # Any other wrong usage or blocking input is about this submission's own contents (a source that changed, a
    # manifest field out of its grammar). What is left is a bug of ours: it must not cost the user the place.
    return Verdict.STOP if type(error).exit_code == ClientError.exit_code else Verdict.GIVE_UP


def job_call_verdict(error: ClientError) -> Verdict:
    """For an error out of the job call, which may have arrived."""
    if isinstance(error, UploadGoneError | NotThereError) or (
        isinstance(error, ConflictError) and error.facts["problem"] in _UPLOADS_MISSING
    ):
        return Verdict.UPLOADS_GONE
    if isinstance(error, RequestRefusedError | TooLargeError):
        return Verdict.GIVE_UP
    if isinstance(error, ServerIdentityError | SignInError):
        return Verdict.STOP_ALL
    return Verdict.GIVE_UP if isinstance(error, WrongUsageError) and not _keeps_place(error) else Verdict.STOP


def _keeps_place(error: ClientError) -> bool:
    return isinstance(error, _KEEPS_PLACE)
