"""`kill -9` of the window in the middle of a submission, start again: the queue is there and goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import REPOSITORY
from tests.desktop.real_window import enrol
from tests.support.small_vcf import cohort
from ui.desktop.app import Genoseal
from ui.desktop.models.queue import QueueState
from ui.desktop.practice_host import PracticeHost

WINDOW = """
import sys
from pathlib import Path
import ui.desktop.launch
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.desktop.app import Genoseal
from ui.desktop.views import SendOrder

class Driver:
    def __init__(self, genoseal, file):
        self.genoseal, self.file, self.state = genoseal, file, "wait"
        self.timer = QTimer()
        self.timer.timeout.connect(self.look)
        self.timer.start(50)
    def look(self):
        desk = self.genoseal.desk
        if self.state == "wait" and desk.account is not None and desk.account.is_signed_in:
            self.genoseal.window.add_files([self.file])
            self.state = "staged"
        elif self.state == "staged" and desk.ready_keys:
            version = desk.profile.profile.consent[0].version
            desk.send(desk.ready_keys, SendOrder((self.file,), version, "PRACTICE-1"))
            self.state = "sending"
        elif self.state == "sending" and desk.now_sending is not None:
            print(desk.now_sending.state, flush=True)
            self.state = "said"

if __name__ == "__main__":
    application = QApplication([])
    genoseal = Genoseal(application, Path(sys.argv[1]))
    genoseal.show([])
    driver = Driver(genoseal, Path(sys.argv[2]))
    application.exec()
"""


STOPPED = """
import os, signal, sys, types
from ui.desktop.launch import main

def run(arguments):
    try:
        os.kill(os.getpid(), signal.SIGINT)
        signal.pause()
    except KeyboardInterrupt:
        return 0  # as Qt's loop does

sys.modules["ui.desktop.app"] = types.SimpleNamespace(run=run)
sys.exit(main())
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows ends a program by another call")
def test_ctrl_c_at_the_terminal_ends_the_window_without_a_word() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [sys.executable, "-c", STOPPED], cwd=REPOSITORY, env=environment, capture_output=True, timeout=60, check=False
    )
    assert (ended.returncode, ended.stderr) == (-signal.SIGINT, b"")


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX")
def test_a_killed_window_goes_on_where_it_stopped(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, password_file = tmp_path / "home", tmp_path / "passphrase"
    password_file.write_text("a passphrase of the test")
    password_file.chmod(0o600)
    monkeypatch.setenv("GENOSEAL_VAULT_PASSWORD_FILE", str(password_file))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    host = PracticeHost(tmp_path / "practice")
    try:
        enrol(home, host.start(), password_file)
        script = tmp_path / "window.py"
        script.write_text(WINDOW)
        environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "QT_QPA_PLATFORM": "offscreen"}
        window = subprocess.Popen(
            [sys.executable, str(script), str(home), str(cohort(tmp_path / "data", samples=60, sites=4000))],
            stdout=subprocess.PIPE, text=True, env=environment,
        )  # fmt: skip
        assert window.stdout is not None
        state = window.stdout.readline().strip()
        window.send_signal(signal.SIGKILL)
        window.wait()
        window.stdout.close()
        assert state, "the window was sending when it was killed"
        time.sleep(1.2)  # its worker sees the parent's end within a second
        genoseal = Genoseal(qapp, home)
        genoseal.show([])
        try:
            qtbot.waitUntil(
                lambda: [row.state for row in genoseal.desk.queue.rows] == [QueueState.SENT], timeout=90_000
            )
            qtbot.waitUntil(lambda: not genoseal.bridge.is_busy, timeout=30_000)
        finally:
            genoseal.close()
    finally:
        host.stop()
