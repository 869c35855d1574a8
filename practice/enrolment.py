"""Enrolling a second factor: begin → confirm → activate. Nothing is active before the last step."""

from __future__ import annotations

import hmac
import sqlite3
from typing import Any

import pyotp

from practice.attempts import CODE, account_subject, charge_attempt, forgive_attempts
from practice.core import PracticeCore, hash_secret
from practice.database import record_event
from practice.problems import CountedProblem, Problem
from practice.second_factor import (
    make_recovery_codes,
    matching_step,
    normal_recovery_code,
    opened_factor,
    require_recovery_code,
    require_totp,
    sealed_factor,
)
from practice.tickets import (
    ACTIVATION,
    ENROLMENT,
    Device,
    Ticket,
    charge_ticket,
    issue_ticket,
    require_ticket,
    spend_ticket,
)
from practice.tokens import Principal, end_sessions, open_session


class Enrolment:
    """The calls under `/account/totp` and `/account/recovery-codes`."""

    def __init__(self, core: PracticeCore) -> None:
        self._core = core

    def begin_first(self, enrolment_ticket: str, invitation_code: str) -> dict[str, Any]:
        """The first factor of an account: needs the invitation code that came by another channel than the password."""
        core = self._core
        with core.database.transaction() as transaction:
            ticket = require_ticket(core, transaction, ENROLMENT, enrolment_ticket)
            charge_ticket(transaction, ticket)
            user = self._user(transaction, ticket.user_id)
            if user["totp_secret"] is not None:
                raise Problem("factor-exists")
            subject = account_subject(user["username"])
            charge_attempt(transaction, subject, CODE, core.now_s())
            given = hash_secret(normal_recovery_code(invitation_code))
            if user["invitation_sha256"] is None or not hmac.compare_digest(given, user["invitation_sha256"]):
                raise CountedProblem("invitation-rejected")
            forgive_attempts(transaction, subject, CODE)
            # From here the ticket's five codes are those of `confirm`.
            transaction.execute(
                "UPDATE tickets SET invited = 1, codes_tried = 0 WHERE ticket_sha256 = ?", (ticket.sha256,)
            )
            return self._begin(transaction, user)

    def begin_replacement(self, principal: Principal, code: str | None, recovery_code: str | None) -> dict[str, Any]:
        """Another factor for a signed-in user: needs a fresh code of the old one, or a recovery code (used up)."""
        core = self._core
        with core.database.transaction() as transaction:
            user = self._user(transaction, principal.user_id)
            if recovery_code is not None:
                require_recovery_code(core, transaction, user, recovery_code)
            else:
                require_totp(core, transaction, user, code or "")
            return self._begin(transaction, user)

    def confirm_first(self, enrolment_ticket: str, code: str) -> dict[str, Any]:
        core = self._core
        with core.database.transaction() as transaction:
            ticket = require_ticket(core, transaction, ENROLMENT, enrolment_ticket)
            if not ticket.invited:
                raise Problem("enrolment-missing")
            charge_ticket(transaction, ticket)
            answer = self._confirm(transaction, self._user(transaction, ticket.user_id), code, ticket.device)
            spend_ticket(transaction, ticket)
            return answer

    def confirm_replacement(self, principal: Principal, code: str) -> dict[str, Any]:
        core = self._core
        with core.database.transaction() as transaction:
            user = self._user(transaction, principal.user_id)
            row = transaction.execute(
                "SELECT name FROM devices WHERE user_id = ? AND id = ?", (user["id"], principal.device_id)
            ).fetchone()
            device = Device(principal.device_id, row["name"], principal.device_public_key)
            return self._confirm(transaction, user, code, device)

    def activate(self, activation_ticket: str, recovery_code: str) -> dict[str, Any]:
        """One of the new recovery codes is checked (not used up); the new factor lives, the older one dies."""
        core = self._core
        with core.database.transaction() as transaction:
            ticket = require_ticket(core, transaction, ACTIVATION, activation_ticket)
            charge_ticket(transaction, ticket)
            self._require_pending_recovery_code(transaction, ticket, recovery_code)
            user = self._user(transaction, ticket.user_id)
            if user["pending_secret"] is None:
                raise Problem("enrolment-missing")
            user_id = ticket.user_id
            transaction.execute("DELETE FROM recovery_codes WHERE user_id = ? AND pending = 0", (user_id,))
            transaction.execute("UPDATE recovery_codes SET pending = 0 WHERE user_id = ?", (user_id,))
            transaction.execute(
                "UPDATE users SET totp_secret = pending_secret, totp_last_step = pending_last_step,"
                " pending_secret = NULL, invitation_sha256 = NULL WHERE id = ?",
                (user_id,),
            )
            # Tickets of the password alone were given before the factor existed, or for the factor that died.
            transaction.execute("DELETE FROM tickets WHERE user_id = ?", (user_id,))
            return open_session(core, transaction, user_id, ticket.device, "second-factor-activated")

    def renew_recovery_codes(self, principal: Principal, code: str) -> dict[str, Any]:
        """`POST /account/recovery-codes`: ten new ones; the old ones die and the other devices are signed out."""
        core = self._core
        with core.database.transaction() as transaction:
            require_totp(core, transaction, self._user(transaction, principal.user_id), code)
            codes = make_recovery_codes(transaction, principal.user_id, pending=False)
            end_sessions(core, transaction, principal.user_id, except_session_id=principal.session_id)
            record_event(transaction, principal.user_id, core.now_text(), "recovery-codes-renewed")
            return {"recovery_codes": codes}

    def _user(self, transaction: sqlite3.Connection, user_id: str) -> sqlite3.Row:
        row: sqlite3.Row = transaction.execute("SELECT * FROM users WHERE id = ?", (user_id,)).fetchone()
        return row

    def _begin(self, transaction: sqlite3.Connection, user: sqlite3.Row) -> dict[str, Any]:
        secret = pyotp.random_base32()
        issuer, account = self._core.settings.institution, user["username"]
        transaction.execute(
            "UPDATE users SET pending_secret = ?, pending_last_step = 0 WHERE id = ?",
            (sealed_factor(self._core, user["id"], secret), user["id"]),
        )
        # An activation ticket belongs to the secret it was given for.
        transaction.execute("DELETE FROM tickets WHERE user_id = ? AND kind = ?", (user["id"], ACTIVATION))
        uri = pyotp.TOTP(secret).provisioning_uri(name=account, issuer_name=issuer)
        return {"secret": secret, "otpauth_uri": uri, "issuer": issuer, "account": account}

    def _confirm(self, transaction: sqlite3.Connection, user: sqlite3.Row, code: str, device: Device) -> dict[str, Any]:
        core = self._core
        if user["pending_secret"] is None:
            raise Problem("enrolment-missing")
        # The secret is the caller's own; counting still keeps a stolen ticket from guessing at it.
        subject = account_subject(user["username"])
        charge_attempt(transaction, subject, CODE, core.now_s())
        step = matching_step(opened_factor(core, user, "pending_secret"), code, core.now_s())
        if step is None:
            raise CountedProblem("totp-rejected")
        if step <= user["pending_last_step"]:
            raise CountedProblem("totp-already-used")
        forgive_attempts(transaction, subject, CODE)
        transaction.execute("UPDATE users SET pending_last_step = ? WHERE id = ?", (step, user["id"]))
        codes = make_recovery_codes(transaction, user["id"], pending=True)
        lifetime_s = core.settings.activation_ticket_s
        ticket = issue_ticket(core, transaction, ACTIVATION, user["id"], device, lifetime_s)
        return {"recovery_codes": codes, "activation_ticket": ticket, "expires_in": lifetime_s}

    def _require_pending_recovery_code(
        self, transaction: sqlite3.Connection, ticket: Ticket, recovery_code: str
    ) -> None:
        row = transaction.execute(
            "SELECT 1 FROM recovery_codes WHERE user_id = ? AND pending = 1 AND code_sha256 = ?",
            (ticket.user_id, hash_secret(normal_recovery_code(recovery_code))),
        ).fetchone()
        if row is None:
            raise CountedProblem("recovery-code-rejected")
