"""How fast sealing is beside AES-256-GCM in one shot on pieces of 1 MiB, the fastest the library can do.

Two ratios of medians of alternating runs: the cipher alone, and with the SHA-256 of what comes out, which every
transfer records. Alone, sealing pays for a nonce and a tag on each 16 KiB chunk where the other side pays once a MiB:
the wider the processor's AES, the more that shows (0.76x was seen at 8 GB/s; the hash hides it).
"""

from __future__ import annotations

import hashlib
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from client.seal.body import PIECE_BYTES
from client.seal.container import BodySealer, BodyWriter, generate_file_key, sealed_space

MIB = 1024 * 1024


def one_shot(data: bytes) -> None:
    cipher = AESGCM(bytes(32))
    view = memoryview(data)
    for number, start in enumerate(range(0, len(data), MIB)):
        cipher.encrypt(number.to_bytes(12, "big"), view[start : start + MIB], None)


def seal(data: bytes) -> None:
    sealer = BodySealer(generate_file_key())
    buffer = bytearray(sealed_space(PIECE_BYTES))
    view = memoryview(data)
    for start in range(0, len(data), PIECE_BYTES):
        sealer.update_into(view[start : start + PIECE_BYTES], buffer)
    sealer.finish()


def one_shot_and_hash(data: bytes) -> None:
    cipher, digest, view = AESGCM(bytes(32)), hashlib.sha256(), memoryview(data)
    for number, start in enumerate(range(0, len(data), MIB)):
        digest.update(cipher.encrypt(number.to_bytes(12, "big"), view[start : start + MIB], None))


def seal_and_hash(data: bytes) -> None:
    with Path(os.devnull).open("wb", buffering=0) as nowhere:
        writer = BodyWriter(BodySealer(generate_file_key()), nowhere)
        writer.write(data)
        writer.finish()


def seconds(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare(ours: Callable[[], None], theirs: Callable[[], None], rounds: int) -> tuple[float, float]:
    """Median seconds of both, run in turn so that a busy machine slows both."""
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(rounds)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def run(size_mib: int = 256, rounds: int = 7) -> dict[str, float]:
    """Print and return MB/s and ratios."""
    data = os.urandom(size_mib * MIB)
    megabytes = len(data) / 1e6
    ours, theirs = compare(lambda: seal(data), lambda: one_shot(data), rounds)
    hashed_ours, hashed_theirs = compare(lambda: seal_and_hash(data), lambda: one_shot_and_hash(data), rounds)
    figures = {
        "seal_mb_s": megabytes / ours,
        "aes_gcm_mb_s": megabytes / theirs,
        "ratio": theirs / ours,
        "seal_hashed_mb_s": megabytes / hashed_ours,
        "aes_gcm_hashed_mb_s": megabytes / hashed_theirs,
        "hashed_ratio": hashed_theirs / hashed_ours,
    }
    rows = (
        ("sealing, cipher alone", "", "ratio"),
        ("sealing with its SHA-256", "_hashed", "hashed_ratio"),
    )
    for name, kind, ratio in rows:
        ours_mb_s, theirs_mb_s = figures[f"seal{kind}_mb_s"], figures[f"aes_gcm{kind}_mb_s"]
        sys.stdout.write(
            f"{name:<26}{ours_mb_s:7.0f} MB/s   AES-256-GCM one-shot on 1 MiB {theirs_mb_s:7.0f} MB/s"
            f"   {figures[ratio]:.2f}x\n"
        )
    return figures


if __name__ == "__main__":
    run()
