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
from tests.support.profile_institution import Institution, good

BUILD = REPOSITORY / "installers" / "build"
LARGEST_DEB_BYTES = 60_000_000
pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb is not installed here"),
]


needs_root = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0 or shutil.which("debootstrap") is None,
    reason="needs root, for chroot, and debootstrap",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Package, archive, repository and signed sums of the committed state."""
    folder = tmp_path_factory.mktemp("installers")
    for target in ("deb", "archive", "apt", "sums"):
        _build(folder, target)
    return folder


def _build(folder: Path, *target: str) -> Path:
    environment = {name: value for name, value in os.environ.items() if name != "OPENSSL_CONF"}
    command = [sys.executable, BUILD, *target, "--work", folder / "work", "--out", folder / "out"]
    subprocess.run(command, cwd=REPOSITORY, env=environment, check=True, timeout=3600)
    return folder / "out"


def _digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _try(tmp_path: Path, script: str, *arguments: str | Path) -> None:
    done = subprocess.run(
        [REPOSITORY / "tests/installed" / script, *arguments],
        env={**os.environ, "GENOSEAL_CLEAN_ROOTS": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=3600,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_two_clean_builds_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    _build(tmp_path, "deb")
    (first,), (second,) = (built / "out").glob("*.deb"), (tmp_path / "out").glob("*.deb")
    assert _digests(built / "work" / "dist") == _digests(tmp_path / "work" / "dist")
    assert first.read_bytes() == second.read_bytes()
    assert first.stat().st_size <= LARGEST_DEB_BYTES


@pytest.fixture(scope="module")
def older(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same package under a lower number, to upgrade from."""
    (package,) = _build(tmp_path_factory.mktemp("older"), "deb", "--as-version", "0.0.9").glob("*.deb")
    return package


@needs_root
@pytest.mark.parametrize("suite", ["bookworm", "trixie"])
def test_an_upgrade_keeps_what_a_person_has_and_nothing_is_left_after_a_purge(
    built: Path, older: Path, tmp_path: Path, suite: str
) -> None:
    (package,) = (built / "out").glob("*.deb")
    _try(tmp_path, "in-clean-root", package, suite, "--apt", built / "out" / "apt", "--from", older)


@needs_root
def test_the_archive_works_without_an_administrator(built: Path, tmp_path: Path) -> None:
    (archive,) = (built / "out").glob("*.tar.xz")
    _try(tmp_path, "archive-in-clean-root", archive)


@needs_root
@pytest.mark.parametrize("suite", ["bookworm", "trixie"])
def test_a_newcomer_gets_from_nothing_to_a_client_that_has_sent_a_file(built: Path, tmp_path: Path, suite: str) -> None:
    _try(tmp_path, "newcomer", built / "out", _public_key(), suite)


def _public_key() -> Path:
    """Of the key that the sums were signed with."""
    named = os.environ.get("GENOSEAL_SIGNING_KEY")
    return Path(named).with_suffix(".pub") if named else REPOSITORY / ".tools" / "signing" / "test.pub"


@pytest.mark.skipif(
    shutil.which("wine") is None and "GENOSEAL_WINE_ROOT" not in os.environ,
    reason="neither wine nor a root with it (GENOSEAL_WINE_ROOT)",
)
@pytest.mark.skipif(
    any(shutil.which(program) is None for program in ("wixl", "makensis", "osslsigncode")),
    reason="wixl, makensis or osslsigncode is not installed here",
)
def test_windows_packages_are_installed_and_removed_under_wine(tmp_path: Path) -> None:
    for target in ("msi", "nsis"):
        _build(tmp_path, target)
    (msi,), (setup,) = (tmp_path / "out").glob("*.msi"), (tmp_path / "out").glob("*-setup.exe")
    institution = Institution(tmp_path)
    institution.make_signed()
    good("package", institution.profile, "--msi", "--out", tmp_path)
    (profile,) = tmp_path.glob("*.msi")
    root = os.environ.get("GENOSEAL_WINE_ROOT")
    _try(tmp_path, "under-wine", msi, setup, profile, institution.profile, *(["--root", root] if root else []))
