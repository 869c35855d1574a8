"""The archives' own Crypt4GH program (PyPI `crypt4gh`, in an environment of its own), as an independent reader."""

from __future__ import annotations

import base64
import os
import subprocess
from pathlib import Path

import pytest

from client.seal.crypt4gh import format_crypt4gh_public_key
from client.seal.keys import PrivateKey

_REPOSITORY = Path(__file__).resolve().parents[2]
_PROGRAM = _REPOSITORY / ".tools" / "crypt4gh" / "bin" / "crypt4gh"
needs_oracle = pytest.mark.skipif(not _PROGRAM.is_file(), reason="`make tools` installs the crypt4gh program")


def oracle(folder: Path, *arguments: str, data: bytes = b"") -> bytes:
    """What the program writes, given `data`; key files are named relative to `folder`."""
    environment = {"PATH": os.environ["PATH"], "C4GH_PASSPHRASE": "unused", "HOME": str(folder)}
    done = subprocess.run(
        [_PROGRAM, *arguments], cwd=folder, input=data, capture_output=True, check=True, env=environment, timeout=60
    )
    return done.stdout


def write_oracle_keys(folder: Path, key: PrivateKey) -> None:
    """`sec` and `pub` in the program's own form; the private key without a passphrase."""
    content = b"c4gh-v1" + b"\0\4none" * 2 + b"\0\x20" + key.raw
    encoded = base64.b64encode(content).decode()
    (folder / "sec").write_text(
        f"-----BEGIN CRYPT4GH PRIVATE KEY-----\n{encoded}\n-----END CRYPT4GH PRIVATE KEY-----\n"
    )
    (folder / "sec").chmod(0o600)
    (folder / "pub").write_text(format_crypt4gh_public_key(key.public_key()))
