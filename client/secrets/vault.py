"""The passphrase vault: one file for machines where no OS keyring answers.

Bytes of `vault`: "GSVAULT\\n" | schema u16 = 2 | passphrase envelope (docs/FORMAT.md) over a random 32-byte key | the
secrets at rest under that key: JSON `{"counter": n, "counter_key": base64, "secrets": {name: base64}}`. The envelope
is made once, so that a process derives its key once and not at each of many writings (the activity log alone makes
one a line); the key stays in memory until the store is dropped. Every writing has a fresh salt and nonce and the next
counter. Schema 1, with the JSON in the envelope itself, is read and written anew as 2.

`vault.counter` beside it holds the highest counter under an HMAC: an earlier copy of the vault put back alone is
refused. Whoever puts both files back together is not noticed; docs/THREATS.md says so.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import hmac
import json
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from client.model.folders import make_private_folders
from client.seal.at_rest import VAULT_KEY_BYTES, open_at_rest, seal_at_rest
from client.seal.errors import (
    AtRestError,
    DiskFullError,
    EnvelopeError,
    OutputExistsError,
    OutputFailedError,
    WrongPassphraseError,
)
from client.seal.passphrase import OVERHEAD_BYTES, open_with_passphrase, seal_with_passphrase
from client.seal.private_output import private_output
from client.secrets.errors import (
    KeyringReadBackError,
    VaultDamagedError,
    VaultPassphraseError,
    VaultRollbackError,
    VaultVersionError,
    VaultWriteError,
)
from client.secrets.file_lock import FileLock
from client.secrets.store import require_secret_name

_MAGIC = b"GSVAULT\n"
_SCHEMA = 2
_START = _MAGIC + _SCHEMA.to_bytes(2, "big")
_OLDER_START = _MAGIC + (1).to_bytes(2, "big")
_BEFORE_SECRETS = len(_START) + OVERHEAD_BYTES + VAULT_KEY_BYTES
_PURPOSE = "vault"
_MAX_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True)
class _Door:
    """The envelope of this vault, and the key that was in it."""

    envelope: bytes
    key: bytes = field(repr=False)


@dataclass(frozen=True)
class _Contents:
    counter: int
    counter_key: bytes = field(repr=False)
    secrets: dict[str, bytes] = field(repr=False)


class VaultStore:
    """Secrets in the file `path` under `passphrase`; the file is made by the first `set`.

    Opening checks the passphrase when the file exists. Every method raises VaultPassphraseError, VaultDamagedError,
    VaultVersionError and VaultRollbackError; writing also VaultWriteError. Another process's writings are seen. May be
    used from several threads.
    """

    kind = "vault"

    def __init__(self, path: Path, passphrase: bytes) -> None:
        if not passphrase:
            raise VaultPassphraseError
        self._path = path
        self._counter_path = path.with_name(path.name + ".counter")
        self._passphrase = passphrase
        self._lock = FileLock(path.with_name(path.name + ".lock"))
        self._threads = threading.RLock()
        self._door: _Door | None = None
        self._read_bytes: bytes | None = None
        self._contents = _Contents(0, os.urandom(32), {})
        self._load()

    def get(self, name: str) -> bytes | None:
        require_secret_name(name)
        return self._load().secrets.get(name)

    def set(self, name: str, secret: bytes) -> None:
        require_secret_name(name)
        with self.exclusive():
            self._store(self._load().secrets | {name: bytes(secret)})
            if self._load().secrets.get(name) != secret:
                raise KeyringReadBackError

    def delete(self, name: str) -> None:
        require_secret_name(name)
        with self.exclusive():
            secrets = dict(self._load().secrets)
            if secrets.pop(name, None) is not None:
                self._store(secrets)

    @contextlib.contextmanager
    def exclusive(self) -> Iterator[None]:
        with contextlib.ExitStack() as stack:
            try:
                make_private_folders(self._path.parent)
                stack.enter_context(self._lock.held())
            except OSError:
                raise VaultWriteError(reason="failed") from None
            yield

    def _load(self) -> _Contents:
        with self._threads:
            return self._load_newest()

    def _load_newest(self) -> _Contents:
        content = self._read()
        while content is not None and content != self._read_bytes:
            contents = self._open(content)
            try:
                self._require_not_older(contents)
            except VaultRollbackError:
                # Meanwhile another process may have written a later vault, and its counter after it.
                later = self._read()
                if later == content:
                    raise
                content = later
            else:
                self._read_bytes, self._contents = content, contents
        return self._contents

    def _read(self) -> bytes | None:
        """The file's bytes; None while it was never there."""
        try:
            with self._path.open("rb") as stream:
                return stream.read(_MAX_BYTES + 1)
        except FileNotFoundError:
            if self._contents.counter:
                # It was there a moment ago; an empty vault in its place would be the oldest copy of all.
                raise VaultRollbackError(counter=0, expected=self._contents.counter) from None
            if os.path.lexists(self._counter_path):
                # A vault comes before its counter. A new one here would also lock out the lost one's backup.
                raise VaultDamagedError from None
            return None
        except OSError:
            raise VaultDamagedError from None

    def _open(self, content: bytes) -> _Contents:
        if not content.startswith(_MAGIC) or len(content) > _MAX_BYTES:
            raise VaultDamagedError
        schema = int.from_bytes(content[len(_MAGIC) : len(_START)], "big")
        if schema > _SCHEMA:
            raise VaultVersionError(schema=schema)
        if content.startswith(_OLDER_START):
            return _parse_contents(self._open_envelope(content[len(_OLDER_START) :], _OLDER_START))
        if not content.startswith(_START):
            raise VaultDamagedError
        envelope = content[len(_START) : _BEFORE_SECRETS]
        door = self._door
        if door is None or door.envelope != envelope:
            # This takes a third of a second on purpose: once a process, and again where the envelope is another.
            door = _Door(envelope, self._open_envelope(envelope, _START))
        try:
            contents = _parse_contents(open_at_rest(door.key, _PURPOSE, "", content[_BEFORE_SECRETS:]))
        except (AtRestError, ValueError):
            raise VaultDamagedError from None
        self._door = door
        return contents

    def _open_envelope(self, envelope: bytes, start: bytes) -> bytes:
        try:
            return open_with_passphrase(envelope, self._passphrase, aad=start)
        except WrongPassphraseError:
            raise VaultPassphraseError from None
        except EnvelopeError:
            raise VaultDamagedError from None

    def _require_not_older(self, contents: _Contents) -> None:
        expected = max(self._contents.counter, self._anchored_counter(contents))
        if contents.counter < expected:
            raise VaultRollbackError(counter=contents.counter, expected=expected)

    def _anchored_counter(self, contents: _Contents) -> int:
        try:
            anchor = json.loads(self._counter_path.read_bytes())
            counter, mac = anchor["counter"], anchor["mac"]
            right = anchor["schema"] == 1 and hmac.compare_digest(mac, _counter_mac(contents, counter))
        except FileNotFoundError:
            # The first vault may have been written by a process that died before its counter file.
            if contents.counter == 1:
                return 1
            raise VaultRollbackError(counter=contents.counter, expected=0) from None
        except (OSError, ValueError, KeyError, TypeError):
            raise VaultDamagedError from None
        if not right or not isinstance(counter, int):
            raise VaultDamagedError
        return counter

    def _store(self, secrets: dict[str, bytes]) -> None:
        contents = _Contents(self._contents.counter + 1, self._contents.counter_key, secrets)
        door = self._door or self._new_door()
        content = _START + door.envelope + seal_at_rest(door.key, _PURPOSE, "", _format_contents(contents))
        try:
            # The first writing may have been cut short behind the vault: without any counter only the first vault is
            # accepted, so a second one must not come before it.
            if self._contents.counter and not os.path.lexists(self._counter_path):
                self._write_counter(self._contents)
            # This order: a process that dies in between leaves a vault ahead of its counter, which is accepted.
            _replace_file(self._path, content)
            self._write_counter(contents)
        except DiskFullError:
            raise VaultWriteError(reason="disk-full") from None
        except (OutputFailedError, OutputExistsError):
            raise VaultWriteError(reason="failed") from None
        # Reading back compares these very bytes; opening them again would prove nothing more.
        with self._threads:
            self._door, self._read_bytes, self._contents = door, content, contents

    def _write_counter(self, contents: _Contents) -> None:
        anchor = {"schema": 1, "counter": contents.counter, "mac": _counter_mac(contents, contents.counter)}
        _replace_file(self._counter_path, json.dumps(anchor).encode("ascii"))

    def _new_door(self) -> _Door:
        key = os.urandom(VAULT_KEY_BYTES)
        return _Door(seal_with_passphrase(key, self._passphrase, aad=_START), key)


def _replace_file(path: Path, content: bytes) -> None:
    with private_output(path, force=True) as sink:
        view = memoryview(content)
        while view:
            view = view[sink.write(view) :]


def _counter_mac(contents: _Contents, counter: int) -> str:
    return hmac.digest(contents.counter_key, f"genoseal/1 vault counter {counter}".encode(), "sha256").hex()


def _format_contents(contents: _Contents) -> bytes:
    secrets = {name: base64.b64encode(secret).decode("ascii") for name, secret in contents.secrets.items()}
    counter_key = base64.b64encode(contents.counter_key).decode("ascii")
    return json.dumps({"counter": contents.counter, "counter_key": counter_key, "secrets": secrets}).encode("ascii")


def _parse_contents(plain: bytes) -> _Contents:
    try:
        found: dict[str, Any] = json.loads(plain)
        secrets = {name: base64.b64decode(text, validate=True) for name, text in found["secrets"].items()}
        counter, counter_key = found["counter"], base64.b64decode(found["counter_key"], validate=True)
    except (ValueError, KeyError, TypeError, AttributeError, binascii.Error):
        raise VaultDamagedError from None
    if type(counter) is not int or counter < 1:
        raise VaultDamagedError
    return _Contents(counter, counter_key, secrets)
