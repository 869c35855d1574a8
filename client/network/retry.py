"""What to do after a failed step of an upload or an idempotent call: a pure function over error and attempt.

Waits grow (1, 2, 4 … 60 s) with jitter, so that a hundred workstations do not come back in the same second
(https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/). What the service says in
Retry-After is obeyed up to an hour; more is a stop, for the outbox to come back to.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from client.model.errors import ClientError
from client.network.errors import (
    BusyError,
    ChecksumRefusedError,
    ConflictError,
    ContractError,
    NotSignedInError,
    ProxyRefusedError,
    ServerFaultError,
    TimedOutError,
    TooLargeError,
    UnreachableError,
    UploadGoneError,
)

LONGEST_RETRY_AFTER_S = 3600
_PROXY_GATEWAY_FAULTS = {502, 503, 504}


class NextStep(Enum):
    """What follows a failure."""

    ASK_AND_GO_ON = "ask-and-go-on"
    """Wait, ask the service how far it is (for an upload, HEAD), and go on from there."""
    SMALLER = "smaller"
    """Send less at once, from the offset the service names."""
    NEW_UPLOAD = "new-upload"
    """The service no longer has the upload: the same bytes need another one."""
    STOP = "stop"
    """Raise the error; the transfer keeps its place."""


class RetryPolicy(NamedTuple):
    """How patient. `max_attempts` counts failures in a row without one byte of progress between them.

    `outage_attempts` is its like for a line or a service that is away (`is_outage`), None for the same.
    """

    first_wait_s: float = 1.0
    longest_wait_s: float = 60.0
    max_attempts: int = 10
    outage_attempts: int | None = None


class RetryDecision(NamedTuple):
    """The step, and how long to wait before it."""

    step: NextStep
    wait_s: float = 0.0


STOP = RetryDecision(NextStep.STOP)

_PASSING_FAULTS = (UnreachableError, TimedOutError, ServerFaultError, ChecksumRefusedError)


def next_step(error: ClientError, attempt: int, *, jitter: float, policy: RetryPolicy | None = None) -> RetryDecision:
    """Decide after failure number `attempt` (1 is the first in a row). `jitter` is a random number in [0, 1).

    Identity errors, refusals and a second refused token stop at once, whatever the attempt.
    """
    policy = policy or RetryPolicy()
    if isinstance(error, UploadGoneError):
        return RetryDecision(NextStep.NEW_UPLOAD)
    outages = policy.outage_attempts if is_outage(error) else None
    if attempt >= (policy.max_attempts if outages is None else outages):
        return STOP
    wait_s = _back_off_s(attempt, jitter, policy)
    if isinstance(error, BusyError):
        return _after_busy(error, wait_s, jitter)
    if isinstance(error, TooLargeError):
        return RetryDecision(NextStep.SMALLER)
    if isinstance(error, NotSignedInError):
        # The gate has renewed the token; the same answer again means that the session is over.
        return RetryDecision(NextStep.ASK_AND_GO_ON) if attempt == 1 else STOP
    if isinstance(error, ConflictError):
        return RetryDecision(NextStep.ASK_AND_GO_ON, 0.0 if attempt == 1 and error.facts["status"] == 409 else wait_s)
    return RetryDecision(NextStep.ASK_AND_GO_ON, wait_s) if _is_passing(error) else STOP


def is_outage(error: ClientError) -> bool:
    """True where nothing answers, or only to say that the service is away: nothing was refused, so time may mend it."""
    if isinstance(error, TimedOutError):
        return error.facts["phase"] == "connect"
    return isinstance(error, UnreachableError | ServerFaultError | BusyError) or _is_gateway_fault(error)


class Failures:
    """Counts failures in a row, outages apart: after a long outage the first refusal of another kind is the first."""

    def __init__(self) -> None:
        self._counts = {True: 0, False: 0}

    def count(self, error: ClientError) -> int:
        """Which failure of its kind this is, from 1."""
        kind = is_outage(error)
        self._counts[kind] += 1
        return self._counts[kind]

    def forget(self) -> None:
        """There was progress."""
        self._counts = {True: 0, False: 0}


def _is_gateway_fault(error: ClientError) -> bool:
    return isinstance(error, ProxyRefusedError) and error.facts["status"] in _PROXY_GATEWAY_FAULTS


def _is_passing(error: ClientError) -> bool:
    if isinstance(error, ProxyRefusedError):
        return _is_gateway_fault(error)
    if isinstance(error, ContractError):
        return error.facts["reason"] == "protocol"
    return isinstance(error, _PASSING_FAULTS)


def _after_busy(error: BusyError, wait_s: float, jitter: float) -> RetryDecision:
    asked_s = float(error.facts["retry_after_s"])
    if asked_s > LONGEST_RETRY_AFTER_S:
        return STOP
    # Never earlier than asked; a little later, so that not everybody comes at the same moment.
    return RetryDecision(NextStep.ASK_AND_GO_ON, asked_s + jitter * min(asked_s * 0.1, 5.0) if asked_s else wait_s)


def _back_off_s(attempt: int, jitter: float, policy: RetryPolicy) -> float:
    full_s = min(policy.longest_wait_s, policy.first_wait_s * 2.0 ** min(attempt - 1, 32))
    return full_s * (0.5 + jitter / 2)
