"""A block read twice: by the reader that is chosen for it and by the careful one, which must agree."""

from __future__ import annotations

from dataclasses import replace

from prep.block import BlockResult, read_block
from prep.order import OrderState
from prep.recheck import Expected
from prep.rules import BlockRules


def read_by_both(text: bytes, rules: BlockRules, expected: dict[str, Expected]) -> BlockResult:
    """What the chosen reader gives; bytes, problems and reasons for dropping are the careful one's too."""
    fast, slow = (
        read_block(text, replace(rules, force_slow=is_slow), expected, OrderState()) for is_slow in (False, True)
    )
    assert [piece.data for piece in fast.pieces] == [piece.data for piece in slow.pieces]
    assert fast.problem_counts == slow.problem_counts
    assert {name: tally.dropped for name, tally in fast.tallies.items()} == {
        name: tally.dropped for name, tally in slow.tallies.items()
    }
    return fast
