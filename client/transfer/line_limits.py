"""How much of the line transfers may take, and when: one limit for all of them together, and quiet hours."""

from __future__ import annotations

import re
from datetime import datetime
from typing import NamedTuple

_DAY_MINUTES = 24 * 60
_SPAN = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-3]):([0-5][0-9])")


class QuietHours(NamedTuple):
    """Every day from `start_minute` to `end_minute` (minutes of the local day; may cross midnight) nothing is sent.

    Preparing goes on, and the job call, which is small, is made.
    """

    start_minute: int
    end_minute: int

    def covers(self, local: datetime) -> bool:
        """True where `local` (a local time) lies inside; the end itself does not."""
        minute = local.hour * 60 + local.minute
        return (minute - self.start_minute) % _DAY_MINUTES < (self.end_minute - self.start_minute) % _DAY_MINUTES

    @property
    def end_text(self) -> str:
        """`18:00`."""
        return f"{self.end_minute // 60:02d}:{self.end_minute % 60:02d}"


class LineLimits(NamedTuple):
    """`bytes_per_s` for all uploads together, None without a limit."""

    bytes_per_s: float | None = None
    quiet: QuietHours | None = None

    def quiet_until(self, now: datetime) -> str | None:
        """When quiet hours end, as local clock time, while they last; None outside of them."""
        if self.quiet is None or not self.quiet.covers(now.astimezone()):
            return None
        return self.quiet.end_text


def parse_quiet_hours(text: str) -> QuietHours | None:
    """Read `07:00-18:00` (local time; `22:00-06:00` crosses midnight), or an empty text for none.

    Raises ValueError for anything else, and for a span of no length.
    """
    if not text:
        return None
    match = _SPAN.fullmatch(text)
    if match is None:
        raise ValueError("quiet hours are HH:MM-HH:MM")
    start_hour, start_minute, end_hour, end_minute = map(int, match.groups())
    hours = QuietHours(start_hour * 60 + start_minute, end_hour * 60 + end_minute)
    if hours.start_minute == hours.end_minute:
        raise ValueError("quiet hours need a length")
    return hours
