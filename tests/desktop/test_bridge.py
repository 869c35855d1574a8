"""Work on plain threads, answers on the window's thread."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from client.tasks.errors import DiskFullError
from tests.support.stall_meter import stall_meter
from ui.desktop.bridge import Bridge, Report


class Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[str, object, bool]] = []

    def done(self, answer: object) -> None:
        self._hear("done", answer)

    def failed(self, error: Exception) -> None:
        self._hear("failed", error)

    def progress(self, payload: object) -> None:
        self._hear("report", payload)

    def _hear(self, kind: str, payload: object) -> None:
        self.heard.append((kind, payload, threading.current_thread() is threading.main_thread()))


def counting(report: Report, stop: threading.Event) -> object:
    for number in range(3):
        report(number)
    return "answer"


def failing(report: Report, stop: threading.Event) -> object:
    raise DiskFullError


def buggy(report: Report, stop: threading.Event) -> object:
    raise ZeroDivisionError


def until_stopped(report: Report, stop: threading.Event) -> object:
    return stop.wait(20)


def test_reports_and_answer_arrive_in_order_on_the_windows_thread(qtbot: QtBot) -> None:
    bridge, listener = Bridge(), Listener()
    bridge.run(counting, done=listener.done, progress=listener.progress)
    qtbot.waitUntil(lambda: not bridge.is_busy)
    assert listener.heard == [
        ("report", 0, True), ("report", 1, True), ("report", 2, True), ("done", "answer", True),
    ]  # fmt: skip
    assert bridge.close()


def test_a_coded_error_reaches_the_page_and_is_no_crash(qtbot: QtBot) -> None:
    bridge, listener, crashes = Bridge(), Listener(), Listener()
    bridge.crashed.connect(crashes.done)
    bridge.run(failing, failed=listener.failed)
    qtbot.waitUntil(lambda: not bridge.is_busy)
    assert isinstance(listener.heard[0][1], DiskFullError)
    assert crashes.heard == []
    assert bridge.close()


def test_an_exception_without_a_code_is_a_crash(qtbot: QtBot) -> None:
    bridge, crashes = Bridge(), Listener()
    bridge.crashed.connect(crashes.done)
    bridge.run(buggy)
    qtbot.waitUntil(lambda: not bridge.is_busy)
    assert isinstance(crashes.heard[0][1], ZeroDivisionError)
    assert bridge.close()


def test_a_page_that_is_gone_gets_nothing(qtbot: QtBot) -> None:
    bridge, listener = Bridge(), Listener()
    hold = threading.Event()
    heard = listener.heard

    def wait_then_answer(report: Report, stop: threading.Event) -> object:
        hold.wait(5)
        return 1

    bridge.run(wait_then_answer, done=listener.done)
    del listener
    gc.collect()
    hold.set()
    qtbot.waitUntil(lambda: not bridge.is_busy)
    assert heard == []
    assert bridge.close()


def test_one_lane_does_one_thing_at_a_time_and_lanes_run_beside_each_other(qtbot: QtBot) -> None:
    bridge, listener = Bridge(), Listener()
    ticket = bridge.run(until_stopped, lane="send")
    bridge.run(counting, done=listener.done, lane="send")
    bridge.run(counting, done=listener.done, lane="core")
    qtbot.waitUntil(lambda: len(listener.heard) == 1)
    bridge.stop(ticket)
    qtbot.waitUntil(lambda: len(listener.heard) == 2)
    assert not bridge.is_busy
    assert bridge.close()


def test_closing_stops_work_and_is_quick(qtbot: QtBot) -> None:
    bridge, listener = Bridge(), Listener()
    bridge.run(until_stopped, done=listener.done)
    bridge.run(counting, done=listener.done)
    with stall_meter() as meter:
        assert bridge.close()
    assert meter.longest_s < 2
    qtbot.wait(20)
    assert listener.heard == []
