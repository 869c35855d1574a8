"""A stop ends a command once, says so, and is answered by no traceback: from its first imports to its last moment."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.support.command import Command
from ui.terminal.demo_cohort import write_demo_cohort

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and terminals of POSIX")

_BEGIN = "import atexit, os, signal, sys\nimport ui.terminal.launch as launch\nimport client.tasks.workers as workers\n"
_STOPPED_IN_IMPORTS = "workers.start_before_imports = lambda *_: os.kill(os.getpid(), {number})\n"
_STOPPED_AT_ITS_END = "atexit.register(os.kill, os.getpid(), {number})\n"
_STOPPED_WHILE_REMOVING = """
def work(*_):
    try:
        os.kill(os.getpid(), {number})
        signal.sigtimedwait([], 5)
    finally:
        os.kill(os.getpid(), {number})
        os.kill(os.getpid(), signal.SIGTERM)
        print("removed", file=sys.stderr)
workers.start_before_imports = work
"""
_END = "sys.exit(launch.main())\n"


def run_code(folder: Path, code: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = Command(folder)
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        env=command.environment | {"PYTHONPATH": str(REPOSITORY)},
        cwd=folder,
        timeout=60,
        check=False,
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write_demo_cohort(tmp_path, samples=22, sites=30).files[0]


@pytest.mark.parametrize(
    ("number", "as_json"),
    [(signal.SIGINT, True), (signal.SIGINT, False), (signal.SIGTERM, True), (signal.SIGHUP, False)],
)
def test_a_stop_among_the_first_imports_says_so(
    tmp_path: Path, file: Path, number: signal.Signals, as_json: bool
) -> None:
    code = _BEGIN + _STOPPED_IN_IMPORTS.format(number=int(number)) + _END
    ended = run_code(tmp_path, code, "inspect", file, *(["--json"] if as_json else []))
    assert ended.returncode == 130, ended.stderr
    assert "Traceback" not in ended.stderr
    if as_json:
        assert json.loads(ended.stdout)["error"]["code"] == "STOPPED"
    else:
        assert "Stopped." in ended.stderr


_STOPPED_BEFORE_ITS_FIRST_LINES = """
import sys
def stop(event, details):
    if event == "import" and details[0] == {module!r}:
        __import__("os").kill(__import__("os").getpid(), 2)
sys.addaudithook(stop)
import ui.terminal.launch as launch
"""


@pytest.mark.parametrize("module", ["ui.openssl_first", "signal", "gc"])
def test_a_stop_before_anything_is_imported_says_so(tmp_path: Path, module: str) -> None:
    ended = run_code(tmp_path, _STOPPED_BEFORE_ITS_FIRST_LINES.format(module=module) + _END, "--version", "--json")
    assert ended.returncode == 130, ended.stderr
    assert json.loads(ended.stdout)["error"]["code"] == "STOPPED"
    assert ended.stderr == ""


_STOPPED_WHERE_NOTHING_CAN_BE_RAISED = """
import time, weakref
class Thing: pass
def work(*_):
    thing = Thing()
    heard = weakref.ref(thing, lambda _: os.kill(os.getpid(), {number}))
    del thing
    time.sleep(5)
    print("went on", file=sys.stderr)
workers.start_before_imports = work
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_where_nothing_can_be_raised_comes_again(tmp_path: Path, file: Path, number: signal.Signals) -> None:
    code = _BEGIN + _STOPPED_WHERE_NOTHING_CAN_BE_RAISED.format(number=int(number)) + _END
    ended = run_code(tmp_path, code, "inspect", file, "--json")
    assert ended.returncode == 130, ended.stderr
    assert ended.stderr == ""
    assert json.loads(ended.stdout)["error"]["code"] == "STOPPED"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_at_the_very_end_changes_nothing(tmp_path: Path, file: Path, number: signal.Signals) -> None:
    code = _BEGIN + _STOPPED_AT_ITS_END.format(number=int(number)) + _END
    ended = run_code(tmp_path, code, "inspect", file, "--json")
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr == ""
    assert json.loads(ended.stdout)["files"]


def test_a_second_stop_does_not_end_what_the_first_one_began(tmp_path: Path, file: Path) -> None:
    code = _BEGIN + _STOPPED_WHILE_REMOVING.format(number=int(signal.SIGINT)) + _END
    ended = run_code(tmp_path, code, "inspect", file)
    assert ended.returncode == 130, ended.stderr
    assert ended.stderr.startswith("removed\n")
    assert "Traceback" not in ended.stderr


_STOPPED_IN_A_CLASS = """
class Field:
    def __set_name__(self, owner, name):
        os.kill(os.getpid(), {number})
import ui.terminal.files_room as files_room
def make(*_, **__):
    type("Made", (), dict(field=Field()))
{place} = make
"""


@pytest.mark.parametrize("place", ["files_room.report_inspection", "workers.start_before_imports"])
def test_a_stop_while_a_class_is_made_is_a_stop(tmp_path: Path, file: Path, place: str) -> None:
    code = _BEGIN + _STOPPED_IN_A_CLASS.format(number=int(signal.SIGINT), place=place) + _END
    ended = run_code(tmp_path, code, "inspect", file, "--json")
    assert ended.returncode == 130, ended.stderr
    assert json.loads(ended.stdout)["error"]["code"] == "STOPPED"


def test_an_error_that_was_raised_from_itself_is_no_stop() -> None:
    from ui.terminal.boundary import comes_of_a_stop

    error = ValueError("about a file")
    error.__cause__ = error
    assert not comes_of_a_stop(error)
    other = KeyError()
    other.__context__, error.__cause__ = error, other
    assert not comes_of_a_stop(other)
    error.__cause__ = KeyboardInterrupt()
    assert comes_of_a_stop(other)


def test_a_hung_cleaning_can_be_stopped_again(monkeypatch: pytest.MonkeyPatch) -> None:
    from ui.terminal import stops

    now_s = [1000.0]
    monkeypatch.setattr("ui.terminal.stops.time.monotonic", lambda: now_s[0])
    monkeypatch.setattr(stops, "_heard_s", float("-inf"))
    with pytest.raises(KeyboardInterrupt):
        stops._stop(2, None)
    now_s[0] += 9
    stops._stop(2, None)
    now_s[0] += 11
    with pytest.raises(KeyboardInterrupt):
        stops._stop(2, None)


@pytest.mark.parametrize("outlives", [False, True])
def test_a_closed_terminal_is_no_mistake_of_the_program(tmp_path: Path, file: Path, outlives: bool) -> None:
    """It stops the command, or, where SIGHUP is ignored, takes its words nowhere."""
    command = Command(tmp_path)
    master, slave = pty.openpty()

    def own_terminal() -> None:
        os.setsid()
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        signal.signal(signal.SIGHUP, signal.SIG_IGN if outlives else signal.SIG_DFL)

    process = subprocess.Popen(
        command.arguments("prepare", file, "--out", "out"),
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=command.environment | {"PYTHONPATH": str(REPOSITORY), "TERM": "xterm"},
        cwd=tmp_path,
        preexec_fn=own_terminal,
    )
    os.close(slave)
    shown = b""
    while b"Preparing" not in shown:
        shown += os.read(master, 4096)
    os.close(master)
    code = process.wait(timeout=60)
    assert code == 0 if outlives else code in (130, 0), "0: all was done by then"
    assert (tmp_path / "out" / "report.json").exists() is (code == 0)
    assert not list(tmp_path.glob("out/*.part"))
