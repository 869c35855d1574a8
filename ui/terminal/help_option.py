"""`--help` in lists of options, as other switches stand there: without the type of a value that it does not take."""

from __future__ import annotations

from typing import Any

import typer.core


def show_help_without_type() -> None:
    """Make all commands of this process say `--help` and no `<bool>` behind it."""
    for kind in (typer.core.TyperCommand, typer.core.TyperGroup):
        kind.get_help_option = _help_option  # type: ignore[assignment,method-assign]


_ORIGINAL = typer.core.TyperCommand.get_help_option


def _help_option(command: Any, context: Any) -> Any:
    option = _ORIGINAL(command, context)
    if option is not None:
        option.metavar = ""
    return option
