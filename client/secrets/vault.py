"""The passphrase vault: one file for machines where no OS keyring answers.

Bytes of `vault`: "GSVAULT\\n" | schema u16 = 1 | passphrase envelope (docs/FORMAT.md) over JSON
`{"counter": n, "counter_key": base64, "secrets": {name: base64}}`; the associated data ends with the bytes before the
envelope. Every writing has a fresh salt and nonce and the next counter. `vault.counter` beside it holds the highest
counter under an HMAC: an earlier copy of the vault put back alone is refused. Whoever puts both files back together
is not noticed; docs/THREATS.md says so.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import hmac
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from client.model.folders import make_private_folders
from client.seal.errors import DiskFullError, EnvelopeError, OutputExistsError, OutputFailedError, WrongPassphraseError
from client.seal.passphrase import open_with_passphrase, seal_with_passphrase
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
_SCHEMA = 1
_START = _MAGIC + _SCHEMA.to_bytes(2, "big")
_MAX_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True)
class _Contents:
    counter: int
    counter_key: bytes = field(repr=False)
    secrets: dict[str, bytes] = field(repr=False)


class VaultStore:
    """Secrets in the file `path` under `passphrase`; the file is made by the first `set`.

    Opening checks the passphrase when the file exists. Every method raises VaultPassphraseError, VaultDamagedError,
    VaultVersionError and VaultRollbackError; writing also VaultWriteError. Another process's writings are seen.
    """

    kind = "vault"

    def __init__(self, path: Path, passphrase: bytes) -> None:
        if not passphrase:
            raise VaultPassphraseError
        self._path = path
        self._counter_path = path.with_name(path.name + ".counter")
        self._passphrase = passphrase
        self._lock = FileLock(path.with_name(path.name + ".lock"))
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
        content = self._read()
        # Deriving the key takes a fifth of a second: only for bytes not seen before.
        while content is not None and content != self._read_bytes:
            contents = self._open(content)
            try:
                self._require_not_older(contents)
            except VaultRollbackError:
                # In that fifth another process may have written a later vault, and its counter after it.
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
            return None
        except OSError:
            raise VaultDamagedError from None

    def _open(self, content: bytes) -> _Contents:
        if not content.startswith(_MAGIC) or len(content) > _MAX_BYTES:
            raise VaultDamagedError
        schema = int.from_bytes(content[len(_MAGIC) : len(_START)], "big")
        if schema > _SCHEMA:
            raise VaultVersionError(schema=schema)
        if not content.startswith(_START):
            raise VaultDamagedError
        try:
            plain = open_with_passphrase(content[len(_START) :], self._passphrase, aad=_START)
        except WrongPassphraseError:
            raise VaultPassphraseError from None
        except EnvelopeError:
            raise VaultDamagedError from None
        return _parse_contents(plain)

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
        content = _START + seal_with_passphrase(_format_contents(contents), self._passphrase, aad=_START)
        anchor = {"schema": 1, "counter": contents.counter, "mac": _counter_mac(contents, contents.counter)}
        try:
            # This order: a process that dies in between leaves a vault ahead of its counter, which is accepted.
            _replace_file(self._path, content)
            _replace_file(self._counter_path, json.dumps(anchor).encode("ascii"))
        except DiskFullError:
            raise VaultWriteError(reason="disk-full") from None
        except (OutputFailedError, OutputExistsError):
            raise VaultWriteError(reason="failed") from None
        # Reading back compares these very bytes; a second derivation would prove nothing more.
        self._read_bytes, self._contents = content, contents


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
