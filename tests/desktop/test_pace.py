"""The rate, the time left and the curve of a transfer, by a clock of the test's own."""

from __future__ import annotations

from ui.desktop.pace import Pace

MB = 1_000_000


def test_the_curve_begins_with_the_first_byte_and_not_with_the_wait_for_it() -> None:
    pace = Pace()
    for second in range(40):
        pace.feed(second, 0)
    assert not pace.history
    for second in range(40, 60):
        pace.feed(second, (second - 39) * MB)
    assert len(pace.history) == 20
    assert min(pace.history) == max(pace.history) == MB


def test_a_line_that_stands_still_is_in_the_curve() -> None:
    pace = Pace()
    for second in range(10):
        pace.feed(second, min(second, 5) * MB)
    assert pace.history[-1] < 0.8 * MB
    assert len(pace.history) == 9


def test_the_time_left_does_not_jump_with_each_measurement() -> None:
    pace, shown = Pace(), set()
    for second in range(30):
        pace.feed(second, second * MB + (second % 2) * MB // 10)
        shown.add(pace.remaining_s(1000 * MB))
    shown.discard(None)
    assert len(shown) <= 3
