"""Numbers that may leave beside GT: DS, GP and PL, each with a grammar of its own, written anew.

A value that is no number of its key's kind, count and range becomes missing (`.`) and is counted; nothing is copied.
With two alleles in GT, known or both missing, it takes three probabilities or likelihoods: programs that read them stop
at any other count. A GP of 0,0,0 leaves as it is: so the formats of Oxford write that nothing is known, and readers of
GP take it for missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import repeat

_MOST_PL = 99_999
_DECIMALS = 4
_LEFT_OF_ROUNDING = -0.00001
_TWO_ALLELES = re.compile(rb"[/|]?(?:[0-9]+[/|][0-9]+|\.[/|]\.)")
_NUMBER = re.compile(rb"-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,4})?")


def _decimal(text: bytes, highest: float) -> bytes | None:
    """A number from 0 to `highest` with at most four decimals, or None.

    Programs that compute a probability as one less the others write what is left of rounding: -0.0, -1.1e-16.
    """
    if len(text) > 24 or _NUMBER.fullmatch(text) is None:  # float() reads more, such as 1_0
        return None
    value = float(text)
    if not _LEFT_OF_ROUNDING <= value <= highest + 0.001:
        return None
    shown = f"{min(abs(value), highest):.{_DECIMALS}f}".rstrip("0").rstrip(".")
    return shown.encode("ascii")


def dosage(text: bytes) -> bytes | None:
    """DS: one number from 0 to 2."""
    return _decimal(text, 2.0)


def probabilities(text: bytes) -> bytes | None:
    """GP: three numbers from 0 to 1, or two for one allele."""
    parts = text.split(b",")
    if len(parts) not in (2, 3):
        return None
    numbers = [_decimal(part, 1.0) for part in parts]
    return None if None in numbers else b",".join(number for number in numbers if number is not None)


def likelihoods(text: bytes) -> bytes | None:
    """PL: three whole numbers, or two for one allele; capped, since beyond this they say nothing more."""
    parts = text.split(b",")
    if len(parts) not in (2, 3) or not all(part.isdigit() and len(part) <= 9 for part in parts):
        return None
    return b",".join(b"%d" % min(int(part), _MOST_PL) for part in parts)


NUMBER_FIELDS: dict[str, Callable[[bytes], bytes | None]] = {"DS": dosage, "GP": probabilities, "PL": likelihoods}


class CellReader:
    """Turns an input cell into what follows its GT. Remembers cells: in real files most occur many times."""

    def __init__(self, input_format: bytes, wanted: tuple[str, ...]) -> None:
        keys = input_format.split(b":")
        self._gt_place = keys.index(b"GT") if b"GT" in keys else -1
        self._places = [keys.index(key.encode()) if key.encode() in keys else -1 for key in wanted]
        self._readers = [NUMBER_FIELDS[key] for key in wanted]
        self._known: dict[bytes, bytes] = {}
        self._unreadable: dict[bytes, int] = {}
        self.unreadable = 0

    def suffixes(self, cells: Sequence[bytes]) -> list[bytes]:
        """For each cell `:0.97:0,0.03,0.97` for the wanted keys, `.` where it has no such number."""
        known, read = self._known.get, self._read
        found = [known(cell) or read(cell) for cell in cells]
        if self._unreadable:
            self.unreadable += sum(map(self._unreadable.get, cells, repeat(0)))
        if len(self._known) > 100_000:  # a block of unlike cells: remembering them would only cost memory
            self._known.clear()
            self._unreadable.clear()
        return found

    def _read(self, cell: bytes) -> bytes:
        values = cell.split(b":")
        written: list[bytes] = []
        lost = 0
        has_two_alleles = 0 <= self._gt_place < len(values) and _TWO_ALLELES.fullmatch(values[self._gt_place])
        for place, read in zip(self._places, self._readers, strict=True):
            text = values[place] if 0 <= place < len(values) else b"."
            if text.strip(b".,") == b"":
                written.append(b":.")
                continue
            number = read(text)
            if number is not None and has_two_alleles and number.count(b",") == 1:
                number = None
            lost += number is None
            written.append(b":." if number is None else b":" + number)
        suffix = b"".join(written)
        self._known[cell] = suffix
        if lost:
            self._unreadable[cell] = lost
        return suffix
