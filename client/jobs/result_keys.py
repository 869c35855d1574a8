"""Each job's own key pair: results are sealed to it, so its loss would be the loss of the results.

Private keys rest as one small file each under the vault key. `export` backs all of them up under a passphrase,
`import_backup` brings them to another workstation.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from pathlib import Path
from typing import Any, NamedTuple

from client.jobs.errors import (
    KeyBackupError,
    KeyBackupExistsError,
    RecordDamagedError,
    RecordNewerError,
    ResultKeyMissingError,
)
from client.jobs.signed_by import record_errors, write_record
from client.model.clock import Clock, format_time
from client.model.job import SHA256, SUBMISSION_ID
from client.seal.at_rest import open_at_rest, seal_at_rest
from client.seal.errors import AtRestError, EnvelopeError, OutputExistsError
from client.seal.keys import Kem, PrivateKey, PublicKey, generate_private_key
from client.seal.passphrase import open_with_passphrase, seal_with_passphrase
from client.seal.private_output import private_output

_SCHEMA = 1
_PURPOSE = "result key"
_BACKUP_AAD = b"genoseal/1 result keys"
_BACKUP = re.compile(
    r"\s*-----BEGIN GENOSEAL RESULT KEYS-----\s+([A-Za-z0-9+/=\s]+?)\s*-----END GENOSEAL RESULT KEYS-----\s*"
)
_MAX_BACKUP_BYTES = 64 * 1024 * 1024
_MAX_KEY_FILE_BYTES = 16 * 1024


class ImportedKeys(NamedTuple):
    """How many keys a backup brought that were not here, and how many were."""

    added: int
    known: int


class ResultKeyStore:
    """The result keys of one private folder, under one vault key."""

    def __init__(self, folder: Path, vault_key: bytes, clock: Clock) -> None:
        self._folder = folder
        self._vault_key = vault_key
        self._clock = clock

    def __repr__(self) -> str:
        return "ResultKeyStore()"

    def make(self, submission_id: str, kem: Kem = Kem.X_WING) -> PublicKey:
        """A fresh pair for one submission, on disk when this returns; the public half goes into the manifest.

        Raises RecordWriteError.
        """
        private_key = generate_private_key(kem)
        self._write(private_key, submission_id, format_time(self._clock()))
        return private_key.public_key()

    def load(self, key_id: str) -> PrivateKey:
        """The private key with this hex `key_id` (a receipt's `result_recipient`).

        Raises ResultKeyMissingError, RecordDamagedError and RecordNewerError.
        """
        return _private_key(self._read(key_id))

    def holds(self, key_id: str) -> bool:
        """Whether a key file of this id is here."""
        return self._path(key_id).exists()

    def forget(self, key_id: str) -> None:
        """Remove a key: results of its job can never be opened again here."""
        with record_errors():
            self._path(key_id).unlink(missing_ok=True)

    def forget_submission(self, submission_id: str) -> int:
        """Remove the keys that were made for a submission of which no job came; returns how many.

        A key that cannot be read stays: nobody can say whose it is.
        """
        removed = 0
        for key_id in self.key_ids():
            try:
                is_meant = self._read(key_id)["submission_id"] == submission_id
            except (RecordDamagedError, RecordNewerError, ResultKeyMissingError):
                continue
            if is_meant:
                self.forget(key_id)
                removed += 1
        return removed

    def key_ids(self) -> tuple[str, ...]:
        """The ids of all keys here."""
        if not self._folder.is_dir():
            return ()
        names = sorted(path.stem for path in self._folder.glob("*.key"))
        return tuple(name for name in names if re.fullmatch(SHA256, name))

    def export(self, out: Path, passphrase: bytes, force: bool = False) -> int:
        """Write all keys to `out` under a passphrase and return how many.

        Raises KeyBackupExistsError, RecordWriteError, and RecordDamagedError for a key that cannot be read: a backup
        that silently lacks one would be worse than none.
        """
        entries = [self._read(key_id) for key_id in self.key_ids()]
        plaintext = json.dumps({"schema": _SCHEMA, "keys": entries}).encode()
        sealed = base64.encodebytes(seal_with_passphrase(plaintext, passphrase, _BACKUP_AAD)).decode()
        text = f"-----BEGIN GENOSEAL RESULT KEYS-----\n{sealed}-----END GENOSEAL RESULT KEYS-----\n"
        try:
            with record_errors(), private_output(out, force=force) as sink:
                sink.write(text.encode())
        except OutputExistsError:
            raise KeyBackupExistsError from None
        return len(entries)

    def import_backup(self, path: Path, passphrase: bytes) -> ImportedKeys:
        """Take the keys of a backup; those that are here already stay as they are.

        Raises KeyBackupError, RecordNewerError, RecordWriteError and WrongPassphraseError.
        """
        added = known = 0
        for entry in _read_backup(path, passphrase):
            private_key = _private_key(entry)
            if self.holds(private_key.public_key().key_id.hex()):
                known += 1
                continue
            self._write(private_key, entry["submission_id"], entry["created_at"])
            added += 1
        return ImportedKeys(added, known)

    def _write(self, private_key: PrivateKey, submission_id: str, created_at: str) -> None:
        key_id = private_key.public_key().key_id.hex()
        entry = {
            "schema": _SCHEMA,
            "key_id": key_id,
            "kem": int(private_key.kem),
            "private": base64.b64encode(private_key.raw).decode(),
            "submission_id": submission_id,
            "created_at": created_at,
        }
        sealed = seal_at_rest(self._vault_key, _PURPOSE, key_id, json.dumps(entry).encode())
        write_record(self._path(key_id), sealed)

    def _read(self, key_id: str) -> dict[str, Any]:
        try:
            with self._path(key_id).open("rb") as stream:
                sealed = stream.read(_MAX_KEY_FILE_BYTES)
        except FileNotFoundError:
            raise ResultKeyMissingError from None
        except OSError:
            raise RecordDamagedError(which="key") from None
        try:
            value = json.loads(open_at_rest(self._vault_key, _PURPOSE, key_id, sealed))
        except (AtRestError, ValueError):
            raise RecordDamagedError(which="key") from None
        entry = _require_entry(value)
        if entry["key_id"] != key_id:
            raise RecordDamagedError(which="key")
        return entry

    def _path(self, key_id: str) -> Path:
        if not re.fullmatch(SHA256, key_id):
            raise ResultKeyMissingError
        return self._folder / f"{key_id}.key"


def _read_backup(path: Path, passphrase: bytes) -> list[dict[str, Any]]:
    try:
        with path.open("rb") as stream:
            data = stream.read(_MAX_BACKUP_BYTES + 1)
        match = _BACKUP.fullmatch(data.decode("ascii")) if len(data) <= _MAX_BACKUP_BYTES else None
        if match is None:
            raise KeyBackupError
        sealed = base64.b64decode("".join(match[1].split()), validate=True)
    except (OSError, UnicodeDecodeError, binascii.Error, ValueError):
        raise KeyBackupError from None
    try:
        value = json.loads(open_with_passphrase(sealed, passphrase, _BACKUP_AAD))
        if value["schema"] > _SCHEMA:
            raise RecordNewerError(schema=value["schema"], known=_SCHEMA)
        return [_require_entry(entry) for entry in value["keys"]]
    except (EnvelopeError, ValueError, KeyError, TypeError, RecordDamagedError):
        raise KeyBackupError from None


def _require_entry(value: Any) -> dict[str, Any]:
    """One key's members, checked down to the key itself; raises RecordDamagedError and RecordNewerError."""
    try:
        if value["schema"] > _SCHEMA:
            raise RecordNewerError(schema=value["schema"], known=_SCHEMA)
        if not re.fullmatch(SUBMISSION_ID, value["submission_id"]) or not isinstance(value["created_at"], str):
            raise RecordDamagedError(which="key")
        if _private_key(value).public_key().key_id.hex() != value["key_id"]:
            raise RecordDamagedError(which="key")
    except (KeyError, TypeError, ValueError):
        raise RecordDamagedError(which="key") from None
    entry: dict[str, Any] = value
    return entry


def _private_key(entry: dict[str, Any]) -> PrivateKey:
    try:
        raw = base64.b64decode(entry["private"], validate=True)
        if len(raw) != 32:
            raise RecordDamagedError(which="key")
        return PrivateKey(Kem(entry["kem"]), raw)
    except (KeyError, TypeError, ValueError):
        raise RecordDamagedError(which="key") from None
