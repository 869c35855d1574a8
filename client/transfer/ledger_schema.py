"""The ledger's database file: how it is opened, what makes a commit durable, and how older ones are brought up.

Decided: rollback journal (`TRUNCATE`), `synchronous = EXTRA`, `secure_delete = ON`, not WAL. A WAL file keeps old page
images, and with them file keys that were to be forgotten, until some later checkpoint; the rollback journal is cut to
nothing within the commit itself. The ledger sees a few commits per file, so WAL's speed would buy nothing.

The order in which things become durable:

1. body: `.part` written, fsynced, renamed, folder fsynced; then the row with its key and hashes is committed.
2. upload: created at the service; then its address is committed; only then bytes are sent.
3. job call: its exact bytes are committed together with the state `submitting`; only then it is sent.
4. receipt: file written, fsynced, renamed; then `submitted` is committed; then spool files go; then `done`.
5. forgetting: keys are cleared and the uploads noted for withdrawal in one commit; only then spool files go.

A commit itself: journal written and fsynced, pages written and fsynced, journal truncated and fsynced
(sqlite.org/atomiccommit.html).
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from client.model.folders import make_private_folders
from client.transfer.errors import LedgerDamagedError, OutboxFolderError, OutboxFullError, OutboxNewerError
from client.transfer.spool import as_coded_errors, free_bytes

_VERSION_1 = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE submissions (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  submission_id TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  state TEXT NOT NULL,
  job_fixed INTEGER NOT NULL DEFAULT 0,
  problem TEXT,
  wish TEXT,
  job_id TEXT,
  plan BLOB NOT NULL,
  job_call BLOB,
  receipt BLOB
);
CREATE TABLE files (
  submission_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  state TEXT NOT NULL,
  source BLOB NOT NULL,
  report BLOB,
  PRIMARY KEY (submission_id, position)
);
CREATE TABLE bodies (
  file_id TEXT PRIMARY KEY,
  submission_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  facts BLOB NOT NULL,
  file_key BLOB,
  upload BLOB,
  sent_bytes INTEGER NOT NULL DEFAULT 0,
  in_spool INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX bodies_of_file ON bodies (submission_id, position, ordinal);
CREATE TABLE withdrawals (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  submission_id TEXT NOT NULL,
  file_id TEXT NOT NULL,
  upload BLOB NOT NULL
);
"""

_VERSION_2 = """
ALTER TABLE submissions ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;
ALTER TABLE submissions ADD COLUMN finished_at TEXT;
"""

MIGRATIONS: tuple[str, ...] = (_VERSION_1, _VERSION_2)
"""Step n brings a database of version n to n + 1, in one transaction. Steps that were released are never changed."""

_COLUMNS = {
    "meta": "name, value",
    "submissions": "submission_id, created_at, state, job_fixed, problem, wish, job_id, plan, job_call, receipt,"
    " priority, finished_at",
    "files": "submission_id, position, state, source, report",
    "bodies": "file_id, submission_id, position, ordinal, facts, file_key, upload, sent_bytes, in_spool",
    "withdrawals": "number, submission_id, file_id, upload",
}
_FULL_CODES = {sqlite3.SQLITE_FULL}
_DAMAGE_CODES = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_FOLDER_CODES = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_AUTH,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
}


def open_database(path: Path) -> sqlite3.Connection:
    """Open (or make) the ledger's database at the newest version, file 0600.

    Raises OutboxNewerError (written by a newer Genoseal; untouched), LedgerDamagedError, OutboxFullError and
    OutboxFolderError. A migration keeps the database as it was beside it, as `<name>.v<version>`.
    """
    with as_coded_errors(path.parent):
        make_private_folders(path.parent)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    with coded_database_errors(path.parent), _shape_is_damage():
        connection = sqlite3.connect(path, isolation_level=None, timeout=30)
        try:
            for pragma in ("journal_mode = TRUNCATE", "synchronous = EXTRA", "secure_delete = ON"):
                connection.execute(f"PRAGMA {pragma}")
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.text_factory = _text
            _migrate(connection, path)
            for table, columns in _COLUMNS.items():
                connection.execute(f"SELECT {columns} FROM {table} LIMIT 0")  # noqa: S608 - constant text
        except BaseException:
            connection.close()
            raise
    return connection


def repair_indexes(connection: sqlite3.Connection) -> bool:
    """Make the indexes anew where they disagree with the rows (a flipped byte would hide a row from who asks for its
    id, and show it to who asks for all); True where that was so. Damage to the rows themselves stays."""
    with contextlib.suppress(sqlite3.DatabaseError):
        if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok":
            return False
        connection.execute("REINDEX")
    return True


def _text(data: bytes) -> str:
    """Damaged text reads as text that means nothing, so that its own row is found wanting and no other."""
    return data.decode("utf-8", "replace")


@contextlib.contextmanager
def _shape_is_damage() -> Iterator[None]:
    """Our own statements fit our own tables: where SQLite does not find them, the file has lost its shape."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_ERROR:
            raise LedgerDamagedError from None
        raise
    except UnicodeDecodeError:
        # Python reads SQLite's complaint, which quotes a damaged name.
        raise LedgerDamagedError from None


@contextlib.contextmanager
def coded_database_errors(folder: Path) -> Iterator[None]:
    """Turn SQLite's errors into the outbox's own (their texts may quote SQL and paths)."""
    try:
        yield
    except sqlite3.Error as error:
        # The low byte is the primary code; the rest refines it (SQLITE_IOERR_WRITE …).
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _FULL_CODES:
            raise OutboxFullError(free_bytes=free_bytes(folder)) from None
        if code in _DAMAGE_CODES:
            raise LedgerDamagedError from None
        if code in _FOLDER_CODES:
            raise OutboxFolderError(errno=0) from None
        raise


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """One durable step: all of the block is committed, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    try:
        connection.execute("COMMIT")
    except sqlite3.Error:
        # A COMMIT that found the disk full leaves the transaction open.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    version = _version(connection)
    if version > len(MIGRATIONS):
        raise OutboxNewerError(schema=version, supported=len(MIGRATIONS))
    if 0 < version < len(MIGRATIONS):
        _keep_beside(connection, path.with_name(f"{path.name}.v{version}"))
    while version < len(MIGRATIONS):
        with transaction(connection):
            # Another process may have been faster.
            version = _version(connection)
            if version < len(MIGRATIONS):
                for statement in MIGRATIONS[version].split(";"):
                    connection.execute(statement)
                version += 1
                connection.execute(f"PRAGMA user_version = {version}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _keep_beside(connection: sqlite3.Connection, copy_path: Path) -> None:
    """A consistent copy of the database before it is changed; an existing copy is the older truth and stays."""
    if copy_path.exists():
        return
    part = copy_path.with_name(copy_path.name + ".part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_RDWR | os.O_CREAT, 0o600))
    with contextlib.closing(sqlite3.connect(part)) as copy:
        connection.backup(copy)
    part.replace(copy_path)
