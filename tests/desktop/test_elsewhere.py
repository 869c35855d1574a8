"""What the window does otherwise on Windows and macOS, acted out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.desktop import app
from ui.desktop.launch import _is_qt_missing
from ui.desktop.system.no_sleep import SleepInhibitor


class _Busy:
    """A window that is closed while work goes on that cannot be stopped."""

    def __init__(self, *_: object) -> None:
        pass

    def __getattr__(self, name: str) -> object:
        return lambda *_: {"exec": 3, "close": False}.get(name)


def test_a_busy_window_closes_where_a_program_has_no_streams(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GENOSEAL_HOME", str(tmp_path))
    for name in ("QApplication", "Genoseal"):
        monkeypatch.setattr(app, name, _Busy)
    monkeypatch.setattr(app, "hand_over", lambda *_: False)
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    monkeypatch.setattr(sys, "stdout", None)
    app.run([])
    assert ended == [3]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("DLL load failed while importing QtWidgets: The specified module could not be found.", "QtWidgets"),
        ("libEGL.so.1: cannot open shared object file: No such file or directory", None),
        ("No module named 'PySide6'", "PySide6"),
    ],
)
def test_a_library_of_qt_that_cannot_be_loaded_is_no_mistake_of_the_program(words: str, name: str | None) -> None:
    assert _is_qt_missing(ImportError(words, name=name))
    assert not _is_qt_missing(ImportError("cannot import name 'x' from 'ui.desktop.app'", name="ui.desktop.app"))


def test_a_mac_may_sleep_again_when_the_program_was_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(subprocess, "Popen", lambda command, **_: started.append(command))
    SleepInhibitor().hold("sending")
    assert started == [["/usr/bin/caffeinate", "-i", "-w", str(os.getpid())]]
