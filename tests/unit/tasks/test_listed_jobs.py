"""The list of jobs is asked for page by page, whatever the service makes of pages."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

import client.tasks.jobs as job_tasks
from client.model.service import JobStatus
from tests.support.desktop_facts import job
from tests.support.places import make_workplace

ALL = tuple(job(name=f"job-{number}").status for number in range(1, 8))


def pages_of_three(after: str | None) -> tuple[JobStatus, ...]:
    first = 0 if after is None else [status.id for status in ALL].index(after) + 1
    return ALL[first : first + 3]


def no_pages(after: str | None) -> tuple[JobStatus, ...]:
    return ALL


def pages_that_overlap(after: str | None) -> tuple[JobStatus, ...]:
    """As where the service sorts by something that changed between two pages."""
    first = 0 if after is None else [status.id for status in ALL].index(after)
    return ALL[first : first + 3]


@pytest.mark.parametrize(("service", "calls"), [(pages_of_three, 4), (no_pages, 2), (pages_that_overlap, 4)])
def test_each_job_is_listed_once_and_no_page_is_asked_for_without_end(
    service: Callable[[str | None], tuple[JobStatus, ...]], calls: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str | None] = []

    def jobs(after: str | None = None) -> tuple[JobStatus, ...]:
        asked.append(after)
        return service(after)

    account = SimpleNamespace(api=SimpleNamespace(jobs=jobs))
    monkeypatch.setattr(job_tasks, "open_account", lambda *_: nullcontext(account))
    with make_workplace(tmp_path) as workplace:
        assert [known.status.id for known in job_tasks.list_jobs(workplace)] == [status.id for status in ALL]
    assert len(asked) == calls
