"""Fixtures of the window's tests: one application, one theme, a fake core, and no Qt warning goes by unseen."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.support.desktop_core import FakeCore
from ui.desktop.bridge import Bridge
from ui.desktop.desk import Desk
from ui.desktop.dialogs.review import ReviewSheet
from ui.desktop.i18n import use_language
from ui.desktop.theme import Scheme, Theme
from ui.desktop.views import SendOrder
from ui.desktop.window import MainWindow

HERE = Path(__file__).parent
OFFSCREEN_NOISE = "This plugin does not support propagateSizeHints"
"""A line of Qt's offscreen plugin about itself, printed for every window with a least size."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN_NOISE, extend=True))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """Windows of a test are collected right behind it: what Qt does not survive shows there, not in some later test."""
    thresholds = gc.get_threshold()
    gc.set_threshold(0)
    try:
        return (yield)
    finally:
        gc.collect(1)  # what is older has outlived tests before
        gc.set_threshold(*thresholds)


@pytest.fixture(scope="session")
def session_theme(qapp: QApplication) -> Theme:
    return Theme(qapp, Scheme.LIGHT)


@pytest.fixture
def theme(session_theme: Theme) -> Iterator[Theme]:
    """The theme, light and at 100 %, whatever the test before left."""
    use_language("en")
    if session_theme.scheme is not Scheme.LIGHT:
        session_theme.set_scheme(Scheme.LIGHT)
    if session_theme.text_scale != 1.0:
        session_theme.set_text_scale(1.0)
    yield session_theme
    use_language("en")


@dataclass
class OpenedWindow:
    """A window with everything behind it."""

    window: MainWindow
    desk: Desk
    bridge: Bridge
    core: FakeCore
    qtbot: QtBot

    def wait_idle(self) -> None:
        """Until all that was asked of the core is answered and shown."""
        self.qtbot.waitUntil(lambda: not self.bridge.is_busy)

    def stage(self, folder: Path, *names: str) -> list[Path]:
        """Empty files of these names, put on the list and looked into."""
        files = [folder / name for name in names]
        for file in files:
            file.write_bytes(b"")
        self.window.add_files(files)
        self.wait_idle()
        return files

    def send(self, *files: Path) -> None:
        """Send what is ready on the list, these files, as a filled-in review asks for it."""
        self.desk.send(self.desk.ready_keys, SendOrder(files, "2026-1", "H-1"))

    def send_and_hold(self, *files: Path) -> None:
        """The same, until it is on its way; it ends when `core.hold` is set."""
        self.core.hold.clear()
        self.send(*files)
        self.qtbot.waitUntil(lambda: self.desk.now_sending is not None)

    def review(self, answer: Callable[[ReviewSheet], object]) -> list[str]:
        """Press Send and do in the review that opens what a person does; answers what it said once that was done."""
        said: list[str] = []

        def act() -> None:
            sheet = QApplication.activeModalWidget()
            assert isinstance(sheet, ReviewSheet)
            try:
                answer(sheet)
            finally:
                said.extend(label.accessibleName() or label.text() for label in sheet.findChildren(QLabel))
                if sheet.isVisible():
                    sheet.reject()

        QTimer.singleShot(0, act)
        self.window.send_page.send_button.click()
        assert said, "no review was opened"
        return said


def confirm(sheet: ReviewSheet) -> None:
    """Tick the consent and give the reference, as the review asks before Send can be pressed."""
    assert sheet.consent is not None
    sheet.consent.click()
    sheet.reference.setText("H-21012345")


def confirm_and_send(sheet: ReviewSheet) -> None:
    confirm(sheet)
    sheet.send_button.click()


OpenWindow = Callable[..., OpenedWindow]


@pytest.fixture
def open_window(qtbot: QtBot, theme: Theme) -> Iterator[OpenWindow]:
    """Opens windows over fake cores; their threads have ended when the test has."""
    opened: list[OpenedWindow] = []

    def make(core: FakeCore | None = None) -> OpenedWindow:
        bridge = Bridge()
        desk = Desk(bridge)
        used = core or FakeCore()
        window = MainWindow(theme, desk)
        qtbot.addWidget(window)
        desk.use_core(used)
        window.show()
        opened.append(OpenedWindow(window, desk, bridge, used, qtbot))
        opened[-1].wait_idle()
        return opened[-1]

    yield make
    for one in opened:
        one.core.hold.set()
        assert one.bridge.close(), "work was left running"
