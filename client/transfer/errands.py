"""Calls to the service that may take long, each on a thread of its own beside the driver's.

A service that takes a minute to answer must not stop progress, pause, cancel or other files. What came of an errand is
heard on the driver's thread, which alone owns ledger and state: an errand touches neither.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import queue
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Generic, TypeVar

Result = TypeVar("Result")

_WAIT_FOR_END_S = 2.0


class Errand(Generic[Result]):
    """How one call ended: `result()` returns its answer or raises its error."""

    def __init__(self, call: Callable[[], Result]) -> None:
        self._call = call
        self._answer: Result | None = None
        self._error: BaseException | None = None

    def run(self) -> None:
        """On the errand's thread."""
        try:
            self._answer = self._call()
        except BaseException as error:  # noqa: BLE001 - raised again where it is heard
            self._error = error

    def result(self) -> Result:
        """The answer; raises what the call raised."""
        if self._error is not None:
            raise self._error
        return self._answer  # type: ignore[return-value]


class Errands:
    """Used from the driver's thread; a context manager. `wake` becomes readable when there is something to hear."""

    def __init__(self) -> None:
        self.wake, self._waker = multiprocessing.Pipe(duplex=False)
        self._waker_lock = threading.Lock()
        self._reports: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._threads: dict[str, threading.Thread] = {}

    def __enter__(self) -> Errands:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wait a moment for what still runs. A call that hangs ends with its connection, which its owner closes."""
        deadline = time.monotonic() + (0.0 if kind else _WAIT_FOR_END_S)
        for thread in list(self._threads.values()):
            thread.join(max(0.0, deadline - time.monotonic()))
        with self._waker_lock:
            self._waker.close()
        self.wake.close()

    def is_running(self, name: str) -> bool:
        """True from `start` until `then` was called."""
        return name in self._threads

    def start(self, name: str, call: Callable[[], Result], then: Callable[[Errand[Result]], None]) -> None:
        """Run `call` on a thread; `hear` calls `then` when it has ended. One errand of a name at a time."""
        errand = Errand(call)

        def finish() -> None:
            del self._threads[name]
            then(errand)

        def run() -> None:
            errand.run()
            self.tell(finish)

        thread = self._threads[name] = threading.Thread(target=run, name="outbox errand", daemon=True)
        thread.start()

    def tell(self, report: Callable[[], None]) -> None:
        """From an errand's thread: have `report` called on the driver's."""
        self._reports.put(report)
        with self._waker_lock, contextlib.suppress(OSError):
            self._waker.send_bytes(b"!")

    def hear(self) -> None:
        """Call what has come in. Raises what a `then` does not catch."""
        while self.wake.poll():
            self.wake.recv_bytes()
        while True:
            try:
                report = self._reports.get_nowait()
            except queue.Empty:
                return
            report()
