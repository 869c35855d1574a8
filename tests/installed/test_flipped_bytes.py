"""A byte that was changed on the way is refused by the tool that stands there: apt, osslsigncode, the setup itself.

Manifest and program: test_verify_install.py. Profile, its signature and `latest.json`: tests/unit/institution.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from installers.building import windows
from installers.building.place import BuildError, Place
from tests.support.build_place import needs, tiny_repository

INDEX = "dists/stable/main/binary-amd64/Packages.xz"
PACKAGE = "pool/main/tiny_1_amd64.deb"


def flip(file: Path, position: int) -> None:
    data = bytearray(file.read_bytes())
    data[position] ^= 1
    file.write_bytes(data)


class Apt:
    """apt of its own: private lists, cache and sources, one repository, nothing of this machine's."""

    def __init__(self, home: Path, repository: Path) -> None:
        self._home = home
        for folder in ("state/lists/partial", "cache/archives/partial", "etc/preferences.d", "etc/apt.conf.d"):
            (home / folder).mkdir(parents=True)
        (home / "state" / "status").write_text("")
        sources = home / "etc" / "sources.list.d"
        sources.mkdir()
        text = (repository / "genoseal.sources").read_text()
        text = text.replace("https://packages.example.org/genoseal", f"file:{repository}")
        keyring = str(repository / "genoseal-archive-keyring.gpg")
        (sources / "genoseal.sources").write_text(
            text.replace("/usr/share/keyrings/genoseal-archive-keyring.gpg", keyring)
        )

    def accepts(self, *command: str) -> bool:
        options = {
            "Dir::State": self._home / "state",
            "Dir::State::status": self._home / "state" / "status",
            "Dir::Cache": self._home / "cache",
            "Dir::Etc": self._home / "etc",
            "Dir::Etc::sourcelist": "/dev/null",
            "Dir::Etc::sourceparts": self._home / "etc" / "sources.list.d",
            "APT::Update::Error-Mode": "any",
            "APT::Sandbox::User": "root",
            "Acquire::Languages": "none",
            "APT::Architecture": "amd64",
        }
        arguments = [part for name, value in options.items() for part in ("-o", f"{name}={value}")]
        done = subprocess.run(["apt-get", *arguments, *command], cwd=self._home, capture_output=True, check=False)
        return done.returncode == 0


@pytest.fixture
def repository(place: Place) -> Path:
    made = tiny_repository(place)
    (made / "dists/stable/main/binary-amd64/Packages").unlink()  # apt would read it instead of the compressed one
    return made


@needs("apt-get", "apt-ftparchive", "gpg", "dpkg-deb", "xz")
@pytest.mark.parametrize("part", ["dists/stable/InRelease", INDEX, PACKAGE], ids=["InRelease", "index", "package"])
def test_apt_refuses_a_repository_with_a_changed_byte(repository: Path, tmp_path: Path, part: str) -> None:
    untouched = Apt(tmp_path / "untouched", repository)
    assert untouched.accepts("update")
    assert untouched.accepts("download", "tiny")
    changed = Apt(tmp_path / "changed", repository)
    flip(repository / part, 100)
    updated = changed.accepts("update")
    assert updated is (part == PACKAGE)
    assert not (updated and changed.accepts("download", "tiny"))


@pytest.fixture
def signed(place: Place) -> dict[str, Path]:
    """MSI and setup of the stub payload, signed with a test certificate."""
    payload, _ = windows.windows_payload(place)
    icon = place.work / "genoseal.ico"
    # The smallest icon there is: one pixel.
    icon.write_bytes(
        bytes.fromhex("0000010001000101000001001800300000001600000028000000010000000200000001001800") + b"\0" * 32
    )
    (place.work / "genoseal.wxs").write_text(windows.wxs(payload, "0.1.0", icon, place.work))
    msi, setup = place.work / "unsigned.msi", place.work / "unsigned.exe"
    place.run("wixl", "--arch", "x64", "--output", msi, place.work / "genoseal.wxs", cwd=place.work)
    defines = {"VERSION": "0.1.0", "PAYLOAD": payload, "OUT": setup, "ICON": icon}
    options = [f"-D{name}={value}" for name, value in defines.items()]
    place.run("makensis", "-V2", *options, windows.WINDOWS / "genoseal.nsi", cwd=place.work)
    return {
        "msi": windows.sign(place, msi, place.out / "genoseal.msi"),
        "setup": windows.sign(place, setup, place.out / "genoseal-setup.exe"),
    }


@needs("osslsigncode", "openssl", "wixl", "makensis")
def test_signed_windows_packages_are_verified_and_refused_with_a_changed_byte(
    place: Place, signed: dict[str, Path]
) -> None:
    check = ("osslsigncode", "verify", "-CAfile", windows.signing_certificate(place)[0], "-in")
    for kind, file in signed.items():
        place.run(*check, file)
        data = file.read_bytes()
        # Inside the cabinet; in the middle of the setup's compressed files.
        flip(file, data.index(b"MSCF") + 200 if kind == "msi" else len(data) // 2)
        with pytest.raises(BuildError):
            place.run(*check, file)
