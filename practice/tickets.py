"""Tickets: what a person holds between two steps of signing in or enrolling. At most five codes each."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field

from practice.core import PracticeCore, hash_secret, new_secret
from practice.problems import CountedProblem, Problem

MFA = "mfa"
ENROLMENT = "enrolment"
ACTIVATION = "activation"
_CODES_A_TICKET = 5


@dataclass(frozen=True)
class Device:
    """The workstation that signs in, as it describes itself."""

    id: str
    name: str = field(repr=False)
    public_key: bytes = field(repr=False)


@dataclass(frozen=True)
class Ticket:
    """A step of a sign-in or an enrolment that the same device may take next. `sha256` is of its secret, in hex."""

    user_id: str
    device: Device
    invited: bool
    sha256: str = field(repr=False)


def issue_ticket(
    core: PracticeCore,
    transaction: sqlite3.Connection,
    kind: str,
    user_id: str,
    device: Device,
    lifetime_s: int,
) -> str:
    """A new ticket, bound to user and device. Only its hash is kept."""
    now_s = core.now_s()
    transaction.execute("DELETE FROM tickets WHERE expires_at <= ?", (now_s,))
    secret = new_secret()
    transaction.execute(
        "INSERT INTO tickets VALUES (?, ?, ?, ?, ?, ?, 0, ?, 0)",
        (hash_secret(secret), kind, user_id, device.id, device.name, device.public_key, now_s + lifetime_s),
    )
    return secret


def require_ticket(core: PracticeCore, transaction: sqlite3.Connection, kind: str, secret: str) -> Ticket:
    """The ticket, if it lives and is of this kind; raises `ticket-rejected`."""
    row = transaction.execute(
        "SELECT * FROM tickets WHERE ticket_sha256 = ? AND kind = ? AND expires_at > ?",
        (hash_secret(secret), kind, core.now_s()),
    ).fetchone()
    if row is None:
        raise Problem("ticket-rejected")
    device = Device(row["device_id"], row["device_name"], bytes(row["device_public_key"]))
    return Ticket(row["user_id"], device, bool(row["invited"]), row["ticket_sha256"])


def charge_ticket(transaction: sqlite3.Connection, ticket: Ticket) -> None:
    """Count one code against the ticket; the sixth raises `ticket-exhausted` and the ticket is dead for good."""
    changed = transaction.execute(
        "UPDATE tickets SET codes_tried = codes_tried + 1 WHERE ticket_sha256 = ? AND codes_tried < ?",
        (ticket.sha256, _CODES_A_TICKET),
    )
    if changed.rowcount != 1:
        raise CountedProblem("ticket-exhausted")


def spend_ticket(transaction: sqlite3.Connection, ticket: Ticket) -> None:
    """A ticket leads to one sign-in."""
    transaction.execute("DELETE FROM tickets WHERE ticket_sha256 = ?", (ticket.sha256,))
