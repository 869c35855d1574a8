"""Small files that only their owner can read, whole or not there."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from practice.errors import PracticeFolderError


def make_private_folder(path: Path) -> None:
    """Make `path` (0700) with its parents; an existing folder is made private. Raises PracticeFolderError."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.chmod(0o700)
    except OSError as error:
        raise PracticeFolderError from error


def write_private_file(path: Path, content: str | bytes) -> None:
    """Write `path` (0600) by rename: a reader sees all of it or none. Raises PracticeFolderError."""
    data = content.encode() if isinstance(content, str) else content
    part = path.with_name(f"{path.name}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink()
        raise PracticeFolderError from error


def read_text(path: Path) -> str:
    """Read a file of our own. Raises PracticeFolderError."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PracticeFolderError from error
