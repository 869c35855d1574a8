"""Whatever passing faults come in whatever order, the inbox ends up with exactly the file, and little goes twice."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.model.errors import ClientError
from client.network.errors import (
    BusyError,
    ChecksumRefusedError,
    ConflictError,
    ServerFaultError,
    TimedOutError,
    UnreachableError,
)
from client.network.inbox import Appended, Inbox, read_pieces
from client.network.retry import RetryPolicy
from client.network.sending import BodySender

BODY = random.Random(77).randbytes(900_000)
PATCH_BYTES = 200_000
ERRORS: tuple[ClientError, ...] = (
    UnreachableError(reason="reset"),
    TimedOutError(phase="answer"),
    ServerFaultError(status=500),
    BusyError(status=503, retry_after_s=2),
    ConflictError(status=409, problem="none"),
    ChecksumRefusedError(),
)


@dataclass(frozen=True)
class Event:
    """What happens to one PATCH: this much of it is stored, `lost` bytes vanish, then `error` (None: it succeeds)."""

    stored_share: float
    lost: int
    error: ClientError | None


EVENTS = st.builds(
    Event,
    st.sampled_from([0.0, 0.1, 0.5, 1.0]),
    st.sampled_from([0, 0, 0, 1, 70_000, 10**9]),
    st.sampled_from([None, *ERRORS]),
)


@dataclass
class FaultyInbox:
    """Stores, loses and refuses by script; a good inbox when the script is over."""

    events: list[Event]
    head_errors: list[ClientError | None]
    stored: bytearray = field(default_factory=bytearray)
    sent_bytes: int = 0

    def create(self, sealed_bytes: int, name: str) -> str:
        return "/u/1"

    def offset(self, upload: str, sealed_bytes: int) -> int:
        error = self.head_errors.pop(0) if self.head_errors else None
        if error is not None:
            raise error
        return len(self.stored)

    def append(
        self, upload: str, source: BinaryIO, offset: int, patch_bytes: int, before_piece: Callable[[int], int]
    ) -> Appended:
        if offset != len(self.stored):
            raise ConflictError(status=409, problem="upload-offset-mismatch")
        data = b"".join(read_pieces(source, offset, patch_bytes, before_piece))
        self.sent_bytes += len(data)
        event = self.events.pop(0) if self.events else Event(1.0, 0, None)
        share = 1.0 if event.error is None and event.lost == 0 else event.stored_share
        self.stored += data[: int(len(data) * share)]
        if event.lost:
            del self.stored[max(0, len(self.stored) - event.lost) :]
        if event.error is not None:
            raise event.error
        return Appended(upload, len(self.stored))

    def finish(self, upload: str) -> None:
        return

    def terminate(self, upload: str) -> None:
        return

    def largest_patch_bytes(self, sealed_bytes: int) -> int | None:
        return PATCH_BYTES


@given(st.lists(EVENTS, max_size=12), st.lists(st.sampled_from([None, *ERRORS]), max_size=6))
def test_the_object_is_the_file_and_each_fault_costs_at_most_what_it_broke(
    events: list[Event], head_errors: list[ClientError | None]
) -> None:
    inbox = FaultyInbox(list(events), list(head_errors))
    checked: Inbox = inbox
    waits: list[float] = []
    sender = BodySender(
        checked, policy=RetryPolicy(max_attempts=40), wait=waits.append, random_number=lambda: 0.5, now_s=lambda: 0.0
    )
    outcome = sender.append_from("/u/1", io.BytesIO(BODY), len(BODY), offset=0)
    assert outcome.finished
    assert bytes(inbox.stored) == BODY
    broken = sum(PATCH_BYTES + min(event.lost, len(BODY)) for event in events if event.error or event.lost)
    assert inbox.sent_bytes <= len(BODY) + broken
    assert outcome.resent_bytes == inbox.sent_bytes - len(BODY)


@given(st.integers(1, 30))
def test_a_service_that_always_loses_what_it_took_is_left_after_the_policys_attempts(attempts: int) -> None:
    inbox = FaultyInbox([Event(0.0, 10**9, None)] * 10_000, [])
    waits: list[float] = []
    sender = BodySender(
        inbox,
        policy=RetryPolicy(max_attempts=attempts),
        wait=waits.append,
        random_number=lambda: 0.5,
        now_s=lambda: 0.0,
    )
    with pytest.raises(ConflictError):
        sender.append_from("/u/1", io.BytesIO(BODY), len(BODY), offset=0)
    assert inbox.sent_bytes == attempts * PATCH_BYTES
