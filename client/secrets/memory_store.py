"""Secrets that end with the process."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from client.secrets.store import require_secret_name


class MemoryStore:
    """Keeps secrets in memory only: for the demo, tests, and a session that should leave nothing."""

    kind = "memory"

    def __init__(self) -> None:
        self._secrets: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        return self._secrets.get(require_secret_name(name))

    def set(self, name: str, secret: bytes) -> None:
        self._secrets[require_secret_name(name)] = bytes(secret)

    def delete(self, name: str) -> None:
        self._secrets.pop(require_secret_name(name), None)

    @contextlib.contextmanager
    def exclusive(self) -> Iterator[None]:
        yield
