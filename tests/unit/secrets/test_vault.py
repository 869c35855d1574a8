"""The vault: private, fresh at every writing, and what it notices about itself."""

from __future__ import annotations

import base64
import json
import multiprocessing
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import client.secrets.vault
from client.seal.errors import DiskFullError
from client.seal.passphrase import seal_with_passphrase
from client.secrets.errors import (
    SecretsError,
    VaultDamagedError,
    VaultPassphraseError,
    VaultRollbackError,
    VaultVersionError,
    VaultWriteError,
)
from client.secrets.vault import VaultStore
from tests.support.secret_places import PASSPHRASE


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


def test_a_vault_that_is_gone_is_not_taken_for_a_new_one_and_its_backup_opens(tmp_path: Path) -> None:
    vault_with(tmp_path, a=b"1")
    backup = (tmp_path / "vault").read_bytes()
    (tmp_path / "vault").unlink()
    with pytest.raises(VaultDamagedError):
        vault_with(tmp_path, b=b"2")
    (tmp_path / "vault").write_bytes(backup)
    assert VaultStore(tmp_path / "vault", PASSPHRASE).get("a") == b"1"


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


def test_a_disk_that_has_no_room_for_the_counter_locks_nobody_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first vault and the second are written, their counters are not: a second one without any was refused."""
    original = client.secrets.vault._replace_file

    def replace(path: Path, content: bytes) -> None:
        if path.name == "vault.counter":
            raise DiskFullError
        original(path, content)

    with monkeypatch.context() as full:
        full.setattr(client.secrets.vault, "_replace_file", replace)
        for _ in range(3):
            with pytest.raises(VaultWriteError):
                VaultStore(tmp_path / "vault", PASSPHRASE).set("map-key", b"the only one")
    store = VaultStore(tmp_path / "vault", PASSPHRASE)
    assert store.get("map-key") == b"the only one"
    store.set("another", b"1")
    assert vault_with(tmp_path).get("another") == b"1"


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
