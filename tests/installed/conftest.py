"""A place to build in: folders of the test's own, the tools' keys under a short path."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from installers.building.place import Place, open_place
from tests.conftest import REPOSITORY


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    if not (REPOSITORY / ".git").exists():
        pytest.skip("builds are made from a git checkout")
    # A short path: the socket of gpg's agent lies beside its keys, and a socket's path has at most 108 bytes.
    with tempfile.TemporaryDirectory(prefix="gs-") as tools:
        made = replace(
            open_place(out=tmp_path / "out", work=tmp_path / "work", python=sys.executable), tools=Path(tools)
        )
        made.work.mkdir()
        made.source.mkdir()
        yield made
