"""Whether what only this computer has was backed up since it was last needed, by the activity log."""

from __future__ import annotations

from client.tasks.workplace import Workplace

_BACKED_UP = ("map.exported", "keys.exported")


def is_backup_missing(workplace: Workplace) -> bool:
    """True where something was sent and maps and keys were not both exported after it."""
    since: set[str] = set(_BACKED_UP)
    for line in workplace.activity.iter_entries():
        if line is None:
            continue
        if line.event == "submission.sent":
            since.clear()
        elif line.event in _BACKED_UP:
            since.add(line.event)
    return len(since) < len(_BACKED_UP)
