"""Why records that are no single-nucleotide variants are dropped, for many records at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from prep.columns import UPPER_BASE
from prep.reasons import REASON_CODE
from prep.rules import BoolArray, ByteArray, IntArray

_NOT_A_BASE, _COMMA, _MARK = 1, 2, 4
_KINDS = np.where(UPPER_BASE == 0, _NOT_A_BASE, 0).astype(np.uint8)
_KINDS[ord(",")] = _COMMA
_KINDS[np.frombuffer(b"<[]*", np.uint8)] = _MARK
_SHORT = 32  # longer alleles are few, and looked at one by one

Spans = tuple[IntArray, IntArray]  # where texts begin, and their lengths


def allele_reasons(buffer: ByteArray, references: Spans, alternates: Spans) -> NDArray[np.uint8]:
    """Codes of the reasons, by the texts of REF and ALT as they stand in a VCF line."""
    kinds = _kinds(buffer, alternates)
    reference_kinds = _kinds(buffer, references)
    (starts, lengths), (_, reference_lengths) = alternates, references
    same_length = lengths == reference_lengths
    is_same = same_length.copy()
    is_same[same_length] = _are_same(buffer, references[0][same_length], starts[same_length], lengths[same_length])
    first = buffer.take(starts, mode="clip")
    # The last that holds here is the first of the reasons' order.
    codes = np.full(len(starts), REASON_CODE["indel"], np.uint8)
    codes[same_length] = REASON_CODE["multi-nucleotide"]
    codes[is_same] = REASON_CODE["same-alleles"]
    codes[(reference_lengths == 0) | (reference_kinds != 0) | (kinds != 0)] = REASON_CODE["not-acgt"]
    codes[kinds & _COMMA != 0] = REASON_CODE["multi-allelic"]
    codes[kinds & _MARK != 0] = REASON_CODE["symbolic"]
    codes[(lengths == 0) | ((lengths == 1) & (first == ord(".")))] = REASON_CODE["no-alternate"]
    return codes


def marked(buffer: ByteArray, texts: Spans) -> BoolArray:
    """Whether a text holds a character of symbolic alleles and breakends."""
    is_marked: BoolArray = _kinds(buffer, texts) & _MARK != 0
    return is_marked


def _kinds(buffer: ByteArray, texts: Spans) -> NDArray[np.uint8]:
    """The kinds of each text's characters, one bit each; behind a mark nothing more is looked for."""
    starts, lengths = texts
    kinds = np.zeros(len(starts), np.uint8)
    rows = np.flatnonzero((lengths > 0) & (lengths <= _SHORT))
    place = 0
    while len(rows):
        kinds[rows] |= _KINDS[buffer.take(starts[rows] + place)]
        place += 1
        rows = rows[(lengths[rows] > place) & (kinds[rows] & _MARK == 0)]
    for row in np.flatnonzero(lengths > _SHORT):
        text = buffer[starts[row] : starts[row] + lengths[row]]
        kinds[row] = np.bitwise_or.reduceat(_KINDS[text], [0])[0]
    return kinds


def _are_same(buffer: ByteArray, one: IntArray, other: IntArray, lengths: IntArray) -> BoolArray:
    """Whether two texts of one length are the same but for lower case."""
    same = np.ones(len(one), np.bool_)
    rows = np.flatnonzero((lengths > 0) & (lengths <= _SHORT))
    place = 0
    while len(rows):
        first, second = buffer.take(one[rows] + place), buffer.take(other[rows] + place)
        same[rows] = UPPER_BASE[first] == UPPER_BASE[second]
        place += 1
        rows = rows[same[rows] & (lengths[rows] > place)]
    for row in np.flatnonzero(lengths > _SHORT):
        spans = (buffer[start : start + lengths[row]].tobytes().upper() for start in (one[row], other[row]))
        same[row] = len(set(spans)) == 1
    return same
