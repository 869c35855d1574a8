"""Downloads: they go on where they broke off, and end at exactly the bytes that were signed."""

from __future__ import annotations

import stat

import pytest

from client.jobs.errors import (
    ResultHashError,
    ResultLengthError,
    ResultPlaceError,
    ResultStoppedError,
)
from client.network.errors import NotSignedInError, PinMismatchError, UnreachableError
from tests.support.result_bench import SEALED, Bench, entry, listing


def test_a_download_that_breaks_goes_on_where_it_was(bench: Bench) -> None:
    bench.source.plan = [
        (20_000, UnreachableError(reason="reset")),
        (0, UnreachableError(reason="reset")),
        (5_000, None),
    ]
    path = bench.download.fetch(entry(SEALED))
    assert path.read_bytes() == SEALED
    assert bench.source.offsets == [0, 20_000, 20_000, 25_000]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_part_from_an_earlier_run_is_continued(bench: Bench) -> None:
    bench.source.plan = [(20_000, PinMismatchError(presented_pin="x"))]
    with pytest.raises(PinMismatchError):
        bench.download.fetch(entry(SEALED))
    assert bench.waits == []
    assert bench.download.fetch(entry(SEALED)).read_bytes() == SEALED
    assert bench.source.offsets == [0, 20_000]


def test_a_service_that_ignores_ranges_is_read_from_the_start(bench: Bench) -> None:
    bench.source.ranges = False
    bench.source.plan = [(20_000, UnreachableError(reason="reset"))]
    assert bench.download.fetch(entry(SEALED)).read_bytes() == SEALED


def test_a_service_that_never_goes_on_is_given_up_and_the_part_is_kept(bench: Bench) -> None:
    bench.source.plan = [(20_000, UnreachableError(reason="reset"))] + [(0, UnreachableError(reason="reset"))] * 50
    with pytest.raises(UnreachableError):
        bench.download.fetch(entry(SEALED))
    assert len(bench.source.offsets) == 6
    assert sum(bench.waits) > 20
    assert [path.stat().st_size for path in (bench.home / "spool").iterdir()] == [20_000]


def test_a_session_that_is_over_stops_at_once(bench: Bench) -> None:
    bench.source.plan = [(0, NotSignedInError(problem="none"))] * 5
    with pytest.raises(NotSignedInError):
        bench.download.fetch(entry(SEALED))
    assert len(bench.source.offsets) == 2


def test_more_bytes_than_were_signed_are_cut_off_and_nothing_is_kept(bench: Bench) -> None:
    bench.source.sealed["chr20.dose.vcf.gz"] = SEALED * 50
    for lied in (None, len(SEALED)):
        bench.source.lied_total = lied
        with pytest.raises(ResultLengthError):
            bench.download.fetch(entry(SEALED))
    assert listing(bench.home / "spool") == []


def test_other_bytes_than_were_signed_are_never_opened(bench: Bench) -> None:
    changed = bytearray(SEALED)
    changed[-1] ^= 1
    bench.source.sealed["chr20.dose.vcf.gz"] = bytes(changed)
    with pytest.raises(ResultHashError):
        bench.fetch(entry(SEALED))
    assert listing(bench.home / "spool") == []
    assert listing(bench.out) == []


def test_a_link_in_the_place_of_a_part_is_not_followed(bench: Bench) -> None:
    precious = bench.home / "precious"
    precious.write_bytes(b"precious")
    (bench.home / "spool").mkdir()
    (bench.home / "spool" / f"{entry(SEALED).sealed_sha256}.part").symlink_to(precious)
    with pytest.raises(ResultPlaceError) as caught:
        bench.download.fetch(entry(SEALED))
    assert caught.value.facts == {"reason": "link"}
    assert precious.read_bytes() == b"precious"


def test_a_download_can_be_stopped_and_keeps_its_part(bench: Bench) -> None:
    answers = iter([False, False, True])
    bench.should_stop = lambda: next(answers, True)
    with pytest.raises(ResultStoppedError):
        bench.download.fetch(entry(SEALED))
    assert [path.stat().st_size for path in (bench.home / "spool").iterdir()] == [20_000]
