"""What can stop a use case before a room is asked at all.

WrongUsageError
 ├── FileMissingError, FileIsFolderError, OutputExistsError, OutputIsSourceError, OutputFolderError
 ├── DiskFullError, OutputUnshownError, NoPermissionError, OpenFilesError, ThreadsError
 ├── AnswerNeededError, OutputNeededError, UnknownPolicyError, UnknownServiceError, PolicyLockedError
 ├── FileIsUrlError, LeaveOutUnknownError, LeaveOutEmptyError, NoSuchMapError, MapInTheWayError, NoSuchDeviceError
 ├── ConsentNeededError, ConsentVersionError, ParameterError, ParameterUnknownError
 ├── PracticeMissingError, DesktopMissingError, DisplayMissingError
 └── SettingsUnreadableError, UnknownSettingError, SettingLockedError, WorkstationRequirementError
InputNeedsUserError
 ├── FindingsBlockError, NothingPreparedError, FileUnreadableError, ReportMissingError
 └── MapUnreadableError, MapBackupError
SignInError
 └── SecretNeededError, SecretFileError, MapOfOtherVaultError
ClientError
 └── TransferHeldError      exit 130

Facts never hold a path. Where a path helps the person who typed it, `about(error, path)` pins it to the error as
`subject`: the faces show it, logs and pickles do not know it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from client.model.errors import ClientError, InputNeedsUserError, ServerIdentityError, SignInError, WrongUsageError
from client.model.errors import about as about

if TYPE_CHECKING:
    from prep.errors import PrepError
    from prep.findings import Finding

E = TypeVar("E", bound=Exception)


def subject_of(error: BaseException) -> str | None:
    """What `about` pinned to `error`, or None."""
    subject = getattr(error, "subject", None)
    return subject if isinstance(subject, str) else None


def about_files(error: E, files: Sequence[Path]) -> E:
    """Pin the files of a job, in the order given, to `error`: its findings number them. For the face alone."""
    error.files = tuple(map(str, files))  # type: ignore[attr-defined]
    return error


def files_of(error: BaseException) -> tuple[str, ...]:
    """What `about_files` pinned to `error`, or nothing."""
    files = getattr(error, "files", ())
    return files if isinstance(files, tuple) else ()


def about_unreadable(error: E, unreadable: tuple[tuple[str, PrepError], ...]) -> E:
    """Pin the files of a job that cannot be read, each with why, to `error`. For the face alone."""
    error.unreadable = unreadable  # type: ignore[attr-defined]
    return error


def unreadable_of(error: BaseException) -> tuple[tuple[str, PrepError], ...]:
    """What `about_unreadable` pinned to `error`, or nothing."""
    unreadable = getattr(error, "unreadable", ())
    return unreadable if isinstance(unreadable, tuple) else ()


@contextmanager
def standing_of(standing: str) -> Iterator[None]:
    """Pin to a ClientError out of the block how the submission it belongs to stands then, for the face alone.

    `not-queued`: there is none, so nothing can go on. `ending`, `ended`: it was given up, and what was uploaded is
    being withdrawn, or is. Without one, what is on its way keeps its place.
    """
    try:
        yield
    except ClientError as error:
        error.standing = standing  # type: ignore[attr-defined]
        raise


class FileMissingError(WrongUsageError):
    """A file that was named does not exist."""

    code = "FILE-MISSING"


class FileIsFolderError(WrongUsageError):
    """A folder (or device, or pipe) stands where a file is wanted."""

    code = "FILE-IS-FOLDER"


class FileIsUrlError(WrongUsageError):
    """An address (`https://…`, `s3://…`) stands where a file of this computer is wanted."""

    code = "FILE-IS-URL"


class OutputExistsError(WrongUsageError):
    """An output is there already and replacing it was not asked for."""

    code = "OUTPUT-EXISTS"


class OutputIsSourceError(WrongUsageError):
    """An output would take the place of a file that the same command reads; refused whatever `--force` says."""

    code = "OUTPUT-IS-INPUT"


class OutputTwiceError(WrongUsageError):
    """Two outputs of one command would have the same name, so that the second would replace the first."""

    code = "OUTPUT-TWICE"


class OutputFolderError(WrongUsageError):
    """The output folder cannot be made or is a file."""

    code = "OUTPUT-FOLDER"


class DiskFullError(WrongUsageError):
    """The disk, or the user's share of it, is full."""

    code = "DISK-FULL"


class OutputUnshownError(WrongUsageError):
    """What a command says cannot be written to where its output goes; its work is not concerned."""

    code = "OUTPUT-UNSHOWN"


class NoPermissionError(WrongUsageError):
    """The operating system does not let this user read or write there."""

    code = "NO-PERMISSION"


class OpenFilesError(WrongUsageError):
    """The system lets this process, or all of them, open no more files."""

    code = "OPEN-FILES"


class ThreadsError(WrongUsageError):
    """The system lets this user start no more threads and processes."""

    code = "THREADS"


class AnswerNeededError(WrongUsageError):
    """Something would have to be asked and there is no terminal to ask at; `option` answers it."""

    code = "ANSWER-NEEDED"
    fact_names = ("option",)


class OutputNeededError(WrongUsageError):
    """Something secret would have to be shown and there is no terminal; `option` names a file to write it to."""

    code = "OUTPUT-NEEDED"
    fact_names = ("option",)


class UnknownPolicyError(WrongUsageError):
    """No preparation policy has that name and no file lies there."""

    code = "POLICY-UNKNOWN"
    fact_names = ("known",)


class PolicyLockedError(WrongUsageError):
    """The institution's profile fixes the policy and a looser one was asked for; `keys` are those that are looser."""

    code = "POLICY-LOCKED"
    fact_names = ("policy", "keys")


class UnknownServiceError(WrongUsageError):
    """No set of service limits has that name."""

    code = "SERVICE-UNKNOWN"
    fact_names = ("known",)


class NoSuchMapError(WrongUsageError):
    """No pseudonym map with that id lies on this computer."""

    code = "MAP-UNKNOWN"


class MapInTheWayError(WrongUsageError):
    """A map of the backup's id lies here and cannot be read; replacing it was not asked for."""

    code = "MAP-IN-THE-WAY"


class LeaveOutUnknownError(WrongUsageError):
    """Line `line` of the list of samples to leave out names one that the files do not have."""

    code = "LEAVE-OUT-UNKNOWN"
    fact_names = ("line",)


class LeaveOutEmptyError(WrongUsageError):
    """The list of samples to leave out names nobody."""

    code = "LEAVE-OUT-EMPTY"


class NoSuchDeviceError(WrongUsageError):
    """The service knows no workstation of that id for this account."""

    code = "DEVICE-UNKNOWN"


class ConsentNeededError(WrongUsageError):
    """A submission needs a confirmed consent statement and its reference, and there is no terminal to ask at."""

    code = "CONSENT-NEEDED"
    fact_names = ("version",)


class ConsentVersionError(WrongUsageError):
    """The accepted statement is not the version the profile carries now."""

    code = "CONSENT-VERSION"
    fact_names = ("version",)


class ParameterError(WrongUsageError):
    """A `--param` is not of the form key=value."""

    code = "PARAM-FORM"


class ParameterUnknownError(WrongUsageError):
    """The application has no parameter of that name, or does not take that value for it; `known` are the ones it has.

    Said before anything is prepared: the service would refuse the whole job when every byte is there.
    """

    code = "PARAM-UNKNOWN"
    fact_names = ("known",)


class PracticeMissingError(WrongUsageError):
    """The practice service is an extra and is not installed."""

    code = "PRACTICE-MISSING"


class DesktopMissingError(WrongUsageError):
    """The desktop application cannot be started here: its Qt libraries do not load."""

    code = "DESKTOP-MISSING"


class DisplayMissingError(WrongUsageError):
    """The desktop application was asked for where no display is (SSH, cron, a container)."""

    code = "DISPLAY-MISSING"


class SettingsUnreadableError(WrongUsageError):
    """settings.toml is not what it should be."""

    code = "SETTINGS-UNREADABLE"


class UnknownSettingError(WrongUsageError):
    """No setting has that name, or the value does not fit it."""

    code = "SETTING-UNKNOWN"


class SettingLockedError(WrongUsageError):
    """The institution's profile fixes this setting."""

    code = "SETTING-LOCKED"


class WorkstationRequirementError(WrongUsageError):
    """The institution's profile requires something of this workstation that does not hold; `check` names it."""

    code = "WORKSTATION-REQUIRED"
    fact_names = ("check",)


class FindingsBlockError(InputNeedsUserError):
    """`count` findings in the files need the user before anything can be prepared."""

    code = "FINDINGS-BLOCK"
    fact_names = ("count",)


class NothingPreparedError(InputNeedsUserError):
    """The policy leaves out every chromosome in what was given, as `findings` say: nothing was written."""

    code = "NOTHING-PREPARED"

    def __init__(self, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__()
        self.findings = findings


class NothingToPrepareError(InputNeedsUserError):
    """The policy leaves out every chromosome in what was inspected: preparing it would write no file."""

    code = "NOTHING-TO-PREPARE"


class FileUnreadableError(InputNeedsUserError):
    """A named file exists and cannot be read."""

    code = "FILE-UNREADABLE"


class MapUnreadableError(InputNeedsUserError):
    """The file is not a pseudonym map, or it is damaged."""

    code = "MAP-UNREADABLE"


class MapBackupError(InputNeedsUserError):
    """The file is not a backup of a map, or it is damaged."""

    code = "MAP-BACKUP"


class MapOfOtherVaultError(SignInError):
    """The map is sealed under another vault key: another user, computer or vault made it."""

    code = "MAP-OTHER-VAULT"


class SecretNeededError(SignInError):
    """A password, passphrase or code would have to be asked and there is no terminal; `option` names its flag."""

    code = "SECRET-NEEDED"
    fact_names = ("option",)


class SecretFileError(SignInError):
    """A file that should hold a password, passphrase or code cannot be read or is empty; `option` names its flag."""

    code = "SECRET-FILE"
    fact_names = ("option",)


class OtherEnvironmentError(ServerIdentityError):
    """The service says it is of another environment (practice, test, production) than the profile."""

    code = "SERVICE-ENVIRONMENT"


class TooManyFilesError(WrongUsageError):
    """More files than profile and service take in one submission."""

    code = "SEND-TOO-MANY-FILES"
    fact_names = ("files", "most")


class ApplicationUnknownError(WrongUsageError):
    """The service has no application of that id."""

    code = "APPLICATION-UNKNOWN"
    fact_names = ("known",)


class ReportMissingError(InputNeedsUserError):
    """Nothing is kept here of how the job's files were prepared: another computer, an older version, or forgotten."""

    code = "REPORT-MISSING"


class DemoProofError(ClientError):
    """The demo looked for itself and did not find what was promised; `check` names what it looked at. A bug."""

    code = "DEMO-PROOF"
    fact_names = ("check",)


class TransferHeldError(ClientError):
    """The user stopped it from elsewhere while this command was sending it. `state` is `paused` or `cancelled`."""

    code = "SEND-HELD"
    exit_code = 130
    fact_names = ("state",)
