"""The Send page over a core that answers at once: what it takes in, what it asks, what it says when it goes wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from client.account.errors import DeviceRevokedError
from client.model.errors import ClientError
from client.model.transfer import TransferState
from client.network.errors import CaptivePortalError, PinMismatchError
from client.tasks.errors import DiskFullError
from tests.desktop.conftest import OpenWindow
from tests.support.desktop_core import FakeCore
from tests.support.desktop_facts import inspected_file, profile_view, signed_in, transfer
from ui.desktop.dialogs.review import ReviewSheet
from ui.desktop.models.queue import QueueState
from ui.desktop.views import AccountView, ProfileView, SendOrder


def test_files_are_inspected_reviewed_and_sent(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    for name in ("a.vcf.gz", "b.vcf"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "notes.txt").write_bytes(b"")
    opened.window.add_files([tmp_path])
    opened.wait_idle()
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
    opened.wait_idle()
    assert [row.state for row in opened.desk.queue.rows] == [QueueState.SENT, QueueState.SENT]
    assert opened.desk.staged == {}
    assert "signed receipt" in page.banner.words


def test_a_file_given_twice_is_staged_once(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    file = tmp_path / "a.vcf"
    file.write_bytes(b"")
    opened.window.add_files([file])
    opened.window.add_files([file, tmp_path])
    opened.wait_idle()
    assert opened.desk.queue.rowCount() == 1


def test_a_folder_of_more_files_than_the_list_takes_at_once_says_so(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("desk", "pages.send"):
        monkeypatch.setattr(f"ui.desktop.{module}.MOST_FILES", 2)
    for name in "abc":
        (tmp_path / f"{name}.vcf").write_bytes(b"")
    opened = open_window()
    opened.window.add_files([tmp_path])
    opened.wait_idle()
    assert [path.name for path in opened.desk.staged.values()] == ["a.vcf", "b.vcf"]
    assert "3 files" in opened.window.send_page.banner.words
    assert "2 at once" in opened.window.send_page.banner.words


def test_a_folder_that_cannot_be_read_is_on_the_list_and_says_why_not(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path) -> None:
        raise PermissionError

    core = FakeCore()
    core.blocked_names = {"locked"}
    opened = open_window(core)
    (tmp_path / "a.vcf").write_bytes(b"")
    (tmp_path / "locked").mkdir()
    monkeypatch.setattr(Path, "iterdir", refuse)
    opened.window.add_files([tmp_path / "locked", tmp_path / "a.vcf"])
    opened.wait_idle()
    assert {row.name: row.state for row in opened.desk.queue.rows} == {
        "locked": QueueState.NEEDS_YOU, "a.vcf": QueueState.READY,
    }  # fmt: skip


def test_a_blocked_file_is_explained_and_keeps_the_others_sendable(open_window: OpenWindow, tmp_path: Path) -> None:
    core = FakeCore()
    core.blocked_names = {"bad.vcf"}
    opened = open_window(core)
    opened.stage(tmp_path, "bad.vcf", "good.vcf")
    assert [row.state for row in opened.desk.queue.rows] == [QueueState.NEEDS_YOU, QueueState.READY]
    assert opened.window.send_page.send_button.text() == "Send 1 file"


def test_pausing_asks_the_core(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    core = FakeCore()
    opened = open_window(core)
    opened.stage(tmp_path, "a.vcf")
    opened.send_and_hold(tmp_path / "a.vcf")
    assert opened.desk.is_sending
    opened.window.send_page.pause_button.click()
    qtbot.waitUntil(lambda: bool(core.calls("pause")))
    core.hold.set()
    opened.wait_idle()


def test_how_much_there_is_to_send_is_said_when_all_of_it_is_sealed(open_window: OpenWindow, tmp_path: Path) -> None:
    core = FakeCore()
    opened = open_window(core)
    opened.stage(tmp_path, "a.vcf")
    opened.send_and_hold(tmp_path / "a.vcf")
    said = opened.window.send_page.total_label
    opened.desk._send_progress(transfer(files=3))
    assert "3.1 GB sent" in said.text(), "9.0 GB are sealed, and a file is still being prepared"
    opened.desk._send_progress(transfer(files=2))
    assert "3.1 of 9.0 GB sent" in said.text()
    core.hold.set()
    opened.wait_idle()


def test_more_is_queued_while_something_is_sent_and_shown_as_one_way(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    core = FakeCore()
    opened = open_window(core)
    desk, page = opened.desk, opened.window.send_page
    opened.stage(tmp_path, "a.vcf")
    opened.send_and_hold(tmp_path / "a.vcf")
    core.inspect = lambda file, build, site_list: inspected_file(file.name)  # type: ignore[method-assign]
    (tmp_path / "b.vcf").write_bytes(b"")
    opened.window.add_files([tmp_path / "b.vcf"])
    qtbot.waitUntil(lambda: bool(desk.ready_keys) and not desk.is_checking)
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
    second = transfer(TransferState.UPLOADING, "queued-1", files=2)
    desk._send_progress(second)
    assert desk.now_sending is not None
    assert desk.now_sending.sealed_bytes == first.sealed_bytes + second.sealed_bytes
    page.pause_button.click()
    qtbot.waitUntil(lambda: sorted(map(str, core.calls("pause"))) == ["a1", "queued-1"])
    core.hold.set()
    opened.wait_idle()


def test_what_an_earlier_window_left_behind_is_in_the_queue(open_window: OpenWindow) -> None:
    core = FakeCore()
    core.on_their_way = [transfer(TransferState.WAITING)]
    opened = open_window(core)
    assert [row.state for row in opened.desk.queue.rows] == [QueueState.WAITING] * 3
    opened.desk.resume_waiting()
    opened.wait_idle()
    assert core.calls("resume") == ["a1"]


def test_a_session_that_the_service_ended_while_sending_is_known_everywhere(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    core = FakeCore()
    core.raises["send"] = DeviceRevokedError()
    opened = open_window(core)
    opened.stage(tmp_path, "a.vcf")
    core.state = AccountView(None, "keyring")
    opened.send(tmp_path / "a.vcf")
    opened.wait_idle()
    assert "AUTH-DEVICE-REVOKED" in opened.window.send_page.banner.words
    assert "Sign in to send" in opened.window.send_page.next_step.words


def test_what_stopped_a_submission_is_taken_back_as_it_goes_on(open_window: OpenWindow) -> None:
    core = FakeCore()
    core.on_their_way = [transfer(TransferState.NEEDS_YOU)]
    opened = open_window(core)
    page = opened.window.send_page
    assert "NET-UNREACHABLE" in page.banner.words
    page.view.asked.emit(opened.desk.queue.rows[0].key, "resume")
    assert page.banner.isHidden()
    opened.wait_idle()
    assert core.calls("resume") == ["a1"]


STATES = {
    "no profile": (None, AccountView(None, ""), "practice mode"),
    "expired profile": (profile_view(is_expired=True), signed_in(), "expired"),
    "signed out": (profile_view(), AccountView(None, "keyring"), "Sign in to send"),
    "ready": (profile_view(), signed_in(), ""),
}


@pytest.mark.parametrize(("installed", "account", "words"), STATES.values(), ids=STATES.keys())
def test_the_send_page_says_what_is_missing(
    open_window: OpenWindow, installed: ProfileView | None, account: AccountView, words: str
) -> None:
    core = FakeCore()
    core.installed, core.state = installed, account
    opened = open_window(core)
    shown = opened.window.send_page.next_step
    assert shown.isVisibleTo(opened.window) == bool(words)
    assert words in shown.words


ERRORS = [PinMismatchError(presented_pin="AAAA"), CaptivePortalError(status=200), DiskFullError()]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.code)
def test_an_error_while_sending_is_three_sentences_and_a_code(
    open_window: OpenWindow, tmp_path: Path, error: ClientError
) -> None:
    core = FakeCore()
    core.raises["send"] = error
    opened = open_window(core)
    opened.stage(tmp_path, "a.vcf")
    opened.send(tmp_path / "a.vcf")
    opened.wait_idle()
    words = opened.window.send_page.banner.words
    assert error.code in words
    assert "genoseal " not in words, "the window names no command"
    assert opened.desk.queue.rows[0].state is QueueState.READY, "the file is still there to be sent"
