"""TOTP codes (RFC 6238) and recovery codes, each good for one time."""

from __future__ import annotations

import base64
import hmac
import secrets
import sqlite3

import pyotp

from client.seal.at_rest import open_at_rest, seal_at_rest
from practice.attempts import CODE, account_subject, charge_attempt, forgive_attempts
from practice.core import PracticeCore, hash_secret
from practice.problems import CountedProblem

TIME_STEP_S = 30
_STEPS_AROUND = 1
_RECOVERY_CODES = 10
_RECOVERY_BYTES = 10
_PURPOSE = "second factor"


def sealed_factor(core: PracticeCore, user_id: str, secret: str) -> bytes:
    """A factor's secret as the database keeps it."""
    return seal_at_rest(core.keys.at_rest, _PURPOSE, user_id, secret.encode("ascii"))


def opened_factor(core: PracticeCore, user: sqlite3.Row, column: str) -> str:
    """The secret in `totp_secret` or `pending_secret`, which must not be NULL."""
    return open_at_rest(core.keys.at_rest, _PURPOSE, user["id"], user[column]).decode("ascii")


def matching_step(secret: str, code: str, now_s: float) -> int | None:
    """The latest time step within ±1 whose code this is, or None."""
    totp = pyotp.TOTP(secret, interval=TIME_STEP_S)
    current = int(now_s) // TIME_STEP_S
    found = None
    for step in range(current - _STEPS_AROUND, current + _STEPS_AROUND + 1):
        if hmac.compare_digest(totp.generate_otp(step).encode(), code.encode()):
            found = step
    return found


def require_totp(core: PracticeCore, transaction: sqlite3.Connection, user: sqlite3.Row, code: str) -> None:
    """Accept `code` of the active factor and use up its time step; raises `totp-rejected` or `totp-already-used`."""
    if user["totp_secret"] is None:
        raise CountedProblem("totp-rejected")
    subject = account_subject(user["username"])
    charge_attempt(transaction, subject, CODE, core.now_s())
    step = matching_step(opened_factor(core, user, "totp_secret"), code, core.now_s())
    if step is None:
        raise CountedProblem("totp-rejected")
    # Only later steps count: a code seen earlier and never used is worth nothing once a later one was used.
    if step <= user["totp_last_step"]:
        raise CountedProblem("totp-already-used")
    transaction.execute("UPDATE users SET totp_last_step = ? WHERE id = ?", (step, user["id"]))
    forgive_attempts(transaction, subject, CODE)


def normal_recovery_code(code: str) -> str:
    """Case, spaces and hyphens do not matter when a person types a code from paper."""
    return "".join(code.split()).replace("-", "").upper()


def make_recovery_codes(transaction: sqlite3.Connection, user_id: str, *, pending: bool) -> list[str]:
    """Ten new codes of 80 bits in the given set, whose earlier codes die. Only hashes are kept."""
    transaction.execute("DELETE FROM recovery_codes WHERE user_id = ? AND pending = ?", (user_id, int(pending)))
    codes = []
    for _ in range(_RECOVERY_CODES):
        text = base64.b32encode(secrets.token_bytes(_RECOVERY_BYTES)).decode()
        codes.append("-".join(text[at : at + 4] for at in range(0, len(text), 4)))
        transaction.execute(
            "INSERT INTO recovery_codes VALUES (?, ?, ?, NULL)", (user_id, hash_secret(text), int(pending))
        )
    return codes


def require_recovery_code(core: PracticeCore, transaction: sqlite3.Connection, user: sqlite3.Row, code: str) -> None:
    """Accept and use up one of the user's active recovery codes; raises `recovery-code-rejected`."""
    subject = account_subject(user["username"])
    charge_attempt(transaction, subject, CODE, core.now_s())
    used = transaction.execute(
        "UPDATE recovery_codes SET used_at = ? WHERE user_id = ? AND code_sha256 = ? AND pending = 0"
        " AND used_at IS NULL",
        (core.now_text(), user["id"], hash_secret(normal_recovery_code(code))),
    )
    if used.rowcount != 1:
        raise CountedProblem("recovery-code-rejected")
    forgive_attempts(transaction, subject, CODE)


def recovery_codes_left(transaction: sqlite3.Connection, user_id: str) -> int:
    row = transaction.execute(
        "SELECT COUNT(*) FROM recovery_codes WHERE user_id = ? AND pending = 0 AND used_at IS NULL", (user_id,)
    ).fetchone()
    return int(row[0])
