"""The signed envelope of the submission manifest: what is signed comes back, and nothing else passes."""

from __future__ import annotations

import base64
import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from client.seal.manifest_envelope import (
    MAX_ENVELOPE_BYTES,
    ManifestEnvelopeError,
    manifest_device_id,
    require_manifest,
    sign_manifest,
)

KEY = Ed25519PrivateKey.from_private_bytes(b"\x07" * 32)
PUBLIC = KEY.public_key().public_bytes_raw()
PAYLOAD = {"schema": 1, "origin": "https://localhost:1", "files": [{"body_bytes": 2**52}], "approval": None}


def test_what_was_signed_comes_back() -> None:
    data = sign_manifest(PAYLOAD, KEY, "device-1")
    assert manifest_device_id(data) == "device-1"
    assert require_manifest(data, PUBLIC) == PAYLOAD


def test_every_flipped_bit_of_the_envelope_is_refused() -> None:
    data = sign_manifest(PAYLOAD, KEY, "device-1")
    for position in range(len(data)):
        changed = bytearray(data)
        changed[position] ^= 1 << (position % 8)
        with pytest.raises(ManifestEnvelopeError):
            require_manifest(bytes(changed), PUBLIC)


def test_another_key_another_device_and_a_signature_for_another_use_are_refused() -> None:
    data = sign_manifest(PAYLOAD, KEY, "device-1")
    other = Ed25519PrivateKey.from_private_bytes(b"\x08" * 32).public_key().public_bytes_raw()
    bare = json.loads(data)
    payload = base64.urlsafe_b64decode(bare["payload"] + "==")
    bare["signature"] = base64.urlsafe_b64encode(KEY.sign(payload)).rstrip(b"=").decode()
    for wrong, public in (
        (data, other),
        (data.replace(b"device-1", b"device-2"), PUBLIC),
        (json.dumps(bare).encode(), PUBLIC),
        (data, b"short"),
    ):
        with pytest.raises(ManifestEnvelopeError) as caught:
            require_manifest(wrong, public)
        assert caught.value.facts == {"reason": "signature"}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "form"),
        (b"[]", "form"),
        (b"[" * 100_000, "form"),
        (b'{"schema":2}', "version"),
        (b'{"schema":true,"payload":"","signature":"","device_id":"d"}', "form"),
        (b'{"schema":1,"schema":1,"payload":"","signature":"","device_id":"d"}', "form"),
        (b'{"schema":1.0,"payload":"","signature":"","device_id":"d"}', "form"),
        (b'{"schema":1,"payload":"e30=","signature":"","device_id":"d"}', "form"),
        (b'{"schema":1,"payload":"e31","signature":"","device_id":"d"}', "form"),
        (b'{"schema":1,"payload":"","signature":"","device_id":"d\\nx"}', "form"),
        (b'{"schema":1,"payload":"","signature":"","device_id":"d","jwk":1}', "form"),
        (b" " * (MAX_ENVELOPE_BYTES + 1), "size"),
        (b"\xff", "form"),
    ],
)
def test_another_form_is_refused_before_any_cryptography(data: bytes, reason: str) -> None:
    with pytest.raises(ManifestEnvelopeError) as caught:
        require_manifest(data, PUBLIC)
    assert caught.value.facts == {"reason": reason}


def test_a_device_id_cannot_carry_a_line_into_the_signed_bytes() -> None:
    with pytest.raises(ValueError, match="device id"):
        sign_manifest(PAYLOAD, KEY, "a\nb")
