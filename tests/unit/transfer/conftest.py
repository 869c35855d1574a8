"""Fixtures of the outbox's tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.outbox_bench import Bench, make_bench


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """An outbox with fakes around it."""
    return make_bench(tmp_path)
