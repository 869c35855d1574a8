"""The `genoseal` command: all commands of the command line, put together."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Sequence
from typing import Annotated

import typer

from client.tasks.errors import DesktopMissingError
from ui.terminal import (
    accounts,
    audits,
    boundary,
    demo,
    doctor_room,
    files_room,
    jobs_room,
    maps,
    practice_room,
    profiles,
    sealing,
    selftest,
    sending,
)
from ui.terminal.screen import Screen

app = typer.Typer(
    name="genoseal",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    help="Prepares human genotypes so that nothing identifying leaves this computer, seals them and sends them.\n\n"
    "Without a command the window opens. New here? Try [bold]genoseal demo[/bold].",
)

_KEYS = "Keys and sealed files"

_ACCOUNT = "Institution and account"
_FILES = "Files on this computer"
_SEND = "Send and follow"
_LEARN = "Learn and check"

app.command("inspect", rich_help_panel=_FILES)(files_room.inspect)
app.command("prepare", rich_help_panel=_FILES)(files_room.prepare)
app.command("restore", rich_help_panel=_FILES)(files_room.restore)
app.command("send", rich_help_panel=_SEND)(sending.send)
app.command("outbox", rich_help_panel=_SEND)(sending.outbox)
app.command("resume", rich_help_panel=_SEND)(sending.resume)
app.command("pause", rich_help_panel=_SEND)(sending.pause)
app.command("cancel", rich_help_panel=_SEND)(sending.cancel)
app.add_typer(jobs_room.jobs_app, rich_help_panel=_SEND)
app.command("results", rich_help_panel=_SEND)(jobs_room.results)
app.command("delete", rich_help_panel=_SEND)(jobs_room.delete)
app.add_typer(jobs_room.certificate_app, rich_help_panel=_SEND)
app.add_typer(profiles.profile_app, rich_help_panel=_ACCOUNT)
app.command("enrol", rich_help_panel=_ACCOUNT)(accounts.enrol)
app.command("sign-in", rich_help_panel=_ACCOUNT)(accounts.sign_in)
app.command("sign-out", rich_help_panel=_ACCOUNT)(accounts.sign_out)
app.add_typer(accounts.devices_app, rich_help_panel=_ACCOUNT)
app.add_typer(accounts.account_app, rich_help_panel=_ACCOUNT)
app.command("demo", rich_help_panel=_LEARN)(demo.demo)
app.command("doctor", rich_help_panel=_LEARN)(doctor_room.doctor)
app.command("verify-install", rich_help_panel=_LEARN)(selftest.verify_install)
app.add_typer(audits.audit_app, rich_help_panel=_LEARN)
app.command("practice", rich_help_panel=_LEARN)(practice_room.practice)
app.add_typer(maps.map_app, rich_help_panel=_KEYS)
app.command("seal", rich_help_panel=_KEYS)(sealing.seal)
app.command("open", rich_help_panel=_KEYS)(sealing.open_)
app.add_typer(sealing.keys_app, rich_help_panel=_KEYS)


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code."""
    boundary.install_hooks()
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    screen = Screen(is_json="--json" in options)

    def command() -> int:
        outcome = app(args=list(arguments), prog_name="genoseal", standalone_mode=False, obj=screen)
        return outcome if isinstance(outcome, int) else 0

    return boundary.guarded(screen, command)


@app.callback(invoke_without_command=True)
def genoseal(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version.", is_eager=True)] = False,
    is_selftest: Annotated[bool, typer.Option("--selftest", help="Try every part of this installation.")] = False,
    json_output: Annotated[bool, typer.Option("--json", hidden=True)] = False,
) -> None:
    """See the Typer object's help."""
    if version:
        _show_version(context.obj)
        raise typer.Exit
    if is_selftest:
        raise typer.Exit(selftest.selftest(context.obj))
    if context.invoked_subcommand is None:
        raise typer.Exit(_open_desktop())


def _show_version(screen: Screen) -> None:
    version = importlib.metadata.version("genoseal")
    screen.facts["version"] = version
    screen.say(f"genoseal {version}")


def _open_desktop() -> int:
    """Start the window as a process of its own: the terminal never imports Qt, which may not even load here."""
    import importlib.util
    import subprocess

    if importlib.util.find_spec("PySide6") is None or importlib.util.find_spec("ui.desktop.launch") is None:
        raise DesktopMissingError
    return subprocess.run(selftest.desktop_command(), check=False).returncode
