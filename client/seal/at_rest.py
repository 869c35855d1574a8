"""Small private things at rest under the vault key: maps, ledger blobs, file keys under way, result keys.

Bytes:

    version u8 = 1 | salt 16 | nonce 12 | AES-256-GCM ciphertext and tag

The key is HKDF-SHA-256(vault key, salt, info = "genoseal/1 at rest " + purpose), so no two writings share a key and
a random nonce cannot repeat under one. The associated data binds version, purpose and item: a blob that was moved to
another row or file does not open there.
"""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from client.seal.errors import AtRestError, AtRestVersionError

VAULT_KEY_BYTES = 32

_VERSION = 1
_SALT_BYTES = 16
_NONCE_BYTES = 12
_TAG_BYTES = 16
_BEFORE_CIPHERTEXT = 1 + _SALT_BYTES + _NONCE_BYTES


def seal_at_rest(vault_key: bytes, purpose: str, item_id: str, plaintext: bytes) -> bytes:
    """Encrypt `plaintext` for the item `item_id` of `purpose` (such as "map", "ledger", "file key", "result key")."""
    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    cipher = _cipher(vault_key, purpose, salt)
    ciphertext = cipher.encrypt(nonce, plaintext, _associated_data(purpose, item_id))
    return bytes([_VERSION]) + salt + nonce + ciphertext


def open_at_rest(vault_key: bytes, purpose: str, item_id: str, sealed: bytes) -> bytes:
    """Return what `seal_at_rest` was given for the same key, purpose and item.

    Raises AtRestVersionError (written by a newer genoseal) and AtRestError (changed, cut, of another item or purpose,
    or under another vault key).
    """
    if sealed and sealed[0] > _VERSION:
        raise AtRestVersionError(version=sealed[0])
    if len(sealed) < _BEFORE_CIPHERTEXT + _TAG_BYTES or sealed[0] != _VERSION:
        raise AtRestError
    salt = sealed[1 : 1 + _SALT_BYTES]
    nonce = sealed[1 + _SALT_BYTES : _BEFORE_CIPHERTEXT]
    try:
        cipher = _cipher(vault_key, purpose, salt)
        return cipher.decrypt(nonce, sealed[_BEFORE_CIPHERTEXT:], _associated_data(purpose, item_id))
    except InvalidTag:
        raise AtRestError from None


def _cipher(vault_key: bytes, purpose: str, salt: bytes) -> AESGCM:
    if len(vault_key) != VAULT_KEY_BYTES:
        raise ValueError("a vault key is 32 bytes")
    info = b"genoseal/1 at rest " + purpose.encode("utf-8")
    return AESGCM(HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(vault_key))


def _associated_data(purpose: str, item_id: str) -> bytes:
    encoded = purpose.encode("utf-8")
    return bytes([_VERSION]) + len(encoded).to_bytes(2, "big") + encoded + item_id.encode("utf-8")
