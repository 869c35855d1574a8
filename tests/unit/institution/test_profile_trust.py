"""Whom a profile must be signed by, and which profile may follow which."""

from __future__ import annotations

import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from client.institution.errors import (
    ClientTooOldError,
    FingerprintTypedError,
    ProfileChangedError,
    ProfileCommentError,
    ProfileDamagedError,
    ProfileExpiredError,
    ProfileKeyError,
    ProfileOlderError,
    ProfileRefusedError,
    ProfileValidityError,
)
from client.institution.profile_writer import profile_toml
from client.institution.trust import (
    TrustedProfile,
    normalise_fingerprint,
    require_may_send,
    require_profile,
    require_signed,
    sign_profile,
    trusted_comment,
    untrusted_comment,
    version_number,
)
from client.model.profile import ClientRule, Profile
from client.seal.minisign import MinisignSecretKey, profile_key_fingerprint, sign_minisign
from tests.support.profile_desk import FINGERPRINT, KEY, NEXT_KEY, signed_pair
from tests.support.profiles import NOW, make_profile


def installed(profile: Profile, key: MinisignSecretKey = KEY) -> TrustedProfile:
    return require_signed(*signed_pair(profile, key), key.public_key())


def test_a_signed_profile_is_accepted_by_its_typed_fingerprint_however_it_is_typed() -> None:
    profile = make_profile()
    for typed in (FINGERPRINT, FINGERPRINT.lower(), FINGERPRINT.replace("-", ""), FINGERPRINT.replace("-", " ")):
        trusted = require_profile(*signed_pair(profile), now=NOW, fingerprint=typed)
        assert (trusted.profile, trusted.key_fingerprint) == (profile, FINGERPRINT)


@pytest.mark.parametrize("typed", ["", "AAAA", FINGERPRINT[:-1], FINGERPRINT + "A", FINGERPRINT[:-1] + "1", "Ä" * 16])
def test_a_mistyped_fingerprint_is_said_to_be_mistyped(typed: str) -> None:
    with pytest.raises(FingerprintTypedError):
        normalise_fingerprint(typed)


def test_another_fingerprint_or_a_signature_without_a_key_is_an_unknown_key() -> None:
    data, signature = signed_pair(make_profile())
    other = profile_key_fingerprint(NEXT_KEY.public_key())
    with pytest.raises(ProfileKeyError) as caught:
        require_profile(data, signature, now=NOW, fingerprint=other)
    assert caught.value.facts == {"fingerprint": FINGERPRINT}
    bare = "untrusted comment: x\n" + signature.split("\n", 1)[1]
    with pytest.raises(ProfileKeyError):
        require_profile(data, bare, now=NOW, fingerprint=FINGERPRINT)


def test_a_key_that_is_only_claimed_does_not_help_a_forger() -> None:
    data, forged = signed_pair(make_profile(institution="Forged"), NEXT_KEY)
    comment = "untrusted comment: " + untrusted_comment(KEY.public_key())
    forged = comment + "\n" + forged.split("\n", 1)[1]
    with pytest.raises(ProfileRefusedError):
        require_profile(data, forged, now=NOW, fingerprint=FINGERPRINT)


def test_every_flipped_byte_of_the_profile_is_refused() -> None:
    data, signature = signed_pair(make_profile())
    for position in range(len(data)):
        changed = bytearray(data)
        changed[position] ^= 1
        with pytest.raises(ProfileChangedError):
            require_profile(bytes(changed), signature, now=NOW, fingerprint=FINGERPRINT)


def test_every_flipped_byte_of_the_signature_is_refused() -> None:
    data, signature = signed_pair(make_profile())
    raw = signature.encode()
    for position in range(len(raw) - 1):
        for bit in (1, 32):
            changed = bytearray(raw)
            changed[position] ^= bit
            with pytest.raises((ProfileRefusedError, ProfileDamagedError)):
                require_profile(data, changed.decode("latin-1"), now=NOW, fingerprint=FINGERPRINT)


@pytest.mark.parametrize("text", ["", "\n\n\n\n", "untrusted comment: x", "x" * 10_000, "\x00" * 100])
def test_garbage_for_a_signature_is_damaged_or_of_no_key(text: str) -> None:
    data, _ = signed_pair(make_profile())
    with pytest.raises((ProfileDamagedError, ProfileKeyError)):
        require_profile(data, text, now=NOW, fingerprint=FINGERPRINT)


def test_a_signature_over_something_else_of_the_institution_is_no_profile() -> None:
    data, _ = signed_pair(make_profile())
    for comment, field in (
        ("file:latest.json serial:3", "file"),
        ("timestamp:1", "file"),
        ("file:genoseal-profile.toml serial:4", "serial"),
    ):
        with pytest.raises(ProfileCommentError) as caught:
            require_signed(data, sign_minisign(data, KEY, comment), KEY.public_key())
        assert caught.value.facts == {"field": field}


def test_a_later_profile_needs_a_higher_serial() -> None:
    present = installed(make_profile(serial=3))
    assert require_profile(*signed_pair(make_profile(serial=4)), now=NOW, installed=present).profile.serial == 4
    assert require_profile(present.toml_bytes, present.signature_text, now=NOW, installed=present) == present
    for older in (make_profile(serial=2), make_profile(serial=3, institution="Other")):
        for typed in (None, FINGERPRINT):
            with pytest.raises(ProfileOlderError):
                require_profile(*signed_pair(older), now=NOW, fingerprint=typed, installed=present)


def test_a_later_profile_needs_the_same_key_or_one_named_before() -> None:
    present = installed(make_profile())
    later = signed_pair(make_profile(serial=4), NEXT_KEY)
    with pytest.raises(ProfileKeyError):
        require_profile(*later, now=NOW, installed=present)
    announcing = installed(make_profile(next_keys=(NEXT_KEY.public_key().base64_line,)))
    assert require_profile(*later, now=NOW, installed=announcing).signer == NEXT_KEY.public_key()


def test_without_a_typed_fingerprint_nothing_new_is_trusted() -> None:
    with pytest.raises(FingerprintTypedError):
        require_profile(*signed_pair(make_profile()), now=NOW)


def test_expired_and_overlong_profiles_are_not_accepted() -> None:
    for not_after, error in (
        (NOW, ProfileExpiredError),
        (NOW - timedelta(days=1), ProfileExpiredError),
        (NOW + timedelta(days=92), ProfileValidityError),
    ):
        with pytest.raises(error):
            require_profile(*signed_pair(make_profile(not_after=not_after)), now=NOW, fingerprint=FINGERPRINT)
    for days in (1, 90):
        profile = make_profile(not_after=NOW + timedelta(days=days))
        require_profile(*signed_pair(profile), now=NOW, fingerprint=FINGERPRINT)


def test_sending_stops_at_expiry_and_for_a_program_that_is_too_old() -> None:
    profile = make_profile(client=ClientRule("1.2", NOW + timedelta(days=2)))
    require_may_send(profile, NOW, "0.9")
    with pytest.raises(ClientTooOldError) as caught:
        require_may_send(profile, NOW + timedelta(days=2), "1.1.9")
    assert caught.value.facts == {"minimum": "1.2", "installed": "1.1.9"}
    require_may_send(profile, NOW + timedelta(days=2), "1.2.0")
    with pytest.raises(ProfileExpiredError):
        require_may_send(profile, NOW + timedelta(days=30), "9")
    with pytest.raises(ClientTooOldError):
        require_may_send(profile._replace(client=ClientRule("1.2")), NOW, "1.1")


def test_versions_compare_as_numbers() -> None:
    assert version_number("1.10") > version_number("1.9.9")
    assert version_number("1.2") == version_number("1.2.0.0")
    assert version_number("1.2rc1") == version_number("1.2")
    assert version_number("unknown") == (0, 0, 0, 0)


@pytest.mark.skipif(shutil.which("minisign") is None, reason="the program minisign is not installed")
def test_an_institution_can_sign_with_the_minisign_program(tmp_path: Path) -> None:
    data = profile_toml(make_profile())
    (tmp_path / "p.toml").write_bytes(data)
    run = ["minisign", "-G", "-W", "-p", str(tmp_path / "k.pub"), "-s", str(tmp_path / "k.key")]
    subprocess.run(run, check=True, capture_output=True)
    key = MinisignSecretKey.parse((tmp_path / "k.key").read_text())
    sign = ["minisign", "-S", "-s", str(tmp_path / "k.key"), "-m", str(tmp_path / "p.toml"), "-t", trusted_comment(3)]
    subprocess.run([*sign, "-c", untrusted_comment(key.public_key())], check=True, capture_output=True)
    signature = (tmp_path / "p.toml.minisig").read_text()
    trusted = require_profile(data, signature, now=NOW, fingerprint=profile_key_fingerprint(key.public_key()))
    assert trusted.profile.serial == 3
    (tmp_path / "p.toml.minisig").write_text(sign_profile(data, key))
    check = ["minisign", "-V", "-p", str(tmp_path / "k.pub"), "-m", str(tmp_path / "p.toml")]
    assert b"serial:3" in subprocess.run(check, check=True, capture_output=True).stdout
