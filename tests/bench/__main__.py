"""`python -m tests.bench [NAME[:PART…]…]`: every bench_*.py of this folder (or the named ones), one after the other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def main() -> int:
    names = sys.argv[1:] or sorted(path.stem.removeprefix("bench_") for path in FOLDER.glob("bench_*.py"))
    failed = 0
    for name in names:
        sys.stdout.write(f"== {name}\n")
        sys.stdout.flush()
        # A process each: OpenSSL's configuration, caches and threads of one must not touch the next.
        module, *parts = name.split(":")
        failed |= subprocess.run([sys.executable, "-m", f"tests.bench.bench_{module}", *parts], check=False).returncode
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
