"""Reading text as it lies or out of gzip (RFC 1952), in pieces of bounded size, and making whole lines of pieces."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from isal import igzip_lib

from prep.blocks_in import InflateError
from prep.chunks import open_regular_file, read_bytes
from prep.errors import DamagedError, LineTooLongError, TrailingDataError, TruncatedError

LINE_LIMIT: Final = 64 << 20
READ_BYTES: Final = 1 << 20
_FIRST_FED_BYTES = 4 << 10
# An ordinary empty gzip member: without name or comment, then six bytes that say nothing, then no text.
_MEMBER_START, _EMPTY_MEMBER_END = b"\x1f\x8b\x08\x00", b"\x03\x00" + bytes(8)


def iter_any_text(path: Path, piece_bytes: int) -> tuple[bool, Iterator[bytes]]:
    """Whether a file of any text is compressed (gzip or BGZF), and its text in pieces. Raises as opening does."""
    with open_regular_file(path) as file:
        is_packed = read_bytes(file, 2) == b"\x1f\x8b"

    def pieces() -> Iterator[bytes]:
        with open_regular_file(path) as again:
            yield from iter_gunzipped(again, piece_bytes) if is_packed else iter_plain(again, piece_bytes)

    return is_packed, pieces()


def iter_plain(file: BinaryIO, piece_bytes: int) -> Iterator[bytes]:
    """The bytes of a file from where it stands."""
    while data := read_bytes(file, piece_bytes):
        yield data


def iter_gunzipped(file: BinaryIO, piece_bytes: int) -> Iterator[bytes]:
    """Every member of a gzip file in turn. Zero padding behind the last member is gzip's own custom."""
    held, at, before = read_bytes(file, READ_BYTES), 0, 0  # what was read; the place in it; the bytes before it
    fed = READ_BYTES
    while held:
        if held[at] == 0:
            at = len(held) - len(held[at:].lstrip(b"\x00"))
        elif held.startswith(_EMPTY_MEMBER_END, at + len(_MEMBER_START) + 6) and held.startswith(_MEMBER_START, at):
            at += len(_MEMBER_START) + 6 + len(_EMPTY_MEMBER_END)  # there can be a million of them
        elif held[at : at + 2] != b"\x1f\x8b"[: len(held) - at]:
            raise TrailingDataError(offset=before + at)
        else:
            member = igzip_lib.IgzipDecompressor(flag=igzip_lib.DECOMP_GZIP)
            while not member.eof:
                data = b""
                if member.needs_input:
                    if at == len(held):
                        held, at, before = read_bytes(file, READ_BYTES), 0, before + at
                    data = held[at : at + fed]
                    at += len(data)
                    fed = min(2 * fed, READ_BYTES)
                    if not data:
                        raise TruncatedError
                try:
                    text = member.decompress(data, piece_bytes)
                except InflateError:
                    raise DamagedError(offset=before + at - len(data)) from None
                if text:
                    yield text
            at -= len(member.unused_data)
            fed = _FIRST_FED_BYTES  # what a member leaves over is copied, and a file can have a million small ones
        if at == len(held):
            held, at, before = read_bytes(file, READ_BYTES), 0, before + at


def whole_lines(pieces: Iterator[bytes], line_number: int) -> Iterator[bytes]:
    """Regroup pieces into runs of whole lines. Raises LineTooLongError before a line outgrows the limit."""
    pending: list[bytes] = []
    pending_bytes = 0
    for piece in pieces:
        end = piece.rfind(b"\n") + 1
        if end == 0:
            pending.append(piece)
            pending_bytes += len(piece)
        else:
            head = b"".join((*pending, piece[:end])) if pending else piece[:end]
            if pending_bytes and pending_bytes + piece.index(b"\n") > LINE_LIMIT:
                raise LineTooLongError(line=line_number + 1, limit=LINE_LIMIT)
            line_number += head.count(b"\n")
            yield head
            pending = [piece[end:]] if end < len(piece) else []
            pending_bytes = len(piece) - end
        if pending_bytes > LINE_LIMIT:
            raise LineTooLongError(line=line_number + 1, limit=LINE_LIMIT)
    if pending_bytes:
        yield b"".join(pending)
