"""Why a record does not leave: the closed list of reasons, and the codes that arrays hold for them."""

from __future__ import annotations

# In the order in which they are decided. "" keeps the record.
DROP_REASONS = (
    "", "filter", "no-alternate", "symbolic", "multi-allelic", "not-acgt", "indel", "multi-nucleotide", "same-alleles",
    "region-left-out", "not-on-site-list", "duplicate", "monomorphic", "rare", "par-bound",
)  # fmt: skip
REASON_CODE = {reason: code for code, reason in enumerate(DROP_REASONS)}
PROBLEM, LEFT_OUT = 100, 101  # further codes: a line with a problem; a chromosome that is not written


def drop_code(reason: str) -> str:
    """The code of the finding that counts a reason."""
    return f"VCF-DROPPED-{reason.upper()}"
