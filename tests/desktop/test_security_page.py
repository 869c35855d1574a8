"""The Sign-in page and its dialogs: where secrets are kept, signing in, the lock, a new password."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from client.account.errors import CodeRejectedError
from client.model.service import Device
from client.network.errors import BusyError, UnreachableError
from client.secrets.errors import KeyringLockedError, KeyringRefusedError, NoSecretStoreError
from tests.desktop.conftest import OpenWindow
from tests.support.desktop_core import FakeCore
from tests.support.desktop_facts import NOW, RECOVERY_CODES
from ui.desktop.dialogs.recovery_codes import RecoveryCodesSheet
from ui.desktop.dialogs.sign_in import PassphraseSheet, PasswordSheet, SignInSheet, UnlockSheet
from ui.desktop.error_words import explain_here
from ui.desktop.theme import Theme
from ui.desktop.views import AccountView
from ui.desktop.widgets.text import Label

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
    opened.wait_idle()
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


def test_a_service_that_lives_in_another_millennium_is_a_clock_that_is_off(
    qtbot: QtBot, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    core = FakeCore()
    monkeypatch.setattr(core, "clock_offset_s", lambda: 2.5e11)
    opened = open_window(core)
    opened.window.show_page("sign-in")
    opened.wait_idle()
    assert "1000000000 seconds off" in opened.window.security_page.clock.words


def test_the_four_keyring_states_read_differently() -> None:
    assert len({explain_here(problem).what for problem in KEYRING_STATES}) == 4


def _sign_in_sheet(qtbot: QtBot, open_window: OpenWindow, core: FakeCore) -> SignInSheet:
    opened = open_window(core)
    page = opened.window.security_page
    sheet = SignInSheet(page.theme, page, opened.bridge, core, "North")
    qtbot.addWidget(sheet)
    sheet.user.setText("anna.holm")
    return sheet


def test_signing_in_takes_password_then_code_and_a_wrong_code_stays(qtbot: QtBot, open_window: OpenWindow) -> None:
    core = FakeCore()
    sheet = _sign_in_sheet(qtbot, open_window, core)
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
    sheet = _sign_in_sheet(qtbot, open_window, core)
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


def test_new_codes_do_not_go_with_escape_before_they_are_kept(qtbot: QtBot, theme: Theme) -> None:
    """The old ones count no longer."""
    sheet = RecoveryCodesSheet(theme, None, RECOVERY_CODES, "anna.holm")
    qtbot.addWidget(sheet)
    sheet.show()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isVisible()
    assert not sheet.close()
    assert sheet.isVisible()
    assert "First" in sheet.foot_words.text()
    sheet.panel.copy_button.click()
    assert sheet.foot_words.text() == ""
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_whoever_is_signed_in_is_not_told_to_sign_in_when_the_service_does_not_answer(open_window: OpenWindow) -> None:
    core = FakeCore()
    core.raises["devices"] = BusyError(status=503, retry_after_s=60)
    opened = open_window(core)
    opened.window.show_page("sign-in")
    page = opened.window.security_page

    def shown() -> list[str]:
        return [label.text() for label in page.findChildren(Label) if label.isVisibleTo(page)]

    opened.qtbot.waitUntil(lambda: any("has not said yet" in words for words in shown()))
    opened.wait_idle()
    assert any("has not said yet" in words for words in shown())
    assert not any(words.startswith("Sign in to see the computers") for words in shown())


def test_a_look_that_failed_is_taken_back_by_the_next_and_what_was_done_is_not(open_window: OpenWindow) -> None:
    opened = open_window(core := FakeCore())
    page = opened.window.security_page
    opened.window.show_page("sign-in")
    for failing in ("devices", "clock_offset_s"):
        core.raises[failing] = UnreachableError(reason="refused")
        page.shown()
        opened.wait_idle()
        assert "Nobody answers" in page.banner.words
        del core.raises[failing]
        page.clock_button.click()
        opened.wait_idle()
        assert page.banner.words == ""
    page.banner.say("good", "The password is changed.")
    page.shown()
    opened.wait_idle()
    assert page.banner.words == "The password is changed."


def test_of_very_many_computers_the_latest_used_are_shown_and_this_one(open_window: OpenWindow) -> None:
    opened = open_window(FakeCore())
    page = opened.window.security_page
    own = Device("device-0", "own", NOW - timedelta(days=900), None, current=True)
    others = (Device(f"device-{n}", f"ws-{n}", NOW, NOW + timedelta(n), current=False) for n in range(1, 200))
    page._show_devices((own, *others))
    shown = [label.text() for label in page.findChildren(Label)]
    assert [text for text in shown if text == "own" or text.startswith("ws-")] == [
        "own", *(f"ws-{n}" for n in range(199, 150, -1))
    ]  # fmt: skip
    assert "… and 150 more" in shown


def test_an_answer_that_comes_after_the_dialog_was_given_up_still_counts(open_window: OpenWindow) -> None:
    core, late = FakeCore(), threading.Event()
    core.state = AccountView(None, "")
    answer = core.finish_sign_in

    def finish(code: str, *, is_recovery_code: bool) -> AccountView:
        assert late.wait(10)
        return answer(code, is_recovery_code=is_recovery_code)

    core.finish_sign_in = finish  # type: ignore[method-assign]
    opened = open_window(core)
    page = opened.window.security_page

    def give_up() -> None:
        sheet = QApplication.activeModalWidget()
        assert isinstance(sheet, SignInSheet)
        sheet.stack.setCurrentIndex(1)
        sheet.code.setText("123456")
        sheet.next_button.click()
        sheet.reject()
        late.set()

    QTimer.singleShot(0, give_up)
    page.sign_in()
    opened.wait_idle()
    assert page.session.words.startswith("Signed in as")
    assert page.sign_in_button.isHidden()
