"""Secrets in the OS keyring, each written, read back and compared."""

from __future__ import annotations

import base64
import binascii
import contextlib
from collections.abc import Iterator
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, KeyringLocked

from client.secrets.errors import KeyringFailedError, KeyringLockedError, KeyringReadBackError
from client.secrets.file_lock import FileLock
from client.secrets.store import MAX_SECRET_BYTES, require_secret_name

SERVICE = "genoseal"


class KeyringStore:
    """Secrets of one private folder in a listed backend.

    `store_id` is the folder's own random id, part of each entry's name: two folders (a test's, a second account's)
    on one keyring stay apart, and a moved folder keeps its secrets. Raises KeyringLockedError, KeyringFailedError and
    KeyringReadBackError.
    """

    kind = "keyring"

    def __init__(self, backend: KeyringBackend, store_id: str, lock_path: Path) -> None:
        self._backend = backend
        self._store_id = store_id
        self._lock = FileLock(lock_path)

    def get(self, name: str) -> bytes | None:
        entry = self._entry(name)
        with _keyring_errors():
            text = self._backend.get_password(SERVICE, entry)
        if text is None:
            return None
        try:
            return base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            raise KeyringReadBackError from None

    def set(self, name: str, secret: bytes) -> None:
        if len(secret) > MAX_SECRET_BYTES:
            raise ValueError("too long for a keyring entry")
        entry = self._entry(name)
        with _keyring_errors():
            self._backend.set_password(SERVICE, entry, base64.b64encode(secret).decode("ascii"))
        # A backend that accepts and forgets was seen in the wild; losing the vault key loses every map.
        if self.get(name) != secret:
            raise KeyringReadBackError

    def delete(self, name: str) -> None:
        entry = self._entry(name)
        if self.get(name) is None:
            return
        with _keyring_errors():
            self._backend.delete_password(SERVICE, entry)

    @contextlib.contextmanager
    def exclusive(self) -> Iterator[None]:
        with contextlib.ExitStack() as stack:
            try:
                stack.enter_context(self._lock.held())
            except OSError:
                raise KeyringFailedError from None
            yield

    def _entry(self, name: str) -> str:
        return f"{self._store_id}/{require_secret_name(name)}"


@contextlib.contextmanager
def _keyring_errors() -> Iterator[None]:
    try:
        yield
    except KeyringLocked:
        raise KeyringLockedError from None
    except KeyringError:
        raise KeyringFailedError from None
    except Exception:  # noqa: BLE001 - a backend's D-Bus stack, pywin32 and ctypes each have errors of their own
        raise KeyringFailedError from None
