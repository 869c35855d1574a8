"""Progress of long work as one bar on stderr, what it waits for, and imports that a command makes itself."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ui.terminal.screen import Screen, sized

if TYPE_CHECKING:
    from client.tasks.facts import Progress, TaskProgress


@contextmanager
def imports_at_once() -> Iterator[None]:
    """For a block of imports: nothing that they make is garbage, and looking for some takes a tenth of their time."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


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


def say_map_is_awaited(screen: Screen) -> None:
    """That another command is making the map of the name that was given here, and how to stop waiting for it."""
    screen.note(
        "Another Genoseal is making the map of this name. Waiting until it has kept it, to go on with that one; "
        "Ctrl-C ends the wait, and nothing is left behind."
    )
