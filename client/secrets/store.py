"""What every place for secrets can do, and the one key that everything else at rest hangs on."""

from __future__ import annotations

import os
import re
from contextlib import AbstractContextManager
from typing import Protocol

from client.secrets.errors import KeyringReadBackError, VaultKeyError

VAULT_KEY_NAME = "vault-key"
VAULT_KEY_BYTES = 32
# Windows keeps at most 2,560 bytes in one credential, UTF-16, and keyring stores text: 900 bytes in base64 fit.
MAX_SECRET_BYTES = 900

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}", re.ASCII)


class SecretStore(Protocol):
    """Keeps small secrets under names of `[a-z0-9._-]`. All stores pass the same tests."""

    @property
    def kind(self) -> str:
        """keyring, vault or memory."""

    def get(self, name: str) -> bytes | None:
        """The secret, or None when there is none of this name."""

    def set(self, name: str, secret: bytes) -> None:
        """Keep `secret`, replacing an earlier one; returns only when it reads back the same."""

    def delete(self, name: str) -> None:
        """Forget it; nothing happens when there is none."""

    def exclusive(self) -> AbstractContextManager[None]:
        """Keep other processes of this user from changing secrets for the block (get, think, set)."""


def load_vault_key(store: SecretStore) -> bytes:
    """The 32-byte vault key; made at first use, written, read back.

    Raises VaultKeyError (the store holds something else under its name), KeyringReadBackError and what the store
    raises.
    """
    with store.exclusive():
        key = store.get(VAULT_KEY_NAME)
        if key is None:
            fresh = os.urandom(VAULT_KEY_BYTES)
            store.set(VAULT_KEY_NAME, fresh)
            key = store.get(VAULT_KEY_NAME)
            if key != fresh:
                raise KeyringReadBackError
    if len(key) != VAULT_KEY_BYTES:
        raise VaultKeyError
    return key


def require_secret_name(name: str) -> str:
    """Return `name`; raises ValueError for one that a keyring or file could misread."""
    if _NAME.fullmatch(name) is None:
        raise ValueError("a secret's name is of [a-z0-9._-]")
    return name
