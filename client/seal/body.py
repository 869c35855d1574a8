"""The body of a sealed file: one Cobblestone-256 message (c2sp.org/chunked-encryption), bound to the file's prefix."""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING, BinaryIO, Protocol

from cryptography.cobblestone import Cobblestone256Decryptor, Cobblestone256Encryptor
from cryptography.exceptions import InvalidTag

from client.seal.errors import BodyAlteredError
from client.seal.header import FileKey

if TYPE_CHECKING:
    from hashlib import _Hash as HASH

# Pieces that stay in the processor's second cache: 256 KiB to 1 MiB measured best, 8 MiB a third slower.
PIECE_BYTES = 512 * 1024

_CHUNK_BYTES = 16 * 1024
_TAG_BYTES = 16
_SALT_AND_COMMITMENT_BYTES = 24 + 32


class Sealer(Protocol):
    """What makes a body out of plaintext: ours here, or Crypt4GH's."""

    def space(self, plaintext_bytes: int) -> int:
        """A buffer size that always holds what `update_into` writes for one call."""

    def update_into(self, data: bytes | bytearray | memoryview, buffer: bytearray | memoryview) -> int:
        """Seal `data` into the buffer; returns how many bytes were written."""

    def finish(self) -> bytes:
        """The last part of the body."""


class BodySealer:
    """Turns plaintext into the body: `update` any number of times, then `finish` once; join what they return."""

    def __init__(self, file_key: FileKey) -> None:
        self._encryptor = Cobblestone256Encryptor(file_key.derive(b"body"), file_key.prefix)

    def space(self, plaintext_bytes: int) -> int:
        """A buffer size that always holds what `update_into` writes for one call."""
        return sealed_space(plaintext_bytes)

    def update(self, data: bytes | bytearray | memoryview) -> bytes:
        """The next part of the body (often empty: whole chunks of 16 KiB come out)."""
        return self._encryptor.update(data)

    def update_into(self, data: bytes | bytearray | memoryview, buffer: bytearray | memoryview) -> int:
        """Like `update` into a buffer of at least `sealed_space(len(data))` bytes; returns how many were written."""
        return self._encryptor.update_into(data, buffer)

    def finish(self) -> bytes:
        """The last part of the body."""
        return self._encryptor.finalize()


class BodyWriter(io.RawIOBase):
    """A writable file that seals into `sink` what is written to it, and hashes what it puts there.

    `finish` ends the body; closing without it leaves a body that nobody can open, which is what an abandoned one
    should be. `sink` stays open. `also_hash` is updated with the same bytes as the body's own hash.
    """

    def __init__(self, sealer: Sealer, sink: BinaryIO, also_hash: HASH | None = None) -> None:
        super().__init__()
        self._also_hash = also_hash
        self._sealer = sealer
        self._sink = sink
        self._hash = hashlib.sha256()
        self._buffer = bytearray(sealer.space(PIECE_BYTES))
        self.body_bytes = 0

    @property
    def body_sha256(self) -> str:
        """Hex SHA-256 of the body so far; the body's own after `finish`."""
        return self._hash.hexdigest()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes | bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Seal `data`, all of it; returns its length."""
        with memoryview(data).cast("B") as view:
            for start in range(0, len(view), PIECE_BYTES):
                written = self._sealer.update_into(view[start : start + PIECE_BYTES], self._buffer)
                self._put(memoryview(self._buffer)[:written])
            return len(view)

    def finish(self) -> None:
        """Write the last chunk. Nothing may be written afterwards."""
        self._put(self._sealer.finish())

    def _put(self, part: bytes | memoryview) -> None:
        self._hash.update(part)
        if self._also_hash is not None:
            self._also_hash.update(part)
        self.body_bytes += len(part)
        write_all(self._sink, part)


class BodyOpener:
    """Turns a body back into plaintext: `update` any number of times, then `finish` once.

    Everything returned is authenticated, but only `finish` proves that the body is whole: until it returns, whoever
    uses the plaintext must be ready to discard it. Both raise BodyAlteredError.
    """

    def __init__(self, file_key: FileKey) -> None:
        self._decryptor = Cobblestone256Decryptor(file_key.derive(b"body"), file_key.prefix)

    def update(self, data: bytes | bytearray | memoryview) -> bytes:
        """The plaintext of all chunks whose tags have been checked by now."""
        try:
            return self._decryptor.update(data)
        except InvalidTag:
            raise BodyAlteredError from None

    def update_into(self, data: bytes | bytearray | memoryview, buffer: bytearray) -> int:
        """Like `update` into a private buffer of at least `opened_space(len(data))` bytes.

        On a wrong tag the buffer is wiped: the library leaves the plaintext of the wrong chunk in it.
        """
        try:
            return self._decryptor.update_into(data, buffer)
        except InvalidTag:
            buffer[:] = bytes(len(buffer))
            raise BodyAlteredError from None

    def finish(self) -> bytes:
        """The plaintext of the last chunk; a normal return says that the whole body was authentic."""
        try:
            return self._decryptor.finalize()
        except InvalidTag:
            raise BodyAlteredError from None


def sealed_space(plaintext_bytes: int) -> int:
    """A buffer size that always holds what `BodySealer.update_into` writes for one call."""
    return plaintext_bytes + plaintext_bytes // 1024 + _CHUNK_BYTES + _TAG_BYTES + _SALT_AND_COMMITMENT_BYTES


def opened_space(sealed_bytes: int) -> int:
    """A buffer size that always holds what `BodyOpener.update_into` writes for one call."""
    return sealed_bytes + _CHUNK_BYTES + _TAG_BYTES


def write_all(sink: BinaryIO, data: bytes | memoryview) -> None:
    """Write all of `data`, also to an unbuffered sink that takes less at a time (a pipe, a full disk)."""
    view = memoryview(data)
    while view:
        view = view[sink.write(view) :]


def read_up_to(source: BinaryIO, wanted: int) -> bytes:
    """Read `wanted` bytes, also from a source that gives less at a time; fewer only at its end."""
    parts = bytearray()
    while len(parts) < wanted and (piece := source.read(wanted - len(parts))):
        parts += piece
    return bytes(parts)
