"""Help without the words of the language it is written in: what a value is called, never `<list[Path]>` or `<bool>`.

Nor with the line ends of its source: a paragraph fills the terminal that shows it.
"""

from __future__ import annotations

import re
from typing import Any

import typer.core

_END_OF_A_LINE = re.compile(r"(?<!\n)\n(?!\n)")
_ORIGINAL = typer.core.TyperCommand.get_help_option
_FORMATS = {kind: kind.format_help for kind in (typer.core.TyperCommand, typer.core.TyperGroup)}


def show_help_without_type() -> None:
    """Make the help of all commands of this process name arguments and switches without their Python types."""
    for kind in _FORMATS:
        kind.format_help = _format_help  # type: ignore[assignment,method-assign]
        kind.get_help_option = _help_option  # type: ignore[assignment,method-assign]
    typer.core.TyperArgument.display_type_rich = _no_type  # type: ignore[assignment,method-assign]
    typer.core.TyperArgument._usage_display_name = _name_in_usage  # type: ignore[assignment,method-assign]


def _format_help(command: Any, ctx: Any, formatter: Any) -> None:
    command.help = _END_OF_A_LINE.sub(" ", command.help or "")
    original = next(_FORMATS[kind] for kind in type(command).__mro__ if kind in _FORMATS)
    original(command, ctx, formatter)


def _help_option(command: Any, context: Any) -> Any:
    option = _ORIGINAL(command, context)
    if option is not None:
        option.metavar = ""
    return option


def _no_type(argument: Any, ctx: Any) -> None:
    return None


def _name_in_usage(argument: Any) -> str:
    """`FILE...` where one is needed at least, `[FILE...]` where none is."""
    name = str(argument.display_name_raw).strip("[]")
    return name if argument.required else f"[{name}]"
