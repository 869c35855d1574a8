"""Times from outside: read where they are times, and only those that every zone's clock can show."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from client.model.clock import format_time, parse_time


@pytest.fixture(params=["America/New_York", "Europe/Copenhagen", "Pacific/Kiritimati", "UTC"])
def zone(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    time.tzset()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system's zone cannot be set for one process")
@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("text", ["0002-01-01T00:00:00Z", "2026-11-21T18:12:48Z", "9998-12-31T23:59:59Z"])
def test_a_time_comes_back_and_every_zone_can_show_it(text: str) -> None:
    moment = parse_time(text)
    assert format_time(moment) == text
    assert moment.astimezone() == moment


@pytest.mark.parametrize(
    "text",
    [
        "",
        "now",
        "2026-11-21T18:12:48",
        "2026-13-01T00:00:00Z",
        "0001-01-01T00:00:00Z",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59Z",
        "9999-12-31T23:59:59-12:00",
    ],
)
def test_what_is_no_time_or_no_clock_could_show_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_time(text)


def test_another_offset_is_brought_to_utc() -> None:
    assert parse_time("2026-11-21T18:12:48+01:00") == datetime(2026, 11, 21, 17, 12, 48, tzinfo=UTC)
