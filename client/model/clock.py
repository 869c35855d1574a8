"""Time as it is passed in, stored and sent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, UTC, datetime

Clock = Callable[[], datetime]
"""Returns the present moment, timezone-aware, in UTC. Code takes a clock; it never asks the machine itself."""


def system_clock() -> datetime:
    """The machine's own time."""
    return datetime.now(UTC)


def format_time(moment: datetime) -> str:
    """RFC 3339 in UTC with `Z`, whole seconds: `2026-11-21T18:12:48Z`."""
    return moment.astimezone(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")


def parse_time(text: str) -> datetime:
    """Read RFC 3339; raises ValueError for anything without an offset, and at both ends of the calendar: there is no
    9999-12-31 23:30 UTC on a clock in Copenhagen."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None or moment.year in (MINYEAR, MAXYEAR):
        raise ValueError("no time with an offset that every zone's clock can show")
    return moment.astimezone(UTC)
