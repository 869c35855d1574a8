"""BCF through pysam, imported when the first BCF file is opened; VCF needs it nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from prep.bcf_line import ONE_CELL, BcfNames
from prep.blocks_in import END_BLOCK
from prep.errors import BcfNamesError, BcfUnavailableError, CompressionError, DamagedError, TruncatedError

_NUMBERED = ("FILTER", "INFO", "FORMAT")


def read_header(path: Path) -> tuple[bytes, BcfNames]:
    """The header of a BCF file as VCF text, and what the numbers in its records name.

    Raises BcfUnavailableError where it takes pysam and there is none, BcfNamesError, TruncatedError where the end block
    is missing, DamagedError if unreadable.
    """
    from prep.bcf_header import read_plain_header, wrong_names  # its patterns would be compiled for every VCF

    if plain := read_plain_header(path):
        _require_end_block(path)
        return plain
    if reason := wrong_names(path):
        raise BcfNamesError(reason=reason)  # htslib would only say that it cannot read the file
    with _opened(path) as file:
        try:
            return _described(file.header)
        except ValueError:
            raise DamagedError(offset=0) from None


def _described(header: Any) -> tuple[bytes, BcfNames]:
    """The same, as pysam says it; a tab in a name would begin another column.

    Its lists of contigs and strings know neither numbers that are left out nor names in Latin-1; its lines do. The
    number on the first line of a name counts.
    """
    contigs: dict[bytes, int] = {}
    strings: dict[bytes, int] = {}
    for line in header.records:
        numbers = contigs if line.type == "CONTIG" else strings if line.type in _NUMBERED else None
        name, number = line.get("ID"), line.get("IDX")
        if numbers is not None and name is not None and number is not None:
            numbers.setdefault(_bytes(name).translate(ONE_CELL), int(number))
    by_number = [{number: name for name, number in numbers.items()} for numbers in (contigs, strings)]
    return _bytes(str(header)), BcfNames(by_number[0], by_number[1], len(header.samples))


def iter_text(path: Path, piece_bytes: int) -> Iterator[bytes]:
    """The records as VCF text, in pieces of whole lines of about `piece_bytes`. Raises as `read_header` does."""
    with _opened(path) as file:
        records = iter(file)
        count = 1
        while True:
            try:
                lines = [str(record) for record in islice(records, count)]
            except (OSError, ValueError, UnicodeError):
                raise DamagedError(offset=0) from None
            if not lines:
                return
            text = "".join(lines)
            yield _bytes(text)
            # As many records as fit a piece when they are as long as these, growing carefully from the first one.
            count = max(1, min(4 * count, piece_bytes * len(lines) // len(text)))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    try:
        import pysam
    except ImportError:
        raise BcfUnavailableError from None
    pysam.set_verbosity(0)  # htslib prints paths otherwise
    pysam.set_encoding_error_handler("surrogateescape")  # Latin-1 is turned back into its bytes (`_bytes`)
    _require_end_block(path)
    try:
        file = pysam.VariantFile(str(path.absolute()))
    except (OSError, ValueError):
        raise DamagedError(offset=0) from None
    try:
        yield file
    finally:
        file.close()


def _require_end_block(path: Path) -> None:
    """htslib only warns about a missing end block and stops early; here a cut file is an error.

    So is plain gzip around a BCF, where nobody could tell a cut from the end.
    """
    with path.open("rb") as file:
        start = file.read(14)
        if start[:2] != b"\x1f\x8b":
            return
        if start[2:4] != b"\x08\x04" or start[12:14] != b"BC":
            raise CompressionError(kind="BCF inside gzip")
        end = file.seek(0, 2)
        file.seek(max(0, end - len(END_BLOCK)))
        if file.read() != END_BLOCK:
            raise TruncatedError
