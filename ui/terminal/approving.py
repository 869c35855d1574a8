"""`approve`: a second person says yes to what will leave."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from client.model.handover import APPROVAL_NAME, PAGE_NAME, REPORT_NAME, BuildSaid
from client.tasks import approval as approval_tasks
from ui.messages import class_title
from ui.terminal.ask import ask_text, confirm
from ui.terminal.opening import workplace_here
from ui.terminal.options import Force, Json, Yes, path_argument, path_option, screen_of
from ui.terminal.screen import Screen, counted, good


def approve(
    context: typer.Context,
    report: Annotated[
        Path, path_argument(metavar="REPORT", help=f"{REPORT_NAME} of “genoseal prepare”, or the folder it lies in.")
    ],
    approver: Annotated[
        str | None, typer.Option("--approver", metavar="ID", help="Your own id at the service, not the sender's.")
    ] = None,
    out: Annotated[
        Path | None, path_option("--out", metavar="FILE", help=f"Where it goes; {APPROVAL_NAME} beside the report.")
    ] = None,
    yes: Yes = False,
    force: Force = False,
    json_output: Json = False,
) -> None:
    """Approve, as a second person, what somebody else is about to send: read report.html first.

    The prepared files beside the report are compared with it. “genoseal send --approval FILE” then sends those very
    bytes and nothing else (with --map, where “prepare” was given one). It is a record of who said yes, not a proof of
    who typed.

    Example: genoseal approve prepared --approver m-lind
    """
    screen = screen_of(context)
    reported = approval_tasks.read_report(report)
    for line in (
        f"Policy {Screen.shown(reported.policy)}, map {Screen.shown(reported.map_id)}, "
        f"genome build {' and '.join(reported.builds) or 'unknown'}{_said_words(reported.build_said)}",
        f"{counted(len(reported.prepared), 'file')}, {counted(reported.samples, 'sample')}, "
        f"{reported.records_kept:,} of {reported.records_in:,} records; each file is what the report describes.",
        f"Taken away: {', '.join(map(class_title, reported.removed)) or 'nothing identifying was found'}",
    ):
        screen.note(line)
    named = approver or ask_text("Your id at the service", "--approver")
    approval_tasks.require_approver(named)
    if not confirm(f"Have you read {PAGE_NAME}, and may this leave", yes=yes):
        raise KeyboardInterrupt
    place = out or reported.file.parent / APPROVAL_NAME
    with workplace_here() as workplace:
        given = approval_tasks.approve(workplace, reported, named, place, force=force)
    screen.facts |= {
        "approval": str(place),
        "approver_id": given.approver_id,
        "approved_at": given.approved_at,
        "report_sha256": given.report_sha256,
        "builds": list(reported.builds),
        "files": dict(given.prepared),
    }
    screen.say(good(f"Approved. {place}  give this to whoever sends: genoseal send … --approval FILE"))


def _said_words(said: BuildSaid) -> str:
    """Who said the build, and what speaks for or against it."""
    if said.by_header and said.by_person:
        words = "some headers say it, and of the other files whoever prepared them said it"
    elif said.by_header:
        words = "the headers say it"
    else:
        words = "whoever prepared the files said it, the headers do not" if said.by_person else ""
    parts = [words] if words else []
    if said.is_doubtful:
        parts.append("well-known variants lie where the other build has them")
    elif said.is_confirmed:
        parts.append("well-known variants lie where it has them")
    return f" ({'; '.join(parts)})" if parts else ""
