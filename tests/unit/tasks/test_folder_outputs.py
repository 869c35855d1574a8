"""Outputs of one folder take their names together or leave nothing; a killed command's parts go with the next one."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from client.tasks import folder_outputs
from client.tasks.errors import DiskFullError, OutputExistsError, OutputFolderError
from client.tasks.facts import PrepareChoices
from client.tasks.folder_outputs import FolderOutputs
from client.tasks.left_parts import hold_part, remove_left_parts
from client.tasks.preparation import prepare_files
from client.tasks.restoration import restore_files
from client.tasks.sealing import open_sealed, seal
from client.tasks.workplace import Workplace
from prep.results import PreparedName
from prep.unbroken import unbroken
from tests.support.places import make_workplace
from ui.terminal.demo_cohort import write_demo_cohort

HELD = """
import os, sys, time
from client.tasks.left_parts import hold_part
hold_part(os.open(sys.argv[1], os.O_RDWR))
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Workplace]:
    with make_workplace(tmp_path / "home") as opened:
        yield opened


@pytest.fixture(params=[True, False], ids=["hard links", "no hard links"])
def with_and_without_hard_links(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """With hard links, and without, as FAT is."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no hard links")

    if not request.param:
        monkeypatch.setattr(os, "link", refuse)


def left(folder: Path, name: str, age_s: float = 60) -> Path:
    """A part as a killed command leaves it."""
    folder.mkdir(exist_ok=True)
    part = folder / f"{name}.0123abcd.part"
    part.write_bytes(b"half")
    os.utime(part, (time.time() - age_s,) * 2)
    return part


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def written(folder: Path, *, force: bool = False) -> FolderOutputs:
    outputs = FolderOutputs(folder, (), force=force)
    for number, name in enumerate(("chr20.vcf.gz", "chr21.vcf.gz"), 1):
        outputs.open(number, PreparedName(name, name)).write(b"new " * 9000)
    outputs.add("report.json", b"new")
    return outputs


def test_a_part_that_nobody_writes_is_removed_and_no_other(tmp_path: Path) -> None:
    gone = left(tmp_path, "chr20.vcf.gz")
    young, others = left(tmp_path, "chr21.vcf.gz", age_s=0), left(tmp_path, "notes.txt")
    link = tmp_path / "chr22.vcf.gz.0123abcd.part"
    link.symlink_to(others)
    held = left(tmp_path, "chrX.vcf.gz")
    holder = subprocess.Popen([sys.executable, "-c", HELD, str(held)], stdout=subprocess.PIPE)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        remove_left_parts(tmp_path, lambda name: name.startswith("chr"))
        assert not gone.exists()
        assert all(part.exists() for part in (young, others, link, held))
    finally:
        holder.kill()
        holder.communicate()
    remove_left_parts(tmp_path, lambda name: name.startswith("chr"))
    assert not held.exists()
    remove_left_parts(tmp_path / "nowhere", bool)


def test_the_next_command_removes_what_a_killed_one_left(workplace: Workplace, tmp_path: Path) -> None:
    file, out = write_demo_cohort(tmp_path, samples=22, sites=30).files[0], tmp_path / "out"
    parts = [left(out, name) for name in ("chr20.vcf.gz", "chrX.vcf.gz", "report-local.html")]
    own = left(out, "mine.txt")
    prepared = prepare_files(workplace, [file], out, PrepareChoices(map_file=tmp_path / "job.gmap"))
    assert [part.exists() for part in (*parts, own)] == [False, False, False, True]
    part = left(tmp_path / "back", prepared.files[0].file_name)
    restore_files(workplace, [out / prepared.files[0].file_name], tmp_path / "job.gmap", tmp_path / "back")
    assert not part.exists()


def test_a_part_of_an_opened_file_goes_too(workplace: Workplace, tmp_path: Path) -> None:
    from client.tasks.keys import new_keys

    new_keys(workplace, tmp_path / "keys", kem="x25519", passphrase=None)
    (tmp_path / "plain").write_bytes(b"readable")
    seal(workplace, tmp_path / "plain", [tmp_path / "keys" / "public.pem"], tmp_path / "sealed")
    part = left(tmp_path, "opened")
    open_sealed(workplace, tmp_path / "sealed", tmp_path / "keys" / "private.pem", tmp_path / "opened")
    assert not part.exists()


def test_what_is_being_written_is_no_left_part(tmp_path: Path) -> None:
    with written(tmp_path) as outputs:
        for part in tmp_path.iterdir():
            os.utime(part, (0, 0))
        with FolderOutputs(tmp_path, (), force=False):
            pass
        outputs.settle()
        with FolderOutputs(tmp_path, (), force=False):
            pass
        outputs.publish()
    assert names(tmp_path) == ["chr20.vcf.gz", "chr21.vcf.gz", "report.json"]


def test_a_name_that_cannot_be_given_takes_the_others_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(original: Callable[[Path, Path], None]) -> Callable[[Path, Path], None]:
        def give(part: Path, place: Path) -> None:
            if place.name == "report.json":
                raise OSError(errno.EIO, "no")
            original(part, place)

        return give

    with written(tmp_path) as outputs:
        outputs.settle()
        monkeypatch.setattr(os, "replace", refusing(os.replace))
        monkeypatch.setattr(os, "link", refusing(os.link))
        with pytest.raises(OutputFolderError):
            outputs.publish()
    assert names(tmp_path) == []


@pytest.mark.usefixtures("with_and_without_hard_links")
def test_of_two_commands_at_once_the_second_replaces_nothing(tmp_path: Path) -> None:
    with written(tmp_path) as outputs:
        outputs.settle()
        (tmp_path / "report.json").write_text("of the first")
        with pytest.raises(OutputExistsError):
            outputs.publish()
    assert names(tmp_path) == ["report.json"]
    assert (tmp_path / "report.json").read_text() == "of the first"


@pytest.mark.parametrize("failing", ["chr20.vcf.gz", "report.json", "sync"])
def test_what_force_replaced_comes_back_where_another_name_cannot_be_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    original, replaced = os.replace, []

    def replace(part: Path, place: Path) -> None:
        if place.name == failing and not replaced.count(place):
            replaced.append(place)
            raise OSError(errno.EIO, "no")
        original(part, place)

    def sync(folder: Path) -> None:
        if failing == "sync":
            raise OSError(errno.EIO, "no")

    for name in ("chr20.vcf.gz", "report.json"):
        (tmp_path / name).write_text(f"old {name}")
    with written(tmp_path, force=True) as outputs:
        outputs.settle()
        monkeypatch.setattr(os, "replace", replace)
        monkeypatch.setattr(folder_outputs, "sync_folder", sync)
        with pytest.raises(OutputFolderError):
            outputs.publish()
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {
        name: f"old {name}" for name in ("chr20.vcf.gz", "report.json")
    }


@pytest.mark.usefixtures("with_and_without_hard_links")
def test_what_force_replaces_lies_under_no_second_name_afterwards(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("mine")
    (tmp_path / "chr20.vcf.gz").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "report.json").write_text("old")
    with written(tmp_path, force=True) as outputs:
        outputs.settle()
        outputs.publish()
    assert names(tmp_path) == ["chr20.vcf.gz", "chr21.vcf.gz", "elsewhere", "report.json"]
    assert (tmp_path / "report.json").read_text() == "new"
    assert (tmp_path / "elsewhere").read_text() == "mine"


def test_a_stop_among_the_names_comes_too_late(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = os.replace

    def replace(part: Path, place: Path) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        original(part, place)

    with written(tmp_path) as outputs:
        outputs.settle()
        monkeypatch.setattr(os, "replace", replace)
        outputs.publish()
    assert names(tmp_path) == ["chr20.vcf.gz", "chr21.vcf.gz", "report.json"]


def test_a_stop_in_an_unbroken_step_is_heard_behind_it() -> None:
    done = []

    def stopped() -> None:
        with unbroken():
            os.kill(os.getpid(), signal.SIGINT)
            done.append("to its end")

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert done
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EFBIG])
def test_a_full_disk_leaves_no_part_whatever_is_still_unwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """What a buffer holds is tried once more when it is closed."""

    class Full(folder_outputs.io.FileIO):  # type: ignore[name-defined, misc]
        def write(self, data: object, /) -> int:
            raise OSError(number, "full")

    monkeypatch.setattr(folder_outputs.io, "FileIO", Full)  # type: ignore[attr-defined]

    def write() -> None:
        with FolderOutputs(tmp_path, (), force=False) as outputs:
            for name in ("report.json", "report.html"):
                outputs.add(name, b"small")
            outputs.settle()

    with pytest.raises(DiskFullError):
        write()
    assert names(tmp_path) == []


def test_where_locks_are_unknown_nothing_fails() -> None:
    reading, writing = os.pipe()
    os.close(writing)
    hold_part(reading)
    os.close(reading)
    hold_part(reading)
