"""Bounded time for hostile texts, and the same values as the standard parser for good ones."""

from __future__ import annotations

import contextlib
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.model.strict_json import MAX_JSON_BYTES, MAX_JSON_DEPTH, Json
from client.network.errors import ContractError
from client.network.fields import Fields, parse_json

PLAIN_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**62), 2**62)
    | st.floats(allow_nan=False, allow_infinity=False)
    | PLAIN_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(PLAIN_TEXT, inner, max_size=4),
    max_leaves=20,
)


@given(VALUES, st.booleans())
def test_good_json_reads_as_with_the_standard_parser(value: Json, ascii_only: bool) -> None:
    data = json.dumps(value, ensure_ascii=ascii_only).encode()
    assert parse_json(data) == value


@given(st.binary(max_size=300))
def test_any_bytes_give_a_value_or_the_coded_error(data: bytes) -> None:
    with contextlib.suppress(ContractError):
        parse_json(data)


@pytest.mark.parametrize(
    "data",
    [
        b'"' + b'\\"' * (MAX_JSON_BYTES // 2 - 2),
        b'\\"' * (MAX_JSON_BYTES // 2),
        b"[]" * (MAX_JSON_BYTES // 2),
        b"[" * MAX_JSON_BYTES,
        b"]" * MAX_JSON_BYTES,
        b'{"' + b"a" * (MAX_JSON_BYTES - 2),
        b"9" * MAX_JSON_BYTES,
        b" " * MAX_JSON_BYTES,
    ],
    ids=["open string", "quotes", "pairs", "open", "closed", "key", "digits", "spaces"],
)
def test_four_mebibytes_of_anything_take_bounded_time(data: bytes) -> None:
    started = time.process_time()
    with pytest.raises(ContractError):
        parse_json(data)
    assert time.process_time() - started < 10


def test_depth_is_counted_outside_of_strings_only() -> None:
    assert parse_json(json.dumps(["[" * 100]).encode()) == ["[" * 100]
    deepest = b"[" * MAX_JSON_DEPTH + b"]" * MAX_JSON_DEPTH
    assert parse_json(deepest)
    with pytest.raises(ContractError):
        parse_json(b"[" + deepest + b"]")


def test_fields_refuse_every_other_kind() -> None:
    fields = Fields({"t": "x", "i": 3, "b": True, "n": None, "neg": -1, "list": ["a", 1], "id": "../x", "time": "now"})
    assert (fields.text("t"), fields.integer("i"), fields.boolean("b")) == ("x", 3, True)
    assert fields.text_or_none("n") is None
    for ask in (
        lambda: fields.text("i"),
        lambda: fields.text("missing"),
        lambda: fields.integer("b"),
        lambda: fields.integer("neg"),
        lambda: fields.boolean("i"),
        lambda: fields.texts("list"),
        lambda: fields.items("list"),
        lambda: fields.identifier("id"),
        lambda: fields.time("time"),
        lambda: fields.item("t"),
        lambda: Fields([]),
    ):
        with pytest.raises(ContractError):
            ask()
