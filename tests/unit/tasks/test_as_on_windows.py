"""What Windows does otherwise, acted out: it removes nothing that is open."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from client.tasks.left_parts import remove_left_parts


@pytest.fixture(autouse=True)
def open_files_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, removing a file that this process has open is refused."""
    real_unlink = os.unlink

    def unlink(path: str | Path, *, dir_fd: int | None = None) -> None:
        if _is_open(Path(path).absolute()):
            raise PermissionError(13, "the file is being used by another process", str(path))
        real_unlink(path, dir_fd=dir_fd)

    monkeypatch.setattr(os, "unlink", unlink)


def _is_open(path: Path) -> bool:
    return any(os.path.lexists(fd) and fd.readlink() == path for fd in Path("/proc/self/fd").iterdir())


def test_a_part_that_a_killed_command_left_is_removed(tmp_path: Path) -> None:
    part = tmp_path / "chr20.vcf.gz.0123abcd.part"
    part.write_bytes(b"half")
    os.utime(part, (0, 0))
    remove_left_parts(tmp_path, "chr20.vcf.gz".__eq__)
    assert not part.exists()
