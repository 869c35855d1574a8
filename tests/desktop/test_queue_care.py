"""Care of queue and computer: what goes first, what has ended, what lies here too long, what Crypt4GH is."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from client.model.transfer import TransferState
from tests.desktop.conftest import OpenWindow
from tests.support.desktop_core import FakeCore
from tests.support.desktop_facts import NOW, inspected_file, profile_view, transfer
from ui.desktop.dialogs.review import ReviewSheet, crypt4gh_words
from ui.desktop.pages import send as send_page
from ui.desktop.views import LocalCopyView
from ui.desktop.widgets import local_copies
from ui.desktop.widgets.frames import Banner


def test_what_is_sent_first_stands_first(open_window: OpenWindow) -> None:
    core = FakeCore()
    core.on_their_way = [transfer(TransferState.WAITING, name, files=1) for name in ("a1", "a2", "a3")]
    opened = open_window(core)
    rows = opened.desk.queue.rows
    assert ["first" in row.actions for row in rows] == [False, True, True], "the first one is first already"
    opened.window.send_page.view.asked.emit("a3/0", "first")
    opened.wait_idle()
    assert core.calls("send_first") == ["a3"]
    assert [row.submission_id for row in opened.desk.queue.rows] == ["a3", "a1", "a2"]
    assert ["first" in row.actions for row in opened.desk.queue.rows] == [False, True, True]


def test_finished_submissions_are_cleared_after_a_question(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    core = FakeCore()
    core.on_their_way = [transfer(TransferState.DONE, "a1", files=1), transfer(TransferState.PAUSED, "a2", files=1)]
    opened = open_window(core)
    page = opened.window.send_page
    assert page.clear_button.isVisible()
    monkeypatch.setattr(send_page, "ask", lambda *_, **__: False)
    page.clear_button.click()
    opened.wait_idle()
    assert core.calls("clear_finished") == [], "the harmless answer forgets nothing"
    monkeypatch.setattr(send_page, "ask", lambda *_, **__: True)
    page.clear_button.click()
    opened.wait_idle()
    assert [row.submission_id for row in opened.desk.queue.rows] == ["a2"]
    assert not page.clear_button.isVisible()


def test_a_finished_row_that_was_taken_off_does_not_come_back_with_the_next_look(open_window: OpenWindow) -> None:
    core = FakeCore()
    core.on_their_way = [transfer(TransferState.DONE, "a1", files=2)]
    opened = open_window(core)
    opened.desk.remove("a1/0")
    opened.desk.refresh()
    opened.wait_idle()
    assert [row.key for row in opened.desk.queue.rows] == ["a1/1"]


def test_prepared_files_that_are_due_are_shown_and_removed_after_a_question(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    core = FakeCore()
    core.copies = (LocalCopyView("n1", Path("/data/<b>for</b> birk"), 24, NOW - timedelta(days=3)),)
    opened = open_window(core)
    opened.window.show_page("settings")
    opened.wait_idle()
    card = opened.window.settings_page.copies
    assert card.remove_button.isVisibleTo(opened.window)
    asked: list[str] = []

    def answer(_theme: object, _parent: object, title: str, *_: str, **named: object) -> bool:
        asked.append(title)
        assert named["is_dangerous"]
        return len(asked) > 1

    monkeypatch.setattr(local_copies, "ask", answer)
    card.remove_button.click()
    opened.wait_idle()
    assert core.calls("remove_copies") == [], "nothing goes without a yes"
    assert "24 prepared files" in asked[0]
    card.remove_button.click()
    opened.wait_idle()
    assert core.calls("remove_copies") == [("n1",)]
    assert "24 files removed" in card.words.text()
    assert not card.remove_button.isVisibleTo(opened.window)


@pytest.mark.parametrize("container", ["gseal", "crypt4gh"])
def test_the_review_says_when_the_service_takes_crypt4gh(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, container: str
) -> None:
    page = open_window().window.send_page
    sheet = ReviewSheet(page.theme, page, profile_view(container=container), [(tmp_path / "a.vcf", inspected_file())])
    qtbot.addWidget(sheet)
    sheet.show()
    said = [banner.words for banner in sheet.findChildren(Banner) if banner.isVisible()]
    assert (crypt4gh_words() in said) == (container == "crypt4gh")
