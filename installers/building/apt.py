"""A signed apt repository: the update channel for Debian and Ubuntu.

A folder to put behind any web server. apt refuses it when a byte of InRelease, of an index or of a package was changed,
and after `Valid-Until` when an old state is played back. The real key is named by GENOSEAL_APT_KEY (fingerprint, in the
signer's own GNUPGHOME); without it a test key is made under .tools/signing/gnupg, once.
"""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

from installers.building.place import BuildError, Place, remake

VALID_DAYS = 90
_TEST_USER = "Genoseal TEST repository key"
_SOURCES = """# /etc/apt/sources.list.d/genoseal.sources: replace the address by your institution's own copy.
Types: deb
URIs: https://packages.example.org/genoseal
Suites: stable
Components: main
Architectures: amd64
Signed-By: /usr/share/keyrings/genoseal-archive-keyring.gpg
"""


def build_apt(place: Place) -> Path:
    """Write the repository with every package of `place.out` and return its folder."""
    packages = sorted(place.out.glob("*.deb"))
    if not packages:
        raise BuildError("there is no package in the output folder: build deb first")
    repository = remake(place.out / "apt")
    pool = repository / "pool" / "main"
    pool.mkdir(parents=True)
    for package in packages:
        shutil.copyfile(package, pool / package.name)
    binary = repository / "dists" / "stable" / "main" / "binary-amd64"
    binary.mkdir(parents=True)
    index = place.run("apt-ftparchive", "--arch", "amd64", "packages", "pool", cwd=repository)
    (binary / "Packages").write_text(index, encoding="utf-8")
    place.run("xz", "--keep", "--force", "--check=crc32", binary / "Packages")
    _sign_release(place, repository / "dists" / "stable")
    (repository / "genoseal.sources").write_text(_SOURCES, encoding="utf-8")
    return repository


def _sign_release(place: Place, suite: Path) -> None:
    # The day of publishing, not of the commit: apt compares Valid-Until with today. The only bytes that differ
    # between two builds.
    now = datetime.now(UTC).replace(microsecond=0)
    fields = {
        "Origin": "Genoseal",
        "Label": "Genoseal",
        "Suite": "stable",
        "Codename": "stable",
        "Architectures": "amd64",
        "Components": "main",
        "Date": format_datetime(now, usegmt=True),
        "Valid-Until": format_datetime(now + timedelta(days=VALID_DAYS), usegmt=True),
    }
    # apt-ftparchive knows no Valid-Until and writes a Date of its own, so only its sums are taken.
    sums = place.run("apt-ftparchive", "-o", "APT::FTPArchive::SHA1=false", "release", ".", cwd=suite)
    sums = sums[sums.index("SHA256:") :]
    head = "".join(f"{name}: {value}\n" for name, value in fields.items())
    (suite / "Release").write_text(head + sums, encoding="utf-8")
    home, key = _key(place)
    gpg = ("gpg", "--homedir", home, "--batch", "--yes", "--local-user", key)
    place.run(*gpg, "--clearsign", "--output", suite / "InRelease", suite / "Release")
    place.run(*gpg, "--armor", "--detach-sign", "--output", suite / "Release.gpg", suite / "Release")
    keyring = suite.parent.parent / "genoseal-archive-keyring.gpg"
    place.run("gpg", "--homedir", home, "--batch", "--yes", "--output", keyring, "--export", key)


def _key(place: Place) -> tuple[Path, str]:
    named = os.environ.get("GENOSEAL_APT_KEY")
    if named:
        return Path(os.environ.get("GNUPGHOME", Path.home() / ".gnupg")), named
    home = place.tools / "signing" / "gnupg"
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    if _TEST_USER not in place.run("gpg", "--homedir", home, "--batch", "--list-secret-keys"):
        make = ("--passphrase", "", "--quick-generate-key", _TEST_USER, "ed25519", "sign", "2y")
        place.run("gpg", "--homedir", home, "--batch", *make)
    return home, _TEST_USER
