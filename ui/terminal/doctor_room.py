"""`doctor`: is this computer ready, and what stands in the way?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from client.tasks.bundle import build_bundle, save_bundle
from client.tasks.doctor import run_checks
from client.tasks.facts import Check
from client.tasks.places import require_output
from ui.messages import explain_check
from ui.terminal.lines import Line
from ui.terminal.opening import workplace_here
from ui.terminal.options import Force, Json, screen_of
from ui.terminal.screen import Screen, counted, good

_MARKS = {True: ("✓", "green"), False: ("✗", "bold red"), None: ("·", "dim")}


def doctor(
    context: typer.Context,
    bundle: Annotated[
        Path | None,
        typer.Option("--bundle", metavar="FILE", help="Also write a bundle for the helpdesk, without personal data."),
    ] = None,
    force: Force = False,
    json_output: Json = False,
) -> None:
    """Check keyring, clock, disk, proxy, profile and service, and say what to do about each."""
    screen = screen_of(context)
    if bundle is not None:
        require_output(bundle, force=force)
    with workplace_here() as workplace:
        checks = run_checks(workplace)
        if bundle is not None:
            save_bundle(workplace, build_bundle(workplace, checks), bundle, force=force)
    _show(screen, checks)
    if bundle is not None:
        screen.facts["bundle"] = str(bundle)
        screen.say(
            "", good(f"Written to {bundle}. It holds versions, checks and log codes; read it before you mail it.")
        )


def _show(screen: Screen, checks: tuple[Check, ...]) -> None:
    facts = []
    for check in checks:
        words = explain_check(check.name, check.state, check.facts)
        facts.append({"name": check.name, "ok": check.ok, "detail": words.detail, "next": words.next or None})
        screen.say(Line(_MARKS[check.ok], f" {words.title:<16}", words.detail))
        if words.next and check.ok is not True:
            screen.say(Line((f"  {'':<16}→ {words.next}", "dim")))
    failed = sum(check.ok is False for check in checks)
    screen.facts["checks"] = facts
    screen.facts["ok"] = failed == 0
    screen.say("", "Everything that was asked is fine." if failed == 0 else f"{counted(failed, 'thing')} to look at.")
