"""The announcement of a newer version: whose word it is, what it must say, and that it never does more than hint."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from client.institution.errors import LatestDamagedError, LatestRefusedError
from client.institution.latest import (
    MAX_LATEST_BYTES,
    latest_comment,
    latest_json,
    require_latest,
    sign_latest,
)
from client.institution.profile_writer import profile_toml
from client.institution.trust import TrustedProfile, require_signed, sign_profile, trusted_comment, with_key_comment
from client.seal.minisign import MinisignSecretKey, sign_minisign
from installers.profile_tool.main import app
from installers.profile_tool.making import ToolError
from tests.support.profile_desk import KEY, NEXT_KEY
from tests.support.profiles import NOW, make_profile

STRANGER = MinisignSecretKey(b"stranger", b"\x09" * 32)


@pytest.fixture(scope="module")
def installed() -> TrustedProfile:
    data = profile_toml(make_profile(next_keys=(NEXT_KEY.public_key().base64_line,)))
    return require_signed(data, sign_profile(data, KEY), KEY.public_key())


@pytest.mark.parametrize("key", [KEY, NEXT_KEY], ids=["the profile's key", "one that it names as next"])
def test_the_institutions_word_counts_and_says_whether_it_is_newer(
    installed: TrustedProfile, key: MinisignSecretKey
) -> None:
    data = latest_json("0.10.2", NOW)
    announced = require_latest(data, sign_latest(data, key), installed)
    assert announced.released == NOW
    assert announced.is_newer_than("0.9.9")
    assert announced.is_newer_than("0.10.2rc1") is False
    assert not announced.is_newer_than("0.10.2")
    assert not announced.is_newer_than("1.0")
    assert len(data) < 200


def test_a_flipped_bit_anywhere_in_it_or_its_signature_is_refused(installed: TrustedProfile) -> None:
    data = latest_json("0.2.0", NOW)
    signature = sign_latest(data, KEY).encode()
    for place in range(len(data)):
        changed = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        with pytest.raises(LatestRefusedError):
            require_latest(changed, signature.decode(), installed)
    comment_ends = signature.index(b"\n")
    for place in range(comment_ends + 1, len(signature) - 1):
        changed = signature[:place] + bytes([signature[place] ^ 1]) + signature[place + 1 :]
        with pytest.raises(LatestRefusedError):
            require_latest(data, changed.decode(), installed)


def test_another_key_and_a_signature_for_something_else_are_refused(installed: TrustedProfile) -> None:
    data = latest_json("0.2.0", NOW)
    with pytest.raises(LatestRefusedError):
        require_latest(data, sign_latest(data, STRANGER), installed)
    for comment in (trusted_comment(3), latest_comment("0.3.0"), "file:genoseal-latest.json", ""):
        signature = with_key_comment(sign_minisign(data, KEY, comment), KEY.public_key())
        with pytest.raises(LatestRefusedError):
            require_latest(data, signature, installed)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "size"),
        (b" " * (MAX_LATEST_BYTES + 1), "size"),
        (b"garbage", "json"),
        (b"[]", "fields"),
        (b'{"schema": 2, "version": "9", "released": "2026-01-01T00:00:00Z"}', "fields"),
        (b'{"schema": 1, "version": "9 or so", "released": "2026-01-01T00:00:00Z"}', "fields"),
        (b'{"schema": 1, "version": 9, "released": "2026-01-01T00:00:00Z"}', "fields"),
        (b'{"schema": 1, "version": "9", "released": "yesterday"}', "fields"),
        (b'{"schema": 1, "version": "9", "released": 20260101}', "fields"),
        (b'{"schema": 1, "version": "9", "version": "8", "released": "2026-01-01T00:00:00Z"}', "json"),
    ],
)
def test_what_is_signed_but_no_announcement_is_damaged(installed: TrustedProfile, data: bytes, reason: str) -> None:
    signature = with_key_comment(sign_minisign(data, KEY, latest_comment("9")), KEY.public_key())
    with pytest.raises(LatestDamagedError) as caught:
        require_latest(data, signature, installed)
    assert caught.value.facts == {"reason": reason}


def test_the_institutions_tool_writes_what_clients_take_and_minisign_verifies(
    installed: TrustedProfile, tmp_path: Path
) -> None:
    key, out = tmp_path / "profile.key", tmp_path / "served" / "latest.json"
    key.write_text(KEY.to_text())
    run = CliRunner().invoke(app, ["announce", "0.2.0", "--key", str(key), "--out", str(out)])
    assert run.exit_code == 0, run.output
    signature = out.with_name("latest.json.minisig")
    assert require_latest(out.read_bytes(), signature.read_text(), installed).version == "0.2.0"
    assert json.loads(out.read_text()).keys() == {"schema", "version", "released"}
    if shutil.which("minisign"):
        verify = ["minisign", "-V", "-q", "-m", out, "-P", KEY.public_key().base64_line]
        subprocess.run(verify, check=True)
    wrong = CliRunner().invoke(app, ["announce", "two", "--key", str(key), "--out", str(out)])
    assert isinstance(wrong.exception, ToolError)
    assert out.exists()
