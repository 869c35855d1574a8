"""A file appears whole or not at all, also where the disk has room for a part of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from client.seal import private_output as module
from client.seal.errors import DiskFullError
from client.seal.private_output import private_output, replace_file

_ROOM = 1000


@pytest.fixture
def little_room() -> Iterator[None]:
    """The system writes what still fits and says so only by the count, as on a disk that fills up."""
    if sys.platform == "win32":
        pytest.skip("no such limit on Windows")
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (_ROOM, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.usefixtures("little_room")
def test_a_write_that_fits_in_part_leaves_what_was_there(tmp_path: Path) -> None:
    place = tmp_path / "names.gmap"
    place.write_bytes(b"the only list of names")
    with pytest.raises(DiskFullError), private_output(place, force=True) as sink:
        sink.write(b"x" * (5 * _ROOM))
    assert place.read_bytes() == b"the only list of names"
    assert list(tmp_path.iterdir()) == [place]


@pytest.mark.parametrize("data", [b"", b"x", memoryview(b"12345678").cast("I")])
def test_what_is_written_is_counted_in_bytes(tmp_path: Path, data: bytes | memoryview) -> None:
    with private_output(tmp_path / "file") as sink:
        assert sink.write(data) == memoryview(data).nbytes
    assert (tmp_path / "file").read_bytes() == bytes(memoryview(data).cast("B"))


def test_what_is_written_down_before_the_name_is_there_whenever_the_file_is(tmp_path: Path) -> None:
    out = tmp_path / "out"
    seen: list[bytes] = []

    def note() -> None:
        assert not out.exists()
        seen.extend(part.read_bytes() for part in tmp_path.iterdir())

    with private_output(out, before_name=note) as sink:
        sink.write(b"whole")
    assert (seen, out.read_bytes()) == ([b"whole"], b"whole")

    def refuse() -> None:
        raise DiskFullError

    with pytest.raises(DiskFullError), private_output(tmp_path / "other", before_name=refuse) as sink:
        sink.write(b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_file_that_a_scanner_of_windows_has_open_gets_its_name_a_moment_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_replace, refused = os.replace, []

    def replace(part: Path, out: Path) -> None:
        if len(refused) < 3:
            refused.append(part)
            raise PermissionError(13, "the file is being used by another process", str(part))
        real_replace(part, out)

    (tmp_path / "part").write_bytes(b"new")
    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(module, "_REPLACE_WAIT_S", 0)
    with pytest.raises(PermissionError):  # elsewhere a refusal is one for good
        replace_file(tmp_path / "part", tmp_path / "out")
    monkeypatch.setattr(module, "_REPLACE_ATTEMPTS", 3)
    replace_file(tmp_path / "part", tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == b"new"
