"""Whole sealed files as streams and bytes: the header, then the body."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from typing import BinaryIO, NamedTuple

from client.seal.body import PIECE_BYTES, BodyOpener, BodySealer, BodyWriter, opened_space, read_up_to, write_all
from client.seal.errors import HeaderAlteredError
from client.seal.header import (
    START_BYTES,
    FileKey,
    build_header,
    generate_file_key,
    open_header,
    parse_header_length,
)
from client.seal.keys import PrivateKey, PublicKey


class SealedFacts(NamedTuple):
    """What is recorded about a sealed file. A re-wrap of the header leaves `file_id` and the body's facts unchanged."""

    sealed_sha256: str
    sealed_bytes: int
    file_id: bytes
    body_sha256: str
    body_bytes: int


class OpenedFacts(NamedTuple):
    """What came out of a sealed file."""

    sha256: str
    bytes: int


def read_header(source: BinaryIO) -> bytes:
    """Read exactly the header from the start of a sealed file; the same errors as `parse_header_length`."""
    start = read_up_to(source, START_BYTES)
    header_length = parse_header_length(start)
    header = start + read_up_to(source, header_length - len(start))
    if len(header) != header_length:
        raise HeaderAlteredError
    return header


def seal_stream(source: BinaryIO, sink: BinaryIO, recipients: Sequence[PublicKey]) -> SealedFacts:
    """Write one sealed file with the contents of `source` to `sink`; memory does not grow with the size."""
    file_key = generate_file_key()
    header = build_header(file_key, recipients)
    sealed_hash = hashlib.sha256(header)
    write_all(sink, header)
    writer = BodyWriter(BodySealer(file_key), sink, also_hash=sealed_hash)
    while piece := source.read(PIECE_BYTES):
        writer.write(piece)
    writer.finish()
    return SealedFacts(
        sealed_sha256=sealed_hash.hexdigest(),
        sealed_bytes=len(header) + writer.body_bytes,
        file_id=file_key.file_id,
        body_sha256=writer.body_sha256,
        body_bytes=writer.body_bytes,
    )


def open_stream(source: BinaryIO, sink: BinaryIO, private_key: PrivateKey) -> OpenedFacts:
    """Write the plaintext of a sealed file to `sink`.

    Raises the five SealedFileErrors. Whatever `sink` has received by then is authentic but cut, and must be thrown
    away by the caller, as `client.seal.sealed_files.open_file` does.
    """
    return open_body_stream(source, sink, open_header(read_header(source), private_key))


def open_body_stream(source: BinaryIO, sink: BinaryIO, file_key: FileKey) -> OpenedFacts:
    """Like `open_stream` for a body whose header was opened before; reads `source` to its end."""
    opener = BodyOpener(file_key)
    private = bytearray(opened_space(PIECE_BYTES))
    plain_hash = hashlib.sha256()
    plain_bytes = 0
    while piece := source.read(PIECE_BYTES):
        opened = opener.update_into(piece, private)
        part = memoryview(private)[:opened]
        plain_hash.update(part)
        plain_bytes += opened
        write_all(sink, part)
    last = opener.finish()
    plain_hash.update(last)
    write_all(sink, last)
    return OpenedFacts(sha256=plain_hash.hexdigest(), bytes=plain_bytes + len(last))


def seal_bytes(data: bytes, recipients: Sequence[PublicKey]) -> bytes:
    """One whole sealed file in memory (the submission manifest travels like this)."""
    sink = io.BytesIO()
    seal_stream(io.BytesIO(data), sink, recipients)
    return sink.getvalue()


def open_bytes(sealed: bytes, private_key: PrivateKey) -> bytes:
    """The plaintext of a whole sealed file in memory; nothing is returned unless all of it verified."""
    sink = io.BytesIO()
    open_stream(io.BytesIO(sealed), sink, private_key)
    return sink.getvalue()
