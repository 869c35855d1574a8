"""The ledger: what it promises after a kill, what lies readable in its file, and what damage costs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from client.model.transfer import FileState, Problem, TransferState
from client.transfer.errors import LedgerDamagedError, OtherVaultKeyError, OutboxNewerError, RowDamagedError
from client.transfer.ledger import Ledger
from client.transfer.machine import FileReport, Report, Submission, transition, with_file
from tests.support.outbox_samples import PLANTED, VAULT_KEY, fixed_clock, sample_body, sample_plan, sample_source

ID = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "outbox" / "ledger.sqlite3"


def opened(path: Path, vault_key: bytes = VAULT_KEY) -> Ledger:
    return Ledger(path, vault_key, fixed_clock)


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with opened(path) as ledger:
        yield ledger


def with_sealed_file(ledger: Ledger) -> str:
    """A submission of two files, the first sealed with one body and an upload begun; returns the body's id."""
    ledger.add(ID, sample_plan(), [sample_source(), sample_source()])
    machine, _ = transition(ledger.load(ID).machine, Report.GO)
    machine, _ = with_file(machine, 0, FileReport.STARTED)
    machine, _ = with_file(machine, 0, FileReport.SEALED)
    body, file_key = sample_body()
    ledger.save_sealed(ID, 0, machine, [(body, file_key)], b'{"report": 1}')
    ledger.save_upload(body.file_id, PLANTED[2])
    return body.file_id


def all_bytes(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(path.parent.iterdir()))


def test_what_was_queued_comes_back_whole(ledger: Ledger, path: Path) -> None:
    ledger.add(ID, sample_plan(), [sample_source(), sample_source("/data/b.vcf")])
    with opened(path) as other:
        record = other.load(ID)
    assert record.plan == sample_plan()
    assert [file.source for file in record.files] == [sample_source(), sample_source("/data/b.vcf")]
    assert record.machine == Submission(TransferState.WAITING, (FileState.WAITING, FileState.WAITING))
    assert record.created_at == "2026-11-21T18:12:48Z"


def test_a_file_name_that_is_no_text_survives(ledger: Ledger) -> None:
    source = replace(sample_source(), path=Path("/data/\udcff.vcf"))
    ledger.add(ID, sample_plan(), [source])
    assert ledger.load(ID).files[0].source == source


def test_a_sealed_file_keeps_its_key_and_upload(ledger: Ledger) -> None:
    file_id = with_sealed_file(ledger)
    record = ledger.load(ID)
    assert record.machine.files == (FileState.SEALED, FileState.WAITING)
    assert record.files[0].bodies[0].upload == PLANTED[2]
    assert record.files[0].report == b'{"report": 1}'
    assert ledger.file_key(file_id).file_id.hex() == file_id
    assert ledger.spooled_file_ids() == {file_id}


def test_nothing_private_is_readable_in_any_file_of_the_ledger(ledger: Ledger, path: Path) -> None:
    file_id = with_sealed_file(ledger)
    data = all_bytes(path)
    key = ledger.file_key(file_id).key
    for planted in (*(text.encode() for text in PLANTED), key, key.hex().encode()):
        assert planted not in data
    assert file_id.encode() in data, "the scan must look at the file that holds the rows"


def test_forgotten_blobs_are_gone_from_the_file_even_as_ciphertext(ledger: Ledger, path: Path) -> None:
    file_id = with_sealed_file(ledger)
    with closing(sqlite3.connect(path)) as database:
        blob = database.execute("SELECT file_key FROM bodies").fetchone()[0]
    assert blob in all_bytes(path)
    machine, _ = transition(ledger.load(ID).machine, Report.GIVE_UP, Problem("RECHECK-FAILED"))
    assert ledger.forget(ID, machine) == (file_id,)
    assert blob not in all_bytes(path)
    with pytest.raises(RowDamagedError):
        ledger.file_key(file_id)


def test_forgetting_notes_the_uploads_for_withdrawal_in_the_same_step(ledger: Ledger, path: Path) -> None:
    with_sealed_file(ledger)
    machine, _ = transition(ledger.load(ID).machine, Report.CANCEL)
    ledger.forget(ID, machine)
    ledger.forget(ID, machine)
    with opened(path) as other:
        assert other.state_of(ID) == (TransferState.CANCELLING, None)
        (withdrawal,) = other.withdrawals(ID)
        assert withdrawal.upload == PLANTED[2]
        assert PLANTED[2] not in repr(withdrawal)
        other.save_withdrawn(withdrawal.number)
        assert other.withdrawals(ID) == ()


def test_a_file_to_be_prepared_again_loses_only_its_own_bodies(ledger: Ledger) -> None:
    file_id = with_sealed_file(ledger)
    machine, _ = with_file(ledger.load(ID).machine, 0, FileReport.BODY_LOST)
    assert ledger.forget_file(ID, 0, machine) == (file_id,)
    record = ledger.load(ID)
    assert record.machine.files[0] is FileState.WAITING
    assert (record.files[0].bodies, record.files[0].report) == ((), None)
    assert len(ledger.withdrawals(ID)) == 1


def test_the_job_call_and_the_state_that_fixes_it_are_one_step(ledger: Ledger) -> None:
    ledger.add(ID, sample_plan(), [sample_source()])
    stored = Submission(TransferState.STORED, (FileState.LEFT_OUT,))
    machine, _ = transition(stored, Report.JOB_FIXED)
    ledger.save_job_call(ID, machine, b"exact bytes")
    assert ledger.load(ID).machine.job_fixed
    assert ledger.job_call(ID) == b"exact bytes"
    machine, _ = transition(machine, Report.RECEIPT_KEPT)
    ledger.save_receipt(ID, machine, "job-1", "a.b.c")
    assert (ledger.load(ID).job_id, ledger.load(ID).receipt) == ("job-1", "a.b.c")
    with pytest.raises(RowDamagedError):
        ledger.job_call(ID)


def test_another_vault_key_opens_nothing_and_changes_nothing(ledger: Ledger, path: Path) -> None:
    with_sealed_file(ledger)
    before = path.read_bytes()
    with pytest.raises(OtherVaultKeyError):
        opened(path, bytes(32))
    assert path.read_bytes() == before


def test_a_newer_ledger_is_refused_untouched(path: Path) -> None:
    opened(path).close()
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(OutboxNewerError) as caught:
        opened(path)
    assert caught.value.facts["schema"] == 99
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_named_as_such_and_stays(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"not a database at all" * 1000)
    with pytest.raises(LedgerDamagedError):
        opened(path)
    assert path.read_bytes().startswith(b"not a database")


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE submissions SET plan = x'0102'",
        "UPDATE submissions SET state = 'nonsense'",
        "UPDATE submissions SET problem = '{'",
        "UPDATE files SET source = zeroblob(80) WHERE position = 1",
        "UPDATE files SET state = '' WHERE position = 0",
        "DELETE FROM files WHERE position = 0",
        "UPDATE bodies SET facts = upload",
        "UPDATE bodies SET upload = facts",
    ],
)
def test_a_damaged_row_stops_its_own_submission_only(ledger: Ledger, path: Path, damage: str) -> None:
    file_id = with_sealed_file(ledger)
    other = "f" * 32
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(damage)
    ledger.add(other, sample_plan(), [sample_source()])
    with pytest.raises(RowDamagedError):
        ledger.load(ID)
    assert ledger.load(other).machine.state is TransferState.WAITING
    ledger.set_aside(ID)
    assert ledger.state_of(ID) == (TransferState.NEEDS_YOU, Problem("OUTBOX-ROW-DAMAGED"))
    assert ledger.cancel_damaged(ID) == (file_id,)
    ledger.set_aside(ID)
    for withdrawal in ledger.withdrawals(ID):
        ledger.finish_damaged()
        assert ledger.state_of(ID)[0] is TransferState.CANCELLING
        ledger.save_withdrawn(withdrawal.number)
    ledger.finish_damaged()
    assert ledger.state_of(ID)[0] is TransferState.CANCELLED


def test_rows_cannot_be_swapped_between_submissions(ledger: Ledger, path: Path) -> None:
    ledger.add(ID, sample_plan(), [sample_source()])
    ledger.add("f" * 32, sample_plan("other"), [sample_source()])
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(
            "UPDATE submissions SET plan = (SELECT plan FROM submissions WHERE submission_id = ?)"
            " WHERE submission_id = ?",
            ("f" * 32, ID),
        )
    with pytest.raises(RowDamagedError):
        ledger.load(ID)


def test_wishes_reach_the_driver_once(ledger: Ledger, path: Path) -> None:
    ledger.add(ID, sample_plan(), [sample_source()])
    with opened(path) as other:
        other.save_wish(ID, "pause")
        assert other.waiting_wishes() == {"pause"}
    assert ledger.take_wishes() == {ID: "pause"}
    assert ledger.take_wishes() == {}
    assert not ledger.waiting_wishes()


def test_files_are_private_to_the_user(ledger: Ledger, path: Path) -> None:
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def test_every_commit_is_flushed_and_deleted_bytes_are_overwritten(ledger: Ledger) -> None:
    """The settings that the promises of ledger_schema.py rest on."""
    database = ledger._database
    found = {name: database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")}
    assert found == {"journal_mode": "truncate", "synchronous": 3}
    assert database.execute("PRAGMA secure_delete").fetchone()[0] == 1
