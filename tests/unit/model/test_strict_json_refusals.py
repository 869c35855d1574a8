"""What outside JSON may not hold, and that each room says so in its own way."""

from __future__ import annotations

import pytest

from client.model.strict_json import StrictJsonError, parse_strict_json
from client.network.errors import ContractError
from client.network.fields import parse_json
from client.seal.manifest_envelope import ManifestEnvelopeError, manifest_device_id
from practice.json_object import JsonFormError, parse_json_object

REFUSED = {
    "a key twice": b'{"a": 1, "a": 1}',
    "a key twice deep down": b'{"a": [{"b": 1, "b": 2}]}',
    "not a number": b'{"a": NaN}',
    "infinity": b'{"a": -Infinity}',
    "beyond a double": b'{"a": 1e400}',
    "beyond 64 bits": b'{"a": 123456789012345678901}',
    "a lone surrogate": b'{"a": "\\ud800"}',
    "not UTF-8": b'{"a": "\xff"}',
    "a byte order mark": b'\xef\xbb\xbf{"a": 1}',
    "33 levels": b'{"a":' + b"[" * 32 + b"]" * 32 + b"}",
    "200,000 levels": b'{"a":' + b"[" * 200_000,
    "something behind it": b'{"a": 1} 2',
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED.keys())
def test_every_room_refuses_what_strict_json_refuses(data: bytes) -> None:
    with pytest.raises(StrictJsonError):
        parse_strict_json(data)
    with pytest.raises(ContractError):
        parse_json(data)
    with pytest.raises(JsonFormError):
        parse_json_object(data)
    with pytest.raises(ManifestEnvelopeError):
        manifest_device_id(data)


def test_the_reason_says_which_bound() -> None:
    for data, reason in ((REFUSED["33 levels"], "too-deep"), (b" " * (4 * 1024**2 + 1), "too-long"), (b"[", "json")):
        with pytest.raises(StrictJsonError) as caught:
            parse_strict_json(data)
        assert caught.value.reason == reason


def test_where_only_whole_numbers_belong_a_fraction_is_refused() -> None:
    assert parse_strict_json(b"[1, -2]", whole_numbers=True) == [1, -2]
    assert parse_strict_json(b"[1.5]") == [1.5]
    for data in (b"[1.5]", b"[1e2]"):
        with pytest.raises(StrictJsonError):
            parse_strict_json(data, whole_numbers=True)
