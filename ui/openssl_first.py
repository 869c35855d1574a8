"""Both faces' very first act: point OpenSSL at our own configuration. Importing this module does it.

OpenSSL reads its configuration once per process, at its first use. Importing hashlib, hmac, secrets, random or asyncio
is such a use, so this module imports os and sys only, and a launcher imports nothing before it. Should something have
been faster (a `.pth` file of the environment), `start_anew_when_too_late` starts the process again with the variable
in place.
"""

from __future__ import annotations

import os
import sys

_CONFIGURATION = os.path.join(  # noqa: PTH118 (pathlib is imported later: nothing may come before the configuration)
    os.path.dirname(os.path.dirname(os.path.abspath(__file__))),  # noqa: PTH100, PTH120
    "resources",
    "tls",
    "openssl.cnf",
)


def _narrow_openssl() -> bool:
    """Make OpenSSL offer TLS 1.3 with AES-256 only, whatever configuration was inherited. Children inherit ours.

    Returns whether OpenSSL may have read another configuration before.
    """
    inherited = os.environ.get("OPENSSL_CONF")
    os.environ["OPENSSL_CONF"] = _CONFIGURATION
    return inherited != _CONFIGURATION and any(name in sys.modules for name in ("_hashlib", "_ssl"))


def start_anew_when_too_late() -> None:
    """Replace the process by itself, same arguments, where OpenSSL may have read another configuration before ours.

    Not in a frozen program, whose own first lines set the variable, and not on Windows, which cannot replace a process.
    """
    if _TOO_LATE and os.name == "posix" and not getattr(sys, "frozen", False):
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606


# Processes that this one starts import what is installed, and nothing that lies in the folder it was called in.
os.environ["PYTHONSAFEPATH"] = "1"
# NumPy's library for matrices starts a thread for each processor as it is imported, here and in every worker. We
# multiply no matrices of numbers with fractions, so those threads only cost time.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

_TOO_LATE = _narrow_openssl()
