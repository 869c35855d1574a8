"""Whether a window can appear here at all, found out before Qt starts: Qt itself would abort the process."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Mapping

from client.tasks.errors import DesktopMissingError, DisplayMissingError

NO_WINDOW_HERE = DesktopMissingError.exit_code
"""How `genoseal-desktop` ends where no window can appear."""
WORDLESS = "--wordless"
"""Makes `genoseal-desktop` leave the words to who started it."""
_CURSOR_LIBRARY = "libxcb-cursor.so.0"
"""What Qt's X11 plugin needs since Qt 6.5 and no wheel carries; without it Qt calls abort()."""


def require_display(
    environment: Mapping[str, str] = os.environ,
    system: str = sys.platform,
    load_library: Callable[[str], object] = ctypes.CDLL,
) -> None:
    """Raise DisplayMissingError on a Linux without display, DesktopMissingError without Qt's library for X11.

    QT_QPA_PLATFORM (such as `offscreen` or `vnc`) means that somebody has thought about it: nothing is checked.
    """
    if not system.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return
    if environment.get("WAYLAND_DISPLAY"):
        return
    if not environment.get("DISPLAY"):
        raise DisplayMissingError
    if getattr(sys, "frozen", False):
        return  # the frozen program brings the library along
    try:
        load_library(_CURSOR_LIBRARY)
    except OSError:
        raise DesktopMissingError from None
