"""What can stop a second person's approval.

ClientError
 └── HandOverStoppedError    the user stopped the preparation of what a second person is to read
WrongUsageError
 ├── ApprovalNeededError     the policy asks for a second person and no approval was given
 └── ApproverNameError       the id is not of the form that a manifest carries
InputNeedsUserError
 ├── ApprovalUnreadableError the file is no approval
 ├── ApprovalOtherError      it is for another policy or another map
 ├── ApprovalOwnError        it is by the person who sends
 ├── ReportUnreadableError   the file is no report of a preparation
 └── ReportFilesError        the files beside the report are not those it describes
"""

from __future__ import annotations

from client.model.errors import ClientError, InputNeedsUserError, WrongUsageError


class HandOverStoppedError(ClientError):
    """Stopped by the user while files were prepared for a second person; nothing was left of it."""

    code = "APPROVAL-STOPPED"
    exit_code = 130


class ApprovalNeededError(WrongUsageError):
    """The policy wants a second person's approval, and none was given."""

    code = "APPROVAL-NEEDED"
    fact_names = ("policy",)


class ApproverNameError(WrongUsageError):
    """An approver's id is one to 64 letters, digits, `-` or `_`."""

    code = "APPROVER-FORM"


class ApprovalUnreadableError(InputNeedsUserError):
    """The file is not an approval, or it is damaged."""

    code = "APPROVAL-UNREADABLE"


class ApprovalOtherError(InputNeedsUserError):
    """What was approved was prepared under another `what`: `policy` or `map`."""

    code = "APPROVAL-OTHER"
    fact_names = ("what",)


class ApprovalOwnError(InputNeedsUserError):
    """The approver is the person who sends: two people are wanted."""

    code = "APPROVAL-OWN"


class ReportUnreadableError(InputNeedsUserError):
    """The file is not the report of a preparation, or it is damaged."""

    code = "REPORT-UNREADABLE"


class ReportFilesError(InputNeedsUserError):
    """`file` is missing beside the report, or is not what the report describes."""

    code = "REPORT-FILES"
    fact_names = ("file",)
