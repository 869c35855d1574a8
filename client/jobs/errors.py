"""What can be wrong with a job's manifest, receipt, results and deletion certificate.

`…-SIGNATURE` means nobody we trust said it; `…-OTHER` means the service said it, signed, but about something else
than our own records (`field` names the first difference, from our own list of names).
"""

from __future__ import annotations

from client.model.errors import (
    ClientError,
    InputNeedsUserError,
    SealedFileError,
    ServerIdentityError,
    ServiceUnavailableError,
    WrongUsageError,
)


class JobUnknownError(WrongUsageError):
    """This workstation has no record of the job (no receipt): a mistyped id, or sent from another one."""

    code = "JOB-UNKNOWN"


class JobIdError(WrongUsageError):
    """What was given as a job's id is not of the form an id has."""

    code = "JOB-ID"


class JobNotFinishedError(ServiceUnavailableError):
    """The job has no results yet. `state` is `waiting` or `running`."""

    code = "JOB-NOT-FINISHED"
    fact_names = ("state",)


class JobFinishedError(ServiceUnavailableError):
    """The job had ended before it could be stopped."""

    code = "JOB-FINISHED"


class JobNotDeletedError(ServiceUnavailableError):
    """The service still has the job, so that there is no certificate of its deletion."""

    code = "JOB-NOT-DELETED"


class JobWithoutResultsError(InputNeedsUserError):
    """The job ended without results, or they are deleted. `state` is `failed`, `cancelled`, `deleted`, `succeeded`."""

    code = "JOB-NO-RESULTS"
    fact_names = ("state",)


class ManifestFieldError(WrongUsageError):
    """A value for the submission manifest is not of its closed grammar. `field` is its dotted name."""

    code = "MANIFEST-FIELD"
    fact_names = ("field",)


class RecordWriteError(InputNeedsUserError):
    """A receipt, certificate or key could not be stored (disk full, no permission). `reason`: errno's name."""

    code = "JOB-WRITE"
    fact_names = ("reason",)


class RecordDamagedError(InputNeedsUserError):
    """A stored receipt, certificate or key cannot be read any more. `which` is `receipt`, `certificate` or `key`."""

    code = "JOB-RECORD"
    fact_names = ("which",)


class RecordNewerError(InputNeedsUserError):
    """A stored receipt, certificate or key backup was written by a newer program."""

    code = "JOB-NEWER"
    fact_names = ("schema", "known")


class ReceiptSignatureError(ServerIdentityError):
    """The receipt is not signed by a receipt key of the profile: nothing counts as submitted."""

    code = "RECEIPT-SIGNATURE"


class ReceiptOtherError(ServerIdentityError):
    """A signed receipt, but for something else than what was sent."""

    code = "RECEIPT-OTHER"
    fact_names = ("field",)


class ResultSignatureError(ServerIdentityError):
    """The result manifest is not signed by a results key of the profile: nothing is opened."""

    code = "RESULT-SIGNATURE"


class ResultOtherError(ServerIdentityError):
    """A signed result manifest, but of another job, or one that breaks the rules for names and numbers."""

    code = "RESULT-OTHER"
    fact_names = ("field",)


class ResultLengthError(SealedFileError):
    """The service gave more or fewer bytes than its signed manifest says; the download was thrown away."""

    code = "RESULT-LENGTH"
    fact_names = ("expected_bytes", "received_bytes")


class ResultHashError(SealedFileError):
    """The bytes that came are not those of the signed manifest; the download was thrown away, nothing was opened."""

    code = "RESULT-HASH"


class ResultOpenError(SealedFileError):
    """The bytes are those the service signed, yet they do not open with this job's result key.

    `reason` is the sealed file's own error code.
    """

    code = "RESULT-OPEN"
    fact_names = ("reason",)


class ResultKeyMissingError(InputNeedsUserError):
    """This workstation does not hold the job's result key: bring it with `keys import`."""

    code = "RESULT-KEY"


class ResultLimitError(InputNeedsUserError):
    """A result is larger than it may be: `sealed`, or `opened` (also with names put back). `max_bytes` is the limit."""

    code = "RESULT-LIMIT"
    fact_names = ("limit", "max_bytes")


class ResultExistsError(WrongUsageError):
    """An output file exists already and `--force` was not given."""

    code = "RESULT-EXISTS"


class ResultUnknownError(WrongUsageError):
    """A result was asked for by a name that the job has none of."""

    code = "RESULT-UNKNOWN"


class ResultPlaceError(WrongUsageError):
    """The folder for results cannot be used. `reason`: errno's name (`ENOSPC` also for a quota), or `link` for a
    symbolic link in the way."""

    code = "RESULT-PLACE"
    fact_names = ("reason",)


class ResultMapError(InputNeedsUserError):
    """The results were made for another pseudonym map than the job's: names are not put back."""

    code = "RESULT-MAP"


class ResultWorkerError(ClientError):
    """The process that opens results ended without an answer (killed, out of memory). `exit_status` as the OS says."""

    code = "RESULT-WORKER"
    exit_code = 3
    fact_names = ("exit_status",)


class ResultStoppedError(ClientError):
    """Stopped by the user while results were fetched or opened; what was fetched is kept for the next time."""

    code = "RESULT-STOPPED"
    exit_code = 130


class ResultRestoreError(InputNeedsUserError):
    """A result opened, but names could not be put back; nothing was left. `reason` is the preparation's own code."""

    code = "RESULT-RESTORE"
    fact_names = ("reason",)


class KeyBackupError(InputNeedsUserError):
    """The file is not a backup of result keys, or it is damaged."""

    code = "RESULT-KEY-BACKUP"


class KeyBackupExistsError(WrongUsageError):
    """The file to export keys to exists and `--force` was not given."""

    code = "RESULT-KEY-EXISTS"


class CertificateFileError(WrongUsageError):
    """The certificate file that was named is missing, a folder or cannot be read."""

    code = "CERTIFICATE-FILE"


class CertificateDamagedError(InputNeedsUserError):
    """The file is not a deletion certificate as this program stores it."""

    code = "CERTIFICATE-DAMAGED"


class CertificateSignatureError(ServerIdentityError):
    """The certificate is not signed by a deletion key of the profile."""

    code = "CERTIFICATE-SIGNATURE"


class CertificateOtherError(ServerIdentityError):
    """A signed certificate, but of another job, or not for everything that was there."""

    code = "CERTIFICATE-OTHER"
    fact_names = ("field",)
