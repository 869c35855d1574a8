"""`audit`: the activity log."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from client.tasks import activity as activity_tasks
from ui.terminal.opening import workplace_here
from ui.terminal.options import Force, Json, screen_of
from ui.terminal.screen import counted, good

audit_app = typer.Typer(
    name="audit", no_args_is_help=True, help="The activity log: who did what, when. No sample data."
)


@audit_app.command("show")
def show(
    context: typer.Context,
    last: Annotated[int | None, typer.Option("--last", min=1, metavar="N", help="Only the last N lines.")] = None,
    json_output: Json = False,
) -> None:
    """Show what was done."""
    screen = screen_of(context)
    with workplace_here() as workplace:
        lines = activity_tasks.show_activity(workplace)
    numbered = list(enumerate(lines, 1))[-last:] if last else list(enumerate(lines, 1))
    screen.facts["entries"] = [
        {"number": number, "time": None, "event": "log.unreadable", "facts": {}}
        if line is None
        else {"number": number, "time": line.time, "event": line.event, "facts": dict(line.facts)}
        for number, line in numbered
    ]
    rows = []
    for number, line in numbered:
        if line is None:
            rows.append((str(number), "", "unreadable", ""))
            continue
        when = datetime.fromisoformat(line.time).astimezone().strftime("%Y-%m-%d %H:%M:%S")
        facts = "  ".join(f"{name} {_short(value)}" for name, value in sorted(line.facts.items()))
        rows.append((str(number), when, line.event, facts))
    screen.table(("#", "When", "What", "Facts"), rows, right=(0,))


@audit_app.command("verify")
def verify(context: typer.Context, json_output: Json = False) -> None:
    """Check that no line was changed, removed, moved or cut off, and up to which receipt the log is proven."""
    screen = screen_of(context)
    with workplace_here() as workplace:
        verdict = activity_tasks.verify_activity(workplace)
    screen.facts |= {
        "ok": verdict.is_intact,
        "lines": verdict.lines,
        "complete_until": verdict.complete_until,
        "complete_up_to_job": verdict.complete_up_to_job,
        "complete_up_to_time": verdict.complete_up_to_time,
        "anchored": verdict.is_anchored,
        "anchor_losses": verdict.anchor_losses,
    }
    activity_tasks.require_intact(verdict)
    screen.say(
        good(f"{counted(verdict.lines, 'line')}, each bound to the one before; nothing changed, nothing missing.")
    )
    if verdict.complete_up_to_job is not None:
        screen.say(
            f"  Proven by the service's receipt of job {verdict.complete_up_to_job} ({verdict.complete_up_to_time})."
        )
    if verdict.anchor_losses:
        screen.note(
            f"The log went on without its anchor {counted(verdict.anchor_losses, 'time')} (a new keyring or vault)."
        )


@audit_app.command("export")
def export(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The CSV file to write.")],
    force: Force = False,
    json_output: Json = False,
) -> None:
    """Write the log as CSV, for an auditor."""
    screen = screen_of(context)
    with workplace_here() as workplace:
        lines = activity_tasks.export_activity(workplace, file, force=force)
    screen.facts |= {"file": str(file), "lines": lines}
    screen.say(good(f"{counted(lines, 'line')} written to {file}"))


def _short(value: object) -> str:
    text = str(value)
    return f"{text[:12]}…" if len(text) == 64 else text
