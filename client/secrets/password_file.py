"""The file that holds a vault's passphrase, for machines where nobody types one."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

from client.secrets.errors import PasswordFileError

VAULT_PASSWORD_FILE_VARIABLE = "GENOSEAL_VAULT_PASSWORD_FILE"  # noqa: S105 - the variable's name
_MAX_BYTES = 4096


def read_vault_password_file(path: Path) -> bytes:
    """The passphrase; one trailing newline is not part of it.

    The file must be ours and closed to everybody else (0600 or stricter). Raises PasswordFileError.
    """
    # O_NONBLOCK: a pipe under this name must not hang us before we see that it is none of our files.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        descriptor = os.open(path, flags)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise PasswordFileError(reason="missing") from None
    except OSError:
        reason = "not-a-file" if os.path.isdir(path) else "unreadable"  # noqa: PTH112 - no name too long may raise
        raise PasswordFileError(reason=reason) from None
    try:
        # On the open file, not on its name: the name could point elsewhere a moment later.
        _require_private(os.fstat(descriptor))
        content = os.read(descriptor, _MAX_BYTES + 1)
    except OSError:
        raise PasswordFileError(reason="unreadable") from None
    finally:
        os.close(descriptor)
    if len(content) > _MAX_BYTES:
        raise PasswordFileError(reason="too-long")
    passphrase = content.removesuffix(b"\n").removesuffix(b"\r")
    if not passphrase:
        raise PasswordFileError(reason="empty")
    return passphrase


def _require_private(facts: os.stat_result) -> None:
    if not stat.S_ISREG(facts.st_mode):
        raise PasswordFileError(reason="not-a-file")
    if sys.platform == "win32":
        # Windows has no such bits; the private folder's own access list is what protects the file there.
        return
    if facts.st_uid != os.geteuid():
        raise PasswordFileError(reason="not-ours")
    if facts.st_mode & 0o077:
        raise PasswordFileError(reason="readable-by-others")
