"""Faults that tests and training can ask for: a busy service, lost answers, broken connections. None by default."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from dataclasses import dataclass, field
from typing import NamedTuple

from starlette.types import Message, Receive, Send

from practice.problems import Problem

_LOOK_S = 0.02


class Fault(NamedTuple):
    """What goes wrong with the next request of this method whose path starts like this.

    `problem`: answered with it instead (`busy`, `too-many-requests`), with Retry-After `retry_after_s`.
    `lose_answer`: the request is carried out, and the connection ends before the answer.
    `break_after_bytes`: the connection is cut after so many bytes of the body have been taken.
    `hold`: its body is not read until the hold is let go, whatever its sender does meanwhile.
    """

    method: str
    path_prefix: str
    problem: str | None = None
    retry_after_s: int = 1
    lose_answer: bool = False
    break_after_bytes: int | None = None
    hold: Hold | None = None


@dataclass(frozen=True)
class Hold:
    """A request that has arrived and waits: `arrived` says so, `let_go` ends it."""

    arrived: threading.Event = field(default_factory=threading.Event)
    let_go: threading.Event = field(default_factory=threading.Event)


class LostAnswerError(Exception):
    """Ends the connection without an answer."""


class Faults:
    """The faults that wait for their request, in order, and a count of all requests that ever arrived."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: deque[Fault] = deque()
        self._requests = 0

    @property
    def requests(self) -> int:
        """HTTP requests seen since the start, whatever became of them."""
        with self._lock:
            return self._requests

    def add(self, fault: Fault) -> None:
        with self._lock:
            self._waiting.append(fault)

    def next_for(self, method: str, path: str) -> Fault | None:
        """The fault for this request, which is used up; raises its problem."""
        with self._lock:
            self._requests += 1
            fault = next(
                (item for item in self._waiting if item.method == method and path.startswith(item.path_prefix)), None
            )
            if fault is None:
                return None
            self._waiting.remove(fault)
        if fault.problem is not None:
            raise Problem(fault.problem, retry_after_s=fault.retry_after_s)
        return fault

    @staticmethod
    def arm(fault: Fault, receive: Receive, send: Send) -> tuple[Receive, Send]:
        """The request's two ends with the fault built in."""
        received = 0
        is_cut = False

        def cut() -> None:
            nonlocal is_cut
            is_cut = True
            # uvicorn's `receive` is a method of the object that knows the connection; ASGI has no word for cutting it.
            transport = getattr(getattr(receive, "__self__", None), "transport", None)
            if transport is not None:
                transport.abort()

        async def breaking_receive() -> Message:
            nonlocal received
            if fault.hold is not None:
                fault.hold.arrived.set()
                while not fault.hold.let_go.is_set():
                    await asyncio.sleep(_LOOK_S)
            if is_cut:
                # Asked again, uvicorn would go on reading, which an aborted TLS connection of Python 3.11.2 cannot.
                return {"type": "http.disconnect"}
            message = await receive()
            body = message.get("body", b"")
            if fault.break_after_bytes is not None and received + len(body) >= fault.break_after_bytes:
                cut()
                message = {**message, "body": body[: max(0, fault.break_after_bytes - received)], "more_body": True}
            received += len(body)
            return message

        async def losing_send(message: Message) -> None:
            if fault.lose_answer:
                cut()
                raise LostAnswerError
            await send(message)

        return breaking_receive, losing_send
