"""What can be wrong with the activity log."""

from __future__ import annotations

from client.model.errors import ClientError, InputNeedsUserError, WrongUsageError


class AuditFactError(ClientError):
    """A bug: an event or fact outside the closed list was to be written. `field` is the name of our own parameter."""

    code = "AUDIT-FACT"
    fact_names = ("field",)


class AuditBusyError(ClientError):
    """Another process of this user held the log for longer than anyone should; try again."""

    code = "AUDIT-BUSY"
    exit_code = 6


class AuditWriteError(InputNeedsUserError):
    """The log could not be read or written (disk full, no permission, not a regular file). `reason`: errno's name."""

    code = "AUDIT-WRITE"
    fact_names = ("reason",)


class AuditNewerError(InputNeedsUserError):
    """The log, or its anchor, was written by a newer program."""

    code = "AUDIT-NEWER"
    fact_names = ("schema", "known")


class AuditExportExistsError(WrongUsageError):
    """The file to export to exists and `--force` was not given."""

    code = "AUDIT-EXISTS"


class AuditBrokenError(InputNeedsUserError):
    """Base of what `require_intact` finds. `complete_until` counts the lines that are proven, from the start."""

    code = "AUDIT-BROKEN"
    fact_names = ("line", "complete_until")


class AuditChangedError(AuditBrokenError):
    """A line was changed: its hash does not belong to its content."""

    code = "AUDIT-CHANGED"


class AuditRemovedError(AuditBrokenError):
    """One or more lines before this one were removed."""

    code = "AUDIT-REMOVED"


class AuditOrderError(AuditBrokenError):
    """Lines were put into another order, or one was put in twice."""

    code = "AUDIT-ORDER"


class AuditCutError(AuditBrokenError):
    """The end is missing: the anchor in the keyring or in a receipt has counted more lines than there are."""

    code = "AUDIT-CUT"


class AuditReplacedError(AuditBrokenError):
    """Every line fits the next, but an anchor says otherwise: the log was written anew from some line on."""

    code = "AUDIT-REPLACED"
