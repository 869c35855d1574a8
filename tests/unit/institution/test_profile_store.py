"""The profile that holds: policy before system before user, and what is refused on the way."""

from __future__ import annotations

import errno
import json
import os
import plistlib
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from client.institution import ProfileStore, SystemPlaces, profile_toml, require_may_send, sign_profile
from client.institution.errors import (
    NoProfileError,
    ProfileChangedError,
    ProfileDamagedError,
    ProfileExpiredError,
    ProfileFileError,
    ProfileKeyError,
    ProfileNewerError,
    ProfileOlderError,
    ProfileOwnerError,
    ProfilePolicyError,
    ProfileTrustMissingError,
    ProfileTwoError,
    ProfileWriteError,
    SystemProfileRulesError,
)
from client.institution.ownership import require_admin_only
from client.institution.system_places import system_places
from client.model.profile import Profile
from client.seal.minisign import MinisignSecretKey, profile_key_fingerprint
from tests.support.profiles import NOW, make_full_profile, make_profile

KEY = MinisignSecretKey(b"keyid--1", b"\x01" * 32)
NEXT_KEY = MinisignSecretKey(b"keyid--2", b"\x02" * 32)
FINGERPRINT = profile_key_fingerprint(KEY.public_key())
NEXT_FINGERPRINT = profile_key_fingerprint(NEXT_KEY.public_key())


class Desk:
    """A private folder, a system folder and a clock that tests can move."""

    def __init__(self, home: Path) -> None:
        home.chmod(0o755)
        self.home = home
        self.now = NOW
        self.places = SystemPlaces(
            home / "etc" / "profile.d", home / "etc" / "policy.json", owner_uid=os.getuid(), top=home
        )
        self.store = ProfileStore(home / "private" / "profiles", self.places, self.clock)

    def clock(self) -> datetime:
        return self.now

    def write(self, path: Path, profile: Profile, key: MinisignSecretKey = KEY) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o755)
        data = profile_toml(profile)
        path.write_bytes(data)
        signature = path.with_name(path.name + ".minisig")
        signature.write_text(sign_profile(data, key))
        for file in (path, signature):
            file.chmod(0o644)
        return path

    def system(self, profile: Profile, key: MinisignSecretKey = KEY, name: str = "hospital.toml") -> Path:
        return self.write(self.places.profile_folder / name, profile, key)

    def policy(self, value: object) -> None:
        self.places.policy_file.parent.mkdir(parents=True, exist_ok=True, mode=0o755)
        text = value if isinstance(value, str) else json.dumps(value)
        self.places.policy_file.write_text(text)
        self.places.policy_file.chmod(0o644)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def signed_pair(profile: Profile, key: MinisignSecretKey = KEY) -> tuple[bytes, str]:
    data = profile_toml(profile)
    return data, sign_profile(data, key)


# ---- the user's own -----------------------------------------------------------------------------------------------


def test_nothing_installed_is_said_so(desk: Desk) -> None:
    assert desk.store.load() is None
    with pytest.raises(NoProfileError):
        desk.store.require()


def test_an_installed_profile_holds_and_is_the_users_alone(desk: Desk) -> None:
    path = desk.write(desk.home / "p.toml", make_profile())
    desk.store.install(path, FINGERPRINT)
    installed = desk.store.require()
    assert (installed.profile, installed.source, installed.key_fingerprint) == (make_profile(), "user", FINGERPRINT)
    record = desk.home / "private" / "profiles" / "installed.json"
    assert stat.S_IMODE(record.stat().st_mode) == 0o600
    assert stat.S_IMODE(record.parent.stat().st_mode) == 0o700


def test_before_the_fingerprint_is_typed_no_text_of_the_profile_is_shown(desk: Desk) -> None:
    path = desk.write(desk.home / "p.toml", make_profile(institution="Forged Hospital"))
    look = desk.store.look(path)
    assert look.key_fingerprint == FINGERPRINT
    assert not look.is_from_installed_key
    assert "Forged" not in repr(look)
    desk.store.install(path, FINGERPRINT)
    assert desk.store.look(path).is_from_installed_key


def test_a_missing_profile_signature_folder_or_link_loop_is_a_file_error(desk: Desk) -> None:
    path = desk.write(desk.home / "p.toml", make_profile())
    path.with_name("p.toml.minisig").unlink()
    loop = desk.home / "loop.toml"
    loop.symlink_to(loop)
    fifo = desk.home / "fifo.toml"
    os.mkfifo(fifo)
    for wrong, which in (
        (desk.home / "none.toml", "profile"),
        (desk.home, "profile"),
        (loop, "profile"),
        (fifo, "profile"),
        (Path("\0"), "profile"),
        (path, "signature"),
    ):
        with pytest.raises(ProfileFileError) as caught:
            desk.store.install(wrong, FINGERPRINT)
        assert caught.value.facts == {"which": which}


def test_a_later_profile_replaces_an_older_one_and_never_the_reverse(desk: Desk) -> None:
    desk.store.install(desk.write(desk.home / "3.toml", make_profile(serial=3)), FINGERPRINT)
    desk.store.install(desk.write(desk.home / "4.toml", make_profile(serial=4)), FINGERPRINT)
    with pytest.raises(ProfileOlderError) as caught:
        desk.store.install(desk.home / "3.toml", FINGERPRINT)
    assert caught.value.facts == {"serial": 3, "installed_serial": 4}
    assert desk.store.require().profile.serial == 4


def test_the_service_may_hand_out_a_later_profile_by_the_same_or_the_next_key_only(desk: Desk) -> None:
    announcing = make_profile(next_keys=(NEXT_KEY.public_key().base64_line,))
    desk.store.install(desk.write(desk.home / "p.toml", announcing), FINGERPRINT)
    desk.store.update(*signed_pair(make_profile(serial=5), NEXT_KEY))
    installed = desk.store.require()
    assert (installed.profile.serial, installed.source, installed.key_fingerprint) == (5, "service", NEXT_FINGERPRINT)
    with pytest.raises(ProfileKeyError):
        desk.store.update(*signed_pair(make_profile(serial=6), KEY))
    with pytest.raises(ProfileOlderError):
        desk.store.update(*signed_pair(make_profile(serial=4), NEXT_KEY))
    stranger = MinisignSecretKey(b"stranger", b"\x09" * 32)
    with pytest.raises(ProfileKeyError):
        desk.store.update(*signed_pair(make_profile(serial=9), stranger))


def test_a_retired_key_cannot_come_back_with_its_old_serials(desk: Desk) -> None:
    announcing = desk.write(desk.home / "p.toml", make_profile(next_keys=(NEXT_KEY.public_key().base64_line,)))
    desk.store.install(announcing, FINGERPRINT)
    desk.store.update(*signed_pair(make_profile(serial=5), NEXT_KEY))
    with pytest.raises(ProfileKeyError):
        desk.store.install(announcing, FINGERPRINT)
    assert desk.store.require().profile.serial == 5


def test_another_institution_is_accepted_by_its_own_typed_fingerprint(desk: Desk) -> None:
    desk.store.install(desk.write(desk.home / "p.toml", make_profile(serial=7)), FINGERPRINT)
    other = desk.write(desk.home / "o.toml", make_profile(serial=1, institution="Other"), NEXT_KEY)
    desk.store.install(other, NEXT_FINGERPRINT)
    assert desk.store.require().profile.institution == "Other"


def test_an_expired_profile_cannot_be_installed_but_goes_on_serving_results(desk: Desk) -> None:
    path = desk.write(desk.home / "p.toml", make_profile())
    desk.store.install(path, FINGERPRINT)
    desk.now = NOW + timedelta(days=31)
    installed = desk.store.require()
    assert installed.profile.is_expired(desk.now)
    with pytest.raises(ProfileExpiredError):
        require_may_send(installed.profile, desk.now, "9.9")
    with pytest.raises(ProfileExpiredError):
        desk.store.install(path, FINGERPRINT)


def test_verify_judges_without_installing(desk: Desk) -> None:
    path = desk.write(desk.home / "p.toml", make_profile())
    with pytest.raises(NoProfileError):
        desk.store.verify(path)
    assert desk.store.verify(path, FINGERPRINT).profile.serial == 3
    assert desk.store.load() is None
    desk.store.install(path, FINGERPRINT)
    older = desk.write(desk.home / "old.toml", make_profile(serial=1))
    assert desk.store.verify(older).profile.serial == 1
    with pytest.raises(ProfileKeyError):
        desk.store.verify(desk.write(desk.home / "s.toml", make_profile(), NEXT_KEY))


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda value: {**value, "toml": value["toml"][:-8] + "AAAA" + value["toml"][-4:]}, ProfileChangedError),
        (lambda value: {**value, "signature": "x"}, ProfileDamagedError),
        (lambda value: {**value, "key": NEXT_KEY.public_key().base64_line}, ProfileKeyError),
        (lambda value: {**value, "key": "garbage"}, ProfileTrustMissingError),
        (lambda value: {**value, "key": None}, ProfileTrustMissingError),
        (lambda value: {**value, "source": "system"}, ProfileTrustMissingError),
        (lambda value: {**value, "retired": "x"}, ProfileTrustMissingError),
        (lambda value: {"schema": 1}, ProfileTrustMissingError),
        (lambda value: [], ProfileTrustMissingError),
        (lambda value: {**value, "schema": 2}, ProfileNewerError),
    ],
)
def test_a_record_that_was_changed_is_refused_and_can_be_replaced(
    desk: Desk, change: Callable[[dict[str, str]], object], error: type[Exception]
) -> None:
    path = desk.write(desk.home / "p.toml", make_profile())
    desk.store.install(path, FINGERPRINT)
    record = desk.home / "private" / "profiles" / "installed.json"
    record.write_text(json.dumps(change(json.loads(record.read_text()))))
    with pytest.raises(error):
        desk.store.load()
    if error is not ProfileNewerError:
        desk.store.install(path, FINGERPRINT)
        assert desk.store.require().profile.serial == 3


def test_a_full_disk_leaves_the_present_profile_in_place(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.store.install(desk.write(desk.home / "3.toml", make_profile(serial=3)), FINGERPRINT)
    later = desk.write(desk.home / "4.toml", make_profile(serial=4))

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ProfileWriteError) as caught:
        desk.store.install(later, FINGERPRINT)
    assert caught.value.facts == {"reason": "ENOSPC"}
    assert desk.store.require().profile.serial == 3
    assert [entry.name for entry in (desk.home / "private" / "profiles").iterdir()] == ["installed.json"]


# ---- the system's --------------------------------------------------------------------------------------------------


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
    places = replace(desk.places, owner_uid=os.getuid() + 1)
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


# ---- the operating system's policy ---------------------------------------------------------------------------------


def test_a_policy_tightens_and_says_so(desk: Desk) -> None:
    desk.system(make_full_profile())
    desk.policy(
        {
            "schema": 1,
            "lock_policy": True,
            "require_second_factor": True,
            "idle_lock_minutes": 3,
            "min_password_length": 20,
            "local_days": 1,
            "max_files": 2,
            "workstation": ["disk_encryption"],
            "minimum_version": "3.0",
        }
    )
    installed = desk.store.require()
    profile = installed.profile
    assert profile.account.second_factor == "required"
    assert profile.account.idle_lock_minutes == 3
    assert profile.account.password.min_length == 20
    assert (profile.retention.local_days, profile.limits.max_files) == (1, 2)
    assert profile.workstation == ("clock", "disk_encryption", "keyring")
    assert profile.client.minimum_version == "3.0"
    assert profile.client.enforced_from is None
    assert profile.service == make_full_profile().service
    sources = {setting.name: setting.source for setting in installed.settings()}
    assert sources["account.idle_lock_minutes"] == "policy"
    assert sources["limits.max_file_bytes"] == "profile"


def test_a_policy_that_would_loosen_changes_nothing(desk: Desk) -> None:
    desk.system(make_full_profile())
    desk.policy({"idle_lock_minutes": 60, "local_days": 3000, "max_files": 1000, "minimum_version": "0.1"})
    assert desk.store.require().profile == make_full_profile()
    assert {setting.source for setting in desk.store.require().settings()} == {"profile"}


@pytest.mark.parametrize("name", ["origin", "pins", "ca_pem", "recipients", "signing_keys", "service.origin", "inbox"])
def test_a_policy_never_says_whom_to_trust(desk: Desk, name: str) -> None:
    desk.system(make_profile())
    desk.policy({name: "x"})
    with pytest.raises(ProfilePolicyError) as caught:
        desk.store.load()
    assert caught.value.facts == {"setting": name.split(".")[0], "reason": "forbidden"}


@pytest.mark.parametrize(
    ("value", "setting", "reason"),
    [
        ("not json", "other", "damaged"),
        ("[]", "other", "damaged"),
        ("[" * 60_000, "other", "damaged"),
        ('"' + "x" * 70_000 + '"', "other", "damaged"),
        ({"hansen": 1}, "other", "unknown"),
        ({"schema": 2}, "schema", "value"),
        ({"idle_lock_minutes": 0}, "idle_lock_minutes", "value"),
        ({"idle_lock_minutes": True}, "idle_lock_minutes", "value"),
        ({"token_stores": ["cloud"]}, "token_stores", "value"),
        ({"token_stores": ["memory"]}, "token_stores", "value"),
        ({"lock_policy": "yes"}, "lock_policy", "value"),
        ({"minimum_version": "latest"}, "minimum_version", "value"),
    ],
)
def test_a_policy_that_makes_no_sense_stops_instead_of_being_ignored(
    desk: Desk, value: object, setting: str, reason: str
) -> None:
    desk.system(make_profile())
    desk.policy(value)
    with pytest.raises(ProfilePolicyError) as caught:
        desk.store.load()
    assert caught.value.facts == {"setting": setting, "reason": reason}


def test_a_policy_that_others_can_write_does_not_count(desk: Desk) -> None:
    desk.policy({"idle_lock_minutes": 3})
    desk.places.policy_file.chmod(0o666)
    with pytest.raises(ProfileOwnerError) as caught:
        desk.store.load()
    assert caught.value.facts == {"which": "policy", "reason": "writable"}


def test_a_policy_can_forbid_profiles_of_the_users_own(desk: Desk) -> None:
    path = desk.write(desk.home / "u.toml", make_profile())
    desk.store.install(path, FINGERPRINT)
    desk.policy({"allow_user_profiles": False})
    assert desk.store.load() is None
    with pytest.raises(SystemProfileRulesError):
        desk.store.install(path, FINGERPRINT)


def test_managed_preferences_of_macos_say_the_same_as_the_json(desk: Desk) -> None:
    desk.system(make_profile())
    file = desk.home / "etc" / "org.genoseal.Genoseal.plist"
    places = replace(desk.places, policy_file=file)
    store = ProfileStore(desk.home / "private", places, desk.clock)
    file.write_bytes(plistlib.dumps({"idle_lock_minutes": 4, "token_stores": ["vault"]}))
    file.chmod(0o644)
    assert store.require().profile.account.idle_lock_minutes == 4
    assert store.require().profile.account.token_stores == ("vault",)
    for damaged in (b"garbage", b"bplist00" + b"\xff" * 40, plistlib.dumps([1]), b"<?xml version='1.0'?><plist>"):
        file.write_bytes(damaged)
        with pytest.raises(ProfilePolicyError) as caught:
            store.load()
        assert caught.value.facts == {"setting": "other", "reason": "damaged"}


def test_a_relative_or_climbing_system_path_is_never_judged_good(desk: Desk) -> None:
    desk.system(make_profile())
    for folder in (Path("etc/profile.d"), desk.home / "etc" / ".." / "etc" / "profile.d"):
        with pytest.raises(ProfileOwnerError):
            require_admin_only(folder / "hospital.toml", "profile", owner_uid=os.getuid(), top=desk.home)


def test_a_profile_or_signature_that_is_too_large_is_not_read_further(desk: Desk) -> None:
    path = desk.write(desk.home / "p.toml", make_profile())
    signature = path.with_name("p.toml.minisig")
    good = signature.read_bytes()
    for data in (b"x" * 10_000, b"\xff\xfe"):
        signature.write_bytes(data)
        with pytest.raises(ProfileDamagedError) as caught:
            desk.store.install(path, FINGERPRINT)
        assert caught.value.facts == {"reason": "signature"}
    signature.write_bytes(good)
    path.write_bytes(b"#" * (300 * 1024))
    with pytest.raises(ProfileDamagedError) as caught:
        desk.store.install(path, FINGERPRINT)
    assert caught.value.facts == {"reason": "size"}


def test_a_removed_profile_is_gone_and_the_systems_stays(desk: Desk) -> None:
    desk.store.install(desk.write(desk.home / "u.toml", make_profile()), FINGERPRINT)
    desk.store.remove()
    desk.store.remove()
    assert desk.store.load() is None
    desk.system(make_profile())
    desk.store.remove()
    assert desk.store.require().source == "system"
