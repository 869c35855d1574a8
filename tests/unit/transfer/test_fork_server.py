"""Workers are forked from a server that has imported what they need: none may draw what another one drew."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from client.transfer.fork_server import has_fork_server

REPOSITORY = Path(__file__).resolve().parents[3]


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
