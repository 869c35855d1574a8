"""Whether there is a profile is asked before anything that reads one is imported: it must never say no to one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from client.institution.store import ProfileStore
from client.institution.where import RECORD_NAME, SystemPlaces, is_without_profile


@pytest.fixture
def places(tmp_path: Path) -> SystemPlaces:
    return SystemPlaces(tmp_path / "etc" / "profile.d", tmp_path / "etc" / "policy.json")


def _a_file_instead_of_a_folder(places: SystemPlaces, folder: Path) -> None:
    folder.write_text("")


_THINGS: list[Callable[[SystemPlaces, Path], object]] = [
    lambda places, folder: places.profile_folder.mkdir(parents=True),
    lambda places, folder: (places.policy_file.parent.mkdir(), places.policy_file.write_text("{}")),
    lambda places, folder: (places.policy_file.parent.mkdir(), places.policy_file.symlink_to("nowhere")),
    lambda places, folder: (folder.mkdir(), (folder / RECORD_NAME).write_text("")),
    _a_file_instead_of_a_folder,
]


def test_where_nothing_lies_the_store_has_none(places: SystemPlaces, tmp_path: Path) -> None:
    folder = tmp_path / "profiles"
    for _ in range(2):
        assert is_without_profile(folder, places)
        assert ProfileStore(folder, places, lambda: datetime.now(UTC)).load() is None
        folder.mkdir(exist_ok=True)


@pytest.mark.parametrize("put", _THINGS)
def test_whatever_lies_there_is_for_the_store_to_judge(
    put: Callable[[SystemPlaces, Path], object], places: SystemPlaces, tmp_path: Path
) -> None:
    put(places, tmp_path / "profiles")
    assert not is_without_profile(tmp_path / "profiles", places)
