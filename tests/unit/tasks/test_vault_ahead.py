"""Files are prepared while a vault that was begun ahead is still being opened; what is wrong with it stops them."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from client.secrets.errors import VaultPassphraseError
from client.secrets.store import SecretStore
from client.tasks.facts import TaskProgress
from client.tasks.preparation import prepare_files
from client.tasks.workplace import Workplace
from tests.support.places import make_workplace
from ui.terminal.demo_cohort import write_demo_cohort


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, ...]:
    return tuple(write_demo_cohort(tmp_path, samples=22, sites=50).files)


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Workplace]:
    with make_workplace(tmp_path / "home") as first:
        first.vault_key  # noqa: B018 - the vault is there from now on
    with make_workplace(tmp_path / "home") as workplace:
        yield workplace


def test_preparing_does_not_wait_for_the_vault_before_its_map_is_kept(
    tmp_path: Path, files: tuple[Path, ...], workplace: Workplace
) -> None:
    opened = workplace._open_store()
    ahead = workplace._ahead = _NeverWaitedFor()

    def progress(facts: TaskProgress) -> None:
        if not ahead.done():
            ahead.set_result(opened)

    prepared = prepare_files(workplace, files[:1], tmp_path / "out", progress=progress)
    assert prepared.map.file.is_file()
    assert ahead.done()


def test_a_vault_that_does_not_open_stops_preparing_at_the_next_report(
    tmp_path: Path, files: tuple[Path, ...], workplace: Workplace
) -> None:
    ahead = workplace._ahead = _NeverWaitedFor()
    begun = set()

    def progress(facts: TaskProgress) -> None:
        begun.add(facts.file_number)
        if not ahead.done():
            ahead.set_exception(VaultPassphraseError())

    with pytest.raises(VaultPassphraseError):
        prepare_files(workplace, files[:2], tmp_path / "out", progress=progress)
    assert begun == {1}
    assert not (tmp_path / "out").exists()
    assert not list(workplace.folders.maps.glob("*.gmap"))


class _NeverWaitedFor(Future[SecretStore]):
    def result(self, timeout: float | None = None) -> SecretStore:
        assert self.done(), "it was waited for"
        return super().result(timeout)
