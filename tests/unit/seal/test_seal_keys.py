"""Recipient keys: what is written reads back, what is wrong is told apart, nothing shows a private key."""

from __future__ import annotations

import base64
import hashlib

import pytest

from client.seal.errors import (
    EnvelopeCostError,
    EnvelopeError,
    KeyFileError,
    KeyKindError,
    KeyValueError,
    PassphraseNeededError,
    WrongPassphraseError,
)
from client.seal.keys import (
    Kem,
    PrivateKey,
    generate_private_key,
    is_encrypted_private_key,
    parse_private_key,
    parse_public_key,
)


def block(label: str, content: bytes) -> str:
    encoded = base64.b64encode(content).decode()
    return f"-----BEGIN GENOSEAL {label}-----\n{encoded}\n-----END GENOSEAL {label}-----\n"


@pytest.mark.parametrize("kem", list(Kem))
def test_keys_read_back_and_fingerprint_is_base32_of_the_key_id(kem: Kem) -> None:
    private_key = generate_private_key(kem)
    public_key = private_key.public_key()
    assert parse_public_key(public_key.to_pem()) == public_key
    assert parse_private_key(private_key.to_pem(), None) == private_key
    assert len(public_key.raw) == kem.public_bytes
    assert public_key.key_id == hashlib.sha256(kem.to_bytes(2, "big") + public_key.raw).digest()
    groups = public_key.fingerprint.split("-")
    assert [len(group) for group in groups] == [4] * 13
    assert base64.b32decode("".join(groups) + "====") == public_key.key_id


def test_a_key_file_under_a_passphrase_opens_with_it_only() -> None:
    private_key = generate_private_key()
    text = private_key.to_encrypted_pem(b"correct horse")
    assert is_encrypted_private_key(text)
    assert not is_encrypted_private_key(private_key.to_pem())
    assert not is_encrypted_private_key("nothing")
    assert parse_private_key(text, b"correct horse") == private_key
    with pytest.raises(WrongPassphraseError):
        parse_private_key(text, b"correct hors")
    with pytest.raises(PassphraseNeededError):
        parse_private_key(text, None)


def test_repr_shows_no_key() -> None:
    private_key = generate_private_key()
    assert "raw" not in repr(private_key)
    assert private_key.raw.hex() not in repr(private_key)


def test_windows_line_ends_and_space_around_the_block_are_fine() -> None:
    public_key = generate_private_key().public_key()
    mailed = "\r\n  " + public_key.to_pem().replace("\n", "\r\n") + "\r\n"
    assert parse_public_key(mailed) == public_key


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "x" * 20_000,
        block("PUBLIC KEY", b""),
        block("PUBLIC KEY", b"\x00"),
        block("PUBLIC KEY", b"\x00\x20" + b"k" * 31),
        block("PUBLIC KEY", b"\x64\x7a" + b"k" * 32),
        block("OTHER KEY", b"\x00\x20" + b"k" * 32),
        "-----BEGIN GENOSEAL PUBLIC KEY-----\nAC\n-----END GENOSEAL PUBLIC KEY-----",
        "-----BEGIN GENOSEAL PUBLIC KEY-----\nAAAA\n-----END GENOSEAL PRIVATE KEY-----",
        generate_private_key().public_key().to_pem() * 2,
        "from: me\n" + generate_private_key().public_key().to_pem(),
    ],
)
def test_what_is_not_one_public_key_is_refused(text: str) -> None:
    with pytest.raises(KeyFileError) as caught:
        parse_public_key(text)
    assert caught.value.code == "KEY-FILE"


def test_the_wrong_half_and_an_unknown_kem_are_told_apart() -> None:
    private_key = generate_private_key(Kem.X25519)
    with pytest.raises(KeyKindError):
        parse_public_key(private_key.to_pem())
    with pytest.raises(KeyKindError):
        parse_private_key(private_key.public_key().to_pem(), None)
    with pytest.raises(KeyKindError):
        parse_public_key(block("PUBLIC KEY", b"\x00\x41" + b"k" * 1184))


@pytest.mark.parametrize("point", [bytes(32), b"\x01" + bytes(31)])
def test_low_order_x25519_points_are_refused_in_both_kems(point: bytes) -> None:
    with pytest.raises(KeyValueError):
        parse_public_key(block("PUBLIC KEY", b"\x00\x20" + point))
    raw = generate_private_key().public_key().raw
    with pytest.raises(KeyValueError):
        parse_public_key(block("PUBLIC KEY", b"\x64\x7a" + raw[:-32] + point))


def test_an_ml_kem_key_out_of_range_is_refused() -> None:
    raw = generate_private_key().public_key().raw
    with pytest.raises(KeyValueError):
        parse_public_key(block("PUBLIC KEY", b"\x64\x7a" + b"\xff" * 384 + raw[384:]))


def test_x_wing_private_key_expands_as_the_draft_says() -> None:
    """draft-connolly-cfrg-xwing-kem, first test vector: seed and the start and end of its public key."""
    seed = bytes.fromhex("7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26")
    raw = PrivateKey(Kem.X_WING, seed).public_key().raw
    assert raw.hex().startswith("e2236b35a8c24b39b10aa1323a96a919a2ced88400633a7b07131713fc14b2b5")
    assert len(raw) == 1216


@pytest.mark.parametrize(
    "cost",
    [(1024 * 1024 + 1, 3, 1), (65536, 11, 1), (65536, 3, 17), (0xFFFFFFFF, 0xFFFF, 255)],
)
def test_a_key_file_that_would_take_all_memory_or_time_is_not_tried(cost: tuple[int, int, int]) -> None:
    memory_kib, passes, lanes = cost
    content = memory_kib.to_bytes(4, "big") + passes.to_bytes(2, "big") + bytes([lanes]) + bytes(16 + 12 + 50)
    with pytest.raises(EnvelopeCostError) as caught:
        parse_private_key(block("ENCRYPTED PRIVATE KEY", content), b"x")
    assert caught.value.facts == {"memory_kib": memory_kib, "passes": passes, "lanes": lanes}


@pytest.mark.parametrize("cost", [(7, 1, 1), (65536, 0, 1), (65536, 3, 0), (8, 1, 2)])
def test_impossible_costs_are_a_damaged_envelope(cost: tuple[int, int, int]) -> None:
    memory_kib, passes, lanes = cost
    content = memory_kib.to_bytes(4, "big") + passes.to_bytes(2, "big") + bytes([lanes]) + bytes(16 + 12 + 50)
    with pytest.raises(EnvelopeError) as caught:
        parse_private_key(block("ENCRYPTED PRIVATE KEY", content), b"x")
    assert caught.value.code == "ENVELOPE-FORM"


def test_a_cut_envelope_is_refused_before_the_passphrase_is_tried() -> None:
    with pytest.raises(EnvelopeError):
        parse_private_key(block("ENCRYPTED PRIVATE KEY", bytes(50)), b"x")
