"""The Jobs page: cancel, delete, receipt, certificate, and what the service wants to say; with real dialogs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from client.model.service import JobMessage, JobStep, Notice
from client.network.errors import UnreachableError
from tests.desktop.conftest import OpenedWindow, OpenWindow
from tests.desktop.shown import everything_said
from tests.support.desktop_core import FakeCore
from tests.support.desktop_facts import NOW, job
from ui.desktop.dialogs.sheet import Sheet
from ui.desktop.dialogs.statements import CertificateSheet, ReceiptSheet
from ui.desktop.pages import jobs as jobs_page
from ui.desktop.widgets.job_card import JobCard

JOB = "job-20261121-1"


@pytest.fixture
def answer_sheets() -> Callable[[str], list[Sheet]]:
    """Presses the named button of whatever dialog opens next; gives back the dialogs it saw, for their words."""

    def make(button: str) -> list[Sheet]:
        seen: list[Sheet] = []

        def press() -> None:
            sheet = QApplication.activeModalWidget()
            if not isinstance(sheet, Sheet):
                QTimer.singleShot(20, press)
                return
            seen.append(sheet)
            found = sheet.findChild(QPushButton, button)
            QTest.mouseClick(found, Qt.MouseButton.LeftButton)
            if sheet.isVisible():
                sheet.reject()

        QTimer.singleShot(20, press)
        return seen

    return make


def open_jobs(open_window: OpenWindow, core: FakeCore) -> OpenedWindow:
    opened = open_window(core)
    opened.window.show_page("jobs")
    opened.wait_idle()
    return opened


def test_two_jobs_of_one_day_are_told_apart_and_a_long_id_is_visibly_cut(open_window: OpenWindow) -> None:
    core = FakeCore()
    core.job_list = [job(name=JOB), job(name="0a1b2c3d4e5f60718293a4b5c6d7e8f9")]
    page = open_jobs(open_window, core).window.jobs_page
    said = [label.text() for label in page.findChildren(QLabel)]
    assert any(words.endswith(f"Job {JOB}") for words in said)
    assert any(words.endswith("Job 0a1b2c3d4e5f…") for words in said)


def card(opened: OpenedWindow, name: str = JOB) -> JobCard:
    return opened.window.jobs_page._cards[name]


def test_a_running_job_is_cancelled_after_a_question(
    qtbot: QtBot, open_window: OpenWindow, answer_sheets: Callable[[str], list[Sheet]]
) -> None:
    core = FakeCore()
    core.job_list = [job("running"), job("succeeded", "job-2")]
    opened = open_jobs(open_window, core)
    qtbot.waitUntil(lambda: card(opened).cancel_button.isVisible() and card(opened).receipt_button.isVisible())
    assert not card(opened, "job-2").cancel_button.isVisibleTo(opened.window), "what has ended cannot be cancelled"
    answer_sheets("close")
    card(opened).cancel_button.click()
    assert core.calls("cancel_job") == [], "the harmless answer cancels nothing"
    answer_sheets("yes")
    card(opened).cancel_button.click()
    assert card(opened).pill.accessibleName() == "Cancelling"
    assert not card(opened).cancel_button.isEnabled(), "nothing is asked twice"
    opened.wait_idle()
    assert core.calls("cancel_job") == [JOB]
    assert card(opened).pill.accessibleName() == "Cancelled"
    assert "stays there, sealed" in opened.window.jobs_page.banner.words, "inputs are not deleted by cancelling"


def test_a_deletion_is_asked_for_then_certified_and_its_words_stay(
    open_window: OpenWindow, answer_sheets: Callable[[str], list[Sheet]]
) -> None:
    core = FakeCore()
    core.job_list = [job()]
    opened = open_jobs(open_window, core)
    answer_sheets("yes")
    card(opened).delete_button.click()
    assert card(opened).pill.accessibleName() == "Deletion asked"
    core.job_list = [replace(job("deleted"), standing="certified")]
    opened.wait_idle()
    assert core.calls("delete_job") == [JOB]
    assert card(opened).pill.accessibleName() == "Certificate verified"
    assert "verified and kept" in card(opened).countdown.text()
    assert "states, signed" in opened.window.jobs_page.banner.words, "the list that follows does not wipe it away"


def test_a_deletion_that_fails_says_so_and_can_be_asked_again(
    open_window: OpenWindow, answer_sheets: Callable[[str], list[Sheet]]
) -> None:
    core = FakeCore()
    core.job_list = [job()]
    core.raises["delete_job"] = UnreachableError(reason="refused")
    opened = open_jobs(open_window, core)
    answer_sheets("yes")
    card(opened).delete_button.click()
    opened.wait_idle()
    assert "NET-UNREACHABLE" in opened.window.jobs_page.banner.words
    assert card(opened).pill.accessibleName() == "Results ready"
    assert card(opened).delete_button.isEnabled()


@pytest.mark.parametrize(("what", "call"), [("delete", "delete_job"), ("cancel", "cancel_job")])
def test_a_job_that_leaves_the_list_under_the_question_is_still_asked_about(
    qtbot: QtBot, open_window: OpenWindow, what: str, call: str
) -> None:
    core = FakeCore()
    core.job_list = [job("running")]
    opened = open_jobs(open_window, core)
    page = opened.window.jobs_page

    def answer_once_it_is_gone() -> None:
        if page._cards:
            QTimer.singleShot(20, answer_once_it_is_gone)
            return
        sheet = QApplication.activeModalWidget()
        assert isinstance(sheet, Sheet)
        sheet.accept()

    core.job_list = []
    QTimer.singleShot(0, page.shown)
    QTimer.singleShot(20, answer_once_it_is_gone)
    page._job_asked(JOB, what)
    opened.wait_idle()
    assert core.calls(call) == [JOB], "the service says what became of it"


@pytest.mark.parametrize(
    ("state", "standing", "words"),
    [
        ("waiting", "", "Waiting"),
        ("running", "", "Running"),
        ("succeeded", "", "Results ready"),
        ("succeeded", "opened", "Opened here"),
        ("succeeded", "restored", "Names restored"),
        ("failed", "opened", "Failed"),
        ("deleted", "restored", "Deleted"),
        ("deleted", "certified", "Certificate verified"),
    ],
)
def test_the_pill_says_what_is_known_and_no_more(
    open_window: OpenWindow, state: str, standing: str, words: str
) -> None:
    core = FakeCore()
    core.job_list = [replace(job(state), standing=standing)]
    opened = open_jobs(open_window, core)
    assert card(opened).pill.accessibleName() == words


def test_the_receipt_is_shown_as_what_the_service_states_and_a_copy_is_saved(
    qtbot: QtBot,
    open_window: OpenWindow,
    answer_sheets: Callable[[str], list[Sheet]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    core = FakeCore()
    core.job_list = [job()]
    opened = open_jobs(open_window, core)
    monkeypatch.setattr(jobs_page, "choose_new_file", lambda *_asked: tmp_path / "receipt.json")
    seen = answer_sheets("save-copy")
    shown: list[str] = []
    monkeypatch.setattr(ReceiptSheet, "exec", _noting(ReceiptSheet.exec, shown))
    card(opened).receipt_button.click()
    qtbot.waitUntil(lambda: bool(seen))
    opened.wait_idle()
    words = "\n".join(shown)
    assert "The service states, signed" in words
    assert "imputation.north.example" in words
    assert "3 files" in words
    assert "line 41" in words
    assert f"{1:064x}"[:32] in words
    assert core.calls("save_receipt") == [(JOB, tmp_path / "receipt.json")]
    assert "copy is saved" in opened.window.jobs_page.banner.words


def test_the_certificate_of_what_the_service_deleted_by_itself_is_fetched_and_shown(
    qtbot: QtBot, open_window: OpenWindow, answer_sheets: Callable[[str], list[Sheet]], monkeypatch: pytest.MonkeyPatch
) -> None:
    core = FakeCore()
    core.job_list = [job("deleted"), replace(job("deleted", "job-2"), is_of_this_computer=False)]
    opened = open_jobs(open_window, core)
    assert not card(opened, "job-2").certificate_button.isVisibleTo(opened.window), "nothing here to compare it with"
    seen, shown = answer_sheets("close"), list[str]()
    monkeypatch.setattr(CertificateSheet, "exec", _noting(CertificateSheet.exec, shown))
    card(opened).certificate_button.click()
    qtbot.waitUntil(lambda: bool(seen))
    opened.wait_idle()
    words = "\n".join(shown)
    assert core.calls("certificate") == [JOB]
    for expected in ("its time was over", "Working copies", "7", "may last until 21 Dec 2026", "deletion-1"):
        assert expected in words


def test_a_list_that_changes_keeps_the_focus_on_the_same_button(qtbot: QtBot, open_window: OpenWindow) -> None:
    core = FakeCore()
    core.job_list = [job("running")]
    opened = open_jobs(open_window, core)
    opened.window.activateWindow()
    qtbot.waitUntil(lambda: card(opened).receipt_button.isVisible())
    card(opened).receipt_button.setFocus()
    core.job_list = [job(), job("waiting", "job-2")]
    opened.window.jobs_page.shown()
    opened.wait_idle()
    qtbot.waitUntil(lambda: card(opened).receipt_button.hasFocus() or _focused(opened) == f"receipt-{JOB}")


def test_a_job_that_ends_is_told_once_also_while_another_page_is_shown(open_window: OpenWindow) -> None:
    core = FakeCore()
    core.job_list = [job("running"), job("succeeded", "job-2")]
    opened = open_jobs(open_window, core)
    page, told = opened.window.jobs_page, list[str]()
    page.finished.connect(told.append)
    opened.window.show_page("help")
    core.job_list = [job(), job("succeeded", "job-2")]
    for _look in range(jobs_page.UNSEEN_LOOKS):
        page._look_again()
    opened.wait_idle()
    assert told == ["succeeded"], "the one that was under way, and only that"
    asked = len(core.calls("jobs"))
    page.shown()
    opened.wait_idle()
    assert told == ["succeeded"]
    for _look in range(2 * jobs_page.UNSEEN_LOOKS):
        page._look_again()
    assert len(core.calls("jobs")) == asked + 1, "nothing is under way: the service is left alone"


def test_what_the_service_wants_to_say_is_above_every_page_as_plain_text(open_window: OpenWindow) -> None:
    core = FakeCore()
    core.service_notices = (
        Notice("warn", "Maintenance on Sunday <b>morning</b>\u202e", NOW.replace(year=2126)),
        Notice("info", "A new panel is there.", None),
    )
    opened = open_window(core)
    strip = opened.window.notices
    for name in ("send", "jobs", "help"):
        opened.window.show_page(name)
        assert strip.isVisibleTo(opened.window)
    assert "Maintenance on Sunday <b>morning</b>" in strip.banner.words
    assert "\u202e" not in strip.banner.words
    assert "until 21 Nov 2126" in strip.banner.words
    assert "A new panel is there." in strip.banner.words
    core.service_notices = ()
    strip.look()
    opened.wait_idle()
    assert not strip.isVisibleTo(opened.window)
    core.raises["notices"] = UnreachableError(reason="refused")
    strip.look()
    opened.wait_idle()
    assert not strip.isVisibleTo(opened.window)


def _focused(opened: OpenedWindow) -> str:
    widget = opened.window.jobs_page.focusWidget()
    return "" if widget is None else widget.objectName()


def _noting(run: Callable[[Sheet], int], shown: list[str]) -> Callable[[Sheet], int]:
    """Runs the dialog and notes all that it says."""

    def noted(sheet: Sheet) -> int:
        shown.append(everything_said(sheet))
        return run(sheet)

    return noted


def test_jobs_count_down_and_never_overstate(open_window: OpenWindow) -> None:
    core = FakeCore()
    core.job_list = [job(), job("running", "job-2"), job("deleted", "job-3")]
    opened = open_window(core)
    opened.window.show_page("jobs")
    opened.wait_idle()
    page = opened.window.jobs_page
    ready, running, deleted = page.findChildren(JobCard)
    ready.show_countdown(NOW)
    assert ready.countdown.text() == "Deleted at the service in 5 days 3 h."
    assert not running.results_button.isVisibleTo(page)
    assert not deleted.delete_button.isVisibleTo(page)


def test_deleting_a_job_ends_with_a_verified_certificate(open_window: OpenWindow) -> None:
    core = FakeCore()
    core.job_list = [job()]
    opened = open_window(core)
    opened.window.show_page("jobs")
    opened.wait_idle()
    opened.window.jobs_page._deleted(core.delete_job("job-20261121-1"))
    words = opened.window.jobs_page.banner.words
    assert "states, signed" in words
    assert "5 things" in words


def test_of_many_jobs_the_newest_are_shown_at_once_and_none_that_still_runs_is_hidden(open_window: OpenWindow) -> None:
    core = FakeCore()
    core.job_list = [job("running" if number == 40 else "deleted", f"job-{number}") for number in range(50)]
    opened = open_jobs(open_window, core)
    page = opened.window.jobs_page

    def shown() -> list[str]:
        return list(page._cards)

    assert shown() == [f"job-{number}" for number in (*range(20), 40)]
    assert page.older_button.text() == "Show older jobs (29)"
    page.older_button.click()
    assert len(shown()) == 41
    page.older_button.click()
    assert len(shown()) == 50
    assert not page.older_button.isVisibleTo(page)


def test_a_long_name_without_gaps_pushes_no_button_out_of_a_narrow_window(open_window: OpenWindow) -> None:
    core = FakeCore()
    core.job_list = [replace(job(), name="psychiatry_2026_second_delivery_" + "x" * 28)]
    opened = open_jobs(open_window, core)
    opened.window.resize(opened.window.minimumSize())
    page = opened.window.jobs_page
    for button in (page.refresh_button, card(opened).results_button):
        opened.qtbot.waitUntil(lambda shown=button: shown.mapTo(page, shown.rect().topRight()).x() < page.width())  # type: ignore[misc]


def test_hundreds_of_jobs_that_all_run_and_thousands_of_steps_do_not_hold_the_window_up(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs_page, "MOST_AT_ONCE", 4)
    done, failed = JobStep("done", "succeeded", ()), JobStep("broken", "failed", (JobMessage("error", "no room"),))
    core = FakeCore()
    core.job_list = [job("running", f"job-{number}") for number in range(300)]
    core.job_list[0] = replace(
        core.job_list[0], status=core.job_list[0].status._replace(steps=(*[done] * 20_000, failed))
    )
    opened = open_jobs(open_window, core)
    page = opened.window.jobs_page
    assert len(page._cards) == 8
    assert page.older_button.text() == "Show older jobs (292)"
    shown = [label.text() for label in page._cards["job-0"].findChildren(QLabel)]
    assert shown.count("done") == 29
    assert {"broken", "no room", "… and 19,971 more"} <= set(shown), "what failed is not among those left out"
