"""minisign signatures: both ways with the program itself, and each forgery with its own error."""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from client.seal.errors import MinisignError, MinisignFormError
from client.seal.minisign import (
    MinisignPublicKey,
    MinisignSecretKey,
    parse_minisign_public_key,
    profile_key_fingerprint,
    require_minisign,
    sign_minisign,
)

DATA = b"schema = 1\n"
SECRET = MinisignSecretKey.generate()
PUBLIC = SECRET.public_key()
SIGNATURE = sign_minisign(DATA, SECRET, "file:profile.toml serial:3")
needs_minisign = pytest.mark.skipif(shutil.which("minisign") is None, reason="the minisign program is not installed")


def refused(data: bytes, text: str, key: MinisignPublicKey = PUBLIC) -> str:
    with pytest.raises(MinisignError) as caught:
        require_minisign(data, text, key)
    assert caught.value.exit_code == 7
    return caught.value.code


def relabelled(text: str, algorithm: bytes) -> str:
    lines = text.split("\n")
    lines[1] = base64.b64encode(algorithm + base64.b64decode(lines[1])[2:]).decode()
    return "\n".join(lines)


def test_a_signature_verifies_and_gives_its_trusted_comment() -> None:
    assert require_minisign(DATA, SIGNATURE, PUBLIC) == "file:profile.toml serial:3"
    assert require_minisign(DATA, SIGNATURE.replace("\n", "\r\n"), PUBLIC) == "file:profile.toml serial:3"
    assert require_minisign(DATA, SIGNATURE.rstrip("\n"), PUBLIC) == "file:profile.toml serial:3"


def test_keys_read_back_and_show_no_secret() -> None:
    assert parse_minisign_public_key(PUBLIC.to_text()) == PUBLIC
    assert parse_minisign_public_key(PUBLIC.base64_line) == PUBLIC
    assert MinisignSecretKey.parse(SECRET.to_text()) == SECRET
    assert SECRET.seed.hex() not in repr(SECRET)
    assert "seed" not in repr(SECRET)


def test_each_change_has_its_own_error() -> None:
    lines = SIGNATURE.split("\n")
    comment_changed = SIGNATURE.replace("serial:3", "serial:4")
    assert refused(DATA + b" ", SIGNATURE) == "MINISIGN-SIGNATURE"
    assert refused(DATA, comment_changed) == "MINISIGN-COMMENT"
    assert refused(DATA, SIGNATURE, MinisignSecretKey.generate().public_key()) == "MINISIGN-KEY"
    assert refused(DATA, relabelled(SIGNATURE, b"Ed")) == "MINISIGN-LEGACY"
    assert refused(DATA, relabelled(SIGNATURE, b"Ex")) == "MINISIGN-FORM"
    same_id = MinisignPublicKey(PUBLIC.key_id, MinisignSecretKey.generate().public_key().ed25519)
    assert refused(DATA, SIGNATURE, same_id) == "MINISIGN-SIGNATURE"
    other = sign_minisign(b"other", SECRET, "file:profile.toml serial:3").split("\n")
    assert refused(DATA, "\n".join([*lines[:3], other[3], ""])) == "MINISIGN-COMMENT"


def test_a_relabelled_legacy_signature_does_not_pass_for_a_prehashed_one() -> None:
    """An `Ed` signature over a file of 64 bytes is an `ED` signature over whatever hashes to those bytes."""
    digest = hashlib.blake2b(DATA).digest()
    legacy = SECRET.sign(digest)
    over_comment = base64.b64encode(SECRET.sign(legacy + b"t")).decode()
    text = "untrusted comment: x\n{}\ntrusted comment: t\n" + over_comment + "\n"
    as_legacy = text.format(base64.b64encode(b"Ed" + PUBLIC.key_id + legacy).decode())
    assert refused(digest, as_legacy) == "MINISIGN-LEGACY"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "untrusted comment: x\n",
        SIGNATURE + "more\n",
        SIGNATURE + SIGNATURE,
        SIGNATURE.replace("untrusted comment: ", "comment: "),
        SIGNATURE.replace("\ntrusted comment: ", "\ncomment: "),
        SIGNATURE.replace("=\n", "\n"),
        SIGNATURE.replace("serial:3", "serial:\x1b[2J"),
        SIGNATURE.replace("serial:3", "serial:\u202e3"),
        "\n".join([SIGNATURE.split("\n")[0], "RUQ=", *SIGNATURE.split("\n")[2:]]),
        "x" * 20_000,
    ],
    ids=range(11),
)
def test_what_is_no_signature_file_is_refused(text: str) -> None:
    assert refused(DATA, text) == "MINISIGN-FORM"


@pytest.mark.parametrize(
    "text",
    ["", "RWQ=", "a\nb\nc", PUBLIC.base64_line[:-4], SECRET.to_text(), "é"],
    ids=["empty", "short", "three lines", "cut", "a secret key", "not ascii"],  # fresh keys make no stable ids
)
def test_what_is_no_public_key_is_refused(text: str) -> None:
    with pytest.raises(MinisignFormError):
        parse_minisign_public_key(text)


def test_a_secret_key_under_a_password_or_with_a_foreign_half_is_refused() -> None:
    content = bytearray(base64.b64decode(SECRET.to_text().split("\n")[1]))
    for change in (lambda c: c.__setitem__(slice(2, 4), b"Sc"), lambda c: c.__setitem__(100, c[100] ^ 1)):
        changed = bytearray(content)
        change(changed)
        with pytest.raises(MinisignFormError):
            MinisignSecretKey.parse(base64.b64encode(changed).decode())


def test_a_trusted_comment_of_two_lines_cannot_be_signed() -> None:
    with pytest.raises(ValueError, match="one line"):
        sign_minisign(DATA, SECRET, "a\nb")


def test_the_fingerprint_is_eighty_bits_in_four_groups() -> None:
    text = profile_key_fingerprint(PUBLIC)
    digest = hashlib.sha256(b"genoseal profile key 1" + PUBLIC.ed25519).digest()
    assert base64.b32decode(text.replace("-", "")) == digest[:10]
    assert [len(group) for group in text.split("-")] == [4, 4, 4, 4]


@needs_minisign
def test_the_minisign_program_accepts_what_we_sign(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(DATA)
    (tmp_path / "f.minisig").write_text(SIGNATURE)
    (tmp_path / "k.pub").write_text(PUBLIC.to_text())
    command = ["minisign", "-V", "-H", "-Q", "-p", "k.pub", "-m", "f"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "file:profile.toml serial:3"


@needs_minisign
def test_the_minisign_program_signs_with_our_key_file(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(DATA)
    (tmp_path / "k.sec").write_text(SECRET.to_text())
    command = ["minisign", "-S", "-W", "-s", "k.sec", "-m", "f", "-t", "by the program"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, stdin=subprocess.DEVNULL)
    assert require_minisign(DATA, (tmp_path / "f.minisig").read_text(), PUBLIC) == "by the program"


@needs_minisign
def test_we_accept_what_the_minisign_program_signs_and_refuse_its_legacy_form(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(DATA)

    def minisign(*arguments: str) -> None:
        command = ["minisign", *arguments]
        subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, stdin=subprocess.DEVNULL)

    minisign("-G", "-W", "-p", "k.pub", "-s", "k.sec")
    minisign("-S", "-s", "k.sec", "-m", "f", "-t", "serial:9")
    minisign("-S", "-l", "-s", "k.sec", "-m", "f", "-x", "legacy")
    key = parse_minisign_public_key((tmp_path / "k.pub").read_text())
    assert require_minisign(DATA, (tmp_path / "f.minisig").read_text(), key) == "serial:9"
    assert refused(DATA, (tmp_path / "legacy").read_text(), key) == "MINISIGN-LEGACY"
    secret = MinisignSecretKey.parse((tmp_path / "k.sec").read_text())
    assert secret.public_key() == key
