"""Worker processes that share the blocks of large files; small ones are read here, for a start costs a second."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Executor

_WORTH_A_START_BYTES = 24_000_000
_MOST_BY_ITSELF = 8


@contextmanager
def block_workers(files: Sequence[Path], parallel: int | None) -> Iterator[Executor | None]:
    """An executor for `prep`, or None where this process does it alone. `parallel` None: as many as pay off.

    What is written does not depend on the number of workers.
    """
    wanted = parallel
    if wanted is None:
        wanted = _most() if _bytes_of(files) >= _WORTH_A_START_BYTES else 1
    if wanted <= 1:
        yield None
        return
    from prep.plans import block_executor

    executor = block_executor(wanted)
    try:
        yield executor
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def start_before_imports(files: Iterable[str]) -> None:
    """Start what `prep` forks its workers from, where `files` are worth workers: it imports while this process does.

    For a program's first lines: needs no import of `prep`. Changes nothing but speed.
    """
    paths = [Path(file) for file in files]
    if _most() <= 1 or _bytes_of(path for path in paths if path.is_file()) < _WORTH_A_START_BYTES:
        return
    # Not before it is known that there will be workers: a small file is read without them.
    import multiprocessing
    import signal

    if "forkserver" not in multiprocessing.get_all_start_methods():
        return
    from multiprocessing import forkserver, resource_tracker

    resource_tracker.ensure_running()  # it would unblock the signal again
    multiprocessing.get_context("forkserver").set_forkserver_preload(["prep.plans", "concurrent.futures.process"])
    # Ctrl-C reaches every process of the terminal: that server and its workers leave it to this one, which ends them.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _most() -> int:
    return min(os.cpu_count() or 1, _MOST_BY_ITSELF)


def _bytes_of(files: Iterable[Path]) -> int:
    total = 0
    for file in files:
        with suppress(OSError):  # one that vanished a moment ago is for whoever reads it to report
            total += file.stat().st_size
    return total
