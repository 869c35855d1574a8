"""Reading BGZF blocks (SAM specification, section 4.1): their bounds without inflating, and inflating runs of them."""

from __future__ import annotations

import struct
from typing import cast

from deflate import DeflateError, deflate_decompress
from isal import igzip_lib, isal_zlib

from prep.errors import DamagedError, TruncatedError

END_BLOCK = bytes.fromhex("1f8b08040000000000ff0600424302001b0003000000000000000000")
_FIXED_HEADER = 12
_CANONICAL_START = b"\x1f\x8b\x08\x04"
# How nearly every program begins a block: no time, no name, no extra field but BSIZE, which follows.
COMMON_START = bytes.fromhex("1f8b08040000000000ff060042430200")
MAX_BLOCK_TEXT = 65536
_TRAILER = struct.Struct("<II")  # CRC and ISIZE
# Its type stub declares an instance where a class is.
InflateError = cast(type[Exception], isal_zlib.error)


def block_size(data: memoryview | bytes, at: int, offset: int) -> int:
    """Whole size in bytes of the block that starts at `data[at]`, or 0 when its header is not all there.

    `offset` is the place in the file, for the error. Raises DamagedError when no BGZF block starts there.
    """
    if len(data) - at < _FIXED_HEADER:
        return 0
    if data[at : at + 4] != _CANONICAL_START:
        raise DamagedError(offset=offset)
    extra_length = int.from_bytes(data[at + 10 : at + 12], "little")
    if len(data) - at < _FIXED_HEADER + extra_length:
        return 0
    size = _bsize(data, at + _FIXED_HEADER, at + _FIXED_HEADER + extra_length)
    if size < _FIXED_HEADER + extra_length + 9:
        raise DamagedError(offset=offset)
    return size


def _bsize(data: memoryview | bytes, start: int, end: int) -> int:
    """BSIZE + 1 from the extra subfield `BC`, 0 without one."""
    while start + 4 <= end:
        length = int.from_bytes(data[start + 2 : start + 4], "little")
        if data[start : start + 2] == b"BC" and length == 2 and start + 6 <= end:
            return int.from_bytes(data[start + 4 : start + 6], "little") + 1
        start += 4 + length
    return 0


def inflate_to_newline(data: bytes, offset: int) -> bytes | None:
    """Text of a run of blocks up to and with its first newline, inflating no more than that takes; None without one."""
    pieces: list[bytes] = []
    at = 0
    while at < len(data):
        size = block_size(data, at, offset + at)
        text = inflate_blocks(data[at : at + size], offset + at)
        end = text.find(b"\n") + 1
        pieces.append(text[:end] if end else text)
        if end:
            return b"".join(pieces)
        at += size
    return None


def inflate_blocks(data: bytes, offset: int) -> bytes:
    """Inflate a run of whole blocks; `offset` is where the run starts in the file.

    Raises DamagedError at the block whose deflate data, CRC or length is wrong, TruncatedError at a cut end.
    """
    return b"".join(inflate_each(data, offset))


def inflate_each(data: bytes, offset: int) -> list[bytes | bytearray]:
    """The texts of the blocks one by one, as `inflate_blocks` does: whoever cuts them need not copy them twice."""
    view = memoryview(data)
    pieces: list[bytes | bytearray] = []
    at, behind = 0, len(data)
    crc32 = isal_zlib.crc32
    while at < behind:
        if at + 18 <= behind and data.startswith(COMMON_START, at):
            size, start = data[at + 16] + (data[at + 17] << 8) + 1, at + 18
        else:
            size = block_size(view, at, offset + at)
            start = at + _FIXED_HEADER + int.from_bytes(view[at + 10 : at + 12], "little")
        if size == 0 or at + size > behind:
            raise TruncatedError
        end = at + size - 8
        if end <= start:
            raise DamagedError(offset=offset + at)
        crc, length = _TRAILER.unpack_from(data, end)
        if length > MAX_BLOCK_TEXT:
            raise DamagedError(offset=offset + at)
        try:
            # libdeflate takes two thirds of isal's time for a block, but looks at nothing where no text is wanted.
            text = deflate_decompress(view[start:end], length) if length else _inflate_nothing(view[start:end])
        except (DeflateError, InflateError):
            raise DamagedError(offset=offset + at) from None
        if len(text) != length or crc32(text) != crc:
            raise DamagedError(offset=offset + at)
        pieces.append(text)
        at += size
    return pieces


def _inflate_nothing(packed: memoryview) -> bytes:
    """What a block that says it is empty really holds. Raises InflateError where its data is damaged or cut."""
    inflater = igzip_lib.IgzipDecompressor(igzip_lib.DECOMP_DEFLATE)
    text: bytes = inflater.decompress(packed, 1)
    if not inflater.eof:
        raise InflateError
    return text
