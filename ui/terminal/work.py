"""Progress of long work as one bar on stderr."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from client.tasks.facts import Progress, TaskProgress
from ui.terminal.screen import Screen, sized


@contextmanager
def progress_bar(screen: Screen, label: str) -> Iterator[Progress | None]:
    """A callback that draws TaskProgress, or None where nobody would see it."""
    if not screen.err.is_terminal:
        yield None
        return
    with screen.bar(label) as bar:

        def show(facts: TaskProgress) -> None:
            name = (
                f"{label} {facts.file}"
                if facts.files == 1
                else f"{label} {facts.file_number}/{facts.files} {facts.file}"
            )
            if facts.unit == "bytes":
                detail = sized(facts.done) if facts.total is None else f"{sized(facts.done)} of {sized(facts.total)}"
            else:
                detail = f"{facts.done:,} {facts.unit}"
            bar.show(name, facts.done, facts.total, detail)

        yield show
