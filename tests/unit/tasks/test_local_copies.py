"""Prepared files are removed when their time is over, on order, and only while they are what was written."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from client.model.profile import Retention
from client.seal.errors import DiskFullError
from client.tasks.activity import show_activity
from client.tasks.local_copies import copies_due, forget_copy, keep_days, note_copy, remove_copies
from client.tasks.workplace import Workplace, open_workplace
from tests.support.profiles import make_profile

START = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workplace(tmp_path: Path, clock: Clock) -> Iterator[Workplace]:
    password = tmp_path / "password"
    password.write_text("correct horse battery staple 7\n")
    password.chmod(0o600)
    with open_workplace(tmp_path / "home", password_file=password, use_keyring=False, clock=clock) as opened:
        yield opened


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "KIRSTEN_HOLM prepared"
    folder.mkdir()
    for name in ("chr20.vcf.gz", "report.json"):
        (folder / name).write_text(name)
    return folder


def written(*names: str) -> dict[str, str]:
    """What the files of `out` hold: their own names."""
    return {name: hashlib.sha256(name.encode()).hexdigest() for name in names}


def test_nothing_is_due_before_its_day_and_all_of_it_after(workplace: Workplace, clock: Clock, out: Path) -> None:
    copy = note_copy(workplace, out, written("chr20.vcf.gz", "report.json"), 30, made_folder=True)
    assert copy.keep_until == START + timedelta(days=30)
    clock.now += timedelta(days=30, seconds=-1)
    assert copies_due(workplace) == ()
    clock.now += timedelta(seconds=1)
    due = copies_due(workplace)
    assert [sorted(copy.files) for copy in due] == [["chr20.vcf.gz", "report.json"]]
    assert remove_copies(workplace, due) == 2
    assert not out.exists()
    assert copies_due(workplace) == ()
    assert remove_copies(workplace, due) == 0
    assert [(line.event, line.facts) for line in show_activity(workplace) if line] == [("local.removed", {"files": 2})]


def test_a_file_that_another_program_has_open_stays_due_and_the_others_go(
    workplace: Workplace, clock: Clock, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note_copy(workplace, out, written("chr20.vcf.gz", "report.json"), 0)
    real_unlink = os.unlink

    def unlink(path: Path, **options: Any) -> None:
        if path == out / "chr20.vcf.gz":
            raise PermissionError(13, "the file is being used by another process", str(path))
        real_unlink(path, **options)

    with monkeypatch.context() as windows:
        windows.setattr(os, "unlink", unlink)
        assert remove_copies(workplace, copies_due(workplace)) == 1
    assert [file.name for copy in copies_due(workplace) for file in copy.present()] == ["chr20.vcf.gz"]
    assert remove_copies(workplace, copies_due(workplace)) == 1
    assert copies_due(workplace) == ()


def test_changed_files_and_those_of_others_stay(workplace: Workplace, clock: Clock, out: Path) -> None:
    note_copy(workplace, out, written("chr20.vcf.gz", "report.json"), 0)
    (out / "report.json").write_text("changed by its owner")
    (out / "notes.txt").write_text("my own")
    assert remove_copies(workplace, copies_due(workplace)) == 1
    assert sorted(file.name for file in out.iterdir()) == ["notes.txt", "report.json"]
    assert copies_due(workplace) == ()


def test_a_folder_that_was_there_before_stays_when_it_is_empty(workplace: Workplace, out: Path) -> None:
    note_copy(workplace, out, written("chr20.vcf.gz", "report.json"), 0)
    assert remove_copies(workplace, copies_due(workplace)) == 2
    assert list(out.iterdir()) == []


def test_a_folder_that_an_earlier_preparation_made_goes_with_the_later_one(
    workplace: Workplace, clock: Clock, out: Path
) -> None:
    note_copy(workplace, out, written("chr20.vcf.gz"), 30, made_folder=True)
    clock.now += timedelta(seconds=1)
    note_copy(workplace, out, written("chr20.vcf.gz", "report.json"), 0)
    assert remove_copies(workplace, copies_due(workplace)) == 2
    assert not out.exists()


def test_what_was_prepared_again_with_the_same_bytes_stays_as_long_as_the_later_note_says(
    workplace: Workplace, clock: Clock, out: Path
) -> None:
    note_copy(workplace, out, written("chr20.vcf.gz", "report.json"), 30)
    clock.now += timedelta(days=20)
    note_copy(workplace, out, written("chr20.vcf.gz"), 30)
    clock.now += timedelta(days=15)
    assert [sorted(copy.files) for copy in copies_due(workplace)] == [["report.json"]]
    assert remove_copies(workplace, copies_due(workplace)) == 1
    clock.now += timedelta(days=15)
    assert [sorted(copy.files) for copy in copies_due(workplace)] == [["chr20.vcf.gz"]]


def test_a_note_that_is_taken_back_asks_for_nothing(workplace: Workplace, out: Path) -> None:
    forget_copy(workplace, note_copy(workplace, out, written("chr20.vcf.gz"), 0))
    assert copies_due(workplace) == ()
    assert list((workplace.folders.home / "prepared").iterdir()) == []


def test_where_files_lie_is_written_down_encrypted(workplace: Workplace, out: Path) -> None:
    note_copy(workplace, out, written("chr20.vcf.gz"), 30)
    notes = list((workplace.folders.home / "prepared").iterdir())
    assert len(notes) == 1
    assert notes[0].stat().st_mode & 0o777 == 0o600
    assert b"KIRSTEN" not in notes[0].read_bytes()
    notes[0].write_bytes(notes[0].read_bytes()[:-1])
    assert copies_due(workplace) == ()


def test_a_note_stands_whole_or_not_at_all(
    workplace: Workplace, clock: Clock, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    assert workplace.vault_key
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", fail)
        with pytest.raises(DiskFullError):
            note_copy(workplace, out, written("chr20.vcf.gz"), 0)
    assert list((workplace.folders.home / "prepared").iterdir()) == []
    note_copy(workplace, out, written("chr20.vcf.gz"), 0)
    assert len(copies_due(workplace)) == 1


def test_the_shorter_of_policy_and_profile_counts(workplace: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    assert keep_days(workplace, 30) == 30

    class Installed:
        profile = make_profile(retention=Retention(local_days=7))

    monkeypatch.setattr("client.tasks.local_copies.installed_profile", lambda _: Installed)
    assert (keep_days(workplace, 30), keep_days(workplace, 3)) == (7, 3)
