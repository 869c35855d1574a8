"""Whole lines out of chunks that begin and end anywhere: what a worker can do alone, and how its neighbours join."""

from __future__ import annotations

from typing import NamedTuple

from prep.blocks_in import inflate_each, inflate_to_newline
from prep.chunks import LoadedChunk, TextChunk


class Cut(NamedTuple):
    """A chunk's text. `head` and `tail` are unfinished lines at its bounds (only of compressed blocks).

    `took_next_head`: the line that runs into the next chunk was finished from its first blocks, so the next one's head
    is already dealt with. Without a newline all of the text is `head`.
    """

    body: bytes
    head: bytes = b""
    tail: bytes = b""
    has_newline: bool = True
    took_next_head: bool = False


def cut_lines(chunk: LoadedChunk) -> Cut:
    """The whole lines of a chunk. Raises DamagedError and TruncatedError of its blocks."""
    if isinstance(chunk, TextChunk):
        return Cut(chunk.text if chunk.text.endswith(b"\n") else chunk.text + b"\n")
    pieces = inflate_each(chunk.blocks, chunk.offset)
    head = _take_head(pieces)
    if not pieces:
        return Cut(b"", head=head, has_newline=False)
    rest = inflate_to_newline(chunk.ahead, chunk.offset + len(chunk.blocks)) if chunk.ahead else None
    tail = b"" if rest is not None else _take_tail(pieces)
    # One copy of the text, from its blocks straight into the lines to be read.
    body = b"".join(pieces if rest is None else (*pieces, rest))
    return Cut(body, head=head, tail=tail, took_next_head=rest is not None)


def _take_head(pieces: list[bytes | bytearray]) -> bytes:
    """Take the text up to and with its first newline out of `pieces`; without one all of it, and none is left."""
    for number, piece in enumerate(pieces):
        if end := piece.find(b"\n") + 1:
            head = b"".join((*pieces[:number], piece[:end]))
            pieces[: number + 1] = [piece[end:]]
            return head
    head = b"".join(pieces)
    pieces.clear()
    return head


def _take_tail(pieces: list[bytes | bytearray]) -> bytes:
    """Take what is behind the last newline out of `pieces`; all of it where none is left."""
    for number in range(len(pieces) - 1, -1, -1):
        if end := pieces[number].rfind(b"\n") + 1:
            tail = b"".join((pieces[number][end:], *pieces[number + 1 :]))
            pieces[number:] = [pieces[number][:end]]
            return tail
    tail = b"".join(pieces)
    pieces.clear()
    return tail


class Seams:
    """Joins the unfinished lines of chunks that come in their order."""

    def __init__(self) -> None:
        self.tail = b""
        """What still waits for its end."""
        self._head_is_done = False

    def join(self, head: bytes, tail: bytes, *, has_newline: bool, took_next_head: bool) -> bytes:
        """The line that ends in this chunk and began before it; empty where there is none, or it is dealt with."""
        seam = b"" if self._head_is_done else self.tail + head
        self.tail = tail if has_newline else seam
        self._head_is_done = took_next_head
        return seam
