"""What Windows does otherwise, acted out: it removes nothing that is open."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import pytest

from client.jobs.errors import ResultHashError
from client.model.folders import PrivateFolders
from client.tasks.left_parts import remove_left_parts
from client.tasks.logs import start_logging
from client.tasks.places import passing_folder
from tests.support.result_bench import SEALED, Bench, FakeSource, entry


@pytest.fixture(autouse=True)
def open_files_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, removing a file that this process has open is refused."""
    real_unlink = os.unlink

    def unlink(path: str | Path, *, dir_fd: int | None = None) -> None:
        folder = Path.cwd() if dir_fd is None else Path(f"/proc/self/fd/{dir_fd}").readlink()
        if _is_open(folder / path):
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


def test_a_passing_folder_goes_with_the_log_that_was_written_in_it() -> None:
    with passing_folder("test") as folder:
        start_logging(PrivateFolders(folder))
        logging.getLogger("client").warning("a line")
        assert "a line" in (folder / "logs" / "genoseal.log").read_text(encoding="utf-8")
    assert not folder.exists()


def test_a_result_with_other_bytes_than_were_signed_is_not_kept(tmp_path: Path) -> None:
    bench = Bench(tmp_path, FakeSource({"chr20.dose.vcf.gz": SEALED[:-1] + bytes([SEALED[-1] ^ 1])}))
    with pytest.raises(ResultHashError):
        bench.fetch(entry(SEALED))
    assert list((tmp_path / "spool").iterdir()) == []
