"""A block read by the reader that is chosen for it, by the same a few lines at a time, and by the careful one: all must
agree."""

from __future__ import annotations

from dataclasses import replace
from unittest.mock import patch

from prep import calls, layout
from prep.block import BlockResult, read_block
from prep.order import OrderState
from prep.recheck import Expected
from prep.rules import BlockRules


def read_by_both(text: bytes, rules: BlockRules, expected: dict[str, Expected]) -> BlockResult:
    """What the chosen reader gives; bytes, problems and reasons for dropping are the others' too."""
    fast = read_block(text, rules, expected, OrderState())
    slow = read_block(text, replace(rules, force_slow=True), expected, OrderState())
    with patch.object(layout, "_TEXT_AT_ONCE", 1000), patch.object(calls, "_CELLS_AT_ONCE", 600):
        in_parts = read_block(text, rules, expected, OrderState())
    for other in (slow, in_parts):
        assert [piece.data for piece in fast.pieces] == [piece.data for piece in other.pieces]
        assert fast.problem_counts == other.problem_counts
        assert {name: tally.dropped for name, tally in fast.tallies.items()} == {
            name: tally.dropped for name, tally in other.tallies.items()
        }
    return fast
