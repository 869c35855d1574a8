"""The program's own log: five private files of a megabyte, the newest lines in the one without a number."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from client.model.folders import PrivateFolders
from client.tasks import logs

_log = logging.getLogger("client.of_this_test")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(logs, "_MAX_BYTES", 1000)
    logs.start_logging(PrivateFolders(tmp_path))
    yield tmp_path / "logs"
    logs.stop_logging()


def test_the_newest_lines_are_kept_in_five_private_files(folder: Path) -> None:
    for number in range(200):
        _log.info("line %04d", number)
    names = ["genoseal.log", *(f"genoseal.log.{number}" for number in range(1, 5))]
    assert sorted(path.name for path in folder.iterdir()) == names
    assert all((folder / name).stat().st_mode & 0o777 == 0o600 for name in names)
    assert all((folder / name).stat().st_size < 1100 for name in names)
    lines = [line for name in reversed(names) for line in (folder / name).read_text().splitlines()]
    kept = [int(line.split()[-1]) for line in lines]
    assert kept == list(range(kept[0], 200))
    assert len(kept) > 60


def test_a_log_that_cannot_be_written_stops_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "genoseal.log").mkdir()
    _log.info("nowhere to go")
    assert not any(capsys.readouterr())
