"""A reader of sealed files, key files, envelopes and things at rest, written from docs/FORMAT.md alone.

Nothing of `client` is imported, and none of the recipes that the product uses: HPKE, X-Wing and Cobblestone are done
by hand from X25519, ML-KEM, HKDF, HMAC and AES-GCM. If the page and the program drift apart, the vectors show it.

    python -m tests.vectors.independent_reader FILE.gseal PRIVATE_KEY.pem > PLAINTEXT
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import struct
import sys
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

X25519, X_WING = 0x0020, 0x647A
HKDF_SHA256, AES_256_GCM = 0x0001, 0x0002
WRAPPED_BYTES = {X25519: 32 + 48, X_WING: 1088 + 32 + 48}
CHUNK, TAG = 16384, 16


class RefusedError(Exception):
    """What FORMAT.md calls this failure."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def hkdf_extract(salt: bytes, secret: bytes, digest: str = "sha256") -> bytes:
    return hmac.digest(salt or bytes(hashlib.new(digest).digest_size), secret, digest)


def hkdf_expand(key: bytes, info: bytes, length: int, digest: str = "sha256") -> bytes:
    blocks, previous, number = b"", b"", 1
    while len(blocks) < length:
        previous = hmac.digest(key, previous + info + bytes([number]), digest)
        blocks += previous
        number += 1
    return blocks[:length]


# --- HPKE base mode, single shot (RFC 9180), and its two KEMs ------------------------------------------------------


def dhkem_x25519(private: bytes, enc: bytes) -> bytes:
    key = X25519PrivateKey.from_private_bytes(private)
    public = key.public_key().public_bytes_raw()
    suite = b"KEM" + struct.pack(">H", X25519)
    exchanged = key.exchange(X25519PublicKey.from_public_bytes(enc))
    extracted = hkdf_extract(b"", b"HPKE-v1" + suite + b"eae_prk" + exchanged)
    info = struct.pack(">H", 32) + b"HPKE-v1" + suite + b"shared_secret" + enc + public
    return hkdf_expand(extracted, info, 32)


def x_wing_halves(seed: bytes) -> tuple[MLKEM768PrivateKey, X25519PrivateKey]:
    stretched = hashlib.shake_256(seed).digest(96)
    return MLKEM768PrivateKey.from_seed_bytes(stretched[:64]), X25519PrivateKey.from_private_bytes(stretched[64:])


def x_wing(seed: bytes, enc: bytes) -> bytes:
    mlkem, x25519 = x_wing_halves(seed)
    from_mlkem = mlkem.decapsulate(enc[:1088])
    from_x25519 = x25519.exchange(X25519PublicKey.from_public_bytes(enc[1088:]))
    public = x25519.public_key().public_bytes_raw()
    return hashlib.sha3_256(from_mlkem + from_x25519 + enc[1088:] + public + b"\\.//^\\").digest()


def hpke_open(
    kem: int, private: bytes, wrapped: bytes, info: bytes, aead: int = AES_256_GCM, aad: bytes = b""
) -> bytes:
    enc_bytes = 32 if kem == X25519 else 1120
    enc, ciphertext = wrapped[:enc_bytes], wrapped[enc_bytes:]
    shared = dhkem_x25519(private, enc) if kem == X25519 else x_wing(private, enc)
    suite = b"HPKE" + struct.pack(">HHH", kem, HKDF_SHA256, aead)

    def extract(salt: bytes, label: bytes, secret: bytes) -> bytes:
        return hkdf_extract(salt, b"HPKE-v1" + suite + label + secret)

    def expand(key: bytes, label: bytes, context: bytes, length: int) -> bytes:
        return hkdf_expand(key, struct.pack(">H", length) + b"HPKE-v1" + suite + label + context, length)

    context = b"\0" + extract(b"", b"psk_id_hash", b"") + extract(b"", b"info_hash", info)
    secret = extract(shared, b"secret", b"")
    key = expand(secret, b"key", context, 32 if aead == AES_256_GCM else 16)
    return AESGCM(key).decrypt(expand(secret, b"base_nonce", context, 12), ciphertext, aad)


# --- the sealed file -----------------------------------------------------------------------------------------------


def public_raw(kem: int, private: bytes) -> bytes:
    if kem == X25519:
        return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()
    mlkem, x25519 = x_wing_halves(private)
    return mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()


def key_id(kem: int, raw: bytes) -> bytes:
    return hashlib.sha256(struct.pack(">H", kem) + raw).digest()


def open_sealed(sealed: bytes, kem: int, private: bytes) -> bytes:
    """The plaintext, or RefusedError."""
    if sealed[:8] != b"\x89GSL\r\n\x1a\n":
        raise RefusedError("SEAL-MAGIC")
    if len(sealed) < 32:
        raise RefusedError("SEAL-HEADER")
    version, algorithm = struct.unpack_from(">HH", sealed, 8)
    if version > 1 or (version == 1 and algorithm > 1):
        raise RefusedError("SEAL-VERSION")
    prefix, file_id = sealed[:28], sealed[12:28]
    (length,) = struct.unpack_from(">I", sealed, 28)
    if version == 0 or algorithm == 0 or length % 4096 or not 4096 <= length <= 1 << 20 or len(sealed) < length:
        raise RefusedError("SEAL-HEADER")
    header = sealed[:length]
    wrapped = find_stanza(header, kem, key_id(kem, public_raw(kem, private)))
    try:
        file_key = hpke_open(kem, private, wrapped, b"genoseal/1 file key" + prefix)
    except (InvalidTag, ValueError):
        raise RefusedError("SEAL-HEADER") from None
    extracted = hkdf_extract(file_id, file_key)
    mac_key = hkdf_expand(extracted, b"genoseal/1 header mac", 32)
    if not hmac.compare_digest(hmac.digest(mac_key, header[:-32], "sha256"), header[-32:]):
        raise RefusedError("SEAL-HEADER")
    return open_body(sealed[length:], hkdf_expand(extracted, b"genoseal/1 body", 32), prefix)


def find_stanza(header: bytes, kem: int, wanted: bytes) -> bytes:
    count, reserved = struct.unpack_from(">HH", header, 32)
    if not 1 <= count <= 64 or reserved:
        raise RefusedError("SEAL-HEADER")
    offset, end = 36, len(header) - 32
    seen: set[bytes] = set()
    found = None
    for _ in range(count):
        if offset + 40 > end:
            raise RefusedError("SEAL-HEADER")
        *suite, stanza_key_id, length = struct.unpack_from(">HHH32sH", header, offset)
        offset += 40
        wrapped = header[offset : offset + length]
        offset += length
        known = suite[0] in WRAPPED_BYTES and suite[1:] == [HKDF_SHA256, AES_256_GCM]
        if offset > end or stanza_key_id in seen or (known and length != WRAPPED_BYTES[suite[0]]):
            raise RefusedError("SEAL-HEADER")
        seen.add(stanza_key_id)
        if known and suite[0] == kem and stanza_key_id == wanted:
            found = wrapped
    if header[offset:end].strip(b"\0"):
        raise RefusedError("SEAL-HEADER")
    if found is None:
        raise RefusedError("SEAL-NOT-FOR-KEY")
    return found


def open_body(body: bytes, key: bytes, context: bytes) -> bytes:
    salt, commitment, chunks = body[:24], body[24:56], body[56:]
    info = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0" + salt + context
    derived = hkdf_expand(key, info, 32 + 12 + 32, "sha512")
    if len(body) < 56 or not hmac.compare_digest(derived[44:], commitment):
        raise RefusedError("SEAL-BODY")
    cipher, base_nonce = AESGCM(derived[:32]), int.from_bytes(derived[32:44], "big")
    plain, number = [], 0
    while True:
        chunk, chunks = chunks[: CHUNK + TAG], chunks[CHUNK + TAG :]
        try:
            plain.append(cipher.decrypt((base_nonce ^ number).to_bytes(12, "big"), chunk, b""))
        except (InvalidTag, ValueError):
            raise RefusedError("SEAL-BODY") from None
        if len(chunk) < CHUNK + TAG:
            break
        number += 1
    if chunks:
        raise RefusedError("SEAL-BODY")
    return b"".join(plain)


# --- key files, the passphrase envelope, things at rest ------------------------------------------------------------


def open_envelope(envelope: bytes, passphrase: bytes, aad: bytes = b"") -> bytes:
    if len(envelope) < 7 + 16 + 12 + 16:
        raise RefusedError("ENVELOPE-FORM")
    memory_kib, passes, lanes = struct.unpack_from(">IHB", envelope)
    if memory_kib > 1 << 20 or passes > 10 or lanes > 16:
        raise RefusedError("ENVELOPE-COST")
    if passes < 1 or lanes < 1 or memory_kib < 8 * lanes:
        raise RefusedError("ENVELOPE-FORM")
    kdf = Argon2id(salt=envelope[7:23], length=32, iterations=passes, lanes=lanes, memory_cost=memory_kib)
    try:
        return AESGCM(kdf.derive(passphrase)).decrypt(envelope[23:35], envelope[35:], envelope[:23] + aad)
    except InvalidTag:
        raise RefusedError("PASSPHRASE-WRONG") from None


def read_private_key(text: str, passphrase: bytes | None = None) -> tuple[int, bytes]:
    lines = text.strip().splitlines()
    content = base64.b64decode("".join(lines[1:-1]))
    if lines[0] == "-----BEGIN GENOSEAL ENCRYPTED PRIVATE KEY-----":
        content = open_envelope(content, passphrase or b"")
    elif lines[0] != "-----BEGIN GENOSEAL PRIVATE KEY-----":
        raise RefusedError("KEY-KIND")
    return int.from_bytes(content[:2], "big"), content[2:]


def fingerprint(kem: int, raw: bytes) -> str:
    letters = base64.b32encode(key_id(kem, raw)).decode().rstrip("=")
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def open_rest(sealed: bytes, vault_key: bytes, purpose: str, item_id: str) -> bytes:
    if sealed[:1] > b"\x01":
        raise RefusedError("REST-VERSION")
    if len(sealed) < 1 + 16 + 12 + 16 or sealed[0] != 1:
        raise RefusedError("REST-ALTERED")
    key = hkdf_expand(hkdf_extract(sealed[1:17], vault_key), b"genoseal/1 at rest " + purpose.encode(), 32)
    aad = b"\x01" + struct.pack(">H", len(purpose.encode())) + purpose.encode() + item_id.encode()
    try:
        return AESGCM(key).decrypt(sealed[17:29], sealed[29:], aad)
    except InvalidTag:
        raise RefusedError("REST-ALTERED") from None


def main() -> int:
    sealed, key_file = (Path(argument) for argument in sys.argv[1:])
    try:
        plain = open_sealed(sealed.read_bytes(), *read_private_key(key_file.read_text()))
    except RefusedError as refused:
        print(refused.code, file=sys.stderr)
        return 8
    sys.stdout.buffer.write(plain)
    return 0


if __name__ == "__main__":
    sys.exit(main())
