"""The submission manifest's envelope: JSON that the device key has signed, before it is sealed.

    {"schema": 1, "payload": P, "signature": S, "device_id": D}

P is base64url without padding of the payload's JSON bytes (UTF-8, one object); D the device's id as the service
knows it; S base64url without padding of the Ed25519 signature over

    "genoseal/1 submission manifest" LF D LF payload bytes

The text in front keeps a signature made for anything else (a request, a token) from passing for a manifest, D inside
keeps one device's manifest from being shown as another's. The payload's members are those of
`client.model.job.SubmissionManifest.to_claims`.

The service reads it in this order: `manifest_device_id` (unverified, only to look the device's key up among those of
the signed-in user), `require_manifest` with that key, then the payload's own rules.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from typing import Any, Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from client.model.errors import ServerIdentityError
from client.model.strict_json import StrictJsonError, parse_strict_json

MAX_ENVELOPE_BYTES = 2 * 1024 * 1024

_CONTEXT = b"genoseal/1 submission manifest\n"
_DEVICE_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_BASE64URL = re.compile(r"[A-Za-z0-9_-]*")


class ManifestEnvelopeError(ServerIdentityError):
    """The manifest's envelope is refused; `reason` is size, form, version or signature."""

    code = "MANIFEST-ENVELOPE"
    fact_names = ("reason",)


class ManifestSigner(Protocol):
    """What signs: `client.seal.device_key.DeviceKey`."""

    def sign(self, data: bytes, /) -> bytes:
        """The 64-byte Ed25519 signature."""


def sign_manifest(payload: dict[str, Any], device_key: ManifestSigner, device_id: str) -> bytes:
    """The envelope's bytes, ready to be sealed. `payload` must be JSON; raises ValueError for a bad `device_id`."""
    if not _DEVICE_ID.fullmatch(device_id):
        raise ValueError("a device id is 1 to 64 of A-Z a-z 0-9 _ -")
    data = _to_json(payload)
    signature = device_key.sign(_signed_bytes(device_id, data))
    envelope = {"schema": 1, "payload": _encode(data), "signature": _encode(signature), "device_id": device_id}
    return _to_json(envelope)


def manifest_device_id(data: bytes) -> str:
    """The device id an envelope claims, before anything is verified. Raises ManifestEnvelopeError."""
    return _read_envelope(data)[2]


def require_manifest(data: bytes, public_key: bytes) -> dict[str, Any]:
    """The payload, when the raw Ed25519 `public_key` has signed it. Raises ManifestEnvelopeError."""
    payload, signature, device_id = _read_envelope(data)
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, _signed_bytes(device_id, payload))
    except (InvalidSignature, ValueError):
        raise ManifestEnvelopeError(reason="signature") from None
    return _from_json(payload)


def _signed_bytes(device_id: str, payload: bytes) -> bytes:
    return _CONTEXT + device_id.encode() + b"\n" + payload


def _read_envelope(data: bytes) -> tuple[bytes, bytes, str]:
    if len(data) > MAX_ENVELOPE_BYTES:
        raise ManifestEnvelopeError(reason="size")
    envelope = _from_json(data)
    schema = envelope.get("schema")
    if type(schema) is int and schema > 1:
        raise ManifestEnvelopeError(reason="version")
    if set(envelope) != {"schema", "payload", "signature", "device_id"} or type(schema) is not int or schema != 1:
        raise ManifestEnvelopeError(reason="form")
    device_id = envelope["device_id"]
    if not isinstance(device_id, str) or not _DEVICE_ID.fullmatch(device_id):
        raise ManifestEnvelopeError(reason="form")
    return _decode(envelope["payload"]), _decode(envelope["signature"]), device_id


def _to_json(value: dict[str, Any]) -> bytes:
    text = json.dumps(value, ensure_ascii=True, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def _from_json(data: bytes) -> dict[str, Any]:
    """One JSON object without duplicate keys or numbers that are not whole. Raises ManifestEnvelopeError."""
    try:
        value = parse_strict_json(data, whole_numbers=True)
    except StrictJsonError:
        raise ManifestEnvelopeError(reason="form") from None
    if not isinstance(value, dict):
        raise ManifestEnvelopeError(reason="form")
    return value


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decode(text: object) -> bytes:
    if not isinstance(text, str) or not _BASE64URL.fullmatch(text):
        raise ManifestEnvelopeError(reason="form")
    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        raise ManifestEnvelopeError(reason="form") from None
    if _encode(raw) != text:  # one text for one value, so that no second envelope carries the same signature
        raise ManifestEnvelopeError(reason="form")
    return raw
