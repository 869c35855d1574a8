"""Whatever was guessed, the hash is that of exactly the bytes asked for."""

from __future__ import annotations

import hashlib
import io
import os
import random
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from client.network.hash_ahead import HashAhead, _Task

CONTENT = random.Random(5).randbytes(3_000_000)
RANGES = st.lists(
    st.tuples(st.integers(0, len(CONTENT) - 1), st.integers(1, 1_500_000), st.booleans()), min_size=1, max_size=8
)


@settings(max_examples=40, deadline=None)
@given(RANGES)
def test_any_order_of_pieces_gives_their_hashes(ranges: list[tuple[int, int, bool]]) -> None:
    with open(os.memfd_create("body"), "w+b", buffering=0) as source:  # noqa: PTH123 - no path
        source.write(CONTENT)
        ahead = HashAhead()
        end = 0
        for start, length, goes_on in ranges:
            offset = end if goes_on and end < len(CONTENT) else start
            length = min(length, len(CONTENT) - offset)
            assert ahead.sha256(source, offset, length) == hashlib.sha256(CONTENT[offset : offset + length]).digest()
            end = offset + length
        ahead.stop()


def test_the_next_piece_is_ready_also_when_pieces_grow_and_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "body"
    path.write_bytes(CONTENT)
    ahead = HashAhead()
    hits = []
    with path.open("rb", buffering=0) as source:
        offset = 0
        for length in (100_000, 400_000, 800_000, 800_000, 400_000, 800_000):
            length = min(length, len(CONTENT) - offset)
            ready = ahead._collect(source, offset, length)
            hits.append(ready is not None)
            # Back to the state before the look, by asking again.
            ahead._begin(source, offset, [length])
            assert ahead.sha256(source, offset, length) == hashlib.sha256(CONTENT[offset : offset + length]).digest()
            offset += length
        assert offset == len(CONTENT)
        ahead.stop()
    assert hits == [False, True, True, True, False, True]


def test_a_stream_without_a_descriptor_is_hashed_when_asked() -> None:
    source = io.BytesIO(CONTENT)
    ahead = HashAhead()
    for offset in range(0, len(CONTENT), 1_000_000):
        expected = hashlib.sha256(CONTENT[offset : offset + 1_000_000]).digest()
        assert ahead.sha256(source, offset, 1_000_000) == expected


def test_another_file_under_the_same_descriptor_is_not_mistaken(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_bytes(CONTENT)
    second.write_bytes(CONTENT[::-1])
    ahead = HashAhead()
    with first.open("rb", buffering=0) as source:
        ahead.sha256(source, 0, 1000)
    with second.open("rb", buffering=0) as source:
        assert ahead.sha256(source, 1000, 1000) == hashlib.sha256(CONTENT[::-1][1000:2000]).digest()
    ahead.stop()


def test_a_guess_that_was_too_long_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "body"
    with path.open("wb") as sink:
        sink.truncate(64 << 30)
    ahead = HashAhead()
    with path.open("rb", buffering=0) as source:
        ahead.sha256(source, 0, 1000)
        ahead._begin(source, 1000, [500_000, 32 << 30])
        task, thread = ahead._task, ahead._thread
        assert task is not None
        assert thread is not None
        assert ahead._collect(source, 1000, 500_000) == hashlib.sha256(bytes(500_000)).digest()
        assert not thread.is_alive()
        assert list(task.digests) == [500_000]


def test_a_file_that_shrank_under_it_ends_the_wait(tmp_path: Path) -> None:
    path = tmp_path / "body"
    path.write_bytes(CONTENT[:1000])
    with path.open("rb", buffering=0) as source:
        task = _Task(source, os.dup(source.fileno()), 0, [1000, len(CONTENT)])
        task.run()
    assert task.wait_for(1000) == hashlib.sha256(CONTENT[:1000]).digest()
    assert task.wait_for(len(CONTENT)) is None
