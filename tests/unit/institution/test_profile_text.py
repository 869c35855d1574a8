"""The profile as text: what is written is read back, and what no profile may say is refused by name."""

from __future__ import annotations

import time
from base64 import b64encode
from datetime import timedelta

import pytest

from client.institution.errors import (
    ProfileDamagedError,
    ProfileFieldError,
    ProfileNewerError,
    ProfileWriterError,
)
from client.institution.origin import is_loopback_origin, is_origin
from client.institution.profile import MAX_PROFILE_BYTES, parse_profile
from client.institution.profile_writer import profile_toml
from client.model.profile import Inbox, ServicePlace
from client.seal.keys import Kem, generate_private_key
from tests.support.profiles import NOW, make_full_profile, make_profile, signing_keys


def test_a_small_and_a_full_profile_come_back_unchanged() -> None:
    for profile in (make_profile(), make_full_profile()):
        assert parse_profile(profile_toml(profile)) == profile


def test_a_pin_announced_for_later_counts_from_its_day_on() -> None:
    service = make_full_profile().service
    assert service.pins_at(NOW) == service.pins
    assert service.pins_at(NOW + timedelta(days=7)) == (*service.pins, b"\x13" * 32)


def test_an_unknown_setting_is_refused_so_that_a_mistyped_rule_is_not_silently_no_rule() -> None:
    text = profile_toml(make_profile()).decode()
    for wrong, field in (
        (text + "\n[extra]\nx = 1\n", "profile"),
        (text.replace("second_factor", "second_factr"), "account"),
        (text.replace("min_length", "min_lenght"), "account.password"),
        (text.replace("purpose =", "purpos = 1\npurpose ="), "signing_keys"),
    ):
        with pytest.raises(ProfileFieldError) as caught:
            parse_profile(wrong.encode())
        assert caught.value.facts == {"field": field, "reason": "unknown"}


def test_a_newer_minor_may_carry_settings_we_do_not_know_and_they_are_counted() -> None:
    text = "minor = 1\n" + profile_toml(make_profile()).decode() + "\n[extra]\nx = 1\n[account.more]\ny = 2\n"
    profile = parse_profile(text.encode())
    assert (profile.minor, profile.unknown_settings) == (1, 2)


def test_a_newer_schema_is_not_guessed_at() -> None:
    with pytest.raises(ProfileNewerError):
        parse_profile(profile_toml(make_profile()).replace(b"schema = 1", b"schema = 2"))


@pytest.mark.parametrize(
    ("old", "new", "field", "reason"),
    [
        ("schema = 1\n", "", "schema", "missing"),
        ("schema = 1\n", "schema = true\n", "schema", "type"),
        ("serial = 3", "serial = 0", "serial", "value"),
        ("serial = 3", "serial = true", "serial", "type"),
        ("serial = 3", 'serial = "3"', "serial", "type"),
        ('environment = "practice"', 'environment = "Practice"', "environment", "value"),
        ('environment = "practice"', 'environment = "production"', "environment", "environment"),
        ("https://localhost:8443", "https://example.org", "environment", "environment"),
        ("https://localhost:8443", "http://localhost:8443", "service.origin", "value"),
        ("https://localhost:8443", "https://localhost:8443/", "service.origin", "value"),
        ("https://localhost:8443", "https://user@localhost", "service.origin", "value"),
        ("T12:00:00Z", "T12:00:00+00:00", "not_after", "value"),
        ('institution = "Practice Hospital"', 'institution = "Practice\\u202eHospital"', "institution", "value"),
        ('institution = "Practice Hospital"', 'institution = "Practice\\u001b[2J"', "institution", "value"),
        ("idle_lock_minutes = 15", "idle_lock_minutes = 0", "account.idle_lock_minutes", "floor"),
        ("idle_lock_minutes = 15", "idle_lock_minutes = 480", "account.idle_lock_minutes", "floor"),
        ("min_length = 12", "min_length = 4", "account.password.min_length", "floor"),
        ('"keyring", "vault"', '"keyring", "cloud"', "account.token_stores", "value"),
        ('"keyring", "vault"', "", "account.token_stores", "too few"),
        (b64encode(b"\x11" * 32).decode(), b64encode(b"\x11" * 31).decode(), "service.pins", "value"),
        (b64encode(b"\x03" * 32).decode(), b64encode(b"\x03" * 33).decode(), "signing_keys.public_key", "value"),
        ("BEGIN GENOSEAL PUBLIC", "BEGIN GENOSEAL PRIVATE", "recipients.public_key", "value"),
        ('purpose = "deletion"', 'purpose = "receipt"', "signing_keys", "missing"),
        ('kid = "results-1"', 'kid = "receipt-1"', "signing_keys", "twice"),
        ("require = []", 'require = ["shoes"]', "workstation.require", "value"),
        ("serial = 3\n", f'serial = 3\nnext_keys = ["{"A" * 55}"]\n', "next_keys", "value"),
        ("serial = 3\n", f'serial = 3\nnext_keys = ["{"A" * 55}-"]\n', "next_keys", "value"),
        ("serial = 3\n", f'serial = 3\nnext_keys = ["{"A" * 56}", "{"A" * 56}"]\n', "next_keys", "twice"),
        ("serial = 3\n", "serial = 3\nnext_keys = [1]\n", "next_keys", "type"),
        ("min_classes = 1", "min_classes = 1.0", "account.password.min_classes", "type"),
    ],
)
def test_what_no_profile_may_say_is_named(old: str, new: str, field: str, reason: str) -> None:
    text = profile_toml(make_profile()).decode()
    assert old in text
    with pytest.raises(ProfileFieldError) as caught:
        parse_profile(text.replace(old, new, 1).encode())
    assert caught.value.facts == {"field": field, "reason": reason}


@pytest.mark.parametrize("policy", ["x = " + "9" * 5000, "x = " + "[" * 5000, "not toml"])
def test_an_own_policy_that_is_no_toml_is_left_to_what_reads_policies(policy: str) -> None:
    profile = make_profile()
    text = profile_toml(profile._replace(policy=profile.policy._replace(toml=policy)))
    assert parse_profile(text).policy.toml == policy


def test_at_least_two_different_pins() -> None:
    one = ServicePlace("https://localhost:8443", (b"\x11" * 32,))
    same = ServicePlace("https://localhost:8443", (b"\x11" * 32,) * 2)
    for place in (one, same):
        with pytest.raises(ProfileWriterError) as caught:
            profile_toml(make_profile(service=place))
        assert caught.value.facts["field"] == "service.pins"


def test_one_key_for_two_purposes_is_refused() -> None:
    keys = signing_keys({"receipt": b"\x01" * 32, "results": b"\x01" * 32, "deletion": b"\x03" * 32})
    with pytest.raises(ProfileWriterError):
        profile_toml(make_profile(signing_keys=keys))


def test_recipients_are_of_a_kind_that_the_container_can_seal_to() -> None:
    full = make_full_profile()
    x_wing = generate_private_key(Kem.X_WING).public_key().to_pem()
    with pytest.raises(ProfileWriterError) as caught:
        profile_toml(full._replace(recipients=(*full.recipients, x_wing)))
    assert caught.value.facts["field"] == "recipients"
    archive = (
        f"-----BEGIN CRYPT4GH PUBLIC KEY-----\n{b64encode(bytes(32)).decode()}\n-----END CRYPT4GH PUBLIC KEY-----\n"
    )
    with pytest.raises(ProfileWriterError) as caught:
        profile_toml(make_profile(recipients=(archive,)))
    assert caught.value.facts["field"] == "recipients"


def test_an_inbox_elsewhere_needs_its_own_pins_and_an_explicit_acceptance() -> None:
    full = make_full_profile()
    for inbox in (
        full.inbox._replace(pins=()),
        full.inbox._replace(weaker_transport_accepted=False),
        full.inbox._replace(origin=None),
        full.inbox._replace(origin="https://127.0.0.1:9000"),
        full.inbox._replace(kind="service"),
    ):
        with pytest.raises(ProfileWriterError):
            profile_toml(full._replace(inbox=inbox))


def test_an_inbox_of_another_kind_at_the_service_itself_is_known_by_the_services_pins() -> None:
    here = Inbox(kind="tus", origin=make_profile().service.origin)
    assert parse_profile(profile_toml(make_profile(inbox=here))).inbox == Inbox(kind="tus")
    with pytest.raises(ProfileWriterError) as caught:
        profile_toml(make_profile(inbox=here._replace(pins=(b"\x21" * 32,))))
    assert caught.value.facts["field"] == "inbox.pins"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "size"),
        (b"#" * (MAX_PROFILE_BYTES + 1), "size"),
        (b"\xff\xfe\x00", "text"),
        (b"\x00" * 100, "toml"),
        (b"a = [" + b"[" * 200_000, "toml"),
        (b"a = " + b"9" * 100_000, "toml"),
        (b"a." * 50_000 + b"a = 1", "toml"),
        (b"a = 1\na = 2", "toml"),
    ],
)
def test_garbage_is_damaged(data: bytes, reason: str) -> None:
    with pytest.raises(ProfileDamagedError) as caught:
        parse_profile(data)
    assert caught.value.facts == {"reason": reason}


@pytest.mark.parametrize(
    "data",
    [
        b"".join(b"%d" % n + b".a" * 190 + b" = 1\n" for n in range(600)),
        b"[a" + b".a" * 190 + b"]\n" + b"".join(b"%d=1\n" % n for n in range(30_000)),
    ],
)
def test_the_dearest_text_within_the_limits_is_refused_within_seconds(data: bytes) -> None:
    assert len(data) < MAX_PROFILE_BYTES
    started = time.monotonic()
    with pytest.raises(ProfileFieldError):
        parse_profile(data)
    # Seconds here, and room for a slow or traced run; without the limits it is many minutes.
    assert time.monotonic() - started < 60


@pytest.mark.parametrize("origin", ["https://a.example.org", "https://a:1", "https://[::1]:443", "https://192.0.2.1"])
def test_an_origin_has_one_form(origin: str) -> None:
    assert is_origin(origin)


@pytest.mark.parametrize(
    "origin",
    [
        "http://a",
        "https://A",
        "https://a/",
        "https://a:0",
        "https://a:65536",
        "https://a?b",
        "https://a#b",
        "https://a@b",
        "https://2130706433",
        "https://127.1",
        "https://0x7f000001",
        "https://a.0x7f",
        "https://[::1",
        "https://-a",
        "https://a..b",
        "https://a.",
        "https://ä",
        "https://a\n",
        " https://a",
        "",
    ],
)
def test_no_second_way_of_writing_an_origin(origin: str) -> None:
    assert not is_origin(origin)


def test_loopback_is_recognised_however_it_is_written() -> None:
    for host in ("localhost", "x.localhost", "127.0.0.1", "127.9.9.9", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"):  # noqa: S104
        assert is_loopback_origin(f"https://{host}:8443"), host
    for host in ("localhost.example.org", "128.0.0.1", "[::2]", "mylocalhost"):
        assert not is_loopback_origin(f"https://{host}"), host
