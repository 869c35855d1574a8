"""What is wrong with a code is found here, over the secret, and named by a code that never changes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.account.totp_code import (
    SEARCH_STEPS,
    CodeFinding,
    check_code,
    plain_code,
    time_step,
    totp_code,
)

SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
NOW = datetime(2026, 11, 21, 12, 0, 10, tzinfo=UTC)
STEP = time_step(NOW)


def test_codes_are_those_of_rfc_6238() -> None:
    """Appendix B, SHA-1, the last six of the eight digits."""
    assert totp_code(SECRET, 59 // 30) == "287082"
    assert totp_code(SECRET, 1111111109 // 30) == "081804"
    assert totp_code(SECRET, 20000000000 // 30) == "353130"


@pytest.mark.parametrize("typed", ["{}", " {} ", "{}\n", "\u2009{}"])
def test_spaces_and_line_ends_from_a_paste_do_not_matter(typed: str) -> None:
    code = totp_code(SECRET, STEP)
    assert check_code(SECRET, typed.format(code), NOW).is_right
    assert check_code(SECRET, f"{code[:3]} {code[3:]}", NOW).is_right
    assert plain_code(f"{code[:3]}-{code[3:]}") == code


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "12345a", "١٢٣٤٥٦", "      "])
def test_anything_but_six_digits_is_3_a(typed: str) -> None:
    assert check_code(SECRET, typed, NOW).message_code == "3-A"


@pytest.mark.parametrize("away", [-1, 0, 1])
def test_one_step_either_way_is_right_as_at_the_service(away: int) -> None:
    verdict = check_code(SECRET, totp_code(SECRET, STEP + away), NOW)
    assert verdict.is_right
    assert verdict.message_code == ""
    assert verdict.time_step == STEP + away


def test_two_steps_late_is_typed_late_and_no_drift() -> None:
    verdict = check_code(SECRET, totp_code(SECRET, STEP - 2), NOW)
    assert (verdict.message_code, verdict.typed_late, verdict.phone_offset_s) == ("3-C", True, -60)


@pytest.mark.parametrize(("away", "offset_s"), [(-6, -180), (6, 180), (2, 60), (-20, -600), (20, 600)])
def test_a_phone_with_another_time_is_3_c_with_its_offset(away: int, offset_s: int) -> None:
    verdict = check_code(SECRET, totp_code(SECRET, STEP + away), NOW)
    assert (verdict.message_code, verdict.typed_late, verdict.phone_offset_s) == ("3-C", False, offset_s)


def test_another_accounts_code_is_3_b() -> None:
    other = pyotp.random_base32()
    codes = {totp_code(SECRET, STEP + away) for away in range(-SEARCH_STEPS, SEARCH_STEPS + 1)}
    foreign = next(code for away in range(100) if (code := totp_code(other, STEP + away)) not in codes)
    assert check_code(SECRET, foreign, NOW).message_code == "3-B"


def test_a_code_of_more_than_ten_minutes_ago_is_3_b() -> None:
    assert check_code(SECRET, totp_code(SECRET, STEP - 21), NOW).message_code == "3-B"


def test_a_used_code_is_3_d() -> None:
    verdict = check_code(SECRET, totp_code(SECRET, STEP), NOW, last_used_step=STEP)
    assert verdict.finding is CodeFinding.USED
    assert check_code(SECRET, totp_code(SECRET, STEP + 1), NOW, last_used_step=STEP).is_right


def test_a_phone_that_agrees_with_this_computer_but_not_with_the_service_is_3_e() -> None:
    verdict = check_code(SECRET, totp_code(SECRET, STEP), NOW, service_offset=timedelta(minutes=5))
    assert verdict.message_code == "3-E"
    assert verdict.phone_offset_s == -300


def test_a_wrong_clock_of_this_computer_alone_does_no_harm() -> None:
    service_offset = timedelta(minutes=-7)
    code = totp_code(SECRET, time_step(NOW + service_offset))
    assert check_code(SECRET, code, NOW, service_offset=service_offset).is_right


@given(st.integers(-SEARCH_STEPS, SEARCH_STEPS), st.integers(0, 10**6))
def test_the_nearest_match_counts(away: int, minutes: int) -> None:
    now = NOW + timedelta(minutes=minutes)
    verdict = check_code(SECRET, totp_code(SECRET, time_step(now) + away), now)
    # A second step in the window with the same code may lie nearer (one time in 25,000).
    assert verdict.time_step is not None
    assert abs(verdict.time_step - time_step(now)) <= abs(away)
