"""Keys and random bytes of processes forked from a server that had drawn some before: what a test looks at.

`python -m tests.support.forked_draws` prints one line of hexadecimal for each of three processes.
"""

from __future__ import annotations

import multiprocessing
import secrets
from multiprocessing.connection import Connection

from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from prep.fork_server import start_fork_server


def draw() -> tuple[bytes, ...]:
    """One of each kind that sealing draws: two key pairs, a content key, bytes."""
    return (
        X25519PrivateKey.generate().private_bytes_raw(),
        MLKEM768PrivateKey.generate().private_bytes_raw(),
        AESGCM.generate_key(256),
        secrets.token_bytes(32),
    )


AT_IMPORT = draw()  # the server imports this module, so every generator has begun before the first fork


def tell(pipe: Connection) -> None:
    """What a forked process runs: its own draws and those it was forked with."""
    pipe.send((AT_IMPORT, draw()))


def main() -> None:
    """Print the draws of the server and of three processes, a line each."""
    start_fork_server(["tests.support.forked_draws"])
    context = multiprocessing.get_context("forkserver")
    for _ in range(3):
        ours, theirs = context.Pipe()
        process = context.Process(target=tell, args=(theirs,))
        process.start()
        for drawn in ours.recv():
            print(" ".join(value.hex() for value in drawn))
        process.join()


if __name__ == "__main__":
    # Under its own name: what the processes unpickle is then the module that the server imported.
    from tests.support import forked_draws

    forked_draws.main()
