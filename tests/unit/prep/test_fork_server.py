"""Workers are forked from a server that has imported what they need: none may draw what another one drew."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from prep.fork_server import has_fork_server
from prep.plans import block_executor

REPOSITORY = Path(__file__).resolve().parents[3]
BLOCKS_SIGNALS = """
import signal
from prep.fork_server import start_fork_server
before = {signal.SIGINT, signal.SIGTERM}
signal.pthread_sigmask(signal.SIG_SETMASK, before)
start_fork_server([])
assert signal.pthread_sigmask(signal.SIG_SETMASK, ()) == before
start_fork_server([])
assert not signal.pthread_sigmask(signal.SIG_BLOCK, ())
"""


@pytest.mark.skipif(not has_fork_server(), reason="this system has no fork server")
def test_processes_of_one_fork_server_draw_keys_of_their_own() -> None:
    command = [sys.executable, "-m", "tests.support.forked_draws"]
    out = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True, timeout=60).stdout
    lines = out.splitlines()
    of_server, of_processes = set(lines[::2]), lines[1::2]
    assert len(lines) == 6
    assert len(of_server) == 1, "the server has not imported the module before it forked: nothing is shown"
    values = [value for line in (*of_server, *of_processes) for value in line.split()]
    assert len(values) == 16
    assert len(set(values)) == 16


@pytest.mark.skipif(not has_fork_server(), reason="this system has no fork server")
def test_starting_the_server_leaves_the_callers_blocked_signals_as_they_were() -> None:
    subprocess.run([sys.executable, "-c", BLOCKS_SIGNALS], cwd=REPOSITORY, check=True, timeout=60)


WHAT_IGNORES_A_HANGUP = """
import multiprocessing, signal
from multiprocessing import forkserver, resource_tracker
from prep.fork_server import start_fork_server
start_fork_server([])
context = multiprocessing.get_context("forkserver")
worker = context.Process(target=abs, args=(1,))
worker.start()
for pid in (resource_tracker._resource_tracker._pid, forkserver._forkserver._forkserver_pid):
    with open(f"/proc/{pid}/status") as status:
        blocked = next(int(line.split()[1], 16) for line in status if line.startswith("SigBlk"))
    assert blocked >> (signal.SIGHUP - 1) & 1, pid
worker.join()
"""


@pytest.mark.skipif(not has_fork_server() or sys.platform != "linux", reason="read from /proc")
def test_the_end_of_a_terminal_is_left_to_the_program_itself() -> None:
    """What tracks locks would else end first, and a new one would complain of each on stderr."""
    subprocess.run([sys.executable, "-c", WHAT_IGNORES_A_HANGUP], cwd=REPOSITORY, check=True, timeout=60)


WHAT_TRACKS_LOCKS_ENDED = """
import os, signal
from multiprocessing import resource_tracker
from prep.fork_server import start_fork_server
start_fork_server([])
ended = resource_tracker._resource_tracker._pid
os.kill(ended, signal.SIGKILL)
os.waitid(os.P_PID, ended, os.WEXITED | os.WNOWAIT)
start_fork_server([])
assert resource_tracker._resource_tracker._pid != ended
"""


@pytest.mark.skipif(not has_fork_server(), reason="this system has no fork server")
def test_what_tracks_locks_is_started_anew_without_a_word() -> None:
    command = [sys.executable, "-W", "error", "-c", WHAT_TRACKS_LOCKS_ENDED]
    ended = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_temporary_folder_with_a_long_path_takes_workers_without_the_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A socket in the file system has room for about a hundred bytes."""
    folder = tmp_path / ("long" * 20)
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    assert not has_fork_server()
    with block_executor(1) as executor:
        assert executor.submit(abs, -3).result() == 3
