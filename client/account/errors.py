"""What can stand in the way of signing in, enrolling a second factor or keeping a session (all exit 5).

SignInError
 └── AccountError                AUTH-FAILED
      ├── SignInNeededError       AUTH-NEEDED
      ├── CredentialsRefusedError AUTH-CREDENTIALS
      ├── CodeRejectedError       AUTH-CODE
      ├── CodeUsedError           AUTH-CODE-USED
      ├── RecoveryCodeError       AUTH-RECOVERY-CODE
      ├── TicketExpiredError      AUTH-TICKET
      ├── TooManyTriesError       AUTH-TOO-MANY
      ├── SignInWaitError         AUTH-WAIT
      ├── InvitationRefusedError  AUTH-INVITATION
      ├── EnrolmentNeededError    AUTH-ENROL
      ├── AlreadyEnrolledError    AUTH-ENROLLED
      ├── PasswordRulesError      AUTH-PASSWORD-RULES
      ├── SessionLockedError      AUTH-LOCKED
      ├── DeviceRevokedError      AUTH-DEVICE-REVOKED
      └── SessionFolderError      AUTH-FOLDER

A code that is wrong while enrolling is no error but a `CodeVerdict` (3-A to 3-E), found on this computer.
"""

from __future__ import annotations

from client.model.errors import SignInError


class AccountError(SignInError):
    """Base of this room's errors."""

    code = "AUTH-FAILED"


class SignInNeededError(AccountError):
    """Nobody is signed in on this computer, or the session ended; transfers keep their place until the next sign-in."""

    code = "AUTH-NEEDED"


class CredentialsRefusedError(AccountError):
    """The service does not know this pair of user name and password (it does not say which of the two)."""

    code = "AUTH-CREDENTIALS"


class CodeRejectedError(AccountError):
    """The six-digit code is not the one of this moment (the service allows one time step either way)."""

    code = "AUTH-CODE"


class CodeUsedError(AccountError):
    """The six-digit code was right, but a code of its time step has been used; the next one will do."""

    code = "AUTH-CODE-USED"


class RecoveryCodeError(AccountError):
    """The recovery code is not one of this account's, or was used before."""

    code = "AUTH-RECOVERY-CODE"


class TicketExpiredError(AccountError):
    """Too much time went by between password and code (or inside the enrolment): begin again with the password."""

    code = "AUTH-TICKET"


class TooManyTriesError(AccountError):
    """The codes allowed for one password entry are used up: begin again with the password."""

    code = "AUTH-TOO-MANY"


class SignInWaitError(AccountError):
    """The account's back-off is running: no attempt counts for the next `retry_after_s` seconds (0: not said)."""

    code = "AUTH-WAIT"
    fact_names = ("retry_after_s",)


class InvitationRefusedError(AccountError):
    """The invitation code from the helpdesk is missing, wrong, used or too old."""

    code = "AUTH-INVITATION"


class EnrolmentNeededError(AccountError):
    """Password right, but the account has no second factor yet: enrol one first."""

    code = "AUTH-ENROL"


class AlreadyEnrolledError(AccountError):
    """The account has a second factor; another one is enrolled only from a session with a fresh or recovery code."""

    code = "AUTH-ENROLLED"


class PasswordRulesError(AccountError):
    """The new password breaks the institution's rules.

    `rule` is `min_length`, `min_classes`, `forbid_user_name`, `same_as_before`, or `service` when only the service
    found fault with it.
    """

    code = "AUTH-PASSWORD-RULES"
    fact_names = ("rule",)


class SessionLockedError(AccountError):
    """Locked after idle time: access token and keys are out of memory until a code unlocks the session."""

    code = "AUTH-LOCKED"


class DeviceRevokedError(AccountError):
    """This workstation was revoked, from another one or because an old refresh token was used again."""

    code = "AUTH-DEVICE-REVOKED"


class SessionFolderError(AccountError):
    """The lock that keeps two processes from renewing at once cannot be made (no permission, disk full). `reason` is
    the system's name for it, such as `EACCES`."""

    code = "AUTH-FOLDER"
    fact_names = ("reason",)
