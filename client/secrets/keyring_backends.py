"""Which OS keyring may keep our secrets, and what state it is in. Only this file and `keyring_store` import keyring.

The list wins over PYTHON_KEYRING_BACKEND and keyringrc.cfg: they may choose among the listed backends, and naming
another one (keyrings.alt writes plain files, null forgets everything) means that no keyring is used at all. Backends
are loaded by name, never found by entry points, so an installed package cannot put itself in between.
"""

from __future__ import annotations

import importlib
import logging
import os
import sys
from contextlib import closing
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    # The library brings TLS and HTTP along: it is imported when a keyring is looked for, not with every command.
    from keyring.backend import KeyringBackend

_LOG = logging.getLogger(__name__)

SECRET_SERVICE = "keyring.backends.SecretService.Keyring"  # noqa: S105 - a class name
LIBSECRET = "keyring.backends.libsecret.Keyring"
KWALLET = "keyring.backends.kwallet.DBusKeyring"
WIN_VAULT = "keyring.backends.Windows.WinVaultKeyring"
MACOS = "keyring.backends.macOS.Keyring"
ALLOWED_BACKENDS = (SECRET_SERVICE, LIBSECRET, KWALLET, WIN_VAULT, MACOS)

# A session bus whose daemon hangs must not hang us; gnome-keyring answers within milliseconds.
_PROBE_TIMEOUT_S = 10.0
_DEFAULT_COLLECTION = "/org/freedesktop/secrets/aliases/default"


class KeyringState(Enum):
    """What the OS keyring can do for us now. Asking never shows a prompt."""

    NO_SERVICE = "no_service"
    """No keyring answers: SSH, cron, a container, a bare machine."""
    NEVER_CREATED = "never_created"
    """A keyring service answers and has no keyring yet; making one is the user's own act."""
    LOCKED = "locked"
    UNLOCKED = "unlocked"
    REFUSED = "refused"
    """Environment or keyringrc names a backend that is not on the list."""


def keyring_state() -> KeyringState:
    """The state of the keyring that would be used."""
    return find_keyring()[0]


def find_keyring() -> tuple[KeyringState, KeyringBackend | None]:
    """The state, and the backend to use when it is UNLOCKED."""
    chosen = _configured_backend()
    if chosen is not None and chosen not in ALLOWED_BACKENDS:
        return KeyringState.REFUSED, None
    seen = KeyringState.NO_SERVICE
    for name in (name for name in _backends_here() if chosen in (None, name)):
        state, backend = _try_backend(name)
        if state is KeyringState.UNLOCKED:
            return state, backend
        if state is not KeyringState.NO_SERVICE:
            seen = state
    return seen, None


def _backends_here() -> tuple[str, ...]:
    """Those made for this system. Importing another's is no harmless question: macOS's looks for its frameworks by
    `ctypes.util.find_library`, which on Linux starts ldconfig, gcc and ld.
    """
    if sys.platform == "win32":
        return (WIN_VAULT,)
    return (MACOS,) if sys.platform == "darwin" else (SECRET_SERVICE, LIBSECRET, KWALLET)


def _configured_backend() -> str | None:
    named = os.environ.get("PYTHON_KEYRING_BACKEND", "").strip()
    if named:
        return named
    import configparser

    from keyring.util import platform_

    config = configparser.RawConfigParser()
    try:
        # keyring itself would also put the file's `keyring-path` before our own modules; we never do.
        if not config.read(platform_.config_root() / "keyringrc.cfg", encoding="utf-8"):
            return None
        return config.get("backend", "default-keyring").strip()
    except configparser.NoSectionError:
        return None
    except (configparser.Error, OSError, UnicodeError):
        # What cannot be read might have named anything.
        return "keyringrc.cfg is unreadable"


def _try_backend(name: str) -> tuple[KeyringState, KeyringBackend | None]:
    try:
        backend_class = _load_class(name)
        # Each backend says by raising RuntimeError from `priority` that it does not work here.
        backend_class.priority  # noqa: B018
    except Exception as error:  # noqa: BLE001 - third-party imports and D-Bus stacks fail in every way there is
        _LOG.debug("keyring backend %s is not viable: %s", name, type(error).__name__)
        return KeyringState.NO_SERVICE, None
    if sys.platform == "linux" and name in (SECRET_SERVICE, LIBSECRET):
        state = _secret_service_state()
        if state is not KeyringState.UNLOCKED:
            return state, None
    return KeyringState.UNLOCKED, backend_class()


def _load_class(name: str) -> type[KeyringBackend]:
    module_name, _, class_name = name.rpartition(".")
    found = getattr(importlib.import_module(module_name), class_name)
    # A subclass that ignores KEYRING_PROPERTY_*: the environment could point it at another collection or service.
    return type(class_name, (found,), {"set_properties_from_env": lambda self: None})


def _secret_service_state() -> KeyringState:
    import jeepney  # type: ignore[import-untyped]
    import secretstorage

    try:
        with closing(secretstorage.dbus_init()) as connection:
            return _default_collection_state(connection, jeepney)
    except (secretstorage.SecretStorageException, OSError, ValueError):
        return KeyringState.NO_SERVICE


def _default_collection_state(connection: Any, jeepney: Any) -> KeyringState:
    """One property of the default collection, with a timeout; secretstorage's own calls have none."""
    address = jeepney.DBusAddress(_DEFAULT_COLLECTION, "org.freedesktop.secrets", "org.freedesktop.Secret.Collection")
    reply = connection.send_and_get_reply(jeepney.Properties(address).get("Locked"), timeout=_PROBE_TIMEOUT_S)
    if reply.header.message_type is not jeepney.MessageType.error:
        (_, locked) = reply.body[0]
        return KeyringState.LOCKED if locked else KeyringState.UNLOCKED
    error_name = reply.header.fields.get(jeepney.HeaderFields.error_name, "")
    if error_name in {
        "org.freedesktop.DBus.Error.UnknownMethod",
        "org.freedesktop.DBus.Error.UnknownObject",
        "org.freedesktop.Secret.Error.NoSuchObject",
    }:
        return KeyringState.NEVER_CREATED
    return KeyringState.NO_SERVICE
