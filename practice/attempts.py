"""Back-off for guesses, per account: across tickets, devices and addresses, and across a restart."""

from __future__ import annotations

import hashlib
import math
import sqlite3
from typing import NamedTuple

from practice.problems import Problem

_FREE_FAILURES = 5
_LONGEST_WAIT_S = 900.0
_FORGOTTEN_AFTER_S = 24 * 3600.0


class AttemptKind(NamedTuple):
    """What is guessed. Codes are short, so they cost more than passwords."""

    name: str
    first_wait_s: float


PASSWORD = AttemptKind("password", 5.0)
CODE = AttemptKind("code", 30.0)


def account_subject(username: str) -> str:
    """The account as it is counted: unknown names wait like known ones, and are not kept readable."""
    return hashlib.sha256(b"genoseal practice account\0" + username.encode()).hexdigest()


def charge_attempt(transaction: sqlite3.Connection, subject: str, kind: AttemptKind, now_s: float) -> None:
    """Count one attempt before it is judged; raises `too-many-attempts` while the account must wait.

    Counting first means that attempts sent at the same time cannot slip past the limit together.
    `forgive_attempts` takes the count back when the attempt was right.
    """
    row = transaction.execute(
        "SELECT failures, wait_until FROM attempts WHERE subject = ? AND kind = ?", (subject, kind.name)
    ).fetchone()
    failures, wait_until = (int(row["failures"]), float(row["wait_until"])) if row else (0, 0.0)
    if now_s < wait_until:
        raise Problem("too-many-attempts", retry_after_s=math.ceil(wait_until - now_s))
    if row and now_s > wait_until + _FORGOTTEN_AFTER_S and failures >= _FREE_FAILURES:
        failures = 0
    failures += 1
    wait_s = 0.0
    if failures >= _FREE_FAILURES:
        wait_s = min(kind.first_wait_s * 2 ** min(failures - _FREE_FAILURES, 10), _LONGEST_WAIT_S)
    transaction.execute(
        "INSERT OR REPLACE INTO attempts VALUES (?, ?, ?, ?)", (subject, kind.name, failures, now_s + wait_s)
    )


def forgive_attempts(transaction: sqlite3.Connection, subject: str, kind: AttemptKind) -> None:
    """The attempt was right: the account starts from nothing again."""
    transaction.execute("DELETE FROM attempts WHERE subject = ? AND kind = ?", (subject, kind.name))
