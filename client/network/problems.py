"""An answer that is no success becomes a coded error: status, problem type (RFC 9457) and Retry-After decide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from email.utils import parsedate_to_datetime

from client.model.clock import Clock
from client.model.errors import ClientError
from client.network.errors import (
    BusyError,
    CaptivePortalError,
    ChecksumRefusedError,
    ConflictError,
    ContractError,
    NotAllowedError,
    NotSignedInError,
    NotThereError,
    RedirectRefusedError,
    RequestRefusedError,
    ServerFaultError,
    TimedOutError,
    TooLargeError,
)
from client.network.fields import parse_json

NO_PROBLEM = "none"
FOREVER_S = 1_000_000_000
"""What `retry_after_s` says for anything longer."""

_PROBLEM_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_SECONDS = re.compile(r"[0-9]{1,18}")


def problem_name(content_type: str, body: bytes) -> str:
    """The last part of the problem's `type`, or `none` when there is no such thing or it is not a plain name."""
    if content_type != "application/problem+json":
        return NO_PROBLEM
    try:
        problem = parse_json(body)
    except ContractError:
        return NO_PROBLEM
    problem_type = problem.get("type") if isinstance(problem, dict) else None
    name = problem_type.rsplit("/", 1)[-1] if isinstance(problem_type, str) else ""
    return name if _PROBLEM_NAME.fullmatch(name) else NO_PROBLEM


def parse_retry_after(value: str | None, now: datetime) -> int:
    """Seconds to wait (RFC 9110, section 10.2.3: a number or an HTTP date); 0 without or with an unreadable value."""
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return min(int(text), FOREVER_S) if _SECONDS.fullmatch(text) else FOREVER_S
    try:
        moment = parsedate_to_datetime(text)
        wait_s = (moment - now).total_seconds()
    except (ValueError, TypeError, OverflowError):
        return 0
    return int(min(max(wait_s, 0), FOREVER_S))


def _their_now(headers: Mapping[str, str], clock: Clock) -> datetime:
    """The service's clock where its answer tells it: a date to wait until was made with that, and ours may differ."""
    try:
        moment = parsedate_to_datetime(headers.get("date", ""))
    except (ValueError, TypeError, OverflowError):
        return clock()
    return clock() if moment.tzinfo is None else moment


def answer_error(status: int, headers: Mapping[str, str], body: bytes, clock: Clock) -> ClientError:
    """The error for an answer whose status is not a success (for 1xx and 2xx: NET-CONTRACT, `status`)."""
    content_type = media_type(headers)
    problem = problem_name(content_type, body)
    if 300 <= status < 400:
        return RedirectRefusedError(status=status)
    if status == 511 or (status < 300 and content_type == "text/html"):
        return CaptivePortalError(status=status)
    if status < 300:
        return ContractError(reason="status")
    if status in {429, 503}:
        return BusyError(
            status=status, retry_after_s=parse_retry_after(headers.get("retry-after"), _their_now(headers, clock))
        )
    if status >= 500:
        return ServerFaultError(status=status)
    return _request_error(status, problem)


@contextmanager
def naming_nothing() -> Iterator[None]:
    """Around a call that names nothing which could be missing: a 404 says that the service itself is away."""
    try:
        yield
    except NotThereError:
        raise ServerFaultError(status=404) from None


def media_type(headers: Mapping[str, str]) -> str:
    """The media type without its parameters, in lower case."""
    return headers.get("content-type", "").split(";", 1)[0].strip().lower()


def _request_error(status: int, problem: str) -> ClientError:
    if status == 401:
        return NotSignedInError(problem=problem)
    if status == 403:
        return NotAllowedError(problem=problem)
    if status in {404, 410}:
        return NotThereError(problem=problem)
    if status in {409, 423}:
        return ConflictError(status=status, problem=problem)
    if status == 413:
        return TooLargeError(problem=problem)
    if status == 408:
        # What a server or its front end says when a body came too slowly: the line's fault, not the request's.
        return TimedOutError(phase="send")
    if status == 460:
        return ChecksumRefusedError()
    return RequestRefusedError(status=status, problem=problem)
