"""The service's own keys, made once per data folder: one for each purpose, so that none can stand in for another."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from client.model.clock import Clock, format_time, parse_time
from client.model.profile import SIGNING_PURPOSES
from client.seal.at_rest import VAULT_KEY_BYTES
from client.seal.jws import VerificationKey
from client.seal.keys import Kem, PrivateKey, generate_private_key, parse_private_key
from client.seal.minisign import MinisignSecretKey
from practice.private_file import read_text, write_private_file

_PURPOSES = (*SIGNING_PURPOSES, "access")
"""Receipts, result manifests and deletion certificates; the last signs access tokens and is not in the profile."""
_KEY_LIFETIME = timedelta(days=3650)


@dataclass(frozen=True)
class SigningKey:
    """An Ed25519 key of the service, its name in JWS headers, and its dates."""

    purpose: str
    kid: str
    private_key: Ed25519PrivateKey = field(repr=False)
    not_before: datetime
    not_after: datetime

    def public_bytes(self) -> bytes:
        return self.private_key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


@dataclass(frozen=True)
class ServiceKeys:
    """All private keys of the practice service but the TLS server's."""

    recipient: PrivateKey = field(repr=False)
    minisign: MinisignSecretKey = field(repr=False)
    signing_keys: tuple[SigningKey, ...] = field(repr=False)
    at_rest: bytes = field(repr=False)
    """Seals what the database must be able to read again: a copy of the database alone gives no second factor."""

    def signing(self, purpose: str) -> SigningKey:
        return next(key for key in self.signing_keys if key.purpose == purpose)

    def verification(self, purpose: str) -> VerificationKey:
        key = self.signing(purpose)
        return VerificationKey(
            kid=key.kid,
            purpose=purpose,
            public_key=key.public_bytes(),
            not_before=key.not_before,
            not_after=key.not_after,
        )


def load_service_keys(folder: Path, clock: Clock, recipient_kem: Kem = Kem.X_WING) -> ServiceKeys:
    """Read the keys under `folder`, making those that are missing (files 0600; a recipient key of `recipient_kem`)."""
    recipient_path = folder / "recipient.pem"
    if not recipient_path.exists():
        write_private_file(recipient_path, generate_private_key(recipient_kem).to_pem())
    minisign_path = folder / "profile.minisign.key"
    if not minisign_path.exists():
        write_private_file(minisign_path, MinisignSecretKey.generate().to_text())
    at_rest_path = folder / "at-rest.key"
    if not at_rest_path.exists():
        write_private_file(at_rest_path, f"{os.urandom(VAULT_KEY_BYTES).hex()}\n")
    return ServiceKeys(
        recipient=parse_private_key(read_text(recipient_path), None),
        minisign=MinisignSecretKey.parse(read_text(minisign_path)),
        signing_keys=tuple(_load_signing_key(folder, purpose, clock) for purpose in _PURPOSES),
        at_rest=bytes.fromhex(read_text(at_rest_path)),
    )


def _load_signing_key(folder: Path, purpose: str, clock: Clock) -> SigningKey:
    path = folder / f"{purpose}.ed25519.pem"
    if not path.exists():
        pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
        # An hour back: a client whose clock runs a little behind must not refuse a fresh key.
        made = clock().astimezone(UTC) - timedelta(hours=1)
        write_private_file(path, f"{pem}not_before {format_time(made)}\n")
    pem, _, tail = read_text(path).partition("not_before ")
    private_key = load_pem_private_key(pem.encode(), None)
    if not isinstance(private_key, Ed25519PrivateKey):
        raise ValueError("not an Ed25519 key")
    not_before = parse_time(tail.strip())
    return SigningKey(purpose, f"practice-{purpose}-1", private_key, not_before, not_before + _KEY_LIFETIME)
