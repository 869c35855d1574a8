"""Which IDs of variants may leave where a policy keeps rs numbers.

The pattern alone (`rs` and up to ten digits) has room for a person's number. So none leaves that dbSNP cannot have
given out (a first nought, or 3,000,000,000 and more, where NHS numbers begin), none with the digits of one of the
file's own sample names, and no ten digits that begin with a date of birth as national identity numbers do: about one in
seven of dbSNP's numbers of ten digits, which are all of rare variants, and none with fewer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from prep import national_numbers

_RS = re.compile(rb"rs(?:[1-9][0-9]{0,8}|[12][0-9]{9})")
_IDENTITY_DIGITS = 10
_FEWEST_DIGITS = 6  # fewer in a name are a running number, which as many variants have


def may_leave(record_id: bytes, of_persons: frozenset[bytes]) -> bool:
    """Whether this is an rs number and nobody's; `of_persons` from `digits_of_names`."""
    if _RS.fullmatch(record_id) is None:
        return False
    digits = record_id[2:]
    if len(digits) == _IDENTITY_DIGITS and national_numbers.begins_with_birth_date(digits.decode("ascii")):
        return False
    return digits not in of_persons


def digits_of_names(sample_ids: Iterable[str]) -> frozenset[bytes]:
    """Digits of six or more in sample names, those of one name together and each run alone, as an rs number has them:
    without noughts before them."""
    found: set[str] = set()
    for name in sample_ids:
        runs = re.findall(r"[0-9]+", name)
        found.update(runs)
        found.add("".join(runs))
    return frozenset(digits.lstrip("0").encode("ascii") for digits in found if len(digits) >= _FEWEST_DIGITS)
