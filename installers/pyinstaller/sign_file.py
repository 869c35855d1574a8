"""Signs files in minisign's format, each into `FILE.minisig`; or makes a key pair without passphrase.

    python sign_file.py new SECRET PUBLIC
    python sign_file.py sign SECRET COMMENT FILE...

Run by a build, in the environment that is frozen. The trusted comment is the caller's and has no time of its own: the
same bytes get the same signature. `minisign -V` accepts them.
"""

import os
import sys
from pathlib import Path

from client.seal.minisign import MinisignSecretKey, sign_minisign


def new(secret_file: Path, public_file: Path) -> None:
    """Make a pair; only its owner can read the secret file."""
    secret = MinisignSecretKey.generate()
    with os.fdopen(os.open(secret_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secret.to_text())
    public_file.write_text(secret.public_key().to_text(), encoding="ascii")


def sign(secret_file: Path, comment: str, files: list[Path]) -> None:
    """Sign each file with the key."""
    secret = MinisignSecretKey.parse(secret_file.read_text(encoding="ascii"))
    for path in files:
        signature = sign_minisign(path.read_bytes(), secret, f"{comment} file:{path.name}")
        path.with_name(path.name + ".minisig").write_text(signature, encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1] == "new":
        new(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        sign(Path(sys.argv[2]), sys.argv[3], [Path(name) for name in sys.argv[4:]])
