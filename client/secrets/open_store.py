"""Where this folder's secrets live: the OS keyring, the passphrase vault, or memory. Decided once, then kept to.

A vault key lost is every map and unfinished transfer lost, so a folder never quietly changes its place: one that has
used the keyring does not start a vault because the keyring is locked today, and one with a vault stays with it.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Callable
from pathlib import Path

from client.model.folders import PrivateFolders, make_private_folders
from client.seal.errors import OutputExistsError, OutputFailedError
from client.seal.private_output import private_output
from client.secrets.errors import (
    KeyringFailedError,
    KeyringLockedError,
    KeyringRefusedError,
    NoSecretStoreError,
    SecretsError,
    StoreMarkerError,
)
from client.secrets.keyring_backends import KeyringState, find_keyring
from client.secrets.memory_store import MemoryStore
from client.secrets.password_file import VAULT_PASSWORD_FILE_VARIABLE, read_vault_password_file
from client.secrets.store import SecretStore
from client.secrets.vault import VaultStore

_MARKER_SCHEMA = 1


def open_secret_store(
    folders: PrivateFolders,
    *,
    passphrase: Callable[[], bytes] | None,
    password_file: Path | None,
    allow_memory: bool = False,
    use_keyring: bool = True,
) -> SecretStore:
    """The place for this folder's secrets, by the first rule that fits:

    1. `password_file`, or else the file that GENOSEAL_VAULT_PASSWORD_FILE names: the vault, whatever the system offers.
    2. The folder has a vault and no keyring entry of its own: the vault; `passphrase` is asked.
    3. An unlocked keyring of the allow-list.
    4. The folder's secrets are in a keyring that cannot be used now: an error, never a second place.
    5. `passphrase`: the vault, made at first use.
    6. `allow_memory`: memory.

    Raises KeyringFailedError, KeyringLockedError, KeyringRefusedError, NoSecretStoreError, PasswordFileError,
    StoreMarkerError, and what the vault raises. `use_keyring=False` leaves the keyring out, as the demo does.
    """
    named = password_file or _named_password_file()
    if named is not None:
        return VaultStore(folders.vault, read_vault_password_file(named))
    store_id = _read_marker(folders.secret_store) if use_keyring else None
    if store_id is None and os.path.lexists(folders.vault):
        if passphrase is None:
            raise NoSecretStoreError(keyring_state="vault")
        return VaultStore(folders.vault, passphrase())
    state, backend = find_keyring() if use_keyring else (KeyringState.NO_SERVICE, None)
    if backend is not None:
        # Only here: the library brings TLS and HTTP along, and a vault needs neither.
        from client.secrets.keyring_store import KeyringStore

        store_id = store_id or _write_marker(folders.secret_store)
        return KeyringStore(backend, store_id, folders.secret_store.with_suffix(".lock"))
    if store_id is None and passphrase is not None:
        return VaultStore(folders.vault, passphrase())
    if store_id is None and allow_memory:
        return MemoryStore()
    raise _why_not(state)


def opens_by_file(password_file: Path | None) -> bool:
    """Whether the first rule of `open_secret_store` will apply, which asks nobody and changes nothing."""
    return (password_file or _named_password_file()) is not None


def _why_not(state: KeyringState) -> SecretsError:
    if state is KeyringState.LOCKED:
        return KeyringLockedError()
    if state is KeyringState.REFUSED:
        return KeyringRefusedError()
    return NoSecretStoreError(keyring_state=state.value)


def _named_password_file() -> Path | None:
    named = os.environ.get(VAULT_PASSWORD_FILE_VARIABLE)
    return Path(named) if named else None


def _read_marker(path: Path) -> str | None:
    """The id under which this folder's secrets are in the keyring; None when they are not."""
    try:
        marker = json.loads(path.read_bytes())
        schema, kind, store_id = marker["schema"], marker["kind"], marker["id"]
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError):
        raise StoreMarkerError from None
    if schema != _MARKER_SCHEMA or kind != "keyring" or not isinstance(store_id, str) or not store_id.isalnum():
        raise StoreMarkerError
    return store_id


def _write_marker(path: Path) -> str:
    store_id = secrets.token_hex(8)
    marker = {"schema": _MARKER_SCHEMA, "kind": "keyring", "id": store_id}
    try:
        make_private_folders(path.parent)
        with private_output(path) as sink:
            sink.write(json.dumps(marker).encode("ascii"))
    except OutputExistsError:
        # Another process was a moment faster; its id is the folder's.
        existing = _read_marker(path)
        if existing is None:
            raise StoreMarkerError from None
        return existing
    except (OutputFailedError, OSError):
        raise KeyringFailedError from None
    return store_id
