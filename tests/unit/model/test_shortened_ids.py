"""An id may be typed whole or as its beginning; what fits several is refused with the ids it fits."""

from __future__ import annotations

import pytest

from client.model.shortened_ids import ShortenedIdError, find_id

IDS = ("3f2a91c0aa", "3f2a91c0ab", "77b2d1e0ff", "77b2")


@pytest.mark.parametrize(("typed", "found"), [("3f2a91c0ab", "3f2a91c0ab"), ("77b2d", "77b2d1e0ff"), ("9", None)])
def test_a_whole_id_or_the_beginning_of_one_alone_is_found(typed: str, found: str | None) -> None:
    assert find_id(typed, IDS) == found


def test_an_id_that_begins_another_is_itself() -> None:
    assert find_id("77b2", IDS) == "77b2"


def test_nothing_typed_is_the_beginning_of_nothing() -> None:
    assert find_id("", IDS[:1]) is None


def test_candidates_are_shown_long_enough_to_be_typed() -> None:
    with pytest.raises(ShortenedIdError) as refused:
        find_id("3f", IDS)
    assert refused.value.facts == {"matches": 2, "candidates": "3f2a91c0aa, 3f2a91c0ab"}
    for candidate in str(refused.value.facts["candidates"]).split(", "):
        assert find_id(candidate, IDS) == candidate


def test_of_many_candidates_five_are_shown() -> None:
    many = [f"{number:012x}" for number in range(40)]
    with pytest.raises(ShortenedIdError) as refused:
        find_id("0", many)
    assert refused.value.facts["matches"] == 40
    assert str(refused.value.facts["candidates"]).count("0000") >= 5
    assert str(refused.value.facts["candidates"]).endswith(", …")


def test_the_same_id_twice_is_one() -> None:
    assert find_id("aa", ["aabb", "aabb"]) == "aabb"
