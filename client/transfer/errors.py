"""What can stop a transfer inside the outbox itself. Errors of preparing, network and receipts are their rooms' own.

WrongUsageError
 ├── OutboxBusyError         OUTBOX-BUSY          another process drives this outbox
 ├── OutboxNewerError        OUTBOX-NEWER         the ledger was written by a newer Genoseal
 ├── UnknownTransferError    OUTBOX-UNKNOWN       no transfer with this id
 ├── TooLateError            OUTBOX-TOO-LATE      the job call may already have arrived
 ├── OtherServiceError       OUTBOX-OTHER-SERVICE queued for another service than the profile's
 ├── EmptySubmissionError    OUTBOX-EMPTY         nothing to send
 ├── OutboxFullError         OUTBOX-DISK-FULL     no room for the sealed copy
 └── OutboxFolderError       OUTBOX-FOLDER        the outbox folder cannot be written or read
InputNeedsUserError
 ├── SourceVanishedError     SOURCE-VANISHED      a file to be prepared is gone
 ├── SourceChangedError      SOURCE-CHANGED       a file changed after it was queued
 ├── SiteListChangedError    SITE-LIST-CHANGED    the site list changed or went after the files were queued
 ├── RowDamagedError         OUTBOX-ROW-DAMAGED   a row of the ledger cannot be read
 └── LedgerDamagedError      OUTBOX-DAMAGED       the ledger as a whole cannot be read
SignInError
 └── OtherVaultKeyError      OUTBOX-OTHER-KEY     the ledger belongs to another vault key
ServiceUnavailableError
 └── QuietHoursError         OUTBOX-QUIET-HOURS   nothing is sent before they end
ClientError
 └── WorkerDiedError         OUTBOX-WORKER-DIED   the working process ended again and again
"""

from __future__ import annotations

from client.model.errors import (
    ClientError,
    InputNeedsUserError,
    ServiceUnavailableError,
    SignInError,
    WrongUsageError,
)


class OutboxBusyError(WrongUsageError):
    """Another process holds the outbox lock. What was to be queued is queued; the driver takes it up.

    `driver_pid` is the driver's process id, 0 where it could not be read.
    """

    code = "OUTBOX-BUSY"
    fact_names = ("driver_pid",)


class OutboxNewerError(WrongUsageError):
    """The ledger's `user_version` is above what this version knows; nothing was touched."""

    code = "OUTBOX-NEWER"
    fact_names = ("schema", "supported")


class UnknownTransferError(WrongUsageError):
    """pause, resume or cancel named an id that is not in the outbox."""

    code = "OUTBOX-UNKNOWN"


class TooLateError(WrongUsageError):
    """cancel or pause came when the job call was fixed: it may have arrived, so only the job itself can be cancelled.

    Raised as well for a transfer that is finished. `state` is the transfer's state.
    """

    code = "OUTBOX-TOO-LATE"
    fact_names = ("state",)


class OtherServiceError(WrongUsageError):
    """The transfer was queued under a profile with another origin or environment than the installed one."""

    code = "OUTBOX-OTHER-SERVICE"


class EmptySubmissionError(InputNeedsUserError):
    """No file was given, or the policy leaves out every chromosome of every file."""

    code = "OUTBOX-EMPTY"


class SourceVanishedError(InputNeedsUserError):
    """A source that is not sealed yet does not exist any more or cannot be read. `file_number` counts from 1.

    The place is kept: put the file back and resume, or cancel.
    """

    code = "SOURCE-VANISHED"
    fact_names = ("file_number",)


class SiteListChangedError(InputNeedsUserError):
    """The site list of a submission is gone, or not what it was when the submission was queued."""

    code = "SITE-LIST-CHANGED"


class SourceChangedError(InputNeedsUserError):
    """Size or modification time of a source differ from what was queued. `file_number` counts from 1.

    Map, consent and checks belong to the file as it was, so the submission is given up and what was uploaded withdrawn.
    """

    code = "SOURCE-CHANGED"
    fact_names = ("file_number",)


class OutboxFullError(WrongUsageError):
    """The outbox's disk or the user's quota is full (ENOSPC, EDQUOT). The half-made copy is removed, the place kept."""

    code = "OUTBOX-DISK-FULL"
    fact_names = ("free_bytes",)


class OutboxFolderError(WrongUsageError):
    """The outbox folder cannot be made, read or written (permission, read-only disk, I/O). `errno` is the system's."""

    code = "OUTBOX-FOLDER"
    fact_names = ("errno",)


class RowDamagedError(InputNeedsUserError):
    """A ledger row of this transfer cannot be read. It is set aside, the others go on; it can only be cancelled."""

    code = "OUTBOX-ROW-DAMAGED"


class LedgerDamagedError(InputNeedsUserError):
    """The ledger file is no database any more, or not even its schema can be read. It stays where it is, untouched."""

    code = "OUTBOX-DAMAGED"


class OtherVaultKeyError(SignInError):
    """The ledger was written under another vault key (a home copied without its keyring). Nothing was touched."""

    code = "OUTBOX-OTHER-KEY"


class QuietHoursError(ServiceUnavailableError):
    """Never raised: what a transfer shows as its `trouble` during quiet hours. It goes on by itself at `until`."""

    code = "OUTBOX-QUIET-HOURS"
    fact_names = ("until",)


class WorkerDiedError(ClientError):
    """The working process ended `times` times in a row without getting further (killed, out of memory, crashed)."""

    code = "OUTBOX-WORKER-DIED"
    fact_names = ("times",)
