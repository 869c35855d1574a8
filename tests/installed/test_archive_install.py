"""The archive's install script: everything or nothing, only below the prefix, and gone again without a trace."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from installers.building.place import INSTALLERS


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    """An unpacked archive whose program is a script."""
    folder = tmp_path / "genoseal-0.1.0"
    for name in ("genoseal", "genoseal-desktop", "genoseal-profile"):
        program = folder / "program" / name
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text('#!/bin/sh\necho genoseal 0.1.0 "$LD_LIBRARY_PATH$QT_PLUGIN_PATH" "$@"\n')
        program.chmod(0o755)
    (folder / "share" / "applications").mkdir(parents=True)
    shutil.copy(INSTALLERS / "linux" / "genoseal.desktop", folder / "share" / "applications")
    (folder / "share" / "man" / "man1").mkdir(parents=True)
    (folder / "share" / "man" / "man1" / "genoseal.1.gz").write_bytes(b"")
    (folder / "share" / "doc" / "genoseal" / "licences").mkdir(parents=True)
    (folder / "share" / "doc" / "genoseal" / "licences" / "THIRD-PARTIES.txt").write_text("")
    for name in ("install", "launcher"):
        shutil.copy(INSTALLERS / "linux" / name, folder)
    return folder


def _install(unpacked: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    home.mkdir(exist_ok=True)
    return subprocess.run(
        [str(unpacked / "install"), *arguments],
        env={"HOME": str(home), "PATH": "/usr/bin:/bin"},
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}


def test_it_installs_starts_and_is_removed_without_a_trace_but_others_files(unpacked: Path, tmp_path: Path) -> None:
    home = tmp_path / "a home of O'Neil"
    (home / ".local" / "share" / "genoseal").mkdir(parents=True)
    (home / ".local" / "share" / "genoseal" / "settings.toml").write_text("theirs")
    before = _files(home)
    assert _install(unpacked, home).returncode == 0
    conda = {"PATH": "/usr/bin:/bin", "LD_LIBRARY_PATH": str(tmp_path), "QT_PLUGIN_PATH": str(tmp_path)}
    command = [home / ".local/bin/genoseal", "a b", "*"]
    started = subprocess.run(command, env=conda, capture_output=True, text=True, check=True)
    assert started.stdout == "genoseal 0.1.0  a b *\n"
    entry = (home / ".local/share/applications/genoseal.desktop").read_text()
    assert f'Exec="{home}/.local/bin/genoseal-desktop" %F' in entry
    assert _install(unpacked, home).returncode == 0
    assert _install(unpacked, home, "--remove").returncode == 0
    left = {name for name in _files(home) - before if not name.endswith("mimeinfo.cache")}
    assert left == set()
    assert not (home / ".local" / "share" / "doc" / "genoseal").exists()
    assert _files(home) >= before


def test_a_version_that_does_not_start_leaves_the_old_one(unpacked: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert _install(unpacked, home).returncode == 0
    before = _files(home)
    (unpacked / "program" / "genoseal").write_text("#!/bin/sh\nexit 1\n")
    refused = _install(unpacked, home)
    assert refused.returncode == 2
    assert "the old one was kept" in refused.stderr
    assert _files(home) == before
    assert subprocess.run([home / ".local/bin/genoseal"], check=False, capture_output=True).returncode == 0


def test_an_unknown_option_changes_nothing(unpacked: Path, tmp_path: Path) -> None:
    refused = _install(unpacked, tmp_path / "home", "--nonsense")
    assert refused.returncode == 2
    assert _files(tmp_path / "home") == set()
