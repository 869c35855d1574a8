"""Short messages through the desktop's own notifications, where it has them. Generic words only."""

from __future__ import annotations

import shutil
import sys

from PySide6.QtCore import QProcess


def notify(words: str) -> bool:
    """Show a notification; False where there is no such program. Never holds a file, sample or user name."""
    program, *arguments = _command(words)
    return program is not None and bool(QProcess.startDetached(program, arguments)[0])


def _command(words: str) -> tuple[str | None, *tuple[str, ...]]:
    """The program that shows them here, and its arguments."""
    if sys.platform == "darwin":
        script = 'on run {w}\ndisplay notification w with title "Genoseal"\nend run'
        return "/usr/bin/osascript", "-e", script, words
    if sys.platform == "win32":
        return (None,)
    return shutil.which("notify-send"), "--app-name=Genoseal", "--", "Genoseal", words
