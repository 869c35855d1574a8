"""Order and duplicates: inside a block, and across blocks that different workers read.

A worker reads its block as if nothing came before. What it must know of the blocks before it is little: the last
chromosome and position kept as candidate, and the alleles seen there. Only where a block begins at exactly that
position could it have decided otherwise; the parent then has it read again with the true state.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from prep.layout import Layout, Problem
from prep.reasons import PROBLEM, REASON_CODE
from prep.rules import IntArray
from prep.sites import Sites, iter_runs


class OrderState(NamedTuple):
    """What lies behind: the last candidate's chromosome and position and the allele pairs seen there."""

    chromosome: str | None = None
    position: int = 0
    alleles: frozenset[bytes] = frozenset()


@dataclass(eq=False, repr=False)
class OrderSpan:
    """What a block holds, for the block behind it: its first candidate, its last state, its runs of chromosomes."""

    first_chromosome: str | None = None
    first_position: int = 0
    first_line: int = 0
    last: OrderState = field(default_factory=OrderState)
    runs: list[tuple[str, int]] = field(default_factory=list)  # chromosome, first line


def apply_order(layout: Layout, sites: Sites, state: OrderState) -> OrderSpan:
    """Mark duplicates, report positions that go back, and say what the next block must know."""
    rows = sites.candidates()
    span = OrderSpan(last=state)
    if not len(rows):
        return span
    positions, chromosome = sites.positions[rows], sites.chromosome[rows]
    span.first_chromosome = sites.labels[chromosome[0]]
    span.first_position = int(positions[0])
    span.first_line = int(layout.line_numbers[rows[0]])
    for start, end in iter_runs(chromosome):
        label = sites.labels[chromosome[start]]
        span.runs.append((label, int(layout.line_numbers[rows[start]])))
        before = state if label == state.chromosome else OrderState(label)
        state = _apply_run(layout, sites, rows[start:end], positions[start:end], before)
    span.last = state
    return span


def _apply_run(layout: Layout, sites: Sites, rows: IntArray, positions: IntArray, state: OrderState) -> OrderState:
    previous = np.concatenate(([state.position], positions[:-1]))
    for back in np.flatnonzero(positions < previous):
        line = int(layout.line_numbers[rows[back]])
        sites.problems.append(Problem("VCF-UNSORTED", line, 2, str(int(positions[back]))))
        sites.fate[rows[back]] = PROBLEM
    # Duplicates can only be where a position repeats; such places are few and looked at one by one.
    repeats = np.flatnonzero(positions == previous)
    seen_at, seen = state.position, set(state.alleles)
    for index in _with_neighbours(repeats):
        position = int(positions[index])
        if position != seen_at:
            seen_at, seen = position, set()
        pair = _pair(sites, rows[index])
        if sites.fate[rows[index]] == 0 and pair in seen:
            sites.fate[rows[index]] = REASON_CODE["duplicate"]
        seen.add(pair)
    last = int(positions[-1])
    if last != seen_at:
        seen = {_pair(sites, rows[-1])}
    return OrderState(state.chromosome, last, frozenset(seen))


def _with_neighbours(repeats: IntArray) -> list[int]:
    """Indices whose position equals the one before, and the first of each such group."""
    wanted = set(repeats.tolist())
    wanted.update(index - 1 for index in repeats.tolist() if index)
    return sorted(wanted)


def _pair(sites: Sites, row: np.int64) -> bytes:
    return bytes((sites.reference[row], sites.alternate[row]))
