"""Recipient keys: X-Wing (ML-KEM-768 with X25519) and X25519, their files and fingerprints.

A key file is one PEM-like block whose base64 holds the kem (u16) and the raw key. An X-Wing public key is the
ML-KEM-768 public key (1184 bytes) and the X25519 public key (32); its private key is a 32-byte seed that SHAKE256
stretches to an ML-KEM seed (64) and an X25519 private key (32), as in draft-connolly-cfrg-xwing-kem.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import re
from dataclasses import dataclass, field
from enum import IntEnum

from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from client.seal.errors import KeyFileError, KeyKindError, KeyValueError, PassphraseNeededError
from client.seal.passphrase import open_with_passphrase, seal_with_passphrase

HpkePublicKey = X25519PublicKey | hpke.MLKEM768X25519PublicKey
HpkePrivateKey = X25519PrivateKey | hpke.MLKEM768X25519PrivateKey

_MLKEM_PUBLIC_BYTES = 1184
_X25519_BYTES = 32
_PRIVATE_BYTES = 32

_PUBLIC = "PUBLIC KEY"
_PRIVATE = "PRIVATE KEY"
_ENCRYPTED = "ENCRYPTED PRIVATE KEY"
_BLOCK = re.compile(
    r"-----BEGIN GENOSEAL ([A-Z ]+)-----[\r\n]+([A-Za-z0-9+/=\r\n]+)-----END GENOSEAL \1-----", re.ASCII
)
# The longest key file is an X-Wing public key of about 1.7 kB.
_MAX_FILE_CHARS = 16_384


class Kem(IntEnum):
    """How a file key is wrapped; the numbers are HPKE's registered KEM ids."""

    X25519 = 0x0020
    X_WING = 0x647A

    @property
    def public_bytes(self) -> int:
        """Length of a raw public key."""
        return _X25519_BYTES if self is Kem.X25519 else _MLKEM_PUBLIC_BYTES + _X25519_BYTES


@dataclass(frozen=True)
class PublicKey:
    """A recipient's public key. Made by `parse_public_key` or `PrivateKey.public_key`."""

    kem: Kem
    raw: bytes = field(repr=False)

    @property
    def key_id(self) -> bytes:
        """SHA-256 over kem (u16) and raw key: 32 bytes, the name of this key inside a header."""
        return hashlib.sha256(_encode(self.kem, self.raw)).digest()

    @property
    def fingerprint(self) -> str:
        """`key_id` in groups of four base32 characters, for comparing by eye: `ABCD-EFGH-…` (13 groups)."""
        return format_fingerprint(self.key_id)

    def to_pem(self) -> str:
        """The public key file's text, with a final newline."""
        return _format_block(_PUBLIC, _encode(self.kem, self.raw))

    def hpke_key(self) -> HpkePublicKey:
        """The same key as `cryptography` takes it. Raises KeyValueError when the bytes are no usable key."""
        try:
            x25519 = X25519PublicKey.from_public_bytes(self.raw[-_X25519_BYTES:])
            # A low-order point makes every exchange zero. OpenSSL says so only at the exchange, as a bare ValueError.
            X25519PrivateKey.generate().exchange(x25519)
            if self.kem is Kem.X25519:
                return x25519
            mlkem = MLKEM768PublicKey.from_public_bytes(self.raw[:_MLKEM_PUBLIC_BYTES])
        except ValueError:
            raise KeyValueError from None
        return hpke.MLKEM768X25519PublicKey(mlkem, x25519)


@dataclass(frozen=True)
class PrivateKey:
    """A recipient's private key: 32 bytes of seed (X-Wing) or scalar (X25519), never shown by `repr`."""

    kem: Kem
    raw: bytes = field(repr=False)

    def public_key(self) -> PublicKey:
        """The public half."""
        if self.kem is Kem.X25519:
            return PublicKey(self.kem, self._x25519().public_key().public_bytes_raw())
        mlkem, x25519 = self._x_wing()
        raw = mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()
        return PublicKey(self.kem, raw)

    def to_pem(self) -> str:
        """The private key file's text without a passphrase; only where the user asked for that explicitly."""
        return _format_block(_PRIVATE, _encode(self.kem, self.raw))

    def to_encrypted_pem(self, passphrase: bytes) -> str:
        """The private key file's text under a passphrase."""
        return _format_block(_ENCRYPTED, seal_with_passphrase(_encode(self.kem, self.raw), passphrase))

    def hpke_key(self) -> HpkePrivateKey:
        """The same key as `cryptography` takes it."""
        if self.kem is Kem.X25519:
            return self._x25519()
        return hpke.MLKEM768X25519PrivateKey(*self._x_wing())

    def _x25519(self) -> X25519PrivateKey:
        return X25519PrivateKey.from_private_bytes(self.raw)

    def _x_wing(self) -> tuple[MLKEM768PrivateKey, X25519PrivateKey]:
        stretched = hashlib.shake_256(self.raw).digest(96)
        mlkem = MLKEM768PrivateKey.from_seed_bytes(stretched[:64])
        return mlkem, X25519PrivateKey.from_private_bytes(stretched[64:])


def generate_private_key(kem: Kem = Kem.X_WING) -> PrivateKey:
    """A fresh key pair."""
    return PrivateKey(kem, os.urandom(_PRIVATE_BYTES))


def parse_public_key(text: str) -> PublicKey:
    """Read a public key file's text.

    Raises KeyFileError (not one key block), KeyKindError (a private key, or an unknown kem) and KeyValueError (the
    bytes are no usable key).
    """
    label, content = _parse_block(text)
    if label != _PUBLIC:
        raise KeyKindError
    kem, raw = _decode(content)
    if len(raw) != kem.public_bytes:
        raise KeyFileError
    key = PublicKey(kem, raw)
    key.hpke_key()
    return key


def parse_private_key(text: str, passphrase: bytes | None) -> PrivateKey:
    """Read a private key file's text; `passphrase` is used only when the file is under one.

    Raises KeyFileError, KeyKindError (a public key, or an unknown kem), PassphraseNeededError, WrongPassphraseError,
    EnvelopeError and EnvelopeCostError.
    """
    label, content = _parse_block(text)
    if label == _ENCRYPTED:
        if passphrase is None:
            raise PassphraseNeededError
        content = open_with_passphrase(content, passphrase)
    elif label != _PRIVATE:
        raise KeyKindError
    kem, raw = _decode(content)
    if len(raw) != _PRIVATE_BYTES:
        raise KeyFileError
    return PrivateKey(kem, raw)


def is_encrypted_private_key(text: str) -> bool:
    """Whether a private key file needs a passphrase; False for anything that is no key file."""
    try:
        return _parse_block(text)[0] == _ENCRYPTED
    except KeyFileError:
        return False


def format_fingerprint(key_id: bytes) -> str:
    """Base32 without padding in groups of four."""
    letters = base64.b32encode(key_id).decode("ascii").rstrip("=")
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def _encode(kem: Kem, raw: bytes) -> bytes:
    return kem.to_bytes(2, "big") + raw


def _decode(content: bytes) -> tuple[Kem, bytes]:
    if len(content) < 2:
        raise KeyFileError
    try:
        return Kem(int.from_bytes(content[:2], "big")), content[2:]
    except ValueError:
        raise KeyKindError from None


def _format_block(label: str, content: bytes) -> str:
    encoded = base64.b64encode(content).decode("ascii")
    lines = "\n".join(encoded[start : start + 64] for start in range(0, len(encoded), 64))
    return f"-----BEGIN GENOSEAL {label}-----\n{lines}\n-----END GENOSEAL {label}-----\n"


def _parse_block(text: str) -> tuple[str, bytes]:
    match = _BLOCK.fullmatch(text.strip()) if len(text) <= _MAX_FILE_CHARS else None
    if match is None:
        raise KeyFileError
    label, encoded = match.groups()
    if label not in (_PUBLIC, _PRIVATE, _ENCRYPTED):
        raise KeyFileError
    try:
        return label, base64.b64decode("".join(encoded.split()), validate=True)
    except binascii.Error:
        raise KeyFileError from None
