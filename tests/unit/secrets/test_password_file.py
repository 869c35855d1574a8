"""The file that holds the vault's passphrase: what of it counts, and when it is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from client.secrets.errors import (
    PasswordFileError,
)
from client.secrets.password_file import read_vault_password_file
from tests.support.secret_places import PASSPHRASE, password_file


@pytest.mark.parametrize(
    ("content", "passphrase"),
    [(b"abc", b"abc"), (b"abc\n", b"abc"), (b"abc\r\n", b"abc"), (b"abc\n\n", b"abc\n"), (b" a b ", b" a b ")],
)
def test_one_trailing_newline_is_not_part_of_a_passphrase(tmp_path: Path, content: bytes, passphrase: bytes) -> None:
    assert read_vault_password_file(password_file(tmp_path, content)) == passphrase


def test_each_way_a_password_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe", 0o600)

    def reason(path: Path) -> object:
        with pytest.raises(PasswordFileError) as caught:
            read_vault_password_file(path)
        return caught.value.facts["reason"]

    assert reason(tmp_path / "none") == "missing"
    assert reason(tmp_path / "null\0byte") == "missing"
    assert reason(password_file(tmp_path) / "below") == "missing"
    assert reason(tmp_path / ("n" * 300)) == "unreadable"
    assert reason(tmp_path) == "not-a-file"
    assert reason(tmp_path / "pipe") == "not-a-file"
    assert reason(Path("/dev/null")) == "not-a-file"
    assert reason(password_file(tmp_path, b"")) == "empty"
    assert reason(password_file(tmp_path, b"\n")) == "empty"
    assert reason(password_file(tmp_path, b"x" * 5000)) == "too-long"
    for mode in (0o640, 0o604, 0o660, 0o644, 0o601):
        assert reason(password_file(tmp_path, mode=mode)) == "readable-by-others"
    assert read_vault_password_file(password_file(tmp_path, mode=0o400)) == PASSPHRASE


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give a file away")
def test_a_password_file_of_another_user_is_refused(tmp_path: Path) -> None:
    path = password_file(tmp_path)
    os.chown(path, 12345, 12345)
    with pytest.raises(PasswordFileError) as caught:
        read_vault_password_file(path)
    assert caught.value.facts == {"reason": "not-ours"}
