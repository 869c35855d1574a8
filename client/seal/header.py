"""The header of a sealed file, version 1: which body it opens, for whom, and the MAC that binds it all.

Nothing here reads a file. docs/FORMAT.md has the bytes.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from client.seal.errors import (
    HeaderAlteredError,
    NewerVersionError,
    NotForThisKeyError,
    NotSealedFileError,
    RecipientsError,
)
from client.seal.keys import Kem, PrivateKey, PublicKey

MAGIC = b"\x89GSL\r\n\x1a\n"
VERSION = 1
BODY_ALGORITHM = 1
PREFIX_BYTES = 28
MAX_HEADER_BYTES = 1024 * 1024
MAX_RECIPIENTS = 64
# Prefix and header length: enough to know how much to read.
START_BYTES = PREFIX_BYTES + 4

_HEADER_STEP = 4096
_MAC_BYTES = 32
_FILE_KEY_BYTES = 32
_KDF_HKDF_SHA256 = 0x0001
_AEAD_AES_256_GCM = 0x0002
_PREFIX = struct.Struct(">8sHH16s")
_COUNTS = struct.Struct(">IHH")
_STANZA = struct.Struct(">HHH32sH")
_HPKE_KEM = {Kem.X_WING: hpke.KEM.MLKEM768_X25519, Kem.X25519: hpke.KEM.X25519}
# enc || ciphertext of a 32-byte file key with its 16-byte tag.
_WRAPPED_BYTES = {kem: suite.enc_length() + _FILE_KEY_BYTES + 16 for kem, suite in _HPKE_KEM.items()}


@dataclass(frozen=True)
class FileKey:
    """What opens one body: its public id (16 bytes) and its secret key (32 bytes). Fresh for each sealing."""

    file_id: bytes
    key: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.file_id) != 16 or len(self.key) != _FILE_KEY_BYTES:
            raise ValueError("a file id is 16 bytes and a file key 32")

    @property
    def prefix(self) -> bytes:
        """The first 28 bytes of the file, which never change once written."""
        return _PREFIX.pack(MAGIC, VERSION, BODY_ALGORITHM, self.file_id)

    def derive(self, purpose: bytes) -> bytes:
        """HKDF-SHA-256 over the key with the file id as salt; `purpose` is b"header mac" or b"body"."""
        kdf = HKDF(algorithm=SHA256(), length=32, salt=self.file_id, info=b"genoseal/1 " + purpose)
        return kdf.derive(self.key)


class Stanza(NamedTuple):
    """One recipient's place in a header. `kem` is None where the suite is one this version does not know."""

    kem: Kem | None
    key_id: bytes
    wrapped: bytes


def generate_file_key() -> FileKey:
    """A fresh file id and key. Never used for two bodies."""
    return FileKey(os.urandom(16), os.urandom(_FILE_KEY_BYTES))


def build_header(file_key: FileKey, recipients: Sequence[PublicKey]) -> bytes:
    """The header that lets each of 1 to 64 `recipients` open the body of `file_key`.

    Made afresh each time (HPKE is randomised). Raises RecipientsError and KeyValueError.
    """
    if not 1 <= len(recipients) <= MAX_RECIPIENTS or len({key.key_id for key in recipients}) != len(recipients):
        raise RecipientsError(recipients=len(recipients))
    stanzas = b"".join(_build_stanza(file_key, key) for key in recipients)
    needed = PREFIX_BYTES + _COUNTS.size + len(stanzas) + _MAC_BYTES
    header_length = -(-needed // _HEADER_STEP) * _HEADER_STEP
    header = file_key.prefix + _COUNTS.pack(header_length, len(recipients), 0) + stanzas
    header = header.ljust(header_length - _MAC_BYTES, b"\0")
    mac = HMAC(file_key.derive(b"header mac"), SHA256())
    mac.update(header)
    return header + mac.finalize()


def open_header(header: bytes, private_key: PrivateKey) -> FileKey:
    """Return the file key that `header` (exactly one header, nothing after it) holds for `private_key`.

    Raises NotSealedFileError, NewerVersionError, HeaderAlteredError and NotForThisKeyError; the form is checked
    before any cryptography, the MAC before anything is returned.
    """
    if parse_header_length(header) != len(header):
        raise HeaderAlteredError
    prefix = header[:PREFIX_BYTES]
    stanzas = _parse_stanzas(header)
    public_key = private_key.public_key()
    stanza = next((s for s in stanzas if s.kem == public_key.kem and s.key_id == public_key.key_id), None)
    if stanza is None:
        raise NotForThisKeyError(recipients=len(stanzas))
    try:
        key = _suite(private_key.kem).decrypt(stanza.wrapped, private_key.hpke_key(), _hpke_info(prefix))
    except (InvalidTag, ValueError):
        # ValueError: an all-zero X25519 share inside `enc`.
        raise HeaderAlteredError from None
    if len(key) != _FILE_KEY_BYTES:
        raise HeaderAlteredError
    file_key = FileKey(prefix[12:], key)
    mac = HMAC(file_key.derive(b"header mac"), SHA256())
    mac.update(header[:-_MAC_BYTES])
    try:
        mac.verify(header[-_MAC_BYTES:])
    except InvalidSignature:
        raise HeaderAlteredError from None
    return file_key


def parse_header_length(start: bytes) -> int:
    """Check the first 32 bytes of a sealed file and return how long its header is.

    Raises NotSealedFileError, NewerVersionError and HeaderAlteredError (also when fewer bytes are given).
    """
    if start[:8] != MAGIC:
        raise NotSealedFileError
    if len(start) < START_BYTES:
        raise HeaderAlteredError
    _, version, body_algorithm, _ = _PREFIX.unpack_from(start)
    if version > VERSION or (version == VERSION and body_algorithm > BODY_ALGORITHM):
        raise NewerVersionError(version=version, body_algorithm=body_algorithm)
    header_length = int.from_bytes(start[PREFIX_BYTES:START_BYTES], "big")
    if version < VERSION or body_algorithm < BODY_ALGORITHM:
        raise HeaderAlteredError
    if not _HEADER_STEP <= header_length <= MAX_HEADER_BYTES or header_length % _HEADER_STEP:
        raise HeaderAlteredError
    return header_length


def _build_stanza(file_key: FileKey, recipient: PublicKey) -> bytes:
    wrapped = _suite(recipient.kem).encrypt(file_key.key, recipient.hpke_key(), _hpke_info(file_key.prefix))
    suite = (recipient.kem, _KDF_HKDF_SHA256, _AEAD_AES_256_GCM)
    return _STANZA.pack(*suite, recipient.key_id, len(wrapped)) + wrapped


def _parse_stanzas(header: bytes) -> list[Stanza]:
    _, count, reserved = _COUNTS.unpack_from(header, PREFIX_BYTES)
    if not 1 <= count <= MAX_RECIPIENTS or reserved:
        raise HeaderAlteredError
    stanzas = []
    offset = PREFIX_BYTES + _COUNTS.size
    end = len(header) - _MAC_BYTES
    for _ in range(count):
        if offset + _STANZA.size > end:
            raise HeaderAlteredError
        kem_id, kdf, aead, key_id, length = _STANZA.unpack_from(header, offset)
        offset += _STANZA.size
        if offset + length > end:
            raise HeaderAlteredError
        kem = _known_kem(kem_id, kdf, aead)
        if kem is not None and length != _WRAPPED_BYTES[kem]:
            raise HeaderAlteredError
        stanzas.append(Stanza(kem, key_id, header[offset : offset + length]))
        offset += length
    if any(header[offset:end]) or len({stanza.key_id for stanza in stanzas}) != count:
        raise HeaderAlteredError
    return stanzas


def _known_kem(kem_id: int, kdf: int, aead: int) -> Kem | None:
    if (kdf, aead) != (_KDF_HKDF_SHA256, _AEAD_AES_256_GCM):
        return None
    try:
        return Kem(kem_id)
    except ValueError:
        return None


def _suite(kem: Kem) -> hpke.Suite:
    return hpke.Suite(_HPKE_KEM[kem], hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)


def _hpke_info(prefix: bytes) -> bytes:
    return b"genoseal/1 file key" + prefix
