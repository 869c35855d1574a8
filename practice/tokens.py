"""Access tokens (JWT, ten minutes) and rotating refresh tokens bound to the device key."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from typing import Any

from client.model.errors import ClientError
from client.seal.jws import require_jws, sign_jws
from practice.core import PracticeCore, hash_secret, new_id, new_secret
from practice.database import record_event
from practice.problems import CountedProblem, Problem
from practice.second_factor import recovery_codes_left
from practice.tickets import Device

ACCESS_PURPOSE = "access"
_ACCESS_TYP = "at+jwt"


@dataclass(frozen=True)
class Principal:
    """Who a request is from, checked against the database at this moment."""

    user_id: str
    username: str = field(repr=False)
    session_id: str
    device_id: str
    device_public_key: bytes = field(repr=False)


def open_session(
    core: PracticeCore, transaction: sqlite3.Connection, user_id: str, device: Device, event: str
) -> dict[str, Any]:
    """Sign the device in and return the tokens. Earlier sessions of the same device end."""
    now = core.now_text()
    require_device_welcome(transaction, user_id, device)
    transaction.execute(
        "INSERT INTO devices VALUES (?, ?, ?, ?, ?, ?, NULL)"
        " ON CONFLICT (user_id, id) DO UPDATE SET name = excluded.name, last_seen_at = excluded.last_seen_at",
        (user_id, device.id, device.name, device.public_key, now, now),
    )
    end_sessions(core, transaction, user_id, device_id=device.id)
    session_id = new_id()
    transaction.execute("INSERT INTO sessions VALUES (?, ?, ?, ?, NULL)", (session_id, user_id, device.id, now))
    record_event(transaction, user_id, now, event)
    return issue_tokens(core, transaction, user_id, session_id, device.id)


def require_device_welcome(transaction: sqlite3.Connection, user_id: str, device: Device) -> None:
    """Raises `device-revoked` or `device-conflict`; an unknown device is welcome."""
    row = transaction.execute(
        "SELECT public_key, revoked_at FROM devices WHERE user_id = ? AND id = ?", (user_id, device.id)
    ).fetchone()
    if row is None:
        return
    if row["revoked_at"] is not None:
        raise Problem("device-revoked")
    if bytes(row["public_key"]) != device.public_key:
        raise Problem("device-conflict")


def issue_tokens(
    core: PracticeCore, transaction: sqlite3.Connection, user_id: str, session_id: str, device_id: str
) -> dict[str, Any]:
    """A fresh pair of the session."""
    now_s = int(core.now_s())
    lifetime_s = core.settings.access_token_s
    key = core.keys.signing(ACCESS_PURPOSE)
    claims = {
        "iss": core.origin,
        "sub": user_id,
        "sid": session_id,
        "did": device_id,
        "iat": now_s,
        "exp": now_s + lifetime_s,
        "jti": new_id(),
    }
    refresh_token = new_secret()
    transaction.execute(
        "INSERT INTO refresh_tokens VALUES (?, ?, ?, NULL)",
        (hash_secret(refresh_token), session_id, now_s + core.settings.refresh_token_s),
    )
    return {
        "access_token": sign_jws(claims, key.private_key, kid=key.kid, typ=_ACCESS_TYP),
        "refresh_token": refresh_token,
        "token_type": "Bearer",
        "expires_in": lifetime_s,
        "recovery_codes_left": recovery_codes_left(transaction, user_id),
    }


def require_principal(core: PracticeCore, authorization: str | None) -> Principal:
    """Who the bearer token is for; raises `access-token-rejected` for every way in which it is not good."""
    scheme, _, token = (authorization or "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Problem("access-token-rejected")
    try:
        claims = require_jws(
            token,
            [core.keys.verification(ACCESS_PURPOSE)],
            purpose=ACCESS_PURPOSE,
            typ=_ACCESS_TYP,
            now=core.clock(),
        )
    except ClientError:
        raise Problem("access-token-rejected") from None
    expires_at = claims.get("exp")
    if claims.get("iss") != core.origin or not isinstance(expires_at, int) or core.now_s() >= expires_at:
        raise Problem("access-token-rejected")
    with core.database.transaction() as transaction:
        row = transaction.execute(
            "SELECT users.id, users.username, sessions.id AS session_id, devices.id AS device_id, devices.public_key"
            " FROM sessions JOIN users ON users.id = sessions.user_id"
            " JOIN devices ON devices.user_id = sessions.user_id AND devices.id = sessions.device_id"
            " WHERE sessions.id = ? AND sessions.user_id = ? AND sessions.ended_at IS NULL"
            " AND devices.revoked_at IS NULL",
            (claims.get("sid"), claims.get("sub")),
        ).fetchone()
    if row is None:
        raise Problem("access-token-rejected")
    return Principal(row["id"], row["username"], row["session_id"], row["device_id"], bytes(row["public_key"]))


def find_refresh_key(core: PracticeCore, refresh_token: str) -> tuple[str, bytes]:
    """Device id and public key that must have signed a refresh with this token; raises `refresh-rejected`."""
    with core.database.transaction() as transaction:
        row = _refresh_row(core, transaction, refresh_token)
        return row["device_id"], bytes(row["public_key"])


def rotate_refresh_token(core: PracticeCore, refresh_token: str) -> dict[str, Any]:
    """A new pair for a token whose request the device key has signed (the caller has verified it).

    A token presented again within the grace gives another pair, because the first answer may have been lost; after
    it, somebody keeps an old copy: the device is revoked (`refresh-reused`).
    """
    now_s = core.now_s()
    with core.database.transaction() as transaction:
        row = _refresh_row(core, transaction, refresh_token)
        if row["used_at"] is not None and now_s - row["used_at"] > core.settings.refresh_grace_s:
            revoke_device(core, transaction, row["user_id"], row["device_id"], "refresh-token-reused")
            raise CountedProblem("refresh-reused")
        if row["used_at"] is None:
            transaction.execute(
                "UPDATE refresh_tokens SET used_at = ? WHERE token_sha256 = ?", (now_s, row["token_sha256"])
            )
        transaction.execute("DELETE FROM refresh_tokens WHERE expires_at <= ?", (now_s,))
        transaction.execute(
            "UPDATE devices SET last_seen_at = ? WHERE user_id = ? AND id = ?",
            (core.now_text(), row["user_id"], row["device_id"]),
        )
        return issue_tokens(core, transaction, row["user_id"], row["session_id"], row["device_id"])


def _refresh_row(core: PracticeCore, transaction: sqlite3.Connection, refresh_token: str) -> sqlite3.Row:
    row: sqlite3.Row | None = transaction.execute(
        "SELECT refresh_tokens.*, sessions.user_id, sessions.device_id, sessions.ended_at, devices.public_key,"
        " devices.revoked_at FROM refresh_tokens JOIN sessions ON sessions.id = refresh_tokens.session_id"
        " JOIN devices ON devices.user_id = sessions.user_id AND devices.id = sessions.device_id"
        " WHERE token_sha256 = ? AND expires_at > ?",
        (hash_secret(refresh_token), core.now_s()),
    ).fetchone()
    if row is None:
        raise Problem("refresh-rejected")
    if row["revoked_at"] is not None:
        raise Problem("device-revoked")
    if row["ended_at"] is not None:
        raise Problem("refresh-rejected")
    return row


def end_sessions(
    core: PracticeCore,
    transaction: sqlite3.Connection,
    user_id: str,
    *,
    device_id: str | None = None,
    session_id: str | None = None,
    except_session_id: str | None = None,
) -> None:
    """End the user's sessions: of one device, one of them, or all but one. Their tokens are dead at once."""
    clauses, values = ["user_id = ?", "ended_at IS NULL"], [user_id]
    for clause, value in (("device_id = ?", device_id), ("id = ?", session_id), ("id != ?", except_session_id)):
        if value is not None:
            clauses.append(clause)
            values.append(value)
    transaction.execute(
        f"UPDATE sessions SET ended_at = ? WHERE {' AND '.join(clauses)}",  # noqa: S608 - clauses are literals
        (core.now_text(), *values),
    )


def revoke_device(
    core: PracticeCore, transaction: sqlite3.Connection, user_id: str, device_id: str, event: str
) -> None:
    """Cut a device off for good: it can neither refresh nor sign in again."""
    now = core.now_text()
    transaction.execute(
        "UPDATE devices SET revoked_at = ? WHERE user_id = ? AND id = ? AND revoked_at IS NULL",
        (now, user_id, device_id),
    )
    end_sessions(core, transaction, user_id, device_id=device_id)
    record_event(transaction, user_id, now, event)
