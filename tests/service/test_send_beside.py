"""Two that send from one outbox, and one that is paused or cancelled from elsewhere while it is sent."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from client.model.transfer import SubmissionOutcome, TransferProgress, TransferState
from client.tasks.errors import TransferHeldError
from client.tasks.outbox import cancel, drive_outbox, pause, resume
from client.tasks.send import queue_submission
from practice.faults import Fault, Hold
from tests.support.sending_scene import SendingScene, sending_scene


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[SendingScene]:
    with sending_scene(tmp_path) as scene:
        yield scene


def test_who_follows_another_process_hears_of_the_job_and_every_file_of_it(scene: SendingScene) -> None:
    first = queue_submission(scene.workplace, scene.order(scene.cohort(["20"]))).submission_id
    second = queue_submission(scene.workplace, scene.order(scene.cohort(["21", "22"]))).submission_id
    followed: dict[str, SubmissionOutcome] = {}
    told: list[int] = []
    followers: list[threading.Thread] = []

    def follow() -> None:
        followed.update(drive_outbox(scene.workplace, second, on_busy=told.append))

    def begin(_: TransferProgress) -> None:
        if not followers:
            followers.append(threading.Thread(target=follow))
            followers[0].start()
            _wait_until(lambda: bool(told))

    driven = drive_outbox(scene.workplace, first, begin)
    followers[0].join()
    assert driven[first].state is TransferState.DONE
    outcome = followed[second]
    assert outcome.state is TransferState.DONE
    assert outcome.job_id
    assert [(file.position, file.chromosome) for file in outcome.files] == [(0, "21"), (1, "22")]


def test_what_another_process_has_just_finished_is_no_riddle(scene: SendingScene) -> None:
    submission_id = queue_submission(scene.workplace, scene.order(scene.cohort(["20"]))).submission_id
    done = drive_outbox(scene.workplace, submission_id)[submission_id]
    assert drive_outbox(scene.workplace, submission_id)[submission_id] == done


def test_a_damaged_submission_that_is_asked_for_says_so(scene: SendingScene) -> None:
    submission_id = queue_submission(scene.workplace, scene.order(scene.cohort(["20"]))).submission_id
    with closing(sqlite3.connect(scene.workplace.folders.ledger)) as database, database:
        database.execute("UPDATE submissions SET plan = x'00'")
    outcome = resume(scene.workplace, None)
    assert outcome == {}
    problem = drive_outbox(scene.workplace, submission_id)[submission_id].problem
    assert problem is not None
    assert problem.code == "OUTBOX-ROW-DAMAGED"


@pytest.mark.parametrize(("hold", "state"), [(pause, "paused"), (cancel, "cancelled")], ids=["paused", "cancelled"])
def test_a_send_that_is_held_from_elsewhere_says_so(scene: SendingScene, hold: Callable[..., None], state: str) -> None:
    held: list[str] = []
    slow = Hold()  # the job cannot go out before the wish is seen, however fast the line is
    scene.service.faults.add(Fault("PATCH", "/api/v1/uploads", hold=slow))

    def go_on_once_seen() -> None:
        with closing(sqlite3.connect(scene.workplace.folders.ledger)) as database:
            _wait_until(lambda: database.execute("SELECT count(wish) FROM submissions").fetchone() == (0,))
        slow.let_go.set()

    def look(progress: TransferProgress) -> None:
        if not held and progress.state.is_under_way:
            held.append(progress.submission_id)
            hold(scene.workplace, progress.submission_id)
            threading.Thread(target=go_on_once_seen).start()

    with pytest.raises(TransferHeldError) as caught:
        scene.send(scene.order(scene.cohort(["20", "21", "22"], 2000)), look)
    assert caught.value.facts == {"state": state}
    assert caught.value.exit_code == 130


def _wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not is_so() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert is_so()
