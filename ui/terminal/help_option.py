"""Help without the words of the language it is written in: what a value is called, never `<list[Path]>` or `<bool>`."""

from __future__ import annotations

from typing import Any

import typer.core


def show_help_without_type() -> None:
    """Make the help of all commands of this process name arguments and switches without their Python types."""
    for kind in (typer.core.TyperCommand, typer.core.TyperGroup):
        kind.get_help_option = _help_option  # type: ignore[assignment,method-assign]
    typer.core.TyperArgument.display_type_rich = _no_type  # type: ignore[assignment,method-assign]
    typer.core.TyperArgument._usage_display_name = _name_in_usage  # type: ignore[assignment,method-assign]


_ORIGINAL = typer.core.TyperCommand.get_help_option


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
