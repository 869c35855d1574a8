"""Opens the workplace for a command: the vault's passphrase is asked for only at a terminal."""

from __future__ import annotations

from contextlib import suppress

from client.model.errors import ClientError
from client.tasks.workplace import Workplace, open_workplace
from ui.terminal.ask import ask_secret, can_ask

_begun: list[Workplace] = []


def open_ahead() -> None:
    """For a program's first lines: begin to open the vault while the rest is imported.

    What is wrong is raised by `workplace_here` and by the workplace, when the command asks for them.
    """
    with suppress(ClientError, OSError):
        workplace = workplace_here(is_brief=False)  # what reads small files has made its memory ready by now
        workplace.open_store_ahead()
        _begun.append(workplace)


def workplace_here(*, is_brief: bool = True) -> Workplace:
    """The workplace of whoever runs the command. Close it, or use it as a context manager.

    `is_brief` False: the command may go on for hours beside workers.
    """
    if _begun:
        return _begun.pop()
    return open_workplace(ask_passphrase=_ask_passphrase if can_ask() else None, is_brief=is_brief)


def _ask_passphrase(is_new: bool) -> bytes:
    if is_new:
        prompt = "No keyring answers here. Choose a passphrase for a vault that keeps Genoseal's secrets"
        return ask_secret(prompt, "GENOSEAL_VAULT_PASSWORD_FILE", twice=True)
    return ask_secret("Passphrase of the vault", "GENOSEAL_VAULT_PASSWORD_FILE")
