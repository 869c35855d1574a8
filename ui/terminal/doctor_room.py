"""`doctor`: is this computer ready, and what stands in the way?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from client.tasks.bundle import build_bundle, save_bundle
from client.tasks.doctor import exit_code_of, run_checks
from client.tasks.facts import Check
from client.tasks.places import require_output
from ui.messages import Explanation, explain_check
from ui.terminal.lines import Line
from ui.terminal.opening import workplace_here
from ui.terminal.options import Force, Json, path_option, screen_of
from ui.terminal.screen import Screen, counted, good

_MARKS = {True: ("✓", "green"), False: ("✗", "bold red"), None: ("·", "dim")}


def doctor(
    context: typer.Context,
    bundle: Annotated[
        Path | None,
        path_option("--bundle", metavar="FILE", help="Also write a bundle for the helpdesk, without personal data."),
    ] = None,
    force: Force = False,
    json_output: Json = False,
) -> None:
    """Check keyring, clock, disk, proxy, profile and service, and say what to do about each.

    Exit 0: nothing is known to be wrong. Else the highest of what is: 3 something here needs you, 5 keyring or vault,
    6 the service was not reached, 7 who answers is not the profile's service.
    """
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
    if code := exit_code_of(checks):
        screen.problem(_found(sum(check.ok is False for check in checks)))
        raise typer.Exit(code)


def _show(screen: Screen, checks: tuple[Check, ...]) -> None:
    facts = []
    for check in checks:
        words = explain_check(check.name, check.state, check.facts)
        facts.append({"name": check.name, "ok": check.ok, "detail": words.detail, "next": words.next or None})
        screen.say(Line(_MARKS[check.ok], f" {words.title:<16}", words.detail))
        if words.next and check.ok is not True:
            screen.say(Line((f"  {'':<16}→ {words.next}", "dim")))
    screen.facts["checks"] = facts
    screen.facts["ok"] = is_fine = not any(check.ok is False for check in checks)
    if is_fine:
        screen.say("", "Everything that was asked is fine.")


def _found(failed: int) -> Explanation:
    return Explanation(
        "DOCTOR-FOUND",
        f"{counted(failed, 'check')} found something to look at.",
        "Each is marked ✗, with what to do about it.",
        "Do that, then run “genoseal doctor” again; the helpdesk can read its --bundle.",
    )
