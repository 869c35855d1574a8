"""The service's SQLite database: schema, transactions, and the one helper through which a user's things are read."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from practice.errors import PracticeFolderError, PracticeNewerDataError
from practice.problems import CountedProblem, Problem

SCHEMA_VERSION = 1

_SCHEMA = """
CREATE TABLE users (
  id TEXT PRIMARY KEY, username TEXT NOT NULL UNIQUE, password_phc TEXT NOT NULL, invitation_sha256 TEXT,
  totp_secret BLOB, totp_last_step INTEGER NOT NULL DEFAULT 0,
  pending_secret BLOB, pending_last_step INTEGER NOT NULL DEFAULT 0, created_at TEXT NOT NULL);
CREATE TABLE recovery_codes (
  user_id TEXT NOT NULL, code_sha256 TEXT NOT NULL, pending INTEGER NOT NULL, used_at TEXT,
  PRIMARY KEY (user_id, code_sha256));
CREATE TABLE attempts (
  subject TEXT NOT NULL, kind TEXT NOT NULL, failures INTEGER NOT NULL, wait_until REAL NOT NULL,
  PRIMARY KEY (subject, kind));
CREATE TABLE devices (
  user_id TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, public_key BLOB NOT NULL, created_at TEXT NOT NULL,
  last_seen_at TEXT NOT NULL, revoked_at TEXT, PRIMARY KEY (user_id, id));
CREATE TABLE sessions (
  id TEXT PRIMARY KEY, user_id TEXT NOT NULL, device_id TEXT NOT NULL, created_at TEXT NOT NULL, ended_at TEXT);
CREATE TABLE refresh_tokens (
  token_sha256 TEXT PRIMARY KEY, session_id TEXT NOT NULL, expires_at REAL NOT NULL, used_at REAL);
CREATE TABLE tickets (
  ticket_sha256 TEXT PRIMARY KEY, kind TEXT NOT NULL, user_id TEXT NOT NULL, device_id TEXT NOT NULL,
  device_name TEXT NOT NULL, device_public_key BLOB NOT NULL, codes_tried INTEGER NOT NULL DEFAULT 0,
  expires_at REAL NOT NULL, invited INTEGER NOT NULL DEFAULT 0);
CREATE TABLE uploads (
  id TEXT PRIMARY KEY, user_id TEXT NOT NULL, name TEXT NOT NULL, length INTEGER, upload_offset INTEGER NOT NULL,
  created_at TEXT NOT NULL, expires_at REAL NOT NULL, state TEXT NOT NULL, job_id TEXT, deletion TEXT);
CREATE TABLE jobs (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, user_id TEXT NOT NULL,
  submission_id TEXT NOT NULL, request_sha256 TEXT NOT NULL, manifest BLOB, manifest_sha256 TEXT NOT NULL,
  recipient_key_id TEXT NOT NULL, map_id TEXT, receipt TEXT NOT NULL, state TEXT NOT NULL, steps TEXT NOT NULL,
  submitted_at TEXT NOT NULL, finished_at TEXT, delete_after REAL NOT NULL, cancel_wanted INTEGER NOT NULL DEFAULT 0,
  result_manifest TEXT, deletion TEXT, UNIQUE (user_id, submission_id));
CREATE TABLE job_files (
  job_id TEXT NOT NULL, position INTEGER NOT NULL, file_id TEXT NOT NULL, upload_id TEXT NOT NULL, header BLOB,
  PRIMARY KEY (job_id, position));
CREATE TABLE results (
  job_id TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, media_type TEXT NOT NULL,
  sealed_sha256 TEXT NOT NULL, sealed_bytes INTEGER NOT NULL, PRIMARY KEY (job_id, position));
CREATE TABLE events (user_id TEXT NOT NULL, at TEXT NOT NULL, event TEXT NOT NULL);
CREATE TABLE notices (id INTEGER PRIMARY KEY, level TEXT NOT NULL, text TEXT NOT NULL, until TEXT);
"""


class Database:
    """One connection behind one lock: every statement is short, and the service is for one person at a time."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.RLock()
        try:
            path.touch(mode=0o600, exist_ok=True)
            self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            self._connection.row_factory = sqlite3.Row
            self._connection.execute("PRAGMA secure_delete = ON")
            self._connection.execute("PRAGMA journal_mode = DELETE")
            # One fsync less a commit; a crash of the machine may lose the last commit but never the database.
            self._connection.execute("PRAGMA synchronous = NORMAL")
            found = int(self._connection.execute("PRAGMA user_version").fetchone()[0])
            if found > SCHEMA_VERSION:
                self._connection.close()
                raise PracticeNewerDataError(found=found, known=SCHEMA_VERSION)
            if found == 0:
                self._connection.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;")
        except (OSError, sqlite3.Error) as error:
            raise PracticeFolderError from error

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All statements inside are kept together, or none when the block raises.

        The exception is `CountedProblem`: a refused code must stay counted, so what was written before it is kept.
        """
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except CountedProblem:
                self._connection.execute("COMMIT")
                raise
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def close(self) -> None:
        with self._lock:
            self._connection.close()


_OWNED_TABLES = {"uploads", "jobs", "devices"}


def require_owned(transaction: sqlite3.Connection, table: str, item_id: str, user_id: str) -> sqlite3.Row:
    """The row `item_id` of `table` if it is `user_id`'s. Raises `not-found` for another user's and for nobody's alike.

    Every read by id on behalf of a user goes through here (security.md 11).
    """
    if table not in _OWNED_TABLES:
        raise ValueError("not a table of things with owners")
    row: sqlite3.Row | None = transaction.execute(
        f"SELECT * FROM {table} WHERE id = ? AND user_id = ?",  # noqa: S608 - the table is one of three literals
        (item_id, user_id),
    ).fetchone()
    if row is None:
        raise Problem("not-found")
    return row


def record_event(transaction: sqlite3.Connection, user_id: str, at: str, event: str) -> None:
    """One line of what happened to the account; a word from a fixed list, no contents."""
    transaction.execute("INSERT INTO events VALUES (?, ?, ?)", (user_id, at, event))
