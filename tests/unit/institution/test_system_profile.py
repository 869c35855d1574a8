"""A profile of the system's: it rules out a user's, and counts only where nobody but the system could write it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from client.institution.errors import (
    ProfileChangedError,
    ProfileDamagedError,
    ProfileFileError,
    ProfileOwnerError,
    ProfileTwoError,
    SystemProfileRulesError,
)
from client.institution.ownership import require_admin_only
from client.institution.store import ProfileStore
from client.institution.where import system_places
from tests.support.profile_desk import FINGERPRINT, NEXT_KEY, Desk, signed_pair
from tests.support.profiles import make_profile


def test_a_system_profile_rules_out_a_users(desk: Desk) -> None:
    desk.store.install(desk.write(desk.home / "u.toml", make_profile(serial=9)), FINGERPRINT)
    desk.system(make_profile(serial=1, institution="System"), NEXT_KEY)
    installed = desk.store.require()
    assert (installed.profile.institution, installed.source) == ("System", "system")
    with pytest.raises(SystemProfileRulesError):
        desk.store.install(desk.home / "u.toml", FINGERPRINT)


def test_a_users_own_profile_does_not_pass_for_a_later_one_of_the_systems(desk: Desk) -> None:
    desk.store.install(desk.write(desk.home / "u.toml", make_profile(serial=9)), FINGERPRINT)
    desk.system(make_profile(serial=1))
    assert (desk.store.require().profile.serial, desk.store.require().source) == (1, "system")


def test_a_later_profile_from_the_service_follows_the_systems(desk: Desk) -> None:
    desk.system(make_profile(serial=1))
    desk.store.update(*signed_pair(make_profile(serial=2)))
    assert (desk.store.require().profile.serial, desk.store.require().source) == (2, "service")
    desk.system(make_profile(serial=3))
    assert (desk.store.require().profile.serial, desk.store.require().source) == (3, "system")
    desk.system(make_profile(serial=1, institution="Moved"), NEXT_KEY)
    assert desk.store.require().profile.institution == "Moved"


def test_a_folder_without_a_profile_is_none_and_one_that_cannot_be_looked_into_stops(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.places.profile_folder.mkdir(parents=True)
    (desk.places.profile_folder / ".hospital.toml.swp").touch()
    (desk.places.profile_folder / ".hospital.toml").touch()
    assert desk.store.load() is None

    def denied(folder: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", denied)
    with pytest.raises(ProfileFileError):
        desk.store.load()


def test_two_system_profiles_are_none(desk: Desk) -> None:
    desk.system(make_profile())
    desk.system(make_profile(serial=4), name="second.toml")
    desk.system(make_profile(serial=5), name=".hidden.toml")
    with pytest.raises(ProfileTwoError) as caught:
        desk.store.load()
    assert caught.value.facts == {"count": 2}


def test_a_system_profile_that_was_changed_is_refused_and_nothing_takes_its_place(desk: Desk) -> None:
    desk.store.install(desk.write(desk.home / "u.toml", make_profile()), FINGERPRINT)
    path = desk.system(make_profile())
    path.write_bytes(path.read_bytes().replace(b"serial = 3", b"serial = 4"))
    with pytest.raises(ProfileChangedError):
        desk.store.load()
    path.with_name(path.name + ".minisig").unlink()
    with pytest.raises(ProfileFileError):
        desk.store.load()
    path.write_bytes(os.urandom(1000))
    path.with_name(path.name + ".minisig").write_bytes(os.urandom(100))
    with pytest.raises(ProfileDamagedError):
        desk.store.load()


@pytest.mark.parametrize("part", ["etc/profile.d/hospital.toml", "etc/profile.d/hospital.toml.minisig"])
@pytest.mark.parametrize("mode", [0o664, 0o646, 0o666])
def test_a_system_file_that_others_can_write_does_not_count(desk: Desk, part: str, mode: int) -> None:
    desk.system(make_profile())
    (desk.home / part).chmod(mode)
    with pytest.raises(ProfileOwnerError) as caught:
        desk.store.load()
    assert caught.value.facts["reason"] == "writable"


@pytest.mark.parametrize("part", ["etc/profile.d", "etc", "."])
@pytest.mark.parametrize("mode", [0o775, 0o757, 0o1777])
def test_a_system_folder_that_others_can_write_does_not_count_sticky_or_not(desk: Desk, part: str, mode: int) -> None:
    desk.system(make_profile())
    (desk.home / part).chmod(mode)
    with pytest.raises(ProfileOwnerError):
        desk.store.load()
    (desk.home / part).chmod(0o755)
    assert desk.store.load() is not None


def test_a_system_file_of_another_owner_does_not_count(desk: Desk) -> None:
    desk.system(make_profile())
    places = desk.places._replace(owner_uid=os.getuid() + 1)
    with pytest.raises(ProfileOwnerError) as caught:
        ProfileStore(desk.home / "private", places, desk.clock).load()
    assert caught.value.facts == {"which": "profile", "reason": "owner"}


@pytest.mark.parametrize("part", ["etc/profile.d/hospital.toml", "etc/profile.d", "etc"])
def test_a_symbolic_link_on_the_way_does_not_count(desk: Desk, part: str) -> None:
    desk.system(make_profile())
    place = desk.home / part
    moved = desk.home / "moved"
    place.rename(moved)
    place.symlink_to(moved)
    with pytest.raises(ProfileOwnerError) as caught:
        desk.store.load()
    assert caught.value.facts["reason"] == "link"


def test_the_systems_places_are_literal_whatever_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    before = system_places()
    for name in ("XDG_CONFIG_DIRS", "XDG_CONFIG_HOME", "HOME", "ProgramData"):
        monkeypatch.setenv(name, "/tmp/mine")
    assert system_places() == before
    assert before.owner_uid == 0


def test_a_relative_or_climbing_system_path_is_never_judged_good(desk: Desk) -> None:
    desk.system(make_profile())
    for folder in (Path("etc/profile.d"), desk.home / "etc" / ".." / "etc" / "profile.d"):
        with pytest.raises(ProfileOwnerError):
            require_admin_only(folder / "hospital.toml", "profile", owner_uid=os.getuid(), top=desk.home)
