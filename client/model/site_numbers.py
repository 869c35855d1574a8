"""Numbers over the sites of a job's results, for pictures."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class SiteNumbers:
    """Histograms in equal bins from 0 to 1, and how the results' frequencies compare with what was sent.

    `pairs` are (frequency sent, frequency in the results) of the sites of the kept sample that the results hold;
    `far_apart` of them differ by more than 0.1. Empty where nothing can be compared.
    """

    sites: int
    frequencies: tuple[int, ...]
    call_rates: tuple[int, ...]
    mean_call_rate: float | None
    pairs: tuple[tuple[float, float], ...] = field(default=(), repr=False)
    far_apart: int = 0
