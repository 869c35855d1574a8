"""Recheck of lines that carry more than GT: the same independence.

Fixed fields are read line by line with a regular expression. Cells are read many at once by what may stand beside what:
no number is taken out of its text. Cells of another shape, such as those that miss a value, are read one by one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
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
_USUAL = {"DS": b":", "GP": b":,,", "PL": b":,,"}
_OF_ONE = {"DS": b":", "GP": b":,", "PL": b":,"}  # of a single allele


@cache
def _fixed_pattern(
    contig: str, record_id: str, info_keys: tuple[str, ...], format_keys: tuple[str, ...]
) -> re.Pattern[bytes]:
    """The fixed fields of a line."""
    info = rb";".join(_INFO[key] for key in info_keys) if info_keys else rb"\."
    return re.compile(
        rb"%b\t([1-9][0-9]{0,8})\t(%b)\t([ACGT])\t([ACGT])\t\.\tPASS\t%b\t%b"
        % (re.escape(contig.encode()), _IDS[record_id], info, ":".join(format_keys).encode())
    )


def read_fixed_fields(
    head: bytes, contig: str, record_id: str, info_keys: tuple[str, ...], format_keys: tuple[str, ...]
) -> tuple[int, int, int, dict[str, str]]:
    """Check a line's first nine fields. Gives its position, REF and ALT (as bytes) and the INFO values."""
    match = _fixed_pattern(contig, record_id, info_keys, format_keys).fullmatch(head)
    if match is None or match[3] == match[4]:
        raise RecheckError(check="fixed-fields")
    if record_id == "chr-pos-ref-alt" and match[2] != b":".join((contig.encode(), match[1], match[3], match[4])):
        raise RecheckError(check="fixed-fields")
    info = {key: match[5 + index].decode("ascii") for index, key in enumerate(info_keys)}
    return int(match[1]), match[3][0], match[4][0], info


def read_rich_cells(
    lines: Sequence[bytes | memoryview], samples: int, format_keys: tuple[str, ...], separator: int
) -> NDArray[np.uint32]:
    """Check the `samples` cells of each of `lines`, which begin behind the fixed fields, but for their alleles.

    Gives a row for each line: genotypes as four bytes, the first a tab; of a single allele the last two are zero.
    """
    padded = np.frombuffer(b"\t".join((b"", *lines, b"\x00\x00")), np.uint8)  # four bytes from every cell on
    text = padded[:-2]
    # Points, slashes and digits are 46 to 57 in ASCII. All else is taken for a separator, and each must be a right one.
    is_separator: NDArray[np.bool_] = (text - np.uint8(46)) > 11
    places = np.flatnonzero(is_separator)
    kinds = text.take(places)
    tabs, is_usual, of_whole = _find_cells(kinds, format_keys, separator)
    starts = np.cumsum([0, *(len(line) + 1 for line in lines)])
    if len(tabs) != len(lines) * samples + 1 or (places.take(tabs[::samples]) != starts).any():
        raise RecheckError(check="columns")
    at = places.take(tabs[:-1])
    pairs = padded[2:].take(at) == separator
    gt_ends = at + (4 if pairs.all() else np.where(pairs, 4, 2))
    if (text.take(gt_ends, mode="clip") != (58 if len(format_keys) > 1 else 9)).any():
        raise RecheckError(check="number-fields")
    if np.count_nonzero(text == 47) != (np.count_nonzero(pairs) if separator == 47 else 0):
        raise RecheckError(check="number-fields")
    wrong = _wrong_places(text, is_separator, format_keys, np.diff(places, append=len(text)), of_whole)
    if len(wrong):
        cells = np.searchsorted(at, wrong, side="right") - 1
        first_digit = text.take(wrong)
        # What is wrong inside GT is for those who read alleles; and 1.5 or 2 is right where a dosage follows GT.
        is_dosage = (wrong == gt_ends[cells] + 1) & (format_keys[1:2] == ("DS",))
        is_dosage &= (first_digit == 49) | ((first_digit == 50) & is_separator.take(wrong + 1))
        is_usual[cells[(wrong >= gt_ends[cells]) & ~is_dosage]] = False
    _require_right_values(text, gt_ends, places.take(tabs[1:]), np.flatnonzero(~is_usual).tolist(), format_keys)
    words: NDArray[np.uint32] = np.ndarray((len(padded) - 3,), "<u4", padded.data, 0, (1,))[at]
    if not pairs.all():
        words[~pairs] &= np.uint32(0xFFFF)
    return words.reshape(len(lines), samples)


def _find_cells(
    kinds: NDArray[np.uint8], format_keys: tuple[str, ...], separator: int
) -> tuple[NDArray[np.int64], NDArray[np.bool_], NDArray[np.bool_]]:
    """Which separators are tabs, whether those of each cell are of a genotype with two alleles and all values or of one
    with one allele, and which separators in such cells stand before whole numbers."""
    shapes = [[b"\t|" if separator == 124 else b"\t"], [b"\t"]]
    of_whole = [[False] * len(start) for (start,) in shapes]
    for key in format_keys[1:]:
        for number, usual in enumerate((_USUAL, _OF_ONE)):
            shapes[number].append(usual[key])
            of_whole[number] += [key == "PL"] * len(usual[key])
    of_two, of_one = (b"".join(shape) for shape in shapes)
    count = len(kinds) // len(of_two)
    if kinds.tobytes() == of_two * count + b"\t":
        tabs = np.arange(0, len(kinds), len(of_two))
        return tabs, np.ones(count, np.bool_), np.append(np.tile(of_whole[0], count), False)
    tabs = np.flatnonzero(kinds == 9)
    sizes = np.diff(tabs)
    is_usual, before_whole = np.zeros(len(sizes), np.bool_), np.zeros(len(kinds), np.bool_)
    for shape, flags in zip((of_two, of_one), of_whole, strict=True):
        cells = np.flatnonzero((sizes == len(shape)) & ~is_usual)
        for number, kind in enumerate(shape):
            cells = cells[kinds.take(tabs[cells] + number) == kind]
        is_usual[cells] = True
        for place in np.flatnonzero(flags).tolist():
            before_whole[tabs[cells] + place] = True
    return tabs, is_usual, before_whole


def _wrong_places(
    text: NDArray[np.uint8],
    is_separator: NDArray[np.bool_],
    format_keys: tuple[str, ...],
    sizes: NDArray[np.int64],
    before_whole: NDArray[np.bool_],
) -> NDArray[np.int64]:
    """Where something stands beside what it cannot. `sizes` tells how far each separator is from the next one, and
    `before_whole` whether a whole number is between them, else one with a fraction."""
    has_whole, has_fractions = "PL" in format_keys, format_keys not in (("GT",), ("GT", "PL"))
    is_digit, is_point = (text ^ np.uint8(48)) < 10, text == 46
    wrong = np.zeros(len(text), np.bool_)
    two = is_digit[:-1] & is_digit[1:]
    four = two[:-2] & two[2:]
    if has_fractions:
        wrong[:-4] |= four[:-1] & is_digit[4:]
        wrong[:-2] |= is_separator[:-2] & two[1:]
        wrong[2:-1] |= is_point[2:-1] & ~(is_digit[1:-2] & is_digit[3:] & is_separator[:-3])
        is_first = is_separator[:-2] & is_digit[1:-1]
        wrong[1:-1] |= is_first & ((text[1:-1] >= 50) | ((text[1:-1] == 49) & is_point[2:]))
    if has_whole:
        of_whole = is_point
        of_whole[:-5] |= four[:-2] & two[4:]
        wrong = np.where(np.repeat(before_whole, sizes), of_whole, wrong) if has_fractions else of_whole
    wrong[:-1] |= is_separator[:-1] & ~is_digit[1:]
    return np.flatnonzero(wrong)


def _require_right_values(
    text: NDArray[np.uint8],
    starts: NDArray[np.int64],
    ends: NDArray[np.int64],
    numbers: list[int],
    format_keys: tuple[str, ...],
) -> None:
    """Read what follows GT in these cells."""
    accepted = _accepted_values(format_keys)
    if len(accepted) > _MOST_ACCEPTED:
        accepted.clear()
    pattern = re.compile(b"".join(rb":" + _VALUES[key] for key in format_keys[1:]))
    for number in numbers:
        values = text[starts[number] : ends[number]].tobytes()
        if values not in accepted:
            if pattern.fullmatch(values) is None:
                raise RecheckError(check="number-fields")
            accepted.add(values)


@cache
def _accepted_values(format_keys: tuple[str, ...]) -> set[bytes]:
    """What has been found right: most come again many times."""
    return set()


def require_info(values: dict[str, str], alternate: int, called: int) -> None:
    """The counts in INFO are those of the line's own genotypes."""
    wanted = {"AC": str(alternate), "AN": str(called), "AF": f"{alternate / max(called, 1):.6f}"}
    if any(text != wanted[key] for key, text in values.items()):
        raise RecheckError(check="info-counts")
