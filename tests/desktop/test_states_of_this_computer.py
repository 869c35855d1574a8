"""A full disk and a vanished file: the page says so, keeps the place, and one press goes on when it is put right."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from client.tasks import inspection
from tests.conftest import REPOSITORY
from tests.desktop.real_window import (
    VAULT_PASSWORD_FILE,
    RealWindow,
    real_window,
    require_page_state,
    signed_in_place,
    small_cohort,
)
from tests.support.places import make_workplace
from ui.desktop.dialogs.review import ReviewSheet
from ui.desktop.models.queue import QueueState

NAMESPACES = ["unshare", "--user", "--map-root-user", "--mount"]


@cache
def may_mount() -> bool:
    if shutil.which("unshare") is None:
        return False
    tried = subprocess.run([*NAMESPACES, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, check=False)
    return tried.returncode == 0


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RealWindow]:
    place = signed_in_place(tmp_path)
    monkeypatch.setenv(VAULT_PASSWORD_FILE, str(place.folder / "passphrase"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    with place.service, real_window(qapp, qtbot, place.home) as window:
        window.wait_signed_in()
        window.wait_idle()
        yield window


def test_a_file_that_vanished_between_looking_and_sending(window: RealWindow, tmp_path: Path) -> None:
    file, elsewhere = small_cohort(tmp_path / "a.vcf.gz"), tmp_path / "elsewhere"
    window.stage(file)
    file.rename(elsewhere)
    window.send()
    require_page_state(window, "A file is no longer where it was.", "Nothing was sent.", "Put it back",
                       "Code FILE-MISSING", button="Choose files…")  # fmt: skip
    window.wait_idle()
    assert window.states() == [QueueState.READY]
    elsewhere.rename(file)
    window.send()
    window.wait(lambda: "signed receipt" in window.page.banner.words, 60)


def test_a_file_that_vanished_before_it_was_looked_into(window: RealWindow, tmp_path: Path) -> None:
    file = small_cohort(tmp_path / "b.vcf.gz")
    desk, gate = window.genoseal.desk, threading.Event()
    window.genoseal.bridge.run(lambda report, stop: gate.wait(10), lane="inspect")
    window.genoseal.window.add_files([file])
    file.unlink()
    gate.set()
    window.wait(lambda: not desk.is_checking)
    (row,) = desk.queue.rows
    assert (row.state, row.info) == (QueueState.NEEDS_YOU, "A file is no longer where it was.")
    sheet = ReviewSheet(window.page.theme, window.page, None, [(desk.staged[row.key], desk.inspected[row.key])])
    window.qtbot.addWidget(sheet)
    texts = " ".join(label.text() for label in sheet.findChildren(QLabel))
    for words in ("Nothing was sent.", "Put it back, or take it off the list", "Code FILE-MISSING"):
        assert words in texts


def test_a_file_that_vanishes_while_it_is_opened_is_a_result_and_no_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = small_cohort(tmp_path / "c.vcf.gz")
    monkeypatch.setattr(inspection, "require_files", lambda files: file.unlink())
    with make_workplace(tmp_path / "home") as workplace:
        (found,) = inspection.inspect_files(workplace, (file,)).files
    assert found.problem is not None
    assert found.problem.code == "VCF-MISSING"


@pytest.mark.skipif(not may_mount(), reason="this system lets nobody mount a small disk in a namespace")
def test_a_full_disk_stops_with_its_place_kept_and_goes_on_when_there_is_room(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(tmp_path)}
    done = subprocess.run(
        [*NAMESPACES, sys.executable, "-m", "tests.desktop.full_disk_scene", str(tmp_path)],
        cwd=REPOSITORY, env=environment, capture_output=True, text=True, timeout=170, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    for words in ("The disk has no room for the sealed copy", "keeps its place", "Make room on it, then try again.",
                  "Code OUTBOX-DISK-FULL"):  # fmt: skip
        assert words in found["words"]
    assert found["button"] == "Try again"
    assert found["states"] == ["needs_you"]
    assert "signed receipt" in found["after"]
    assert found["ended"] is True
