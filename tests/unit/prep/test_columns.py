"""Fields of many lines read at once say what reading them one by one says."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prep.columns import distinct_values, equals, gather, read_numbers

fields = st.lists(
    st.one_of(
        st.integers(0, 10**10).map(lambda number: str(number).encode()),
        st.binary(max_size=12).filter(lambda value: b"\t" not in value),
        st.text("0123456789/:. ", max_size=11).map(str.encode),
    ),
    min_size=1,
    max_size=40,
)


def block_of(values: list[bytes]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The fields with a tab behind each, their ends and their lengths."""
    buffer = np.frombuffer(b"\t".join(values) + b"\t", np.uint8)
    return buffer, np.flatnonzero(buffer == 9), np.array([len(value) for value in values])


@settings(max_examples=200, deadline=None)
@given(fields)
def test_numbers_are_those_that_a_plain_reader_finds(values: list[bytes]) -> None:
    numbers, is_number = read_numbers(*block_of(values))
    wanted = [re.fullmatch(rb"[0-9]{1,9}", value) is not None for value in values]
    assert is_number.tolist() == wanted
    assert numbers.tolist() == [int(value) if ok else 0 for value, ok in zip(values, wanted, strict=True)]


@settings(max_examples=200, deadline=None)
@given(fields)
def test_distinct_values_are_each_named_once_and_found_again(values: list[bytes]) -> None:
    buffer, ends, lengths = block_of(values)
    distinct, index = distinct_values(buffer, ends - lengths, lengths)
    assert [distinct[place] for place in index] == values
    assert len(set(distinct)) == len(distinct)


@pytest.mark.parametrize("value", [b"", b"A", b"chr20", b"GT:AD:DP:GQ:PL", b"12345678"])
def test_equal_is_only_what_is_equal_to_the_last_byte(value: bytes) -> None:
    others = [value[:at] + b"!" + value[at + 1 :] for at in range(len(value))]
    buffer, ends, lengths = block_of([value, *others, value])
    assert equals(buffer, ends - lengths, value).tolist() == [True, *([False] * len(others)), True]


def test_bytes_outside_of_the_buffer_are_refused() -> None:
    buffer = np.frombuffer(b"0123456789", np.uint8)
    assert gather(buffer, np.array([6, 0]), 4).tobytes() == b"67890123"
    for place in (-1, 7):
        with pytest.raises(IndexError):
            gather(buffer, np.array([0, place]), 4)
