"""A small, even sample of a chromosome's kept sites with their frequencies, for comparing results with what was sent.

Which sites are in it follows from their positions alone: those whose mixed position is smallest. So blocks in any
grouping give the same sample, and nothing has to be known beforehand of how many sites there are.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from prep.rules import IntArray

SAMPLE_SITES = 400
_MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(eq=False, repr=False)
class SiteSample:
    """Positions (1-based) and frequencies of the alternate allele, 0 to 1, in no particular order."""

    positions: IntArray = field(default_factory=lambda: np.zeros(0, np.int64))
    frequencies: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0, np.float64))

    def add(self, positions: IntArray, frequencies: NDArray[np.float64]) -> None:
        """Take more sites in. Sites at the same position stay together, in or out."""
        positions = np.concatenate((self.positions, positions))
        frequencies = np.concatenate((self.frequencies, frequencies))
        if len(positions) > SAMPLE_SITES:
            mixed = _mixed(positions)
            chosen = mixed <= np.partition(mixed, SAMPLE_SITES - 1)[SAMPLE_SITES - 1]
            positions, frequencies = positions[chosen], frequencies[chosen]
        self.positions, self.frequencies = positions, frequencies

    def to_pairs(self) -> tuple[tuple[int, float], ...]:
        """(position, frequency) in the order of the chromosome, of positions that hold one site only."""
        order = np.argsort(self.positions, kind="stable")
        positions, frequencies = self.positions[order], self.frequencies[order]
        _, first, counts = np.unique(positions, return_index=True, return_counts=True)
        alone = first[counts == 1]
        return tuple(zip(positions[alone].tolist(), np.round(frequencies[alone], 5).tolist(), strict=True))


def _mixed(positions: IntArray) -> NDArray[np.uint64]:
    """The same number for the same position, and neighbours far apart."""
    numbers = positions.astype(np.uint64) * _MIX
    return numbers ^ (numbers >> np.uint64(29))
