"""All commands of the command line, put together for Typer.

A command line names one command, so only that command's module is imported: numpy, httpx and the keyring cost half a
second that `genoseal seal` need not wait for. The list of commands, and a name that nobody knows, import none.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Annotated, NamedTuple

import typer

from client.tasks.errors import DesktopMissingError
from ui.display_here import NO_WINDOW_HERE, WORDLESS, require_display
from ui.terminal.help_option import show_help_without_type
from ui.terminal.screen import Screen, options_in

_FILES = "Files on this computer"
_SEND = "Send and follow"
_ACCOUNT = "Institution and account"
_LEARN = "Learn and check"
_KEYS = "Keys and sealed files"


class _Entry(NamedTuple):
    """A command or a group of commands: its name, `module:attribute` under ui.terminal, and its line in the list.

    `summary` is the first paragraph of its own help (a test compares them).
    """

    name: str
    place: str
    panel: str
    summary: str

    def load(self) -> typer.Typer | Callable[..., None]:
        """Import the command or the group."""
        module, _, attribute = self.place.partition(":")
        found: typer.Typer | Callable[..., None] = getattr(importlib.import_module(f"ui.terminal.{module}"), attribute)
        return found

    def stand_in(self) -> typer.Typer | Callable[..., None]:
        """What the list of commands shows in its place; it is never run."""
        return typer.Typer(help=self.summary) if self.place.endswith("_app") else lambda: None


_ENTRIES = (
    _Entry(
        "inspect",
        "files_commands:inspect",
        _FILES,
        "Show what the files are, what identifies people in them and what a service would refuse. Changes nothing.",
    ),
    _Entry(
        "prepare",
        "files_commands:prepare",
        _FILES,
        "Write files in which nothing identifies anybody by name, recheck them and report.",
    ),
    _Entry("restore", "files_commands:restore", _FILES, "Put the original names and their order back into results."),
    _Entry(
        "tidy",
        "tidying:tidy",
        _FILES,
        "Remove prepared files and reports that lie here longer than the policy or the profile allows.",
    ),
    _Entry(
        "approve",
        "approving:approve",
        _SEND,
        "Approve, as a second person, what somebody else is about to send: read report.html first.",
    ),
    _Entry(
        "send",
        "sending:send",
        _SEND,
        "Prepare, recheck, seal, upload and submit: all FILEs as one job. Survives being killed; go on with “resume”.",
    ),
    _Entry("outbox", "sending:outbox", _SEND, "Show what is on its way, in the order it was queued."),
    _Entry(
        "resume",
        "sending:resume",
        _SEND,
        "Go on with what was interrupted, paused or waits for you; the same bytes go on where they stopped.",
    ),
    _Entry("pause", "sending:pause", _SEND, "Stop a transfer; it keeps its place."),
    _Entry(
        "cancel",
        "sending:cancel",
        _SEND,
        "Give a transfer up: its keys are forgotten at once, and what was uploaded is deleted at the service.",
    ),
    _Entry("jobs", "jobs_room:jobs_app", _SEND, "Your jobs at the service."),
    _Entry(
        "results",
        "jobs_room:results",
        _SEND,
        "Download a job's results, verify and open them, and put the original names back in their order.",
    ),
    _Entry(
        "delete",
        "jobs_room:delete",
        _SEND,
        "Delete everything of a job at the service, and keep its signed certificate. Fetch results first.",
    ),
    _Entry("certificate", "jobs_room:certificate_app", _SEND, "Deletion certificates."),
    _Entry("profile", "profiles:profile_app", _ACCOUNT, "Your institution's signed settings."),
    _Entry(
        "enrol",
        "accounts:enrol",
        _ACCOUNT,
        "Set up the second factor: an authenticator app on your phone, step by step.",
    ),
    _Entry(
        "sign-in",
        "accounts:sign_in",
        _ACCOUNT,
        "Sign in with password and the six-digit code of your authenticator app.",
    ),
    _Entry("sign-out", "accounts:sign_out", _ACCOUNT, "End the session on this computer and at the service."),
    _Entry("devices", "accounts:devices_app", _ACCOUNT, "The workstations that may sign in."),
    _Entry("account", "accounts:account_app", _ACCOUNT, "Your account at the service."),
    _Entry("proxy", "proxy_room:proxy", _ACCOUNT, "Show or set the proxy through which the service is reached."),
    _Entry("map", "maps:map_app", _KEYS, "Pseudonym maps: the only way back to the names."),
    _Entry("seal", "sealing:seal", _KEYS, "Encrypt a file so that only the recipients can open it."),
    _Entry(
        "open",
        "sealing:open_",
        _KEYS,
        "Decrypt a sealed file. The output appears only when every byte has been verified.",
    ),
    _Entry("keys", "sealing:keys_app", _KEYS, "Make, show and back up keys."),
    _Entry(
        "demo",
        "demo:demo",
        _LEARN,
        "The whole route, really, on a practice service on this computer: from a leaky VCF to restored results.",
    ),
    _Entry(
        "practice",
        "practice_room:practice",
        _LEARN,
        "Run the practice service in the foreground: a whole receiving service, on this computer only.",
    ),
    _Entry(
        "doctor",
        "doctor_room:doctor",
        _LEARN,
        "Check keyring, clock, disk, proxy, profile and service, and say what to do about each.",
    ),
    _Entry("audit", "audits:audit_app", _LEARN, "The activity log: who did what, when. No sample data."),
    _Entry(
        "verify-install",
        "selftest:verify_install",
        _LEARN,
        "Compare the installed files with the list that was signed when they were built.",
    ),
)


def typer_call(arguments: Sequence[str]) -> Callable[[Screen], int]:
    """What runs this command line through Typer and returns its exit code. Raises BadParameter."""
    if "" in options_in(arguments):  # `--out "$FOLDER"` of a variable without a value would mean the folder one is in
        raise typer.BadParameter("an argument is empty, as a variable without a value leaves it")
    app = build_app(arguments, is_list_enough=True)

    def call(screen: Screen) -> int:
        outcome = app(args=list(arguments), prog_name="genoseal", standalone_mode=False, obj=screen)
        return outcome if isinstance(outcome, int) else 0

    return call


def build_app(arguments: Sequence[str], *, is_list_enough: bool = False) -> typer.Typer:
    """The application with the one command that `arguments` name, or with all of them.

    `is_list_enough`: where they name none, only names and summaries are there, which are not imported.
    """
    with suppress(ImportError):
        from ui.terminal.plain_values import take_plain_values

        take_plain_values()
    show_help_without_type()
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
    of_name = [entry for entry in _ENTRIES if entry.name == named]
    for entry in [] if is_alone else of_name or _ENTRIES:
        found = entry.load() if of_name or not is_list_enough else entry.stand_in()
        if isinstance(found, typer.Typer):
            if found.registered_callback is None:
                found.callback()(_group)
            app.add_typer(found, name=entry.name, rich_help_panel=entry.panel)
        else:
            summary = None if of_name or not is_list_enough else entry.summary
            app.command(entry.name, rich_help_panel=entry.panel, help=summary)(found)
    return app


def _group(json_output: Annotated[bool, typer.Option("--json", hidden=True)] = False) -> None:
    """What a group of commands does by itself; the help is the group's own."""


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
