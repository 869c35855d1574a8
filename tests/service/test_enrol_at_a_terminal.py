"""`genoseal enrol` with a person at a real terminal: the six steps the helpdesk knows, and slips that cost nothing."""

from __future__ import annotations

import os
import pty
import re
import select
import time
from pathlib import Path

import pyotp
import pytest

from tests.conftest import REPOSITORY
from tests.support.command import Command
from tests.support.enrolled import running_practice

pytestmark = pytest.mark.xdist_group("command-service")

_PATIENCE_S = 60
_CODE = re.compile(r"^ +1  (\S{4}-\S{4}-\S{4}-\S{4})", re.MULTILINE)
_KEY = re.compile(r"Key: +((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})")


class _Person:
    """Somebody at a terminal of 80 columns: reads what it shows, and types lines."""

    def __init__(self, command: Command, *arguments: str, **environment: str) -> None:
        self.seen = ""
        self._read = 0
        called = command.arguments(*arguments)
        held = command.environment | {"PYTHONPATH": str(REPOSITORY), "COLUMNS": "80"} | environment
        self._pid, self._terminal = pty.fork()
        if self._pid == 0:
            os.chdir(command.folder)
            os.execvpe(called[0], called, held)  # noqa: S606

    def until(self, words: str) -> None:
        """Read on until `words` stand on the screen, after what was waited for last."""
        deadline = time.monotonic() + _PATIENCE_S
        while words not in self.seen[self._read :]:
            assert time.monotonic() < deadline, self.seen
            if select.select([self._terminal], [], [], 0.2)[0]:
                self.seen += os.read(self._terminal, 65536).decode(errors="replace").replace("\r\n", "\n")
        self._read = self.seen.index(words, self._read) + len(words)

    def types(self, line: str) -> None:
        os.write(self._terminal, f"{line}\n".encode())

    def ends(self) -> int:
        """The exit code, once nothing more comes."""
        while True:
            try:
                read = os.read(self._terminal, 65536)
            except OSError:  # Linux says so when the other end is closed
                read = b""
            if not read:
                break
            self.seen += read.decode(errors="replace").replace("\r\n", "\n")
        os.close(self._terminal)
        return os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])


@pytest.mark.parametrize("is_plain", [False, True], ids=["a terminal", "a terminal without pictures"])
def test_six_steps_with_slips_end_in_a_sign_in(tmp_path: Path, is_plain: bool) -> None:
    command = Command(tmp_path)
    with running_practice(command, tmp_path / "service") as facts:
        installed = command.run("profile", "install", facts["profile"], "--key-fingerprint", facts["key_fingerprint"])
        assert installed.code == 0, installed.err
        plain = {"TERM": "dumb", "PYTHONIOENCODING": "ascii"} if is_plain else {"TERM": "xterm"}
        person = _Person(command, "enrol", **plain)
        person.until("User name: ")
        # What there is to get ready, and what to stop, is said before anything secret shows.
        for words in ("1  Before you start", "If you share your screen, stop now", "Clock checked"):
            assert words in person.seen
        person.types(facts["user"])
        person.until("Password: ")
        person.types(Path(facts["password_file"]).read_text().strip())
        person.until("Invitation code")
        person.types(Path(facts["invitation_file"]).read_text().strip())
        person.until("Press Enter")
        assert "Key:" not in person.seen
        assert "█" not in person.seen
        person.types("")
        person.until("3  Type the code")
        assert ("█" in person.seen) is not is_plain
        key = _KEY.search(person.seen)
        assert key is not None, person.seen
        for slip, message in (("123", "Message 3-A"), ("000 000", "Message 3-B")):
            person.types(slip)
            person.until(message)
            person.until("3  Type the code")
        code = pyotp.TOTP(key[1].replace(" ", "")).now()
        person.types(f"{code[:3]} {code[3:]}")
        person.until("5  Type one of the recovery codes")
        first = _CODE.search(person.seen)
        assert first is not None, person.seen
        # A slip here once ended the whole enrolment, and the entry in the app was worth nothing.
        person.types("not a code")
        person.until("none of the ten codes")
        person.until("5  Type one of the recovery codes")
        person.types(first[1].lower().replace("-", " "))
        person.until("6  Finished")
        assert person.ends() == 0
