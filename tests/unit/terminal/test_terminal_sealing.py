"""`keys`, `seal` and `open` as processes: exit codes, JSON, nothing left behind."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

import pytest

from tests.support.command import Command


@pytest.fixture
def command(tmp_path: Path) -> Command:
    return Command(tmp_path, with_vault=False)


@pytest.fixture
def key_pair(command: Command) -> Path:
    made = command.run("keys", "new", "--no-passphrase", "--out", "k", "--json")
    assert made.code == 0, made.err
    return command.folder / "k"


def test_a_sealed_file_opens_again_and_json_says_what_was_done(command: Command, key_pair: Path) -> None:
    (command.folder / "a.txt").write_bytes(b"genotypes" * 10_000)
    sealed = command.run("seal", "a.txt", "--to", "k/public.pem", "--out", "a.gseal", "--json")
    assert sealed.code == 0
    data = (command.folder / "a.gseal").read_bytes()
    assert sealed.json["sealed_sha256"] == hashlib.sha256(data).hexdigest()
    assert sealed.json["bytes"] == len(data)
    shown = command.run("keys", "show", "k/private.pem", "--json").json
    assert sealed.json["recipients"] == [shown["fingerprint"]]
    opened = command.run("open", "a.gseal", "--key", "k/private.pem", "--out", "b.txt", "--json")
    assert opened.code == 0
    assert (command.folder / "b.txt").read_bytes() == b"genotypes" * 10_000
    assert opened.json["sha256"] == hashlib.sha256(b"genotypes" * 10_000).hexdigest()


def test_a_private_key_under_a_passphrase_needs_it(command: Command) -> None:
    (command.folder / "p").write_bytes(b"right passphrase\n")
    (command.folder / "wrong").write_bytes(b"wrong passphrase\n")
    made = command.run("keys", "new", "--out", "k", "--kem", "x25519", "--password-file", "p", "--json")
    assert made.json["kind"] == "encrypted-private"
    assert stat.S_IMODE((command.folder / "k" / "private.pem").stat().st_mode) == 0o600
    shown = command.run("keys", "show", "k/private.pem", "--password-file", "-", "--json", stdin=b"right passphrase")
    assert shown.json["fingerprint"] == made.json["fingerprint"]
    refused = command.run("keys", "show", "k/private.pem", "--password-file", "wrong", "--json")
    assert (refused.code, refused.error_code) == (5, "PASSPHRASE-WRONG")
    unasked = command.run("keys", "show", "k/private.pem", "--json")
    assert (unasked.code, unasked.error_code) == (5, "SECRET-NEEDED")
    assert "--password-file" in unasked.json["error"]["next"]


def test_without_a_terminal_a_new_key_needs_a_passphrase_or_the_explicit_word(command: Command) -> None:
    refused = command.run("keys", "new", "--out", "k", "--json")
    assert (refused.code, refused.error_code) == (5, "SECRET-NEEDED")
    assert not list((command.folder).glob("k/*"))


def test_an_existing_output_is_replaced_only_with_force(command: Command, key_pair: Path) -> None:
    (command.folder / "a.txt").write_bytes(b"a")
    (command.folder / "out").write_bytes(b"precious")
    arguments = ("seal", "a.txt", "--to", "k/public.pem", "--out", "out", "--json")
    refused = command.run(*arguments)
    assert (refused.code, refused.error_code) == (2, "OUTPUT-EXISTS")
    assert (command.folder / "out").read_bytes() == b"precious"
    assert command.run(*arguments, "--force").code == 0
    assert command.run("keys", "new", "--no-passphrase", "--out", "k", "--json").error_code == "OUTPUT-EXISTS"


def test_no_output_takes_the_place_of_what_is_sealed_opened_or_opened_with(command: Command, key_pair: Path) -> None:
    (command.folder / "a.txt").write_bytes(b"precious")
    command.run("seal", "a.txt", "--to", "k/public.pem", "--out", "a.gseal")
    (command.folder / "link").symlink_to("a.txt")
    for arguments in (
        ("seal", "a.txt", "--to", "k/public.pem", "--out", "a.txt"),
        ("seal", "a.txt", "--to", "k/public.pem", "--out", "link"),
        ("seal", "a.txt", "--to", "k/public.pem", "--out", "k/public.pem"),
        ("open", "a.gseal", "--key", "k/private.pem", "--out", "a.gseal"),
        ("open", "a.gseal", "--key", "k/private.pem", "--out", "k/private.pem"),
    ):
        before = {path: path.read_bytes() for path in command.folder.rglob("*") if path.is_file()}
        refused = command.run(*arguments, "--force", "--json")
        assert (refused.code, refused.error_code) == (2, "OUTPUT-IS-INPUT"), arguments
        assert {path: path.read_bytes() for path in command.folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda data: b"", "SEAL-MAGIC"),
        (lambda data: b"plain text", "SEAL-MAGIC"),
        (lambda data: data[:8] + b"\x00\x09" + data[10:], "SEAL-VERSION"),
        (lambda data: data[:100] + bytes([data[100] ^ 1]) + data[101:], "SEAL-HEADER"),
        (lambda data: data[:-1], "SEAL-BODY"),
        (lambda data: data + b"x", "SEAL-BODY"),
    ],
    ids=["empty", "foreign", "newer", "header", "cut", "longer"],
)
def test_a_damaged_sealed_file_ends_with_8_and_leaves_nothing(
    command: Command, key_pair: Path, damage: object, code: str
) -> None:
    (command.folder / "a.txt").write_bytes(b"x" * 50_000)
    assert command.run("seal", "a.txt", "--to", "k/public.pem", "--out", "a.gseal").code == 0
    sealed = command.folder / "a.gseal"
    assert callable(damage)
    sealed.write_bytes(damage(sealed.read_bytes()))
    before = sorted(command.folder.iterdir())
    opened = command.run("open", "a.gseal", "--key", "k/private.pem", "--out", "b.txt", "--json")
    assert opened.code == 8
    assert opened.error_code == code or (code == "SEAL-HEADER" and opened.error_code == "SEAL-NOT-FOR-KEY")
    assert sorted(command.folder.iterdir()) == before


def test_another_key_does_not_open(command: Command, key_pair: Path) -> None:
    (command.folder / "a.txt").write_bytes(b"x")
    command.run("keys", "new", "--no-passphrase", "--out", "other")
    command.run("seal", "a.txt", "--to", "other/public.pem", "--out", "a.gseal")
    opened = command.run("open", "a.gseal", "--key", "k/private.pem", "--out", "b", "--json")
    assert (opened.code, opened.error_code) == (8, "SEAL-NOT-FOR-KEY")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("seal", "missing", "--to", "k/public.pem", "--out", "o"), "FILE-MISSING"),
        (("seal", ".", "--to", "k/public.pem", "--out", "o"), "FILE-IS-FOLDER"),
        (("seal", "k/public.pem", "--to", "k/private.pem", "--out", "o"), "KEY-KIND"),
        (("seal", "k/public.pem", "--to", "junk", "--out", "o"), "KEY-FILE"),
        (("seal", "k/public.pem", "--to", "k/public.pem", "--out", "nowhere/o"), "SEAL-OUTPUT"),
        (("open", "k/public.pem", "--key", "k/private.pem"), "GS-USAGE"),
        (("keys", "new", "--kem", "rsa", "--out", "o"), "GS-USAGE"),
        (("no-such-command",), "GS-USAGE"),
    ],
    ids=lambda value: "-".join(value)[:40] if isinstance(value, tuple) else value,
)
def test_wrong_usage_ends_with_2_and_one_json_object(
    command: Command, key_pair: Path, arguments: tuple[str, ...], code: str
) -> None:
    (command.folder / "junk").write_bytes(b"\xff\x00junk")
    finished = command.run(*arguments, "--json")
    assert (finished.code, finished.error_code) == (2, code)
    assert "Traceback" not in finished.err
    assert not (command.folder / "o").exists()


def test_without_json_stdout_stays_empty_on_failure_and_stderr_explains(command: Command, key_pair: Path) -> None:
    finished = command.run("seal", "[/red]\x1b]52;c;x\x07", "--to", "k/public.pem", "--out", "o")
    assert finished.code == 2
    assert finished.out == ""
    assert "FILE-MISSING" in finished.err
    assert "\x1b]52" not in finished.err
