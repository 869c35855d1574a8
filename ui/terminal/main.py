"""The `genoseal` command: all commands of the command line, put together.

A command line names one command, so only that command's module is imported: numpy, httpx and the keyring cost half a
second that `genoseal seal` need not wait for. Help, and a name that nobody knows, import them all.
"""

from __future__ import annotations

import gc
import importlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated

import typer

from client.tasks.errors import DesktopMissingError
from ui.display_here import NO_WINDOW_HERE, WORDLESS, require_display
from ui.terminal import boundary
from ui.terminal.screen import Screen

_FILES = "Files on this computer"
_SEND = "Send and follow"
_ACCOUNT = "Institution and account"
_LEARN = "Learn and check"
_KEYS = "Keys and sealed files"


@dataclass(frozen=True)
class _Entry:
    """A command or a group of commands: its name, and `module:attribute` under ui.terminal."""

    name: str
    place: str
    panel: str


_ENTRIES = (
    _Entry("inspect", "files_room:inspect", _FILES),
    _Entry("prepare", "files_room:prepare", _FILES),
    _Entry("restore", "files_room:restore", _FILES),
    _Entry("tidy", "tidying:tidy", _FILES),
    _Entry("approve", "approving:approve", _SEND),
    _Entry("send", "sending:send", _SEND),
    _Entry("outbox", "sending:outbox", _SEND),
    _Entry("resume", "sending:resume", _SEND),
    _Entry("pause", "sending:pause", _SEND),
    _Entry("cancel", "sending:cancel", _SEND),
    _Entry("jobs", "jobs_room:jobs_app", _SEND),
    _Entry("results", "jobs_room:results", _SEND),
    _Entry("delete", "jobs_room:delete", _SEND),
    _Entry("certificate", "jobs_room:certificate_app", _SEND),
    _Entry("profile", "profiles:profile_app", _ACCOUNT),
    _Entry("enrol", "accounts:enrol", _ACCOUNT),
    _Entry("sign-in", "accounts:sign_in", _ACCOUNT),
    _Entry("sign-out", "accounts:sign_out", _ACCOUNT),
    _Entry("devices", "accounts:devices_app", _ACCOUNT),
    _Entry("account", "accounts:account_app", _ACCOUNT),
    _Entry("proxy", "proxy_room:proxy", _ACCOUNT),
    _Entry("map", "maps:map_app", _KEYS),
    _Entry("seal", "sealing:seal", _KEYS),
    _Entry("open", "sealing:open_", _KEYS),
    _Entry("keys", "sealing:keys_app", _KEYS),
    _Entry("demo", "demo:demo", _LEARN),
    _Entry("practice", "practice_room:practice", _LEARN),
    _Entry("doctor", "doctor_room:doctor", _LEARN),
    _Entry("audit", "audits:audit_app", _LEARN),
    _Entry("verify-install", "selftest:verify_install", _LEARN),
)


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code."""
    boundary.install_hooks()
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    screen = Screen(is_json="--json" in options, arguments=arguments)

    def command() -> int:
        app = build_app(arguments)
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        outcome = app(args=list(arguments), prog_name="genoseal", standalone_mode=False, obj=screen)
        return outcome if isinstance(outcome, int) else 0

    return boundary.guarded(screen, command)


def build_app(arguments: Sequence[str]) -> typer.Typer:
    """The application with the one command that `arguments` name, or with all of them."""
    with suppress(ImportError):
        from ui.terminal.plain_values import take_plain_values

        take_plain_values()
    app = typer.Typer(
        name="genoseal",
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
        help="Prepares human genotypes so that nothing identifying leaves this computer, seals them and sends them.\n\n"
        "Without a command the window opens. New here? Try [bold]genoseal demo[/bold].",
    )
    app.callback(invoke_without_command=True)(genoseal)
    named = next((argument for argument in arguments if not argument.startswith("-")), None)
    is_alone = named is None and {"--version", "--selftest"} & set(arguments)
    wanted = [] if is_alone else [entry for entry in _ENTRIES if entry.name == named] or list(_ENTRIES)
    for entry in wanted:
        module, _, attribute = entry.place.partition(":")
        found = getattr(importlib.import_module(f"ui.terminal.{module}"), attribute)
        if isinstance(found, typer.Typer):
            app.add_typer(found, name=entry.name, rich_help_panel=entry.panel)
        else:
            app.command(entry.name, rich_help_panel=entry.panel)(found)
    return app


def genoseal(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", metavar="", help="Show the version.", is_eager=True)] = False,
    is_selftest: Annotated[
        bool, typer.Option("--selftest", metavar="", help="Try every part of this installation.")
    ] = False,
    json_output: Annotated[bool, typer.Option("--json", hidden=True)] = False,
) -> None:
    """What `genoseal` does without a command; the help is the application's own."""
    if version:
        _show_version(context.obj)
        raise typer.Exit
    if is_selftest:
        from ui.terminal.selftest import selftest

        raise typer.Exit(selftest(context.obj))
    if context.invoked_subcommand is None:
        raise typer.Exit(_open_desktop())


def _show_version(screen: Screen) -> None:
    from client.tasks.versions import program_version

    version = program_version()
    screen.facts["version"] = version
    screen.say(f"genoseal {version}")


def _open_desktop() -> int:
    """Start the window as a process of its own: the terminal never imports Qt, which may not even load here."""
    import importlib.util
    import subprocess

    from ui.terminal.selftest import desktop_command

    if importlib.util.find_spec("PySide6") is None or importlib.util.find_spec("ui.desktop.launch") is None:
        raise DesktopMissingError
    require_display()
    # Its words about missing libraries are ours to say: with --json they belong into its object.
    code = subprocess.run([*desktop_command(), WORDLESS], check=False).returncode
    if code == NO_WINDOW_HERE:
        raise DesktopMissingError
    return code
