"""Request signatures (RFC 9421): the RFC's own vector, the one shape we take, and what is refused."""

from __future__ import annotations

import base64
import hashlib
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_der_private_key, load_der_public_key

from client.seal.device_key import DeviceKey
from client.seal.errors import RequestSignatureError
from client.seal.http_signature import (
    build_signature_base,
    format_content_digest,
    require_request_signature,
    sign_request,
)

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
URL = "https://service.example:8443/api/v1/session/refresh?x=1"
BODY = b'{"refresh_token":"r"}'
DEVICE = DeviceKey.generate()
HEADERS = sign_request("POST", URL, hashlib.sha256(BODY).digest(), DEVICE, "device-1", NOW)


def refused(
    headers: dict[str, str] = HEADERS,
    *,
    method: str = "POST",
    url: str = URL,
    body: bytes = BODY,
    public_key: bytes = DEVICE.public_bytes,
    now: datetime = NOW,
) -> object:
    with pytest.raises(RequestSignatureError) as caught:
        require_request_signature(method, url, headers, body, public_key, now=now, max_age_s=300)
    return caught.value.facts["reason"]


def test_a_signed_request_verifies_and_names_its_key() -> None:
    assert require_request_signature("POST", URL, HEADERS, BODY, DEVICE.public_bytes, now=NOW) == "device-1"
    lower = {name.lower(): value for name, value in HEADERS.items()}
    assert require_request_signature("POST", URL, lower, BODY, DEVICE.public_bytes, now=NOW) == "device-1"


def test_rfc_9421_appendix_b_2_6_verifies_over_the_base_we_build() -> None:
    public = load_der_public_key(base64.b64decode("MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs="))
    private = load_der_private_key(
        base64.b64decode("MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF"), None
    )
    base = build_signature_base(
        [
            ("date", "Tue, 20 Apr 2021 02:07:55 GMT"),
            ("@method", "POST"),
            ("@path", "/foo"),
            ("@authority", "example.com"),
            ("content-type", "application/json"),
            ("content-length", "18"),
        ],
        '("date" "@method" "@path" "@authority" "content-type" "content-length")'
        ';created=1618884473;keyid="test-key-ed25519"',
    )
    signature = base64.b64decode(
        "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw=="
    )
    public.verify(signature, base)  # type: ignore[union-attr, call-arg, arg-type]
    assert private.sign(base) == signature  # type: ignore[union-attr, call-arg]


def test_content_digest_is_rfc_9530s() -> None:
    digest = hashlib.sha256(b'{"hello": "world"}').digest()
    assert format_content_digest(digest) == "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:"


@pytest.mark.parametrize("name", list(HEADERS))
def test_a_header_that_is_not_there(name: str) -> None:
    assert refused({key: value for key, value in HEADERS.items() if key != name}) == "missing"


def test_another_method_target_body_key_or_time_is_refused() -> None:
    assert refused(method="DELETE") == "signature"
    assert refused(url=URL + "&y=2") == "signature"
    assert refused(url=URL.replace("service", "evil")) == "signature"
    assert refused(body=BODY + b" ") == "digest"
    assert refused(public_key=DeviceKey.generate().public_bytes) == "signature"
    assert refused(public_key=b"short") == "signature"
    assert refused(now=NOW + timedelta(seconds=301)) == "time"
    assert refused(now=NOW - timedelta(seconds=61)) == "time"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"@target-uri" ', ""),
        ('("@method" ', "("),
        (' "content-digest"', ""),
        ('"@method" "@target-uri"', '"@target-uri" "@method"'),
        ("genoseal=(", "sig1=("),
        ('alg="ed25519"', 'alg="hmac-sha256"'),
        (';alg="ed25519"', ""),
        (';tag="genoseal"', ""),
        ('tag="genoseal"', 'tag="other"'),
        (";created=", ";expires="),
        ("created=", "created=-"),
    ],
)
def test_any_other_shape_is_refused_before_the_signature(old: str, new: str) -> None:
    changed = HEADERS["Signature-Input"].replace(old, new)
    assert changed != HEADERS["Signature-Input"]
    assert refused(HEADERS | {"Signature-Input": changed}) == "form"


def test_a_second_signature_beside_ours_is_refused() -> None:
    twice = HEADERS["Signature-Input"] + ", " + HEADERS["Signature-Input"].replace("genoseal=(", "b=(")
    assert refused(HEADERS | {"Signature-Input": twice}) == "form"
    assert refused(HEADERS | {"Signature": HEADERS["Signature"] + ", b=:AAAA:"}) == "form"


def test_a_changed_created_or_keyid_breaks_the_signature() -> None:
    text = HEADERS["Signature-Input"]
    assert refused(HEADERS | {"Signature-Input": text.replace("device-1", "device-2")}) == "signature"
    created = f"created={int(NOW.timestamp())}"
    later = f"created={int(NOW.timestamp()) + 1}"
    assert refused(HEADERS | {"Signature-Input": text.replace(created, later)}) == "signature"


def test_a_key_id_that_could_break_out_of_its_quotes_is_refused() -> None:
    with pytest.raises(ValueError, match="short name"):
        sign_request("POST", URL, bytes(32), DEVICE, 'a";alg="x', NOW)


def test_device_keys_sign_and_are_told_apart() -> None:
    signature = DEVICE.sign(b"manifest")
    Ed25519PublicKey.from_public_bytes(DEVICE.public_bytes).verify(signature, b"manifest")
    with pytest.raises(InvalidSignature):
        Ed25519PublicKey.from_public_bytes(DeviceKey.generate().public_bytes).verify(signature, b"manifest")
    assert DeviceKey(DEVICE.private_bytes).public_bytes == DEVICE.public_bytes
    assert "private" not in repr(DEVICE)
    with pytest.raises(ValueError, match="32 bytes"):
        DeviceKey(b"short")
