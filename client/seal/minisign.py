"""Signatures as the program `minisign` makes and checks them (jedisct1.github.io/minisign), prehashed ones only.

A signature file has four lines: an untrusted comment, base64 of "ED" + key id (8) + Ed25519 over BLAKE2b-512 of the
file, a trusted comment, base64 of Ed25519 over the signature and the trusted comment. The older "Ed" over the file
itself is refused: relabelled, one was seen to verify on a file that nobody had signed.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
from dataclasses import dataclass, field
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from client.seal.errors import (
    MinisignCommentError,
    MinisignFormError,
    MinisignKeyError,
    MinisignLegacyError,
    MinisignSignatureError,
)
from client.seal.keys import format_fingerprint

_KEY_ALGORITHM = b"Ed"
_PREHASHED = b"ED"
_KEY_ID_BYTES = 8
_UNTRUSTED = "untrusted comment: "
_TRUSTED = "trusted comment: "
_MAX_TEXT_CHARS = 16_384
# "Ed", no key derivation, BLAKE2b checksum; salt and limits of the derivation are unused.
_SECRET_HEADER = b"Ed\0\0B2" + bytes(32 + 8 + 8)
_SECRET_BYTES = len(_SECRET_HEADER) + _KEY_ID_BYTES + 64 + 32


class MinisignPublicKey(NamedTuple):
    """A minisign public key: an id of 8 random bytes and the Ed25519 key."""

    key_id: bytes
    ed25519: bytes

    @property
    def base64_line(self) -> str:
        """The key as one line, as `minisign -P` takes it."""
        return base64.b64encode(_KEY_ALGORITHM + self.key_id + self.ed25519).decode("ascii")

    def to_text(self) -> str:
        """The public key file, as `minisign -p` takes it."""
        return f"{_UNTRUSTED}minisign public key {_key_number(self.key_id)}\n{self.base64_line}\n"


@dataclass(frozen=True)
class MinisignSecretKey:
    """A minisign secret key: the id and the Ed25519 seed (32 bytes)."""

    key_id: bytes
    seed: bytes = field(repr=False)

    @staticmethod
    def generate() -> MinisignSecretKey:
        """A fresh key."""
        return MinisignSecretKey(os.urandom(_KEY_ID_BYTES), Ed25519PrivateKey.generate().private_bytes_raw())

    def public_key(self) -> MinisignPublicKey:
        """The public half."""
        return MinisignPublicKey(self.key_id, self._key().public_key().public_bytes_raw())

    def sign(self, data: bytes) -> bytes:
        """Ed25519 over `data`."""
        return self._key().sign(data)

    def to_text(self) -> str:
        """The secret key file without a password, as `minisign -G -W` writes it."""
        secret = self.key_id + self.seed + self.public_key().ed25519
        content = _SECRET_HEADER + secret + _secret_checksum(secret)
        return f"{_UNTRUSTED}minisign secret key\n{base64.b64encode(content).decode('ascii')}\n"

    @staticmethod
    def parse(text: str) -> MinisignSecretKey:
        """Read a secret key file without a password; raises MinisignFormError, also for one under a password."""
        content = _decode(_key_line(text), _SECRET_BYTES)
        secret, checksum = content[len(_SECRET_HEADER) : -32], content[-32:]
        # minisign 0.11 leaves the checksum of an unencrypted key empty.
        if content[:6] != _SECRET_HEADER[:6] or checksum not in (_secret_checksum(secret), bytes(32)):
            raise MinisignFormError
        key = MinisignSecretKey(secret[:_KEY_ID_BYTES], secret[_KEY_ID_BYTES : _KEY_ID_BYTES + 32])
        if key.public_key().ed25519 != secret[_KEY_ID_BYTES + 32 :]:
            raise MinisignFormError
        return key

    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)


def parse_minisign_public_key(text: str) -> MinisignPublicKey:
    """Read a public key file or its one base64 line; raises MinisignFormError."""
    content = _decode(_key_line(text), 2 + _KEY_ID_BYTES + 32)
    if content[:2] != _KEY_ALGORITHM:
        raise MinisignFormError
    return MinisignPublicKey(content[2 : 2 + _KEY_ID_BYTES], content[2 + _KEY_ID_BYTES :])


def sign_minisign(data: bytes, secret_key: MinisignSecretKey, trusted_comment: str) -> str:
    """The text of `data`'s .minisig file. Raises ValueError for a comment that is not one line."""
    if not _is_comment(trusted_comment):
        raise ValueError("a trusted comment is one line")
    signature = secret_key.sign(hashlib.blake2b(data).digest())
    over_comment = secret_key.sign(signature + trusted_comment.encode("utf-8"))
    first = base64.b64encode(_PREHASHED + secret_key.key_id + signature).decode("ascii")
    second = base64.b64encode(over_comment).decode("ascii")
    return f"{_UNTRUSTED}signature from minisign secret key\n{first}\n{_TRUSTED}{trusted_comment}\n{second}\n"


def require_minisign(data: bytes, signature_text: str, public_key: MinisignPublicKey) -> str:
    """The trusted comment, once the signature over `data` and the one over the comment both verify.

    Raises MinisignFormError, MinisignLegacyError, MinisignKeyError, MinisignSignatureError and MinisignCommentError.
    """
    lines = _lines(signature_text)
    if len(lines) != 4 or not lines[0].startswith(_UNTRUSTED) or not lines[2].startswith(_TRUSTED):
        raise MinisignFormError
    first = _decode(lines[1], 2 + _KEY_ID_BYTES + 64)
    over_comment = _decode(lines[3], 64)
    comment = lines[2][len(_TRUSTED) :]
    if first[:2] != _PREHASHED:
        raise MinisignLegacyError if first[:2] == _KEY_ALGORITHM else MinisignFormError
    if not _is_comment(comment):
        raise MinisignFormError
    if first[2 : 2 + _KEY_ID_BYTES] != public_key.key_id:
        raise MinisignKeyError
    signature = first[2 + _KEY_ID_BYTES :]
    try:
        verifier = Ed25519PublicKey.from_public_bytes(public_key.ed25519)
        verifier.verify(signature, hashlib.blake2b(data).digest())
    except (InvalidSignature, ValueError):
        raise MinisignSignatureError from None
    try:
        verifier.verify(over_comment, signature + comment.encode("utf-8"))
    except InvalidSignature:
        raise MinisignCommentError from None
    return comment


def profile_key_fingerprint(public_key: MinisignPublicKey) -> str:
    """What a user types from paper to trust an institution's key: `XXXX-XXXX-XXXX-XXXX`.

    The first 80 bits of SHA-256 over "genoseal profile key 1" and the Ed25519 key, as base32.
    """
    digest = hashlib.sha256(b"genoseal profile key 1" + public_key.ed25519).digest()
    return format_fingerprint(digest[:10])


def _key_number(key_id: bytes) -> str:
    return f"{int.from_bytes(key_id, 'little'):016X}"


def _secret_checksum(secret: bytes) -> bytes:
    return hashlib.blake2b(_KEY_ALGORITHM + secret, digest_size=32).digest()


def _is_comment(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return text.isprintable()


def _lines(text: str) -> list[str]:
    if len(text) > _MAX_TEXT_CHARS:
        raise MinisignFormError
    return text.replace("\r\n", "\n").removesuffix("\n").split("\n")


def _key_line(text: str) -> str:
    lines = _lines(text)
    if len(lines) == 2 and lines[0].startswith(_UNTRUSTED):
        return lines[1]
    if len(lines) != 1:
        raise MinisignFormError
    return lines[0]


def _decode(line: str, expected_bytes: int) -> bytes:
    try:
        content = base64.b64decode(line, validate=True)
    except (binascii.Error, ValueError):
        raise MinisignFormError from None
    if len(content) != expected_bytes or base64.b64encode(content).decode("ascii") != line:
        raise MinisignFormError
    return content
