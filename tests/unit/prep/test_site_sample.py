"""The sample of sites: the same whatever the blocks, even over the chromosome, and only places that hold one site."""

from __future__ import annotations

import numpy as np

from prep.site_sample import SAMPLE_SITES, SiteSample


def sample_of(blocks: list[tuple[list[int], list[float]]]) -> tuple[tuple[int, float], ...]:
    sample = SiteSample()
    for positions, frequencies in blocks:
        sample.add(np.array(positions, np.int64), np.array(frequencies, np.float64))
    return sample.to_pairs()


def test_any_grouping_into_blocks_gives_the_same_sample() -> None:
    positions = list(range(60_000, 6_000_000, 97))
    frequencies = [(position % 1000) / 1000 for position in positions]
    whole = sample_of([(positions, frequencies)])
    cut = 12_345
    halves = [(positions[:cut], frequencies[:cut]), (positions[cut:], frequencies[cut:])]
    parts = [(positions[at : at + 700], frequencies[at : at + 700]) for at in range(0, len(positions), 700)]
    assert len(whole) == SAMPLE_SITES
    assert whole == sample_of(halves) == sample_of(halves[::-1]) == sample_of(parts)
    assert all(frequency == (position % 1000) / 1000 for position, frequency in whole)


def test_the_sample_is_spread_over_the_chromosome() -> None:
    positions = list(range(1, 2_000_000, 10))
    found = [position for position, _ in sample_of([(positions, [0.5] * len(positions))])]
    in_quarters = np.histogram(found, bins=4, range=(0, 2_000_000))[0]
    assert in_quarters.min() > SAMPLE_SITES / 8


def test_few_sites_are_all_kept_and_two_at_one_position_none() -> None:
    assert sample_of([([7, 3], [0.25, 1 / 3]), ([5, 5], [0.1, 0.9])]) == ((3, 0.33333), (7, 0.25))
    assert sample_of([]) == ()
