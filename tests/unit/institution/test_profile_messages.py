"""Each way in which a profile can be wrong has a code and words of its own, in every place that shows them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from client.institution.store import ProfileStore
from client.model.errors import ClientError
from tests.support.profile_desk import FINGERPRINT, NEXT_KEY, Desk
from tests.support.profiles import NOW, make_profile
from ui.messages import explain

Case = Callable[[Desk], object]


def changed(desk: Desk) -> object:
    path = desk.write(desk.home / "p.toml", make_profile())
    path.write_bytes(path.read_bytes().replace(b"serial = 3", b"serial = 4"))
    return desk.store.install(path, FINGERPRINT)


def changed_signature(desk: Desk) -> object:
    path = desk.write(desk.home / "p.toml", make_profile())
    signature = path.with_name("p.toml.minisig")
    lines = signature.read_text().splitlines()
    lines[1] = lines[1][:60] + ("A" if lines[1][60] != "A" else "B") + lines[1][61:]
    signature.write_text("\n".join(lines) + "\n")
    return desk.store.install(path, FINGERPRINT)


def older(desk: Desk) -> object:
    desk.store.install(desk.write(desk.home / "4.toml", make_profile(serial=4)), FINGERPRINT)
    return desk.store.install(desk.write(desk.home / "3.toml", make_profile(serial=3)), FINGERPRINT)


def expired(desk: Desk) -> object:
    path = desk.write(desk.home / "p.toml", make_profile())
    desk.now = NOW + timedelta(days=89)
    return desk.store.install(path, FINGERPRINT)


def unknown_key(desk: Desk) -> object:
    return desk.store.install(desk.write(desk.home / "p.toml", make_profile(), NEXT_KEY), FINGERPRINT)


def wrong_owner(desk: Desk) -> object:
    desk.system(make_profile())
    places = desk.places._replace(owner_uid=os.getuid() + 1)
    return ProfileStore(desk.home / "private", places, desk.clock).load()


def wrong_mode(desk: Desk) -> object:
    desk.system(make_profile()).chmod(0o666)
    return desk.store.load()


def garbage(desk: Desk) -> object:
    path = desk.home / "p.toml"
    path.write_bytes(b"\xff\x00garbage")
    path.with_name("p.toml.minisig").write_bytes(b"garbage")
    return desk.store.install(path, FINGERPRINT)


def two_at_once(desk: Desk) -> object:
    desk.system(make_profile())
    desk.system(make_profile(serial=4), name="second.toml")
    return desk.store.load()


def policy_sets_an_origin(desk: Desk) -> object:
    desk.system(make_profile())
    desk.policy({"schema": 1, "origin": "https://elsewhere.example.org"})
    return desk.store.load()


def beside_the_systems(desk: Desk) -> object:
    desk.system(make_profile())
    return desk.store.install(desk.write(desk.home / "u.toml", make_profile()), FINGERPRINT)


CASES: dict[Case, str] = {
    changed: "PROFILE-CHANGED",
    changed_signature: "PROFILE-CHANGED",
    older: "PROFILE-OLDER",
    expired: "PROFILE-EXPIRED",
    unknown_key: "PROFILE-KEY",
    wrong_owner: "PROFILE-OWNER",
    wrong_mode: "PROFILE-OWNER",
    garbage: "PROFILE-DAMAGED",
    two_at_once: "PROFILE-TWO",
    policy_sets_an_origin: "PROFILE-POLICY",
    beside_the_systems: "PROFILE-SYSTEM",
}


@pytest.mark.parametrize(("case", "code"), CASES.items(), ids=[case.__name__ for case in CASES])
def test_each_wrong_profile_is_refused_under_its_own_code_and_in_words(tmp_path: Path, case: Case, code: str) -> None:
    with pytest.raises(ClientError) as caught:
        case(Desk(tmp_path))
    assert caught.value.code == code
    said = explain(caught.value)
    assert said.code == code
    assert said.what
    assert said.next
    assert "{" not in said.what + said.meaning + said.next
    if code == "PROFILE-OWNER":
        reason = "owner" if case is wrong_owner else "writable"
        assert caught.value.facts["reason"] == reason
        assert reason in said.what


def test_no_two_of_them_are_said_in_the_same_words(tmp_path: Path) -> None:
    said: dict[str, str] = {}
    for number, (case, code) in enumerate(CASES.items()):
        home = tmp_path / str(number)
        home.mkdir()
        with pytest.raises(ClientError) as caught:
            case(Desk(home))
        words = explain(caught.value).what
        assert said.setdefault(words, code) == code
    assert len(set(said.values())) == len(set(CASES.values()))


def test_a_policy_that_only_tightens_is_obeyed_and_one_that_loosens_changes_nothing(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.system(make_profile())
    minutes = desk.store.require().profile.account.idle_lock_minutes
    for value, counts in ((minutes - 1, minutes - 1), (60, minutes)):
        desk.policy(json.dumps({"schema": 1, "idle_lock_minutes": value}))
        assert desk.store.require().profile.account.idle_lock_minutes == counts
