"""Short messages through the desktop's own notifications, where it has them. Generic words only."""

from __future__ import annotations

import shutil
import sys

from PySide6.QtCore import QProcess


def notify(title: str, words: str) -> bool:
    """Show a notification; False where there is no such program. Never holds a file, sample or user name."""
    if sys.platform.startswith("linux"):
        program = shutil.which("notify-send")
        arguments = ["--app-name=Genoseal", "--", title, words]
    elif sys.platform == "darwin":
        program = "/usr/bin/osascript"
        arguments = ["-e", "on run {t, w}\ndisplay notification w with title t\nend run", title, words]
    else:
        return False
    return program is not None and bool(QProcess.startDetached(program, arguments)[0])
