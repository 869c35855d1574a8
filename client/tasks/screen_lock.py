"""Whether the screen locks itself when nobody is there, where a desktop says so."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

_ASK_S = 5
_SCHEMAS = {
    "GNOME": ("org.gnome.desktop.screensaver", "org.gnome.desktop.session"),
    "Unity": ("org.gnome.desktop.screensaver", "org.gnome.desktop.session"),
    "X-Cinnamon": ("org.cinnamon.desktop.screensaver", "org.cinnamon.desktop.session"),
    "MATE": ("org.mate.screensaver", "org.mate.session"),
}
"""By the names of XDG_CURRENT_DESKTOP: where the lock is set, and where the time until the session counts as idle."""


def is_screen_locked_when_idle(environment: Mapping[str, str] = os.environ) -> bool | None:
    """Whether the lock is on, follows an idle session, and the session ever becomes idle.

    GNOME, Cinnamon and MATE tell through gsettings. None where nobody tells (KDE, Windows, macOS), and where no desktop
    session runs: gsettings would then answer with what a schema ships, which says nothing about this computer.
    """
    if platform.system() != "Linux" or shutil.which("gsettings") is None or not _has_session(environment):
        return None
    for name in environment.get("XDG_CURRENT_DESKTOP", "").split(":"):
        if name in _SCHEMAS:
            return _locks(*_SCHEMAS[name])
    return None


def _has_session(environment: Mapping[str, str]) -> bool:
    has_display = any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    runtime = environment.get("XDG_RUNTIME_DIR")
    has_bus = bool(environment.get("DBUS_SESSION_BUS_ADDRESS")) or (
        bool(runtime) and Path(str(runtime), "bus").exists()
    )
    return has_display and has_bus


def _locks(screensaver: str, session: str) -> bool | None:
    lock, idle = _setting(screensaver, "lock-enabled"), _setting(session, "idle-delay")
    # `uint32 300` in GNOME and Cinnamon, `5` in MATE; 0 is never. Only whether it is 0 counts here.
    delay = (idle or "").removeprefix("uint32 ")
    if lock not in ("true", "false") or not delay.isdigit():
        return None
    return lock == "true" and int(delay) > 0 and _setting(screensaver, "idle-activation-enabled") != "false"


def _setting(schema: str, key: str) -> str | None:
    try:
        asked = subprocess.run(
            ["gsettings", "get", schema, key], capture_output=True, text=True, timeout=_ASK_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return asked.stdout.strip() if asked.returncode == 0 else None
