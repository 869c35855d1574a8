"""Whole lines out of chunks that begin and end anywhere: what a worker can do alone, and how its neighbours join."""

from __future__ import annotations

from dataclasses import dataclass

from prep.blocks_in import inflate_blocks, inflate_to_newline
from prep.chunks import LoadedChunk, TextChunk


@dataclass(frozen=True)
class Cut:
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
    text = inflate_blocks(chunk.blocks, chunk.offset)
    first, last = text.find(b"\n") + 1, text.rfind(b"\n") + 1
    if not first:
        return Cut(b"", head=text, has_newline=False)
    rest = inflate_to_newline(chunk.ahead, chunk.offset + len(chunk.blocks)) if chunk.ahead else None
    if rest is None:
        return Cut(text[first:last], head=text[:first], tail=text[last:])
    return Cut(b"".join((memoryview(text)[first:], rest)), head=text[:first], took_next_head=True)


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
