"""The diagnostics bundle for the helpdesk: one readable text, shown in full before anybody mails it.

It is built from codes, states and numbers only. What identifies this person or computer (user, host and folder names)
cannot get in by construction; should a future log line hold one all the same, it is replaced here once more.
"""

from __future__ import annotations

import importlib.metadata
import json
import platform
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from client.model.clock import format_time
from client.seal.private_output import private_output
from client.tasks.names_here import names_here
from client.tasks.versions import program_version
from client.tasks.workplace import Workplace

if TYPE_CHECKING:
    from client.tasks.doctor import Check

SCHEMA = 1
_LAST_LOG_LINES = 200
_LIBRARIES = ("cryptography", "httpx", "keyring", "numpy", "pysam", "PySide6-Essentials", "typer")
_SHORTEST_REPLACED = 3


def build_bundle(workplace: Workplace, checks: Sequence[Check]) -> str:
    """The bundle's text (JSON). Holds no path, name, address, token or file content."""
    facts = {
        "schema": SCHEMA,
        "made_at": format_time(workplace.clock()),
        "program": program_version(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "is_frozen": bool(getattr(sys, "frozen", False)),
        "libraries": {name: _version(name) for name in _LIBRARIES},
        "checks": [
            {"name": check.name, "ok": check.ok, "state": check.state, "facts": dict(check.facts)} for check in checks
        ],
        "log": _last_log_lines(workplace),
    }
    return _without_this_place(json.dumps(facts, indent=1), workplace.folders.home)


def save_bundle(workplace: Workplace, text: str, out: Path, *, force: bool = False) -> None:
    """Write the bundle (0600)."""
    data = text.encode() + b"\n"
    with private_output(out, force=force) as sink:
        sink.write(data)
    workplace.note_where_kept("doctor.bundled", bytes=len(data))


def _version(library: str) -> str | None:
    try:
        return importlib.metadata.version(library)
    except importlib.metadata.PackageNotFoundError:
        return None


def _last_log_lines(workplace: Workplace) -> list[str]:
    try:
        text = (workplace.folders.logs / "genoseal.log").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return text.splitlines()[-_LAST_LOG_LINES:]


def _without_this_place(text: str, home: Path) -> str:
    named = (str(home), str(Path.home()), *names_here())
    for name in sorted(named, key=len, reverse=True):
        if len(name) >= _SHORTEST_REPLACED and name != "root":
            text = text.replace(json.dumps(name)[1:-1], "<removed>")
    return text
