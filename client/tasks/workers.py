"""Worker processes that share the blocks of large files; small ones are read here, for a start costs a second."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path

from prep.plans import block_executor

_WORTH_A_START_BYTES = 24_000_000
_MOST_BY_ITSELF = 8


@contextmanager
def block_workers(files: Sequence[Path], parallel: int | None) -> Iterator[Executor | None]:
    """An executor for `prep`, or None where this process does it alone. `parallel` None: as many as pay off.

    What is written does not depend on the number of workers.
    """
    wanted = parallel
    if wanted is None:
        total = sum(file.stat().st_size for file in files)
        wanted = min(os.cpu_count() or 1, _MOST_BY_ITSELF) if total >= _WORTH_A_START_BYTES else 1
    if wanted <= 1:
        yield None
        return
    executor = block_executor(wanted)
    try:
        yield executor
    finally:
        executor.shutdown(wait=True, cancel_futures=True)
