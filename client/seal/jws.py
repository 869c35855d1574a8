"""Signed statements of a service: compact JWS (RFC 7515) with Ed25519 (RFC 9864) and nothing else.

A header is exactly alg, kid and typ. Everything that JOSE otherwise allows has been somebody's break-in: `none`, an
HMAC keyed with the public key, keys and certificates carried in the header, critical extensions, unencoded payloads,
the JSON form, base64 that decodes in two ways, one JSON key twice. All of that is refused before the signature.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from client.model.strict_json import StrictJsonError, parse_strict_json
from client.seal.errors import (
    JwsFormError,
    JwsHeaderError,
    JwsKeyDateError,
    JwsKeyError,
    JwsPayloadError,
    JwsSignatureError,
)

ALGORITHM = "Ed25519"
# The service's JSON is at most 4 MiB (docs/SERVICE.md), and base64 makes four characters of three bytes.
MAX_TOKEN_CHARS = 6 * 1024 * 1024
MAX_HEADER_CHARS = 1024

_HEADER_KEYS = {"alg", "kid", "typ"}


@dataclass(frozen=True)
class VerificationKey:
    """A service's signing key as the profile names it: good for one purpose, between two moments (inclusive)."""

    kid: str
    purpose: str
    public_key: bytes = field(repr=False)
    not_before: datetime
    not_after: datetime


def sign_jws(payload: Mapping[str, Any], private_key: Ed25519PrivateKey, *, kid: str, typ: str) -> str:
    """The compact JWS over `payload` as JSON. Raises ValueError for what JSON cannot hold (NaN)."""
    header = {"alg": ALGORITHM, "kid": kid, "typ": typ}
    signed = f"{_encode(_to_json(header))}.{_encode(_to_json(payload))}"
    return f"{signed}.{_encode(private_key.sign(signed.encode('ascii')))}"


def require_jws(
    token: str, keys: Sequence[VerificationKey], *, purpose: str, typ: str, now: datetime
) -> dict[str, Any]:
    """The payload of `token`, once everything about it is right.

    `now` is the moment at which the key must have been valid: the present for something just received, the stored
    time of receipt for something verified again later. Raises JwsFormError, JwsHeaderError, JwsKeyError,
    JwsKeyDateError, JwsSignatureError and JwsPayloadError, in this order of checking.
    """
    parts = token.split(".") if len(token) <= MAX_TOKEN_CHARS else []
    if len(parts) != 3 or len(parts[0]) > MAX_HEADER_CHARS:
        raise JwsFormError
    header_bytes, payload_bytes, signature = (_decode(part) for part in parts)
    kid = _require_header(header_bytes, typ)
    matching = [key for key in keys if key.kid == kid and key.purpose == purpose]
    if not matching:
        raise JwsKeyError
    valid = [key for key in matching if key.not_before <= now <= key.not_after]
    if not valid:
        raise JwsKeyDateError
    signed = f"{parts[0]}.{parts[1]}".encode("ascii")
    if not any(_verifies(key.public_key, signature, signed) for key in valid):
        raise JwsSignatureError
    try:
        payload = parse_strict_json(payload_bytes)
    except StrictJsonError:
        raise JwsPayloadError from None
    if not isinstance(payload, dict):
        raise JwsPayloadError
    return payload


def _require_header(header_bytes: bytes, typ: str) -> str:
    try:
        header = parse_strict_json(header_bytes)
    except StrictJsonError:
        raise JwsFormError from None
    if not isinstance(header, dict) or set(header) != _HEADER_KEYS:
        raise JwsHeaderError
    kid = header["kid"]
    if header["alg"] != ALGORITHM or header["typ"] != typ or not isinstance(kid, str):
        raise JwsHeaderError
    return kid


def _verifies(public_key: bytes, signature: bytes, signed: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, signed)
    except (InvalidSignature, ValueError):
        return False
    return True


def _to_json(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode("utf-8")


def _encode(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode("ascii")


def _decode(part: str) -> bytes:
    try:
        content = base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise JwsFormError from None
    # The only spelling of these bytes: no padding, no '+' or '/', no stray low bits in the last character.
    if _encode(content) != part:
        raise JwsFormError
    return content
