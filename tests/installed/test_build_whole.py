"""The whole way of a package: built twice with the same bytes, and tried in clean Debian roots.

All of it is soak; what is cheap of it is in test_packaging.py, test_archive_install.py and test_verify_install.py.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

BUILD = REPOSITORY / "installers" / "build"
LARGEST_DEB_BYTES = 60_000_000
pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb is not installed here"),
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package and a repository of the committed state."""
    folder = tmp_path_factory.mktemp("installers")
    for target in ("deb", "apt"):
        _build(target, folder)
    return folder


def _build(target: str, folder: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "OPENSSL_CONF"}
    command = [sys.executable, BUILD, target, "--work", folder / "work", "--out", folder / "out"]
    subprocess.run(command, cwd=REPOSITORY, env=environment, check=True, timeout=3600)


def _digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_two_clean_builds_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    _build("deb", tmp_path)
    (first,), (second,) = (built / "out").glob("*.deb"), (tmp_path / "out").glob("*.deb")
    assert _digests(built / "work" / "dist") == _digests(tmp_path / "work" / "dist")
    assert first.read_bytes() == second.read_bytes()
    assert first.stat().st_size <= LARGEST_DEB_BYTES


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs root, for chroot")
@pytest.mark.skipif(shutil.which("debootstrap") is None, reason="debootstrap is not installed here")
@pytest.mark.parametrize("suite", ["bookworm", "trixie"])
def test_the_package_works_in_a_clean_root_and_leaves_it_clean(built: Path, tmp_path: Path, suite: str) -> None:
    (package,) = (built / "out").glob("*.deb")
    done = subprocess.run(
        [REPOSITORY / "tests/installed/in-clean-root", package, suite, "--apt", built / "out" / "apt"],
        env={**os.environ, "GENOSEAL_CLEAN_ROOTS": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=3600,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
