"""What else carries text with an input: the gzip header around it, and an index file beside it.

None of it ever leaves. It is looked at so that the report says what of it identifies somebody: an ordinary gzip keeps
the file's first name, any gzip header can hold a comment, and an index lists the names of contigs.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from isal import isal_zlib

from prep.blocks_in import InflateError
from prep.chunks import open_regular_file, read_bytes
from prep.errors import PrepError

_FEXTRA, _FNAME, _FCOMMENT = 0x04, 0x08, 0x10
_MOST_PACKED, _MOST_TEXT = 1 << 20, 1 << 20
_MOST_TEXTS = 1000
INDEX_SUFFIXES = (".tbi", ".csi")


def gzip_header_texts(start: bytes) -> tuple[bytes | None, tuple[bytes, ...]]:
    """FNAME of the first member's header (RFC 1952, section 2.3), and what else in it is text: comment and extra
    fields but for BGZF's own. What is cut off or not there is nothing."""
    if len(start) < 10 or start[:2] != b"\x1f\x8b":
        return None, ()
    flags, at = start[3], 10
    texts: list[bytes] = []
    if flags & _FEXTRA:
        end = at + 2 + int.from_bytes(start[at : at + 2], "little")
        texts += _extra_texts(start[at + 2 : end])
        at = end
    name: bytes | None = None
    if flags & _FNAME:
        name, at = _until_zero(start, at)
    if flags & _FCOMMENT:
        comment, at = _until_zero(start, at)
        texts.append(comment or b"")
    return name or None, tuple(text for text in texts if text)


def _extra_texts(extra: bytes) -> Iterator[bytes]:
    at = 0
    while at + 4 <= len(extra):
        length = int.from_bytes(extra[at + 2 : at + 4], "little")
        if extra[at : at + 2] != b"BC":
            yield extra[at + 4 : at + 4 + length]
        at += 4 + length
    if at < len(extra):
        yield extra[at:]


def _until_zero(data: bytes, at: int) -> tuple[bytes | None, int]:
    end = data.find(b"\x00", at)
    return (data[at:end], end + 1) if end >= 0 else (None, len(data))


def index_texts(path: Path) -> tuple[str, ...]:
    """The contig names that the index files beside `path` list, and texts in their gzip headers; at most a thousand.

    An index that is damaged, or none at all, gives what can be read of it: it never leaves, and nothing depends on it.
    """
    found: dict[str, None] = {}
    for suffix in INDEX_SUFFIXES:
        try:
            with open_regular_file(path.with_name(path.name + suffix)) as file:
                packed = read_bytes(file, _MOST_PACKED)
        except PrepError:
            continue
        name, texts = gzip_header_texts(packed)
        for text in (*((name,) if name else ()), *texts, *_contig_names(_inflated(packed))):
            found[text.decode("utf-8", "replace")] = None
    return tuple(found)[:_MOST_TEXTS]


def _inflated(packed: bytes) -> bytes:
    """The text of the first members, as far as it can be inflated."""
    pieces: list[bytes] = []
    held = 0
    while packed[:2] == b"\x1f\x8b" and held < _MOST_TEXT:
        inflater = isal_zlib.decompressobj(31)
        try:
            piece = bytes(inflater.decompress(packed, _MOST_TEXT - held))
        except InflateError:
            break
        pieces.append(piece)
        held += len(piece)
        if not inflater.eof:
            break
        packed = inflater.unused_data
    return b"".join(pieces)


def _contig_names(text: bytes) -> list[bytes]:
    """Of a tabix index (n_ref, 6 numbers, l_nm, names) or of a CSI index's auxiliary data, which is the same."""
    if text[:4] == b"TBI\x01":
        names_at = 36
    elif text[:4] == b"CSI\x01":
        names_at = 16 + 28
    else:
        return []
    length = int.from_bytes(text[names_at - 4 : names_at], "little")
    return [name for name in text[names_at : names_at + length].split(b"\x00") if name]
