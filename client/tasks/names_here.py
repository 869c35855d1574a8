"""The names of this user and this computer, which nothing that leaves may hold."""

from __future__ import annotations

import getpass
import socket


def names_here() -> tuple[str, ...]:
    """Those of the two that the system knows."""
    return tuple(filter(None, (_user_name(), socket.gethostname())))


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
