"""The window around its pages, and the Activity and Help pages."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.desktop.conftest import OpenWindow
from tests.desktop.shown import everything_said
from tests.support.desktop_core import FakeCore
from tests.support.desktop_facts import profile_view
from ui.desktop.views import AccountView, ActivityJudgement


def test_alt_and_a_digit_go_to_each_page(open_window: OpenWindow) -> None:
    opened = open_window()
    names = []
    for digit in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6, Qt.Key.Key_7):
        QTest.keyClick(opened.window, digit, Qt.KeyboardModifier.AltModifier)
        names.append(opened.window.current_page())
    opened.wait_idle()
    assert names == ["send", "jobs", "results", "sign-in", "activity", "settings", "help"]


def test_the_sidebar_shrinks_to_icons_and_keeps_its_names_for_screen_readers(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    opened = open_window()
    opened.window.resize(1300, 800)
    qtbot.waitUntil(lambda: not opened.window.sidebar.is_collapsed)
    opened.window.resize(760, 700)
    qtbot.waitUntil(lambda: opened.window.sidebar.is_collapsed)
    item = opened.window.sidebar.pages.item(1)
    assert item.text() == ""
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Jobs"
    assert "Jobs" in item.toolTip()


def test_the_activity_log_is_searched_and_verified(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.window.show_page("activity")
    opened.wait_idle()
    page = opened.window.activity_page
    assert page.table.model().rowCount() == 3
    page.search.setText("SIGNED IN")
    assert page.table.model().rowCount() == 1
    page.verify_button.click()
    opened.wait_idle()
    assert "log is whole" in page.banner.words


def test_what_verifying_found_is_two_sentences_with_numbers_in_the_languages_own_way(open_window: OpenWindow) -> None:
    opened = open_window()
    page = opened.window.activity_page
    page._verified(ActivityJudgement(12_345, 12_340, "job-1", "2026-11-21T10:00:00Z", None))
    assert "12,345 lines, none changed, removed or put in another order. Proven complete" in page.banner.words
    assert "up to line 12,340 by" in page.banner.words


def test_the_practice_banner_and_edge_cannot_be_missed_and_production_has_none(open_window: OpenWindow) -> None:
    core = FakeCore()
    core.installed = profile_view("practice")
    opened = open_window(core)
    assert opened.window.practice_strip.isVisibleTo(opened.window)
    core.installed = profile_view()
    opened.desk.refresh()
    opened.wait_idle()
    assert not opened.window.practice_strip.isVisibleTo(opened.window)


def test_the_support_code_names_nobody(open_window: OpenWindow) -> None:
    code = open_window().window.help_page.support_code()
    assert code.startswith("GS ")
    assert "anna" not in code
    assert "north" not in code.lower()


def test_without_a_profile_no_profile_is_blamed_for_naming_no_helpdesk(open_window: OpenWindow) -> None:
    core = FakeCore()
    core.installed, core.state = None, AccountView(None, "")
    opened = open_window(core)
    said = everything_said(opened.window.help_page.helpdesk)
    assert "No profile is installed" in said
    assert "institution's profile" not in said
    core.installed = profile_view()
    opened.desk.refresh()
    opened.wait_idle()
    assert "+45 70 12 34 56" in everything_said(opened.window.help_page.helpdesk)
