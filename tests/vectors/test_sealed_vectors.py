"""The committed vectors, read by the product and by a reader that knows only docs/FORMAT.md, give the same answers."""

from __future__ import annotations

import ast
import base64
import json
import zlib
from pathlib import Path
from typing import Any

import pytest

from client.model.errors import ClientError
from client.seal.at_rest import open_at_rest
from client.seal.container import open_bytes, open_file
from client.seal.keys import parse_private_key, parse_public_key
from client.seal.passphrase import open_with_passphrase
from tests.vectors import generate, independent_reader
from tests.vectors.independent_reader import RefusedError

VECTORS: dict[str, Any] = json.loads(generate.OUTPUT.read_text(encoding="utf-8"))
BASE = zlib.decompress(base64.b64decode(VECTORS["base"]))


def product_says(sealed: bytes, key: dict[str, str]) -> tuple[str, bytes]:
    try:
        return "ok", open_bytes(sealed, parse_private_key(key["private"], None))
    except ClientError as error:
        return f"{error.code}" if error.exit_code == 8 else f"exit {error.exit_code}", b""


def stranger_says(sealed: bytes, key: dict[str, str]) -> tuple[str, bytes]:
    try:
        return "ok", independent_reader.open_sealed(sealed, *independent_reader.read_private_key(key["private"]))
    except RefusedError as error:
        return error.code, b""


def check(vector: dict[str, Any], keys: dict[str, Any], base: bytes) -> None:
    sealed = generate.join_pieces(vector["sealed"], base)
    product = product_says(sealed, keys[vector["key"]])
    assert product[0] == vector["expect"], vector["name"]
    assert stranger_says(sealed, keys[vector["key"]]) == product, vector["name"]
    if product[0] == "ok":
        assert product[1] == generate.text_of(len(product[1]))


@pytest.mark.parametrize("vector", VECTORS["vectors"], ids=lambda vector: vector["name"])
def test_committed_vector(vector: dict[str, Any]) -> None:
    check(vector, VECTORS["keys"], BASE)


def test_every_failure_has_vectors_and_the_file_stays_small() -> None:
    expected = {vector["expect"] for vector in VECTORS["vectors"]}
    assert expected == {"ok", "SEAL-MAGIC", "SEAL-VERSION", "SEAL-NOT-FOR-KEY", "SEAL-HEADER", "SEAL-BODY"}
    assert len(VECTORS["vectors"]) > 100
    assert generate.OUTPUT.stat().st_size < 300_000


def test_freshly_made_vectors_give_the_same_answers() -> None:
    fresh = generate.make_vectors()
    base = zlib.decompress(base64.b64decode(fresh["base"]))
    assert [(v["name"], v["expect"]) for v in fresh["vectors"]] == [
        (v["name"], v["expect"]) for v in VECTORS["vectors"]
    ], "run `python -m tests.vectors.generate` and commit what it writes"
    for vector in fresh["vectors"]:
        check(vector, fresh["keys"], base)


@pytest.mark.parametrize("vector", [v for v in VECTORS["vectors"] if v["expect"] != "ok"], ids=lambda v: v["name"])
def test_a_refused_file_leaves_nothing_behind(vector: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "in.gseal").write_bytes(generate.join_pieces(vector["sealed"], BASE))
    key = parse_private_key(VECTORS["keys"][vector["key"]]["private"], None)
    with pytest.raises(ClientError) as caught:
        open_file(tmp_path / "in.gseal", tmp_path / "out", key)
    assert caught.value.code == vector["expect"]
    assert [path.name for path in tmp_path.iterdir()] == ["in.gseal"]


def test_keys_envelope_and_things_at_rest_read_the_same() -> None:
    for key in VECTORS["keys"].values():
        private, public = parse_private_key(key["private"], None), parse_public_key(key["public"])
        assert private.public_key() == public
        kem, raw = independent_reader.read_private_key(key["private"])
        assert (kem, raw) == (private.kem, private.raw)
        assert independent_reader.public_raw(kem, raw) == public.raw
        assert independent_reader.fingerprint(kem, public.raw) == key["fingerprint"] == public.fingerprint
    encrypted = VECTORS["encrypted_key"]
    passphrase = encrypted["passphrase"].encode()
    plain = VECTORS["keys"][encrypted["key"]]["private"]
    assert parse_private_key(encrypted["file"], passphrase) == parse_private_key(plain, None)
    assert independent_reader.read_private_key(encrypted["file"], passphrase) == independent_reader.read_private_key(
        plain
    )
    with pytest.raises(RefusedError, match="PASSPHRASE-WRONG"):
        independent_reader.read_private_key(encrypted["file"], b"wrong")
    envelope = VECTORS["envelope"]
    arguments = (bytes.fromhex(envelope["envelope"]), envelope["passphrase"].encode(), envelope["aad"].encode())
    expected = envelope["plaintext"].encode()
    assert open_with_passphrase(*arguments) == independent_reader.open_envelope(*arguments) == expected
    rest = VECTORS["at_rest"]
    sealed, vault_key = bytes.fromhex(rest["sealed"]), bytes.fromhex(rest["vault_key"])
    expected = rest["plaintext"].encode()
    assert open_at_rest(vault_key, rest["purpose"], rest["item_id"], sealed) == expected
    assert independent_reader.open_rest(sealed, vault_key, rest["purpose"], rest["item_id"]) == expected


def test_every_bit_of_a_small_sealed_file_matters() -> None:
    """Both readers refuse each single flipped bit, and for the same reason."""
    key = VECTORS["keys"]["x25519"]
    small = next(v for v in VECTORS["vectors"] if v["name"] == "1 bytes")
    sealed = generate.join_pieces(small["sealed"], BASE)
    interesting = [*range(200), *range(4060, len(sealed))]
    for offset in interesting:
        for bit in (1, 0x80):
            changed = generate.flip(sealed, offset, bit)
            code, plain = product_says(changed, key)
            assert code != "ok"
            assert stranger_says(changed, key) == (code, plain), offset


def test_the_independent_reader_imports_nothing_of_ours_and_none_of_the_products_recipes() -> None:
    tree = ast.parse(Path(independent_reader.__file__).read_text(encoding="utf-8"))
    imported = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    imported |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert not {name for name in imported if name.split(".")[0] in {"client", "prep", "ui", "practice", "tests"}}
    assert not {name for name in imported if "hpke" in name or "cobblestone" in name}


def test_rfc_9180_appendix_a_1_1_opens_with_the_hand_written_hpke() -> None:
    private = bytes.fromhex("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8")
    enc = bytes.fromhex("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431")
    shared = "fe0e18c9f024ce43799ae393c7e8fe8fce9d218875e8227b0187c04e7d2ea1fc"
    assert independent_reader.dhkem_x25519(private, enc).hex() == shared
    ciphertext = bytes.fromhex(
        "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a"
    )
    plain = independent_reader.hpke_open(
        independent_reader.X25519, private, enc + ciphertext, b"Ode on a Grecian Urn", aead=1, aad=b"Count-0"
    )
    assert plain == b"Beauty is truth, truth beauty"
