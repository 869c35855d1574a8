"""What a process that holds secrets does to itself first."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


def test_a_hardened_process_leaves_no_core_and_cannot_be_read() -> None:
    script = (
        "from client.secrets.hardening import harden_process; harden_process();"
        "import resource, os, ctypes, sys;"
        "assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0);"
        "assert sys.platform != 'linux' or ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) == 0"
    )
    root = Path(__file__).resolve().parents[3]
    subprocess.run([sys.executable, "-c", script], check=True, cwd=root, timeout=30)


_WORKER = """
import multiprocessing
from client.{entry} import {main}
class Broken:
    @property
    def spool_folder(self):
        raise KeyError("Anders_Jespersen_1940")
here, there = multiprocessing.Pipe()
there.send("Anders_Jespersen_1940")
{main}(here, *[Broken()][: {setups}])
"""


@pytest.mark.parametrize(
    ("entry", "main", "setups"), [("transfer.worker", "worker_main", 1), ("jobs.result_worker", "_worker_main", 0)]
)
def test_a_worker_that_an_error_ends_says_nothing_of_it(entry: str, main: str, setups: int) -> None:
    script = _WORKER.format(entry=entry, main=main, setups=setups)
    root = Path(__file__).resolve().parents[3]
    ended = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, timeout=30, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, b"", b"")


def test_a_thread_that_an_error_ends_ends_its_worker_as_wordlessly() -> None:
    script = (
        "import threading, time; from client.secrets.hardening import wordless_at_the_end;"
        "thread = threading.Thread(target=int, args=('Jespersen',));"
        "wordless_at_the_end(lambda: (thread.start(), time.sleep(20)))()"
    )
    root = Path(__file__).resolve().parents[3]
    ended = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, timeout=15, check=False)
    assert (ended.returncode, ended.stderr) == (1, b"")
