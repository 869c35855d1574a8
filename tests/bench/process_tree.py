"""Memory of a process and everything it started."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path


def tree_kib(root: int) -> int:
    """KiB of a process and its descendants, shared pages counted once; 0 where /proc has no such files."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(entry.parent.name)] = int(fields[1])
    wanted = {root}
    while more := {pid for pid, parent in parents.items() if parent in wanted} - wanted:
        wanted |= more
    return sum(_kib(pid) for pid in wanted)


@contextlib.contextmanager
def watched_memory(every_s: float = 0.05) -> Iterator[list[int]]:
    """What this process and its descendants took at most during the block beyond what they had before, in KiB.

    The list has one number, which is final when the block has ended.
    """
    before, most, stop = tree_kib(os.getpid()), [0], threading.Event()

    def watch() -> None:
        while True:
            most[0] = max(most[0], tree_kib(os.getpid()) - before)
            if stop.wait(every_s):
                return

    watcher = threading.Thread(target=watch, name="memory watch")
    watcher.start()
    try:
        yield most
    finally:
        stop.set()
        watcher.join()


def _kib(pid: int) -> int:
    """Proportional set size."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")), 0)
