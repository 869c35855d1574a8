"""Crypt4GH: both ways with the archives' own program, and what the format cannot notice is noticed beside it."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path

import pytest

from client.model.errors import ClientError
from client.seal.body import BodyWriter
from client.seal.crypt4gh import (
    Crypt4ghOpener,
    Crypt4ghSealer,
    build_crypt4gh_header,
    format_crypt4gh_public_key,
    open_crypt4gh_header,
    open_crypt4gh_stream,
    parse_crypt4gh_public_key,
)
from client.seal.errors import HeaderAlteredError, KeyFileError, KeyKindError, RecipientsError
from client.seal.header import generate_file_key
from client.seal.keys import Kem, PrivateKey, generate_private_key
from tests.support.crypt4gh_oracle import needs_oracle, oracle, write_oracle_keys

KEY = generate_private_key(Kem.X25519)
US = KEY.public_key()
SEGMENT = 12 + 65_536 + 16
PACKET = 4 + 4 + 32 + 12 + 40 + 16


def sealed(data: bytes, *keys: PrivateKey) -> bytes:
    """As a submission is sealed: the body first, the header last."""
    file_key, body = generate_file_key(), io.BytesIO()
    writer = BodyWriter(Crypt4ghSealer(file_key), body)
    writer.write(data)
    writer.finish()
    assert writer.body_bytes == len(body.getvalue())
    return build_crypt4gh_header(file_key, [key.public_key() for key in keys or (KEY,)]) + body.getvalue()


def opened(content: bytes, key: PrivateKey = KEY, expected: tuple[str, int] | None = None) -> bytes:
    sink = io.BytesIO()
    found = open_crypt4gh_stream(io.BytesIO(content), sink, key, expected=expected)
    assert found == (hashlib.sha256(sink.getvalue()).hexdigest(), len(sink.getvalue()))
    return sink.getvalue()


def code(content: bytes, key: PrivateKey = KEY, expected: tuple[str, int] | None = None) -> str:
    with pytest.raises(ClientError) as caught:
        opened(content, key, expected)
    return caught.value.code


@pytest.mark.parametrize("length", [0, 1, 65_535, 65_536, 65_537, 600_000])
def test_what_is_sealed_opens(length: int) -> None:
    data = os.urandom(length)
    assert opened(sealed(data)) == data


def test_several_recipients_each_open_it() -> None:
    keys = [generate_private_key(Kem.X25519) for _ in range(3)]
    content = sealed(b"x", *keys)
    assert [opened(content, key) for key in keys] == [b"x"] * 3
    assert code(content) == "SEAL-NOT-FOR-KEY"


def test_only_x25519_keys_fit() -> None:
    hybrid = generate_private_key()
    file_key = generate_file_key()
    with pytest.raises(KeyKindError):
        build_crypt4gh_header(file_key, [hybrid.public_key()])
    with pytest.raises(KeyKindError):
        format_crypt4gh_public_key(hybrid.public_key())
    with pytest.raises(KeyKindError):
        opened(sealed(b"x"), hybrid)
    for wrong in ([], [US, US], [US] * 65):
        with pytest.raises(RecipientsError):
            build_crypt4gh_header(file_key, wrong)
    assert file_key.key.hex() not in repr(file_key)


def test_public_keys_read_back_and_others_are_refused() -> None:
    text = format_crypt4gh_public_key(US)
    assert parse_crypt4gh_public_key(text) == US
    assert parse_crypt4gh_public_key(text.replace("\n", "\r\n")) == US
    zero = text.splitlines()[0] + "\n" + "A" * 43 + "=\n" + text.splitlines()[2]
    for wrong in ("", US.to_pem(), text.replace("PUBLIC", "PRIVATE"), text * 2, text[:40] + text[44:], zero):
        with pytest.raises(KeyFileError):
            parse_crypt4gh_public_key(wrong)


def test_each_way_it_can_be_wrong_has_its_error() -> None:
    data = os.urandom(65_536 * 2 + 100)
    content = sealed(data)
    start = 16 + PACKET

    def flip(offset: int) -> bytes:
        return content[:offset] + bytes([content[offset] ^ 1]) + content[offset + 1 :]

    assert code(b"") == "SEAL-MAGIC"
    assert code(b"\x89GSL" + content) == "SEAL-MAGIC"
    assert code(content[:8] + b"\2" + content[9:]) == "SEAL-VERSION"
    for cut in (8, 15, 16, 18, 20, 60, start - 1):
        assert code(content[:cut]) == "SEAL-HEADER"
    for count in (0, 2, 1025, 0xFFFFFFFF):
        assert code(content[:12] + count.to_bytes(4, "little") + content[16:]) == "SEAL-HEADER"
    for length in (0, 4, 67, 65_537, 0xFFFFFFFF):
        assert code(content[:16] + length.to_bytes(4, "little") + content[20:]) == "SEAL-HEADER"
    for offset in (20, 24, 24 + 32, 24 + 44, start - 1):
        assert code(flip(offset)) == "SEAL-NOT-FOR-KEY"
    for offset in (start, start + 12, start + SEGMENT - 1, start + SEGMENT + 5, len(content) - 1):
        assert code(flip(offset)) == "SEAL-BODY"
    for cut in (1, 16, 100, 100 + 12 + 16 - 1):
        assert code(content[:-cut]) == "SEAL-BODY"
    assert code(content + b"x") == "SEAL-BODY"
    assert code(content[: start + SEGMENT - 30] + content[start + SEGMENT :]) == "SEAL-BODY"


def test_dropped_and_swapped_segments_are_noticed_by_what_travels_beside() -> None:
    data = os.urandom(65_536 * 2 + 100)
    content = sealed(data)
    beside = (hashlib.sha256(data).hexdigest(), len(data))
    assert opened(content, expected=beside) == data
    start = 16 + PACKET
    first, second, rest = (content[start + SEGMENT * n : start + SEGMENT * (n + 1)] for n in range(3))
    for changed in (first + rest, second + first + rest, first + first + second + rest, first + second, b""):
        opened(content[:start] + changed)
        assert code(content[:start] + changed, expected=beside) == "SEAL-BODY"


def test_a_file_with_an_edit_list_is_refused_and_foreign_packets_are_skipped() -> None:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    def packet(content: bytes, method: int = 0) -> bytes:
        writer = X25519PrivateKey.generate()
        public = writer.public_key().public_bytes_raw()
        exchanged = writer.exchange(X25519PublicKey.from_public_bytes(US.raw))
        key = hashlib.blake2b(exchanged + US.raw + public).digest()[:32]
        body = ChaCha20Poly1305(key).encrypt(bytes(12), content, None)
        head = (52 + len(body)).to_bytes(4, "little") + method.to_bytes(4, "little")
        return head + public + bytes(12) + body

    file_key = generate_file_key()
    header = build_crypt4gh_header(file_key, [US])
    sealer = Crypt4ghSealer(file_key)
    assert sealer.update_into(b"x", bytearray(sealer.space(1))) == 0
    segments = sealer.finish()
    stranger = build_crypt4gh_header(file_key, [generate_private_key(Kem.X25519).public_key()])[16:]

    def with_packet(extra: bytes) -> bytes:
        return header[:12] + (2).to_bytes(4, "little") + extra + header[16:] + segments

    assert opened(with_packet(stranger)) == b"x"
    assert opened(with_packet(packet(b"", method=7))) == b"x"
    edit_list = (1).to_bytes(4, "little") + (1).to_bytes(4, "little") + (5).to_bytes(8, "little")
    assert code(with_packet(packet(edit_list))) == "SEAL-HEADER"
    assert code(with_packet(packet(b"short"))) == "SEAL-HEADER"
    assert (
        code(with_packet(packet((0).to_bytes(4, "little") + (1).to_bytes(4, "little") + bytes(32)))) == "SEAL-VERSION"
    )
    zero_writer = (68 + 40).to_bytes(4, "little") + bytes(4) + bytes(32) + bytes(12) + bytes(56)
    assert opened(with_packet(zero_writer)) == b"x", "an all-zero writer key is nobody's packet"


# --- the archives' own program -------------------------------------------------------------------------------------


@needs_oracle
@pytest.mark.parametrize("length", [1, 65_536, 200_000])
def test_the_archives_program_opens_what_we_seal_and_the_other_way_round(tmp_path: Path, length: int) -> None:
    write_oracle_keys(tmp_path, KEY)
    data = os.urandom(length)
    assert oracle(tmp_path, "decrypt", "--sk", "sec", data=sealed(data)) == data
    theirs = oracle(tmp_path, "encrypt", "--sk", "sec", "--recipient_pk", "pub", data=data)
    assert opened(theirs) == data
    second = generate_private_key(Kem.X25519)
    (tmp_path / "pub2").write_text(format_crypt4gh_public_key(second.public_key()))
    both = oracle(tmp_path, "encrypt", "--recipient_pk", "pub", "--recipient_pk", "pub2", data=data)
    assert opened(both, second) == data


@pytest.mark.parametrize("length", [0, 1, 65_535, 65_536, 65_537, 300_000])
def test_segments_come_out_the_same_however_the_pieces_are_cut(length: int) -> None:
    data, file_key = os.urandom(length), generate_file_key()
    for piece_bytes in (1_000, 65_536, 200_000):
        sealer, opener = Crypt4ghSealer(file_key), Crypt4ghOpener([file_key.key])
        body = bytearray()
        buffer = bytearray(sealer.space(piece_bytes))
        for start in range(0, length, piece_bytes):
            written = sealer.update_into(data[start : start + piece_bytes], buffer)
            body += buffer[:written]
        body += sealer.finish()
        assert opened(build_crypt4gh_header(file_key, [US]) + body) == data
        plain = b"".join(opener.update(body[start : start + 777]) for start in range(0, len(body), 777))
        assert plain + opener.finish() == data


def test_a_header_alone_gives_its_keys_and_nothing_may_follow_it() -> None:
    file_key = generate_file_key()
    header = build_crypt4gh_header(file_key, [US])
    assert open_crypt4gh_header(header, KEY) == (file_key.key,)
    for wrong in (header + b"x", header[:-1]):
        with pytest.raises(HeaderAlteredError):
            open_crypt4gh_header(wrong, KEY)
