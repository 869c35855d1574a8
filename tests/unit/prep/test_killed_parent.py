"""Workers end with their parent, however that ended: they hold genotypes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[3]
# Some workers are idle, or one is in the middle of handing over what fits into no pipe.
KILLED = """
import os, signal, sys
from prep.plans import block_executor
executor = block_executor(2)
pids = {executor.submit(os.getpid).result() for _ in range(20)}
if sys.argv[1] == "at work":
    for _ in range(4):
        executor.submit(bytes, 50_000_000)
print(*pids, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="read from /proc")
@pytest.mark.parametrize("state", ["idle", "at work"])
def test_no_process_outlives_a_parent_that_was_killed(tmp_path: Path, state: str) -> None:
    mark = f"MARK_OF_THIS_TEST={tmp_path}"
    name, _, value = mark.partition("=")
    command = [sys.executable, "-c", KILLED, state]
    killed = subprocess.run(
        command, cwd=REPOSITORY, env=os.environ | {name: value}, stdout=subprocess.PIPE, timeout=60, check=False
    )
    assert killed.stdout.split()
    deadline = time.monotonic() + 20
    while alive := with_mark(mark.encode()):
        assert time.monotonic() < deadline, alive
        time.sleep(0.05)


def with_mark(mark: bytes) -> list[str]:
    """Processes whose environment holds the mark; one that has ended and was not waited for has none."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                if mark in (entry / "environ").read_bytes().split(b"\0"):
                    found.append(entry.name)
            except OSError:
                continue
    return found
