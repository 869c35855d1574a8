"""`practice`: the practice service in the foreground. The only door to the `practice` extra, beside the demo."""

from __future__ import annotations

import importlib.util
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from client.tasks.errors import PracticeMissingError
from ui.terminal.options import Json, path_option, screen_of
from ui.terminal.screen import good, heading, print_json_line

if TYPE_CHECKING:
    from practice.server import PracticeFacts


def require_practice() -> None:
    """Raise PracticeMissingError unless the practice extra is installed."""
    for module in ("practice", "starlette", "uvicorn"):
        if importlib.util.find_spec(module) is None:
            raise PracticeMissingError


def practice(
    context: typer.Context,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, metavar="N", help="Port on loopback; 0 picks one.")
    ] = 0,
    data: Annotated[
        Path | None,
        path_option("--data", metavar="DIR", help="Keep its keys, users and jobs here; else they end with it."),
    ] = None,
    json_output: Json = False,
) -> None:
    """Run the practice service in the foreground: a whole receiving service, on this computer only.

    It makes its own certificate authority, pins, keys and signed profile, and prints how to get in. Ctrl-C ends it.
    """
    require_practice()
    from practice.server import serve

    screen = screen_of(context)

    def on_ready(facts: PracticeFacts) -> None:
        if screen.is_json:
            screen.facts |= facts.to_json()
            print_json_line(screen.facts)
            screen.mark_finished()
            return
        screen.say(good(f"The practice service answers at {facts.url}"), "")
        screen.say(
            f"Profile      {facts.profile_path}",
            f"Fingerprint  {facts.key_fingerprint}",
            f"User         {facts.user}",
            f"Password     in {facts.password_file}",
            f"Invitation   in {facts.invitation_file}",
            "",
            heading("In another terminal"),
            f"  genoseal profile install {facts.profile_path} --key-fingerprint {facts.key_fingerprint}",
            f"  genoseal enrol --user {facts.user} --password-file {facts.password_file}"
            f" --invitation-file {facts.invitation_file}",
            "  genoseal send FILE.vcf.gz",
            "",
            "Nothing here is real: use no data of real people. Ctrl-C ends it.",
        )

    with ExitStack() as stack:
        folder = data or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="genoseal-practice-")))
        serve(folder, port, on_ready=on_ready)
