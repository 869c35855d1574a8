"""The institution's tool: a profile from nothing to signed, renewed and packaged, and what it refuses on the way."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from client.institution.errors import ProfileChangedError, ProfileExpiredError
from client.institution.profile import parse_profile
from client.model.clock import format_time
from client.seal.minisign import MinisignSecretKey
from installers.profile_tool.main import main
from installers.profile_tool.making import ToolError, read_pin
from tests.conftest import REPOSITORY
from tests.support.profile_institution import Institution, fingerprint_in, good, refused, run


@pytest.fixture
def place(tmp_path: Path) -> Institution:
    return Institution(tmp_path)


def test_from_nothing_to_a_profile_that_a_client_installs(place: Institution) -> None:
    fingerprint = place.make_signed()
    output = good("check", place.profile)
    assert "✗" not in output
    assert fingerprint in output
    installed = place.store().install(place.profile, fingerprint)
    profile = installed.profile
    assert (profile.institution, profile.serial, profile.environment) == ("Østerå Hospital", 1, "production")
    assert profile.service.pins == tuple(read_pin((place.home / f"{n}.pem").read_bytes()) for n in ("server", "spare"))
    assert place.key.stat().st_mode & 0o777 == 0o600


def test_files_that_a_windows_editor_wrote_are_read_like_others(place: Institution) -> None:
    for name in ("public.pem", "consent.txt"):
        text = (place.home / name).read_text("utf-8")
        (place.home / name).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    place.make_signed()
    assert b"\r" not in place.profile.read_bytes()


def test_the_help_names_files_and_words_and_no_type_of_a_programming_language(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for command in ("new", "check", "key", "sign", "announce", "renew", "rotate-pins", "expire", "package", ""):
        monkeypatch.setattr(sys, "argv", ["genoseal-profile", *filter(None, [command]), "--help"])
        with pytest.raises(SystemExit) as ended:
            main()
        shown = capsys.readouterr().out
        assert ended.value.code == 0
        assert f"Usage: genoseal-profile {command}".strip() in shown
        assert not re.search(r"<(?!root@)\w|Usage:.*[{}]", shown), shown


def test_a_pin_is_the_hash_of_the_public_key_however_it_is_given() -> None:
    public = ec.generate_private_key(ec.SECP256R1()).public_key()
    info = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    pin = hashlib.sha256(info).digest()
    assert read_pin(public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)) == pin
    assert read_pin(base64.b64encode(pin)) == pin
    for wrong in (b"", b"garbage", base64.b64encode(pin[:-1])):
        with pytest.raises(ToolError):
            read_pin(wrong)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"pin": None}, "--pin"),
        ({"recipient": None}, "--recipient"),
        ({"receipt-key": None}, "--receipt-key"),
        ({"institution": None}, "--institution"),
        ({"consent-text": "/nowhere"}, "cannot be read"),
        ({"receipt-key": "rubbish"}, "Ed25519"),
        ({"days": 91}, "90"),
    ],
)
def test_without_a_terminal_what_is_missing_is_named(place: Institution, changes: dict[str, Any], words: str) -> None:
    assert words in refused("new", place.profile, *place.options(**changes))
    assert not place.profile.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"pin": ["server.pem"]}, "service.pins"),
        ({"origin": "http://genotypes.example.org"}, "service.origin"),
        ({"origin": "https://localhost"}, "environment"),
        ({"environment": "practice"}, "environment"),
        ({"phone": "call Peter"}, "helpdesk.phone"),
    ],
)
def test_what_no_profile_may_say_is_not_written(place: Institution, changes: dict[str, Any], field: str) -> None:
    if "pin" in changes:
        changes = {"pin": [place.home / "server.pem"]}
    result = run("new", place.profile, *place.options(**changes))
    assert result.exception is not None
    assert getattr(result.exception, "facts", {}).get("field") == field
    assert not place.profile.exists()


def test_what_is_there_is_not_replaced_unless_asked(place: Institution) -> None:
    good("new", place.profile, *place.options())
    assert run("new", place.profile, *place.options()).exit_code != 0
    good("new", place.profile, *place.options(), "--force")
    good("key", place.home / "keys", "--no-passphrase")
    assert "already" in refused("key", place.home / "keys", "--no-passphrase")


def test_a_key_that_is_none_is_called_so(place: Institution) -> None:
    place.make_signed()
    assert "not a key file" in refused("sign", place.profile, "--key", place.profile)
    assert "No such file" in refused("sign", place.profile, "--key", place.home / "nowhere")


def test_check_says_what_clients_would_refuse(place: Institution) -> None:
    place.make_signed()
    text = place.profile.read_text()
    place.profile.write_text(text.replace("Østerå", "Vesterå"))
    result = run("check", place.profile)
    assert result.exit_code == 3
    assert "PROFILE-CHANGED" in result.output
    place.profile.write_text(text.replace("serial = 1", "serial = 1\nsurprise = 1"))
    assert "there is no such setting  [PROFILE-FIELD]" in run("check", place.profile).output
    place.profile.write_text(text.replace('name = "imputation"', 'name = "imputation"\ntoml = "nonsense"'))
    assert "policy is refused" in run("check", place.profile).output
    assert "policy is refused" in refused("sign", place.profile, "--key", place.key)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (('name = "imputation"', 'name = "imputatoin"'), "no preparation policy comes under the name imputatoin"),
        (('service = "generic"', 'service = "michgan"'), "no limits are known of the service michgan"),
    ],
)
def test_a_name_with_which_every_client_would_fail_is_not_signed(
    place: Institution, change: tuple[str, str], words: str
) -> None:
    place.make_signed()
    text = place.profile.read_text()
    assert change[0] in text
    place.profile.write_text(text.replace(*change))
    checked = run("check", place.profile)
    assert (checked.exit_code, f"✗ {words}" in checked.output) == (3, True)
    assert words in refused("sign", place.profile, "--key", place.key)


def test_renewing_and_rotating_pins_give_later_profiles_that_clients_take(place: Institution) -> None:
    fingerprint = place.make_signed()
    store = place.store()
    store.install(place.profile, fingerprint)
    soon = datetime.now(UTC) + timedelta(days=20)
    good("rotate-pins", place.profile, "--add", place.home / "next.pem", "--day", format_time(soon))
    assert not place.profile.with_name("hospital.toml.minisig").exists()
    good("sign", place.profile, "--key", place.key)
    signature = place.profile.with_name("hospital.toml.minisig")
    store.update(place.profile.read_bytes(), signature.read_text())
    service = store.require().profile.service
    new_pin = read_pin((place.home / "next.pem").read_bytes())
    assert new_pin not in service.pins_at(datetime.now(UTC))
    assert new_pin in service.pins_at(soon)
    good("renew", place.profile, "--days", "90")
    assert parse_profile(place.profile.read_bytes()).serial == 3


def test_an_announced_pin_becomes_a_present_one_and_the_old_one_goes(place: Institution) -> None:
    place.make_signed()
    yesterday = format_time(datetime.now(UTC) - timedelta(days=1))
    good("rotate-pins", place.profile, "--add", place.home / "next.pem", "--day", yesterday)
    assert "day has come" in run("check", place.profile).output
    good("rotate-pins", place.profile, "--drop", place.home / "server.pem")
    service = parse_profile(place.profile.read_bytes()).service
    assert service.next_pins == ()
    assert service.pins == tuple(read_pin((place.home / f"{n}.pem").read_bytes()) for n in ("spare", "next"))
    assert "two pins must remain" in refused("rotate-pins", place.profile, "--drop", place.home / "spare.pem")
    assert "not among" in refused("rotate-pins", place.profile, "--drop", place.home / "server.pem")
    assert "needs the day" in refused("rotate-pins", place.profile, "--add", place.home / "server.pem")


def test_the_last_profile_is_taken_while_it_is_valid_and_then_ends_sending(place: Institution) -> None:
    fingerprint = place.make_signed()
    store = place.store()
    store.install(place.profile, fingerprint)
    good("expire", place.profile, "--hours", "2")
    good("sign", place.profile, "--key", place.key)
    signature = place.profile.with_name("hospital.toml.minisig").read_text()
    later = datetime.now(UTC) + timedelta(hours=3)
    with pytest.raises(ProfileExpiredError):
        place.store(later).update(place.profile.read_bytes(), signature)
    store.update(place.profile.read_bytes(), signature)
    assert store.require().profile.is_expired(later)


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="needs dpkg-deb")
def test_a_package_carries_the_signed_profile_and_nothing_else_the_same_bytes_each_time(place: Institution) -> None:
    place.make_signed()
    packages = [Path(good("package", place.profile, "--out", place.home / name).strip()) for name in ("one", "two")]
    assert packages[0].read_bytes() == packages[1].read_bytes()
    listed = subprocess.run(["dpkg-deb", "-c", packages[0]], check=True, capture_output=True, text=True).stdout
    files = [line for line in listed.splitlines() if not line.endswith("/")]
    assert all("root/root" in line and line.startswith("-rw-r--r--") for line in files)
    assert [line.rsplit("/", 1)[1] for line in files] == ["institution.toml", "institution.toml.minisig"]
    root = place.home / "root"
    subprocess.run(["dpkg-deb", "-x", packages[0], root], check=True)
    unpacked = root / "etc" / "xdg" / "genoseal" / "profile.d" / "institution.toml"
    assert unpacked.read_bytes() == place.profile.read_bytes()
    place.profile.write_bytes(place.profile.read_bytes().replace(b"serial = 1", b"serial = 2"))
    assert isinstance(run("package", place.profile, "--out", place.home).exception, ProfileChangedError)


@pytest.mark.soak  # minisign takes a gigabyte and some seconds for each passphrase
@pytest.mark.skipif(shutil.which("minisign") is None, reason="needs the program minisign")
def test_a_key_under_a_passphrase_signs_through_the_minisign_program(place: Institution) -> None:
    good("new", place.profile, *place.options())
    tool = [sys.executable, str(REPOSITORY / "installers" / "profile")]
    made = subprocess.run(
        [*tool, "key", place.home / "keys"],
        input="correct horse\ncorrect horse\n",
        capture_output=True,
        text=True,
        check=True,
    )
    with pytest.raises(Exception, match="MINISIGN-FORM"):
        MinisignSecretKey.parse(place.key.read_text())
    sign = [*tool, "sign", place.profile, "--key", place.key]
    subprocess.run(sign, input="correct horse\n", capture_output=True, text=True, check=True)
    place.store().install(place.profile, fingerprint_in(made.stdout))
    wrong = subprocess.run(sign, input="wrong\n", capture_output=True, text=True, check=False)
    assert wrong.returncode == 2
    assert "Traceback" not in wrong.stderr
