"""Without a mouse: Tab goes through what was built last too, keys scroll, and nothing takes the focus away."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QTextEdit, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from client.model.service import Application, ApplicationParameter
from tests.desktop.conftest import OpenedWindow, OpenWindow
from tests.support.desktop_core import FakeCore
from tests.support.desktop_facts import inspected_file, job, profile_view, transfer
from ui.desktop.dialogs.review import ReviewSheet
from ui.desktop.dialogs.sheet import Sheet
from ui.desktop.models.queue_rows import transfer_rows
from ui.desktop.theme import Theme
from ui.desktop.widgets.file_dialog import choose_files
from ui.desktop.widgets.text import Label


def tabbed_from(start: QWidget, presses: int) -> list[QWidget]:
    """What has the focus after each Tab, as far as it is new."""
    start.setFocus()
    reached = [start]
    for _press in range(presses):
        QTest.keyClick(reached[-1], Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is None or focused in reached:
            break
        reached.append(focused)
    return reached


def review_of(qtbot: QtBot, opened: OpenedWindow) -> ReviewSheet:
    page = opened.window.send_page
    files = [(Path(f"/x/{name}"), inspected_file(name)) for name in ("one.vcf.gz", "two.vcf.gz")]
    sheet = ReviewSheet(page.theme, page, profile_view(), files)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is sheet)
    return sheet


def test_tab_goes_through_the_review_from_top_to_bottom_whichever_file_is_shown(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    sheet = review_of(qtbot, open_window())
    assert sheet.consent is not None
    assert QApplication.focusWidget() is sheet.choice
    sheet.show_offer((Application("impute", "Imputation", (ApplicationParameter("panel", ("hrc", "topmed")),)),))
    sheet.choice.setCurrentIndex(1)
    sheet.reference.setText("H-21012345")
    sheet.consent.click()
    texts = [edit for edit in sheet.findChildren(QTextEdit) if edit.isVisible()]
    close = sheet.findChild(QWidget, "close")
    panel = sheet.choices.findChild(QWidget, "parameter-panel")
    expected = [
        sheet.choice, *texts, panel, sheet.consent, sheet.reference, sheet.name, close, sheet.send_button,
    ]  # fmt: skip
    assert tabbed_from(sheet.choice, 12) == expected


def test_what_no_tab_stop_is_in_can_be_read_by_page_down(qtbot: QtBot, open_window: OpenWindow) -> None:
    opened = open_window()
    sheet = review_of(qtbot, opened)
    assert sheet.consent is not None
    bar = sheet._area.verticalScrollBar()  # type: ignore[union-attr]
    assert bar.maximum() > 0
    sheet.consent.setFocus()
    while bar.value() < bar.maximum():
        before = bar.value()
        QTest.keyClick(sheet.consent, Qt.Key.Key_PageDown)
        assert bar.value() > before
    QTest.keyClick(sheet.consent, Qt.Key.Key_PageUp)
    assert bar.value() < bar.maximum()
    sheet.close()
    opened.window.resize(opened.window.minimumSize())
    opened.window.show_page("settings")
    opened.wait_idle()
    page = opened.window.settings_page
    page.language.setFocus()
    page_bar = page.scroll_area.verticalScrollBar()
    page_bar.setValue(0)
    QTest.keyClick(page.check_button, Qt.Key.Key_PageDown)
    assert page_bar.value() > 0


def test_tab_into_what_is_scrolled_away_shows_where_it_went(qtbot: QtBot, open_window: OpenWindow) -> None:
    opened = open_window()
    sheet = review_of(qtbot, opened)
    assert sheet._area is not None
    bar = sheet._area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert sheet.choice.visibleRegion().isEmpty()
    close = sheet.findChild(QWidget, "close")
    assert close is not None
    close.setFocus()
    sheet.focusNextPrevChild(True)
    assert QApplication.focusWidget() is sheet.choice
    assert sheet.choice.visibleRegion().boundingRect().height() == sheet.choice.height()
    sheet.close()
    window = opened.window
    window.resize(window.minimumSize())
    window.show_page("settings")
    opened.wait_idle()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.sidebar.pages.setFocus()
    window.focusNextPrevChild(False)
    last = QApplication.focusWidget()
    assert last is window.settings_page.check_button
    assert not last.visibleRegion().isEmpty()


def test_jobs_that_are_listed_anew_keep_their_place_in_the_order_and_leave_the_focus_where_it_is(
    open_window: OpenWindow,
) -> None:
    core = FakeCore()
    core.job_list = [job(), job("running", "job-2")]
    opened = open_window(core)
    for name in ("jobs", "results"):
        opened.window.show_page(name)
        opened.wait_idle()
    page = opened.window.results_page
    fetch = page.findChild(QWidget, "fetch-job-20261121-1")
    assert fetch is not None
    assert tabbed_from(fetch, 1)[1] is page.keep_pseudonyms
    opened.window.show_page("jobs")
    opened.wait_idle()
    jobs = opened.window.jobs_page
    button = jobs.findChild(QWidget, "receipt-job-2")
    assert button is not None
    button.setFocus()
    opened.window.sidebar.pages.setFocus()
    core.job_list = [replace(one, name="renamed") for one in core.job_list]
    jobs.shown()
    opened.wait_idle()
    QTest.qWait(20)
    assert QApplication.focusWidget() is opened.window.sidebar.pages


def test_the_focus_of_a_button_that_was_used_stays_at_its_job(open_window: OpenWindow) -> None:
    core = FakeCore()
    core.job_list = [job()]
    opened = open_window(core)
    opened.window.show_page("jobs")
    opened.wait_idle()
    page = opened.window.jobs_page
    page._cards["job-20261121-1"].delete_button.setFocus()
    page._say_asked("job-20261121-1", "Deletion asked")
    core.job_list = [job("deleted")]
    page.shown()
    opened.wait_idle()
    QTest.qWait(20)
    assert opened.window.focusWidget() is page._cards["job-20261121-1"].receipt_button


def test_the_focus_in_the_list_is_seen_when_files_on_their_way_take_the_place_of_staged_ones(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    opened = open_window()
    opened.window.activateWindow()
    view = opened.window.send_page.view
    opened.stage(tmp_path, "a.vcf", "b.vcf")
    view.setFocus()
    assert view.hasFocus()
    opened.desk.queue.remove([row.key for row in opened.desk.queue.rows])
    assert not view.currentIndex().isValid()
    opened.desk.queue.put(transfer_rows(transfer()))
    assert view.currentIndex().row() == 0
    assert not view.selectedIndexes(), "where the focus is, and nothing chosen"


def test_a_sheet_without_anything_that_scrolls_leaves_page_down_alone(qtbot: QtBot, theme: Theme) -> None:
    sheet = Sheet(theme, None)
    qtbot.addWidget(sheet)
    sheet.body.addWidget(Label("words"))
    button = sheet.add_close_button("Close")
    sheet.show()
    QTest.keyClick(button, Qt.Key.Key_PageDown)
    assert sheet.isVisible()


def test_the_file_dialog_shows_long_names_whole(
    qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "UW-GAC__analysis_pipeline__1KG_phase3_subset_chr13.vcf.gz"
    monkeypatch.setattr("ui.desktop.widgets.file_dialog._last_folder", tmp_path)
    widths: list[int] = []
    parent = QWidget()
    qtbot.addWidget(parent)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        tree = dialog.findChild(QTreeView, "treeView")
        assert tree is not None
        widths.extend((tree.columnWidth(0), tree.fontMetrics().horizontalAdvance(name) + tree.iconSize().width()))
        dialog.reject()

    QTimer.singleShot(50, look)
    assert choose_files(parent, "Choose", "VCF files (*.vcf.gz)") == []
    assert widths[0] > widths[1]
