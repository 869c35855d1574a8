"""Is a backup missing? What was sent after the last one decides."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, cast

import pytest

from client.tasks.backup import is_backup_missing


@dataclass(frozen=True)
class Line:
    event: str


@pytest.mark.parametrize(
    ("events", "is_missing"),
    [
        ([], False),
        (["map.exported"], False),
        (["submission.sent"], True),
        (["submission.sent", "map.exported"], True),
        (["submission.sent", "map.exported", "keys.exported"], False),
        (["submission.sent", "map.exported", "keys.exported", "submission.sent"], True),
        (["map.exported", "keys.exported", "submission.sent", "keys.exported"], True),
    ],
)
def test_maps_and_keys_both_want_a_backup_after_each_submission(events: list[str], is_missing: bool) -> None:
    lines = [None, *(Line(event) for event in events)]
    workplace = SimpleNamespace(activity=SimpleNamespace(iter_entries=lambda: iter(lines)))
    assert is_backup_missing(cast(Any, workplace)) is is_missing
