"""Worker processes that share the blocks of large files; small ones are read here, for a start costs a second."""

from __future__ import annotations

import errno
import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor

T = TypeVar("T")

_log = logging.getLogger(__name__)

_WORTH_A_START_BYTES = 24_000_000
_MOST_BY_ITSELF = 8
_CANNOT_BE_HAD = (errno.EMFILE, errno.ENFILE, errno.EAGAIN, errno.ENOMEM)
"""No more open files, processes or memory: the system says so where workers are started."""
_FEWEST_OPEN_FILES = 32
_SENDING_MODULES = ("client.tasks.sealed_preparation", "client.transfer.worker")


@contextmanager
def block_workers(files: Sequence[Path], parallel: int | None) -> Iterator[Executor | None]:
    """An executor for `prep`, or None where one thread does it alone. `parallel` None: as many as pay off, processes
    only for large files.

    What is written does not depend on the number of workers.
    """
    wanted = _most() if parallel is None else parallel
    if wanted <= 1:
        yield None
        return
    from prep.plans import block_executor

    is_worth_it = parallel is not None or bytes_of(files) >= _WORTH_A_START_BYTES
    executor = block_executor(wanted, is_worth_processes=is_worth_it)
    try:
        yield executor
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def require_open_files() -> None:
    """Raise OpenFilesError where this process may open too few files at a time to send anything: what workers are
    forked from, and they themselves, would end without a word of that."""
    if sys.platform == "win32":
        return  # it has no such limit
    import resource

    allowed, _most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if allowed != resource.RLIM_INFINITY and allowed < _FEWEST_OPEN_FILES:
        from client.tasks.errors import OpenFilesError

        raise OpenFilesError


def shared_or_here(executor: Executor | None, work: Callable[[Executor | None], T]) -> T:
    """What `work` returns for the workers. Where those were ended, as a system does that runs out of memory, or cannot
    be had, it is done again from its beginning by this process alone, which needs less."""
    try:
        return work(executor)
    except Exception as error:
        if executor is None or not _tells_of_workers(error):
            raise
    _log.warning("worker processes ended or cannot be had; this one goes on alone")
    return work(None)


def is_thread_refused(error: BaseException) -> bool:
    """Whether the system let no further thread be started: Python has no class for that, only these words."""
    return isinstance(error, RuntimeError) and str(error) == "can't start new thread"


def _tells_of_workers(error: Exception) -> bool:
    from concurrent.futures import BrokenExecutor

    if is_thread_refused(error) or (isinstance(error, OSError) and error.errno in _CANNOT_BE_HAD):
        return True
    # The last three where what workers are forked from ended while one was being started, or the way to it is gone with
    # the temporary folder. Whatever else a file is missing for comes again.
    return isinstance(error, BrokenExecutor | EOFError | ConnectionError | FileNotFoundError)


def start_before_imports(command: str, files: Iterable[str]) -> None:
    """Start what workers are forked from, where `files` are worth workers: it imports while this process does. Else
    make ready the memory that this process will read them in; the vault's key is derived in it before.

    For a program's first lines: imports nothing that takes time. Changes nothing but speed.
    """
    paths = [Path(file) for file in files if os.path.isfile(file)]  # noqa: PTH113 - raises for no argument at all
    is_worth_it = bool(paths) if command == "send" else _most() > 1 and bytes_of(paths) >= _WORTH_A_START_BYTES
    if not is_worth_it:
        from prep.memory import keep_memory

        keep_memory()
        return
    from prep.fork_server import BLOCK_MODULES, has_fork_server, start_fork_server

    with suppress(OSError):  # whoever needs a worker meets it again, and can say so
        if has_fork_server():
            start_fork_server(_SENDING_MODULES if command == "send" else BLOCK_MODULES)


def _most() -> int:
    return min(os.cpu_count() or 1, _MOST_BY_ITSELF)


def bytes_of(files: Iterable[Path]) -> int:
    """How much there is to read."""
    total = 0
    for file in files:
        with suppress(OSError):  # one that vanished a moment ago is for whoever reads it to report
            total += file.stat().st_size
    return total
