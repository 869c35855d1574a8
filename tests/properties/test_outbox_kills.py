"""`kill -9` of driver, worker or both, at any moment and at every durable step: the job arrives once, bytes intact."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from client.model.transfer import TransferState
from client.transfer.errors import OutboxBusyError
from prep.fork_server import has_fork_server
from tests.support.outbox_bench import Bench
from tests.support.outbox_driver import fork_server_of, is_alive, kill_bench, start_driver, worker_pids

CONTENTS = (b"GT " + bytes(range(256)) * 3000, b"MULTI " + bytes(range(255, -1, -1)) * 1500)
PREPARED = [b"PREPARED " + CONTENTS[0], b"PREPARED " + CONTENTS[1], b"PREPARED " + CONTENTS[1]]


def require_whole(bench: Bench, submission_id: str, kills: int) -> None:
    """One job, the right bytes, nothing sent twice beyond one PATCH a kill, nothing left in the outbox."""
    assert bench.state(submission_id) is TransferState.DONE
    assert bench.desk.jobs() == [f"job-{submission_id}"]
    assert bench.desk.contents(submission_id) == PREPARED
    kept = sum(path.stat().st_size for path in bench.desk.uploads())
    job_bytes = sum(len(content) for content in PREPARED)
    assert bench.desk.patch_bytes is not None
    assert bench.desk.received_bytes() - job_bytes < (kills + 1) * bench.desk.patch_bytes
    assert kept - job_bytes < 100_000, "beside the job's uploads only empty ones may lie there"
    assert bench.spooled() == []
    assert all(path.stat().st_size == 0 for path in bench.folders.outbox.glob("*journal"))


def wait_for_silence(bench: Bench) -> None:
    """No worker outlives its driver by more than a second."""
    deadline = time.monotonic() + 1.5
    while alive := [pid for pid in worker_pids(bench) if is_alive(pid)]:
        assert time.monotonic() < deadline, f"a worker outlived its driver: {alive}"
        time.sleep(0.01)


def run_to_the_end(bench: Bench) -> None:
    for _ in range(5):
        if all(transfer.state.is_finished for transfer in bench.outbox.transfers()):
            return
        bench.run()


def killed_at_random(bench: Bench, kills: int, seed: int) -> None:
    draw = random.Random(seed)
    done = 0
    while done < kills:
        submission_id = bench.queue(*CONTENTS)
        in_this_one = 0
        while bench.state(submission_id) is not TransferState.DONE and done < kills:
            driver = start_driver(bench.folder, piece_delay_s=0.01)
            time.sleep(draw.uniform(0.02, 1.0))
            victims = draw.choice(("driver", "worker", "both"))
            pids = [pid for pid in worker_pids(bench) if is_alive(pid)] if victims != "driver" else []
            assert driver.pid is not None
            for pid in (*pids, *([driver.pid] if victims != "worker" else [])):
                # It may have come to its end at this very moment.
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            done, in_this_one = done + 1, in_this_one + 1
            driver.join()
            wait_for_silence(bench)
        run_to_the_end(bench)
        require_whole(bench, submission_id, in_this_one)
        for path in bench.desk.folder.iterdir():
            path.unlink()


@pytest.mark.parametrize("seed", [20, 21])
def test_killed_at_random_moments(tmp_path: Path, seed: int) -> None:
    killed_at_random(kill_bench(tmp_path), kills=6, seed=seed)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10))
def test_killed_at_300_random_moments(tmp_path: Path, seed: int) -> None:
    killed_at_random(kill_bench(tmp_path), kills=30, seed=100 + seed)


def killed_at_step(folder: Path, who: str, step: int) -> bool:
    """One submission whose driver or worker ends at this step; False when there is no such step."""
    bench = kill_bench(folder)
    submission_id = bench.queue(*CONTENTS)
    if who == "worker":
        (folder / "worker-dies-at").write_text(str(step))
    driver = start_driver(folder, parent_dies_at=step if who == "driver" else 0)
    driver.join()
    if who == "driver" and driver.exitcode == 0:
        return False
    if who == "worker" and int((folder / "worker-steps").read_text()) < step:
        return False
    wait_for_silence(bench)
    run_to_the_end(bench)
    require_whole(bench, submission_id, 1)
    return True


@pytest.mark.parametrize("who", ["driver", "worker"])
def test_killed_at_a_share_of_the_durable_steps(tmp_path: Path, who: str) -> None:
    steps = (5, 15, 25) if who == "driver" else (2, 6, 10)
    assert all(killed_at_step(tmp_path / str(step), who, step) for step in steps)


@pytest.mark.soak
@pytest.mark.parametrize("who", ["driver", "worker"])
def test_killed_at_every_durable_step(tmp_path: Path, who: str) -> None:
    step = 1
    while killed_at_step(tmp_path / str(step), who, step):
        step += 1
    assert step > (28 if who == "driver" else 12)


def fork_server_killed(folder: Path, is_time: Callable[[Bench, str], bool]) -> None:
    """The process that workers come from is killed once `is_time`: the driver goes on by itself with new ones."""
    bench = kill_bench(folder)
    submission_id = bench.queue(*CONTENTS)
    driver = start_driver(folder, piece_delay_s=0.05)
    assert driver.pid is not None
    while (server_pid := fork_server_of(driver.pid)) is None or not is_time(bench, submission_id):
        assert driver.is_alive()
        time.sleep(0.005)
    os.kill(server_pid, signal.SIGKILL)
    driver.join()
    assert driver.exitcode == 0
    require_whole(bench, submission_id, 1)
    wait_for_silence(bench)


@pytest.mark.skipif(not has_fork_server(), reason="this system has no fork server")
@pytest.mark.parametrize(
    "is_time",
    [
        pytest.param(lambda bench, _: not worker_pids(bench), id="as it starts its first worker"),
        pytest.param(lambda bench, id_: bench.state(id_) is TransferState.UPLOADING, id="as its workers send"),
    ],
)
def test_a_killed_fork_server_costs_its_workers_and_nothing_else(
    tmp_path: Path, is_time: Callable[[Bench, str], bool]
) -> None:
    fork_server_killed(tmp_path, is_time)


@pytest.mark.soak
@pytest.mark.skipif(not has_fork_server(), reason="this system has no fork server")
def test_a_fork_server_killed_at_random_moments(tmp_path: Path) -> None:
    draw = random.Random(23)
    for number in range(20):
        ends_s = time.monotonic() + draw.uniform(0, 3)
        fork_server_killed(
            tmp_path / str(number),
            lambda bench, id_, ends_s=ends_s: time.monotonic() > ends_s or bench.state(id_) is TransferState.UPLOADING,  # type: ignore[misc]
        )


BAD_LAST = (CONTENTS[0], b"RECHECK " + CONTENTS[1])


def given_up_and_killed_at_step(folder: Path, step: int) -> bool:
    """A submission whose last recheck fails, its driver killed at this step; False when there is no such step."""
    bench = kill_bench(folder)
    submission_id = bench.queue(*BAD_LAST)
    driver = start_driver(folder, parent_dies_at=step)
    driver.join()
    wait_for_silence(bench)
    run_to_the_end(bench)
    assert bench.state(submission_id) is TransferState.FAILED
    assert bench.desk.jobs() == []
    assert all(path.stat().st_size == 0 for path in bench.desk.uploads()), "a body was left at the service"
    assert bench.spooled() == []
    with contextlib.closing(sqlite3.connect(bench.folders.ledger)) as ledger:
        assert ledger.execute("SELECT count(*) FROM bodies").fetchone() == (0,)
        assert ledger.execute("SELECT count(*) FROM withdrawals").fetchone() == (0,)
    return driver.exitcode != 0


@pytest.mark.parametrize("step", [4, 8])
def test_a_submission_that_is_given_up_is_withdrawn_whole_whatever_is_killed(tmp_path: Path, step: int) -> None:
    assert given_up_and_killed_at_step(tmp_path, step)


@pytest.mark.soak
def test_a_submission_that_is_given_up_is_withdrawn_whole_at_every_step(tmp_path: Path) -> None:
    step = 1
    while given_up_and_killed_at_step(tmp_path / str(step), step):
        step += 1
    assert step > 9


def test_a_second_process_queues_and_cancels_while_the_first_drives(tmp_path: Path) -> None:
    bench = kill_bench(tmp_path)
    first = bench.queue(CONTENTS[0] * 2)
    driver = start_driver(bench.folder, piece_delay_s=0.1)
    try:
        while not bench.outbox.is_driven():
            time.sleep(0.01)
        second, third = bench.queue(b"GT queued meanwhile"), bench.queue(b"GT cancelled meanwhile")
        bench.outbox.cancel(third)
        with pytest.raises(OutboxBusyError) as caught:
            bench.run(second)
        assert caught.value.facts == {"driver_pid": driver.pid}
    finally:
        driver.join()
    assert [bench.state(id_) for id_ in (first, second, third)] == [
        TransferState.DONE,
        TransferState.DONE,
        TransferState.CANCELLED,
    ]
