"""What a file is, by its first bytes, whatever its name says."""

from __future__ import annotations

import re
from typing import BinaryIO, NamedTuple

from prep.beside import gzip_header_texts
from prep.chunks import read_bytes
from prep.errors import (
    BeforeHeaderError,
    CompressionError,
    EmptyFileError,
    HeaderError,
    InputError,
    NotVcfError,
    OldBcfError,
    Utf16Error,
)
from prep.text_in import iter_gunzipped

_PIECE_BYTES = 1 << 16
_TAR_AT = 257
_LOOKED_AT_BYTES = 300  # tell what a file is
_HEADERLESS = re.compile(rb"#?CHROM\tPOS\t|[^\t\n]{1,100}\t[0-9]{1,10}\t[^\t\n]{1,100}\t[ACGTNacgtn]{1,100}\t")
_HEADER_BEGINS = re.compile(rb"(?m)^[ \t]{0,100}(?=##fileformat=VCFv[0-9.]{3,5}\s{1,2}#)")
_UTF_16 = re.compile(rb"(?:\xff\xfe|\xfe\xff)?\x00?#\x00[#C]")
_MAGICS: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"BZh", "bzip2"), (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"), (b"7z\xbc\xaf\x27\x1c", "7z"), (b"\x04\x22\x4d\x18", "lz4"),
    (b"Rar!", "rar"),
)  # fmt: skip
_OLD_BCF = {b"BCF\x04": "1", b"BCF\x02\x00": "2.0", b"BCF\x02\x01": "2.1"}


class Container(NamedTuple):
    """`kind` is `text`, `gzip`, `bgzf` or `bcf`; `is_blocked`, whether the file is BGZF, be it text or BCF in it. The
    last two are what a gzip header says besides."""

    kind: str
    is_blocked: bool
    gzip_name: bytes | None = None
    gzip_texts: tuple[bytes, ...] = ()


def look_at(file: BinaryIO) -> Container:
    """What an open file is; it stands at its first byte before and after.

    Raises EmptyFileError, CompressionError, OldBcfError, HeaderError, BeforeHeaderError, NotVcfError or Utf16Error for
    what is no VCF or BCF 2.2, and the errors of inflating.
    """
    start = read_bytes(file, _PIECE_BYTES)
    file.seek(0)
    if not start:
        raise EmptyFileError
    if start[:2] == b"\x1f\x8b":
        kind = "bgzf" if start[2:4] == b"\x08\x04" and start[12:14] == b"BC" else "gzip"
        found = Container(kind, kind == "bgzf", *gzip_header_texts(start))
        inner = _first_packed_text(file)
    else:
        found, inner = Container("text", is_blocked=False), start
    for magic, kind in _MAGICS:
        if inner.startswith(magic):
            raise CompressionError(kind=kind)
    for magic, version in _OLD_BCF.items():
        if inner.startswith(magic):
            raise OldBcfError(version=version)
    if inner.startswith(b"BCF\x02"):
        return found._replace(kind="bcf")
    if not inner:  # an empty file that was compressed
        raise EmptyFileError
    if not inner.removeprefix(b"\xef\xbb\xbf").startswith((b"##", b"#CHROM")):
        raise _what_it_is(inner)
    return found


def _first_packed_text(file: BinaryIO) -> bytes:
    """The beginning of what is compressed, also behind members without any text; empty without any."""
    text = b""
    for piece in iter_gunzipped(file, _PIECE_BYTES):
        text += piece
        if len(text) >= _LOOKED_AT_BYTES:
            break
    file.seek(0)
    return text


def _what_it_is(start: bytes) -> InputError:
    """The error of a file whose text, or what is packed in it, begins so and is no VCF."""
    if start.startswith(b"\x1f\x8b"):
        return CompressionError(kind="gzip (twice)")
    if start.startswith(b"ustar", _TAR_AT):
        return CompressionError(kind="tar")
    if _HEADERLESS.match(start):
        return HeaderError(line=1)
    if (header := _HEADER_BEGINS.search(start)) is not None:
        return BeforeHeaderError(line=start.count(b"\n", 0, header.end()) + 1)
    return Utf16Error() if _UTF_16.match(start) else NotVcfError()
