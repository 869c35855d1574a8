"""The Settings page: the proxy with its sign-in, quiet hours, and what the institution has set."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from client.network.errors import ProxySettingError
from tests.desktop.conftest import OpenedWindow, OpenWindow
from tests.support.desktop_core import FakeCore
from ui.desktop.dialogs.profile import ProfileSheet, plain_fingerprint
from ui.desktop.dialogs.proxy import ProxySheet
from ui.desktop.pages.settings import SettingsPage
from ui.desktop.views import SettingView


def open_settings(open_window: OpenWindow, core: FakeCore) -> tuple[OpenedWindow, SettingsPage]:
    opened = open_window(core)
    opened.window.show_page("settings")
    opened.wait_idle()
    return opened, opened.window.settings_page


def test_another_proxy_is_set_through_the_task_that_forgets_the_old_sign_in(open_window: OpenWindow) -> None:
    core = FakeCore()
    opened, page = open_settings(open_window, core)
    assert not page.proxy_button.isEnabled(), "without a proxy there is nothing to sign in to"
    QTest.keyClicks(page.proxy, "http://proxy.north.example:3128")
    QTest.keyClick(page.proxy, Qt.Key.Key_Return)
    opened.wait_idle()
    assert core.calls("set_proxy") == [("http://proxy.north.example:3128", None)]
    assert core.calls("change_setting") == []
    assert page.proxy_button.isEnabled()
    page.proxy.editingFinished.emit()
    opened.wait_idle()
    assert len(core.calls("set_proxy")) == 1, "what did not change is not set again"


def test_the_proxys_sign_in_is_asked_kept_and_forgotten(qtbot: QtBot, open_window: OpenWindow) -> None:
    core = FakeCore()
    url = "http://proxy.north.example:3128"
    opened, page = open_settings(open_window, core)
    sheet = ProxySheet(page.theme, page, opened.bridge, core, url, "")
    qtbot.addWidget(sheet)
    assert not sheet.save_button.isEnabled()
    assert sheet.forget_button.isHidden()
    QTest.keyClicks(sheet.user, "anna")
    QTest.keyClicks(sheet.password, "opensesame")
    assert sheet.password.displayText() != "opensesame"
    core.raises["set_proxy"] = ProxySettingError()
    sheet.save_button.click()
    opened.wait_idle()
    assert "NET-PROXY-SETTING" in sheet.banner.words
    assert sheet.values is None
    core.raises.clear()
    with qtbot.waitSignal(sheet.accepted):
        sheet.save_button.click()
    assert core.calls("set_proxy")[-1] == (url, ("anna", b"opensesame"))
    assert sheet.password.text() == "", "the dialog keeps no password"
    page._changed(sheet.values or {})
    assert page.proxy_user.text() == "anna"
    again = ProxySheet(page.theme, page, opened.bridge, core, url, "anna")
    qtbot.addWidget(again)
    with qtbot.waitSignal(again.accepted):
        again.forget_button.click()
    assert core.calls("set_proxy")[-1] == (url, None)


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [("22:00", "06:00", "22:00-06:00"), ("22:00", "22:00", "22:00-06:00"), ("06:00", "06:00", "06:00-18:00")],
)
def test_quiet_hours_are_chosen_by_the_hour(open_window: OpenWindow, start: str, end: str, written: str) -> None:
    core = FakeCore()
    opened, page = open_settings(open_window, core)
    assert page.quiet_to.isHidden(), "never is never until anything"
    page.quiet_from.set_value(start)
    page.quiet_to.set_value(end)
    page.quiet_from.activated.emit(1)
    opened.wait_idle()
    assert core.calls("change_setting") == [("quiet_hours", written)]
    assert page.quiet_to.isVisibleTo(page)
    page.quiet_from.set_value("")
    page.quiet_from.setCurrentIndex(0)
    page.quiet_from.activated.emit(0)
    opened.wait_idle()
    assert core.calls("change_setting")[-1] == ("quiet_hours", "")
    assert page.quiet_to.isHidden()


def test_the_folder_of_results_can_be_asked_for_again(qtbot: QtBot, open_window: OpenWindow) -> None:
    core = FakeCore()
    opened, page = open_settings(open_window, core)
    assert page.ask_button.isHidden()
    core.values["results_folder"] = SettingView("/data/results", "settings")
    page.shown()
    qtbot.waitUntil(lambda: page.folder.text() == "/data/results")
    page.ask_button.click()
    opened.wait_idle()
    assert core.calls("change_setting") == [("results_folder", "")]
    assert page.ask_button.isHidden()


def test_a_span_that_somebody_wrote_by_hand_is_shown_as_it_is(open_window: OpenWindow) -> None:
    core = FakeCore()
    core.values["quiet_hours"] = SettingView("07:30-18:15", "settings")
    _opened, page = open_settings(open_window, core)
    assert (page.quiet_from.value(), page.quiet_to.value()) == ("07:30", "18:15")


def test_settings_are_written_when_changed_and_locks_hold(qtbot: QtBot, open_window: OpenWindow) -> None:
    core = FakeCore()
    core.values["proxy"] = SettingView("http://proxy:3128", "profile")
    opened = open_window(core)
    opened.window.show_page("settings")
    opened.wait_idle()
    page = opened.window.settings_page
    assert not page.proxy.isEnabled()
    assert page._locks["proxy"].isVisibleTo(page)
    page.scheme.set_value("dark")
    with qtbot.waitSignal(page.scheme_wanted) as wanted:
        page.scheme.activated.emit(2)
    assert wanted.args == ["dark"]
    assert core.calls("change_setting") == [("theme", "dark")]


def test_a_profile_is_installed_only_with_a_typed_fingerprint_and_shows_nothing_before(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    core = FakeCore()
    opened = open_window(core)
    page = opened.window.settings_page
    sheet = ProfileSheet(page.theme, page, opened.bridge, core)
    qtbot.addWidget(sheet)
    assert not sheet.install_button.isEnabled()
    sheet.set_file(tmp_path / "north.toml")
    sheet.fingerprint.setText("kq7m 2abd xw4t 6hjp")
    assert plain_fingerprint(sheet.fingerprint.text()) == "KQ7M2ABDXW4T6HJP"
    with qtbot.waitSignal(sheet.accepted):
        sheet.install_button.click()
    assert core.calls("install_profile") == ["KQ7M-2ABD-XW4T-6HJP"]
