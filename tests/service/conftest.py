"""A place to sign in: the practice service, its clock, an account and a person, over real pinned TLS."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.account_place import Place, workplace


@pytest.fixture
def account_place(tmp_path: Path) -> Iterator[Place]:
    with workplace(tmp_path) as place:
        yield place
