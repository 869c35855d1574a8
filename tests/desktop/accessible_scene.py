"""Real windows on a real display, each walked over by a screen reader's eyes (AT-SPI) from another process.

    dbus-run-session -- xvfb-run -a python -m tests.desktop.accessible_scene SYSTEM_PYTHON FOLDER

One JSON object goes to stdout: for each scene what was found, and how the program ended.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

from tests.desktop.scenes import scenes, wait_until
from ui.desktop.theme import Scheme, Theme

WALKER = Path(__file__).resolve().parent.parent / "support" / "atspi_walk.py"
WANTED = {
    "send-sending", "send-trouble", "jobs-full", "sign-in-full", "activity-full", "settings-full",
    "dialog-review", "dialog-recovery-codes", "first-run-1", "factor-2", "factor-2-shown", "factor-4",
}  # fmt: skip


def walked(python: str) -> object:
    process = QProcess()
    process.start(python, [str(WALKER), str(os.getpid())])
    wait_until(lambda: process.state() == QProcess.ProcessState.NotRunning)
    if process.exitCode() != 0:
        raise SystemExit(bytes(process.readAllStandardError().data()).decode())
    return json.loads(bytes(process.readAllStandardOutput().data()))


def main() -> int:
    application = QApplication(["accessible-scene"])
    theme = Theme(application, Scheme.LIGHT)
    found = {
        scene.name: walked(sys.argv[1])
        for scene in scenes(theme, Path(sys.argv[2]))
        if scene.name in WANTED
    }  # fmt: skip
    # The registry, started on demand, writes to the same place.
    sys.stdout.write("\n" + json.dumps(found) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
