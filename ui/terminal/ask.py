"""Questions and secrets. Without a terminal nothing is asked: a flag answers, or the command ends (exit 2, or 5)."""

from __future__ import annotations

import sys
from getpass import getpass
from pathlib import Path

from client.model.display import display_text
from client.tasks.errors import AnswerNeededError, SecretFileError, SecretNeededError

_MAX_SECRET_BYTES = 64 * 1024


def can_ask() -> bool:
    """True when a person sits at both ends: stdin and stderr are a terminal."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def read_secret_file(path: Path, option: str) -> bytes:
    """Read a secret from a file, or from standard input when `path` is `-`. One trailing newline is not part of it.

    Raises SecretFileError when there is nothing to read or it is empty.
    """
    try:
        if str(path) == "-":
            raw = sys.stdin.buffer.read(_MAX_SECRET_BYTES)
        else:
            with path.open("rb") as file:
                raw = file.read(_MAX_SECRET_BYTES)
    except (OSError, ValueError) as error:
        raise SecretFileError(option=option) from error
    secret = raw.removesuffix(b"\n").removesuffix(b"\r")
    if not secret:
        raise SecretFileError(option=option)
    return secret


def ask_secret(prompt: str, option: str, file: Path | None = None, *, twice: bool = False) -> bytes:
    """Return a secret from `file`, or ask for it without echo (`twice` where a typing error would lock somebody out).

    Raises SecretNeededError, naming `option`, when neither is possible.
    """
    if file is not None:
        return read_secret_file(file, option)
    if not can_ask():
        raise SecretNeededError(option=option)
    while True:
        secret = getpass(f"{display_text(prompt)}: ", stream=sys.stderr)
        if not secret:
            continue
        if not twice or getpass("Once more: ", stream=sys.stderr) == secret:
            return secret.encode()
        sys.stderr.write("The two differ. Please type it again.\n")


def ask_text(prompt: str, option: str) -> str:
    """Ask for one line; raises AnswerNeededError, naming `option`, without a terminal."""
    if not can_ask():
        raise AnswerNeededError(option=option)
    while True:
        sys.stderr.write(f"{display_text(prompt)}: ")
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            raise AnswerNeededError(option=option)
        answer = line.strip()
        if answer:
            return answer


def wait_for_enter(prompt: str) -> None:
    """Hold until Enter is pressed; does not wait without a terminal."""
    if can_ask():
        sys.stderr.write(f"{display_text(prompt)} ")
        sys.stderr.flush()
        sys.stdin.readline()


def confirm(prompt: str, *, yes: bool, option: str = "--yes") -> bool:
    """True when the person is sure; `yes` answers beforehand. Raises AnswerNeededError without a terminal."""
    if yes:
        return True
    if not can_ask():
        raise AnswerNeededError(option=option)
    sys.stderr.write(f"{display_text(prompt)} [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}
