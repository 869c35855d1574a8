"""Disk encryption as Linux shows it: a LUKS volume, one inside LVM, a plain disk, and what cannot be known."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from client.tasks.disk import _is_encrypted_on_linux, free_bytes, is_encrypted


class FakeLinux:
    """Mount table and block devices of a computer, under a folder."""

    def __init__(self, folder: Path, filesystem: str = "ext4") -> None:
        self.place = folder
        self.blocks = folder / "blocks"
        device = folder.stat().st_dev
        self.number = f"{os.major(device)}:{os.minor(device)}"
        self.mount_info = folder / "mountinfo"
        self.mount_info.write_text(f"22 1 {self.number} / / rw shared:1 - {filesystem} /dev/none rw\n")

    def device(self, number: str, *, uuid: str | None = None, slaves: tuple[str, ...] = ()) -> None:
        device = self.blocks / number
        (device / "slaves").mkdir(parents=True)
        if uuid is not None:
            (device / "dm").mkdir()
            (device / "dm" / "uuid").write_text(uuid)
        for index, slave in enumerate(slaves):
            (device / "slaves" / f"d{index}").mkdir()
            (device / "slaves" / f"d{index}" / "dev").write_text(f"{slave}\n")

    def answer(self) -> bool | None:
        return _is_encrypted_on_linux(self.place, self.mount_info, self.blocks)


def test_a_plain_disk_is_not_encrypted(tmp_path: Path) -> None:
    linux = FakeLinux(tmp_path)
    linux.device(linux.number)
    assert linux.answer() is False


def test_a_luks_volume_is_encrypted(tmp_path: Path) -> None:
    linux = FakeLinux(tmp_path)
    linux.device(linux.number, uuid="CRYPT-LUKS2-0123-home", slaves=("900:3",))
    linux.device("900:3")
    assert linux.answer() is True


def test_lvm_on_luks_is_encrypted_and_on_half_of_the_disks_is_not(tmp_path: Path) -> None:
    linux = FakeLinux(tmp_path)
    linux.device(linux.number, uuid="LVM-x", slaves=("900:7", "900:8"))
    linux.device("900:7", uuid="CRYPT-LUKS1-x")
    linux.device("900:8")
    assert linux.answer() is False


@pytest.mark.parametrize(("filesystem", "expected"), [("tmpfs", None), ("fuse.gocryptfs", True)])
def test_filesystems_that_answer_for_themselves(tmp_path: Path, filesystem: str, expected: bool | None) -> None:
    assert FakeLinux(tmp_path, filesystem).answer() is expected


def test_an_unknown_device_is_unknown(tmp_path: Path) -> None:
    assert FakeLinux(tmp_path).answer() is None


def test_this_computer_answers_without_an_error(tmp_path: Path) -> None:
    assert is_encrypted(tmp_path / "not" / "made" / "yet") in (True, False, None)
    assert (free_bytes(tmp_path / "not" / "made" / "yet") or 0) > 0
