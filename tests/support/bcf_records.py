"""BCF records made by hand (VCF specification, section "BCF specification"), for tests that damage them."""

from __future__ import annotations

import struct
from collections.abc import Sequence


def typed(kind: int, length: int) -> bytes:
    """The descriptor of `length` values of a type."""
    return bytes((length << 4 | kind,)) if length < 15 else bytes((0xF0 | kind,)) + b"\x12" + struct.pack("<h", length)


def text(value: bytes) -> bytes:
    return typed(7, len(value)) + value


def bcf_record(
    position: int,
    formats: Sequence[tuple[int, int, int, bytes]],
    samples: int,
    *,
    contig: int = 0,
    alleles: Sequence[bytes] = (b"A", b"G"),
    filters: bytes = b"\x11\x00",
    record_id: bytes = b"",
    info: Sequence[bytes] = (),
) -> bytes:
    """A record at `position` (from 1). A FORMAT entry is its key's number, type, length and the samples' bytes."""
    shared = struct.pack(
        "<iiifHHI", contig, position - 1, 1, 30.0, len(info), len(alleles), len(formats) << 24 | samples
    )
    shared += text(record_id) + b"".join(map(text, alleles)) + filters + b"".join(info)
    individual = b"".join(b"\x11" + bytes((key,)) + typed(kind, length) + data for key, kind, length, data in formats)
    return struct.pack("<II", len(shared), len(individual)) + shared + individual
