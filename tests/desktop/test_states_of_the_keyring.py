"""The four states of a real keyring, as the real window shows them: gnome-keyring on a D-Bus session of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from client.secrets.errors import NoSecretStoreError
from tests.conftest import REPOSITORY
from tests.desktop.conftest import OpenedWindow
from tests.support.desktop_core import FakeCore
from tests.support.secret_places import BARE_BUS
from ui.desktop.dialogs.profile import ProfileSheet
from ui.desktop.dialogs.sign_in import PassphraseSheet

needs_keyring = pytest.mark.skipif(
    shutil.which("gnome-keyring-daemon") is None or shutil.which("dbus-run-session") is None,
    reason="gnome-keyring and dbus-run-session are not installed",
)
UNTOUCHED = "Your files are untouched"


def play(folder: Path, state: str) -> dict[str, Any]:
    environment = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "VIRTUAL_ENV"}}
    for name in ("run", "config", "data", "cache", "user"):
        (folder / name).mkdir(mode=0o700)
    environment |= {
        "HOME": str(folder / "user"), "XDG_RUNTIME_DIR": str(folder / "run"), "PYTHONPATH": str(REPOSITORY),
        "XDG_CONFIG_HOME": str(folder / "config"), "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CACHE_HOME": str(folder / "cache"), "QT_QPA_PLATFORM": "offscreen",
    }  # fmt: skip
    bus = ["dbus-run-session"]
    if state == "no_service":
        (folder / "bus.conf").write_text(BARE_BUS)
        bus += ["--config-file", str(folder / "bus.conf")]
    done = subprocess.run(
        [*bus, "--", sys.executable, "-m", "tests.desktop.keyring_scene", state, str(folder)],
        env=environment, cwd=REPOSITORY, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    assert found["ended"] is True
    return found


@needs_keyring
@pytest.mark.keyring
@pytest.mark.parametrize(
    ("state", "words", "code"),
    [
        ("no_service", "This computer has no keyring that could keep your sign-in and keys.", "SECRETS-NONE"),
        ("never_created", "no keyring was made in it yet", "SECRETS-NONE"),
        ("locked", "The keyring of this computer is locked.", "SECRETS-LOCKED"),
    ],
)
def test_a_keyring_that_cannot_be_used_says_why_and_what_to_do(
    tmp_path: Path, state: str, words: str, code: str
) -> None:
    found = play(tmp_path, state)
    for page in ("store", "next_step"):
        assert words in found[page]
        assert UNTOUCHED in found[page]
        assert found[page].endswith(f"Code {code}")
    assert found["buttons"] == ["Use a passphrase…", "Check again", "Keep nothing"]
    assert found["next_button"] == "Open “Sign-in”"
    assert found["may_sign_in"] is False
    if state == "no_service":
        assert found["after_memory"]["kind"] == "memory"
        assert found["after_memory"]["may_sign_in"] is True
    if state == "locked":
        assert found["after_unlock"]["kind"] == "keyring", "one press of “Check again”"
        assert found["after_unlock"]["buttons"] == []


@needs_keyring
@pytest.mark.keyring
def test_an_unlocked_keyring_is_used_and_offers_nothing_else(tmp_path: Path) -> None:
    found = play(tmp_path, "unlocked")
    assert found["store"] == "Your sign-in and keys are kept in this computer's keyring."
    assert (found["kind"], found["buttons"], found["may_sign_in"]) == ("keyring", [], True)


def test_a_profile_can_be_opened_where_no_keyring_is(
    qtbot: QtBot, open_window: Callable[..., OpenedWindow], tmp_path: Path
) -> None:
    """The first thing of all to be remembered: without this button there was no way on."""
    core = FakeCore()
    core.raises["install_profile"] = NoSecretStoreError(keyring_state="no_service")
    opened = open_window(core)
    page = opened.window.settings_page
    sheet = ProfileSheet(page.theme, page, opened.bridge, core)
    qtbot.addWidget(sheet)
    sheet.set_file(tmp_path / "north.toml")
    sheet.fingerprint.setText("kq7m 2abd xw4t 6hjp")
    sheet.show()
    sheet.install_button.click()
    qtbot.waitUntil(lambda: "SECRETS-NONE" in sheet.banner.words)
    assert sheet.banner.way_out.text() == "Use a passphrase…"

    def answer() -> None:
        chosen = sheet.findChild(PassphraseSheet)
        if chosen is None or not chosen.isVisible():
            return
        core.raises.clear()
        chosen.first.setText("twelve characters")
        chosen.second.setText("twelve characters")
        chosen.next_button.click()

    timer = QTimer(sheet)
    timer.timeout.connect(answer)
    timer.start(20)
    with qtbot.waitSignal(sheet.accepted):
        sheet.banner.way_out.click()
    timer.stop()
