"""The `genoseal-desktop` command's first lines: point OpenSSL at our own configuration, then start.

OpenSSL reads its configuration once per process, at its first use. Importing hashlib, hmac, secrets, random or asyncio
is such a use, so nothing that could import them may be imported before `_narrow_openssl` has run. Should something
have been faster (a `.pth` file of the environment), the process starts itself anew with the variable in place.
"""

from __future__ import annotations

import os
import sys

_CONFIGURATION = os.path.join(  # noqa: PTH118 (pathlib is imported later: nothing may come before the configuration)
    os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))),  # noqa: PTH100, PTH120
    "resources",
    "tls",
    "openssl.cnf",
)


def _narrow_openssl() -> bool:
    """Make OpenSSL offer TLS 1.3 with AES-256 only, whatever was inherited; workers inherit ours.

    Returns whether OpenSSL may have read another configuration before.
    """
    inherited = os.environ.get("OPENSSL_CONF")
    os.environ["OPENSSL_CONF"] = _CONFIGURATION
    return inherited != _CONFIGURATION and any(name in sys.modules for name in ("_hashlib", "_ssl"))


def main() -> int:
    """Entry point of `genoseal-desktop [FILE…]`; returns the exit code."""
    if _TOO_LATE and os.name == "posix" and not getattr(sys, "frozen", False):
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606
    import multiprocessing

    multiprocessing.freeze_support()
    if sys.argv[1:] == ["--selftest"]:
        from ui.desktop.selftest import run_selftest

        return run_selftest()
    from ui.desktop.app import run

    return run(sys.argv[1:])


_TOO_LATE = _narrow_openssl()

if __name__ == "__main__":
    sys.exit(main())
