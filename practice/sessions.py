"""Signing in: password, then the second factor; and what a signed-in user does with devices and password."""

from __future__ import annotations

from typing import Any

from client.model.profile import PasswordRules
from client.seal.passphrase import verify_password
from practice.attempts import PASSWORD, account_subject, charge_attempt, forgive_attempts
from practice.core import PracticeCore, new_secret
from practice.database import record_event, require_owned
from practice.problems import Problem
from practice.second_factor import normal_recovery_code, require_recovery_code, require_totp
from practice.tickets import (
    ENROLMENT,
    MFA,
    Device,
    charge_ticket,
    issue_ticket,
    require_ticket,
    spend_ticket,
)
from practice.tokens import Principal, end_sessions, open_session, require_device_welcome, revoke_device


class Sessions:
    """The calls under `/session`, and those under `/account` that are not about enrolling."""

    def __init__(self, core: PracticeCore) -> None:
        self._core = core
        # An unknown user name is verified against this, so that it costs the same time as a wrong password.
        self._nobody_phc = core.settings.hash_password(new_secret().encode())

    def begin(self, username: str, password: str, device: Device) -> dict[str, Any]:
        """`POST /session`: an MFA ticket, or an enrolment ticket for an account without a second factor."""
        core = self._core
        subject = account_subject(username)
        with core.database.transaction() as transaction:
            charge_attempt(transaction, subject, PASSWORD, core.now_s())
            user = transaction.execute("SELECT * FROM users WHERE username = ?", (username,)).fetchone()
        right = verify_password(user["password_phc"] if user else self._nobody_phc, password.encode())
        if user is None or not right:
            raise Problem("credentials-rejected")
        with core.database.transaction() as transaction:
            forgive_attempts(transaction, subject, PASSWORD)
        with core.database.transaction() as transaction:
            require_device_welcome(transaction, user["id"], device)
            enrolled = user["totp_secret"] is not None
            lifetime_s = core.settings.mfa_ticket_s if enrolled else core.settings.enrolment_ticket_s
            kind = MFA if enrolled else ENROLMENT
            ticket = issue_ticket(core, transaction, kind, user["id"], device, lifetime_s)
        if not enrolled:
            return {"enrolment_ticket": ticket, "expires_in": lifetime_s}
        return {"mfa_ticket": ticket, "methods": ["totp", "recovery"], "expires_in": lifetime_s}

    def complete_totp(self, mfa_ticket: str, code: str) -> dict[str, Any]:
        """`POST /session/totp`."""
        return self._complete(mfa_ticket, code, recovery=False)

    def complete_recovery(self, mfa_ticket: str, code: str) -> dict[str, Any]:
        """`POST /session/recovery`: the code is used up."""
        return self._complete(mfa_ticket, code, recovery=True)

    def _complete(self, mfa_ticket: str, code: str, *, recovery: bool) -> dict[str, Any]:
        core = self._core
        with core.database.transaction() as transaction:
            ticket = require_ticket(core, transaction, MFA, mfa_ticket)
            charge_ticket(transaction, ticket)
            user = transaction.execute("SELECT * FROM users WHERE id = ?", (ticket.user_id,)).fetchone()
            if recovery:
                require_recovery_code(core, transaction, user, normal_recovery_code(code))
            else:
                require_totp(core, transaction, user, code)
            spend_ticket(transaction, ticket)
            event = "signed-in-with-recovery-code" if recovery else "signed-in"
            return open_session(core, transaction, ticket.user_id, ticket.device, event)

    def unlock(self, principal: Principal, code: str) -> dict[str, Any]:
        """`POST /session/unlock`: the second factor again after an idle lock."""
        core = self._core
        with core.database.transaction() as transaction:
            user = transaction.execute("SELECT * FROM users WHERE id = ?", (principal.user_id,)).fetchone()
            require_totp(core, transaction, user, code)
            record_event(transaction, principal.user_id, core.now_text(), "unlocked")
        return {"unlocked": True, "time": core.now_text()}

    def sign_out(self, principal: Principal) -> None:
        """`DELETE /session`."""
        core = self._core
        with core.database.transaction() as transaction:
            end_sessions(core, transaction, principal.user_id, session_id=principal.session_id)
            record_event(transaction, principal.user_id, core.now_text(), "signed-out")

    def devices(self, principal: Principal) -> dict[str, Any]:
        """`GET /account/devices`: the devices that are not revoked."""
        with self._core.database.transaction() as transaction:
            rows = transaction.execute(
                "SELECT * FROM devices WHERE user_id = ? AND revoked_at IS NULL ORDER BY created_at, id",
                (principal.user_id,),
            ).fetchall()
        return {
            "devices": [
                {
                    "id": row["id"],
                    "name": row["name"],
                    "created_at": row["created_at"],
                    "last_seen_at": row["last_seen_at"],
                    "current": row["id"] == principal.device_id,
                }
                for row in rows
            ]
        }

    def revoke(self, principal: Principal, device_id: str) -> None:
        """`DELETE /account/devices/{id}`; a device revoked before is gone like an unknown one."""
        core = self._core
        with core.database.transaction() as transaction:
            row = require_owned(transaction, "devices", device_id, principal.user_id)
            if row["revoked_at"] is not None:
                raise Problem("not-found")
            revoke_device(core, transaction, principal.user_id, device_id, "device-revoked")

    def change_password(self, principal: Principal, password: str, new_password: str, code: str) -> None:
        """`POST /account/password`: needs the old one and a fresh code; signs out the other devices."""
        core = self._core
        subject = account_subject(principal.username)
        broken = broken_password_rules(new_password, core.settings.password_rules, principal.username)
        if password == new_password:
            broken.append("same_as_before")
        if broken:
            raise Problem("password-too-weak", rules=broken)
        with core.database.transaction() as transaction:
            charge_attempt(transaction, subject, PASSWORD, core.now_s())
            user = transaction.execute("SELECT * FROM users WHERE id = ?", (principal.user_id,)).fetchone()
        if not verify_password(user["password_phc"], password.encode()):
            raise Problem("credentials-rejected")
        new_phc = core.settings.hash_password(new_password.encode())
        with core.database.transaction() as transaction:
            forgive_attempts(transaction, subject, PASSWORD)
        with core.database.transaction() as transaction:
            require_totp(core, transaction, user, code)
            changed = transaction.execute(
                "UPDATE users SET password_phc = ? WHERE id = ? AND password_phc = ?",
                (new_phc, principal.user_id, user["password_phc"]),
            )
            if changed.rowcount != 1:
                raise Problem("credentials-rejected")
            end_sessions(core, transaction, principal.user_id, except_session_id=principal.session_id)
            record_event(transaction, principal.user_id, core.now_text(), "password-changed")


def broken_password_rules(password: str, rules: PasswordRules, username: str) -> list[str]:
    """The names of the profile's rules that `password` breaks; empty when it is good."""
    broken = []
    if len(password) < rules.min_length:
        broken.append("min_length")
    classes = (str.islower, str.isupper, str.isdigit, lambda character: not character.isalnum())
    if sum(any(map(is_of_class, password)) for is_of_class in classes) < rules.min_classes:
        broken.append("min_classes")
    if rules.forbid_user_name and username.lower() in password.lower():
        broken.append("forbid_user_name")
    return broken
