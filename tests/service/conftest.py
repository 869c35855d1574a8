"""A place to sign in: the practice service, its clock, an account and a person, over real pinned TLS."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.account_place import Place, workplace
from tests.support.enrolled import Enrolled, enrolled_client
from ui.terminal.demo_cohort import DemoCohort, write_demo_cohort


@pytest.fixture
def account_place(tmp_path: Path) -> Iterator[Place]:
    with workplace(tmp_path) as place:
        yield place


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Enrolled]:
    """Somebody who signed in by command, at a practice service of their own."""
    with enrolled_client(tmp_path_factory.mktemp("client")) as enrolled:
        yield enrolled


@pytest.fixture(scope="module")
def cohort(tmp_path_factory: pytest.TempPathFactory) -> DemoCohort:
    return write_demo_cohort(tmp_path_factory.mktemp("cohort"), samples=24, sites=120)


@pytest.fixture(scope="module")
def file(client: Enrolled) -> Path:
    """One small file of a cohort, in the client's folder."""
    folder = client.folder / "cohort"
    folder.mkdir()
    return write_demo_cohort(folder, samples=22, sites=60).files[0]
