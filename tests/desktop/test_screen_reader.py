"""What a screen reader finds in real windows, asked over AT-SPI from another process; the secret only when shown."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from typing import Any

import pytest

from tests.conftest import REPOSITORY
from tests.support.desktop_facts import RECOVERY_CODES, SECRET

SYSTEM_PYTHON = "/usr/bin/python3"


@cache
def why_not() -> str:
    """Why the walk cannot be done here; empty where it can."""
    for program in ("xvfb-run", "xauth", "dbus-run-session", SYSTEM_PYTHON):
        if shutil.which(program) is None:
            return f"{program} is not installed"
    look = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    found = subprocess.run([SYSTEM_PYTHON, "-c", look], capture_output=True, check=False)
    return "" if found.returncode == 0 else "the system's Python has no AT-SPI (python3-gi, gir1.2-atspi-2.0)"


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    if why_not():
        pytest.skip(why_not())
    folder = tmp_path_factory.mktemp("walk")
    (folder / "run").mkdir(mode=0o700)
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                   "XDG_RUNTIME_DIR": str(folder / "run")}  # fmt: skip
    done = subprocess.run(
        ["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1400x1000x24", sys.executable, "-m",
         "tests.desktop.accessible_scene", SYSTEM_PYTHON, str(folder)],
        cwd=REPOSITORY, env=environment, capture_output=True, text=True, timeout=280, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: dict[str, list[dict[str, Any]]] = json.loads(done.stdout.splitlines()[-1])
    return found


def said(things: list[dict[str, Any]]) -> str:
    """All that can be heard, without spaces."""
    return "".join(f"{thing['name']}{thing['text']}{thing['description']}" for thing in things).replace(" ", "")


def test_nothing_that_the_keyboard_reaches_is_nameless(walked: dict[str, list[dict[str, Any]]]) -> None:
    assert len(walked) >= 6
    for scene, things in walked.items():
        assert sum(thing["focusable"] for thing in things) >= 2, scene
        assert [thing for thing in things if thing["focusable"] and not thing["name"]] == [], scene


def test_each_page_says_its_name_and_each_row_of_the_queue_its_file(walked: dict[str, list[dict[str, Any]]]) -> None:
    names = {thing["name"] for thing in walked["send-sending"]}
    assert "Send data" in names
    assert any("cohort-2026.chr20.vcf.gz" in name for name in names)


def test_the_secret_and_the_recovery_codes_are_heard_only_while_shown(
    walked: dict[str, list[dict[str, Any]]],
) -> None:
    for scene, things in walked.items():
        assert (SECRET in said(things)) == (scene == "factor-2-shown"), scene
        assert not any(code in said(things) for code in RECOVERY_CODES), scene
