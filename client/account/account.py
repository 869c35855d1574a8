"""The account of one user at one service, as the faces' use cases see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from client.account.enrolment import Enrolment, require_recovery_codes
from client.account.errors import (
    DeviceRevokedError,
    PasswordRulesError,
    SignInNeededError,
)
from client.account.password_rules import broken_password_rules
from client.account.problems import account_errors
from client.account.session_store import SecretKeeper, Session, SessionStore, StoredDevice, new_session
from client.account.session_tokens import SessionTokens
from client.account.totp_code import plain_code
from client.model.clock import Clock
from client.model.profile import PasswordRules
from client.model.service import Device
from client.model.strict_json import Json
from client.network.gate import Gate, RequestSigner, TokenSource
from client.network.service import ServiceApi, Tokens
from client.seal.http_signature import request_signer


@dataclass(frozen=True)
class MfaTicket:
    """The password was right: now a code of the app, or a recovery code."""

    user: str = field(repr=False)
    ticket: str = field(repr=False)


@dataclass(frozen=True)
class EnrolmentTicket:
    """The password was right, and the account has no second factor yet: enrol one."""

    user: str = field(repr=False)
    ticket: str = field(repr=False)


class SessionFacts(NamedTuple):
    """What may be shown of the session."""

    user: str
    device_id: str
    signed_in_at: datetime
    recovery_codes_left: int
    locked: bool


MakeGate = Callable[[TokenSource | None], Gate]
"""Makes a gate to the profile's service, with or without tokens."""


class Account:
    """Sign-in, second factor, devices. All methods raise this room's errors and the network's.

    `device_name` is what the user's list of devices shows, the same on each: a host name would tell too much. `api`
    has the session's tokens: other rooms use it for everything that needs a signed-in user. With `sign_requests` each
    of its requests is signed with this workstation's key, as the profile may ask. Close it at the end.
    """

    def __init__(
        self,
        make_gate: MakeGate,
        keeper: SecretKeeper,
        lock_path: Path,
        origin: str,
        clock: Clock,
        *,
        device_name: str = "Genoseal",
        password_rules: PasswordRules | None = None,
        idle_lock: timedelta = timedelta(minutes=15),
        sign_requests: bool = False,
        make_api: Callable[[Gate], ServiceApi] = ServiceApi,
    ) -> None:
        self._clock = clock
        self._store = SessionStore(keeper, origin)
        self._device_name = device_name
        self._password_rules = password_rules or PasswordRules()
        self._idle_lock = idle_lock
        self._last_used = clock()
        self._public_gate = make_gate(None)
        self._public_api = make_api(self._public_gate)
        self.tokens = SessionTokens(self._public_api, self._store, lock_path, clock)
        self._gate = make_gate(self.tokens)
        if sign_requests:
            # Asked for the device each time: a revoked workstation signs in as a new one.
            self._gate.sign_with(lambda method, url, body_sha256: self.signer()(method, url, body_sha256))
        self.api = make_api(self._gate)

    def __enter__(self) -> Account:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._gate.close()
        self._public_gate.close()

    # Signing in

    def begin_sign_in(self, user: str, password: str) -> MfaTicket | EnrolmentTicket:
        """The first step. A workstation that was revoked gets a new identity and tries once more by itself."""
        try:
            return self._begin(user, password)
        except DeviceRevokedError:
            self.tokens.end()
            self._store.forget_device()
            return self._begin(user, password)

    def complete_totp(self, ticket: MfaTicket, code: str) -> SessionFacts:
        """The second step, with the code that the app shows."""
        with account_errors():
            return self._signed_in(ticket.user, self._public_api.complete_totp(ticket.ticket, plain_code(code)))

    def complete_recovery(self, ticket: MfaTicket, recovery_code: str) -> SessionFacts:
        """The second step, with a recovery code, which is used up."""
        with account_errors():
            tokens = self._public_api.complete_recovery(ticket.ticket, recovery_code.strip())
        return self._signed_in(ticket.user, tokens)

    def sign_out(self) -> None:
        """End the session at the service and here. Here it ends in any case; a failure there is raised afterwards."""
        if self._store.load() is None:
            return
        self.tokens.unlock()
        try:
            with account_errors():
                self.api.end_session()
        except (SignInNeededError, DeviceRevokedError):
            return
        finally:
            self.tokens.end()

    def session(self) -> SessionFacts | None:
        """Who is signed in here; asks nobody."""
        session = self._store.load()
        return None if session is None else self._facts(session)

    # Second factor

    def enrolment(self, ticket: EnrolmentTicket) -> Enrolment:
        """Enrol a first factor; its last step signs in."""
        return Enrolment(
            self._public_api,
            ticket.ticket,
            self._clock,
            self._activated(ticket.user),
            self._public_api.clock_offset(self._clock),
        )

    def replacement(self) -> Enrolment:
        """Enrol another factor from a session; the old one dies at the last step."""
        session = self._require_session()
        return Enrolment(
            self.api,
            None,
            self._clock,
            self._activated(session.user),
            self._public_api.clock_offset(self._clock),
        )

    def renew_recovery_codes(self, code: str) -> tuple[str, ...]:
        """Ten new recovery codes; the old ones die, other workstations are signed out."""
        with account_errors():
            return require_recovery_codes(self.api.renew_recovery_codes(plain_code(code)))

    # Password, devices, data

    def change_password(self, password: str, new_password: str, code: str) -> None:
        """Change it; PasswordRulesError names the first broken rule. Other workstations are signed out."""
        user = self._require_session().user
        broken = broken_password_rules(new_password, self._password_rules, user, password)
        if broken:
            raise PasswordRulesError(rule=broken[0])
        with account_errors():
            self.api.change_password(password, new_password, plain_code(code))

    def devices(self) -> tuple[Device, ...]:
        """The workstations that may sign in."""
        with account_errors():
            return self.api.devices()

    def revoke(self, device_id: str) -> None:
        """Cut a workstation off; NotThereError for an unknown one. Revoking this one signs out here too."""
        with account_errors():
            self.api.revoke_device(device_id)
        device = self._store.load_device()
        if device is not None and device.device_id == device_id:
            self.tokens.end()
            self._store.forget_device()

    def data(self) -> dict[str, Json]:
        """Everything that the service holds about the user."""
        with account_errors():
            return self.api.account_data()

    # This workstation

    def device(self) -> StoredDevice:
        """This workstation's key: it signs refreshes and submission manifests."""
        return self._store.device()

    def signer(self) -> RequestSigner:
        """Signs requests with this workstation's key."""
        device = self.device()
        return request_signer(device.key, device.device_id, self._clock)

    # Idle lock

    def touch(self) -> None:
        """The user did something."""
        self._last_used = self._clock()

    def lock_when_idle(self) -> bool:
        """Lock when the profile's idle time has passed since the last `touch`; True while locked."""
        if not self.tokens.is_locked and self._clock() - self._last_used >= self._idle_lock:
            self.tokens.lock()
        return self.tokens.is_locked

    def unlock(self, code: str) -> None:
        """A code ends the lock; a wrong one leaves it locked."""
        self.tokens.unlock()
        try:
            with account_errors():
                self.api.unlock(plain_code(code))
        except BaseException:
            self.tokens.lock()
            raise
        self.touch()

    def _begin(self, user: str, password: str) -> MfaTicket | EnrolmentTicket:
        device = self._store.device().identity(self._device_name)
        with account_errors():
            begun = self._public_api.begin_session(user, password, device)
        if begun.mfa_ticket is not None:
            return MfaTicket(user, begun.mfa_ticket)
        return EnrolmentTicket(user, begun.enrolment_ticket or "")

    def _signed_in(self, user: str, tokens: Tokens) -> SessionFacts:
        return self._facts(self._keep(user, tokens))

    def _activated(self, user: str) -> Callable[[Tokens], None]:
        def keep(tokens: Tokens) -> None:
            self._keep(user, tokens)

        return keep

    def _keep(self, user: str, tokens: Tokens) -> Session:
        session = new_session(user, tokens, self._clock())
        self.tokens.begin(session)
        self.touch()
        return session

    def _require_session(self) -> Session:
        session = self._store.load()
        if session is None:
            raise SignInNeededError
        return session

    def _facts(self, session: Session) -> SessionFacts:
        device = self._store.device()
        return SessionFacts(
            session.user, device.device_id, session.signed_in_at, session.recovery_codes_left, self.tokens.is_locked
        )
