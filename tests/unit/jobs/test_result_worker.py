"""The process that opens a result is not torn by a Ctrl-C, which reaches every process of a terminal."""

from __future__ import annotations

import multiprocessing
import os
import signal

import pytest

from client.jobs import result_worker
from tests.support.result_bench import SEALED, TEXT, Bench, entry


def test_a_ctrl_c_while_the_process_starts_is_the_parents_alone(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(result_worker, "_POLL_S", 0.005)  # on a quick machine the process is done at the first look
    interrupted = []

    def interrupt() -> bool:
        for worker in multiprocessing.active_children():
            interrupted.append(worker.pid)
            os.kill(worker.pid or 0, signal.SIGINT)
        return False

    bench.should_stop = interrupt  # asked from the first moment on, while the process is still importing
    (fetched,) = bench.fetch(entry(SEALED))
    assert interrupted
    assert fetched.path.read_bytes() == TEXT
