"""Setting up a second factor: begin, check a code, confirm, keep the recovery codes, check one of them, active.

Nothing is active before `activate` has passed: whoever stops in between still has the old factor, or none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

import pyotp

from client.account.errors import CodeRejectedError, CodeUsedError, TicketExpiredError
from client.account.problems import account_errors
from client.account.totp_code import CodeFinding, CodeVerdict, check_code, plain_code
from client.model.clock import Clock
from client.network.fields import wrong
from client.network.service import ServiceApi, Tokens, TotpSecret

_SECRET = re.compile(r"[A-Z2-7]{16,128}")
_RECOVERY_CODES = 10
_RECOVERY_CODE = re.compile(r"[A-Za-z0-9-]{8,64}")
_MOST_URI_CHARS = 1000
"""More makes a picture that no phone reads, and past 2,331 none at all (ISO/IEC 18004, level M)."""


def require_recovery_codes(codes: tuple[str, ...]) -> tuple[str, ...]:
    """`codes`, which the service gave, if they are ten different ones that fit a sheet; raises ContractError."""
    if len(codes) != _RECOVERY_CODES or len(set(codes)) != len(codes) or not all(map(_RECOVERY_CODE.fullmatch, codes)):
        raise wrong("recovery_codes")
    return codes


@dataclass(frozen=True)
class TotpSetup:
    """What an authenticator app needs. `otpauth_uri` is built here, from the secret and the exact label shown."""

    secret: str = field(repr=False)
    otpauth_uri: str = field(repr=False)
    issuer: str
    account: str

    @property
    def label(self) -> str:
        """What the app must show."""
        return f"{self.issuer}: {self.account}"

    @property
    def grouped_secret(self) -> str:
        """The key in groups of four, to type."""
        return " ".join(self.secret[at : at + 4] for at in range(0, len(self.secret), 4))


class Enrolment:
    """One enrolment, in the order of its methods.

    `ticket` is the enrolment ticket of an account without a factor, None for another factor from a session (`api` must
    carry the session's tokens then). `on_active` receives the tokens of the last step.
    """

    def __init__(
        self,
        api: ServiceApi,
        ticket: str | None,
        clock: Clock,
        on_active: Callable[[Tokens], None],
        service_offset: timedelta = timedelta(),
    ) -> None:
        self._api = api
        self._ticket = ticket
        self._clock = clock
        self._on_active = on_active
        self._service_offset = service_offset
        self._setup: TotpSetup | None = None
        self._activation_ticket: str | None = None
        self._last_used_step: int | None = None

    def begin(self, invitation_code: str) -> TotpSetup:
        """A first factor: ask for the secret with the helpdesk's invitation code."""
        if self._ticket is None:
            raise TicketExpiredError
        with account_errors():
            return self._keep(self._api.begin_totp(self._ticket, invitation_code.strip()))

    def begin_replacement(self, *, code: str | None = None, recovery_code: str | None = None) -> TotpSetup:
        """Another factor: ask for the secret with a fresh code of the old one, or a recovery code (used up)."""
        with account_errors():
            typed = None if code is None else plain_code(code)
            return self._keep(self._api.replace_totp(code=typed, recovery_code=recovery_code))

    def check_code(self, typed: str) -> CodeVerdict:
        """Judge a code here, without telling the service (see `totp_code.check_code`)."""
        return check_code(
            self._require_setup().secret,
            typed,
            self._clock(),
            service_offset=self._service_offset,
            last_used_step=self._last_used_step,
        )

    def confirm(self, typed: str) -> tuple[str, ...]:
        """Give the code to the service: the ten recovery codes, shown once.

        Raises CodeUsedError, or CodeRejectedError: where `check_code` found it right, that means that this computer's
        clock and the service's disagree (3-E, see `rejected_verdict`).
        """
        verdict = self.check_code(typed)
        try:
            with account_errors():
                confirmed = self._api.confirm_totp(plain_code(typed), self._ticket)
        except CodeUsedError:
            self._last_used_step = verdict.time_step
            raise
        codes = require_recovery_codes(confirmed.recovery_codes)
        self._activation_ticket = confirmed.activation_ticket
        self._last_used_step = verdict.time_step
        return codes

    def rejected_verdict(self, typed: str, error: CodeRejectedError | CodeUsedError) -> CodeVerdict:
        """The verdict to show after `confirm` was refused."""
        if isinstance(error, CodeUsedError):
            return CodeVerdict(CodeFinding.USED)
        verdict = self.check_code(typed)
        return CodeVerdict(CodeFinding.CLOCK, time_step=verdict.time_step) if verdict.is_right else verdict

    def activate(self, recovery_code: str) -> None:
        """One recovery code, typed from where it was kept; it is not used up. From here on the factor is active."""
        if self._activation_ticket is None:
            raise TicketExpiredError
        with account_errors():
            tokens = self._api.activate_totp(self._activation_ticket, recovery_code.strip())
        self._on_active(tokens)

    def _keep(self, answer: TotpSecret) -> TotpSetup:
        secret = answer.secret.replace(" ", "").upper().rstrip("=")
        for name, is_right in (
            ("secret", _SECRET.fullmatch(secret)), ("issuer", answer.issuer), ("account", answer.account)
        ):  # fmt: skip
            if not is_right:
                raise wrong(name)
        # The service's own otpauth_uri is not used: what the QR code holds is exactly what is shown beside it.
        uri = pyotp.TOTP(secret).provisioning_uri(name=answer.account, issuer_name=answer.issuer)
        if len(uri) > _MOST_URI_CHARS:
            raise wrong("issuer")
        self._setup = TotpSetup(secret, uri, answer.issuer, answer.account)
        self._last_used_step = None
        return self._setup

    def _require_setup(self) -> TotpSetup:
        if self._setup is None:
            raise TicketExpiredError
        return self._setup
