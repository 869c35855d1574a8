"""Bandwidth limit, quiet hours, priorities, and many files: how an outbox shares one line."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.model.transfer import TransferProgress, TransferState
from client.transfer.line_limits import LineLimits, QuietHours, parse_quiet_hours
from client.transfer.pace import Pace
from tests.bench.process_tree import watched_memory
from tests.support.outbox_bench import Bench

DATA = b"GT " + bytes(range(256)) * 2000
MOST_KIB = (400 - 40) * 1024
"""400 MiB for all processes together; 40 of them are for the driver's own start, which this process has behind it."""


def local(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 21, hour, minute).astimezone()


def test_quiet_hours_cover_their_span_and_not_its_end() -> None:
    hours = parse_quiet_hours("07:00-18:30")
    assert hours is not None
    assert [hours.covers(local(*at)) for at in ((6, 59), (7, 0), (18, 29), (18, 30))] == [False, True, True, False]
    assert LineLimits(quiet=hours).quiet_until(local(12)) == "18:30"
    assert LineLimits(quiet=hours).quiet_until(local(20)) is None


def test_quiet_hours_may_cross_midnight() -> None:
    hours = parse_quiet_hours("22:00-06:00")
    assert hours is not None
    assert [hours.covers(local(at)) for at in (21, 22, 0, 5, 6)] == [False, True, True, True, False]


@pytest.mark.parametrize("text", ["7-18", "24:00-01:00", "07:00-07:00", "07:00", "07:60-08:00", " 07:00-08:00"])
def test_quiet_hours_in_any_other_form_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="quiet hours"):
        parse_quiet_hours(text)
    assert parse_quiet_hours("") is None


class FakeLine:
    def __init__(self, rate: float | None) -> None:
        self.rate = rate
        self.now_s = 0.0

    def nap(self, seconds: float) -> None:
        assert seconds > 0
        self.now_s += seconds


@given(
    st.lists(st.integers(1, 131072), min_size=1, max_size=200),
    st.floats(10_000, 50_000_000),
    st.lists(st.floats(0, 0.2), max_size=50),
)
def test_a_limit_is_kept_over_any_pieces_and_pauses(pieces: list[int], rate: float, pauses: list[float]) -> None:
    line = FakeLine(rate)
    pace = Pace(line, lambda: line.now_s)
    sent = 0
    for number, piece in enumerate(pieces):
        left = piece
        while left:
            allowed = pace.before_piece(left)
            assert 1 <= allowed <= left
            left -= allowed
            sent += allowed
            # A burst of a quarter of a second is allowed, the piece that is just going out among it.
            assert sent <= rate * (line.now_s + 0.25) + 1
        line.now_s += pauses[number] if number < len(pauses) else 0.0


def test_a_send_smaller_than_a_piece_takes_as_long_as_the_limit_says() -> None:
    line = FakeLine(20_000.0)
    pace, left, longest = Pace(line, lambda: line.now_s), 100_000, 0
    while left:
        allowed = pace.before_piece(left)
        left, longest = left - allowed, max(longest, allowed)
    assert line.now_s == pytest.approx(5.0, rel=0.01)
    assert longest <= 5_000


def test_many_small_bodies_of_one_worker_get_no_credit_of_their_own(bench: Bench) -> None:
    """Below a piece's 128 KiB each: ten of 12 kB under 60 kB/s take two seconds and do not just slip through."""
    bench.settings = replace(bench.settings, workers=1, limits=lambda: LineLimits(bytes_per_s=60_000.0))
    submission_id = bench.queue(*[b"GT " + bytes(12_000)] * 10)
    started_s = time.monotonic()
    assert bench.run(submission_id)[submission_id].state is TransferState.DONE
    assert bench.desk.received_bytes() / (time.monotonic() - started_s) < 60_000 * 1.15


def test_without_a_limit_nothing_waits() -> None:
    line = FakeLine(None)
    Pace(line, lambda: line.now_s).before_piece(10**9)
    assert line.now_s == 0


def test_two_uploads_share_one_limit(bench: Bench) -> None:
    rate = 1_000_000.0
    bench.settings = replace(bench.settings, limits=lambda: LineLimits(bytes_per_s=rate))
    submission_id = bench.queue(DATA * 2, DATA * 2)
    started_s = time.monotonic()
    assert bench.run(submission_id)[submission_id].state is TransferState.DONE
    took_s = time.monotonic() - started_s
    assert bench.desk.received_bytes() / took_s < rate * 1.3


def test_in_quiet_hours_files_are_prepared_and_nothing_is_sent(bench: Bench) -> None:
    now = datetime.now(UTC).astimezone()
    minute = now.hour * 60 + now.minute
    quiet = LineLimits(quiet=QuietHours((minute - 5) % 1440, (minute + 60) % 1440))
    outside = LineLimits(quiet=QuietHours((minute + 60) % 1440, (minute + 120) % 1440))
    present = [quiet]
    bench.settings = replace(bench.settings, limits=lambda: present[0])
    bench.clock = lambda: datetime.now(UTC)
    submission_id = bench.queue(DATA, DATA)
    seen: list[TransferProgress] = []

    def look(progress: TransferProgress) -> None:
        seen.append(progress)
        if progress.trouble is not None and progress.state is TransferState.UPLOADING:
            assert progress.trouble.code == "OUTBOX-QUIET-HOURS"
            assert bench.desk.received_bytes() == 0
            present[0] = outside

    assert bench.run(submission_id, look)[submission_id].state is TransferState.DONE
    assert any(progress.trouble is not None for progress in seen)
    assert seen[-1].trouble is None


def test_quiet_hours_that_begin_stop_a_running_upload_with_its_place_kept(bench: Bench) -> None:
    now = datetime.now(UTC).astimezone()
    minute = now.hour * 60 + now.minute
    quiet = LineLimits(quiet=QuietHours((minute - 5) % 1440, (minute + 60) % 1440))
    present = [LineLimits()]
    bench.settings = replace(bench.settings, limits=lambda: present[0])
    bench.clock = lambda: datetime.now(UTC)
    bench.desk.piece_delay_s = 0.03
    submission_id = bench.queue(DATA * 6)
    quiet_since: list[float] = []

    def look(progress: TransferProgress) -> None:
        if progress.sent_bytes and not quiet_since:
            present[0] = quiet
            quiet_since.append(time.monotonic())
        elif quiet_since and progress.trouble is not None:
            present[0] = LineLimits()
            bench.desk.piece_delay_s = 0

    assert bench.run(submission_id, look)[submission_id].state is TransferState.DONE
    assert bench.desk.received_bytes() == sum(path.stat().st_size for path in bench.desk.uploads())


def test_what_is_put_first_goes_first_and_can_be_put_there_while_others_are_sent(bench: Bench) -> None:
    bench.settings = replace(bench.settings, workers=1, most_preparing=1)
    first, second, third = (bench.queue(DATA) for _ in range(3))
    bench.outbox.send_first(second)
    bench.outbox.send_first(third)
    assert bench.outbox.turns() == (third, second, first)
    order: list[str] = []

    def look(progress: TransferProgress) -> None:
        if progress.state is TransferState.DONE and progress.submission_id not in order:
            order.append(progress.submission_id)
            bench.outbox.send_first(first)

    bench.run(None, look)
    # Reports of one moment are bundled, so the order of the job calls is asked at the service.
    assert (bench.desk.folder / "submitted").read_text().split()[0] == third
    assert sorted(order) == sorted([first, second, third])
    assert bench.outbox.turns() == ()


def many_files(bench: Bench, files: int, workers: int) -> float:
    """The driver's processor seconds: they do not depend on what else the machine does."""
    bench.settings = replace(bench.settings, workers=workers, most_preparing=workers)
    submission_id = bench.queue(*(b"GT %d" % number for number in range(files)))
    reports: list[float] = []
    started_s, started_cpu_s = time.monotonic(), time.process_time()
    with watched_memory(0.25) as most_kib:
        outcome = bench.run(submission_id, lambda _progress: reports.append(time.monotonic()))[submission_id]
    took_s = time.monotonic() - started_s
    assert most_kib[0] < MOST_KIB
    assert most_kib[0] > 0 or sys.platform != "linux"
    assert outcome.state is TransferState.DONE
    assert len(bench.desk.contents(submission_id)) == files
    assert len(reports) <= 10 * took_s + 2
    return time.process_time() - started_cpu_s


def test_24_files_at_once(bench: Bench) -> None:
    many_files(bench, 24, workers=24)


def test_a_hundred_files_by_two_workers(bench: Bench) -> None:
    many_files(bench, 100, workers=2)


@pytest.mark.soak
def test_a_thousand_files_in_one_outbox(bench: Bench) -> None:
    assert many_files(bench, 1000, workers=2) < 120


def test_finished_submissions_are_forgotten_after_their_time(bench: Bench) -> None:
    submission_id = bench.queue(DATA)
    bench.run(submission_id)
    assert bench.outbox.remove_finished(bench.clock() - timedelta(days=30)) == 0
    assert bench.outbox.remove_finished(bench.clock() + timedelta(seconds=1)) == 1
    assert bench.outbox.transfers() == ()
