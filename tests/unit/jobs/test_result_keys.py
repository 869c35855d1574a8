"""Result keys: one pair per job, sealed at rest, backed up and brought to another workstation."""

from __future__ import annotations

import base64
import os
import stat
from pathlib import Path

import pytest

from client.jobs.errors import (
    KeyBackupError,
    KeyBackupExistsError,
    RecordDamagedError,
    RecordWriteError,
    ResultKeyMissingError,
)
from client.jobs.result_keys import ImportedKeys, ResultKeyStore
from client.seal import passphrase
from client.seal.errors import WrongPassphraseError
from client.seal.keys import Kem
from tests.support.profiles import NOW
from tests.support.statements import clock_at

VAULT_KEY = b"\x31" * 32
SUBMISSION = "d" * 32


@pytest.fixture
def store(tmp_path: Path) -> ResultKeyStore:
    return ResultKeyStore(tmp_path / "keys", VAULT_KEY, clock_at(NOW))


def test_a_key_is_on_disk_sealed_before_anybody_hears_of_it(store: ResultKeyStore, tmp_path: Path) -> None:
    public = store.make(SUBMISSION)
    key_id = public.key_id.hex()
    private = store.load(key_id)
    assert (public.kem, private.public_key()) == (Kem.X_WING, public)
    path = tmp_path / "keys" / f"{key_id}.key"
    assert private.raw not in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert store.key_ids() == (key_id,)
    assert VAULT_KEY.hex() not in repr(store)


def test_an_unknown_or_impossible_id_is_a_missing_key(store: ResultKeyStore) -> None:
    for key_id in ("0" * 64, "../x", ""):
        with pytest.raises(ResultKeyMissingError):
            store.load(key_id)


def test_a_changed_moved_or_foreign_key_file_is_damaged(store: ResultKeyStore, tmp_path: Path) -> None:
    first, second = (store.make(SUBMISSION, Kem.X25519).key_id.hex() for _ in range(2))
    folder = tmp_path / "keys"
    good = (folder / f"{first}.key").read_bytes()
    other_vault = ResultKeyStore(folder, b"\x32" * 32, clock_at(NOW))
    for reader, data in (
        (store, b""),
        (store, os.urandom(200)),
        (store, good[:-1] + bytes([good[-1] ^ 1])),
        (store, (folder / f"{second}.key").read_bytes()),
        (other_vault, good),
    ):
        (folder / f"{first}.key").write_bytes(data)
        with pytest.raises(RecordDamagedError):
            reader.load(first)


def test_a_forgotten_key_is_gone(store: ResultKeyStore) -> None:
    key_id = store.make(SUBMISSION, Kem.X25519).key_id.hex()
    store.forget(key_id)
    store.forget(key_id)
    assert not store.holds(key_id)


def test_all_keys_go_to_another_workstation_under_a_passphrase(store: ResultKeyStore, tmp_path: Path) -> None:
    keys = {store.make(SUBMISSION, kem).key_id.hex() for kem in (Kem.X25519, Kem.X_WING)}
    backup = tmp_path / "keys.backup"
    assert store.export(backup, b"correct horse") == 2
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    other = ResultKeyStore(tmp_path / "other", b"\x77" * 32, clock_at(NOW))
    assert other.import_backup(backup, b"correct horse") == ImportedKeys(added=2, known=0)
    assert set(other.key_ids()) == keys
    assert all(other.load(key) == store.load(key) for key in keys)
    assert other.import_backup(backup, b"correct horse") == ImportedKeys(added=0, known=2)
    with pytest.raises(WrongPassphraseError):
        other.import_backup(backup, b"wrong")
    with pytest.raises(KeyBackupExistsError):
        store.export(backup, b"x")
    assert store.export(backup, b"x", force=True) == 2


def test_a_backup_that_would_lack_a_key_is_not_made(store: ResultKeyStore, tmp_path: Path) -> None:
    key_id = store.make(SUBMISSION, Kem.X25519).key_id.hex()
    (tmp_path / "keys" / f"{key_id}.key").write_bytes(b"damaged")
    with pytest.raises(RecordDamagedError):
        store.export(tmp_path / "backup", b"x")
    assert not (tmp_path / "backup").exists()


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"garbage",
        b"-----BEGIN GENOSEAL RESULT KEYS-----\n!!!!\n-----END GENOSEAL RESULT KEYS-----\n",
        b"-----BEGIN GENOSEAL RESULT KEYS-----\nAAAA\n-----END GENOSEAL RESULT KEYS-----\n",
        b"\xff\xfe",
    ],
)
def test_garbage_is_no_backup(store: ResultKeyStore, tmp_path: Path, text: bytes) -> None:
    (tmp_path / "b").write_bytes(text)
    with pytest.raises(KeyBackupError):
        store.import_backup(tmp_path / "b", b"x")
    with pytest.raises(KeyBackupError):
        store.import_backup(tmp_path / "none", b"x")


def test_a_backup_of_something_else_under_the_same_passphrase_is_refused(store: ResultKeyStore, tmp_path: Path) -> None:
    sealed = base64.b64encode(passphrase.seal_with_passphrase(b'{"schema": 1, "keys": []}', b"x", b"other use"))
    (tmp_path / "b").write_bytes(
        b"-----BEGIN GENOSEAL RESULT KEYS-----\n" + sealed + b"\n-----END GENOSEAL RESULT KEYS-----\n"
    )
    with pytest.raises(WrongPassphraseError):
        store.import_backup(tmp_path / "b", b"x")


def test_a_key_that_cannot_be_kept_is_not_given_out(tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("a file")
    with pytest.raises(RecordWriteError):
        ResultKeyStore(tmp_path / "keys", VAULT_KEY, clock_at(NOW)).make(SUBMISSION)
