"""Short messages through the desktop's own notifications, where it has them. Generic words only."""

from __future__ import annotations

import shutil
import sys

from PySide6.QtCore import QProcess


def notify(words: str) -> bool:
    """Show a notification; False where there is no such program. Never holds a file, sample or user name."""
    if sys.platform.startswith("linux"):
        program = shutil.which("notify-send")
        arguments = ["--app-name=Genoseal", "--", "Genoseal", words]
    elif sys.platform == "darwin":
        program = "/usr/bin/osascript"
        arguments = ["-e", 'on run {w}\ndisplay notification w with title "Genoseal"\nend run', words]
    else:
        return False
    return program is not None and bool(QProcess.startDetached(program, arguments)[0])
