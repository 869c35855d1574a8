"""Crypt4GH version 1 (GA4GH), for archives that ask for it in their profile: EGA, FEGA/SDA, GHGA.

Opt-in only. It is X25519 with ChaCha20-Poly1305, so it does not meet a policy that demands AES-256, and it is refused
there. Its readers do not notice dropped, repeated or swapped segments, so SHA-256 and length of the plaintext always
travel beside it, and `open_crypt4gh_stream` takes them.

Bytes (integers little-endian): "crypt4gh" | version u32 = 1 | packets u32 | packets; each packet is length u32 (its
own four bytes included) | method u32 = 0 | writer's X25519 key 32 | nonce 12 | ChaCha20-Poly1305. Inside: type u32 = 0
| method u32 = 0 | data key 32. Then segments of nonce 12 | ChaCha20-Poly1305 of at most 65536 bytes.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import itertools
import os
import re
import struct
from collections.abc import Sequence
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from client.seal.body import PIECE_BYTES, read_up_to, write_all
from client.seal.errors import (
    BodyAlteredError,
    HeaderAlteredError,
    KeyFileError,
    KeyKindError,
    NewerVersionError,
    NotForThisKeyError,
    NotSealedFileError,
    RecipientsError,
)
from client.seal.header import FileKey
from client.seal.keys import Kem, PrivateKey, PublicKey

MAX_RECIPIENTS = 64

_MAGIC = b"crypt4gh"
_VERSION = 1
_START = struct.Struct("<8sII")
_SEGMENT_BYTES = 65_536
_NONCE_BYTES = 12
_TAG_BYTES = 16
_SEALED_SEGMENT_BYTES = _NONCE_BYTES + _SEGMENT_BYTES + _TAG_BYTES
_PACKET_HEAD = struct.Struct("<II32s12s")
_DATA_KEY_PACKET = struct.Struct("<II32s")
_EDIT_LIST_PACKET = 1
# Files that many writers have re-wrapped have a packet for each reader; more than this is an attack on our time.
_MAX_PACKETS = 1024
_MAX_PACKET_BYTES = 65_536
_PUBLIC_KEY = re.compile(
    r"-----BEGIN CRYPT4GH PUBLIC KEY-----\s+([A-Za-z0-9+/=]+)\s+-----END CRYPT4GH PUBLIC KEY-----", re.ASCII
)


def parse_crypt4gh_public_key(text: str) -> PublicKey:
    """An archive's public key file. Raises KeyFileError and KeyValueError."""
    match = _PUBLIC_KEY.fullmatch(text.strip()) if len(text) <= 4096 else None
    try:
        raw = base64.b64decode(match[1], validate=True) if match else b""
    except binascii.Error:
        raw = b""
    if len(raw) != Kem.X25519.public_bytes:
        raise KeyFileError
    key = PublicKey(Kem.X25519, raw)
    key.hpke_key()
    return key


def format_crypt4gh_public_key(key: PublicKey) -> str:
    """An X25519 key as other Crypt4GH programs read it. Raises KeyKindError for X-Wing."""
    _require_x25519(key)
    encoded = base64.b64encode(key.raw).decode("ascii")
    return f"-----BEGIN CRYPT4GH PUBLIC KEY-----\n{encoded}\n-----END CRYPT4GH PUBLIC KEY-----\n"


def build_crypt4gh_header(file_key: FileKey, recipients: Sequence[PublicKey]) -> bytes:
    """The header for 1 to 64 X25519 recipients. Raises RecipientsError, KeyKindError and KeyValueError."""
    if not 1 <= len(recipients) <= MAX_RECIPIENTS or len({key.raw for key in recipients}) != len(recipients):
        raise RecipientsError(recipients=len(recipients))
    packets = [_build_packet(file_key, recipient) for recipient in recipients]
    return _START.pack(_MAGIC, _VERSION, len(packets)) + b"".join(packets)


class Crypt4ghSealer:
    """Turns plaintext into segments under the file's key (its id has no place in this format).

    `update_into` any number of times, then `finish` once; join what they give.
    """

    def __init__(self, file_key: FileKey) -> None:
        self._cipher = ChaCha20Poly1305(file_key.key)
        self._rest = bytearray()

    def space(self, plaintext_bytes: int) -> int:
        """A buffer size that always holds what `update_into` writes for one call."""
        return (plaintext_bytes // _SEGMENT_BYTES + 1) * _SEALED_SEGMENT_BYTES

    def update_into(self, data: bytes | bytearray | memoryview, buffer: bytearray | memoryview) -> int:
        """Write the whole segments that are complete by now; returns how many bytes that were."""
        self._rest += data
        whole = len(self._rest) // _SEGMENT_BYTES
        with memoryview(buffer) as target, memoryview(self._rest) as view:
            for number in range(whole):
                plain = view[number * _SEGMENT_BYTES : (number + 1) * _SEGMENT_BYTES]
                start = number * _SEALED_SEGMENT_BYTES
                nonce = target[start : start + _NONCE_BYTES]
                nonce[:] = os.urandom(_NONCE_BYTES)
                self._cipher.encrypt_into(
                    nonce, plain, None, target[start + _NONCE_BYTES : start + _SEALED_SEGMENT_BYTES]
                )
                plain.release()
        del self._rest[: whole * _SEGMENT_BYTES]
        return whole * _SEALED_SEGMENT_BYTES

    def finish(self) -> bytes:
        """The last, shorter segment; nothing when there is no rest."""
        if not self._rest:
            return b""
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, self._rest, None)


class Crypt4ghOpener:
    """Turns segments back into plaintext: `update` any number of times, then `finish` once.

    Each segment is authentic for itself. That none is missing or in another place shows only by comparing SHA-256 and
    length of the whole with what travelled beside it. Both raise BodyAlteredError.
    """

    def __init__(self, data_keys: Sequence[bytes]) -> None:
        self._ciphers = [ChaCha20Poly1305(key) for key in data_keys]
        self._rest = bytearray()

    def update(self, data: bytes | bytearray | memoryview) -> bytes:
        """The plaintext of all whole segments so far."""
        self._rest += data
        whole = len(self._rest) // _SEALED_SEGMENT_BYTES * _SEALED_SEGMENT_BYTES
        plain = b"".join(
            _open_segment(self._ciphers, bytes(self._rest[start : start + _SEALED_SEGMENT_BYTES]))
            for start in range(0, whole, _SEALED_SEGMENT_BYTES)
        )
        del self._rest[:whole]
        return plain

    def finish(self) -> bytes:
        """The plaintext of the last, shorter segment."""
        return _open_segment(self._ciphers, bytes(self._rest)) if self._rest else b""


def open_crypt4gh_stream(
    source: BinaryIO, sink: BinaryIO, private_key: PrivateKey, *, expected: tuple[str, int] | None
) -> tuple[str, int]:
    """Write the plaintext to `sink` and return its hex SHA-256 and length.

    `expected` is what travelled beside the file; only with it are dropped, repeated and swapped segments noticed.
    Raises what `open_crypt4gh_header` does, and BodyAlteredError. Whatever `sink` has received by then must be thrown
    away.
    """
    opener = Crypt4ghOpener(_read_data_keys(source, private_key))
    plain_hash, plain_bytes = hashlib.sha256(), 0
    pieces = iter(lambda: source.read(PIECE_BYTES), b"")
    for plain in itertools.chain(map(opener.update, pieces), (opener.finish() for _ in (0,))):
        plain_hash.update(plain)
        plain_bytes += len(plain)
        write_all(sink, plain)
    found = (plain_hash.hexdigest(), plain_bytes)
    if expected is not None and found != expected:
        raise BodyAlteredError
    return found


def open_crypt4gh_header(header: bytes, private_key: PrivateKey) -> tuple[bytes, ...]:
    """The data keys that `header` (exactly one header, nothing after it) holds for `private_key`, for `Crypt4ghOpener`.

    Raises NotSealedFileError, NewerVersionError, HeaderAlteredError (damaged, or with an edit list, which we do not
    apply), NotForThisKeyError (also for a changed header packet: the format names no keys) and KeyKindError.
    """
    source = io.BytesIO(header)
    keys = _read_data_keys(source, private_key)
    if source.read(1):
        raise HeaderAlteredError
    return tuple(keys)


def _read_data_keys(source: BinaryIO, private_key: PrivateKey) -> list[bytes]:
    if private_key.kem is not Kem.X25519:
        raise KeyKindError
    start = read_up_to(source, _START.size)
    if start[:8] != _MAGIC:
        raise NotSealedFileError
    if len(start) < _START.size:
        raise HeaderAlteredError
    _, version, packets = _START.unpack(start)
    if version != _VERSION:
        raise NewerVersionError(version=version, body_algorithm=0)
    if not 1 <= packets <= _MAX_PACKETS:
        raise HeaderAlteredError
    keys = []
    for _ in range(packets):
        content = _open_packet(_read_packet(source), private_key)
        if content is None:
            continue
        if content[:4] == _EDIT_LIST_PACKET.to_bytes(4, "little"):
            raise HeaderAlteredError
        if len(content) != _DATA_KEY_PACKET.size:
            raise HeaderAlteredError
        kind, method, key = _DATA_KEY_PACKET.unpack(content)
        if kind != 0 or method != 0:
            raise NewerVersionError(version=version, body_algorithm=method)
        keys.append(key)
    if not keys:
        raise NotForThisKeyError(recipients=packets)
    return keys


def _read_packet(source: BinaryIO) -> bytes:
    length_bytes = read_up_to(source, 4)
    length = int.from_bytes(length_bytes, "little")
    if not _PACKET_HEAD.size + _TAG_BYTES <= length <= _MAX_PACKET_BYTES:
        raise HeaderAlteredError
    packet = length_bytes + read_up_to(source, length - 4)
    if len(packet) != length:
        raise HeaderAlteredError
    return packet


def _open_packet(packet: bytes, private_key: PrivateKey) -> bytes | None:
    """The content, or None when the packet is not ours."""
    _, method, writer_public, nonce = _PACKET_HEAD.unpack_from(packet)
    if method != 0:
        return None
    ours = X25519PrivateKey.from_private_bytes(private_key.raw)
    try:
        exchanged = ours.exchange(X25519PublicKey.from_public_bytes(writer_public))
        key = _shared_key(exchanged, private_key.public_key().raw, writer_public)
        return ChaCha20Poly1305(key).decrypt(nonce, packet[_PACKET_HEAD.size :], None)
    except (InvalidTag, ValueError):
        return None


def _build_packet(file_key: FileKey, recipient: PublicKey) -> bytes:
    _require_x25519(recipient)
    # A writer's key of its own for each packet: nothing links them, and nobody can open one as the writer.
    writer = X25519PrivateKey.generate()
    writer_public = writer.public_key().public_bytes_raw()
    recipient.hpke_key()
    exchanged = writer.exchange(X25519PublicKey.from_public_bytes(recipient.raw))
    nonce = os.urandom(_NONCE_BYTES)
    content = _DATA_KEY_PACKET.pack(0, 0, file_key.key)
    sealed = ChaCha20Poly1305(_shared_key(exchanged, recipient.raw, writer_public)).encrypt(nonce, content, None)
    return _PACKET_HEAD.pack(_PACKET_HEAD.size + len(sealed), 0, writer_public, nonce) + sealed


def _shared_key(exchanged: bytes, reader_public: bytes, writer_public: bytes) -> bytes:
    """libsodium's crypto_kx with the reader as client and the writer as server, as the standard says."""
    return hashlib.blake2b(exchanged + reader_public + writer_public).digest()[:32]


def _open_segment(ciphers: Sequence[ChaCha20Poly1305], segment: bytes) -> bytes:
    nonce, sealed = segment[:_NONCE_BYTES], segment[_NONCE_BYTES:]
    if len(sealed) > _TAG_BYTES:
        for cipher in ciphers:
            try:
                return cipher.decrypt(nonce, sealed, None)
            except InvalidTag:
                continue
    raise BodyAlteredError


def _require_x25519(key: PublicKey) -> None:
    if key.kem is not Kem.X25519:
        raise KeyKindError
