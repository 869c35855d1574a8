"""`profile`: the institution's signed settings."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from client.model.clock import format_time
from client.model.profile import Profile
from client.tasks import profile as profile_tasks
from ui.terminal.opening import workplace_here
from ui.terminal.options import Json, path_argument, screen_of
from ui.terminal.screen import Screen, good, heading, sized

profile_app = typer.Typer(name="profile", no_args_is_help=True, help="Your institution's signed settings.")

Fingerprint = Annotated[
    str | None,
    typer.Option(
        "--key-fingerprint",
        metavar="XXXX-XXXX-XXXX-XXXX",
        help="The fingerprint of your institution's signing key, from paper or its own page.",
    ),
]


@profile_app.command("install")
def install(
    context: typer.Context,
    file: Annotated[Path, path_argument(metavar="FILE", help="The profile; FILE.minisig lies beside it.")],
    key_fingerprint: Fingerprint = None,
    json_output: Json = False,
) -> None:
    """Install your institution's profile, once its signing key's fingerprint is typed.

    Type the fingerprint from paper or from your institution's own page, never from the message that brought the file:
    a forged profile would bring its own fingerprint along.

    Example: genoseal profile install clinic.toml --key-fingerprint NWB5-46JR-ZHEY-MBG4
    """
    from ui.terminal.ask import ask_text

    screen = screen_of(context)
    with workplace_here() as workplace:
        typed = key_fingerprint or ask_text("Fingerprint of your institution's signing key", "--key-fingerprint")
        installed = profile_tasks.install_profile(workplace, file, typed)
    screen.facts |= _facts(installed.profile, installed.key_fingerprint, installed.source)
    screen.say(good(f"Installed the profile of {installed.profile.institution}."), "")
    _show(screen, installed.profile, installed.key_fingerprint)
    if installed.profile.unknown_settings:
        screen.note(
            f"{installed.profile.unknown_settings} settings in it are for a newer Genoseal and were left aside."
        )


@profile_app.command("show")
def show(context: typer.Context, json_output: Json = False) -> None:
    """Show the profile that holds on this computer."""
    screen = screen_of(context)
    with workplace_here() as workplace:
        installed = profile_tasks.require_installed_profile(workplace)
    screen.facts |= _facts(installed.profile, installed.key_fingerprint, installed.source)
    screen.facts["settings"] = [
        {"name": setting.name, "value": setting.value, "source": setting.source} for setting in installed.settings()
    ]
    _show(screen, installed.profile, installed.key_fingerprint)
    stricter = [setting for setting in installed.settings() if setting.source == "policy"]
    if stricter:
        screen.say("", heading("Stricter by this computer's policy"))
        for setting in stricter:
            screen.say(f"{setting.name:<28}{Screen.shown(setting.value)}")
    for statement in installed.profile.consent:
        screen.say("", heading(f"Consent statement {statement.version}"))
        for line in statement.text.splitlines():
            screen.say(Screen.shown(line, 2000))


@profile_app.command("verify")
def verify(
    context: typer.Context,
    file: Annotated[Path, path_argument(metavar="FILE", help="The profile; FILE.minisig lies beside it.")],
    key_fingerprint: Fingerprint = None,
    json_output: Json = False,
) -> None:
    """Check a profile's signature without installing it."""
    screen = screen_of(context)
    with workplace_here() as workplace:
        trusted = profile_tasks.verify_profile(workplace, file, key_fingerprint)
    screen.facts |= _facts(trusted.profile, trusted.key_fingerprint, "file") | {"file": str(file)}
    screen.say(good("The signature is right and the profile is valid."), "")
    _show(screen, trusted.profile, trusted.key_fingerprint)


def _facts(profile: Profile, fingerprint: str, source: str) -> dict[str, Any]:
    return {
        "institution": profile.institution,
        "environment": profile.environment,
        "serial": profile.serial,
        "not_after": format_time(profile.not_after),
        "origin": profile.service.origin,
        "key_fingerprint": fingerprint,
        "source": source,
        "policy": {"name": profile.policy.name, "locked": profile.policy.locked},
        "limits": {"max_files": profile.limits.max_files, "max_file_bytes": profile.limits.max_file_bytes},
        "consent": [{"version": statement.version, "text": statement.text} for statement in profile.consent],
        "helpdesk": {
            "phone": profile.helpdesk.phone,
            "hours": profile.helpdesk.hours,
            "email": profile.helpdesk.email,
        },
    }


def _show(screen: Screen, profile: Profile, fingerprint: str) -> None:
    rows = [
        ("Institution", profile.institution),
        ("Environment", profile.environment),
        ("Service", profile.service.origin),
        ("Signing key", fingerprint),
        ("Serial", str(profile.serial)),
        ("Valid until", format_time(profile.not_after)),
        ("Policy", f"{profile.policy.name}{' (fixed by your institution)' if profile.policy.locked else ''}"),
        ("Limits", f"{profile.limits.max_files} files of up to {sized(profile.limits.max_file_bytes)}"),
        ("Deleted after", f"{profile.retention.service_days} days at the service"),
        ("Consent", ", ".join(statement.version for statement in profile.consent)),
    ]
    helpdesk = " · ".join(
        part for part in (profile.helpdesk.phone, profile.helpdesk.hours, profile.helpdesk.email) if part
    )
    if helpdesk:
        rows.append(("Helpdesk", helpdesk))
    for label, value in rows:
        screen.say(f"{label:<14}{Screen.shown(value)}")
