"""Progress is reported at most ten times a second, and each step and file at least once."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from client.tasks.facts import TaskProgress
from client.tasks.rate import at_most_ten_a_second


def test_reports_come_at_most_ten_a_second_but_no_step_or_file_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    now_s = 100.0
    monkeypatch.setattr("client.tasks.rate.time", SimpleNamespace(monotonic=lambda: now_s))
    heard: list[TaskProgress] = []
    report = at_most_ten_a_second(heard.append)
    given = [TaskProgress("prepare", "a.vcf", 1, 2, done, 1000) for done in range(1000)]
    for facts in given:
        report(facts)
        now_s += 0.001
    assert len(heard) == 10
    assert heard[0] is given[0]
    report(TaskProgress("prepare", "b.vcf", 2, 2, 0, 1000))
    report(TaskProgress("recheck", "b.vcf", 2, 2, 0, 1000))
    report(TaskProgress("recheck", "b.vcf", 2, 2, 1, 1000))
    assert [(facts.step, facts.file_number, facts.done) for facts in heard[10:]] == [
        ("prepare", 2, 0),
        ("recheck", 2, 0),
    ]
