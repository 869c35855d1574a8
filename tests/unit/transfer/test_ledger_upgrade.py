"""A ledger of the first version is brought up in place, and the one before stays beside it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from client.model.transfer import FileState, Problem, TransferState
from client.seal.at_rest import seal_at_rest
from client.transfer import ledger_schema
from client.transfer.errors import LedgerDamagedError
from client.transfer.ledger import Ledger
from client.transfer.ledger_records import source_json
from client.transfer.machine import Report, transition
from tests.support.outbox_samples import PLANTED, VAULT_KEY, fixed_clock, sample_plan, sample_source

ID = "0123456789abcdef0123456789abcdef"

# The tables as version 1 wrote them; not taken from the code, which may change.
VERSION_1 = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE submissions (sequence INTEGER PRIMARY KEY AUTOINCREMENT, submission_id TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL, state TEXT NOT NULL, job_fixed INTEGER NOT NULL DEFAULT 0, problem TEXT, wish TEXT,
  job_id TEXT, plan BLOB NOT NULL, job_call BLOB, receipt BLOB);
CREATE TABLE files (submission_id TEXT NOT NULL, position INTEGER NOT NULL, state TEXT NOT NULL,
  source BLOB NOT NULL, report BLOB, PRIMARY KEY (submission_id, position));
CREATE TABLE bodies (file_id TEXT PRIMARY KEY, submission_id TEXT NOT NULL, position INTEGER NOT NULL,
  ordinal INTEGER NOT NULL, facts BLOB NOT NULL, file_key BLOB, upload BLOB, sent_bytes INTEGER NOT NULL DEFAULT 0,
  in_spool INTEGER NOT NULL DEFAULT 1);
CREATE INDEX bodies_of_file ON bodies (submission_id, position, ordinal);
CREATE TABLE withdrawals (number INTEGER PRIMARY KEY AUTOINCREMENT, submission_id TEXT NOT NULL,
  file_id TEXT NOT NULL, upload BLOB NOT NULL);
PRAGMA user_version = 1;
"""


def sealed(item: str, plaintext: bytes) -> bytes:
    return seal_at_rest(VAULT_KEY, "ledger", item, plaintext)


@pytest.fixture
def old_ledger(tmp_path: Path) -> Path:
    """A version-1 ledger with one submission that is stopped in the middle."""
    path = tmp_path / "outbox" / "ledger.sqlite3"
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(VERSION_1)
        database.execute("INSERT INTO meta VALUES ('key check', ?)", (sealed("key check", b"genoseal"),))
        database.execute(
            "INSERT INTO submissions (submission_id, created_at, state, problem, plan) VALUES (?, ?, ?, ?, ?)",
            (
                ID,
                "2026-11-21T18:12:48Z",
                "needs_you",
                '{"code": "AUTH-NEEDED", "facts": {}}',
                sealed(f"plan/{ID}", sample_plan().to_json()),
            ),
        )
        database.execute(
            "INSERT INTO files (submission_id, position, state, source) VALUES (?, 0, 'waiting', ?)",
            (ID, sealed(f"source/{ID}/0", source_json(sample_source()))),
        )
    return path


def test_nothing_is_lost_and_the_new_columns_work(old_ledger: Path) -> None:
    with Ledger(old_ledger, VAULT_KEY, fixed_clock) as ledger:
        record = ledger.load(ID)
        assert record.plan == sample_plan()
        assert record.machine.files == (FileState.WAITING,)
        assert record.machine.problem == Problem("AUTH-NEEDED")
        ledger.set_priority(ID, 5)
        assert ledger.priorities() == {ID: 5}
        machine, _ = transition(record.machine, Report.CANCEL)
        ledger.forget(ID, machine)
        ledger.save(ID, transition(machine, Report.WITHDRAWN)[0])
        assert ledger.remove_finished(fixed_clock()) == 0
        assert ledger.remove_finished(datetime(2027, 1, 1, tzinfo=UTC)) == 1
        assert ledger.submission_ids() == ()


def test_the_ledger_as_it_was_stays_beside_the_new_one(old_ledger: Path) -> None:
    before = old_ledger.read_bytes()
    Ledger(old_ledger, VAULT_KEY, fixed_clock).close()
    beside = old_ledger.with_name("ledger.sqlite3.v1")
    assert beside.stat().st_mode & 0o077 == 0
    assert PLANTED[1].encode() not in beside.read_bytes()
    with closing(sqlite3.connect(beside)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (1,)
        assert database.execute("SELECT submission_id FROM submissions").fetchall() == [(ID,)]
    assert len(beside.read_bytes()) == len(before)


def test_an_upgrade_that_breaks_off_leaves_the_old_version(old_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = (ledger_schema.MIGRATIONS[0], ledger_schema.MIGRATIONS[1] + "ALTER TABLE nowhere ADD COLUMN x TEXT;")
    monkeypatch.setattr(ledger_schema, "MIGRATIONS", broken)
    with pytest.raises(LedgerDamagedError):
        Ledger(old_ledger, VAULT_KEY, fixed_clock)
    with closing(sqlite3.connect(old_ledger)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (1,)
        columns = [row[1] for row in database.execute("PRAGMA table_info(submissions)")]
    assert "priority" not in columns
    monkeypatch.undo()
    with Ledger(old_ledger, VAULT_KEY, fixed_clock) as ledger:
        assert ledger.state_of(ID)[0] is TransferState.NEEDS_YOU
