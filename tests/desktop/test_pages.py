"""The seven pages over a core that answers at once: what they show, what they ask, what they say when it goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from client.account.errors import CodeRejectedError
from client.jobs.errors import ResultStoppedError
from client.model.errors import ClientError
from client.model.site_numbers import SiteNumbers
from client.model.transfer import TransferState
from client.network.errors import CaptivePortalError, PinMismatchError
from client.secrets.errors import KeyringLockedError, KeyringRefusedError, NoSecretStoreError
from client.tasks.errors import DiskFullError
from tests.desktop.conftest import OpenedWindow
from tests.support.desktop_core import FakeCore, inspected_file, job, profile_view, signed_in, transfer
from ui.desktop.dialogs.profile import ProfileSheet, plain_fingerprint
from ui.desktop.dialogs.review import ReviewSheet
from ui.desktop.dialogs.sign_in import PassphraseSheet, PasswordSheet, SignInSheet, UnlockSheet
from ui.desktop.models.queue import QueueState
from ui.desktop.views import AccountView, SendOrder

OpenWindow = Callable[..., OpenedWindow]


def wait_idle(qtbot: QtBot, opened: OpenedWindow) -> None:
    qtbot.waitUntil(lambda: not opened.bridge.is_busy)


def test_alt_and_a_digit_go_to_each_page(qtbot: QtBot, open_window: OpenWindow) -> None:
    opened = open_window()
    names = []
    for digit in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6, Qt.Key.Key_7):
        QTest.keyClick(opened.window, digit, Qt.KeyboardModifier.AltModifier)
        names.append(opened.window.current_page())
    wait_idle(qtbot, opened)
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


def test_files_are_inspected_reviewed_and_sent(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    for name in ("a.vcf.gz", "b.vcf"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "notes.txt").write_bytes(b"")
    opened.window.add_files([tmp_path])
    wait_idle(qtbot, opened)
    page = opened.window.send_page
    assert [row.state for row in opened.desk.queue.rows] == [QueueState.READY, QueueState.READY]
    assert page.send_button.isEnabled()
    files = [(opened.desk.staged[key], opened.desk.inspected[key]) for key in opened.desk.ready_keys]
    sheet = ReviewSheet(page.theme, page, profile_view(), files)
    qtbot.addWidget(sheet)
    assert not sheet.send_button.isEnabled()
    assert sheet.consent is not None
    sheet.consent.click()
    sheet.reference.setText("Anna Holm")
    assert not sheet.send_button.isEnabled(), "a name is no consent reference"
    sheet.reference.setText("H-21012345")
    assert sheet.send_button.isEnabled()
    with qtbot.waitSignal(opened.desk.sent):
        opened.desk.send(opened.desk.ready_keys, sheet.order())
    wait_idle(qtbot, opened)
    assert [row.state for row in opened.desk.queue.rows] == [QueueState.SENT, QueueState.SENT]
    assert opened.desk.staged == {}
    assert "signed receipt" in page.banner.words


def test_a_file_given_twice_is_staged_once(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    file = tmp_path / "a.vcf"
    file.write_bytes(b"")
    opened.window.add_files([file])
    opened.window.add_files([file, tmp_path])
    wait_idle(qtbot, opened)
    assert opened.desk.queue.rowCount() == 1


def test_a_blocked_file_is_explained_and_keeps_the_others_sendable(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    core = FakeCore()
    core.blocked_names = {"bad.vcf"}
    opened = open_window(core)
    for name in ("bad.vcf", "good.vcf"):
        (tmp_path / name).write_bytes(b"")
    opened.window.add_files([tmp_path])
    wait_idle(qtbot, opened)
    assert [row.state for row in opened.desk.queue.rows] == [QueueState.NEEDS_YOU, QueueState.READY]
    assert opened.window.send_page.send_button.text() == "Send 1 file"


def test_pausing_asks_the_core_and_closing_is_asked_about_once(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    core = FakeCore()
    opened = open_window(core)
    (tmp_path / "a.vcf").write_bytes(b"")
    opened.window.add_files([tmp_path])
    wait_idle(qtbot, opened)
    core.hold.clear()
    from ui.desktop.views import SendOrder

    opened.desk.send(opened.desk.ready_keys, SendOrder((tmp_path / "a.vcf",), "2026-1", "H-1"))
    qtbot.waitUntil(lambda: opened.desk.now_sending is not None)
    assert opened.desk.is_sending
    opened.window.send_page.pause_button.click()
    qtbot.waitUntil(lambda: bool(core.calls("pause")))
    core.hold.set()
    wait_idle(qtbot, opened)


def test_more_is_queued_while_something_is_sent_and_shown_as_one_way(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    core = FakeCore()
    opened = open_window(core)
    desk, page = opened.desk, opened.window.send_page
    (tmp_path / "a.vcf").write_bytes(b"")
    opened.window.add_files([tmp_path])
    wait_idle(qtbot, opened)
    core.hold.clear()
    desk.send(desk.ready_keys, SendOrder((tmp_path / "a.vcf",), "2026-1", "H-1"))
    qtbot.waitUntil(lambda: desk.now_sending is not None)
    core.inspect = lambda file: inspected_file(file.name)  # type: ignore[method-assign]
    (tmp_path / "b.vcf").write_bytes(b"")
    opened.window.add_files([tmp_path / "b.vcf"])
    qtbot.waitUntil(lambda: bool(desk.ready_keys))
    assert page.send_button.isEnabled(), "a second cohort need not wait for the first"
    core.raises["queue"] = DiskFullError()
    keys = desk.ready_keys
    desk.send(keys, SendOrder((tmp_path / "b.vcf",), "2026-1", "H-2"))
    qtbot.waitUntil(lambda: "DISK-FULL" in page.banner.words)
    assert desk.ready_keys == keys, "what could not be queued is there to be sent again"
    core.raises.clear()
    desk.send(keys, SendOrder((tmp_path / "b.vcf",), "2026-1", "H-2"))
    qtbot.waitUntil(lambda: not desk.staged)
    assert [order.consent_reference for order in core.calls("queue")] == ["H-2", "H-2"]  # type: ignore[attr-defined]
    assert len(core.calls("send")) == 1
    first = desk.now_sending
    assert first is not None
    second = replace(transfer(TransferState.UPLOADING, "queued-1", files=2))
    desk._send_progress(second)
    assert desk.now_sending is not None
    assert desk.now_sending.sealed_bytes == first.sealed_bytes + second.sealed_bytes
    page.pause_button.click()
    qtbot.waitUntil(lambda: sorted(map(str, core.calls("pause"))) == ["a1", "queued-1"])
    core.hold.set()
    wait_idle(qtbot, opened)


def test_what_an_earlier_window_left_behind_is_in_the_queue(qtbot: QtBot, open_window: OpenWindow) -> None:
    core = FakeCore()
    core.on_their_way = [transfer(TransferState.WAITING)]
    opened = open_window(core)
    assert [row.state for row in opened.desk.queue.rows] == [QueueState.WAITING] * 3
    opened.desk.resume_waiting()
    wait_idle(qtbot, opened)
    assert core.calls("resume") == ["a1"]


STATES = [
    ("no profile", None, AccountView(None, ""), "practice mode"),
    ("expired profile", profile_view(is_expired=True), signed_in(), "expired"),
    ("signed out", profile_view(), AccountView(None, "keyring"), "Sign in to send"),
    ("ready", profile_view(), signed_in(), ""),
]


@pytest.mark.parametrize(("name", "installed", "account", "words"), STATES, ids=[state[0] for state in STATES])
def test_the_send_page_says_what_is_missing(
    qtbot: QtBot, open_window: OpenWindow, name: str, installed: object, account: AccountView, words: str
) -> None:
    core = FakeCore()
    core.installed, core.state = installed, account  # type: ignore[assignment]
    opened = open_window(core)
    shown = opened.window.send_page.next_step
    assert shown.isVisibleTo(opened.window) == bool(words)
    assert words in shown.words


ERRORS: list[tuple[ClientError, str]] = [
    (PinMismatchError(presented_pin="AAAA"), "NET-PIN"),
    (CaptivePortalError(status=200), "NET-PORTAL"),
    (DiskFullError(), "DISK-FULL"),
]


@pytest.mark.parametrize("error", [error for error, _code in ERRORS], ids=lambda error: error.code)
def test_an_error_while_sending_is_three_sentences_and_a_code(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, error: ClientError
) -> None:
    core = FakeCore()
    core.raises["send"] = error
    opened = open_window(core)
    (tmp_path / "a.vcf").write_bytes(b"")
    opened.window.add_files([tmp_path])
    wait_idle(qtbot, opened)
    from ui.desktop.views import SendOrder

    opened.desk.send(opened.desk.ready_keys, SendOrder((tmp_path / "a.vcf",), "2026-1", "H-1"))
    wait_idle(qtbot, opened)
    words = opened.window.send_page.banner.words
    assert error.code in words
    assert "genoseal " not in words, "the window names no command"
    assert opened.desk.queue.rows[0].state is QueueState.READY, "the file is still there to be sent"


KEYRING_STATES = [
    NoSecretStoreError(keyring_state="no_service"),
    NoSecretStoreError(keyring_state="never_created"),
    KeyringLockedError(),
    KeyringRefusedError(),
]


@pytest.mark.parametrize("problem", KEYRING_STATES, ids=["no service", "never created", "locked", "refused"])
def test_each_keyring_state_has_its_own_words_and_a_way_out(
    qtbot: QtBot, open_window: OpenWindow, problem: Exception
) -> None:
    core = FakeCore()
    core.state = AccountView(None, "", problem=problem)
    opened = open_window(core)
    opened.window.show_page("sign-in")
    wait_idle(qtbot, opened)
    page = opened.window.security_page
    assert page.passphrase_button.isVisibleTo(opened.window)
    assert not page.sign_in_button.isEnabled()
    sheet = PassphraseSheet(page.theme, page, opened.bridge, core, is_new=True)
    qtbot.addWidget(sheet)
    sheet.first.setText("twelve characters")
    assert not sheet.next_button.isEnabled(), "typed twice"
    sheet.second.setText("twelve characters")
    with qtbot.waitSignal(sheet.accepted):
        sheet.next_button.click()
    assert sheet.account is not None
    assert sheet.account.store == "vault"


def test_the_four_keyring_states_read_differently(qtbot: QtBot, open_window: OpenWindow) -> None:
    from ui.desktop.error_words import explain_here

    assert len({explain_here(problem).what for problem in KEYRING_STATES}) == 4


def test_signing_in_takes_password_then_code_and_a_wrong_code_stays(qtbot: QtBot, open_window: OpenWindow) -> None:
    core = FakeCore()
    opened = open_window(core)
    page = opened.window.security_page
    sheet = SignInSheet(page.theme, page, opened.bridge, core, "North")
    qtbot.addWidget(sheet)
    sheet.user.setText("anna.holm")
    sheet.password.setText("correct horse battery")
    sheet.next_button.click()
    qtbot.waitUntil(lambda: sheet.stack.currentIndex() == 1)
    assert sheet.password.text() == ""
    core.raises["finish_sign_in"] = CodeRejectedError()
    sheet.code.setText("000000")
    sheet.next_button.click()
    qtbot.waitUntil(lambda: "AUTH-CODE" in sheet.banner.words)
    core.raises.clear()
    sheet.recovery_button.click()
    sheet.code.setText("K7QM-2ABD-XW4T-6HJP")
    with qtbot.waitSignal(sheet.accepted):
        sheet.next_button.click()
    assert core.calls("finish_sign_in") == [False, True]


def test_an_account_without_a_factor_goes_to_the_six_steps(qtbot: QtBot, open_window: OpenWindow) -> None:
    core = FakeCore()
    core.needs = "enrolment"
    opened = open_window(core)
    page = opened.window.security_page
    sheet = SignInSheet(page.theme, page, opened.bridge, core, "North")
    qtbot.addWidget(sheet)
    sheet.user.setText("anna.holm")
    sheet.password.setText("first password")
    with qtbot.waitSignal(sheet.accepted):
        sheet.next_button.click()
    assert sheet.needs_factor


def test_a_lock_after_idle_time_shows_and_a_code_ends_it(qtbot: QtBot, open_window: OpenWindow) -> None:
    core = FakeCore()
    opened = open_window(core)
    opened.desk.account_is(core.lock_when_idle())
    page = opened.window.security_page
    assert "Locked" in page.session.words
    assert not opened.desk.account or not opened.desk.account.is_signed_in
    sheet = UnlockSheet(page.theme, page, opened.bridge, core)
    qtbot.addWidget(sheet)
    sheet.code.setText("123456")
    with qtbot.waitSignal(sheet.accepted):
        sheet.next_button.click()
    assert isinstance(sheet.answer, AccountView)
    assert sheet.answer.is_signed_in


def test_a_new_password_follows_the_rules_while_it_is_typed(qtbot: QtBot, open_window: OpenWindow) -> None:
    opened = open_window()
    page = opened.window.security_page
    sheet = PasswordSheet(page.theme, page, opened.bridge, opened.core, 12, 3)
    qtbot.addWidget(sheet)
    sheet.old.setText("old")
    sheet.code.setText("123456")
    sheet.new.setText("short")
    assert "7" in sheet.rules.text()
    assert not sheet.next_button.isEnabled()
    sheet.new.setText("long enough now")
    assert sheet.next_button.isEnabled()


def test_jobs_count_down_and_never_overstate(qtbot: QtBot, open_window: OpenWindow) -> None:
    from tests.support.desktop_core import NOW
    from ui.desktop.widgets.job_card import JobCard

    core = FakeCore()
    core.job_list = [job(), job("running", "job-2"), job("deleted", "job-3")]
    opened = open_window(core)
    opened.window.show_page("jobs")
    wait_idle(qtbot, opened)
    page = opened.window.jobs_page
    ready, running, deleted = page.findChildren(JobCard)
    ready.show_countdown(NOW)
    assert ready.countdown.text() == "Deleted at the service in 5 days 3 h."
    assert not running.results_button.isVisibleTo(page)
    assert not deleted.delete_button.isVisibleTo(page)


def test_deleting_a_job_ends_with_a_verified_certificate(qtbot: QtBot, open_window: OpenWindow) -> None:
    core = FakeCore()
    core.job_list = [job()]
    opened = open_window(core)
    opened.window.show_page("jobs")
    wait_idle(qtbot, opened)
    opened.window.jobs_page._deleted(core.delete_job("job-20261121-1"))
    words = opened.window.jobs_page.banner.words
    assert "states, signed" in words
    assert "5 things" in words


def test_results_are_fetched_opened_and_shown(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    core = FakeCore()
    core.job_list = [job()]
    core.numbers = SiteNumbers(1234, (1, 2), (3, 4), 0.98, ((0.1, 0.1), (0.2, 0.9)), 1)
    opened = open_window(core)
    opened.window.show_page("results")
    wait_idle(qtbot, opened)
    page = opened.window.results_page
    page.fetch("job-20261121-1", tmp_path)
    wait_idle(qtbot, opened)
    assert core.calls("results") == [("job-20261121-1", False)]
    assert page.plots_card.isVisibleTo(page)
    assert "1,234 sites" in page.plot_words.text()
    assert "frequencies of 1 of 2 compared sites are within 0.1" in page.plot_words.text()
    assert page.agreement.isVisibleTo(page)
    assert not page.frequencies.isVisibleTo(page), "two pictures are enough"
    assert "names are back in 1" in page.banner.words
    assert core.calls("result_numbers") == [("job-20261121-1", ["chr20.dose.vcf.gz", "frequencies.tsv"])]
    monkeypatch.setattr("ui.desktop.pages.results.choose_new_file", lambda *_asked: tmp_path / "report.html")
    page.report_button.click()
    wait_idle(qtbot, opened)
    assert core.calls("save_report") == [("job-20261121-1", tmp_path / "report.html")]
    assert "report is saved" in page.banner.words


def test_fetching_results_can_be_stopped_and_begun_again(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    core = FakeCore()
    core.job_list = [job()]
    core.stopped = ResultStoppedError()
    core.hold.clear()
    opened = open_window(core)
    opened.window.show_page("results")
    page = opened.window.results_page
    page.fetch("job-20261121-1", tmp_path)
    qtbot.waitUntil(lambda: page.stop_button.isVisible())
    page.stop_button.click()
    wait_idle(qtbot, opened)
    assert "RESULT-STOPPED" in page.banner.words
    assert not page.progress_card.isVisibleTo(page)
    core.hold.set()
    page.fetch("job-20261121-1", tmp_path)
    wait_idle(qtbot, opened)
    assert "Results are here" in page.banner.words


def test_results_go_where_the_settings_say_without_a_question(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    core = FakeCore()
    core.job_list = [job()]
    opened = open_window(core)
    page = opened.window.results_page
    asked: list[str] = []
    monkeypatch.setattr("ui.desktop.pages.results.choose_folder", lambda _parent, title: asked.append(title))
    page.ask_folder("job-20261121-1")
    wait_idle(qtbot, opened)
    assert len(asked) == 1
    assert core.calls("results") == [], "a question that was closed fetches nothing"
    core.values["results_folder"] = replace(core.values["results_folder"], value=str(tmp_path))
    page.ask_folder("job-20261121-1")
    wait_idle(qtbot, opened)
    assert len(asked) == 1
    assert page._folder == tmp_path / "job-20261121-1"
    assert len(core.calls("results")) == 1


def test_the_activity_log_is_searched_and_verified(qtbot: QtBot, open_window: OpenWindow) -> None:
    opened = open_window()
    opened.window.show_page("activity")
    wait_idle(qtbot, opened)
    page = opened.window.activity_page
    assert page.table.model().rowCount() == 3
    page.search.setText("SIGNED IN")
    assert page.table.model().rowCount() == 1
    page.verify_button.click()
    wait_idle(qtbot, opened)
    assert "log is whole" in page.banner.words


def test_settings_are_written_when_changed_and_locks_hold(qtbot: QtBot, open_window: OpenWindow) -> None:
    from ui.desktop.views import SettingView

    core = FakeCore()
    core.values["proxy"] = SettingView("proxy", "http://proxy:3128", "policy")
    opened = open_window(core)
    opened.window.show_page("settings")
    wait_idle(qtbot, opened)
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


def test_the_practice_banner_and_edge_cannot_be_missed_and_production_has_none(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    core = FakeCore()
    core.installed = profile_view("practice")
    opened = open_window(core)
    assert opened.window.practice_strip.isVisibleTo(opened.window)
    core.installed = profile_view()
    opened.desk.refresh()
    wait_idle(qtbot, opened)
    assert not opened.window.practice_strip.isVisibleTo(opened.window)


def test_the_support_code_names_nobody(qtbot: QtBot, open_window: OpenWindow) -> None:
    code = open_window().window.help_page.support_code()
    assert code.startswith("GS ")
    assert "anna" not in code
    assert "north" not in code.lower()
