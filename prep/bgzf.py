"""Writing BGZF (SAM specification, section 4.1): canonical 18-byte headers, no time, no name, one end block."""

from __future__ import annotations

import zlib
from typing import Final

import numpy as np
from isal import isal_zlib

# Text per block: what bgzip uses, so that even incompressible text fits BSIZE's 16 bits.
BLOCK_TEXT: Final = 65280
# Level 1 packs genotype text within a few per cent of level 3 at several times its speed (measured).
LEVEL: Final = 1
END_BLOCK: Final = bytes.fromhex("1f8b08040000000000ff0600424302001b0003000000000000000000")
# Without a dictionary the library hashes, once per stream, a part of an address of its own memory: the packed bytes
# would depend on where the system put it (ADR 0020). No text of ours holds this byte, so no match reaches it.
_DICTIONARY: Final = b"\0"
_HEADER: Final = bytes.fromhex("1f8b08040000000000ff060042430200")


def compress_blocks(text: bytes | memoryview) -> bytes:
    """Whole BGZF blocks that hold `text`, without the end block."""
    view = memoryview(text)
    pieces: list[bytes] = []
    for start in range(0, len(text), BLOCK_TEXT):
        part = view[start : start + BLOCK_TEXT]
        packed = _deflated(part)
        pieces += (
            _HEADER,
            (len(packed) + 25).to_bytes(2, "little"),
            packed,
            isal_zlib.crc32(part).to_bytes(4, "little"),
            len(part).to_bytes(4, "little"),
        )
    return b"".join(pieces)


def _deflated(part: memoryview) -> bytes:
    """A raw DEFLATE stream (RFC 1951) that fits BSIZE: the same bytes for the same text in every process."""
    if int(np.min(np.frombuffer(part, np.uint8))) > _DICTIONARY[0]:  # a tenth of the time that re.search takes
        compressor = isal_zlib.compressobj(LEVEL, isal_zlib.DEFLATED, -15, zdict=_DICTIONARY)
        packed = compressor.compress(part) + compressor.flush()
        if len(packed) <= 65535 - 26:
            return packed
    stored = zlib.compressobj(0, zlib.DEFLATED, -15)
    return stored.compress(part) + stored.flush()
