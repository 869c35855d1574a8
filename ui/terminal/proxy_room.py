"""`proxy`: the way out of a network that lets nobody out directly."""

from __future__ import annotations

from typing import Annotated

import typer

from client.tasks.errors import AnswerNeededError
from client.tasks.proxy import ProxyFacts, clear_proxy, set_proxy, show_proxy
from ui.terminal.ask import ask_secret
from ui.terminal.opening import workplace_here
from ui.terminal.options import Json, PasswordFile, screen_of
from ui.terminal.screen import Screen, good


def proxy(
    context: typer.Context,
    url: Annotated[
        str | None, typer.Argument(metavar="http://HOST:PORT", help="The proxy; without it the one set stays.")
    ] = None,
    user: Annotated[
        str | None, typer.Option("--user", metavar="U", help="Your user name at the proxy, where it asks for one.")
    ] = None,
    password_file: PasswordFile = None,
    off: Annotated[bool, typer.Option("--off", metavar="", help="Go without a proxy, and forget its sign-in.")] = False,
    json_output: Json = False,
) -> None:
    """Show or set the proxy through which the service is reached.

    The password is asked for or read from --password-file, and kept in the keyring or the vault, never in the settings.
    The proxy sees the service's name, sizes and times; TLS runs through it unopened. HTTPS_PROXY is never used.
    """
    screen = screen_of(context)
    if off and (url is not None or user is not None):
        raise typer.BadParameter("--off goes without a proxy and without --user")
    if password_file is not None and user is None:
        raise AnswerNeededError(option="--user")
    with workplace_here() as workplace:
        if off:
            clear_proxy(workplace)
            _show(screen, ProxyFacts("", "", False))
        elif url is None and user is None:
            _show(screen, show_proxy(workplace))
        else:
            sign_in = None
            if user is not None:
                sign_in = user, ask_secret("Password at the proxy", "--password-file", password_file)
            _show(screen, set_proxy(workplace, url, sign_in))


def _show(screen: Screen, facts: ProxyFacts) -> None:
    screen.facts |= {"proxy": facts.url or None, "user": facts.user or None, "has_password": facts.has_password}
    if not facts.url:
        screen.say("No proxy: the service is reached directly.")
        return
    screen.say(good(f"The service is reached through {Screen.shown(facts.url)}."))
    if facts.user:
        kept = "its password is kept" if facts.has_password else "no password is kept: “genoseal proxy --user …”"
        screen.say(f"  Signing in there as {Screen.shown(facts.user)}; {kept}.")
