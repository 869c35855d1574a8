"""Progress reports, at most ten a second."""

from __future__ import annotations

import time

from client.tasks.facts import Progress, TaskProgress

_LEAST_SECONDS_BETWEEN = 0.1


def at_most_ten_a_second(progress: Progress) -> Progress:
    """Wrap `progress`: a report sooner than 0.1 s after the last one is dropped, unless step or file changed."""
    last_time = 0.0
    last_about: tuple[str, int] | None = None

    def report(facts: TaskProgress) -> None:
        nonlocal last_time, last_about
        now = time.monotonic()
        subject = (facts.step, facts.file_number)
        if subject == last_about and now - last_time < _LEAST_SECONDS_BETWEEN:
            return
        last_time, last_about = now, subject
        progress(facts)

    return report
