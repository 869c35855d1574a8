"""A workplace in a temporary folder, with a vault and without any keyring."""

from __future__ import annotations

from pathlib import Path

from client.tasks.workplace import Workplace, open_workplace

PASSPHRASE = b"a vault passphrase for tests"


def make_workplace(home: Path, *, passphrase: bytes | None = PASSPHRASE) -> Workplace:
    """Open `home`; `passphrase` None: nothing can be remembered."""
    ask = None if passphrase is None else lambda is_new: passphrase
    return open_workplace(home, ask_passphrase=ask, use_keyring=False, environment={})
