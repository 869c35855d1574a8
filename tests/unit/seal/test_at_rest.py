"""What rests under the vault key opens for its own purpose and item only."""

from __future__ import annotations

import os
import struct

import pytest

from client.seal.at_rest import open_at_rest, seal_at_rest
from client.seal.errors import AtRestError, AtRestVersionError, EnvelopeError, WrongPassphraseError
from client.seal.passphrase import hash_password, open_with_passphrase, seal_with_passphrase, verify_password

VAULT_KEY = bytes(range(32))


def test_at_rest_reads_back_and_never_writes_the_same_bytes_twice() -> None:
    first = seal_at_rest(VAULT_KEY, "map", "m1", b"names")
    assert open_at_rest(VAULT_KEY, "map", "m1", first) == b"names"
    assert seal_at_rest(VAULT_KEY, "map", "m1", b"names") != first
    assert open_at_rest(VAULT_KEY, "map", "m1", seal_at_rest(VAULT_KEY, "map", "m1", b"")) == b""


@pytest.mark.parametrize(
    ("key", "purpose", "item_id"),
    [(bytes(32), "map", "m1"), (VAULT_KEY, "ledger", "m1"), (VAULT_KEY, "map", "m2"), (VAULT_KEY, "mapm", "1")],
)
def test_at_rest_opens_nowhere_else(key: bytes, purpose: str, item_id: str) -> None:
    with pytest.raises(AtRestError):
        open_at_rest(key, purpose, item_id, seal_at_rest(VAULT_KEY, "map", "m1", b"names"))


def test_every_changed_or_missing_byte_at_rest_is_found() -> None:
    sealed = seal_at_rest(VAULT_KEY, "map", "m1", b"names")
    for index in range(len(sealed)):
        changed = bytearray(sealed)
        changed[index] ^= 1
        with pytest.raises(AtRestError):
            open_at_rest(VAULT_KEY, "map", "m1", bytes(changed))
        with pytest.raises(AtRestError):
            open_at_rest(VAULT_KEY, "map", "m1", sealed[:index])


def test_a_newer_writing_at_rest_is_told_apart() -> None:
    with pytest.raises(AtRestVersionError) as caught:
        open_at_rest(VAULT_KEY, "map", "m1", b"\x02" + os.urandom(80))
    assert caught.value.facts == {"version": 2}


def test_a_vault_key_of_another_length_is_a_programming_error() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        seal_at_rest(b"short", "map", "m1", b"")


def test_a_passphrase_envelope_is_bound_to_its_associated_data() -> None:
    envelope = seal_with_passphrase(b"secret", b"pass", aad=b"map export")
    assert open_with_passphrase(envelope, b"pass", aad=b"map export") == b"secret"
    with pytest.raises(WrongPassphraseError):
        open_with_passphrase(envelope, b"pass", aad=b"key export")
    with pytest.raises(WrongPassphraseError):
        open_with_passphrase(envelope[:-1] + bytes([envelope[-1] ^ 1]), b"pass", aad=b"map export")
    with pytest.raises(EnvelopeError):
        open_with_passphrase(envelope[:50], b"pass", aad=b"map export")


def test_a_passphrase_costs_64_mebibytes_and_three_passes(
    product_memory_kib: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written into the first bytes of the envelope and into the hash, for whoever reads them."""
    monkeypatch.setattr("client.seal.passphrase.MEMORY_KIB", product_memory_kib)
    envelope = seal_with_passphrase(b"secret", b"pass")
    assert struct.unpack(">IHB", envelope[:7]) == (65536, 3, 1)
    assert open_with_passphrase(envelope, b"pass") == b"secret"
    phc = hash_password(b"Tr0ub4dor")
    assert phc.startswith("$argon2id$v=19$m=65536,t=3,p=1$")
    assert verify_password(phc, b"Tr0ub4dor")


def test_password_hashes_are_argon2id_with_a_fresh_salt() -> None:
    phc = hash_password(b"Tr0ub4dor")
    assert phc.startswith("$argon2id$v=19$")
    assert verify_password(phc, b"Tr0ub4dor")
    assert not verify_password(phc, b"tr0ub4dor")
    assert not verify_password("$argon2id$nonsense", b"Tr0ub4dor")
    assert not verify_password("", b"Tr0ub4dor")
    assert hash_password(b"Tr0ub4dor") != phc
