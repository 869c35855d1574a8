"""What an error means for a transfer. One small table, so that stop and give up are decided in one place.

Giving up costs the user everything that was uploaded, so it is for errors that can never become right: the file's own
contents, and a service that refuses the finished job. Whatever else happens, the transfer stops and keeps its place;
the user can still cancel.
"""

from __future__ import annotations

from enum import StrEnum

from client.model.errors import ClientError, RecheckFailedError, ServerIdentityError, SignInError
from client.network.errors import ConflictError, NotThereError, RequestRefusedError, TooLargeError, UploadGoneError
from client.network.problems import NO_PROBLEM
from client.transfer.errors import EmptySubmissionError, SourceChangedError
from prep.errors import PrepError

_NEVER_RIGHT = (PrepError, RecheckFailedError, SourceChangedError, EmptySubmissionError)
_UPLOADS_MISSING = {"upload-incomplete", "upload-gone", "not-found"}
_IN_USE = "upload-in-use"


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
    """For an error out of preparing, sealing, uploading, or making the job call."""
    if isinstance(error, ServerIdentityError | SignInError):
        return Verdict.STOP_ALL
    return Verdict.GIVE_UP if isinstance(error, _NEVER_RIGHT) else Verdict.STOP


def job_call_verdict(error: ClientError) -> Verdict:
    """For an error out of the job call, which may have arrived."""
    if isinstance(error, UploadGoneError | NotThereError):
        return Verdict.UPLOADS_GONE
    if isinstance(error, ConflictError) and error.facts["problem"] in _UPLOADS_MISSING:
        return Verdict.UPLOADS_GONE
    if isinstance(error, RequestRefusedError | TooLargeError) and error.facts["problem"] != NO_PROBLEM:
        return Verdict.GIVE_UP
    # A bare 400 or 413 is a front end's, not the service's judgement of this job: its operator can put that right.
    return verdict(error)


def is_withdrawn(error: ClientError) -> bool:
    """True where deleting an upload has no further to go: the service says that a job has it."""
    return isinstance(error, ConflictError) and error.facts["problem"] == _IN_USE
