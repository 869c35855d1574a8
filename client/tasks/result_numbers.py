"""Numbers for the pictures over a job's results: read from tables of sites, and compared with what was sent.

The tables came out of verification and opening; they are still a service's text. So: a limit on bytes and lines,
numbers only, and whatever does not fit is left out rather than guessed. A picture is never a reason for an error.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from client.model.errors import ClientError
from client.model.site_numbers import SiteNumbers
from client.tasks.job_report import load_preparation
from client.tasks.workplace import Workplace
from prep.errors import PrepError

MAX_BYTES = 64 * 1024 * 1024
MAX_SITES = 400_000
"""For each table."""
BINS = 40
FAR_APART = 0.1
FREQUENCY_NAMES = ("alternate_frequency", "allele_frequency", "af", "alt_freq", "alt_frq")
CALL_RATE_NAMES = ("call_rate", "callrate", "cr")
CHROMOSOME_NAMES = ("chrom", "chr", "chromosome")
POSITION_NAMES = ("pos", "position")
_INFO_FREQUENCY = re.compile(r"(?:^|;)AF=([^;]*)")

Sent = Mapping[tuple[str, int], float]
"""Frequencies that were sent, by chromosome (`20`) and position."""


def result_numbers(workplace: Workplace, job: str, files: Sequence[Path]) -> SiteNumbers | None:
    """The numbers of all tables among a job's opened results; None where there is no such table."""
    return read_numbers(files, _sent_frequencies(workplace, job))


def read_numbers(files: Sequence[Path], sent: Sent) -> SiteNumbers | None:
    """The same against given frequencies. Genotype files (`.vcf`) are not read: tables say the same in less."""
    tally = _Tally(sent)
    for file in files:
        if ".vcf" not in file.name and ".bcf" not in file.name:
            try:
                tally.add_table(_rows(file))
            except (OSError, EOFError, zlib.error):
                continue
    return tally.numbers()


def _sent_frequencies(workplace: Workplace, job: str) -> Sent:
    try:
        reports = load_preparation(workplace, job).reports
    except (ClientError, PrepError, ValueError, KeyError, TypeError):
        return {}
    return {
        (summary.chromosome, position): frequency
        for report in reports
        for summary in report.summary.chromosomes
        for position, frequency in summary.site_sample
    }


@dataclass
class _Tally:
    sent: Sent
    tables: int = 0
    sites: int = 0
    frequencies: list[int] = field(default_factory=lambda: [0] * BINS)
    call_rates: list[int] = field(default_factory=lambda: [0] * BINS)
    rate_sum: float = 0.0
    rates: int = 0
    found: dict[tuple[str, int], list[float]] = field(default_factory=dict)

    def add_table(self, rows: Iterator[list[str]]) -> None:
        names = [name.strip().lstrip("#").lower() for name in next(rows, [])]
        frequency, call_rate = _column(names, FREQUENCY_NAMES), _column(names, CALL_RATE_NAMES)
        info = _column(names, ("info",)) if frequency is None else None
        if frequency is None and call_rate is None and info is None:
            return
        self.tables += 1
        chromosome, position = _column(names, CHROMOSOME_NAMES), _column(names, POSITION_NAMES)
        for row in rows:
            self.sites += 1
            values = _shares(_info_frequency(row, info) if info is not None else _cell(row, frequency))
            for value in values:
                self.frequencies[min(BINS - 1, int(value * BINS))] += 1
            for value in _shares(_cell(row, call_rate)):
                self.call_rates[min(BINS - 1, int(value * BINS))] += 1
                self.rate_sum, self.rates = self.rate_sum + value, self.rates + 1
            if self.sent and len(values) == 1:
                place = (_cell(row, chromosome).removeprefix("chr"), _number(_cell(row, position)))
                if place in self.sent:
                    self.found.setdefault(place, []).append(values[0])

    def numbers(self) -> SiteNumbers | None:
        if not self.tables:
            return None
        # A position with several sites cannot be told apart here.
        pairs = tuple((self.sent[place], values[0]) for place, values in self.found.items() if len(values) == 1)
        return SiteNumbers(
            self.sites,
            tuple(self.frequencies),
            tuple(self.call_rates),
            self.rate_sum / self.rates if self.rates else None,
            pairs,
            sum(abs(sent - result) > FAR_APART for sent, result in pairs),
        )


def _rows(file: Path) -> Iterator[list[str]]:
    """The lines of a table, split at tabs; the first names the columns. Raises OSError and EOFError."""
    with file.open("rb") as probe:
        is_gzip = probe.read(2) == b"\x1f\x8b"
    with gzip.open(file, "rb") if is_gzip else file.open("rb") as stream:
        text = stream.read(MAX_BYTES).decode("ascii", errors="replace")
    lines = (line.split("\t") for line in text.split("\n") if line and not line.startswith("##"))
    return (row for _number_of_line, row in zip(range(MAX_SITES + 1), lines, strict=False))


def _column(names: Sequence[str], wanted: Sequence[str]) -> int | None:
    return next((names.index(name) for name in wanted if name in names), None)


def _cell(row: Sequence[str], column: int | None) -> str:
    return "" if column is None or column >= len(row) else row[column]


def _info_frequency(row: Sequence[str], column: int) -> str:
    found = _INFO_FREQUENCY.search(_cell(row, column))
    return "" if found is None else found.group(1)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else -1


def _shares(text: str) -> list[float]:
    """The numbers from 0 to 1 in a cell; sites with several alternate alleles have several."""
    found = []
    for part in text.split(","):
        try:
            value = float(part)
        except ValueError:
            continue
        if 0 <= value <= 1:
            found.append(value)
    return found
