"""The sealed file in one import: header, body, streams and files. docs/FORMAT.md has the bytes.

A body depends only on its `FileKey`, so it is made and sent first; `build_header` comes last and makes it readable.
Whoever forgets the file key before that has shredded the body.
"""

from __future__ import annotations

from client.seal.body import BodyOpener, BodySealer, BodyWriter, opened_space, sealed_space
from client.seal.header import (
    FileKey,
    build_header,
    generate_file_key,
    open_header,
    parse_header_length,
)
from client.seal.sealed_files import open_file, seal_file
from client.seal.streams import (
    OpenedFacts,
    SealedFacts,
    open_body_stream,
    open_bytes,
    open_stream,
    read_header,
    seal_bytes,
    seal_stream,
)

__all__ = [
    "BodyOpener",
    "BodySealer",
    "BodyWriter",
    "FileKey",
    "OpenedFacts",
    "SealedFacts",
    "build_header",
    "generate_file_key",
    "open_body_stream",
    "open_bytes",
    "open_file",
    "open_header",
    "open_stream",
    "opened_space",
    "parse_header_length",
    "read_header",
    "seal_bytes",
    "seal_file",
    "seal_stream",
    "sealed_space",
]
