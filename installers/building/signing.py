"""The manifest of a payload (SHA-256 of every file) and signatures in minisign's format.

The real key is named by GENOSEAL_SIGNING_KEY (a minisign secret key file without passphrase, on the signer's own
medium). Without it a test key is made under .tools/signing, once; what it signs says so in its trusted comment.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from installers.building.place import INSTALLERS, BuildError, Place

MANIFEST = "MANIFEST.sha256"
_TEST_COMMENT = "genoseal TEST KEY"
_COMMENT = "genoseal"


def manifest_text(folder: Path) -> str:
    """`sha256sum`'s format, sorted by path; symbolic links are listed by what they point to, after `link`."""
    lines = []
    for path in sorted(folder.rglob("*"), key=lambda item: item.relative_to(folder).as_posix()):
        name = path.relative_to(folder).as_posix()
        if name.startswith(MANIFEST):
            continue
        if "\n" in name or "\\" in name:
            raise BuildError("a file name in the payload holds a line break or a backslash")
        if path.is_symlink():
            lines.append(f"# link {name} -> {path.readlink()}\n")
        elif path.is_file():
            lines.append(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}\n")
    return "".join(lines)


def write_manifest(place: Place, python: Path, folder: Path) -> Path:
    """Write the folder's manifest and its signature into it."""
    manifest = folder / MANIFEST
    manifest.write_text(manifest_text(folder), encoding="utf-8")
    sign_files(place, python, [manifest])
    return manifest


def sign_files(place: Place, python: Path, files: list[Path]) -> None:
    """Sign each file into `<file>.minisig`."""
    secret, is_test = signing_key(place, python)
    comment = f"{_TEST_COMMENT if is_test else _COMMENT} version:{place.version}"
    place.run(python, INSTALLERS / "pyinstaller" / "sign_file.py", "sign", secret, comment, *files)


def signing_key(place: Place, python: Path) -> tuple[Path, bool]:
    """The secret key file, and whether it is the test key."""
    named = os.environ.get("GENOSEAL_SIGNING_KEY")
    if named:
        if not Path(named).is_file():
            raise BuildError("GENOSEAL_SIGNING_KEY names no file")
        return Path(named).resolve(), False
    folder = place.tools / "signing"
    secret = folder / "test.key"
    if not secret.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        place.run(python, INSTALLERS / "pyinstaller" / "sign_file.py", "new", secret, folder / "test.pub")
    return secret, True
