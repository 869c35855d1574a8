"""Folders of ours are closed to others, also those that were made on the way to them."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest

from client.model.folders import make_private_folders
from tests.conftest import REPOSITORY


@pytest.mark.skipif(os.name != "posix", reason="folders have modes on POSIX")
def test_every_folder_made_on_the_way_is_private(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        make_private_folders(tmp_path / "home" / "results" / "job")
    finally:
        os.umask(before)
    for made in ("home", "home/results", "home/results/job"):
        assert (tmp_path / made).stat().st_mode & 0o777 == 0o700, made


def test_what_exists_stays_and_a_file_in_the_way_is_an_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_private_folders(tmp_path)
    assert os.name != "posix" or tmp_path.stat().st_mode & 0o777 == 0o755
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(OSError, match="file"):
            make_private_folders(folder)


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="a folder that takes no others is one of Linux")
def test_where_no_folder_can_be_made_that_is_an_error() -> None:
    for folder in (Path("/proc/mine"), Path("/proc/mine/below")):
        with pytest.raises(FileNotFoundError):
            make_private_folders(folder)


def test_no_room_of_the_client_makes_parents_another_way() -> None:
    found = [
        (file.name, call.lineno)
        for file in (REPOSITORY / "client").rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text()))
        if isinstance(call, ast.Call)
        and any(keyword.arg == "parents" for keyword in call.keywords)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "mkdir"
    ]
    assert found == []
