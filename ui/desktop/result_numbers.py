"""Reads the per-site numbers of a result for the plots: tab-separated text with a header line, nothing else.

The file came out of verification and opening; it is still a service's text. So: a limit on bytes and lines, numbers
only, and whatever does not fit is left out rather than guessed.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from pathlib import Path

MAX_BYTES = 64 * 1024 * 1024
MAX_SITES = 400_000
BINS = 40
FREQUENCY_NAMES = ("alternate_frequency", "allele_frequency", "af", "alt_freq")
CALL_RATE_NAMES = ("call_rate", "callrate", "cr")


@dataclass(frozen=True)
class SiteNumbers:
    """Histograms of allele frequency and call rate over the sites of one job."""

    sites: int
    frequencies: tuple[int, ...]
    call_rates: tuple[int, ...]
    mean_call_rate: float | None


def load_site_numbers(file: Path) -> SiteNumbers | None:
    """The numbers in `file`; None when it is not such a table. Raises OSError."""
    with file.open("rb") as probe:
        is_gzip = probe.read(2) == b"\x1f\x8b"
    with gzip.open(file, "rb") if is_gzip else file.open("rb") as stream:
        lines = stream.read(MAX_BYTES).decode("ascii", errors="replace").split("\n")
    rows = [line.split("\t") for line in lines[: MAX_SITES + 1] if line and not line.startswith("##")]
    if not rows:
        return None
    names = [name.strip().lstrip("#").lower() for name in rows[0]]
    frequency = next((names.index(name) for name in FREQUENCY_NAMES if name in names), None)
    call_rate = next((names.index(name) for name in CALL_RATE_NAMES if name in names), None)
    if frequency is None and call_rate is None:
        return None
    frequencies, rates = [0] * BINS, [0] * BINS
    total, counted = 0.0, 0
    for row in rows[1:]:
        for value in _shares(row, frequency):
            frequencies[min(BINS - 1, int(value * BINS))] += 1
        for value in _shares(row, call_rate):
            rates[min(BINS - 1, int(value * BINS))] += 1
            total, counted = total + value, counted + 1
    return SiteNumbers(len(rows) - 1, tuple(frequencies), tuple(rates), total / counted if counted else None)


def _shares(row: list[str], column: int | None) -> list[float]:
    """The numbers from 0 to 1 in a cell; sites with several alternate alleles have several."""
    if column is None or column >= len(row):
        return []
    found = []
    for text in row[column].split(","):
        try:
            value = float(text)
        except ValueError:
            continue
        if 0 <= value <= 1:
            found.append(value)
    return found
