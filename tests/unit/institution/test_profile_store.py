"""The profile that a user installed: what replaces it, and what is refused on the way."""

from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from client.institution.errors import (
    NoProfileError,
    ProfileChangedError,
    ProfileDamagedError,
    ProfileExpiredError,
    ProfileFileError,
    ProfileKeyError,
    ProfileNewerError,
    ProfileOlderError,
    ProfileTrustMissingError,
    ProfileWriteError,
)
from client.institution.trust import require_may_send
from client.seal.minisign import MinisignSecretKey
from tests.support.profile_desk import FINGERPRINT, KEY, NEXT_FINGERPRINT, NEXT_KEY, Desk, signed_pair
from tests.support.profiles import NOW, make_profile


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
    assert "Forged" not in repr(look)


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


def test_a_second_rotation_above_a_system_profile_brings_no_older_one_back(desk: Desk) -> None:
    third = MinisignSecretKey(b"keyid--3", b"\x03" * 32)
    desk.system(make_profile(serial=1, next_keys=(NEXT_KEY.public_key().base64_line,)))
    desk.store.update(*signed_pair(make_profile(serial=5, next_keys=(third.public_key().base64_line,)), NEXT_KEY))
    with pytest.raises(ProfileKeyError):
        desk.store.update(*signed_pair(make_profile(serial=6), third))
    assert (desk.store.require().profile.serial, desk.store.require().source) == (5, "service")


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
        desk.store.verify(older, NEXT_FINGERPRINT)
    following = desk.write(desk.home / "s.toml", make_profile(serial=4), NEXT_KEY)
    with pytest.raises(ProfileKeyError):
        desk.store.verify(following)
    announcing = make_profile(next_keys=(NEXT_KEY.public_key().base64_line,))
    desk.store.install(desk.write(desk.home / "a.toml", announcing._replace(serial=4)), FINGERPRINT)
    assert desk.store.verify(following).signer == NEXT_KEY.public_key()


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
