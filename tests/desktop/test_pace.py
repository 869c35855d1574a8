"""The rate, the time left and the curve of a transfer, by a clock of the test's own."""

from __future__ import annotations

from dataclasses import replace

from tests.support.desktop_facts import transfer
from ui.desktop.pace import FilePaces, Pace

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


def test_the_time_left_of_a_file_is_its_own_and_not_that_of_all_files() -> None:
    """Of 22 sealed files each row told when the last one would be there."""
    paces, sent = FilePaces(), 3_100 * MB
    left: dict[int, float] = {}
    for second in range(20):
        moving, *others = transfer(files=4).files
        now = replace(transfer(), files=(replace(moving, sent_bytes=sent + second * 10 * MB), *others))
        left = paces.remaining_s(second, now)
    assert list(left) == [0], "nothing is said of what does not move yet"
    assert 160 < left[0] < 200
