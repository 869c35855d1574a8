"""Changes while the window is open: language, the question before closing, a crash, a killed submission."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog
from pytestqt.qtbot import QtBot

from client.model.transfer import TransferState
from tests.support.desktop_core import FakeCore
from tests.support.desktop_facts import transfer
from ui.desktop.app import Genoseal
from ui.desktop.crash import CrashSheet, report_text
from ui.desktop.i18n import use_language
from ui.desktop.models.queue import QueueState
from ui.desktop.views import SendOrder


@pytest.fixture
def genoseal(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Genoseal]:
    """The whole application over a fake core."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    application = Genoseal(qapp, tmp_path / "home")
    application.set_language("en")
    application.window.show()
    core = FakeCore()
    application._core_made(core)
    qtbot.waitUntil(lambda: not application.bridge.is_busy)
    yield application
    core.hold.set()
    assert application.close()
    use_language("en")


def core_of(genoseal: Genoseal) -> FakeCore:
    core = genoseal.desk.core
    assert isinstance(core, FakeCore)
    return core


def send_one(qtbot: QtBot, genoseal: Genoseal, folder: Path) -> None:
    """A submission that stays under way until `hold` is set."""
    (folder / "a.vcf").write_bytes(b"")
    genoseal.window.add_files([folder / "a.vcf"])
    qtbot.waitUntil(lambda: bool(genoseal.desk.ready_keys))
    core_of(genoseal).hold.clear()
    genoseal.desk.send(genoseal.desk.ready_keys, SendOrder((folder / "a.vcf",), "2026-1", "H-1"))
    qtbot.waitUntil(lambda: genoseal.desk.now_sending is not None)


def answer_dialog(button: str) -> None:
    """Click the named button of the next modal dialog."""

    def click() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            QTimer.singleShot(20, click)
            return
        chosen = [one for one in dialog.findChildren(QAbstractButton) if one.objectName() == button]
        chosen[0].click()

    QTimer.singleShot(20, click)


def test_the_language_changes_at_once_and_the_queue_stays(qtbot: QtBot, genoseal: Genoseal, tmp_path: Path) -> None:
    (tmp_path / "a.vcf").write_bytes(b"")
    genoseal.window.add_files([tmp_path / "a.vcf"])
    qtbot.waitUntil(lambda: bool(genoseal.desk.ready_keys))
    genoseal.window.show_page("settings")
    genoseal.set_language("de")
    qtbot.waitUntil(lambda: not genoseal.bridge.is_busy)
    assert genoseal.window.current_page() == "settings"
    assert genoseal.window.settings_page.title.text() == "Einstellungen"
    assert genoseal.window.send_page.send_button.text() == "1 Datei senden"
    assert len(genoseal.desk.ready_keys) == 1


def test_closing_during_an_upload_asks_and_keep_sending_minimises(
    qtbot: QtBot, genoseal: Genoseal, tmp_path: Path
) -> None:
    send_one(qtbot, genoseal, tmp_path)
    answer_dialog("close")
    assert not genoseal.window.close()
    assert genoseal.window.isMinimized()
    assert genoseal.desk.is_sending
    answer_dialog("yes")
    assert genoseal.window.close()


def test_closing_with_nothing_under_way_asks_nothing(qtbot: QtBot, genoseal: Genoseal) -> None:
    assert genoseal.window.close()


def test_a_transfer_left_behind_by_a_killed_window_goes_on_by_itself(qtbot: QtBot, genoseal: Genoseal) -> None:
    core = core_of(genoseal)
    core.on_their_way = [transfer(TransferState.WAITING), transfer(TransferState.PAUSED, "b2", 1)]
    genoseal.desk.use_core(core)
    qtbot.waitUntil(lambda: core.calls("resume") == ["a1"])
    qtbot.waitUntil(lambda: not genoseal.bridge.is_busy)
    paused = genoseal.desk.queue.row("b2/0")
    assert paused is not None
    assert paused.state is QueueState.PAUSED, "what was paused stays paused"


def test_a_crash_shows_places_in_the_program_and_nothing_of_the_data(qtbot: QtBot, genoseal: Genoseal) -> None:
    try:
        raise ZeroDivisionError("/home/anna/patients.vcf ANNA-HOLM")
    except ZeroDivisionError as error:
        text = report_text(type(error), error.__traceback__)
        genoseal.crashes.report(error)
    assert "ANNA" not in text
    assert "ZeroDivisionError" in text
    sheets = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, CrashSheet)]
    assert len(sheets) == 1
    assert sheets[0].view.toPlainText() == text
    sheets[0].accept()


def test_an_idle_lock_drops_the_session_and_a_touch_holds_it_off(qtbot: QtBot, genoseal: Genoseal) -> None:
    core = core_of(genoseal)
    genoseal.idle_watch.touched.emit()
    assert core.calls("touch")
    genoseal.idle_watch.idle.emit()
    qtbot.waitUntil(lambda: genoseal.desk.account is not None and genoseal.desk.account.is_locked)
    assert not genoseal.window.send_page.send_button.isEnabled()
