"""The `genoseal-desktop` command's first lines: OpenSSL's configuration before any other import, then start."""

from __future__ import annotations

from ui.openssl_first import start_anew_when_too_late  # isort: split

import sys


def main() -> int:
    """Entry point of `genoseal-desktop [FILE…]`; returns the exit code."""
    start_anew_when_too_late()
    import multiprocessing

    multiprocessing.freeze_support()
    if sys.argv[1:] == ["--selftest"]:
        from ui.desktop.selftest import run_selftest

        return run_selftest()
    from ui.desktop.app import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
