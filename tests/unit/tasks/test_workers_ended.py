"""Worker processes that are killed (out of memory, by somebody) cost time: the file is read by this process alone."""

from __future__ import annotations

import errno
import hashlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from client.model.errors import ClientError
from client.tasks.facts import PrepareChoices
from client.tasks.inspection import inspect_files
from client.tasks.outbox import drive_outbox
from client.tasks.preparation import prepare_files
from client.tasks.restoration import restore_files
from client.tasks.workers import block_workers, shared_or_here
from prep.fork_server import has_fork_server
from prep.restoration import restore
from tests.conftest import REPOSITORY
from tests.support.places import make_workplace
from ui.terminal.demo_cohort import write_demo_cohort


class Ended(ThreadPoolExecutor):
    """Workers that were ended: before a block was handed to them, or while they had one."""

    def __init__(self, at_once: bool) -> None:
        super().__init__(2)
        self._at_once = at_once
        self.blocks = 0

    def submit(self, task: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.blocks += 1
        error = BrokenProcessPool("a process ended")
        if self._at_once:
            raise error
        future: Future[Any] = Future()
        future.set_exception(error)
        return future


@pytest.mark.parametrize("at_once", [True, False])
def test_files_are_read_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: bool) -> None:
    cohort = write_demo_cohort(tmp_path, samples=22, sites=200)
    file = cohort.files[0]
    pools: list[Ended] = []

    def ended(_: int, **__: bool) -> Executor:
        pools.append(Ended(at_once))
        return pools[-1]

    with make_workplace(tmp_path / "home") as workplace:
        choices = PrepareChoices(map_file=tmp_path / "job.gmap", parallel=1)
        alone = prepare_files(workplace, [file], tmp_path / "alone", choices)
        seen_alone = inspect_files(workplace, [file])
        monkeypatch.setattr("prep.plans.block_executor", ended)
        monkeypatch.setattr("client.tasks.workers._WORTH_A_START_BYTES", 0)
        monkeypatch.setattr("client.tasks.workers._most", lambda: 2)
        choices = PrepareChoices(map_file=tmp_path / "job.gmap", parallel=2)
        shared = prepare_files(workplace, [file], tmp_path / "shared", choices)
        assert [made.sha256 for made in shared.files] == [made.sha256 for made in alone.files]
        assert inspect_files(workplace, [file], choices) == seen_alone
    assert [pool.blocks > 0 for pool in pools] == [True, True]
    assert list((tmp_path / "shared").glob("*.part")) == []


def test_names_are_put_back_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write_demo_cohort(tmp_path, samples=22, sites=30).files[0]
    given: list[Executor | None] = []

    def ended(file: Path, sink: BinaryIO, *arguments: Any, executor: Executor | None, **named: Any) -> Any:
        given.append(executor)
        if executor is not None:
            sink.write(b"half a file")
            raise BrokenProcessPool("a process ended")
        return restore(file, sink, *arguments, executor=executor, **named)

    monkeypatch.setattr("client.tasks.restoration.restore", ended)
    monkeypatch.setattr("client.tasks.workers._WORTH_A_START_BYTES", 0)
    monkeypatch.setattr("client.tasks.workers._most", lambda: 2)
    with make_workplace(tmp_path / "home") as workplace:
        prepared = prepare_files(workplace, [file], tmp_path / "out", PrepareChoices(parallel=1))
        output = tmp_path / "out" / prepared.files[0].file_name
        (restored,) = restore_files(workplace, [output], prepared.map.file, tmp_path / "back")
    assert [executor is None for executor in given] == [False, True]
    assert hashlib.sha256(restored.output.read_bytes()).hexdigest() == restored.sha256
    assert not restored.output.read_bytes().startswith(b"half")


def test_a_process_that_is_really_killed_is_noticed(tmp_path: Path) -> None:
    def work(executor: Executor | None) -> str:
        if executor is None:
            return "here"
        pid = executor.submit(os.getpid).result()
        os.kill(pid, signal.SIGKILL)
        for _ in range(600):  # the other worker answers until the pool has noticed
            executor.submit(os.getpid).result()
            time.sleep(0.05)
        return "never noticed"

    with block_workers([tmp_path], 1) as executor:
        assert shared_or_here(executor, lambda _: "alone") == "alone"
    with block_workers([tmp_path], 2) as executor:
        for _ in range(2):  # once ended, they stay so
            assert shared_or_here(executor, work) == "here"


def test_a_thread_of_the_pool_that_is_refused_is_done_without() -> None:
    def work(executor: Executor | None) -> str:
        if executor is None:
            return "here"
        raise RuntimeError(refusal)

    with ThreadPoolExecutor(1) as executor:
        refusal = "can't start new thread"  # CPython's own words
        assert shared_or_here(executor, work) == "here"
        refusal = "a mistake of ours"
        with pytest.raises(RuntimeError, match="ours"):
            shared_or_here(executor, work)


WITHOUT_ITS_FOLDER = """
import sys, tempfile, shutil
from pathlib import Path
from client.tasks.workers import block_workers, shared_or_here
from prep.fork_server import BLOCK_MODULES, start_fork_server
tempfile.tempdir = sys.argv[1]
start_fork_server(BLOCK_MODULES)
shutil.rmtree(sys.argv[1])
with block_workers([Path(sys.argv[1])], 2) as executor:
    print(shared_or_here(executor, lambda workers: "here" if workers is None else workers.submit(abs, -1).result()))
"""


@pytest.mark.skipif(not has_fork_server(), reason="this system has no fork server")
def test_a_temporary_folder_that_is_gone_costs_the_workers() -> None:
    folder = tempfile.mkdtemp()  # pytest's own may be too long for a fork server
    command = [sys.executable, "-c", WITHOUT_ITS_FOLDER, folder]
    ended = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=60, check=False)
    assert ended.stdout == "here\n", ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENFILE, errno.EAGAIN, errno.ENOMEM])
def test_where_no_worker_can_be_had_this_process_does_it(number: int) -> None:
    def work(executor: Executor | None) -> str:
        if executor is not None:
            raise OSError(number, "no more")
        return "here"

    with ThreadPoolExecutor(1) as executor:
        assert shared_or_here(executor, work) == "here"


@pytest.mark.parametrize("error", [ValueError("of the work"), OSError(errno.EIO, "of the disk")])
def test_any_other_error_comes_out_at_once(error: Exception) -> None:
    calls: list[Executor | None] = []

    def work(executor: Executor | None) -> None:
        calls.append(executor)
        raise error

    with ThreadPoolExecutor(1) as executor, pytest.raises(type(error)):
        shared_or_here(executor, work)
    assert calls == [executor]


def test_without_workers_nothing_is_tried_twice() -> None:
    calls: list[Executor | None] = []

    def work(executor: Executor | None) -> None:
        calls.append(executor)
        raise BrokenExecutor

    with pytest.raises(BrokenExecutor):
        shared_or_here(None, work)
    assert calls == [None]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize(("allowed", "is_enough"), [(20, False), (32, True), (-1, True)])
def test_where_too_few_files_can_be_open_nothing_is_sent_and_it_is_said_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, allowed: int, is_enough: bool
) -> None:
    monkeypatch.setattr("resource.getrlimit", lambda kind: (allowed, allowed))
    with make_workplace(tmp_path) as workplace, pytest.raises(ClientError) as caught:
        drive_outbox(workplace)
    assert caught.value.code == ("PROFILE-NONE" if is_enough else "OPEN-FILES")
