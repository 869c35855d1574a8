"""Recheck of lines that carry more than GT: the same independence, line by line with regular expressions."""

from __future__ import annotations

import re
from functools import cache

import numpy as np
from numpy.typing import NDArray

from prep.errors import RecheckError

_MOST_ACCEPTED = 100_000
_UNIT = rb"(?:0(?:\.[0-9]{1,4})?|1)"
_VALUES = {
    "DS": rb"(?:\.|(?:[01](?:\.[0-9]{1,4})?|2))",
    "GP": rb"(?:\.|%b,%b(?:,%b)?)" % (_UNIT, _UNIT, _UNIT),
    "PL": rb"(?:\.|[0-9]{1,5},[0-9]{1,5}(?:,[0-9]{1,5})?)",
}
_INFO = {"AC": rb"AC=([0-9]{1,8})", "AN": rb"AN=([0-9]{1,8})", "AF": rb"AF=([01]\.[0-9]{6})"}
_IDS = {
    "none": rb"\.",
    "rs": rb"(?:\.|rs(?:[1-9][0-9]{0,8}|[12][0-9]{9}))",
    "chr-pos-ref-alt": rb"[A-Za-z0-9]{1,5}:[0-9]{1,9}:[ACGT]:[ACGT]",
}


@cache
def _patterns(
    contig: str, record_id: str, info_keys: tuple[str, ...], format_keys: tuple[str, ...]
) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    """The fixed fields of a line, and what follows GT in a cell."""
    info = rb";".join(_INFO[key] for key in info_keys) if info_keys else rb"\."
    fixed = rb"%b\t([1-9][0-9]{0,8})\t(%b)\t([ACGT])\t([ACGT])\t\.\tPASS\t%b\t%b" % (
        re.escape(contig.encode()), _IDS[record_id], info, ":".join(format_keys).encode(),
    )  # fmt: skip
    suffix = b"".join(rb":" + _VALUES[key] for key in format_keys[1:])
    return re.compile(fixed), re.compile(suffix)


def split_rich_line(
    line: bytes,
    contig: str,
    record_id: str,
    info_keys: tuple[str, ...],
    format_keys: tuple[str, ...],
    samples: int,
) -> tuple[int, NDArray[np.uint8], dict[str, str]]:
    """Check a line but for its genotypes. Gives its position, the genotypes alone as cells, and the INFO values."""
    fields = line.split(b"\t")
    if len(fields) != 9 + samples:
        raise RecheckError(check="columns")
    fixed, suffix = _patterns(contig, record_id, info_keys, format_keys)
    match = fixed.fullmatch(b"\t".join(fields[:9]))
    if match is None or match[3] == match[4]:
        raise RecheckError(check="fixed-fields")
    if record_id == "chr-pos-ref-alt" and match[2] != b":".join((contig.encode(), match[1], match[3], match[4])):
        raise RecheckError(check="fixed-fields")
    accepted = _accepted_cells(format_keys)
    if len(accepted) > _MOST_ACCEPTED:
        accepted.clear()
    known = accepted.get
    genotypes = [known(cell) or _accept(cell, suffix, accepted) for cell in fields[9:]]
    cells = np.frombuffer(b"\t" + b"\t".join(genotypes), np.uint8)
    values = {key: match[5 + index].decode("ascii") for index, key in enumerate(info_keys)}
    return int(match[1]), cells, values


@cache
def _accepted_cells(format_keys: tuple[str, ...]) -> dict[bytes, bytes]:
    """The genotype of every cell of such lines that has been found right: most come again many times."""
    return {}


def _accept(cell: bytes, suffix: re.Pattern[bytes], accepted: dict[bytes, bytes]) -> bytes:
    genotype = cell.partition(b":")[0]
    if suffix.fullmatch(cell, len(genotype)) is None:
        raise RecheckError(check="number-fields")
    accepted[cell] = genotype
    return genotype


def require_info(values: dict[str, str], alternate: int, called: int) -> None:
    """The counts in INFO are those of the line's own genotypes."""
    wanted = {"AC": str(alternate), "AN": str(called), "AF": f"{alternate / max(called, 1):.6f}"}
    if any(text != wanted[key] for key, text in values.items()):
        raise RecheckError(check="info-counts")
