"""Prints what the command lines are made of, as JSON: manual pages and shell completion are written from it.

Run by a build, in the environment that is frozen: the command line itself is the only source of both.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

import typer

from ui.terminal.commands import build_app

_MARKUP = re.compile(r"\[/?(?:bold|dim|italic|red|green|yellow|cyan)\]")


def describe(command: Any, name: str) -> dict[str, Any]:
    """The command, its options and arguments, and what is below it."""
    below = getattr(command, "commands", {})
    return {
        "name": name,
        "help": _plain(command.help),
        "panel": getattr(command, "rich_help_panel", None) or "",
        "parameters": [_parameter(item) for item in command.params if not getattr(item, "hidden", False)],
        "commands": [describe(item, key) for key, item in below.items() if not item.hidden],
    }


def _parameter(item: Any) -> dict[str, Any]:
    return {
        "kind": item.param_type_name,
        "names": [*item.opts, *item.secondary_opts] if item.param_type_name == "option" else [item.name],
        "metavar": "" if getattr(item, "is_flag", False) else item.metavar or str(item.name).upper(),
        "help": _plain(getattr(item, "help", None)),
        "required": bool(item.required),
        "multiple": bool(getattr(item, "multiple", False)) or item.nargs == -1,
    }


def _plain(text: str | None) -> str:
    return _MARKUP.sub("", (text or "").replace("\f", "")).strip()


# Given `profile`, the institution's tool; it is not among the installed packages, but beside this script's folder.
if sys.argv[1:] == ["profile"]:
    sys.path.append(str(Path(__file__).resolve().parent.parent.parent))
    from installers.profile_tool.main import app

    described = describe(typer.main.get_command(app), "genoseal-profile")
else:
    described = describe(typer.main.get_command(build_app(())), "genoseal")
json.dump(described, sys.stdout, indent=1, ensure_ascii=False)
