"""Retrying is a pure function: every error class has its step, waits grow and are bounded."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.model.errors import ClientError, ServerIdentityError, iter_error_classes
from client.network import errors
from client.network.patch_size import FIRST_PATCH_BYTES, LARGEST_PATCH_BYTES, MIB, SMALLEST_PATCH_BYTES, PatchSize
from client.network.problems import FOREVER_S, parse_retry_after
from client.network.retry import LONGEST_RETRY_AFTER_S, Failures, NextStep, RetryPolicy, next_step

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def _made(cls: type[ClientError]) -> ClientError:
    numbers = {"status", "retry_after_s"}
    return cls(**{name: 500 if name in numbers else "x" for name in cls.fact_names})


def _classes() -> list[type[ClientError]]:
    found = [cls for cls in iter_error_classes(ClientError) if cls.__module__ == errors.__name__]
    return [cls for cls in found if issubclass(cls, ClientError)]


def test_every_class_of_the_room_has_a_code_of_its_own_and_a_docstring() -> None:
    codes = [cls.code for cls in _classes()]
    assert len(codes) == len(set(codes)) >= 20
    assert all(code.startswith("NET-") for code in codes)
    assert all(cls.__doc__ for cls in _classes())


@pytest.mark.parametrize("cls", _classes(), ids=lambda cls: cls.code)
def test_identity_errors_stop_and_everything_stops_in_the_end(cls: type[ClientError]) -> None:
    error = _made(cls)
    first = next_step(error, 1, jitter=0.5)
    if issubclass(cls, ServerIdentityError):
        assert first.step is NextStep.STOP
    last = next_step(error, RetryPolicy().max_attempts, jitter=0.5)
    assert last.step in {NextStep.STOP, NextStep.NEW_UPLOAD}


@given(st.integers(1, 9), st.floats(0, 1, exclude_max=True))
def test_waits_grow_within_bounds_and_never_vanish(attempt: int, jitter: float) -> None:
    decision = next_step(errors.UnreachableError(reason="reset"), attempt, jitter=jitter)
    assert decision.step is NextStep.ASK_AND_GO_ON
    assert 0.5 <= decision.wait_s <= 60
    assert decision.wait_s <= 2.0 ** (attempt - 1)


def test_an_outage_is_waited_out_longer_than_a_refusal() -> None:
    policy = RetryPolicy(max_attempts=10, outage_attempts=90)
    for outage in (
        errors.UnreachableError(reason="network"),
        errors.TimedOutError(phase="connect"),
        errors.ServerFaultError(status=502),
        errors.BusyError(status=503, retry_after_s=0),
        errors.ProxyRefusedError(status=504),
    ):
        assert next_step(outage, 89, jitter=0.5, policy=policy).step is NextStep.ASK_AND_GO_ON
        assert next_step(outage, 90, jitter=0.5, policy=policy).step is NextStep.STOP
        assert next_step(outage, 10, jitter=0.5).step is NextStep.STOP
    for refusal in (errors.ConflictError(status=423, problem="none"), errors.TimedOutError(phase="deadline")):
        assert next_step(refusal, 10, jitter=0.5, policy=policy).step is NextStep.STOP


def test_after_a_long_outage_the_first_refusal_is_the_first() -> None:
    failures = Failures()
    outage, locked = errors.UnreachableError(reason="reset"), errors.ConflictError(status=423, problem="none")
    assert [failures.count(error) for error in (outage, outage, locked, outage, locked)] == [1, 2, 1, 3, 2]
    failures.forget()
    assert failures.count(outage) == 1


@given(st.integers(0, 2 * LONGEST_RETRY_AFTER_S), st.floats(0, 1, exclude_max=True))
def test_what_the_service_asks_is_obeyed_up_to_an_hour(asked_s: int, jitter: float) -> None:
    decision = next_step(errors.BusyError(status=503, retry_after_s=asked_s), 1, jitter=jitter)
    if asked_s > LONGEST_RETRY_AFTER_S:
        assert decision.step is NextStep.STOP
    else:
        assert decision.step is NextStep.ASK_AND_GO_ON
        assert asked_s <= decision.wait_s <= asked_s + 6


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        (None, 0),
        ("", 0),
        ("0", 0),
        ("120", 120),
        (" 7 ", 7),
        ("-5", 0),
        ("1.5", 0),
        ("soon", 0),
        ("٣", 0),
        ("9" * 30, FOREVER_S),
        ("Sat, 21 Nov 2026 12:00:30 GMT", 30),
        ("Sat, 21 Nov 2026 11:00:00 GMT", 0),
        ("Saturday, 21-Nov-26 12:00:30 GMT", 30),
        ("Fri, 31 Dec 9999 23:59:59 GMT", FOREVER_S),
        ("Fri, 31 Dec 99999 23:59:59 GMT", 0),
        ("Sat, 21 Nov 2026 12:00:30", 0),
    ],
)
def test_retry_after_is_read_in_both_its_forms(text: str | None, seconds: int) -> None:
    assert parse_retry_after(text, NOW) == seconds


def test_patches_grow_on_a_good_line_and_shrink_on_a_bad_one() -> None:
    size = PatchSize()
    assert size.patch_bytes == FIRST_PATCH_BYTES
    for _ in range(10):
        size.succeeded(size.patch_bytes, 0.5)
    assert size.patch_bytes == LARGEST_PATCH_BYTES
    size.succeeded(size.patch_bytes, 10)
    assert size.patch_bytes == LARGEST_PATCH_BYTES
    size.succeeded(size.patch_bytes, 30)
    assert size.patch_bytes == LARGEST_PATCH_BYTES // 2
    for _ in range(10):
        size.failed()
    assert size.patch_bytes == SMALLEST_PATCH_BYTES


def test_a_short_last_piece_says_nothing_about_the_line() -> None:
    size = PatchSize()
    size.succeeded(17, 0.001)
    assert size.patch_bytes == FIRST_PATCH_BYTES


@given(st.integers(1, 200 * MIB), st.lists(st.sampled_from(["quick", "slow", "failed", "413"]), max_size=30))
def test_the_services_limit_is_never_exceeded(limit: int, events: list[str]) -> None:
    size = PatchSize(limit)
    largest = min(limit, LARGEST_PATCH_BYTES)
    for event in events:
        if event == "413":
            taken = size.patch_bytes
            if size.shrink_to_limit():
                largest = size.patch_bytes
                assert size.patch_bytes < taken
        elif event == "failed":
            size.failed()
        else:
            size.succeeded(size.patch_bytes, 0.1 if event == "quick" else 100)
        assert 1 <= size.patch_bytes <= largest
