"""`audit`: the activity log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from client.model.display import display_text
from client.tasks import activity as activity_tasks
from ui.terminal.opening import workplace_here
from ui.terminal.options import Force, Json, path_argument, screen_of
from ui.terminal.screen import counted, good

_ROOM_FOR_FACTS = 60  # columns; the longest fact is an id of 32 digits and what it is called
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
    digits = len(str(len(lines)))
    widest = max((len(line.event) for _, line in numbered if line is not None), default=0)
    for number, line in numbered:
        if line is None:
            screen.say(f"{number:>{digits}}  unreadable")
            continue
        when = datetime.fromisoformat(line.time).astimezone().strftime("%Y-%m-%d %H:%M:%S")
        head = f"{number:>{digits}}  {when}  {display_text(line.event):<{widest}}  "
        facts = [display_text(f"{name} {_short(value)}") for name, value in sorted(line.facts.items())]
        for shown in _laid_out(head, facts, digits + 2, screen.columns):
            screen.say(shown)


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
    file: Annotated[Path, path_argument(metavar="FILE", help="The CSV file to write.")],
    force: Force = False,
    json_output: Json = False,
) -> None:
    """Write the log as CSV, for an auditor."""
    screen = screen_of(context)
    with workplace_here() as workplace:
        lines = activity_tasks.export_activity(workplace, file, force=force)
    screen.facts |= {"file": str(file), "lines": lines}
    screen.say(good(f"{counted(lines, 'line')} written to {file}"))


def _laid_out(head: str, facts: Sequence[str], indent: int, columns: int) -> list[str]:
    """The facts beside their head, or below it where that leaves little room. None is broken: ids are copied."""
    rows = [head]
    if columns - len(head) >= _ROOM_FOR_FACTS:
        indent = len(head)
    else:
        rows.append(" " * indent)
    for fact in facts:
        if len(rows[-1]) > indent and len(rows[-1]) + len(fact) > columns:
            rows.append(" " * indent)
        rows[-1] += f"{fact}  "
    return [row.rstrip() for row in rows if row.strip()]


def _short(value: object) -> str:
    text = str(value)
    return f"{text[:12]}…" if len(text) == 64 else text
