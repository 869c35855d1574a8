"""Why records are dropped for their alleles, read at once as one by one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prep.alleles import allele_reasons
from prep.reasons import DROP_REASONS

CASES = [
    ("A", ".", "no-alternate"),
    ("A", "", "no-alternate"),
    ("A", "<DEL>", "symbolic"),
    ("A", "G,<NON_REF>", "symbolic"),
    ("A", "A[chr2:5[", "symbolic"),
    ("A", "*", "symbolic"),
    ("A", "G,T", "multi-allelic"),
    ("N", "G", "not-acgt"),
    ("", "G", "not-acgt"),
    ("A", "GNG", "not-acgt"),
    ("A", "G" * 40 + "N" + "G" * 40, "not-acgt"),
    ("a", "A", "same-alleles"),
    ("AC" * 40, "ac" * 40, "same-alleles"),
    ("AC" * 40, "ac" * 39 + "ag", "multi-nucleotide"),
    ("AC", "gt", "multi-nucleotide"),
    ("A", "AC", "indel"),
    ("A" * 100, "A", "indel"),
]


def reasons(pairs: list[tuple[str, str]]) -> list[str]:
    text = b"".join(f"{one}\t{other}\t".encode() for one, other in pairs)
    ends = np.flatnonzero(np.frombuffer(text, np.uint8) == 9)
    starts = np.concatenate(([0], ends[:-1] + 1))
    spans = [(starts[which::2], (ends - starts)[which::2]) for which in (0, 1)]
    return [DROP_REASONS[code] for code in allele_reasons(np.frombuffer(text, np.uint8), spans[0], spans[1])]


def plain_reason(reference: str, alternates: str) -> str:
    if alternates in ("", "."):
        return "no-alternate"
    if set(alternates) & set("<[]*"):
        return "symbolic"
    if "," in alternates:
        return "multi-allelic"
    reference, alternates = reference.upper(), alternates.upper()
    if not reference or set(reference + alternates) - set("ACGT"):
        return "not-acgt"
    if reference == alternates:
        return "same-alleles"
    return "multi-nucleotide" if len(reference) == len(alternates) else "indel"


@pytest.mark.parametrize(("reference", "alternates", "reason"), CASES)
def test_each_reason_is_named(reference: str, alternates: str, reason: str) -> None:
    assert reasons([(reference, alternates)]) == [reason] == [plain_reason(reference, alternates)]


alleles = st.one_of(st.text("ACGTacgt", max_size=5), st.text("ACGTNacgtn.,<>[]*:2", max_size=40))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(alleles, alleles), min_size=1, max_size=20))
def test_many_records_at_once_are_dropped_for_what_each_alone_is(pairs: list[tuple[str, str]]) -> None:
    assert reasons(pairs) == [plain_reason(*pair) for pair in pairs]
