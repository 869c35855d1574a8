"""Between blocking work and the window: one QObject on the window's thread, one signal.

A page asks `Bridge.run` for something slow. The work runs on a plain Python thread (the heavy parts are in worker
processes already); whatever it reports, returns or raises crosses over as one message through one queued signal and is
handed to the page's bound methods on the window's thread. Pages are held weakly: one that is gone gets nothing.
"""

from __future__ import annotations

import itertools
import logging
import threading
import weakref
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, Protocol

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

_LOG = logging.getLogger("ui.desktop")

Report = Callable[[object], None]


class Work(Protocol):
    """Something slow. Calls `report` as often as it likes and looks at `stop` when it can."""

    def __call__(self, report: Report, stop: threading.Event) -> object:
        """Do it and return the answer."""


class Call:
    """Work that is one plain call: nothing to report, nothing to stop."""

    def __init__(self, function: Callable[..., object], *arguments: object, **named: object) -> None:
        self._function, self._arguments, self._named = function, arguments, named

    def __call__(self, report: Report, stop: threading.Event) -> object:
        return self._function(*self._arguments, **self._named)


class LongCall(Call):
    """Work that is one call which reports and can be stopped: it takes both as `report` and `stop`."""

    def __call__(self, report: Report, stop: threading.Event) -> object:
        return self._function(*self._arguments, **self._named, report=report, stop=stop)


class _Message(NamedTuple):
    ticket: int
    kind: Literal["report", "done", "failed"]
    payload: object


@dataclass
class _Job:
    work: Work
    stop: threading.Event
    callbacks: dict[str, weakref.WeakMethod[Callable[[Any], None]] | None]


class Bridge(QObject):
    """Runs work in lanes: work of one lane is done one after the other, lanes run beside each other."""

    _message = Signal(object)
    busy_changed = Signal()
    crashed = Signal(object)
    """An exception without a code came out of some work: a mistake in this program."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tickets = itertools.count(1)
        self._jobs: dict[int, _Job] = {}
        self._lanes: dict[str, deque[int]] = {}
        self._threads: set[threading.Thread] = set()
        self._lock = threading.Lock()
        self._closing = False
        # Queued even when the sender is our own thread: a callback never runs inside the call that asked for it.
        self._message.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Work,
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        progress: Callable[[Any], None] | None = None,
        lane: str = "core",
    ) -> int:
        """Start `work` and return its ticket. The callbacks must be bound methods; they are held weakly."""
        ticket = next(self._tickets)
        callbacks = {
            name: None if callback is None else weakref.WeakMethod(callback)
            for name, callback in (("done", done), ("failed", failed), ("report", progress))
        }
        self._jobs[ticket] = _Job(work, threading.Event(), callbacks)
        with self._lock:
            waiting = self._lanes.get(lane)
            if waiting is not None:
                waiting.append(ticket)
            else:
                self._lanes[lane] = deque([ticket])
                thread = threading.Thread(target=self._run_lane, args=(lane,), name=f"lane-{lane}", daemon=True)
                self._threads.add(thread)
                thread.start()
        self.busy_changed.emit()
        return ticket

    def stop(self, ticket: int) -> None:
        """Ask the work of `ticket` to end; it decides when, and still answers."""
        job = self._jobs.get(ticket)
        if job is not None:
            job.stop.set()

    @property
    def is_busy(self) -> bool:
        """Whether any work is under way."""
        return bool(self._jobs)

    def close(self, grace_s: float = 1.5) -> bool:
        """Ask all work to end, deliver nothing more, and wait `grace_s` seconds. Returns whether all has ended.

        Threads are daemons: what is still inside a system call then ends with the process.
        """
        self._closing = True
        for job in list(self._jobs.values()):
            job.stop.set()
        with self._lock:
            for waiting in self._lanes.values():
                waiting.clear()
            threads = list(self._threads)
        for thread in threads:
            thread.join(grace_s / max(1, len(threads)))
        return not any(thread.is_alive() for thread in threads)

    def _run_lane(self, lane: str) -> None:
        while True:
            with self._lock:
                waiting = self._lanes[lane]
                if not waiting:
                    del self._lanes[lane]
                    self._threads.discard(threading.current_thread())
                    return
                ticket = waiting.popleft()
            self._run_one(ticket)

    def _run_one(self, ticket: int) -> None:
        job = self._jobs[ticket]

        def report(payload: object) -> None:
            self._send(_Message(ticket, "report", payload))

        try:
            answer = job.work(report, job.stop)
        except Exception as error:  # noqa: BLE001 (whatever it is, the window has to hear of it)
            self._send(_Message(ticket, "failed", error))
        else:
            self._send(_Message(ticket, "done", answer))

    def _send(self, message: _Message) -> None:
        if not self._closing:
            self._message.emit(message)

    @Slot(object)
    def _deliver(self, message: _Message) -> None:
        job = self._jobs.get(message.ticket)
        if job is None or self._closing:
            return
        if message.kind != "report":
            del self._jobs[message.ticket]
        held = job.callbacks[message.kind]
        callback = held() if held is not None else None
        if callback is not None and not _is_alive(callback):
            callback = None
        if message.kind == "failed" and not hasattr(message.payload, "code"):
            _LOG.error("work failed: %s", type(message.payload).__name__)
            self.crashed.emit(message.payload)
        if callback is not None:
            callback(message.payload)
        if message.kind != "report":
            self.busy_changed.emit()


def _is_alive(callback: Callable[[Any], None]) -> bool:
    """Whether the C++ half of the callback's owner still exists; Python's half can outlive it."""
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
