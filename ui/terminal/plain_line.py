"""Reads plain command lines of the commands on files without Typer, whose import takes longer than a small cohort.

Plain is a command, files, and options by their whole names, each once and with a value that nobody could mistake.
Help, a mistake and everything else that is not plain is Typer's to read, which has the last word on all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from ui.terminal.screen import Screen

_MOST_JOBS = 64
_BUILDS = ("hg19", "hg38")


class _NotPlainError(ValueError):
    """Typer is to read this line."""


def _text(value: str) -> str:
    if not value or value.startswith("-"):
        raise _NotPlainError
    value.encode()  # UnicodeEncodeError, a ValueError: an argument of other bytes has halves of characters in it
    return value


def _path(value: str) -> Path:
    return Path(_text(value))


def _jobs(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) <= len(str(_MOST_JOBS))):
        raise _NotPlainError
    if not 1 <= int(value) <= _MOST_JOBS:
        raise _NotPlainError
    return int(value)


def _build(value: str) -> str:
    if value not in _BUILDS:
        raise _NotPlainError
    return value


class _Value(NamedTuple):
    """An option with a value: the parameter in files_room.py, and what reads it."""

    name: str
    read: Callable[[str], Any]


_JSON = {"--json": ""}  # for the screen, which knows it already
_INSPECTING = {
    "--policy": _Value("policy", _text),
    "--service": _Value("service", _text),
    "--build": _Value("build", _build),
    "--site-list": _Value("site_list", _path),
    "--jobs": _Value("parallel", _jobs),
    "-j": _Value("parallel", _jobs),
}
_PREPARING = {
    "--out": _Value("out", _path),
    "--leave-out": _Value("leave_out", _path),
    "--map": _Value("map_file", _path),
    "--project": _Value("project", _text),
}
_RESTORING = {"--map": _Value("map_file", _text), "--out": _Value("out", _path)}


class _Command(NamedTuple):
    values: Mapping[str, _Value]
    switches: Mapping[str, str] = _JSON
    needed: frozenset[str] = frozenset()  # parameters without which Typer says what is missing


_COMMANDS = {
    "inspect": _Command(_INSPECTING),
    "prepare": _Command(
        _INSPECTING | _PREPARING,
        _JSON | {"--force": "force", "--accept-remaining": "accept_remaining"},
        frozenset(("out",)),
    ),
    "restore": _Command(_RESTORING, _JSON | {"--force": "force"}, frozenset(("map_file", "out"))),
}


def plain_call(arguments: Sequence[str]) -> Callable[[Screen], int] | None:
    """What runs this command line and returns its exit code; None where it is not plain."""
    command = _COMMANDS.get(arguments[0]) if arguments else None
    if command is None:
        return None
    try:
        files, chosen = _read(command, arguments[1:])
    except ValueError:
        return None
    from ui.terminal import files_room

    return partial(_call, getattr(files_room, arguments[0]), files, chosen)


def _call(work: Callable[..., None], files: list[Path], chosen: dict[str, Any], screen: Screen) -> int:
    work(screen, files, **chosen)
    return 0


def _read(command: _Command, arguments: Sequence[str]) -> tuple[list[Path], dict[str, Any]]:
    """The files and the other parameters. Raises ValueError where Typer is to read the line."""
    files: list[Path] = []
    chosen: dict[str, Any] = {}
    rest = iter(arguments)
    for argument in rest:
        if argument in command.switches:
            name, value = command.switches[argument], True
        elif argument in command.values:
            option = command.values[argument]
            name, value = option.name, option.read(next(rest, ""))
        else:
            files.append(_path(argument))
            continue
        if name in chosen:
            raise _NotPlainError
        chosen[name] = value
    chosen.pop("", None)
    if not files or not command.needed <= chosen.keys():
        raise _NotPlainError
    return files, chosen
