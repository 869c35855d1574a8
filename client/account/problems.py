"""From the service's refusals to this room's errors, by the problem types of docs/SERVICE.md."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from client.account.errors import (
    AccountError,
    AlreadyEnrolledError,
    CodeRejectedError,
    CodeUsedError,
    CredentialsRefusedError,
    DeviceRevokedError,
    InvitationRefusedError,
    PasswordRulesError,
    RecoveryCodeError,
    SignInNeededError,
    SignInWaitError,
    TicketExpiredError,
    TooManyTriesError,
)
from client.model.errors import ClientError
from client.network.errors import BusyError, ConflictError, NotAllowedError, NotSignedInError, RequestRefusedError

_BY_PROBLEM: dict[str, type[AccountError]] = {
    "access-token-rejected": SignInNeededError,
    "refresh-rejected": SignInNeededError,
    "credentials-rejected": CredentialsRefusedError,
    "ticket-rejected": TicketExpiredError,
    "enrolment-missing": TicketExpiredError,
    "ticket-exhausted": TooManyTriesError,
    "totp-rejected": CodeRejectedError,
    "totp-already-used": CodeUsedError,
    "recovery-code-rejected": RecoveryCodeError,
    "refresh-reused": DeviceRevokedError,
    "device-revoked": DeviceRevokedError,
    "device-conflict": DeviceRevokedError,
    "invitation-rejected": InvitationRefusedError,
    "factor-exists": AlreadyEnrolledError,
}


@contextmanager
def account_errors() -> Iterator[None]:
    """Inside it, refusals that this room knows come out as its own errors; everything else stays what it is."""
    try:
        yield
    except (NotSignedInError, NotAllowedError, ConflictError, RequestRefusedError, BusyError) as error:
        raise account_error(error) from None


def account_error(error: ClientError) -> ClientError:
    """Our error for one of the gate's, or the same one."""
    if isinstance(error, BusyError):
        waits = error.facts["status"] == 429
        return SignInWaitError(retry_after_s=error.facts["retry_after_s"]) if waits else error
    problem = str(error.facts["problem"])
    if problem == "password-too-weak":
        return PasswordRulesError(rule="service")
    known = _BY_PROBLEM.get(problem)
    if known is not None:
        return known()
    return SignInNeededError() if isinstance(error, NotSignedInError) else error
