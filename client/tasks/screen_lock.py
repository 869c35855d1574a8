"""Whether the screen locks itself when nobody is there, where a desktop says so."""

from __future__ import annotations

import platform
import shutil
import subprocess

_ASK_S = 5
_SCHEMAS = ("org.gnome.desktop.screensaver", "org.cinnamon.desktop.screensaver", "org.mate.screensaver")


def is_screen_locked_when_idle() -> bool | None:
    """GNOME, Cinnamon and MATE tell through gsettings; None where nobody tells (KDE, Windows, macOS, no desktop)."""
    if platform.system() != "Linux" or shutil.which("gsettings") is None:
        return None
    for schema in _SCHEMAS:
        answer = _setting(schema, "lock-enabled")
        if answer in ("true", "false"):
            return answer == "true"
    return None


def _setting(schema: str, key: str) -> str | None:
    try:
        asked = subprocess.run(
            ["gsettings", "get", schema, key], capture_output=True, text=True, timeout=_ASK_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return asked.stdout.strip() if asked.returncode == 0 else None
