"""Are the installed files the ones that were built? For frozen programs, whose folder carries a signed manifest.

This notices damage and careless changes. Whoever can change the program can also change this check, so an
administrator who suspects somebody uses `minisign` and `sha256sum` from outside; docs/IT.md has the two lines.
"""

from __future__ import annotations

import hashlib
import sys
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from client.seal.errors import MinisignError
from client.seal.minisign import parse_minisign_public_key, require_minisign
from client.tasks.errors import FileUnreadableError, about
from client.tasks.places import require_file

MANIFEST = "MANIFEST.sha256"
_MAX_MANIFEST_BYTES = 4_000_000
_MAX_KEY_BYTES = 4_000


class ManifestState(Enum):
    """What is known about the manifest itself."""

    MISSING = "missing"
    """This is no installed build, or its manifest was removed."""
    NOT_CHECKED = "not checked"
    """No public key was given."""
    REFUSED = "refused"
    """Its signature is not one of the given key over these bytes."""
    SIGNED = "signed"


class InstallCheck(NamedTuple):
    """What was found. Paths are the program's own, below its folder, and say nothing about a user."""

    manifest: ManifestState
    files: int = 0
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether every file is there and as built, no file was added, and no signature was refused."""
        known = self.manifest in (ManifestState.NOT_CHECKED, ManifestState.SIGNED)
        return known and self.files > 0 and not (self.changed or self.missing or self.added)


def program_folder() -> Path | None:
    """The folder of the frozen program; None when Python runs from an environment."""
    return Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else None


def check_installation(folder: Path | None, public_key_file: Path | None = None) -> InstallCheck:
    """Compare the files below `folder` with its manifest, whose signature is verified when a public key is given.

    Raises FileMissingError, FileIsFolderError and FileUnreadableError for the key's file, and MinisignFormError.
    """
    key = None
    if public_key_file is not None:
        require_file(public_key_file)
        key = parse_minisign_public_key(_read(public_key_file, _MAX_KEY_BYTES).decode("utf-8", "replace"))
    if folder is None or not (folder / MANIFEST).is_file():
        return InstallCheck(ManifestState.MISSING)
    data = _read(folder / MANIFEST, _MAX_MANIFEST_BYTES)
    state = ManifestState.NOT_CHECKED
    if key is not None:
        try:
            signature = _read(folder / f"{MANIFEST}.minisig", _MAX_KEY_BYTES).decode("utf-8", "replace")
            require_minisign(data, signature, key)
            state = ManifestState.SIGNED
        except (MinisignError, FileUnreadableError):
            return InstallCheck(ManifestState.REFUSED)
    expected, links = _parse(data.decode("utf-8", "replace"))
    entries = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    found = {path.relative_to(folder).as_posix(): path for path in entries}
    for own in (MANIFEST, f"{MANIFEST}.minisig"):
        found.pop(own, None)
    named = expected.keys() | links.keys()
    changed = [name for name, digest in expected.items() if name in found and _digest(found[name]) != digest]
    changed += [name for name, goal in links.items() if name in found and _goal(found[name]) != goal]
    return InstallCheck(
        state,
        files=len(named),
        changed=tuple(sorted(changed)),
        missing=tuple(sorted(named - found.keys())),
        added=tuple(sorted(found.keys() - named)),
    )


def _parse(text: str) -> tuple[dict[str, str], dict[str, str]]:
    """`<sha256>  <path>` lines, and `# link <path> -> <goal>` lines; anything else is no file and so goes missing."""
    files, links = {}, {}
    for line in text.splitlines():
        if line.startswith("# link ") and " -> " in line:
            name, goal = line[7:].split(" -> ", 1)
            links[name] = goal
        elif "  " in line:
            digest, name = line.split("  ", 1)
            files[name] = digest
    return files, links


def _digest(path: Path) -> str | None:
    if path.is_symlink():
        return None
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _goal(path: Path) -> str | None:
    return path.readlink().as_posix() if path.is_symlink() else None


def _read(path: Path, max_bytes: int) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise about(FileUnreadableError(), path) from error
    if len(data) > max_bytes:
        raise about(FileUnreadableError(), path)
    return data
