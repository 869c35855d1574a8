"""Two commands that fetch one job's results: the second waits, can be stopped, and goes on behind the first."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from client.jobs.errors import ResultStoppedError
from client.tasks.results import _one_at_a_time


def test_the_second_fetch_of_a_job_waits_for_the_first(tmp_path: Path) -> None:
    receipt = tmp_path / "job.json"
    receipt.write_text("{}")
    waiting, events = threading.Event(), []

    def second() -> None:
        with _one_at_a_time(receipt, waiting.set, lambda: False):
            events.append("second")

    thread = threading.Thread(target=second)
    with _one_at_a_time(receipt, lambda: events.append("waited for nobody"), lambda: False):
        thread.start()
        assert waiting.wait(10)
        stopped = _one_at_a_time(receipt, lambda: None, lambda: True)
        with pytest.raises(ResultStoppedError), stopped:
            events.append("stopped and went on")
        events.append("first")
    thread.join(10)
    assert events == ["first", "second"]
    assert receipt.read_text() == "{}"
