"""The `genoseal` command: runs one command line."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence

from ui.terminal import boundary
from ui.terminal.plain_line import plain_call
from ui.terminal.screen import Screen, options_in


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code."""
    boundary.install_hooks()
    screen = Screen(is_json="--json" in options_in(arguments), arguments=arguments)

    def command() -> int:
        call = plain_call(arguments) or _typer_call(arguments)
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        return call(screen)

    return boundary.guarded(screen, command)


def _typer_call(arguments: Sequence[str]) -> Callable[[Screen], int]:
    from ui.terminal.commands import typer_call  # Typer: not for a plain line

    return typer_call(arguments)
