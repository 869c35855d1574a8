"""The names of this user and this computer, which nothing that leaves may hold."""

from __future__ import annotations

import getpass
import socket


def names_here() -> tuple[str, ...]:
    """Those of the two that the system knows."""
    return tuple(filter(None, (user_name(), socket.gethostname())))


def user_name() -> str:
    """This user's name, empty where the system knows none, as in a container with a number for a user."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
