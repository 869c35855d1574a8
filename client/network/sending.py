"""Sends one sealed body until the inbox has all of it: asks for the offset after every doubt, adapts the PATCH size.

The loop decides nothing by itself: `retry.next_step` does. It never sends a byte before the offset that the service
named, and stops when the service keeps asking for the same bytes again.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO

from client.model.errors import ClientError
from client.network.errors import (
    ChecksumRefusedError,
    ConflictError,
    ProxyRefusedError,
    TimedOutError,
    TooLargeError,
    UnreachableError,
    UploadStuckError,
)
from client.network.inbox import Inbox
from client.network.patch_size import PatchSize
from client.network.retry import Failures, NextStep, RetryPolicy, next_step

RESEND_FLOOR_BYTES = 256 * 1024 * 1024
"""A file may be sent again in part: this much, or once its own length, whichever is more. Then it is a loop."""

_NAP_S = 0.25
_LINE_FAULTS = (UnreachableError, TimedOutError, ProxyRefusedError, ChecksumRefusedError)


@dataclass(frozen=True)
class SendOutcome:
    """Where an upload stands. `finished` is False only when `should_stop` said so; `upload` is the text to keep."""

    upload: str = field(repr=False)
    offset: int
    finished: bool
    resent_bytes: int


class _Stopped(Exception):
    """The caller wants to stop in the middle of a PATCH."""


@dataclass
class BodySender:
    """Sends bodies to one inbox.

    `wait` sleeps (a fake in tests), `random_number` gives jitter in [0, 1), `now_s` measures PATCHes. `on_wait` hears
    before each wait its length and the error behind it, `on_upload` each new text to keep, before more is sent.
    """

    inbox: Inbox
    policy: RetryPolicy = field(default_factory=RetryPolicy)
    wait: Callable[[float], None] = time.sleep
    random_number: Callable[[], float] = random.random
    now_s: Callable[[], float] = time.monotonic
    on_wait: Callable[[float, ClientError], None] = lambda _seconds, _error: None
    on_upload: Callable[[str], None] = lambda _upload: None

    def append_from(
        self,
        upload: str,
        source: BinaryIO,
        sealed_bytes: int,
        *,
        offset: int | None = None,
        progress: Callable[[int], None] = lambda _sent_bytes: None,
        should_stop: Callable[[], bool] = lambda: False,
        before_piece: Callable[[int], int] = lambda length: length,
    ) -> SendOutcome:
        """Send what is missing of `source` and close the upload.

        `offset` None asks the service first (a resume); a new upload passes 0. `progress` hears the bytes that the
        service confirmed or that were handed to the line; `before_piece` keeps a rate: it
        may wait, and says how much of a piece may go. Raises the error that ended it: identity errors at once,
        UploadGoneError when the same bytes need a new upload, any other after the policy's patience.
        """
        run = _Run(self, upload, source, sealed_bytes, progress, should_stop, before_piece)
        return run.until_done(offset)


class _Run:
    def __init__(
        self,
        sender: BodySender,
        upload: str,
        source: BinaryIO,
        sealed_bytes: int,
        progress: Callable[[int], None],
        should_stop: Callable[[], bool],
        before_piece: Callable[[int], int],
    ) -> None:
        self._sender = sender
        self._inbox = sender.inbox
        self._upload = upload
        self._source = source
        self._sealed_bytes = sealed_bytes
        self._progress = progress
        self._should_stop = should_stop
        self._before_piece = before_piece
        self._size = PatchSize(sender.inbox.largest_patch_bytes(sealed_bytes))
        self._offset = 0
        self._ever_sent: int | None = None
        self._on_line = 0
        self._resent_bytes = 0
        self._failures = Failures()
        self._confirmed = 0

    def until_done(self, offset: int | None) -> SendOutcome:
        known = offset
        while not self._should_stop():
            try:
                if known is None:
                    known = self._inbox.offset(self._upload, self._sealed_bytes)
                self._stand_at(known)
                if self._offset == self._sealed_bytes:
                    self._inbox.finish(self._upload)
                    return self._outcome(finished=True)
                known = self._append()
            except _Stopped:
                break
            except ClientError as error:
                known = None
                self._after(error)
        return self._outcome(finished=False)

    def _append(self) -> int:
        length = min(self._size.patch_bytes, self._sealed_bytes - self._offset)
        self._on_line = self._offset
        started_s = self._sender.now_s()
        appended = self._inbox.append(self._upload, self._source, self._offset, length, self._piece)
        if appended.offset <= self._offset:
            # A success that brought nothing: doubt it like a failure, or it would go on for ever.
            raise ConflictError(status=409, problem="none")
        self._size.succeeded(length, self._sender.now_s() - started_s)
        if appended.upload != self._upload:
            self._upload = appended.upload
            self._sender.on_upload(self._upload)
        return appended.offset

    def _piece(self, wanted: int) -> int:
        if self._should_stop():
            raise _Stopped
        length = self._before_piece(wanted)
        ever_sent = self._ever_sent or 0
        self._resent_bytes += max(0, min(length, ever_sent - self._on_line))
        self._on_line += length
        self._ever_sent = max(ever_sent, self._on_line)
        self._progress(self._on_line)
        return length

    def _stand_at(self, offset: int) -> None:
        """The service stands at `offset`: refuse a hole, and stop when the same bytes are wanted for ever."""
        if self._ever_sent is None:
            self._ever_sent = offset
        elif offset > self._ever_sent:
            # It claims bytes that were never sent: going on from there would leave a hole.
            raise UploadStuckError(reason="offset")
        if self._resent_bytes > max(self._sealed_bytes, RESEND_FLOOR_BYTES):
            raise UploadStuckError(reason="re-sent")
        if offset > self._confirmed:
            self._failures.forget()
            self._confirmed = offset
        self._offset = offset
        self._progress(offset)

    def _after(self, error: ClientError) -> None:
        """Wait as `next_step` says, or raise."""
        attempt = self._failures.count(error)
        decision = next_step(error, attempt, jitter=self._sender.random_number(), policy=self._sender.policy)
        if decision.step in {NextStep.STOP, NextStep.NEW_UPLOAD}:
            raise error
        if isinstance(error, TooLargeError):
            if not self._size.shrink_to_limit():
                raise error
        elif isinstance(error, _LINE_FAULTS):
            self._size.failed()
        if decision.wait_s:
            self._sender.on_wait(decision.wait_s, error)
            self._nap(decision.wait_s)

    def _nap(self, seconds: float) -> None:
        left_s = seconds
        while left_s > 0 and not self._should_stop():
            self._sender.wait(min(_NAP_S, left_s))
            left_s -= _NAP_S

    def _outcome(self, finished: bool) -> SendOutcome:
        return SendOutcome(self._upload, self._offset, finished, self._resent_bytes)
