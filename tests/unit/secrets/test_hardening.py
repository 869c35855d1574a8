"""What a process that holds secrets does to itself first."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_a_hardened_process_leaves_no_core_and_cannot_be_read() -> None:
    script = (
        "from client.secrets.hardening import harden_process; harden_process();"
        "import resource, os, ctypes, sys;"
        "assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0);"
        "assert sys.platform != 'linux' or ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) == 0"
    )
    root = Path(__file__).resolve().parents[3]
    subprocess.run([sys.executable, "-c", script], check=True, cwd=root, timeout=30)
