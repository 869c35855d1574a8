"""What every place for secrets promises, what is noticed about a keyring, and which place is chosen."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, KeyringLocked

from client.model.folders import PrivateFolders
from client.secrets import open_store as open_store_module
from client.secrets.errors import (
    KeyringFailedError,
    KeyringLockedError,
    KeyringReadBackError,
    NoSecretStoreError,
    PasswordFileError,
    SecretsError,
    StoreMarkerError,
    VaultKeyError,
)
from client.secrets.file_lock import open_lock_file, try_lock
from client.secrets.keyring_backends import KeyringState
from client.secrets.keyring_store import KeyringStore
from client.secrets.memory_store import MemoryStore
from client.secrets.open_store import open_secret_store
from client.secrets.store import MAX_SECRET_BYTES, SecretStore, load_vault_key
from client.secrets.vault import VaultStore
from tests.conftest import REPOSITORY
from tests.support.secret_places import PASSPHRASE, FakeKeyring, password_file


def make_vault(folder: Path) -> SecretStore:
    return VaultStore(folder / "vault", PASSPHRASE)


def make_keyring(folder: Path) -> SecretStore:
    return KeyringStore(FakeKeyring(), "ab12", folder / "secrets.lock")


def make_memory(folder: Path) -> SecretStore:
    return MemoryStore()


@pytest.mark.parametrize("make", [make_vault, make_keyring, make_memory])
def test_every_store_keeps_replaces_and_forgets(make: Callable[[Path], SecretStore], tmp_path: Path) -> None:
    store = make(tmp_path)
    assert store.get("refresh-token") is None
    store.set("refresh-token", b"\x00\xff one")
    store.set("other", b"")
    store.set("refresh-token", b"two")
    assert (store.get("refresh-token"), store.get("other")) == (b"two", b"")
    store.delete("refresh-token")
    store.delete("refresh-token")
    assert (store.get("refresh-token"), store.get("other")) == (None, b"")
    key = load_vault_key(store)
    assert len(key) == 32
    assert load_vault_key(store) == key
    for name in ("", "Upper", "a/b", "../x", "a" * 65, "a\n"):
        with pytest.raises(ValueError, match="name"):
            store.get(name)


@pytest.mark.parametrize(("make", "lock"), [(make_vault, "vault.lock"), (make_keyring, "secrets.lock")])
def test_while_one_process_changes_a_store_no_other_does(
    make: Callable[[Path], SecretStore], lock: str, tmp_path: Path
) -> None:
    store = make(tmp_path)
    with store.exclusive(), store.exclusive():
        store.set("refresh-token", b"one")
        assert not is_free(tmp_path / lock)
    assert is_free(tmp_path / lock)


def is_free(lock: Path) -> bool:
    """As another process finds it."""
    descriptor = open_lock_file(lock)
    try:
        return try_lock(descriptor)
    finally:
        os.close(descriptor)


def test_what_a_keyring_of_some_system_would_cut_is_not_handed_to_any(tmp_path: Path) -> None:
    store = make_keyring(tmp_path)
    store.set("session", b"x" * MAX_SECRET_BYTES)
    with pytest.raises(ValueError, match="too long"):
        store.set("session", b"x" * (MAX_SECRET_BYTES + 1))
    assert store.get("session") == b"x" * MAX_SECRET_BYTES


@pytest.mark.parametrize("make", [make_vault, make_keyring, make_memory])
def test_a_vault_key_of_another_length_is_refused(make: Callable[[Path], SecretStore], tmp_path: Path) -> None:
    store = make(tmp_path)
    store.set("vault-key", b"short")
    with pytest.raises(VaultKeyError):
        load_vault_key(store)


def test_a_keyring_that_forgets_or_fails_is_noticed(tmp_path: Path) -> None:
    backend = FakeKeyring()
    store = KeyringStore(backend, "ab12", tmp_path / "lock")
    backend.forgets = True
    with pytest.raises(KeyringReadBackError):
        store.set("refresh-token", b"x")
    with pytest.raises(KeyringReadBackError):
        load_vault_key(store)
    backend.entries["genoseal", "ab12/refresh-token"] = "not base64 é"
    with pytest.raises(KeyringReadBackError):
        store.get("refresh-token")
    expected: list[tuple[Exception, type[SecretsError]]] = [
        (KeyringLocked("x"), KeyringLockedError),
        (KeyringError("x"), KeyringFailedError),
        (RuntimeError("a path in a message"), KeyringFailedError),
    ]
    for raised, mapped in expected:
        backend.raises = raised
        for call in (lambda: store.get("a"), lambda: store.set("a", b""), lambda: store.delete("a")):
            with pytest.raises(mapped) as caught:
                call()
            assert str(caught.value) == mapped.code


def set_keyring(monkeypatch: pytest.MonkeyPatch, state: KeyringState, backend: KeyringBackend | None = None) -> None:
    monkeypatch.setattr(open_store_module, "find_keyring", lambda: (state, backend))


def test_the_store_is_chosen_by_rule_and_kept_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = PrivateFolders(tmp_path / "home")
    backend = FakeKeyring()
    set_keyring(monkeypatch, KeyringState.UNLOCKED, backend)
    store = open_secret_store(folders, passphrase=lambda: PASSPHRASE, password_file=None)
    assert store.kind == "keyring"
    key = load_vault_key(store)
    assert load_vault_key(open_secret_store(folders, passphrase=None, password_file=None)) == key
    other = open_secret_store(PrivateFolders(tmp_path / "other"), passphrase=None, password_file=None)
    assert load_vault_key(other) != key, "two folders on one keyring stay apart"
    (tmp_path / "home").rename(tmp_path / "moved")
    moved = open_secret_store(PrivateFolders(tmp_path / "moved"), passphrase=None, password_file=None)
    assert load_vault_key(moved) == key, "a moved folder keeps its secrets"
    set_keyring(monkeypatch, KeyringState.NO_SERVICE)
    with pytest.raises(NoSecretStoreError):
        open_secret_store(PrivateFolders(tmp_path / "moved"), passphrase=lambda: PASSPHRASE, password_file=None)


def test_a_folder_with_a_vault_stays_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = PrivateFolders(tmp_path)
    set_keyring(monkeypatch, KeyringState.NO_SERVICE)
    store = open_secret_store(folders, passphrase=lambda: PASSPHRASE, password_file=None)
    assert store.kind == "vault"
    key = load_vault_key(store)
    set_keyring(monkeypatch, KeyringState.UNLOCKED, FakeKeyring())
    again = open_secret_store(folders, passphrase=lambda: PASSPHRASE, password_file=None)
    assert (again.kind, load_vault_key(again)) == ("vault", key)
    with pytest.raises(NoSecretStoreError) as caught:
        open_secret_store(folders, passphrase=None, password_file=None)
    assert caught.value.facts == {"keyring_state": "vault"}


def test_a_password_file_wins_over_the_keyring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = PrivateFolders(tmp_path / "home")
    set_keyring(monkeypatch, KeyringState.UNLOCKED, FakeKeyring())
    path = password_file(tmp_path)
    monkeypatch.setenv("GENOSEAL_VAULT_PASSWORD_FILE", str(tmp_path / "nowhere"))
    assert open_secret_store(folders, passphrase=None, password_file=path).kind == "vault"
    monkeypatch.setenv("GENOSEAL_VAULT_PASSWORD_FILE", str(path))
    assert open_secret_store(folders, passphrase=None, password_file=None).kind == "vault"
    path.chmod(0o644)
    with pytest.raises(PasswordFileError):
        open_secret_store(folders, passphrase=None, password_file=None)


def test_without_any_place_the_error_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = PrivateFolders(tmp_path / "home")
    for state, code in (
        (KeyringState.NO_SERVICE, "SECRETS-NONE"),
        (KeyringState.NEVER_CREATED, "SECRETS-NONE"),
        (KeyringState.LOCKED, "SECRETS-LOCKED"),
        (KeyringState.REFUSED, "SECRETS-BACKEND"),
    ):
        set_keyring(monkeypatch, state)
        with pytest.raises(SecretsError) as caught:
            open_secret_store(folders, passphrase=None, password_file=None)
        assert (caught.value.code, caught.value.exit_code) == (code, 5)
        store = open_secret_store(folders, passphrase=None, password_file=None, allow_memory=True)
        assert store.kind == "memory"
    set_keyring(monkeypatch, KeyringState.UNLOCKED, FakeKeyring())
    store = open_secret_store(folders, passphrase=lambda: PASSPHRASE, password_file=None, use_keyring=False)
    assert store.kind == "vault"
    assert not folders.home.exists(), "choosing writes nothing"


def test_a_folder_that_keeps_its_secrets_in_a_keyring_does_not_forget_them_for_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = PrivateFolders(tmp_path / "home")
    set_keyring(monkeypatch, KeyringState.UNLOCKED, FakeKeyring())
    open_secret_store(folders, passphrase=None, password_file=None).set("refresh-token", b"x")
    for state in (KeyringState.LOCKED, KeyringState.NO_SERVICE):
        set_keyring(monkeypatch, state)
        with pytest.raises(SecretsError):
            open_secret_store(folders, passphrase=lambda: PASSPHRASE, password_file=None, allow_memory=True)


def test_a_damaged_marker_is_not_taken_for_a_fresh_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_keyring(monkeypatch, KeyringState.UNLOCKED, FakeKeyring())
    for content in ("", "{}", "[]", '{"schema": 2, "kind": "keyring", "id": "ab"}', '{"schema":1,"kind":"x","id":"a"}'):
        (tmp_path / "secrets.json").write_text(content)
        with pytest.raises(StoreMarkerError):
            open_secret_store(PrivateFolders(tmp_path), passphrase=None, password_file=None)


_LOOK = """
import sys
sys.addaudithook(lambda event, _: print(event) if event in {"subprocess.Popen", "os.exec", "os.posix_spawn"} else None)
from client.secrets.keyring_backends import keyring_state
print(keyring_state().name)
"""


@pytest.mark.parametrize("named", ["", "keyring.backends.macOS.Keyring"])
@pytest.mark.skipif(sys.platform != "linux", reason="the backends of the other systems")
def test_looking_for_a_keyring_starts_no_other_program(named: str) -> None:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(REPOSITORY), "PYTHON_KEYRING_BACKEND": named}
    found = subprocess.run([sys.executable, "-c", _LOOK], env=environment, capture_output=True, check=True)
    assert found.stdout.split() == [b"NO_SERVICE"]
