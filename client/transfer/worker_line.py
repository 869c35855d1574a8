"""The worker's end of the pipe: one thread reads what the parent says, and nobody waits for a parent that is dead."""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import os
import queue
import threading
import time
from collections.abc import Callable
from multiprocessing import connection

from client.model.pipes import PipeEnd
from client.transfer.failures import to_error
from client.transfer.messages import (
    Answer,
    FromWorker,
    NeedToken,
    Order,
    PrepareOrder,
    Quit,
    Rate,
    Recorded,
    Stop,
    TokenGiven,
    TokenRefused,
    UploadMade,
    UploadOrder,
)
from client.transfer.pipeline import StopAsked

_NAP_S = 0.25
_LEAST_BETWEEN_TICKS_S = 0.1


def leave_with_parent() -> None:
    """Start the thread that ends this process within a moment of the parent's death, whatever it is doing.

    A daemon process is ended by its parent's exit handlers; `kill -9` runs none, and the worker would go on sending
    under a token that nobody renews, beside the next driver's worker.
    """
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, name="parent watch", daemon=True).start()


class WorkerLine:
    """Orders come out of `orders`; `should_stop` tells whether the present one is to be left."""

    def __init__(self, pipe: PipeEnd) -> None:
        self._pipe = pipe
        self._send_lock = threading.Lock()
        self._answers: queue.SimpleQueue[Answer] = queue.SimpleQueue()
        self._stop = threading.Event()
        self._numbers = itertools.count(1)
        self.orders: queue.SimpleQueue[Order | Quit] = queue.SimpleQueue()
        self.rate: float | None = None
        threading.Thread(target=self._read, name="pipe reader", daemon=True).start()

    def send(self, message: FromWorker) -> None:
        """Tell the parent. A parent that is gone ends this process."""
        try:
            with self._send_lock:
                self._pipe.send(message)
        except OSError:
            os._exit(1)

    def should_stop(self) -> bool:
        """True when the present order is to be left."""
        return self._stop.is_set()

    def check_stop(self) -> None:
        """Raise StopAsked when the present order is to be left."""
        if self._stop.is_set():
            raise StopAsked

    def nap(self, seconds: float) -> None:
        """Wait, and leave early with StopAsked."""
        if self._stop.wait(seconds):
            raise StopAsked

    def access_token(self) -> str:
        """Ask the parent each time: it renews before a token runs out, and a question costs microseconds."""
        return self._ask_token(None)

    def renew(self, stale: str) -> str:
        """The service refused `stale`."""
        return self._ask_token(stale)

    def record_upload(self, file_id: str, upload: str) -> None:
        """Return when the parent has the address in its ledger; StopAsked when it wants the order left instead."""
        number = next(self._numbers)
        self._ask(UploadMade(number, file_id, upload), number)

    def ticker(self, make: Callable[[int], FromWorker]) -> Callable[[int], None]:
        """A function that reports a number, at most ten times a second."""
        last_s = 0.0

        def tick(number: int) -> None:
            nonlocal last_s
            now_s = time.monotonic()
            if now_s - last_s >= _LEAST_BETWEEN_TICKS_S:
                last_s = now_s
                self.send(make(number))

        return tick

    def _ask_token(self, stale: str | None) -> str:
        number = next(self._numbers)
        answer = self._ask(NeedToken(number, stale), number)
        if isinstance(answer, TokenGiven):
            return answer.token
        if isinstance(answer, TokenRefused):
            raise to_error(answer.failure)
        raise TypeError("an answer to another question")

    def _ask(self, question: UploadMade | NeedToken, number: int) -> Answer:
        self.send(question)
        while True:
            with contextlib.suppress(queue.Empty):
                answer = self._answers.get(timeout=_NAP_S)
                if answer.question == number:
                    return answer
                continue
            self.check_stop()

    def _read(self) -> None:
        while True:
            try:
                message = self._pipe.recv()
            except (EOFError, OSError):
                os._exit(1)
            if isinstance(message, Stop):
                self._stop.set()
            elif isinstance(message, Quit):
                self.orders.put(message)
            elif isinstance(message, PrepareOrder | UploadOrder):
                # A stop that came before belonged to the order before.
                self._stop.clear()
                self.orders.put(message)
            elif isinstance(message, Rate):
                self.rate = message.bytes_per_s
            elif isinstance(message, Recorded | TokenGiven | TokenRefused):
                self._answers.put(message)
