"""What the window does otherwise on Windows and macOS, acted out."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from ui.desktop.launch import _is_qt_missing
from ui.desktop.system.no_sleep import SleepInhibitor


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
