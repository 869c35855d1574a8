"""Makes `sealed_v1.json`: sealed files with one fault each and the error that each must give.

    python -m tests.vectors.generate

Encapsulation is random, so every run makes other bytes; the committed ones are the proof that the format did not
change under old files. Faults that a MAC would hide (a rule broken by somebody who knows the file key) are made with
a right MAC. `sealed` is put together from pieces: base64 of zlib, or [start, end] of the named base file.
"""

from __future__ import annotations

import base64
import hmac
import io
import json
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import hpke

from client.seal.at_rest import seal_at_rest
from client.seal.body import BodySealer, BodyWriter
from client.seal.container import FileKey, build_header, generate_file_key
from client.seal.keys import Kem, PrivateKey, PublicKey, generate_private_key
from client.seal.passphrase import seal_with_passphrase

OUTPUT = Path(__file__).with_name("sealed_v1.json")
SUITES = {Kem.X25519: hpke.KEM.X25519, Kem.X_WING: hpke.KEM.MLKEM768_X25519}
CHUNK = 16384 + 16

Vector = tuple[str, str, str, bytes]


def text_of(length: int) -> bytes:
    """Plaintext that compresses and where every place is told from every other."""
    return "".join(f"{number:07d}\n" for number in range(length // 8 + 1)).encode()[:length]


def seal_body(file_key: FileKey, plaintext: bytes) -> bytes:
    sink = io.BytesIO()
    writer = BodyWriter(BodySealer(file_key), sink)
    writer.write(plaintext)
    writer.finish()
    return sink.getvalue()


def stanza(
    file_key: FileKey,
    recipient: PublicKey,
    *,
    suite: tuple[int, int, int] | None = None,
    info: bytes = b"genoseal/1 file key",
    prefix: bytes | None = None,
    secret: bytes | None = None,
) -> bytes:
    hpke_suite = hpke.Suite(SUITES[recipient.kem], hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)
    full_info = info + (file_key.prefix if prefix is None else prefix)
    wrapped = hpke_suite.encrypt(file_key.key if secret is None else secret, recipient.hpke_key(), full_info)
    return pack_stanza(suite or (recipient.kem, 1, 2), recipient.key_id, wrapped)


def pack_stanza(suite: tuple[int, int, int], key_id: bytes, wrapped: bytes, length: int | None = None) -> bytes:
    return struct.pack(">HHH32sH", *suite, key_id, len(wrapped) if length is None else length) + wrapped


def header(
    file_key: FileKey,
    stanzas: list[bytes],
    *,
    count: int | None = None,
    reserved: int = 0,
    header_length: int = 4096,
    padding: tuple[int, int] | None = None,
    mac_key: bytes | None = None,
) -> bytes:
    """A header with a right MAC whatever else is wrong; `padding` puts a byte at an offset of the padding's end."""
    counts = struct.pack(">IHH", header_length, len(stanzas) if count is None else count, reserved)
    content = bytearray((file_key.prefix + counts + b"".join(stanzas)).ljust(header_length - 32, b"\0"))
    assert len(content) == header_length - 32
    if padding is not None:
        content[padding[0]] = padding[1]
    return bytes(content) + hmac.digest(mac_key or file_key.derive(b"header mac"), content, "sha256")


def flip(content: bytes, offset: int, bit: int = 1) -> bytes:
    changed = bytearray(content)
    changed[offset] ^= bit
    return bytes(changed)


def put(content: bytes, offset: int, new: bytes) -> bytes:
    return content[:offset] + new + content[offset + len(new) :]


class Maker:
    """One set of keys and files, and the vectors made from them."""

    def __init__(self) -> None:
        self.keys = {
            "x25519": generate_private_key(Kem.X25519),
            "x-wing": generate_private_key(Kem.X_WING),
            "stranger": generate_private_key(Kem.X25519),
        }
        self.us = self.keys["x25519"].public_key()
        self.file_key = generate_file_key()
        self.plaintext = text_of(16384 * 3 + 100)
        self.head = build_header(self.file_key, [self.us])
        self.body = seal_body(self.file_key, self.plaintext)
        self.base = self.head + self.body
        self.hybrid_head = build_header(self.file_key, [self.keys["x-wing"].public_key()])

    def good(self) -> Iterator[Vector]:
        us, file_key = self.us, self.file_key
        hybrid, stranger = self.keys["x-wing"].public_key(), self.keys["stranger"].public_key()
        yield "three chunks and a rest", "x25519", "ok", self.base
        for length in (0, 1, 16383, 16384, 16385):
            key = generate_file_key()
            yield f"{length} bytes", "x25519", "ok", build_header(key, [us]) + seal_body(key, text_of(length))
        yield "header rewrapped for X-Wing, same body", "x-wing", "ok", self.hybrid_head + self.body
        both = build_header(file_key, [us, hybrid, stranger]) + self.body
        for name in ("x25519", "x-wing", "stranger"):
            yield f"three recipients, opened by {name}", name, "ok", both
        crowd = [generate_private_key(Kem.X25519).public_key() for _ in range(63)]
        yield "64 recipients, ours last", "x25519", "ok", build_header(file_key, [*crowd, us]) + self.body
        wide = header(file_key, [stanza(file_key, us)], header_length=8192)
        yield "header longer than needed", "x25519", "ok", wide + self.body
        unknown = [pack_stanza((kem, 1, 2), bytes([kem & 255]) * 32, b"later") for kem in (0x0050, 0x0051)]
        mixed = header(file_key, [unknown[0], stanza(file_key, us), unknown[1]])
        yield "recipients of unknown kems around ours", "x25519", "ok", mixed + self.body
        other_aead = pack_stanza((0x0020, 1, 3), b"a" * 32, b"any length")
        yield (
            "a known kem with an unknown aead",
            "x25519",
            "ok",
            header(file_key, [other_aead, stanza(file_key, us)]) + self.body,
        )
        ours = stanza(file_key, us)
        filler = pack_stanza((0x7FFF, 1, 1), b"f" * 32, bytes(4096 - 32 - 36 - len(ours) - 40))
        yield "stanzas fill the header to the MAC", "x25519", "ok", header(file_key, [ours, filler]) + self.body

    def not_sealed(self) -> Iterator[Vector]:
        for name, content in (
            ("empty file", b""),
            ("text", b"hello, this is not a sealed file\n" * 200),
            ("a gzip file", b"\x1f\x8b\x08\x04" + self.base[4:]),
            ("seven bytes of magic", self.base[:7]),
            ("magic with its high bit stripped", b"\x09" + self.base[1:]),
            ("line ends changed to LF", self.base.replace(b"\r\n\x1a\n", b"\n\x1a\n", 1)),
            ("line ends changed to CRLF", self.base.replace(b"\x1a\n", b"\x1a\r\n", 1)),
            ("a byte before the magic", b"\0" + self.base),
        ):
            yield name, "x25519", "SEAL-MAGIC", content

    def newer(self) -> Iterator[Vector]:
        for name, offset, new in (
            ("version 2", 8, b"\x00\x02"),
            ("version 65535", 8, b"\xff\xff"),
            ("version 2 with a header length of its own", 8, b"\x00\x02\x00\x01" + bytes(16) + b"\x00\x00\x00\x01"),
            ("body algorithm 2", 10, b"\x00\x02"),
        ):
            yield name, "x25519", "SEAL-VERSION", put(self.base, offset, new)

    def not_for_us(self) -> Iterator[Vector]:
        yield "another key", "stranger", "SEAL-NOT-FOR-KEY", self.base
        yield "another key type", "x-wing", "SEAL-NOT-FOR-KEY", self.base
        yield "key id changed", "x25519", "SEAL-NOT-FOR-KEY", flip(self.base, 36 + 6)
        later = header(self.file_key, [stanza(self.file_key, self.us, suite=(0x0020, 1, 3))])
        yield "our key id under an unknown aead only", "x25519", "SEAL-NOT-FOR-KEY", later + self.body

    def header_cut_or_flipped(self) -> Iterator[Vector]:
        for length in (8, 9, 27, 28, 31, 32, 36, 200, 4064, 4095):
            yield f"cut to {length} bytes", "x25519", "SEAL-HEADER", self.base[:length]
        for name, offset in (
            ("file id changed at its start", 12),
            ("file id changed at its end", 27),
            ("enc changed", 36 + 40),
            ("ciphertext changed", 36 + 40 + 32),
            ("tag of the wrapped key changed", 36 + 40 + 79),
            ("padding changed", 2000),
            ("last padding byte changed", 4063),
            ("MAC changed at its start", 4064),
            ("MAC changed at its end", 4095),
        ):
            yield name, "x25519", "SEAL-HEADER", flip(self.base, offset)
        for name, offset in (("ML-KEM part of enc", 36 + 40), ("X25519 part of enc", 36 + 40 + 1088 + 3)):
            yield f"{name} changed", "x-wing", "SEAL-HEADER", flip(self.hybrid_head, offset) + self.body
        for name, offset, new in (
            ("version 0", 8, b"\0\0"),
            ("body algorithm 0", 10, b"\0\0"),
            ("header length 0", 28, bytes(4)),
            ("header length 32", 28, b"\0\0\0\x20"),
            ("header length not a multiple of 4096", 28, b"\0\0\x10\x01"),
            ("header length reaches into the body", 28, b"\0\0\x20\0"),
            ("header length past the end", 28, b"\0\x01\0\0"),
            ("header length above 1 MiB", 28, b"\0\x10\x10\0"),
            ("header length 4 GiB", 28, b"\xff\xff\xf0\0"),
            ("no stanza", 32, b"\0\0"),
            ("one stanza more than there is", 32, b"\0\x02"),
            ("65 stanzas", 32, b"\0\x41"),
            ("all-zero X25519 enc", 36 + 40, bytes(32)),
        ):
            yield name, "x25519", "SEAL-HEADER", put(self.base, offset, new)

    def header_rules_with_a_right_mac(self) -> Iterator[Vector]:
        us, file_key = self.us, self.file_key
        ours = stanza(file_key, us)
        cases = {
            "header length 4100, with a right MAC": header(file_key, [ours], header_length=4100),
            "header length above 1 MiB, with a right MAC": header(file_key, [ours], header_length=(1 << 20) + 4096),
            "reserved is 1": header(file_key, [ours], reserved=1),
            "our stanza twice": header(file_key, [ours, ours]),
            "two stanzas of our key id": header(file_key, [ours, stanza(file_key, us)]),
            "our key id again under an unknown suite": header(
                file_key, [ours, pack_stanza((9, 9, 9), us.key_id, b"x")]
            ),
            "two strangers of one key id": header(
                file_key, [ours, *(pack_stanza((9, 9, 9), b"s" * 32, bytes([n])) for n in (1, 2))]
            ),
            "first padding byte not zero": header(file_key, [ours], padding=(36 + len(ours), 1)),
            "last padding byte not zero": header(file_key, [ours], padding=(4063, 0x80)),
            "a stanza behind the last counted one": header(
                file_key, [ours, pack_stanza((9, 9, 9), b"s" * 32, b"x")], count=1
            ),
            "a stanza that reaches into the MAC": header(
                file_key, [ours, pack_stanza((9, 9, 9), b"s" * 32, b"x", length=4096 - 32 - 36 - len(ours) - 40 + 1)]
            ),
            "a stanza that starts inside the MAC": header(
                file_key, [ours, pack_stanza((9, 9, 9), b"s" * 32, bytes(4096 - 32 - 36 - len(ours) - 40))], count=3
            ),
            "a stanza length of 65535": header(file_key, [ours, pack_stanza((9, 9, 9), b"s" * 32, b"", length=65535)]),
            "our stanza one byte short": header(file_key, [pack_stanza((32, 1, 2), us.key_id, ours[40:-1])]),
            "our stanza one byte long": header(file_key, [pack_stanza((32, 1, 2), us.key_id, ours[40:] + b"\0")]),
            "our stanza empty": header(file_key, [pack_stanza((32, 1, 2), us.key_id, b"")]),
            "a stranger's stanza not its kem's length": header(
                file_key, [ours, pack_stanza((0x647A, 1, 2), b"s" * 32, bytes(80))]
            ),
            "no stanza, with a right MAC": header(file_key, [], count=0),
            "a file key of 31 bytes": header(file_key, [stanza(file_key, us, secret=file_key.key[:31])]),
            "key wrapped for another file id": header(
                file_key, [stanza(file_key, us, prefix=flip(file_key.prefix, 20))]
            ),
            "key wrapped under another info": header(file_key, [stanza(file_key, us, info=b"genoseal/2 file key")]),
            "MAC under another key": header(file_key, [ours], mac_key=generate_file_key().derive(b"header mac")),
            "MAC under the body's key": header(file_key, [ours], mac_key=file_key.derive(b"body")),
            "another file key than the MAC's": header(file_key, [stanza(file_key, us, secret=bytes(32))]),
        }
        for name, head in cases.items():
            yield name, "x25519", "SEAL-HEADER", head + self.body

    def body_faults(self) -> Iterator[Vector]:
        head, body = self.head, self.body
        first, second, third, rest = (body[56 + CHUNK * n : 56 + CHUNK * (n + 1)] for n in range(4))
        start = body[:56]
        other = generate_file_key()
        whole_chunk = seal_body(self.file_key, self.plaintext[:16384])
        cases = {
            "no body": b"",
            **{f"body cut to {length} bytes": body[:length] for length in (1, 23, 24, 55, 56, 57, 71, 72)},
            "last byte missing": body[:-1],
            "last tag missing": body[:-16],
            "last chunk missing": start + first + second + third,
            "cut inside a chunk": body[: 56 + CHUNK + 5000],
            "first chunk missing": start + second + third + rest,
            "middle chunk missing": start + first + third + rest,
            "chunks swapped": start + second + first + third + rest,
            "chunk repeated": start + first + first + second + third + rest,
            "last chunk repeated": body + rest,
            "last chunk first": start + rest,
            "a byte appended": body + b"\0",
            "16 bytes appended": body + bytes(16),
            "a chunk appended": body + first,
            "itself appended": body + body,
            "empty last chunk missing": whole_chunk[:-16],
            "salt changed": flip(body, 0),
            "commitment changed": flip(body, 24),
            "first byte changed": flip(body, 56),
            "tag of the first chunk changed": flip(body, 56 + 16384),
            "byte in the second chunk changed": flip(body, 56 + CHUNK + 77),
            "last byte changed": flip(body, len(body) - 1),
            "body of another file": seal_body(other, self.plaintext[:1000]),
            "body of the same key under another file id": seal_body(
                FileKey(other.file_id, self.file_key.key), self.plaintext[:1000]
            ),
            "body replaced by zeros": bytes(len(body)),
            "plaintext instead of the body": self.plaintext,
        }
        for name, content in cases.items():
            yield name, "x25519", "SEAL-BODY", head + content

    def all(self) -> Iterator[Vector]:
        yield from self.good()
        yield from self.not_sealed()
        yield from self.newer()
        yield from self.not_for_us()
        yield from self.header_cut_or_flipped()
        yield from self.header_rules_with_a_right_mac()
        yield from self.body_faults()


def in_pieces(content: bytes, base: bytes) -> list[str | list[int]]:
    """Slices of `base` (found in blocks of 16 bytes) and literals, whichever is shorter."""
    pieces: list[str | list[int]] = []
    literal = bytearray()

    def end_literal() -> None:
        if literal:
            pieces.append(base64.b64encode(zlib.compress(bytes(literal), 9)).decode())
            literal.clear()

    offset = 0
    while offset < len(content):
        block = content[offset : offset + 64]
        found = base.find(block) if len(block) == 64 and block.strip(b"\0") else -1
        if found < 0:
            literal += content[offset : offset + 1]
            offset += 1
            continue
        end_literal()
        length = 64
        while content[offset + length : offset + length + 1] == base[found + length : found + length + 1] != b"":
            length += 1
        pieces.append([found, found + length])
        offset += length
    end_literal()
    return pieces


def join_pieces(pieces: list[str | list[int]], base: bytes) -> bytes:
    parts = [zlib.decompress(base64.b64decode(p)) if isinstance(p, str) else base[p[0] : p[1]] for p in pieces]
    return b"".join(parts)


def describe_key(key: PrivateKey) -> dict[str, str]:
    public = key.public_key()
    return {"private": key.to_pem(), "public": public.to_pem(), "fingerprint": public.fingerprint}


def small_things(keys: dict[str, PrivateKey]) -> dict[str, Any]:
    """Key files under a passphrase, envelopes and things at rest."""
    vault_key = bytes(range(32))
    rest = seal_at_rest(vault_key, "map", "m-1", b"pseudonyms")
    envelope = seal_with_passphrase(b"export", b"correct horse", aad=b"genoseal map export")
    return {
        "encrypted_key": {
            "file": keys["x-wing"].to_encrypted_pem(b"correct horse"),
            "passphrase": "correct horse",
            "key": "x-wing",
        },
        "envelope": {
            "envelope": envelope.hex(),
            "passphrase": "correct horse",
            "aad": "genoseal map export",
            "plaintext": "export",
        },
        "at_rest": {
            "vault_key": vault_key.hex(),
            "purpose": "map",
            "item_id": "m-1",
            "sealed": rest.hex(),
            "plaintext": "pseudonyms",
        },
    }


def make_vectors() -> dict[str, Any]:
    """A whole fresh set, as it is written to the file."""
    maker = Maker()
    base = maker.base
    vectors = []
    for name, key, expect, sealed in maker.all():
        pieces = in_pieces(sealed, base)
        assert join_pieces(pieces, base) == sealed
        vectors.append({"name": name, "key": key, "expect": expect, "sealed": pieces})
    names = [vector["name"] for vector in vectors]
    assert len(set(names)) == len(names)
    return {
        "schema": 1,
        "keys": {name: describe_key(key) for name, key in maker.keys.items()},
        "base": base64.b64encode(zlib.compress(base, 9)).decode(),
        "plaintext": "eight bytes for each number: 0000000\\n0000001\\n…, cut at the length",
        **small_things(maker.keys),
        "vectors": vectors,
    }


if __name__ == "__main__":
    OUTPUT.write_text(json.dumps(make_vectors(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{OUTPUT.name}: {OUTPUT.stat().st_size} bytes")
