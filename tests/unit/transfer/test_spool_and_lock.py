"""The spool's order of steps, and the lock that lets one process drive."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from client.transfer.driver_lock import FileLock, held
from client.transfer.errors import OutboxBusyError, OutboxFolderError, OutboxFullError
from client.transfer.spool import Spool, as_coded_errors


def test_a_part_becomes_a_body_by_rename_and_is_private(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "outbox")
    spool.make_folder()
    with spool.create_part("a" * 32, 0) as part:
        part.write(b"sealed")
    spool.publish(["a" * 32], 0)
    body = spool.body_path("a" * 32)
    assert body.read_bytes() == b"sealed"
    assert body.stat().st_mode & 0o077 == 0
    assert [path.name for path in spool.folder.iterdir()] == [body.name]


def test_a_part_never_replaces_another(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    spool.create_part("a" * 32, 0).close()
    with pytest.raises(OutboxFolderError):
        spool.create_part("a" * 32, 0)


def test_what_a_worker_left_half_made_goes_and_its_neighbours_parts_stay(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "outbox")
    spool.make_folder()
    for file_id, slot in (("a" * 32, 0), ("b" * 32, 0), ("c" * 32, 1)):
        spool.create_part(file_id, slot).close()
    spool.body_path("d" * 32).touch()
    spool.remove_parts(0)
    assert {path.name for path in spool.folder.iterdir()} == {"c" * 32 + ".1.part", "d" * 32 + ".body"}


def test_the_sweep_takes_parts_and_orphans_and_nothing_else(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    for name in ("known.body", "orphan.body", "growing.part", "ledger.sqlite3", "driver.lock"):
        (tmp_path / name).write_bytes(b"x")
    assert spool.sweep({"known"}) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["driver.lock", "known.body", "ledger.sqlite3"]


@pytest.mark.parametrize(
    ("number", "expected"),
    [(errno.ENOSPC, OutboxFullError), (errno.EDQUOT, OutboxFullError), (errno.EACCES, OutboxFolderError)],
)
def test_errors_of_the_disk_have_codes_and_lose_their_paths(number: int, expected: type[Exception]) -> None:
    with pytest.raises(expected) as caught, as_coded_errors():
        raise OSError(number, "x", "/home/dr-secret/outbox")
    assert "dr-secret" not in repr(caught.value)
    assert caught.value.__cause__ is None


def test_one_holder_at_a_time_and_the_other_learns_who(tmp_path: Path) -> None:
    first, second = FileLock(tmp_path / "driver.lock"), FileLock(tmp_path / "driver.lock")
    with held(first):
        with pytest.raises(OutboxBusyError) as caught, held(second):
            pass
        assert caught.value.facts == {"driver_pid": os.getpid()}
        assert not second.acquire_within(0.05)
    with held(second):
        assert second.holder_pid() == os.getpid()


def test_the_lock_dies_with_its_holder(tmp_path: Path) -> None:
    path = tmp_path / "driver.lock"
    code = (
        "import sys; from pathlib import Path; from client.transfer.driver_lock import FileLock\n"
        "lock = FileLock(Path(sys.argv[1])); print(lock.try_acquire(), flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == "True"
        lock = FileLock(path)
        assert not lock.try_acquire()
        assert lock.holder_pid() == holder.pid
        holder.kill()
        holder.wait()
    assert lock.acquire_within(2)
    lock.release()
