"""What every place for secrets promises, and what the vault notices."""

from __future__ import annotations

import base64
import json
import multiprocessing
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, KeyringLocked, PasswordDeleteError

import client.secrets.vault
from client.model.folders import PrivateFolders
from client.seal.passphrase import seal_with_passphrase
from client.secrets import open_store as open_store_module
from client.secrets.errors import (
    KeyringFailedError,
    KeyringLockedError,
    KeyringReadBackError,
    NoSecretStoreError,
    PasswordFileError,
    SecretsError,
    StoreMarkerError,
    VaultDamagedError,
    VaultKeyError,
    VaultPassphraseError,
    VaultRollbackError,
    VaultVersionError,
    VaultWriteError,
)
from client.secrets.keyring_backends import KeyringState
from client.secrets.keyring_store import KeyringStore
from client.secrets.memory_store import MemoryStore
from client.secrets.open_store import open_secret_store
from client.secrets.password_file import read_vault_password_file
from client.secrets.store import SecretStore, load_vault_key
from client.secrets.vault import VaultStore

PASSPHRASE = b"a vault passphrase"


@pytest.fixture(autouse=True)
def cheap_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """64 KiB instead of 64 MiB for what this process writes; reading follows the file's own numbers."""
    monkeypatch.setattr("client.seal.passphrase.MEMORY_KIB", 64)


class FakeKeyring(KeyringBackend):
    """A keyring in memory that can misbehave."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[tuple[str, str], str] = {}
        self.raises: Exception | None = None
        self.forgets = False

    def get_password(self, service: str, username: str) -> str | None:
        self._maybe_raise()
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._maybe_raise()
        if not self.forgets:
            self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._maybe_raise()
        if self.entries.pop((service, username), None) is None:
            raise PasswordDeleteError("none")

    def _maybe_raise(self) -> None:
        if self.raises is not None:
            raise self.raises


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


# --- the vault ---------------------------------------------------------------------------------------------------


def vault_with(folder: Path, **secrets: bytes) -> VaultStore:
    store = VaultStore(folder / "vault", PASSPHRASE)
    for name, secret in secrets.items():
        store.set(name, secret)
    return store


def test_a_vault_written_while_it_is_being_read_is_no_rollback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = vault_with(tmp_path, first=b"1")
    reader = VaultStore(tmp_path / "vault", PASSPHRASE)
    writer.set("second", b"2")
    derive, writes = reader._open, iter((b"3", b"4"))

    def derive_slowly(content: bytes) -> object:
        contents = derive(content)
        if (secret := next(writes, None)) is not None:
            writer.set("second", secret)
        return contents

    monkeypatch.setattr(reader, "_open", derive_slowly)
    assert reader.get("second") == b"4"


def test_the_vault_is_private_and_shows_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    vault_with(home, token=b"SECRET-TOKEN")
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    for path in home.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert b"SECRET-TOKEN" not in path.read_bytes()
        assert b"token" not in path.read_bytes()
    assert sorted(path.name for path in home.iterdir()) == ["vault", "vault.counter", "vault.lock"]


def test_every_writing_has_a_fresh_salt_and_nonce(tmp_path: Path) -> None:
    store = vault_with(tmp_path, a=b"1")
    first = (tmp_path / "vault").read_bytes()
    store.set("a", b"1")
    second = (tmp_path / "vault").read_bytes()
    # Magic and schema 10, envelope 83, then version 1, salt 16 and nonce 12 of the secrets.
    assert first[:94] == second[:94]
    assert first[94:110] != second[94:110]
    assert first[110:122] != second[110:122]


def count_derivations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    calls: list[str] = []
    for name in ("open_with_passphrase", "seal_with_passphrase"):
        work = getattr(client.secrets.vault, name)

        def counted(*arguments: Any, _name: str = name, _work: Any = work, **named: Any) -> bytes:
            calls.append(_name)
            return bytes(_work(*arguments, **named))

        monkeypatch.setattr(client.secrets.vault, name, counted)
    return calls


def test_a_process_derives_its_key_once_however_often_it_writes_or_others_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = count_derivations(monkeypatch)
    first = vault_with(tmp_path, a=b"1", b=b"2")
    first.set("a", b"3")
    first.delete("b")
    assert calls == ["seal_with_passphrase"]
    second = VaultStore(tmp_path / "vault", PASSPHRASE)
    second.set("a", b"4")
    assert first.get("a") == b"4"
    first.set("a", b"5")
    assert second.get("a") == b"5"
    assert calls == ["seal_with_passphrase", "open_with_passphrase"]


def test_a_vault_of_schema_1_opens_and_is_written_anew(tmp_path: Path) -> None:
    start = b"GSVAULT\n" + (1).to_bytes(2, "big")
    contents = {"counter": 1, "counter_key": base64.b64encode(bytes(32)).decode(), "secrets": {"a": "MQ=="}}
    path = tmp_path / "vault"
    path.write_bytes(start + seal_with_passphrase(json.dumps(contents).encode(), PASSPHRASE, aad=start))
    store = VaultStore(path, PASSPHRASE)
    assert store.get("a") == b"1"
    store.set("b", b"2")
    assert path.read_bytes()[8:10] == b"\x00\x02"
    again = VaultStore(path, PASSPHRASE)
    assert (again.get("a"), again.get("b")) == (b"1", b"2")


def test_secrets_do_not_open_behind_another_envelope_of_the_same_passphrase(tmp_path: Path) -> None:
    vault_with(tmp_path / "one", a=b"1")
    vault_with(tmp_path / "two", a=b"2")
    one, two = (tmp_path / name / "vault" for name in ("one", "two"))
    one.write_bytes(two.read_bytes()[:93] + one.read_bytes()[93:])
    with pytest.raises(VaultDamagedError):
        VaultStore(one, PASSPHRASE)


def test_a_vault_used_by_many_threads_loses_nothing(tmp_path: Path) -> None:
    store = vault_with(tmp_path, a=b"0")
    with ThreadPoolExecutor(8) as pool:
        for _ in pool.map(lambda n: (store.set(f"n{n}", bytes([n])), store.get("a")), range(40)):
            pass
    again = VaultStore(tmp_path / "vault", PASSPHRASE)
    assert [again.get(f"n{n}") for n in range(40)] == [bytes([n]) for n in range(40)]


def test_a_wrong_passphrase_is_told_from_a_damaged_vault(tmp_path: Path) -> None:
    vault_with(tmp_path, a=b"1")
    path = tmp_path / "vault"
    with pytest.raises(VaultPassphraseError):
        VaultStore(path, b"another")
    with pytest.raises(VaultPassphraseError):
        VaultStore(path, b"")
    good = path.read_bytes()
    for content, error in (
        (good[:-1] + bytes([good[-1] ^ 1]), VaultDamagedError),
        (good[:92] + bytes([good[92] ^ 1]) + good[93:], VaultPassphraseError),
        (good[:20], VaultDamagedError),
        (b"", VaultDamagedError),
        (b"something else", VaultDamagedError),
        (good[:8] + b"\x00\x00" + good[10:], VaultDamagedError),
        (good[:8] + b"\x00\x03" + good[10:], VaultVersionError),
        (good[:10] + b"\xff\xff\xff\xff" + good[14:], VaultDamagedError),
        (good + bytes(5_000_000), VaultDamagedError),
    ):
        path.write_bytes(content)
        with pytest.raises(error):
            VaultStore(path, PASSPHRASE)


def test_an_earlier_copy_of_the_vault_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "vault"
    store = vault_with(tmp_path, a=b"1")
    earlier = path.read_bytes()
    store.set("a", b"2")
    path.write_bytes(earlier)
    with pytest.raises(VaultRollbackError) as caught:
        VaultStore(path, PASSPHRASE)
    assert caught.value.facts == {"counter": 1, "expected": 2}
    with pytest.raises(VaultRollbackError):
        store.get("a")
    with pytest.raises(VaultRollbackError):
        store.set("a", b"3")
    assert path.read_bytes() == earlier, "what is refused is not written over"


def test_the_counter_cannot_be_removed_or_forged(tmp_path: Path) -> None:
    path, counter = tmp_path / "vault", tmp_path / "vault.counter"
    store = vault_with(tmp_path, a=b"1")
    store.set("a", b"2")
    anchor = json.loads(counter.read_bytes())
    for content in (json.dumps(anchor | {"counter": 1}), "{}", "not json", json.dumps(anchor | {"mac": 5})):
        counter.write_text(content)
        with pytest.raises(VaultDamagedError):
            VaultStore(path, PASSPHRASE)
    counter.unlink()
    with pytest.raises(VaultRollbackError):
        VaultStore(path, PASSPHRASE)


def test_a_vault_that_vanishes_under_us_is_not_taken_for_a_new_one(tmp_path: Path) -> None:
    store = vault_with(tmp_path, a=b"1")
    (tmp_path / "vault").unlink()
    with pytest.raises(VaultRollbackError):
        store.get("a")


def test_a_process_that_dies_between_vault_and_counter_leaves_a_vault_that_opens(tmp_path: Path) -> None:
    store = vault_with(tmp_path, a=b"1")
    assert VaultStore(tmp_path / "vault", PASSPHRASE).get("a") == b"1"
    counter_before = (tmp_path / "vault.counter").read_bytes()
    store.set("a", b"2")
    (tmp_path / "vault.counter").write_bytes(counter_before)
    assert VaultStore(tmp_path / "vault", PASSPHRASE).get("a") == b"2"
    (tmp_path / "vault").unlink()
    (tmp_path / "vault.counter").unlink()
    fresh = vault_with(tmp_path, b=b"1")
    (tmp_path / "vault.counter").unlink()
    assert fresh.get("b") == b"1"
    assert VaultStore(tmp_path / "vault", PASSPHRASE).get("b") == b"1"


def test_two_open_vaults_see_each_others_writings(tmp_path: Path) -> None:
    first, second = vault_with(tmp_path, a=b"1"), VaultStore(tmp_path / "vault", PASSPHRASE)
    second.set("b", b"2")
    first.set("c", b"3")
    assert [second.get(name) for name in "abc"] == [b"1", b"2", b"3"]


def _write_many(path: Path, name: str) -> None:
    store = VaultStore(path, PASSPHRASE)
    for number in range(3):
        store.set(f"{name}{number}", b"x")


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write_many, args=(tmp_path / "vault", name)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(30)
    assert [writer.exitcode for writer in writers] == [0, 0]
    store = VaultStore(tmp_path / "vault", PASSPHRASE)
    assert all(store.get(f"{name}{number}") == b"x" for name in "ab" for number in range(3))


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_a_vault_that_cannot_be_written_keeps_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = vault_with(tmp_path, a=b"1")
    before = (tmp_path / "vault").read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(VaultWriteError) as caught:
        store.set("a", b"2")
    assert caught.value.facts == {"reason": "disk-full"}
    assert (tmp_path / "vault").read_bytes() == before
    assert not list(tmp_path.glob("*.part"))
    monkeypatch.undo()
    assert store.get("a") == b"1"
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(SecretsError):
        VaultStore(blocked / "vault", PASSPHRASE).set("a", b"1")


# --- the password file -------------------------------------------------------------------------------------------


def password_file(folder: Path, content: bytes = PASSPHRASE + b"\n", mode: int = 0o600) -> Path:
    path = folder / "passphrase"
    path.write_bytes(content)
    path.chmod(mode)
    return path


@pytest.mark.parametrize(
    ("content", "passphrase"),
    [(b"abc", b"abc"), (b"abc\n", b"abc"), (b"abc\r\n", b"abc"), (b"abc\n\n", b"abc\n"), (b" a b ", b" a b ")],
)
def test_one_trailing_newline_is_not_part_of_a_passphrase(tmp_path: Path, content: bytes, passphrase: bytes) -> None:
    assert read_vault_password_file(password_file(tmp_path, content)) == passphrase


def test_each_way_a_password_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe", 0o600)

    def reason(path: Path) -> object:
        with pytest.raises(PasswordFileError) as caught:
            read_vault_password_file(path)
        return caught.value.facts["reason"]

    assert reason(tmp_path / "none") == "missing"
    assert reason(tmp_path / "null\0byte") == "missing"
    assert reason(password_file(tmp_path) / "below") == "missing"
    assert reason(tmp_path) == "not-a-file"
    assert reason(tmp_path / "pipe") == "not-a-file"
    assert reason(Path("/dev/null")) == "not-a-file"
    assert reason(password_file(tmp_path, b"")) == "empty"
    assert reason(password_file(tmp_path, b"\n")) == "empty"
    assert reason(password_file(tmp_path, b"x" * 5000)) == "too-long"
    for mode in (0o640, 0o604, 0o660, 0o644, 0o601):
        assert reason(password_file(tmp_path, mode=mode)) == "readable-by-others"
    assert read_vault_password_file(password_file(tmp_path, mode=0o400)) == PASSPHRASE


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give a file away")
def test_a_password_file_of_another_user_is_refused(tmp_path: Path) -> None:
    path = password_file(tmp_path)
    os.chown(path, 12345, 12345)
    with pytest.raises(PasswordFileError) as caught:
        read_vault_password_file(path)
    assert caught.value.facts == {"reason": "not-ours"}


# --- which store -------------------------------------------------------------------------------------------------


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


def test_a_damaged_marker_is_not_taken_for_a_fresh_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_keyring(monkeypatch, KeyringState.UNLOCKED, FakeKeyring())
    for content in ("", "{}", "[]", '{"schema": 2, "kind": "keyring", "id": "ab"}', '{"schema":1,"kind":"x","id":"a"}'):
        (tmp_path / "secrets.json").write_text(content)
        with pytest.raises(StoreMarkerError):
            open_secret_store(PrivateFolders(tmp_path), passphrase=None, password_file=None)


def test_a_hardened_process_leaves_no_core_and_cannot_be_read() -> None:
    script = (
        "from client.secrets.hardening import harden_process; harden_process();"
        "import resource, os, ctypes, sys;"
        "assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0);"
        "assert sys.platform != 'linux' or ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) == 0"
    )
    root = Path(__file__).resolve().parents[3]
    subprocess.run([sys.executable, "-c", script], check=True, cwd=root, timeout=30)
