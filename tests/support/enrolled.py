"""A practice service as a process, and a client that is enrolled and signed in there, all through the command."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyotp

from tests.support.command import Command, Finished

_READY_S = 60
CONSENT = ("--consent", "H-2101", "--accept-statement", "2026-1")


@dataclass
class Phone:
    """An authenticator app. A code counts once, so the next time step's is given when this one's is used up."""

    totp: pyotp.TOTP
    last_step: int = 0

    def code(self) -> str:
        self.last_step = max(self.last_step + 1, int(time.time()) // 30)
        return self.totp.generate_otp(self.last_step)


@dataclass
class Enrolled:
    """A client at a practice service."""

    command: Command
    facts: dict[str, Any]
    phone: Phone
    recovery_codes: list[str] = field(repr=False)

    def run(self, *arguments: str | Path, stdin: bytes = b"", timeout_s: float = 180) -> Finished:
        return self.command.run(*arguments, stdin=stdin, timeout_s=timeout_s)

    @property
    def folder(self) -> Path:
        return self.command.folder

    def sign_in(self) -> Finished:
        return self.run(
            "sign-in", "--user", self.facts["user"], "--password-file", self.facts["password_file"],
            "--code-file", "-", "--json", stdin=self.phone.code().encode(),
        )  # fmt: skip


@contextlib.contextmanager
def running_practice(command: Command, data: Path) -> Iterator[dict[str, Any]]:
    """`genoseal practice --json` until the block ends; gives its ready line."""
    process = subprocess.Popen(
        command.arguments("practice", "--json", "--data", data),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=command.environment,
        cwd=command.folder,
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, "the practice service did not start"
        yield json.loads(line)
    finally:
        process.terminate()
        process.communicate(timeout=_READY_S)


def enrol(command: Command, facts: dict[str, Any]) -> Enrolled:
    """Install the profile and enrol a second factor."""
    installed = command.run(
        "profile", "install", facts["profile"], "--key-fingerprint", facts["key_fingerprint"], "--json"
    )
    assert installed.code == 0, installed.out + installed.err
    phone, recovery_codes = set_up_phone(
        command, "--user", facts["user"], "--password-file", facts["password_file"],
        "--invitation-file", facts["invitation_file"],
    )  # fmt: skip
    return Enrolled(command, facts, phone, recovery_codes)


def set_up_phone(command: Command, *arguments: str | Path) -> tuple[Phone, list[str]]:
    """`genoseal enrol` and its new recovery codes: the key is read from its file, the code goes in through a pipe."""
    key, codes, pipe = command.folder / "otp-key", command.folder / "recovery-codes", command.folder / "code-pipe"
    for left in (key, codes, pipe):
        left.unlink(missing_ok=True)
    os.mkfifo(pipe)
    phones: list[Phone] = []

    def answer() -> None:
        deadline = time.monotonic() + _READY_S
        while not key.exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        totp = pyotp.parse_uri(key.read_text().strip())
        assert isinstance(totp, pyotp.TOTP)
        phones.append(Phone(totp))
        pipe.write_text(phones[0].code() + "\n")

    thread = threading.Thread(target=answer)
    thread.start()
    enrolled = command.run(
        "enrol", *arguments, "--key-file", key, "--code-file", pipe, "--recovery-codes", codes, "--json"
    )
    thread.join()
    assert enrolled.code == 0, enrolled.out + enrolled.err
    assert enrolled.json["signed_in"] is True
    return phones[0], codes.read_text().split()


@contextlib.contextmanager
def enrolled_client(folder: Path) -> Iterator[Enrolled]:
    """A practice service and a client under `folder`."""
    command = Command(folder)
    with running_practice(command, folder / "service") as facts:
        yield enrol(command, facts)
