"""The operating system's policy: it tightens a profile, and never says whom to trust."""

from __future__ import annotations

import plistlib
from datetime import timedelta

import pytest

from client.institution.errors import (
    ClientTooOldError,
    ProfileOwnerError,
    ProfilePolicyError,
    SystemProfileRulesError,
)
from client.institution.store import ProfileStore
from client.institution.trust import require_may_send
from client.model.profile import AccountRules, ClientRule
from tests.support.profile_desk import FINGERPRINT, Desk
from tests.support.profiles import NOW, make_full_profile, make_profile


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


@pytest.mark.parametrize(
    ("setting", "value", "name", "before", "held"),
    [
        ("lock_policy", True, "policy.locked", "no", "yes"),
        ("require_second_factor", True, "account.second_factor", "optional", "required"),
        ("idle_lock_minutes", 14, "account.idle_lock_minutes", "15", "14"),
        ("min_password_length", 13, "account.password.min_length", "12", "13"),
        ("token_stores", ["vault"], "account.token_stores", "keyring, vault", "vault"),
        ("request_signing", True, "inbox.request_signing", "no", "yes"),
        ("aes256_required", True, "inbox.aes256_required", "no", "yes"),
        ("max_files", 24, "limits.max_files", "25", "24"),
        ("max_file_bytes", 5, "limits.max_file_bytes", str(100 * 1024**3), "5"),
        ("local_days", 29, "retention.local_days", "30", "29"),
        ("workstation", ["clock"], "workstation.require", "", "clock"),
        ("minimum_version", "0.1", "client.minimum_version", "0", "0.1"),
    ],
)
def test_each_setting_of_a_policy_alone_tightens_the_laxest_profile_and_nothing_else(
    desk: Desk, setting: str, value: object, name: str, before: str, held: str
) -> None:
    desk.system(make_profile(account=AccountRules(second_factor="optional")))
    lax = {setting.name: setting.value for setting in desk.store.require().settings()}
    assert lax[name] == before
    # As a registry has it, which has numbers only.
    for written in (value, int(value)) if value is True else (value,):
        desk.policy({setting: written})
        found = desk.store.require().settings()
        assert {setting.name: setting.value for setting in found} == lax | {name: held}
        assert [setting.name for setting in found if setting.source == "policy"] == [name]


@pytest.mark.parametrize(
    ("demanded", "before", "later"), [("0.2", "0.2", "0.5"), ("0.5", "0.5", "0.5"), ("0.6", "0.6", "0.6")]
)
def test_a_policys_least_version_holds_at_once_whatever_the_profile_wants_later(
    desk: Desk, demanded: str, before: str, later: str
) -> None:
    day = NOW + timedelta(days=3)
    desk.system(make_profile()._replace(client=ClientRule("0.5", day)))
    desk.policy({"minimum_version": demanded})
    installed = desk.store.require()
    for now, least in ((NOW, before), (day, later)):
        require_may_send(installed.profile, now, least)
        with pytest.raises(ClientTooOldError) as caught:
            require_may_send(installed.profile, now, "0.1.9")
        assert caught.value.facts["minimum"] == least
    assert ("client.minimum_version", before) in {(setting.name, setting.value) for setting in installed.settings()}


def test_a_policy_that_would_loosen_changes_nothing(desk: Desk) -> None:
    desk.system(make_full_profile())
    desk.policy({"idle_lock_minutes": 60, "local_days": 3000, "max_files": 1000, "minimum_version": "0"})
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
    places = desk.places._replace(policy_file=file)
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
