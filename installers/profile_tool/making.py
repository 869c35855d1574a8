"""Changes to a profile as pure functions, and what is read from the institution's own files."""

from __future__ import annotations

import base64
import binascii
import hashlib
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

from client.institution.trust import MAX_VALIDITY_DAYS
from client.model.profile import SIGNING_PURPOSES, NextPin, Profile, SigningKey

SIGNING_KEY_YEARS = 3


class ToolError(Exception):
    """Something the person at the keyboard has to change; `str()` is what to say to them."""


def read_pin(data: bytes) -> bytes:
    """SHA-256 of SubjectPublicKeyInfo, from a PEM certificate, public key or signing request, or base64 of the pin."""
    text = data.strip()
    for load in (x509.load_pem_x509_certificate, x509.load_pem_x509_csr, load_pem_public_key):
        try:
            loaded = load(text)
        except (ValueError, TypeError):
            continue
        public_key = (
            loaded.public_key() if isinstance(loaded, (x509.Certificate, x509.CertificateSigningRequest)) else loaded
        )
        info = public_key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        return hashlib.sha256(info).digest()
    try:
        pin = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        pin = b""
    if len(pin) != 32:
        raise ToolError("a pin is a PEM certificate, public key or signing request, or base64 of 32 bytes")
    return pin


def read_ed25519(data: bytes) -> bytes:
    """The raw public key, from PEM or base64 of 32 bytes."""
    try:
        loaded = load_pem_public_key(data.strip())
    except (ValueError, TypeError):
        loaded = None
    if isinstance(loaded, Ed25519PublicKey):
        return loaded.public_bytes_raw()
    try:
        raw = base64.b64decode(data.strip(), validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != 32:
        raise ToolError("a signing key is an Ed25519 public key in PEM, or base64 of its 32 bytes")
    return raw


def build_signing_keys(keys: dict[str, tuple[str, bytes]], now: datetime) -> tuple[SigningKey, ...]:
    """The service's signing keys (id and key), one for each purpose, valid from now for three years.

    The id is what the service names in its signatures; without one it is made of purpose and day.
    """
    missing = [purpose for purpose in SIGNING_PURPOSES if purpose not in keys]
    if missing:
        raise ToolError(f"no signing key for {', '.join(missing)}")
    start = now.replace(microsecond=0)
    end = start + timedelta(days=365 * SIGNING_KEY_YEARS)
    return tuple(
        SigningKey(purpose, keys[purpose][0] or f"{purpose}-{start:%Y%m%d}", keys[purpose][1], start, end)
        for purpose in SIGNING_PURPOSES
    )


def renew(profile: Profile, now: datetime, days: int) -> Profile:
    """The next serial, valid for `days` from now."""
    if not 1 <= days <= MAX_VALIDITY_DAYS:
        raise ToolError(f"a profile is valid for 1 to {MAX_VALIDITY_DAYS} days")
    return profile._replace(serial=profile.serial + 1, not_after=now.replace(microsecond=0) + timedelta(days=days))


def expire(profile: Profile, now: datetime, hours: int) -> Profile:
    """The last profile: the next serial, over in `hours`.

    It must still be valid when clients fetch it, because none accepts an expired one; when it is over, sending stops
    everywhere, while results and deletion go on.
    """
    if not 1 <= hours <= 24 * MAX_VALIDITY_DAYS:
        raise ToolError(f"hours are 1 to {24 * MAX_VALIDITY_DAYS}")
    return profile._replace(serial=profile.serial + 1, not_after=now.replace(microsecond=0) + timedelta(hours=hours))


def rotate_pins(
    profile: Profile, now: datetime, *, add: bytes | None = None, day: datetime | None = None, drop: bytes | None = None
) -> Profile:
    """The next serial with other pins: those whose day has come become present ones, `add` is announced for `day`,
    `drop` goes.

    The way to a new server key: announce its pin some weeks ahead, let clients fetch the profile, change the key, drop
    the old pin in a later profile. Two present pins must remain.
    """
    service = profile.service
    due = tuple(pin.spki_sha256 for pin in service.next_pins if pin.not_before <= now)
    pins = service.pins + due
    later = tuple(pin for pin in service.next_pins if pin.not_before > now)
    if drop is not None:
        if drop not in pins:
            raise ToolError("the pin to drop is not among the present ones")
        pins = tuple(pin for pin in pins if pin != drop)
    if add is not None:
        if day is None:
            raise ToolError("a new pin needs the day from which it counts")
        if add in pins or any(pin.spki_sha256 == add for pin in later):
            raise ToolError("this pin is there already")
        later = (*later, NextPin(add, day.replace(microsecond=0)))
    if len(pins) < 2:
        raise ToolError("two pins must remain: the server's and a spare whose key lies offline")
    return profile._replace(serial=profile.serial + 1, service=service._replace(pins=pins, next_pins=later))
