"""Runs inside a D-Bus session of its own: the real window over a real Secret Service in one state.

    python -m tests.desktop.keyring_scene STATE PROFILE_FOLDER

STATE is no_service, never_created, locked or unlocked; one JSON object about what the pages show goes to stdout.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

import ui.desktop.launch  # noqa: F401  (narrows OpenSSL before anything else)
from client.model.errors import SignInError
from practice.server import PracticeService
from tests.support.practice_client import cheap_settings
from tests.support.secret_service_scene import lock, start_daemon
from ui.desktop.app import Genoseal
from ui.desktop.workbench import Workbench


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        if time.monotonic() > deadline:
            raise SystemExit("waited in vain")
        loop = QEventLoop()
        QTimer.singleShot(20, loop.quit)
        loop.exec()


def shown(genoseal: Genoseal) -> dict[str, object]:
    send, security = genoseal.window.send_page, genoseal.window.security_page
    buttons = (security.passphrase_button, security.store_button, security.memory_button)
    return {
        "store": security.store.words,
        "buttons": [button.text() for button in buttons if button.isVisible()],
        "may_sign_in": security.sign_in_button.isEnabled(),
        "next_step": send.next_step.words,
        "next_button": send.next_button.text(),
        "kind": "" if genoseal.desk.account is None else genoseal.desk.account.store,
    }


def play(state: str, folder: Path) -> dict[str, object]:
    home = folder / "home"
    with PracticeService(folder / "service", settings=cheap_settings()) as service:
        daemon = None if state == "no_service" else start_daemon(unlock=state != "never_created")
        try:
            if state == "locked":
                lock()
            profile = (service.profile_path, service.key_fingerprint)
            with suppress(SignInError):  # it is installed; only the activity log could not be opened
                Workbench(home).install_profile(*profile)
            application = QApplication(["keyring-scene"])
            genoseal = Genoseal(application, home)
            genoseal.show([])
            wait_until(lambda: genoseal.desk.account is not None and not genoseal.bridge.is_busy)
            genoseal.window.show_page("sign-in")
            wait_until(lambda: not genoseal.bridge.is_busy)
            found = shown(genoseal)
            if state == "no_service":
                # One press: nothing is kept, and signing in is possible.
                genoseal.bridge.run(lambda report, stop: genoseal.desk.need().use_memory(),
                                    done=genoseal.desk.account_is)  # fmt: skip
                wait_until(lambda: not genoseal.bridge.is_busy)
                found["after_memory"] = shown(genoseal)
            if state == "locked":
                genoseal.desk.need().close()
                security = genoseal.window.security_page
                daemon.terminate()  # type: ignore[union-attr]
                daemon.wait(10)  # type: ignore[union-attr]
                daemon = start_daemon(unlock=True)
                security.store_button.click()
                wait_until(lambda: not genoseal.bridge.is_busy)
                found["after_unlock"] = shown(genoseal)
            found["ended"] = genoseal.close()
            return found
        finally:
            if daemon is not None:
                daemon.terminate()
                daemon.wait(10)


if __name__ == "__main__":
    answer = play(sys.argv[1], Path(sys.argv[2]))
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()
    os._exit(0)
