"""Requests signed with the device key: HTTP Message Signatures (RFC 9421) over method, target and Content-Digest.

One shape only, both ways: the components and parameters below, in this order, under the label `genoseal`. A verifier
that understood more would let a front end choose what is covered.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from client.model.clock import Clock
from client.seal.device_key import DeviceKey
from client.seal.errors import RequestSignatureError

LABEL = "genoseal"
MAX_AHEAD_S = 60

_COMPONENTS = '("@method" "@target-uri" "content-digest")'
_KEY_ID = re.compile(r"[A-Za-z0-9._:-]{1,128}", re.ASCII)
_INPUT = re.compile(
    rf"{LABEL}=(?P<params>{re.escape(_COMPONENTS)}"
    r';created=(?P<created>[0-9]{1,12});keyid="(?P<keyid>[A-Za-z0-9._:-]{1,128})";alg="ed25519";tag="genoseal")',
    re.ASCII,
)
_SIGNATURE = re.compile(rf"{LABEL}=:(?P<signature>[A-Za-z0-9+/]{{86}}==):", re.ASCII)


def sign_request(
    method: str, url: str, body_sha256: bytes, device_key: DeviceKey, key_id: str, created: datetime
) -> dict[str, str]:
    """The headers to add: Content-Digest, Signature-Input and Signature.

    `url` is the whole URL as it is sent, query included; of the body, which may be streamed, its SHA-256 (32 bytes).
    Raises ValueError for a `key_id` of other characters than letters, digits, `.`, `_`, `:` and `-`.
    """
    if _KEY_ID.fullmatch(key_id) is None:
        raise ValueError("a key id is a short name")
    params = f'{_COMPONENTS};created={int(created.timestamp())};keyid="{key_id}";alg="ed25519";tag="genoseal"'
    digest = format_content_digest(body_sha256)
    signature = device_key.sign(_request_base(method, url, digest, params))
    return {
        "Content-Digest": digest,
        "Signature-Input": f"{LABEL}={params}",
        "Signature": f"{LABEL}=:{base64.b64encode(signature).decode('ascii')}:",
    }


def request_signer(device_key: DeviceKey, key_id: str, clock: Clock) -> Callable[[str, str, bytes], Mapping[str, str]]:
    """`sign_request` by this key, at the time of each call, of `method`, `url` and `body_sha256`."""
    return lambda method, url, body_sha256: sign_request(method, url, body_sha256, device_key, key_id, clock())


def require_request_signature(
    method: str,
    url: str,
    headers: Mapping[str, str],
    body: bytes,
    public_key: bytes,
    *,
    now: datetime,
    max_age_s: int = 300,
) -> str:
    """The `keyid` of the request, once its signature by `public_key` (32 bytes) verifies.

    Raises RequestSignatureError with `reason` missing (a header is not there), form (not the one shape), digest (the
    body is another), time (older than `max_age_s`, or more than a minute ahead of `now`) or signature.
    """
    lower = {name.lower(): value for name, value in headers.items()}
    try:
        digest, given_input, given_signature = (
            lower[name] for name in ("content-digest", "signature-input", "signature")
        )
    except KeyError:
        raise RequestSignatureError(reason="missing") from None
    matched_input, matched_signature = _INPUT.fullmatch(given_input), _SIGNATURE.fullmatch(given_signature)
    if matched_input is None or matched_signature is None:
        raise RequestSignatureError(reason="form")
    expected_digest = format_content_digest(hashlib.sha256(body).digest())
    if not hmac.compare_digest(digest.encode("utf-8", "replace"), expected_digest.encode("ascii")):
        raise RequestSignatureError(reason="digest")
    age_s = now.timestamp() - int(matched_input["created"])
    if not -MAX_AHEAD_S <= age_s <= max_age_s:
        raise RequestSignatureError(reason="time")
    base = _request_base(method, url, expected_digest, matched_input["params"])
    try:
        signature = base64.b64decode(matched_signature["signature"], validate=True)
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, base)
    except (InvalidSignature, ValueError, binascii.Error):
        raise RequestSignatureError(reason="signature") from None
    return matched_input["keyid"]


def format_content_digest(body_sha256: bytes) -> str:
    """The value of Content-Digest (RFC 9530)."""
    return f"sha-256=:{base64.b64encode(body_sha256).decode('ascii')}:"


def build_signature_base(components: Sequence[tuple[str, str]], params: str) -> bytes:
    """RFC 9421, section 2.5: one line for each component, the parameters last."""
    lines = [f'"{name}": {value}' for name, value in components]
    return "\n".join([*lines, f'"@signature-params": {params}']).encode("utf-8")


def _request_base(method: str, url: str, digest: str, params: str) -> bytes:
    components = (("@method", method.upper()), ("@target-uri", url), ("content-digest", digest))
    return build_signature_base(components, params)
