"""Regions of chromosomes from BED text (0-based, half-open), and lists of sites from VCF-like or tab-separated text."""

from __future__ import annotations

from typing import NamedTuple

from prep.contigs import chromosome_label
from prep.errors import RulesFileError


class Region(NamedTuple):
    """Positions `first` to `last` of a chromosome, 1-based, both inclusive."""

    chromosome: str
    first: int
    last: int


def parse_bed(data: bytes) -> tuple[Region, ...]:
    """Read BED: `chrom start end …`, tabs or blanks; `#`, `track` and `browser` lines are skipped.

    Raises RulesFileError(kind="regions") with the first line that is none. Chromosomes are labelled as in the tables;
    a region of another contig is an error too, since it would leave out nothing.
    """
    regions: list[Region] = []
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), start=1):
        fields = line.split()
        if not fields or fields[0].startswith("#") or fields[0] in ("track", "browser"):
            continue
        label = chromosome_label(fields[0])
        if label is None or len(fields) < 3 or not (fields[1].isdecimal() and fields[2].isdecimal()):
            raise RulesFileError(kind="regions", line=number)
        start, end = int(fields[1]), int(fields[2])
        if not start < end <= 1 << 31:
            raise RulesFileError(kind="regions", line=number)
        regions.append(Region(label, start + 1, end))
    return tuple(sorted(regions, key=lambda region: (region.chromosome, region.first, region.last)))


def all_covered(wanted: tuple[Region, ...], given: tuple[Region, ...]) -> bool:
    """Whether every position of `wanted` lies in some region of `given`. `given` is sorted, as `parse_bed` does."""
    return all(_is_covered(region, given) for region in wanted)


def _is_covered(wanted: Region, given: tuple[Region, ...]) -> bool:
    next_open = wanted.first
    for region in given:
        if region.chromosome == wanted.chromosome and region.first <= next_open:
            next_open = max(next_open, region.last + 1)
    return next_open > wanted.last
