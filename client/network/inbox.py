"""Where sealed bodies are put, whatever speaks there: tus 1.0.0 (`tus.py`) or S3 multipart (`s3.py`)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, Protocol

from client.network.errors import ContractError, TooLargeError, UploadGoneError
from client.network.fields import Fields, parse_json

_FIRST_PIECE_BYTES = 128 * 1024
_SMALLEST_PIECE_BYTES, _LARGEST_PIECE_BYTES = 64 * 1024, 256 * 1024
"""The write time-out covers one piece, and a stop waits for it: small ones on a slow line. On a fast one each costs
some 50 µs beside its bytes (measured: 256 KiB take a tenth less of the processor than 128; more gains nothing)."""

_QUICK_S, _SLOW_S = 0.1, 1.0


@dataclass(frozen=True)
class Appended:
    """What an inbox holds after a PATCH or a part.

    `upload` is the text to keep for a resume (a secret: it names or holds upload URLs); it may change with each part.
    """

    upload: str = field(repr=False)
    offset: int


class Inbox(Protocol):
    """One kind of receiver. All methods raise the errors of `client.network.errors`; none retries anything."""

    def create(self, sealed_bytes: int, name: str) -> str:
        """Make room for `sealed_bytes` bytes under an opaque `name`; the text to keep. TooLargeError for too many."""

    def offset(self, upload: str, sealed_bytes: int) -> int:
        """How many bytes lie there; UploadGoneError when it is not there any more."""

    def append(
        self, upload: str, source: BinaryIO, offset: int, patch_bytes: int, before_piece: Callable[[int], int]
    ) -> Appended:
        """Send at most `patch_bytes` bytes of `source` from `offset` on; never one before or beyond.

        An inbox whose parts have a fixed size sends one part instead.

        `before_piece` is called with the length of each piece before it goes out and answers how much of it may go now
        (at least a byte); it may wait (a bandwidth limit), and whatever it raises ends the request and comes out of
        here.
        """

    def finish(self, upload: str) -> None:
        """All bytes are there: close it (a no-op for tus)."""

    def terminate(self, upload: str) -> None:
        """Delete it at the service. Returns when it is gone, also when it was gone before."""

    def largest_patch_bytes(self, sealed_bytes: int) -> int | None:
        """The service's own limit for one append, or None when it names none."""


def require_size(sealed_bytes: int, *limits: int | None) -> None:
    """Raise TooLargeError where a body is larger than any of the `limits` that are known."""
    if any(limit is not None and sealed_bytes > limit for limit in limits):
        raise TooLargeError(problem="none")


def read_pieces(source: BinaryIO, offset: int, length: int, before_piece: Callable[[int], int]) -> Iterator[bytes]:
    """Exactly `length` bytes of `source` from `offset`, in pieces, none longer than `before_piece` says.

    A source that is shorter raises ContractError: the file under an upload must never change.
    """
    source.seek(offset)
    left, most = length, _FIRST_PIECE_BYTES
    while left:
        piece = source.read(min(most, left))
        if not piece:
            raise ContractError(reason="offset")
        left -= len(piece)
        while piece:
            allowed = before_piece(len(piece))
            handed_over_s = time.monotonic()
            yield piece[:allowed]
            took_s = time.monotonic() - handed_over_s
            piece = piece[allowed:]
        if took_s < _QUICK_S:
            most = min(2 * most, _LARGEST_PIECE_BYTES)
        elif took_s > _SLOW_S:
            most = max(most // 2, _SMALLEST_PIECE_BYTES)


def upload_reference(upload: str) -> str:
    """How the job call names an upload: the last part of a tus upload's path, or the id of an S3 one.

    Raises UploadGoneError for a text that is neither.
    """
    if upload.startswith("{"):
        try:
            return Fields(parse_json(upload.encode("utf-8"))).identifier("upload")
        except ContractError:
            raise UploadGoneError from None
    reference = upload.split("?", 1)[0].rpartition("/")[2]
    if not reference:
        raise UploadGoneError
    return reference
