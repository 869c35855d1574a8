"""Writing BGZF (SAM specification, section 4.1): canonical 18-byte headers, no time, no name, one end block."""

from __future__ import annotations

import zlib
from typing import Final

from isal import igzip_lib, isal_zlib

# Text per block: what bgzip uses, so that even incompressible text fits BSIZE's 16 bits.
BLOCK_TEXT: Final = 65280
# Level 1 packs genotype text within a few per cent of level 3 at several times its speed (measured).
LEVEL: Final = 1
END_BLOCK: Final = bytes.fromhex("1f8b08040000000000ff0600424302001b0003000000000000000000")
_HEADER: Final = bytes.fromhex("1f8b08040000000000ff060042430200")


def compress_blocks(text: bytes | memoryview) -> bytes:
    """Whole BGZF blocks that hold `text`, without the end block."""
    view = memoryview(text)
    pieces: list[bytes] = []
    for start in range(0, len(text), BLOCK_TEXT):
        part = view[start : start + BLOCK_TEXT]
        packed = igzip_lib.compress(part, LEVEL, igzip_lib.COMP_DEFLATE)
        if len(packed) > 65535 - 26:
            packed = _stored(part)
        pieces += (
            _HEADER,
            (len(packed) + 25).to_bytes(2, "little"),
            packed,
            isal_zlib.crc32(part).to_bytes(4, "little"),
            len(part).to_bytes(4, "little"),
        )
    return b"".join(pieces)


def _stored(part: memoryview) -> bytes:
    compressor = zlib.compressobj(0, zlib.DEFLATED, -15)
    return compressor.compress(part) + compressor.flush()
