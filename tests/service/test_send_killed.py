"""`genoseal send` killed at random moments, then `genoseal resume`: one job, every byte as it was prepared."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from client.model.transfer import TransferState
from client.tasks.connection import open_account
from client.tasks.outbox import transfers
from client.tasks.send import consent_statements
from tests.conftest import REPOSITORY
from tests.support.command import Command
from tests.support.outbox_driver import is_alive
from tests.support.sending_scene import SendingScene, sending_scene


def worker_pids(scene: SendingScene) -> list[int]:
    texts = [path.read_text() for path in (scene.home / "outbox").glob("worker-*.lock")]
    return [int(text) for text in texts if text and is_alive(int(text))]


def started(command: Command, *arguments: str | Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command.arguments(*arguments),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=command.environment | {"PYTHONPATH": str(REPOSITORY)},
        cwd=command.folder,
    )


def kill_after(process: subprocess.Popen[bytes], scene: SendingScene, wait_s: float, who: str) -> None:
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.communicate(timeout=wait_s)
        return
    pids = worker_pids(scene) if who != "command" else []
    for pid in (*pids, *([process.pid] if who != "worker" else [])):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    # Where only workers died it goes on to its end, on a busy machine for minutes.
    process.communicate(timeout=300)


def require_arrived_once(scene: SendingScene, submission_id: str) -> None:
    (transfer,) = [item for item in transfers(scene.workplace) if item.submission_id == submission_id]
    assert transfer.state is TransferState.DONE
    with open_account(scene.workplace) as account:
        assert [job.submission_id for job in account.api.jobs()] == [submission_id]


def killed_and_resumed(folder: Path, kills: int, seed: int) -> None:
    draw = random.Random(seed)
    with sending_scene(folder) as scene:
        command = Command(folder)
        files = scene.cohort(["20", "21"], sites=400)
        version = consent_statements(scene.workplace)[-1].version
        process = started(command, "send", *files, "--consent", "REC-2026/17", "--accept-statement", version, "--json")
        deadline = time.monotonic() + 180
        while not (found := transfers(scene.workplace)):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        submission_id = found[0].submission_id
        for _ in range(kills):
            kill_after(process, scene, draw.uniform(0.3, 3.5), draw.choice(("command", "worker", "both")))
            process = started(command, "resume", "--json")
        process.communicate(timeout=120)
        assert process.returncode == 0
        require_arrived_once(scene, submission_id)
        assert not [path for path in (scene.home / "outbox").iterdir() if path.suffix in (".body", ".part")]


def test_killed_three_times_it_arrives_once(tmp_path: Path) -> None:
    killed_and_resumed(tmp_path, kills=3, seed=7)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(6))
def test_killed_often_it_arrives_once(tmp_path: Path, seed: int) -> None:
    killed_and_resumed(tmp_path, kills=12, seed=seed)
