"""Help speaks of files, names and ids, never of the types of a programming language; tables keep ids in one piece."""

from __future__ import annotations

import re
from typing import Any

import pytest
import typer

from client.tasks.approval import require_approver
from ui.terminal.audits import _laid_out
from ui.terminal.commands import _ENTRIES, build_app
from ui.terminal.main import run
from ui.terminal.screen import Screen

_TYPE = re.compile(r"<(?!hg19\|hg38>|x-wing\|x25519>)[a-zA-Z]")
_GROUPS = {
    "jobs": ("cancel",),
    "certificate": ("verify", "fetch"),
    "profile": ("install", "show", "verify"),
    "devices": ("revoke",),
    "account": ("password", "data", "recovery-codes"),
    "map": ("export", "import", "list", "find"),
    "keys": ("new", "show", "export", "import"),
    "audit": ("show", "verify", "export"),
}
_COMMANDS = [(entry.name,) for entry in _ENTRIES] + [
    (group, command) for group, commands in _GROUPS.items() for command in commands
]


@pytest.mark.parametrize("command", _COMMANDS, ids=" ".join)
def test_no_type_of_python_stands_in_the_help(command: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command, "--help"]) == 0
    shown = capsys.readouterr().out
    assert not _TYPE.search(shown), shown
    usage = next(line for line in shown.splitlines() if "Usage:" in line)
    assert not set("{}") & set(usage)
    assert "......" not in usage
    assert "...]..." not in usage


def test_what_may_be_left_out_stands_in_brackets(capsys: pytest.CaptureFixture[str]) -> None:
    for command, usage in (("inspect", "inspect [OPTIONS] FILE..."), ("resume", "resume [OPTIONS] [ID]")):
        run([command, "--help"])
        assert usage in " ".join(capsys.readouterr().out.split())


def test_a_paragraph_fills_the_lines_of_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    run(["map", "find", "--help"])
    shown = capsys.readouterr().out
    assert " argument would stay in the history of the shell and show in the list of" in shown, shown


@pytest.mark.parametrize("group", sorted(set(_GROUPS) - {"jobs", "devices"}))
def test_a_group_without_a_command_says_what_is_missing(group: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([group]) == 2
    shown = capsys.readouterr()
    assert f"genoseal {group} [OPTIONS] COMMAND" in " ".join(shown.out.split())
    assert shown.err.startswith("✗ A command is missing.  [GS-USAGE]")


def test_where_no_command_is_known_to_be_meant_the_hint_names_none(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["prepare", "x.vcf", "--out"], ["prepare", "x.vcf", "--out", ""]):
        assert run(words) == 2
        assert "See the command's --help." in capsys.readouterr().err


@pytest.mark.parametrize("columns", [80, 200])
def test_an_id_in_a_table_can_be_copied_in_one_piece(
    columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    job = "028879d29bfa9783afeec782d0c198ae"
    row = (job, "Psychiatric cohort of 2026, second delivery", "running", "2026-11-22 03:56", "in 6 days 23 h")
    Screen(is_json=False).table(("Job", "Name", "State", "Sent", "Deleted"), [row], whole=(0,))
    shown = capsys.readouterr().out
    assert job in shown
    assert "running" in shown


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
def test_no_fact_of_the_activity_log_is_broken(columns: int) -> None:
    head = "9  2026-11-22 07:12:58  submission.queued  "
    facts = [f"{name} 028879d29bfa9783afeec782d0c198ae" for name in ("job", "map", "submission")]
    rows = _laid_out(head, facts, 3, columns)
    assert rows[0].startswith(head.rstrip())
    assert all(len(row) <= columns for row in rows)
    assert all(sum(fact in row for row in rows) == 1 for fact in facts)
    assert _laid_out(head, [], 3, columns) == [head.rstrip()]


def test_what_help_gives_as_an_example_can_be_typed() -> None:
    seen = 0
    for entry in _ENTRIES:
        declared: Any = typer.main.get_command(build_app((entry.name,))).commands[entry.name]  # type: ignore[attr-defined]
        for command in (declared, *getattr(declared, "commands", {}).values()):
            for example in re.findall(r"^Example: (.*)$", command.help or "", re.MULTILINE):
                words = iter(example.split())
                assert next(words) == "genoseal"
                for name in (entry.name, command.name) if command is not declared else (entry.name,):
                    assert next(words) == name
                given = command.make_context(command.name, list(words)).params  # UsageError where it would be refused
                if "approver" in given:
                    require_approver(given["approver"])
                seen += 1
    assert seen > 10
