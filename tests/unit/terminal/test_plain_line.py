"""Plain command lines mean what Typer makes of them, and everything else is left to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_type_hints

import pytest
import typer
from hypothesis import event, given
from hypothesis import strategies as st

from tests.conftest import REPOSITORY
from ui.terminal import files_room
from ui.terminal.commands import _ENTRIES, build_app, typer_call
from ui.terminal.plain_line import _COMMANDS, plain_call
from ui.terminal.screen import Screen

_PLAIN = ("a.vcf", "b c.vcf.gz", "out", "pyproject.toml", "docs/", "./x//y", "hg19", "hg38", "1", "2", "064", "64", "æ")
_ODD = (
    "hg20",
    "65",
    "0",
    "caf\udce9",
    "",
    "-",
    "--",
    "-x",
    "--no-such",
    "--help",
    "--ou",
    "--out=x",
    "-j2",
    "--jobs=2",
)
_FITTING = {"parallel": "3", "build": "hg38"}


class _Recorder:
    """Stands for a command's work: keeps what it was called with, but for what was not chosen."""

    def __init__(self) -> None:
        self.calls: list[Any] = []

    def __call__(self, screen: Screen, files: list[Path], **chosen: Any) -> None:
        chosen = {name: value for name, value in sorted(chosen.items()) if value not in (None, False)}
        self.calls.append((files, chosen))


@pytest.mark.parametrize("name", _COMMANDS)
def test_every_option_that_typer_knows_is_known(name: str) -> None:
    declared: Any = typer.main.get_command(build_app((name,)))
    ours = {option: value.name for option, value in _COMMANDS[name].values.items()} | dict(_COMMANDS[name].switches)
    typers = {option: item.name for item in declared.commands[name].params for option in item.opts if "-" in option}
    assert ours == typers | {"--json": ""}
    needed = {item.name for item in declared.commands[name].params if item.required}
    assert needed == _COMMANDS[name].needed | {"files"}


@given(data=st.data())
def test_a_plain_line_means_what_typer_makes_of_it(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(_COMMANDS)))
    command = _COMMANDS[name]
    word = st.sampled_from(_PLAIN)
    parts = [["a.vcf"], *data.draw(st.lists(st.lists(word, min_size=1, max_size=1), max_size=2))]
    for option, value in command.values.items():
        if value.name in command.needed or data.draw(st.booleans()):
            parts.append([option, data.draw(st.one_of(st.just(_FITTING.get(value.name, "x")), word))])
    parts += [[switch] for switch in data.draw(st.lists(st.sampled_from(sorted(command.switches)), unique=True))]
    arguments = [name, *(text for part in data.draw(st.permutations(parts)) for text in part)]
    for odd in data.draw(st.lists(st.sampled_from((*_ODD, *command.values)), max_size=1)):
        arguments.insert(data.draw(st.integers(1, len(arguments))), odd)
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(REPOSITORY)
        patched.setattr(files_room, name, work := _Recorder())
        plain = plain_call(arguments)
        event("left to Typer" if plain is None else "plain")
        if plain is not None:
            assert plain(Screen(is_json=False)) == typer_call(arguments)(Screen(is_json=False)) == 0
            assert repr(work.calls[0]) == repr(work.calls[1])  # types too


@pytest.mark.parametrize(
    "line",
    ["prepare a.vcf --out x", "inspect a.vcf b.vcf --jobs 2 --build hg38 --json",
     "restore r.vcf --map 1f --out x --force"],
)  # fmt: skip
def test_what_people_type_is_plain(line: str) -> None:
    assert plain_call(line.split()) is not None


@pytest.mark.parametrize(
    "line",
    ["", "send a.vcf", "--json inspect a.vcf", "prepare a.vcf", "inspect", "inspect --help", "inspect a.vcf -h",
     "prepare a.vcf --out=x", "prepare a.vcf --out", "prepare a.vcf --out x --out y", "prepare --out x -- a.vcf",
     "inspect a.vcf --jobs 65", "inspect a.vcf --jobs ²", "inspect a.vcf --build hg20", "inspect a.vcf --force"],
)  # fmt: skip
def test_what_is_not_plain_is_left_to_typer(line: str) -> None:
    assert plain_call(line.split()) is None


def test_no_path_is_judged_before_it_is_used() -> None:
    """Typer calls a file that may not be read wrong usage; that is for what reads it, with its own exit code."""
    paths = 0
    for entry in _ENTRIES:
        loaded = entry.load()
        commands = (
            [info.callback for info in loaded.registered_commands] if isinstance(loaded, typer.Typer) else [loaded]
        )
        for command in filter(None, commands):
            for name, hint in get_type_hints(command, include_extras=True).items():
                for asked in getattr(hint, "__metadata__", ()):
                    if "Path" in str(hint.__origin__):  # pathlib._local.Path in Python 3.13
                        paths += 1
                        assert not asked.readable, f"{entry.name}: {name}"
    assert paths > 40
