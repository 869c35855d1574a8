"""Is the code that somebody typed right, and if not, why not? Found on this computer, over the secret it was given.

The verdicts' codes 3-A to 3-E are the language of the telephone call with the helpdesk and never change. The service
itself stays at one time step either way; the wide search here is for enrolling only, where the secret is at hand.
"""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta
from enum import Enum
from typing import NamedTuple

import pyotp

TIME_STEP_S = 30
CODE_DIGITS = 6
ACCEPTED_STEPS = 1
TYPED_LATE_STEPS = 2
SEARCH_STEPS = 20
"""Ten minutes either way."""


class CodeFinding(Enum):
    """What was found; `value` is the message code (empty: the code is right)."""

    RIGHT = ""
    TOO_SHORT = "3-A"
    NO_MATCH = "3-B"
    OTHER_TIME = "3-C"
    USED = "3-D"
    CLOCK = "3-E"


class CodeVerdict(NamedTuple):
    """A finding and its numbers.

    `phone_offset_s`: how far the phone's time is from the service's (minus: behind), for OTHER_TIME and CLOCK.
    `typed_late`: the code was right a moment ago; nothing is wrong with any clock. `time_step` is the step that the
    code belongs to, or None.
    """

    finding: CodeFinding
    phone_offset_s: int = 0
    typed_late: bool = False
    time_step: int | None = None

    @property
    def is_right(self) -> bool:
        return self.finding is CodeFinding.RIGHT

    @property
    def message_code(self) -> str:
        return self.finding.value


def plain_code(typed: str) -> str:
    """What was typed or pasted, without the spaces and hyphens that apps show."""
    return "".join(character for character in typed if not character.isspace() and character not in "-\u2009\u202f")


def time_step(moment: datetime) -> int:
    """The number of the 30-second step (RFC 6238, T0 = 0)."""
    return int(moment.timestamp()) // TIME_STEP_S


def totp_code(secret: str, step: int) -> str:
    """The code of a time step (SHA-1, six digits)."""
    return pyotp.TOTP(secret, digits=CODE_DIGITS, interval=TIME_STEP_S).generate_otp(step)


def check_code(
    secret: str,
    typed: str,
    now: datetime,
    *,
    service_offset: timedelta = timedelta(),
    last_used_step: int | None = None,
) -> CodeVerdict:
    """Judge a code while enrolling.

    `now` is this computer's time, `service_offset` what the service's clock is ahead of it, `last_used_step` the step
    of a code that was already accepted. The nearest match within ten minutes counts.
    """
    code = plain_code(typed)
    if len(code) != CODE_DIGITS or not code.isascii() or not code.isdigit():
        return CodeVerdict(CodeFinding.TOO_SHORT)
    service_step = time_step(now + service_offset)
    away = _nearest(secret, code, service_step)
    if away is None:
        return CodeVerdict(CodeFinding.NO_MATCH)
    step = service_step + away
    if last_used_step is not None and step <= last_used_step:
        return CodeVerdict(CodeFinding.USED, time_step=step)
    if abs(away) <= ACCEPTED_STEPS:
        return CodeVerdict(CodeFinding.RIGHT, time_step=step)
    if abs(step - time_step(now)) <= ACCEPTED_STEPS:
        # Phone and computer agree, the service does not: one of those two clocks is off, and it is not the phone's.
        return CodeVerdict(CodeFinding.CLOCK, phone_offset_s=away * TIME_STEP_S, time_step=step)
    typed_late = -TYPED_LATE_STEPS <= away < 0
    return CodeVerdict(CodeFinding.OTHER_TIME, away * TIME_STEP_S, typed_late, step)


def _nearest(secret: str, code: str, step: int) -> int | None:
    """How many steps away from `step` the code is right, nearest first."""
    for distance in range(SEARCH_STEPS + 1):
        for away in (-distance, distance) if distance else (0,):
            if step + away >= 0 and hmac.compare_digest(totp_code(secret, step + away), code):
                return away
    return None
