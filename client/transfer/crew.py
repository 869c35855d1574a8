"""The worker processes as the parent sees them: started when there is work, given orders, read, and let go.

A worker serves one order after another, because starting one costs about as much as preparing a small file. One that
dies is noticed by its sentinel; its order counts as interrupted and its half-made files are swept by its slot.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import connection
from typing import TYPE_CHECKING, Literal, get_args

from client.model.pipes import PipeEnd
from client.transfer.driver_lock import FileLock
from client.transfer.errors import OutboxBusyError, WorkerDiedError
from client.transfer.messages import Ending, FromWorker, Order, Quit, Rate, Stop, ToWorker, WorkerSetup
from client.transfer.spool import Spool, worker_lock_path
from client.transfer.worker import worker_main
from prep.fork_server import start_fork_server
from prep.unbroken import deaf_children

if TYPE_CHECKING:
    from multiprocessing.context import SpawnContext, SpawnProcess

    if sys.platform == "win32":  # it has no fork server
        from multiprocessing.context import SpawnContext as ForkServerContext
        from multiprocessing.context import SpawnProcess as ForkServerProcess
    else:
        from multiprocessing.context import ForkServerContext, ForkServerProcess

StartMethod = Literal["spawn", "forkserver"]
"""Never `fork`: a worker must hold nothing of what its parent holds."""

_ENDINGS = get_args(Ending)
_WAIT_FOR_OLD_WORKERS_S = 5.0
_WAIT_FOR_END_S = 10.0
_STARTS, _LOOK_AGAIN_S = 5, 0.05


class Worker:
    """One process and what it is doing."""

    def __init__(self, process: SpawnProcess | ForkServerProcess, pipe: PipeEnd, slot: int) -> None:
        self.process = process
        self.pipe = pipe
        self.slot = slot
        self.order: Order | None = None
        self.is_stopping = False
        self.rate: float | None = None
        self._say_lock = threading.Lock()

    def say(self, message: ToWorker) -> None:
        """Send, from any thread; a worker that has just died is noticed by its sentinel instead."""
        with self._say_lock, contextlib.suppress(OSError):
            self.pipe.send(message)

    def close(self) -> None:
        """Close its pipe, after the process has ended."""
        with self._say_lock:
            self.pipe.close()

    def take(self, order: Order) -> None:
        """Give it an order; it must have none."""
        self.order, self.is_stopping = order, False
        self.say(order)

    def limit(self, bytes_per_s: float | None) -> None:
        """Tell it its share of the line, where that changed."""
        if bytes_per_s != self.rate:
            self.rate = bytes_per_s
            self.say(Rate(bytes_per_s))

    def stop(self) -> None:
        """Ask it to leave its order; the Ending follows."""
        if self.order is not None and not self.is_stopping:
            self.is_stopping = True
            self.say(Stop())


class Crew:
    """At most `size` workers. Use as a context manager: leaving it ends them all."""

    def __init__(
        self,
        size: int,
        spool: Spool,
        setup_for_slot: Callable[[int], WorkerSetup],
        start_method: StartMethod,
        modules: Sequence[str] = (),
    ) -> None:
        """`modules` are what workers need, for the fork server to import before the first of them starts."""
        self._size = size
        self._spool = spool
        self._setup_for_slot = setup_for_slot
        self._modules = (worker_main.__module__, *modules)
        self._context: SpawnContext | ForkServerContext
        if start_method == "spawn" or sys.platform == "win32":
            self._context = multiprocessing.get_context("spawn")
        else:
            self._context = multiprocessing.get_context("forkserver")
        self._workers: dict[int, Worker] = {}

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        self.dismiss()

    def require_no_old_workers(self) -> None:
        """Wait for workers of a driver that was killed (they end within a second). Raises OutboxBusyError.

        Two workers on one upload would send the same bytes twice.
        """
        for path in self._spool.folder.glob("worker-*.lock"):
            lock = FileLock(path)
            if not lock.acquire_within(_WAIT_FOR_OLD_WORKERS_S):
                raise OutboxBusyError(driver_pid=lock.holder_pid())
            lock.release()

    @property
    def busy(self) -> tuple[Worker, ...]:
        """Workers with an order."""
        return tuple(worker for worker in self._workers.values() if worker.order is not None)

    def idle(self) -> Worker | None:
        """A worker without an order, started if need be; None while all are busy."""
        for worker in self._workers.values():
            if worker.order is None:
                return worker
        slot = next((slot for slot in range(self._size) if slot not in self._workers), None)
        return None if slot is None else self._start(slot)

    def wait(self, timeout_s: float, *wakers: PipeEnd) -> Iterator[tuple[Worker, FromWorker | None]]:
        """What workers say within `timeout_s`, and None for one that died. An Ending frees its worker.

        Whatever a worker said before it died comes out before its death. Returns early when a waker is readable.
        """
        workers = tuple(self._workers.values())
        sources = [source for w in workers for source in (w.pipe, w.process.sentinel)]
        ready = set(connection.wait([*sources, *wakers], timeout_s))
        for worker in workers:
            if worker.pipe in ready or worker.process.sentinel in ready:
                yield from self._read(worker)

    def _read(self, worker: Worker) -> Iterator[tuple[Worker, FromWorker | None]]:
        is_dead = not worker.process.is_alive()
        try:
            while worker.pipe.poll():
                message = worker.pipe.recv()
                if isinstance(message, _ENDINGS):
                    yield worker, message
                    worker.order = None
                else:
                    yield worker, message
        # A message that was cut by SIGKILL ends in EOFError, or in anything that unpickling half of it may raise.
        except Exception:  # noqa: BLE001
            is_dead = True
        if is_dead:
            self._bury(worker)
            yield worker, None

    def _bury(self, worker: Worker) -> None:
        del self._workers[worker.slot]
        if worker.process.is_alive():
            worker.process.kill()
        worker.process.join()
        worker.process.close()
        worker.close()
        self._wait_for_slot(worker.slot)
        self._spool.remove_parts(worker.slot)

    def _wait_for_slot(self, slot: int) -> None:
        """Until the slot's lock is free. Where the fork server was killed, its workers look dead and end a moment
        later, by their closed pipes; nobody may take up what they had before that."""
        lock = FileLock(worker_lock_path(self._spool.folder, slot))
        deadline = time.monotonic() + _WAIT_FOR_OLD_WORKERS_S
        while not lock.is_free() and time.monotonic() < deadline:
            time.sleep(_LOOK_AGAIN_S)

    def dismiss(self) -> None:
        """End all workers; one that does not listen within ten seconds is killed (the next start tidies up)."""
        for worker in self._workers.values():
            worker.stop()
            worker.say(Quit())
        deadline = time.monotonic() + _WAIT_FOR_END_S
        for worker in list(self._workers.values()):
            self._drain_until_end(worker, deadline)
            self._bury(worker)

    def _drain_until_end(self, worker: Worker, deadline: float) -> None:
        """A worker must not block on a full pipe while it is waited for."""
        while worker.process.is_alive() and time.monotonic() < deadline:
            with contextlib.suppress(Exception):
                while worker.pipe.poll():
                    worker.pipe.recv()
            worker.process.join(0.02)

    def _start(self, slot: int) -> Worker:
        """Raises WorkerDiedError when none can be started: the fork server is killed time and again, or the system has
        no room for a process."""
        for _ in range(_STARTS):
            try:
                worker = self._workers[slot] = self._start_once(slot)
            except (EOFError, OSError):
                time.sleep(_LOOK_AGAIN_S)
            else:
                return worker
        raise WorkerDiedError(times=_STARTS)

    def _start_once(self, slot: int) -> Worker:
        """Raises EOFError or OSError when the fork server ended meanwhile; the next call starts another."""
        if self._context.get_start_method() == "forkserver":
            start_fork_server(self._modules)
        ours, theirs = self._context.Pipe(duplex=True)
        process = self._context.Process(
            target=worker_main, args=(theirs, self._setup_for_slot(slot)), name=f"genoseal worker {slot}", daemon=True
        )
        try:
            with deaf_children():
                process.start()
        except BaseException:
            ours.close()
            raise
        finally:
            theirs.close()
        return Worker(process, ours, slot)

    def workers_on(self, submission_id: str) -> Sequence[Worker]:
        """Workers whose order belongs to this submission."""
        return [worker for worker in self.busy if worker.order and worker.order.submission_id == submission_id]
