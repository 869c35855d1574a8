"""What the demo proves with its own eyes: no name in what left, and the right names over the right genotypes back.

Nothing here uses the code that it checks: plain reading of bytes, of gzip and of tab-separated text.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import BinaryIO, cast

import numpy as np

_PREFIX_BYTES = 6
"""Shorter names turn up in any few megabytes of ciphertext by chance."""
_PIECE_BYTES = 8 << 20
_MOST_COMPARED = 200


def find_any(data: bytes, needles: Iterable[str]) -> list[str]:
    """Those of `needles` (of six bytes or more; shorter ones are passed over) that occur in `data`."""
    by_prefix: dict[bytes, list[bytes]] = {}
    for needle in needles:
        encoded = needle.encode()
        if len(encoded) >= _PREFIX_BYTES:
            by_prefix.setdefault(encoded[:_PREFIX_BYTES], []).append(encoded)
    if not by_prefix or len(data) < _PREFIX_BYTES:
        return []
    text = np.frombuffer(data, np.uint8)
    # First by three bytes through a table of all of them, which leaves few places to look at more closely.
    is_start = np.zeros(1 << 24, np.bool_)
    for prefix in by_prefix:
        is_start[int.from_bytes(prefix[:3], "big")] = True
    last = len(text) - _PREFIX_BYTES + 1
    starts = text[:last].astype(np.int32) << 16
    starts |= text[1 : last + 1].astype(np.int32) << 8
    starts |= text[2 : last + 2]
    places = np.flatnonzero(is_start[starts])
    found: dict[str, None] = {}
    for place in places.tolist():
        for whole in by_prefix.get(data[place : place + _PREFIX_BYTES], ()):
            if data[place : place + len(whole)] == whole:
                found[whole.decode()] = None
    return list(found)


def find_in_stream(stream: BinaryIO, needles: Sequence[str]) -> tuple[int, list[str]]:
    """(bytes read, what was found), piece by piece: memory does not grow with the file."""
    longest = max((len(needle.encode()) for needle in needles), default=1)
    total, overlap = 0, b""
    found: dict[str, None] = {}
    while piece := stream.read(_PIECE_BYTES):
        total += len(piece)
        found |= dict.fromkeys(find_any(overlap + piece, needles))
        overlap = (overlap + piece)[-longest:]
    return total, list(found)


def search_folder(folder: Path, needles: Sequence[str]) -> tuple[int, int, list[str]]:
    """(files, bytes, what was found) in every file under `folder` and in the files' names."""
    files = total = 0
    found: dict[str, None] = {}
    for path in sorted(folder.rglob("*")):
        found |= dict.fromkeys(find_any(path.name.encode(), needles))
        if path.is_file():
            with path.open("rb") as stream:
                read, seen = find_in_stream(stream, needles)
            files += 1
            total += read
            found |= dict.fromkeys(seen)
    return files, total, list(found)


def sample_row(file: Path) -> list[str]:
    """The sample names of a VCF, in their order; empty for what is no VCF text."""
    for line in _lines(file):
        if line.startswith(b"#CHROM"):
            return line.rstrip(b"\r\n").decode("utf-8", "replace").split("\t")[9:]
        if not line.startswith(b"#"):
            break
    return []


def count_equal_genotypes(original: Path, result: Path) -> tuple[int, int]:
    """(records compared, records in which every sample has the same genotype as in the original).

    Of the result's first 200 records, matched by position and alleles; phase is not compared. A half call comes back as
    missing or, where men are written so on X, as its one allele.
    """
    wanted = dict(islice(_iter_genotypes(result), _MOST_COMPARED))
    compared = equal = 0
    for key, cells in _iter_genotypes(original):
        restored = wanted.pop(key, None)
        if restored is not None:
            compared += 1
            is_same = _is_same_call_on_x if key[0] == b"X" else _is_same_call
            equal += len(restored) == len(cells) and all(map(is_same, cells, restored))
            if not wanted:
                break
    return compared, equal


def first_chromosome(file: Path) -> str | None:
    """The chromosome of the first record, without `chr`."""
    for line in _lines(file):
        if not line.startswith(b"#"):
            return line.split(b"\t", 1)[0].removeprefix(b"chr").decode("ascii", "replace")
    return None


def first_lines(file: Path, records: int) -> list[str]:
    """The header and the first records of a gzip file of text."""
    lines: list[str] = []
    seen = 0
    for line in _lines(file):
        lines.append(line.decode("utf-8", "replace").rstrip("\r\n"))
        seen += not line.startswith(b"#")
        if seen == records:
            break
    return lines


def find_in_gzip(file: Path, needles: Sequence[str]) -> tuple[int, list[str]]:
    """`find_in_stream` over what a gzip file holds."""
    with gzip.open(file) as stream:
        return find_in_stream(cast(BinaryIO, stream), needles)


def _iter_genotypes(file: Path) -> Iterator[tuple[tuple[bytes, ...], list[bytes]]]:
    for line in _lines(file):
        if line.startswith(b"#"):
            continue
        fields = line.rstrip(b"\r\n").split(b"\t")
        chromosome = fields[0].removeprefix(b"chr")
        key = (chromosome, fields[1], fields[3].upper(), fields[4].upper())
        yield key, [cell.partition(b":")[0].replace(b"|", b"/") for cell in fields[9:]]


def _is_same_call(original: bytes, restored: bytes) -> bool:
    return b"." in restored if b"." in original else restored == original


def _is_same_call_on_x(original: bytes, restored: bytes) -> bool:
    return _is_same_call(original, restored) or original in (restored + b"/.", b"./" + restored)


def _lines(file: Path) -> Iterator[bytes]:
    with file.open("rb") as stream:
        is_gzip = stream.read(2) == b"\x1f\x8b"
    if is_gzip:
        with gzip.open(file) as lines:
            yield from lines
    else:
        with file.open("rb") as lines:
            yield from lines
