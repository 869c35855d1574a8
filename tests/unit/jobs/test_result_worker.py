"""The process that opens a result is not torn by a Ctrl-C, which reaches every process of a terminal, and ends with
its parent, however that ended."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from client.jobs import result_worker
from tests.support.result_bench import SEALED, TEXT, Bench, entry

REPOSITORY = Path(__file__).resolve().parents[3]


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


KILLED = """
import multiprocessing, os, signal, sys
from pathlib import Path
from tests.support import restorers
from tests.support.result_bench import SEALED, Bench, FakeSource, entry, listing

def killed_once_opened():
    if any(name.endswith(".opened.part") for name in listing(bench.out)):
        print(*(worker.pid for worker in multiprocessing.active_children()), flush=True)
        os.kill(os.getpid(), signal.SIGKILL)

bench = Bench(Path(sys.argv[1]), FakeSource({"chr20.dose.vcf.gz": SEALED}), should_stop=killed_once_opened)
bench.fetch(entry(SEALED, map_id="map-01"), restorer=restorers.asleep, pseudonym_map=b"{}")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="read from /proc")
def test_what_opens_a_result_does_not_outlive_a_parent_that_was_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", KILLED, str(tmp_path)]
    killed = subprocess.run(command, cwd=REPOSITORY, stdout=subprocess.PIPE, timeout=60, check=False)
    (worker,) = killed.stdout.split()
    deadline = time.monotonic() + 20
    while not has_ended(int(worker)):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def has_ended(pid: int) -> bool:
    """Also one that nobody waited for."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True
