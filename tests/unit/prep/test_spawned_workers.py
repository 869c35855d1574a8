"""Workers where the system has no fork server, as on Windows."""

from __future__ import annotations

import signal
import subprocess
import sys
from concurrent import futures
from typing import Any

import pytest

from prep import plans
from prep.unbroken import deaf_children

HEARS = "import signal; print(signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ()))"


def hears() -> str:
    return subprocess.run([sys.executable, "-SIc", HEARS], capture_output=True, text=True, check=True).stdout.strip()


def test_what_starts_in_the_block_hears_no_ctrl_c_and_the_parent_does_again_behind_it() -> None:
    with deaf_children():
        inside = hears()
    assert (inside, hears()) == ("False", "True")
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_no_more_are_asked_for_than_windows_can_wait_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    class Pool(futures.ThreadPoolExecutor):
        def __init__(self, max_workers: int, **_: Any) -> None:
            asked.append(max_workers)
            super().__init__(max_workers)

    monkeypatch.setattr(plans, "has_fork_server", lambda: False)
    monkeypatch.setattr(futures, "ProcessPoolExecutor", Pool)
    with plans.block_executor(64) as executor:
        executor.submit(abs, -1).result()
    assert asked == [61]
