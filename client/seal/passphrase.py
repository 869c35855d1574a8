"""The passphrase envelope: Argon2id and AES-256-GCM around something small (private keys, vault, exports).

Bytes, all integers big-endian:

    memory_KiB u32 | passes u16 | lanes u8 | salt 16 | nonce 12 | AES-256-GCM ciphertext and tag

The key is Argon2id (RFC 9106, version 0x13) over the passphrase, 32 bytes; the associated data is every byte before
the nonce, then `aad`. Also here: password hashes in PHC form for a service that stores them.
"""

from __future__ import annotations

import os
import struct

from cryptography.exceptions import InvalidKey, InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from client.seal.errors import EnvelopeCostError, EnvelopeError, WrongPassphraseError

MEMORY_KIB = 64 * 1024
PASSES = 3
LANES = 1
# A hostile file must not be able to take the machine's memory or an hour before its passphrase turns out wrong.
MAX_MEMORY_KIB = 1024 * 1024
MAX_PASSES = 10
MAX_LANES = 16

_COST = struct.Struct(">IHB")
_SALT_BYTES = 16
_NONCE_BYTES = 12
_TAG_BYTES = 16
_BEFORE_NONCE = _COST.size + _SALT_BYTES
OVERHEAD_BYTES = _BEFORE_NONCE + _NONCE_BYTES + _TAG_BYTES


def seal_with_passphrase(plaintext: bytes, passphrase: bytes, aad: bytes = b"") -> bytes:
    """Return an envelope around `plaintext`; salt and nonce are fresh, so two calls never give the same bytes."""
    before_nonce = _COST.pack(MEMORY_KIB, PASSES, LANES) + os.urandom(_SALT_BYTES)
    nonce = os.urandom(_NONCE_BYTES)
    key = _derive_key(before_nonce, passphrase)
    return before_nonce + nonce + AESGCM(key).encrypt(nonce, plaintext, before_nonce + aad)


def open_with_passphrase(envelope: bytes, passphrase: bytes, aad: bytes = b"") -> bytes:
    """Return what `seal_with_passphrase` was given.

    Raises EnvelopeError (not an envelope), EnvelopeCostError (above 1 GiB, ten passes or 16 lanes; nothing is derived)
    and WrongPassphraseError (another passphrase, another `aad` or changed bytes: these look the same).
    """
    if len(envelope) < OVERHEAD_BYTES:
        raise EnvelopeError
    before_nonce = envelope[:_BEFORE_NONCE]
    nonce = envelope[_BEFORE_NONCE : _BEFORE_NONCE + _NONCE_BYTES]
    key = _derive_key(before_nonce, passphrase)
    try:
        return AESGCM(key).decrypt(nonce, envelope[_BEFORE_NONCE + _NONCE_BYTES :], before_nonce + aad)
    except InvalidTag:
        raise WrongPassphraseError from None


def hash_password(password: bytes) -> str:
    """Argon2id in PHC form (`$argon2id$v=19$m=65536,t=3,p=1$…`), with a fresh salt."""
    salt = os.urandom(_SALT_BYTES)
    kdf = Argon2id(salt=salt, length=32, iterations=PASSES, lanes=LANES, memory_cost=MEMORY_KIB)
    return kdf.derive_phc_encoded(password)


def verify_password(phc: str, password: bytes) -> bool:
    """Whether `password` is the one that `hash_password` turned into `phc`; False for a damaged `phc` too."""
    try:
        Argon2id.verify_phc_encoded(password, phc)
    except (InvalidKey, ValueError):
        return False
    return True


def _derive_key(before_nonce: bytes, passphrase: bytes) -> bytes:
    memory_kib, passes, lanes = _COST.unpack_from(before_nonce)
    if memory_kib > MAX_MEMORY_KIB or passes > MAX_PASSES or lanes > MAX_LANES:
        raise EnvelopeCostError(memory_kib=memory_kib, passes=passes, lanes=lanes)
    # RFC 9106 section 3.1: at least one pass and lane, and 8 KiB of memory for each lane.
    if passes < 1 or lanes < 1 or memory_kib < 8 * lanes:
        raise EnvelopeError
    salt = before_nonce[_COST.size :]
    kdf = Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory_kib)
    return kdf.derive(passphrase)
