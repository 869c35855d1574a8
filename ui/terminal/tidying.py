"""`tidy`: prepared files whose time is over go."""

from __future__ import annotations

import typer

from client.model.clock import format_time
from client.tasks import local_copies
from ui.terminal.ask import confirm
from ui.terminal.opening import workplace_here
from ui.terminal.options import Json, Yes, screen_of
from ui.terminal.screen import Screen, counted, good


def tidy(context: typer.Context, yes: Yes = False, json_output: Json = False) -> None:
    """Remove prepared files and reports that lie here longer than the policy or the profile allows.

    Only files that are, byte for byte, what “genoseal prepare” wrote; results and everything of your own stay.
    """
    screen = screen_of(context)
    with workplace_here() as workplace:
        due = local_copies.copies_due(workplace)
        screen.facts["due"] = [
            {
                "folder": str(copy.folder),
                "files": [file.name for file in copy.present()],
                "made_at": format_time(copy.made_at),
                "keep_until": format_time(copy.keep_until),
            }
            for copy in due
        ]
        screen.facts["removed"] = 0
        if not due:
            screen.say("Nothing lies here longer than it may.")
            return
        for copy in due:
            screen.say(
                f"{Screen.shown(screen.as_given(str(copy.folder)))}  {counted(len(copy.present()), 'file')}, "
                f"to be kept until {format_time(copy.keep_until)}"
            )
        if not confirm("Remove these files", yes=yes):
            raise KeyboardInterrupt
        removed = local_copies.remove_copies(workplace, due)
    screen.facts["removed"] = removed
    screen.say("", good(f"{counted(removed, 'file')} removed. The list of pseudonyms stays, for results to come."))
