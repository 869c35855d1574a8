"""Opens one verified result in a process of its own, which holds the job's key and nothing else of ours.

The order, with the key and the pseudonym map, travels through the pipe only; never by argument or environment.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import multiprocessing
import os
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import BinaryIO, NamedTuple

from client.jobs.confinement import confine_process
from client.jobs.errors import (
    ResultExistsError,
    ResultLimitError,
    ResultOpenError,
    ResultPlaceError,
    ResultRestoreError,
    ResultStoppedError,
    ResultWorkerError,
)
from client.model.errors import ClientError, SealedFileError
from client.model.pipes import PipeEnd
from client.seal.container import open_stream
from client.seal.errors import DiskFullError, OutputExistsError, OutputFailedError
from client.seal.keys import PrivateKey
from client.seal.private_output import private_output
from client.secrets.hardening import wordless_at_the_end
from prep.unbroken import deaf_children

Restorer = Callable[[Path, BinaryIO, bytes], None]
"""Puts names back: the opened result, where to write, the pseudonym map's JSON. A function of a module, because it is
sent to another process; it raises errors with a `code`."""

_POLL_S = 0.1
_LEFT = r"\.[0-9a-f]{8}(\.opened)?\.part"
_FILE_SLACK_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True)
class OpenOrder:
    """One result to open. `pseudonym_map` None: it is written as it is."""

    sealed: Path = field(repr=False)
    out: Path = field(repr=False)
    private_key: PrivateKey = field(repr=False)
    pseudonym_map: bytes | None = field(repr=False)
    restorer: Restorer | None
    max_opened_bytes: int
    max_output_bytes: int
    force: bool


class OpenedResult(NamedTuple):
    """What was written. `without_network`: whether the operating system itself kept the worker off the network."""

    bytes: int
    sha256: str
    without_network: bool


def open_in_worker(order: OpenOrder, should_stop: Callable[[], bool] = lambda: False) -> OpenedResult:
    """Open the result into `order.out`, whole or not at all.

    Raises ResultOpenError, ResultLimitError, ResultRestoreError, ResultExistsError, ResultPlaceError,
    ResultStoppedError and ResultWorkerError.
    """
    context = multiprocessing.get_context("spawn")
    pipe, worker_pipe = context.Pipe()
    worker = context.Process(target=_worker_main, args=(worker_pipe,), name="genoseal-result", daemon=True)
    try:
        with deaf_children():
            worker.start()
        worker_pipe.close()
        pipe.send(order)
        answer = _await_answer(pipe, worker, should_stop)
    except (BrokenPipeError, EOFError, ConnectionResetError):
        answer = None
    finally:
        _end(worker)
        pipe.close()
        _sweep(order.out)
    if isinstance(answer, OpenedResult):
        return answer
    if isinstance(answer, ClientError):
        raise answer
    raise ResultWorkerError(exit_status=worker.exitcode if worker.exitcode is not None else -1)


def _await_answer(pipe: PipeEnd, worker: SpawnProcess, should_stop: Callable[[], bool]) -> object:
    while True:
        ready = wait([pipe, worker.sentinel], timeout=_POLL_S)
        if pipe in ready:
            return pipe.recv()
        if worker.sentinel in ready:
            return None
        if should_stop():
            raise ResultStoppedError


def _end(worker: SpawnProcess) -> None:
    if worker.pid is None:
        return
    worker.join(timeout=1.0)
    if worker.exitcode is None:
        worker.kill()
        worker.join()


def _sweep(out: Path) -> None:
    """Remove what a killed worker left: its half-written files have `out`'s name, something random and `.part`."""
    with contextlib.suppress(OSError):
        for left in out.parent.iterdir():
            if re.fullmatch(re.escape(out.name) + _LEFT, left.name):
                left.unlink(missing_ok=True)


@wordless_at_the_end
def _worker_main(pipe: PipeEnd) -> None:
    order: OpenOrder = pipe.recv()
    most = max(order.max_opened_bytes, order.max_output_bytes) + _FILE_SLACK_BYTES
    without_network = confine_process(most)
    _leave_with_parent()
    try:
        answer: object = _open(order, without_network)
    except ClientError as error:
        answer = error
    except MemoryError:
        answer = ResultLimitError(limit="opened", max_bytes=order.max_opened_bytes)
    except Exception:  # noqa: BLE001 - whatever a parser raises, its text may quote the result and must not travel
        answer = ResultRestoreError(reason="OTHER")
    pipe.send(answer)


def _leave_with_parent() -> None:
    """End when the parent ends: nobody would take the answer, and a daemon was seen to outlive `kill -9`."""
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            wait([parent.sentinel])
            os._exit(1)

    threading.Thread(target=watch, name="leave-with-parent", daemon=True).start()


def _open(order: OpenOrder, without_network: bool) -> OpenedResult:
    try:
        with private_output(order.out, force=order.force) as sink:
            if order.pseudonym_map is None or order.restorer is None:
                counted = _CountedSink(sink, order.max_opened_bytes)
                _open_into(order, counted)
            else:
                counted = _CountedSink(sink, order.max_output_bytes)
                _restore_into(order, order.restorer, order.pseudonym_map, counted)
            return OpenedResult(counted.written_bytes, counted.sha256, without_network)
    except OutputExistsError:
        raise ResultExistsError from None
    except DiskFullError:
        raise ResultPlaceError(reason="ENOSPC") from None
    except OutputFailedError:
        raise ResultPlaceError(reason="EACCES") from None


def _open_into(order: OpenOrder, sink: _CountedSink) -> None:
    try:
        with order.sealed.open("rb") as source:
            open_stream(source, sink, order.private_key)  # type: ignore[arg-type]
    except SealedFileError as error:
        raise ResultOpenError(reason=error.code) from None


def _restore_into(order: OpenOrder, restorer: Restorer, pseudonym_map: bytes, sink: _CountedSink) -> None:
    """The result with pseudonyms lies beside the output for a moment (0600), under a name that `_sweep` knows."""
    opened = order.out.with_name(f"{order.out.name}.{os.urandom(4).hex()}.opened.part")
    descriptor = os.open(opened, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(descriptor, "wb") as between:
            _open_into(order, _CountedSink(between, order.max_opened_bytes))
        restorer(opened, sink, pseudonym_map)  # type: ignore[arg-type]
    except (ClientError, OSError):
        raise
    except Exception as error:  # noqa: BLE001 - see _worker_main
        code = getattr(error, "code", None)
        raise ResultRestoreError(reason=code if isinstance(code, str) else "OTHER") from None
    finally:
        opened.unlink(missing_ok=True)


class _CountedSink(io.RawIOBase):
    """A writable file that counts, hashes, and stops at a limit instead of filling the disk."""

    def __init__(self, sink: BinaryIO, max_bytes: int) -> None:
        super().__init__()
        self._sink = sink
        self._max_bytes = max_bytes
        self._hash = hashlib.sha256()
        self.written_bytes = 0

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes | bytearray | memoryview, /) -> int:  # type: ignore[override]
        """All of `data`, or ResultLimitError before a byte of it."""
        with memoryview(data).cast("B") as view:
            if self.written_bytes + len(view) > self._max_bytes:
                raise ResultLimitError(limit="opened", max_bytes=self._max_bytes)
            left = view
            while left:
                left = left[self._sink.write(left) :]
            self._hash.update(view)
            self.written_bytes += len(view)
            return len(view)
