"""Signed statements: the one accepted shape, and thirty-odd forgeries that are not it, each with its own error."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from client.seal.errors import JwsError
from client.seal.jws import VerificationKey, require_jws, sign_jws

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
TYP = "genoseal-receipt+jws"
SERVICE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
RESULTS = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
EXPIRED = Ed25519PrivateKey.from_private_bytes(bytes(range(2, 34)))
STRANGER = Ed25519PrivateKey.from_private_bytes(bytes(range(3, 35)))
PAYLOAD: dict[str, Any] = {"iss": "https://service.example", "job": "j1", "files": [{"file_id": "ab"}]}


def verification(kid: str, purpose: str, key: Ed25519PrivateKey, *, valid: bool = True) -> VerificationKey:
    start = NOW - timedelta(days=1 if valid else 30)
    return VerificationKey(kid, purpose, key.public_key().public_bytes_raw(), start, start + timedelta(days=2))


KEYS = (
    verification("r1", "receipt", SERVICE),
    verification("s1", "results", RESULTS),
    verification("old", "receipt", EXPIRED, valid=False),
)


def b64(content: bytes | str) -> str:
    raw = content.encode() if isinstance(content, str) else content
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def forge(
    header: dict[str, Any] | str | bytes | None = None,
    payload: str | bytes | None = None,
    key: Ed25519PrivateKey = SERVICE,
) -> str:
    """A token whose signature is right for whatever header and payload it has."""
    if header is None or isinstance(header, dict):
        header = json.dumps(header or {"alg": "Ed25519", "kid": "r1", "typ": TYP})
    signed = f"{b64(header)}.{b64(json.dumps(PAYLOAD) if payload is None else payload)}"
    return f"{signed}.{b64(key.sign(signed.encode()))}"


def with_header(**changes: Any) -> str:
    return forge({"alg": "Ed25519", "kid": "r1", "typ": TYP} | changes)


def unsigned() -> str:
    header = b64(json.dumps({"alg": "none", "kid": "r1", "typ": TYP}))
    return f"{header}.{b64(json.dumps(PAYLOAD))}."


def hmac_with_the_public_key() -> str:
    signed = f"{b64(json.dumps({'alg': 'HS256', 'kid': 'r1', 'typ': TYP}))}.{b64(json.dumps(PAYLOAD))}"
    mac = hmac.digest(SERVICE.public_key().public_bytes_raw(), signed.encode(), hashlib.sha256)
    return f"{signed}.{b64(mac)}"


def json_form() -> str:
    protected, payload, signature = forge().split(".")
    return json.dumps({"protected": protected, "payload": payload, "signature": signature})


def changed_part(index: int) -> str:
    parts = forge().split(".")
    raw = bytearray(base64.urlsafe_b64decode(parts[index] + "=="))
    raw[len(raw) // 2] ^= 1
    parts[index] = b64(bytes(raw))
    return ".".join(parts)


def padded() -> str:
    signed, _, signature = forge().rpartition(".")
    return f"{signed}.{signature}=="


def stray_bits() -> str:
    """64 bytes leave four unused bits in the last character: another spelling of the same signature."""
    token = forge()
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    last = alphabet[alphabet.index(token[-1]) ^ 1]
    return token[:-1] + last


def standard_alphabet() -> str:
    for number in range(200):
        token = forge(payload=json.dumps({"n": "?>~" * 3, "i": number}))
        if "-" in token or "_" in token:
            return token.replace("-", "+").replace("_", "/")
    raise AssertionError


JWK = {"kty": "OKP", "crv": "Ed25519", "x": b64(STRANGER.public_key().public_bytes_raw())}
DUPLICATE_ALG = f'{{"alg":"Ed25519","alg":"none","kid":"r1","typ":"{TYP}"}}'
HEADER = b64(json.dumps({"alg": "Ed25519", "kid": "r1", "typ": TYP}))

FORGED: dict[str, tuple[Callable[[], str], str]] = {
    "alg none, no signature": (unsigned, "JWS-HEADER"),
    "alg None in capitals": (lambda: with_header(alg="NONE"), "JWS-HEADER"),
    "HS256 keyed with the public key": (hmac_with_the_public_key, "JWS-HEADER"),
    "alg EdDSA, the older name": (lambda: with_header(alg="EdDSA"), "JWS-HEADER"),
    "alg in lower case": (lambda: with_header(alg="ed25519"), "JWS-HEADER"),
    "alg a list": (lambda: with_header(alg=["Ed25519"]), "JWS-HEADER"),
    "alg missing": (lambda: forge({"kid": "r1", "typ": TYP}), "JWS-HEADER"),
    "kid missing": (lambda: forge({"alg": "Ed25519", "typ": TYP}), "JWS-HEADER"),
    "kid a number": (lambda: with_header(kid=1), "JWS-HEADER"),
    "typ missing": (lambda: forge({"alg": "Ed25519", "kid": "r1"}), "JWS-HEADER"),
    "typ of another statement": (lambda: with_header(typ="genoseal-results+jws"), "JWS-HEADER"),
    "typ in capitals": (lambda: with_header(typ=TYP.upper()), "JWS-HEADER"),
    "jwk carried along": (
        lambda: forge({"alg": "Ed25519", "kid": "r1", "typ": TYP, "jwk": JWK}, key=STRANGER),
        "JWS-HEADER",
    ),
    "jku": (lambda: with_header(jku="https://evil.example/keys"), "JWS-HEADER"),
    "x5u": (lambda: with_header(x5u="https://evil.example/c"), "JWS-HEADER"),
    "x5c": (lambda: with_header(x5c=["MIIB"]), "JWS-HEADER"),
    "x5t": (lambda: with_header(x5t="abc"), "JWS-HEADER"),
    "x5t#S256": (lambda: with_header(**{"x5t#S256": "abc"}), "JWS-HEADER"),
    "crit": (lambda: with_header(crit=["exp"]), "JWS-HEADER"),
    "b64 false": (lambda: with_header(b64=False, crit=["b64"]), "JWS-HEADER"),
    "cty": (lambda: with_header(cty="JWT"), "JWS-HEADER"),
    "header a list": (lambda: forge('["alg"]'), "JWS-HEADER"),
    "alg twice": (lambda: forge(DUPLICATE_ALG), "JWS-FORM"),
    "header no JSON": (lambda: forge("alg"), "JWS-FORM"),
    "header not UTF-8": (lambda: forge(b"\xff\xfe"), "JWS-FORM"),
    "header nested deep": (lambda: forge("[" * 700), "JWS-FORM"),
    "header too long": (lambda: with_header(kid="k" * 2000), "JWS-FORM"),
    "JSON form": (json_form, "JWS-FORM"),
    "padded": (padded, "JWS-FORM"),
    "stray bits": (stray_bits, "JWS-FORM"),
    "standard base64": (standard_alphabet, "JWS-FORM"),
    "line end inside": (lambda: forge().replace(".", ".\n", 1), "JWS-FORM"),
    "space behind": (lambda: forge() + " ", "JWS-FORM"),
    "letter that is not ASCII": (lambda: forge() + "é", "JWS-FORM"),
    "two parts": (lambda: forge().rpartition(".")[0], "JWS-FORM"),
    "four parts": (lambda: forge() + ".AA", "JWS-FORM"),
    "encrypted form with five parts": (lambda: "e30.AA.AA.AA.AA", "JWS-FORM"),
    "empty": (lambda: "", "JWS-FORM"),
    "endless": (lambda: "A" * (7 * 1024 * 1024), "JWS-FORM"),
    "unknown key": (lambda: with_header(kid="r2"), "JWS-KEY"),
    "kid that is a path": (lambda: with_header(kid="../../etc/passwd"), "JWS-KEY"),
    "another purpose's key": (lambda: forge({"alg": "Ed25519", "kid": "s1", "typ": TYP}, key=RESULTS), "JWS-KEY"),
    "expired key": (lambda: forge({"alg": "Ed25519", "kid": "old", "typ": TYP}, key=EXPIRED), "JWS-KEY-DATE"),
    "another key under a known name": (lambda: forge(key=STRANGER), "JWS-SIGNATURE"),
    "another purpose's key under this name": (lambda: forge(key=RESULTS), "JWS-SIGNATURE"),
    "payload changed": (lambda: changed_part(1), "JWS-SIGNATURE"),
    "signature changed": (lambda: changed_part(2), "JWS-SIGNATURE"),
    "signature empty": (lambda: forge().rpartition(".")[0] + ".", "JWS-SIGNATURE"),
    "signature cut": (lambda: forge().rpartition(".")[0] + "." + b64(bytes(63)), "JWS-SIGNATURE"),
    "signature of zeros": (lambda: forge().rpartition(".")[0] + "." + b64(bytes(64)), "JWS-SIGNATURE"),
    "payload of another token": (lambda: f"{HEADER}.{b64('{}')}.{forge().split('.')[2]}", "JWS-SIGNATURE"),
    "payload with a key twice": (lambda: forge(payload='{"job":"a","job":"b"}'), "JWS-PAYLOAD"),
    "payload a list": (lambda: forge(payload="[]"), "JWS-PAYLOAD"),
    "payload not a number": (lambda: forge(payload='{"n":NaN}'), "JWS-PAYLOAD"),
    "payload beyond a double": (lambda: forge(payload='{"n":1e999}'), "JWS-PAYLOAD"),
    "payload empty": (lambda: forge(payload=""), "JWS-PAYLOAD"),
    "payload nested 33 deep": (lambda: forge(payload='{"a":' + "[" * 33 + "]" * 33 + "}"), "JWS-PAYLOAD"),
    "payload nested 200,000 deep": (lambda: forge(payload='{"a":' + "[" * 200_000), "JWS-PAYLOAD"),
}


def test_what_the_service_signs_is_accepted_and_comes_back_whole() -> None:
    token = sign_jws(PAYLOAD, SERVICE, kid="r1", typ=TYP)
    assert require_jws(token, KEYS, purpose="receipt", typ=TYP, now=NOW) == PAYLOAD
    assert require_jws(forge(), KEYS, purpose="receipt", typ=TYP, now=NOW) == PAYLOAD
    assert "=" not in token


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_statement_is_refused_with_its_own_error(name: str) -> None:
    make, code = FORGED[name]
    with pytest.raises(JwsError) as caught:
        require_jws(make(), KEYS, purpose="receipt", typ=TYP, now=NOW)
    assert caught.value.code == code
    assert caught.value.exit_code == 7


def test_a_key_counts_from_its_first_to_its_last_moment() -> None:
    token = sign_jws(PAYLOAD, SERVICE, kid="r1", typ=TYP)
    key = KEYS[0]
    for moment in (key.not_before, key.not_after):
        assert require_jws(token, KEYS, purpose="receipt", typ=TYP, now=moment) == PAYLOAD
    for moment in (key.not_before - timedelta(seconds=1), key.not_after + timedelta(seconds=1)):
        with pytest.raises(JwsError) as caught:
            require_jws(token, KEYS, purpose="receipt", typ=TYP, now=moment)
        assert caught.value.code == "JWS-KEY-DATE"


def test_rfc_8037_appendix_a_key_and_signature_agree_with_ours() -> None:
    """The RFC's own key signs its own example; only alg is newer here, so the primitive is what is compared."""
    seed = base64.urlsafe_b64decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=")
    public = base64.urlsafe_b64decode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
    key = Ed25519PrivateKey.from_private_bytes(seed)
    assert key.public_key().public_bytes_raw() == public
    signed = b"eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"
    assert b64(key.sign(signed)) == (
        "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
    )
