"""Asks for what no option gave, and explains why it is asked. Without a terminal nothing is asked."""

from __future__ import annotations

import sys
from pathlib import Path

from installers.profile_tool.making import ToolError


def ask(value: str | None, option: str, question: str, why: str) -> str:
    """`value`, or the answer typed at a terminal; ToolError naming the option where there is no terminal."""
    if value:
        return value
    if not sys.stdin.isatty():
        raise ToolError(f"{option} is needed ({question})")
    print(f"\n{why}")
    while True:
        answer = input(f"{question}: ").strip()
        if answer:
            return answer


def ask_many(values: list[str] | None, option: str, question: str, why: str, least: int) -> list[str]:
    """`values`, or answers typed one per line until an empty one; at least `least`."""
    if values:
        return values
    if not sys.stdin.isatty():
        raise ToolError(f"{option} is needed, at least {least} times ({question})")
    print(f"\n{why}\nAn empty line ends the list; at least {least}.")
    answers: list[str] = []
    while True:
        answer = input(f"{question} {len(answers) + 1}: ").strip()
        if answer:
            answers.append(answer)
        elif len(answers) >= least:
            return answers


def read_bytes(path: str | Path, what: str, max_bytes: int = 256 * 1024) -> bytes:
    """A small file's contents; ToolError for one that is missing, a folder or too large."""
    try:
        with Path(path).expanduser().open("rb") as stream:
            data = stream.read(max_bytes + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise ToolError(f"{what} {path} cannot be read: {why}") from None
    if len(data) > max_bytes:
        raise ToolError(f"{what} {path} is larger than {max_bytes} bytes")
    return data


def read_text(path: str | Path, what: str) -> str:
    """The same as text, its lines as everywhere else where a Windows editor wrote it."""
    try:
        return read_bytes(path, what).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise ToolError(f"{what} {path} is not UTF-8 text") from None
