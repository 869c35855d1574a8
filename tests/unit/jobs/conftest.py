"""A bench with one sealed result at its source."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.result_bench import SEALED, Bench, FakeSource


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path, FakeSource({"chr20.dose.vcf.gz": SEALED}))
